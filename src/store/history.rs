//! What happened to a dossier: its journal, its hand-over, its corrections.

use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::counter;
use super::error::StoreError;
use super::row::{from_json, from_word, moment, to_json, word};
use super::transact::{Tx, View};
use crate::domain::collection::{Collection, Collector, SlipState};
use crate::domain::dossier::Dossier;
use crate::domain::intake::Intake;
use crate::domain::limit::Limit;
use crate::domain::time::OfficeTime;

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JournalRow {
    /// When.
    pub at: OfficeTime,
    /// By whom.
    pub actor: String,
    /// What: the word of an [`super::Act`].
    pub act: String,
    /// More about it, without personal data.
    pub detail: Value,
}

/// What was done with the dossier of this code, oldest first.
///
/// # Errors
/// When the book cannot be read.
pub fn journal_of(view: View<'_>, code: &str) -> Result<Vec<JournalRow>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT at, actor, act, detail FROM journal WHERE subject = ?1 ORDER BY seq",
        )?
        .query_and_then([code], |row| {
            Ok(JournalRow {
                at: moment(row, "at")?,
                actor: row.get("actor")?,
                act: row.get("act")?,
                detail: from_json(row, "detail")?,
            })
        })?
        .collect()
}

/// A result that was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HandBack {
    /// When.
    pub at: OfficeTime,
    /// By which officer.
    pub actor: String,
    /// To whom.
    pub by: Collector,
    /// What became of the slip.
    pub slip: SlipState,
    /// A note; may be empty.
    pub note: String,
}

/// Notes that the result of a dossier was handed over at `at` by `actor`.
///
/// # Errors
/// When the book refuses.
pub fn put_hand_back(
    tx: &Tx<'_>,
    dossier: i64,
    collection: &Collection,
    actor: &str,
    at: OfficeTime,
) -> Result<(), StoreError> {
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO hand_back (dossier_id, at, actor, collector, slip, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            dossier,
            at.millis(),
            actor,
            to_json(&collection.by)?,
            word(&collection.slip)?,
            &collection.note,
        ))?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}

/// How the result of a dossier was handed over; `None` while it was not.
///
/// # Errors
/// When the book cannot be read.
pub fn hand_back_of(view: View<'_>, dossier: i64) -> Result<Option<HandBack>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT at, actor, collector, slip, note FROM hand_back WHERE dossier_id = ?1",
        )?
        .query_row([dossier], |row| {
            Ok((|| {
                Ok(HandBack {
                    at: moment(row, "at")?,
                    actor: row.get("actor")?,
                    by: from_json(row, "collector")?,
                    slip: from_word(row, "slip")?,
                    note: row.get("note")?,
                })
            })())
        })
        .optional()?
        .transpose()
}

/// A dossier's form as it stood before or after a correction, and the promise it led to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// The form.
    pub form: Intake,
    /// The limit that ran.
    pub limit: Limit,
    /// The promised moment.
    pub due_at: Option<OfficeTime>,
}

impl From<&Dossier> for Entered {
    fn from(dossier: &Dossier) -> Self {
        Self { form: Intake::of(dossier), limit: dossier.limit, due_at: dossier.due.at }
    }
}

/// A mistake of intake that was set right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// The book's own number.
    pub id: i64,
    /// When.
    pub at: OfficeTime,
    /// By whom.
    pub actor: String,
    /// Why.
    pub reason: String,
    /// What stood there before.
    pub before: Entered,
    /// What stands there after.
    pub after: Entered,
}

/// Keeps what a correction changed, and why.
///
/// # Errors
/// When the book refuses.
pub fn put_correction(
    tx: &Tx<'_>,
    reason: &str,
    before: &Dossier,
    after: &Dossier,
) -> Result<(), StoreError> {
    let _ = tx.inner.execute(
        "INSERT INTO correction (id, dossier_id, at, actor, reason, form_before, form_after)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            counter::take(tx, "correction")?,
            before.id,
            tx.now().millis(),
            tx.actor(),
            reason,
            to_json(&Entered::from(before))?,
            to_json(&Entered::from(after))?,
        ),
    )?;
    Ok(())
}

/// The corrections of a dossier, oldest first.
///
/// # Errors
/// When the book cannot be read.
pub fn corrections_of(view: View<'_>, dossier: i64) -> Result<Vec<Correction>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT id, at, actor, reason, form_before, form_after FROM correction
             WHERE dossier_id = ?1 ORDER BY id",
        )?
        .query_and_then([dossier], |row| {
            Ok(Correction {
                id: row.get("id")?,
                at: moment(row, "at")?,
                actor: row.get("actor")?,
                reason: row.get("reason")?,
                before: from_json(row, "form_before")?,
                after: from_json(row, "form_after")?,
            })
        })?
        .collect()
}

/// How many rows the journal has: it grows with every act.
///
/// # Errors
/// When the book cannot be read.
pub fn journal_length(view: View<'_>) -> Result<i64, StoreError> {
    Ok(view
        .0
        .prepare_cached("SELECT coalesce(max(seq), 0) FROM journal")?
        .query_row([], |row| row.get(0))?)
}
