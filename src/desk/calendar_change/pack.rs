//! The calendar as another office can use it.

use super::edit::fault;
use crate::desk::error::DeskError;
use crate::domain::calendar::{OfficeHours, SpecialDay};
use crate::domain::calendar_fault::CalendarFault;
use crate::store::{self, View};

/// What is handed on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarPack {
    /// The days, by date.
    pub days: Vec<SpecialDay>,
    /// The office hours, by first day; none unless the office's own was asked for.
    pub hours: Vec<OfficeHours>,
}

/// The special days of `years`, estimates that are only computed among them; without years, all that
/// the book holds. The office's own closures and hours are handed on only with `all`.
///
/// # Errors
/// [`CalendarFault::YearOutOfYears`] for a year without a single day.
pub fn calendar_pack(view: View<'_>, years: &[i32], all: bool) -> Result<CalendarPack, DeskError> {
    let mut days = if years.is_empty() {
        store::special_days(view)?
    } else {
        let calendar = store::load_calendar(view)?;
        let mut years = years.to_vec();
        years.sort_unstable();
        years.dedup();
        let mut days = Vec::new();
        for year in years {
            let of_year = calendar.days_of(year);
            if of_year.is_empty() {
                return Err(fault(CalendarFault::YearOutOfYears(year)));
            }
            days.extend_from_slice(of_year);
        }
        days
    };
    days.retain(|day| all || day.is_national());
    let hours = if all { store::office_hours(view)? } else { Vec::new() };
    Ok(CalendarPack { days, hours })
}
