//! One dossier: everything the book knows of it, and what can be done with it now.

mod branch;
mod clock;
mod counting;
mod process;
mod process_view;
mod view;

use iced::Task;
use iced::keyboard::key::Named;

use super::Context;
use crate::desk::branch::may_change;
use crate::desk::clock_story::{ClockStory, clock_story};
use crate::desk::explain::{Explained, explain};
use crate::desk::print::print_slip;
use crate::desk::progress::{Progress, progress};
use crate::desk::receive::show;
use crate::desk::{DeskError, finish};
use crate::domain::dossier::Dossier as Record;
use crate::domain::status::Status;
use crate::store::{self, Changed, Correction, HandBack, JournalRow, PrintRow};
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::session::{Answer, refused};
use crate::ui::step::{self, Event, Step};
use crate::ui::text as said;
use crate::ui::theme::Tone;

pub(crate) use clock::Deed;

const REASON: &str = "dossier-reason";

/// The dossier on the screen.
#[derive(Debug)]
pub(crate) struct Dossier {
    code: String,
    story: Option<Box<Story>>,
    dialog: Option<Dialog>,
    /// What was typed about the clock before its dialog was closed.
    kept: Option<clock::Form>,
    closed: bool,
    busy: bool,
}

/// What the book knows of a dossier.
#[derive(Debug, Clone)]
pub(crate) struct Story {
    record: Record,
    journal: Vec<JournalRow>,
    prints: Vec<PrintRow>,
    corrections: Vec<Correction>,
    hand_back: Option<HandBack>,
    clock: ClockStory,
    progress: Option<Progress>,
    /// Why it is promised for its moment.
    told: Option<Explained>,
}

/// What is open on top.
#[derive(Debug)]
enum Dialog {
    /// Why the slip is printed again.
    Reprint(String),
    /// How the date was counted.
    Days,
    /// Something done to the clock.
    Clock(clock::Form),
    /// Who has the dossier at its next step.
    Next(String),
    /// The process of its procedure is typed.
    Process(Box<process::Typing>),
    /// Which branch of the limit is to run, and why.
    Branch(branch::Choice),
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Loaded(String, Answer<Box<Story>>),
    Reprint,
    Reason(String),
    Print,
    Printed(String, Answer<std::path::PathBuf>),
    Finish,
    Finished(String, Answer<Changed>),
    GiveBack,
    Correct,
    Days,
    Clock(clock::Message),
    Process(process::Message),
    PrintExplanation,
    ExplanationPrinted(String, Answer<std::path::PathBuf>),
    Branch(branch::Message),
    Close,
}

impl Message {
    /// The dossier that something was done to, when this is the answer.
    fn done_to(&self) -> Option<&str> {
        match self {
            Self::Printed(code, _)
            | Self::Finished(code, _)
            | Self::ExplanationPrinted(code, _)
            | Self::Clock(clock::Message::Done(code, ..))
            | Self::Process(process::Message::Moved(code, _) | process::Message::Kept(code, _))
            | Self::Branch(branch::Message::Changed(code, ..)) => Some(code),
            _ => None,
        }
    }

    /// Whether this is the answer to something done to another dossier than the one that is shown.
    pub(crate) fn is_for_another(&self, shown: Option<&Dossier>) -> bool {
        self.done_to().is_some_and(|code| shown.is_none_or(|shown| shown.code != code))
    }
}

impl Dossier {
    /// A dossier that was left before `answer` came.
    pub(crate) fn left(answer: &Message) -> Self {
        let code = answer.done_to().unwrap_or_default().to_owned();
        Self { code, story: None, dialog: None, kept: None, closed: false, busy: true }
    }

    /// Opens the dossier with this code.
    pub(crate) fn open(code: String, context: &Context<'_>) -> (Self, Task<Message>) {
        let dossier =
            Self { code, story: None, dialog: None, kept: None, closed: false, busy: false };
        let load = dossier.load(context);
        (dossier, load)
    }

    /// Shows how the date was counted.
    pub(crate) fn explain(&mut self) {
        self.dialog = Some(Dialog::Days);
    }

    fn load(&self, context: &Context<'_>) -> Task<Message> {
        let (code, now) = (self.code.clone(), context.session.now());
        let read = context.session.ask(move |db| {
            let view = db.view();
            let record = show(view, &code)?;
            Ok::<_, DeskError>(Box::new(Story {
                journal: store::journal_of(view, &record.code)?,
                prints: store::prints_of(view, record.id)?,
                corrections: store::corrections_of(view, record.id)?,
                hand_back: store::hand_back_of(view, record.id)?,
                clock: clock_story(view, &record)?,
                progress: progress(view, &record, now)?,
                told: explain(view, &record.code).ok(),
                record,
            }))
        });
        let code = self.code.clone();
        read.map(move |story| Message::Loaded(code.clone(), story))
    }

    pub(crate) fn title(&self) -> String {
        said::dossier_title(&self.code)
    }

    /// Whether the dossier is to be left: there is none with this code.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Esc: closes what is on top; answers whether something was.
    pub(crate) fn back(&mut self) -> bool {
        let closed = self.dialog.take();
        let was_open = closed.is_some();
        if let Some(Dialog::Clock(form)) = closed {
            self.kept = Some(form);
        }
        was_open
    }

    /// Follows a message.
    pub(crate) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        match message {
            // An answer about a dossier that was left meanwhile is of no use.
            Message::Loaded(code, _) if code != self.code => {}
            Message::Loaded(_, Ok(story)) => self.story = Some(story),
            Message::Loaded(_, Err(refusal)) => {
                self.closed = self.story.is_none();
                return Step::refused(refusal);
            }
            Message::Reprint => {
                self.dialog = Some(Dialog::Reprint(said::REPRINT_USUAL.to_owned()));
                return Step::task(focus::to(REASON));
            }
            Message::Reason(reason) => self.dialog = Some(Dialog::Reprint(reason)),
            Message::Print => return self.print(context),
            Message::Printed(code, answer) => {
                self.busy = false;
                return match answer {
                    Ok(file) => {
                        let paper = step::Paper { file, form: step::Form::Slip, code };
                        Step::task(self.load(context)).and(Event::Deliver(paper))
                    }
                    Err(refusal) => Step::refused(refusal),
                };
            }
            Message::Finish => return self.finish(context),
            Message::Finished(code, answer) => {
                self.busy = false;
                return match answer {
                    Ok(changed) => Step::task(self.load(context))
                        .and(Event::Say(Tone::Good, said::finished_now(&code)))
                        .and(Event::Changed(changed)),
                    Err(refusal) => Step::refused(refusal),
                };
            }
            Message::GiveBack => return Step::event(Event::GiveBack(self.code.clone())),
            Message::Correct => {
                if let Some(story) = &self.story {
                    return Step::event(Event::Correct(Box::new(story.record.clone())));
                }
            }
            Message::Clock(message) => return self.clock(message, context),
            Message::Days => self.dialog = Some(Dialog::Days),
            Message::Process(message) => return self.follow_process(message, context),
            Message::PrintExplanation => return self.print_explanation(context),
            Message::ExplanationPrinted(code, answer) => {
                return self.explanation_printed(code, answer, context);
            }
            Message::Branch(message) => return self.branch(message, context),
            Message::Close => self.dialog = None,
        }
        Step::none()
    }

    /// Prints the slip again: the same number, with its reason on it.
    fn print(&mut self, context: &Context<'_>) -> Step<Message> {
        let (Some(story), Some(Dialog::Reprint(reason))) = (&self.story, self.dialog.take()) else {
            return Step::none();
        };
        if std::mem::replace(&mut self.busy, true) {
            return Step::none();
        }
        let record = story.record.clone();
        self.print_as(record, reason, context)
    }

    fn print_as(&self, record: Record, reason: String, context: &Context<'_>) -> Step<Message> {
        let officer = context.officer();
        let printed = context.session.work(move |session| {
            let file = session.slip_file(&record.code);
            let now = session.now();
            let reason = Some(reason.as_str());
            let _ = print_slip(session.book(), &record, &file, None, reason, &officer, now)
                .map_err(|error| refused(&error))?;
            Ok(file)
        });
        let code = self.code.clone();
        Step::task(printed.map(move |file| Message::Printed(code.clone(), file)))
    }

    /// The clock is stopped, started again or ended.
    fn clock(&mut self, message: clock::Message, context: &Context<'_>) -> Step<Message> {
        match message {
            clock::Message::Begin(deed) => {
                let Some(story) = &self.story else { return Step::none() };
                let (empty, focus) = clock::Form::begin(deed, &story.record);
                let form = self.kept.take().filter(|kept| kept.is_of(deed)).unwrap_or(empty);
                self.dialog = Some(Dialog::Clock(form));
                return Step::task(focus);
            }
            clock::Message::Do => {
                let Some(Dialog::Clock(form)) = &self.dialog else { return Step::none() };
                if std::mem::replace(&mut self.busy, true) {
                    return Step::none();
                }
                return Step::task(form.act(&self.code, context).map(Message::Clock));
            }
            clock::Message::Done(code, ..) if code != self.code => {}
            // What was typed stays in the dialog when it is refused.
            clock::Message::Done(_, _, Err(refusal)) => {
                self.busy = false;
                return Step::refused(refusal);
            }
            clock::Message::Done(_, deed, Ok(moved)) => {
                self.busy = false;
                self.dialog = None;
                let (tone, sentence) = clock::told(deed, &moved);
                let step = Step::task(self.load(context))
                    .and(Event::Say(tone, sentence))
                    .and(Event::Changed(moved.changed));
                let Some(reason) = clock::reprint_reason(deed) else { return step };
                self.busy = true;
                let print = self.print_as(moved.dossier, reason.to_owned(), context);
                return step.also(print.task);
            }
            typed => {
                if let Some(Dialog::Clock(form)) = &mut self.dialog {
                    form.hear(typed);
                }
            }
        }
        Step::none()
    }

    /// The result lies at the desk.
    fn finish(&mut self, context: &Context<'_>) -> Step<Message> {
        if std::mem::replace(&mut self.busy, true) {
            return Step::none();
        }
        let (code, officer, now) = (self.code.clone(), context.officer(), context.session.now());
        let finished = context
            .session
            .ask(move |db| finish::finish(db, &code, &officer, now).map(|done| done.changed));
        let code = self.code.clone();
        Step::task(finished.map(move |done| Message::Finished(code.clone(), done)))
    }

    /// A key that no widget wanted.
    pub(crate) fn key(&self, press: &Press) -> Option<Message> {
        match &self.dialog {
            Some(Dialog::Reprint(_)) => {
                return press.is(Named::Enter).then_some(Message::Print);
            }
            Some(Dialog::Clock(_)) => {
                let enter = press.is(Named::Enter);
                return enter.then_some(Message::Clock(clock::Message::Do));
            }
            Some(Dialog::Days) if press.is_ctrl_letter('p') => {
                return Some(Message::PrintExplanation);
            }
            Some(Dialog::Days) => return press.is(Named::Enter).then_some(Message::Close),
            Some(Dialog::Branch(_)) => {
                let enter = press.is(Named::Enter) && !press.repeat;
                return enter.then_some(Message::Branch(branch::Message::Change));
            }
            Some(Dialog::Next(_)) => return process::key_while_asked(press),
            Some(Dialog::Process(_)) => return process::key_while_typed(press),
            None => {}
        }
        let record = &self.story.as_ref()?.record;
        if let Some(deed) = Deed::key(press, record) {
            return Some(Message::Clock(clock::Message::Begin(deed)));
        }
        let status = record.status;
        let open = !status.is_final();
        match press.latin.filter(|_| press.ctrl) {
            Some('p') if has_slip(record) => return Some(Message::Reprint),
            Some('e') if open => return Some(Message::Correct),
            Some('i') => return Some(Message::Days),
            Some('l') if may_change(status) => {
                return Some(Message::Branch(branch::Message::Open));
            }
            Some('r') if status.may_become(Status::Finished) => return Some(Message::Finish),
            Some('g') if self.ahead().is_some() => return Some(Message::GiveBack),
            Some('j') if open && self.lacks_process() => {
                return Some(Message::Process(process::Message::Type));
            }
            _ => {}
        }
        if press.is_ctrl(Named::Enter) && self.ahead().is_some() {
            return Some(Message::Process(process::Message::Ask));
        }
        if press.is_ctrl(Named::Enter)
            && let Some(deed) = Deed::of(record).find(|deed| deed.ends_wait())
        {
            return Some(Message::Clock(clock::Message::Begin(deed)));
        }
        (press.is_ctrl(Named::Enter) && open).then_some(Message::GiveBack)
    }
}

/// Whether a slip of `record` can be printed: it is promised and under way, or its result is there.
fn has_slip(record: &Record) -> bool {
    let ended_without = record.ended_at.is_some() && record.finished_at.is_none();
    !record.is_waiting() && !ended_without
}
