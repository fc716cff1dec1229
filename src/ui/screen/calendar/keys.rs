//! The keys of the calendar: days by arrows, months by Home and End, years by the page.

use chrono::{Datelike, Days, Months, NaiveDate};
use iced::keyboard::key::Named;

use super::decide::NoticeMessage;
use super::whatif::Question;
use super::{Calendar, Message, Section, written};
use crate::ui::key::Press;
use crate::ui::step::Step;

impl Calendar {
    /// A key that no widget wanted.
    pub(crate) fn key(&self, press: &Press) -> Option<Message> {
        if self.notice.is_some() {
            let put = press.is(Named::Enter) && !press.repeat;
            return put.then_some(Message::Notice(NoticeMessage::Put));
        }
        if let Some(question) = &self.question {
            return question.key(press).map(Message::Question);
        }
        if press.is_ctrl(Named::Enter) && !press.repeat {
            return Some(match self.section {
                // What was typed comes first: asking without it would answer another question.
                Section::Year if self.editor.is_some() => Message::PutDay,
                Section::Hours if self.hours.is_touched() => {
                    Message::Hours(super::hours::Message::Put)
                }
                _ => Message::Ask,
            });
        }
        match () {
            () if press.is_ctrl_letter('g') => {
                Some(Message::Section(self.section.or(Section::Hours)))
            }
            () if press.is_ctrl_letter('f') => {
                Some(Message::Section(self.section.or(Section::Files)))
            }
            () if press.is_ctrl_letter('p') && !press.repeat => {
                self.written.has_papers().then_some(Message::Written(written::Message::Slips))
            }
            () if press.is_ctrl_letter('l') && !press.repeat => {
                self.written.has_papers().then_some(Message::Written(written::Message::Calls))
            }
            () if press.is_ctrl_letter('o') => Some(Message::Notice(NoticeMessage::Open)),
            () if self.section == Section::Year => self.on_the_year(press),
            () => None,
        }
    }

    fn on_the_year(&self, press: &Press) -> Option<Message> {
        if self.editor.is_some() {
            return (press.is(Named::Enter) && !press.repeat).then_some(Message::PutDay);
        }
        match () {
            () if press.is(Named::Enter) && !press.repeat => Some(Message::Edit(self.date)),
            () if press.is(Named::Delete) => Some(Message::Ordinary),
            // Not while something is typed: there it would be meant for the text.
            () if press.is_ctrl_letter('z') && !press.repeat => {
                self.written.can_undo().then_some(Message::Written(written::Message::Undo))
            }
            () if press.is_letter('t') => Some(Message::Choose(self.today)),
            () => self.moved(press).map(Message::Choose),
        }
    }

    /// The day that a key of movement leads to.
    fn moved(&self, press: &Press) -> Option<NaiveDate> {
        let date = self.date;
        let first = date.with_day(1)?;
        match () {
            () if press.is(Named::ArrowLeft) => date.pred_opt(),
            () if press.is(Named::ArrowRight) => date.succ_opt(),
            () if press.is(Named::ArrowUp) => date.checked_sub_days(Days::new(7)),
            () if press.is(Named::ArrowDown) => date.checked_add_days(Days::new(7)),
            () if press.is(Named::Home) => Some(first),
            () if press.is(Named::End) => first.checked_add_months(Months::new(1))?.pred_opt(),
            () if press.is(Named::PageUp) => self.in_year(-1),
            () if press.is(Named::PageDown) => self.in_year(1),
            () => None,
        }
    }

    /// The same day so many years later.
    pub(super) fn in_year(&self, by: i32) -> Option<NaiveDate> {
        let year = self.date.year() + by;
        self.date.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
    }

    /// Closes the form of a day, keeping what was typed; answers whether one was open.
    pub(super) fn close_editor(&mut self) -> bool {
        let closed = self.editor.take();
        let was_open = closed.is_some();
        if let Some(typed) = closed.filter(|editor| editor.touched) {
            self.kept = Some(typed);
        }
        was_open
    }

    /// Esc: leaves what is in front, one after the other: the notice, the question, the form, the
    /// section.
    pub(crate) fn back(&mut self) -> Step<Message> {
        if self.notice.take().is_some() {
            return Step::none();
        }
        // What is being written cannot be taken back by leaving: its answer is waited for.
        if self.question.as_ref().is_some_and(Question::is_busy) {
            return Step::none();
        }
        if let Some(question) = self.question.take() {
            question.stop();
            return Step::none();
        }
        if !self.close_editor() {
            self.section = Section::Year;
        }
        self.look();
        Step::none()
    }
}
