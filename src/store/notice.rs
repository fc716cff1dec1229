//! Notices to applicants, each kind with its own running numbers of a year.

use chrono::Datelike;
use rusqlite::{OptionalExtension, Row, named_params};

use super::counter;
use super::error::StoreError;
use super::row::{from_json, from_word, moment, to_json, word};
use super::transact::{Tx, View};
use crate::domain::notice::{Notice, NoticeContent, NoticeKind};

/// Numbers a notice and keeps what it says; answers its number in the book. The number is of the year
/// in which it is written.
///
/// # Errors
/// When the book refuses.
pub fn put_notice(
    tx: &Tx<'_>,
    kind: NoticeKind,
    dossier: Option<i64>,
    content: &NoticeContent,
) -> Result<i64, StoreError> {
    let word = word(&kind)?;
    let year = tx.now().date().year();
    let id = counter::take(tx, "notice")?;
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO notice (id, kind, year, number, dossier_id, at, actor, content, undone)
             VALUES (:id, :kind, :year, :number, :dossier, :at, :actor, :content, 0)",
        )?
        .execute(named_params! {
            ":id": id,
            ":kind": word,
            ":year": year,
            ":number": counter::take(tx, &format!("notice:{word}:{year}"))?,
            ":dossier": dossier,
            ":at": tx.now().millis(),
            ":actor": tx.actor(),
            ":content": to_json(content)?,
        })?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(id)
}

/// The notice with this number in the book.
///
/// # Errors
/// When the book cannot be read.
pub fn notice(view: View<'_>, id: i64) -> Result<Option<Notice>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT notice.*, code FROM notice LEFT JOIN dossier ON dossier.id = dossier_id
             WHERE notice.id = ?1",
        )?
        .query_row([id], |row| Ok(of_row(row)))
        .optional()?
        .transpose()
}

/// The notices of a dossier, oldest first.
///
/// # Errors
/// When the book cannot be read.
pub fn notices_of(view: View<'_>, dossier: i64) -> Result<Vec<Notice>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT notice.*, code FROM notice JOIN dossier ON dossier.id = dossier_id
             WHERE dossier_id = ?1 ORDER BY notice.id",
        )?
        .query_and_then([dossier], of_row)?
        .collect()
}

/// The newest notices to people who had no dossier, newest first.
///
/// # Errors
/// When the book cannot be read.
pub fn notices_without_dossier(view: View<'_>, most: usize) -> Result<Vec<Notice>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT notice.*, NULL AS code FROM notice
             WHERE dossier_id IS NULL ORDER BY id DESC LIMIT ?1",
        )?
        .query_and_then([i64::try_from(most).unwrap_or(i64::MAX)], of_row)?
        .collect()
}

fn of_row(row: &Row<'_>) -> Result<Notice, StoreError> {
    Ok(Notice {
        id: row.get("id")?,
        kind: from_word(row, "kind")?,
        year: row.get("year")?,
        number: row.get("number")?,
        code: row.get("code")?,
        at: moment(row, "at")?,
        actor: row.get("actor")?,
        content: from_json(row, "content")?,
        undone: row.get("undone")?,
    })
}
