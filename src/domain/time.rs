//! Office time: a moment on the wall clock of a Vietnamese office, always UTC+07:00.

use std::fmt;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Seconds between UTC and Vietnam's time, which knows no summer time.
const OFFSET_SECONDS: i32 = 7 * 3600;

/// A moment as the office clock shows it (UTC+07:00), exact to the second.
///
/// It is written as ISO 8601 with its offset, `2026-11-23T14:20:00+07:00`, and stored as whole
/// milliseconds since 1970 UTC. A date of birth is never an `OfficeTime`: it is a plain date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OfficeTime(NaiveDateTime);

impl OfficeTime {
    /// The first moment chrono knows, the stand-in for a clock that shows no possible time.
    pub const EARLIEST: Self = Self(NaiveDateTime::MIN);

    /// The moment when the office clock shows `time` on `date`; fractions of a second are dropped.
    #[must_use]
    pub fn new(date: NaiveDate, time: NaiveTime) -> Self {
        let whole = time.with_nanosecond(0).unwrap_or(time);
        Self(date.and_time(whole))
    }

    /// The office moment of `milliseconds` since 1970 UTC, or `None` outside chrono's range.
    #[must_use]
    pub fn from_millis(milliseconds: i64) -> Option<Self> {
        let utc = DateTime::from_timestamp_millis(milliseconds)?.naive_utc();
        let local = utc.checked_add_offset(offset()?)?;
        Some(Self::new(local.date(), local.time()))
    }

    /// Milliseconds since 1970 UTC.
    #[must_use]
    pub fn millis(self) -> i64 {
        self.0.and_utc().timestamp_millis() - i64::from(OFFSET_SECONDS) * 1000
    }

    /// The same moment without its seconds.
    #[must_use]
    pub fn to_minute(self) -> Self {
        Self::new(self.date(), self.time().with_second(0).unwrap_or(self.time()))
    }

    /// The day on the office calendar.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.0.date()
    }

    /// The hour on the office clock.
    #[must_use]
    pub fn time(self) -> NaiveTime {
        self.0.time()
    }

    /// Reads `2026-11-23T14:20`, with or without seconds, with or without `+07:00`, a space or
    /// `T` between date and hour. Any other offset is converted to office time.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let instant = DateTime::parse_from_rfc3339(text)
            .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%#z"));
        if let Ok(instant) = instant {
            return Self::from_millis(instant.timestamp_millis());
        }
        ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]
            .iter()
            .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
            .map(|moment| Self::new(moment.date(), moment.time()))
    }
}

/// The office's offset from UTC; `None` never happens, the constant is in range.
fn offset() -> Option<FixedOffset> {
    FixedOffset::east_opt(OFFSET_SECONDS)
}

impl fmt::Display for OfficeTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}+07:00", self.0.format("%Y-%m-%dT%H:%M:%S"))
    }
}

impl Serialize for OfficeTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for OfficeTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not an office time"))
    }
}

/// Reads a civil date as an officer writes it, `23/11/2026`, or as files do, `2026-11-23`.
///
/// Returns `None` for a day that does not exist and for years outside 1800–2200.
#[must_use]
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(text, format).ok())
        .filter(|date| (1800..=2200).contains(&date.year()))
}

/// Reads a moment as an officer writes it, `14:20 23/11/2026` or `23/11/2026 14:20`, with `h`, `g` or
/// `:` between hour and minute, or as files do, see [`OfficeTime::parse`].
///
/// Returns `None` for a moment that does not exist and for years outside 1800–2200.
#[must_use]
pub fn parse_moment(text: &str) -> Option<OfficeTime> {
    let text = text.trim();
    if let Some(moment) = OfficeTime::parse(text) {
        return Some(moment).filter(|moment| (1800..=2200).contains(&moment.date().year()));
    }
    let (first, second) = text.split_once(char::is_whitespace)?;
    let hour = |text: &str| {
        let text = text.trim().to_lowercase().replace(['h', 'g'], ":");
        NaiveTime::parse_from_str(&text, "%H:%M").ok()
    };
    let read = |day: &str, time: &str| Some(OfficeTime::new(parse_date(day)?, hour(time)?));
    read(first, second).or_else(|| read(second, first))
}
