//! Changes of the calendar that were made on the screen and are not written yet.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use iced::widget::{column, row, text};
use iced::{Alignment, Element, Length};

use super::Message;
use crate::desk::calendar_change::CalendarEdit;
use crate::domain::calendar::{Calendar, OfficeHours, SpecialDay};
use crate::ui::text::calendar as said;
use crate::ui::theme::{Kind, Tone, body, faint, pad, space};
use crate::ui::widget::parts::{act, card, notice, pressable, wide_act};

/// The most changes that are listed; the rest is counted.
const MOST: usize = 40;

fn told_in_words<'a>(sentence: &'a str) -> Element<'a, Message> {
    body(sentence).wrapping(text::Wrapping::Word).width(Length::Fill).into()
}

/// What waits to be written.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Pending {
    /// Days, by date: special, or ordinary again.
    pub(super) days: BTreeMap<NaiveDate, Option<SpecialDay>>,
    /// Office hours by their first day: told, or taken away.
    pub(super) hours: BTreeMap<NaiveDate, Option<OfficeHours>>,
    /// Years that became official, with the notice.
    pub(super) official: BTreeMap<i32, String>,
}

/// One of the changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// The days from one to another: changes of the same kind in a row are told as one.
    Days(NaiveDate, NaiveDate),
    /// The office hours from a day on.
    Hours(NaiveDate),
    /// A year.
    Official(i32),
}

impl Pending {
    pub(super) fn is_empty(&self) -> bool {
        self.days.is_empty() && self.hours.is_empty() && self.official.is_empty()
    }

    /// Adds a special day; one that the calendar holds already is no change.
    pub(super) fn put(&mut self, day: SpecialDay, base: &Calendar) {
        if base.special_day(day.date) == Some(&day) {
            let _ = self.days.remove(&day.date);
        } else {
            let _ = self.days.insert(day.date, Some(day));
        }
    }

    /// Makes a day ordinary; answers whether there was anything to take away.
    pub(super) fn make_ordinary(&mut self, date: NaiveDate, base: &Calendar) -> bool {
        let known = self.days.remove(&date);
        if base.special_day(date).is_none() {
            return known.is_some();
        }
        let _ = self.days.insert(date, None);
        !matches!(known, Some(None))
    }

    /// Adds office hours; those that the calendar holds already are no change.
    pub(super) fn put_hours(&mut self, hours: OfficeHours, base: &Calendar) {
        let from = hours.in_force_from;
        if base.hours().contains(&hours) {
            let _ = self.hours.remove(&from);
        } else {
            let _ = self.hours.insert(from, Some(hours));
        }
    }

    /// Takes a set of office hours away.
    pub(super) fn drop_set(&mut self, from: NaiveDate, base: &Calendar) {
        let known = base.hours().iter().any(|set| set.in_force_from == from);
        let _ = if known { self.hours.insert(from, None) } else { self.hours.remove(&from) };
    }

    /// Leaves out what the calendar says by now.
    pub(super) fn rebase(&mut self, base: &Calendar) {
        self.days.retain(|date, day| match day {
            Some(day) => base.special_day(*date) != Some(day),
            None => base.special_day(*date).is_some(),
        });
        self.hours.retain(|from, hours| match hours {
            Some(hours) => !base.hours().contains(hours),
            None => base.hours().iter().any(|set| set.in_force_from == *from),
        });
        self.official.retain(|year, _| !base.is_official(*year));
    }

    /// The changes as the desk takes them.
    pub(super) fn edit(&self) -> CalendarEdit {
        let gone = |date: &NaiveDate, none: bool| none.then_some(*date);
        CalendarEdit {
            put: self.days.values().flatten().cloned().collect(),
            remove: self.days.iter().filter_map(|(date, day)| gone(date, day.is_none())).collect(),
            hours: self.hours.values().flatten().cloned().collect(),
            drop_hours: self
                .hours
                .iter()
                .filter_map(|(from, set)| gone(from, set.is_none()))
                .collect(),
            official: self.official.iter().map(|(year, notice)| (*year, notice.clone())).collect(),
            recount: false,
        }
    }

    /// How many changes there are, each day by itself.
    pub(super) fn count(&self) -> usize {
        self.days.len() + self.hours.len() + self.official.len()
    }

    /// Takes a change back.
    pub(super) fn drop(&mut self, change: Change) {
        match change {
            Change::Days(from, until) => self.days.retain(|day, _| *day < from || *day > until),
            Change::Hours(from) => drop(self.hours.remove(&from)),
            Change::Official(year) => drop(self.official.remove(&year)),
        }
    }

    /// Each change with its words, in the order of the calendar.
    pub(super) fn told(&self) -> Vec<(Change, String)> {
        let mut told: Vec<(Change, String)> = Vec::new();
        let mut days = self.days.iter().peekable();
        while let Some((from, special)) = days.next() {
            let mut until = *from;
            let same = |date: &NaiveDate, other: &Option<SpecialDay>, until: NaiveDate| {
                let alike = match (special, other) {
                    (Some(one), Some(other)) => one.kind == other.kind && one.name == other.name,
                    (None, None) => true,
                    _ => false,
                };
                alike && (*date - until).num_days() == 1
            };
            while let Some((date, _)) = days.next_if(|(date, other)| same(date, other, until)) {
                until = *date;
            }
            let words = said::pending_days(*from, until, special.as_ref());
            told.push((Change::Days(*from, until), words));
        }
        for (from, hours) in &self.hours {
            told.push((Change::Hours(*from), said::pending_hours(*from, hours.as_ref())));
        }
        for (year, notice) in &self.official {
            told.push((Change::Official(*year), said::pending_official(*year, notice)));
        }
        told
    }

    /// The reason that lies nearest for all of it.
    pub(super) fn reason(&self) -> String {
        let mut names: Vec<&str> = Vec::new();
        for day in self.days.values().flatten() {
            if !names.contains(&day.name.as_str()) {
                names.push(&day.name);
            }
        }
        match (names.as_slice(), self.hours.is_empty()) {
            ([only], true) => (*only).to_owned(),
            ([], false) => said::REASON_HOURS.to_owned(),
            _ => String::new(),
        }
    }

    /// The card that lists the changes and leads on.
    pub(super) fn view<'a>(&self, refused: &'a [String]) -> Element<'a, Message> {
        let told = self.told();
        let count = told.len();
        let lines = told.into_iter().take(MOST).map(|(change, words)| {
            let away = pressable(Kind::Quiet, faint(said::DROP), Some(Message::Drop(change)));
            row![
                body(words).wrapping(text::Wrapping::Word).width(Length::Fill),
                away.padding(pad::LINK)
            ]
            .spacing(space::SMALL)
            .align_y(Alignment::Center)
            .into()
        });
        let mut content = column(lines).spacing(space::TINY);
        if count > MOST {
            content = content.push(faint(said::and_more(count - MOST)));
        }
        let ask = refused.is_empty().then_some(Message::Ask);
        let faults = refused.iter().map(|sentence| notice(Tone::Bad, told_in_words(sentence)));
        let content = column![wide_act(Kind::Main, said::WHAT_IF, "Ctrl Enter", ask)]
            .extend(faults)
            .push(content)
            .push(act(Kind::Quiet, said::DROP_ALL, "", Some(Message::DropAll)))
            .spacing(space::MEDIUM);
        card(said::PENDING, faint(count.to_string()), content).width(Length::Fill).into()
    }
}
