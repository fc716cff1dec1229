//! Years whose register is closed.

use rusqlite::OptionalExtension;
use serde::Serialize;

use super::error::StoreError;
use super::register::last_in_register;
use super::row::moment;
use super::transact::{Tx, View};
use crate::domain::time::OfficeTime;

/// A closed register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegisterClose {
    /// The year.
    pub year: i32,
    /// When it was closed.
    pub at: OfficeTime,
    /// By whom.
    pub actor: String,
    /// The last number in it.
    pub dossiers: i64,
}

/// Closes the register of `year`; answers how many dossiers it holds.
///
/// # Errors
/// When the book refuses.
pub fn close_register(tx: &Tx<'_>, year: i32) -> Result<i64, StoreError> {
    let dossiers = last_in_register(tx.view(), year)?;
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO register_close (year, at, actor, dossiers) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((year, tx.now().millis(), tx.actor(), dossiers))?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(dossiers)
}

/// How the register of `year` was closed; `None` while it is open.
///
/// # Errors
/// When the book cannot be read.
pub fn register_close(view: View<'_>, year: i32) -> Result<Option<RegisterClose>, StoreError> {
    view.0
        .prepare_cached("SELECT year, at, actor, dossiers FROM register_close WHERE year = ?1")?
        .query_row([year], |row| {
            Ok((|| {
                Ok(RegisterClose {
                    year: row.get("year")?,
                    at: moment(row, "at")?,
                    actor: row.get("actor")?,
                    dossiers: row.get("dossiers")?,
                })
            })())
        })
        .optional()?
        .transpose()
}
