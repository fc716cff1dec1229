//! Dossiers as the register lists them.

use chrono::NaiveDate;
use rusqlite::Row;

use super::dossier::status_of_row;
use super::error::StoreError;
use super::row::{from_word, iso, moment, optional_moment};
use super::transact::View;
use crate::domain::collection::Collector;
use crate::domain::dossier::ReturnBy;
use crate::domain::register_line::{Ended, Ending, RegisterLine};
use crate::domain::status::Status;

/// The dossiers received from `from` to `to`, both included, in the order of the register.
///
/// # Errors
/// When the book cannot be read.
pub fn register_rows(
    view: View<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<RegisterLine>, StoreError> {
    let mut statement = view.0.prepare_cached(
        "SELECT register_number, dossier.code AS dossier_code, version.name AS procedure_name,
             applicant_name, identity_number, address, phone, received_at, due_at, return_by,
             voided_because, hand_back.at AS returned_at, collector, status, ended_at,
             (SELECT number FROM notice
              WHERE notice.dossier_id = dossier.id AND kind IN ('refusal', 'stop') AND undone = 0
              ORDER BY notice.id DESC LIMIT 1) AS notice_number
         FROM dossier
         JOIN procedure_version AS version ON version.id = dossier.procedure_version_id
         LEFT JOIN hand_back ON hand_back.dossier_id = dossier.id
         WHERE received_on BETWEEN ?1 AND ?2
         ORDER BY register_year, register_number",
    )?;
    let rows = statement.query_and_then([iso(from), iso(to)], of_row)?;
    rows.collect()
}

fn of_row(row: &Row<'_>) -> Result<RegisterLine, StoreError> {
    let applicant: String = row.get("applicant_name")?;
    let return_by = from_word(row, "return_by")?;
    Ok(RegisterLine {
        number: row.get("register_number")?,
        code: row.get("dossier_code")?,
        procedure: row.get("procedure_name")?,
        collector: collector(row, &applicant, return_by)?,
        applicant,
        identity_number: row.get("identity_number")?,
        address: row.get("address")?,
        phone: row.get("phone")?,
        handled_by: String::new(),
        received_at: moment(row, "received_at")?,
        due_at: optional_moment(row, "due_at")?,
        returned_at: optional_moment(row, "returned_at")?,
        return_by,
        void: row.get("voided_because")?,
        ended: ended(row)?,
    })
}

/// How a dossier ended without a result.
fn ended(row: &Row<'_>) -> Result<Option<Ended>, StoreError> {
    let how = match status_of_row(row)? {
        Status::Refused => Ending::Refused,
        Status::Stopped => Ending::Stopped,
        Status::Withdrawn => Ending::Withdrawn,
        _ => return Ok(None),
    };
    // A voided number says so itself.
    let voided: Option<String> = row.get("voided_because")?;
    let (Some(at), None) = (optional_moment(row, "ended_at")?, voided) else { return Ok(None) };
    Ok(Some(Ended { how, on: at.date(), notice: row.get("notice_number")? }))
}

/// Who took the result at the desk; nobody is known where the post delivered it.
fn collector(row: &Row<'_>, applicant: &str, return_by: ReturnBy) -> Result<String, StoreError> {
    let Some(text) = row.get::<_, Option<String>>("collector")? else { return Ok(String::new()) };
    let by = serde_json::from_str(&text).map_err(|_| StoreError::Unreadable("collector"))?;
    Ok(match (by, return_by) {
        (Collector::Authorised { name, .. }, _) => name,
        (Collector::Applicant, ReturnBy::Counter) => applicant.to_owned(),
        (Collector::Applicant, ReturnBy::Post) => String::new(),
    })
}

/// The first day from `from` to `to` on which a dossier was received; `None` where none was.
///
/// # Errors
/// When the book cannot be read.
pub fn received_between(
    view: View<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Option<NaiveDate>, StoreError> {
    let sql = "SELECT min(received_on) AS first FROM dossier WHERE received_on BETWEEN ?1 AND ?2";
    let first: Option<String> =
        view.0.prepare_cached(sql)?.query_row([iso(from), iso(to)], |row| row.get("first"))?;
    let read = |text: String| text.parse().map_err(|_| StoreError::Unreadable("received_on"));
    first.map(read).transpose()
}

/// The first number of a year's register; 0 where it has none.
///
/// # Errors
/// When the book cannot be read.
pub fn first_in_register(view: View<'_>, year: i32) -> Result<i64, StoreError> {
    Ok(view
        .0
        .prepare_cached(
            "SELECT coalesce(min(register_number), 0) FROM dossier WHERE register_year = ?1",
        )?
        .query_row([year], |row| row.get(0))?)
}

/// The last number of a year's register; 0 where it has none.
///
/// # Errors
/// When the book cannot be read.
pub fn last_in_register(view: View<'_>, year: i32) -> Result<i64, StoreError> {
    Ok(view
        .0
        .prepare_cached(
            "SELECT coalesce(max(register_number), 0) FROM dossier WHERE register_year = ?1",
        )?
        .query_row([year], |row| row.get(0))?)
}

/// How many numbers of a year's register count for nothing.
///
/// # Errors
/// When the book cannot be read.
pub fn voided_in_register(view: View<'_>, year: i32) -> Result<usize, StoreError> {
    let count: i64 = view
        .0
        .prepare_cached(
            "SELECT count(*) FROM dossier
             WHERE register_year = ?1 AND voided_because IS NOT NULL",
        )?
        .query_row([year], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}
