//! How the screen is put together: the year's line at the top, what is to be decided for the year,
//! the months, and the chosen day at the right.

use chrono::Datelike;
use iced::widget::{column, container, row, text};
use iced::{Alignment, Element, Length, Size};

use super::year::legend;
use super::{Calendar, MONTHS, Message, Section};
use crate::domain::calendar::Calendar as Model;
use crate::ui::screen::Context;
use crate::ui::text::calendar as said;
use crate::ui::theme::{Kind, Tone, faint, space, title};
use crate::ui::widget::parts::{act, choice, fill, pill, plain_card, scrolled, wide_act};

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
        if let Some(question) = &self.question {
            return question.view(context).map(Message::Question);
        }
        let year = self.date.year();
        let decisions = self.decisions(calendar);
        let mut height = context.room.height - LINE - space::MEDIUM;
        let mut all = column![self.line(calendar)].spacing(space::MEDIUM);
        if let Some(decisions) = decisions {
            height -= LINE + space::MEDIUM;
            all = all.push(container(decisions).center_y(LINE));
        }
        let part = match self.section {
            Section::Year => return all.push(self.months(calendar, height, context)).into(),
            Section::Hours => self.hours.view().map(Message::Hours),
            Section::Files => self.files.view(year).map(Message::Files),
        };
        let part = scrolled("calendar-section-page", part).width(Length::Fill);
        all.push(self.beside(part.into(), self.side(calendar), context)).into()
    }

    /// A part of the screen with what stands at its right, or above it where there is no room.
    fn beside<'a>(
        &self,
        part: Element<'a, Message>,
        side: Element<'a, Message>,
        context: &Context<'_>,
    ) -> Element<'a, Message> {
        if context.room.width >= WITH_SIDE {
            let side = scrolled("calendar-side", side).width(SIDE).height(Length::Fill);
            return row![container(part).width(Length::Fill), side]
                .spacing(space::LARGE)
                .height(Length::Fill)
                .into();
        }
        let both = column![part, side].spacing(space::LARGE);
        scrolled("calendar-side", both).height(Length::Fill).into()
    }

    /// What stands at the right: the chosen day or its form, the changes, and what was written.
    fn side<'a>(&'a self, calendar: &'a Model) -> Element<'a, Message> {
        let mut side = column![].spacing(space::LARGE);
        match (self.section, &self.editor) {
            (Section::Year, Some(editor)) => {
                let form = editor.view(Message::Editor, Message::PutDay, Message::CloseEditor);
                side = side.push(form);
            }
            (Section::Year, None) => side = side.push(self.day(calendar)),
            (Section::Hours, _) => side = side.push(self.hours.after().map(Message::Hours)),
            (Section::Files, _) => {}
        }
        if self.pending.is_empty() && self.section == Section::Year && self.editor.is_none() {
            let explained = faint(said::RECOUNT_EXPLAINED).wrapping(text::Wrapping::Word);
            let ask = wide_act(Kind::Other, said::RECOUNT, "Ctrl Enter", Some(Message::Ask));
            let recount = column![ask, explained].spacing(space::SMALL);
            side = side.push(self.written.view().map(|written| written.map(Message::Written)));
            return side.push(plain_card(recount).width(Length::Fill)).into();
        }
        if !self.pending.is_empty() {
            side = side.push(self.pending.view(&self.refused));
        }
        side.push(self.written.view().map(|written| written.map(Message::Written))).into()
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

    fn months<'a>(
        &'a self,
        calendar: &'a Model,
        height: f32,
        context: &Context<'_>,
    ) -> Element<'a, Message> {
        let taken = SIGNS + space::MEDIUM + 2.0 * space::LARGE;
        let room = Size::new(self.year_width(context), height - taken);
        let (months, height) = self.year.view(room);
        let narrow = context.room.width < WITH_SIDE;
        let months: Element<'_, Message> = if height > room.height && !narrow {
            scrolled(MONTHS, months).height(Length::Fill).into()
        } else {
            months
        };
        let months = plain_card(months).width(Length::Fill);
        let months = if narrow { months } else { months.height(Length::Fill) };
        column![self.beside(months.into(), self.side(calendar), context), legend()]
            .spacing(space::MEDIUM)
            .into()
    }
}
