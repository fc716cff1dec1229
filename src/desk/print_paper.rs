//! Printing what has a number of its own: notices to applicants, lists of folders.

use std::path::Path;

use serde_json::json;

use super::error::DeskError;
use super::form_style::style_on;
use super::print::{Terms, mark};
use super::receive::show;
use super::role::acting;
use crate::domain::dossier::{Dossier, ReturnBy};
use crate::domain::form_style::{FormKind, FormStyle};
use crate::domain::handover::{Handover, HandoverKind, HandoverLine};
use crate::domain::hands::Hands;
use crate::domain::notice::Addressee;
use crate::domain::office::Office;
use crate::domain::time::OfficeTime;
use crate::files;
use crate::forms::handover_list::{self, HandoverHead, HandoverWay, handover_list};
use crate::forms::mark::SlipMark;
use crate::forms::notice::{form_of, notice_sheet};
use crate::forms::pdf::to_pdf;
use crate::forms::post_record::{PostHead, PostLine, PostWay, post_record};
use crate::forms::sheet::Sheet;
use crate::forms::words::full_desk_name;
use crate::store::{self, Act, Book, PaperKind, Stamp};

/// A paper whose PDF is to be written and noted.
struct Paper {
    kind: PaperKind,
    id: i64,
    form: FormKind,
    /// What the journal says it is of.
    subject: String,
}

/// Draws the notice with this number in the book, writes it to `file`, and only then notes the print.
/// Answers which print of it this was, from 1; from the second on it is marked as a reprint and needs
/// a `reason`. It looks as the office's forms did on the day it was decided.
///
/// # Errors
/// [`DeskError::NoNotice`]; and as [`super::print::print_slip`].
pub fn print_notice(
    book: &Book,
    id: i64,
    file: &Path,
    reason: Option<&str>,
    officer: &str,
    now: OfficeTime,
) -> Result<i64, DeskError> {
    let (notice, dossier, office, style, before) = book.run(move |db| {
        let view = db.view();
        let notice = store::notice(view, id)?;
        let notice = notice.ok_or_else(|| DeskError::NoNotice(id.to_string()))?;
        let dossier = notice.code.as_deref().map(|code| show(view, code)).transpose()?;
        let office = store::load_office(view)?;
        let style = style_on(view, form_of(notice.kind), &office, notice.at.date())?;
        let before = store::paper_print_count(view, PaperKind::Notice, id)?;
        Ok::<_, DeskError>((notice, dossier, office, style, before))
    })??;
    let to = match (&notice.content.addressee, &dossier) {
        (Some(addressee), _) => addressee.clone(),
        (None, Some(dossier)) => Addressee::of(dossier),
        (None, None) => Addressee::default(),
    };
    let received = dossier.as_ref().map(|dossier| dossier.received_at);
    let terms = Terms { reason, officer, now };
    let mark = mark(before, &office, terms)?;
    let sheet = notice_sheet(&notice, &to, received, &office, &style, &mark);
    let number = format!("{}/{}", notice.number, notice.year);
    let subject = notice.code.unwrap_or(number);
    let paper = Paper { kind: PaperKind::Notice, id, form: form_of(notice.kind), subject };
    keep(book, paper, &sheet, file, terms)
}

/// Draws the list with this number in the book, a hand-over list with a division or a record with the
/// post, with the same care as [`print_notice`]. Answers which print of it this was.
///
/// # Errors
/// [`DeskError::NoList`]; and as [`super::print::print_slip`].
pub fn print_handover_list(
    book: &Book,
    id: i64,
    file: &Path,
    reason: Option<&str>,
    officer: &str,
    now: OfficeTime,
) -> Result<i64, DeskError> {
    let (list, dossiers, office, style, before) = book.run(move |db| {
        let view = db.view();
        let list = store::handover(view, id)?;
        let list = list.ok_or_else(|| DeskError::NoList(id.to_string()))?;
        let dossiers = list.lines.iter().map(|line| show(view, &line.code));
        let dossiers = dossiers.collect::<Result<Vec<Dossier>, _>>()?;
        let office = store::load_office(view)?;
        let style = style_on(view, form_of_list(list.kind), &office, list.at.date())?;
        let before = store::paper_print_count(view, PaperKind::Handover, id)?;
        Ok::<_, DeskError>((list, dossiers, office, style, before))
    })??;
    let terms = Terms { reason, officer, now };
    let mut mark = mark(before, &office, terms)?;
    // A list of which nothing holds any more is worth nothing.
    mark.void = !list.lines.is_empty() && list.lines.iter().all(|line| line.undone);
    let sheet = match list.kind.is_post() {
        true => record(&list, &dossiers, &office, &style, &mark),
        false => folders(&list, &dossiers, &office, &style, &mark),
    };
    let paper = Paper {
        kind: PaperKind::Handover,
        id,
        form: form_of_list(list.kind),
        subject: format!("{}/{}", list.number, list.year),
    };
    keep(book, paper, &sheet, file, terms)
}

/// The form that a kind of list is printed on.
fn form_of_list(kind: HandoverKind) -> FormKind {
    if kind.is_post() { FormKind::PostRecord } else { FormKind::HandoverList }
}

fn folders(
    list: &Handover,
    dossiers: &[Dossier],
    office: &Office,
    style: &FormStyle,
    mark: &SlipMark,
) -> Sheet {
    let desk = (full_desk_name(office), list.actor.clone());
    let other = side(&list.other);
    let out = list.kind == HandoverKind::Out;
    let ((from, giver), (to, taker)) = if out { (desk, other) } else { (other, desk) };
    let way = match list.kind {
        HandoverKind::Out => HandoverWay::Out,
        _ if list.lines.iter().any(|line| line.result) => HandoverWay::Results,
        _ => HandoverWay::Back,
    };
    let (number, at, note) = (list.number, list.at, list.note.clone());
    let head = HandoverHead { way, number, from, giver, to, taker, at, note };
    let lines: Vec<_> = list.lines.iter().zip(dossiers).map(|pair| folder(pair, way)).collect();
    handover_list(&head, &lines, office, style, mark)
}

fn folder(
    (line, dossier): (&HandoverLine, &Dossier),
    way: HandoverWay,
) -> handover_list::HandoverLine {
    handover_list::HandoverLine {
        code: line.code.clone(),
        subject: dossier.subject.clone(),
        applicant: line.applicant.clone(),
        address: line.address.clone(),
        received_at: dossier.received_at,
        due_at: line.due_at,
        result: (way == HandoverWay::Results && line.result).then(|| line.result_number.clone()),
        fee: dossier.procedure.fees.iter().any(|fee| fee.amount > 0),
        by_post: line.return_by == ReturnBy::Post,
        note: String::new(),
        undone: line.undone,
    }
}

fn record(
    list: &Handover,
    dossiers: &[Dossier],
    office: &Office,
    style: &FormStyle,
    mark: &SlipMark,
) -> Sheet {
    let (post_office, postman) = side(&list.other);
    let head = PostHead {
        way: if list.kind == HandoverKind::PostIn { PostWay::FromPost } else { PostWay::ToPost },
        number: list.number,
        post_office,
        postman,
        officer: list.actor.clone(),
        at: list.at,
        note: list.note.clone(),
    };
    let line = |(line, dossier): (&HandoverLine, &Dossier)| PostLine {
        bill: line.bill.clone(),
        code: line.code.clone(),
        slip_number: dossier.number,
        applicant: line.applicant.clone(),
        subject: dossier.subject.clone(),
        complete: line.complete,
        undone: line.undone,
        note: String::new(),
    };
    let lines: Vec<_> = list.lines.iter().zip(dossiers).map(line).collect();
    post_record(&head, &lines, office, style, mark)
}

fn side(hands: &Hands) -> (String, String) {
    (hands.unit.clone(), hands.officer.clone())
}

/// Writes the PDF, then notes the print.
fn keep(
    book: &Book,
    paper: Paper,
    sheet: &Sheet,
    file: &Path,
    terms: Terms<'_>,
) -> Result<i64, DeskError> {
    files::write_beside(file, &to_pdf(sheet, terms.now)?)?;
    let given = terms.reason.unwrap_or_default().trim().to_owned();
    let stamp = Stamp { act: Act::Print, actor: terms.officer.to_owned(), at: terms.now };
    let (copy, _) = book.run(move |db| {
        acting(db, stamp, |tx| {
            let copy = store::record_paper_print(tx, paper.kind, paper.id, &given)?;
            let detail = json!({ "form": paper.form.word(), "paper": paper.id, "copy": copy });
            tx.record(&paper.subject, &detail)?;
            Ok::<_, DeskError>(copy)
        })
    })??;
    Ok(copy)
}
