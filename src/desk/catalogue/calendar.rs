//! Days off, make-up days, closures and office hours out of calendar rows.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;

use super::CatalogueError;
use super::table::{self, Column, Row};
use super::week;
use crate::domain::calendar::{DayKind, OfficeHours, Origin, Season, Session, SpecialDay};
use crate::domain::fold::fold;
use crate::domain::invalid::Problem;
use crate::domain::time::parse_date;

const COLUMNS: &[Column] = &[
    Column { name: "date", heads: &["ngay", "ngay thang"], needed: true },
    Column { name: "kind", heads: &["loai"], needed: true },
    Column { name: "name", heads: &["ten", "noi dung", "ly do", "ten ngay"], needed: true },
    Column { name: "hours", heads: &["gio", "thoi gian", "khung gio"], needed: false },
    Column {
        name: "status",
        heads: &["trang thai", "tinh trang", "origin", "nguon"],
        needed: false,
    },
    Column {
        name: "source",
        heads: &["can cu", "thong bao", "so thong bao", "van ban"],
        needed: false,
    },
];

/// What a calendar file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarRows {
    /// Days off, make-up days and closures, in the order of the file.
    pub days: Vec<SpecialDay>,
    /// Office hours with their seasons, in the order of the file.
    pub hours: Vec<OfficeHours>,
}

/// Reads a calendar file: CSV in UTF-8, XLSX or JSON with the columns `date`, `kind`, `name` and,
/// where known, `hours`, `status` and `source`; their Vietnamese heads are *ngày*, *loại*, *tên*, *giờ*,
/// *trạng thái* and *căn cứ*.
///
/// - `date`: `2026-11-24`, `24/11/2026` or a date cell.
/// - `kind`: `off` (*nghỉ*), `work` (*làm bù*), `closed` (*đóng cửa một phần*), `hours` (*giờ làm việc*)
///   or `season` (*mùa*).
/// - `status`, also headed `origin`: `official` (*chính thức*), `estimate` (*dự kiến*) or `office`
///   (*nội bộ*, *cơ quan*). Empty means `official`, of a closure `office`.
/// - `source`: the paper that says so, "Thông báo số 12345/TB-BNV".
/// - `closed`: `hours` says from and until when, `13:30-17:00`; without that column the name does,
///   as in `Bão số 5 13:30-17:00`.
/// - `hours`: in force from its date. Days and sessions stand in `hours`, or in `name` where that is
///   empty: `T2-T6 07:30-11:30 13:30-17:00; T7 nhận 07:30-11:30`. Days are `T2` to `T7` and `CN`, or
///   `2` to `8`, alone, as a span or parted by commas; days that are not named are closed. *nhận* means
///   that dossiers are only received then: the day is no working day.
/// - `season`: a part of every year with a week of its own, within the hours in force from the same
///   date, of which the file has a row of kind `hours`: `16/04-15/10 T2-T6 07:00-11:30 13:30-17:00` in
///   `hours`, its own name in `name`; or both in `name`, as in `Giờ mùa hè: 16/04-15/10 T2-T6 …`.
///
/// # Errors
///
/// Any [`CatalogueError`]: a date that does not exist, a day twice, hours that overlap, a season
/// without its hours.
pub fn read_calendar(path: &Path) -> Result<CalendarRows, CatalogueError> {
    rows(&table::read(path, COLUMNS)?)
}

/// The days off and swapped days of 2024–2027 that come with the program; those without an official
/// notice yet are marked as estimates.
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

/// What a row is about; a date may stand once as each of the first two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum About {
    Day,
    Hours,
}

fn rows(rows: &[Row]) -> Result<CalendarRows, CatalogueError> {
    let mut calendar = CalendarRows::default();
    let mut seasons: Vec<(usize, NaiveDate, Season)> = Vec::new();
    let mut seen: HashMap<(About, NaiveDate), usize> = HashMap::new();
    for row in rows {
        let date = date(row)?;
        let about = match fold(&row.text("kind")).as_str() {
            "off" | "nghi" | "ngay nghi" => {
                calendar.days.push(day(row, date, DayKind::Off)?);
                About::Day
            }
            "work" | "lam viec" | "lam bu" | "di lam" => {
                calendar.days.push(day(row, date, DayKind::Work)?);
                About::Day
            }
            "closed" | "dong cua" | "dong cua mot phan" | "nghi mot phan" => {
                calendar.days.push(closure(row, date)?);
                About::Day
            }
            "hours" | "gio" | "gio lam viec" => {
                calendar.hours.push(hours(row, date)?);
                About::Hours
            }
            "season" | "mua" => {
                seasons.push((row.number, date, season(row)?));
                continue;
            }
            "" => return Err(row.wrong("kind", Problem::Empty)),
            _ => return Err(row.wrong("kind", Problem::NotUnderstood)),
        };
        if let Some(first) = seen.insert((about, date), row.number) {
            return Err(CatalogueError::DuplicateDate { date, first, second: row.number });
        }
    }
    for (row, date, season) in seasons {
        let set = calendar.hours.iter_mut().find(|set| set.in_force_from == date);
        let set = set.ok_or(CatalogueError::SeasonAlone { row, date })?;
        set.seasons.push(season);
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

/// A day off, or one that is worked; hours beside it would be a closure, which is another kind.
fn day(row: &Row, date: NaiveDate, kind: DayKind) -> Result<SpecialDay, CatalogueError> {
    if !row.cell("hours").is_empty() {
        return Err(row.wrong("hours", Problem::Conflict));
    }
    special_day(row, date, kind, &plain(row, "name"))
}

/// A day closed in part: its hours, and its name without them.
fn closure(row: &Row, date: NaiveDate) -> Result<SpecialDay, CatalogueError> {
    let name = plain(row, "name");
    if !row.cell("hours").is_empty() {
        let hours = row.line("hours").replace('\u{2013}', "-").replace(' ', "");
        let session =
            week::session(&hours).ok_or_else(|| row.wrong("hours", Problem::NotUnderstood))?;
        return special_day(row, date, DayKind::Closed(session), &name);
    }
    let sessions: Vec<Session> = name.split(' ').filter_map(week::session).collect();
    let [session] = sessions[..] else {
        let problem = if sessions.is_empty() { Problem::Missing } else { Problem::NotUnderstood };
        return Err(row.wrong("hours", problem));
    };
    let words: Vec<&str> = name.split(' ').filter(|word| week::session(word).is_none()).collect();
    special_day(row, date, DayKind::Closed(session), &words.join(" "))
}

fn special_day(
    row: &Row,
    date: NaiveDate,
    kind: DayKind,
    name: &str,
) -> Result<SpecialDay, CatalogueError> {
    let origin = match (fold(&row.text("status")).as_str(), kind) {
        ("", DayKind::Closed(_)) | ("office" | "noi bo" | "co quan", _) => Origin::Office,
        ("" | "official" | "notice" | "chinh thuc" | "thong bao", _) => Origin::Notice,
        ("estimate" | "du kien", _) => Origin::Estimate,
        _ => return Err(row.wrong("status", Problem::NotUnderstood)),
    };
    if name.is_empty() {
        return Err(row.wrong("name", Problem::Empty));
    }
    Ok(SpecialDay { date, kind, name: name.to_owned(), origin, source: plain(row, "source") })
}

/// A text on one line, without the mark by which a file keeps spreadsheets from taking it for a
/// formula.
fn plain(row: &Row, column: &str) -> String {
    let line = row.line(column);
    match line.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => line,
    }
}

/// Where the times of a row stand: in the column of their own, or in the name.
fn times(row: &Row) -> (&'static str, String) {
    let column = if row.cell("hours").is_empty() { "name" } else { "hours" };
    (column, row.line(column))
}

fn hours(row: &Row, date: NaiveDate) -> Result<OfficeHours, CatalogueError> {
    let (column, text) = times(row);
    let hours = week::hours(&text).ok_or_else(|| row.wrong(column, Problem::NotUnderstood))?;
    Ok(OfficeHours { reception: hours.reception, ..OfficeHours::of_week(date, hours.week) })
}

fn season(row: &Row) -> Result<Season, CatalogueError> {
    let (column, text) = times(row);
    let mut season =
        week::season(&text).ok_or_else(|| row.wrong(column, Problem::NotUnderstood))?;
    if column == "hours" {
        season.name = plain(row, "name");
    }
    Ok(season)
}
