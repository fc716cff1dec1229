//! Checking the book: that the file is whole, and that what it says agrees with itself.

use rusqlite::Connection;
use serde::Serialize;

use super::error::StoreError;
use super::transact::View;

/// Something in the book that does not agree with the rest. Nothing is mended by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Disagreement {
    /// A series of codes whose numbers are not 1, 2, 3 … without gap up to its counter.
    Series {
        /// The series.
        series: String,
        /// How many dossiers it has.
        dossiers: i64,
        /// The highest number among them.
        highest: i64,
        /// The last number its counter gave.
        given: i64,
    },
    /// A year's register whose numbers are not 1, 2, 3 … without gap up to its counter.
    Register {
        /// The year.
        year: i64,
        /// How many dossiers it has.
        dossiers: i64,
        /// The highest number among them.
        highest: i64,
        /// The last number its counter gave.
        given: i64,
    },
    /// A journal whose rows are not 1, 2, 3 … without gap up to its counter.
    JournalRows {
        /// How many rows it has.
        rows: i64,
        /// The last number its counter gave.
        given: i64,
    },
    /// Dossiers whose receipt is not in the journal, or receipts in the journal without dossier.
    Journal {
        /// How many.
        dossiers: i64,
    },
    /// Dossiers whose due moment differs from the explanation kept with it.
    DueDate {
        /// How many.
        dossiers: i64,
    },
    /// Dossiers that search cannot find, or search entries without dossier.
    Search {
        /// How many.
        dossiers: i64,
    },
}

impl Disagreement {
    /// Whether it counts no dossier at all.
    fn is_none(&self) -> bool {
        match self {
            Self::Journal { dossiers } | Self::DueDate { dossiers } | Self::Search { dossiers } => {
                *dossiers == 0
            }
            Self::Series { .. } | Self::Register { .. } | Self::JournalRows { .. } => false,
        }
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckReport {
    /// How many dossiers the book holds.
    pub dossiers: i64,
    /// What does not agree; empty in a sound book.
    pub disagreements: Vec<Disagreement>,
}

/// Checks every page of the book, then every rule that ties its tables together.
///
/// # Errors
/// [`StoreError::Damaged`] when the file itself is damaged.
pub fn check(view: View<'_>) -> Result<CheckReport, StoreError> {
    let connection = view.0;
    integrity(connection)?;
    foreign_keys_hold(connection)?;
    let mut disagreements = series(connection)?;
    disagreements.extend(registers(connection)?);
    disagreements.extend(journal_rows(connection)?);
    let disagreeing = |sql| connection.query_row(sql, [], |row| row.get(0));
    for disagreement in [
        Disagreement::Journal { dossiers: disagreeing(JOURNAL)? },
        Disagreement::DueDate { dossiers: disagreeing(DUE_DATE)? },
        Disagreement::Search { dossiers: disagreeing(SEARCH)? },
    ] {
        if !disagreement.is_none() {
            disagreements.push(disagreement);
        }
    }
    Ok(CheckReport { dossiers: count(connection, "dossier")?, disagreements })
}

/// Numbers run from 1 without gap: as many as the highest, and the counter gave no other.
fn series(connection: &Connection) -> Result<Vec<Disagreement>, StoreError> {
    connection
        .prepare(
            "SELECT series, count(*) AS dossiers, max(sequence) AS highest,
                 (SELECT next - 1 FROM counter WHERE scope = series) AS given
             FROM dossier GROUP BY series
             HAVING count(*) <> max(sequence) OR min(sequence) <> 1
                 OR given IS NULL OR given <> max(sequence)",
        )?
        .query_and_then([], |row| {
            Ok(Disagreement::Series {
                series: row.get("series")?,
                dossiers: row.get("dossiers")?,
                highest: row.get("highest")?,
                given: row.get::<_, Option<i64>>("given")?.unwrap_or(0),
            })
        })?
        .collect()
}

fn registers(connection: &Connection) -> Result<Vec<Disagreement>, StoreError> {
    connection
        .prepare(
            "SELECT register_year AS year, count(*) AS dossiers, max(register_number) AS highest,
                 (SELECT next - 1 FROM counter
                  WHERE scope = 'register:' || register_year) AS given
             FROM dossier GROUP BY register_year
             HAVING count(*) <> max(register_number) OR min(register_number) <> 1
                 OR given IS NULL OR given <> max(register_number)",
        )?
        .query_and_then([], |row| {
            Ok(Disagreement::Register {
                year: row.get("year")?,
                dossiers: row.get("dossiers")?,
                highest: row.get("highest")?,
                given: row.get::<_, Option<i64>>("given")?.unwrap_or(0),
            })
        })?
        .collect()
}

fn journal_rows(connection: &Connection) -> Result<Option<Disagreement>, StoreError> {
    let (rows, highest, given) = connection.query_row(
        "SELECT count(*) AS rows, coalesce(max(seq), 0) AS highest, coalesce(
             (SELECT next - 1 FROM counter WHERE scope = 'journal'), 0) AS given
         FROM journal",
        [],
        |row| Ok((row.get("rows")?, row.get::<_, i64>("highest")?, row.get("given")?)),
    )?;
    let whole = rows == highest && highest == given;
    Ok((!whole).then_some(Disagreement::JournalRows { rows, given }))
}

const JOURNAL: &str = "
    SELECT (SELECT count(*) FROM dossier WHERE code NOT IN
                (SELECT subject FROM journal WHERE act = 'receive'))
         + (SELECT count(*) FROM journal WHERE act = 'receive' AND subject NOT IN
                (SELECT code FROM dossier))";

const DUE_DATE: &str = "
    SELECT count(*) FROM dossier
    WHERE CASE WHEN json_valid(due_days)
          THEN due_at / 1000 IS NOT unixepoch(json_extract(due_days, '$.at')) ELSE TRUE END";

const SEARCH: &str = "
    SELECT abs((SELECT count(*) FROM dossier) - (SELECT count(*) FROM dossier_name_search))
         + abs((SELECT count(*) FROM dossier) - (SELECT count(*) FROM dossier_part_search))";

/// Reads every page and every index of the file.
pub(super) fn integrity(connection: &Connection) -> Result<(), StoreError> {
    let answer: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if answer == "ok" { Ok(()) } else { Err(StoreError::Damaged(answer)) }
}

/// Follows every reference from table to table.
pub(super) fn foreign_keys_hold(connection: &Connection) -> Result<(), StoreError> {
    let broken: i64 =
        connection
            .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    if broken == 0 { Ok(()) } else { Err(StoreError::Damaged("foreign keys".to_owned())) }
}

/// How many rows a table has.
pub(super) fn count(connection: &Connection, table: &str) -> Result<i64, StoreError> {
    Ok(connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?)
}
