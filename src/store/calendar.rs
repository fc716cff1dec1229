//! The working calendar.

use chrono::NaiveDate;
use rusqlite::named_params;

use super::error::StoreError;
use super::row::{date, from_json, from_word, iso, to_json, word};
use super::transact::{Tx, View};
use crate::domain::calendar::{Calendar, DayKind, OfficeHours, SpecialDay};

/// The office's calendar, every year it knows. Before the first office hours of the book the standard
/// ones hold.
///
/// # Errors
/// When the book cannot be read, or holds hours no calendar can have.
pub fn load_calendar(view: View<'_>) -> Result<Calendar, StoreError> {
    Calendar::of_office(office_hours(view)?, special_days(view)?)
        .map_err(|_| StoreError::Unreadable("calendar"))
}

/// The sets of office hours the book holds, by their first day; may be none.
///
/// # Errors
/// When the book cannot be read.
pub fn office_hours(view: View<'_>) -> Result<Vec<OfficeHours>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT in_force_from, week, seasons, reception FROM office_hours
             ORDER BY in_force_from",
        )?
        .query_and_then([], |row| {
            Ok(OfficeHours {
                in_force_from: date(row, "in_force_from")?,
                week: from_json(row, "week")?,
                seasons: from_json(row, "seasons")?,
                reception: from_json(row, "reception")?,
            })
        })?
        .collect()
}

/// The special days the book holds, by date; nothing is computed.
///
/// # Errors
/// When the book cannot be read.
pub fn special_days(view: View<'_>) -> Result<Vec<SpecialDay>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT date, kind, closed, name, origin, source FROM special_day ORDER BY date",
        )?
        .query_and_then([], |row| {
            let kind: String = row.get("kind")?;
            Ok(SpecialDay {
                date: date(row, "date")?,
                kind: match kind.as_str() {
                    "off" => DayKind::Off,
                    "work" => DayKind::Work,
                    _ => DayKind::Closed(from_json(row, "closed")?),
                },
                name: row.get("name")?,
                origin: from_word(row, "origin")?,
                source: row.get("source")?,
            })
        })?
        .collect()
}

/// Writes a special day; what was known of that date gives way.
///
/// # Errors
/// When the book refuses.
pub fn put_special_day(tx: &Tx<'_>, day: &SpecialDay) -> Result<(), StoreError> {
    let (kind, closed) = match day.kind {
        DayKind::Off => ("off", None),
        DayKind::Work => ("work", None),
        DayKind::Closed(session) => ("closed", Some(to_json(&session)?)),
    };
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO special_day (date, kind, closed, name, origin, source)
             VALUES (:date, :kind, :closed, :name, :origin, :source)
             ON CONFLICT (date) DO UPDATE SET
                 kind = excluded.kind, closed = excluded.closed, name = excluded.name,
                 origin = excluded.origin, source = excluded.source",
        )?
        .execute(named_params! {
            ":date": iso(day.date),
            ":kind": kind,
            ":closed": closed,
            ":name": day.name,
            ":origin": word(&day.origin)?,
            ":source": day.source,
        })?;
    tx.touch(|changed| changed.calendar = true);
    Ok(())
}

/// Makes a date an ordinary one again.
///
/// # Errors
/// When the book refuses.
pub fn remove_special_day(tx: &Tx<'_>, date: NaiveDate) -> Result<(), StoreError> {
    let _ =
        tx.inner.prepare_cached("DELETE FROM special_day WHERE date = ?1")?.execute([iso(date)])?;
    tx.touch(|changed| changed.calendar = true);
    Ok(())
}

/// Writes office hours in force from a day on.
///
/// # Errors
/// When the book refuses.
pub fn put_office_hours(tx: &Tx<'_>, hours: &OfficeHours) -> Result<(), StoreError> {
    let _ = tx.inner.execute(
        "INSERT INTO office_hours (in_force_from, week, seasons, reception)
         VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (in_force_from) DO UPDATE SET
             week = excluded.week, seasons = excluded.seasons, reception = excluded.reception",
        [
            iso(hours.in_force_from),
            to_json(&hours.week)?,
            to_json(&hours.seasons)?,
            to_json(&hours.reception)?,
        ],
    )?;
    tx.touch(|changed| changed.calendar = true);
    Ok(())
}

/// Takes a set of office hours away.
///
/// # Errors
/// When the book refuses.
pub fn remove_office_hours(tx: &Tx<'_>, in_force_from: NaiveDate) -> Result<(), StoreError> {
    let _ = tx
        .inner
        .prepare_cached("DELETE FROM office_hours WHERE in_force_from = ?1")?
        .execute([iso(in_force_from)])?;
    tx.touch(|changed| changed.calendar = true);
    Ok(())
}
