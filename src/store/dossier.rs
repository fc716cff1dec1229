//! Dossiers: writing a received one, reading one back, moving one on.

use chrono::Datelike;
use rusqlite::{OptionalExtension, Row, named_params, params};

use super::applicant::{Columns, applicant_of_row};
use super::counter;
use super::error::StoreError;
use super::procedure::{StoredProcedure, procedure_of_row};
use super::promise::{due_of_row, explanation};
use super::row::{from_json, from_word, iso, moment, optional_moment, to_json, word};
use super::search_index::{self, Keys};
use super::transact::{Tx, View};
use crate::domain::clock_start::ClockStart;
use crate::domain::code::CodePattern;
use crate::domain::dossier::{Dossier, NewDossier, Promised};
use crate::domain::hands::Hands;
use crate::domain::limit::Limit;
use crate::domain::paper::{Paper, RequiredPaper};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;

/// What the book gives a dossier when it takes it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// The book's own number.
    pub id: i64,
    /// The dossier's code.
    pub code: String,
    /// Running number in the year's register.
    pub number: i64,
}

/// What is decided about a new dossier before the book numbers it.
#[derive(Debug)]
pub struct Reception<'a> {
    /// When it is received.
    pub received_at: OfficeTime,
    /// What was asked for.
    pub new: &'a NewDossier,
    /// The version of the procedure it is received under.
    pub version: &'a StoredProcedure,
    /// What is promised.
    pub promised: &'a Promised,
    /// How codes look.
    pub pattern: &'a CodePattern,
    /// The unit's code.
    pub unit: &'a str,
    /// Who receives it.
    pub officer: &'a str,
    /// Where it stands.
    pub standing: Standing,
}

/// Where a dossier stands, and since when as far as lists and reports ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Its status.
    pub status: Status,
    /// When the result lay at the desk: set in [`Status::Finished`] and [`Status::Returned`].
    pub finished_at: Option<OfficeTime>,
    /// When it was returned, withdrawn, refused or stopped.
    pub ended_at: Option<OfficeTime>,
}

impl Standing {
    /// Just received.
    pub const RECEIVED: Self = Self { status: Status::Received, finished_at: None, ended_at: None };
}

/// Numbers a new dossier and writes it with its papers and search keys.
///
/// # Errors
/// When the book refuses; the numbers are then given to the next dossier.
pub fn insert_dossier(tx: &Tx<'_>, reception: &Reception<'_>) -> Result<Numbered, StoreError> {
    let today = reception.received_at.date();
    let (new, promised) = (reception.new, reception.promised);
    let series = reception.pattern.series(reception.unit, today);
    let sequence = counter::take(tx, &series)?;
    let numbered = Numbered {
        id: counter::take(tx, "dossier")?,
        code: reception.pattern.code(reception.unit, today, sequence),
        number: counter::take(tx, &format!("register:{}", today.year()))?,
    };
    let applicant = Columns::of(&new.applicant)?;
    let keys = Keys::of(new);
    let principal = new.principal.as_ref().map(to_json).transpose()?;
    let _ = tx.inner.prepare_cached(INSERT)?.execute(params![
        numbered.id,
        numbered.code,
        series,
        sequence,
        today.year(),
        numbered.number,
        reception.version.id,
        new.subject,
        applicant.kind,
        new.applicant.name,
        keys.applicant,
        keys.principal,
        applicant.identity_kind,
        new.applicant.identity_number(),
        applicant.birth,
        applicant.sex,
        new.applicant.address,
        new.applicant.phone,
        new.applicant.email,
        principal,
        new.sets,
        promised.limit.to_string(),
        reception.received_at.millis(),
        iso(today),
        promised.due.at.map(OfficeTime::millis),
        explanation(&promised.due)?,
        reception.standing.status.number(),
        word(&new.channel)?,
        word(&new.return_by)?,
        new.note,
        reception.officer,
        reception.version.procedure.field,
        reception.standing.finished_at.map(OfficeTime::millis),
        reception.standing.ended_at.map(OfficeTime::millis),
        promised.start.map(|start| start.at.millis()),
        promised.start.map(|start| word(&start.reason)).transpose()?,
        promised.second_limit.map(|limit| limit.to_string()),
    ])?;
    insert_papers(tx, (numbered.id, 0), &new.papers, &reception.version.procedure.papers)?;
    search_index::index(tx, &numbered, new, &keys)?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(numbered)
}

const INSERT: &str = "INSERT INTO dossier (
         id, code, series, sequence, register_year, register_number, procedure_version_id,
         subject, applicant_kind, applicant_name, applicant_key, principal_key, identity_kind,
         identity_number, birth, sex, address, phone, email, principal, sets, time_limit,
         received_at, received_on, due_at, due_days, status, channel, return_by, note,
         received_by, field, finished_at, ended_at, clock_from, clock_reason, second_limit)
     VALUES (
         ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
         ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37)";

/// Adds papers to those a dossier has already.
///
/// # Errors
/// When the book refuses.
pub fn add_papers(tx: &Tx<'_>, dossier: &Dossier, papers: &[Paper]) -> Result<(), StoreError> {
    insert_papers(tx, (dossier.id, dossier.papers.len()), papers, &dossier.procedure.papers)?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}

/// Puts papers behind the first `kept` ones. A paper of the procedure's own list is kept by its place
/// there, any other by its name.
pub(super) fn insert_papers(
    tx: &Tx<'_>,
    (id, kept): (i64, usize),
    papers: &[Paper],
    listed: &[RequiredPaper],
) -> Result<(), StoreError> {
    let mut statement = tx.inner.prepare_cached(
        "INSERT INTO dossier_paper (dossier_id, position, listed_as, name, way, originals, copies)
         VALUES (:dossier_id, :position, :listed_as, :name, :way, :originals, :copies)",
    )?;
    let last = i64::try_from(kept).unwrap_or(i64::MAX);
    for (position, paper) in (last.saturating_add(1)..).zip(papers) {
        let listed_as = (1_i64..).zip(listed).find(|(_, listed)| listed.name == paper.name);
        let _ = statement.execute(named_params! {
            ":dossier_id": id,
            ":position": position,
            ":listed_as": listed_as.map(|(place, _)| place),
            ":name": listed_as.is_none().then_some(&paper.name),
            ":way": word(&paper.way)?,
            ":originals": paper.originals,
            ":copies": paper.copies,
        })?;
    }
    Ok(())
}

/// The dossier with exactly this code.
///
/// # Errors
/// When the book cannot be read.
pub fn dossier_by_code(view: View<'_>, code: &str) -> Result<Option<Dossier>, StoreError> {
    let found = view
        .0
        .prepare_cached(
            "SELECT dossier.id AS dossier_id, dossier.code AS dossier_code, register_number,
                 subject, applicant_kind, applicant_name, identity_kind, identity_number, birth,
                 sex, address, phone, email, principal, sets, time_limit, received_at, due_at, due_days,
                 status, channel, return_by, note, received_by, finished_at, ended_at,
                 clock_from, clock_reason, promise_limit, second_limit,
                 ended_because, holder_unit, holder_name, held_since, tray, voided_because,
                 version.*
             FROM dossier
             JOIN procedure_version AS version ON version.id = dossier.procedure_version_id
             WHERE dossier.code = ?1",
        )?
        .query_row([code], |row| Ok(dossier_of_row(row)))
        .optional()?
        .transpose()?;
    let Some(mut dossier) = found else { return Ok(None) };
    dossier.papers = papers_of(view, dossier.id, &dossier.procedure.papers)?;
    Ok(Some(dossier))
}

fn dossier_of_row(row: &Row<'_>) -> Result<Dossier, StoreError> {
    let principal: Option<String> = row.get("principal")?;
    let limit: String = row.get("time_limit")?;
    let subject: String = row.get("subject")?;
    let procedure = procedure_of_row(row)?;
    Ok(Dossier {
        id: row.get("dossier_id")?,
        code: row.get("dossier_code")?,
        number: row.get("register_number")?,
        subject: if subject.is_empty() { procedure.name.clone() } else { subject },
        procedure,
        applicant: applicant_of_row(row)?,
        principal: principal.map(|_| from_json(row, "principal")).transpose()?,
        papers: Vec::new(),
        sets: row.get("sets")?,
        limit: limit.parse().map_err(|_| StoreError::Unreadable("time_limit"))?,
        start: start_of_row(row)?,
        promise_limit: optional_limit(row, "promise_limit")?,
        second_limit: optional_limit(row, "second_limit")?,
        ended_because: row.get("ended_because")?,
        received_at: moment(row, "received_at")?,
        due: due_of_row(row)?,
        status: status_of_row(row)?,
        channel: from_word(row, "channel")?,
        return_by: from_word(row, "return_by")?,
        note: row.get("note")?,
        received_by: row.get("received_by")?,
        finished_at: optional_moment(row, "finished_at")?,
        ended_at: optional_moment(row, "ended_at")?,
        holder: Hands { unit: row.get("holder_unit")?, officer: row.get("holder_name")? },
        held_since: optional_moment(row, "held_since")?,
        tray: row.get("tray")?,
        voided_because: row.get("voided_because")?,
    })
}

/// From when a promise counts, in a row with the columns `clock_from` and `clock_reason`.
pub(super) fn start_of_row(row: &Row<'_>) -> Result<Option<ClockStart>, StoreError> {
    let Some(at) = optional_moment(row, "clock_from")? else { return Ok(None) };
    Ok(Some(ClockStart { at, reason: from_word(row, "clock_reason")? }))
}

pub(super) fn optional_limit(
    row: &Row<'_>,
    column: &'static str,
) -> Result<Option<Limit>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_| StoreError::Unreadable(column))).transpose()
}

pub(super) fn status_of_row(row: &Row<'_>) -> Result<Status, StoreError> {
    Status::from_number(row.get("status")?).ok_or(StoreError::Unreadable("status"))
}

fn papers_of(view: View<'_>, id: i64, listed: &[RequiredPaper]) -> Result<Vec<Paper>, StoreError> {
    let mut statement = view.0.prepare_cached(
        "SELECT listed_as, name, way, originals, copies FROM dossier_paper
         WHERE dossier_id = ?1 ORDER BY position",
    )?;
    let rows = statement.query_and_then([id], |row| {
        let place: Option<usize> =
            row.get::<_, Option<i64>>("listed_as")?.and_then(|place| usize::try_from(place).ok());
        let name = match place {
            Some(place) => listed.get(place.wrapping_sub(1)).map(|listed| listed.name.clone()),
            None => row.get("name")?,
        };
        Ok(Paper {
            name: name.ok_or(StoreError::Unreadable("listed_as"))?,
            way: from_word(row, "way")?,
            originals: row.get("originals")?,
            copies: row.get("copies")?,
        })
    })?;
    rows.collect()
}

/// Keeps why a dossier ended without a result.
///
/// # Errors
/// When the book refuses.
pub fn set_end_reason(tx: &Tx<'_>, dossier: i64, reason: &str) -> Result<(), StoreError> {
    let sql = "UPDATE dossier SET ended_because = ?2 WHERE id = ?1";
    let _ = tx.inner.prepare_cached(sql)?.execute((dossier, reason))?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}

/// Makes the number of a dossier count for nothing.
///
/// # Errors
/// When the book refuses.
pub fn set_voided(tx: &Tx<'_>, dossier: i64, reason: &str) -> Result<(), StoreError> {
    let sql = "UPDATE dossier SET voided_because = ?2 WHERE id = ?1";
    let _ = tx.inner.prepare_cached(sql)?.execute((dossier, reason))?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}

/// Puts a dossier's folder or result into a tray; an empty one takes it out.
///
/// # Errors
/// When the book refuses.
pub fn set_tray(tx: &Tx<'_>, dossier: i64, tray: &str) -> Result<(), StoreError> {
    let sql = "UPDATE dossier SET tray = ?2 WHERE id = ?1";
    let _ = tx.inner.prepare_cached(sql)?.execute((dossier, tray))?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}

/// Moves a dossier on.
///
/// # Errors
/// When the book refuses.
pub fn set_standing(tx: &Tx<'_>, dossier: i64, standing: &Standing) -> Result<(), StoreError> {
    let sql = "UPDATE dossier SET status = ?2, finished_at = ?3, ended_at = ?4 WHERE id = ?1";
    let _ = tx.inner.prepare_cached(sql)?.execute((
        dossier,
        standing.status.number(),
        standing.finished_at.map(OfficeTime::millis),
        standing.ended_at.map(OfficeTime::millis),
    ))?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}
