//! An office on disk: opening its book with everything that belongs to it, and making a new one.

use std::fs;
use std::path::{Path, PathBuf};

use crate::desk::DeskError;
use crate::desk::set_up::set_up;
use crate::domain::office::Office;
use crate::domain::time::OfficeTime;
use crate::files;
use crate::log;
use crate::paths::Paths;
use crate::store::{self, Book, StoreError};

/// Opens the office's book, begins its log and sweeps away what a power cut left unfinished.
///
/// # Errors
/// As [`Book::open`].
pub fn open(paths: &Paths) -> Result<Book, StoreError> {
    let book = Book::open(&paths.book())?;
    log::start(&paths.log());
    for folder in [paths.data(), &paths.slips(), &paths.backups(), &paths.queue()] {
        files::sweep(folder);
    }
    Ok(book)
}

/// Makes the book of a new office with all that belongs into it, and opens it.
///
/// # Errors
/// As [`store::create_with`] and [`set_up`].
pub fn make(
    paths: &Paths,
    office: &Office,
    officer: &str,
    now: OfficeTime,
) -> Result<Book, DeskError> {
    store::create_with(&paths.book(), |db| set_up(db, office, officer, now))?;
    Ok(open(paths)?)
}

/// The newest backup in the office's own folder.
#[must_use]
pub fn newest_backup(paths: &Paths) -> Option<PathBuf> {
    newest_backup_in(&paths.backups())
}

/// The newest backup in `folder`: their names carry their moments.
#[must_use]
pub fn newest_backup_in(folder: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?;
    let named = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(BACKUP) && name.ends_with(".motcua")
    };
    entries.flatten().map(|entry| entry.path()).filter(named).max()
}

/// What the name of a backup begins with.
const BACKUP: &str = "motcua-";

/// When a backup was made, "11:30 23/11", from its name `motcua-2026-11-23-113000.motcua`.
#[must_use]
pub fn backup_time(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let part = |from: usize, to: usize| name.get(BACKUP.len() + from..BACKUP.len() + to);
    match (part(5, 7), part(8, 10), part(11, 13), part(13, 15)) {
        (Some(month), Some(day), Some(hour), Some(minute)) => {
            format!("{hour}:{minute} {day}/{month}")
        }
        _ => name,
    }
}

/// Puts a copy of `backup` in the place of a book that cannot be opened. The book is not deleted: it
/// stays beside under a name that says when it was put aside.
///
/// # Errors
/// Whatever is wrong with the backup itself, which is opened first; [`StoreError::Locked`] while
/// somebody has the book open; the usual troubles of the disk.
pub fn restore(paths: &Paths, backup: &Path, now: OfficeTime) -> Result<(), StoreError> {
    let book = paths.book();
    store::replace(&book, backup, now)
}
