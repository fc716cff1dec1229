//! `receive` and `slip`.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::args::{Receive, Slip};
use super::output::{self, Output, to_value};
use super::{Failure, Setting};
use crate::desk::DeskError;
use crate::desk::print::print_slip;
use crate::desk::receive::{self, Received, offered};
use crate::domain::card::Card;
use crate::domain::dossier::NewDossier;
use crate::domain::intake::{Intake, Party};
use crate::domain::invalid::{Field, Problem};
use crate::domain::paper::{Paper, PaperWay, RequiredPaper};
use crate::domain::procedure::Procedure;
use crate::store::Book;
use crate::text;

pub(super) fn receive(
    args: &Receive,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    require_pdf(args.slip.as_deref())?;
    let book = setting.book()?;
    let (code, today) = (args.procedure.trim().to_owned(), setting.now.date());
    let version = book.run(move |db| offered(db.view(), &code, today))??;
    let intake = intake(args, setting, &version.procedure)?;
    let new = intake.check(today).map_err(DeskError::Invalid)?;
    let received = take_in(&book, new, setting)?;
    let file = args.slip.clone().unwrap_or_else(|| slip_file(setting, &received.dossier.code));
    let paper = args.paper_size.map(Into::into);
    let printed =
        print_slip(&book, &received.dossier, &file, paper, None, &setting.officer, setting.now);
    // The dossier is in the book whatever became of its slip: the officer must get its code.
    let slip = printed.is_ok().then_some(file.as_path());
    output.say(|| answer(&received, slip), || text::received(&received, slip));
    match printed {
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::NotPrinted { code: received.dossier.code, error }),
    }
}

/// A slip is named as a PDF, so that no slip of the hand writes it over a book or a backup.
fn require_pdf(slip: Option<&Path>) -> Result<(), Failure> {
    let is_pdf =
        |file: &Path| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    match slip {
        Some(file) if !is_pdf(file) => Err(Failure::Usage(text::slip_kind(file))),
        _ => Ok(()),
    }
}

/// Receives a checked dossier.
pub(super) fn take_in(
    book: &Book,
    new: NewDossier,
    setting: &Setting,
) -> Result<Received, Failure> {
    let (officer, now) = (setting.officer.clone(), setting.now);
    Ok(book.run(move |db| receive::receive(db, &new, None, &officer, now))??)
}

/// What `receive` answers.
pub(super) fn answer(received: &Received, slip: Option<&Path>) -> Value {
    let mut value = output::dossier(&received.dossier);
    if let Value::Object(fields) = &mut value {
        let _ = fields.insert("slip".to_owned(), to_value(&slip.map(output::path)));
        let _ = fields.insert("warnings".to_owned(), to_value(&received.warnings));
    }
    value
}

/// Where a slip goes when no file is named.
pub(super) fn slip_file(setting: &Setting, code: &str) -> PathBuf {
    setting.paths.slips().join(format!("{code}.pdf"))
}

/// The form as the command filled it in.
fn intake(args: &Receive, setting: &Setting, procedure: &Procedure) -> Result<Intake, DeskError> {
    let text = |option: &Option<String>| option.clone().unwrap_or_default();
    let mut applicant = Party { organisation: args.organisation, ..Party::default() };
    if let Some(qr) = &args.citizen_qr {
        applicant.take_card(&Card::parse(qr, setting.now.date())?);
    }
    for (field, given) in [
        (&mut applicant.name, &args.name),
        (&mut applicant.identity, &args.id),
        (&mut applicant.passport, &args.passport),
        (&mut applicant.birth, &args.birth),
        (&mut applicant.sex, &args.sex),
        (&mut applicant.address, &args.address),
        (&mut applicant.phone, &args.phone),
        (&mut applicant.email, &args.email),
        (&mut applicant.tax_code, &args.tax_code),
    ] {
        if let Some(given) = given {
            field.clone_from(given);
        }
    }
    let principal = args.for_name.as_ref().map(|name| Party {
        organisation: args.for_organisation,
        name: name.clone(),
        identity: text(&args.for_id),
        phone: text(&args.for_phone),
        address: text(&args.for_address),
        email: text(&args.for_email),
        tax_code: text(&args.for_tax_code),
        ..Party::default()
    });
    Ok(Intake {
        procedure: procedure.code.clone(),
        subject: text(&args.subject),
        applicant,
        principal,
        authorisation: text(&args.authorisation),
        papers: papers(&args.papers, &procedure.papers)?,
        sets: text(&args.sets),
        limit: text(&args.limit),
        branch: text(&args.branch),
        channel: args.channel.into(),
        return_by: args.return_by.into(),
        note: text(&args.note),
    })
}

/// The papers brought: those named, or all the procedure asks for when none is named.
fn papers(named: &[String], required: &[RequiredPaper]) -> Result<Vec<Paper>, DeskError> {
    if named.is_empty() {
        return Ok(required
            .iter()
            .filter(|paper| !paper.is_heading())
            .map(RequiredPaper::brought)
            .collect());
    }
    named.iter().map(|text| paper(text, required)).collect()
}

/// A paper as `TEXT=1/0` (originals/copies) or `TEXT`; a number alone as the text is the paper with
/// that number in the procedure's list.
fn paper(text: &str, required: &[RequiredPaper]) -> Result<Paper, DeskError> {
    let (name, counts) = match text.rsplit_once('=') {
        Some((name, counts)) => (name.trim(), Some(counts)),
        None => (text.trim(), None),
    };
    let not_understood = || DeskError::from(Field::Paper.wrong(Problem::NotUnderstood));
    let mut paper = match name.parse::<usize>() {
        // Where the catalogue lists nothing, a number names nothing.
        Ok(_) if required.is_empty() => return Err(not_understood()),
        Ok(number) => {
            let max = u32::try_from(required.len()).unwrap_or(u32::MAX);
            let item = number.checked_sub(1).and_then(|index| required.get(index));
            item.map(RequiredPaper::brought)
                .ok_or_else(|| Field::Paper.wrong(Problem::OutOfRange { min: 1, max }))?
        }
        Err(_) => {
            Paper { name: name.to_owned(), way: PaperWay::Submitted, originals: 1, copies: 0 }
        }
    };
    if let Some(counts) = counts {
        let (originals, copies) = counts.split_once('/').ok_or_else(not_understood)?;
        paper.originals = originals.trim().parse().map_err(|_| not_understood())?;
        paper.copies = copies.trim().parse().map_err(|_| not_understood())?;
    }
    Ok(paper)
}

/// Prints the slip of a dossier that is in the book, again or because a power cut came between.
pub(super) fn slip(args: &Slip, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    require_pdf(args.out.as_deref())?;
    let book = setting.book()?;
    let code = args.code.clone();
    let dossier = book.run(move |db| receive::show(db.view(), &code))??;
    let file = args.out.clone().unwrap_or_else(|| slip_file(setting, &dossier.code));
    let paper = args.paper_size.map(Into::into);
    let (reason, officer) = (Some(args.reason.as_str()), &setting.officer);
    let copy = print_slip(&book, &dossier, &file, paper, reason, officer, setting.now)?;
    output.say(
        || json!({ "code": dossier.code, "slip": output::path(&file), "print": copy }),
        || text::slip_printed(&dossier.code, &file, copy),
    );
    Ok(())
}
