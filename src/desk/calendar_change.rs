//! "What if the calendar changes?": days and hours are edited, and the promises that rest on them
//! are shown before anything is written.
//!
//! [`edited`] answers the calendar as it would be, [`what_if`] the dossiers that would be promised
//! for another moment, [`change()`] writes the calendar and moves just the dossiers that were chosen,
//! [`undo`] puts both back. Nothing moves by itself: a change without chosen dossiers moves none.

mod change;
mod edit;
mod pack;
mod papers;
mod recount;
mod tally;
mod year;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::calendar::{OfficeHours, SpecialDay};
use crate::domain::time::OfficeTime;
use crate::store::{Changed, KeptPromise};

pub use change::{LONGEST_REASON, change, undo};
pub(super) use change::{Mention, write};
pub use edit::edited;
pub(super) use edit::plan;
pub use pack::{CalendarPack, calendar_pack};
pub use papers::{print_calls, print_moved_slips};
pub use recount::what_if;
pub use year::{CalendarWarning, calendar_warning, year_edit};

/// A wish to change the calendar. The default changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarEdit {
    /// Days to be written; what was known of their dates gives way.
    pub put: Vec<SpecialDay>,
    /// Days to become ordinary ones again.
    pub remove: Vec<NaiveDate>,
    /// Sets of office hours to be written, each by its first day.
    pub hours: Vec<OfficeHours>,
    /// First days of the sets of office hours to be taken away.
    pub drop_hours: Vec<NaiveDate>,
    /// Years to become official, each with its notice: every national day of the year then rests on
    /// that notice. Written after `put` and `remove`.
    pub official: Vec<(i32, String)>,
    /// Whether every open dossier is listed whose promise is another than the new calendar gives,
    /// whatever changed: after an import, or to come back to what was not moved.
    pub recount: bool,
}

/// How a promise would move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MovedKind {
    /// To a later moment.
    Later,
    /// To an earlier moment.
    Earlier,
    /// A date that was agreed on, or an extension's, lies when the office is closed: proposed is the
    /// next time it works.
    ClosedOnDue,
}

/// A dossier that would be promised for another moment, or was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// The book's own number.
    pub id: i64,
    /// The dossier's code.
    pub code: String,
    /// The applicant's name.
    pub applicant: String,
    /// The applicant's telephone number; may be empty.
    pub phone: String,
    /// The procedure's name.
    pub procedure: String,
    /// The promise in the book.
    pub old: OfficeTime,
    /// The promise by the new calendar.
    pub new: OfficeTime,
    /// How it moves.
    pub kind: MovedKind,
}

/// What a change of the calendar would mean.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct WhatIf {
    /// How many open dossiers were looked at: result not there, not ended, not waiting, promised.
    pub looked_at: usize,
    /// Those that would move, by old date.
    pub moved: Vec<Moved>,
}

/// A change of the calendar that was written: what is needed to undo it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarChange {
    /// The journal row of the change.
    seq: i64,
    /// Why it was done.
    reason: String,
    days: Vec<Replaced<SpecialDay>>,
    hours: Vec<Replaced<OfficeHours>>,
    promises: Vec<MovedPromise>,
}

impl CalendarChange {
    /// Why it was done.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The days that were changed, by date.
    #[must_use]
    pub fn dates(&self) -> Vec<NaiveDate> {
        self.days.iter().map(|day| day.date).collect()
    }
}

/// A row of the calendar before and after; nothing where the book held none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replaced<T> {
    date: NaiveDate,
    before: Option<T>,
    after: Option<T>,
}

/// A promise before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
struct MovedPromise {
    id: i64,
    before: KeptPromise,
    after: KeptPromise,
}

/// What a written change did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarChanged {
    /// What is needed to undo it.
    pub change: CalendarChange,
    /// The dossiers that were moved, by old date. A chosen one that the change does not touch, or that
    /// was finished meanwhile, is not among them.
    pub moved: Vec<Moved>,
    /// What the write changed.
    pub changed: Changed,
}

/// A dossier that an undoing did not move back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftAlone {
    /// The book's own number.
    pub id: i64,
    /// The dossier's code.
    pub code: String,
    /// The applicant's name.
    pub applicant: String,
}

/// What an undoing did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarUndone {
    /// The dossiers that were moved back, by the date they were moved from.
    pub moved: Vec<Moved>,
    /// Those whose promise is another by now, or that are finished or ended.
    pub left: Vec<LeftAlone>,
    /// What the write changed.
    pub changed: Changed,
}
