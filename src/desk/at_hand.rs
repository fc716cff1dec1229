//! What is at hand when something is to be done to a dossier: who may, to whom, what lacks, what is too late.

use super::error::DeskError;
use super::hand_over::usual_holder;
use super::receive::no_longer_asked_for;
use super::role::may;
use super::undo::last_step;
use super::waiting::asked_items;
use crate::domain::dossier::Dossier;
use crate::domain::hands::Hands;
use crate::domain::officer::Role;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::domain::verdict::{NoExtension, may_still_extend};
use crate::store::{self, Act, Cause, UndoPoint, View};

/// What an officer needs to know before an act on a dossier, so that nothing is found out only after
/// everything was filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtHand {
    /// What the officer is; `None` in an office without a roster, and for somebody who is not on it.
    pub role: Option<Role>,
    /// Who the dossier usually goes to; the desk where nobody is known.
    pub usual: Hands,
    /// The divisions and officers that are known.
    pub holders: Vec<Hands>,
    /// Who may have signed a result: whoever signed the last one first, then the leaders on the roster.
    pub signers: Vec<String>,
    /// The procedure's own papers that were not brought and may be asked for.
    pub missing: Vec<String>,
    /// What the applicant is asked for now, an item each.
    pub asked: Vec<String>,
    /// The step that this officer may undo.
    pub undo: Option<UndoPoint>,
    /// Why the promise may not be put off any more, whatever the new date.
    pub no_extension: Option<NoExtension>,
}

impl AtHand {
    /// Whether the officer's role lets them do `act`.
    #[must_use]
    pub fn may(&self, act: Act) -> bool {
        self.role.is_none_or(|role| may(role, act))
    }
}

/// What is at hand for acts of `officer` on `dossier`.
///
/// # Errors
/// When the book cannot be read.
pub fn at_hand(
    view: View<'_>,
    dossier: &Dossier,
    officer: &str,
    now: OfficeTime,
) -> Result<AtHand, DeskError> {
    let roster = store::officers(view)?;
    let known = roster.iter().find(|other| other.active && other.name == officer);
    let mut signers: Vec<String> = store::last_signer(view)?.into_iter().collect();
    let leaders = roster.iter().filter(|other| other.active && other.role == Role::Leader);
    for leader in leaders {
        if !signers.contains(&leader.name) {
            signers.push(leader.name.clone());
        }
    }
    // As `undo` has it: who did the step, and who heads the desk; without a roster everybody.
    let may_undo = |point: &UndoPoint| {
        known.is_none_or(|known| known.role == Role::Head) || point.actor == officer
    };
    // Asked for only where it can be handed over.
    let (usual, holders) = match dossier.status {
        Status::Received | Status::InProgress => {
            (usual_holder(view, dossier, now)?, store::known_holders(view)?)
        }
        _ => (Hands::DESK, Vec::new()),
    };
    Ok(AtHand {
        role: known.map(|known| known.role),
        usual,
        holders,
        signers,
        missing: missing_papers(view, dossier, now)?,
        asked: asked_items(view, dossier)?,
        undo: last_step(view, dossier, now)?.filter(may_undo),
        no_extension: no_extension(view, dossier, now)?,
    })
}

/// The papers the procedure lists that are not among those brought. What data replaces must not be
/// asked for (Resolution 66.7/2025/NQ-CP).
fn missing_papers(
    view: View<'_>,
    dossier: &Dossier,
    now: OfficeTime,
) -> Result<Vec<String>, DeskError> {
    let procedure = &dossier.procedure;
    let replaced = no_longer_asked_for(view, &procedure.code, now.date())?;
    let brought = |name: &str| dossier.papers.iter().any(|paper| paper.name == name);
    let asked = |name: &str| !replaced.iter().any(|data| data.replaces(name));
    let listed = procedure.papers.iter().filter(|paper| !paper.is_heading());
    let names = listed.map(|paper| paper.name.as_str());
    Ok(names.filter(|name| !brought(name) && asked(name)).map(str::to_owned).collect())
}

fn no_extension(
    view: View<'_>,
    dossier: &Dossier,
    now: OfficeTime,
) -> Result<Option<NoExtension>, DeskError> {
    let Some(due) = dossier.due.at else { return Ok(None) };
    let past = store::past_promises(view, dossier.id)?;
    let before = past.iter().filter(|past| past.cause == Cause::Extension).count();
    Ok(may_still_extend(now.date(), due, before).err())
}
