//! Correcting a mistake made at intake: the same form, the differences side by side, a reason.

use std::sync::Arc;

use iced::widget::{column, container, row, text};
use iced::{Alignment, Element, Length, Task};

use super::form::{Form, Serial};
use super::{Context, Message, Receive};
use crate::desk::correct::{Corrected, correct};
use crate::desk::draft;
use crate::desk::print::{LONGEST_REASON, print_slip};
use crate::desk::receive::show;
use crate::domain::dossier::Dossier;
use crate::domain::intake::Intake;
use crate::ui::focus;
use crate::ui::font;
use crate::ui::session::{Answer, refused};
use crate::ui::step::{Event, Step};
use crate::ui::text as said;
use crate::ui::theme::{Kind, Tone, body, faint, size, space, strong, words};
use crate::ui::widget::parts::{Field, act, card, hairline, scrolled};

const REASON: &str = "receive-reason";

/// Reads the dossier that a form corrects.
pub(super) fn ask_original(code: String, context: &Context<'_>) -> Task<Message> {
    let read = context.session.ask(move |db| show(db.view(), &code).map(Box::new));
    read.map(Message::Correct)
}

impl Receive {
    /// Opens a form that corrects a received dossier, or the one that does so already.
    pub(crate) fn correct(&mut self, original: &Dossier, context: &Context<'_>) -> Step<Message> {
        let open = |form: &Form| form.content.corrects.as_ref() == Some(&original.code);
        match self.forms.iter().position(open) {
            Some(at) => self.current = at,
            None => {
                let _ = self.begin(Form::correcting(original.clone()));
            }
        }
        self.promise(context);
        Step::task(self.focus())
    }

    /// The book's own state of a dossier whose correction was only half typed.
    pub(super) fn adopt_original(&mut self, original: Dossier) {
        let corrects = |form: &&mut Form| form.content.corrects.as_ref() == Some(&original.code);
        if let Some(form) = self.forms.iter_mut().find(corrects) {
            if form.content.intake.procedure == original.procedure.code {
                form.procedure = Some(Arc::new(original.procedure.clone()));
            }
            form.original = Some(Box::new(original));
        }
    }

    /// Shows what would change and asks why, once the form can be accepted.
    pub(super) fn ask_reason(&mut self, context: &Context<'_>) -> Step<Message> {
        let day = self.form().original.as_ref().map(|original| original.received_at.date());
        let problems = self.problems(context);
        let form = self.form_mut();
        form.handed_in = true;
        let checked = form.check(day.unwrap_or(context.session.now().date()));
        if let Some(wrong) = checked.err().or_else(|| (!problems.is_empty()).then_some(problems)) {
            return super::receipt::first_wrong(form, &wrong);
        }
        if differences(form).is_empty() {
            return Step::event(Event::Say(Tone::Warn, said::NOTHING_CHANGED.to_owned()));
        }
        form.asking = Some(String::new());
        Step::task(focus::to(REASON))
    }

    /// Corrects the dossier; its draft has done its work.
    pub(super) fn correct_now(&mut self, context: &Context<'_>) -> Step<Message> {
        let form = self.form_mut();
        let Some(code) = form.content.corrects.clone() else { return Step::none() };
        if form.receiving {
            return Step::none();
        }
        form.receiving = true;
        let (intake, serial, slot) = (form.intake(), form.serial, Arc::clone(&form.draft));
        let reason = form.asking.clone().unwrap_or_default();
        let given = reason.clone();
        let (officer, now) = (context.officer(), context.session.now());
        let corrected = context.session.ask(move |db| {
            let corrected = correct(db, &code, &intake, &reason, &officer, now)?;
            if let Some(id) = slot.get() {
                draft::drop(db, *id)?;
            }
            Ok::<_, crate::desk::DeskError>(Box::new(corrected))
        });
        Step::task(corrected.map(move |answer| Message::Corrected(serial, given.clone(), answer)))
    }

    pub(super) fn corrected(
        &mut self,
        serial: Serial,
        reason: &str,
        answer: Answer<Box<Corrected>>,
        context: &Context<'_>,
    ) -> Step<Message> {
        let Some(at) = self.place_of(serial) else { return Step::none() };
        let corrected = match answer {
            Ok(corrected) => *corrected,
            Err(refusal) => {
                if let Some(form) = self.forms.get_mut(at) {
                    form.receiving = false;
                }
                return Step::refused(refusal);
            }
        };
        // What stands on paper may be shorter than what stands in the book.
        let reason: String = reason.trim().chars().take(LONGEST_REASON).collect();
        let _ = self.forms.remove(at);
        if at < self.current {
            self.current -= 1;
        }
        if self.forms.is_empty() {
            self.forms.push(Form::default());
        }
        self.current = self.current.min(self.forms.len() - 1);
        self.search();
        let code = corrected.after.code.clone();
        let (officer, after) = (context.officer(), corrected.after);
        let printed = context.session.work(move |session| {
            let file = session.slip_file(&after.code);
            let now = session.now();
            let _ = print_slip(session.book(), &after, &file, None, Some(&reason), &officer, now)
                .map_err(|error| refused(&error))?;
            Ok(file)
        });
        let printed_code = code.clone();
        let changed = corrected.changed;
        Step::task(printed.map(move |file| Message::Printed(printed_code.clone(), changed, file)))
            .and(Event::Say(Tone::Good, said::corrected(&code)))
            .and(Event::Open(code))
    }

    /// Esc: closes what is on top.
    pub(crate) fn back(&mut self) -> Step<Message> {
        if self.recent.take().is_none() {
            let form = self.form_mut();
            form.asking = None;
            form.telling = None;
        }
        Step::none()
    }

    /// What is on top, in a window of `height`.
    pub(crate) fn dialog(&self, height: f32) -> Option<Element<'_, Message>> {
        let form = self.form();
        match &form.asking {
            Some(reason) => Some(correction(form, reason)),
            None => self.guide_dialog(height),
        }
    }
}

/// What a correction changes, side by side, and why.
fn correction<'a>(form: &'a Form, reason: &'a str) -> Element<'a, Message> {
    let column_of =
        |content: Element<'static, Message>| container(content).width(Length::FillPortion(3));
    let head = row![
        container(faint("")).width(Length::FillPortion(2)),
        column_of(words(said::BEFORE, size::LABEL, font::SEMIBOLD).into()),
        column_of(words(said::AFTER_CORRECTION, size::LABEL, font::SEMIBOLD).into()),
    ]
    .spacing(space::MEDIUM);
    let lines = differences(form).into_iter().map(|(label, before, after)| {
        row![
            container(faint(label)).width(Length::FillPortion(2)),
            column_of(body(before).wrapping(text::Wrapping::Word).into()),
            column_of(strong(after).wrapping(text::Wrapping::Word).into()),
        ]
        .spacing(space::MEDIUM)
        .into()
    });
    let list = scrolled("receive-differences", column(lines).spacing(space::SMALL));
    let ready = !form.receiving;
    let content = column![
        head,
        hairline(),
        container(list).max_height(300),
        Field::new(said::REASON, reason, REASON, Message::Reason)
            .on_submit(Message::CorrectNow)
            .view(),
        row![
            act(Kind::Main, said::CORRECT_AND_PRINT, "Enter", ready.then_some(Message::CorrectNow)),
            faint("Esc"),
        ]
        .spacing(space::MEDIUM)
        .align_y(Alignment::Center),
    ]
    .spacing(space::MEDIUM);
    let code = form.content.corrects.as_deref().unwrap_or_default().to_owned();
    card(said::CORRECTING, faint(code), content).width(760).into()
}

/// The fields in which the form differs from what the book holds: label, before, after.
fn differences(form: &Form) -> Vec<(&'static str, String, String)> {
    let Some(original) = &form.original else { return Vec::new() };
    let untouched = Form::correcting((**original).clone());
    said::differences(&shown(&untouched), &shown(form))
}

/// A form as the comparison tells it.
fn shown(form: &Form) -> (Intake, String) {
    let procedure = form.procedure.as_ref().map(|procedure| procedure.name.clone());
    (form.intake(), procedure.unwrap_or_default())
}
