//! Registers and statistics: numbers first, then their paper or spreadsheet.

pub mod calendar;
pub mod register;

use thiserror::Error;

/// A report that could not be made.
#[derive(Debug, Error)]
pub enum ReportError {
    /// The spreadsheet library refused.
    #[error("xlsx: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The csv library refused.
    #[error("csv: {0}")]
    Csv(#[from] csv::Error),
}
