//! Lịch làm việc: the year at a glance, its days and hours, and what a change of them would move.

mod bar;
mod day;
mod edit;
mod mark;
mod pending;
mod year;

use chrono::{Datelike, Days, Months, NaiveDate};
use iced::Task;
use iced::keyboard::key::Named;

use self::edit::Editor;
use self::mark::Cell;
pub(crate) use self::mark::Mark;
pub(crate) use self::pending::Change;
use self::pending::Pending;
use self::year::Year;
use super::Context;
use crate::domain::calendar::{Calendar as Model, OfficeHours, SpecialDay};
use crate::store::{self, PromisedDay};
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::session::Answer;
use crate::ui::step::Step;
use crate::ui::text::calendar as said;

/// The years that can be shown: those whose days off are known or computed.
const YEARS: std::ops::RangeInclusive<i32> = 2019..=2075;

/// What the year scrolls under.
const MONTHS: &str = "calendar-months";

/// What the screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Section {
    /// The year.
    #[default]
    Year,
    /// Office hours.
    Hours,
    /// Files.
    Files,
}

/// The screen.
#[derive(Debug)]
pub(crate) struct Calendar {
    /// As the book has it.
    base: Option<Model>,
    /// With the changes that are not written yet.
    shown: Option<Model>,
    date: NaiveDate,
    today: NaiveDate,
    promised: Option<(NaiveDate, PromisedDay)>,
    year: Year,
    pending: Pending,
    /// Why the changes cannot be taken together.
    refused: Vec<String>,
    editor: Option<Editor>,
    section: Section,
    /// The question that is being asked; an answer to an older one is of no use.
    asked: u64,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Loaded(Answer<Box<Model>>),
    Edited(u64, Answer<Box<Model>>),
    Promised(NaiveDate, Answer<PromisedDay>),
    Choose(NaiveDate),
    Section(Section),
    Edit(NaiveDate),
    Ordinary,
    Editor(edit::Message),
    PutDay,
    CloseEditor,
    Drop(Change),
    DropAll,
    Ask,
}

impl Message {
    /// Whether most of the screen will look different.
    pub(crate) fn brings_much(&self) -> bool {
        matches!(self, Self::Loaded(_) | Self::Edited(..) | Self::Section(_))
    }
}

impl Calendar {
    pub(crate) fn new(today: NaiveDate) -> Self {
        Self {
            base: None,
            shown: None,
            date: today,
            today,
            promised: None,
            year: Year::default(),
            pending: Pending::default(),
            refused: Vec::new(),
            editor: None,
            section: Section::default(),
            asked: 0,
        }
    }

    pub(crate) fn title(&self) -> String {
        said::title(self.date.year())
    }

    /// Reads the calendar, and what is promised for the chosen day.
    pub(crate) fn load(&mut self, context: &Context<'_>) -> Task<Message> {
        let read = context.session.ask(|db| store::load_calendar(db.view()).map(Box::new));
        Task::batch([read.map(Message::Loaded), self.count(context)])
    }

    fn count(&self, context: &Context<'_>) -> Task<Message> {
        let date = self.date;
        let read = context.session.ask(move |db| store::promised_day(db.view(), date));
        read.map(move |promised| Message::Promised(date, promised))
    }

    /// Follows a message.
    pub(crate) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        self.today = context.session.now().date();
        let step = self.follow(message, context);
        self.look();
        step
    }

    fn follow(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        match message {
            Message::Loaded(Ok(calendar)) => {
                self.base = Some(*calendar);
                return self.edited(context);
            }
            Message::Edited(asked, Ok(calendar)) if asked == self.asked => {
                self.refused.clear();
                self.shown = Some(*calendar);
            }
            Message::Edited(asked, Err(refusal)) if asked == self.asked => self.refused = refusal,
            Message::Edited(..) => {}
            Message::Promised(date, Ok(promised)) => self.promised = Some((date, promised)),
            Message::Loaded(Err(refusal)) | Message::Promised(_, Err(refusal)) => {
                return Step::refused(refusal);
            }
            Message::Choose(date) => return self.choose(date, context),
            Message::Section(section) => self.section = section,
            Message::Edit(date) => {
                let step = self.choose(date, context);
                self.editor = Some(Editor::new(date, self.special(date)));
                return step.also(Editor::focus());
            }
            Message::Ordinary => {
                if let Some(base) = &self.base
                    && self.pending.make_ordinary(self.date, base)
                {
                    return self.edited(context);
                }
            }
            Message::Editor(message) => {
                if let Some(editor) = &mut self.editor {
                    editor.update(message);
                }
            }
            Message::PutDay => return self.put_day(context),
            Message::CloseEditor => self.editor = None,
            Message::Drop(change) => {
                self.pending.drop(change);
                return self.edited(context);
            }
            Message::DropAll => {
                self.pending = Pending::default();
                return self.edited(context);
            }
            Message::Ask => {}
        }
        Step::none()
    }

    /// Goes to another day.
    fn choose(&mut self, date: NaiveDate, context: &Context<'_>) -> Step<Message> {
        if !YEARS.contains(&date.year()) || date == self.date {
            return Step::none();
        }
        self.date = date;
        let (line, lines) = Year::line_of(date.month(), self.year_width(context));
        Step::task(Task::batch([self.count(context), focus::row(MONTHS, line, lines)]))
    }

    /// Takes what was typed among the changes.
    fn put_day(&mut self, context: &Context<'_>) -> Step<Message> {
        let (Some(editor), Some(shown), Some(base)) = (&mut self.editor, &self.shown, &self.base)
        else {
            return Step::none();
        };
        match editor.days(shown) {
            Ok(days) => {
                for day in days {
                    self.pending.put(day, base);
                }
                self.editor = None;
                self.edited(context)
            }
            Err(first) => Step::task(focus::to(first)),
        }
    }

    /// Reckons the calendar with the changes.
    fn edited(&mut self, context: &Context<'_>) -> Step<Message> {
        self.asked += 1;
        let asked = self.asked;
        if self.pending.is_empty() {
            self.refused.clear();
            self.shown.clone_from(&self.base);
            return Step::none();
        }
        let pending = self.pending.clone();
        let read = context.session.ask(move |db| {
            let mut days = store::special_days(db.view())?;
            days.retain(|day| !pending.days.contains_key(&day.date));
            days.extend(pending.days.values().flatten().cloned());
            let hours: Vec<OfficeHours> = store::load_calendar(db.view())?.hours().to_vec();
            Model::of_office(hours, days)
                .map(Box::new)
                .map_err(|_| store::StoreError::Unreadable("calendar"))
        });
        Step::task(read.map(move |edited| Message::Edited(asked, edited)))
    }

    /// Brings the year up to what is known now.
    fn look(&mut self) {
        let Some(calendar) = &self.shown else { return };
        let (date, today, pending, editor) =
            (self.date, self.today, &self.pending, self.editor.as_ref());
        self.year.show(date.year(), |day| Cell {
            pending: pending.days.contains_key(&day),
            meant: editor.is_some_and(|editor| editor.means(day)),
            chosen: day == date,
            today: day == today,
            ..Cell::of(calendar, day)
        });
    }

    /// A key that no widget wanted.
    pub(crate) fn key(&self, press: &Press) -> Option<Message> {
        if press.is_ctrl(Named::Enter) && !press.repeat {
            return Some(if self.editor.is_some() { Message::PutDay } else { Message::Ask });
        }
        if press.is_ctrl_letter('g') {
            return Some(Message::Section(self.section.or(Section::Hours)));
        }
        if press.is_ctrl_letter('f') {
            return Some(Message::Section(self.section.or(Section::Files)));
        }
        if self.section != Section::Year {
            return None;
        }
        if self.editor.is_some() {
            return (press.is(Named::Enter) && !press.repeat).then_some(Message::PutDay);
        }
        match () {
            () if press.is(Named::Enter) && !press.repeat => Some(Message::Edit(self.date)),
            () if press.is(Named::Delete) => Some(Message::Ordinary),
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
    fn in_year(&self, by: i32) -> Option<NaiveDate> {
        let year = self.date.year() + by;
        self.date.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
    }

    /// Esc: closes the form, or goes back to the year.
    pub(crate) fn back(&mut self) -> Step<Message> {
        if self.editor.take().is_none() {
            self.section = Section::Year;
        }
        self.look();
        Step::none()
    }

    /// The day as it is known now, also when it is not written yet.
    fn special(&self, date: NaiveDate) -> Option<&SpecialDay> {
        self.shown.as_ref().and_then(|calendar| calendar.special_day(date))
    }

    pub(crate) fn dialog(&self) -> Option<iced::Element<'_, Message>> {
        None
    }
}

impl Section {
    /// The other section, or the year again.
    fn or(self, other: Self) -> Self {
        if self == other { Self::Year } else { other }
    }
}
