//! Receiving: checked, in the book, and the slip on disk.

use std::sync::Arc;

use super::form::{Form, Serial};
use super::input::Input;
use super::keep::keep_in;
use super::{Context, EXTRA, Message, PAPERS, QUERY, Receipt, Receive};
use crate::desk::print::print_slip;
use crate::desk::receive::{Received, receive};
use crate::domain::invalid::{Field, Invalid};
use crate::ui::focus;
use crate::ui::session::{Answer, refused};
use crate::ui::step::{Event, Step};
use crate::ui::text;
use crate::ui::theme::Tone;

impl Receive {
    /// Receives the form on the screen. The draft it stands in goes in the same transaction, so
    /// that a second Ctrl+Enter, or a power cut before the answer, receives nothing twice.
    pub(super) fn receive(&mut self, context: &Context<'_>) -> Step<Message> {
        let now = context.session.now();
        let problems = self.problems(context);
        let form = self.form_mut();
        if form.receiving {
            return Step::none();
        }
        form.handed_in = true;
        let new = match form.check(now.date()) {
            Ok(new) if problems.is_empty() => new,
            Ok(_) => return first_wrong(form, &problems),
            Err(wrong) => return first_wrong(form, &wrong),
        };
        let Ok(content) = serde_json::to_string(&form.content) else { return Step::none() };
        form.receiving = true;
        let (officer, serial) = (context.officer(), form.serial);
        let slot = Arc::clone(&form.draft);
        let received = context.session.ask(move |db| {
            let id = match slot.get() {
                Some(id) => *id,
                None => keep_in(db, &slot, &content, &officer, now)?,
            };
            receive(db, &new, Some(id), &officer, now)
        });
        Step::task(received.map(move |answer| Message::Received(serial, answer.map(Box::new))))
    }

    /// The dossier is in the book: its slip is drawn, and the form stands ready for the next citizen.
    pub(super) fn received(
        &mut self,
        serial: Serial,
        answer: Answer<Box<Received>>,
        context: &Context<'_>,
    ) -> Step<Message> {
        let Some(at) = self.place_of(serial) else { return Step::none() };
        self.before_scan = None;
        let received = match answer {
            Ok(received) => received,
            Err(refusal) => {
                if let Some(form) = self.forms.get_mut(at) {
                    form.receiving = false;
                }
                return Step::refused(refusal);
            }
        };
        let form = self.forms.remove(at);
        if self.forms.is_empty() || at == self.current {
            self.forms.push(Form::default());
            self.current = self.forms.len() - 1;
        } else if at < self.current {
            self.current -= 1;
        }
        self.search();
        let Received { dossier, warnings, changed } = *received;
        self.last = Some(Receipt {
            code: dossier.code.clone(),
            name: dossier.applicant.name.clone(),
            due: dossier.due.clone(),
            applicant: form.content.intake.applicant,
            warnings,
        });
        let said = text::received(&dossier.code, dossier.due.at);
        let code = dossier.code.clone();
        let officer = context.officer();
        let print = context.session.work(move |session| {
            let file = session.slip_file(&dossier.code);
            let now = session.now();
            let _ = print_slip(session.book(), &dossier, &file, None, None, &officer, now)
                .map_err(|error| refused(&error))?;
            Ok(file)
        });
        // The other screens read the book anew when the slip is on disk: the citizen waits for that.
        let printed = move |answer| Message::Printed(code.clone(), changed, answer);
        let step = Step::task(self.focus()).also(print.map(printed));
        // A blank form says itself what was done for the last citizen.
        if self.form().is_blank() { step } else { step.and(Event::Say(Tone::Good, said)) }
    }
}

/// Puts the keyboard on the first field that is wrong; what no field says is told besides.
pub(super) fn first_wrong(form: &mut Form, wrong: &[Invalid]) -> Step<Message> {
    // The first on the screen: the rules have an order of their own.
    let place = |invalid: &&Invalid| {
        Input::ALL.iter().position(|input| input.field() == invalid.field).unwrap_or(usize::MAX)
    };
    let Some(first) = wrong.iter().min_by_key(place) else { return Step::none() };
    let input = Input::ALL.into_iter().find(|input| input.field() == first.field);
    if matches!(
        first.field,
        Field::Subject | Field::Sets | Field::Note | Field::Passport | Field::Sex | Field::Email
    ) {
        form.more = true;
    }
    if matches!(first.field, Field::ClockFrom | Field::ClockReason | Field::SecondLimit) {
        form.show_terms();
    }
    let target = match (input, first.field) {
        (Some(input), _) => input.id(),
        (None, Field::ClockReason) => Input::ClockFrom.id(),
        (None, Field::Paper) if form.content.lines.is_empty() => EXTRA,
        (None, Field::Paper) => PAPERS,
        (None, _) => QUERY,
    };
    // A field says itself what is wrong with it.
    let says = input.is_some() || first.field == Field::Procedure;
    let told = text::wrong_fields(wrong.len(), Some(first).filter(|_| !says));
    let step = Step::task(focus::to(target));
    if told.is_empty() { step } else { step.and(Event::Say(Tone::Bad, told)) }
}
