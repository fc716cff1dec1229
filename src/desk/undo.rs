//! Undoing a wrong step: an act of its own that puts a dossier back and keeps what was done.

use serde_json::json;

use super::error::DeskError;
use super::receive::show;
use super::role::{acting, require_role};
use crate::domain::dossier::Dossier;
use crate::domain::invalid::Field;
use crate::domain::line::{LONGEST_REASON, required_line};
use crate::domain::notice::Notice;
use crate::domain::officer::Role;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Changed, Db, Stamp, Tx, UndoPoint, View};

/// A step that was undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The dossier as it stands again.
    pub dossier: Dossier,
    /// The act that was undone, as the journal names it.
    pub act: String,
    /// Whether another moment is promised than on the papers the applicant has.
    pub repromised: bool,
    /// Notices that are worth nothing any more.
    pub notices: Vec<Notice>,
    /// What the write changed.
    pub changed: Changed,
}

/// What would be undone of the dossier `code`: its last act, while nothing was built upon it.
///
/// # Errors
/// [`DeskError::NoDossier`].
pub fn last_step(
    view: View<'_>,
    dossier: &Dossier,
    now: OfficeTime,
) -> Result<Option<UndoPoint>, DeskError> {
    Ok(store::undo_point(view, dossier.id, now)?)
}

/// Undoes the last step of the dossier `code`: it stands as it stood before, numbers given with the
/// step stay given, papers printed of it are worth nothing. Who did it may undo it, and who heads the
/// desk; an office without a roster trusts everybody.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::NothingToUndo`]; [`DeskError::OthersStep`]; [`Field::Reason`].
pub fn undo(
    db: &mut Db,
    code: &str,
    reason: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<Undone, DeskError> {
    let stamp = Stamp { act: Act::Undo, actor: officer.to_owned(), at: now };
    let ((dossier, act, repromised, notices), changed) = acting(db, stamp, |tx| {
        let dossier = show(tx.view(), code)?;
        let Some(point) = last_step(tx.view(), &dossier, now)? else {
            return Err(DeskError::NothingToUndo(dossier.code));
        };
        let known = require_role(tx.view(), officer, Act::Undo)?;
        if known.is_some_and(|known| known.role != Role::Head) && point.actor != officer {
            return Err(DeskError::OthersStep { code: dossier.code, actor: point.actor });
        }
        let reason = required_line(reason, LONGEST_REASON)
            .map_err(|problem| Field::Reason.wrong(problem))?;
        let valid = |tx: &Tx<'_>| {
            let notices = store::notices_of(tx.view(), dossier.id)?;
            Ok::<_, DeskError>(notices.into_iter().filter(|notice| !notice.undone))
        };
        let before: Vec<Notice> = valid(tx)?.collect();
        store::put_back(tx, dossier.id, &point, &reason)?;
        let left: Vec<i64> = valid(tx)?.map(|notice| notice.id).collect();
        let gone = before.into_iter().filter(|notice| !left.contains(&notice.id)).collect();
        tx.record(&dossier.code, &json!({ "act": point.act, "done_at": point.at }))?;
        let after = show(tx.view(), &dossier.code)?;
        let repromised = after.due.at != dossier.due.at;
        Ok((after, point.act, repromised, gone))
    })?;
    Ok(Undone { dossier, act, repromised, notices, changed })
}
