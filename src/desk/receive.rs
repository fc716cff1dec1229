//! Receiving a dossier: the desk's main act.

use chrono::NaiveDate;
use serde_json::json;

use super::error::DeskError;
use super::warning::Warning;
use crate::domain::calendar::Calendar;
use crate::domain::code::CodePattern;
use crate::domain::deadline::{DayReason, DayStep, Due, DueError, due};
use crate::domain::dossier::{Dossier, LimitChoice, NewDossier};
use crate::domain::invalid::{Field, Problem};
use crate::domain::limit::{LONGEST, Limit};
use crate::domain::office::Office;
use crate::domain::paper::{PaperWay, ReplacedPaper};
use crate::domain::phone;
use crate::domain::procedure::{Procedure, normal_code};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Changed, Db, Numbered, Reception, Stamp, StoredProcedure, Tx, View};

/// A dossier that is in the book, and what the officer should know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The dossier as the book remembers it.
    pub dossier: Dossier,
    /// Doubts that blocked nothing.
    pub warnings: Vec<Warning>,
    /// What the write changed.
    pub changed: Changed,
}

/// What receiving needs to know of the office.
#[derive(Debug)]
pub struct Rules {
    office: Office,
    pattern: CodePattern,
    calendar: Calendar,
}

impl Rules {
    /// Reads the office's rules from the book.
    ///
    /// # Errors
    /// [`DeskError::NoOffice`] before the office is set up; [`DeskError::Invalid`] for a code
    /// pattern that cannot be used.
    pub fn load(view: View<'_>) -> Result<Self, DeskError> {
        let office = store::load_office(view)?;
        if office.agency_code.is_empty() {
            return Err(DeskError::NoOffice);
        }
        Self::new(office, store::load_calendar(view)?)
    }

    /// The rules of an office with a calendar.
    ///
    /// # Errors
    /// [`DeskError::Invalid`] for a code pattern that cannot be used.
    pub fn new(office: Office, calendar: Calendar) -> Result<Self, DeskError> {
        let pattern = CodePattern::parse(&office.code_pattern)
            .map_err(|problem| Field::CodePattern.wrong(problem))?;
        Ok(Self { office, pattern, calendar })
    }

    /// Whether the office works on `day`.
    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        self.calendar.is_working(day)
    }

    /// The promise for a dossier received at `received` under `limit`, counted from the full
    /// minute: what a preview shows is what receiving at that moment stores.
    ///
    /// # Errors
    /// [`DeskError::NoWorkingDay`].
    pub fn promise(&self, received: OfficeTime, limit: Limit) -> Result<Due, DeskError> {
        let (received, hour) = (received.to_minute(), self.office.return_hour);
        due(&self.calendar, received, limit, hour).map_err(|error| match error {
            DueError::LimitOutOfRange(_) => {
                Field::Limit.wrong(Problem::OutOfRange { min: 1, max: LONGEST }).into()
            }
            DueError::NoWorkingDay(_) => DeskError::NoWorkingDay,
        })
    }
}

/// Receives `new` at `now` by `officer`: numbers it, promises the due date, writes dossier, papers
/// and journal. On `Ok` all of it is on disk. The receipt is counted from the full minute, as the
/// slip shows it.
///
/// # Errors
/// [`DeskError::Invalid`] for an unknown, abolished or not yet valid procedure and for a limit that
/// is not known; [`DeskError::Store`] when the book refuses.
pub fn receive(
    db: &mut Db,
    new: &NewDossier,
    officer: &str,
    now: OfficeTime,
) -> Result<Received, DeskError> {
    let stamp = Stamp { act: Act::Receive, actor: officer.to_owned(), at: now };
    let ((dossier, warnings), changed) = db.transact(stamp, |tx| {
        let rules = Rules::load(tx.view())?;
        let version = offered(tx.view(), &new.procedure, now.date())?;
        let replaced = no_longer_asked_for(tx.view(), &new.procedure, now.date())?;
        let principal = new.principal.as_ref().map(|principal| &principal.party);
        let twins = store::open_twins(tx.view(), &new.applicant, principal, &new.procedure)?;
        let received_at = now.to_minute();
        let entry = enter(tx, &rules, &version, new, received_at)?;
        let dossier = entry.dossier(version.procedure, new, received_at, officer);
        let mut warnings = doubts(&dossier, &rules, &replaced);
        warnings.extend(
            twins
                .into_iter()
                .map(|twin| Warning::OpenTwin { code: twin.code, received_at: twin.received_at }),
        );
        Ok::<_, DeskError>((dossier, warnings))
    })?;
    Ok(Received { dossier, warnings, changed })
}

/// What a receipt decides about a dossier.
pub(crate) struct Entry {
    numbered: Numbered,
    limit: Limit,
    due: Due,
}

/// Writes the dossier and its journal row, with rules and procedure already read.
pub(crate) fn enter(
    tx: &Tx<'_>,
    rules: &Rules,
    version: &StoredProcedure,
    new: &NewDossier,
    received_at: OfficeTime,
) -> Result<Entry, DeskError> {
    let limit = chosen_limit(&version.procedure, new)?;
    let due = rules.promise(received_at, limit)?;
    let numbered = store::insert_dossier(
        tx,
        &Reception {
            new,
            received_at,
            version,
            limit,
            due: &due,
            pattern: &rules.pattern,
            unit: &rules.office.agency_code,
        },
    )?;
    let detail = json!({ "procedure": version.procedure.code, "due_at": due.at });
    tx.record(&numbered.code, &detail)?;
    Ok(Entry { numbered, limit, due })
}

impl Entry {
    /// The dossier as the book now remembers it.
    fn dossier(
        self,
        procedure: Procedure,
        new: &NewDossier,
        received_at: OfficeTime,
        officer: &str,
    ) -> Dossier {
        let new = new.clone();
        Dossier {
            id: self.numbered.id,
            code: self.numbered.code,
            number: self.numbered.number,
            subject: if new.subject.is_empty() { procedure.name.clone() } else { new.subject },
            procedure,
            applicant: new.applicant,
            principal: new.principal,
            papers: new.papers,
            sets: new.sets,
            limit: self.limit,
            received_at,
            due: self.due,
            status: Status::Received,
            channel: new.channel,
            return_by: new.return_by,
            note: new.note,
            received_by: officer.to_owned(),
        }
    }
}

/// The version of a procedure that may be offered on `day`.
///
/// # Errors
/// [`DeskError::Invalid`] when there is none, with the reason.
pub fn offered(view: View<'_>, code: &str, day: NaiveDate) -> Result<StoredProcedure, DeskError> {
    let wrong = |problem| DeskError::from(Field::Procedure.wrong(problem));
    let code = &normal_code(code).map_err(|_| wrong(Problem::UnknownProcedure))?;
    match store::version_in_force(view, code, day)? {
        Some(version) if version.procedure.abolished => Err(wrong(Problem::AbolishedProcedure)),
        Some(version) => Ok(version),
        None if store::knows_procedure(view, code)? => Err(wrong(Problem::NotInForce(day))),
        None => Err(wrong(Problem::UnknownProcedure)),
    }
}

/// The papers of a procedure that must not be asked for on `day`; none while the resolution that
/// says so is not in force.
///
/// # Errors
/// [`DeskError::Store`] when the book cannot be read.
pub fn no_longer_asked_for(
    view: View<'_>,
    code: &str,
    day: NaiveDate,
) -> Result<Vec<ReplacedPaper>, DeskError> {
    if !ReplacedPaper::in_force(day) {
        return Ok(Vec::new());
    }
    Ok(store::replaced_papers(view, code)?)
}

/// The limit that runs: the officer's own, or a branch of the procedure's.
fn chosen_limit(procedure: &Procedure, new: &NewDossier) -> Result<Limit, DeskError> {
    match new.limit {
        LimitChoice::Given(limit) => Ok(limit),
        _ if procedure.limits.is_empty() => Err(Field::Limit.wrong(Problem::LimitUnknown).into()),
        LimitChoice::Ordinary => procedure
            .ordinary_limit(new.channel)
            .ok_or_else(|| Field::Branch.wrong(Problem::Missing).into()),
        LimitChoice::Branch(index) => match procedure.limits.get(index) {
            Some(branch) => Ok(branch.limit),
            None => {
                let max = u32::try_from(procedure.limits.len()).unwrap_or(u32::MAX);
                Err(Field::Branch.wrong(Problem::OutOfRange { min: 1, max }).into())
            }
        },
    }
}

/// What looks odd about a dossier.
fn doubts(dossier: &Dossier, rules: &Rules, replaced: &[ReplacedPaper]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let applicant = &dossier.applicant;
    let today = dossier.received_at.date();
    let doubts = applicant.identity_warnings(today);
    warnings.extend(doubts.into_iter().map(|doubt| Warning::Identity { doubt }));
    warnings.extend(phone::warning(&applicant.phone).map(|doubt| Warning::Phone { doubt }));
    // A paper that was only shown was not asked for to keep.
    for paper in dossier.papers.iter().filter(|paper| paper.way == PaperWay::Submitted) {
        if let Some(data) = replaced.iter().find(|data| data.replaces(&paper.name)) {
            warnings.push(Warning::NoLongerAskedFor {
                paper: paper.name.clone(),
                database: data.database.clone(),
            });
        }
    }
    let sessions = rules.calendar.sessions(today);
    let hour = dossier.received_at.time();
    if !sessions.iter().any(|session| (session.opens..=session.closes).contains(&hour)) {
        warnings.push(Warning::OutsideHours);
    }
    warnings.extend(
        dossier.due.beyond_calendar.map(|known_until| Warning::BeyondCalendar { known_until }),
    );
    let estimated =
        |day: &&DayStep| matches!(day.reason, DayReason::DayOff { official: false, .. });
    let dates: Vec<NaiveDate> =
        dossier.due.days.iter().filter(estimated).map(|day| day.date).collect();
    if !dates.is_empty() {
        warnings.push(Warning::EstimatedDaysOff { dates });
    }
    warnings
}

/// The dossier with exactly this code.
///
/// # Errors
/// [`DeskError::NoDossier`], [`DeskError::Invalid`] without a code.
pub fn show(view: View<'_>, code: &str) -> Result<Dossier, DeskError> {
    let code = code.trim().to_uppercase();
    if code.is_empty() {
        return Err(Field::DossierCode.wrong(Problem::Empty).into());
    }
    store::dossier_by_code(view, &code)?.ok_or(DeskError::NoDossier(code))
}
