//! Closing the register of a year: nothing more goes in (Circular 01/2018/TT-VPCP art. 10).

use chrono::{Datelike, NaiveDate};
use serde_json::json;

use super::error::DeskError;
use super::role::acting;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Changed, Db, RegisterClose, Stamp};

/// Closes the register of `year`, for good: after the office has closed on its last day, when nothing
/// can come in any more.
///
/// # Errors
/// [`DeskError::YearNotOver`]; [`DeskError::RegisterClosed`]; [`DeskError::EmptyRegister`].
pub fn close_year(
    db: &mut Db,
    year: i32,
    officer: &str,
    now: OfficeTime,
) -> Result<(RegisterClose, Changed), DeskError> {
    let stamp = Stamp { act: Act::CloseRegister, actor: officer.to_owned(), at: now };
    acting(db, stamp, |tx| {
        require_over(tx.view(), year, now)?;
        if store::register_close(tx.view(), year)?.is_some() {
            return Err(DeskError::RegisterClosed(year));
        }
        let dossiers = store::close_register(tx, year)?;
        if dossiers == 0 {
            return Err(DeskError::EmptyRegister(year));
        }
        tx.record(&year.to_string(), &json!({ "dossiers": dossiers }))?;
        let closed = store::register_close(tx.view(), year)?;
        closed.ok_or(DeskError::RegisterClosed(year))
    })
}

/// Refuses to close a year while the office may still receive in it.
pub(super) fn require_over(
    view: store::View<'_>,
    year: i32,
    now: OfficeTime,
) -> Result<(), DeskError> {
    let Some(last) = NaiveDate::from_ymd_opt(year, 12, 31) else {
        return Err(DeskError::YearNotOver(year));
    };
    let calendar = store::load_calendar(view)?;
    let sessions = calendar.sessions(last).iter().chain(calendar.reception(last));
    let shut = sessions.map(|session| session.closes).max();
    let over =
        now.date() > last || (now.date() == last && shut.is_none_or(|shut| now.time() >= shut));
    if over { Ok(()) } else { Err(DeskError::YearNotOver(year)) }
}

/// Refuses a receipt on a day whose register is closed.
pub(super) fn require_open(view: store::View<'_>, day: NaiveDate) -> Result<(), DeskError> {
    match store::register_close(view, day.year())? {
        Some(_) => Err(DeskError::RegisterClosed(day.year())),
        None => Ok(()),
    }
}
