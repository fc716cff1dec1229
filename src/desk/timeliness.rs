//! How the promises of a time were kept, by each way of counting.

use chrono::NaiveDate;
use serde::Serialize;

use super::clock_story::{Kept, clock_story};
use super::error::DeskError;
use super::receive::show;
use crate::domain::invalid::{Field, Problem};
use crate::domain::verdict::Verdict;
use crate::store::{self, FinishedRow, View};

/// How many promises were kept, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// Before the day of the promise.
    pub early: u32,
    /// On that day, not after the hour.
    pub on_time: u32,
    /// After it.
    pub late: u32,
    /// Nothing was promised.
    pub not_promised: u32,
}

impl Tally {
    fn add(&mut self, verdict: Option<Verdict>) {
        *match verdict {
            Some(Verdict::Early) => &mut self.early,
            Some(Verdict::OnTime) => &mut self.on_time,
            Some(Verdict::Late) => &mut self.late,
            None => &mut self.not_promised,
        } += 1;
    }
}

/// The dossiers whose result was ready in a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Timeliness {
    /// How many.
    pub finished: u32,
    /// How their results were ready, by the date the citizen holds: counted anew after papers (Decree
    /// 61/2018/NĐ-CP art. 19.4).
    pub promised: Tally,
    /// The same by the portal's index: waiting for papers is taken off, and a second demand is late
    /// (Decision 766/QĐ-TTg).
    pub index: Tally,
    /// How those of them that were handed over were, by the date the citizen holds.
    pub handed_over: Tally,
    /// For how many of them papers were asked for.
    pub with_papers: u32,
    /// How many of them were put off, with an apology.
    pub put_off: u32,
}

/// How the promises of the dossiers were kept whose result was ready from `from` to `to`, both
/// included.
///
/// # Errors
/// [`Field::Period`] when it ends before it begins; [`DeskError::Store`] when the book cannot be read.
pub fn timeliness(view: View<'_>, from: NaiveDate, to: NaiveDate) -> Result<Timeliness, DeskError> {
    if from > to {
        return Err(Field::Period.wrong(Problem::Conflict).into());
    }
    let mut found = Timeliness::default();
    for row in store::finished_between(view, from, to)? {
        let (promised, index) = if row.waited {
            let dossier = show(view, &row.code)?;
            let story = clock_story(view, &dossier)?;
            (story.promised, story.index)
        } else {
            let kept = plain(&row);
            (kept, kept)
        };
        found.finished += 1;
        found.with_papers += u32::from(row.asked_for_papers);
        found.put_off += u32::from(row.put_off);
        found.promised.add(promised.finished);
        found.index.add(index.finished);
        if row.handed_over_at.is_some() {
            found.handed_over.add(promised.handed_over);
        }
    }
    Ok(found)
}

/// A dossier whose applicant nobody waited for: the promise in the book is the only one there is.
fn plain(row: &FinishedRow) -> Kept {
    Kept::of(row.due_at, Some(row.finished_at), row.handed_over_at)
}
