//! Days off, make-up days and office hours out of calendar rows.

use std::collections::HashMap;
use std::path::Path;

use chrono::{NaiveDate, NaiveTime};

use super::CatalogueError;
use super::table::{self, Column, Row};
use crate::domain::calendar::{DayKind, OfficeHours, Origin, Session, SpecialDay, Week};
use crate::domain::fold::fold;
use crate::domain::invalid::Problem;
use crate::domain::time::parse_date;

const COLUMNS: &[Column] = &[
    Column { name: "date", heads: &["ngay", "ngay thang"], needed: true },
    Column { name: "kind", heads: &["loai"], needed: true },
    Column { name: "name", heads: &["ten", "noi dung", "ly do", "ten ngay"], needed: true },
    Column { name: "status", heads: &["trang thai", "tinh trang"], needed: false },
];

/// What a calendar file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarRows {
    /// Days off and make-up days, in the order of the file.
    pub days: Vec<SpecialDay>,
    /// Office hours, in the order of the file.
    pub hours: Vec<OfficeHours>,
}

/// Reads a calendar file: CSV in UTF-8, XLSX or JSON with the columns `date`, `kind`, `name` and,
/// where known, `status`.
///
/// - `date`: `2026-11-24`, `24/11/2026` or a date cell.
/// - `kind`: `off` (*nghỉ*), `work` (*làm việc*, *làm bù*) or `hours` (*giờ làm việc*).
/// - `status`: `official` (*chính thức*, also when empty) or `estimate` (*dự kiến*).
/// - A row of `hours` is in force from its date; its `name` lists days and sessions, for instance
///   `T2-T6 07:30-11:30 13:30-17:00; T7 07:30-11:30`. Days are `T2` to `T7` and `CN`, or `2` to `8`,
///   alone, as a span or parted by commas; days that are not named are closed.
///
/// # Errors
///
/// Any [`CatalogueError`]: a date that does not exist, a day twice, hours that overlap.
pub fn read_calendar(path: &Path) -> Result<CalendarRows, CatalogueError> {
    rows(&table::read(path, COLUMNS)?)
}

/// The days off and swapped days of 2019–2026 that come with the program, all by official notice.
///
/// # Errors
///
/// A [`CatalogueError`] would mean a damaged build.
pub fn shipped_calendar() -> Result<CalendarRows, CatalogueError> {
    calendar_rows(include_str!("../../../assets/calendar/days-off.csv"))
}

/// Reads the text of a calendar file (CSV or JSON), as [`read_calendar`] does.
///
/// # Errors
///
/// Any [`CatalogueError`].
pub fn calendar_rows(text: &str) -> Result<CalendarRows, CatalogueError> {
    rows(&table::read_text(text.as_bytes(), COLUMNS)?)
}

fn rows(rows: &[Row]) -> Result<CalendarRows, CatalogueError> {
    let mut calendar = CalendarRows::default();
    let mut seen: HashMap<(bool, NaiveDate), usize> = HashMap::new();
    for row in rows {
        let date = date(row)?;
        let hours = match fold(&row.text("kind")).as_str() {
            "off" | "nghi" | "ngay nghi" => {
                calendar.days.push(day(row, date, DayKind::Off)?);
                false
            }
            "work" | "lam viec" | "lam bu" | "di lam" => {
                calendar.days.push(day(row, date, DayKind::Work)?);
                false
            }
            "hours" | "gio" | "gio lam viec" => {
                let week = week(&row.line("name"));
                let week = week.ok_or_else(|| row.wrong("name", Problem::NotUnderstood))?;
                calendar.hours.push(OfficeHours::of_week(date, week));
                true
            }
            "" => return Err(row.wrong("kind", Problem::Empty)),
            _ => return Err(row.wrong("kind", Problem::NotUnderstood)),
        };
        if let Some(first) = seen.insert((hours, date), row.number) {
            return Err(CatalogueError::DuplicateDate { date, first, second: row.number });
        }
    }
    Ok(calendar)
}

fn date(row: &Row) -> Result<NaiveDate, CatalogueError> {
    let text = row.text("date");
    if let Some(date) = parse_date(&text) {
        return Ok(date);
    }
    let like_a_date = text.split(['/', '-', '.']).count() == 3
        && text.chars().all(|c| c.is_ascii_digit() || "/-.".contains(c));
    Err(row.wrong(
        "date",
        match text.as_str() {
            "" => Problem::Empty,
            _ if like_a_date => Problem::ImpossibleDate,
            _ => Problem::NotUnderstood,
        },
    ))
}

fn day(row: &Row, date: NaiveDate, kind: DayKind) -> Result<SpecialDay, CatalogueError> {
    let origin = match fold(&row.text("status")).as_str() {
        "" | "official" | "chinh thuc" => Origin::Notice,
        "estimate" | "du kien" => Origin::Estimate,
        _ => return Err(row.wrong("status", Problem::NotUnderstood)),
    };
    let name = row.line("name");
    if name.is_empty() {
        return Err(row.wrong("name", Problem::Empty));
    }
    Ok(SpecialDay { date, kind, name, origin, source: String::new() })
}

/// `T2-T6 07:30-11:30 13:30-17:00; T7 07:30-11:30`.
fn week(text: &str) -> Option<Week> {
    let mut week = Week::default();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (named, times) = part.split_once(' ')?;
        let sessions: Vec<_> = times.split_whitespace().map(session).collect::<Option<_>>()?;
        if !sessions.is_sorted_by(|earlier, later| earlier.closes <= later.opens) {
            return None;
        }
        for day in days(named)? {
            let sessions_of_day = week.get_mut(day)?;
            if !sessions_of_day.is_empty() {
                return None;
            }
            sessions_of_day.clone_from(&sessions);
        }
    }
    week.iter().any(|sessions| !sessions.is_empty()).then_some(week)
}

/// Weekdays, counted from Monday as nought, of `T2-T6`, `2-6` or `T2,T4,CN`.
fn days(text: &str) -> Option<Vec<usize>> {
    let mut days = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (weekday(first)?, weekday(last)?);
        if first > last {
            return None;
        }
        days.extend(first..=last);
    }
    Some(days)
}

fn weekday(text: &str) -> Option<usize> {
    let text = text.to_ascii_uppercase();
    match text.strip_prefix('T').unwrap_or(&text) {
        "2" => Some(0),
        "3" => Some(1),
        "4" => Some(2),
        "5" => Some(3),
        "6" => Some(4),
        "7" => Some(5),
        "8" | "CN" => Some(6),
        _ => None,
    }
}

/// `07:30-11:30`, also with `h` for the colon.
fn session(text: &str) -> Option<Session> {
    let (opens, closes) = text.split_once('-')?;
    let session = Session { opens: time(opens)?, closes: time(closes)? };
    (session.opens < session.closes).then_some(session)
}

fn time(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(&text.replace(['h', 'H'], ":"), "%H:%M").ok()
}
