//! Stretches in which the office waits for the applicant.

use rusqlite::named_params;

use super::error::StoreError;
use super::row::{from_word, moment, optional_moment, word};
use super::transact::{Tx, View};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::domain::waiting::Wait;

/// Begins to wait.
///
/// # Errors
/// When the book refuses.
pub fn begin_wait(tx: &Tx<'_>, dossier: i64, wait: &Wait) -> Result<(), StoreError> {
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO wait (dossier_id, position, kind, from_at, until_at, reason, back_to)
             SELECT :dossier, 1 + count(*), :kind, :from, NULL, :reason, :back_to
             FROM wait WHERE dossier_id = :dossier",
        )?
        .execute(named_params! {
            ":dossier": dossier,
            ":kind": word(&wait.kind)?,
            ":from": wait.from.millis(),
            ":reason": wait.reason,
            ":back_to": wait.back_to.number(),
        })?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}

/// Ends what a dossier waits for.
///
/// # Errors
/// When the book refuses.
pub fn end_wait(tx: &Tx<'_>, dossier: i64, until: OfficeTime) -> Result<(), StoreError> {
    let _ = tx
        .inner
        .prepare_cached("UPDATE wait SET until_at = ?2 WHERE dossier_id = ?1 AND until_at IS NULL")?
        .execute((dossier, until.millis()))?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}

/// The waits of a dossier, oldest first.
///
/// # Errors
/// When the book cannot be read.
pub fn waits_of(view: View<'_>, dossier: i64) -> Result<Vec<Wait>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT kind, from_at, until_at, reason, back_to FROM wait
             WHERE dossier_id = ?1 ORDER BY position",
        )?
        .query_and_then([dossier], |row| {
            Ok(Wait {
                kind: from_word(row, "kind")?,
                from: moment(row, "from_at")?,
                until: optional_moment(row, "until_at")?,
                reason: row.get("reason")?,
                back_to: Status::from_number(row.get("back_to")?)
                    .ok_or(StoreError::Unreadable("back_to"))?,
            })
        })?
        .collect()
}
