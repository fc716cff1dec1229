//! Lịch làm việc: the year at a glance, its days and hours, and what a change of them would move.

mod bar;
mod day;
mod decide;
mod edit;
mod files;
mod hours;
mod keys;
mod mark;
mod pending;
mod whatif;
mod written;
mod year;

use chrono::{Datelike, NaiveDate};
use iced::Task;

use self::decide::{Notice, NoticeMessage};
use self::edit::Editor;
use self::files::Files;
use self::hours::Hours;
use self::mark::Cell;
pub(crate) use self::mark::Mark;
pub(crate) use self::pending::Change;
use self::pending::Pending;
use self::whatif::Question;
use self::written::Written;
use self::year::Year;
use super::Context;
use crate::desk::DeskError;
use crate::desk::calendar_change::{CalendarEdit, CalendarWarning, calendar_warning, edited};
use crate::desk::crowd::crowd;
use crate::domain::calendar::{Calendar as Model, SpecialDay};
use crate::domain::crowd::{Crowd, Halves};
use crate::domain::law_days::YearChoices;
use crate::store;
use crate::ui::focus;
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
    promised: Option<(NaiveDate, Crowd)>,
    year: Year,
    pending: Pending,
    /// Why the changes cannot be taken together.
    refused: Vec<String>,
    editor: Option<Editor>,
    /// A form that was closed with something typed in it, until its day is edited again.
    kept: Option<Editor>,
    section: Section,
    hours: Hours,
    files: Files,
    /// The year that waits for its notice.
    warning: Option<CalendarWarning>,
    /// The notice that is being typed.
    notice: Option<Notice>,
    question: Option<Question>,
    written: Written,
    /// The question that is being asked; an answer to an older one is of no use.
    asked: u64,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Loaded(Answer<Box<(Model, Option<CalendarWarning>)>>),
    Edited(u64, Answer<Box<Model>>),
    Promised(NaiveDate, Answer<Crowd>),
    Choose(NaiveDate),
    Section(Section),
    Edit(NaiveDate),
    Ordinary,
    Editor(edit::Message),
    PutDay,
    CloseEditor,
    Drop(Change),
    DropAll,
    Choices(YearChoices),
    YearReckoned(i32, Answer<Box<CalendarEdit>>),
    Notice(NoticeMessage),
    Hours(hours::Message),
    Files(files::Message),
    Ask,
    Question(whatif::Message),
    Written(written::Message),
}

impl Message {
    /// Whether most of the screen will look different.
    pub(crate) fn brings_much(&self) -> bool {
        matches!(
            self,
            Self::Loaded(_)
                | Self::Edited(..)
                | Self::Section(_)
                | Self::Question(
                    whatif::Message::Counted(..)
                        | whatif::Message::Written(..)
                        | whatif::Message::Cancel
                )
        )
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
            kept: None,
            section: Section::default(),
            hours: Hours::new(),
            files: Files::default(),
            warning: None,
            notice: None,
            question: None,
            written: Written::default(),
            asked: 0,
        }
    }

    pub(crate) fn title(&self) -> String {
        said::title(self.date.year())
    }

    /// Reads the calendar, and what is promised for the chosen day.
    pub(crate) fn load(&mut self, context: &Context<'_>) -> Task<Message> {
        let today = context.session.now().date();
        let read = context.session.ask(move |db| {
            let calendar = store::load_calendar(db.view())?;
            let warning = calendar_warning(db.view(), today)?;
            Ok::<_, DeskError>(Box::new((calendar, warning)))
        });
        let hours = self.hours.load(context).map(Message::Hours);
        Task::batch([read.map(Message::Loaded), self.count(context), hours])
    }

    fn count(&self, context: &Context<'_>) -> Task<Message> {
        let date = self.date;
        let read = context.session.ask(move |db| {
            let calendar = store::load_calendar(db.view())?;
            crowd(db.view(), Halves::of(&calendar, date), None)
        });
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
            Message::Loaded(Ok(loaded)) => {
                let (calendar, warning) = *loaded;
                self.pending.rebase(&calendar);
                self.warning = warning;
                let first = self.base.replace(calendar).is_none();
                let step = self.edited(context);
                return if first { step.also(self.scroll(context)) } else { step };
            }
            Message::Edited(asked, Ok(calendar)) if asked == self.asked => {
                self.refused.clear();
                self.shown = Some(*calendar);
                self.show_hours();
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
                // What is being typed for another day is finished first.
                if !self.editor.as_ref().is_some_and(|editor| editor.touched) {
                    let kept = self.kept.take().filter(|kept| kept.means(date));
                    let empty = || Editor::new(date, self.special(date));
                    self.editor = Some(kept.unwrap_or_else(empty));
                }
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
            Message::CloseEditor => {
                let _ = self.close_editor();
            }
            Message::Drop(change) => {
                self.pending.drop(change);
                return self.edited(context);
            }
            Message::DropAll => {
                self.pending = Pending::default();
                return self.edited(context);
            }
            Message::Choices(choices) => return self.choose_for_year(choices, context),
            Message::YearReckoned(year, Ok(edit)) => return self.reckoned(year, *edit, context),
            Message::YearReckoned(_, Err(refusal)) => return Step::refused(refusal),
            Message::Notice(message) => return self.in_notice(message, context),
            Message::Hours(message) => return self.in_hours(message, context),
            Message::Files(message) => return self.in_files(message, context),
            Message::Ask => return self.ask(context),
            Message::Question(message) => return self.in_question(message, context),
            Message::Written(message) => {
                return lift(self.written.update(message, context), Message::Written);
            }
        }
        Step::none()
    }

    /// Goes to another day.
    fn choose(&mut self, date: NaiveDate, context: &Context<'_>) -> Step<Message> {
        if !YEARS.contains(&date.year()) || date == self.date {
            return Step::none();
        }
        self.date = date;
        Step::task(Task::batch([self.count(context), self.scroll(context)]))
    }

    /// Brings the month of the chosen day into sight.
    fn scroll(&self, context: &Context<'_>) -> Task<Message> {
        let (line, lines) = Year::line_of(self.date.month(), self.year_width(context));
        focus::row(MONTHS, line, lines)
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
            self.show_hours();
            return Step::none();
        }
        let edit = self.pending.edit();
        let read = context.session.ask(move |db| edited(db.view(), &edit).map(Box::new));
        Step::task(read.map(move |edited| Message::Edited(asked, edited)))
    }

    fn show_hours(&mut self) {
        if let Some(calendar) = &self.shown {
            self.hours.show(calendar, self.today);
        }
    }

    fn in_hours(&mut self, message: hours::Message, context: &Context<'_>) -> Step<Message> {
        let (Some(shown), Some(base)) = (&self.shown, &self.base) else { return Step::none() };
        match self.hours.update(message, shown, context) {
            hours::Next::Stay(step) => lift(step, Message::Hours),
            hours::Next::Put(hours) => {
                self.pending.put_hours(*hours, base);
                self.edited(context)
            }
            hours::Next::DropSet(from) => {
                self.pending.drop_set(from, base);
                self.edited(context)
            }
        }
    }

    fn in_files(&mut self, message: files::Message, context: &Context<'_>) -> Step<Message> {
        let Some(base) = &self.base else { return Step::none() };
        let came = matches!(message, files::Message::Came(Ok(_)));
        let year = self.date.year();
        let step = self.files.update(message, year, &mut self.pending, base, context);
        let mut step = lift(step, Message::Files);
        if came {
            let edited = self.edited(context);
            step = step.also(edited.task);
        }
        step
    }

    /// Asks what the changes would move.
    fn ask(&mut self, context: &Context<'_>) -> Step<Message> {
        if !self.refused.is_empty() {
            return Step::none();
        }
        self.asked += 1;
        let (mut edit, reason) = (self.pending.edit(), self.pending.reason());
        // Without a change of the calendar, promises that rest on an older one are looked for.
        edit.recount = self.pending.is_empty();
        let (question, task) = Question::ask(edit, self.asked, reason, context);
        self.question = Some(question);
        Step::task(task.map(Message::Question))
    }

    fn in_question(&mut self, message: whatif::Message, context: &Context<'_>) -> Step<Message> {
        let Some(question) = &mut self.question else { return Step::none() };
        match question.update(message, context) {
            whatif::Next::Stay(task) => Step::task(task.map(Message::Question)),
            whatif::Next::Refused(refusal) => {
                if !question.is_answered() {
                    self.question = None;
                }
                Step::refused(refusal)
            }
            whatif::Next::Away => {
                self.question = None;
                Step::none()
            }
            whatif::Next::Done(written) => {
                self.question = None;
                self.section = Section::Year;
                let calendar = !std::mem::take(&mut self.pending).is_empty();
                let step = lift(self.written.add(*written, calendar), Message::Written);
                let load = self.load(context);
                step.also(load)
            }
        }
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

    /// The day as it is known now, also when it is not written yet.
    fn special(&self, date: NaiveDate) -> Option<&SpecialDay> {
        self.shown.as_ref().and_then(|calendar| calendar.special_day(date))
    }
}

impl Section {
    /// The other section, or the year again.
    fn or(self, other: Self) -> Self {
        if self == other { Self::Year } else { other }
    }
}

/// A part's step as the screen's.
fn lift<M: Send + 'static>(
    step: Step<M>,
    of: impl Fn(M) -> Message + Send + 'static,
) -> Step<Message> {
    Step { task: step.task.map(of), events: step.events }
}
