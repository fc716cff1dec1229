//! Taking in catalogue and calendar files.

use std::path::Path;

use serde_json::json;

use super::catalogue::{
    CalendarRows, CatalogueImport, ImportTerms, read_calendar, read_procedures,
};
use super::error::DeskError;
use crate::domain::procedure::Procedure;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Db, Stamp, Tx};

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
    let (added, _) = db.transact(stamp, |tx| {
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

/// Takes in a calendar file: days off, swapped days, office hours.
///
/// # Errors
/// [`DeskError::Catalogue`] naming the row.
pub fn import_calendar(
    db: &mut Db,
    file: &Path,
    officer: &str,
    now: OfficeTime,
) -> Result<CalendarRows, DeskError> {
    let rows = read_calendar(file)?;
    let stamp = Stamp { act: Act::ImportCalendar, actor: officer.to_owned(), at: now };
    let ((), _) = db.transact(stamp, |tx| {
        put_calendar(tx, &rows)?;
        let (days, hours) = (rows.days.len(), rows.hours.len());
        tx.record(&name_of(file), &json!({ "days": days, "office_hours": hours }))?;
        Ok::<_, DeskError>(())
    })?;
    Ok(rows)
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
