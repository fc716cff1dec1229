//! Changes of hands: in whose hands a dossier is, and how it came there.

use rusqlite::{OptionalExtension, named_params};

use super::error::StoreError;
use super::row::{from_word, moment, word};
use super::transact::{Tx, View};
use crate::domain::hands::{Hands, Transfer};
use crate::domain::time::OfficeTime;

/// Gives a dossier into other hands, with the line of its control sheet. That must not be before it came
/// into the hands that have it: see [`last_transfer_at`].
///
/// # Errors
/// When the book refuses.
pub fn record_transfer(tx: &Tx<'_>, dossier: i64, transfer: &Transfer) -> Result<(), StoreError> {
    let Transfer { act, at, actor, from, to, note, step_left } = transfer;
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO transfer (
                 dossier_id, position, act, at, actor, unit_from, officer_from, unit_to, officer_to,
                 note, step_left)
             SELECT :dossier, 1 + count(*), :act, :at, :actor, :unit_from, :officer_from, :unit_to,
                 :officer_to, :note, :step_left
             FROM transfer WHERE dossier_id = :dossier",
        )?
        .execute(named_params! {
            ":dossier": dossier,
            ":act": word(act)?,
            ":at": at.millis(),
            ":actor": actor,
            ":unit_from": from.unit,
            ":officer_from": from.officer,
            ":unit_to": to.unit,
            ":officer_to": to.officer,
            ":note": note,
            ":step_left": step_left.and_then(|step| i64::try_from(step).ok()),
        })?;
    let since = (!to.is_desk()).then(|| at.millis());
    let _ = tx
        .inner
        .prepare_cached(
            "UPDATE dossier SET holder_unit = ?2, holder_name = ?3, held_since = ?4 WHERE id = ?1",
        )?
        .execute((dossier, &to.unit, &to.officer, since))?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}

/// When a dossier changed hands last; `None` while it never did.
///
/// # Errors
/// When the book cannot be read.
pub fn last_transfer_at(view: View<'_>, dossier: i64) -> Result<Option<OfficeTime>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT at FROM transfer WHERE dossier_id = ?1 ORDER BY position DESC LIMIT 1",
        )?
        .query_row([dossier], |row| Ok(moment(row, "at")))
        .optional()?
        .transpose()
}

/// The changes of hands of a dossier, oldest first.
///
/// # Errors
/// When the book cannot be read.
pub fn transfers_of(view: View<'_>, dossier: i64) -> Result<Vec<Transfer>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT act, at, actor, unit_from, officer_from, unit_to, officer_to, note, step_left
             FROM transfer WHERE dossier_id = ?1 ORDER BY position",
        )?
        .query_and_then([dossier], |row| {
            let hands = |unit, officer| {
                Ok::<_, StoreError>(Hands { unit: row.get(unit)?, officer: row.get(officer)? })
            };
            let step: Option<i64> = row.get("step_left")?;
            Ok(Transfer {
                act: from_word(row, "act")?,
                at: moment(row, "at")?,
                actor: row.get("actor")?,
                from: hands("unit_from", "officer_from")?,
                to: hands("unit_to", "officer_to")?,
                note: row.get("note")?,
                step_left: step.and_then(|step| usize::try_from(step).ok()),
            })
        })?
        .collect()
}
