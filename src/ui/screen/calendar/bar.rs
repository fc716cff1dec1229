//! How the screen is put together: the year's line at the top, what is to be decided for the year,
//! the months, and the chosen day at the right.

use chrono::Datelike;
use iced::widget::{column, row, text};
use iced::{Alignment, Element, Length, Size};

use super::year::{Year, legend};
use super::{Calendar, MONTHS, Message, Section};
use crate::domain::calendar::Calendar as Model;
use crate::ui::screen::Context;
use crate::ui::text::calendar as said;
use crate::ui::theme::{Kind, Tone, body, faint, space, title};
use crate::ui::widget::parts::{act, choice, fill, pill, plain_card, scrolled};

/// The width of the chosen day.
const SIDE: f32 = 300.0;
/// The narrowest room with the chosen day at the right.
const WITH_SIDE: f32 = 600.0;
/// The line of the year, that of its decisions, that of the signs.
const LINE: f32 = 36.0;
const SIGNS: f32 = 40.0;

impl Calendar {
    /// How wide the months are.
    pub(super) fn year_width(&self, context: &Context<'_>) -> f32 {
        let side = if context.room.width >= WITH_SIDE { SIDE + space::LARGE } else { 0.0 };
        context.room.width - side - 2.0 * space::LARGE
    }

    pub(crate) fn view(&self, context: &Context<'_>) -> Element<'_, Message> {
        let Some(calendar) = &self.shown else { return faint(crate::ui::text::OPENING).into() };
        let mut all = column![self.line(calendar)].spacing(space::MEDIUM);
        all = all.push(self.months(calendar, context));
        all.into()
    }

    /// The year, whether it is official, and the sections.
    fn line(&self, calendar: &Model) -> Element<'_, Message> {
        let year = self.date.year();
        let go = |by| self.in_year(by).map(Message::Choose);
        let (state, tone) = if calendar.is_official(year) {
            (said::OFFICIAL, Tone::Good)
        } else {
            (said::NOT_OFFICIAL, Tone::Warn)
        };
        let sections = [
            (Section::Year, said::SECTION_YEAR),
            (Section::Hours, said::SECTION_HOURS),
            (Section::Files, said::SECTION_FILES),
        ];
        row![
            act(Kind::Other, "‹", "PgUp", go(-1)),
            title(year.to_string()),
            act(Kind::Other, "›", "PgDn", go(1)),
            pill(state, tone),
            fill(),
            choice("", "calendar-section", &sections, self.section, Message::Section),
        ]
        .spacing(space::MEDIUM)
        .height(LINE)
        .align_y(Alignment::Center)
        .into()
    }

    fn months<'a>(&'a self, calendar: &'a Model, context: &Context<'_>) -> Element<'a, Message> {
        let taken = LINE + SIGNS + 2.0 * space::MEDIUM + 2.0 * space::LARGE;
        let room = Size::new(self.year_width(context), context.room.height - taken);
        let (months, height) = self.year.view(room);
        let months: Element<'_, Message> = if height > room.height {
            scrolled(MONTHS, months).height(Length::Fill).into()
        } else {
            months
        };
        let months = plain_card(months).width(Length::Fill).height(Length::Fill);
        let mut side = column![].spacing(space::LARGE);
        side = side.push(match &self.editor {
            Some(editor) => editor.view(Message::Editor, Message::PutDay, Message::CloseEditor),
            None => self.day(calendar),
        });
        if !self.pending.is_empty() {
            side = side.push(self.pending.view());
        }
        for sentence in &self.refused {
            side = side.push(body(sentence.as_str()).wrapping(text::Wrapping::Word));
        }
        let side = scrolled("calendar-side", side).width(SIDE).height(Length::Fill);
        column![
            row![months, side].spacing(space::LARGE).height(Length::Fill),
            legend(),
        ]
        .spacing(space::MEDIUM)
        .into()
    }
}

#[expect(unused_imports, reason = "")]
use Year as _;
