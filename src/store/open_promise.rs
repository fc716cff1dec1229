//! Promises that the office still owes, streamed, and what is shown of those that move.

use rusqlite::OptionalExtension;
use rusqlite::Row;

use super::dossier::{optional_limit, start_of_row};
use super::error::StoreError;
use super::promise::due_of_row;
use super::transact::View;
use crate::domain::clock_start::ClockStart;
use crate::domain::deadline::Due;
use crate::domain::limit::Limit;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;

/// A promise under way: what it counts from and with, and its moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenPromise {
    /// The book's own number of the dossier.
    pub id: i64,
    /// Where the dossier stands.
    pub status: Status,
    /// When it was received.
    pub received_at: OfficeTime,
    /// From when its time counts.
    pub from: OfficeTime,
    /// The limit it was counted with.
    pub limit: Limit,
    /// The promised moment.
    pub at: OfficeTime,
}

/// How many dossiers are neither finished nor ended, with or without a promise.
///
/// # Errors
/// When the book cannot be read.
pub fn open_dossiers(view: View<'_>) -> Result<usize, StoreError> {
    let count: i64 = view
        .0
        .prepare_cached(
            "SELECT count(*) FROM dossier WHERE finished_at IS NULL AND ended_at IS NULL",
        )?
        .query_row([], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Hands over the promise of every dossier that is neither finished nor ended, by number, until `each`
/// answers that it is enough. An index alone tells which they are, and their rows are read in the order
/// in which they lie on the disk: by due moment, every page would be read many times.
///
/// # Errors
/// Whatever `each` answers, and [`StoreError`] when the book cannot be read.
pub fn open_promises<E: From<StoreError>>(
    view: View<'_>,
    mut each: impl FnMut(&OpenPromise) -> Result<bool, E>,
) -> Result<(), E> {
    let mut statement = view
        .0
        .prepare_cached(
            "SELECT id, time_limit, received_at, due_at, status, clock_from, promise_limit
             FROM dossier
             WHERE id IN (
                 SELECT id FROM dossier
                 WHERE finished_at IS NULL AND ended_at IS NULL AND due_at IS NOT NULL)",
        )
        .map_err(StoreError::from)?;
    let mut rows = statement.query([]).map_err(StoreError::from)?;
    // Few limits are in use: each is read once.
    let mut known: Vec<(String, Limit)> = Vec::new();
    while let Some(row) = rows.next().map_err(StoreError::from)? {
        if !each(&open_promise(row, &mut known)?)? {
            break;
        }
    }
    Ok(())
}

/// The same of one dossier; `None` when it is finished, has ended or promises nothing.
///
/// # Errors
/// When the book cannot be read.
pub fn open_promise_of(view: View<'_>, id: i64) -> Result<Option<OpenPromise>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT id, time_limit, received_at, due_at, status, clock_from, promise_limit
             FROM dossier
             WHERE id = ?1 AND finished_at IS NULL AND ended_at IS NULL AND due_at IS NOT NULL",
        )?
        .query_row([id], |row| Ok(open_promise(row, &mut Vec::new())))
        .optional()?
        .transpose()
}

/// A row of the columns `id`, `time_limit`, `received_at`, `due_at`, `status`, `clock_from` and
/// `promise_limit`, by their places: looking for names would take longer than reading.
fn open_promise(
    row: &Row<'_>,
    known: &mut Vec<(String, Limit)>,
) -> Result<OpenPromise, StoreError> {
    let moment = |place: usize| -> Result<Option<OfficeTime>, StoreError> {
        let millis: Option<i64> = row.get(place)?;
        let read = |millis| OfficeTime::from_millis(millis).ok_or(StoreError::Unreadable("due_at"));
        millis.map(read).transpose()
    };
    let needed = |place| moment(place)?.ok_or(StoreError::Unreadable("due_at"));
    let unreadable = |_| StoreError::Unreadable("time_limit");
    let limit = match row.get_ref(6)?.as_str_or_null().map_err(unreadable)? {
        Some(limit) => limit,
        None => row.get_ref(1)?.as_str().map_err(unreadable)?,
    };
    let received_at = needed(2)?;
    Ok(OpenPromise {
        id: row.get(0)?,
        status: Status::from_number(row.get(4)?).ok_or(StoreError::Unreadable("status"))?,
        received_at,
        from: moment(5)?.unwrap_or(received_at),
        limit: limit_of(limit, known)?,
        at: needed(3)?,
    })
}

/// The limit of a short form, as long as it is no moment of its own read once.
fn limit_of(text: &str, known: &mut Vec<(String, Limit)>) -> Result<Limit, StoreError> {
    if let Some((_, limit)) = known.iter().find(|(other, _)| other == text) {
        return Ok(*limit);
    }
    let limit = text.parse().map_err(|_| StoreError::Unreadable("time_limit"))?;
    if !matches!(limit, Limit::Agreed(_)) {
        known.push((text.to_owned(), limit));
    }
    Ok(limit)
}

/// What is shown of a dossier whose promise moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseLine {
    /// The dossier's code.
    pub code: String,
    /// The applicant's name.
    pub applicant: String,
    /// The applicant's telephone number; may be empty.
    pub phone: String,
    /// The procedure's name.
    pub procedure: String,
}

/// The lines of the dossiers with these numbers, in their order; one that is not in the book is
/// passed over.
///
/// # Errors
/// When the book cannot be read.
pub fn promise_lines(view: View<'_>, ids: &[i64]) -> Result<Vec<(i64, PromiseLine)>, StoreError> {
    let mut statement = view.0.prepare_cached(
        "SELECT dossier.code AS dossier_code, applicant_name, phone, version.name AS procedure_name
         FROM dossier
         JOIN procedure_version AS version ON version.id = dossier.procedure_version_id
         WHERE dossier.id = ?1",
    )?;
    let mut lines = Vec::with_capacity(ids.len());
    for id in ids {
        let line = statement
            .query_row([id], |row| {
                Ok(PromiseLine {
                    code: row.get("dossier_code")?,
                    applicant: row.get("applicant_name")?,
                    phone: row.get("phone")?,
                    procedure: row.get("procedure_name")?,
                })
            })
            .optional()?;
        lines.extend(line.map(|line| (*id, line)));
    }
    Ok(lines)
}

/// The promise that holds for a dossier, as the book keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPromise {
    /// From when its time counts, where that is not the receipt.
    pub start: Option<ClockStart>,
    /// The limit it was counted with, where that is not the dossier's own.
    pub limit: Option<Limit>,
    /// The promise.
    pub due: Due,
}

/// The promise that holds for the dossier with this number, and whether the office still owes it:
/// the dossier is neither finished nor ended.
///
/// # Errors
/// When the book cannot be read.
pub fn kept_promise(view: View<'_>, id: i64) -> Result<Option<(KeptPromise, bool)>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT clock_from, clock_reason, promise_limit, due_at, due_days,
                 finished_at IS NULL AND ended_at IS NULL AS owed
             FROM dossier WHERE id = ?1",
        )?
        .query_row([id], |row| Ok(kept(row)))
        .optional()?
        .transpose()
}

fn kept(row: &Row<'_>) -> Result<(KeptPromise, bool), StoreError> {
    let promise = KeptPromise {
        start: start_of_row(row)?,
        limit: optional_limit(row, "promise_limit")?,
        due: due_of_row(row)?,
    };
    Ok((promise, row.get("owed")?))
}
