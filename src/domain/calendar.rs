//! The working calendar: office hours, days off, swapped working days, and closures of the office.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use super::hours::{MonthDay, OfficeHours, Season, Session, Week};
use super::hours::{first_open, of_weekday};
use super::law_days::{YearChoices, days_off_by_law};
use super::time::OfficeTime;

/// The longest closure, in days, that is still believed; after it the calendar itself is wrong.
pub(super) const LONGEST_CLOSURE: usize = 4000;

/// The years whose days off are computed where the book holds none.
const COMPUTED_YEARS: std::ops::RangeInclusive<i32> = 2019..=2075;

/// What a special day changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// The office is closed: a holiday, its compensation, a day swapped away, a storm.
    Off,
    /// The office works because of a swap, whatever the weekday.
    Work,
    /// The office is closed for a part of the day. What is left of the day counts as a working day;
    /// when nothing is left, it is a day off.
    Closed(Session),
}

/// Who says that a day is special.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Computed from the law; no notice for the year is known yet (*dự kiến*).
    Estimate,
    /// An official notice.
    Notice,
    /// The office itself: a storm, a flood, moving house.
    Office,
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
    /// Who says so.
    pub origin: Origin,
    /// The paper that says so: its number and day; may be empty.
    #[serde(default)]
    pub source: String,
}

impl SpecialDay {
    /// Whether it is more than an estimate.
    #[must_use]
    pub fn is_official(&self) -> bool {
        self.origin != Origin::Estimate
    }

    /// Whether the whole country has it, not this office alone.
    #[must_use]
    pub fn is_national(&self) -> bool {
        self.origin != Origin::Office
    }
}

/// Why a calendar cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// No office hours at all.
    #[error("no office hours")]
    NoHours,
    /// A set of office hours, or a season of it, without one open weekday.
    #[error("the office hours from {0} open on no weekday")]
    NoOpenWeekday(NaiveDate),
    /// Two sets of office hours begin on the same day.
    #[error("two sets of office hours begin on {0}")]
    HoursTwice(NaiveDate),
    /// A season that begins or ends on a day no year has.
    #[error("a season of the office hours from {0} has an impossible day")]
    BadSeason(NaiveDate),
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
    /// A closure that ends before it begins, or is not in whole minutes.
    #[error("the closure on {0} is impossible")]
    BadClosure(NaiveDate),
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
    /// What is left of the days with a closure, by date.
    shortened: Vec<(NaiveDate, Vec<Session>)>,
    official_until: Option<NaiveDate>,
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
        hours.iter().try_for_each(OfficeHours::check)?;
        if let Some(date) = first_twin(hours.iter().map(|set| set.in_force_from)) {
            return Err(CalendarError::HoursTwice(date));
        }
        if let Some(date) = first_twin(days.iter().map(|day| day.date)) {
            return Err(CalendarError::DayTwice(date));
        }
        let official_until = official_until(&days);
        let mut calendar = Self { hours, days, shortened: Vec::new(), official_until };
        calendar.shortened = calendar.shortened()?;
        Ok(calendar)
    }

    /// [`Self::new`] for an office: before the first hours it has told the
    /// [standard ones](OfficeHours::standard) hold, and a year whose days off it does not know has
    /// [those of the law](days_off_by_law), as estimates.
    ///
    /// # Errors
    ///
    /// As [`Self::new`].
    pub fn of_office(
        mut hours: Vec<OfficeHours>,
        mut days: Vec<SpecialDay>,
    ) -> Result<Self, CalendarError> {
        let standard = OfficeHours::standard();
        if hours.iter().all(|set| set.in_force_from > standard.in_force_from) {
            hours.push(standard);
        }
        days.sort_by_key(|day| day.date);
        let known = |date| days.binary_search_by_key(&date, |day| day.date).is_ok();
        let mut missing = Vec::new();
        for (year, computed) in COMPUTED.iter() {
            if !is_whole(*year, &days) {
                missing.extend(computed.iter().filter(|day| !known(day.date)).cloned());
            }
        }
        days.extend(missing);
        Self::new(hours, days)
    }

    /// The sessions of `date`, in the order of the clock; none on a day off.
    ///
    /// A working day by swap keeps the hours of its weekday; where that weekday is weekly rest,
    /// the notices say nothing of hours and the sessions of Monday are taken (of the first open
    /// weekday, where Monday is closed too).
    #[must_use]
    pub fn sessions(&self, date: NaiveDate) -> &[Session] {
        match self.special_day(date).map(|day| day.kind) {
            None => of_weekday(self.hours_on(date).week_of(date), date),
            Some(DayKind::Off) => &[],
            Some(DayKind::Work) => {
                let week = self.hours_on(date).week_of(date);
                let usual = of_weekday(week, date);
                if usual.is_empty() { first_open(week) } else { usual }
            }
            Some(DayKind::Closed(_)) => {
                let place = self.shortened.binary_search_by_key(&date, |(day, _)| *day);
                let left = place.ok().and_then(|place| self.shortened.get(place));
                left.map_or(&[], |(_, sessions)| sessions)
            }
        }
    }

    /// The sessions `date` would have without a closure of the office, each with what the closure leaves
    /// of it: its morning and its afternoon, when it has two.
    pub fn halves(&self, date: NaiveDate) -> impl Iterator<Item = (Session, Option<Session>)> {
        let usual = match self.special_day(date).map(|day| day.kind) {
            Some(DayKind::Closed(_)) => of_weekday(self.hours_on(date).week_of(date), date),
            _ => self.sessions(date),
        };
        usual.iter().map(move |half| {
            let inside =
                |piece: &&Session| half.opens <= piece.opens && piece.closes <= half.closes;
            (*half, self.sessions(date).iter().rev().find(inside).copied())
        })
    }

    /// When the desk receives on `date` although it is no working day: weekly rest with reception.
    #[must_use]
    pub fn reception(&self, date: NaiveDate) -> &[Session] {
        if self.is_working(date) || self.special_day(date).is_some() {
            return &[];
        }
        of_weekday(&self.hours_on(date).reception, date)
    }

    /// Whether the office has sessions on `date`.
    #[must_use]
    pub fn is_working(&self, date: NaiveDate) -> bool {
        !self.sessions(date).is_empty()
    }

    /// Whether a dossier can be received at the counter at `time` of `date`.
    #[must_use]
    pub fn is_open(&self, date: NaiveDate, time: chrono::NaiveTime) -> bool {
        let holds = |session: &Session| (session.opens..=session.closes).contains(&time);
        self.sessions(date).iter().chain(self.reception(date)).any(holds)
    }

    /// The opening of the first working day after `date`; `None` when there is none for years.
    #[must_use]
    pub fn next_opening(&self, date: NaiveDate) -> Option<OfficeTime> {
        let working = |date: &NaiveDate| self.is_working(*date);
        let date = date.iter_days().skip(1).take(LONGEST_CLOSURE).find(working)?;
        Some(OfficeTime::new(date, self.sessions(date).first()?.opens))
    }

    /// What is special about `date`, if anything.
    #[must_use]
    pub fn special_day(&self, date: NaiveDate) -> Option<&SpecialDay> {
        let index = self.days.binary_search_by_key(&date, |day| day.date).ok()?;
        self.days.get(index)
    }

    /// The last day whose days off rest on official notices: 31 December of the last year that is
    /// [official](Self::is_official). `None` when no year is.
    #[must_use]
    pub fn official_until(&self) -> Option<NaiveDate> {
        self.official_until
    }

    /// Whether the days off of `year` are known, and none of them is an estimate.
    #[must_use]
    pub fn is_official(&self, year: i32) -> bool {
        is_official(year, &self.days)
    }

    /// Every special day, by date.
    #[must_use]
    pub fn days(&self) -> &[SpecialDay] {
        &self.days
    }

    /// The special days of `year`, by date.
    #[must_use]
    pub fn days_of(&self, year: i32) -> &[SpecialDay] {
        days_of(year, &self.days)
    }

    /// Every set of office hours, by its first day.
    #[must_use]
    pub fn hours(&self) -> &[OfficeHours] {
        &self.hours
    }

    /// The last set in force on `date`; before the earliest set, that one.
    #[must_use]
    pub fn hours_on(&self, date: NaiveDate) -> &OfficeHours {
        static STANDARD: LazyLock<OfficeHours> = LazyLock::new(OfficeHours::standard);
        let begun = self.hours.partition_point(|set| set.in_force_from <= date);
        self.hours.get(begun.saturating_sub(1)).unwrap_or(&STANDARD)
    }

    /// What the closures leave of their days.
    fn shortened(&self) -> Result<Vec<(NaiveDate, Vec<Session>)>, CalendarError> {
        let closures = self.days.iter().filter_map(|day| match day.kind {
            DayKind::Closed(closed) => Some((day.date, closed)),
            DayKind::Off | DayKind::Work => None,
        });
        closures
            .map(|(date, closed)| {
                if !closed.is_possible() {
                    return Err(CalendarError::BadClosure(date));
                }
                let usual = of_weekday(self.hours_on(date).week_of(date), date);
                Ok((date, usual.iter().flat_map(|session| session.without(closed)).collect()))
            })
            .collect()
    }
}

/// The days off by law of every year that is computed, as estimates.
static COMPUTED: LazyLock<Vec<(i32, Vec<SpecialDay>)>> = LazyLock::new(|| {
    COMPUTED_YEARS.map(|year| (year, estimates(year, YearChoices::usual(year)))).collect()
});

/// The days off of `year` by law, as estimates, with what the yearly notice may choose.
#[must_use]
pub fn estimates(year: i32, choices: YearChoices) -> Vec<SpecialDay> {
    let day = |day: super::law_days::LawDay| SpecialDay {
        date: day.date,
        kind: DayKind::Off,
        name: day.name,
        origin: Origin::Estimate,
        source: String::new(),
    };
    days_off_by_law(year, choices).into_iter().map(day).collect()
}

/// Whether `days`, sorted by date, hold the days off of the whole `year`: those that give New Year's
/// Day and Quốc khánh, which no notice can move, give all.
#[must_use]
pub fn is_whole(year: i32, days: &[SpecialDay]) -> bool {
    [(1, 1), (9, 2)].into_iter().all(|(month, day)| {
        let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else { return false };
        let found = days.binary_search_by_key(&date, |day| day.date).ok();
        found.and_then(|place| days.get(place)).is_some_and(SpecialDay::is_national)
    })
}

fn is_official(year: i32, days: &[SpecialDay]) -> bool {
    is_whole(year, days) && days_of(year, days).iter().all(SpecialDay::is_official)
}

fn official_until(days: &[SpecialDay]) -> Option<NaiveDate> {
    let (first, last) = (days.first()?.date.year(), days.last()?.date.year());
    let year = (first..=last).rev().find(|year| is_official(*year, days))?;
    NaiveDate::from_ymd_opt(year, 12, 31)
}

fn days_of(year: i32, days: &[SpecialDay]) -> &[SpecialDay] {
    let from = days.partition_point(|day| day.date.year() < year);
    let until = days.partition_point(|day| day.date.year() <= year);
    days.get(from..until).unwrap_or(&[])
}

/// The first date that stands twice in a sorted row.
fn first_twin(mut dates: impl Iterator<Item = NaiveDate>) -> Option<NaiveDate> {
    let mut last = None;
    dates.find(|date| last.replace(*date) == Some(*date))
}
