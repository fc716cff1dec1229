//! The office's settings.

use rusqlite::OptionalExtension;

use super::error::StoreError;
use super::transact::{Tx, View};
use crate::domain::office::Office;

const OFFICE: &str = "office";

/// The office's settings, or the defaults in a book without any.
///
/// # Errors
/// When the book cannot be read.
pub fn load_office(view: View<'_>) -> Result<Office, StoreError> {
    let text: Option<String> = view
        .0
        .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
        .query_row([OFFICE], |row| row.get("value"))
        .optional()?;
    match text {
        None => Ok(Office::default()),
        Some(text) => serde_json::from_str(&text).map_err(|_| StoreError::Unreadable("office")),
    }
}

/// Writes the office's settings.
///
/// # Errors
/// When the book refuses.
pub fn save_office(tx: &Tx<'_>, office: &Office) -> Result<(), StoreError> {
    let text = super::row::to_json(office)?;
    let _ = tx.inner.execute(
        "INSERT INTO setting (key, value) VALUES (?1, ?2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [OFFICE, &text],
    )?;
    tx.touch(|changed| changed.office = true);
    Ok(())
}
