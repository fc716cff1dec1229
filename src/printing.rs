//! The system's printers, and what waits for them.
//!
//! Printing goes through the system's own commands, `lp` and `lpstat` on Unix and the shell's print
//! verb on Windows, each with a time limit. The `printers` crate was looked at (2.3) and left: it
//! links libcups, so that the program would neither build nor start without it; on Windows it
//! hands a PDF's bytes to the printer as they are, which most office printers put out as pages of
//! signs; and neither of its calls can be given up when a print server does not answer. To open a
//! PDF the `open` crate tells the commands of each desktop, and they run under the same limit.

mod command;
mod cups;
mod error;
pub mod queue;
mod shell;
mod viewer;

use std::path::{Path, PathBuf};
use std::time::Duration;

pub use error::PrintError;

use crate::domain::office::PaperSize;

/// How long a command of the print system may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A printer the system knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// Its name.
    pub name: String,
    /// Whether the system takes it when none is named.
    pub is_default: bool,
}

/// How a file is to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintOptions {
    /// The printer's name; `None` for the system's own choice.
    pub printer: Option<String>,
    /// How many times.
    pub copies: u16,
    /// The size of the paper.
    pub paper: PaperSize,
}

/// The kinds of print systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// CUPS, on Linux and other Unix systems.
    Cups,
    /// The shell of Windows, which asks the program that opens PDF files.
    Windows,
}

/// A print system and how to reach it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintSystem {
    /// What kind it is.
    pub kind: Kind,
    /// The folder of its commands; `None` for the system's search path.
    pub folder: Option<PathBuf>,
    /// How long one command may take.
    pub limit: Duration,
}

impl Default for PrintSystem {
    /// The print system of this computer.
    fn default() -> Self {
        let kind = if cfg!(windows) { Kind::Windows } else { Kind::Cups };
        Self { kind, folder: None, limit: PATIENCE }
    }
}

impl PrintSystem {
    /// The printers, the default one first, then by name.
    ///
    /// # Errors
    /// [`PrintError::NoSystem`] and [`PrintError::TimedOut`].
    pub fn printers(&self) -> Result<Vec<Printer>, PrintError> {
        let mut printers = match self.kind {
            Kind::Cups => cups::printers(self),
            Kind::Windows => shell::printers(self),
        }?;
        printers.sort_by(|a, b| (!a.is_default, &a.name).cmp(&(!b.is_default, &b.name)));
        printers.dedup();
        Ok(printers)
    }

    /// Hands the PDF `file` to the print system. `Ok` means that the system has taken it and will
    /// print it when the printer is ready; on Windows, that the program for PDF files has.
    ///
    /// # Errors
    /// [`PrintError`]; nothing is printed then, unless the time was over.
    pub fn print(&self, file: &Path, options: &PrintOptions) -> Result<(), PrintError> {
        if !file.is_file() {
            return Err(PrintError::NoFile);
        }
        let options = PrintOptions { copies: options.copies.max(1), ..options.clone() };
        match self.kind {
            Kind::Cups => cups::print(self, file, &options),
            Kind::Windows => shell::print(self, file, &options),
        }
    }

    /// Opens `file` in the program the system opens such files with.
    ///
    /// # Errors
    /// [`PrintError::NoFile`] and [`PrintError::NoViewer`].
    pub fn open(&self, file: &Path) -> Result<(), PrintError> {
        if !file.is_file() {
            return Err(PrintError::NoFile);
        }
        viewer::open(self, file)
    }
}

/// The printers of this computer, the default one first. Waits for the system: not for the thread
/// that draws the window.
///
/// # Errors
/// As [`PrintSystem::printers`].
pub fn printers() -> Result<Vec<Printer>, PrintError> {
    PrintSystem::default().printers()
}

/// Prints `file` on this computer. Waits for the system, see [`printers`].
///
/// # Errors
/// As [`PrintSystem::print`].
pub fn print(file: &Path, options: &PrintOptions) -> Result<(), PrintError> {
    PrintSystem::default().print(file, options)
}

/// Opens `file` in the viewer of this computer. Waits for the system, see [`printers`].
///
/// # Errors
/// As [`PrintSystem::open`].
pub fn open(file: &Path) -> Result<(), PrintError> {
    PrintSystem::default().open(file)
}
