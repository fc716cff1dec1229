//! What a year still waits for: the choices of its notice, and the notice itself.

use chrono::{Datelike, Days, NaiveDate};
use iced::widget::{column, row, text};
use iced::{Alignment, Element, Length};

use super::{Calendar, Message, Section};
use crate::desk::calendar_change::{CalendarEdit, year_edit};
use crate::domain::calendar::{Calendar as Model, DayKind, Origin};
use crate::domain::law_days::{SecondDay, YearChoices};
use crate::domain::lunar::new_year;
use crate::ui::focus;
use crate::ui::screen::Context;
use crate::ui::step::Step;
use crate::ui::text::calendar as said;
use crate::ui::theme::{Kind, Tone, body, faint, pad, space, strong};
use crate::ui::widget::parts::{Field, act, card, choice, fill, notice, pressable};

const NOTICE: &str = "calendar-notice";

/// The first year with a second day of Quốc khánh (Labour Code 2019 art. 112.1.đ).
const SECOND_DAY_SINCE: i32 = 2021;

/// The notice that is being typed.
#[derive(Debug, Default)]
pub(super) struct Notice {
    typed: String,
    wrong: Option<&'static str>,
}

/// What happens to it.
#[derive(Debug, Clone)]
pub(crate) enum NoticeMessage {
    Open,
    Typed(String),
    Put,
}

/// The choices that `calendar` shows for `year`.
fn choices_of(calendar: &Model, year: i32) -> YearChoices {
    let off =
        |date: NaiveDate| calendar.special_day(date).is_some_and(|day| day.kind == DayKind::Off);
    let usual = YearChoices::usual(year);
    let before = new_year(year).map(|first| {
        let day = |by| first.checked_sub_days(Days::new(by)).is_some_and(off);
        (1..=3).take_while(|by| day(*by)).map(|_| 1).sum()
    });
    let first = NaiveDate::from_ymd_opt(year, 9, 1).is_some_and(off);
    YearChoices {
        tet_days_before: before.unwrap_or(usual.tet_days_before).clamp(1, 3),
        second_day: if first { SecondDay::Before } else { SecondDay::After },
    }
}

impl Calendar {
    /// What is to be decided for the year, or another year that waits for its notice.
    pub(super) fn decisions<'a>(&'a self, calendar: &Model) -> Option<Element<'a, Message>> {
        let year = self.date.year();
        if self.section != Section::Year {
            return None;
        }
        if !calendar.is_official(year) {
            return Some(self.choices(calendar, year));
        }
        let warned = self.warning.filter(|warning| warning.year != year)?;
        let there = self.date.with_year(warned.year).map(Message::Choose);
        let told = row![
            body(said::warning(warned.year)).width(Length::Fill),
            pressable(Kind::Quiet, strong(said::SHOW_YEAR), there).padding(pad::LINK),
        ]
        .align_y(Alignment::Center);
        Some(notice(Tone::Warn, told))
    }

    fn choices<'a>(&'a self, calendar: &Model, year: i32) -> Element<'a, Message> {
        let chosen = choices_of(calendar, year);
        let tet = [(1, said::DAYS[0]), (2, said::DAYS[1]), (3, said::DAYS[2])];
        let second = [(SecondDay::Before, "1/9"), (SecondDay::After, "3/9")];
        let mut line = row![
            faint(said::TET_BEFORE),
            choice("", "calendar-tet", &tet, chosen.tet_days_before, move |tet_days_before| {
                Message::Choices(YearChoices { tet_days_before, ..chosen })
            }),
        ]
        .spacing(space::SMALL)
        .align_y(Alignment::Center);
        if year >= SECOND_DAY_SINCE {
            line = line.push(faint(said::SECOND_DAY)).push(choice(
                "",
                "calendar-second-day",
                &second,
                chosen.second_day,
                move |second_day| Message::Choices(YearChoices { second_day, ..chosen }),
            ));
        }
        let official = Message::Notice(NoticeMessage::Open);
        line.push(fill())
            .push(act(Kind::Other, said::MAKE_OFFICIAL, "Ctrl O", Some(official)))
            .into()
    }

    /// Reckons the days off of the year anew.
    pub(super) fn choose_for_year(
        &mut self,
        choices: YearChoices,
        context: &Context<'_>,
    ) -> Step<Message> {
        let year = self.date.year();
        let read = context.session.ask(move |db| year_edit(db.view(), year, choices).map(Box::new));
        Step::task(read.map(move |edit| Message::YearReckoned(year, edit)))
    }

    /// Takes the reckoned days among the changes, in the place of an earlier reckoning.
    pub(super) fn reckoned(
        &mut self,
        year: i32,
        edit: CalendarEdit,
        context: &Context<'_>,
    ) -> Step<Message> {
        let Some(base) = &self.base else { return Step::none() };
        let reckoned = |date: NaiveDate, estimate: bool| date.year() == year && estimate;
        self.pending.days.retain(|date, day| match day {
            Some(day) => !reckoned(*date, day.origin == Origin::Estimate),
            None => {
                let known = base.special_day(*date).map(|day| day.origin);
                !reckoned(*date, known == Some(Origin::Estimate))
            }
        });
        for day in edit.put {
            self.pending.put(day, base);
        }
        for date in edit.remove {
            let _ = self.pending.make_ordinary(date, base);
        }
        self.edited(context)
    }

    /// Types, and takes among the changes, the notice that makes the year official.
    pub(super) fn in_notice(
        &mut self,
        message: NoticeMessage,
        context: &Context<'_>,
    ) -> Step<Message> {
        match message {
            NoticeMessage::Open => {
                let official =
                    self.shown.as_ref().is_none_or(|known| known.is_official(self.date.year()));
                if official {
                    return Step::none();
                }
                let _ = self.notice.get_or_insert_default();
                return Step::task(focus::to(NOTICE));
            }
            NoticeMessage::Typed(typed) => self.notice = Some(Notice { typed, wrong: None }),
            NoticeMessage::Put => {
                let Some(notice) = &mut self.notice else { return Step::none() };
                let typed = notice.typed.trim().to_owned();
                if typed.is_empty() {
                    notice.wrong = Some(said::NO_NOTICE);
                    return Step::task(focus::to(NOTICE));
                }
                self.notice = None;
                let _ = self.pending.official.insert(self.date.year(), typed);
                return self.edited(context);
            }
        }
        Step::none()
    }

    /// Asks for the notice.
    pub(crate) fn dialog(&self) -> Option<Element<'_, Message>> {
        let notice = self.notice.as_ref()?;
        let put = Message::Notice(NoticeMessage::Put);
        let typed = |typed| Message::Notice(NoticeMessage::Typed(typed));
        let content = column![
            body(said::official_explained(self.date.year())).wrapping(text::Wrapping::Word),
            Field::new(said::NOTICE, &notice.typed, NOTICE, typed)
                .placeholder(said::NOTICE_HINT)
                .wrong(notice.wrong)
                .on_submit(put.clone())
                .view(),
            row![act(Kind::Main, said::PUT_DAY, "Enter", Some(put)), faint("Esc")]
                .spacing(space::MEDIUM)
                .align_y(Alignment::Center),
        ]
        .spacing(space::MEDIUM);
        Some(card(said::MAKE_OFFICIAL, faint(""), content).width(560).into())
    }
}
