//! Giving a dossier into other hands, with its line on the control sheet.

use super::error::DeskError;
use crate::domain::dossier::Dossier;
use crate::domain::hands::{Hands, TransferAct};
use crate::domain::time::OfficeTime;
use crate::store::{self, Tx};

/// Gives `dossier` into the hands of `to` at `at`; nothing where they have it already.
pub(super) fn pass(
    tx: &Tx<'_>,
    dossier: &mut Dossier,
    act: TransferAct,
    to: Hands,
    at: OfficeTime,
    note: &str,
) -> Result<(), DeskError> {
    if dossier.holder == to {
        return Ok(());
    }
    let at = store::record_transfer(tx, dossier.id, act, (&dossier.holder, &to), at, note)?;
    dossier.held_since = (!to.is_desk()).then_some(at);
    dossier.holder = to;
    Ok(())
}
