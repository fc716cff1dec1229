//! Handing a dossier over to those who handle it.

use serde_json::json;

use super::error::DeskError;
use super::finish::{require_lawful, standing};
use super::receive::show;
use super::waiting::Moved;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Db, Stamp};

/// Notes that the dossier `code` went from the desk to those who handle it: the same working day, or
/// the next one when it came in after 15:00 (Decree 61/2018/NĐ-CP art. 18.2). A dossier whose procedure
/// has a process goes on by its steps as well.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::NotLawful`].
pub fn hand_over(
    db: &mut Db,
    code: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<Moved, DeskError> {
    let stamp = Stamp { act: Act::HandOver, actor: officer.to_owned(), at: now };
    let (dossier, changed) = db.transact(stamp, |tx| {
        let mut dossier = show(tx.view(), code)?;
        require_lawful(&dossier, Status::InProgress)?;
        if dossier.is_waiting() {
            let (code, from) = (dossier.code, dossier.status);
            return Err(DeskError::NotLawful { code, from, to: Status::InProgress });
        }
        dossier.status = Status::InProgress;
        store::set_standing(tx, dossier.id, &standing(&dossier))?;
        tx.record(&dossier.code, &json!({}))?;
        Ok::<_, DeskError>(dossier)
    })?;
    Ok(Moved { dossier, before: 0, changed })
}
