//! Stretches in which the office waits for the applicant, and what they do to a promise.

use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::clock_start::{ClockStart, StartReason};
use super::deadline::{Due, DueError, ReturnHour, due};
use super::limit::Limit;
use super::status::Status;
use super::time::OfficeTime;

/// What the office waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitKind {
    /// Further papers.
    Papers,
    /// A financial duty: a tax, a land-use fee.
    Payment,
}

/// A stretch in which the clock stands still.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// For what.
    pub kind: WaitKind,
    /// When it was asked for.
    pub from: OfficeTime,
    /// When it came; `None` while the office waits.
    pub until: Option<OfficeTime>,
    /// What was asked for.
    pub reason: String,
    /// Where the dossier stood, and stands again when it came.
    pub back_to: Status,
}

/// The two ways in which the law counts a wait for papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// From the beginning again once the papers are complete (Decree 61/2018/NĐ-CP art. 19.4): what
    /// the citizen is promised.
    Restart,
    /// The time of waiting is taken off (Decision 766/QĐ-TTg): what the index of the portal counts.
    Subtract,
}

/// A limit and the moment from which it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    /// From when.
    pub from: OfficeTime,
    /// How long.
    pub limit: Limit,
}

/// A promise under way: what it counts from and with, and itself.
#[derive(Debug, Clone, Copy)]
pub struct Running<'a> {
    /// What it counts from and with.
    pub basis: Basis,
    /// The promise.
    pub due: &'a Due,
}

/// What is left at `at` of a promise under way: the days that were not yet counted; of hours, what
/// was not worked, in whole hours, upwards. When nothing is left, of a same-day limit and of an agreed
/// moment, the same day is.
#[must_use]
pub fn left_of(calendar: &Calendar, running: Running<'_>, at: OfficeTime) -> Limit {
    let passed = running.due.days.iter().filter(|day| day.date <= at.date());
    let counted = passed.filter_map(|day| day.counted).max().unwrap_or(0);
    let (left, again): (u32, fn(u32) -> Limit) = match running.basis.limit {
        Limit::WorkingDays(days) => (days.saturating_sub(counted), Limit::WorkingDays),
        Limit::CalendarDays(days) => (days.saturating_sub(counted), Limit::CalendarDays),
        Limit::HalfDays(halves) => (halves.saturating_sub(2 * counted), Limit::HalfDays),
        Limit::WorkingHours(hours) => {
            let worked = calendar.working_minutes(running.basis.from, at);
            ((hours * 60).saturating_sub(worked).div_ceil(60), Limit::WorkingHours)
        }
        Limit::SameDay | Limit::Agreed(_) => (0, Limit::WorkingDays),
        Limit::None => return Limit::None,
    };
    if left == 0 { Limit::SameDay } else { again(left) }
}

/// What a promise counts from and with, once what was waited for since `asked` came at `came`.
///
/// Papers: the `whole` limit from the beginning under [`Counting::Restart`], what was left of
/// the running promise otherwise. A payment: what was left under both.
#[must_use]
pub fn basis_after(
    calendar: &Calendar,
    (kind, counting): (WaitKind, Counting),
    whole: Limit,
    running: Running<'_>,
    (asked, came): (OfficeTime, OfficeTime),
) -> Basis {
    let limit = match (kind, counting) {
        (WaitKind::Papers, Counting::Restart) => whole,
        (WaitKind::Papers, Counting::Subtract) | (WaitKind::Payment, _) => {
            left_of(calendar, running, asked)
        }
    };
    Basis { from: came, limit }
}

/// The start that a wait's end is for the promise that follows.
#[must_use]
pub fn start_after(kind: WaitKind, came: OfficeTime) -> ClockStart {
    let reason = match kind {
        WaitKind::Papers => StartReason::Papers,
        WaitKind::Payment => StartReason::Payment,
    };
    ClockStart { at: came, reason }
}

/// When a dossier was due by one of the ways of counting: its first promise, and every wait that
/// ended. While the office waits, and for a wait that never ended, the promise before it counts.
///
/// # Errors
/// As [`due`].
pub fn due_by(
    counting: Counting,
    calendar: &Calendar,
    first: Basis,
    hour: ReturnHour,
    waits: &[Wait],
) -> Result<Option<OfficeTime>, DueError> {
    let mut basis = first;
    let mut promise = due(calendar, basis.from, basis.limit, hour)?;
    for wait in waits {
        let Some(came) = wait.until else { break };
        // Whoever asked too late had nothing left: the dossier stays late.
        if promise.at.is_some_and(|at| wait.from > at) && counting == Counting::Subtract {
            continue;
        }
        let running = Running { basis, due: &promise };
        let (how, when) = ((wait.kind, counting), (wait.from, came));
        basis = basis_after(calendar, how, first.limit, running, when);
        promise = due(calendar, basis.from, basis.limit, hour)?;
    }
    Ok(promise.at)
}

/// Whether papers were asked for more than once, which the portal's index counts as late whatever the
/// dates say (Decision 766/QĐ-TTg).
#[must_use]
pub fn asked_twice(waits: &[Wait]) -> bool {
    waits.iter().filter(|wait| wait.kind == WaitKind::Papers).count() > 1
}
