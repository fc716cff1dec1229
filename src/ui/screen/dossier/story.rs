//! Everything the book knows of a dossier, read at once.

use crate::desk::DeskError;
use crate::desk::at_hand::{AtHand, at_hand};
use crate::desk::clock_story::{ClockStory, clock_story};
use crate::desk::control_sheet::control_lines;
use crate::desk::explain::{Explained, explain};
use crate::desk::progress::{Progress, progress};
use crate::desk::receive::show;
use crate::domain::dossier::Dossier as Record;
use crate::domain::hands::{ControlLine, Transfer};
use crate::domain::notice::Notice;
use crate::domain::time::OfficeTime;
use crate::store::{
    self, Correction, HandBack, JournalRow, PrintRow, SignedResult, UndoneAct, View,
};

/// What the book knows of a dossier.
#[derive(Debug, Clone)]
pub(crate) struct Story {
    pub(crate) record: Record,
    pub(crate) journal: Vec<JournalRow>,
    pub(crate) prints: Vec<PrintRow>,
    pub(crate) corrections: Vec<Correction>,
    pub(crate) hand_back: Option<HandBack>,
    pub(crate) clock: ClockStory,
    pub(crate) progress: Option<Progress>,
    /// Why it is promised for its moment.
    pub(crate) told: Option<Explained>,
    /// Its changes of hands, and the lines of its control sheet.
    pub(crate) transfers: Vec<Transfer>,
    pub(crate) control: Vec<ControlLine>,
    /// The notices that tell of it.
    pub(crate) notices: Vec<Notice>,
    pub(crate) result: Option<SignedResult>,
    pub(crate) undone: Vec<UndoneAct>,
    /// What an officer needs to know before an act.
    pub(crate) at_hand: AtHand,
}

impl Story {
    /// Reads everything about the dossier `code`, as `officer` sees it at `now`.
    pub(super) fn read(
        view: View<'_>,
        code: &str,
        officer: &str,
        now: OfficeTime,
    ) -> Result<Self, DeskError> {
        let record = show(view, code)?;
        Ok(Self {
            journal: store::journal_of(view, &record.code)?,
            prints: store::prints_of(view, record.id)?,
            corrections: store::corrections_of(view, record.id)?,
            hand_back: store::hand_back_of(view, record.id)?,
            clock: clock_story(view, &record)?,
            progress: progress(view, &record, now)?,
            told: explain(view, &record.code).ok(),
            transfers: store::transfers_of(view, record.id)?,
            control: control_lines(view, &record, now)?,
            notices: store::notices_of(view, record.id)?,
            result: store::result_of(view, record.id)?,
            undone: store::undone_of(view, record.id)?,
            at_hand: at_hand(view, &record, officer, now)?,
            record,
        })
    }
}
