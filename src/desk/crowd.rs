//! How full a day is before one more result is promised for it.

use super::error::DeskError;
use crate::domain::crowd::{Crowd, Halves};
use crate::store::{self, View};

/// Counts what is promised for each half of a day, but for the dossier with the number `except`.
///
/// # Errors
/// [`DeskError::Store`] when the book cannot be read.
pub fn crowd(view: View<'_>, halves: Halves, except: Option<i64>) -> Result<Crowd, DeskError> {
    let [begins, noon, ends] = halves.bounds();
    Ok(Crowd {
        halves,
        morning: store::promised_between(view, begins, noon, except)?,
        afternoon: store::promised_between(view, noon, ends, except)?,
    })
}
