//! How many results are promised for a day, and which half of it is the quieter one.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use super::calendar::Calendar;
use super::time::OfficeTime;

/// Fewer results than this are no crowd.
const CROWDED: i64 = 10;

/// A half is much fuller than the other when it holds this many times as much.
const MUCH: i64 = 2;

/// A half of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Half {
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
}

/// Where a day parts into its halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Halves {
    /// The day.
    pub date: NaiveDate,
    /// The first moment of the afternoon.
    pub noon: NaiveTime,
    /// Whether the office works in both halves.
    pub both: bool,
}

impl Halves {
    /// Parts `date` where its second session opens; a day of one session, at twelve.
    #[must_use]
    pub fn of(calendar: &Calendar, date: NaiveDate) -> Self {
        let second = calendar.halves(date).nth(1).map(|(half, _)| half.opens);
        let twelve = || NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        Self { date, noon: second.unwrap_or_else(twelve), both: second.is_some() }
    }

    /// The half that holds `time`.
    #[must_use]
    pub fn half(&self, time: NaiveTime) -> Half {
        if time < self.noon { Half::Morning } else { Half::Afternoon }
    }

    /// Where each half begins, and where the day ends: the first moment of the next day.
    #[must_use]
    pub fn bounds(&self) -> [OfficeTime; 3] {
        let next = self.date.succ_opt().unwrap_or(self.date);
        [
            OfficeTime::new(self.date, NaiveTime::MIN),
            OfficeTime::new(self.date, self.noon),
            OfficeTime::new(next, NaiveTime::MIN),
        ]
    }
}

/// How many results are promised for each half of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crowd {
    /// The day's halves.
    pub halves: Halves,
    /// Promised for the morning.
    pub morning: i64,
    /// Promised for the afternoon.
    pub afternoon: i64,
}

impl Crowd {
    /// Promised for the whole day.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.morning + self.afternoon
    }

    /// The other half, when a promise for `at` falls into one that is crowded and much fuller.
    #[must_use]
    pub fn quieter(&self, at: OfficeTime) -> Option<Half> {
        let (own, other, quiet) = match self.halves.half(at.time()) {
            Half::Morning => (self.morning, self.afternoon, Half::Afternoon),
            Half::Afternoon => (self.afternoon, self.morning, Half::Morning),
        };
        let same_day = at.date() == self.halves.date;
        (self.halves.both && same_day && own >= CROWDED && own >= other * MUCH).then_some(quiet)
    }
}
