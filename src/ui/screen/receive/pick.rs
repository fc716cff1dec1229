//! Choosing the procedure, and the switches of the form.

use std::sync::Arc;

use super::form::Serial;
use super::{ANSWERS, Context, Message, PAPERS, QUERY, Receive};
use crate::desk::favourite;
use crate::desk::receive::no_longer_asked_for;
use crate::domain::intake::Party;
use crate::domain::procedure::Procedure;
use crate::ui::focus;
use crate::ui::step::Step;

impl Receive {
    /// Follows what concerns the procedure.
    pub(super) fn pick(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        match message {
            Message::Query(text) => {
                self.form_mut().content.query = text;
                self.form_mut().changed();
                self.search();
            }
            Message::MoveAnswer(rows) => {
                let form = self.form_mut();
                let last = form.answers.len().saturating_sub(1);
                form.answer = if rows > 0 {
                    (form.answer + 1).min(last)
                } else {
                    form.answer.saturating_sub(1)
                };
            }
            Message::Choose(index) => {
                if let Some(procedure) = self.form().answers.get(index) {
                    return ask_papers(self.form().serial, Arc::clone(procedure), context);
                }
                // Enter on the chosen procedure goes on to its papers.
                if self.form().procedure.is_some() {
                    return Step::task(focus::to(PAPERS));
                }
                self.search();
            }
            Message::Chosen(serial, procedure, replaced) => {
                let replaced = match replaced {
                    Ok(replaced) => replaced,
                    Err(refusal) => return Step::refused(refusal),
                };
                let current = self.form().serial == serial;
                if let Some(form) = self.place_of(serial).and_then(|at| self.forms.get_mut(at)) {
                    form.choose(&procedure, &replaced);
                }
                return if current { Step::task(focus::to(PAPERS)) } else { Step::none() };
            }
            Message::Unchoose => {
                self.form_mut().unchoose();
                self.search();
                return Step::task(focus::to(QUERY));
            }
            Message::Favourite => {
                if let Some(procedure) = self.form().procedure.clone() {
                    let wanted = !self.catalogue.is_favourite(&procedure);
                    let (officer, now) = (context.officer(), context.session.now());
                    let code = procedure.code.clone();
                    let keep = context
                        .session
                        .ask(move |db| favourite::set_favourite(db, &code, wanted, &officer, now));
                    return Step::task(keep.map(|answer| Message::FavouriteKept(answer.map(drop))));
                }
            }
            Message::FavouriteKept(Ok(())) => return Step::task(Self::load(context)),
            _ => {}
        }
        Step::none()
    }

    /// Answers what was typed to find a procedure; the text itself is never changed.
    pub(super) fn search(&mut self) {
        let answers = self.catalogue.search(&self.form().content.query, ANSWERS);
        let form = self.form_mut();
        form.answer = 0;
        form.answers = if form.procedure.is_none() { answers } else { Vec::new() };
    }

    /// Gives every form the procedure its code names, after the catalogue was read.
    pub(super) fn adopt_procedures(&mut self) {
        // A correction stands on the version its dossier was received under.
        for form in self.forms.iter_mut().filter(|form| form.content.corrects.is_none()) {
            form.procedure = self.catalogue.by_code(&form.content.intake.procedure);
        }
        self.search();
    }

    /// Follows a switch of the form.
    pub(super) fn switch(&mut self, message: &Message) {
        let form = self.form_mut();
        let intake = &mut form.content.intake;
        match message {
            Message::Organisation => {
                intake.applicant.organisation = !intake.applicant.organisation;
            }
            Message::Authority => {
                intake.principal = match intake.principal {
                    Some(_) => None,
                    None => Some(Party::default()),
                };
            }
            Message::PrincipalOrganisation => {
                if let Some(party) = &mut intake.principal {
                    party.organisation = !party.organisation;
                }
            }
            Message::More => form.more = !form.more,
            Message::ClockReason(reason) => intake.clock_reason = *reason,
            Message::Channel(channel) => intake.channel = *channel,
            Message::ReturnBy(way) => intake.return_by = *way,
            Message::Branch(number) => intake.branch = number.to_string(),
            _ => return,
        }
        form.changed();
    }
}

/// Asks which of the procedure's papers data replaces, and then chooses it.
pub(super) fn ask_papers(
    serial: Serial,
    procedure: Arc<Procedure>,
    context: &Context<'_>,
) -> Step<Message> {
    let today = context.session.now().date();
    let code = procedure.code.clone();
    let replaced = context.session.ask(move |db| no_longer_asked_for(db.view(), &code, today));
    Step::task(replaced.map(move |answer| Message::Chosen(serial, Arc::clone(&procedure), answer)))
}
