//! Shelves and trays at the desk: where a folder or a result lies.

use serde_json::json;

use super::error::DeskError;
use super::finish::require_standing;
use super::receive::show;
use super::role::acting;
use super::waiting::Moved;
use crate::domain::invalid::{Field, Problem};
use crate::domain::time::OfficeTime;
use crate::domain::tray::parse_tray;
use crate::store::{self, Act, Db, Stamp};

/// Puts the folder or result of the dossier `code` into `tray`; an empty tray takes it out. Trays stand
/// at the desk: what somebody else has must come back first.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::Ended`]; [`DeskError::WithOthers`]; [`Field::Tray`], for a
/// dossier's code too, which is what a hand that scans in the wrong order gives.
pub fn put_in_tray(
    db: &mut Db,
    code: &str,
    tray: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<Moved, DeskError> {
    let stamp = Stamp { act: Act::SetTray, actor: officer.to_owned(), at: now };
    let (dossier, changed) = acting(db, stamp, |tx| {
        let mut dossier = show(tx.view(), code)?;
        require_standing(&dossier)?;
        if dossier.ended_at.is_some() {
            let (code, status) = (dossier.code, dossier.status);
            return Err(DeskError::Ended { code, status });
        }
        if !dossier.holder.is_desk() {
            let (code, holder) = (dossier.code, dossier.holder);
            return Err(DeskError::WithOthers { code, holder });
        }
        dossier.tray = match tray.trim() {
            "" => String::new(),
            tray => parse_tray(tray).ok_or_else(|| Field::Tray.wrong(Problem::NotUnderstood))?,
        };
        if store::dossier_by_code(tx.view(), &dossier.tray)?.is_some() {
            return Err(Field::Tray.wrong(Problem::NotUnderstood).into());
        }
        store::set_tray(tx, dossier.id, &dossier.tray)?;
        tx.record(&dossier.code, &json!({ "tray": dossier.tray }))?;
        Ok(dossier)
    })?;
    Ok(Moved { dossier, before: 0, notice: None, changed })
}
