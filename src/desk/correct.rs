//! Correcting a mistake made at intake.

use serde_json::json;

use super::error::DeskError;
use super::receive::{chosen_limit, offered, promised, settled, show};
use super::role::acting;
use super::rules::Rules;
use crate::domain::clock_start::StartReason;
use crate::domain::correction::differences;
use crate::domain::dossier::{Dossier, NewDossier, Promised};
use crate::domain::intake::Intake;
use crate::domain::invalid::{Field, Invalid};
use crate::domain::line::{LONGEST_REASON, required_line};
use crate::domain::procedure::{base_code, normal_code};
use crate::domain::time::OfficeTime;
use crate::store::{
    self, Act, Cause, Changed, CorrectedForm, Db, Numbered, Stamp, StoredProcedure, View,
};

/// A dossier that was set right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// As it stood before.
    pub before: Dossier,
    /// As it stands now.
    pub after: Dossier,
    /// The fields that differ.
    pub fields: Vec<Field>,
    /// What the write changed.
    pub changed: Changed,
}

/// Puts `form` in the place of what was entered when the dossier `code` was received. Code, number
/// and moment of receipt stay. The procedure is the version in force on the day of receipt, and the
/// one the dossier stands on when its code stays. The promise is counted anew, from the moment of
/// receipt, only when procedure, limit or channel change: a promise is remembered as made.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::Ended`]; [`DeskError::Invalid`] for fields that cannot be
/// accepted, the reason among them; [`DeskError::NothingToCorrect`]; [`DeskError::PromiseFixed`] where
/// procedure, limit or channel change and the promise no longer rests on the form alone.
pub fn correct(
    db: &mut Db,
    code: &str,
    form: &Intake,
    reason: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<Corrected, DeskError> {
    let stamp = Stamp { act: Act::Correct, actor: officer.to_owned(), at: now };
    let ((before, after, fields), changed) = acting(db, stamp, |tx| {
        let before = show(tx.view(), code)?;
        if before.ended_at.is_some() {
            return Err(DeskError::Ended { code: before.code, status: before.status });
        }
        let day = before.received_at.date();
        let (new, reason) = both(form.check(day), reason)?;
        let own = store::version_of(tx.view(), before.id)?;
        let stays = normal_code(&new.procedure)
            .is_ok_and(|code| base_code(&code) == before.procedure.base());
        let version = if stays { own.clone() } else { offered(tx.view(), &new.procedure, day)? };
        let promised = promise_of(tx.view(), &before, &new, (&own, &version))?;
        let numbered = Numbered { id: before.id, code: before.code.clone(), number: before.number };
        if (promised.due.at, promised.start) != (before.due.at, before.start) {
            store::keep_promise(tx, before.id, Cause::Correction, &reason)?;
        }
        let corrected = CorrectedForm { new: &new, version: &version, promised: &promised };
        store::correct_dossier(tx, &numbered, &corrected)?;
        let after = show(tx.view(), &before.code)?;
        let fields = differences(&before, &after);
        if fields.is_empty() {
            return Err(DeskError::NothingToCorrect(before.code));
        }
        if fields.contains(&Field::Paper) {
            store::forget_papers_came(tx, before.id)?;
        }
        store::put_correction(tx, &reason, &before, &after)?;
        tx.record(&before.code, &json!({ "fields": fields }))?;
        Ok((before, after, fields))
    })?;
    Ok(Corrected { before, after, fields, changed })
}

/// The promise after a correction: the one that was made, unless what it rests on is another.
fn promise_of(
    view: View<'_>,
    before: &Dossier,
    new: &NewDossier,
    (own, version): (&StoredProcedure, &StoredProcedure),
) -> Result<Promised, DeskError> {
    let wanted = settled(chosen_limit(&version.procedure, new)?, new.terms.agreed)?;
    // What began anew after papers or a payment does not begin where the form says.
    let typed = before.start.filter(|start| StartReason::AT_INTAKE.contains(&start.reason));
    let basis = (version.id, wanted, new.channel, new.terms.start);
    if basis == (own.id, before.limit, before.channel, typed) {
        return Ok(Promised {
            limit: wanted,
            start: before.start,
            second_limit: new.terms.second_limit,
            due: before.due.clone(),
        });
    }
    // A promise that was counted anew, suspended or kept rests on more than the form.
    let moved = before.promise_limit.is_some() || before.start != typed;
    if moved || before.is_waiting() || before.finished_at.is_some() {
        return Err(DeskError::PromiseFixed(before.code.clone()));
    }
    promised(&Rules::load(view)?, &version.procedure, new, before.received_at)
}

/// The checked form and the reason, or what is wrong with either.
fn both<T>(form: Result<T, Vec<Invalid>>, reason: &str) -> Result<(T, String), DeskError> {
    let reason =
        required_line(reason, LONGEST_REASON).map_err(|problem| Field::Reason.wrong(problem));
    match (form, reason) {
        (Ok(form), Ok(reason)) => Ok((form, reason)),
        (Err(wrong), Ok(_)) => Err(DeskError::Invalid(wrong)),
        (Ok(_), Err(reason)) => Err(reason.into()),
        (Err(mut wrong), Err(reason)) => {
            wrong.push(reason);
            Err(DeskError::Invalid(wrong))
        }
    }
}
