//! Office hours as they are edited: which set, which week of it, and what is typed.

mod view;

use chrono::{NaiveDate, Weekday};
use iced::Task;

use crate::desk::count_from::{hour_of, set_count_next_day_after};
use crate::desk::hours_form::{HoursField, HoursForm, HoursProblem, Part, SeasonForm};
use crate::domain::calendar::{Calendar, OfficeHours};
use crate::store::{self, Changed};
use crate::ui::focus;
use crate::ui::screen::Context;
use crate::ui::session::Answer;
use crate::ui::step::{Event, Step};
use crate::ui::text::calendar as said;
use crate::ui::theme::Tone;

/// The form as it stands.
#[derive(Debug)]
pub(super) struct Hours {
    form: HoursForm,
    /// The set that is shown, by its first day; none while a new one is typed.
    set: Option<NaiveDate>,
    part: Part,
    wrong: Vec<(HoursField, String)>,
    /// Whether something was typed that is not among the changes.
    touched: bool,
    /// What the sets are called, in their order.
    sets: Vec<(NaiveDate, String)>,
    /// After which hour a dossier counts from the next working day, as typed.
    after: String,
    after_wrong: Option<&'static str>,
    after_known: bool,
}

/// What happens in the form.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Set(Option<NaiveDate>),
    Part(Part),
    Typed(HoursField, String),
    /// Monday's hours for every working day.
    Copy,
    AddSeason,
    DropSeason,
    Put,
    DropSet,
    Known(Answer<Option<chrono::NaiveTime>>),
    After(String),
    KeepAfter,
    AfterKept(Answer<Changed>),
}

/// What follows for the changes that wait.
pub(super) enum Next {
    Stay(Step<Message>),
    Put(Box<OfficeHours>),
    DropSet(NaiveDate),
}

impl Hours {
    /// Whether something was typed that is not among the changes yet.
    pub(super) fn is_touched(&self) -> bool {
        self.touched
    }

    pub(super) fn new() -> Self {
        Self {
            form: HoursForm::default(),
            set: None,
            part: Part::Week,
            wrong: Vec::new(),
            touched: false,
            sets: Vec::new(),
            after: String::new(),
            after_wrong: None,
            after_known: false,
        }
    }

    /// Shows the sets of `calendar`; what is being typed stays.
    pub(super) fn show(&mut self, calendar: &Calendar, today: NaiveDate) {
        let name = |set: &OfficeHours| (set.in_force_from, said::set_of_hours(set.in_force_from));
        self.sets = calendar.hours().iter().map(name).collect();
        if self.touched {
            return;
        }
        let known =
            |from: &NaiveDate| calendar.hours().iter().any(|set| set.in_force_from == *from);
        let from = self.set.filter(known);
        let from = from.unwrap_or_else(|| calendar.hours_on(today).in_force_from);
        self.choose(from, calendar);
    }

    fn choose(&mut self, from: NaiveDate, calendar: &Calendar) {
        if let Some(set) = calendar.hours().iter().find(|set| set.in_force_from == from) {
            self.form = HoursForm::of(set);
            self.set = Some(from);
            self.wrong.clear();
            self.touched = false;
            if self.form.week(self.part).is_none() {
                self.part = Part::Week;
            }
        }
    }

    /// Reads the office's own hour.
    pub(super) fn load(&self, context: &Context<'_>) -> Task<Message> {
        if self.after_known {
            return Task::none();
        }
        let read = context
            .session
            .ask(|db| store::load_office(db.view()).map(|office| office.count_next_day_after));
        read.map(Message::Known)
    }

    /// Follows a message; `calendar` is with the changes that wait.
    pub(super) fn update(
        &mut self,
        message: Message,
        calendar: &Calendar,
        context: &Context<'_>,
    ) -> Next {
        match message {
            Message::Set(Some(from)) => self.choose(from, calendar),
            Message::Set(None) => {
                self.set = None;
                self.touched = true;
                self.form.from.clear();
                return Next::Stay(Step::task(focus::to(view::FROM)));
            }
            Message::Part(part) => self.part = part,
            Message::Typed(field, typed) => {
                self.wrong.retain(|(wrong, _)| *wrong != field);
                self.touched = true;
                if let Some(place) = self.field_mut(field) {
                    *place = typed;
                }
            }
            Message::Copy => self.copy(),
            Message::AddSeason => {
                let week = self.form.week.clone();
                self.form.seasons.push(SeasonForm { week, ..SeasonForm::default() });
                self.part = Part::Season(self.form.seasons.len() - 1);
                self.touched = true;
                return Next::Stay(Step::task(focus::to(view::SEASON_NAME)));
            }
            Message::DropSeason => {
                if let Part::Season(place) = self.part
                    && place < self.form.seasons.len()
                {
                    let _ = self.form.seasons.remove(place);
                    self.part = Part::Week;
                    self.wrong.clear();
                    self.touched = true;
                }
            }
            Message::Put => return self.put(),
            Message::DropSet => {
                if let Some(from) = self.set {
                    self.touched = false;
                    return Next::DropSet(from);
                }
            }
            Message::Known(Ok(hour)) => {
                if !std::mem::replace(&mut self.after_known, true) {
                    self.after = hour.map(said::hour).unwrap_or_default();
                }
            }
            Message::After(typed) => (self.after, self.after_wrong) = (typed, None),
            Message::KeepAfter => return Next::Stay(self.keep_after(context)),
            Message::AfterKept(Ok(changed)) => {
                let told = Event::Say(Tone::Good, said::after_kept(&self.after));
                return Next::Stay(Step::event(told).and(Event::Changed(changed)));
            }
            Message::Known(Err(refusal)) | Message::AfterKept(Err(refusal)) => {
                return Next::Stay(Step::refused(refusal));
            }
        }
        Next::Stay(Step::none())
    }

    fn field_mut(&mut self, field: HoursField) -> Option<&mut String> {
        match field {
            HoursField::From => Some(&mut self.form.from),
            HoursField::Day(part, weekday) => {
                self.form.week_mut(part)?.get_mut(weekday.num_days_from_monday() as usize)
            }
            HoursField::SeasonName(place) => {
                self.form.seasons.get_mut(place).map(|season| &mut season.name)
            }
            HoursField::SeasonFrom(place) => {
                self.form.seasons.get_mut(place).map(|season| &mut season.from)
            }
            HoursField::SeasonUntil(place) => {
                self.form.seasons.get_mut(place).map(|season| &mut season.until)
            }
        }
    }

    /// Monday's hours for Tuesday to Friday.
    fn copy(&mut self) {
        let part = self.part;
        if let Some([monday, others @ ..]) = self.form.week_mut(part) {
            for day in others.iter_mut().take(4) {
                day.clone_from(monday);
            }
            self.touched = true;
            self.wrong.clear();
        }
    }

    /// What was typed as hours; else every wrong field says so.
    fn put(&mut self) -> Next {
        match self.form.check() {
            Ok(hours) => {
                self.touched = false;
                self.set = Some(hours.in_force_from);
                self.wrong.clear();
                Next::Put(Box::new(hours))
            }
            Err(wrong) => {
                let names: Vec<&str> =
                    self.form.seasons.iter().map(|season| season.name.as_str()).collect();
                let told = |(field, problem): &(HoursField, HoursProblem)| {
                    (*field, said::wrong_hours(*field, *problem, &names))
                };
                self.wrong = wrong.iter().map(told).collect();
                let first = wrong.first().map(|(field, _)| *field);
                // The week that holds the first fault comes to the front.
                match first {
                    Some(HoursField::Day(part, _)) => self.part = part,
                    Some(
                        HoursField::SeasonName(place)
                        | HoursField::SeasonFrom(place)
                        | HoursField::SeasonUntil(place),
                    ) => self.part = Part::Season(place),
                    Some(HoursField::From) | None => {}
                }
                let to = first.map_or(view::FROM, view::id_of);
                Next::Stay(Step::task(focus::to(to)))
            }
        }
    }

    fn keep_after(&mut self, context: &Context<'_>) -> Step<Message> {
        let Ok(hour) = hour_of(&self.after) else {
            self.after_wrong = Some(said::AFTER_WRONG);
            return Step::task(focus::to(view::AFTER));
        };
        let (officer, now) = (context.officer(), context.session.now());
        let kept = context.session.ask(move |db| set_count_next_day_after(db, hour, &officer, now));
        Step::task(kept.map(Message::AfterKept))
    }

    fn wrong_of(&self, field: HoursField) -> Option<&str> {
        self.wrong.iter().find(|(wrong, _)| *wrong == field).map(|(_, told)| told.as_str())
    }
}

/// The weekdays, Monday first.
const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];
