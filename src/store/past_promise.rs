//! Promises that another one took the place of: nothing moves without its trace.

use rusqlite::{Row, named_params};

use super::error::StoreError;
use super::promise::{due_of_row, explanation};
use super::row::{from_word, moment, word};
use super::transact::{Tx, View};
use crate::domain::clock_start::ClockStart;
use crate::domain::deadline::Due;
use crate::domain::limit::Limit;
pub use crate::domain::past_promise::{Cause, PastPromise};
use crate::domain::time::OfficeTime;

/// A promise that takes the place of the one that holds.
#[derive(Debug, Clone)]
pub struct NewPromise<'a> {
    /// Why.
    pub cause: Cause,
    /// Why, in words.
    pub reason: &'a str,
    /// From when its time counts, where that is not the receipt.
    pub start: Option<ClockStart>,
    /// The limit it was counted with, where that is not the dossier's own.
    pub limit: Option<Limit>,
    /// The promise.
    pub due: &'a Due,
}

/// Puts a new promise in the place of the one a dossier has, which is kept as a past one.
///
/// # Errors
/// When the book refuses.
pub fn repromise(tx: &Tx<'_>, dossier: i64, new: &NewPromise<'_>) -> Result<(), StoreError> {
    keep_promise(tx, dossier, new.cause, new.reason)?;
    set_promise(tx, dossier, new)
}

/// Keeps the promise a dossier has as a past one, and promises nothing: the office waits.
///
/// # Errors
/// When the book refuses.
pub fn suspend_promise(
    tx: &Tx<'_>,
    dossier: i64,
    cause: Cause,
    reason: &str,
) -> Result<(), StoreError> {
    keep_promise(tx, dossier, cause, reason)?;
    let nothing = Due { at: None, days: Vec::new(), beyond_calendar: None };
    let _ = tx
        .inner
        .prepare_cached("UPDATE dossier SET due_at = NULL, due_days = ?2 WHERE id = ?1")?
        .execute((dossier, explanation(&nothing)?))?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}

/// Keeps the promise a dossier has as a past one, before another takes its place.
///
/// # Errors
/// When the book refuses.
pub fn keep_promise(
    tx: &Tx<'_>,
    dossier: i64,
    cause: Cause,
    reason: &str,
) -> Result<(), StoreError> {
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO past_promise (
                 dossier_id, position, at, actor, cause, reason, clock_from, time_limit, due_at,
                 due_days)
             SELECT id, 1 + (SELECT count(*) FROM past_promise WHERE dossier_id = :dossier), :at,
                 :actor, :cause, :reason, coalesce(clock_from, received_at),
                 coalesce(promise_limit, time_limit), due_at, due_days
             FROM dossier WHERE id = :dossier",
        )?
        .execute(named_params! {
            ":dossier": dossier,
            ":at": tx.now().millis(),
            ":actor": tx.actor(),
            ":cause": word(&cause)?,
            ":reason": reason,
        })?;
    if matches!(cause, Cause::Correction | Cause::Branch | Cause::Calendar | Cause::Undone) {
        // What rests on the form or the calendar is not put back by undoing a step before it.
        super::undo::forget_undo(tx, dossier)?;
    }
    Ok(())
}

/// Promises anew; what was promised before is not kept. For a dossier whose promise was
/// [suspended](suspend_promise).
///
/// # Errors
/// When the book refuses.
pub fn set_promise(tx: &Tx<'_>, dossier: i64, new: &NewPromise<'_>) -> Result<(), StoreError> {
    let _ = tx
        .inner
        .prepare_cached(
            "UPDATE dossier SET clock_from = :clock_from, clock_reason = :clock_reason,
                 promise_limit = :promise_limit, due_at = :due_at, due_days = :due_days
             WHERE id = :dossier",
        )?
        .execute(named_params! {
            ":dossier": dossier,
            ":clock_from": new.start.map(|start| start.at.millis()),
            ":clock_reason": new.start.map(|start| word(&start.reason)).transpose()?,
            ":promise_limit": new.limit.map(|limit| limit.to_string()),
            ":due_at": new.due.at.map(OfficeTime::millis),
            ":due_days": explanation(new.due)?,
        })?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}

/// The promises of a dossier that gave way, oldest first.
///
/// # Errors
/// When the book cannot be read.
pub fn past_promises(view: View<'_>, dossier: i64) -> Result<Vec<PastPromise>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT at, actor, cause, reason, clock_from, time_limit, due_at, due_days
             FROM past_promise WHERE dossier_id = ?1 ORDER BY position",
        )?
        .query_and_then([dossier], of_row)?
        .collect()
}

fn of_row(row: &Row<'_>) -> Result<PastPromise, StoreError> {
    let limit: String = row.get("time_limit")?;
    Ok(PastPromise {
        at: moment(row, "at")?,
        actor: row.get("actor")?,
        cause: from_word(row, "cause")?,
        reason: row.get("reason")?,
        clock_from: moment(row, "clock_from")?,
        limit: limit.parse().map_err(|_| StoreError::Unreadable("time_limit"))?,
        due: due_of_row(row)?,
    })
}
