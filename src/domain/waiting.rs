//! Stretches in which the office waits for the applicant, and what they do to a promise.

use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::clock_start::{ClockStart, StartReason};
use super::deadline::{Due, ReturnHour, due};
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

/// Time that was counted already, in the units limits have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Used {
    half_days: u32,
    calendar_days: u32,
    minutes: u32,
}

impl Used {
    /// What of a promise was counted until `at`: the days that stand in its count, of hours the minutes
    /// that were worked.
    #[must_use]
    pub fn of(calendar: &Calendar, running: Running<'_>, at: OfficeTime) -> Self {
        let passed = running.due.days.iter().filter(|day| day.date <= at.date());
        let counted = passed.filter_map(|day| day.counted).max().unwrap_or(0);
        let nothing = Self::default();
        match running.basis.limit {
            Limit::WorkingDays(_) | Limit::HalfDays(_) => {
                Self { half_days: 2 * counted, ..nothing }
            }
            Limit::CalendarDays(_) => Self { calendar_days: counted, ..nothing },
            Limit::WorkingHours(_) => {
                Self { minutes: calendar.working_minutes(running.basis.from, at), ..nothing }
            }
            Limit::SameDay | Limit::Agreed(_) | Limit::None => nothing,
        }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, more: Self) -> Self {
        Self {
            half_days: self.half_days.saturating_add(more.half_days),
            calendar_days: self.calendar_days.saturating_add(more.calendar_days),
            minutes: self.minutes.saturating_add(more.minutes),
        }
    }

    /// What a limit leaves when this is taken off; hours are rounded up, and where nothing is left the
    /// same day is. A moment that was agreed stays.
    #[must_use]
    pub fn off(self, limit: Limit) -> Limit {
        let (left, again): (u32, fn(u32) -> Limit) = match limit {
            Limit::WorkingDays(days) => {
                ((2 * days).saturating_sub(self.half_days), |halves| match halves % 2 {
                    0 => Limit::WorkingDays(halves / 2),
                    _ => Limit::HalfDays(halves),
                })
            }
            Limit::HalfDays(halves) => (halves.saturating_sub(self.half_days), Limit::HalfDays),
            Limit::CalendarDays(days) => {
                (days.saturating_sub(self.calendar_days), Limit::CalendarDays)
            }
            Limit::WorkingHours(hours) => {
                let minutes = (hours * 60).saturating_sub(self.minutes);
                (minutes.div_ceil(60), Limit::WorkingHours)
            }
            Limit::SameDay | Limit::Agreed(_) | Limit::None => return limit,
        };
        if left == 0 { Limit::SameDay } else { again(left) }
    }
}

/// What is left, when it comes at `came`, of a promise under way when something was asked for at
/// `asked`. An agreed moment moves by the working time that was left until it; the same day is left
/// of one that was over.
#[must_use]
pub fn left_of(
    calendar: &Calendar,
    running: Running<'_>,
    (asked, came): (OfficeTime, OfficeTime),
) -> Limit {
    match running.basis.limit {
        Limit::Agreed(Some(at)) => match calendar.working_minutes(asked, at) {
            0 => Limit::SameDay,
            left => Limit::Agreed(calendar.after_working_minutes(came, left)),
        },
        limit => Used::of(calendar, running, asked).off(limit),
    }
}

/// A wait, and the promise that was under way when it began.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The wait.
    pub wait: &'a Wait,
    /// The promise.
    pub running: Running<'a>,
}

/// Whether something was asked for when the promise was over already: late, whatever followed.
#[must_use]
pub fn asked_too_late(asked: &[Asked<'_>]) -> bool {
    asked.iter().any(|asked| asked.running.due.at.is_some_and(|due| asked.wait.from > due))
}

/// When a dossier is due by the portal's index, which takes waiting for papers off where the citizen's
/// date begins anew (Decision 766/QĐ-TTg; Decree 61/2018/NĐ-CP art. 19.4): what was counted before each
/// demand is taken off what is promised now. While the office waits, and for what was asked for too
/// late, the promise counts that was under way then. With two appointments the second has a time of its
/// own. `holds` is the promise that holds.
#[must_use]
pub fn index_due(
    calendar: &Calendar,
    hour: ReturnHour,
    holds: Running<'_>,
    asked: &[Asked<'_>],
    two_appointments: bool,
) -> Option<OfficeTime> {
    let mut used = Used::default();
    let by_index = |running: Running<'_>, used: Used| {
        let limit = used.off(running.basis.limit);
        if limit == running.basis.limit {
            return running.due.at;
        }
        // What the calendar cannot count any more stays as it was promised.
        due(calendar, running.basis.from, limit, hour).map_or(running.due.at, |due| due.at)
    };
    for Asked { wait, running } in asked {
        let too_late = running.due.at.is_some_and(|due| wait.from > due);
        if too_late || wait.until.is_none() {
            return by_index(*running, used);
        }
        match wait.kind {
            WaitKind::Papers => used = used.and(Used::of(calendar, *running, wait.from)),
            WaitKind::Payment if two_appointments => used = Used::default(),
            WaitKind::Payment => {}
        }
    }
    by_index(holds, used)
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

/// Whether papers were asked for more than once, which the portal's index counts as late whatever the
/// dates say (Decision 766/QĐ-TTg).
#[must_use]
pub fn asked_twice(waits: &[Wait]) -> bool {
    waits.iter().filter(|wait| wait.kind == WaitKind::Papers).count() > 1
}
