//! Voiding a number: it stays in the register with its reason and is never given again.

use serde_json::json;

use super::error::DeskError;
use super::finish::{ready_at, require_standing, require_unsigned, standing};
use super::hands::leave_tray;
use super::receive::show;
use super::role::acting;
use super::waiting::Moved;
use crate::domain::invalid::Field;
use crate::domain::line::{LONGEST_REASON, required_line};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Db, Stamp};

/// Makes the number of the dossier `code` count for nothing, for instance because it was received
/// twice: stopped in every list, marked in the register.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::MayNotVoid`] for one that is finished or has ended;
/// [`DeskError::HasResult`]; [`Field::Reason`].
pub fn void(
    db: &mut Db,
    code: &str,
    reason: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<Moved, DeskError> {
    let stamp = Stamp { act: Act::Void, actor: officer.to_owned(), at: now };
    let (dossier, changed) = acting(db, stamp, |tx| {
        let mut dossier = show(tx.view(), code)?;
        require_standing(&dossier)?;
        if !may_void(dossier.status) {
            let (code, status) = (dossier.code, dossier.status);
            return Err(DeskError::MayNotVoid { code, status });
        }
        require_unsigned(tx.view(), &dossier)?;
        let reason = required_line(reason, LONGEST_REASON)
            .map_err(|problem| Field::Reason.wrong(problem))?;
        store::remember(tx, dossier.id, Act::Void, None)?;
        dossier.ended_at = Some(ready_at(tx.view(), &dossier, now)?);
        dossier.status = Status::Stopped;
        store::set_standing(tx, dossier.id, &standing(&dossier))?;
        store::set_voided(tx, dossier.id, &reason)?;
        leave_tray(tx, &mut dossier)?;
        tx.record(&dossier.code, &json!({}))?;
        show(tx.view(), &dossier.code)
    })?;
    Ok(Moved { dossier, before: 0, notice: None, changed })
}

/// Whether the number of a dossier that stands so may be voided.
#[must_use]
pub fn may_void(status: Status) -> bool {
    matches!(
        status,
        Status::Received | Status::InProgress | Status::AwaitingPapers | Status::AwaitingPayment
    )
}
