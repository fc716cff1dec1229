//! Putting a promise off: once, with an apology, at least a day before it.

use serde_json::json;

use super::error::DeskError;
use super::receive::show;
use super::role::acting;
use super::rules::Rules;
use super::waiting::{Moved, require_running};
use crate::domain::invalid::{Field, Problem};
use crate::domain::limit::Limit;
use crate::domain::line::{LONGEST_REASON, required_line};
use crate::domain::notice::{Addressee, NoticeContent, NoticeKind};
use crate::domain::time::OfficeTime;
use crate::domain::verdict::may_extend;
use crate::store::{self, Act, Cause, Db, NewPromise, Stamp};

/// Puts the promise of the dossier `code` off until `until` (Decree 61/2018/NĐ-CP art. 19.9): not more
/// than once, and with the apology going out at least one day before the promised day. The first
/// promise is kept for every report.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::Ended`]; [`DeskError::NoPromise`] while the office waits;
/// [`DeskError::NoExtension`]; [`Field::Reason`]; [`Field::NewDate`] for a moment outside office hours.
pub fn extend(
    db: &mut Db,
    code: &str,
    until: OfficeTime,
    reason: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<Moved, DeskError> {
    let stamp = Stamp { act: Act::Extend, actor: officer.to_owned(), at: now };
    let ((dossier, before, notice), changed) = acting(db, stamp, |tx| {
        let dossier = show(tx.view(), code)?;
        let due = require_running(&dossier)?;
        let past = store::past_promises(tx.view(), dossier.id)?;
        let before = past.iter().filter(|past| past.cause == Cause::Extension).count();
        let until = until.to_minute();
        may_extend(now.date(), due, until, before)
            .map_err(|why| DeskError::NoExtension { code: dossier.code.clone(), why })?;
        let reason = required_line(reason, LONGEST_REASON)
            .map_err(|problem| Field::Reason.wrong(problem))?;
        let limit = Limit::Agreed(Some(until));
        let due = Rules::load(tx.view())?
            .promise(dossier.counted_from(), limit)
            .map_err(|_| Field::NewDate.wrong(Problem::OutsideHours))?;
        store::remember(tx, dossier.id, Act::Extend, None)?;
        let content = NoticeContent {
            reason: reason.clone(),
            promised: dossier.due.at,
            put_off_to: due.at,
            addressee: Some(Addressee::of(&dossier)),
            ..NoticeContent::default()
        };
        let notice = store::put_notice(tx, NoticeKind::Apology, Some(dossier.id), &content)?;
        let new = NewPromise {
            cause: Cause::Extension,
            reason: &reason,
            start: dossier.start,
            limit: Some(limit),
            due: &due,
        };
        store::repromise(tx, dossier.id, &new)?;
        tx.record(&dossier.code, &json!({ "from": dossier.due.at, "to": due.at }))?;
        Ok((show(tx.view(), code)?, before, Some(notice)))
    })?;
    Ok(Moved { dossier, before, notice, changed })
}
