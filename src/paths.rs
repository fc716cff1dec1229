//! Where an office keeps its files: one folder, handed in from outside.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folder of one office and the places in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    data: PathBuf,
}

impl Paths {
    /// An office in a folder of its own.
    #[must_use]
    pub fn new(data: &Path) -> Self {
        Self { data: data.to_owned() }
    }

    /// The office of this user of this machine; `None` when the system names no home folder.
    #[must_use]
    pub fn of_user() -> Option<Self> {
        let dirs = ProjectDirs::from("vn", "", "motcua")?;
        Some(Self::new(dirs.data_dir()))
    }

    /// The office's folder.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The book.
    #[must_use]
    pub fn book(&self) -> PathBuf {
        self.data.join("book.motcua")
    }

    /// Where slips go when no file is named.
    #[must_use]
    pub fn slips(&self) -> PathBuf {
        self.data.join("slips")
    }

    /// Where backups go when no folder is named.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// What this counter's computer remembers.
    #[must_use]
    pub fn counter_settings(&self) -> PathBuf {
        self.data.join("counter.json")
    }

    /// What waits for a printer.
    #[must_use]
    pub fn queue(&self) -> PathBuf {
        self.data.join("queue")
    }

    /// The log: acts and errors, never personal data.
    #[must_use]
    pub fn log(&self) -> PathBuf {
        self.data.join("motcua.log")
    }
}
