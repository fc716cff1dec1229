//! Files written whole or not at all.

use std::fs;
#[cfg(unix)]
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use thiserror::Error;

/// A file that could not be written. The old file, if any, is untouched.
///
/// Its text goes to the log and leaves the file's name out: officers name slips after people.
#[derive(Debug, Error)]
#[error("file not written: {source}")]
pub struct FileError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub source: io::Error,
}

/// What the name of an unfinished file begins with.
const UNFINISHED: &str = ".unfinished-";

/// A file in `folder` that bears its real name only once it is whole; dropped, it is gone.
pub(crate) fn unfinished_in(folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)
}

/// Takes away what a power cut left unfinished in `folder`: it may tell of citizens. Only the owner
/// of the office's book may do so, who knows that nobody else is writing there.
pub(crate) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Writes `bytes` to `path`, making its folder where it is missing: under another name first, on
/// disk, then renamed. Whoever reads sees the old file or the new one, never a part.
///
/// # Errors
/// [`FileError`] naming the file.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write(path, bytes).map_err(|source| FileError { path: path.to_owned(), source })
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    fs::create_dir_all(folder)?;
    let mut unfinished = unfinished_in(folder)?;
    unfinished.write_all(bytes)?;
    unfinished.as_file().sync_all()?;
    let _ = unfinished.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Writes like [`write_whole`], but what stood at `path` is kept beside it, under its name with the
/// first number that is free: `slip.pdf` becomes `slip-1.pdf`, then `slip-2.pdf`.
///
/// # Errors
/// [`FileError`] naming the file.
pub fn write_beside(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let failed = |source| FileError { path: path.to_owned(), source };
    let kept = keep(path).map_err(failed)?;
    write(path, bytes).map_err(|source| {
        // The old file is still in its place: a second name for it would only puzzle.
        if let Some(kept) = &kept {
            let _ = fs::remove_file(kept);
        }
        failed(source)
    })
}

/// Gives what stands at `path` a second name, so that it is never without one.
fn keep(path: &Path) -> io::Result<Option<PathBuf>> {
    if !fs::symlink_metadata(path).is_ok_and(|found| found.is_file()) {
        return Ok(None);
    }
    let kept = free_name(path);
    // Sticks and shares know no second names.
    if fs::hard_link(path, &kept).is_err() {
        write(&kept, &fs::read(path)?)?;
    }
    Ok(Some(kept))
}

/// Takes the file at `path` out of the way, to a name that nobody reads: `counter.json` becomes
/// `counter.json-1.unreadable`. What it holds may be worth a look.
pub(crate) fn put_aside(path: &Path) -> io::Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".unreadable");
    fs::rename(path, free_name(Path::new(&name)))?;
    sync_folder(folder_of(path))
}

/// The name of `path` with the first number that nothing beside it bears yet.
fn free_name(path: &Path) -> PathBuf {
    let (stem, ending) = (path.file_stem().unwrap_or_default(), path.extension());
    let numbered = |number: u32| {
        let mut name = stem.to_owned();
        name.push(format!("-{number}"));
        // Not `set_extension`: a dossier's code has dots of its own.
        if let Some(ending) = ending {
            name.push(".");
            name.push(ending);
        }
        path.with_file_name(name)
    };
    let is_free = |name: &PathBuf| fs::symlink_metadata(name).is_err();
    (1..).map(numbered).find(is_free).unwrap_or_else(|| numbered(0))
}

/// The folder a file lies in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Brings a rename in `folder` to disk.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows writes a rename through by itself and opens no folder as a file.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
