//! How dossiers stood before their last acts, and putting them back.

use chrono::Days;
use rusqlite::{OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};

use super::counter;
use super::error::StoreError;
use super::history::{HandBack, hand_back_of};
use super::past_promise::{PastPromise, past_promises};
use super::process::{StepRow, steps_of};
use super::result::{SignedResult, result_of};
use super::row::{from_json, moment, to_json};
use super::transact::{Act, Tx, View};
use super::transfer::transfers_of;
use super::wait::waits_of;
use crate::domain::hands::Transfer;
use crate::domain::time::OfficeTime;
use crate::domain::waiting::Wait;

/// How many acts of one dossier can be undone, one after the other.
const MOST_POINTS: i64 = 4;

/// For how many days an act can be undone: what is older has gone into reports.
pub const UNDO_DAYS: u64 = 30;

/// Everything about a dossier that an act may change, as the columns have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Life {
    status: i64,
    finished_at: Option<i64>,
    ended_at: Option<i64>,
    due_at: Option<i64>,
    due_days: String,
    clock_from: Option<i64>,
    clock_reason: Option<String>,
    promise_limit: Option<String>,
    ended_because: Option<String>,
    holder_unit: String,
    holder_name: String,
    held_since: Option<i64>,
    tray: String,
    voided_because: Option<String>,
    waits: i64,
    last_wait_until: Option<i64>,
    papers: i64,
    past_promises: i64,
    steps: i64,
    transfers: i64,
    last_notice: i64,
    last_handover: i64,
    result: Option<String>,
    hand_back: Option<String>,
}

impl Life {
    /// Whether the folder is at the desk, where trays stand, and still worked upon.
    fn is_at_the_desk(&self) -> bool {
        self.held_since.is_none() && self.ended_at.is_none()
    }

    /// Where the folder lies when `now` is put back to this: an act that took it from the desk took it
    /// out of its tray; what was put into a tray since lies there still, whatever is undone on paper.
    fn tray_after<'a>(&'a self, now: &'a Self) -> &'a str {
        if now.is_at_the_desk() && self.is_at_the_desk() { &now.tray } else { &self.tray }
    }
}

/// What an undo takes away, kept with it: nothing that was written down is lost.
#[derive(Serialize)]
struct Removed {
    life: Life,
    waits: Vec<Wait>,
    promises: Vec<PastPromise>,
    papers: Vec<String>,
    steps: Vec<StepRow>,
    transfers: Vec<Transfer>,
    result: Option<SignedResult>,
    hand_back: Option<HandBack>,
}

/// An act that can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoPoint {
    /// The journal's word for it.
    pub act: String,
    /// Another act of the same moment.
    pub also: Option<String>,
    /// When it was done.
    pub at: OfficeTime,
    /// By whom.
    pub actor: String,
    life: Life,
    position: i64,
}

/// An act that was undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UndoneAct {
    /// The journal's word for it.
    pub act: String,
    /// When it had been done.
    pub acted_at: OfficeTime,
    /// By whom.
    pub acted_by: String,
    /// When it was undone.
    pub at: OfficeTime,
    /// By whom.
    pub actor: String,
    /// Why.
    pub reason: String,
}

/// Remembers how a dossier stands before `act` is done to it, in one transaction with another one.
///
/// # Errors
/// When the book refuses.
pub fn remember(tx: &Tx<'_>, dossier: i64, act: Act, also: Option<Act>) -> Result<(), StoreError> {
    let life = life_of(tx.view(), dossier)?;
    let _ = tx
        .inner
        .prepare_cached(
            // Never before the act it follows, whatever a clock says that was set back: the oldest are the
            // first to go.
            "INSERT INTO undo_point (dossier_id, position, act, also, at, actor, life)
             SELECT :dossier, 1 + coalesce(max(position), 0), :act, :also,
                 CASE WHEN max(at) > :at THEN max(at) ELSE :at END, :actor, :life
             FROM undo_point WHERE dossier_id = :dossier",
        )?
        .execute(named_params! {
            ":dossier": dossier,
            ":act": act.word(),
            ":also": also.map(Act::word),
            ":at": tx.now().millis(),
            ":actor": tx.actor(),
            ":life": to_json(&life)?,
        })?;
    let _ = tx
        .inner
        .prepare_cached(
            "DELETE FROM undo_point WHERE dossier_id = ?1 AND position <= (
                 SELECT max(position) FROM undo_point WHERE dossier_id = ?1) - ?2",
        )?
        .execute((dossier, MOST_POINTS))?;
    // In passing, a few that are too old, whosever they are.
    let _ = tx
        .inner
        .prepare_cached(
            "DELETE FROM undo_point WHERE (dossier_id, position) IN (
                 SELECT dossier_id, position FROM undo_point WHERE at < ?1
                 ORDER BY at, dossier_id, position LIMIT 8)",
        )?
        .execute([oldest(tx.now()).millis()])?;
    Ok(())
}

/// Forgets how a dossier stood: what follows cannot be put back behind it.
///
/// # Errors
/// When the book refuses.
pub fn forget_undo(tx: &Tx<'_>, dossier: i64) -> Result<(), StoreError> {
    let sql = "DELETE FROM undo_point WHERE dossier_id = ?1";
    let _ = tx.inner.prepare_cached(sql)?.execute([dossier])?;
    Ok(())
}

/// Forgets how a dossier stood before papers came: the list of its papers is another one since, and
/// what came cannot be told apart in it.
///
/// # Errors
/// When the book refuses.
pub fn forget_papers_came(tx: &Tx<'_>, dossier: i64) -> Result<(), StoreError> {
    let _ = tx
        .inner
        .prepare_cached(
            "DELETE FROM undo_point WHERE dossier_id = ?1 AND position <= (
                 SELECT max(position) FROM undo_point WHERE dossier_id = ?1 AND act = ?2)",
        )?
        .execute((dossier, Act::PapersCame.word()))?;
    Ok(())
}

/// Whether papers came with the act of this name.
fn came(act: &str) -> bool {
    act == Act::PapersCame.word()
}

/// What the papers of a dossier are called; one of the procedure's list by its place there.
fn paper_names(view: View<'_>, dossier: i64) -> Result<Vec<String>, StoreError> {
    let names = view
        .0
        .prepare_cached(
            "SELECT coalesce(name, CAST(listed_as AS TEXT)) FROM dossier_paper
             WHERE dossier_id = ?1 ORDER BY position",
        )?
        .query_map([dossier], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(names)
}

/// The last act of a dossier that can still be undone at `now`.
///
/// # Errors
/// When the book cannot be read.
pub fn undo_point(
    view: View<'_>,
    dossier: i64,
    now: OfficeTime,
) -> Result<Option<UndoPoint>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT position, act, also, at, actor, life FROM undo_point
             WHERE dossier_id = ?1 ORDER BY position DESC LIMIT 1",
        )?
        .query_row([dossier], |row| Ok(point_of_row(row)))
        .optional()?
        .transpose()
        .map(|found| found.filter(|point| point.at >= oldest(now)))
}

/// Puts a dossier back to how it stood before the act of `point`; what came with the act goes, and is
/// kept with the `reason`. Numbers given with it stay given.
///
/// # Errors
/// When the book refuses.
pub fn put_back(
    tx: &Tx<'_>,
    dossier: i64,
    point: &UndoPoint,
    reason: &str,
) -> Result<(), StoreError> {
    let life = &point.life;
    let removed = removed(tx.view(), dossier, point)?;
    let _ = tx
        .inner
        .prepare_cached(
            "UPDATE dossier SET status = :status, finished_at = :finished_at, ended_at = :ended_at,
                 due_at = :due_at, due_days = :due_days, clock_from = :clock_from,
                 clock_reason = :clock_reason, promise_limit = :promise_limit,
                 ended_because = :ended_because, holder_unit = :holder_unit,
                 holder_name = :holder_name, held_since = :held_since, tray = :tray,
                 voided_because = :voided_because
             WHERE id = :dossier",
        )?
        .execute(named_params! {
            ":dossier": dossier,
            ":status": life.status,
            ":finished_at": life.finished_at,
            ":ended_at": life.ended_at,
            ":due_at": life.due_at,
            ":due_days": life.due_days,
            ":clock_from": life.clock_from,
            ":clock_reason": life.clock_reason,
            ":promise_limit": life.promise_limit,
            ":ended_because": life.ended_because,
            ":holder_unit": life.holder_unit,
            ":holder_name": life.holder_name,
            ":held_since": life.held_since,
            ":tray": life.tray_after(&removed.life),
            ":voided_because": life.voided_because,
        })?;
    let went = [
        ("DELETE FROM wait WHERE dossier_id = ?1 AND position > ?2", life.waits),
        ("DELETE FROM past_promise WHERE dossier_id = ?1 AND position > ?2", life.past_promises),
        ("DELETE FROM dossier_step WHERE dossier_id = ?1 AND position > ?2", life.steps),
        ("DELETE FROM transfer WHERE dossier_id = ?1 AND position > ?2", life.transfers),
        ("UPDATE notice SET undone = 1 WHERE dossier_id = ?1 AND id > ?2", life.last_notice),
        // What the post brought came with no act of the dossier's own.
        (
            "UPDATE handover_line SET undone = 1 WHERE dossier_id = ?1 AND handover_id > ?2
                 AND handover_id NOT IN (SELECT id FROM handover WHERE kind = 'post_in')",
            life.last_handover,
        ),
    ];
    for (sql, last) in went {
        let _ = tx.inner.prepare_cached(sql)?.execute((dossier, last))?;
    }
    if came(&point.act) {
        // No other act adds papers; what a correction wrote meanwhile stays.
        let sql = "DELETE FROM dossier_paper WHERE dossier_id = ?1 AND position > ?2";
        let _ = tx.inner.prepare_cached(sql)?.execute((dossier, life.papers))?;
    }
    let _ = tx
        .inner
        .prepare_cached("UPDATE wait SET until_at = ?3 WHERE dossier_id = ?1 AND position = ?2")?
        .execute((dossier, life.waits, life.last_wait_until))?;
    if life.result.is_none() {
        let _ = tx.inner.execute("DELETE FROM result WHERE dossier_id = ?1", [dossier])?;
    }
    if life.hand_back.is_none() {
        let _ = tx.inner.execute("DELETE FROM hand_back WHERE dossier_id = ?1", [dossier])?;
    }
    let _ = tx.inner.execute(
        "DELETE FROM undo_point WHERE dossier_id = ?1 AND position >= ?2",
        (dossier, point.position),
    )?;
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO undone (
                 id, dossier_id, act, also, acted_at, acted_by, at, actor, reason, removed)
             VALUES (:id, :dossier, :act, :also, :acted_at, :acted_by, :at, :actor, :reason, :removed)",
        )?
        .execute(named_params! {
            ":id": counter::take(tx, "undone")?,
            ":dossier": dossier,
            ":act": point.act,
            ":also": point.also,
            ":acted_at": point.at.millis(),
            ":acted_by": point.actor,
            ":at": tx.now().millis(),
            ":actor": tx.actor(),
            ":reason": reason,
            ":removed": to_json(&removed)?,
        })?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}

/// What goes when a dossier is put back to `point`.
fn removed(view: View<'_>, dossier: i64, point: &UndoPoint) -> Result<Removed, StoreError> {
    fn after<T>(rows: Vec<T>, kept: i64) -> Vec<T> {
        rows.into_iter().skip(usize::try_from(kept).unwrap_or(usize::MAX)).collect()
    }
    let UndoPoint { act, life, .. } = point;
    let result = if life.result.is_none() { result_of(view, dossier)? } else { None };
    let hand_back = if life.hand_back.is_none() { hand_back_of(view, dossier)? } else { None };
    Ok(Removed {
        life: life_of(view, dossier)?,
        waits: after(waits_of(view, dossier)?, life.waits),
        promises: after(past_promises(view, dossier)?, life.past_promises),
        papers: if came(act) {
            after(paper_names(view, dossier)?, life.papers)
        } else {
            Vec::new()
        },
        steps: after(steps_of(view, dossier)?, life.steps),
        transfers: after(transfers_of(view, dossier)?, life.transfers),
        result,
        hand_back,
    })
}

/// The acts of a dossier that were undone, oldest first.
///
/// # Errors
/// When the book cannot be read.
pub fn undone_of(view: View<'_>, dossier: i64) -> Result<Vec<UndoneAct>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT act, acted_at, acted_by, at, actor, reason FROM undone
             WHERE dossier_id = ?1 ORDER BY id",
        )?
        .query_and_then([dossier], |row| {
            Ok(UndoneAct {
                act: row.get("act")?,
                acted_at: moment(row, "acted_at")?,
                acted_by: row.get("acted_by")?,
                at: moment(row, "at")?,
                actor: row.get("actor")?,
                reason: row.get("reason")?,
            })
        })?
        .collect()
}

fn oldest(now: OfficeTime) -> OfficeTime {
    let day = now.date().checked_sub_days(Days::new(UNDO_DAYS)).unwrap_or(now.date());
    OfficeTime::new(day, chrono::NaiveTime::MIN)
}

fn point_of_row(row: &Row<'_>) -> Result<UndoPoint, StoreError> {
    Ok(UndoPoint {
        act: row.get("act")?,
        also: row.get("also")?,
        at: moment(row, "at")?,
        actor: row.get("actor")?,
        life: from_json(row, "life")?,
        position: row.get("position")?,
    })
}

fn life_of(view: View<'_>, dossier: i64) -> Result<Life, StoreError> {
    let life = view
        .0
        .prepare_cached(
            "SELECT status, finished_at, ended_at, due_at, due_days, clock_from, clock_reason,
                 promise_limit, ended_because, holder_unit, holder_name, held_since, tray,
                 voided_because,
                 (SELECT count(*) FROM wait WHERE dossier_id = ?1) AS waits,
                 (SELECT until_at FROM wait WHERE dossier_id = ?1
                  ORDER BY position DESC LIMIT 1) AS last_wait_until,
                 (SELECT count(*) FROM dossier_paper WHERE dossier_id = ?1) AS papers,
                 (SELECT count(*) FROM past_promise WHERE dossier_id = ?1) AS past_promises,
                 (SELECT count(*) FROM dossier_step WHERE dossier_id = ?1) AS steps,
                 (SELECT count(*) FROM transfer WHERE dossier_id = ?1) AS transfers,
                 (SELECT coalesce(max(id), 0) FROM notice WHERE dossier_id = ?1) AS last_notice,
                 (SELECT coalesce(max(handover_id), 0) FROM handover_line
                  WHERE dossier_id = ?1) AS last_handover,
                 (SELECT number || '; ' || signed_on || '; ' || signer FROM result
                  WHERE dossier_id = ?1) AS result,
                 (SELECT collector FROM hand_back WHERE dossier_id = ?1) AS hand_back
             FROM dossier WHERE id = ?1",
        )?
        .query_row([dossier], |row| {
            Ok(Life {
                status: row.get("status")?,
                finished_at: row.get("finished_at")?,
                ended_at: row.get("ended_at")?,
                due_at: row.get("due_at")?,
                due_days: row.get("due_days")?,
                clock_from: row.get("clock_from")?,
                clock_reason: row.get("clock_reason")?,
                promise_limit: row.get("promise_limit")?,
                ended_because: row.get("ended_because")?,
                holder_unit: row.get("holder_unit")?,
                holder_name: row.get("holder_name")?,
                held_since: row.get("held_since")?,
                tray: row.get("tray")?,
                voided_because: row.get("voided_because")?,
                waits: row.get("waits")?,
                last_wait_until: row.get("last_wait_until")?,
                papers: row.get("papers")?,
                past_promises: row.get("past_promises")?,
                steps: row.get("steps")?,
                transfers: row.get("transfers")?,
                last_notice: row.get("last_notice")?,
                last_handover: row.get("last_handover")?,
                result: row.get("result")?,
                hand_back: row.get("hand_back")?,
            })
        })?;
    Ok(life)
}
