//! A page that shows what a printer cuts off.

use std::path::Path;

use super::error::DeskError;
use crate::domain::time::OfficeTime;
use crate::files;
use crate::forms::pdf::to_pdf;
use crate::forms::test_page::test_page;
use crate::store::{self, Book};

/// Draws the test page for `printer`, empty for the system's own choice, on the office's paper and
/// writes it to `file`.
///
/// # Errors
/// [`DeskError::Form`], [`DeskError::File`], [`DeskError::Store`].
pub fn write_test_page(
    book: &Book,
    printer: &str,
    file: &Path,
    now: OfficeTime,
) -> Result<(), DeskError> {
    let office = book.run(|db| store::load_office(db.view()))??;
    let sheet = test_page(&office, printer, office.slip.paper, now);
    files::write_whole(file, &to_pdf(&sheet, now)?)?;
    Ok(())
}
