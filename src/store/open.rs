//! Opening the book: every check before the first write, and the settings that keep it safe.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::error::StoreError;
use super::upgrade::upgrade;
use crate::files::folder_of;

/// The complete schema of a fresh book.
pub(super) const SCHEMA: &str = include_str!("../../schema.sql");

/// `PRAGMA application_id` of our books: "MTCA".
pub(super) const APPLICATION_ID: i64 = 0x4D54_4341;

/// `PRAGMA user_version` of the schema this program writes.
pub(super) const SCHEMA_VERSION: i64 = 4;

/// The oldest version that is brought up to it.
const OLDEST_VERSION: i64 = 1;

/// The first SQLite without the bug that loses committed transactions when one connection
/// checkpoints while another commits (fixed 2026-03-13).
const OLDEST_SQLITE: i32 = 3_051_003;

/// A release that was withdrawn by its authors.
const WITHDRAWN_SQLITE: i32 = 3_052_000;

/// The connection and the lock that keeps every other program out.
#[derive(Debug)]
pub struct Db {
    pub(super) connection: Connection,
    // Dropped after the connection: nobody else may open the file before it is closed.
    lock: Lock,
}

impl Db {
    /// Opens the book at `path`.
    ///
    /// The file's head is read before SQLite touches it, so that a foreign or newer file stays
    /// as it is, byte for byte. After an unclean end the whole file is checked. An older book is
    /// brought up to date, after a copy of it was put into the folder `backups` beside it.
    ///
    /// # Errors
    /// [`StoreError::NoBook`], [`StoreError::Locked`], [`StoreError::Foreign`],
    /// [`StoreError::Newer`], [`StoreError::Damaged`], [`StoreError::ReadOnly`],
    /// [`StoreError::Full`], [`StoreError::UnsafeSqlite`], [`StoreError::BackupFolder`] where an
    /// older book cannot be copied first, and their like.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        require_safe_sqlite(rusqlite::version_number(), rusqlite::version())?;
        if !path.try_exists()? {
            return Err(StoreError::NoBook(path.to_owned()));
        }
        let lock = lock(path)?;
        let page_size = read_head(path)?;
        let unclean = path_with(path, "-wal").metadata().is_ok_and(|wal| wal.len() > 0);
        // SQLite fills up a cut page with noughts; only an unclean end may leave one to replay.
        if !unclean && path.metadata()?.len() % page_size != 0 {
            return Err(StoreError::Damaged("cut short".to_owned()));
        }
        let connection = open_own(path, unclean).map_err(|error| match error {
            // The head is ours: what SQLite then cannot read is damage, not another program's file.
            StoreError::Foreign => StoreError::Damaged("no database behind the head".to_owned()),
            other => other,
        })?;
        let mut db = Self { connection, lock };
        upgrade(&mut db, folder_of(path))?;
        Ok(db)
    }

    /// Turns a new file into an empty book.
    pub(super) fn begin(unfinished: &Path, lock: Lock) -> Result<Self, StoreError> {
        let connection = Connection::open(unfinished)?;
        connection.execute_batch(SCHEMA)?;
        configure(&connection)?;
        Ok(Self { connection, lock })
    }

    /// Closes the file and hands back the lock, for what must happen before anybody else opens it.
    pub(super) fn close(self) -> Result<Lock, StoreError> {
        self.connection.close().map_err(|(_, error)| error)?;
        Ok(self.lock)
    }
}

/// Refuses the releases of SQLite that may lose what was committed.
fn require_safe_sqlite(number: i32, name: &'static str) -> Result<(), StoreError> {
    if number < OLDEST_SQLITE || number == WITHDRAWN_SQLITE {
        return Err(StoreError::UnsafeSqlite(name));
    }
    Ok(())
}

fn open_own(path: &Path, unclean: bool) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    configure(&connection)?;
    if unclean {
        quick_check(&connection)?;
    }
    Ok(connection)
}

/// The lock beside the book, released by the system however the program ends.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing alone would leave it to a program that is just being started and holds a copy.
        let _ = self.0.unlock();
    }
}

/// Takes the lock file beside the book. It is never deleted: a lock on a deleted file locks nothing.
pub(super) fn lock(path: &Path) -> Result<Lock, StoreError> {
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path_with(path, ".lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(TryLockError::WouldBlock) => Err(StoreError::Locked),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Reads the 100 bytes every SQLite file begins with; answers the size of its pages in bytes.
fn read_head(path: &Path) -> Result<u64, StoreError> {
    let mut head = [0_u8; 100];
    match File::open(path)?.read_exact(&mut head) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Err(StoreError::Foreign),
        other => other?,
    }
    let number = |at: usize| {
        let bytes = head.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
        i64::from(bytes.map_or(0, i32::from_be_bytes))
    };
    if !head.starts_with(b"SQLite format 3\0") || number(68) != APPLICATION_ID {
        return Err(StoreError::Foreign);
    }
    match number(60) {
        OLDEST_VERSION..=SCHEMA_VERSION => {}
        found if found > SCHEMA_VERSION => {
            return Err(StoreError::Newer { found, known: SCHEMA_VERSION });
        }
        _ => return Err(StoreError::Foreign),
    }
    // The size of a page, and two numbers of the format: SQLite takes odd ones for a reason to write
    // nothing.
    match head.get(16..20) {
        Some([0, 1, 1..=2, 1..=2]) => Ok(65_536),
        Some([high, low, 1..=2, 1..=2]) if *high >= 2 => {
            Ok(u64::from(u16::from_be_bytes([*high, *low])))
        }
        _ => Err(StoreError::Damaged("head".to_owned())),
    }
}

/// One exclusive owner, and every commit on disk before it is answered.
fn configure(connection: &Connection) -> Result<(), StoreError> {
    // Exclusive before the first access to the log: no shared memory file, no second writer.
    connection.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA busy_timeout = 0;
         PRAGMA foreign_keys = ON;
         PRAGMA recursive_triggers = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -16384;
         PRAGMA journal_size_limit = 67108864;",
    )?;
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(StoreError::ReadOnly);
    }
    connection.execute_batch("PRAGMA synchronous = FULL;")?;
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        let _ = connection.set_db_config(setting, on)?;
    }
    let _ = connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(())
}

/// Reads every page once; finds a torn or overwritten file.
fn quick_check(connection: &Connection) -> Result<(), StoreError> {
    let answer: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if answer == "ok" { Ok(()) } else { Err(StoreError::Damaged(answer)) }
}

/// `path` with `suffix` added to its file name.
pub(super) fn path_with(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sqlite_linked_in_is_safe_and_unsafe_ones_are_refused() {
        assert!(require_safe_sqlite(rusqlite::version_number(), "linked").is_ok());
        for (number, name) in [(3_040_001, "3.40.1"), (3_051_002, "3.51.2"), (3_052_000, "3.52.0")]
        {
            assert!(matches!(require_safe_sqlite(number, name), Err(StoreError::UnsafeSqlite(_))));
        }
    }
}
