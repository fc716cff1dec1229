//! Bringing an older book up to date: copied first, then changed in one transaction or not at all.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::backup::back_up_as;
use super::check::foreign_keys_hold;
use super::error::StoreError;
use super::open::{Db, SCHEMA_VERSION};

/// The steps, each with the version it leads to. A step that was published is never changed.
const STEPS: [(i64, &str); 3] = [
    (2, include_str!("migrations/0002.sql")),
    (3, include_str!("migrations/0003.sql")),
    (4, include_str!("migrations/0004.sql")),
];

/// Where the copy goes, beside the book.
const BACKUPS: &str = "backups";

/// Brings the book in `folder` up to the schema of this program.
///
/// The version is asked for again: what the head of the file says may be older than what stands in
/// the log of a transaction that was cut off.
pub(super) fn upgrade(db: &mut Db, folder: &Path) -> Result<(), StoreError> {
    let found = version(&db.connection)?;
    if found == SCHEMA_VERSION {
        return Ok(());
    }
    if found > SCHEMA_VERSION {
        return Err(StoreError::Newer { found, known: SCHEMA_VERSION });
    }
    let _ = back_up_as(db, &folder.join(BACKUPS), &format!("motcua-version-{found}"))?;
    let tx = db.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (version, step) in STEPS.into_iter().filter(|(version, _)| *version > found) {
        tx.execute_batch(step)?;
        tx.pragma_update(None, "user_version", version)?;
    }
    foreign_keys_hold(&tx)?;
    tx.commit()?;
    Ok(())
}

fn version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
