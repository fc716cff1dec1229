//! A dossier's process: passing it on, and typing the process of its procedure.

use iced::Task;
use iced::widget::text_editor::{Action, Content};

use super::dialog::Dialog;
use super::{Context, Dossier, Message as Outer, acts};
use crate::desk::next_step::{Move, PassedOn, next_step};
use crate::desk::process::{ProcessForm, ProcessSet, set_process};
use crate::desk::progress::StepLine;
use crate::ui::focus;
use crate::ui::refusal::Refusal;
use crate::ui::step::{Event, Step};
use crate::ui::text as said;
use crate::ui::theme::Tone;

pub(super) const HOLDER: &str = "dossier-step-holder";
pub(super) const NAME: &str = "dossier-process-name";
pub(super) const STEPS: &str = "dossier-process-steps";

/// What happens to the process of a dossier.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// To whom it is passed on is to be asked.
    Ask,
    Holder(String),
    Move,
    Moved(String, Result<Box<PassedOn>, Refusal>),
    /// The process is to be typed.
    Type,
    Name(String),
    ToSteps,
    Edit(Action),
    Keep,
    Kept(String, Result<Box<ProcessSet>, Refusal>),
}

/// To whom a dossier is passed on, as typed so far.
#[derive(Debug, Clone)]
pub(super) struct Passing {
    /// The step it is to go to, from 1.
    pub(super) step: usize,
    pub(super) holder: String,
    /// Whether somebody else was typed than the process names.
    pub(super) typed: bool,
    pub(super) refusal: Refusal,
}

/// A process being typed.
#[derive(Debug, Default)]
pub(super) struct Typing {
    pub(super) name: String,
    pub(super) steps: Content,
    /// What is wrong with it.
    pub(super) wrong: Vec<String>,
}

impl Typing {
    /// Whether anything was typed.
    pub(super) fn is_typed(&self) -> bool {
        !self.name.is_empty() || !self.steps.text().trim().is_empty()
    }
}

impl Dossier {
    /// The step that the dossier can go to now.
    pub(super) fn ahead(&self) -> Option<&StepLine> {
        let progress = self.story.as_ref()?.progress.as_ref()?;
        progress.steps.get(progress.next?)
    }

    /// Whether coming to the next step is the result.
    pub(super) fn ahead_returns(&self) -> bool {
        let progress = self.story.as_ref().and_then(|story| story.progress.as_ref());
        progress.is_some_and(|progress| progress.next.is_some_and(|next| progress.returns(next)))
    }

    /// Follows a message about the process.
    pub(super) fn follow_process(
        &mut self,
        message: Message,
        context: &Context<'_>,
    ) -> Step<Outer> {
        match message {
            Message::Ask => return self.ask(),
            Message::Holder(holder) => {
                if let Some(Dialog::Next(passing)) = &mut self.dialog {
                    *passing =
                        Passing { holder, typed: true, refusal: Refusal::default(), ..*passing };
                }
            }
            Message::Move => return self.pass_on(context),
            Message::Moved(code, answer) => return self.passed_on(&code, answer, context),
            Message::Type if self.story.as_deref().is_some_and(acts::may_type_process) => {
                self.open_dialog(|| Dialog::Process(Box::default()));
                return Step::task(focus::to(NAME));
            }
            Message::Type => {}
            Message::ToSteps => return Step::task(focus::to(STEPS)),
            Message::Keep => return self.keep_process(context),
            Message::Kept(code, answer) => return self.process_kept(&code, answer, context),
            Message::Name(name) => {
                if let Some(Dialog::Process(typing)) = &mut self.dialog {
                    typing.name = name;
                }
            }
            Message::Edit(action) => {
                if let Some(Dialog::Process(typing)) = &mut self.dialog {
                    typing.steps.perform(action);
                }
            }
        }
        Step::none()
    }

    fn ask(&mut self) -> Step<Outer> {
        let Some(step) = self.ahead() else { return Step::none() };
        let holder = if self.ahead_returns() { String::new() } else { step.who.clone() };
        let (step, refusal) = (step.step, Refusal::default());
        let passing = Passing { step, holder, typed: false, refusal };
        self.open_dialog(|| Dialog::Next(passing));
        Step::task(focus::to(HOLDER))
    }

    fn pass_on(&mut self, context: &Context<'_>) -> Step<Outer> {
        let Some(Dialog::Next(passing)) = &self.dialog else { return Step::none() };
        // The step that was shown, though the book may know better meanwhile.
        let (to, holder) = (passing.step.to_string(), passing.holder.clone());
        let to = Move { to, holder, reason: String::new() };
        if std::mem::replace(&mut self.busy, true) {
            return Step::none();
        }
        let (code, officer, now) = (self.code.clone(), context.officer(), context.session.now());
        let moved = context
            .session
            .attempt(move |db| next_step(db, &code, &to, &officer, now).map(Box::new));
        self.answered(moved, Message::Moved)
    }

    fn passed_on(
        &mut self,
        code: &str,
        answer: Result<Box<PassedOn>, Refusal>,
        context: &Context<'_>,
    ) -> Step<Outer> {
        self.busy = false;
        let here = code == self.code;
        match (answer, &mut self.dialog) {
            (Ok(moved), dialog) => {
                if here && matches!(dialog, Some(Dialog::Next(_))) {
                    *dialog = None;
                }
                self.kept.retain(|kept| !matches!(kept, Dialog::Next(_)));
                let told = said::moved_on(&moved);
                Step::task(self.load(context))
                    .and(Event::Say(Tone::Good, told))
                    .and(Event::Changed(moved.changed))
            }
            // Who was typed stays, with what is wrong.
            (Err(refusal), Some(Dialog::Next(passing))) => {
                passing.refusal = refusal;
                Step::task(focus::to(HOLDER))
            }
            (Err(refusal), _) => Step::refused(refusal.sentences()),
        }
    }

    fn keep_process(&mut self, context: &Context<'_>) -> Step<Outer> {
        let (Some(story), Some(Dialog::Process(typing))) = (&self.story, &self.dialog) else {
            return Step::none();
        };
        let form = ProcessForm {
            procedure: story.record.procedure.code.clone(),
            name: typing.name.clone(),
            steps: typing.steps.text(),
            in_force_from: story.record.received_at.date(),
        };
        if std::mem::replace(&mut self.busy, true) {
            return Step::none();
        }
        let (officer, now) = (context.officer(), context.session.now());
        let kept =
            context.session.attempt(move |db| set_process(db, &form, &officer, now).map(Box::new));
        self.answered(kept, Message::Kept)
    }

    fn process_kept(
        &mut self,
        code: &str,
        answer: Result<Box<ProcessSet>, Refusal>,
        context: &Context<'_>,
    ) -> Step<Outer> {
        self.busy = false;
        match (answer, &mut self.dialog) {
            (Ok(kept), dialog) => {
                if code == self.code && matches!(dialog, Some(Dialog::Process(_))) {
                    *dialog = None;
                }
                let told = said::process_kept(&kept.process.name);
                Step::task(self.load(context))
                    .and(Event::Say(Tone::Good, told))
                    .and(Event::Changed(kept.changed))
            }
            // What was typed stays, with what is wrong with it.
            (Err(refusal), Some(Dialog::Process(typing))) => {
                typing.wrong = refusal.sentences();
                Step::none()
            }
            (Err(refusal), _) => Step::refused(refusal.sentences()),
        }
    }

    /// An answer about this dossier.
    fn answered<T: Send + 'static>(
        &self,
        answer: Task<Result<T, Refusal>>,
        message: fn(String, Result<T, Refusal>) -> Message,
    ) -> Step<Outer> {
        let code = self.code.clone();
        Step::task(answer.map(move |answer| Outer::Process(message(code.clone(), answer))))
    }
}
