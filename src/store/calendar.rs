//! The working calendar.

use rusqlite::named_params;

use super::error::StoreError;
use super::row::{date, from_json, iso, to_json};
use super::transact::{Tx, View};
use crate::domain::calendar::{Calendar, DayKind, OfficeHours, SpecialDay};

/// The office's calendar, every year it knows. Before the first office hours of the book the standard
/// ones hold.
///
/// # Errors
/// When the book cannot be read, or holds hours no calendar can have.
pub fn load_calendar(view: View<'_>) -> Result<Calendar, StoreError> {
    let hours = view
        .0
        .prepare_cached("SELECT in_force_from, week FROM office_hours ORDER BY in_force_from")?
        .query_and_then([], |row| {
            Ok(OfficeHours {
                in_force_from: date(row, "in_force_from")?,
                week: from_json(row, "week")?,
            })
        })?
        .collect::<Result<Vec<_>, StoreError>>()?;
    let days = view
        .0
        .prepare_cached("SELECT date, kind, name, official FROM special_day ORDER BY date")?
        .query_and_then([], |row| {
            let kind: String = row.get("kind")?;
            Ok(SpecialDay {
                date: date(row, "date")?,
                kind: if kind == "work" { DayKind::Work } else { DayKind::Off },
                name: row.get("name")?,
                official: row.get("official")?,
            })
        })?
        .collect::<Result<Vec<_>, StoreError>>()?;
    Calendar::of_office(hours, days).map_err(|_| StoreError::Unreadable("calendar"))
}

/// Writes a day off or a swapped working day; what was known of that date gives way.
///
/// # Errors
/// When the book refuses.
pub fn put_special_day(tx: &Tx<'_>, day: &SpecialDay) -> Result<(), StoreError> {
    let kind = match day.kind {
        DayKind::Off => "off",
        DayKind::Work => "work",
    };
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO special_day (date, kind, name, official)
             VALUES (:date, :kind, :name, :official)
             ON CONFLICT (date) DO UPDATE SET
                 kind = excluded.kind, name = excluded.name, official = excluded.official",
        )?
        .execute(named_params! {
            ":date": iso(day.date),
            ":kind": kind,
            ":name": day.name,
            ":official": day.official,
        })?;
    tx.touch(|changed| changed.calendar = true);
    Ok(())
}

/// Writes office hours in force from a day on.
///
/// # Errors
/// When the book refuses.
pub fn put_office_hours(tx: &Tx<'_>, hours: &OfficeHours) -> Result<(), StoreError> {
    let _ = tx.inner.execute(
        "INSERT INTO office_hours (in_force_from, week) VALUES (?1, ?2)
         ON CONFLICT (in_force_from) DO UPDATE SET week = excluded.week",
        [iso(hours.in_force_from), to_json(&hours.week)?],
    )?;
    tx.touch(|changed| changed.calendar = true);
    Ok(())
}
