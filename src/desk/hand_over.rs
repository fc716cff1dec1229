//! Handing a dossier over to those who handle it, and taking it back.

use serde_json::json;

use super::error::DeskError;
use super::finish::{ready_at, require_lawful, require_standing, standing};
use super::hands::{as_known, hands_at, pass};
use super::next_step::put_step;
use super::progress::{Progress, progress};
use super::receive::show;
use super::role::acting;
use super::waiting::Moved;
use crate::domain::dossier::Dossier;
use crate::domain::fold::fold;
use crate::domain::hands::{Hands, TransferAct};
use crate::domain::invalid::{Field, Problem};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Db, Stamp, Tx, View};

/// Notes that the dossier `code` went to a division or an officer: from the desk the same working day,
/// or the next one when it came in after 15:00 (Decree 61/2018/NĐ-CP art. 18.2), or from those who
/// have it to others. Without a name it goes to its [`usual_holder`]. A dossier that leaves the desk for
/// the first time comes to the first step of its process that is not the desk's own, and one that goes
/// to the division of the step that follows comes to that step.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::NotLawful`]; [`DeskError::Voided`];
/// [`DeskError::AlreadyThere`]; [`Field::Holder`].
pub fn hand_over(
    db: &mut Db,
    code: &str,
    to: &Hands,
    officer: &str,
    now: OfficeTime,
) -> Result<Moved, DeskError> {
    let stamp = Stamp { act: Act::HandOver, actor: officer.to_owned(), at: now };
    let (dossier, changed) = acting(db, stamp, |tx| hand_over_in(tx, code, to, now))?;
    Ok(Moved { dossier, before: 0, notice: None, changed })
}

/// Notes that the dossier `code` came back to the desk without a result: it goes on from there, or, where
/// it was withdrawn, stopped or refused, its papers go back to the applicant.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::AtTheDesk`].
pub fn take_back(
    db: &mut Db,
    code: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<Moved, DeskError> {
    let stamp = Stamp { act: Act::TakeBack, actor: officer.to_owned(), at: now };
    let (dossier, changed) = acting(db, stamp, |tx| take_back_in(tx, code, now))?;
    Ok(Moved { dossier, before: 0, notice: None, changed })
}

/// Who a dossier usually goes to, by its process: from the desk to whoever has the step it stands at,
/// or the first one after it that is not the desk's own; from other hands to those of the next step.
/// Without a process it is who had the last dossier of its field. The desk where nobody is known.
///
/// # Errors
/// When the book cannot be read.
pub fn usual_holder(
    view: View<'_>,
    dossier: &Dossier,
    now: OfficeTime,
) -> Result<Hands, DeskError> {
    if let Some(way) = progress(view, dossier, now)? {
        let here = hands_at(&way, way.at(), "");
        if dossier.holder.is_desk() && !here.is_desk() {
            return Ok(here);
        }
        if let Some(place) = away(&way) {
            return Ok(hands_at(&way, place, ""));
        }
    }
    Ok(store::last_holder_of_field(view, &dossier.procedure.field)?.unwrap_or(Hands::DESK))
}

/// The first step to come that is neither the desk's own nor the return of the result.
fn away(way: &Progress) -> Option<usize> {
    let next = way.next?;
    let to_come = next..way.process.steps.len();
    let mut to_come = to_come.filter(|place| !way.returns(*place));
    to_come.find(|place| !hands_at(way, *place, "").is_desk())
}

/// The step that a dossier comes to when it is handed over to `to`; `None` where it stays at its own.
fn step_towards(way: &Progress, to: &Hands) -> Option<usize> {
    let next = way.next.filter(|place| !way.returns(*place))?;
    if way.at() == 0 {
        return Some(away(way).unwrap_or(next));
    }
    let (here, there) = (hands_at(way, way.at(), ""), hands_at(way, next, ""));
    (!there.is_desk() && there.unit == to.unit && here.unit != to.unit).then_some(next)
}

/// Refuses what cannot be handed over to `to`: what a wrong scan is told by.
///
/// # Errors
/// As [`hand_over`].
pub fn may_hand_over(dossier: &Dossier, to: &Hands) -> Result<(), DeskError> {
    require_standing(dossier)?;
    // From 2 to 4; whoever handles it may give it to others.
    if dossier.status != Status::InProgress {
        require_lawful(dossier, Status::InProgress)?;
    }
    if dossier.is_waiting() {
        let (code, from) = (dossier.code.clone(), dossier.status);
        return Err(DeskError::NotLawful { code, from, to: Status::InProgress });
    }
    if !to.is_desk() && dossier.holder == *to {
        let (code, holder) = (dossier.code.clone(), dossier.holder.clone());
        return Err(DeskError::AlreadyThere { code, holder });
    }
    Ok(())
}

pub(super) fn hand_over_in(
    tx: &Tx<'_>,
    code: &str,
    to: &Hands,
    now: OfficeTime,
) -> Result<Dossier, DeskError> {
    let mut dossier = show(tx.view(), code)?;
    may_hand_over(&dossier, to)?;
    let to = match to.is_desk() {
        true => usual_holder(tx.view(), &dossier, now)?,
        false => as_known(tx.view(), to.clone())?,
    };
    if to.is_desk() {
        return Err(Field::Holder.wrong(Problem::Empty).into());
    }
    may_hand_over(&dossier, &to)?;
    let way = progress(tx.view(), &dossier, now)?;
    let step = way.as_ref().and_then(|way| Some((way, step_towards(way, &to)?)));
    store::remember(tx, dossier.id, Act::HandOver, step.map(|_| Act::NextStep))?;
    if let Some((way, place)) = step {
        put_step(tx, &mut dossier, way, (place, to.who(), ""))?;
    }
    let at = ready_at(tx.view(), &dossier, now)?;
    let told = json!({ "step": step.map(|(_, place)| place + 1) });
    let left = step.map(|(way, _)| way.at() + 1);
    pass(tx, &mut dossier, TransferAct::HandOver, to, at, ("", left))?;
    if dossier.status != Status::InProgress {
        dossier.status = Status::InProgress;
        store::set_standing(tx, dossier.id, &standing(&dossier))?;
    }
    tx.record_also(Act::HandOver, &dossier.code, &told)?;
    Ok(dossier)
}

/// Refuses what cannot come back from `other`: a folder that is at the desk, or with another division.
/// Where either side names no division, nobody can say that it is the wrong one.
pub(super) fn may_take_back(dossier: &Dossier, other: &Hands) -> Result<(), DeskError> {
    if dossier.holder.is_desk() {
        return Err(DeskError::AtTheDesk(dossier.code.clone()));
    }
    let (unit, wanted) = (&dossier.holder.unit, &other.unit);
    if !unit.is_empty() && !wanted.is_empty() && fold(unit) != fold(wanted) {
        let (code, holder) = (dossier.code.clone(), dossier.holder.clone());
        return Err(DeskError::WithOthers { code, holder });
    }
    Ok(())
}

pub(super) fn take_back_in(tx: &Tx<'_>, code: &str, now: OfficeTime) -> Result<Dossier, DeskError> {
    let mut dossier = show(tx.view(), code)?;
    may_take_back(&dossier, &Hands::DESK)?;
    store::remember(tx, dossier.id, Act::TakeBack, None)?;
    let at = ready_at(tx.view(), &dossier, now)?;
    pass(tx, &mut dossier, TransferAct::TakeBack, Hands::DESK, at, ("", None))?;
    tx.record_also(Act::TakeBack, &dossier.code, &json!({}))?;
    Ok(dossier)
}
