//! How many results are promised for a day.

use chrono::{NaiveDate, NaiveTime};
use rusqlite::named_params;

use super::error::StoreError;
use super::list::midnight;
use super::transact::View;
use crate::domain::time::OfficeTime;

/// What is promised for one day, of dossiers that have not ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PromisedDay {
    /// Before noon.
    pub morning: i64,
    /// From noon on.
    pub afternoon: i64,
}

/// Counts what is promised for `date`.
///
/// # Errors
/// When the book cannot be read.
pub fn promised_day(view: View<'_>, date: NaiveDate) -> Result<PromisedDay, StoreError> {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let mut counted = view.0.prepare_cached(
        "SELECT coalesce(sum(CASE WHEN due_at < :noon THEN 1 ELSE 0 END), 0) AS morning,
             count(*) AS promised
         FROM dossier
         WHERE ended_at IS NULL AND due_at >= :from AND due_at < :until",
    )?;
    let values = named_params! {
        ":from": midnight(date),
        ":noon": OfficeTime::new(date, noon).millis(),
        ":until": midnight(date.succ_opt().unwrap_or(date)),
    };
    Ok(counted.query_row(values, |row| {
        let (morning, promised): (i64, i64) = (row.get("morning")?, row.get("promised")?);
        Ok(PromisedDay { morning, afternoon: promised - morning })
    })?)
}
