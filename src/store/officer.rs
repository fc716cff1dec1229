//! The roster of the office's officers.

use rusqlite::{OptionalExtension, Row};

use super::error::StoreError;
use super::row::{from_word, word};
use super::transact::{Tx, View};
use crate::domain::officer::Officer;

/// All officers, those who left too, by name.
///
/// # Errors
/// When the book cannot be read.
pub fn officers(view: View<'_>) -> Result<Vec<Officer>, StoreError> {
    view.0
        .prepare_cached("SELECT name, unit, role, active FROM officer ORDER BY name")?
        .query_and_then([], of_row)?
        .collect()
}

/// Whether there is a roster at all.
///
/// # Errors
/// When the book cannot be read.
pub fn has_roster(view: View<'_>) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM officer)";
    Ok(view.0.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// The officer of this name.
///
/// # Errors
/// When the book cannot be read.
pub fn officer(view: View<'_>, name: &str) -> Result<Option<Officer>, StoreError> {
    view.0
        .prepare_cached("SELECT name, unit, role, active FROM officer WHERE name = ?1")?
        .query_row([name], |row| Ok(of_row(row)))
        .optional()?
        .transpose()
}

/// Writes an officer, in the place of one of the same name.
///
/// # Errors
/// When the book refuses.
pub fn put_officer(tx: &Tx<'_>, officer: &Officer) -> Result<(), StoreError> {
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO officer (name, unit, role, active) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (name) DO UPDATE SET unit = excluded.unit, role = excluded.role,
                 active = excluded.active",
        )?
        .execute((&officer.name, &officer.unit, word(&officer.role)?, officer.active))?;
    tx.touch(|changed| changed.office = true);
    Ok(())
}

fn of_row(row: &Row<'_>) -> Result<Officer, StoreError> {
    Ok(Officer {
        name: row.get("name")?,
        unit: row.get("unit")?,
        role: from_word(row, "role")?,
        active: row.get("active")?,
    })
}
