//! Giving a dossier into other hands, with its line on the control sheet.

use super::error::DeskError;
use super::progress::Progress;
use crate::domain::dossier::Dossier;
use crate::domain::fold::fold;
use crate::domain::hands::{Hands, TransferAct};
use crate::domain::time::OfficeTime;
use crate::store::{self, Tx};

/// Gives `dossier` into the hands of `to` at `at`; nothing where they have it already. A folder that
/// leaves the desk lies in no tray any more. `step_left` is the step, from 1, that it leaves with that.
pub(super) fn pass(
    tx: &Tx<'_>,
    dossier: &mut Dossier,
    act: TransferAct,
    to: Hands,
    at: OfficeTime,
    (note, step_left): (&str, Option<usize>),
) -> Result<(), DeskError> {
    if dossier.holder == to {
        return Ok(());
    }
    if !to.is_desk() {
        leave_tray(tx, dossier)?;
    }
    store::record_transfer(tx, dossier.id, act, (&dossier.holder, &to), at, (note, step_left))?;
    dossier.held_since = (!to.is_desk()).then_some(at);
    dossier.holder = to;
    Ok(())
}

/// Takes a folder out of the tray it lies in.
pub(super) fn leave_tray(tx: &Tx<'_>, dossier: &mut Dossier) -> Result<(), DeskError> {
    if !dossier.tray.is_empty() {
        store::set_tray(tx, dossier.id, "")?;
        dossier.tray.clear();
    }
    Ok(())
}

/// Who has a dossier at the step at `place`, from 0, of its process: the desk at each step that the
/// process gives to whoever does the first one, else whom it names, with `officer` where one is named.
pub(super) fn hands_at(way: &Progress, place: usize, officer: &str) -> Hands {
    let who = |place: usize| way.process.steps.get(place).map_or("", |step| step.who.as_str());
    if place == 0 || fold(who(place)) == fold(who(0)) {
        return Hands::DESK;
    }
    Hands { unit: who(place).to_owned(), officer: officer.to_owned() }
}
