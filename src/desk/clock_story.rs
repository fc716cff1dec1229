//! What became of a dossier's promises: its waits, its past promises, and how each was kept.

use serde::Serialize;

use super::error::DeskError;
use super::rules::Rules;
use crate::domain::dossier::Dossier;
use crate::domain::past_promise::asked;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::domain::verdict::{Verdict, judge};
use crate::domain::waiting::{
    Basis, Running, Wait, WaitKind, asked_too_late, asked_twice, index_due,
};
use crate::store::{self, PastPromise, View};

/// The story of a dossier's clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClockStory {
    /// Every wait for the applicant, oldest first.
    pub waits: Vec<Wait>,
    /// Every promise that gave way, oldest first.
    pub past: Vec<PastPromise>,
    /// By the promise the citizen holds: counted from the beginning after papers.
    pub promised: Kept,
    /// By the portal's index: the time of waiting for papers is taken off.
    pub index: Kept,
}

/// How a dossier was kept by one way of counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// Until when; `None` where nothing is promised.
    pub due_at: Option<OfficeTime>,
    /// How the result was there; `None` while it is not.
    pub finished: Option<Verdict>,
    /// How it was handed over; `None` while it was not.
    pub handed_over: Option<Verdict>,
}

/// The story of the clock of `dossier`.
///
/// # Errors
/// [`DeskError::Store`] when the book cannot be read.
pub fn clock_story(view: View<'_>, dossier: &Dossier) -> Result<ClockStory, DeskError> {
    let waits = store::waits_of(view, dossier.id)?;
    let past = store::past_promises(view, dossier.id)?;
    let asked = asked(&waits, &past);
    // Whoever waits is judged by the promise that stood when the question was asked.
    let waits_now = waits.last().is_some_and(|wait| wait.until.is_none());
    let due_at = if waits_now { past.last().and_then(|past| past.due.at) } else { dossier.due.at };
    let too_late = asked_too_late(&asked);
    let promised = kept(dossier, due_at, too_late);
    let asked_for_papers = waits.iter().any(|wait| wait.kind == WaitKind::Papers);
    let index = if asked_for_papers {
        let rules = Rules::load(view)?;
        let basis = Basis { from: dossier.counted_from(), limit: dossier.counted_limit() };
        let holds = Running { basis, due: &dossier.due };
        let (calendar, hour) = (rules.calendar(), rules.office().return_hour);
        let two_appointments = dossier.second_limit.is_some();
        let due_at = index_due(calendar, hour, holds, &asked, two_appointments);
        kept(dossier, due_at, too_late || asked_twice(&waits))
    } else {
        promised
    };
    Ok(ClockStory { waits, past, promised, index })
}

impl Kept {
    /// How a promise for `due_at` was kept by a result that was ready and handed over then.
    pub(super) fn of(
        due_at: Option<OfficeTime>,
        finished_at: Option<OfficeTime>,
        handed_over_at: Option<OfficeTime>,
    ) -> Self {
        let verdict = |at: Option<OfficeTime>| Some(judge(at?, due_at?));
        Self { due_at, finished: verdict(finished_at), handed_over: verdict(handed_over_at) }
    }
}

fn kept(dossier: &Dossier, due_at: Option<OfficeTime>, always_late: bool) -> Kept {
    let handed_over = dossier.ended_at.filter(|_| dossier.status == Status::Returned);
    let kept = Kept::of(due_at, dossier.finished_at, handed_over);
    if !always_late {
        return kept;
    }
    let late = |verdict: Option<Verdict>| verdict.map(|_| Verdict::Late);
    Kept { finished: late(kept.finished), handed_over: late(kept.handed_over), ..kept }
}
