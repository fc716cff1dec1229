//! `receive` and `slip`.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::args::{Receive, Slip};
use super::form::fill;
use super::output::{self, Output, to_value};
use super::{Failure, Setting, promise};
use crate::desk::DeskError;
use crate::desk::print::print_slip;
use crate::desk::receive::{self, Received, Rules, offered};
use crate::domain::crowd::Crowd;
use crate::domain::dossier::{Dossier, NewDossier};
use crate::domain::intake::Intake;
use crate::domain::paper::RequiredPaper;
use crate::store::{self, Book};
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
    let mut form = Intake { procedure: version.procedure.code.clone(), ..Intake::default() };
    fill(&mut form, &args.fields, &version.procedure, today)?;
    if args.fields.papers.is_empty() {
        // Whoever names no paper has brought everything.
        let asked_for = version.procedure.papers.iter().filter(|paper| !paper.is_heading());
        form.papers = asked_for.map(RequiredPaper::brought).collect();
    }
    let new = form.check(today).map_err(DeskError::Invalid)?;
    let received = take_in(&book, new, setting)?;
    let file = args.slip.clone().unwrap_or_else(|| slip_file(setting, &received.dossier.code));
    let paper = args.paper_size.map(Into::into);
    let printed =
        print_slip(&book, &received.dossier, &file, paper, None, &setting.officer, setting.now);
    // The dossier is in the book whatever became of its slip: the officer must get its code.
    let slip = printed.is_ok().then_some(file.as_path());
    let dossier = &received.dossier;
    let crowd = crowd_beside(&book, dossier).ok().flatten();
    output.say(
        || {
            let mut value = answer(&received, slip);
            let crowd = promise::crowd_value(crowd.as_ref(), dossier.due.at);
            output::insert(&mut value, "promised_that_day", crowd);
            value
        },
        || {
            let mut lines = text::received(&received, slip);
            lines.extend(promise::crowd_line(crowd.as_ref(), dossier.due.at));
            lines
        },
    );
    let _ = book.run(store::tidy_search);
    match printed {
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::NotPrinted { code: received.dossier.code, error }),
    }
}

/// What else is promised for the day of a dossier's promise.
fn crowd_beside(book: &Book, dossier: &Dossier) -> Result<Option<Crowd>, Failure> {
    let Some(at) = dossier.due.at else { return Ok(None) };
    let rules = book.run(|db| Rules::load(db.view()))??;
    promise::crowd_of(book, &rules, at, Some(dossier.id)).map(Some)
}

/// A slip is named as a PDF, so that no slip of the hand writes it over a book or a backup.
pub(super) fn require_pdf(slip: Option<&Path>) -> Result<(), Failure> {
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
