//! The search indexes are put in order in small steps, when nobody waits for the book.
//!
//! Every write lays a small sheet on them; enough sheets are merged into a larger one. Left to itself
//! the engine does so inside whichever write completes a stack: on a large book a citizen would wait
//! for most of a second, every dozen receipts. The schema turns that off. No journal row is written:
//! what the book says stays the same.

use rusqlite::TransactionBehavior;

use super::error::StoreError;
use super::open::Db;

const INDEXES: [&str; 2] = ["dossier_name_search", "dossier_part_search"];

/// How many pages of an index a step merges: a few milliseconds' work.
const PAGES: i64 = 16;

/// Below this many changed rows a merge found nothing to do: it counts its own command as one.
const IDLE: u64 = 2;

/// Merges a little of the search indexes. Answers whether more is left to do.
///
/// # Errors
/// When the book refuses.
pub fn tidy_search(db: &mut Db) -> Result<bool, StoreError> {
    let tx = db.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut more = false;
    for index in INDEXES {
        let before = tx.total_changes();
        let _ = tx
            .prepare_cached(&format!("INSERT INTO {index} ({index}, rank) VALUES ('merge', ?1)"))?
            .execute([PAGES])?;
        more |= tx.total_changes() - before >= IDLE;
    }
    tx.commit()?;
    Ok(more)
}

/// Merges the search indexes wholly, as after many dossiers at once: seconds for a large book.
///
/// # Errors
/// When the book refuses.
pub fn tidy_search_wholly(db: &mut Db) -> Result<(), StoreError> {
    let tx = db.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for index in INDEXES {
        let _ = tx.execute(&format!("INSERT INTO {index} ({index}) VALUES ('optimize')"), [])?;
    }
    Ok(tx.commit()?)
}
