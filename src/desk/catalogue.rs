//! Catalogue and calendar files: procedures, papers replaced by data, days off and office hours.
//!
//! [`read_procedures`] reads an office's own list, [`shipped_procedures`] the one that comes with the
//! program; [`read_calendar`] and [`replaced_papers`] read the other two kinds. All of them take
//! CSV (UTF-8), XLSX or JSON, find the columns by their heads, and either answer everything or name
//! the row that stands in the way: a list is never taken in half.

mod calendar;
mod papers;
mod procedures;
mod processes;
mod sheet;
mod table;
mod week;

use std::io;
use std::path::PathBuf;

use chrono::NaiveDate;
use thiserror::Error;

pub use calendar::{CalendarRows, calendar_rows, read_calendar, shipped_calendar};
pub use papers::{replaced_papers, shipped_replaced_papers};
pub use procedures::{CatalogueImport, ImportTerms, read_procedures, shipped_procedures};
pub use processes::read_processes;
pub use week::session_of;

use crate::domain::invalid::Problem;

/// The most rows one file may have; a whole province publishes about 2,500 procedures.
pub const MAX_ROWS: usize = 20_000;

/// The most bytes one file may have; a workbook is measured unpacked.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// The most characters one cell may have.
pub const MAX_CELL: usize = 20_000;

/// Why a file cannot be taken in.
///
/// Rows are counted as a spreadsheet shows them, the head being row 1; in JSON the first object is
/// row 1.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CatalogueError {
    /// The file cannot be opened or read.
    #[error("{path}: {source}", path = path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// More than [`MAX_BYTES`].
    #[error("file larger than {max} bytes")]
    TooLarge {
        /// The most bytes allowed.
        max: u64,
    },
    /// More than [`MAX_ROWS`].
    #[error("more than {max} rows")]
    TooManyRows {
        /// The most rows allowed.
        max: usize,
    },
    /// No head, or no row below it.
    #[error("no rows")]
    Empty,
    /// Text in UTF-16 or in an old Vietnamese encoding instead of UTF-8.
    #[error("row {row}: not UTF-8")]
    NotUtf8 {
        /// The first row that cannot be read.
        row: usize,
    },
    /// A workbook of Excel 97–2003 or one locked by a password.
    #[error("old or locked workbook")]
    OldOrLockedWorkbook,
    /// A workbook that is damaged or none at all.
    #[error("workbook: {reason}")]
    Workbook {
        /// What the reader says.
        reason: String,
    },
    /// JSON that is damaged or no array of flat objects.
    #[error("JSON, line {line}: {reason}")]
    Json {
        /// The line where reading stopped.
        line: usize,
        /// What the reader says.
        reason: String,
    },
    /// Columns that the file must have and has not.
    #[error("missing columns: {}", missing.join(", "))]
    MissingColumns {
        /// Their English heads.
        missing: Vec<&'static str>,
    },
    /// Two heads that mean the same column.
    #[error("column {column} twice")]
    DuplicateColumn {
        /// Its English head.
        column: &'static str,
    },
    /// A row with more or fewer cells than the head, most often an unquoted separator.
    #[error("row {row}: {found} cells, head has {expected}")]
    Ragged {
        /// The row.
        row: usize,
        /// Cells found.
        found: usize,
        /// Cells of the head.
        expected: usize,
    },
    /// A cell that cannot be accepted.
    #[error("row {row}, column {column}: {problem:?}")]
    Cell {
        /// The row.
        row: usize,
        /// The English head of the column.
        column: &'static str,
        /// What is wrong with the value.
        problem: Problem,
    },
    /// A process with more steps than one may have.
    #[error("row {row}: more than {max} steps")]
    TooManySteps {
        /// The row of the first step too many.
        row: usize,
        /// The most steps allowed.
        max: usize,
    },
    /// One procedure twice, with or without a province's suffix.
    #[error("procedure {code} in rows {first} and {second}")]
    DuplicateCode {
        /// The national code.
        code: String,
        /// The earlier row.
        first: usize,
        /// The later row.
        second: usize,
    },
    /// One day twice among the days, or among the beginnings of office hours.
    #[error("{date} in rows {first} and {second}")]
    DuplicateDate {
        /// The day.
        date: NaiveDate,
        /// The earlier row.
        first: usize,
        /// The later row.
        second: usize,
    },
    /// A season of office hours without the row of those hours.
    #[error("row {row}: season without hours from {date}")]
    SeasonAlone {
        /// The row.
        row: usize,
        /// From when the hours would be in force.
        date: NaiveDate,
    },
}
