//! Folders that change hands: one by one, or many on a list; with divisions, and with the post.

use std::path::Path;

use serde_json::{Value, json};

use super::args::{HandOver, Lists, Post, TakeBack};
use super::clock::{act_on, tell};
use super::output::{self, Output, to_value};
use super::print::{ActForm, require_form};
use super::{Failure, Setting};
use crate::desk::DeskError;
use crate::desk::finish;
use crate::desk::hand_over::{hand_over as give, take_back as take};
use crate::desk::handover_list::{NewList, Scan, make_list};
use crate::desk::roster;
use crate::domain::handover::{Handover, HandoverKind};
use crate::domain::hands::Hands;
use crate::domain::invalid::Field;
use crate::store::{self, Book};
use crate::text;

/// One folder goes over by itself, to its usual holder where none is named; several go on a list.
pub(super) fn hand_over(
    args: &HandOver,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let to = hands(&args.to, &args.by_name)?;
    let form = args.form.as_deref();
    // A note has its place on a list, and so has a paper.
    let list_wanted = args.list || !args.note.trim().is_empty() || form.is_some();
    if let ([code], false) = (&args.codes[..], list_wanted) {
        let (code, officer, now) = (code.clone(), setting.officer.clone(), setting.now);
        let book = setting.book()?;
        let moved = book.run(move |db| give(db, &code, &to, &officer, now))??;
        let warning = stranger(&book, &moved.dossier.holder)?;
        return tell(&book, &moved, None, warning.as_deref(), setting, output);
    }
    let scans = args.codes.iter().map(|code| scan(code, false)).collect();
    list(HandoverKind::Out, to, scans, (&args.note, form), setting, output)
}

/// One folder comes back by itself, with or without its result; several come on a list.
pub(super) fn take_back(
    args: &TakeBack,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let from = hands(&args.from, &args.by_name)?;
    let (officer, now) = (setting.officer.clone(), setting.now);
    let form = args.form.as_deref();
    let noted = !args.note.trim().is_empty();
    let list_wanted = args.list || !from.is_desk() || noted || form.is_some();
    match (&args.codes[..], &args.results[..]) {
        ([code], []) if !list_wanted => {
            let code = code.clone();
            act_on(setting, output, move |db, officer, now| take(db, &code, officer, now))
        }
        ([], [code]) if !list_wanted => {
            let code = code.clone();
            let done =
                setting.book()?.run(move |db| finish::finish(db, &code, &officer, now))??;
            output.say(|| output::dossier(&done.dossier), || text::finished(&done.dossier));
            Ok(())
        }
        (codes, results) => {
            let plain = codes.iter().map(|code| scan(code, false));
            let scans = plain.chain(results.iter().map(|code| scan(code, true))).collect();
            list(HandoverKind::Back, from, scans, (&args.note, form), setting, output)
        }
    }
}

/// What the post takes or has brought, each folder with its bill code after a sign of equality.
pub(super) fn post(
    kind: HandoverKind,
    args: &Post,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let other = hands(&args.post_office, &args.postman)?;
    let folder = |text: &String| {
        let (code, bill) = text.split_once('=').unwrap_or((text, ""));
        Scan { code: code.to_owned(), bill: bill.trim().to_owned(), result: false }
    };
    let scans = args.folders.iter().map(folder).collect();
    list(kind, other, scans, (&args.note, args.form.as_deref()), setting, output)
}

fn scan(code: &str, result: bool) -> Scan {
    Scan { code: code.to_owned(), result, bill: String::new() }
}

fn hands(unit: &str, officer: &str) -> Result<Hands, Failure> {
    let hands = Hands::parse(unit, officer).map_err(|problem| Field::Holder.wrong(problem));
    Ok(hands.map_err(DeskError::from)?)
}

fn list(
    kind: HandoverKind,
    other: Hands,
    scans: Vec<Scan>,
    (note, form): (&str, Option<&Path>),
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    require_form(form)?;
    let new = NewList { kind, other, scans, note: note.to_owned() };
    let (officer, now) = (setting.officer.clone(), setting.now);
    let book = setting.book()?;
    let made = book.run(move |db| make_list(db, &new, &officer, now))??;
    let form = ActForm::list(&book, made.list.id, form, setting);
    // Who brings folders back, and the postman, need not be on the roster.
    let warning = match kind {
        HandoverKind::Out => stranger(&book, &made.list.other)?,
        HandoverKind::Back | HandoverKind::PostOut | HandoverKind::PostIn => None,
    };
    output.say(
        || {
            let mut value = to_value(&made.list);
            output::insert(&mut value, "warning", to_value(&warning));
            form.add_to(&mut value);
            value
        },
        || {
            let mut lines = text::list_made(&made.list);
            lines.extend(warning.clone());
            lines.extend(form.told());
            lines
        },
    );
    form.end()
}

/// What is said of an officer who was given a folder and whom the roster does not know.
pub(super) fn stranger(book: &Book, holder: &Hands) -> Result<Option<String>, Failure> {
    let holder = holder.clone();
    let warning = book.run(move |db| {
        Ok::<_, DeskError>(roster::stranger(db.view(), &holder)?.map(text::stranger))
    });
    Ok(warning??)
}

/// The lists of some days, or one with its folders.
pub(super) fn lists(
    args: &Lists,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    if let Some(id) = args.id {
        let found = setting.book()?.run(move |db| store::handover(db.view(), id))??;
        let list = found.ok_or_else(|| DeskError::NoList(id.to_string()))?;
        output.say(|| to_value(&list), || text::list_shown(&list));
        return Ok(());
    }
    let today = setting.now.date();
    let to = args.to.unwrap_or_else(|| args.from.map_or(today, |from| from.max(today)));
    let from = args.from.unwrap_or_else(|| to.min(today));
    if from > to {
        return Err(Failure::Usage(text::PERIOD_BACKWARDS.to_owned()));
    }
    let found = setting.book()?.run(move |db| store::handovers_between(db.view(), from, to))??;
    let heads = || Value::Array(found.iter().map(head).collect());
    output.say(heads, || text::lists_listed(&found));
    Ok(())
}

/// A list without its folders.
fn head(list: &Handover) -> Value {
    let Handover { id, kind, year, number, at, actor, other, note, lines } = list;
    let undone = lines.iter().filter(|line| line.undone).count();
    json!({
        "id": id, "kind": kind, "year": year, "number": number, "at": at, "actor": actor,
        "other": other, "note": note, "folders": lines.len(), "undone": undone,
    })
}
