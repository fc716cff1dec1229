//! Printing: a form counts as printed only after its PDF is on disk.
//!
//! A paper that was printed before says so on every page, with the reason, and keeps its number;
//! the PDF of the earlier print stays beside the new one.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::json;

use super::control_sheet::control_lines;
use super::error::DeskError;
use super::explain::Explained;
use super::finish::require_standing;
use super::form_style::style_on;
use super::receive::show;
use super::role::acting;
use crate::domain::collection::Collector;
use crate::domain::dossier::Dossier;
use crate::domain::form_style::{FormKind, FormStyle};
use crate::domain::invalid::{Field, Problem};
use crate::domain::line::required_line;
use crate::domain::office::{Office, PaperSize};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::files;
use crate::forms::appointment_slip::appointment_slip;
use crate::forms::control_sheet::control_sheet;
use crate::forms::due_explanation::due_explanation;
use crate::forms::mark::{Reprint, SlipMark};
use crate::forms::pdf::to_pdf;
use crate::forms::return_receipt::{Handover, return_receipt};
use crate::forms::sheet::Sheet;
use crate::store::{self, Act, Book, HandBack, Stamp};

/// The journal's word for the appointment slip.
pub const APPOINTMENT_SLIP: &str = "appointment_slip";

/// The journal's word for the receipt of a result.
pub const RETURN_RECEIPT: &str = "return_receipt";

/// The journal's word for the paper that explains a promise.
pub const DUE_EXPLANATION: &str = "due_explanation";

/// The journal's word for the control sheet.
pub const CONTROL_SHEET: &str = "control_sheet";

/// The longest reason for a reprint, in characters.
pub const LONGEST_REASON: usize = 120;

/// Draws the appointment slip of `dossier`, writes it to `file`, and only then notes the print.
/// Answers which print of this slip it was, from 1. Without `paper` the office's size is used.
/// From the second print on the slip is marked as a reprint and needs a `reason`; the PDF that
/// stood at `file` is kept beside it.
///
/// # Errors
/// [`DeskError::Invalid`] for a reprint without a reason; [`DeskError::Form`] or
/// [`DeskError::File`] when there is no PDF: the dossier stays received and the slip unprinted.
pub fn print_slip(
    book: &Book,
    dossier: &Dossier,
    file: &Path,
    paper: Option<PaperSize>,
    reason: Option<&str>,
    officer: &str,
    now: OfficeTime,
) -> Result<i64, DeskError> {
    let dossiers = std::slice::from_ref(dossier);
    let copies = print_slips(book, dossiers, file, paper, reason, officer, now)?;
    copies.first().copied().ok_or_else(|| DeskError::NoDossier(dossier.code.clone()))
}

/// Draws the slips of all `dossiers` into one `file`, as [`print_slip`] does with one: all of them
/// are noted as printed, or none. Answers which print each was. One `reason` serves for all that
/// were printed before.
///
/// # Errors
/// As [`print_slip`], and [`DeskError::Invalid`] without any dossier; [`DeskError::NoPromise`] for one
/// that waits for its applicant; [`DeskError::Voided`].
pub fn print_slips(
    book: &Book,
    dossiers: &[Dossier],
    file: &Path,
    paper: Option<PaperSize>,
    reason: Option<&str>,
    officer: &str,
    now: OfficeTime,
) -> Result<Vec<i64>, DeskError> {
    // While the office waits nothing is promised: a slip would say less than the one the citizen has.
    if let Some(waiting) = dossiers.iter().find(|dossier| dossier.is_waiting()) {
        let (code, status) = (waiting.code.clone(), waiting.status);
        return Err(DeskError::NoPromise { code, status });
    }
    for dossier in dossiers {
        require_standing(dossier)?;
    }
    let draw = |dossier: &Dossier, (office, form): (&Office, &FormStyle), mark: &SlipMark| {
        appointment_slip(dossier, office, &on(form, paper), mark)
    };
    // A slip keeps the looks of the day it was given on.
    let days: Vec<_> = dossiers.iter().map(|dossier| dossier.received_at.date()).collect();
    let what = (FormKind::AppointmentSlip, days);
    print(book, what, dossiers, file, Terms { reason, officer, now }, draw)
}

/// Draws the receipt for the result of `dossier`, handed over by `officer`, on the office's paper
/// and with the same care as [`print_slip`]. Answers which print of this receipt it was.
///
/// # Errors
/// As [`print_slip`].
pub fn print_return_receipt(
    book: &Book,
    dossier: &Dossier,
    handover: &Handover,
    file: &Path,
    reason: Option<&str>,
    officer: &str,
    now: OfficeTime,
) -> Result<i64, DeskError> {
    let draw = |dossier: &Dossier, (office, form): (&Office, &FormStyle), mark: &SlipMark| {
        return_receipt(dossier, handover, office, officer, form, mark)
    };
    let dossiers = std::slice::from_ref(dossier);
    let what = (FormKind::ReturnReceipt, vec![handover.at.date()]);
    let copies = print(book, what, dossiers, file, Terms { reason, officer, now }, draw)?;
    copies.first().copied().ok_or_else(|| DeskError::NoDossier(dossier.code.clone()))
}

/// Draws the receipt of a result that was handed over before, from what the book has of it.
///
/// # Errors
/// As [`print_slip`], and [`DeskError::NoDossier`]; [`DeskError::NotLawful`] for one that was not
/// returned.
pub fn print_returned(
    book: &Book,
    code: &str,
    file: &Path,
    reason: Option<&str>,
    officer: &str,
    now: OfficeTime,
) -> Result<i64, DeskError> {
    let wanted = code.to_owned();
    let (dossier, given, post) = book.run(move |db| {
        let dossier = show(db.view(), &wanted)?;
        let given = store::hand_back_of(db.view(), dossier.id)?;
        let post = store::post_bill_of(db.view(), dossier.id)?;
        Ok::<_, DeskError>((dossier, given, post))
    })??;
    let Some(given) = given else {
        let (code, from) = (dossier.code, dossier.status);
        return Err(DeskError::NotLawful { code, from, to: Status::Returned });
    };
    let handover = collected(&dossier, &given, post);
    let by = given.actor.as_str();
    let draw = |dossier: &Dossier, (office, form): (&Office, &FormStyle), mark: &SlipMark| {
        return_receipt(dossier, &handover, office, by, form, mark)
    };
    let dossiers = std::slice::from_ref(&dossier);
    let what = (FormKind::ReturnReceipt, vec![handover.at.date()]);
    let copies = print(book, what, dossiers, file, Terms { reason, officer, now }, draw)?;
    copies.first().copied().ok_or_else(|| DeskError::NoDossier(code.to_owned()))
}

/// How a result was handed over, as the receipt tells it.
fn collected(dossier: &Dossier, given: &HandBack, post: Option<String>) -> Handover {
    let (by_name, identity, authorisation) = match &given.by {
        Collector::Applicant => {
            let applicant = &dossier.applicant;
            (applicant.name.clone(), applicant.identity_number().to_owned(), String::new())
        }
        Collector::Authorised { name, identity, paper } => {
            (name.clone(), identity.clone(), paper.clone())
        }
    };
    let (slip, note) = (given.slip, given.note.clone());
    Handover { by_name, identity, authorisation, slip, post, note, at: given.at }
}

/// Draws the paper that explains the promise of a dossier, with the same care as [`print_slip`].
/// Answers which print of it this was.
///
/// # Errors
/// As [`print_slip`].
pub fn print_explanation(
    book: &Book,
    explained: &Explained,
    file: &Path,
    paper: Option<PaperSize>,
    reason: Option<&str>,
    officer: &str,
    now: OfficeTime,
) -> Result<i64, DeskError> {
    let draw = |dossier: &Dossier, (office, form): (&Office, &FormStyle), mark: &SlipMark| {
        let form = on(form, paper);
        let signed = (officer, now.date());
        due_explanation(dossier, &explained.explanation, office, signed, &form, mark)
    };
    let dossiers = std::slice::from_ref(&explained.dossier);
    let what = (FormKind::DueExplanation, vec![now.date()]);
    let copies = print(book, what, dossiers, file, Terms { reason, officer, now }, draw)?;
    copies.first().copied().ok_or_else(|| DeskError::NoDossier(explained.dossier.code.clone()))
}

/// Draws the control sheet of a dossier from its changes of hands so far, with the same care as
/// [`print_slip`]. Answers which print of it this was.
///
/// # Errors
/// As [`print_slip`], and [`DeskError::NoDossier`].
pub fn print_control_sheet(
    book: &Book,
    code: &str,
    file: &Path,
    reason: Option<&str>,
    officer: &str,
    now: OfficeTime,
) -> Result<i64, DeskError> {
    let wanted = code.to_owned();
    let (dossier, lines) = book.run(move |db| {
        let dossier = show(db.view(), &wanted)?;
        let lines = control_lines(db.view(), &dossier, now)?;
        Ok::<_, DeskError>((dossier, lines))
    })??;
    let draw = |dossier: &Dossier, (office, form): (&Office, &FormStyle), mark: &SlipMark| {
        control_sheet(dossier, &lines, office, form, now.date(), mark)
    };
    let dossiers = std::slice::from_ref(&dossier);
    let what = (FormKind::ControlSheet, vec![now.date()]);
    let copies = print(book, what, dossiers, file, Terms { reason, officer, now }, draw)?;
    copies.first().copied().ok_or_else(|| DeskError::NoDossier(code.to_owned()))
}

/// The form on other paper, where such is asked for.
fn on(form: &FormStyle, paper: Option<PaperSize>) -> FormStyle {
    FormStyle { paper: paper.unwrap_or(form.paper), ..form.clone() }
}

/// Why, by whom and when something is printed.
#[derive(Clone, Copy)]
pub(super) struct Terms<'a> {
    pub(super) reason: Option<&'a str>,
    pub(super) officer: &'a str,
    pub(super) now: OfficeTime,
}

/// Reads what was printed before and how the form looked on each dossier's day, draws outside the
/// book's thread, writes the PDF, notes the prints.
fn print(
    book: &Book,
    (kind, days): (FormKind, Vec<NaiveDate>),
    dossiers: &[Dossier],
    file: &Path,
    terms: Terms<'_>,
    draw: impl Fn(&Dossier, (&Office, &FormStyle), &SlipMark) -> Sheet,
) -> Result<Vec<i64>, DeskError> {
    let form = kind.word();
    let printed: Vec<(i64, String)> =
        dossiers.iter().map(|dossier| (dossier.id, dossier.code.clone())).collect();
    let ids: Vec<i64> = printed.iter().map(|(id, _)| *id).collect();
    let (office, before, styles) = book.run(move |db| {
        let office = store::load_office(db.view())?;
        let counts = ids.iter().map(|id| match kind {
            // What tells of a return that was undone is no earlier print of this one.
            FormKind::ReturnReceipt => store::print_count_since_undone(db.view(), *id, form),
            _ => store::print_count(db.view(), *id, form),
        });
        let counts = counts.collect::<Result<Vec<i64>, _>>()?;
        let styles = days.iter().map(|day| style_on(db.view(), kind, &office, *day));
        let styles = styles.collect::<Result<Vec<_>, _>>()?;
        Ok::<_, DeskError>((office, counts, styles))
    })??;
    let mut sheets = Vec::with_capacity(dossiers.len());
    for ((dossier, before), form) in dossiers.iter().zip(&before).zip(&styles) {
        sheets.push(draw(dossier, (&office, form), &mark(*before, &office, terms)?));
    }
    let sheet = Sheet::join(sheets).ok_or_else(|| Field::DossierCode.wrong(Problem::Empty))?;
    files::write_beside(file, &to_pdf(&sheet, terms.now)?)?;
    let given = terms.reason.unwrap_or_default().trim().to_owned();
    let stamp = Stamp { act: Act::Print, actor: terms.officer.to_owned(), at: terms.now };
    let (copies, _) = book.run(move |db| {
        acting(db, stamp, |tx| {
            let mut copies = Vec::with_capacity(printed.len());
            for (id, code) in &printed {
                let copy = store::record_print(tx, *id, form, &given)?;
                tx.record(code, &json!({ "form": form, "copy": copy }))?;
                copies.push(copy);
            }
            Ok::<_, DeskError>(copies)
        })
    })??;
    Ok(copies)
}

/// What a paper says of its print when it was printed `before` so many times.
pub(super) fn mark(before: i64, office: &Office, terms: Terms<'_>) -> Result<SlipMark, DeskError> {
    let mut mark = SlipMark { practice: office.practice, ..SlipMark::default() };
    if before > 0 {
        let reason = required_line(terms.reason.unwrap_or_default(), LONGEST_REASON)
            .map_err(|problem| Field::ReprintReason.wrong(problem))?;
        let copy = u32::try_from(before).unwrap_or(u32::MAX);
        mark.reprint = Some(Reprint { copy, at: terms.now, reason });
    }
    Ok(mark)
}
