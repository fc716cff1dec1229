//! How full the day of the promise is already: asked in the background, whenever that day changes.

use chrono::NaiveDate;
use iced::Task;

use super::{Context, Message, Receive};
use crate::desk::crowd::crowd;
use crate::domain::crowd::{Crowd, Halves};
use crate::domain::time::OfficeTime;
use crate::ui::session::Answer;

impl Receive {
    /// Asks what is promised for the day of the promise on the screen.
    pub(super) fn ask_crowd(&mut self, context: &Context<'_>) -> Task<Message> {
        let form = self.form();
        let day = form.due.as_ref().and_then(|due| due.at).map(OfficeTime::date);
        if day == form.crowd_day {
            return Task::none();
        }
        let except = form.original.as_ref().map(|original| original.id);
        let halves =
            day.zip(self.rules.as_ref()).map(|(day, rules)| Halves::of(rules.calendar(), day));
        let form = self.form_mut();
        form.crowd_day = day;
        // What is known of the same day stays in sight until it is known better.
        form.crowd = form.crowd.filter(|crowd| Some(crowd.halves.date) == day);
        let (Some(day), Some(halves)) = (day, halves) else { return Task::none() };
        let asked = context.session.ask(move |db| crowd(db.view(), halves, except));
        asked.map(move |answer| Message::Crowd(day, answer))
    }

    /// An answer about a day that is promised no longer is of no use.
    pub(super) fn hear_crowd(&mut self, day: NaiveDate, answer: &Answer<Crowd>) {
        let Ok(crowd) = answer else { return };
        for form in self.forms.iter_mut().filter(|form| form.crowd_day == Some(day)) {
            form.crowd = Some(*crowd);
        }
    }
}
