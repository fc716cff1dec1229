//! Half-filled forms: kept as typed, so that nothing is lost.

use super::error::DeskError;
use crate::domain::time::OfficeTime;
pub use crate::store::Draft;
use crate::store::{self, Db, View};

/// Keeps what stands in a form: a new draft without `id`, or the one with it. Answers its number.
///
/// # Errors
/// [`DeskError::AlreadyReceived`] when the draft is gone: what was received must not come back.
pub fn keep(
    db: &mut Db,
    id: Option<i64>,
    content: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<i64, DeskError> {
    store::keep_draft(db, id, content, officer, now)?.ok_or(DeskError::AlreadyReceived)
}

/// Every draft, the one kept last first.
///
/// # Errors
/// [`DeskError::Store`] when the book cannot be read.
pub fn list(view: View<'_>) -> Result<Vec<Draft>, DeskError> {
    Ok(store::drafts(view)?)
}

/// Throws a draft away. One that is gone already is no error.
///
/// # Errors
/// [`DeskError::Store`] when the book refuses.
pub fn drop(db: &mut Db, id: i64) -> Result<(), DeskError> {
    Ok(store::drop_draft(db, id)?)
}
