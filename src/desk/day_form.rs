//! A day of the calendar as an officer types it: one day or several in a row, and what they become.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::domain::calendar::{Calendar, DayKind, Origin, Session, SpecialDay};
use crate::domain::line::{clean_line, required_line};
use crate::domain::time::parse_date;

/// The most days one entry may cover; longer closures are told in parts, each with its reason.
const MOST_DAYS: i64 = 62;

/// The longest reason and the longest source, in characters.
const LONGEST: usize = 120;

/// What the days become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DayChoice {
    /// Off the whole day.
    #[default]
    Off,
    /// Worked, whatever the weekday.
    Work,
    /// Closed from one hour to another.
    Part,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayField {
    /// The first day.
    From,
    /// The last day.
    Until,
    /// From when the office is closed.
    Closes,
    /// Until when the office is closed.
    Opens,
    /// Why.
    Reason,
    /// The paper that says so.
    Source,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayProblem {
    /// Nothing was typed.
    Empty,
    /// Not a day that exists, or not written as one.
    NotADay,
    /// The last day lies before the first.
    Reversed,
    /// More days than are believed.
    TooManyDays,
    /// Not an hour of the day.
    NotAnHour,
    /// The closure ends before it begins.
    HoursReversed,
    /// Too long a text, or signs no line has.
    NotALine,
}

/// The form, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DayForm {
    /// What the days become.
    pub choice: DayChoice,
    /// The first day: `24/11/2026`, or `24/11` in the year that is shown.
    pub from: String,
    /// The last day, in the same way; empty means the first.
    pub until: String,
    /// From when the office is closed: `13:30` or `13h30`.
    pub closes: String,
    /// Until when it is closed.
    pub opens: String,
    /// Why.
    pub reason: String,
    /// The paper that says so; may be empty.
    pub source: String,
    /// Whether a notice to the whole country says so, and not the office itself.
    pub by_notice: bool,
}

impl DayForm {
    /// The form as it stands for a day that is known.
    #[must_use]
    pub fn of(date: NaiveDate, known: Option<&SpecialDay>) -> Self {
        let mut form = Self { from: day(date), until: day(date), ..Self::default() };
        let Some(known) = known else { return form };
        match known.kind {
            DayKind::Off => form.choice = DayChoice::Off,
            DayKind::Work => form.choice = DayChoice::Work,
            DayKind::Closed(session) => {
                form.choice = DayChoice::Part;
                form.closes = hour(session.opens);
                form.opens = hour(session.closes);
            }
        }
        form.reason.clone_from(&known.name);
        form.source.clone_from(&known.source);
        form.by_notice = known.is_national();
        form
    }

    /// The days between the typed ones, as far as they can be read: what a screen may mark meanwhile.
    #[must_use]
    pub fn span(&self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let from = read_day(&self.from, year)?;
        let until = if self.until.trim().is_empty() { from } else { read_day(&self.until, year)? };
        let days = (until - from).num_days();
        (0..MOST_DAYS).contains(&days).then_some((from, until))
    }

    /// The special days it tells of. Of several days in a row, those on which the office of `calendar`
    /// does nothing anyhow stay what they are.
    ///
    /// # Errors
    /// Every field that cannot be accepted, with what is wrong with it.
    pub fn check(
        &self,
        year: i32,
        calendar: &Calendar,
    ) -> Result<Vec<SpecialDay>, Vec<(DayField, DayProblem)>> {
        let mut wrong = Vec::new();
        let from = self.day(DayField::From, &self.from, year, &mut wrong);
        let until = match self.until.trim() {
            "" => from,
            until => self.day(DayField::Until, until, year, &mut wrong),
        };
        if let (Some(from), Some(until)) = (from, until) {
            match (until - from).num_days() {
                ..0 => wrong.push((DayField::Until, DayProblem::Reversed)),
                MOST_DAYS.. => wrong.push((DayField::Until, DayProblem::TooManyDays)),
                _ => {}
            }
        }
        let kind = self.kind(&mut wrong);
        let name = required_line(&self.reason, LONGEST).map_err(|_| {
            let empty = self.reason.trim().is_empty();
            let problem = if empty { DayProblem::Empty } else { DayProblem::NotALine };
            wrong.push((DayField::Reason, problem));
        });
        let source = clean_line(&self.source, LONGEST)
            .map_err(|_| wrong.push((DayField::Source, DayProblem::NotALine)));
        match (from, until, kind, name, source) {
            (Some(from), Some(until), Some(kind), Ok(name), Ok(source)) if wrong.is_empty() => {
                let origin = if self.by_notice { Origin::Notice } else { Origin::Office };
                let special = |date| SpecialDay {
                    date,
                    kind,
                    name: name.clone(),
                    origin,
                    source: source.clone(),
                };
                let wanted = |date: &NaiveDate| from == until || touches(calendar, *date, kind);
                let days = from.iter_days().take_while(|date| *date <= until);
                Ok(days.filter(wanted).map(special).collect())
            }
            _ => Err(wrong),
        }
    }

    fn day(
        &self,
        field: DayField,
        typed: &str,
        year: i32,
        wrong: &mut Vec<(DayField, DayProblem)>,
    ) -> Option<NaiveDate> {
        let read = read_day(typed, year);
        if read.is_none() {
            let empty = typed.trim().is_empty();
            wrong.push((field, if empty { DayProblem::Empty } else { DayProblem::NotADay }));
        }
        read
    }

    fn kind(&self, wrong: &mut Vec<(DayField, DayProblem)>) -> Option<DayKind> {
        match self.choice {
            DayChoice::Off => return Some(DayKind::Off),
            DayChoice::Work => return Some(DayKind::Work),
            DayChoice::Part => {}
        }
        let mut read = |field, typed: &str| {
            let time = read_hour(typed);
            if time.is_none() {
                let empty = typed.trim().is_empty();
                wrong.push((field, if empty { DayProblem::Empty } else { DayProblem::NotAnHour }));
            }
            time
        };
        let closes = read(DayField::Closes, &self.closes);
        let opens = read(DayField::Opens, &self.opens);
        let session = Session { opens: closes?, closes: opens? };
        if session.opens >= session.closes {
            wrong.push((DayField::Opens, DayProblem::HoursReversed));
            return None;
        }
        Some(DayKind::Closed(session))
    }
}

/// Whether making `date` a day of this kind changes anything.
fn touches(calendar: &Calendar, date: NaiveDate, kind: DayKind) -> bool {
    match kind {
        DayKind::Work => !calendar.is_working(date),
        DayKind::Off | DayKind::Closed(_) => {
            calendar.is_working(date) || !calendar.reception(date).is_empty()
        }
    }
}

/// A day as typed: `24/11/2026`, `2026-11-24`, or `24/11` in `year`.
fn read_day(typed: &str, year: i32) -> Option<NaiveDate> {
    let typed = typed.trim();
    parse_date(typed).or_else(|| {
        let (day, month) = typed.split_once(['/', '-', '.'])?;
        NaiveDate::from_ymd_opt(year, month.trim().parse().ok()?, day.trim().parse().ok()?)
    })
}

/// An hour as typed: `13:30`, `13h30`, `13g30`, `13h` or `13`.
pub(super) fn read_hour(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim().to_lowercase().replace(['h', 'g'], ":");
    let (hour, minute) = typed.split_once(':').unwrap_or((&typed, ""));
    let minute = if minute.is_empty() { "0" } else { minute };
    let digits =
        |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// An hour as forms show it.
pub(super) fn hour(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

fn day(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}
