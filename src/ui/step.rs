//! What a screen answers to a message: work to be done, and news for the window around it.

use std::path::PathBuf;

use iced::Task;

use super::place::Place;
use super::theme::Tone;
use crate::counter::Counter;
use crate::domain::dossier::Dossier;
use crate::domain::notice::NoticeKind;
use crate::store::{BackupReport, Changed};

/// News from a screen for the window around it.
#[derive(Debug, Clone)]
pub(crate) enum Event {
    /// Something to be said in passing.
    Say(Tone, String),
    /// A dossier to be shown.
    Open(String),
    /// A dossier to be shown, with how its date was counted.
    Explain(String),
    /// A place to be shown.
    Go(Place),
    /// What was handed over on an earlier day and not taken back is to be shown.
    NotBack,
    /// The book changed.
    Changed(Changed),
    /// A paper that is on disk, to be shown or printed as the office wishes.
    Deliver(Paper),
    /// A dossier whose result is to be handed over.
    GiveBack(String),
    /// A dossier whose intake is to be corrected.
    Correct(Box<Dossier>),
    /// What waits for a printer is to be tried again.
    Retry,
    /// The book was backed up.
    BackedUp(BackupReport),
    /// What this counter's computer remembers was changed.
    Counter(Box<Counter>),
}

/// A finished PDF on its way to the printer.
#[derive(Debug, Clone)]
pub(crate) struct Paper {
    /// The file.
    pub(crate) file: PathBuf,
    /// Which form it is.
    pub(crate) form: Form,
    /// The dossier's code; empty for lists.
    pub(crate) code: String,
}

/// The kinds of papers that may have printers of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Appointment slips.
    Slip,
    /// Receipts for results.
    Receipt,
    /// Papers that explain a promise; they go where slips go.
    Explanation,
    /// Notices to applicants; they go where slips go.
    Notice(NoticeKind),
    /// Control sheets; they go where slips go.
    ControlSheet,
    /// Test pages and lists.
    List,
    /// Lists of folders that changed hands; they go where lists go.
    Handover,
    /// Labels of folders and trays; they go where lists go.
    Labels,
}

/// What follows from a message.
#[derive(Debug)]
pub(crate) struct Step<M> {
    /// Work whose end is a message again.
    pub(crate) task: Task<M>,
    /// News.
    pub(crate) events: Vec<Event>,
}

impl<M: Send + 'static> Step<M> {
    /// Nothing follows.
    pub(crate) fn none() -> Self {
        Self { task: Task::none(), events: Vec::new() }
    }

    /// Work follows.
    pub(crate) fn task(task: Task<M>) -> Self {
        Self { task, events: Vec::new() }
    }

    /// News follows.
    pub(crate) fn event(event: Event) -> Self {
        Self { task: Task::none(), events: vec![event] }
    }

    /// And this news as well.
    pub(crate) fn and(mut self, event: Event) -> Self {
        self.events.push(event);
        self
    }

    /// And this work as well.
    pub(crate) fn also(mut self, task: Task<M>) -> Self {
        self.task = Task::batch([self.task, task]);
        self
    }

    /// The sentences of a refusal, one after the other.
    pub(crate) fn refused(sentences: Vec<String>) -> Self {
        let events = sentences.into_iter().map(|sentence| Event::Say(Tone::Bad, sentence));
        Self { task: Task::none(), events: events.collect() }
    }
}
