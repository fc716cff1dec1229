//! `calendar import`.

use serde_json::json;

use super::args::Calendar;
use super::output::Output;
use super::{Failure, Setting};
use crate::desk::import::import_calendar;
use crate::text;

pub(super) fn calendar(
    action: &Calendar,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let Calendar::Import { file } = action;
    let (file, officer, now) = (file.clone(), setting.officer.clone(), setting.now);
    let book = setting.book()?;
    let rows = book.run(move |db| import_calendar(db, &file, &officer, now))??;
    output.say(
        || json!({ "days": rows.days.len(), "office_hours": rows.hours.len() }),
        || text::calendar_imported(&rows),
    );
    Ok(())
}
