//! The day that was chosen: what it is, why, its hours, what is promised for it, and what can be done.

use iced::widget::{column, row, text};
use iced::{Element, Length};

use super::mark::Mark;
use super::{Calendar, Message};
use crate::domain::calendar::{Calendar as Model, SpecialDay};
use crate::domain::lunar::lunar_date;
use crate::ui::text::calendar as said;
use crate::ui::theme::{Kind, Tone, body, faint, space};
use crate::ui::widget::parts::{card, pill, wide_act};

impl Calendar {
    /// The card of the chosen day.
    pub(super) fn day<'a>(&self, calendar: &Model) -> Element<'a, Message> {
        let date = self.date;
        let special = calendar.special_day(date);
        let mark = Mark::of(calendar, date);
        let tone = match mark {
            Mark::Closed | Mark::PartlyClosed => Tone::Warn,
            mark => mark.tone(),
        };
        let mut pills = row![pill(said::kind(mark), tone)].spacing(space::SMALL);
        if self.pending.days.contains_key(&date) {
            pills = pills.push(pill(said::NOT_WRITTEN, Tone::Accent));
        }
        if special.is_some_and(|day| !day.is_official()) {
            pills = pills.push(pill(said::ESTIMATE, Tone::Plain));
        }
        let mut content =
            column![pills.wrap().vertical_spacing(space::TINY)].spacing(space::MEDIUM);
        if let Some(day) = special {
            content = content.push(reason(day));
        }
        content = content.push(column![
            faint(said::HOURS_OF_DAY),
            body(said::hours_of_day(calendar, date)).wrapping(text::Wrapping::Word)
        ]);
        content = content.push(column![
            faint(said::PROMISED),
            body(self.promised_told()).wrapping(text::Wrapping::Word)
        ]);
        let change = if special.is_some() { said::CHANGE_DAY } else { said::MAKE_SPECIAL };
        content = content.push(wide_act(Kind::Other, change, "Enter", Some(Message::Edit(date))));
        if special.is_some() {
            let ordinary = Some(Message::Ordinary);
            content = content.push(wide_act(Kind::Other, said::MAKE_ORDINARY, "Delete", ordinary));
        }
        let lunar = lunar_date(date).map(said::lunar).unwrap_or_default();
        card(said::day_title(date), faint(lunar), content).width(Length::Fill).into()
    }

    fn promised_told(&self) -> String {
        match self.promised {
            Some((date, promised)) if date == self.date => said::promised(promised),
            _ => said::COUNTING.to_owned(),
        }
    }
}

/// Why the day is what it is, and who says so.
fn reason<'a>(day: &SpecialDay) -> Element<'a, Message> {
    let name = body(day.name.clone()).wrapping(text::Wrapping::Word);
    let source = faint(said::source(day)).wrapping(text::Wrapping::Word);
    column![name, source].spacing(2).into()
}
