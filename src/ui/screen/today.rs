//! Hôm nay: what the day asks for, each number and list from one reading of the book.

mod chart;
mod figures;

use chrono::{Days, NaiveDate};
use iced::keyboard::key::Named;
use iced::widget::{column, container, row, text};
use iced::{Alignment, Element, Length, Task};

use super::Context;
use crate::desk::DeskError;
use crate::desk::calendar_change::{CalendarWarning, calendar_warning};
use crate::store::{self, Today as Figures};
use crate::ui::font;
use crate::ui::key::Press;
use crate::ui::session::Answer;
use crate::ui::step::{Event, Step};
use crate::ui::text as said;
use crate::ui::theme::{Tone, body, faint, pad, size, space, words};
use crate::ui::widget::dossier_list::{List, fitting};
use crate::ui::widget::parts::{act, card, notice, pressable};
use crate::ui::{place::Place, theme::Kind};

/// The most dossiers the list holds: more than any screen shows.
const MOST: usize = 60;
/// How many working days the chart shows.
const DAYS: usize = 6;
/// What stands above and below the list.
const AROUND_LIST: f32 = 132.0;
/// The line of what was not taken back.
const NOT_BACK: f32 = 38.0;
/// The narrowest room for gauge and chart beside the list.
const WITH_SIDE: f32 = 820.0;
const SIDE: f32 = 322.0;

/// The screen.
#[derive(Debug, Default)]
pub(crate) struct Today {
    figures: Option<Figures>,
    /// The calendar that still waits for its official notice.
    warning: Option<CalendarWarning>,
    /// How many dossiers were handed over on an earlier day and not taken back.
    to_fetch: i64,
    at: usize,
    chart: chart::Chart,
}

/// What the book says of the day: its figures, the calendar without a notice, what was not taken back.
type Day = (Figures, Option<CalendarWarning>, i64);

/// What happens on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Loaded(Answer<Box<Day>>),
    Open(usize),
    Explain,
    Move(i64),
    Go(Place),
    /// Shows what was not taken back.
    NotBack,
}

impl Today {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Reads the day's figures.
    pub(crate) fn load(&self, context: &Context<'_>) -> Task<Message> {
        let now = context.session.now();
        let read = context.session.ask(move |db| {
            let calendar = store::load_calendar(db.view())?;
            let mut days = Vec::new();
            let mut day: NaiveDate = now.date();
            // A closure of a month shows what there is.
            for _ in 0..31 {
                if calendar.is_working(day) || day == now.date() {
                    days.push(day);
                }
                if days.len() == DAYS {
                    break;
                }
                day = day - Days::new(1);
            }
            days.reverse();
            let warning = calendar_warning(db.view(), now.date())?;
            let to_fetch = store::count_to_fetch(db.view(), now.date())?;
            let figures = store::today(db.view(), now, &days, MOST)?;
            Ok::<_, DeskError>(Box::new((figures, warning, to_fetch)))
        });
        read.map(Message::Loaded)
    }

    /// Follows a message.
    pub(crate) fn update(&mut self, message: Message, _context: &Context<'_>) -> Step<Message> {
        match message {
            Message::Loaded(Ok(loaded)) => {
                let (figures, warning, to_fetch) = *loaded;
                (self.warning, self.to_fetch) = (warning, to_fetch);
                // The list may have moved under the row the keyboard is on.
                let known = self.figures.as_ref().and_then(|old| old.burning.get(self.at));
                let known = known.map(|row| row.id);
                let same = figures.burning.iter().position(|row| Some(row.id) == known);
                let last = figures.burning.len().saturating_sub(1);
                self.at = same.unwrap_or(self.at.min(last));
                self.chart.show(&figures.week);
                self.figures = Some(figures);
                Step::none()
            }
            Message::Loaded(Err(refusal)) => Step::refused(refusal),
            Message::Open(index) => {
                match self.figures.as_ref().and_then(|f| f.burning.get(index)) {
                    Some(row) => {
                        self.at = index;
                        Step::event(Event::Open(row.code.clone()))
                    }
                    None => Step::none(),
                }
            }
            Message::Explain => {
                let row = self.figures.as_ref().and_then(|figures| figures.burning.get(self.at));
                match row {
                    Some(row) => Step::event(Event::Explain(row.code.clone())),
                    None => Step::none(),
                }
            }
            Message::Move(rows) => {
                let last = self.figures.as_ref().map_or(0, |f| f.burning.len().saturating_sub(1));
                let by = usize::try_from(rows.unsigned_abs()).unwrap_or(0);
                self.at = match rows {
                    ..0 => self.at.saturating_sub(by),
                    _ => (self.at + by).min(last),
                };
                Step::none()
            }
            Message::Go(place) => Step::event(Event::Go(place)),
            Message::NotBack => Step::event(Event::NotBack),
        }
    }

    /// A key that no widget wanted.
    pub(crate) fn key(&self, press: &Press) -> Option<Message> {
        if press.is(Named::Enter) {
            return Some(Message::Open(self.at));
        }
        if press.is_ctrl_letter('i') {
            return Some(Message::Explain);
        }
        if press.is_ctrl_letter('l') && self.to_fetch > 0 {
            return Some(Message::NotBack);
        }
        press.rows(8).map(Message::Move)
    }

    pub(crate) fn view(&self, context: &Context<'_>) -> Element<'_, Message> {
        let Some(figures) = &self.figures else { return faint(said::OPENING).into() };
        let room = context.room;
        let side = room.width >= WITH_SIDE;
        let list_width = if side { room.width - SIDE - space::LARGE } else { room.width };
        let list =
            card(said::BURNING, faint(said::LIST_KEYS), self.burning(figures, context, list_width))
                .width(Length::Fill)
                .height(Length::Fill);
        let mut below = row![list].spacing(space::LARGE).height(Length::Fill);
        if side {
            let gauge = figures::gauge(figures, context.session.now().date());
            let chart = card(said::WEEK, chart::legend(), self.chart.view()).width(Length::Fill);
            let warning = self.warning.map(|warning| {
                let told = column![
                    body(said::calendar::warning(warning.year)).wrapping(text::Wrapping::Word),
                    act(
                        Kind::Other,
                        said::place(Place::Calendar),
                        "F11",
                        Some(Message::Go(Place::Calendar))
                    ),
                ];
                notice(Tone::Warn, told.spacing(space::SMALL))
            });
            let side = column![gauge, chart].extend(warning).spacing(space::LARGE);
            below = below.push(side.width(SIDE));
        }
        column![figures::cards(figures, room.width)]
            .extend((self.to_fetch > 0).then(|| self.away()))
            .push(below)
            .spacing(space::LARGE)
            .into()
    }

    /// The line of what was not taken back, and the way there.
    fn away(&self) -> Element<'_, Message> {
        let told = body(said::moves::to_fetch(self.to_fetch)).wrapping(text::Wrapping::Word);
        let see = row![
            words(said::moves::SEE_NOT_BACK, size::BODY, font::SEMIBOLD),
            words("Ctrl L", size::SMALL, font::REGULAR),
        ];
        let see = pressable(Kind::Quiet, see.spacing(space::SMALL), Some(Message::NotBack));
        let see = see.padding(pad::LINK);
        let line = row![container(told).width(Length::Fill), see].align_y(Alignment::Center);
        notice(Tone::Warn, line)
    }

    fn burning<'a>(
        &'a self,
        figures: &'a Figures,
        context: &Context<'_>,
        width: f32,
    ) -> Element<'a, Message> {
        if figures.burning.is_empty() {
            let hint = faint(said::NOTHING_BURNS).wrapping(text::Wrapping::Word);
            let receive =
                act(Kind::Other, said::RECEIVE_TITLE, "F2", Some(Message::Go(Place::Receive)));
            return column![hint, receive].spacing(space::MEDIUM).into();
        }
        let away = if self.to_fetch > 0 { NOT_BACK + space::LARGE } else { 0.0 };
        let fit = fitting(context.room.height - AROUND_LIST - away).max(1);
        let top = self.at.saturating_sub(fit - 1);
        let rows = figures.burning.get(top..).unwrap_or_default();
        let rows = rows.get(..fit.min(rows.len())).unwrap_or_default();
        List {
            rows,
            selected: Some(self.at - top),
            marked: None,
            now: context.session.now(),
            width: width - 2.0 * space::LARGE,
            on_press: Box::new(move |index| Message::Open(top + index)),
            on_wheel: Some(Box::new(Message::Move)),
        }
        .view()
    }
}
