//! Putting a promise off: once, with an apology, at least a day before it.

use serde_json::json;

use super::error::DeskError;
use super::receive::show;
use super::rules::Rules;
use super::waiting::{Moved, require_running};
use crate::domain::invalid::{Field, Problem};
use crate::domain::limit::Limit;
use crate::domain::line::required_line;
use crate::domain::time::OfficeTime;
use crate::domain::verdict::may_extend;
use crate::store::{self, Act, Cause, Db, NewPromise, Stamp};

/// The most characters of a reason.
const LONGEST_REASON: usize = 500;

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
    let ((dossier, before), changed) = db.transact(stamp, |tx| {
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
        let new = NewPromise {
            cause: Cause::Extension,
            reason: &reason,
            start: dossier.start,
            limit: Some(limit),
            due: &due,
        };
        store::repromise(tx, dossier.id, &new)?;
        tx.record(&dossier.code, &json!({ "from": dossier.due.at, "to": due.at }))?;
        Ok::<_, DeskError>((show(tx.view(), code)?, before))
    })?;
    Ok(Moved { dossier, before, changed })
}
