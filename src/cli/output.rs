//! What a command answers: one JSON value, or plain Vietnamese lines.

use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use crate::domain::deadline::{DayReason, Due};
use crate::domain::dossier::Dossier;
use crate::domain::line::is_invisible;
use crate::text;

/// Where a command answers.
pub(super) struct Output<'w> {
    out: &'w mut dyn Write,
    json: bool,
}

impl<'w> Output<'w> {
    pub(super) fn new(out: &'w mut dyn Write, json: bool) -> Self {
        Self { out, json }
    }

    /// Answers with `value` as JSON, or with `lines`. A reader that has gone away is no error.
    pub(super) fn say(
        &mut self,
        value: impl FnOnce() -> Value,
        lines: impl FnOnce() -> Vec<String>,
    ) {
        if self.json {
            let _ = writeln!(self.out, "{}", value());
        } else {
            for line in lines() {
                let _ = writeln!(self.out, "{line}");
            }
        }
        let _ = self.out.flush();
    }
}

/// Says what went wrong: one sentence, one line, whatever was typed into it.
pub(super) fn complain(errors: &mut dyn Write, sentence: &str) {
    let shown = |c: char| if c.is_control() || is_invisible(c) { '\u{fffd}' } else { c };
    let line: String = sentence.chars().map(shown).collect();
    let _ = writeln!(errors, "{line}");
}

/// One day of a promise.
#[derive(Serialize)]
struct Day<'a> {
    date: NaiveDate,
    counted: Option<u32>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    half: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    #[serde(flatten)]
    reason: &'a DayReason,
    text: String,
}

/// A promise's days.
pub(super) fn days(due: &Due) -> Value {
    let days: Vec<Day<'_>> = due
        .days
        .iter()
        .map(|day| Day {
            date: day.date,
            counted: day.counted,
            half: day.half,
            minutes: day.minutes,
            reason: &day.reason,
            text: text::day(day),
        })
        .collect();
    to_value(&days)
}

/// A dossier, its most asked-for fields at the top level.
pub(super) fn dossier(dossier: &Dossier) -> Value {
    let mut value = to_value(dossier);
    if let Value::Object(fields) = &mut value {
        let _ = fields.remove("due");
        let _ = fields.insert("due_at".to_owned(), to_value(&dossier.due.at));
        let _ = fields.insert("days".to_owned(), days(&dossier.due));
        let _ = fields.insert("beyond_calendar".to_owned(), to_value(&dossier.due.beyond_calendar));
    }
    value
}

/// Puts one field more into a JSON object.
pub(super) fn insert(value: &mut Value, name: &str, more: Value) {
    if let Value::Object(fields) = value {
        let _ = fields.insert(name.to_owned(), more);
    }
}

/// A path as JSON; one that is no Unicode still says where it is.
pub(super) fn path(path: &Path) -> Value {
    Value::String(path.display().to_string())
}

/// Any value as JSON; our own types always can be.
pub(super) fn to_value<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}
