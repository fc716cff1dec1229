//! Who has which dossiers: the board of divisions and officers, and the shelves of the desk.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row};
use serde::Serialize;

use super::dossier::status_of_row;
use super::error::StoreError;
use super::list::midnight;
use super::row::optional_moment;
use super::transact::View;
use crate::domain::hands::Hands;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;

/// How many of a field's newest dossiers are asked who had them.
const NEWEST: i64 = 300;

/// What one holder has in hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoardRow {
    /// Who; the desk for what was received and has not been handed over, or came back without a result.
    pub holder: Hands,
    /// How many dossiers, those below included.
    pub dossiers: i64,
    /// How many of them wait for their applicants.
    pub waiting: i64,
    /// How many are due from now to the end of today.
    pub today: i64,
    /// How many were due before now.
    pub late: i64,
    /// How many were taken away on an earlier day and have not come back; none at the desk.
    pub not_back: i64,
}

/// What every holder has in hand at `now`: the desk first, then by division and officer.
///
/// # Errors
/// When the book cannot be read.
pub fn board(view: View<'_>, now: OfficeTime) -> Result<Vec<BoardRow>, StoreError> {
    let after = midnight(now.date().succ_opt().unwrap_or(now.date()));
    let today = midnight(now.date());
    let counts = "count(*) AS dossiers, coalesce(sum(status IN (5, 6)), 0) AS waiting,
         coalesce(sum(ended_at IS NULL AND due_at >= ?1 AND due_at < ?2), 0) AS today,
         coalesce(sum(ended_at IS NULL AND due_at < ?1), 0) AS late,
         coalesce(sum(held_since < ?3), 0) AS not_back";
    let desk = format!(
        "SELECT '' AS holder_unit, '' AS holder_name, {counts} FROM dossier
         WHERE finished_at IS NULL AND ended_at IS NULL AND held_since IS NULL"
    );
    let others = format!(
        "SELECT holder_unit, holder_name, {counts} FROM dossier
         WHERE held_since IS NOT NULL
         GROUP BY holder_unit, holder_name ORDER BY holder_unit, holder_name"
    );
    let mut rows = Vec::new();
    for sql in [desk, others] {
        let mut statement = view.0.prepare_cached(&sql)?;
        let found = statement.query_and_then([now.millis(), after, today], |row| {
            Ok::<_, StoreError>(BoardRow {
                holder: holder_of_row(row)?,
                dossiers: row.get("dossiers")?,
                waiting: row.get("waiting")?,
                today: row.get("today")?,
                late: row.get("late")?,
                not_back: row.get("not_back")?,
            })
        })?;
        rows.extend(found.collect::<Result<Vec<_>, _>>()?);
    }
    Ok(rows)
}

/// A dossier in somebody's hands, or on a shelf.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeldRow {
    /// The dossier's code.
    pub code: String,
    /// The applicant's name.
    pub applicant: String,
    /// The applicant's telephone number; may be empty.
    pub phone: String,
    /// The procedure's name.
    pub procedure: String,
    /// What is promised.
    pub due_at: Option<OfficeTime>,
    /// Where it stands.
    pub status: Status,
    /// Who has it.
    pub holder: Hands,
    /// Since when, where it is not at the desk.
    pub held_since: Option<OfficeTime>,
    /// Where it lies at the desk; may be empty.
    pub tray: String,
}

const HELD: &str = "SELECT dossier.code AS dossier_code, applicant_name, phone,
         version.name AS procedure_name, due_at, status, holder_unit, holder_name, held_since, tray
     FROM dossier JOIN procedure_version AS version ON version.id = procedure_version_id";

/// What `holder` has in hand, what is due first standing first, at most `most`.
///
/// # Errors
/// When the book cannot be read.
pub fn held_by(view: View<'_>, holder: &Hands, most: usize) -> Result<Vec<HeldRow>, StoreError> {
    let which = match holder.is_desk() {
        true => {
            "ended_at IS NULL AND finished_at IS NULL AND held_since IS NULL
             AND ?1 = holder_unit AND ?2 = holder_name"
        }
        false => "held_since IS NOT NULL AND holder_unit = ?1 AND holder_name = ?2",
    };
    let sql = format!(
        "{HELD} WHERE {which}
         ORDER BY due_at IS NULL, due_at, dossier.id LIMIT ?3"
    );
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    view.0
        .prepare_cached(&sql)?
        .query_and_then((&holder.unit, &holder.officer, most), held_of_row)?
        .collect()
}

/// What a division and all its officers have in hand, what is due first standing first, at most `most`.
///
/// # Errors
/// When the book cannot be read.
pub fn held_in(view: View<'_>, unit: &str, most: usize) -> Result<Vec<HeldRow>, StoreError> {
    let sql = format!(
        "{HELD} WHERE held_since IS NOT NULL AND holder_unit = ?1
         ORDER BY due_at IS NULL, due_at, dossier.id LIMIT ?2"
    );
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    view.0.prepare_cached(&sql)?.query_and_then((unit, most), held_of_row)?.collect()
}

/// What was taken away before `today` and has not come back, ended or not: a folder that was refused
/// in a division has papers to go back to its applicant. The longest away first, at most `most`.
///
/// # Errors
/// When the book cannot be read.
pub fn not_back(view: View<'_>, today: NaiveDate, most: usize) -> Result<Vec<HeldRow>, StoreError> {
    let sql = format!("{HELD} WHERE held_since < ?1 ORDER BY held_since, dossier.id LIMIT ?2");
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    view.0.prepare_cached(&sql)?.query_and_then((midnight(today), most), held_of_row)?.collect()
}

/// Whether what is away is to be fetched: its promise is over by `?2`, or it ended and its papers are the
/// applicant's. No other index answers this than the one of what is away.
const TO_FETCH: &str = "held_since < ?1 AND CASE WHEN ended_at IS NULL THEN due_at ELSE 0 END < ?2";

/// What was taken away before `today`, has not come back and is to be fetched: what is due until the end
/// of today or was due before, and what has ended. What is due first stands first, at most `most`.
///
/// # Errors
/// When the book cannot be read.
pub fn to_fetch(view: View<'_>, today: NaiveDate, most: usize) -> Result<Vec<HeldRow>, StoreError> {
    let sql = format!("{HELD} WHERE {TO_FETCH} ORDER BY +due_at, dossier.id LIMIT ?3");
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let (from, until) = (midnight(today), midnight(today.succ_opt().unwrap_or(today)));
    view.0.prepare_cached(&sql)?.query_and_then((from, until, most), held_of_row)?.collect()
}

/// How many dossiers [`to_fetch`] has.
///
/// # Errors
/// When the book cannot be read.
pub fn count_to_fetch(view: View<'_>, today: NaiveDate) -> Result<i64, StoreError> {
    // By holder, which is how the index has them: an office that hands nothing over is not searched.
    let sql = format!(
        "SELECT coalesce(sum(away), 0) FROM (
             SELECT sum({TO_FETCH}) AS away FROM dossier
             WHERE held_since IS NOT NULL
             GROUP BY holder_unit, holder_name) AS held"
    );
    let days = (midnight(today), midnight(today.succ_opt().unwrap_or(today)));
    Ok(view.0.prepare_cached(&sql)?.query_row(days, |row| row.get(0))?)
}

/// Results that lie ready and are promised until the end of `day`, by tray: what to take from the shelves.
///
/// # Errors
/// When the book cannot be read.
pub fn to_pick(view: View<'_>, day: NaiveDate) -> Result<Vec<HeldRow>, StoreError> {
    let sql = format!(
        "{HELD} WHERE status = 9 AND (due_at IS NULL OR due_at < ?1)
         ORDER BY tray = '', tray, dossier.id"
    );
    let after = midnight(day.succ_opt().unwrap_or(day));
    view.0.prepare_cached(&sql)?.query_and_then([after], held_of_row)?.collect()
}

/// The divisions and officers that ever had a dossier, with the names of the roster: what is offered
/// when one is asked for.
///
/// # Errors
/// When the book cannot be read.
pub fn known_holders(view: View<'_>) -> Result<Vec<Hands>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT unit AS holder_unit, name AS holder_name FROM officer
             WHERE active = 1 AND unit <> ''
             UNION
             SELECT holder_unit, holder_name FROM dossier
             WHERE held_since IS NOT NULL
             UNION
             SELECT unit, officer FROM handover WHERE kind IN ('out', 'back')
             ORDER BY holder_unit, holder_name",
        )?
        .query_and_then([], holder_of_row)?
        .collect()
}

/// Who had the last dossier of a field that was handed over, if that is among its newest: an office that
/// hands nothing over has nobody to offer, and is not searched to the first year of its book.
///
/// # Errors
/// When the book cannot be read.
pub fn last_holder_of_field(view: View<'_>, field: &str) -> Result<Option<Hands>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT unit_to AS holder_unit, officer_to AS holder_name
             FROM (SELECT id FROM dossier WHERE field = ?1 ORDER BY field, id DESC LIMIT ?2) AS newest
             JOIN transfer ON transfer.dossier_id = newest.id
             WHERE act = 'hand_over'
             ORDER BY newest.id DESC, position DESC LIMIT 1",
        )?
        .query_row((field, NEWEST), |row| Ok(holder_of_row(row)))
        .optional()?
        .transpose()
}

fn holder_of_row(row: &Row<'_>) -> Result<Hands, StoreError> {
    Ok(Hands { unit: row.get("holder_unit")?, officer: row.get("holder_name")? })
}

fn held_of_row(row: &Row<'_>) -> Result<HeldRow, StoreError> {
    Ok(HeldRow {
        code: row.get("dossier_code")?,
        applicant: row.get("applicant_name")?,
        phone: row.get("phone")?,
        procedure: row.get("procedure_name")?,
        due_at: optional_moment(row, "due_at")?,
        status: status_of_row(row)?,
        holder: holder_of_row(row)?,
        held_since: optional_moment(row, "held_since")?,
        tray: row.get("tray")?,
    })
}
