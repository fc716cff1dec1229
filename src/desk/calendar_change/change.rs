//! Writing a change of the calendar with the dossiers that move, and undoing it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::edit::{Plan, fault, plan};
use super::recount::{Recounted, Scales, moved};
use super::{
    CalendarChange, CalendarChanged, CalendarEdit, CalendarUndone, LeftAlone, Moved, MovedKind,
    MovedPromise, Replaced,
};
use crate::desk::error::DeskError;
use crate::desk::print;
use crate::desk::role::acting;
use crate::domain::calendar::{OfficeHours, SpecialDay};
use crate::domain::calendar_fault::CalendarFault;
use crate::domain::invalid::Field;
use crate::domain::line::required_line;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Cause, Db, KeptPromise, NewPromise, OpenPromise, Stamp, Tx, View};

/// The most characters of a reason: it stands on the slips that are printed again.
pub const LONGEST_REASON: usize = print::LONGEST_REASON;

/// What the journal says a change of the calendar is about.
const SUBJECT: &str = "calendar";

/// Writes `edit` into the calendar and moves the `chosen` of the dossiers that [`super::what_if`]
/// lists, for `reason`: all in one transaction, with a journal row for the calendar and one for each
/// dossier. A promise that moves is kept as a past one.
///
/// # Errors
/// As [`super::edited`]; [`Field::Reason`] without a reason; [`CalendarFault::Nothing`] when neither a
/// row of the calendar nor a dossier changes.
pub fn change(
    db: &mut Db,
    edit: &CalendarEdit,
    chosen: &[i64],
    reason: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<CalendarChanged, DeskError> {
    let reason =
        required_line(reason, LONGEST_REASON).map_err(|problem| Field::Reason.wrong(problem))?;
    let stamp = Stamp { act: Act::ChangeCalendar, actor: officer.to_owned(), at: now };
    let ((change, moved), changed) = acting(db, stamp, |tx| {
        let plan = plan(tx.view(), edit)?;
        let counted = counted(tx.view(), &plan, edit.recount, chosen)?;
        if counted.is_empty() && plan.days.is_empty() && plan.hours.is_empty() {
            return Err(fault(CalendarFault::Nothing));
        }
        let shown = moved(tx.view(), &counted)?;
        let detail = detail(&plan.days, &plan.hours, shown.len());
        write(tx, &plan, &Mention { subject: SUBJECT, detail: &detail })?;
        let seq = store::journal_length(tx.view())?;
        let promises = move_promises(tx, &counted, &shown, &reason)?;
        let Plan { days, hours, .. } = plan;
        Ok::<_, DeskError>((CalendarChange { seq, reason, days, hours, promises }, shown))
    })?;
    Ok(CalendarChanged { change, moved, changed })
}

/// What the journal keeps of a change of the calendar.
fn detail(days: &[Replaced<SpecialDay>], hours: &[Replaced<OfficeHours>], moved: usize) -> Value {
    let dates: Vec<NaiveDate> = days.iter().map(|day| day.date).collect();
    let sets: Vec<NaiveDate> = hours.iter().map(|set| set.date).collect();
    json!({ "days": dates, "office_hours": sets, "moved": moved })
}

/// What the journal says of a written plan.
pub(in crate::desk) struct Mention<'a> {
    pub(in crate::desk) subject: &'a str,
    pub(in crate::desk) detail: &'a Value,
}

/// Writes the rows of a plan and the journal row of its transaction's own act.
pub(in crate::desk) fn write(
    tx: &Tx<'_>,
    plan: &Plan,
    mention: &Mention<'_>,
) -> Result<(), DeskError> {
    for day in &plan.days {
        put_day(tx, day.date, day.after.as_ref())?;
    }
    for set in &plan.hours {
        put_hours(tx, set.date, set.after.as_ref())?;
    }
    tx.record(mention.subject, mention.detail)?;
    Ok(())
}

fn put_day(tx: &Tx<'_>, date: NaiveDate, day: Option<&SpecialDay>) -> Result<(), DeskError> {
    match day {
        Some(day) => store::put_special_day(tx, day)?,
        None => store::remove_special_day(tx, date)?,
    }
    Ok(())
}

fn put_hours(tx: &Tx<'_>, from: NaiveDate, set: Option<&OfficeHours>) -> Result<(), DeskError> {
    match set {
        Some(set) => store::put_office_hours(tx, set)?,
        None => store::remove_office_hours(tx, from)?,
    }
    Ok(())
}

/// The chosen dossiers that are to be listed, by old date.
fn counted(
    view: View<'_>,
    plan: &Plan,
    recount: bool,
    chosen: &[i64],
) -> Result<Vec<(OpenPromise, Recounted)>, DeskError> {
    let scales = Scales::new(view, plan, recount)?;
    let mut counted = Vec::new();
    for id in chosen.iter().collect::<BTreeSet<_>>() {
        let Some(promise) = store::open_promise_of(view, *id)? else { continue };
        if !matches!(promise.status, Status::AwaitingPapers | Status::AwaitingPayment) {
            counted.extend(scales.weigh(&promise)?.map(|recounted| (promise, recounted)));
        }
    }
    counted.sort_by_key(|(promise, _)| (promise.at, promise.id));
    Ok(counted)
}

/// Puts the recounted promises in the place of the old ones, a journal row each.
fn move_promises(
    tx: &Tx<'_>,
    counted: &[(OpenPromise, Recounted)],
    shown: &[Moved],
    reason: &str,
) -> Result<Vec<MovedPromise>, DeskError> {
    let mut promises = Vec::with_capacity(counted.len());
    for ((promise, recounted), moved) in counted.iter().zip(shown) {
        let Some((before, _)) = store::kept_promise(tx.view(), promise.id)? else { continue };
        let after = KeptPromise {
            start: before.start,
            limit: recounted.limit.or(before.limit),
            due: recounted.due.clone(),
        };
        repromise(tx, promise.id, Cause::Calendar, reason, &after)?;
        let detail = json!({ "from": moved.old, "to": moved.new });
        tx.record_also(Act::MovePromise, &moved.code, &detail)?;
        promises.push(MovedPromise { id: promise.id, before, after });
    }
    Ok(promises)
}

fn repromise(
    tx: &Tx<'_>,
    id: i64,
    cause: Cause,
    reason: &str,
    promise: &KeptPromise,
) -> Result<(), DeskError> {
    let KeptPromise { start, limit, due } = promise;
    let new = NewPromise { cause, reason, start: *start, limit: *limit, due };
    Ok(store::repromise(tx, id, &new)?)
}

/// Puts the rows of the calendar back and gives each dossier that was moved its promise again, where
/// the one that the change gave still holds and is still owed; the others are left alone and told.
///
/// # Errors
/// [`CalendarFault::ChangedSince`] when a day or a set of office hours was changed again meanwhile.
pub fn undo(
    db: &mut Db,
    change: &CalendarChange,
    officer: &str,
    now: OfficeTime,
) -> Result<CalendarUndone, DeskError> {
    let stamp = Stamp { act: Act::UndoCalendar, actor: officer.to_owned(), at: now };
    let ((moved, left), changed) = acting(db, stamp, |tx| {
        let days = store::special_days(tx.view())?;
        require_untouched(&change.days, &days, |day| day.date)?;
        let hours = store::office_hours(tx.view())?;
        require_untouched(&change.hours, &hours, |set| set.in_force_from)?;
        for day in &change.days {
            put_day(tx, day.date, day.before.as_ref())?;
        }
        for set in &change.hours {
            put_hours(tx, set.date, set.before.as_ref())?;
        }
        let dates: Vec<NaiveDate> = change.dates();
        tx.record(SUBJECT, &json!({ "undoes": change.seq, "days": dates }))?;
        restore_promises(tx, change)
    })?;
    Ok(CalendarUndone { moved, left, changed })
}

/// The rows are still those that the change wrote.
fn require_untouched<T: PartialEq>(
    replaced: &[Replaced<T>],
    rows: &[T],
    date: impl Fn(&T) -> NaiveDate,
) -> Result<(), DeskError> {
    let other = |row: &&Replaced<T>| {
        let place = rows.binary_search_by_key(&row.date, &date).ok();
        place.and_then(|place| rows.get(place)) != row.after.as_ref()
    };
    match replaced.iter().find(other) {
        Some(row) => Err(fault(CalendarFault::ChangedSince(row.date))),
        None => Ok(()),
    }
}

fn restore_promises(
    tx: &Tx<'_>,
    change: &CalendarChange,
) -> Result<(Vec<Moved>, Vec<LeftAlone>), DeskError> {
    let ids: Vec<i64> = change.promises.iter().map(|promise| promise.id).collect();
    let (mut moved, mut left) = (Vec::new(), Vec::new());
    let lines = store::promise_lines(tx.view(), &ids)?;
    for (promise, (id, line)) in change.promises.iter().zip(lines) {
        let now = store::kept_promise(tx.view(), id)?;
        let still = now.is_some_and(|(now, owed)| owed && now == promise.after);
        let (Some(old), Some(new), true) = (promise.after.due.at, promise.before.due.at, still)
        else {
            left.push(LeftAlone { id, code: line.code, applicant: line.applicant });
            continue;
        };
        repromise(tx, id, Cause::Undone, &change.reason, &promise.before)?;
        tx.record_also(Act::RestorePromise, &line.code, &json!({ "from": old, "to": new }))?;
        let kind = if new > old { MovedKind::Later } else { MovedKind::Earlier };
        let (code, applicant) = (line.code, line.applicant);
        let (phone, procedure) = (line.phone, line.procedure);
        moved.push(Moved { id, code, applicant, phone, procedure, old, new, kind });
    }
    Ok((moved, left))
}
