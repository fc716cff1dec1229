//! Who may do what: the one door through which every act goes into the book.

use super::error::DeskError;
use crate::domain::officer::{Officer, Role};
use crate::store::{self, Act, Changed, Db, Stamp, Tx, View};

/// Does `work` in one transaction, if the officer may: see [`require_role`].
pub(super) fn acting<T>(
    db: &mut Db,
    stamp: Stamp,
    work: impl FnOnce(&Tx<'_>) -> Result<T, DeskError>,
) -> Result<(T, Changed), DeskError> {
    let (act, actor) = (stamp.act, stamp.actor.clone());
    db.transact(stamp, |tx| {
        let _ = require_role(tx.view(), &actor, act)?;
        work(tx)
    })
}

/// The officer who is to do `act`, who must be on the roster and have a role that may. An office
/// without a roster trusts everybody, so that nobody is kept from work on the first day.
///
/// # Errors
/// [`DeskError::UnknownOfficer`]; [`DeskError::NotYours`].
pub fn require_role(view: View<'_>, name: &str, act: Act) -> Result<Option<Officer>, DeskError> {
    if !store::has_roster(view)? {
        return Ok(None);
    }
    let found = store::officer(view, name)?.filter(|officer| officer.active);
    let Some(officer) = found else { return Err(DeskError::UnknownOfficer(name.to_owned())) };
    if may(officer.role, act) {
        return Ok(Some(officer));
    }
    Err(DeskError::NotYours { officer: officer.name, role: officer.role, act })
}

/// Whether an officer of this role may do an act. Who heads the desk may do everything; what a
/// division does is often noted by the desk for it, so that reception may do it too.
#[must_use]
pub fn may(role: Role, act: Act) -> bool {
    let handling = matches!(
        act,
        Act::NextStep
            | Act::AskPapers
            | Act::PapersCame
            | Act::DemandPayment
            | Act::Paid
            | Act::ChooseBranch
            | Act::Refuse
            | Act::SignResult
            | Act::HandOver
            | Act::TakeBack
            | Act::Finish
            | Act::KeepList
            | Act::Print
            | Act::Undo
            | Act::SetFavourite
    );
    let deciding = matches!(act, Act::Extend | Act::Stop | Act::Withdraw);
    let heading = matches!(
        act,
        Act::Void
            | Act::SetOffice
            | Act::SetOfficer
            | Act::SetForm
            | Act::CloseRegister
            | Act::ImportProcedures
            | Act::ImportProcesses
            | Act::SetProcess
            | Act::ImportCalendar
            | Act::ChangeCalendar
            | Act::UndoCalendar
    );
    match role {
        Role::Head => true,
        Role::Reception => !heading,
        Role::Leader => handling || deciding,
        Role::Specialist => handling,
    }
}
