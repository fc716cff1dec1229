//! Taking in catalogue and calendar files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{Datelike, NaiveDate};
use serde_json::json;

use super::calendar_change::{CalendarEdit, Mention, plan, what_if, write};
use super::role::acting;

use super::catalogue::{
    CalendarRows, CatalogueImport, ImportTerms, read_calendar, read_procedures,
};
use super::error::DeskError;
use crate::domain::calendar::{DayKind, Origin, SpecialDay};
use crate::domain::procedure::Procedure;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Db, Stamp, Tx, View};

/// What an import of procedures did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProceduresImported {
    /// What the file held.
    pub file: CatalogueImport,
    /// How many of them were new or changed, each a new version.
    pub added: usize,
}

/// Takes in a catalogue file: csv, xlsx or json. Either all of it is in the book, or nothing.
///
/// # Errors
/// [`DeskError::Catalogue`] naming the row.
pub fn import_procedures(
    db: &mut Db,
    file: &Path,
    terms: &ImportTerms,
    officer: &str,
    now: OfficeTime,
) -> Result<ProceduresImported, DeskError> {
    let import = read_procedures(file, terms)?;
    let stamp = Stamp { act: Act::ImportProcedures, actor: officer.to_owned(), at: now };
    let (added, _) = acting(db, stamp, |tx| {
        let added = put_catalogue(tx, &import.procedures)?;
        tx.record(&name_of(file), &json!({ "rows": import.procedures.len(), "added": added }))?;
        Ok::<_, DeskError>(added)
    })?;
    Ok(ProceduresImported { file: import, added })
}

/// Writes every procedure that is new or differs from its newest version; answers how many.
pub(super) fn put_catalogue(tx: &Tx<'_>, procedures: &[Procedure]) -> Result<usize, DeskError> {
    let mut added = 0;
    for procedure in procedures {
        added += usize::from(store::put_procedure(tx, procedure)?);
    }
    Ok(added)
}

/// What an import of a calendar did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarImported {
    /// What the file held.
    pub rows: CalendarRows,
    /// How many open dossiers the new calendar promises for another moment; none of them was moved.
    pub would_move: usize,
}

/// Takes in a calendar file: days off, swapped days, closures, office hours. No promise moves.
///
/// # Errors
/// [`DeskError::Catalogue`] naming the row; [`DeskError::Invalid`] for a calendar that cannot be.
pub fn import_calendar(
    db: &mut Db,
    file: &Path,
    officer: &str,
    now: OfficeTime,
) -> Result<CalendarImported, DeskError> {
    let rows = read_calendar(file)?;
    let edit = calendar_edit(db.view(), &rows)?;
    let would_move = what_if(db.view(), &edit, &mut |_, _| true)?.unwrap_or_default().moved.len();
    let stamp = Stamp { act: Act::ImportCalendar, actor: officer.to_owned(), at: now };
    let ((), _) = acting(db, stamp, |tx| {
        let plan = plan(tx.view(), &edit)?;
        let detail = json!({ "days": rows.days.len(), "office_hours": rows.hours.len() });
        write(tx, &plan, &Mention { subject: &name_of(file), detail: &detail })
    })?;
    Ok(CalendarImported { rows, would_move })
}

/// The change of the calendar that a file asks for.
///
/// A file that gives New Year's Day and 2 September of a year as official is that year's calendar: the
/// year's other national days are removed. What the office itself closed stays, but on a day that the
/// file gives off.
///
/// # Errors
/// [`DeskError::Store`] when the book cannot be read.
pub fn calendar_edit(view: View<'_>, rows: &CalendarRows) -> Result<CalendarEdit, DeskError> {
    let calendar = store::load_calendar(view)?;
    let closed_by_office = |date| {
        calendar
            .special_day(date)
            .is_some_and(|day| !day.is_national() && day.kind != DayKind::Work)
    };
    let mut put = rows.days.clone();
    put.retain(|day| {
        !(day.kind == DayKind::Work && day.is_national() && closed_by_office(day.date))
    });
    let given: BTreeMap<NaiveDate, &SpecialDay> =
        rows.days.iter().map(|day| (day.date, day)).collect();
    let official = |year: &i32| {
        [(1, 1), (9, 2)].into_iter().all(|(month, day)| {
            let date = NaiveDate::from_ymd_opt(*year, month, day);
            date.and_then(|date| given.get(&date))
                .is_some_and(|day| (day.kind, day.origin) == (DayKind::Off, Origin::Notice))
        })
    };
    let years: BTreeSet<i32> = given.keys().map(Datelike::year).filter(official).collect();
    let of_years = years.into_iter().flat_map(|year| calendar.days_of(year));
    let others = of_years.filter(|day| day.is_national() && !given.contains_key(&day.date));
    let remove = others.map(|day| day.date).collect();
    Ok(CalendarEdit { put, remove, hours: rows.hours.clone(), ..CalendarEdit::default() })
}

/// Writes days and office hours; the calendar must still be one that works.
pub(super) fn put_calendar(tx: &Tx<'_>, rows: &CalendarRows) -> Result<(), DeskError> {
    for day in &rows.days {
        store::put_special_day(tx, day)?;
    }
    for hours in &rows.hours {
        store::put_office_hours(tx, hours)?;
    }
    let _ = store::load_calendar(tx.view())?;
    Ok(())
}

/// A file's own name, for the journal.
fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
