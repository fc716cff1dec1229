//! What this counter's computer remembers: its officer, its printers, how its window looks.
//!
//! Nothing here belongs to the office's book: another computer at another counter has its own.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::files::{self, FileError};

/// The smallest and the largest text, in percent.
pub const TEXT_PERCENT: (u16, u16) = (100, 175);

/// The most copies of one print.
const MOST_COPIES: u16 = 20;

/// The settings of one counter. Every field has a default, so that a file written by an older
/// program still reads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counter {
    /// Who sits here; empty until somebody has said so.
    pub officer: String,
    /// Which counter this is, "Counter 1"; empty until somebody has said so.
    pub counter: String,
    /// Light or dark.
    pub theme: Theme,
    /// The size of text in percent, 100 to 175.
    pub text_percent: u16,
    /// Where the window was when it was closed.
    pub window: Option<WindowPlace>,
    /// What happens to a slip once its dossier is received.
    pub after_receipt: AfterReceipt,
    /// Where appointment slips are printed.
    pub slip_printer: FormPrinter,
    /// Where receipts of results are printed.
    pub receipt_printer: FormPrinter,
    /// Where registers and lists are printed.
    pub list_printer: FormPrinter,
    /// Who was handed the last list of folders.
    pub handed_over_to: Holder,
    /// With which post office the last list was made.
    pub post: Holder,
    /// Where backups go; the office's own folder when none was chosen.
    pub backup_folder: Option<PathBuf>,
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

/// What happens to a slip once its dossier is received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum AfterReceipt {
    /// The system's viewer opens it.
    #[default]
    Open,
    /// It goes to the printer.
    Print,
    /// It only lies in the folder of slips.
    Nothing,
}

/// Where the window was, in logical points of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// The left edge.
    pub x: f32,
    /// The top edge.
    pub y: f32,
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
    /// Whether it filled the screen.
    #[serde(default)]
    pub maximised: bool,
}

/// Where one kind of paper is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FormPrinter {
    /// The printer's name; the system's own choice when there is none.
    pub printer: Option<String>,
    /// How many times each print is made, 1 to 20. The copies a slip has by itself come on top.
    pub copies: u16,
}

/// A division and its officer, or the post and its postman, as they were named last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Holder {
    /// The division; may be empty.
    pub unit: String,
    /// Its officer; may be empty.
    pub officer: String,
}

impl Default for Counter {
    fn default() -> Self {
        Self {
            officer: String::new(),
            counter: String::new(),
            theme: Theme::default(),
            text_percent: TEXT_PERCENT.0,
            window: None,
            after_receipt: AfterReceipt::default(),
            slip_printer: FormPrinter::default(),
            receipt_printer: FormPrinter::default(),
            list_printer: FormPrinter::default(),
            handed_over_to: Holder::default(),
            post: Holder::default(),
            backup_folder: None,
        }
    }
}

impl Default for FormPrinter {
    fn default() -> Self {
        Self { printer: None, copies: 1 }
    }
}

impl Counter {
    /// Reads the settings in `file`. Without a file there are the defaults; a file that makes no
    /// sense is put aside beside them, so that nothing somebody chose is thrown away.
    #[must_use]
    pub fn load(file: &Path) -> Self {
        let bytes = match fs::read(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                if error.kind() != io::ErrorKind::NotFound {
                    tracing::warn!(%error, "counter settings not read");
                }
                return Self::default();
            }
        };
        match serde_json::from_slice::<Self>(&bytes) {
            Ok(counter) => counter.within_reason(),
            Err(error) => {
                let line = error.line();
                tracing::warn!(line, "counter settings make no sense, put aside");
                if let Err(error) = files::put_aside(file) {
                    tracing::warn!(%error, "counter settings not put aside");
                }
                Self::default()
            }
        }
    }

    /// Writes the settings to `file`.
    ///
    /// # Errors
    /// [`FileError`] naming the file.
    pub fn save(&self, file: &Path) -> Result<(), FileError> {
        let counter = self.clone().within_reason();
        let mut text = serde_json::to_vec_pretty(&counter)
            .map_err(|error| FileError { path: file.to_owned(), source: error.into() })?;
        text.push(b'\n');
        files::write_whole(file, &text)
    }

    /// The same without values no window and no printer can follow.
    fn within_reason(mut self) -> Self {
        self.text_percent = self.text_percent.clamp(TEXT_PERCENT.0, TEXT_PERCENT.1);
        for printer in [&mut self.slip_printer, &mut self.receipt_printer, &mut self.list_printer] {
            printer.copies = printer.copies.clamp(1, MOST_COPIES);
        }
        self.window = self.window.filter(|place| {
            let WindowPlace { x, y, width, height, .. } = *place;
            [x, y, width, height].iter().all(|length| length.is_finite())
                && width >= 1.0
                && height >= 1.0
        });
        self
    }
}
