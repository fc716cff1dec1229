//! A year that no notice has settled yet: other choices within the law, and when to ask for the notice.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::CalendarEdit;
use super::edit::fault;
use crate::desk::error::DeskError;
use crate::domain::calendar::{Origin, SpecialDay, estimates};
use crate::domain::calendar_fault::CalendarFault;
use crate::domain::law_days::YearChoices;
use crate::store::{self, View};

/// From this month on the notice for the next year is to be expected.
const NOTICE_MONTH: u32 = 10;

/// The edit that puts the estimates of `year` by `choices` in the place of those the calendar has. What
/// rests on a notice and what the office itself closed stays.
///
/// # Errors
/// [`CalendarFault::Official`] for a year that is settled; [`CalendarFault::YearOutOfYears`] for one
/// without days off by law.
pub fn year_edit(
    view: View<'_>,
    year: i32,
    choices: YearChoices,
) -> Result<CalendarEdit, DeskError> {
    let calendar = store::load_calendar(view)?;
    if calendar.is_official(year) {
        return Err(fault(CalendarFault::Official(year)));
    }
    let estimate = |day: &&SpecialDay| day.origin == Origin::Estimate;
    let settled = |date| calendar.special_day(date).is_some_and(SpecialDay::is_official);
    let mut put = estimates(year, choices);
    put.retain(|day| !settled(day.date));
    if put.is_empty() {
        return Err(fault(CalendarFault::YearOutOfYears(year)));
    }
    let kept: BTreeSet<NaiveDate> = put.iter().map(|day| day.date).collect();
    let before = calendar.days_of(year).iter().filter(estimate).map(|day| day.date);
    let remove = before.filter(|date| !kept.contains(date)).collect();
    Ok(CalendarEdit { put, remove, ..CalendarEdit::default() })
}

/// A year whose days off are still only estimated although its notice is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CalendarWarning {
    /// The year.
    pub year: i32,
}

/// Whether the days off of this year, or from 1 October on those of the next, still wait for their
/// notice.
///
/// # Errors
/// [`DeskError::Store`] when the book cannot be read.
pub fn calendar_warning(
    view: View<'_>,
    today: NaiveDate,
) -> Result<Option<CalendarWarning>, DeskError> {
    let calendar = store::load_calendar(view)?;
    let next = (today.month() >= NOTICE_MONTH).then_some(today.year() + 1);
    let due = [Some(today.year()), next].into_iter().flatten();
    Ok(due
        .into_iter()
        .find(|year| !calendar.is_official(*year))
        .map(|year| CalendarWarning { year }))
}
