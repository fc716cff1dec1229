//! The calendar as it would be after an edit, and the rows of the book that this takes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::{CalendarEdit, Replaced};
use crate::desk::error::DeskError;
use crate::domain::calendar::{
    Calendar, CalendarError, DayKind, OfficeHours, Origin, SpecialDay, is_whole,
};
use crate::domain::calendar_fault::CalendarFault;
use crate::domain::invalid::{Field, Problem};
use crate::domain::line::{clean_line, required_line};
use crate::store::{self, View};

/// The years a calendar is kept for.
const YEARS: RangeInclusive<i32> = 2000..=2100;

/// The most characters of a day's name and of its source.
const LONGEST: usize = 200;

/// The calendar as it would be after `edit`.
///
/// A year whose days off are only computed is written into the book, as estimates, before the first of
/// its national days changes: what was removed would come back otherwise.
///
/// # Errors
/// [`Field::CalendarDay`] and [`Field::OfficeHours`] with [`Problem::Calendar`] for a calendar that
/// cannot be; [`Field::CalendarDay`] for a day without a name, [`Field::Decision`] for a year to be
/// official without a notice.
pub fn edited(view: View<'_>, edit: &CalendarEdit) -> Result<Calendar, DeskError> {
    Ok(plan(view, edit)?.new)
}

/// A calendar and what it takes to come there.
#[derive(Debug)]
pub(in crate::desk) struct Plan {
    pub(super) old: Calendar,
    pub(super) new: Calendar,
    /// The rows that differ, by date.
    pub(super) days: Vec<Replaced<SpecialDay>>,
    /// The sets that differ, by first day.
    pub(super) hours: Vec<Replaced<OfficeHours>>,
}

pub(in crate::desk) fn fault(fault: CalendarFault) -> DeskError {
    let field = if fault.is_of_hours() { Field::OfficeHours } else { Field::CalendarDay };
    field.wrong(Problem::Calendar(fault)).into()
}

fn impossible(error: CalendarError) -> DeskError {
    fault(CalendarFault::Impossible(error))
}

/// What `edit` does to the book, checked.
pub(in crate::desk) fn plan(view: View<'_>, edit: &CalendarEdit) -> Result<Plan, DeskError> {
    let rows = store::special_days(view)?;
    let old = store::load_calendar(view)?;
    require_once(edit)?;
    let mut days: BTreeMap<NaiveDate, SpecialDay> =
        rows.iter().map(|day| (day.date, day.clone())).collect();
    for year in years_in_question(&old, edit) {
        if !is_whole(year, &rows) {
            for day in old.days_of(year) {
                let _ = days.entry(day.date).or_insert_with(|| day.clone());
            }
        }
    }
    for date in &edit.remove {
        match days.get(date) {
            None => return Err(fault(CalendarFault::NotSpecial(*date))),
            Some(day) if is_of_law(*date) && day.is_national() => {
                return Err(fault(CalendarFault::LawDay(*date)));
            }
            Some(_) => drop(days.remove(date)),
        }
    }
    for day in &edit.put {
        let day = checked(day)?;
        let off = |day: &SpecialDay| day.is_national() && day.kind == DayKind::Off;
        if !day.is_national()
            && day.kind != DayKind::Work
            && old.special_day(day.date).is_some_and(off)
        {
            return Err(fault(CalendarFault::AlreadyOff(day.date)));
        }
        let _ = days.insert(day.date, day);
    }
    for (year, notice) in &edit.official {
        make_official(*year, notice, &mut days)?;
    }
    let hours_before: BTreeMap<NaiveDate, OfficeHours> =
        store::office_hours(view)?.into_iter().map(|set| (set.in_force_from, set)).collect();
    let mut hours = hours_before.clone();
    for from in &edit.drop_hours {
        let gone = hours.remove(from);
        let _ = gone.ok_or_else(|| fault(CalendarFault::NoHoursFrom(*from)))?;
    }
    hours.extend(edit.hours.iter().map(|set| (set.in_force_from, set.clone())));
    let new =
        Calendar::of_office(hours.values().cloned().collect(), days.values().cloned().collect())
            .map_err(impossible)?;
    refuse_idle_closures(&new, edit)?;
    let days_before = rows.into_iter().map(|day| (day.date, day)).collect();
    Ok(Plan {
        old,
        new,
        days: differences(days_before, days),
        hours: differences(hours_before, hours),
    })
}

/// The years of which a national day changes: a closure of the office's own leaves the year's days off
/// to be computed.
fn years_in_question(old: &Calendar, edit: &CalendarEdit) -> BTreeSet<i32> {
    let national = |date: &&NaiveDate| old.special_day(**date).is_some_and(SpecialDay::is_national);
    let put = edit.put.iter().filter(|day| day.is_national() || national(&&day.date));
    put.map(|day| day.date.year())
        .chain(edit.remove.iter().filter(national).map(Datelike::year))
        .chain(edit.official.iter().map(|(year, _)| *year))
        .collect()
}

/// No date is written twice, or both written and removed.
fn require_once(edit: &CalendarEdit) -> Result<(), DeskError> {
    let mut days = BTreeSet::new();
    let dates = edit.put.iter().map(|day| &day.date).chain(&edit.remove);
    let mut twice = dates.copied().filter(|date| !days.insert(*date));
    if let Some(date) = twice.next() {
        return Err(fault(CalendarFault::Twice(date)));
    }
    let mut sets = BTreeSet::new();
    let sets_named = edit.hours.iter().map(|set| &set.in_force_from).chain(&edit.drop_hours);
    match sets_named.copied().find(|date| !sets.insert(*date)) {
        Some(date) => Err(fault(CalendarFault::Impossible(CalendarError::HoursTwice(date)))),
        None => Ok(()),
    }
}

/// New Year's Day and Quốc khánh, which no notice can move.
fn is_of_law(date: NaiveDate) -> bool {
    matches!((date.month(), date.day()), (1, 1) | (9, 2))
}

/// A day with its words on one line.
fn checked(day: &SpecialDay) -> Result<SpecialDay, DeskError> {
    if !YEARS.contains(&day.date.year()) {
        return Err(fault(CalendarFault::OutOfYears(day.date)));
    }
    if is_of_law(day.date) && (day.kind != DayKind::Off || !day.is_national()) {
        return Err(fault(CalendarFault::LawDay(day.date)));
    }
    let wrong = |problem| Field::CalendarDay.wrong(problem);
    Ok(SpecialDay {
        name: required_line(&day.name, LONGEST).map_err(wrong)?,
        source: clean_line(&day.source, LONGEST).map_err(wrong)?,
        ..day.clone()
    })
}

/// Every national day of `year` rests on `notice`.
fn make_official(
    year: i32,
    notice: &str,
    days: &mut BTreeMap<NaiveDate, SpecialDay>,
) -> Result<(), DeskError> {
    let notice =
        required_line(notice, LONGEST).map_err(|problem| Field::Decision.wrong(problem))?;
    let mut of_year =
        days.values_mut().filter(|day| day.date.year() == year && day.is_national()).peekable();
    if of_year.peek().is_none() || !YEARS.contains(&year) {
        return Err(fault(CalendarFault::YearOutOfYears(year)));
    }
    of_year.for_each(|day| {
        day.origin = Origin::Notice;
        day.source.clone_from(&notice);
    });
    Ok(())
}

/// A closure outside office hours is a slip of the pen: 1:30 for 13:30.
fn refuse_idle_closures(new: &Calendar, edit: &CalendarEdit) -> Result<(), DeskError> {
    let usual = Calendar::new(new.hours().to_vec(), Vec::new()).map_err(impossible)?;
    let idle = |day: &&SpecialDay| {
        matches!(day.kind, DayKind::Closed(_)) && new.sessions(day.date) == usual.sessions(day.date)
    };
    match edit.put.iter().find(idle) {
        Some(day) => Err(fault(CalendarFault::ClosesNothing(day.date))),
        None => Ok(()),
    }
}

/// The dates whose rows are not the same, with both.
fn differences<T: PartialEq>(
    mut before: BTreeMap<NaiveDate, T>,
    after: BTreeMap<NaiveDate, T>,
) -> Vec<Replaced<T>> {
    let mut replaced = Vec::new();
    for (date, new) in after {
        let old = before.remove(&date);
        if old.as_ref() != Some(&new) {
            replaced.push(Replaced { date, before: old, after: Some(new) });
        }
    }
    let gone =
        before.into_iter().map(|(date, old)| Replaced { date, before: Some(old), after: None });
    replaced.extend(gone);
    replaced.sort_by_key(|row| row.date);
    replaced
}
