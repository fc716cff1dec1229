//! Giving a dossier into other hands, with its line on the control sheet.

use super::error::DeskError;
use super::progress::Progress;
use crate::domain::dossier::Dossier;
use crate::domain::fold::fold;
use crate::domain::hands::{Hands, Transfer, TransferAct};
use crate::domain::invalid::{Field, Problem};
use crate::domain::time::OfficeTime;
use crate::store::{self, Tx, View};

/// What the desk is called everywhere, folded.
const DESK_NAME: &str = "bo phan mot cua";

/// The hands that are meant by what was typed: in the spelling under which division and officer are
/// known, whatever marks and capitals, and with the division of an officer who is named alone. The desk
/// is no division of its own.
///
/// # Errors
/// [`Field::Holder`] for the desk's own name.
pub fn as_known(view: View<'_>, typed: Hands) -> Result<Hands, DeskError> {
    if typed.is_desk() {
        return Ok(typed);
    }
    let wanted = (fold(&typed.unit), fold(&typed.officer));
    let desk = [fold(&store::load_office(view)?.desk_name), DESK_NAME.to_owned()];
    if typed.officer.is_empty() && desk.contains(&wanted.0) {
        return Err(Field::Holder.wrong(Problem::Conflict).into());
    }
    let known = store::known_holders(view)?;
    let mut hands = typed;
    if hands.unit.is_empty() {
        let mut named = known.iter().filter(|known| fold(&known.officer) == wanted.1);
        // One who sits in two divisions has to be told apart by whoever types.
        if let (Some(one), None) = (named.next(), named.next()) {
            hands = one.clone();
        }
    } else if let Some(one) = known.iter().find(|known| fold(&known.unit) == wanted.0) {
        hands.unit.clone_from(&one.unit);
        let mut of_unit = known.iter().filter(|known| known.unit == one.unit);
        if let Some(one) = of_unit.find(|known| fold(&known.officer) == wanted.1) {
            hands.officer.clone_from(&one.officer);
        }
    }
    Ok(hands)
}

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
    let (from, actor, note) = (dossier.holder.clone(), tx.actor().to_owned(), note.to_owned());
    let transfer = Transfer { act, at, actor, from, to: to.clone(), note, step_left };
    store::record_transfer(tx, dossier.id, &transfer)?;
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
