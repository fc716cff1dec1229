//! The desk's day in numbers.

use chrono::{Datelike, NaiveDate};

use super::error::StoreError;
use super::list::{
    DossierFilter, DueWindow, ListOrder, ListRow, ListState, Page, count_dossiers, list_dossiers,
    midnight,
};
use super::row::iso;
use super::transact::View;
use crate::domain::time::OfficeTime;

/// What a desk wants to know when it opens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Today {
    /// Received today.
    pub received: i64,
    /// Handed over today.
    pub returned: i64,
    /// Lying ready, whenever they were finished.
    pub ready: i64,
    /// Open and due from now to the end of today: the list of [`DueWindow::Today`].
    pub due_today: i64,
    /// Open and due before now: the list of [`DueWindow::Overdue`].
    pub overdue: i64,
    /// Waiting for further papers.
    pub awaiting_papers: i64,
    /// Of the dossiers finished this month that had a due date: how many on time, how many in all.
    pub on_time_this_month: (i64, i64),
    /// The same of the month before.
    pub on_time_last_month: (i64, i64),
    /// The days that were asked for, in their order.
    pub week: Vec<DayCount>,
    /// The open dossiers that are due first.
    pub burning: Vec<ListRow>,
}

/// One day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayCount {
    /// The day.
    pub date: NaiveDate,
    /// How many were received on it.
    pub received: i64,
    /// How many were due on it and finished late, or not at all until now.
    pub late: i64,
}

/// The numbers of `now`, of each of the `days`, and the first `most_burning` open dossiers.
///
/// # Errors
/// When the book cannot be read.
pub fn today(
    view: View<'_>,
    now: OfficeTime,
    days: &[NaiveDate],
    most_burning: usize,
) -> Result<Today, StoreError> {
    let day = now.date();
    let open = |due| DossierFilter { due: Some(due), ..DossierFilter::default() };
    let ready = DossierFilter { state: ListState::Ready, ..DossierFilter::default() };
    let month = day.with_day(1).unwrap_or(day);
    let last_day_before = month.pred_opt().unwrap_or(month);
    let month_before = last_day_before.with_day(1).unwrap_or(month);
    let (midnight_before, midnight_after) = bounds(day);
    let burning = DossierFilter::default();
    Ok(Today {
        received: received_on(view, day)?,
        returned: number(
            view,
            "SELECT count(*) FROM dossier
             WHERE ended_at IS NOT NULL AND ended_at >= ?1 AND ended_at < ?2 AND status = 10",
            [midnight_before, midnight_after],
        )?,
        ready: count_dossiers(view, &ready, now)?,
        due_today: count_dossiers(view, &open(DueWindow::Today), now)?,
        overdue: count_dossiers(view, &open(DueWindow::Overdue), now)?,
        awaiting_papers: number(view, "SELECT count(*) FROM dossier WHERE status = 5", [])?,
        on_time_this_month: on_time(view, midnight(month), midnight_after)?,
        on_time_last_month: on_time(view, midnight(month_before), midnight(month))?,
        week: days
            .iter()
            .map(|date| {
                let (received, late) = (received_on(view, *date)?, late_on(view, *date, now)?);
                Ok(DayCount { date: *date, received, late })
            })
            .collect::<Result<_, StoreError>>()?,
        burning: list_dossiers(
            view,
            &burning,
            ListOrder::BurningFirst,
            Page::First,
            most_burning,
            now,
        )?,
    })
}

/// The midnights before and after a day.
fn bounds(day: NaiveDate) -> (i64, i64) {
    (midnight(day), midnight(day.succ_opt().unwrap_or(day)))
}

fn number(view: View<'_>, sql: &str, values: impl rusqlite::Params) -> Result<i64, StoreError> {
    Ok(view.0.prepare_cached(sql)?.query_row(values, |row| row.get(0))?)
}

fn received_on(view: View<'_>, day: NaiveDate) -> Result<i64, StoreError> {
    number(view, "SELECT count(*) FROM dossier WHERE received_on = ?1", [iso(day)])
}

fn late_on(view: View<'_>, day: NaiveDate, now: OfficeTime) -> Result<i64, StoreError> {
    let (from, to) = bounds(day);
    number(
        view,
        "SELECT count(*) FROM dossier
         WHERE due_at >= ?1 AND due_at < ?2
           AND (coalesce(finished_at, due_at) > due_at
                OR (status + 0 IN (1, 2, 4, 5, 6) AND due_at + 0 < ?3))",
        [from, to, now.millis()],
    )
}

/// How many of the dossiers finished in a time were on time, and how many there were.
fn on_time(view: View<'_>, from: i64, to: i64) -> Result<(i64, i64), StoreError> {
    Ok(view
        .0
        .prepare_cached(
            "SELECT coalesce(sum(CASE WHEN finished_at <= due_at THEN 1 ELSE 0 END), 0) AS on_time,
                 count(*) AS finished
             FROM dossier
             WHERE finished_at IS NOT NULL AND finished_at >= ?1 AND finished_at < ?2
               AND due_at IS NOT NULL",
        )?
        .query_row([from, to], |row| Ok((row.get("on_time")?, row.get("finished")?)))?)
}
