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
