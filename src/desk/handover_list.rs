//! Lists made by scanning folder after folder: with divisions, and with the post.

use serde_json::json;

use super::error::DeskError;
use super::finish::{finish_in, require_standing};
use super::give_back::give_back_in;
use super::hand_over::{hand_over_in, may_hand_over, may_take_back, take_back_in};
use super::hands::as_known;
use super::receive::show;
use super::role::{acting, require_role};
use crate::domain::collection::{Collection, Collector, SlipState};
use crate::domain::dossier::{Channel, Dossier, ReturnBy};
use crate::domain::handover::{Handover, HandoverKind};
use crate::domain::hands::Hands;
use crate::domain::invalid::{Field, Problem};
use crate::domain::line::{LONGEST_REASON, clean_line};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Changed, Db, NewLine, Stamp, View};

/// The most characters of a bill code.
const LONGEST_BILL: usize = 40;

/// The most folders of one list.
pub const MOST_FOLDERS: usize = 500;

/// A folder that was scanned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scan {
    /// The dossier's code.
    pub code: String,
    /// Whether it brings its result, on a list back to the desk.
    pub result: bool,
    /// The post's bill code; may be empty.
    pub bill: String,
}

/// What is to be put on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewList {
    /// Between whom.
    pub kind: HandoverKind,
    /// The other side; for a list out of the desk it must be named.
    pub other: Hands,
    /// The folders, in the order of the scans.
    pub scans: Vec<Scan>,
    /// A note; may be empty.
    pub note: String,
}

/// A list that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListMade {
    /// The list.
    pub list: Handover,
    /// What the write changed.
    pub changed: Changed,
}

/// Looks at one scan before it is put on a list: the dossier, or why it does not belong there.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::NotLawful`]; [`DeskError::Voided`];
/// [`DeskError::AlreadyThere`]; [`DeskError::AtTheDesk`]; [`DeskError::WithOthers`];
/// [`DeskError::NotByPost`]; [`DeskError::OnAnotherList`].
pub fn look_at(
    view: View<'_>,
    kind: HandoverKind,
    other: &Hands,
    code: &str,
) -> Result<Dossier, DeskError> {
    let dossier = show(view, code)?;
    if kind != HandoverKind::Back {
        require_standing(&dossier)?;
    }
    let not_by_post = || DeskError::NotByPost(dossier.code.clone());
    match kind {
        HandoverKind::Out => may_hand_over(&dossier, other)?,
        HandoverKind::Back => may_take_back(&dossier, other)?,
        HandoverKind::PostOut if dossier.return_by != ReturnBy::Post => return Err(not_by_post()),
        HandoverKind::PostOut if dossier.status != Status::Finished => {
            let (code, from) = (dossier.code, dossier.status);
            return Err(DeskError::NotLawful { code, from, to: Status::Returned });
        }
        HandoverKind::PostIn if dossier.channel != Channel::Post => return Err(not_by_post()),
        HandoverKind::PostIn => {
            if let Some((number, year)) = store::standing_list(view, dossier.id, kind)? {
                return Err(DeskError::OnAnotherList { code: dossier.code, number, year });
            }
        }
        HandoverKind::PostOut => {}
    }
    Ok(dossier)
}

/// Makes the list: every folder on it changes hands in one transaction, or none does. What the post
/// takes is returned with that; what it brought stays as it was received.
///
/// # Errors
/// As [`look_at`], for the first folder that does not belong there; [`DeskError::ScannedTwice`];
/// [`Field::DossierCode`] without a folder; [`Field::Holder`] without a division; [`Field::BillCode`];
/// [`DeskError::NotYours`] for whoever may not do with one folder what the list does with many.
pub fn make_list(
    db: &mut Db,
    new: &NewList,
    officer: &str,
    now: OfficeTime,
) -> Result<ListMade, DeskError> {
    let stamp = Stamp { act: Act::KeepList, actor: officer.to_owned(), at: now };
    let act = match new.kind {
        HandoverKind::Out => Act::HandOver,
        HandoverKind::Back => Act::TakeBack,
        HandoverKind::PostOut => Act::Return,
        HandoverKind::PostIn => Act::Receive,
    };
    let (list, changed) = acting(db, stamp, |tx| {
        let _ = require_role(tx.view(), officer, act)?;
        if new.scans.is_empty() {
            return Err(Field::DossierCode.wrong(Problem::Empty).into());
        }
        if new.scans.len() > MOST_FOLDERS {
            let max = u32::try_from(MOST_FOLDERS).unwrap_or(u32::MAX);
            return Err(Field::DossierCode.wrong(Problem::OutOfRange { min: 1, max }).into());
        }
        let other = Hands::parse(&new.other.unit, &new.other.officer)
            .map_err(|problem| Field::Holder.wrong(problem))?;
        let other = if new.kind.is_post() { other } else { as_known(tx.view(), other)? };
        if new.kind == HandoverKind::Out && other.is_desk() {
            return Err(Field::Holder.wrong(Problem::Empty).into());
        }
        let note =
            clean_line(&new.note, LONGEST_REASON).map_err(|problem| Field::Note.wrong(problem))?;
        let mut moved: Vec<(i64, bool, String)> = Vec::with_capacity(new.scans.len());
        for scan in &new.scans {
            let dossier = look_at(tx.view(), new.kind, &other, &scan.code)?;
            if moved.iter().any(|(id, ..)| *id == dossier.id) {
                return Err(DeskError::ScannedTwice(dossier.code));
            }
            let bill = clean_line(&scan.bill, LONGEST_BILL)
                .map_err(|problem| Field::BillCode.wrong(problem))?;
            moved.push((dossier.id, scan.result || new.kind == HandoverKind::PostOut, bill));
        }
        for (scan, (_, result, bill)) in new.scans.iter().zip(&moved) {
            match new.kind {
                HandoverKind::Out => drop(hand_over_in(tx, &scan.code, &other, now)?),
                HandoverKind::Back if *result => drop(finish_in(tx, &scan.code, now)?),
                HandoverKind::Back => drop(take_back_in(tx, &scan.code, now)?),
                HandoverKind::PostOut => {
                    drop(give_back_in(tx, &scan.code, &by_post(bill), now)?);
                }
                HandoverKind::PostIn => {}
            }
        }
        let lines: Vec<NewLine<'_>> = moved
            .iter()
            .map(|(dossier, result, bill)| NewLine { dossier: *dossier, result: *result, bill })
            .collect();
        let id = store::put_handover(tx, new.kind, &other, &note, &lines)?;
        let list = store::handover(tx.view(), id)?;
        let list = list.ok_or_else(|| DeskError::NoList(id.to_string()))?;
        let number = format!("{}/{}", list.number, list.year);
        tx.record(&number, &json!({ "list": id, "kind": list.kind, "folders": lines.len() }))?;
        Ok(list)
    })?;
    Ok(ListMade { list, changed })
}

/// A result that the post delivers, with its bill code as a note.
fn by_post(bill: &str) -> Collection {
    Collection { by: Collector::Applicant, slip: SlipState::None, note: bill.to_owned() }
}
