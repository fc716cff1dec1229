//! Handing a dossier over to those who handle it, and taking it back.

use serde_json::json;

use super::error::DeskError;
use super::finish::{ready_at, require_lawful, standing};
use super::hands::pass;
use super::next_step::put_step;
use super::progress::progress;
use super::receive::show;
use super::role::acting;
use super::waiting::Moved;
use crate::domain::dossier::Dossier;
use crate::domain::hands::{Hands, TransferAct};
use crate::domain::invalid::{Field, Problem};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Db, Stamp, Tx, View};

/// Notes that the dossier `code` went to a division or an officer: from the desk the same working day,
/// or the next one when it came in after 15:00 (Decree 61/2018/NĐ-CP art. 18.2), or from those who
/// have it to others. Without a name the process says who, or who had the last dossier of its field.
/// A dossier that leaves the desk comes to the second step of its process.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::NotLawful`]; [`DeskError::AlreadyThere`]; [`Field::Holder`].
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

/// Notes that the dossier `code` came back to the desk without a result: it goes on from there.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::Ended`]; [`DeskError::AtTheDesk`].
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

/// Who a dossier usually goes to: the next step of its process, else who had the last one of its
/// field; the desk where nobody is known.
///
/// # Errors
/// When the book cannot be read.
pub fn usual_holder(
    view: View<'_>,
    dossier: &Dossier,
    now: OfficeTime,
) -> Result<Hands, DeskError> {
    if let Some(way) = progress(view, dossier, now)?
        && let Some(place) = way.next.filter(|place| !way.returns(*place))
        && let Some(step) = way.process.steps.get(place)
    {
        return Ok(Hands { unit: step.who.clone(), officer: String::new() });
    }
    Ok(store::last_holder_of_field(view, &dossier.procedure.field)?.unwrap_or(Hands::DESK))
}

/// Refuses what cannot be handed over to `to`: what a wrong scan is told by.
///
/// # Errors
/// As [`hand_over`].
pub fn may_hand_over(dossier: &Dossier, to: &Hands) -> Result<(), DeskError> {
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
        false => to.clone(),
    };
    if to.is_desk() {
        return Err(Field::Holder.wrong(Problem::Empty).into());
    }
    may_hand_over(&dossier, &to)?;
    let way = progress(tx.view(), &dossier, now)?;
    let step = way
        .as_ref()
        .filter(|way| way.at() == 0)
        .and_then(|way| way.next.filter(|place| !way.returns(*place)).map(|place| (way, place)));
    store::remember(tx, dossier.id, Act::HandOver, step.map(|_| Act::NextStep))?;
    if let Some((way, place)) = step {
        let holder = if to.officer.is_empty() { &to.unit } else { &to.officer };
        put_step(tx, &mut dossier, way, (place, holder, ""))?;
    }
    let at = ready_at(tx.view(), &dossier, now)?;
    let told = json!({ "step": step.map(|(_, place)| place + 1) });
    pass(tx, &mut dossier, TransferAct::HandOver, to, at, "")?;
    if dossier.status != Status::InProgress {
        dossier.status = Status::InProgress;
        store::set_standing(tx, dossier.id, &standing(&dossier))?;
    }
    tx.record_also(Act::HandOver, &dossier.code, &told)?;
    Ok(dossier)
}

pub(super) fn may_take_back(dossier: &Dossier) -> Result<(), DeskError> {
    if dossier.ended_at.is_some() {
        let (code, status) = (dossier.code.clone(), dossier.status);
        return Err(DeskError::Ended { code, status });
    }
    if dossier.holder.is_desk() {
        return Err(DeskError::AtTheDesk(dossier.code.clone()));
    }
    Ok(())
}

pub(super) fn take_back_in(tx: &Tx<'_>, code: &str, now: OfficeTime) -> Result<Dossier, DeskError> {
    let mut dossier = show(tx.view(), code)?;
    may_take_back(&dossier)?;
    store::remember(tx, dossier.id, Act::TakeBack, None)?;
    let at = ready_at(tx.view(), &dossier, now)?;
    pass(tx, &mut dossier, TransferAct::TakeBack, Hands::DESK, at, "")?;
    tx.record_also(Act::TakeBack, &dossier.code, &json!({}))?;
    Ok(dossier)
}
