//! One dossier: everything the book knows of it, and what can be done with it now.

mod acts;
mod branch;
mod counting;
mod deed;
mod dialog;
mod form;
mod form_view;
mod paper;
mod process;
mod process_view;
mod story;
mod view;
mod whereabouts;

use std::path::PathBuf;

use iced::Task;
use iced::keyboard::key::Named;

use self::dialog::{Dialog, Reprint};
use super::Context;
use crate::desk::finish;
use crate::domain::dossier::Dossier as Record;
use crate::domain::notice::NoticeKind;
use crate::store::Changed;
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::refusal::Refusal;
use crate::ui::session::Answer;
use crate::ui::step::{self, Event, Step};
use crate::ui::text as said;
use crate::ui::theme::Tone;

pub(crate) use deed::Deed;
pub(crate) use form::Input;
pub(crate) use form_view::{fields_height, told_besides};
pub(crate) use story::Story;
pub(crate) use view::Scroll;

/// The dossier on the screen.
#[derive(Debug)]
pub(crate) struct Dossier {
    code: String,
    story: Option<Box<Story>>,
    dialog: Option<Dialog>,
    /// What was typed into dialogs before they were closed.
    kept: Vec<Dialog>,
    /// The dialog as it stood before what may turn out to be a scan.
    before_scan: Option<Dialog>,
    closed: bool,
    /// Whether an act is under way: a second one waits for its answer.
    busy: bool,
    /// How many papers are being drawn: acts do not wait for them.
    drawing: usize,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Loaded(String, Answer<Box<Story>>),
    Reprint,
    Reason(String),
    Print,
    /// A paper is on disk.
    Printed(String, step::Form, Answer<PathBuf>),
    /// The slip is on disk again, or its reason is refused.
    Reprinted(String, Result<PathBuf, Refusal>),
    /// The notice with this number in the book is to be printed.
    Notice(i64, NoticeKind),
    ControlSheet,
    Finish,
    Finished(String, Answer<Changed>),
    GiveBack,
    Correct,
    Days,
    /// The list of rarer things, and the row the keyboard is on.
    Others(usize),
    /// A row of that list.
    Other(usize),
    Deed(form::Message),
    /// The keyboard goes to the next field, or the one before.
    Walk(bool),
    /// A key that scrolls the dossier.
    Scroll(Scroll),
    Process(process::Message),
    PrintExplanation,
    Branch(branch::Message),
    Close,
}

impl Message {
    /// The dossier that something was done to, when this is the answer.
    fn done_to(&self) -> Option<&str> {
        match self {
            Self::Printed(code, ..)
            | Self::Reprinted(code, _)
            | Self::Finished(code, _)
            | Self::Deed(form::Message::Done(code, ..))
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
    fn new(code: String) -> Self {
        Self {
            code,
            story: None,
            dialog: None,
            kept: Vec::new(),
            before_scan: None,
            closed: false,
            busy: false,
            drawing: 0,
        }
    }

    /// A dossier that was left before `answer` came.
    pub(crate) fn left(answer: &Message) -> Self {
        Self { busy: true, ..Self::new(answer.done_to().unwrap_or_default().to_owned()) }
    }

    /// Whether it is the dossier with this code.
    pub(crate) fn is(&self, code: &str) -> bool {
        self.code == code
    }

    /// Whether something typed into its dialogs was not done yet.
    pub(crate) fn is_unfinished(&self) -> bool {
        !self.kept.is_empty()
    }

    /// Opens the dossier with this code; what was typed into its dialogs `before` is still there.
    pub(crate) fn open(
        code: String,
        before: Option<Self>,
        context: &Context<'_>,
    ) -> (Self, Task<Message>) {
        let kept = before.map(|before| before.kept).unwrap_or_default();
        let dossier = Self { kept, ..Self::new(code) };
        let load = dossier.load(context);
        (dossier, load)
    }

    /// Shows how the date was counted.
    pub(crate) fn explain(&mut self) {
        self.dialog = Some(Dialog::Days);
    }

    fn load(&self, context: &Context<'_>) -> Task<Message> {
        let (wanted, officer, now) = (self.code.clone(), context.officer(), context.session.now());
        let read = context
            .session
            .ask(move |db| Story::read(db.view(), &wanted, &officer, now).map(Box::new));
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

    /// Esc: closes what is on top, keeping what was typed; answers whether something was.
    pub(crate) fn back(&mut self) -> bool {
        let Some(closed) = self.dialog.take() else { return false };
        self.keep(closed);
        true
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
                let usual = || Dialog::Reprint(Reprint::default());
                self.open_dialog(usual);
                return Step::task(focus::to(dialog::REASON));
            }
            Message::Reason(reason) => {
                if let Some(Dialog::Reprint(reprint)) = &mut self.dialog {
                    *reprint = Reprint { reason, refusal: Refusal::default() };
                }
            }
            Message::Print => return self.reprint(context),
            Message::Reprinted(code, answer) => return self.reprinted(code, answer, context),
            Message::Printed(code, form, answer) => {
                return self.printed(code, form, answer, context);
            }
            Message::Notice(id, kind) => return self.print_notice(id, kind, context),
            Message::ControlSheet => return self.print_control_sheet(context),
            Message::PrintExplanation => return self.print_explanation(context),
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
            Message::Days => self.dialog = Some(Dialog::Days),
            Message::Others(at) => self.dialog = Some(Dialog::Others(at)),
            Message::Other(at) => {
                let chosen = self.other_acts().into_iter().nth(at).map(|entry| entry.message);
                self.dialog = None;
                if let Some(chosen) = chosen {
                    return self.update(chosen, context);
                }
            }
            Message::Deed(message) => return self.deed(message, context),
            Message::Scroll(scroll) => return Step::task(view::scroll(scroll, context)),
            Message::Walk(backward) => return Step::task(focus::cycle(backward)),
            Message::Process(message) => return self.follow_process(message, context),
            Message::Branch(message) => return self.branch(message, context),
            Message::Close => {
                let _ = self.back();
            }
        }
        Step::none()
    }

    /// Follows what happens in the dialog of a deed.
    fn deed(&mut self, message: form::Message, context: &Context<'_>) -> Step<Message> {
        match message {
            form::Message::Begin(deed) => {
                let Some(story) = &self.story else { return Step::none() };
                let kept = self.kept.iter().position(|kept| kept.is_of(deed));
                let form = match kept.map(|at| self.kept.remove(at)) {
                    Some(Dialog::Deed(form)) => form.again(story),
                    _ => form::Form::begin(deed, story, context.session.now()),
                };
                let focus = form.focus();
                self.dialog = Some(Dialog::Deed(Box::new(form)));
                Step::task(focus)
            }
            form::Message::Do => self.do_it(true, context),
            form::Message::Next(input) if self.is_last(input) => self.do_it(false, context),
            form::Message::Done(_, deed, answer) => self.done(deed, answer, context),
            typed => {
                let Some(Dialog::Deed(form)) = &mut self.dialog else { return Step::none() };
                Step::task(form.hear(typed).map(Message::Deed))
            }
        }
    }

    /// Whether `input` is the last field of the dialog.
    fn is_last(&self, input: Input) -> bool {
        matches!(&self.dialog, Some(Dialog::Deed(form)) if form.after(input).is_none())
    }

    /// Does what the dialog is for; `sure` where that was said by more than Enter in the last field.
    fn do_it(&mut self, sure: bool, context: &Context<'_>) -> Step<Message> {
        let Some(Dialog::Deed(form)) = &mut self.dialog else { return Step::none() };
        if form.too_late.is_some() || self.busy || form.is_doubtful(sure) {
            return Step::none();
        }
        self.busy = true;
        Step::task(form.act(&self.code, context).map(Message::Deed))
    }

    /// A deed was done: it is told, and its papers are printed. What was refused stands in its dialog
    /// with everything that was typed.
    fn done(
        &mut self,
        deed: Deed,
        answer: Result<Box<form::Done>, Refusal>,
        context: &Context<'_>,
    ) -> Step<Message> {
        self.busy = false;
        let open = self.dialog.as_ref().is_some_and(|dialog| dialog.is_of(deed));
        let done = match (answer, &mut self.dialog) {
            (Ok(done), _) => done,
            (Err(refusal), Some(Dialog::Deed(form))) if open => {
                form.refusal = refusal;
                return Step::task(form.focus_wrong());
            }
            (Err(refusal), _) => return Step::refused(refusal.sentences()),
        };
        if open {
            self.dialog = None;
        }
        // What was put aside is done now.
        self.kept.retain(|kept| !kept.is_of(deed));
        let (tone, sentence) = match crate::text::asked_again(&done.moved) {
            Some(warning) => (Tone::Warn, warning),
            None => (Tone::Good, said::deed_done(deed, &done.moved, done.undone.as_deref())),
        };
        let reprint = form::reprint_reason(deed, &done);
        let mut step = Step::task(self.load(context))
            .and(Event::Say(tone, sentence))
            .and(Event::Changed(done.moved.changed));
        if let (Some(id), Some(kind)) = (done.moved.notice, deed.notice()) {
            step = step.also(self.notice_task(id, kind, context));
        }
        if let Some(reason) = reprint {
            step = step.also(self.slip_task(done.moved.dossier, reason.to_owned(), context));
        }
        step
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
            Some(dialog) => self.key_in(dialog, press),
            None => self.key_of_act(press).or_else(|| view::scroll_of(press).map(Message::Scroll)),
        }
    }

    fn key_in(&self, dialog: &Dialog, press: &Press) -> Option<Message> {
        let enter = press.is(Named::Enter) && !press.repeat;
        let does = enter || press.is_ctrl(Named::Enter) && !press.repeat;
        match dialog {
            Dialog::Reprint(_) => does.then_some(Message::Print),
            Dialog::Deed(form) => form.key(press).map(|key| match key {
                form::Key::Tell(message) => Message::Deed(message),
                form::Key::Walk(backward) => Message::Walk(backward),
            }),
            Dialog::Days if press.is_ctrl_letter('p') => Some(Message::PrintExplanation),
            Dialog::Days => enter.then_some(Message::Close),
            Dialog::Others(at) => self.key_in_others(*at, press),
            Dialog::Branch(_) => does.then_some(Message::Branch(branch::Message::Change)),
            Dialog::Next(_) => does.then_some(Message::Process(process::Message::Move)),
            Dialog::Process(_) => {
                let keeps = press.is_ctrl(Named::Enter) && !press.repeat;
                keeps.then_some(Message::Process(process::Message::Keep))
            }
        }
    }
}

/// Whether a slip of `record` can be printed: it is promised and under way, or its result is there.
fn has_slip(record: &Record) -> bool {
    let ended_without = record.ended_at.is_some() && record.finished_at.is_none();
    !record.is_waiting() && !ended_without
}
