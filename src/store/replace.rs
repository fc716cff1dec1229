//! Putting a backup in the place of a book that cannot be opened.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

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
    // Opened like any book, so that neither a foreign nor a damaged file takes its place.
    drop(Db::open(unfinished.path())?);
    for leftover in ["-wal", ".lock"] {
        remove_if_there(&path_with(unfinished.path(), leftover))?;
    }
    let _lock = lock(path)?;
    let stamp = format!("{}-{}", now.date().format("%Y-%m-%d"), now.time().format("%H%M%S"));
    for suffix in ["-wal", ""] {
        let old = path_with(path, suffix);
        if old.try_exists()? {
            fs::rename(&old, aside(&old, &stamp)?)?;
        }
    }
    let _ = unfinished.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(sync_folder(folder)?)
}

/// A name that no file has yet.
fn aside(old: &Path, stamp: &str) -> io::Result<PathBuf> {
    let mut name = path_with(old, &format!(".hong-{stamp}"));
    for again in 2.. {
        if !name.try_exists()? {
            break;
        }
        name = path_with(old, &format!(".hong-{stamp}-{again}"));
    }
    Ok(name)
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
