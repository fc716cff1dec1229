//! "Nếu đổi lịch?": the dossiers whose promise a change would move, and which of them are to move.

mod view;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use iced::Task;
use iced::futures::channel::mpsc;
use iced::keyboard::key::Named;

use crate::desk::calendar_change::{
    CalendarChanged, CalendarEdit, Moved, MovedKind, WhatIf, change, what_if,
};
use crate::domain::time::OfficeTime;
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::screen::Context;
use crate::ui::session::Answer;
use crate::ui::text::calendar as said;
use crate::ui::widget::dossier_list::fitting;

pub(super) const REASON: &str = "calendar-why";
pub(super) const MOVES: &str = "calendar-moves";

/// What stands around the table, and how much more where its sentence takes two lines.
const AROUND: f32 = 210.0;
const SECOND_LINE: f32 = 18.0;

/// The question as it stands.
#[derive(Debug)]
pub(super) struct Question {
    edit: CalendarEdit,
    /// An answer to an older question is of no use.
    number: u64,
    stage: Stage,
    reason: String,
    wrong: Option<&'static str>,
}

#[derive(Debug)]
enum Stage {
    /// Dossiers are being counted again: so many of so many.
    Counting { done: usize, all: usize, stop: Arc<AtomicBool> },
    /// The answer is there.
    Answered(Table),
}

/// The dossiers that would move.
#[derive(Debug, Default)]
struct Table {
    looked_at: usize,
    moved: Vec<Moved>,
    ticked: Vec<bool>,
    at: usize,
    top: usize,
    /// Whether it is being written.
    busy: bool,
}

/// What happens to the question.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Progress(u64, usize, usize),
    Counted(u64, Answer<Option<Box<WhatIf>>>),
    Move(i64),
    First,
    Last,
    Press(usize),
    Tick,
    TickAll,
    Reason(String),
    Write,
    Written(u64, Answer<Box<CalendarChanged>>),
    Cancel,
}

/// What follows for the screen around it.
pub(super) enum Next {
    Stay(Task<Message>),
    Refused(Vec<String>),
    /// The change is written.
    Done(Box<CalendarChanged>),
    /// The officer left it.
    Away,
}

impl Question {
    /// Asks what `edit` would move.
    pub(super) fn ask(
        edit: CalendarEdit,
        number: u64,
        reason: String,
        context: &Context<'_>,
    ) -> (Self, Task<Message>) {
        let stop = Arc::new(AtomicBool::new(false));
        let (sender, receiver) = mpsc::unbounded();
        let (asked, stopped) = (edit.clone(), Arc::clone(&stop));
        let counted = context.session.ask(move |db| {
            let mut progress = |done, all| {
                // Whoever went away wants to know no more.
                let _ = sender.unbounded_send((done, all));
                !stopped.load(Ordering::Relaxed)
            };
            what_if(db.view(), &asked, &mut progress).map(|answer| answer.map(Box::new))
        });
        let progress = Task::stream(receiver);
        let task = Task::batch([
            counted.map(move |answer| Message::Counted(number, answer)),
            progress.map(move |(done, all)| Message::Progress(number, done, all)),
        ]);
        let stage = Stage::Counting { done: 0, all: 0, stop };
        (Self { edit, number, stage, reason, wrong: None }, task)
    }

    /// Follows a message.
    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Next {
        let fit = fit(context);
        match message {
            Message::Progress(number, done, all) => {
                if let Stage::Counting { done: at, all: of, .. } = &mut self.stage
                    && number == self.number
                {
                    (*at, *of) = (done, all);
                }
            }
            Message::Counted(number, _) if number != self.number => {}
            Message::Counted(_, Ok(None)) => return Next::Away,
            Message::Counted(_, Ok(Some(answer))) => {
                self.stage = Stage::Answered(Table::new(*answer));
                return Next::Stay(focus::to(if self.moves() > 0 { MOVES } else { REASON }));
            }
            Message::Counted(_, Err(refusal)) => return Next::Refused(refusal),
            Message::Reason(reason) => (self.reason, self.wrong) = (reason, None),
            Message::Write => return self.write(context),
            Message::Written(number, _) if number != self.number => {}
            Message::Written(_, Ok(written)) => return Next::Done(written),
            Message::Written(_, Err(refusal)) => {
                if let Some(table) = self.table_mut() {
                    table.busy = false;
                }
                return Next::Refused(refusal);
            }
            Message::Cancel if self.is_busy() => {}
            Message::Cancel => {
                self.stop();
                return Next::Away;
            }
            Message::Move(rows) => self.on_table(|table| table.step(rows, fit)),
            Message::First => self.on_table(|table| table.go_to(0, fit)),
            Message::Last => self.on_table(|table| table.go_to(usize::MAX, fit)),
            Message::Press(place) => self.on_table(|table| {
                table.go_to(place, fit);
                table.tick();
            }),
            Message::Tick => self.on_table(|table| {
                table.tick();
                table.step(1, fit);
            }),
            Message::TickAll => self.on_table(Table::tick_all),
        }
        Next::Stay(Task::none())
    }

    /// Lets the counting end, if it is under way.
    pub(super) fn stop(&self) {
        if let Stage::Counting { stop, .. } = &self.stage {
            stop.store(true, Ordering::Relaxed);
        }
    }

    fn table_mut(&mut self) -> Option<&mut Table> {
        match &mut self.stage {
            Stage::Answered(table) => Some(table),
            Stage::Counting { .. } => None,
        }
    }

    fn on_table(&mut self, work: impl FnOnce(&mut Table)) {
        if let Some(table) = self.table_mut() {
            work(table);
        }
    }

    /// Whether the calendar is being written.
    pub(super) fn is_busy(&self) -> bool {
        matches!(&self.stage, Stage::Answered(table) if table.busy)
    }

    /// Whether the dossiers are counted.
    pub(super) fn is_answered(&self) -> bool {
        matches!(self.stage, Stage::Answered(_))
    }

    fn moves(&self) -> usize {
        match &self.stage {
            Stage::Answered(table) => table.moved.len(),
            Stage::Counting { .. } => 0,
        }
    }

    /// Writes the calendar, and moves the dossiers that are ticked.
    fn write(&mut self, context: &Context<'_>) -> Next {
        if self.edit.recount && self.moves() == 0 {
            return Next::Away;
        }
        if self.reason.trim().is_empty() {
            self.wrong = Some(said::NO_REASON);
            return Next::Stay(focus::to(REASON));
        }
        let (number, edit, reason) = (self.number, self.edit.clone(), self.reason.clone());
        let Some(table) = self.table_mut() else { return Next::Stay(Task::none()) };
        if std::mem::replace(&mut table.busy, true) {
            return Next::Stay(Task::none());
        }
        let chosen = table.chosen();
        let (officer, now) = (context.officer(), context.session.now());
        let written = context
            .session
            .ask(move |db| change(db, &edit, &chosen, &reason, &officer, now).map(Box::new));
        Next::Stay(written.map(move |answer| Message::Written(number, answer)))
    }

    /// A key that no widget wanted.
    pub(super) fn key(&self, press: &Press) -> Option<Message> {
        if press.is_ctrl(Named::Enter) && !press.repeat {
            return matches!(self.stage, Stage::Answered(_)).then_some(Message::Write);
        }
        on_table(press)
    }
}

/// A key for the table.
fn on_table(press: &Press) -> Option<Message> {
    match () {
        () if press.is(Named::Space) => Some(Message::Tick),
        () if press.is_letter('a') => Some(Message::TickAll),
        () if press.is(Named::Home) => Some(Message::First),
        () if press.is(Named::End) => Some(Message::Last),
        () => press.rows(12).map(Message::Move),
    }
}

/// How many rows of the table fit.
fn fit(context: &Context<'_>) -> usize {
    let narrow = context.room.width < view::WITH_KIND;
    let around = if narrow { AROUND + SECOND_LINE } else { AROUND };
    fitting(context.room.height - around).max(2)
}

impl Table {
    fn new(answer: WhatIf) -> Self {
        // Who was promised a later day than the new calendar gives holds a slip that is kept anyhow.
        let ticked = answer.moved.iter().map(|one| one.kind != MovedKind::Earlier).collect();
        Self { looked_at: answer.looked_at, moved: answer.moved, ticked, ..Self::default() }
    }

    fn chosen(&self) -> Vec<i64> {
        let ticked = self.moved.iter().zip(&self.ticked).filter(|(_, ticked)| **ticked);
        ticked.map(|(one, _)| one.id).collect()
    }

    fn step(&mut self, rows: i64, fit: usize) {
        let by = usize::try_from(rows.unsigned_abs()).unwrap_or(usize::MAX);
        let to = if rows < 0 { self.at.saturating_sub(by) } else { self.at.saturating_add(by) };
        self.go_to(to, fit);
    }

    fn go_to(&mut self, place: usize, fit: usize) {
        self.at = place.min(self.moved.len().saturating_sub(1));
        if self.at < self.top {
            self.top = self.at;
        } else if self.at >= self.top + fit {
            self.top = self.at + 1 - fit;
        }
    }

    fn tick(&mut self) {
        if let Some(ticked) = self.ticked.get_mut(self.at) {
            *ticked = !*ticked;
        }
    }

    /// All of them, or none when all are ticked.
    fn tick_all(&mut self) {
        let all = self.ticked.iter().all(|ticked| *ticked);
        self.ticked.fill(!all);
    }

    fn ticked(&self) -> usize {
        self.ticked.iter().filter(|ticked| **ticked).count()
    }

    /// The days on which the first and the last of them were promised.
    fn span(&self) -> Option<(OfficeTime, OfficeTime)> {
        Some((self.moved.first()?.old, self.moved.last()?.old))
    }
}
