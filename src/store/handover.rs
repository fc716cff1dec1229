//! Lists of folders that changed hands together.

use chrono::{Datelike, NaiveDate};
use rusqlite::{OptionalExtension, Row, named_params};

use super::counter;
use super::error::StoreError;
use super::list::midnight;
use super::row::{from_word, moment, optional_moment, word};
use super::transact::{Tx, View};
use crate::domain::handover::{Handover, HandoverKind, HandoverLine};
use crate::domain::hands::Hands;
use crate::domain::status::Status;

/// A folder to be put on a list.
#[derive(Debug, Clone, Copy)]
pub struct NewLine<'a> {
    /// The dossier's number in the book.
    pub dossier: i64,
    /// Whether the result comes or goes with it.
    pub result: bool,
    /// The post's bill code; may be empty.
    pub bill: &'a str,
}

/// Numbers a list and keeps its lines; answers its number in the book.
///
/// # Errors
/// When the book refuses.
pub fn put_handover(
    tx: &Tx<'_>,
    kind: HandoverKind,
    other: &Hands,
    note: &str,
    lines: &[NewLine<'_>],
) -> Result<i64, StoreError> {
    let (word, series) = (word(&kind)?, kind.series());
    let year = tx.now().date().year();
    let id = counter::take(tx, "handover")?;
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO handover (id, kind, series, year, number, at, actor, unit, officer, note)
             VALUES (:id, :kind, :series, :year, :number, :at, :actor, :unit, :officer, :note)",
        )?
        .execute(named_params! {
            ":id": id,
            ":kind": word,
            ":series": series,
            ":year": year,
            ":number": counter::take(tx, &format!("handover:{series}:{year}"))?,
            ":at": tx.now().millis(),
            ":actor": tx.actor(),
            ":unit": other.unit,
            ":officer": other.officer,
            ":note": note,
        })?;
    let mut statement = tx.inner.prepare_cached(
        "INSERT INTO handover_line (
             handover_id, position, dossier_id, result, bill, undone, due_at, complete)
         SELECT ?1, ?2, id, ?4, ?5, 0, due_at, ?4 OR status <> ?6 FROM dossier WHERE id = ?3",
    )?;
    let waits = Status::AwaitingPapers.number();
    for (position, line) in (1_i64..).zip(lines) {
        let _ = statement.execute((id, position, line.dossier, line.result, line.bill, waits))?;
    }
    tx.touch(|changed| changed.dossiers = true);
    Ok(id)
}

/// The list with this number in the book, with its lines.
///
/// # Errors
/// When the book cannot be read.
pub fn handover(view: View<'_>, id: i64) -> Result<Option<Handover>, StoreError> {
    let found = view
        .0
        .prepare_cached("SELECT * FROM handover WHERE id = ?1")?
        .query_row([id], |row| Ok(of_row(row)))
        .optional()?
        .transpose()?;
    let Some(mut found) = found else { return Ok(None) };
    found.lines = lines_of(view, id)?;
    Ok(Some(found))
}

/// The number and year of the list of `kind` on which a dossier stands; `None` where it is on none, or
/// was taken off by an undo.
///
/// # Errors
/// When the book cannot be read.
pub fn standing_list(
    view: View<'_>,
    dossier: i64,
    kind: HandoverKind,
) -> Result<Option<(i64, i32)>, StoreError> {
    Ok(view
        .0
        .prepare_cached(
            "SELECT number, year FROM handover_line
             JOIN handover ON handover.id = handover_id
             WHERE dossier_id = ?1 AND undone = 0 AND kind = ?2
             ORDER BY handover_id DESC LIMIT 1",
        )?
        .query_row((dossier, word(&kind)?), |row| Ok((row.get("number")?, row.get("year")?)))
        .optional()?)
}

/// The lists made from `from` to `to`, newest first, each with its lines.
///
/// # Errors
/// When the book cannot be read.
pub fn handovers_between(
    view: View<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Handover>, StoreError> {
    let after = to.succ_opt().unwrap_or(to);
    let mut found = view
        .0
        .prepare_cached(
            "SELECT * FROM handover WHERE at >= ?1 AND at < ?2 ORDER BY at DESC, id DESC",
        )?
        .query_and_then([midnight(from), midnight(after)], of_row)?
        .collect::<Result<Vec<_>, _>>()?;
    for list in &mut found {
        list.lines = lines_of(view, list.id)?;
    }
    Ok(found)
}

/// The code of the bill, which may be empty, with which the post took the result of a dossier; `None`
/// where it did not.
///
/// # Errors
/// When the book cannot be read.
pub fn post_bill_of(view: View<'_>, dossier: i64) -> Result<Option<String>, StoreError> {
    let found = view
        .0
        .prepare_cached(
            "SELECT bill FROM handover_line AS line JOIN handover ON handover.id = handover_id
             WHERE dossier_id = ?1 AND kind = 'post_out' AND undone = 0
             ORDER BY handover_id DESC LIMIT 1",
        )?
        .query_row([dossier], |row| row.get("bill"))
        .optional()?;
    Ok(found)
}

fn lines_of(view: View<'_>, id: i64) -> Result<Vec<HandoverLine>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT dossier.code AS dossier_code, applicant_name, address, version.name AS procedure_name,
                 line.due_at AS due_at, return_by, line.result, bill, undone, complete, coalesce(result.number, '') AS result_number
             FROM handover_line AS line
             JOIN dossier ON dossier.id = line.dossier_id
             JOIN procedure_version AS version ON version.id = procedure_version_id
             LEFT JOIN result ON result.dossier_id = dossier.id
             WHERE handover_id = ?1 ORDER BY position",
        )?
        .query_and_then([id], |row| {
            Ok(HandoverLine {
                code: row.get("dossier_code")?,
                applicant: row.get("applicant_name")?,
                address: row.get("address")?,
                procedure: row.get("procedure_name")?,
                due_at: optional_moment(row, "due_at")?,
                return_by: from_word(row, "return_by")?,
                result: row.get("result")?,
                result_number: row.get("result_number")?,
                bill: row.get("bill")?,
                complete: row.get("complete")?,
                undone: row.get("undone")?,
            })
        })?
        .collect()
}

fn of_row(row: &Row<'_>) -> Result<Handover, StoreError> {
    Ok(Handover {
        id: row.get("id")?,
        kind: from_word(row, "kind")?,
        year: row.get("year")?,
        number: row.get("number")?,
        at: moment(row, "at")?,
        actor: row.get("actor")?,
        other: Hands { unit: row.get("unit")?, officer: row.get("officer")? },
        note: row.get("note")?,
        lines: Vec::new(),
    })
}
