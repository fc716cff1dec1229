//! Putting a backup in the place of a book that cannot be opened.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::check::integrity;
use super::error::StoreError;
use super::open::{Db, lock, path_with};
use crate::domain::time::OfficeTime;
use crate::files::{folder_of, sync_folder, unfinished_in};

/// Puts a copy of `backup` in the place of the book at `path`. The book is not deleted: it and its
/// log stay beside, under names that say when they were put aside.
///
/// # Errors
/// Whatever is wrong with the backup, whose copy is opened first; [`StoreError::Locked`] while
/// somebody has the book open; the usual troubles of the disk.
pub fn replace(path: &Path, backup: &Path, now: OfficeTime) -> Result<(), StoreError> {
    let folder = folder_of(path);
    let unfinished = unfinished_in(folder)?;
    let _ = fs::copy(backup, unfinished.path())?;
    File::open(unfinished.path())?.sync_all()?;
    // Opened like any book and read to its last page: neither a foreign nor a damaged file takes the
    // place.
    let db = Db::open(unfinished.path())?;
    integrity(&db.connection)?;
    drop(db.close()?);
    remove_if_there(&path_with(unfinished.path(), ".lock"))?;
    let _lock = lock(path)?;
    let old = aside(path, now)?;
    let moves =
        [(path.to_owned(), old.clone()), (path_with(path, "-wal"), path_with(&old, "-wal"))];
    for (from, to) in &moves {
        if from.try_exists()? {
            fs::rename(from, to)?;
        }
    }
    if let Err(error) = unfinished.persist_noclobber(path) {
        // A damaged book is better than none.
        for (from, to) in &moves {
            let _ = fs::rename(to, from);
        }
        return Err(error.error.into());
    }
    Ok(sync_folder(folder)?)
}

/// A name beside the book that no file has yet.
fn aside(path: &Path, now: OfficeTime) -> io::Result<PathBuf> {
    let stamp = format!("{}-{}", now.date().format("%Y-%m-%d"), now.time().format("%H%M%S"));
    let mut name = path_with(path, &format!(".hong-{stamp}"));
    for again in 2.. {
        if !name.try_exists()? {
            break;
        }
        name = path_with(path, &format!(".hong-{stamp}-{again}"));
    }
    Ok(name)
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
