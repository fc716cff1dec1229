//! Signed results: the paper's own number and date, and who signed.

use chrono::NaiveDate;
use rusqlite::OptionalExtension;
use serde::Serialize;

use super::error::StoreError;
use super::row::{date, iso, moment};
use super::transact::{Tx, View};
use crate::domain::time::OfficeTime;

/// A result that was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignedResult {
    /// The number of the paper, as it stands there.
    pub number: String,
    /// The date on the paper.
    pub signed_on: NaiveDate,
    /// Who signed.
    pub signer: String,
    /// When it was noted.
    pub at: OfficeTime,
    /// Who noted it.
    pub actor: String,
}

/// Notes that the result of a dossier was signed.
///
/// # Errors
/// When the book refuses.
pub fn put_result(
    tx: &Tx<'_>,
    dossier: i64,
    (number, signed_on, signer): (&str, NaiveDate, &str),
) -> Result<(), StoreError> {
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO result (dossier_id, number, signed_on, signer, at, actor)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((dossier, number, iso(signed_on), signer, tx.now().millis(), tx.actor()))?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}

/// The signed result of a dossier.
///
/// # Errors
/// When the book cannot be read.
pub fn result_of(view: View<'_>, dossier: i64) -> Result<Option<SignedResult>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT number, signed_on, signer, at, actor FROM result WHERE dossier_id = ?1",
        )?
        .query_row([dossier], |row| {
            Ok((|| {
                Ok(SignedResult {
                    number: row.get("number")?,
                    signed_on: date(row, "signed_on")?,
                    signer: row.get("signer")?,
                    at: moment(row, "at")?,
                    actor: row.get("actor")?,
                })
            })())
        })
        .optional()?
        .transpose()
}

/// How many of the newest dossiers' results are looked at for whoever signed last.
const NEWEST: i64 = 100;

/// Who signed the result that was noted last, among those of the newest dossiers.
///
/// # Errors
/// When the book cannot be read.
pub fn last_signer(view: View<'_>) -> Result<Option<String>, StoreError> {
    let found = view
        .0
        .prepare_cached(
            "SELECT signer FROM (
                 SELECT signer, at, dossier_id FROM result ORDER BY dossier_id DESC LIMIT ?1
             ) AS newest
             ORDER BY at DESC, dossier_id DESC LIMIT 1",
        )?
        .query_row([NEWEST], |row| row.get("signer"))
        .optional()?;
    Ok(found)
}
