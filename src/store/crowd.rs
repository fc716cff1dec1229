//! How many results are promised for a stretch of time.

use super::error::StoreError;
use super::transact::View;
use crate::domain::time::OfficeTime;

/// How many dossiers that have not ended are promised from `from` on and before `until`, but for the
/// one with the number `except`.
///
/// # Errors
/// When the book cannot be read.
pub fn promised_between(
    view: View<'_>,
    from: OfficeTime,
    until: OfficeTime,
    except: Option<i64>,
) -> Result<i64, StoreError> {
    let own = except.unwrap_or_default();
    Ok(view
        .0
        .prepare_cached(
            "SELECT count(*) FROM dossier
             WHERE ended_at IS NULL AND due_at >= ?1 AND due_at < ?2 AND id <> ?3",
        )?
        .query_row((from.millis(), until.millis(), own), |row| row.get(0))?)
}
