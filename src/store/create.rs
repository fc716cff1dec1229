//! Making a fresh book.

use std::fs::{self, File};
use std::path::Path;

use tempfile::NamedTempFile;

use super::error::StoreError;
use super::open::{Db, lock};
use crate::files::{folder_of, sync_folder, unfinished_in};

/// Makes an empty book at `path`, and its folder where it is missing.
///
/// # Errors
/// As [`create_with`].
pub fn create(path: &Path) -> Result<(), StoreError> {
    create_with(path, |_| Ok(()))
}

/// Makes a book at `path`, and its folder where it is missing, with what `fill` writes into it.
///
/// The book is made under another name and renamed when it is whole and on disk: whatever comes
/// between leaves either no book or a filled one.
///
/// # Errors
/// [`StoreError::AlreadyThere`], [`StoreError::Locked`] while another one is being made there,
/// [`StoreError::ReadOnly`], [`StoreError::Full`] and their like; whatever `fill` answers.
pub fn create_with<E: From<StoreError>>(
    path: &Path,
    fill: impl FnOnce(&mut Db) -> Result<(), E>,
) -> Result<(), E> {
    let (unfinished, mut db) = begin(path)?;
    fill(&mut db)?;
    Ok(finish(unfinished, db, path)?)
}

fn begin(path: &Path) -> Result<(NamedTempFile, Db), StoreError> {
    let vacant = || match path.try_exists()? {
        true => Err(StoreError::AlreadyThere(path.to_owned())),
        false => Ok(()),
    };
    vacant()?;
    let folder = folder_of(path);
    fs::create_dir_all(folder)?;
    let lock = lock(path)?;
    vacant()?;
    let unfinished = unfinished_in(folder)?;
    let db = Db::begin(unfinished.path(), lock)?;
    Ok((unfinished, db))
}

fn finish(unfinished: NamedTempFile, db: Db, path: &Path) -> Result<(), StoreError> {
    let _lock = db.close()?;
    File::open(unfinished.path())?.sync_all()?;
    let _ = unfinished.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(sync_folder(folder_of(path))?)
}
