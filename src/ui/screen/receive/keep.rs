//! Drafts: whatever is typed is in the book a moment later, and comes back after a power cut.
//!
//! One write is under way at a time, always of the newest state: typing never waits for the disk and
//! never falls behind it by more than one write.

use iced::Task;

use super::form::{Content, Form};
use super::{Context, Message, Receive};
use crate::desk::draft::{self, Draft};
use crate::ui::session::Answer;
use crate::ui::step::{Event, Step};
use crate::ui::text;
use crate::ui::theme::Tone;

impl Receive {
    /// Keeps the form on the screen, unless that is under way or nothing changed.
    pub(super) fn keep(&mut self, context: &Context<'_>) -> Task<Message> {
        let form = self.form_mut();
        let idle = form.keeping.is_none() && form.version != form.kept && !form.receiving;
        if !idle || (form.is_blank() && form.draft.is_none()) {
            return Task::none();
        }
        let Some(content) = written(&form.content) else { return Task::none() };
        let (version, id) = (form.version, form.draft);
        form.keeping = Some(version);
        let (officer, now) = (context.officer(), context.session.now());
        let kept = context.session.ask(move |db| draft::keep(db, id, &content, &officer, now));
        kept.map(move |answer| Message::Kept(answer, version))
    }

    pub(super) fn kept(
        &mut self,
        answer: Answer<i64>,
        version: u64,
        context: &Context<'_>,
    ) -> Step<Message> {
        let Some(form) = self.forms.iter_mut().find(|form| form.keeping == Some(version)) else {
            return Step::none();
        };
        form.keeping = None;
        match answer {
            Ok(id) => {
                form.draft = Some(id);
                form.kept = version;
            }
            Err(refusal) => {
                // Said once; the next change tries again.
                form.kept = form.version;
                form.receive_when_kept = false;
                return Step::refused(refusal);
            }
        }
        if std::mem::take(&mut form.receive_when_kept) {
            return self.receive(context);
        }
        Step::none()
    }

    /// Opens the drafts of earlier days and says so.
    pub(super) fn take_drafts(
        &mut self,
        drafts: Vec<Draft>,
        context: &Context<'_>,
    ) -> Step<Message> {
        let forms: Vec<Form> = drafts
            .into_iter()
            .filter_map(|draft| {
                Some(Form::of(serde_json::from_str(&draft.content).ok()?, draft.id))
            })
            .collect();
        let Some(newest) = forms.last() else { return Step::none() };
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
        Step::task(Task::batch(originals)).and(Event::Say(Tone::Accent, said))
    }

    /// Begins another form; a blank one is used first.
    pub(super) fn begin(&mut self, form: Form) -> Step<Message> {
        self.forms.retain(|form| !form.is_blank() || form.draft.is_some());
        self.forms.push(form);
        self.current = self.forms.len() - 1;
        self.search();
        Step::task(self.focus())
    }

    /// Throws a form away with its draft.
    pub(super) fn close(&mut self, index: usize, context: &Context<'_>) -> Step<Message> {
        if index >= self.forms.len() {
            return Step::none();
        }
        let form = self.forms.remove(index);
        if self.forms.is_empty() {
            self.forms.push(Form::default());
        }
        self.current = self.current.min(self.forms.len() - 1);
        self.search();
        let step = Step::task(self.focus());
        match form.draft {
            Some(id) => step
                .also(context.session.ask(move |db| draft::drop(db, id)).map(|_| Message::Dropped)),
            None => step,
        }
    }
}

fn written(content: &Content) -> Option<String> {
    serde_json::to_string(content).ok()
}

/// Keeps a form before the window closes: here the window does wait for the disk.
pub(super) fn keep_before_closing(form: &mut Form, context: &Context<'_>) {
    if form.version == form.kept || (form.is_blank() && form.draft.is_none()) {
        return;
    }
    let Some(content) = written(&form.content) else { return };
    let (officer, now, id) = (context.officer(), context.session.now(), form.draft);
    let kept = context.session.book().run(move |db| draft::keep(db, id, &content, &officer, now));
    if let Ok(Ok(id)) = kept {
        (form.draft, form.kept) = (Some(id), form.version);
    }
}
