//! Finishing: the result of a dossier lies at the desk.

use serde_json::json;

use super::error::DeskError;
use super::hands::pass;
use super::receive::show;
use super::role::acting;
use crate::domain::dossier::Dossier;
use crate::domain::hands::{Hands, TransferAct};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Changed, Db, Stamp, Standing, Tx, View};

/// A dossier whose result lies ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// The dossier as the book now remembers it.
    pub dossier: Dossier,
    /// What the write changed.
    pub changed: Changed,
}

/// Notes that the result of the dossier `code` lies at the desk, at the full minute as promises are
/// counted.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::NotLawful`] where the law knows no such step.
pub fn finish(
    db: &mut Db,
    code: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<Finished, DeskError> {
    let stamp = Stamp { act: Act::Finish, actor: officer.to_owned(), at: now };
    let (dossier, changed) = acting(db, stamp, |tx| finish_in(tx, code, now))?;
    Ok(Finished { dossier, changed })
}

pub(super) fn finish_in(tx: &Tx<'_>, code: &str, now: OfficeTime) -> Result<Dossier, DeskError> {
    let mut dossier = show(tx.view(), code)?;
    require_lawful(&dossier, Status::Finished)?;
    store::remember(tx, dossier.id, Act::Finish, None)?;
    dossier.status = Status::Finished;
    let at = ready_at(tx.view(), &dossier, now)?;
    dossier.finished_at = Some(at);
    pass(tx, &mut dossier, TransferAct::Finish, Hands::DESK, at, ("", None))?;
    store::set_standing(tx, dossier.id, &standing(&dossier))?;
    tx.record_also(Act::Finish, &dossier.code, &json!({ "on_time": on_time(&dossier) }))?;
    Ok(dossier)
}

/// `now` to the minute, but never before what was noted last: a clock that was set back must not have
/// a result ready before the receipt, a wait that runs backwards, or folders taken before they came.
pub(super) fn ready_at(
    view: View<'_>,
    dossier: &Dossier,
    now: OfficeTime,
) -> Result<OfficeTime, DeskError> {
    let waits = store::waits_of(view, dossier.id)?;
    let noted = [
        Some(dossier.received_at),
        dossier.finished_at,
        waits.last().map(|wait| wait.until.unwrap_or(wait.from)),
        store::last_transfer_at(view, dossier.id)?,
    ];
    Ok(noted.into_iter().flatten().fold(now.to_minute(), OfficeTime::max))
}

/// Refuses a step that the law does not know, and every step of a number that was voided.
pub(super) fn require_lawful(dossier: &Dossier, to: Status) -> Result<(), DeskError> {
    require_standing(dossier)?;
    if dossier.status.may_become(to) {
        return Ok(());
    }
    Err(DeskError::NotLawful { code: dossier.code.clone(), from: dossier.status, to })
}

/// Refuses whatever is to be done with a number that counts for nothing.
pub(super) fn require_standing(dossier: &Dossier) -> Result<(), DeskError> {
    let Some(because) = dossier.voided_because.clone() else { return Ok(()) };
    Err(DeskError::Voided { code: dossier.code.clone(), because })
}

/// Refuses what is too late once a result was signed: until then alone a dossier is stopped, withdrawn,
/// refused or voided (Decree 118/2025/NĐ-CP art. 21; Circular 03/2025/TT-VPCP art. 7), and asked for
/// more.
pub(super) fn require_unsigned(view: View<'_>, dossier: &Dossier) -> Result<(), DeskError> {
    let Some(result) = store::result_of(view, dossier.id)? else { return Ok(()) };
    Err(DeskError::HasResult { code: dossier.code.clone(), number: result.number })
}

pub(super) fn standing(dossier: &Dossier) -> Standing {
    let Dossier { status, finished_at, ended_at, .. } = *dossier;
    Standing { status, finished_at, ended_at }
}

/// Whether the result was there when it was promised; nothing where nothing was.
pub(super) fn on_time(dossier: &Dossier) -> Option<bool> {
    Some(dossier.finished_at? <= dossier.due.at?)
}
