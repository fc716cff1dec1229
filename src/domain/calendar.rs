//! The working calendar: office hours by weekday and season, days off, and swapped working days.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An unbroken stretch of office hours, in whole minutes; both ends are inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Session {
    /// When it begins.
    pub opens: NaiveTime,
    /// When it ends.
    pub closes: NaiveTime,
}

impl Session {
    /// The session between two hours of the clock, each as hour and minute, or `None` when one
    /// of them is no time of the day.
    #[must_use]
    pub fn between(opens: (u32, u32), closes: (u32, u32)) -> Option<Self> {
        let time = |(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0);
        Some(Self { opens: time(opens)?, closes: time(closes)? })
    }
}

/// The sessions of each weekday, Monday first; a weekday without sessions is weekly rest.
pub type Week = [Vec<Session>; 7];

/// Office hours and the first day they apply; they hold until the next set begins, so that
/// summer and winter hours are two sets a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeHours {
    /// The first day of these hours. The earliest set also covers every day before it.
    pub in_force_from: NaiveDate,
    /// The sessions of each weekday.
    pub week: Week,
}

/// What a special day changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// The office is closed: a holiday, its compensation, or a day swapped away.
    Off,
    /// The office works because of a swap, whatever the weekday.
    Work,
}

/// A day that differs from its weekday (Labour Code 2019 art. 111–112 and the yearly notices).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialDay {
    /// The day.
    pub date: NaiveDate,
    /// Closed or working.
    pub kind: DayKind,
    /// The notice's words: "Quốc khánh", "Làm bù cho ngày 29/04/2024".
    pub name: String,
    /// Whether it rests on an official notice, not on an estimate.
    pub official: bool,
}

/// Why a calendar cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// No office hours at all.
    #[error("no office hours")]
    NoHours,
    /// A set of office hours without one open weekday.
    #[error("the office hours from {0} open on no weekday")]
    NoOpenWeekday(NaiveDate),
    /// Two sets of office hours begin on the same day.
    #[error("two sets of office hours begin on {0}")]
    HoursTwice(NaiveDate),
    /// A session that ends before it begins, or is not in whole minutes.
    #[error("a session of {weekday} in the office hours from {in_force_from} is impossible")]
    BadSession {
        /// The set of office hours.
        in_force_from: NaiveDate,
        /// The weekday.
        weekday: Weekday,
    },
    /// Sessions that overlap or are not in the order of the clock.
    #[error("the sessions of {weekday} in the office hours from {in_force_from} overlap")]
    SessionOrder {
        /// The set of office hours.
        in_force_from: NaiveDate,
        /// The weekday.
        weekday: Weekday,
    },
    /// The same day is listed twice.
    #[error("{0} is listed twice")]
    DayTwice(NaiveDate),
}

/// When the office works: always holds at least one open weekday in each set of hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Never empty, by `in_force_from`.
    hours: Vec<OfficeHours>,
    /// By date, each date once.
    days: Vec<SpecialDay>,
}

impl Calendar {
    /// Puts office hours and special days together, in any order.
    ///
    /// # Errors
    ///
    /// The first fault found, see [`CalendarError`]: no hours, a set open on no weekday, two sets
    /// from the same day, an impossible session, sessions out of order or overlapping (they may
    /// touch), a day listed twice.
    pub fn new(
        mut hours: Vec<OfficeHours>,
        mut days: Vec<SpecialDay>,
    ) -> Result<Self, CalendarError> {
        hours.sort_by_key(|set| set.in_force_from);
        days.sort_by_key(|day| day.date);
        if hours.is_empty() {
            return Err(CalendarError::NoHours);
        }
        hours.iter().try_for_each(check_hours)?;
        if let Some(date) = first_twin(hours.iter().map(|set| set.in_force_from)) {
            return Err(CalendarError::HoursTwice(date));
        }
        if let Some(date) = first_twin(days.iter().map(|day| day.date)) {
            return Err(CalendarError::DayTwice(date));
        }
        Ok(Self { hours, days })
    }

    /// [`Self::new`] for an office that has told its hours from some day on, or none yet: before
    /// its first set the [standard hours](Self::standard_hours) hold.
    ///
    /// # Errors
    ///
    /// As [`Self::new`].
    pub fn of_office(
        mut hours: Vec<OfficeHours>,
        days: Vec<SpecialDay>,
    ) -> Result<Self, CalendarError> {
        let standard = Self::standard_hours();
        if hours.iter().all(|set| set.in_force_from > standard.in_force_from) {
            hours.push(standard);
        }
        Self::new(hours, days)
    }

    /// The hours most offices keep: Monday to Friday 07:30–11:30 and 13:30–17:00.
    #[must_use]
    pub fn standard_hours() -> OfficeHours {
        let day: Vec<Session> =
            [Session::between((7, 30), (11, 30)), Session::between((13, 30), (17, 0))]
                .into_iter()
                .flatten()
                .collect();
        let week = std::array::from_fn(|weekday| if weekday < 5 { day.clone() } else { vec![] });
        OfficeHours { in_force_from: NaiveDate::from_ymd_opt(2019, 1, 1).unwrap_or_default(), week }
    }

    /// The sessions of `date`, in the order of the clock; none on a day off.
    ///
    /// A working day by swap keeps the hours of its weekday; where that weekday is weekly rest,
    /// the notices say nothing of hours and the sessions of Monday are taken (of the first open
    /// weekday, where Monday is closed too).
    #[must_use]
    pub fn sessions(&self, date: NaiveDate) -> &[Session] {
        let week = self.week(date);
        let usual = week.get(date.weekday() as usize).map_or(&[][..], Vec::as_slice);
        match self.special_day(date).map(|day| day.kind) {
            Some(DayKind::Off) => &[],
            Some(DayKind::Work) if usual.is_empty() => first_open(week),
            Some(DayKind::Work) | None => usual,
        }
    }

    /// Whether the office has sessions on `date`.
    #[must_use]
    pub fn is_working(&self, date: NaiveDate) -> bool {
        !self.sessions(date).is_empty()
    }

    /// What is special about `date`, if anything.
    #[must_use]
    pub fn special_day(&self, date: NaiveDate) -> Option<&SpecialDay> {
        let index = self.days.binary_search_by_key(&date, |day| day.date).ok()?;
        self.days.get(index)
    }

    /// The last day whose days off are known: 31 December of the last year that has special days,
    /// because notices come a year at a time. `None` without any special day.
    #[must_use]
    pub fn known_until(&self) -> Option<NaiveDate> {
        let last = self.days.last()?.date;
        NaiveDate::from_ymd_opt(last.year(), 12, 31)
    }

    /// Every special day, by date.
    #[must_use]
    pub fn days(&self) -> &[SpecialDay] {
        &self.days
    }

    /// Every set of office hours, by its first day.
    #[must_use]
    pub fn hours(&self) -> &[OfficeHours] {
        &self.hours
    }

    /// The week of the last set in force on `date`; before the earliest set, that one.
    fn week(&self, date: NaiveDate) -> &[Vec<Session>] {
        let begun = self.hours.partition_point(|set| set.in_force_from <= date);
        self.hours.get(begun.saturating_sub(1)).map_or(&[], |set| &set.week)
    }
}

/// Refuses a set of hours the due date could not be counted with.
fn check_hours(set: &OfficeHours) -> Result<(), CalendarError> {
    let in_force_from = set.in_force_from;
    let mut weekday = Weekday::Mon;
    for sessions in &set.week {
        if sessions.iter().any(|session| !is_possible(*session)) {
            return Err(CalendarError::BadSession { in_force_from, weekday });
        }
        let in_order = |pair: &[Session]| matches!(pair, [a, b] if a.closes <= b.opens);
        if !sessions.windows(2).all(in_order) {
            return Err(CalendarError::SessionOrder { in_force_from, weekday });
        }
        weekday = weekday.succ();
    }
    if first_open(&set.week).is_empty() {
        return Err(CalendarError::NoOpenWeekday(in_force_from));
    }
    Ok(())
}

/// A slip shows hours and minutes: a session that ends at some second could not be promised.
fn is_possible(session: Session) -> bool {
    let whole = |time: NaiveTime| time.second() == 0 && time.nanosecond() == 0;
    session.opens < session.closes && whole(session.opens) && whole(session.closes)
}

/// The sessions of the first weekday that has any.
fn first_open(week: &[Vec<Session>]) -> &[Session] {
    week.iter().find(|sessions| !sessions.is_empty()).map_or(&[], Vec::as_slice)
}

/// The first date that stands twice in a sorted row.
fn first_twin(mut dates: impl Iterator<Item = NaiveDate>) -> Option<NaiveDate> {
    let mut last = None;
    dates.find(|date| last.replace(*date) == Some(*date))
}
