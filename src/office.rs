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
use crate::store::{self, Book, Db, StoreError};

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
    make_with(paths, office, officer, now, |_| Ok(()))
}

/// The same with what `more` writes into the book besides: all of it, or there is no book.
///
/// # Errors
/// As [`make`], and whatever `more` answers.
pub fn make_with(
    paths: &Paths,
    office: &Office,
    officer: &str,
    now: OfficeTime,
    more: impl FnOnce(&mut Db) -> Result<(), DeskError>,
) -> Result<Book, DeskError> {
    store::create_with(&paths.book(), |db| {
        set_up(db, office, officer, now)?;
        more(db)
    })?;
    Ok(open(paths)?)
}

/// The newest backup in the office's own folder and in `other`, where the counter keeps them.
#[must_use]
pub fn newest_backup(paths: &Paths, other: Option<&Path>) -> Option<PathBuf> {
    let folders = [Some(paths.backups()), other.map(Path::to_owned)];
    let entries = folders.into_iter().flatten().filter_map(|folder| fs::read_dir(folder).ok());
    let files = entries.flat_map(|entries| entries.flatten().map(|entry| entry.path()));
    files.filter_map(|path| Some((stamp(&path)?, path))).max().map(|(_, path)| path)
}

/// The moment in the name of a backup, `2026-11-23-113000` of `motcua-2026-11-23-113000.motcua`; a
/// copy made before the book was brought up to date has none and is no backup of its newest state.
fn stamp(file: &Path) -> Option<String> {
    let name = file.file_name()?.to_str()?;
    let stamp = name.strip_prefix("motcua-")?.strip_suffix(".motcua")?;
    stamp.starts_with(|c: char| c.is_ascii_digit()).then(|| stamp.to_owned())
}

/// When a backup was made, "11:30 23/11", from its name.
#[must_use]
pub fn backup_time(file: &Path) -> Option<String> {
    let stamp = stamp(file)?;
    let part = |from: usize, to: usize| stamp.get(from..to);
    let (month, day) = (part(5, 7)?, part(8, 10)?);
    let (hour, minute) = (part(11, 13)?, part(13, 15)?);
    Some(format!("{hour}:{minute} {day}/{month}"))
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
