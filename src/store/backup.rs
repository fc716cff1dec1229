//! Backups: a copy counts only after it was opened and checked.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;
use tempfile::NamedTempFile;

use super::check::{count, foreign_keys_hold, integrity};
use super::error::StoreError;
use super::open::Db;
use crate::domain::time::OfficeTime;
use crate::files::{sync_folder, unfinished_in};

/// A finished backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupReport {
    /// The file.
    pub file: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// How many dossiers it holds.
    pub dossiers: i64,
}

/// Pages copied at a time.
const PAGES: i32 = 4096;

/// Copies the book into `folder` under a name that carries `now`, checks the copy page by page and
/// row count by row count, and only then gives it its name.
///
/// # Errors
/// [`StoreError::Damaged`] when the copy does not hold what the book holds,
/// [`StoreError::BackupFolder`] where nothing can be written, and the usual troubles of the disk. No
/// file is left behind then.
pub fn back_up(db: &Db, folder: &Path, now: OfficeTime) -> Result<BackupReport, StoreError> {
    let stamp = format!("{}-{}", now.date().format("%Y-%m-%d"), now.time().format("%H%M%S"));
    back_up_as(db, folder, &format!("motcua-{stamp}"))
}

/// As [`back_up`], under a name of the caller's own, without its ending.
pub(super) fn back_up_as(db: &Db, folder: &Path, stem: &str) -> Result<BackupReport, StoreError> {
    let refused = |error: io::Error| match StoreError::from(error) {
        StoreError::Full => StoreError::Full,
        _ => StoreError::BackupFolder(folder.to_owned()),
    };
    fs::create_dir_all(folder).map_err(refused)?;
    let unfinished = unfinished_in(folder).map_err(refused)?;
    let mut copy = Connection::open(unfinished.path())?;
    Backup::new(&db.connection, &mut copy)?.run_to_completion(PAGES, Duration::ZERO, None)?;
    // One plain file, with nothing beside it.
    let _: String = copy.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    verify(db, &copy)?;
    let dossiers = count(&copy, "dossier")?;
    copy.close().map_err(|(_, error)| error)?;
    File::open(unfinished.path())?.sync_all()?;
    let bytes = unfinished.path().metadata()?.len();
    let file = name(unfinished, folder, stem).map_err(refused)?;
    sync_folder(folder).map_err(refused)?;
    Ok(BackupReport { file, bytes, dossiers })
}

/// Gives the finished copy a name that no file has yet: an older backup is never written over.
fn name(mut copy: NamedTempFile, folder: &Path, stem: &str) -> io::Result<PathBuf> {
    let mut file = folder.join(format!("{stem}.motcua"));
    for again in 2.. {
        match copy.persist_noclobber(&file) {
            Ok(_) => break,
            Err(error) if error.error.kind() == ErrorKind::AlreadyExists => copy = error.file,
            Err(error) => return Err(error.error),
        }
        file = folder.join(format!("{stem}-{again}.motcua"));
    }
    Ok(file)
}

fn verify(db: &Db, copy: &Connection) -> Result<(), StoreError> {
    integrity(copy)?;
    foreign_keys_hold(copy)?;
    for table in tables(&db.connection)? {
        if count(&db.connection, &table)? != count(copy, &table)? {
            return Err(StoreError::Damaged(format!("copy of {table}")));
        }
    }
    Ok(())
}

/// The book's own tables, without those the search indexes keep for themselves.
fn tables(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%search%'",
    )?;
    let names = statement.query_map([], |row| row.get("name"))?.collect::<Result<_, _>>()?;
    Ok(names)
}
