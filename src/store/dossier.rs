//! Dossiers: writing a received one, reading one back, lists for the register.

use chrono::Datelike;
use rusqlite::{OptionalExtension, Row, named_params, params};

use super::counter;
use super::error::StoreError;
use super::procedure::{StoredProcedure, procedure_of_row};
use super::promise::{due_of_row, explanation};
use super::row::{from_json, from_word, iso, moment, to_json, word};
use super::search_index::{self, Keys};
use super::transact::{Tx, View};
use crate::domain::applicant::{Applicant, ApplicantKind, BirthDate};
use crate::domain::code::CodePattern;
use crate::domain::deadline::Due;
use crate::domain::dossier::{Dossier, NewDossier};
use crate::domain::fold::fold;
use crate::domain::identity::Identity;
use crate::domain::limit::Limit;
use crate::domain::paper::{Paper, RequiredPaper};
use crate::domain::procedure::base_code;
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
    /// The limit that runs.
    pub limit: Limit,
    /// The promise.
    pub due: &'a Due,
    /// How codes look.
    pub pattern: &'a CodePattern,
    /// The unit's code.
    pub unit: &'a str,
}

/// Numbers a new dossier and writes it with its papers and search keys, received by the
/// transaction's officer, status [`Status::Received`].
///
/// # Errors
/// When the book refuses; the numbers are then given to the next dossier.
pub fn insert_dossier(tx: &Tx<'_>, reception: &Reception<'_>) -> Result<Numbered, StoreError> {
    let today = reception.received_at.date();
    let new = reception.new;
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
        reception.limit.to_string(),
        reception.received_at.millis(),
        iso(today),
        reception.due.at.map(OfficeTime::millis),
        explanation(reception.due)?,
        Status::Received.number(),
        word(&new.channel)?,
        word(&new.return_by)?,
        new.note,
        tx.actor(),
    ])?;
    insert_papers(tx, numbered.id, &new.papers, &reception.version.procedure.papers)?;
    search_index::index(tx, &numbered, new, &keys)?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(numbered)
}

const INSERT: &str = "INSERT INTO dossier (
         id, code, series, sequence, register_year, register_number, procedure_version_id,
         subject, applicant_kind, applicant_name, applicant_key, principal_key, identity_kind,
         identity_number, birth, sex, address, phone, email, principal, sets, time_limit,
         received_at, received_on, due_at, due_days, status, channel, return_by, note,
         received_by)
     VALUES (
         ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
         ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31)";

/// A paper of the procedure's own list is kept by its place there, any other by its name.
fn insert_papers(
    tx: &Tx<'_>,
    id: i64,
    papers: &[Paper],
    listed: &[RequiredPaper],
) -> Result<(), StoreError> {
    let mut statement = tx.inner.prepare_cached(
        "INSERT INTO dossier_paper (dossier_id, position, listed_as, name, way, originals, copies)
         VALUES (:dossier_id, :position, :listed_as, :name, :way, :originals, :copies)",
    )?;
    for (position, paper) in (1_i64..).zip(papers) {
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

/// An applicant as columns.
struct Columns {
    kind: &'static str,
    identity_kind: Option<&'static str>,
    birth: Option<String>,
    sex: Option<String>,
}

impl Columns {
    fn of(applicant: &Applicant) -> Result<Self, StoreError> {
        Ok(match &applicant.kind {
            ApplicantKind::Person { identity, birth, sex } => Self {
                kind: "person",
                identity_kind: identity.as_ref().map(|identity| match identity {
                    Identity::Citizen(_) => "citizen",
                    Identity::Old(_) => "old",
                    Identity::Passport(_) => "passport",
                }),
                birth: birth.map(|birth| birth.to_string()),
                sex: sex.as_ref().map(word).transpose()?,
            },
            ApplicantKind::Organisation { tax_code } => Self {
                kind: "organisation",
                identity_kind: (!tax_code.is_empty()).then_some("tax_code"),
                birth: None,
                sex: None,
            },
        })
    }
}

fn applicant_of_row(row: &Row<'_>) -> Result<Applicant, StoreError> {
    let number: String = row.get("identity_number")?;
    let identity_kind: Option<String> = row.get("identity_kind")?;
    let birth: Option<String> = row.get("birth")?;
    let sex: Option<String> = row.get("sex")?;
    let kind: String = row.get("applicant_kind")?;
    let kind = if kind == "organisation" {
        ApplicantKind::Organisation { tax_code: number }
    } else {
        ApplicantKind::Person {
            identity: match identity_kind.as_deref() {
                Some("citizen") => Some(Identity::Citizen(number)),
                Some("old") => Some(Identity::Old(number)),
                Some("passport") => Some(Identity::Passport(number)),
                _ => None,
            },
            birth: birth
                .map(|text| BirthDate::recorded(&text))
                .transpose()
                .map_err(|_| StoreError::Unreadable("birth"))?,
            sex: sex.map(|_| from_word(row, "sex")).transpose()?,
        }
    };
    Ok(Applicant {
        kind,
        name: row.get("applicant_name")?,
        address: row.get("address")?,
        phone: row.get("phone")?,
        email: row.get("email")?,
    })
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
                 status, channel, return_by, note, received_by, version.*
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
        received_at: moment(row, "received_at")?,
        due: due_of_row(row)?,
        status: status_of_row(row)?,
        channel: from_word(row, "channel")?,
        return_by: from_word(row, "return_by")?,
        note: row.get("note")?,
        received_by: row.get("received_by")?,
    })
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

/// An unfinished dossier of the same person for the same procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenTwin {
    /// Its code.
    pub code: String,
    /// When it was received.
    pub received_at: OfficeTime,
}

/// Dossiers of the same applicant for the same procedure that are not finished yet, newest first,
/// at most five. The same applicant has the same number or, without one, the same folded name and
/// no other number. Who hands in for several principals has one dossier for each of them: only those
/// for the same `principal`, by folded name, are answered.
///
/// # Errors
/// When the book cannot be read.
pub fn open_twins(
    view: View<'_>,
    applicant: &Applicant,
    principal: Option<&Applicant>,
    procedure: &str,
) -> Result<Vec<OpenTwin>, StoreError> {
    let number = applicant.identity_number();
    let (condition, value) = if number.is_empty() {
        ("applicant_key = ?1 AND identity_number = ''", fold(&applicant.name))
    } else {
        ("identity_number = ?1", number.to_owned())
    };
    let mut statement = view.0.prepare_cached(&format!(
        "SELECT dossier.code, received_at FROM dossier
         JOIN procedure_version AS version ON version.id = dossier.procedure_version_id
         WHERE {condition} AND version.base_code = ?2 AND principal_key = ?3
             AND status IN (1, 2, 4, 5, 6)
         ORDER BY dossier.id DESC LIMIT 5"
    ))?;
    let principal = principal.map(|party| fold(&party.name)).unwrap_or_default();
    let values = [value.as_str(), base_code(procedure), principal.as_str()];
    let rows = statement.query_and_then(values, |row| {
        Ok(OpenTwin { code: row.get("code")?, received_at: moment(row, "received_at")? })
    })?;
    rows.collect()
}

/// Notes that a form's PDF is on disk; answers which print of it this was, from 1.
///
/// # Errors
/// When the book refuses.
pub fn record_print(tx: &Tx<'_>, dossier: i64, form: &str) -> Result<i64, StoreError> {
    let copy = print_count(tx.view(), dossier, form)? + 1;
    let _ = tx.inner.execute(
        "INSERT INTO printed_form (dossier_id, form, copy, at, actor)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        (dossier, form, copy, tx.now().millis(), tx.actor()),
    )?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(copy)
}

/// How often a form of a dossier was printed.
///
/// # Errors
/// When the book cannot be read.
pub fn print_count(view: View<'_>, dossier: i64, form: &str) -> Result<i64, StoreError> {
    Ok(view
        .0
        .prepare_cached("SELECT count(*) FROM printed_form WHERE dossier_id = ?1 AND form = ?2")?
        .query_row((dossier, form), |row| row.get(0))?)
}
