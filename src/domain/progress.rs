//! Where a dossier's time went: the deadlines of its steps, and how long it stood at each.

use super::calendar::Calendar;
use super::process::{ProcessStep, return_step};
use super::time::OfficeTime;
use super::waiting::Wait;

/// Splits a promise into the deadlines of `steps`, one each: the working minutes between `from` and
/// `due`, in proportion to what the process gives each step, so that 40 hours of a process fit the
/// 37½ that an office works in five days. A step without a time takes no share and is due with the
/// one before it.
///
/// Deadlines never decrease and lie inside office hours; the last step with a time, and what follows
/// it, is due when the promise is. Where no step has a time all are.
#[must_use]
pub fn step_deadlines(
    calendar: &Calendar,
    from: OfficeTime,
    due: OfficeTime,
    steps: &[ProcessStep],
) -> Vec<OfficeTime> {
    let given = |step: &ProcessStep| u64::from(step.minutes.unwrap_or(0));
    let all: u64 = steps.iter().map(given).sum();
    let working = u64::from(calendar.working_minutes(from, due));
    let mut passed = 0;
    let deadline = |step| {
        passed += given(step);
        if passed == all {
            return due;
        }
        let share = u32::try_from(working * passed / all).unwrap_or(u32::MAX);
        calendar.after_working_minutes(from, share).map_or(due, |at| at.min(due))
    };
    steps.iter().map(deadline).collect()
}

/// A promise: from when its time counts, and when it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// From when.
    pub from: OfficeTime,
    /// When it is due.
    pub due: OfficeTime,
}

/// A stay of a dossier at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// The step, from 0.
    pub step: usize,
    /// When it came there.
    pub began: OfficeTime,
}

/// The way of a dossier through the steps of its process.
#[derive(Debug, Clone, Copy)]
pub struct Course<'a> {
    /// The steps.
    pub steps: &'a [ProcessStep],
    /// Where it stood, oldest first; the first stay is that at the desk which received it.
    pub stays: &'a [Stay],
    /// What was promised, oldest first; empty where nothing was.
    pub promises: &'a [Span],
    /// When the office waited for the applicant.
    pub waits: &'a [Wait],
    /// When its result lay at the desk.
    pub finished: Option<OfficeTime>,
    /// When it was returned, withdrawn, refused or stopped.
    pub ended: Option<OfficeTime>,
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepState {
    /// The dossier has left it behind.
    Passed,
    /// The dossier stands there.
    Running,
    /// The dossier has still to come there, or to come there again.
    ToCome,
    /// The dossier went past it.
    Skipped,
}

/// What a dossier spent at one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepTime {
    /// How it stands.
    pub state: StepState,
    /// When the dossier first came there.
    pub began: Option<OfficeTime>,
    /// When it left it behind.
    pub ended: Option<OfficeTime>,
    /// Working minutes spent there, without those in which the office waited for the applicant.
    pub minutes: u32,
    /// When it was to be done; `None` where nothing is promised.
    pub deadline: Option<OfficeTime>,
    /// Whether it was done after that, or is not done though it is past.
    pub late: bool,
    /// By how many working minutes, counted like [`Self::minutes`].
    pub minutes_late: u32,
}

/// What a dossier spent at each step, in the order of the process, as it is at `now`.
///
/// A result that is ready ends every step but the return of it, which then begins. While the office
/// waits for the applicant the step under way does not grow later.
///
/// A step is judged by the promise under which it was left, or by the one that holds. A promise that
/// counts from a later moment, because papers or a payment came in, is split among the steps that
/// were not left before that moment.
#[must_use]
pub fn time_spent(calendar: &Calendar, course: &Course<'_>, now: OfficeTime) -> Vec<StepTime> {
    let waiting = course.waits.iter().find(|wait| wait.until.is_none()).map(|wait| wait.from);
    let stops = course.finished.or(course.ended);
    let clock = stops.unwrap_or(now);
    let mut times: Vec<StepTime> =
        (0..course.steps.len()).map(|step| at_step(calendar, course, step, clock)).collect();
    let last = course.stays.last().map_or(0, |stay| stay.step);
    let returns = return_step(course.steps);
    for (step, time) in times.iter_mut().enumerate() {
        time.state = match step.cmp(&last) {
            std::cmp::Ordering::Less if time.began.is_none() => StepState::Skipped,
            std::cmp::Ordering::Less => StepState::Passed,
            std::cmp::Ordering::Equal if stops.is_none() => StepState::Running,
            std::cmp::Ordering::Equal => StepState::Passed,
            std::cmp::Ordering::Greater if course.finished.is_some() => StepState::Passed,
            std::cmp::Ordering::Greater => StepState::ToCome,
        };
        match (course.finished, returns == Some(step)) {
            (Some(ready), true) => {
                time.state =
                    if course.ended.is_some() { StepState::Passed } else { StepState::Running };
                time.began = Some(ready);
                time.ended = course.ended;
                let until = course.ended.unwrap_or(now);
                time.minutes = worked(calendar, course.waits, ready, until);
            }
            _ if time.state == StepState::Passed && step < last => time.ended = left(course, step),
            _ if time.state == StepState::Passed => time.ended = stops,
            _ => {}
        }
    }
    for step in 0..times.len() {
        let deadline = deadline(calendar, course, &times, step);
        let Some(time) = times.get_mut(step) else { break };
        time.deadline = deadline;
        let judged = match time.state {
            // Nobody is late because a result is not collected.
            _ if course.finished.is_some() && returns == Some(step) => None,
            StepState::Passed => time.ended,
            StepState::Running => Some(waiting.map_or(now, |since| since.min(now))),
            StepState::ToCome | StepState::Skipped => None,
        };
        if let (Some(at), Some(deadline)) = (judged, deadline)
            && at > deadline
        {
            time.late = true;
            time.minutes_late = worked(calendar, course.waits, deadline, at);
        }
    }
    times
}

/// When a dossier last came to a step and how long it was there, up to `clock`.
fn at_step(calendar: &Calendar, course: &Course<'_>, step: usize, clock: OfficeTime) -> StepTime {
    let ends = course.stays.iter().skip(1).map(|next| next.began).chain([clock]);
    let stays = || course.stays.iter().zip(ends.clone()).filter(|(stay, _)| stay.step == step);
    let minutes = stays().map(|(stay, end)| worked(calendar, course.waits, stay.began, end));
    StepTime {
        state: StepState::ToCome,
        began: stays().next().map(|(stay, _)| stay.began),
        ended: None,
        minutes: minutes.sum(),
        deadline: None,
        late: false,
        minutes_late: 0,
    }
}

/// When a dossier last went on from a step.
fn left(course: &Course<'_>, step: usize) -> Option<OfficeTime> {
    let mut moves = course.stays.iter().zip(course.stays.iter().skip(1)).rev();
    moves.find(|(stay, _)| stay.step == step).map(|(stay, next)| next.began.max(stay.began))
}

/// When a step is to be done: by the promise that was in force when it was left.
fn deadline(
    calendar: &Calendar,
    course: &Course<'_>,
    times: &[StepTime],
    step: usize,
) -> Option<OfficeTime> {
    let ended = |time: &StepTime| time.ended.filter(|_| time.state == StepState::Passed);
    let last = course.promises.len().checked_sub(1)?;
    let place = match times.get(step).and_then(ended) {
        Some(at) => course.promises.iter().rposition(|span| span.from <= at).unwrap_or(0),
        None => last,
    };
    let span = course.promises.get(place)?;
    let begins_anew = course.promises.iter().take(place).any(|before| before.from < span.from);
    let shares = |time: &StepTime| !begins_anew || ended(time).is_none_or(|at| at >= span.from);
    let sharing: Vec<usize> =
        (0..times.len()).filter(|place| times.get(*place).is_some_and(shares)).collect();
    let steps: Vec<ProcessStep> =
        sharing.iter().filter_map(|place| course.steps.get(*place).cloned()).collect();
    let deadlines = step_deadlines(calendar, span.from, span.due, &steps);
    let at = sharing.iter().position(|place| *place == step)?;
    deadlines.get(at).copied()
}

/// Working minutes between two moments, without those in which the office waited.
fn worked(calendar: &Calendar, waits: &[Wait], from: OfficeTime, until: OfficeTime) -> u32 {
    let waited = waits.iter().map(|wait| {
        let (begin, end) = (wait.from.max(from), wait.until.unwrap_or(until).min(until));
        calendar.working_minutes(begin, end)
    });
    calendar.working_minutes(from, until).saturating_sub(waited.sum())
}
