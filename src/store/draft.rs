//! Half-filled forms, kept as typed.
//!
//! They are written in transactions of their own, as durable as any other, and without a journal row:
//! nothing has happened at the desk yet, and the journal would fill with keystrokes. A draft's
//! number is given once: what is gone stays gone.

use rusqlite::TransactionBehavior;

use super::error::StoreError;
use super::open::Db;
use super::row::moment;
use super::transact::{Tx, View};
use crate::domain::time::OfficeTime;

/// A form that somebody began to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The book's own number.
    pub id: i64,
    /// When it was last kept.
    pub saved_at: OfficeTime,
    /// By whom.
    pub actor: String,
    /// What was typed, as JSON.
    pub content: String,
}

/// Keeps a draft: a new one, or what now stands in an old one. `None` when that one is gone.
///
/// # Errors
/// When the book refuses.
pub fn keep_draft(
    db: &mut Db,
    id: Option<i64>,
    content: &str,
    actor: &str,
    now: OfficeTime,
) -> Result<Option<i64>, StoreError> {
    let tx = db.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let kept = match id {
        Some(id) => {
            let rows = tx
                .prepare_cached(
                    "UPDATE draft SET saved_at = ?2, actor = ?3, content = ?4 WHERE id = ?1",
                )?
                .execute((id, now.millis(), actor, content))?;
            (rows > 0).then_some(id)
        }
        None => {
            let id: i64 = tx.query_row(
                "INSERT INTO counter (scope, next) VALUES ('draft', 2)
                 ON CONFLICT (scope) DO UPDATE SET next = counter.next + 1
                 RETURNING next - 1",
                [],
                |row| row.get(0),
            )?;
            let _ = tx.execute(
                "INSERT INTO draft (id, saved_at, actor, content) VALUES (?1, ?2, ?3, ?4)",
                (id, now.millis(), actor, content),
            )?;
            Some(id)
        }
    };
    tx.commit()?;
    Ok(kept)
}

/// Every draft, the one kept last first.
///
/// # Errors
/// When the book cannot be read.
pub fn drafts(view: View<'_>) -> Result<Vec<Draft>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT id, saved_at, actor, content FROM draft ORDER BY saved_at DESC, id DESC",
        )?
        .query_and_then([], |row| {
            Ok(Draft {
                id: row.get("id")?,
                saved_at: moment(row, "saved_at")?,
                actor: row.get("actor")?,
                content: row.get("content")?,
            })
        })?
        .collect()
}

/// Throws a draft away. One that is gone already is no error.
///
/// # Errors
/// When the book refuses.
pub fn drop_draft(db: &mut Db, id: i64) -> Result<(), StoreError> {
    let tx = db.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let _ = tx.execute("DELETE FROM draft WHERE id = ?1", [id])?;
    tx.commit()?;
    Ok(())
}

/// Takes a draft away because it becomes a dossier; answers whether it was still there.
///
/// # Errors
/// When the book refuses.
pub fn take_draft(tx: &Tx<'_>, id: i64) -> Result<bool, StoreError> {
    Ok(tx.inner.execute("DELETE FROM draft WHERE id = ?1", [id])? > 0)
}
