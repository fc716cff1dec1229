//! What can go wrong with the book, told apart by what the officer can do about it.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use rusqlite::ErrorCode;
use thiserror::Error;

/// Trouble with the book. Its text goes to the log; the officer's sentence is in [`crate::text`].
#[derive(Debug, Clone, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// No book where one was expected.
    #[error("no book at {0}")]
    NoBook(PathBuf),
    /// A book is already there.
    #[error("a book exists at {0}")]
    AlreadyThere(PathBuf),
    /// Another program, or another window of this one, has the book open.
    #[error("the book is open elsewhere")]
    Locked,
    /// The file is not one of our books.
    #[error("not a book of this program")]
    Foreign,
    /// The book was written by a newer program.
    #[error("book of version {found}, this program knows {known}")]
    Newer {
        /// The version in the file.
        found: i64,
        /// The newest version this program reads.
        known: i64,
    },
    /// The file is damaged.
    #[error("the book is damaged: {0}")]
    Damaged(String),
    /// No room left on the disk.
    #[error("disk full")]
    Full,
    /// The folder or the file cannot be written.
    #[error("not writable")]
    ReadOnly,
    /// The folder for backups cannot be written.
    #[error("no backup can be written")]
    BackupFolder(PathBuf),
    /// The SQLite linked in has a bug that loses committed data.
    #[error("SQLite {0} must not be used")]
    UnsafeSqlite(&'static str),
    /// The thread that owns the book has ended.
    #[error("the book's thread has ended")]
    Closed,
    /// A value in the book cannot be read back.
    #[error("unreadable value in {0}")]
    Unreadable(&'static str),
    /// The file system refused.
    #[error("input or output: {0}")]
    Io(Arc<io::Error>),
    /// SQLite refused.
    #[error("sqlite: {0}")]
    Sql(Arc<rusqlite::Error>),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Self::ReadOnly
            }
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(ErrorCode::NotADatabase) => Self::Foreign,
            _ => Self::Sql(Arc::new(error)),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Io(Arc::new(error)),
        }
    }
}
