//! `calendar import` and `due`.

use serde_json::json;

use super::args::{Calendar, Due};
use super::output::{Output, days};
use super::{Failure, Setting};
use crate::desk::DeskError;
use crate::desk::import::import_calendar;
use crate::desk::receive::Rules;
use crate::desk::set_up::shipped_rules;
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

/// The due date by the office's own calendar, or by the shipped one where there is no office yet.
pub(super) fn due(args: &Due, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let limit = args.limit().map_err(DeskError::from)?;
    let received = args.from.unwrap_or(setting.now).to_minute();
    let rules = if setting.paths.book().exists() {
        setting.book()?.run(|db| Rules::load(db.view()))??
    } else {
        shipped_rules()?
    };
    let due = rules.promise(received, limit)?;
    output.say(
        || {
            json!({
                "received_at": received, "limit": limit, "due_at": due.at, "days": days(&due),
                "beyond_calendar": due.beyond_calendar,
            })
        },
        || text::promise(received, limit, &due, args.explain),
    );
    Ok(())
}
