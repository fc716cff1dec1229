//! What the book says of a scan before it is put on a list.

use crate::desk::DeskError;
use crate::desk::handover_list::look_at;
use crate::domain::handover::HandoverKind;
use crate::domain::hands::Hands;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, View};
use crate::ui::scan::is_code;
use crate::ui::text::moves as said;

/// A dossier that belongs on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(super) code: String,
    pub(super) applicant: String,
    pub(super) procedure: String,
    pub(super) due_at: Option<OfficeTime>,
    pub(super) status: Status,
    pub(super) holder: Hands,
    /// Whether its result was signed.
    pub(super) signed: bool,
}

/// What came of looking a scan up.
#[derive(Debug, Clone)]
pub(crate) enum Seen {
    /// It belongs on the list.
    Right(Box<Found>),
    /// It does not, and why.
    Wrong(Vec<String>),
    /// It is no dossier's code: the bill of a postal item.
    Bill,
}

/// Looks up what was scanned or typed.
pub(super) fn look(
    view: View<'_>,
    kind: HandoverKind,
    other: &Hands,
    text: &str,
) -> Result<Seen, DeskError> {
    let dossier = match look_at(view, kind, other, text) {
        Ok(dossier) => dossier,
        Err(DeskError::Store(error)) => return Err(error.into()),
        Err(DeskError::NoDossier(_)) if kind.is_post() && !is_code(text) => return Ok(Seen::Bill),
        Err(error) => return Ok(Seen::Wrong(said::wrong_scan(&error))),
    };
    let signed = kind == HandoverKind::Back && store::result_of(view, dossier.id)?.is_some();
    Ok(Seen::Right(Box::new(Found {
        code: dossier.code,
        applicant: dossier.applicant.name,
        procedure: dossier.procedure.name,
        due_at: dossier.due.at,
        status: dossier.status,
        holder: dossier.holder,
        signed,
    })))
}
