//! Ending without a result: the applicant withdraws, the office stops or refuses.

use serde_json::json;

use super::error::DeskError;
use super::finish::{ready_at, require_lawful, require_unsigned, standing};
use super::hands::leave_tray;
use super::receive::show;
use super::role::acting;
use super::waiting::Moved;
use crate::domain::invalid::Field;
use crate::domain::line::{LONGEST_REASON, required_line};
use crate::domain::notice::{Addressee, NoticeContent, NoticeKind};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Db, Stamp};

/// The applicant takes the dossier `code` back, which is lawful only while no result exists, and is told
/// in writing that its handling stops (Decree 118/2025/NĐ-CP art. 21; Circular 03/2025/TT-VPCP art. 7).
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::NotLawful`]; [`DeskError::HasResult`]; [`Field::Reason`].
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

/// Refuses the dossier `code` after appraisal, with the reason in writing and within its time (Decree
/// 61/2018/NĐ-CP art. 17.1.b, 19.8).
///
/// # Errors
/// As [`withdraw`].
pub fn refuse(
    db: &mut Db,
    code: &str,
    reason: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<Moved, DeskError> {
    end(db, code, (Act::Refuse, Status::Refused), reason, (officer, now))
}

fn end(
    db: &mut Db,
    code: &str,
    (act, status): (Act, Status),
    reason: &str,
    (officer, now): (&str, OfficeTime),
) -> Result<Moved, DeskError> {
    let stamp = Stamp { act, actor: officer.to_owned(), at: now };
    let kind = match act {
        Act::Refuse => NoticeKind::Refusal,
        _ => NoticeKind::Stop,
    };
    let ((dossier, notice), changed) = acting(db, stamp, |tx| {
        let mut dossier = show(tx.view(), code)?;
        require_lawful(&dossier, status)?;
        require_unsigned(tx.view(), &dossier)?;
        let reason = required_line(reason, LONGEST_REASON)
            .map_err(|problem| Field::Reason.wrong(problem))?;
        store::remember(tx, dossier.id, act, None)?;
        dossier.status = status;
        dossier.ended_at = Some(ready_at(tx.view(), &dossier, now)?);
        store::set_standing(tx, dossier.id, &standing(&dossier))?;
        store::set_end_reason(tx, dossier.id, &reason)?;
        leave_tray(tx, &mut dossier)?;
        let content = NoticeContent {
            reason: reason.clone(),
            addressee: Some(Addressee::of(&dossier)),
            ..NoticeContent::default()
        };
        let notice = store::put_notice(tx, kind, Some(dossier.id), &content)?;
        tx.record(&dossier.code, &json!({}))?;
        dossier.ended_because = Some(reason);
        Ok((dossier, notice))
    })?;
    Ok(Moved { dossier, before: 0, notice: Some(notice), changed })
}
