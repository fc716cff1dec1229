//! Lists of dossiers: filtered, ordered and page by page, quick however many the book holds.

use chrono::{Days, NaiveDate, NaiveTime};
use rusqlite::Row;
use serde::Serialize;

use super::dossier::status_of_row;
use super::error::StoreError;
use super::list_plan::Plan;
use super::row::{from_word, moment, optional_moment};
use super::transact::View;
use crate::domain::dossier::{Channel, ReturnBy};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;

/// Up to how many dossiers [`count_dossiers`] counts when a filter asks several things.
pub const COUNT_CAP: i64 = 1_000;

/// Which dossiers, by where they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ListState {
    /// Neither finished nor ended: the office still owes something.
    #[default]
    Open,
    /// Finished and not yet collected.
    Ready,
    /// Returned, withdrawn, refused or stopped.
    Ended,
    /// All of them.
    Any,
}

/// Which dossiers, by when they are due. The three share no dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DueWindow {
    /// Before now.
    Overdue,
    /// From now to the end of today.
    Today,
    /// In the three days of the calendar after today.
    Next3Days,
}

/// What a list is asked for. The default asks for every open dossier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DossierFilter {
    /// Where they stand.
    pub state: ListState,
    /// When they are due. With [`ListState::Any`] it means open ones: what is finished is not
    /// overdue.
    pub due: Option<DueWindow>,
    /// The procedure's field, exactly.
    pub field: Option<String>,
    /// How they came in.
    pub channel: Option<Channel>,
    /// The officer who received them, exactly.
    pub officer: Option<String>,
    /// The first and the last day of receipt.
    pub received: Option<(NaiveDate, NaiveDate)>,
    /// A code, name or number or a part of it, as [`super::find`] takes it; empty for all.
    pub text: String,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ListOrder {
    /// What is due first stands first, what has no due date last.
    #[default]
    BurningFirst,
    /// What was received last stands first.
    NewestFirst,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListRow {
    /// The book's own number.
    pub id: i64,
    /// The dossier's code.
    pub code: String,
    /// The applicant's name.
    pub applicant: String,
    /// The applicant's telephone number; may be empty.
    pub phone: String,
    /// The applicant's identity number, passport or tax code; may be empty.
    pub identity_number: String,
    /// The applicant's address; may be empty.
    pub address: String,
    /// The procedure's name.
    pub procedure: String,
    /// The procedure's code.
    pub procedure_code: String,
    /// The procedure's field.
    pub field: String,
    /// When it was received.
    pub received_at: OfficeTime,
    /// When the result is promised.
    pub due_at: Option<OfficeTime>,
    /// When the result lay at the desk.
    pub finished_at: Option<OfficeTime>,
    /// When it was returned, withdrawn, refused or stopped.
    pub ended_at: Option<OfficeTime>,
    /// Where it stands.
    pub status: Status,
    /// How it came in.
    pub channel: Channel,
    /// How the result goes out.
    pub return_by: ReturnBy,
    /// The officer who received it.
    pub received_by: String,
}

impl ListRow {
    /// Where a page goes on after or before this line.
    #[must_use]
    pub fn key(&self) -> ListKey {
        ListKey { due_at: self.due_at.map(OfficeTime::millis), id: self.id }
    }
}

/// The place of a line in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ListKey {
    /// When it is due, in milliseconds since 1970 UTC.
    pub due_at: Option<i64>,
    /// The book's own number.
    pub id: i64,
}

/// A part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// The first lines.
    #[default]
    First,
    /// The lines that follow this one.
    After(ListKey),
    /// The lines right before this one.
    Before(ListKey),
    /// The last lines.
    Last,
}

/// A page of at most `most` lines, always in the order of the list.
///
/// Where `text` agrees with more than a few thousand dossiers and the rest of the filter leaves as
/// many, [`ListOrder::BurningFirst`] orders the newest few thousand of them.
///
/// # Errors
/// When the book cannot be read.
pub fn list_dossiers(
    view: View<'_>,
    filter: &DossierFilter,
    order: ListOrder,
    page: Page,
    most: usize,
    now: OfficeTime,
) -> Result<Vec<ListRow>, StoreError> {
    let keys = Plan::of(view, filter, now)?.page(order, page, most)?;
    rows_of(view, &keys)
}

/// How many dossiers a filter lets through: exactly when it asks at most one thing, and up to
/// [`COUNT_CAP`] when it asks several, `COUNT_CAP` then standing for so many or more.
///
/// # Errors
/// When the book cannot be read.
pub fn count_dossiers(
    view: View<'_>,
    filter: &DossierFilter,
    now: OfficeTime,
) -> Result<i64, StoreError> {
    Plan::of(view, filter, now)?.count()
}

/// The fields of all received dossiers, in the order of the alphabet.
///
/// # Errors
/// When the book cannot be read.
pub fn fields_in_use(view: View<'_>) -> Result<Vec<String>, StoreError> {
    distinct(view, "SELECT min(field) FROM dossier WHERE field > ?1")
}

/// The officers who received dossiers, in the order of the alphabet.
///
/// # Errors
/// When the book cannot be read.
pub fn officers_in_use(view: View<'_>) -> Result<Vec<String>, StoreError> {
    distinct(view, "SELECT min(received_by) FROM dossier WHERE received_by > ?1")
}

/// Every value of an indexed column but the empty one: a step down the index for each.
fn distinct(view: View<'_>, next: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = view.0.prepare_cached(next)?;
    let mut values: Vec<String> = Vec::new();
    let mut after = String::new();
    while let Some(value) = statement.query_row([&after], |row| row.get::<_, Option<String>>(0))? {
        after.clone_from(&value);
        values.push(value);
    }
    Ok(values)
}

/// The lines of `keys`, in their order.
pub(super) fn rows_of(view: View<'_>, keys: &[ListKey]) -> Result<Vec<ListRow>, StoreError> {
    let mut statement = view.0.prepare_cached(
        "SELECT dossier.id AS dossier_id, dossier.code AS dossier_code, applicant_name, phone,
             identity_number, address, version.name AS procedure_name,
             version.code AS procedure_code, dossier.field AS dossier_field, received_at, due_at,
             finished_at, ended_at, status, channel, return_by, received_by
         FROM dossier
         JOIN procedure_version AS version ON version.id = dossier.procedure_version_id
         WHERE dossier.id = ?1",
    )?;
    keys.iter().map(|key| statement.query_row([key.id], |row| Ok(list_row(row)))?).collect()
}

fn list_row(row: &Row<'_>) -> Result<ListRow, StoreError> {
    Ok(ListRow {
        id: row.get("dossier_id")?,
        code: row.get("dossier_code")?,
        applicant: row.get("applicant_name")?,
        phone: row.get("phone")?,
        identity_number: row.get("identity_number")?,
        address: row.get("address")?,
        procedure: row.get("procedure_name")?,
        procedure_code: row.get("procedure_code")?,
        field: row.get("dossier_field")?,
        received_at: moment(row, "received_at")?,
        due_at: optional_moment(row, "due_at")?,
        finished_at: optional_moment(row, "finished_at")?,
        ended_at: optional_moment(row, "ended_at")?,
        status: status_of_row(row)?,
        channel: from_word(row, "channel")?,
        return_by: from_word(row, "return_by")?,
        received_by: row.get("received_by")?,
    })
}

/// The first moment of a day, in milliseconds since 1970 UTC.
pub(super) fn midnight(day: NaiveDate) -> i64 {
    OfficeTime::new(day, NaiveTime::MIN).millis()
}

impl DueWindow {
    /// The moments it holds, in milliseconds since 1970 UTC: from the first, to before the second.
    pub(super) fn bounds(self, now: OfficeTime) -> (i64, i64) {
        let today = now.date();
        let day = |number| midnight(today.checked_add_days(Days::new(number)).unwrap_or(today));
        match self {
            Self::Overdue => (i64::MIN, now.millis()),
            Self::Today => (now.millis(), day(1)),
            Self::Next3Days => (day(1), day(4)),
        }
    }
}
