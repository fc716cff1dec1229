//! Telling the desk's office hours.

use chrono::NaiveTime;
use serde_json::json;

use super::error::DeskError;
use super::role::acting;
use crate::domain::calendar::{Calendar, OfficeHours, Session};
use crate::domain::invalid::{Field, Invalid, Problem};
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Db, Stamp};

/// Working days of a week.
const WORKING_DAYS: usize = 5;

/// Office hours from Monday to Friday, as typed: morning from and to, afternoon from and to, each
/// `7:30` or `07:30`. They hold for every day, past ones too.
///
/// # Errors
/// [`Field::OfficeHours`] when an hour cannot be read, or the four do not follow each other.
pub fn hours_of(typed: &[String; 4]) -> Result<OfficeHours, Invalid> {
    let wrong = || Field::OfficeHours.wrong(Problem::NotUnderstood);
    let mut hours = [NaiveTime::MIN; 4];
    for (hour, text) in hours.iter_mut().zip(typed) {
        *hour = NaiveTime::parse_from_str(text.trim(), "%H:%M").map_err(|_| wrong())?;
    }
    let [opens, noon, again, closes] = hours;
    let sessions = vec![Session { opens, closes: noon }, Session { opens: again, closes }];
    let mut set = OfficeHours::standard();
    for (day, week) in set.week.iter_mut().enumerate() {
        *week = if day < WORKING_DAYS { sessions.clone() } else { Vec::new() };
    }
    // The calendar knows which hours no day can have.
    let _ = Calendar::new(vec![set.clone()], Vec::new()).map_err(|_| wrong())?;
    Ok(set)
}

/// Writes the office's hours.
///
/// # Errors
/// [`DeskError::Store`] when the book refuses.
pub fn set_hours(
    db: &mut Db,
    hours: &OfficeHours,
    officer: &str,
    now: OfficeTime,
) -> Result<(), DeskError> {
    let stamp = Stamp { act: Act::ImportCalendar, actor: officer.to_owned(), at: now };
    let ((), _) = acting(db, stamp, |tx| {
        store::put_office_hours(tx, hours)?;
        let _ = store::load_calendar(tx.view())?;
        tx.record("office hours", &json!({ "office_hours": 1 }))?;
        Ok::<_, DeskError>(())
    })?;
    Ok(())
}
