//! Where a dossier stands in its process, and where its time went.

use serde::Serialize;

use super::error::DeskError;
use crate::domain::dossier::Dossier;
use crate::domain::process::{Process, ProcessStep, return_step};
use crate::domain::progress::{Course, Span, Stay, StepState, StepTime, time_spent};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, StepRow, StoredProcess, View};

/// A step of a dossier's process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepLine {
    /// Its place in the process, from 1.
    pub step: usize,
    /// What is done.
    pub name: String,
    /// Who does it, as the process says.
    pub who: String,
    /// Who has the dossier there, or had it last; empty where it never was.
    pub holder: String,
    /// When it is to be done; `None` where nothing is promised.
    pub deadline: Option<OfficeTime>,
    /// When the dossier first came there.
    pub began_at: Option<OfficeTime>,
    /// When it left it behind.
    pub ended_at: Option<OfficeTime>,
    /// Working minutes spent there, waits for the applicant taken off.
    pub minutes: u32,
    /// Whether it is done too late, or not done though it is past its deadline.
    pub late: bool,
    /// By how many working minutes.
    pub minutes_late: u32,
    /// Whether the dossier stands there now.
    pub running: bool,
    /// How the step stands.
    #[serde(skip)]
    pub state: StepState,
}

/// The way of a dossier through its process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The book's number of the version it goes by.
    pub(crate) process_id: i64,
    /// The process.
    pub process: Process,
    /// Its steps.
    pub steps: Vec<StepLine>,
    /// Where it was passed on to.
    pub moves: Vec<StepRow>,
    /// The step that can follow now, from 0: `None` when the dossier waits, is finished or has ended,
    /// and where no step is left.
    pub next: Option<usize>,
}

impl Progress {
    /// The place, from 0, of the step the dossier came to last.
    pub(crate) fn at(&self) -> usize {
        self.moves.last().map_or(0, |row| row.step.saturating_sub(1))
    }

    /// Whether the step at `place`, from 0, is the return of the result.
    #[must_use]
    pub fn returns(&self, place: usize) -> bool {
        return_step(&self.process.steps) == Some(place)
    }
}

/// Whether a dossier is on its way through its process: neither waiting, nor finished, nor ended.
pub(super) fn is_moving(status: Status) -> bool {
    matches!(status, Status::Received | Status::InProgress)
}

/// The way of `dossier` through its process as it is at `now`; `None` when its procedure has none.
///
/// # Errors
/// When the book cannot be read.
pub fn progress(
    view: View<'_>,
    dossier: &Dossier,
    now: OfficeTime,
) -> Result<Option<Progress>, DeskError> {
    let day = dossier.received_at.date();
    let found = store::process_of(view, dossier.id, &dossier.procedure.code, day)?;
    let Some(StoredProcess { id, process }) = found else { return Ok(None) };
    let mut moves = store::steps_of(view, dossier.id)?;
    // Another procedure's steps, from before a correction, are no steps of this process.
    moves.retain(|row| row.process_id == id);
    let passed_on = |row: &StepRow| Stay { step: row.step.saturating_sub(1), began: row.began_at };
    let received = Stay { step: 0, began: dossier.received_at };
    let stays: Vec<Stay> = [received].into_iter().chain(moves.iter().map(passed_on)).collect();
    let mut promises = Vec::new();
    for past in store::past_promises(view, dossier.id)? {
        promises.extend(past.due.at.map(|due| Span { from: past.clock_from, due }));
    }
    promises.extend(dossier.due.at.map(|due| Span { from: dossier.counted_from(), due }));
    if dossier.due.at.is_none() && !dossier.is_waiting() && dossier.ended_at.is_none() {
        // What was promised once and is no more; a wait only suspends it.
        promises.clear();
    }
    let course = Course {
        steps: &process.steps,
        stays: &stays,
        promises: &promises,
        waits: &store::waits_of(view, dossier.id)?,
        finished: dossier.finished_at,
        ended: dossier.ended_at,
    };
    let times = time_spent(&store::load_calendar(view)?, &course, now);
    let here = moves.last().map_or(0, |row| row.step.saturating_sub(1));
    let holder = |place: usize| match moves.iter().rfind(|row| row.step == place + 1) {
        // Whoever took it over since has it now.
        _ if place == here && place > 0 && !dossier.holder.is_desk() => {
            dossier.holder.who().to_owned()
        }
        Some(row) => row.holder.clone(),
        None if place == 0 => dossier.received_by.clone(),
        None => String::new(),
    };
    let line = |(place, (step, time)): (usize, (&ProcessStep, StepTime))| StepLine {
        step: place + 1,
        name: step.name.clone(),
        who: step.who.clone(),
        holder: holder(place),
        deadline: time.deadline,
        began_at: time.began,
        ended_at: time.ended,
        minutes: time.minutes,
        late: time.late,
        minutes_late: time.minutes_late,
        running: time.state == StepState::Running,
        state: time.state,
    };
    let steps = process.steps.iter().zip(times).enumerate().map(line).collect();
    let after = stays.last().map_or(0, |stay| stay.step) + 1;
    let next = (is_moving(dossier.status) && after < process.steps.len()).then_some(after);
    Ok(Some(Progress { process_id: id, steps, moves, next, process }))
}
