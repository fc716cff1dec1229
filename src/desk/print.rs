//! Printing: a form counts as printed only after its PDF is on disk.

use std::path::Path;

use serde_json::json;

use super::error::DeskError;
use crate::domain::dossier::Dossier;
use crate::domain::office::PaperSize;
use crate::domain::time::OfficeTime;
use crate::files;
use crate::forms::{self, appointment_slip::appointment_slip};
use crate::store::{self, Act, Book, Stamp};

/// The journal's word for the appointment slip.
const APPOINTMENT_SLIP: &str = "appointment_slip";

/// Draws the appointment slip of `dossier`, writes it to `file`, and only then notes the print.
/// Answers which print of this slip it was, from 1. Without `paper` the office's size is used.
///
/// # Errors
/// [`DeskError::Form`] or [`DeskError::File`] when there is no PDF: the dossier stays received and
/// the slip unprinted.
pub fn print_slip(
    book: &Book,
    dossier: &Dossier,
    file: &Path,
    paper: Option<PaperSize>,
    officer: &str,
    now: OfficeTime,
) -> Result<i64, DeskError> {
    let office = book.run(|db| store::load_office(db.view()))??;
    let sheet = appointment_slip(dossier, &office, paper.unwrap_or(office.slip.paper));
    files::write_whole(file, &forms::pdf::to_pdf(&sheet, now)?)?;
    let stamp = Stamp { act: Act::Print, actor: officer.to_owned(), at: now };
    let (id, code) = (dossier.id, dossier.code.clone());
    let (copy, _) = book.run(move |db| {
        db.transact(stamp, |tx| {
            let copy = store::record_print(tx, id, APPOINTMENT_SLIP, "")?;
            tx.record(&code, &json!({ "form": APPOINTMENT_SLIP, "copy": copy }))?;
            Ok::<_, DeskError>(copy)
        })
    })??;
    Ok(copy)
}
