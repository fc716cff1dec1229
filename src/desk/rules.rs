//! The rules of one office: its settings, its codes, its calendar.

use chrono::NaiveDate;

use super::error::DeskError;
use crate::domain::calendar::Calendar;
use crate::domain::code::CodePattern;
use crate::domain::deadline::{Due, DueError, due};
use crate::domain::invalid::{Field, Problem};
use crate::domain::limit::{LONGEST, Limit};
use crate::domain::office::Office;
use crate::domain::time::OfficeTime;
use crate::store::{self, View};

/// What receiving needs to know of the office: read once, good until settings or calendar change.
#[derive(Debug, Clone)]
pub struct Rules {
    office: Office,
    pattern: CodePattern,
    calendar: Calendar,
}

impl Rules {
    /// Reads the office's rules from the book.
    ///
    /// # Errors
    /// [`DeskError::NoOffice`] before the office is set up; [`DeskError::Invalid`] for a code
    /// pattern that cannot be used.
    pub fn load(view: View<'_>) -> Result<Self, DeskError> {
        let office = store::load_office(view)?;
        if office.agency_code.is_empty() {
            return Err(DeskError::NoOffice);
        }
        Self::new(office, store::load_calendar(view)?)
    }

    /// The rules of an office with a calendar.
    ///
    /// # Errors
    /// [`DeskError::Invalid`] for a code pattern that cannot be used.
    pub fn new(office: Office, calendar: Calendar) -> Result<Self, DeskError> {
        let pattern = CodePattern::parse(&office.code_pattern)
            .map_err(|problem| Field::CodePattern.wrong(problem))?;
        Ok(Self { office, pattern, calendar })
    }

    /// The office's settings.
    #[must_use]
    pub fn office(&self) -> &Office {
        &self.office
    }

    /// The office's calendar.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// How the office's codes look.
    #[must_use]
    pub fn pattern(&self) -> &CodePattern {
        &self.pattern
    }

    /// Whether the office works on `day`.
    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        self.calendar.is_working(day)
    }

    /// The promise for a dossier received at `received` under `limit`, counted from the full
    /// minute: what a preview shows is what receiving at that moment stores.
    ///
    /// # Errors
    /// [`DeskError::NoWorkingDay`].
    pub fn promise(&self, received: OfficeTime, limit: Limit) -> Result<Due, DeskError> {
        let (received, hour) = (received.to_minute(), self.office.return_hour);
        due(&self.calendar, received, limit, hour).map_err(|error| match error {
            DueError::LimitOutOfRange(_) => {
                Field::Limit.wrong(Problem::OutOfRange { min: 1, max: LONGEST }).into()
            }
            DueError::NoWorkingDay(_) => DeskError::NoWorkingDay,
        })
    }
}
