//! Drafts: whatever is typed is in the book a moment later, and comes back after a power cut.
//!
//! One write is under way at a time, always of the newest state: typing never waits for the disk and
//! never falls behind it by more than one write.

use std::sync::{Arc, OnceLock};

use iced::Task;

use super::form::{Content, Form, Serial};
use super::{Context, Message, Receive};
use crate::desk::DeskError;
use crate::desk::draft::{self, Draft};
use crate::domain::time::OfficeTime;
use crate::store::Db;
use crate::ui::session::Answer;
use crate::ui::step::{Event, Step};
use crate::ui::text;
use crate::ui::theme::Tone;

/// Keeps `content` in the draft of a form; runs on the book's thread.
pub(super) fn keep_in(
    db: &mut Db,
    slot: &OnceLock<i64>,
    content: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<i64, DeskError> {
    let id = draft::keep(db, slot.get().copied(), content, officer, now)?;
    let _ = slot.set(id);
    Ok(id)
}

impl Receive {
    /// The form with this serial, wherever it stands now.
    pub(super) fn place_of(&self, serial: Serial) -> Option<usize> {
        self.forms.iter().position(|form| form.serial == serial)
    }

    /// Keeps the form on the screen, unless that is under way or nothing changed.
    pub(super) fn keep(&mut self, context: &Context<'_>) -> Task<Message> {
        keep_form(self.form_mut(), context)
    }

    pub(super) fn kept(
        &mut self,
        serial: Serial,
        answer: Answer<i64>,
        version: u64,
        context: &Context<'_>,
    ) -> Step<Message> {
        let Some(form) = self.place_of(serial).and_then(|at| self.forms.get_mut(at)) else {
            return Step::none();
        };
        form.keeping = None;
        match answer {
            Ok(_) => {
                form.kept = version;
                // What was typed meanwhile, also where another form is in front by now.
                Step::task(keep_form(form, context))
            }
            Err(refusal) => {
                // Said once; the next change tries again.
                form.kept = form.version;
                Step::refused(refusal)
            }
        }
    }

    /// Opens the drafts of earlier days and says so.
    pub(super) fn take_drafts(
        &mut self,
        drafts: Vec<Draft>,
        context: &Context<'_>,
    ) -> Step<Message> {
        // Newest first in the book; the newest form stands last, in front.
        let mut forms = Vec::new();
        let mut unreadable = false;
        for draft in drafts.into_iter().rev() {
            match serde_json::from_str::<Content>(&draft.content) {
                Ok(content) if content == Content::default() => {}
                Ok(content) => forms.push(Form::of(content, draft.id)),
                Err(_) => unreadable = true,
            }
        }
        let lost = unreadable.then(|| Event::Say(Tone::Warn, text::DRAFT_UNREADABLE.to_owned()));
        let Some(newest) = forms.last() else {
            return lost.map_or_else(Step::none, Step::event);
        };
        let said = text::draft_found(forms.len(), newest.name());
        let originals = forms.iter().filter_map(|form| form.content.corrects.clone());
        let originals: Vec<_> =
            originals.map(|code| super::correct::ask_original(code, context)).collect();
        if self.forms.iter().all(Form::is_blank) {
            self.forms = forms;
        } else {
            self.forms.extend(forms);
        }
        self.current = self.forms.len() - 1;
        self.adopt_procedures();
        let mut step = Step::task(Task::batch(originals)).and(Event::Say(Tone::Accent, said));
        step.events.extend(lost);
        step
    }

    /// Begins another form; a blank one is used first.
    pub(super) fn begin(&mut self, form: Form) -> Step<Message> {
        self.forms.retain(|form| !form.is_blank() || form.draft.get().is_some());
        self.before_scan = None;
        self.forms.push(form);
        self.current = self.forms.len() - 1;
        self.search();
        Step::task(self.focus())
    }

    /// Throws a form away with its draft.
    pub(super) fn close(&mut self, index: usize, context: &Context<'_>) -> Step<Message> {
        // What is on its way into the book cannot be thrown away any more.
        if self.forms.get(index).is_none_or(|form| form.receiving) {
            return Step::none();
        }
        self.before_scan = None;
        let form = self.forms.remove(index);
        if index < self.current {
            self.current -= 1;
        }
        if self.forms.is_empty() {
            self.forms.push(Form::default());
        }
        self.current = self.current.min(self.forms.len() - 1);
        self.search();
        // A first write may still be under way: by the time this runs it has named the draft.
        let gone = context.session.ask(move |db| match form.draft.get() {
            Some(id) => draft::drop(db, *id),
            None => Ok(()),
        });
        Step::task(self.focus()).also(gone.map(|_| Message::Dropped))
    }
}

/// Keeps a form, unless that is under way or nothing changed.
fn keep_form(form: &mut Form, context: &Context<'_>) -> Task<Message> {
    let idle = form.keeping.is_none() && form.version != form.kept && !form.receiving;
    if !idle || (form.is_blank() && form.draft.get().is_none()) {
        return Task::none();
    }
    let Some(content) = written(&form.content) else { return Task::none() };
    let (serial, version, slot) = (form.serial, form.version, Arc::clone(&form.draft));
    form.keeping = Some(version);
    let (officer, now) = (context.officer(), context.session.now());
    let kept = context.session.ask(move |db| keep_in(db, &slot, &content, &officer, now));
    kept.map(move |answer| Message::Kept(serial, answer, version))
}

fn written(content: &Content) -> Option<String> {
    serde_json::to_string(content).ok()
}

/// Keeps a form before the window closes: here the window does wait for the disk.
pub(super) fn keep_before_closing(form: &mut Form, context: &Context<'_>) {
    if form.version == form.kept || (form.is_blank() && form.draft.get().is_none()) {
        return;
    }
    let Some(content) = written(&form.content) else { return };
    let (officer, now, slot) = (context.officer(), context.session.now(), Arc::clone(&form.draft));
    let kept = context.session.book().run(move |db| keep_in(db, &slot, &content, &officer, now));
    if let Ok(Ok(_)) = kept {
        form.kept = form.version;
    }
}
