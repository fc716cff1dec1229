//! The one due-date function: the promised moment, and every day passed with its reason.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::time::OfficeTime;

/// At what hour of the due day the result is promised; always inside office hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum ReturnHour {
    /// The hour of receipt, moved into office hours.
    #[default]
    SameHour,
    /// The end of the session (morning or afternoon) that holds that hour.
    EndOfSession,
    /// Closing time.
    EndOfDay,
}

/// Why a day was counted or skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum DayReason {
    /// The day of receipt, which is not counted (Civil Code, art. 147).
    Receipt,
    /// An ordinary working day.
    Working,
    /// A working day because of a swap; the calendar's words, "Làm bù cho ngày …".
    SwappedIn {
        /// The calendar's words.
        name: String,
    },
    /// A day without office hours: Saturday, Sunday.
    WeeklyRest,
    /// A day off by law or notice; the calendar's words.
    DayOff {
        /// The calendar's words.
        name: String,
        /// Whether the day rests on an official notice, not on an estimate.
        official: bool,
    },
    /// A calendar day, counted whatever it is.
    CalendarDay,
}

/// One day between receipt and promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayStep {
    /// The day.
    pub date: NaiveDate,
    /// Its place in the count, 1 for the first; `None` when it was passed over.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub counted: Option<u32>,
    /// Working minutes spent on this day, for limits in hours.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub minutes: Option<u32>,
    /// Why.
    #[serde(flatten)]
    pub reason: DayReason,
}

/// A promise: the moment and how it was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The promised moment, inside office hours; `None` when the procedure sets no limit.
    pub at: Option<OfficeTime>,
    /// Every day from receipt to promise.
    pub days: Vec<DayStep>,
    /// Set when the promise lies beyond the last day the calendar knows: days off after that are
    /// not yet known, only weekly rest was skipped.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub beyond_calendar: Option<NaiveDate>,
}
