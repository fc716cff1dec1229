//! What stops a dossier's clock, starts it again or ends it.

use std::path::Path;

use serde_json::Value;

use super::args::{Apologise, Ask, Came, End, Finish, Paid};
use super::output::{self, Output, to_value};
use super::receive::{require_pdf, slip_file};
use super::{Failure, Setting};
use crate::desk::print::print_slip;
use crate::desk::waiting::Moved;
use crate::desk::{DeskError, end, extend, hand_over, waiting};
use crate::domain::hands::Hands;
use crate::domain::time::OfficeTime;
use crate::store::{Book, Db};
use crate::text;

/// What a verb does to a dossier, by whom and when.
type Act = fn(&mut Db, &str, &str, &str, OfficeTime) -> Result<Moved, DeskError>;

pub(super) fn hand_over(
    args: &Finish,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let (code, officer, now) = (args.code.clone(), setting.officer.clone(), setting.now);
    let moved = setting
        .book()?
        .run(move |db| hand_over::hand_over(db, &code, &Hands::DESK, &officer, now))??;
    output.say(|| answer(&moved, None), || text::moved(&moved));
    Ok(())
}

pub(super) fn ask_for_papers(
    args: &Ask,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let ask: Act =
        |db, code, words, officer, now| waiting::ask_for_papers(db, code, words, officer, now);
    plain(ask, &args.code, &args.demand, setting, output)
}

pub(super) fn demand_payment(
    args: &Ask,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let ask: Act =
        |db, code, words, officer, now| waiting::demand_payment(db, code, words, officer, now);
    plain(ask, &args.code, &args.demand, setting, output)
}

pub(super) fn stop(args: &End, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    plain(end::stop, &args.code, &args.reason, setting, output)
}

pub(super) fn withdraw(
    args: &End,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    plain(end::withdraw, &args.code, &args.reason, setting, output)
}

pub(super) fn papers_came(
    args: &Came,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    require_pdf(args.slip.as_deref())?;
    let book = setting.book()?;
    let (code, agreed) = (args.code.clone(), args.agreed);
    let (officer, now) = (setting.officer.clone(), setting.now);
    let moved = book.run(move |db| waiting::papers_came(db, &code, agreed, &officer, now))??;
    promised(&book, &moved, text::PAPERS_CAME, args.slip.as_deref(), setting, output)
}

pub(super) fn paid(args: &Paid, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    require_pdf(args.slip.as_deref())?;
    let book = setting.book()?;
    let (code, officer, now) = (args.code.clone(), setting.officer.clone(), setting.now);
    let moved = book.run(move |db| waiting::paid(db, &code, &officer, now))??;
    promised(&book, &moved, text::PAID, args.slip.as_deref(), setting, output)
}

pub(super) fn apologise(
    args: &Apologise,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    require_pdf(args.slip.as_deref())?;
    let book = setting.book()?;
    let (code, until, reason) = (args.code.clone(), args.until, args.reason.clone());
    let (officer, now) = (setting.officer.clone(), setting.now);
    let moved = book.run(move |db| extend::extend(db, &code, until, &reason, &officer, now))??;
    promised(&book, &moved, text::PUT_OFF, args.slip.as_deref(), setting, output)
}

/// An act that takes a code and a text, and makes no paper.
fn plain(
    act: Act,
    code: &str,
    words: &str,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let (code, words) = (code.to_owned(), words.to_owned());
    let (officer, now) = (setting.officer.clone(), setting.now);
    let moved = setting.book()?.run(move |db| act(db, &code, &words, &officer, now))??;
    output.say(|| answer(&moved, None), || text::moved(&moved));
    Ok(())
}

/// Answers with a new promise, and prints the slip that says it.
fn promised(
    book: &Book,
    moved: &Moved,
    reason: &str,
    slip: Option<&Path>,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let dossier = &moved.dossier;
    let file = slip.map_or_else(|| slip_file(setting, &dossier.code), Path::to_owned);
    let (officer, now) = (&setting.officer, setting.now);
    let printed = print_slip(book, dossier, &file, None, Some(reason), officer, now);
    let slip = printed.is_ok().then_some(file.as_path());
    output.say(|| answer(moved, slip), || text::promised_again(moved, slip));
    match printed {
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::NotPrinted { code: dossier.code.clone(), error }),
    }
}

fn answer(moved: &Moved, slip: Option<&Path>) -> Value {
    let mut value = output::dossier(&moved.dossier);
    if let Value::Object(fields) = &mut value {
        let _ = fields.insert("before".to_owned(), to_value(&moved.before));
        let _ = fields.insert("slip".to_owned(), to_value(&slip.map(output::path)));
    }
    value
}
