//! The papers that follow a change of the calendar: the list of calls, and the slips anew.

use std::path::Path;

use super::Moved;
use crate::desk::error::DeskError;
use crate::desk::print::print_slips;
use crate::domain::time::OfficeTime;
use crate::files;
use crate::forms::call_list::{Call, call_list};
use crate::forms::pdf::to_pdf;
use crate::store::{self, Book};

/// Draws the list by which the applicants of `moved` are called, and writes it to `file`; what stood
/// there is kept beside it.
///
/// # Errors
/// [`DeskError::Form`], [`DeskError::File`], [`DeskError::Store`].
pub fn print_calls(
    book: &Book,
    moved: &[Moved],
    reason: &str,
    file: &Path,
    officer: &str,
    now: OfficeTime,
) -> Result<(), DeskError> {
    let office = book.run(|db| store::load_office(db.view()))??;
    let calls: Vec<Call> = moved
        .iter()
        .map(|moved| Call {
            code: moved.code.clone(),
            applicant: moved.applicant.clone(),
            phone: moved.phone.clone(),
            procedure: moved.procedure.clone(),
            old: moved.old,
            new: moved.new,
        })
        .collect();
    let sheet = call_list(&calls, &office, reason, officer, now);
    files::write_beside(file, &to_pdf(&sheet, now)?)?;
    Ok(())
}

/// Prints the slips of all `moved` dossiers with their new promise into one `file`, as
/// [`print_slips`] does; those printed before say that they are reprints, and why. Answers which print
/// each was.
///
/// # Errors
/// As [`print_slips`].
pub fn print_moved_slips(
    book: &Book,
    moved: &[Moved],
    reason: &str,
    file: &Path,
    officer: &str,
    now: OfficeTime,
) -> Result<Vec<i64>, DeskError> {
    let codes: Vec<String> = moved.iter().map(|moved| moved.code.clone()).collect();
    let dossiers = book.run(move |db| {
        let found = codes.into_iter().map(|code| {
            store::dossier_by_code(db.view(), &code)?.ok_or(DeskError::NoDossier(code))
        });
        found.collect::<Result<Vec<_>, DeskError>>()
    })??;
    print_slips(book, &dossiers, file, None, Some(reason), officer, now)
}
