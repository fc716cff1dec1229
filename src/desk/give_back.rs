//! Giving back: the result goes over the counter.

use serde_json::json;

use super::error::DeskError;
use super::finish::{on_time, ready_at, require_lawful, standing};
use super::hands::{leave_tray, pass};
use super::receive::show;
use super::role::acting;
pub use crate::domain::collection::{Collection, CollectionForm, Collector, SlipState};
use crate::domain::dossier::Dossier;
use crate::domain::hands::{Hands, TransferAct};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Changed, Db, Stamp, Tx};

/// A dossier whose result was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenBack {
    /// The dossier as the book now remembers it.
    pub dossier: Dossier,
    /// Whether it was finished in the same moment.
    pub finished_now: bool,
    /// What the write changed.
    pub changed: Changed,
}

/// Hands the result of the dossier `code` over. One that was never noted as finished is finished in
/// the same transaction, with a journal row of its own: the result must have been there.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::NotLawful`] where the law knows no such step.
pub fn give_back(
    db: &mut Db,
    code: &str,
    collection: &Collection,
    officer: &str,
    now: OfficeTime,
) -> Result<GivenBack, DeskError> {
    let stamp = Stamp { act: Act::Return, actor: officer.to_owned(), at: now };
    let ((dossier, finished_now), changed) =
        acting(db, stamp, |tx| give_back_in(tx, code, collection, now))?;
    Ok(GivenBack { dossier, finished_now, changed })
}

/// Hands a result over by whoever acts; answers whether it was finished in the same moment.
pub(super) fn give_back_in(
    tx: &Tx<'_>,
    code: &str,
    collection: &Collection,
    now: OfficeTime,
) -> Result<(Dossier, bool), DeskError> {
    let mut dossier = show(tx.view(), code)?;
    let at = ready_at(tx.view(), &dossier, now)?;
    let finished_now = dossier.status.may_become(Status::Finished);
    if !finished_now {
        require_lawful(&dossier, Status::Returned)?;
    }
    store::remember(tx, dossier.id, Act::Return, finished_now.then_some(Act::Finish))?;
    if finished_now {
        dossier.status = Status::Finished;
        dossier.finished_at = Some(at);
        pass(tx, &mut dossier, TransferAct::Finish, Hands::DESK, at, ("", None))?;
        let detail = json!({ "on_time": on_time(&dossier) });
        tx.record_also(Act::Finish, &dossier.code, &detail)?;
    }
    require_lawful(&dossier, Status::Returned)?;
    dossier.status = Status::Returned;
    dossier.ended_at = Some(at);
    store::set_standing(tx, dossier.id, &standing(&dossier))?;
    leave_tray(tx, &mut dossier)?;
    store::put_hand_back(tx, dossier.id, collection, tx.actor(), at)?;
    let authorised = matches!(collection.by, Collector::Authorised { .. });
    let detail = json!({ "authorised": authorised, "slip": collection.slip });
    tx.record_also(Act::Return, &dossier.code, &detail)?;
    Ok((dossier, finished_now))
}
