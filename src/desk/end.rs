//! Ending without a result: the applicant withdraws, or the office stops.

use serde_json::json;

use super::error::DeskError;
use super::finish::{require_lawful, standing};
use super::receive::show;
use super::waiting::Moved;
use crate::domain::invalid::Field;
use crate::domain::line::required_line;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Db, Stamp};

/// The most characters of a reason.
const LONGEST_REASON: usize = 500;

/// The applicant takes the dossier `code` back, which is lawful only while no result exists (Decree
/// 118/2025/NĐ-CP art. 21; Circular 03/2025/TT-VPCP art. 7).
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::NotLawful`]; [`Field::Reason`].
pub fn withdraw(
    db: &mut Db,
    code: &str,
    reason: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<Moved, DeskError> {
    end(db, code, (Act::Withdraw, Status::Withdrawn), reason, (officer, now))
}

/// Stops the dossier `code`: at the applicant's wish while no result exists, or because what was asked
/// for did not come.
///
/// # Errors
/// As [`withdraw`].
pub fn stop(
    db: &mut Db,
    code: &str,
    reason: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<Moved, DeskError> {
    end(db, code, (Act::Stop, Status::Stopped), reason, (officer, now))
}

fn end(
    db: &mut Db,
    code: &str,
    (act, status): (Act, Status),
    reason: &str,
    (officer, now): (&str, OfficeTime),
) -> Result<Moved, DeskError> {
    let stamp = Stamp { act, actor: officer.to_owned(), at: now };
    let (dossier, changed) = db.transact(stamp, |tx| {
        let mut dossier = show(tx.view(), code)?;
        require_lawful(&dossier, status)?;
        let reason = required_line(reason, LONGEST_REASON)
            .map_err(|problem| Field::Reason.wrong(problem))?;
        dossier.status = status;
        dossier.ended_at = Some(now.to_minute().max(dossier.received_at));
        store::set_standing(tx, dossier.id, &standing(&dossier))?;
        store::set_end_reason(tx, dossier.id, &reason)?;
        tx.record(&dossier.code, &json!({}))?;
        dossier.ended_because = Some(reason);
        Ok::<_, DeskError>(dossier)
    })?;
    Ok(Moved { dossier, before: 0, changed })
}
