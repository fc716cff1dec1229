//! Telling after which hour of the day a dossier counts from the next working day.

use chrono::NaiveTime;
use serde_json::json;

use super::day_form::read_hour;
use super::error::DeskError;
use super::role::acting;
use crate::domain::invalid::{Field, Invalid, Problem};
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Changed, Db, Stamp};

/// The hour as typed: `16:00`; nothing typed is no such hour.
///
/// # Errors
/// [`Field::ClockFrom`] for what is no hour of the day.
pub fn hour_of(typed: &str) -> Result<Option<NaiveTime>, Invalid> {
    match typed.trim() {
        "" => Ok(None),
        typed => match read_hour(typed) {
            Some(hour) => Ok(Some(hour)),
            None => Err(Field::ClockFrom.wrong(Problem::NotUnderstood)),
        },
    }
}

/// Writes the hour into the office's settings; dossiers that were received keep their promises.
///
/// # Errors
/// [`DeskError::Store`] when the book refuses.
pub fn set_count_next_day_after(
    db: &mut Db,
    hour: Option<NaiveTime>,
    officer: &str,
    now: OfficeTime,
) -> Result<Changed, DeskError> {
    let stamp = Stamp { act: Act::SetOffice, actor: officer.to_owned(), at: now };
    let ((), changed) = acting(db, stamp, |tx| {
        let mut office = store::load_office(tx.view())?;
        office.count_next_day_after = hour;
        store::save_office(tx, &office)?;
        let told = hour.map(|hour| hour.format("%H:%M").to_string());
        tx.record(&office.agency_code, &json!({ "count_next_day_after": told }))?;
        Ok::<_, DeskError>(())
    })?;
    Ok(changed)
}
