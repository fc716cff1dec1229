//! How the office's forms look: what is decided with a first day, else what the circular prescribes.

use chrono::NaiveDate;
use serde_json::json;

use super::error::DeskError;
use super::role::acting;
use crate::domain::form_style::{FormKind, FormStyle, NUMBER_SIGN};
use crate::domain::invalid::{Field, Invalid, Problem};
use crate::domain::line::{clean_line, required_line};
use crate::domain::office::Office;
use crate::domain::time::OfficeTime;
use crate::forms::style::usual;
use crate::store::{self, Act, Changed, Db, Stamp, View};

/// The most characters of a line of a form's style.
const LONGEST_LINE: usize = 200;

/// The most characters of the note at a form's end.
const LONGEST_FOOTER: usize = 600;

/// The most copies and the most lines of a heading.
const MOST_LINES: usize = 6;

/// How a form is printed on `day`: as the office decided, else as the circular has it.
///
/// # Errors
/// When the book cannot be read.
pub fn style_on(
    view: View<'_>,
    form: FormKind,
    office: &Office,
    day: NaiveDate,
) -> Result<FormStyle, DeskError> {
    let decided = store::form_style_on(view, form, day)?;
    Ok(decided.unwrap_or_else(|| usual(form, office)))
}

/// Decides how a form is printed from `day` on, today or later; `None` takes back what was decided for
/// that day.
///
/// # Errors
/// [`Field::FormDay`] for a day that is over; [`DeskError::Invalid`] for every part that cannot be accepted.
pub fn set_form_style(
    db: &mut Db,
    form: FormKind,
    day: NaiveDate,
    style: Option<&FormStyle>,
    officer: &str,
    now: OfficeTime,
) -> Result<Changed, DeskError> {
    let stamp = Stamp { act: Act::SetForm, actor: officer.to_owned(), at: now };
    // What was printed under a style is printed again under it: the past is not decided anew.
    if day < now.date() {
        return Err(Field::FormDay.wrong(Problem::TooLongAgo).into());
    }
    let checked = style.map(check).transpose().map_err(DeskError::Invalid)?;
    let ((), changed) = acting(db, stamp, |tx| {
        store::put_form_style(tx, form, day, checked.as_ref())?;
        let kept = checked.is_some();
        Ok(tx.record(form.word(), &json!({ "in_force_from": day, "kept": kept }))?)
    })?;
    Ok(changed)
}

/// A style with every part cleaned.
///
/// # Errors
/// Every part that cannot be accepted.
pub fn check(style: &FormStyle) -> Result<FormStyle, Vec<Invalid>> {
    let mut wrong = Vec::new();
    let mut take = |field: Field, value: Result<String, Problem>| {
        value.unwrap_or_else(|problem| {
            wrong.push(field.wrong(problem));
            String::new()
        })
    };
    let line = |text: &str| clean_line(text, LONGEST_LINE);
    let title = take(Field::FormTitle, required_line(&style.title, LONGEST_LINE));
    let number = take(Field::FormNumber, line(&style.number));
    let mut lines = |field, texts: &[String]| -> Vec<String> {
        texts.iter().map(|text| take(field, line(text))).collect()
    };
    let heading = lines(Field::FormHeading, &style.heading);
    let copies = lines(Field::SlipCopies, &style.copies);
    let signer = take(Field::FormSigner, line(&style.signer));
    let signer_name = take(Field::FormSigner, line(&style.signer_name));
    let footer = take(Field::FormFooter, clean_line(&style.footer, LONGEST_FOOTER));
    if !number.is_empty() && number.matches(NUMBER_SIGN).count() != 1 {
        wrong.push(Field::FormNumber.wrong(Problem::NotUnderstood));
    }
    let max = u32::try_from(MOST_LINES).unwrap_or(u32::MAX);
    for (field, count) in [(Field::FormHeading, heading.len()), (Field::SlipCopies, copies.len())] {
        if count > MOST_LINES {
            wrong.push(field.wrong(Problem::OutOfRange { min: 0, max }));
        }
    }
    let paper = style.paper;
    let style = FormStyle { title, number, heading, signer, signer_name, copies, paper, footer };
    if wrong.is_empty() { Ok(style) } else { Err(wrong) }
}
