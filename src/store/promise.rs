//! A promise's explanation as the book keeps it: the first day and one short word a day.
//!
//! `R` is the day of receipt, `W` a working day, `S` a swapped one, `E` weekly rest, `O` a day off
//! by notice, `o` one by estimate, `C` a day of the calendar, `H` a working day with a closure, `N` weekly
//! rest with reception. Behind it stand the day's place in the count, `+` for a half day, `@` and the minutes spent, `:` and its name: `W3`, `W@160`, `O:Quốc khánh`. Days follow
//! each other without gap, so that their dates need not be kept.

use std::borrow::Cow;

use chrono::NaiveDate;
use rusqlite::Row;
use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::row::{from_json, optional_moment, to_json};
use crate::domain::deadline::{DayReason, DayStep, Due};
use crate::domain::time::OfficeTime;

#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    from: Option<NaiveDate>,
    days: Vec<Cow<'static, str>>,
    /// The promised moment again, so that the two can be held against each other.
    at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    beyond: Option<NaiveDate>,
}

/// The explanation of `due` as JSON text.
///
/// # Errors
/// [`StoreError::Unreadable`] when the days do not follow each other up to the due date.
pub(super) fn explanation(due: &Due) -> Result<String, StoreError> {
    let from = due.days.first().map(|day| day.date);
    let follows = |(day, date): (&DayStep, NaiveDate)| day.date == date;
    let dates = from.into_iter().flat_map(|from| from.iter_days());
    if !due.days.iter().zip(dates).all(follows)
        || due.days.last().map(|day| day.date) != due.at.map(OfficeTime::date)
    {
        return Err(StoreError::Unreadable("due_days"));
    }
    let days = due.days.iter().map(word).collect();
    let at = due.at.map(OfficeTime::millis);
    to_json(&Kept { from, days, at, beyond: due.beyond_calendar })
}

fn word(day: &DayStep) -> Cow<'static, str> {
    let (letter, name) = match &day.reason {
        DayReason::Receipt => ("R", None),
        DayReason::Working => ("W", None),
        DayReason::SwappedIn { name } => ("S", Some(name)),
        DayReason::WeeklyRest => ("E", None),
        DayReason::DayOff { name, official: true } => ("O", Some(name)),
        DayReason::DayOff { name, official: false } => ("o", Some(name)),
        DayReason::CalendarDay => ("C", None),
        DayReason::Shortened { name } => ("H", Some(name)),
        DayReason::ReceptionOnly => ("N", None),
    };
    if !day.half && day.counted.is_none() && day.minutes.is_none() && name.is_none() {
        return Cow::Borrowed(letter);
    }
    let counted = day.counted.map(|number| number.to_string()).unwrap_or_default();
    let minutes = day.minutes.map(|minutes| format!("@{minutes}")).unwrap_or_default();
    let name = name.map(|name| format!(":{name}")).unwrap_or_default();
    let half = if day.half { "+" } else { "" };
    Cow::Owned([letter, &counted, half, &minutes, &name].concat())
}

/// The promise of a row with the columns `due_at` and `due_days`.
///
/// # Errors
/// [`StoreError::Unreadable`] when the explanation is none, or ends on another moment than the promise.
pub(super) fn due_of_row(row: &Row<'_>) -> Result<Due, StoreError> {
    let unreadable = || StoreError::Unreadable("due_days");
    let kept: Kept = from_json(row, "due_days")?;
    let dates = kept.from.into_iter().flat_map(|from| from.iter_days());
    let days: Vec<DayStep> = kept
        .days
        .iter()
        .zip(dates)
        .map(|(word, date)| step(word, date).ok_or_else(unreadable))
        .collect::<Result<_, _>>()?;
    let at = optional_moment(row, "due_at")?;
    if kept.at != at.map(OfficeTime::millis)
        || days.len() != kept.days.len()
        || days.last().map(|day| day.date) != at.map(OfficeTime::date)
    {
        return Err(unreadable());
    }
    Ok(Due { at, days, beyond_calendar: kept.beyond })
}

fn step(word: &str, date: NaiveDate) -> Option<DayStep> {
    let (head, name) = match word.split_once(':') {
        Some((head, name)) => (head, name.to_owned()),
        None => (word, String::new()),
    };
    let (head, minutes) = match head.split_once('@') {
        Some((head, minutes)) => (head, Some(minutes.parse().ok()?)),
        None => (head, None),
    };
    let (head, half) = match head.strip_suffix('+') {
        Some(head) => (head, true),
        None => (head, false),
    };
    let letter = head.chars().next()?;
    let counted = match head.get(letter.len_utf8()..)? {
        "" => None,
        number => Some(number.parse().ok()?),
    };
    let reason = match letter {
        'R' => DayReason::Receipt,
        'W' => DayReason::Working,
        'S' => DayReason::SwappedIn { name },
        'E' => DayReason::WeeklyRest,
        'O' => DayReason::DayOff { name, official: true },
        'o' => DayReason::DayOff { name, official: false },
        'C' => DayReason::CalendarDay,
        'H' => DayReason::Shortened { name },
        'N' => DayReason::ReceptionOnly,
        _ => return None,
    };
    Some(DayStep { date, counted, half, minutes, reason })
}
