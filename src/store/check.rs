//! Checking the book: that the file is whole, and that what it says agrees with itself.

use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;

use super::error::StoreError;
use super::promise::due_of_row;
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
    /// Acts that are not in the journal as often as in the book.
    Acts {
        /// The journal's word.
        act: &'static str,
        /// How often the book has it.
        dossiers: i64,
        /// How often the journal has it.
        rows: i64,
    },
    /// Dossiers whose status does not agree with when they were finished and ended.
    Standing {
        /// How many.
        dossiers: i64,
    },
    /// Returned dossiers without a hand-over, or hand-overs of dossiers that were not returned.
    HandBack {
        /// How many.
        dossiers: i64,
    },
    /// Dossiers whose waits do not agree with their status and promise.
    Waiting {
        /// How many.
        dossiers: i64,
    },
    /// Dossiers whose field is another one than their procedure's.
    Field {
        /// How many.
        dossiers: i64,
    },
    /// Steps of dossiers that the journal does not know, or that do not follow each other.
    Steps {
        /// How many.
        steps: i64,
    },
    /// Dossiers whose holder is not who took them last, or whose changes of hands do not join.
    Hands {
        /// How many.
        dossiers: i64,
    },
    /// Numbers of notices, lists or undone acts that are not 1, 2, 3 … without gap up to their counter.
    PaperNumbers {
        /// Of what: the counter's name.
        scope: String,
        /// How many there are.
        papers: i64,
        /// The last number its counter gave.
        given: i64,
    },
    /// Voided dossiers that are not stopped.
    Voided {
        /// How many.
        dossiers: i64,
    },
    /// Dossiers in a tray at the desk that somebody else has, or that have ended.
    Tray {
        /// How many.
        dossiers: i64,
    },
    /// Dossiers that ended without a result though one was signed.
    SignedResult {
        /// How many.
        dossiers: i64,
    },
    /// Dossiers that search cannot find, or search entries without dossier.
    Search {
        /// How many.
        dossiers: i64,
    },
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
    disagreements.extend(papers(connection)?);
    disagreements.extend(journal_rows(connection)?);
    disagreements.extend(acts(connection)?);
    type Of = fn(i64) -> Disagreement;
    let counted: [(i64, Of); 12] = [
        (journal(connection)?, |dossiers| Disagreement::Journal { dossiers }),
        (due_dates(connection)?, |dossiers| Disagreement::DueDate { dossiers }),
        (number(connection, STANDING)?, |dossiers| Disagreement::Standing { dossiers }),
        (number(connection, HAND_BACK)?, |dossiers| Disagreement::HandBack { dossiers }),
        (number(connection, WAITING)?, |dossiers| Disagreement::Waiting { dossiers }),
        (number(connection, FIELD)?, |dossiers| Disagreement::Field { dossiers }),
        (number(connection, STEPS)?, |steps| Disagreement::Steps { steps }),
        (number(connection, HANDS)?, |dossiers| Disagreement::Hands { dossiers }),
        (number(connection, VOIDED)?, |dossiers| Disagreement::Voided { dossiers }),
        (number(connection, TRAY)?, |dossiers| Disagreement::Tray { dossiers }),
        (number(connection, SIGNED)?, |dossiers| Disagreement::SignedResult { dossiers }),
        (search(connection)?, |dossiers| Disagreement::Search { dossiers }),
    ];
    let wrong = counted.into_iter().filter(|(dossiers, _)| *dossiers > 0);
    disagreements.extend(wrong.map(|(dossiers, of)| of(dossiers)));
    Ok(CheckReport { dossiers: count(connection, "dossier")?, disagreements })
}

/// Dossiers that are finished or ended and do not say when, or say when and are not.
const STANDING: &str = "SELECT count(*) FROM dossier
     WHERE (finished_at IS NOT NULL) <> (status IN (9, 10))
        OR (ended_at IS NOT NULL) <> (status IN (3, 7, 8, 10))";

const HAND_BACK: &str = "SELECT
         (SELECT count(*) FROM dossier
          WHERE status = 10 AND id NOT IN (SELECT dossier_id FROM hand_back))
       + (SELECT count(*) FROM hand_back
          WHERE dossier_id NOT IN (SELECT id FROM dossier WHERE status = 10))";

/// Dossiers that wait and have a promise, or none to wait for; that do not, and something is waited for.
const WAITING: &str = "SELECT count(*) FROM dossier
     LEFT JOIN (SELECT dossier_id, count(*) AS open, max(kind) AS kind FROM wait
                WHERE until_at IS NULL GROUP BY dossier_id) AS waits
         ON waits.dossier_id = dossier.id
     WHERE CASE status
         WHEN 5 THEN due_at IS NOT NULL OR coalesce(open, 0) <> 1 OR kind <> 'papers'
         WHEN 6 THEN due_at IS NOT NULL OR coalesce(open, 0) <> 1 OR kind <> 'payment'
         WHEN 7 THEN coalesce(open, 0) > 1
         WHEN 8 THEN coalesce(open, 0) > 1
         WHEN 3 THEN coalesce(open, 0) > 1
         ELSE open IS NOT NULL END";

const FIELD: &str = "SELECT count(*) FROM dossier
     JOIN procedure_version AS version ON version.id = dossier.procedure_version_id
     WHERE dossier.field <> version.field";

/// Steps without the journal row of the act that wrote them, which has its officer and its minute, and
/// steps that do not follow each other.
const STEPS: &str = "SELECT count(*) FROM dossier_step AS step
     JOIN dossier ON dossier.id = step.dossier_id
     WHERE NOT EXISTS (
             SELECT 1 FROM journal
             WHERE journal.subject = dossier.code AND journal.act = 'next_step'
               AND journal.actor = step.actor AND journal.at - journal.at % 60000 = step.began_at)
        OR (step.position > 1 AND NOT EXISTS (
             SELECT 1 FROM dossier_step AS before
             WHERE before.dossier_id = step.dossier_id AND before.position = step.position - 1))";

/// Dossiers held by somebody else than who took them last, and changes of hands of which one does not
/// begin where the one before ended.
const HANDS: &str = "SELECT
         (SELECT count(*) FROM dossier
          LEFT JOIN transfer AS last ON last.dossier_id = dossier.id AND last.position = (
              SELECT max(position) FROM transfer WHERE dossier_id = dossier.id)
          WHERE holder_unit <> coalesce(unit_to, '') OR holder_name <> coalesce(officer_to, '')
             OR (held_since IS NULL) <> (holder_unit = '' AND holder_name = '')
             OR (held_since IS NOT NULL AND (held_since <> at OR finished_at IS NOT NULL)))
       + (SELECT count(*) FROM transfer
          LEFT JOIN transfer AS before ON before.dossier_id = transfer.dossier_id
              AND before.position = transfer.position - 1
          WHERE transfer.unit_from <> coalesce(before.unit_to, '')
             OR transfer.officer_from <> coalesce(before.officer_to, '')
             OR (transfer.position > 1 AND before.position IS NULL)
             OR transfer.at < before.at)";

const VOIDED: &str =
    "SELECT count(*) FROM dossier WHERE voided_because IS NOT NULL AND status <> 8";

const TRAY: &str = "SELECT count(*) FROM dossier
     WHERE tray <> '' AND (held_since IS NOT NULL OR ended_at IS NOT NULL)";

const SIGNED: &str = "SELECT count(*) FROM result JOIN dossier ON dossier.id = dossier_id
     WHERE status NOT IN (2, 4, 9, 10)";

/// Acts that leave a trace in the book, with the count of these traces. An act that was undone is in
/// the journal and among the undone ones, and has no trace any more.
const ACTS: [(&str, &str); 23] = [
    ("finish", "SELECT count(*) FROM dossier WHERE finished_at IS NOT NULL"),
    ("return", "SELECT count(*) FROM hand_back"),
    ("correct", "SELECT count(*) FROM correction"),
    ("ask_papers", "SELECT count(*) FROM wait WHERE kind = 'papers'"),
    ("papers_came", "SELECT count(*) FROM wait WHERE kind = 'papers' AND until_at IS NOT NULL"),
    ("demand_payment", "SELECT count(*) FROM wait WHERE kind = 'payment'"),
    ("paid", "SELECT count(*) FROM wait WHERE kind = 'payment' AND until_at IS NOT NULL"),
    ("extend", "SELECT count(*) FROM past_promise WHERE cause = 'extension'"),
    ("stop", "SELECT count(*) FROM dossier WHERE status = 8 AND voided_because IS NULL"),
    ("refuse", "SELECT count(*) FROM dossier WHERE status = 3"),
    ("void", "SELECT count(*) FROM dossier WHERE voided_because IS NOT NULL"),
    ("hand_over", "SELECT count(*) FROM transfer WHERE act = 'hand_over'"),
    ("take_back", "SELECT count(*) FROM transfer WHERE act = 'take_back'"),
    ("sign_result", "SELECT count(*) FROM result"),
    ("keep_list", "SELECT count(*) FROM handover"),
    ("undo", "SELECT count(*) FROM undone"),
    ("close_register", "SELECT count(*) FROM register_close"),
    ("guide", "SELECT count(*) FROM notice WHERE dossier_id IS NULL AND kind = 'supplement'"),
    (
        "refuse_unreceived",
        "SELECT count(*) FROM notice WHERE dossier_id IS NULL AND kind = 'refusal'",
    ),
    ("withdraw", "SELECT count(*) FROM dossier WHERE status = 7"),
    ("choose_branch", "SELECT count(*) FROM past_promise WHERE cause = 'branch'"),
    ("move_promise", "SELECT count(*) FROM past_promise WHERE cause = 'calendar'"),
    ("next_step", "SELECT count(*) FROM dossier_step"),
];

fn acts(connection: &Connection) -> Result<Vec<Disagreement>, StoreError> {
    let mut disagreements = Vec::new();
    for (act, traces) in ACTS {
        let dossiers = number(connection, traces)?;
        let rows = connection
            .prepare_cached(
                "SELECT (SELECT count(*) FROM journal WHERE act = ?1)
                      - (SELECT count(*) FROM undone WHERE act = ?1 OR also = ?1)",
            )?
            .query_row([act], |row| row.get(0))?;
        if dossiers != rows {
            disagreements.push(Disagreement::Acts { act, dossiers, rows });
        }
    }
    Ok(disagreements)
}

fn number(connection: &Connection, sql: &str) -> Result<i64, StoreError> {
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// The numbers given in one series or register.
struct Numbers {
    dossiers: i64,
    lowest: i64,
    highest: i64,
    given: i64,
}

impl Numbers {
    fn of_row(connection: &Connection, row: &Row<'_>, scope: &str) -> Result<Self, StoreError> {
        let next: Option<i64> = connection
            .prepare_cached("SELECT next FROM counter WHERE scope = ?1")?
            .query_row([scope], |row| row.get("next"))
            .optional()?;
        Ok(Self {
            dossiers: row.get("dossiers")?,
            lowest: row.get("lowest")?,
            highest: row.get("highest")?,
            given: next.unwrap_or(1) - 1,
        })
    }

    /// 1, 2, 3 … without gap: numbers are unique, so as many as the highest are all of them.
    fn run_without_gap(&self) -> bool {
        self.lowest == 1 && self.dossiers == self.highest && self.given == self.highest
    }
}

fn series(connection: &Connection) -> Result<Vec<Disagreement>, StoreError> {
    let mut disagreements = Vec::new();
    let mut statement = connection.prepare(
        "SELECT series, count(*) AS dossiers, min(sequence) AS lowest, max(sequence) AS highest
         FROM dossier GROUP BY series ORDER BY series",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let series: String = row.get("series")?;
        let numbers = Numbers::of_row(connection, row, &series)?;
        if !numbers.run_without_gap() {
            let Numbers { dossiers, highest, given, .. } = numbers;
            disagreements.push(Disagreement::Series { series, dossiers, highest, given });
        }
    }
    Ok(disagreements)
}

fn registers(connection: &Connection) -> Result<Vec<Disagreement>, StoreError> {
    let mut disagreements = Vec::new();
    let mut statement = connection.prepare(
        "SELECT register_year, count(*) AS dossiers, min(register_number) AS lowest,
             max(register_number) AS highest
         FROM dossier GROUP BY register_year ORDER BY register_year",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let year: i64 = row.get("register_year")?;
        let numbers = Numbers::of_row(connection, row, &format!("register:{year}"))?;
        if !numbers.run_without_gap() {
            let Numbers { dossiers, highest, given, .. } = numbers;
            disagreements.push(Disagreement::Register { year, dossiers, highest, given });
        }
    }
    Ok(disagreements)
}

/// Everything that bears a number and is kept for ever: notices, lists, undone acts.
fn papers(connection: &Connection) -> Result<Vec<Disagreement>, StoreError> {
    let sql = "SELECT 'notice:' || kind || ':' || year AS scope, count(*) AS dossiers,
             min(number) AS lowest, max(number) AS highest FROM notice GROUP BY kind, year
         UNION ALL
         SELECT 'handover:' || series || ':' || year, count(*), min(number), max(number)
         FROM handover GROUP BY series, year
         UNION ALL
         SELECT 'notice', count(*), coalesce(min(id), 1), coalesce(max(id), 0) FROM notice
         UNION ALL
         SELECT 'handover', count(*), coalesce(min(id), 1), coalesce(max(id), 0) FROM handover
         UNION ALL
         SELECT 'undone', count(*), coalesce(min(id), 1), coalesce(max(id), 0) FROM undone";
    let mut disagreements = Vec::new();
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let scope: String = row.get("scope")?;
        let numbers = Numbers::of_row(connection, row, &scope)?;
        if !numbers.run_without_gap() {
            let Numbers { dossiers: papers, given, .. } = numbers;
            disagreements.push(Disagreement::PaperNumbers { scope, papers, given });
        }
    }
    Ok(disagreements)
}

fn journal_rows(connection: &Connection) -> Result<Option<Disagreement>, StoreError> {
    let numbers = connection
        .prepare(
            "SELECT count(*) AS dossiers, coalesce(min(seq), 1) AS lowest,
                 coalesce(max(seq), 0) AS highest
             FROM journal",
        )?
        .query_row([], |row| Ok(Numbers::of_row(connection, row, "journal")))??;
    let Numbers { dossiers: rows, given, .. } = numbers;
    Ok((!numbers.run_without_gap()).then_some(Disagreement::JournalRows { rows, given }))
}

/// Dossiers without a receipt in the journal, and receipts without a dossier.
fn journal(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.query_row(
        "SELECT (SELECT count(*) FROM dossier WHERE code NOT IN
                    (SELECT subject FROM journal WHERE act = 'receive'))
              + (SELECT count(*) FROM journal WHERE act = 'receive' AND subject NOT IN
                    (SELECT code FROM dossier))",
        [],
        |row| row.get(0),
    )?)
}

/// Dossiers whose explanation cannot be read or does not end on the promised day.
fn due_dates(connection: &Connection) -> Result<i64, StoreError> {
    let mut wrong = 0;
    let mut statement = connection.prepare("SELECT due_at, due_days FROM dossier")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        wrong += i64::from(due_of_row(row).is_err());
    }
    Ok(wrong)
}

/// Dossiers without a search entry, and entries without a dossier.
fn search(connection: &Connection) -> Result<i64, StoreError> {
    let mut wrong = 0;
    for index in ["dossier_name_search", "dossier_part_search"] {
        wrong += connection.query_row(
            &format!(
                "SELECT (SELECT count(*) FROM dossier WHERE id NOT IN (SELECT rowid FROM {index}))
                      + (SELECT count(*) FROM {index} WHERE rowid NOT IN (SELECT id FROM dossier))"
            ),
            [],
            |row| row.get::<_, i64>(0),
        )?;
    }
    Ok(wrong)
}

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
