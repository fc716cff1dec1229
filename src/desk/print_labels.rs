//! Printing what nobody signs: labels of folders and trays, the notice of a procedure.

use std::path::Path;

use super::error::DeskError;
use super::form_style::style_on;
use super::receive::show;
use super::role::require_role;
use crate::domain::dossier::Dossier;
use crate::domain::form_style::FormKind;
use crate::domain::invalid::{Field, Problem};
use crate::domain::procedure::Procedure;
use crate::domain::time::OfficeTime;
use crate::domain::tray::{TRAY_PREFIX, parse_tray};
use crate::files;
use crate::forms::labels::{CELLS, Label, labels};
use crate::forms::mark::SlipMark;
use crate::forms::pdf::to_pdf;
use crate::forms::poster::poster;
use crate::store::{self, Act, Book};

/// Draws the labels of the folders with these codes, the first one in `first_cell` of a sheet, and
/// writes them to `file`. Answers how many there are.
///
/// # Errors
/// [`Field::FirstCell`] outside 1 to [`CELLS`]; [`Field::DossierCode`] without a code;
/// [`DeskError::NoDossier`]; [`DeskError::Form`], [`DeskError::File`].
pub fn print_labels(
    book: &Book,
    codes: &[String],
    first_cell: usize,
    file: &Path,
    officer: &str,
    now: OfficeTime,
) -> Result<usize, DeskError> {
    if codes.is_empty() {
        return Err(Field::DossierCode.wrong(Problem::Empty).into());
    }
    let codes = codes.to_vec();
    let dossiers = book.run(move |db| {
        let dossiers = codes.iter().map(|code| show(db.view(), code));
        dossiers.collect::<Result<Vec<Dossier>, _>>()
    })??;
    let label = |dossier: Dossier| Label::Folder {
        code: dossier.code,
        applicant: dossier.applicant.name,
        procedure: dossier.procedure.name,
        due_at: dossier.due.at,
    };
    let all: Vec<Label> = dossiers.into_iter().map(label).collect();
    write(book, &all, first_cell, file, (officer, now))
}

/// Draws the labels of these trays as [`print_labels`] does of folders.
///
/// # Errors
/// As [`print_labels`], and [`Field::Tray`].
pub fn print_tray_labels(
    book: &Book,
    trays: &[String],
    first_cell: usize,
    file: &Path,
    officer: &str,
    now: OfficeTime,
) -> Result<usize, DeskError> {
    let tray = |text: &String| {
        let name = parse_tray(text).ok_or_else(|| Field::Tray.wrong(Problem::NotUnderstood))?;
        let code = format!("{TRAY_PREFIX}{name}");
        Ok::<_, DeskError>(Label::Tray { name, code })
    };
    let trays = trays.iter().map(tray).collect::<Result<Vec<Label>, _>>()?;
    if trays.is_empty() {
        return Err(Field::Tray.wrong(Problem::Empty).into());
    }
    write(book, &trays, first_cell, file, (officer, now))
}

fn write(
    book: &Book,
    all: &[Label],
    first_cell: usize,
    file: &Path,
    (officer, now): (&str, OfficeTime),
) -> Result<usize, DeskError> {
    if !(1..=CELLS).contains(&first_cell) {
        let max = u32::try_from(CELLS).unwrap_or(u32::MAX);
        return Err(Field::FirstCell.wrong(Problem::OutOfRange { min: 1, max }).into());
    }
    let actor = officer.to_owned();
    let office = book.run(move |db| {
        let _ = require_role(db.view(), &actor, Act::Print)?;
        Ok::<_, DeskError>(store::load_office(db.view())?)
    })??;
    let sheet = labels(all, first_cell, &office);
    files::write_beside(file, &to_pdf(&sheet, now)?)?;
    Ok(all.len())
}

/// Draws the notice of the procedure `code` as it is in force on the day of `now`, and writes it to
/// `file`. Answers the procedure.
///
/// # Errors
/// [`Field::Procedure`] for one that is unknown or abolished; [`DeskError::Form`],
/// [`DeskError::File`].
pub fn print_poster(
    book: &Book,
    code: &str,
    file: &Path,
    officer: &str,
    now: OfficeTime,
) -> Result<Procedure, DeskError> {
    let (code, actor) = (code.to_owned(), officer.to_owned());
    let (office, style, procedure) = book.run(move |db| {
        let view = db.view();
        let _ = require_role(view, &actor, Act::Print)?;
        let procedure = super::receive::offered(view, &code, now.date())?.procedure;
        let office = store::load_office(view)?;
        let style = style_on(view, FormKind::Poster, &office, now.date())?;
        Ok::<_, DeskError>((office, style, procedure))
    })??;
    let sheet = poster(&procedure, &office, &style, now.date(), &SlipMark::default());
    files::write_beside(file, &to_pdf(&sheet, now)?)?;
    Ok(procedure)
}
