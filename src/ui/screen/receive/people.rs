//! What the book knows of the person at the counter, and what speaks against the dossier.

use iced::Task;

use super::{Context, Message, Receive};
use crate::desk::Warning;
use crate::desk::known::{Known, known};
use crate::desk::receive::doubts_before;
use crate::domain::identity::Identity;
use crate::ui::session::Answer;

impl Receive {
    /// Asks whether the person has been here before, once the number or the name with the date of
    /// birth is complete.
    pub(super) fn ask_known(&mut self, context: &Context<'_>) -> Task<Message> {
        let form = self.form_mut();
        if form.content.corrects.is_some() {
            return Task::none();
        }
        let party = form.content.intake.applicant.clone();
        let identified = if party.organisation {
            party.tax_code.trim().len() >= 10
        } else {
            Identity::parse(&party.identity).is_ok()
        };
        let named = party.name.contains(' ') && party.birth.len() >= 4;
        let key = match (identified, named) {
            (true, _) => format!("{}{}", party.identity, party.tax_code),
            (false, true) => format!("{}{}", party.name, party.birth),
            (false, false) => String::new(),
        };
        if key == form.known_key {
            return Task::none();
        }
        form.known_key.clone_from(&key);
        form.known = None;
        if key.is_empty() {
            return Task::none();
        }
        let asked = context.session.ask(move |db| known(db.view(), &party));
        asked.map(move |answer| Message::Known(key.clone(), answer))
    }

    pub(super) fn hear_known(&mut self, key: &str, answer: Answer<Option<Known>>) {
        let asked = self.forms.iter_mut().find(|form| form.known_key == key);
        if let (Some(form), Ok(known)) = (asked, answer) {
            form.known = known;
        }
    }

    /// Asks what is doubtful about the dossier, once it could be received as it stands.
    pub(super) fn ask_doubts(&mut self, context: &Context<'_>) -> Task<Message> {
        let now = context.session.now();
        let form = self.form_mut();
        if form.content.corrects.is_some() {
            return Task::none();
        }
        let checked = form.intake().check(now.date());
        let key = checked.as_ref().map(|new| format!("{new:?}")).unwrap_or_default();
        if key == form.doubts_key {
            return Task::none();
        }
        form.doubts_key.clone_from(&key);
        let Ok(new) = checked else {
            form.doubts.clear();
            return Task::none();
        };
        let asked = context.session.ask(move |db| doubts_before(db.view(), &new, now));
        asked.map(move |answer| Message::Doubts(key.clone(), answer))
    }

    pub(super) fn hear_doubts(&mut self, key: &str, answer: Answer<Vec<Warning>>) {
        let asked = self.forms.iter_mut().find(|form| form.doubts_key == key);
        if let (Some(form), Ok(doubts)) = (asked, answer) {
            form.doubts = doubts;
        }
    }
}
