//! The register as a file for other programs: it holds everybody's data, so that the journal tells who
//! took it out of the book.

use std::path::Path;

use chrono::{Datelike, NaiveDate};
use serde_json::json;

use super::error::DeskError;
use super::role::{acting, require_role};
use crate::domain::form_style::FormKind;
use crate::domain::invalid::{Field, Problem};
use crate::domain::office::Office;
use crate::domain::register_line::RegisterLine;
use crate::domain::time::OfficeTime;
use crate::files;
use crate::store::{self, Act, Book, Stamp};

/// Writes the register of the dossiers received from `from` to `to` to `file`, with the bytes that
/// `draw` makes of it, and notes it when they are on disk. Answers how many dossiers stand there.
///
/// # Errors
/// [`Field::Period`] for days that run backwards; [`DeskError::NotYours`]; [`DeskError::File`]; and
/// whatever `draw` refuses.
pub fn export_register<E: From<DeskError>>(
    book: &Book,
    (from, to): (NaiveDate, NaiveDate),
    file: &Path,
    officer: &str,
    now: OfficeTime,
    draw: impl FnOnce(&[RegisterLine], &Office) -> Result<Vec<u8>, E>,
) -> Result<usize, E> {
    if to < from {
        return Err(DeskError::from(Field::Period.wrong(Problem::Conflict)).into());
    }
    let actor = officer.to_owned();
    let read = book.run(move |db| {
        let _ = require_role(db.view(), &actor, Act::Print)?;
        let office = store::load_office(db.view())?;
        Ok::<_, DeskError>((office, store::register_rows(db.view(), from, to)?))
    });
    let (office, rows) = read.map_err(DeskError::from)??;
    let bytes = draw(&rows, &office)?;
    files::write_whole(file, &bytes).map_err(DeskError::from)?;
    let dossiers = rows.len();
    let stamp = Stamp { act: Act::Print, actor: officer.to_owned(), at: now };
    let noted = book.run(move |db| {
        // Not a print of pages: those that follow do not go on behind it.
        let detail = json!({
            "file": FormKind::Register.word(), "from": from, "to": to, "dossiers": dossiers,
        });
        acting(db, stamp, |tx| Ok(tx.record(&from.year().to_string(), &detail)?))
    });
    let _ = noted.map_err(DeskError::from)??;
    Ok(dossiers)
}
