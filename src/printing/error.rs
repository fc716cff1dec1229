//! Why something was not printed or opened.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A print that did not happen. None of these holds the name of a file or a person.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintError {
    /// The computer has no print system, or it is not running.
    #[error("no print system")]
    NoSystem,
    /// No printer was named and the system has none of its own choice.
    #[error("no default printer")]
    NoPrinter,
    /// The system knows no printer of this name.
    #[error("no such printer: {0}")]
    UnknownPrinter(String),
    /// The file is not there.
    #[error("no such file")]
    NoFile,
    /// The system did not answer in time; it may yet print what it had already taken.
    #[error("the print system does not answer")]
    TimedOut,
    /// The system would not take it, and says why.
    #[error("refused: {0}")]
    Refused(String),
    /// No program on this computer prints PDF files by itself.
    #[error("no program prints PDF files")]
    NoPdfProgram,
    /// No program on this computer opens PDF files.
    #[error("no program opens PDF files")]
    NoViewer,
}
