//! Why a change of the calendar cannot be taken in.

use chrono::NaiveDate;

use super::calendar::CalendarError;

/// What stands in the way of a change of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CalendarFault {
    /// The calendar would be none that works.
    Impossible(CalendarError),
    /// New Year's Day or Quốc khánh, which the law gives and no notice can take away (Labour Code
    /// 2019 art. 112.1.a, 112.1.đ), was to become a working day or the office's own.
    LawDay(NaiveDate),
    /// A day was to be removed that is an ordinary one already.
    NotSpecial(NaiveDate),
    /// Office hours were to be removed that no set begins with.
    NoHoursFrom(NaiveDate),
    /// A day, or the beginning of office hours, was to be both written and removed, or written twice.
    Twice(NaiveDate),
    /// A closure in hours in which the office does not work anyhow.
    ClosesNothing(NaiveDate),
    /// A closure of the office's own on a day that is off for the whole country.
    AlreadyOff(NaiveDate),
    /// A day in a year outside those the calendar is kept for.
    OutOfYears(NaiveDate),
    /// A year was to be marked official, or estimated, that is outside those the calendar is kept for.
    YearOutOfYears(i32),
    /// A year was to be estimated that is official.
    Official(i32),
    /// A dossier, by its code, was to be moved that the change does not touch.
    Unaffected(String),
    /// A change that changes nothing.
    Nothing,
    /// A change was to be undone, and the day, or the office hours from it, are others again.
    ChangedSince(NaiveDate),
}

impl CalendarFault {
    /// Whether it lies in the office hours, not in a day.
    #[must_use]
    pub fn is_of_hours(&self) -> bool {
        match self {
            Self::NoHoursFrom(_) => true,
            Self::Impossible(error) => {
                !matches!(error, CalendarError::BadClosure(_) | CalendarError::DayTwice(_))
            }
            _ => false,
        }
    }
}
