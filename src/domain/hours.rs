//! Office hours: the sessions of each weekday, seasons, and mornings that only receive.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};
use serde::{Deserialize, Serialize};

use super::calendar::CalendarError;

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

    /// A slip shows hours and minutes: a session that ends at some second could not be promised.
    pub(super) fn is_possible(self) -> bool {
        let whole = |time: NaiveTime| time.second() == 0 && time.nanosecond() == 0;
        self.opens < self.closes && whole(self.opens) && whole(self.closes)
    }

    /// What is left of it when the office is closed during `closed`: nothing, one piece or two.
    pub(super) fn without(self, closed: Self) -> impl Iterator<Item = Self> {
        let before = Self { opens: self.opens, closes: self.closes.min(closed.opens) };
        let after = Self { opens: self.opens.max(closed.closes), closes: self.closes };
        [before, after].into_iter().filter(|piece| piece.opens < piece.closes)
    }
}

/// The sessions of each weekday, Monday first; a weekday without sessions is weekly rest.
pub type Week = [Vec<Session>; 7];

/// A day of any year: month and day of the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MonthDay {
    /// The month, 1 to 12.
    pub month: u32,
    /// The day of the month, 1 to 31.
    pub day: u32,
}

impl MonthDay {
    fn of(date: NaiveDate) -> Self {
        Self { month: date.month(), day: date.day() }
    }

    /// Whether some year has this day.
    #[must_use]
    pub fn exists(self) -> bool {
        NaiveDate::from_ymd_opt(2024, self.month, self.day).is_some()
    }
}

/// A part of every year with hours of its own, as *giờ mùa hè*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Season {
    /// Its name.
    pub name: String,
    /// Its first day.
    pub from: MonthDay,
    /// Its last day; before the first day, the season goes over New Year.
    pub until: MonthDay,
    /// The sessions of each weekday meanwhile.
    pub week: Week,
}

impl Season {
    /// Whether `date` lies in it.
    fn holds(&self, date: NaiveDate) -> bool {
        let day = MonthDay::of(date);
        if self.from <= self.until {
            (self.from..=self.until).contains(&day)
        } else {
            day >= self.from || day <= self.until
        }
    }
}

/// Office hours and the first day they apply; they hold until the next set begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeHours {
    /// The first day of these hours. The earliest set also covers every day before it.
    pub in_force_from: NaiveDate,
    /// The sessions of each weekday, outside every season.
    pub week: Week,
    /// Parts of the year with other hours; the first that holds a day is taken.
    #[serde(default)]
    pub seasons: Vec<Season>,
    /// When the desk receives dossiers on weekdays that are weekly rest: such a day is no working
    /// day, nothing is counted on it and nothing promised for it.
    #[serde(default)]
    pub reception: Week,
}

impl OfficeHours {
    /// The same week all the year round, and no reception besides.
    #[must_use]
    pub fn of_week(in_force_from: NaiveDate, week: Week) -> Self {
        Self { in_force_from, week, seasons: Vec::new(), reception: Week::default() }
    }

    /// The hours most offices keep: Monday to Friday 07:30–11:30 and 13:30–17:00.
    #[must_use]
    pub fn standard() -> Self {
        let day: Vec<Session> =
            [Session::between((7, 30), (11, 30)), Session::between((13, 30), (17, 0))]
                .into_iter()
                .flatten()
                .collect();
        let week = std::array::from_fn(|weekday| if weekday < 5 { day.clone() } else { vec![] });
        Self::of_week(NaiveDate::from_ymd_opt(2019, 1, 1).unwrap_or_default(), week)
    }

    /// The week that holds on `date`.
    pub(super) fn week_of(&self, date: NaiveDate) -> &Week {
        let season = self.seasons.iter().find(|season| season.holds(date));
        season.map_or(&self.week, |season| &season.week)
    }

    /// Refuses hours the due date could not be counted with.
    pub(super) fn check(&self) -> Result<(), CalendarError> {
        let in_force_from = self.in_force_from;
        let seasons = || self.seasons.iter().map(|season| &season.week);
        for week in std::iter::once(&self.week).chain(seasons()).chain([&self.reception]) {
            check_week(week, in_force_from)?;
        }
        let possible = |season: &Season| season.from.exists() && season.until.exists();
        if !self.seasons.iter().all(possible) {
            return Err(CalendarError::BadSeason(in_force_from));
        }
        if std::iter::once(&self.week).chain(seasons()).any(|week| first_open(week).is_empty()) {
            return Err(CalendarError::NoOpenWeekday(in_force_from));
        }
        Ok(())
    }
}

fn check_week(week: &Week, in_force_from: NaiveDate) -> Result<(), CalendarError> {
    let mut weekday = Weekday::Mon;
    for sessions in week {
        if sessions.iter().any(|session| !session.is_possible()) {
            return Err(CalendarError::BadSession { in_force_from, weekday });
        }
        let in_order = |pair: &[Session]| matches!(pair, [a, b] if a.closes <= b.opens);
        if !sessions.windows(2).all(in_order) {
            return Err(CalendarError::SessionOrder { in_force_from, weekday });
        }
        weekday = weekday.succ();
    }
    Ok(())
}

/// The sessions of the first weekday that has any.
pub(super) fn first_open(week: &Week) -> &[Session] {
    week.iter().find(|sessions| !sessions.is_empty()).map_or(&[], Vec::as_slice)
}

/// The sessions of the weekday of `date`.
pub(super) fn of_weekday(week: &Week, date: NaiveDate) -> &[Session] {
    week.get(date.weekday() as usize).map_or(&[], Vec::as_slice)
}
