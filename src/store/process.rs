//! Processes of procedures, and the steps that dossiers have come to.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, named_params};
use serde::Serialize;

use super::counter;
use super::error::StoreError;
use super::row::{date, from_json, iso, moment, to_json};
use super::transact::{Tx, View};
use crate::domain::procedure::base_code;
use crate::domain::process::Process;
use crate::domain::time::OfficeTime;

/// A version of a process and the book's number of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredProcess {
    /// The book's number of this version.
    pub id: i64,
    /// The version.
    pub process: Process,
}

fn stored_of_row(row: &Row<'_>) -> Result<StoredProcess, StoreError> {
    let process = Process {
        name: row.get("name")?,
        base_code: row.get("base_code")?,
        steps: from_json(row, "steps")?,
        in_force_from: date(row, "in_force_from")?,
    };
    Ok(StoredProcess { id: row.get("id")?, process })
}

/// Adds a version, unless the one in force on its first day says the same. Answers whether it was
/// added.
///
/// # Errors
/// When the book refuses.
pub fn put_process(tx: &Tx<'_>, process: &Process) -> Result<bool, StoreError> {
    let newest = process_in_force(tx.view(), &process.base_code, process.in_force_from)?;
    let same = |old: &Process| old.name == process.name && old.steps == process.steps;
    if newest.is_some_and(|old| same(&old.process)) {
        return Ok(false);
    }
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO process (id, base_code, name, steps, in_force_from)
             VALUES (:id, :base_code, :name, :steps, :in_force_from)",
        )?
        .execute(named_params! {
            ":id": counter::take(tx, "process")?,
            ":base_code": process.base_code,
            ":name": process.name,
            ":steps": to_json(&process.steps)?,
            ":in_force_from": iso(process.in_force_from),
        })?;
    tx.touch(|changed| changed.procedures = true);
    Ok(true)
}

/// The process of the procedure `code`, with or without a province's suffix, in force on `day`: the
/// one that came into force last, and of two on the same day the one that was written last.
///
/// # Errors
/// When the book cannot be read.
pub fn process_in_force(
    view: View<'_>,
    code: &str,
    day: NaiveDate,
) -> Result<Option<StoredProcess>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT id, base_code, name, steps, in_force_from FROM process
             WHERE base_code = ?1 AND in_force_from <= ?2
             ORDER BY in_force_from DESC, id DESC LIMIT 1",
        )?
        .query_row([base_code(code), &iso(day)], |row| Ok(stored_of_row(row)))
        .optional()?
        .transpose()
}

/// The process that a dossier goes by: the one of the step it last came to, as long as that is one of
/// the procedure `code`, else the one in force on `day`, its day of receipt. A version written later
/// does not move a dossier that is on its way.
///
/// # Errors
/// When the book cannot be read.
pub fn process_of(
    view: View<'_>,
    dossier: i64,
    code: &str,
    day: NaiveDate,
) -> Result<Option<StoredProcess>, StoreError> {
    let own = view
        .0
        .prepare_cached(
            "SELECT id, base_code, name, steps, in_force_from FROM process
             WHERE base_code = ?2 AND id = (
                 SELECT process_id FROM dossier_step WHERE dossier_id = ?1
                 ORDER BY position DESC LIMIT 1)",
        )?
        .query_row((dossier, base_code(code)), |row| Ok(stored_of_row(row)))
        .optional()?
        .transpose()?;
    match own {
        Some(own) => Ok(Some(own)),
        None => process_in_force(view, code, day),
    }
}

/// A step that a dossier came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepRow {
    /// The version of the process it belongs to.
    pub process_id: i64,
    /// Its place in the process, from 1.
    pub step: usize,
    /// When the dossier came to it.
    pub began_at: OfficeTime,
    /// Who passed it on.
    pub actor: String,
    /// Who had it then.
    pub holder: String,
    /// Why, where it went back; may be empty.
    pub reason: String,
}

/// The steps a dossier was passed on to, oldest first. The first step, where it stands from its
/// receipt, has no row.
///
/// # Errors
/// When the book cannot be read.
pub fn steps_of(view: View<'_>, dossier: i64) -> Result<Vec<StepRow>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT process_id, step, began_at, actor, holder, reason FROM dossier_step
             WHERE dossier_id = ?1 ORDER BY position",
        )?
        .query_and_then([dossier], |row| {
            let step = row.get::<_, i64>("step")?;
            Ok(StepRow {
                process_id: row.get("process_id")?,
                step: usize::try_from(step).map_err(|_| StoreError::Unreadable("step"))?,
                began_at: moment(row, "began_at")?,
                actor: row.get("actor")?,
                holder: row.get("holder")?,
                reason: row.get("reason")?,
            })
        })?
        .collect()
}

/// A step that a dossier is passed on to, at this very minute and by whoever does it.
#[derive(Debug, Clone, Copy)]
pub struct NewStep<'a> {
    /// The version of the process.
    pub process_id: i64,
    /// Its place in the process, from 1.
    pub step: usize,
    /// Who has the dossier now.
    pub holder: &'a str,
    /// Why, where it goes back; may be empty.
    pub reason: &'a str,
}

/// Notes that a dossier came to a step.
///
/// # Errors
/// When the book refuses.
pub fn record_step(tx: &Tx<'_>, dossier: i64, new: &NewStep<'_>) -> Result<(), StoreError> {
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO dossier_step (
                 dossier_id, position, process_id, step, began_at, actor, holder, reason)
             SELECT :dossier, 1 + count(*), :process_id, :step, :began_at, :actor, :holder, :reason
             FROM dossier_step WHERE dossier_id = :dossier",
        )?
        .execute(named_params! {
            ":dossier": dossier,
            ":process_id": new.process_id,
            ":step": i64::try_from(new.step).unwrap_or(i64::MAX),
            ":began_at": tx.now().to_minute().millis(),
            ":actor": tx.actor(),
            ":holder": new.holder,
            ":reason": new.reason,
        })?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}
