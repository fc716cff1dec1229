//! `forms`: how the office's forms look, as data with dates in force.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::args::{Forms, Parts};
use super::output::{Output, insert, path, to_value};
use super::print::require_pdf;
use super::{Failure, Setting};
use crate::desk::DeskError;
use crate::desk::form_style::{check, set_form_style, style_on};
use crate::domain::form_style::{FormKind, FormStyle};
use crate::domain::office::Office;
use crate::files;
use crate::forms::pdf::to_pdf;
use crate::forms::specimen::specimen;
use crate::store::{self, Book};
use crate::text;

pub(super) fn forms(
    action: &Forms,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let today = setting.now.date();
    match action {
        Forms::List { on } => list(on.unwrap_or(today), setting, output),
        Forms::Show { form, on } => show(*form, on.unwrap_or(today), setting, output),
        Forms::Set { form, effective, usual, parts } => {
            let day = effective.unwrap_or(today);
            set(*form, day, (*usual, parts), setting, output)
        }
        Forms::Preview { form, out, on, parts } => {
            preview(*form, on.unwrap_or(today), (parts, out), setting, output)
        }
    }
}

/// A form on a day: its style, and since when it was decided so.
struct Shown {
    style: FormStyle,
    since: Option<NaiveDate>,
    decided: Vec<NaiveDate>,
    office: Office,
}

fn on_day(book: &Book, form: FormKind, day: NaiveDate) -> Result<Shown, Failure> {
    Ok(book.run(move |db| {
        let view = db.view();
        let office = store::load_office(view)?;
        let style = style_on(view, form, &office, day)?;
        let decided: Vec<NaiveDate> =
            store::form_styles(view, form)?.into_iter().map(|(from, _)| from).collect();
        let since = decided.iter().rev().find(|from| **from <= day).copied();
        Ok::<_, DeskError>(Shown { style, since, decided, office })
    })??)
}

fn list(day: NaiveDate, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let book = setting.book()?;
    let mut all = Vec::new();
    for form in FormKind::ALL {
        let shown = on_day(&book, form, day)?;
        all.push((form, shown.style, shown.since));
    }
    output.say(
        || {
            Value::Array(
                all.iter().map(|(form, style, since)| value(*form, style, *since)).collect(),
            )
        },
        || text::forms(&all),
    );
    Ok(())
}

fn show(
    form: FormKind,
    day: NaiveDate,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let shown = on_day(&setting.book()?, form, day)?;
    output.say(
        || {
            let mut value = value(form, &shown.style, shown.since);
            insert(&mut value, "decided", to_value(&shown.decided));
            value
        },
        || text::form_shown(form, &shown.style, &shown.decided),
    );
    Ok(())
}

fn set(
    form: FormKind,
    day: NaiveDate,
    (usual, parts): (bool, &Parts),
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let book = setting.book()?;
    let shown = on_day(&book, form, day)?;
    let style = match (usual, parts.is_empty()) {
        (true, false) => return Err(Failure::Usage(text::SET_OR_USUAL.to_owned())),
        (false, true) => return Err(Failure::Usage(text::NOTHING_TO_SET.to_owned())),
        (true, true) if !shown.decided.contains(&day) => {
            return Err(Failure::Usage(text::nothing_decided(form, day)));
        }
        (true, true) => None,
        (false, false) => Some(with(shown.style, parts)),
    };
    let (officer, now) = (setting.officer.clone(), setting.now);
    let kept = style.is_some();
    let _ = book.run(move |db| set_form_style(db, form, day, style.as_ref(), &officer, now))??;
    let after = on_day(&book, form, day)?;
    output.say(|| value(form, &after.style, after.since), || text::form_set(form, day, kept));
    Ok(())
}

fn preview(
    form: FormKind,
    day: NaiveDate,
    (parts, out): (&Parts, &Path),
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    require_pdf(out)?;
    let shown = on_day(&setting.book()?, form, day)?;
    let style = check(&with(shown.style, parts)).map_err(DeskError::Invalid)?;
    let sheet = specimen(form, &shown.office, &style, day);
    let bytes = to_pdf(&sheet, setting.now).map_err(DeskError::from)?;
    files::write_whole(out, &bytes).map_err(DeskError::from)?;
    output.say(
        || json!({ "form": form.word(), "file": path(out), "pages": sheet.pages.len() }),
        || text::form_previewed(form, out),
    );
    Ok(())
}

/// The style with what is given in its place; a list of one empty text is an empty list.
fn with(mut style: FormStyle, parts: &Parts) -> FormStyle {
    let put = |field: &mut String, given: &Option<String>| {
        if let Some(given) = given {
            field.clone_from(given);
        }
    };
    put(&mut style.title, &parts.title);
    put(&mut style.number, &parts.number);
    put(&mut style.signer, &parts.signer);
    put(&mut style.signer_name, &parts.signer_name);
    put(&mut style.footer, &parts.footer);
    for (field, given) in [(&mut style.heading, &parts.heading), (&mut style.copies, &parts.copies)]
    {
        match given.as_slice() {
            [] => {}
            [one] if one.trim().is_empty() => field.clear(),
            lines => *field = lines.to_vec(),
        }
    }
    style.paper = parts.paper_size.map_or(style.paper, Into::into);
    style
}

fn value(form: FormKind, style: &FormStyle, since: Option<NaiveDate>) -> Value {
    let mut value = to_value(style);
    insert(&mut value, "form", json!(form.word()));
    insert(&mut value, "in_force_from", to_value(&since));
    value
}
