//! Dossiers whose result was ready in a time.

use chrono::NaiveDate;

use super::error::StoreError;
use super::list::midnight;
use super::row::{moment, optional_moment};
use super::transact::View;
use crate::domain::time::OfficeTime;

/// What the promises of a time are judged by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinishedRow {
    /// The dossier's code.
    pub code: String,
    /// What was promised.
    pub due_at: Option<OfficeTime>,
    /// When the result was ready.
    pub finished_at: OfficeTime,
    /// When it was handed over.
    pub handed_over_at: Option<OfficeTime>,
    /// Whether the office waited for the applicant on the way.
    pub waited: bool,
    /// Whether papers were asked for on the way.
    pub asked_for_papers: bool,
    /// Whether the promise was put off.
    pub put_off: bool,
}

/// The dossiers whose result was ready from `from` to `to`, both included, in that order.
///
/// # Errors
/// When the book cannot be read.
pub fn finished_between(
    view: View<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<FinishedRow>, StoreError> {
    let after = to.succ_opt().unwrap_or(to);
    view.0
        .prepare_cached(
            "SELECT code, due_at, finished_at,
                 CASE status WHEN 10 THEN ended_at END AS handed_over_at,
                 EXISTS (SELECT 1 FROM wait
                         WHERE wait.dossier_id = dossier.id) AS waited,
                 EXISTS (SELECT 1 FROM wait
                         WHERE wait.dossier_id = dossier.id AND kind = 'papers') AS papers,
                 EXISTS (SELECT 1 FROM past_promise AS past
                         WHERE past.dossier_id = dossier.id AND cause = 'extension') AS put_off
             FROM dossier
             WHERE finished_at IS NOT NULL AND finished_at >= ?1 AND finished_at < ?2
             ORDER BY finished_at, id",
        )?
        .query_and_then([midnight(from), midnight(after)], |row| {
            Ok(FinishedRow {
                code: row.get("code")?,
                due_at: optional_moment(row, "due_at")?,
                finished_at: moment(row, "finished_at")?,
                handed_over_at: optional_moment(row, "handed_over_at")?,
                waited: row.get("waited")?,
                asked_for_papers: row.get("papers")?,
                put_off: row.get("put_off")?,
            })
        })?
        .collect()
}
