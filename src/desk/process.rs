//! Processes of procedures: taken in from a file, or typed for one procedure.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::json;

use super::catalogue::read_processes;
use super::error::DeskError;
use super::role::acting;
use crate::domain::invalid::{Field, Problem};
use crate::domain::line::required_line;
use crate::domain::procedure::{base_code, normal_code};
use crate::domain::process::{LONGEST_NAME, Process, parse_steps};
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Changed, Db, Stamp, StoredProcess, View};

/// What an import of processes did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessesImported {
    /// The processes of the file, in its order.
    pub processes: Vec<Process>,
    /// How many of them were new or changed, each a new version.
    pub added: usize,
    /// National codes of the file that the catalogue does not know.
    pub unknown: Vec<String>,
}

/// Takes in a file of processes: csv, xlsx or json; those without a day of their own are in force
/// from `effective`. Either all of it is in the book, or nothing.
///
/// # Errors
/// [`DeskError::Catalogue`] naming the row.
pub fn import_processes(
    db: &mut Db,
    file: &Path,
    effective: NaiveDate,
    officer: &str,
    now: OfficeTime,
) -> Result<ProcessesImported, DeskError> {
    let processes = read_processes(file, effective)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let stamp = Stamp { act: Act::ImportProcesses, actor: officer.to_owned(), at: now };
    let ((added, unknown), _) = acting(db, stamp, |tx| {
        let (mut added, mut unknown) = (0, Vec::new());
        for process in &processes {
            added += usize::from(store::put_process(tx, process)?);
            let code = &process.base_code;
            if !unknown.contains(code) && !store::knows_procedure(tx.view(), code)? {
                unknown.push(code.clone());
            }
        }
        tx.record(&name, &json!({ "processes": processes.len(), "added": added }))?;
        Ok::<_, DeskError>((added, unknown))
    })?;
    Ok(ProcessesImported { processes, added, unknown })
}

/// A process as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessForm {
    /// The procedure's code.
    pub procedure: String,
    /// The process's own number.
    pub name: String,
    /// Its steps, a line each, as [`parse_steps`] reads them.
    pub steps: String,
    /// First day in force.
    pub in_force_from: NaiveDate,
}

/// A process that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessSet {
    /// The process.
    pub process: Process,
    /// Whether it is a new version: one that says the same is not written again.
    pub added: bool,
    /// What the write changed.
    pub changed: Changed,
}

/// Writes the process of one procedure as a new version.
///
/// # Errors
/// [`DeskError::Invalid`] for an unknown procedure and for a name that cannot be accepted;
/// [`DeskError::Steps`] for the steps, each fault with its line.
pub fn set_process(
    db: &mut Db,
    form: &ProcessForm,
    officer: &str,
    now: OfficeTime,
) -> Result<ProcessSet, DeskError> {
    let unknown = || DeskError::from(Field::Procedure.wrong(Problem::UnknownProcedure));
    let code = normal_code(&form.procedure).map_err(|_| unknown())?;
    let name = required_line(&form.name, LONGEST_NAME)
        .map_err(|problem| Field::ProcessName.wrong(problem))?;
    let process = Process {
        name,
        base_code: base_code(&code).to_owned(),
        steps: parse_steps(&form.steps).map_err(DeskError::Steps)?,
        in_force_from: form.in_force_from,
    };
    let stamp = Stamp { act: Act::SetProcess, actor: officer.to_owned(), at: now };
    let (added, changed) = acting(db, stamp, |tx| {
        if !store::knows_procedure(tx.view(), &code)? {
            return Err(unknown());
        }
        let added = store::put_process(tx, &process)?;
        let detail = json!({ "steps": process.steps.len(), "added": added });
        tx.record(&process.base_code, &detail)?;
        Ok(added)
    })?;
    Ok(ProcessSet { process, added, changed })
}

/// The process of the procedure `code` in force on `day`, if it has one.
///
/// # Errors
/// [`DeskError::Invalid`] for a procedure that the catalogue does not know.
pub fn process_on(
    view: View<'_>,
    code: &str,
    day: NaiveDate,
) -> Result<Option<Process>, DeskError> {
    let unknown = || DeskError::from(Field::Procedure.wrong(Problem::UnknownProcedure));
    let code = normal_code(code).map_err(|_| unknown())?;
    if !store::knows_procedure(view, &code)? {
        return Err(unknown());
    }
    let found = store::process_in_force(view, &code, day)?;
    Ok(found.map(|StoredProcess { process, .. }| process))
}
