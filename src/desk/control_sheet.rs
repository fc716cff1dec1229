//! The lines of a dossier's control sheet, from its real changes of hands.

use super::error::DeskError;
use super::progress::{StepLine, progress};
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
    let way = progress(view, dossier, now)?;
    let steps = way.as_ref().map_or(&[][..], |way| way.steps.as_slice());
    let transfers = store::transfers_of(view, dossier.id)?;
    let side = |hands: &Hands, actor: &str| match hands.is_desk() {
        true => (desk.clone(), actor.to_owned()),
        false => (hands.unit.clone(), hands.officer.clone()),
    };
    let line = |transfer: &Transfer| {
        let (from_unit, from_name) = side(&transfer.from, &transfer.actor);
        let (to_unit, to_name) = side(&transfer.to, &transfer.actor);
        ControlLine {
            from_unit,
            from_name,
            to_unit,
            to_name,
            at: transfer.at,
            verdict: verdict(dossier, steps, transfer),
            note: transfer.note.clone(),
        }
    };
    Ok(transfers.iter().map(line).collect())
}

/// How those who gave the dossier kept their deadline: that of the step they ended with it, and of the
/// whole promise where they gave the result.
fn verdict(dossier: &Dossier, steps: &[StepLine], transfer: &Transfer) -> Option<Verdict> {
    let ended = |line: &&StepLine| line.ended_at == Some(transfer.at);
    let deadline = match transfer.act {
        TransferAct::Finish => dossier.due.at,
        _ => steps.iter().find(ended).and_then(|line| line.deadline),
    };
    deadline.map(|deadline| judge(transfer.at, deadline))
}
