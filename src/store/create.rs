//! Making a fresh book.

use std::fs::{self, File};
use std::path::Path;

use rusqlite::Connection;

use super::error::StoreError;
use super::open::SCHEMA;
use crate::files::{folder_of, sync_folder};

/// Makes an empty book at `path`, and its folder where it is missing.
///
/// The book is made under another name and renamed when it is whole and on disk: a power cut leaves
/// either no book or an empty one.
///
/// # Errors
/// [`StoreError::AlreadyThere`], [`StoreError::ReadOnly`], [`StoreError::Full`] and their like.
pub fn create(path: &Path) -> Result<(), StoreError> {
    if path.exists() {
        return Err(StoreError::AlreadyThere(path.to_owned()));
    }
    let folder = folder_of(path);
    fs::create_dir_all(folder)?;
    let unfinished = tempfile::Builder::new().prefix(".new-book-").tempfile_in(folder)?;
    {
        let connection = Connection::open(unfinished.path())?;
        connection.execute_batch(SCHEMA)?;
        let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        connection.close().map_err(|(_, error)| error)?;
    }
    File::open(unfinished.path())?.sync_all()?;
    let _ = unfinished.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(sync_folder(folder)?)
}
