//! Choosing another branch of the limit after the receipt: a verification turns out to be needed.

use serde_json::json;

use super::error::DeskError;
use super::receive::{settled, show};
use super::role::acting;
use super::rules::Rules;
use crate::domain::clock_start::StartReason;
use crate::domain::dossier::{Dossier, LimitChoice};
use crate::domain::invalid::{Field, Problem};
use crate::domain::limit::Limit;
use crate::domain::line::{LONGEST_REASON, required_line};
use crate::domain::past_promise::asked;
use crate::domain::procedure::Procedure;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::domain::waiting::{Used, WaitKind};
use crate::store::{self, Act, Cause, Changed, Db, NewPromise, Stamp, View};

/// A dossier that runs under another limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BranchChosen {
    /// As it stood before.
    pub before: Dossier,
    /// As it stands now.
    pub after: Dossier,
    /// What the write changed.
    pub changed: Changed,
}

/// What is to run from now on.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// A branch of the procedure the dossier was received under, or a limit given by the officer.
    pub limit: LimitChoice,
    /// The moment agreed on, where the limit is by agreement.
    pub agreed: Option<OfficeTime>,
    /// Why.
    pub reason: &'a str,
}

/// Lets the dossier `code` run under another branch of its limit, with a reason. The promise is
/// counted anew from where its time counts; the one that held is kept with its reason.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::NoBranchNow`] for a dossier that has ended, is finished or
/// waits for its applicant; [`DeskError::SameLimit`]; [`DeskError::Invalid`] for a branch the procedure
/// does not have, a limit that cannot be, and a missing reason.
pub fn choose_branch(
    db: &mut Db,
    code: &str,
    wanted: Wanted<'_>,
    officer: &str,
    now: OfficeTime,
) -> Result<BranchChosen, DeskError> {
    let stamp = Stamp { act: Act::ChooseBranch, actor: officer.to_owned(), at: now };
    let ((before, after), changed) = acting(db, stamp, |tx| {
        let before = show(tx.view(), code)?;
        if !may_change(before.status) {
            return Err(DeskError::NoBranchNow { code: before.code, status: before.status });
        }
        let reason = required_line(wanted.reason, LONGEST_REASON)
            .map_err(|problem| Field::Reason.wrong(problem))?;
        let limit = settled(branch(&before.procedure, wanted.limit)?, wanted.agreed)?;
        let rules = Rules::load(tx.view())?;
        let counted = counted_with(tx.view(), &rules, &before, limit)?;
        let mut due = rules.promise(before.counted_from(), counted)?;
        let mut promise_limit = (counted != limit).then_some(counted);
        // What was put off with an apology stays put off: nobody is promised less than they hold.
        if let Some(Limit::Agreed(Some(until))) = before.promise_limit
            && due.at.is_some_and(|at| at < until)
        {
            promise_limit = before.promise_limit;
            due = before.due.clone();
        }
        if (limit, promise_limit, &due) == (before.limit, before.promise_limit, &before.due) {
            return Err(DeskError::SameLimit(before.code));
        }
        if due.at.is_some_and(|at| at < before.received_at) {
            return Err(Field::Limit.wrong(Problem::TooLongAgo).into());
        }
        let new = NewPromise {
            cause: Cause::Branch,
            reason: &reason,
            start: before.start,
            limit: promise_limit,
            due: &due,
        };
        store::repromise(tx, before.id, &new)?;
        store::put_limit(tx, before.id, limit)?;
        tx.record(&before.code, &json!({ "limit": limit, "due_at": due.at }))?;
        let after = show(tx.view(), &before.code)?;
        Ok::<_, DeskError>((before, after))
    })?;
    Ok(BranchChosen { before, after, changed })
}

/// Whether a dossier that stands so may run under another branch.
#[must_use]
pub fn may_change(status: Status) -> bool {
    matches!(status, Status::Received | Status::InProgress)
}

/// The limit to count with: after a payment what was counted before it is taken off, unless the second
/// appointment has a time of its own.
fn counted_with(
    view: View<'_>,
    rules: &Rules,
    dossier: &Dossier,
    limit: Limit,
) -> Result<Limit, DeskError> {
    let after_payment = dossier.start.is_some_and(|start| start.reason == StartReason::Payment);
    if !after_payment || dossier.second_limit.is_some() {
        return Ok(limit);
    }
    let waits = store::waits_of(view, dossier.id)?;
    let past = store::past_promises(view, dossier.id)?;
    let asked = asked(&waits, &past);
    let payments = asked.iter().rev().take_while(|asked| asked.wait.kind == WaitKind::Payment);
    let used = payments.fold(Used::default(), |used, asked| {
        used.and(Used::of(rules.calendar(), asked.running, asked.wait.from))
    });
    Ok(used.off(limit))
}

/// The limit that is wanted.
fn branch(procedure: &Procedure, wanted: LimitChoice) -> Result<Limit, DeskError> {
    match wanted {
        LimitChoice::Given(limit) => Ok(limit),
        LimitChoice::Ordinary => Err(Field::Branch.wrong(Problem::Missing).into()),
        LimitChoice::Branch(index) => {
            let max = u32::try_from(procedure.limits.len()).unwrap_or(u32::MAX);
            let found = procedure.limits.get(index).map(|branch| branch.limit);
            found.ok_or_else(|| Field::Branch.wrong(Problem::OutOfRange { min: 1, max }).into())
        }
    }
}
