//! Counting promises again under two calendars.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::edit::{Plan, plan};
use super::tally::Tally;
use super::{CalendarEdit, Moved, MovedKind, WhatIf};
use crate::desk::error::DeskError;
use crate::domain::calendar::Calendar;
use crate::domain::deadline::{Due, DueError, ReturnHour, due};
use crate::domain::limit::Limit;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, OpenPromise, View};

/// After how many dossiers the progress is told.
const STEP: usize = 256;

/// How many years around 2000 office hours are compared day by day.
const CENTURY: (i32, i32) = (2000, 2100);

/// Which open dossiers would be promised for another moment after `edit`, by old date.
///
/// An open dossier has a promise, no result and no end, and does not wait: its promise is counted anew
/// when the wait ends. It is listed when the two calendars give different moments, which leaves those in
/// peace that an officer once decided not to move; and always when the change touches its span and its
/// promise lies when the office would be closed. With [`CalendarEdit::recount`] it is listed when its
/// promise is another than the new calendar gives. A promise is never moved before the receipt.
///
/// `progress` is told how many of how many dossiers were read; it answers `false` to cancel, and the
/// answer is then `None`.
///
/// # Errors
/// As [`super::edited`]; [`DeskError::NoWorkingDay`] where the new calendar has none within reach.
pub fn what_if(
    view: View<'_>,
    edit: &CalendarEdit,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Option<WhatIf>, DeskError> {
    let plan = plan(view, edit)?;
    let scales = Scales::new(view, &plan, edit.recount)?;
    let all = store::open_dossiers(view)?;
    let (mut read, mut looked_at, mut cancelled) = (0, 0, !progress(0, all));
    let mut counted: Vec<(OpenPromise, Recounted)> = Vec::new();
    if !cancelled {
        store::open_promises(view, |promise| {
            read += 1;
            if read % STEP == 0 && !progress(read, all) {
                cancelled = true;
                return Ok(false);
            }
            if is_waiting(promise.status) {
                return Ok(true);
            }
            looked_at += 1;
            counted.extend(scales.weigh(promise)?.map(|recounted| (*promise, recounted)));
            Ok::<_, DeskError>(true)
        })?;
    }
    if cancelled {
        return Ok(None);
    }
    counted.sort_by_key(|(promise, _)| (promise.at, promise.id));
    let moved = moved(view, &counted)?;
    let _ = progress(all, all);
    Ok(Some(WhatIf { looked_at, moved }))
}

/// Whether a dossier's promise is counted anew anyway, when its wait ends.
fn is_waiting(status: Status) -> bool {
    matches!(status, Status::AwaitingPapers | Status::AwaitingPayment)
}

/// What is shown of recounted promises.
pub(super) fn moved(
    view: View<'_>,
    counted: &[(OpenPromise, Recounted)],
) -> Result<Vec<Moved>, DeskError> {
    let ids: Vec<i64> = counted.iter().map(|(promise, _)| promise.id).collect();
    let lines = store::promise_lines(view, &ids)?;
    let shown = lines.into_iter().zip(counted).map(|((id, line), (promise, recounted))| Moved {
        id,
        code: line.code,
        applicant: line.applicant,
        phone: line.phone,
        procedure: line.procedure,
        old: promise.at,
        new: recounted.at,
        kind: recounted.kind,
    });
    Ok(shown.collect())
}

/// A promise by the new calendar.
#[derive(Debug)]
pub(super) struct Recounted {
    pub(super) at: OfficeTime,
    pub(super) kind: MovedKind,
    /// The limit it is counted with, where an agreed moment had to move.
    pub(super) limit: Option<Limit>,
    pub(super) due: Due,
}

/// The two calendars, and where they differ.
pub(super) struct Scales<'a> {
    old: &'a Calendar,
    new: &'a Calendar,
    hour: ReturnHour,
    /// The dates with other sessions, in order.
    changed: Vec<NaiveDate>,
    tally: Tally,
    recount: bool,
}

impl<'a> Scales<'a> {
    pub(super) fn new(view: View<'_>, plan: &'a Plan, recount: bool) -> Result<Self, DeskError> {
        let hour = store::load_office(view)?.return_hour;
        let (old, new) = (&plan.old, &plan.new);
        let changed = changed_dates(old, new);
        let tally = Tally::until(old, changed.last().copied());
        Ok(Self { old, new, hour, changed, tally, recount })
    }

    /// The promise by the new calendar, where the dossier is to be listed.
    pub(super) fn weigh(&self, promise: &OpenPromise) -> Result<Option<Recounted>, DeskError> {
        let from = promise.from.to_minute();
        let Some(before) = self.before(promise, from) else { return Ok(None) };
        let (due, limit) = match due(self.new, from, promise.limit, self.hour) {
            Ok(due) => (due, None),
            Err(DueError::AgreedOutside(agreed)) => {
                let moved = self.new.moved_into_hours(agreed).ok_or(DeskError::NoWorkingDay)?;
                let limit = Limit::Agreed(Some(moved));
                match self::due(self.new, from, limit, self.hour) {
                    Ok(due) => (due, Some(limit)),
                    Err(_) => return Ok(None),
                }
            }
            Err(DueError::NoWorkingDay(_)) => return Err(DeskError::NoWorkingDay),
            Err(_) => return Ok(None),
        };
        let Some(at) = due.at else { return Ok(None) };
        let same = !self.recount && before == Some(at) && self.new.is_in_hours(promise.at);
        if same || at == promise.at || at < promise.received_at {
            return Ok(None);
        }
        let kind = match limit {
            Some(_) => MovedKind::ClosedOnDue,
            None if at > promise.at => MovedKind::Later,
            None => MovedKind::Earlier,
        };
        Ok(Some(Recounted { at, kind, limit, due }))
    }

    /// The moment by the old calendar, itself `None` where that gives none; nothing at all when no
    /// changed date lies in the dossier's span, so that it cannot move.
    fn before(&self, promise: &OpenPromise, from: OfficeTime) -> Option<Option<OfficeTime>> {
        if self.recount {
            return Some(None);
        }
        let place = self.changed.partition_point(|date| *date < from.date());
        let next = *self.changed.get(place)?;
        if next > promise.at.date() && self.tally.is_over(from.date(), promise.limit, next) {
            return None;
        }
        let before = due(self.old, from, promise.limit, self.hour).ok().and_then(|due| due.at);
        let agreed = match promise.limit {
            Limit::Agreed(at) => at,
            _ => None,
        };
        let last = [before, agreed, Some(promise.at)].into_iter().flatten().max()?;
        (next <= last.date()).then_some(before)
    }
}

/// The dates on which the two calendars have different sessions, in order.
fn changed_dates(old: &Calendar, new: &Calendar) -> Vec<NaiveDate> {
    let differs = |date: &NaiveDate| old.sessions(*date) != new.sessions(*date);
    if old.hours() == new.hours() {
        let days = old.days().iter().chain(new.days()).map(|day| day.date);
        let kind = |calendar: &Calendar, date| calendar.special_day(date).map(|day| day.kind);
        let dates: BTreeSet<NaiveDate> =
            days.filter(|date| kind(old, *date) != kind(new, *date)).collect();
        return dates.into_iter().filter(differs).collect();
    }
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    let (first, last) = (day(CENTURY.0), day(CENTURY.1));
    first.iter_days().take_while(|date| *date < last).filter(differs).collect()
}
