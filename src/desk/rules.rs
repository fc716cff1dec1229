//! The rules of one office: its settings, its codes, its calendar.

use chrono::NaiveDate;

use super::error::DeskError;
use crate::domain::calendar::Calendar;
use crate::domain::clock_start::{ClockStart, StartReason};
use crate::domain::code::CodePattern;
use crate::domain::deadline::{Due, DueError, due};
use crate::domain::form_style::{FormKind, FormStyle};
use crate::domain::invalid::{Field, Problem};
use crate::domain::limit::{LONGEST, Limit};
use crate::domain::office::Office;
use crate::domain::time::OfficeTime;
use crate::forms::style::usual;
use crate::store::{self, View};

/// What receiving needs to know of the office: read once, good until settings or calendar change.
#[derive(Debug, Clone)]
pub struct Rules {
    office: Office,
    pattern: CodePattern,
    calendar: Calendar,
    /// What was decided about the appointment slip, oldest first.
    slips: Vec<(NaiveDate, FormStyle)>,
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
        let slips = store::form_styles(view, FormKind::AppointmentSlip)?;
        Ok(Self { slips, ..Self::new(office, store::load_calendar(view)?)? })
    }

    /// The rules of an office with a calendar.
    ///
    /// # Errors
    /// [`DeskError::Invalid`] for a code pattern that cannot be used.
    pub fn new(office: Office, calendar: Calendar) -> Result<Self, DeskError> {
        let pattern = CodePattern::parse(&office.code_pattern)
            .map_err(|problem| Field::CodePattern.wrong(problem))?;
        Ok(Self { office, pattern, calendar, slips: Vec::new() })
    }

    /// The office's settings.
    #[must_use]
    pub fn office(&self) -> &Office {
        &self.office
    }

    /// How the appointment slip is printed on `day`.
    #[must_use]
    pub fn slip_on(&self, day: NaiveDate) -> FormStyle {
        let decided = self.slips.iter().rev().find(|(from, _)| *from <= day);
        decided.map_or_else(
            || usual(FormKind::AppointmentSlip, &self.office),
            |(_, style)| style.clone(),
        )
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

    /// From when the time of a dossier received at `received` counts, where that is not the receipt:
    /// what was `given`, or the opening of the next working day where the office counts from there.
    ///
    /// # Errors
    /// [`Field::ClockFrom`] for a start that cannot belong to the receipt; [`DeskError::NoWorkingDay`].
    pub fn start(
        &self,
        received: OfficeTime,
        given: Option<ClockStart>,
    ) -> Result<Option<ClockStart>, DeskError> {
        if let Some(start) = given {
            let checked =
                start.check(received).map_err(|problem| Field::ClockFrom.wrong(problem))?;
            return Ok((checked.at != received).then_some(checked));
        }
        let late = |until| received.time() > until || !self.calendar.is_working(received.date());
        let (date, time) = (received.date(), received.time());
        let closed = self.calendar.sessions(date).last().is_none_or(|last| last.closes < time);
        if !self.office.count_next_day_after.is_some_and(|until| late(until) || closed) {
            return Ok(None);
        }
        let opening = self.calendar.next_opening(date).ok_or(DeskError::NoWorkingDay)?;
        Ok(Some(ClockStart { at: opening, reason: StartReason::OutsideHours }))
    }

    /// The promise for a dossier whose time counts from `from` under `limit`, counted from the full
    /// minute: what a preview shows is what receiving at that moment stores.
    ///
    /// # Errors
    /// [`DeskError::NoWorkingDay`]; [`Field::Limit`] for a limit of no length; [`Field::AgreedAt`]
    /// where nothing was agreed, or a moment when no result can be handed over.
    pub fn promise(&self, from: OfficeTime, limit: Limit) -> Result<Due, DeskError> {
        let (from, hour) = (from.to_minute(), self.office.return_hour);
        due(&self.calendar, from, limit, hour).map_err(|error| match error {
            DueError::LimitOutOfRange(_) => {
                Field::Limit.wrong(Problem::OutOfRange { min: 1, max: LONGEST }).into()
            }
            DueError::NotAgreed => Field::AgreedAt.wrong(Problem::Missing).into(),
            DueError::AgreedOutside(_) => Field::AgreedAt.wrong(Problem::OutsideHours).into(),
            DueError::NoWorkingDay(_) => DeskError::NoWorkingDay,
        })
    }
}
