//! Which days of a year's register were printed, so that its pages go on and nothing is left out.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::error::DeskError;
use crate::domain::form_style::FormKind;
use crate::store::{self, JournalRow, View};

/// Days of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Days {
    /// The first one.
    pub from: NaiveDate,
    /// The last one.
    pub to: NaiveDate,
}

/// What pages of `days` follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Before {
    /// The page after the last one that was printed for the days before; 1 where none were.
    pub(super) next_page: usize,
    /// Days before them that were never printed, though dossiers were received on them.
    pub(super) gap: Option<Days>,
    /// Other pages that some of the days stand on already.
    pub(super) overlap: Option<Days>,
}

/// A part of the register that was printed.
struct Part {
    days: Days,
    last_page: usize,
}

/// What was printed of the year of `days`, as far as they are concerned.
///
/// # Errors
/// When the book cannot be read.
pub(super) fn before(view: View<'_>, days: Days) -> Result<Before, DeskError> {
    let rows = store::journal_of(view, &days.from.year().to_string())?;
    // The last print of the same days counts.
    let parts: Vec<Part> = rows.iter().rev().filter_map(part).collect();
    let mut last: Option<&Part> = None;
    for part in parts.iter().filter(|part| part.days.to < days.from) {
        if last.is_none_or(|last| part.days.to > last.days.to) {
            last = Some(part);
        }
    }
    let crosses =
        |part: &&Part| part.days != days && part.days.from <= days.to && part.days.to >= days.from;
    Ok(Before {
        next_page: last.map_or(1, |part| part.last_page.saturating_add(1)),
        gap: gap(view, &parts, days.from)?,
        overlap: parts.iter().find(crosses).map(|part| part.days),
    })
}

/// The last run of days before `from` that stand on no page, if dossiers were received on them.
fn gap(view: View<'_>, parts: &[Part], from: NaiveDate) -> Result<Option<Days>, DeskError> {
    let mut open = from;
    while let Some(to) = open.pred_opt().filter(|day| day.year() == from.year()) {
        if let Some(part) = parts.iter().find(|part| part.days.from <= to && part.days.to >= to) {
            open = part.days.from;
            continue;
        }
        let ends = parts.iter().map(|part| part.days.to).filter(|end| *end < to).max();
        let first = match ends.and_then(|end| end.succ_opt()) {
            Some(day) => day,
            None => NaiveDate::from_ymd_opt(from.year(), 1, 1).unwrap_or(to),
        };
        if let Some(found) = store::received_between(view, first, to)? {
            return Ok(Some(Days { from: found, to }));
        }
        open = first;
    }
    Ok(None)
}

/// The pages that a line of the journal tells of.
fn part(row: &JournalRow) -> Option<Part> {
    let word = |name: &str| row.detail.get(name)?.as_str();
    if word("form") != Some(FormKind::Register.word()) {
        return None;
    }
    let day = |name: &str| word(name).and_then(|text| NaiveDate::from_str(text).ok());
    let last_page = row.detail.get("last_page")?.as_u64()?;
    Some(Part {
        days: Days { from: day("from")?, to: day("to")? },
        last_page: usize::try_from(last_page).ok()?,
    })
}
