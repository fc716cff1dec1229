//! Receiving a dossier: the desk's main act.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::close_year::require_open;
pub use super::doubts::doubts_before;
use super::doubts::{doubts, open_twins};
use super::error::DeskError;
pub use super::preview::{limit_so_far, preview, promise_problems};
use super::role::acting;
pub use super::rules::Rules;
use super::warning::Warning;
use crate::domain::dossier::{Dossier, LimitChoice, NewDossier, Promised};
use crate::domain::invalid::{Field, Problem};
use crate::domain::limit::Limit;
use crate::domain::paper::ReplacedPaper;
use crate::domain::procedure::{Procedure, normal_code};
use crate::domain::time::OfficeTime;
use crate::store::{
    self, Act, Changed, Db, Numbered, Reception, Stamp, Standing, StoredProcedure, Tx, View,
};

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

/// Receives `new` at `now` by `officer`: numbers it, promises the due date, writes dossier, papers
/// and journal. On `Ok` all of it is on disk. The receipt is counted from the full minute, as the
/// slip shows it.
///
/// The `draft` that the dossier comes from is taken away in the same transaction. One that is gone
/// was received before: whatever was pressed twice or asked again after a crash is received once.
///
/// # Errors
/// [`DeskError::AlreadyReceived`] when the draft is gone; [`DeskError::Invalid`] for an unknown, abolished or not yet valid procedure and for a limit that
/// is not known; [`DeskError::Store`] when the book refuses.
pub fn receive(
    db: &mut Db,
    new: &NewDossier,
    draft: Option<i64>,
    officer: &str,
    now: OfficeTime,
) -> Result<Received, DeskError> {
    let stamp = Stamp { act: Act::Receive, actor: officer.to_owned(), at: now };
    let ((dossier, warnings), changed) = acting(db, stamp, |tx| {
        if let Some(draft) = draft
            && !store::take_draft(tx, draft)?
        {
            return Err(DeskError::AlreadyReceived);
        }
        require_open(tx.view(), now.date())?;
        let rules = Rules::load(tx.view())?;
        let version = offered(tx.view(), &new.procedure, now.date())?;
        let received_at = now.to_minute();
        let twins = open_twins(tx.view(), new)?;
        let promised = promised(&rules, &version.procedure, new, received_at)?;
        let standing = Standing::RECEIVED;
        let receipt = Receipt { officer, at: received_at, promised: &promised, standing };
        let numbered = enter(tx, &rules, &version, new, &receipt)?;
        tx.record(&numbered.code, &receipt.detail(&version))?;
        let mut warnings = doubts(tx.view(), &rules, new, received_at, &promised.due)?;
        warnings.extend(twins);
        let dossier = store::dossier_by_code(tx.view(), &numbered.code)?;
        let dossier = dossier.ok_or(DeskError::NoDossier(numbered.code))?;
        Ok::<_, DeskError>((dossier, warnings))
    })?;
    Ok(Received { dossier, warnings, changed })
}

/// What a receipt decides about a dossier.
pub(crate) struct Receipt<'a> {
    pub(crate) officer: &'a str,
    pub(crate) at: OfficeTime,
    pub(crate) promised: &'a Promised,
    pub(crate) standing: Standing,
}

impl Receipt<'_> {
    /// What the journal keeps of it.
    pub(crate) fn detail(&self, version: &StoredProcedure) -> Value {
        json!({ "procedure": version.procedure.code, "due_at": self.promised.due.at })
    }
}

/// Writes the dossier, with rules and procedure already read. Its journal row is the caller's.
pub(crate) fn enter(
    tx: &Tx<'_>,
    rules: &Rules,
    version: &StoredProcedure,
    new: &NewDossier,
    receipt: &Receipt<'_>,
) -> Result<Numbered, DeskError> {
    Ok(store::insert_dossier(
        tx,
        &Reception {
            new,
            received_at: receipt.at,
            version,
            promised: receipt.promised,
            pattern: rules.pattern(),
            unit: &rules.office().agency_code,
            officer: receipt.officer,
            standing: receipt.standing,
        },
    )?)
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

/// What is promised to whoever hands in `new` at `received`.
///
/// # Errors
/// [`DeskError::Invalid`] for a limit, an agreed moment or a start that cannot be;
/// [`DeskError::NoWorkingDay`].
pub(crate) fn promised(
    rules: &Rules,
    procedure: &Procedure,
    new: &NewDossier,
    received: OfficeTime,
) -> Result<Promised, DeskError> {
    let limit = settled(chosen_limit(procedure, new)?, new.terms.agreed)?;
    let start = rules.start(received, new.terms.start)?;
    let due = rules.promise(start.map_or(received, |start| start.at), limit)?;
    if due.at.is_some_and(|at| at < received) {
        return Err(Field::ClockFrom.wrong(Problem::TooLongAgo).into());
    }
    Ok(Promised { limit, start, second_limit: new.terms.second_limit, due })
}

/// The limit with the moment that was agreed on.
///
/// # Errors
/// [`Field::AgreedAt`] for a moment where the limit is not by agreement, or is by another moment.
pub fn settled(limit: Limit, agreed: Option<OfficeTime>) -> Result<Limit, DeskError> {
    match (limit, agreed) {
        (Limit::Agreed(None), agreed) => Ok(Limit::Agreed(agreed)),
        (limit, None) => Ok(limit),
        (Limit::Agreed(Some(one)), Some(other)) if one == other => Ok(limit),
        (_, Some(_)) => Err(Field::AgreedAt.wrong(Problem::Conflict).into()),
    }
}

/// The limit that runs: the officer's own, or a branch of the procedure's.
pub(crate) fn chosen_limit(procedure: &Procedure, new: &NewDossier) -> Result<Limit, DeskError> {
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
