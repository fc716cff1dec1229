//! The lines of a dossier's control sheet, from its real changes of hands.

use super::error::DeskError;
use super::progress::{Progress, progress};
use crate::domain::dossier::Dossier;
use crate::domain::hands::{ControlLine, Hands, Transfer, TransferAct};
use crate::domain::time::OfficeTime;
use crate::domain::verdict::{Verdict, judge};
use crate::store::{self, View};

/// The blocks of the control sheet of `dossier`, oldest first: each change of hands, and how those who
/// gave it kept their deadline. The desk's own first hand-over has none but that of its step.
///
/// # Errors
/// When the book cannot be read.
pub fn control_lines(
    view: View<'_>,
    dossier: &Dossier,
    now: OfficeTime,
) -> Result<Vec<ControlLine>, DeskError> {
    let desk = store::load_office(view)?.desk_name;
    let transfers = store::transfers_of(view, dossier.id)?;
    let way = progress(view, dossier, now)?;
    let side = |hands: &Hands, actor: &str| match hands.is_desk() {
        true => (desk.clone(), actor.to_owned()),
        false => (hands.unit.clone(), hands.officer.clone()),
    };
    let line = |transfer: &Transfer| {
        let step = step_left(way.as_ref(), transfer);
        let (from_unit, from_name) = side(&transfer.from, &transfer.actor);
        let (to_unit, to_name) = side(&transfer.to, &transfer.actor);
        ControlLine {
            from_unit,
            from_name,
            to_unit,
            to_name,
            at: transfer.at,
            verdict: verdict(dossier, step, transfer),
            note: transfer.note.clone(),
        }
    };
    Ok(transfers.iter().map(line).collect())
}

/// The deadline of the step that a dossier left with a change of hands; `None` where it left none. One
/// from before it came to any step of its process was of another process, before a correction.
fn step_left(way: Option<&Progress>, transfer: &Transfer) -> Option<OfficeTime> {
    let (way, step) = (way?, transfer.step_left?);
    let _ = way.moves.iter().find(|moved| moved.began_at <= transfer.at)?;
    way.steps.get(step.checked_sub(1)?)?.deadline
}

/// How those who gave the dossier kept their deadline: that of the step they ended with it, and of the
/// whole promise where they gave the result.
fn verdict(dossier: &Dossier, step: Option<OfficeTime>, transfer: &Transfer) -> Option<Verdict> {
    let deadline = match transfer.act {
        TransferAct::Finish => dossier.due.at,
        _ => step,
    };
    deadline.map(|deadline| judge(transfer.at, deadline))
}
