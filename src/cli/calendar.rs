//! `calendar import`, `show` and `export`.

use chrono::Datelike;
use serde_json::{Value, json};

use super::args::{Calendar, CalendarExport};
use super::output::{Output, path, to_value};
use super::{Failure, Setting, calendar_change};
use crate::desk::DeskError;
use crate::desk::calendar_change::{calendar_pack, calendar_warning};
use crate::desk::import::import_calendar;
use crate::domain::calendar::{DayKind, OfficeHours, SpecialDay};
use crate::files;
use crate::reports::calendar as report;
use crate::reports::register::Kind;
use crate::store;
use crate::text;

pub(super) fn calendar(
    action: &Calendar,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    match action {
        Calendar::Import { file } => {
            let (file, officer, now) = (file.clone(), setting.officer.clone(), setting.now);
            let book = setting.book()?;
            let done = book.run(move |db| import_calendar(db, &file, &officer, now))??;
            output.say(
                || {
                    json!({
                        "days": done.rows.days.len(), "office_hours": done.rows.hours.len(),
                        "would_move": done.would_move,
                    })
                },
                || text::calendar_imported(&done),
            );
            Ok(())
        }
        Calendar::Show { year } => show(*year, setting, output),
        Calendar::WhatIf(edit) => calendar_change::what_if(edit, setting, output),
        Calendar::Change(change) => calendar_change::change(change, setting, output),
        Calendar::Export(args) => export(args, setting, output),
    }
}

fn show(year: Option<i32>, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let today = setting.now.date();
    let years = year.map_or_else(|| vec![today.year(), today.year() + 1], |year| vec![year]);
    let (calendar, warning) = setting.book()?.run(move |db| {
        let calendar = store::load_calendar(db.view())?;
        Ok::<_, DeskError>((calendar, calendar_warning(db.view(), today)?))
    })??;
    output.say(
        || {
            let each = years.iter().map(|year| {
                let days: Vec<Value> = calendar.days_of(*year).iter().map(special_day).collect();
                json!({ "year": year, "official": calendar.is_official(*year), "days": days })
            });
            json!({
                "years": each.collect::<Vec<_>>(),
                "office_hours": calendar.hours().iter().map(hours).collect::<Vec<_>>(),
                "year_without_notice": warning.map(|warning| warning.year),
            })
        },
        || text::calendar(&calendar, &years, warning),
    );
    Ok(())
}

fn special_day(day: &SpecialDay) -> Value {
    let (kind, closed) = match day.kind {
        DayKind::Off => ("off", None),
        DayKind::Work => ("work", None),
        DayKind::Closed(session) => ("closed", Some(session)),
    };
    json!({
        "date": day.date, "kind": kind, "closed": closed, "name": day.name, "origin": day.origin,
        "source": day.source,
    })
}

fn hours(set: &OfficeHours) -> Value {
    to_value(set)
}

fn export(
    args: &CalendarExport,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let kind =
        Kind::of_file(&args.file).ok_or_else(|| Failure::Usage(text::pack_kind(&args.file)))?;
    let (years, all) = (args.year.clone(), args.all);
    let pack = setting.book()?.run(move |db| calendar_pack(db.view(), &years, all))??;
    let bytes = report::write(kind, &pack.days, &pack.hours)?;
    files::write_whole(&args.file, &bytes).map_err(DeskError::from)?;
    let (days, hours) = (pack.days.len(), pack.hours.len());
    output.say(
        || json!({ "file": path(&args.file), "days": days, "office_hours": hours }),
        || text::calendar_exported(&args.file, days, hours),
    );
    Ok(())
}
