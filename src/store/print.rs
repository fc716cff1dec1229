//! Printed forms of dossiers, and printed notices and lists.

use serde::Serialize;

use super::error::StoreError;
use super::row::{moment, word};
use super::transact::{Act, Tx, View};
use crate::domain::time::OfficeTime;

/// A form that was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintRow {
    /// The form's word, `appointment_slip`.
    pub form: String,
    /// 1 for the first print, 2 for the first reprint …
    pub copy: i64,
    /// When.
    pub at: OfficeTime,
    /// By whom.
    pub actor: String,
    /// Why it was printed again; may be empty.
    pub reason: String,
}

/// The prints of a dossier's forms, oldest first.
///
/// # Errors
/// When the book cannot be read.
pub fn prints_of(view: View<'_>, dossier: i64) -> Result<Vec<PrintRow>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT form, copy, at, actor, reason FROM printed_form
             WHERE dossier_id = ?1 ORDER BY at, form, copy",
        )?
        .query_and_then([dossier], |row| {
            Ok(PrintRow {
                form: row.get("form")?,
                copy: row.get("copy")?,
                at: moment(row, "at")?,
                actor: row.get("actor")?,
                reason: row.get("reason")?,
            })
        })?
        .collect()
}

/// Notes that a form's PDF is on disk, with the `reason` it was printed again for, which may be
/// empty; answers which print of it this was, from 1.
///
/// # Errors
/// When the book refuses.
pub fn record_print(
    tx: &Tx<'_>,
    dossier: i64,
    form: &str,
    reason: &str,
) -> Result<i64, StoreError> {
    let copy = print_count(tx.view(), dossier, form)? + 1;
    let _ = tx.inner.execute(
        "INSERT INTO printed_form (dossier_id, form, copy, at, actor, reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (dossier, form, copy, tx.now().millis(), tx.actor(), reason),
    )?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(copy)
}

/// How often a form of a dossier was printed.
///
/// # Errors
/// When the book cannot be read.
pub fn print_count(view: View<'_>, dossier: i64, form: &str) -> Result<i64, StoreError> {
    Ok(view
        .0
        .prepare_cached("SELECT count(*) FROM printed_form WHERE dossier_id = ?1 AND form = ?2")?
        .query_row((dossier, form), |row| row.get(0))?)
}

/// How often the receipt of a dossier's return was printed since a return of it was last undone.
///
/// # Errors
/// When the book cannot be read.
pub fn print_count_since_undone(
    view: View<'_>,
    dossier: i64,
    form: &str,
) -> Result<i64, StoreError> {
    Ok(view
        .0
        .prepare_cached(
            "SELECT count(*) FROM printed_form WHERE dossier_id = ?1 AND form = ?2 AND at > coalesce(
                 (SELECT max(at) FROM undone WHERE undone.dossier_id = ?1 AND act = ?3), -1)",
        )?
        .query_row((dossier, form, Act::Return.word()), |row| row.get(0))?)
}

/// A paper that has a number of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// A notice to an applicant.
    Notice,
    /// A list of folders.
    Handover,
}

/// Notes that the PDF of a notice or a list is on disk, as [`record_print`] does of a dossier's form.
///
/// # Errors
/// When the book refuses.
pub fn record_paper_print(
    tx: &Tx<'_>,
    kind: PaperKind,
    id: i64,
    reason: &str,
) -> Result<i64, StoreError> {
    let copy = paper_print_count(tx.view(), kind, id)? + 1;
    let _ = tx.inner.execute(
        "INSERT INTO printed_paper (kind, paper_id, copy, at, actor, reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (word(&kind)?, id, copy, tx.now().millis(), tx.actor(), reason),
    )?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(copy)
}

/// How often a notice or a list was printed.
///
/// # Errors
/// When the book cannot be read.
pub fn paper_print_count(view: View<'_>, kind: PaperKind, id: i64) -> Result<i64, StoreError> {
    Ok(view
        .0
        .prepare_cached("SELECT count(*) FROM printed_paper WHERE kind = ?1 AND paper_id = ?2")?
        .query_row((word(&kind)?, id), |row| row.get(0))?)
}
