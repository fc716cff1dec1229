//! Passing a dossier on: to the next step of its process, to a later one, or back with a reason.

use serde_json::json;
use thiserror::Error;

use super::error::DeskError;
use super::finish::{on_time, ready_at, require_standing, standing};
use super::hands::{hands_at, pass};
use super::progress::{Progress, is_moving, progress};
use super::receive::show;
use super::role::acting;
use crate::domain::dossier::Dossier;
use crate::domain::hands::{Hands, TransferAct};
use crate::domain::invalid::{Field, Problem};
use crate::domain::line::{LONGEST_REASON, clean_line, required_line};
use crate::domain::process::{LONGEST_STEP, named_step};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Changed, Db, NewStep, Stamp};

/// Why a dossier cannot go to a step.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StepError {
    /// Its procedure had no process on the day of its receipt.
    #[error("the procedure has no process")]
    NoProcess {
        /// The dossier's code.
        code: String,
        /// The procedure's code.
        procedure: String,
    },
    /// It waits for the applicant, is finished, or has ended.
    #[error("the dossier does not move: {status:?}")]
    NotMoving {
        /// The dossier's code.
        code: String,
        /// Where it stands.
        status: Status,
    },
    /// No step is left but the result.
    #[error("no step is left")]
    NoneLeft {
        /// The dossier's code.
        code: String,
    },
    /// The process has no such step, or several that could be meant.
    #[error("no such step")]
    Unknown {
        /// What was asked for.
        wanted: String,
        /// The names of the steps.
        steps: Vec<String>,
    },
    /// It stands there already, with the same officer, who has it.
    #[error("the dossier stands there already")]
    Already {
        /// The step's name.
        step: String,
    },
}

/// Where a dossier is to go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Move {
    /// The step, by number or name; empty for the next one.
    pub to: String,
    /// Who has it there; empty for whom the process names.
    pub holder: String,
    /// Why; needed to go back.
    pub reason: String,
}

/// A dossier that was passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOn {
    /// The dossier as the book now remembers it.
    pub dossier: Dossier,
    /// Where it now stands in its process.
    pub progress: Progress,
    /// What the write changed.
    pub changed: Changed,
}

/// Passes the dossier `code` on. When it leaves the first step, the desk's own, it is in progress.
/// Coming to the return of the result means that the result is there: it is finished, as
/// [`super::finish::finish`] does. The same step with another holder only changes hands.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::Step`]; [`DeskError::Invalid`] for a step back without a
/// reason, and for a holder or a reason that cannot be accepted.
pub fn next_step(
    db: &mut Db,
    code: &str,
    to: &Move,
    officer: &str,
    now: OfficeTime,
) -> Result<PassedOn, DeskError> {
    let stamp = Stamp { act: Act::NextStep, actor: officer.to_owned(), at: now };
    let ((dossier, progress), changed) = acting(db, stamp, |tx| {
        let mut dossier = show(tx.view(), code)?;
        require_standing(&dossier)?;
        let before = way(tx.view(), &dossier, now)?;
        if !is_moving(dossier.status) {
            let (code, status) = (dossier.code, dossier.status);
            return Err(StepError::NotMoving { code, status }.into());
        }
        let place = target(&before, &dossier, &to.to)?;
        let holder = clean_line(&to.holder, LONGEST_STEP)
            .map_err(|problem| Field::StepHolder.wrong(problem))?;
        let reason = match place < before.at() {
            true => required_line(&to.reason, LONGEST_REASON),
            false => clean_line(&to.reason, LONGEST_REASON),
        };
        let reason = reason.map_err(|problem| Field::Reason.wrong(problem))?;
        let done = if before.returns(place) { Act::Finish } else { Act::NextStep };
        store::remember(tx, dossier.id, done, None)?;
        if before.returns(place) {
            if !holder.is_empty() {
                return Err(Field::StepHolder.wrong(Problem::Conflict).into());
            }
            dossier.status = Status::Finished;
            let at = ready_at(tx.view(), &dossier, now)?;
            dossier.finished_at = Some(at);
            pass(tx, &mut dossier, TransferAct::Finish, Hands::DESK, at, ("", None))?;
            store::set_standing(tx, dossier.id, &standing(&dossier))?;
            let detail = json!({ "on_time": on_time(&dossier) });
            tx.record_also(Act::Finish, &dossier.code, &detail)?;
        } else {
            let who = before.process.steps.get(place).map_or("", |step| step.who.as_str());
            let to = hands_at(&before, place, &holder);
            let holder = if holder.is_empty() { who } else { &holder };
            put_step(tx, &mut dossier, &before, (place, holder, &reason))?;
            let left = (place != before.at()).then(|| before.at() + 1);
            let at = ready_at(tx.view(), &dossier, now)?;
            pass(tx, &mut dossier, TransferAct::NextStep, to, at, (&reason, left))?;
        }
        let progress = way(tx.view(), &dossier, now)?;
        Ok::<_, DeskError>((dossier, progress))
    })?;
    Ok(PassedOn { dossier, progress, changed })
}

/// The way of a dossier through the process it must have.
fn way(view: store::View<'_>, dossier: &Dossier, now: OfficeTime) -> Result<Progress, DeskError> {
    progress(view, dossier, now)?.ok_or_else(|| {
        let (code, procedure) = (dossier.code.clone(), dossier.procedure.code.clone());
        StepError::NoProcess { code, procedure }.into()
    })
}

/// The step that is meant, from 0.
fn target(progress: &Progress, dossier: &Dossier, wanted: &str) -> Result<usize, StepError> {
    if wanted.trim().is_empty() {
        return progress.next.ok_or_else(|| StepError::NoneLeft { code: dossier.code.clone() });
    }
    named_step(&progress.process.steps, wanted).ok_or_else(|| StepError::Unknown {
        wanted: wanted.to_owned(),
        steps: progress.process.steps.iter().map(|step| step.name.clone()).collect(),
    })
}

/// Notes that `dossier` came to the step at `place`, where `holder` has it.
pub(super) fn put_step(
    tx: &store::Tx<'_>,
    dossier: &mut Dossier,
    before: &Progress,
    (place, holder, reason): (usize, &str, &str),
) -> Result<(), DeskError> {
    let Some(step) = before.process.steps.get(place) else {
        return Err(StepError::NoneLeft { code: dossier.code.clone() }.into());
    };
    let at = before.at();
    let has_it = before.steps.get(place).is_some_and(|line| line.holder == holder);
    // A folder that was taken back to the desk goes to the hands of its step again.
    let away = dossier.holder.is_desk() && !hands_at(before, place, "").is_desk();
    if place == at && has_it && !away {
        return Err(StepError::Already { step: step.name.clone() }.into());
    }
    let new = NewStep { process_id: before.process_id, step: place + 1, holder, reason };
    store::record_step(tx, dossier.id, &new)?;
    if dossier.status == Status::Received && place > 0 {
        dossier.status = Status::InProgress;
        store::set_standing(tx, dossier.id, &standing(dossier))?;
    }
    let detail = json!({ "step": place + 1, "name": step.name, "back": place < at });
    tx.record_also(Act::NextStep, &dossier.code, &detail)?;
    Ok(())
}
