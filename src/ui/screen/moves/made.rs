//! Danh sách đã lập: the lists of the last days, the folders of each, and their papers once more.

use chrono::Days;
use iced::keyboard::key::Named;
use iced::widget::{column, row, text};
use iced::{Alignment, Element, Length, Task};

use super::{BAR, print};
use crate::desk::DeskError;
use crate::domain::handover::{Handover, HandoverLine};
use crate::domain::time::OfficeTime;
use crate::store;
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::screen::{Context, reason_dialog};
use crate::ui::session::Answer;
use crate::ui::step::{Event, Step};
use crate::ui::text::{self as words, moves as said};
use crate::ui::theme::{Kind, Tone, faint, space};
use crate::ui::widget::cursor::Cursor;
use crate::ui::widget::dossier_list::fitting;
use crate::ui::widget::grid::{Cell, Column, Grid, Width};
use crate::ui::widget::parts::{act, card};

/// How many days back lists are shown, and how many when more are wanted.
const DAYS: u64 = 7;
const MORE_DAYS: u64 = 60;

/// What stands above and below the rows in their card.
const AROUND: f32 = 96.0;

const REASON: &str = "moves-reason";

const LISTS: &[Column] = &[
    (said::NUMBER_HEAD, Width::Fixed(76.0)),
    (said::KIND_HEAD, Width::Fixed(150.0)),
    (said::OTHER_HEAD, Width::Share(5.0)),
    (said::FOLDERS_HEAD, Width::Fixed(84.0)),
    (said::AT_HEAD, Width::Fixed(100.0)),
    (said::ACTOR_HEAD, Width::Share(3.0)),
];

const LINES: &[Column] = &[
    ("TT", Width::Fixed(28.0)),
    (words::CODE, Width::Fixed(166.0)),
    (words::APPLICANT_HEAD, Width::Share(5.0)),
    (words::PROCEDURE_HEAD, Width::Share(6.0)),
    (said::REMARK_HEAD, Width::Share(4.0)),
];

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Made {
    lists: Option<Vec<Handover>>,
    more: bool,
    at: Cursor,
    /// The list whose folders are shown.
    shown: Option<i64>,
    line: Cursor,
    /// Why the paper of a list is printed again.
    reason: Option<(i64, String)>,
    busy: bool,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Loaded(Answer<Vec<Handover>>),
    Move(i64),
    Press(usize),
    Open,
    More,
    Back,
    Print,
    /// How many times the paper of a list was printed.
    Counted(i64, Answer<i64>),
    Reason(String),
    PrintAgain,
    Printed(Answer<print::Printed>),
}

impl Made {
    pub(super) fn load(&self, context: &Context<'_>) -> Task<Message> {
        let today = context.session.now().date();
        let days = if self.more { MORE_DAYS } else { DAYS };
        let from = today.checked_sub_days(Days::new(days)).unwrap_or(today);
        let read = context.session.ask(move |db| {
            store::handovers_between(db.view(), from, today).map_err(DeskError::from)
        });
        read.map(Message::Loaded)
    }

    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        match message {
            Message::Loaded(Ok(lists)) => {
                let old = self.under().map(|list| list.id);
                let same = lists.iter().position(|list| Some(list.id) == old);
                self.at.go(same.unwrap_or(self.at.at()), lists.len());
                self.shown = self.shown.filter(|id| lists.iter().any(|list| list.id == *id));
                self.lists = Some(lists);
            }
            Message::Loaded(Err(refusal)) | Message::Counted(_, Err(refusal)) => {
                return Step::refused(refusal);
            }
            Message::Move(rows) => {
                let (count, fit) = (self.count(), fit(context));
                self.cursor().step(rows, count, fit);
            }
            Message::Press(place) => {
                if self.cursor().at() == place {
                    return self.open();
                }
                let count = self.count();
                self.cursor().go(place, count);
            }
            Message::Open => return self.open(),
            Message::More => {
                self.more = !self.more;
                return Step::task(self.load(context));
            }
            Message::Back => self.shown = None,
            Message::Print => {
                let Some(id) = self.under().map(|list| list.id) else { return Step::none() };
                let counted = print::times_printed(id, context);
                return Step::task(counted.map(move |times| Message::Counted(id, times)));
            }
            Message::Counted(id, Ok(0)) => return self.print(id, None, context),
            Message::Counted(id, Ok(_)) => {
                self.reason = Some((id, words::REPRINT_USUAL.to_owned()));
                return Step::task(focus::to(REASON));
            }
            Message::Reason(reason) => {
                if let Some((_, typed)) = &mut self.reason {
                    *typed = reason;
                }
            }
            Message::PrintAgain => {
                let Some((id, reason)) = self.reason.clone() else { return Step::none() };
                return self.print(id, Some(reason), context);
            }
            Message::Printed(answer) => {
                self.busy = false;
                // A refused reason stays as it was typed.
                if answer.is_ok() {
                    self.reason = None;
                }
                return print::deliver(answer);
            }
        }
        Step::none()
    }

    fn print(&mut self, id: i64, reason: Option<String>, context: &Context<'_>) -> Step<Message> {
        if std::mem::replace(&mut self.busy, true) {
            return Step::none();
        }
        Step::task(print::list(id, reason, context).map(Message::Printed))
    }

    fn open(&mut self) -> Step<Message> {
        if let Some(list) = self.opened() {
            return match list.lines.get(self.line.at()) {
                Some(line) => Step::event(Event::Open(line.code.clone())),
                None => Step::none(),
            };
        }
        self.shown = self.under().map(|list| list.id);
        self.line = Cursor::default();
        Step::none()
    }

    /// The list whose folders are shown.
    fn opened(&self) -> Option<&Handover> {
        let id = self.shown?;
        self.lists.as_ref()?.iter().find(|list| list.id == id)
    }

    /// The list under the keyboard, or whose folders are shown.
    fn under(&self) -> Option<&Handover> {
        self.opened().or_else(|| self.lists.as_ref()?.get(self.at.at()))
    }

    /// The codes of the folders on the list under the keyboard.
    pub(super) fn codes(&self) -> Vec<String> {
        let lines = self.under().map(|list| list.lines.as_slice()).unwrap_or_default();
        lines.iter().map(|line| line.code.clone()).collect()
    }

    fn cursor(&mut self) -> &mut Cursor {
        if self.shown.is_some() { &mut self.line } else { &mut self.at }
    }

    fn count(&self) -> usize {
        match self.opened() {
            Some(list) => list.lines.len(),
            None => self.lists.as_ref().map_or(0, Vec::len),
        }
    }

    /// A key that no widget wanted.
    pub(super) fn key(&self, press: &Press) -> Option<Message> {
        if self.reason.is_some() {
            return (press.is(Named::Enter) && !press.repeat).then_some(Message::PrintAgain);
        }
        match () {
            () if press.is(Named::Enter) && !press.repeat => Some(Message::Open),
            () if press.is_ctrl_letter('p') && !press.repeat => Some(Message::Print),
            () if press.is_ctrl_letter('l') => Some(Message::More),
            () if press.is(Named::Home) => Some(Message::Move(i64::MIN)),
            () if press.is(Named::End) => Some(Message::Move(i64::MAX)),
            () => press.rows(12).map(Message::Move),
        }
    }

    /// Esc: closes the question, then the folders of a list.
    pub(super) fn back(&mut self) -> Step<Message> {
        if self.reason.take().is_none() {
            self.shown = None;
        }
        Step::none()
    }

    /// Why a paper is printed again.
    pub(super) fn dialog(&self) -> Option<Element<'_, Message>> {
        let (id, reason) = self.reason.as_ref()?;
        let list = self.lists.as_ref()?.iter().find(|list| list.id == *id)?;
        let told = said::print_again(list);
        let act = Message::PrintAgain;
        let (reason, act) = ((reason.as_str(), None), Some(act));
        Some(reason_dialog(said::PRINT_LIST, told, reason, REASON, Message::Reason, act))
    }

    pub(super) fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let Some(lists) = &self.lists else { return faint(words::OPENING).into() };
        let now = context.session.now();
        let (title, told, list): (_, _, Element<'a, Message>) = match self.opened() {
            Some(list) => (said::list_title(list), said::list_at(list), self.lines(list, context)),
            None if lists.is_empty() => {
                let nothing = faint(said::NO_LISTS).wrapping(text::Wrapping::Word);
                (said::LISTS.to_owned(), String::new(), nothing.into())
            }
            None => {
                let days = if self.more { MORE_DAYS } else { DAYS };
                let told = said::lists_of(days, lists.len());
                (said::LISTS.to_owned(), told, self.rows(lists, now, context))
            }
        };
        let other = match self.opened() {
            Some(_) => act(Kind::Other, said::ALL_LISTS, "Esc", Some(Message::Back)),
            None if self.more => act(Kind::Other, said::FEWER_DAYS, "Ctrl L", Some(Message::More)),
            None => act(Kind::Other, said::MORE_DAYS, "Ctrl L", Some(Message::More)),
        };
        let print = (!self.busy && !lists.is_empty()).then_some(Message::Print);
        let print = act(Kind::Other, said::PRINT_LIST, "Ctrl P", print);
        let right =
            row![faint(told), print, other].spacing(space::MEDIUM).align_y(Alignment::Center);
        let fill = iced::widget::space().height(Length::Fill);
        let content = column![list, fill, faint(said::LISTS_KEYS)].spacing(space::MEDIUM);
        card(title, right, content).width(Length::Fill).height(Length::Fill).into()
    }

    fn rows<'a>(
        &'a self,
        lists: &'a [Handover],
        now: OfficeTime,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let shown = self.at.shown(lists.len(), fit(context));
        let top = shown.start;
        let cells = lists.get(shown).unwrap_or_default().iter().map(|list| {
            vec![
                Cell::Strong(said::number_of(list)),
                Cell::Plain(said::kind(list.kind).to_owned()),
                Cell::Strong(said::other_of(list)),
                Cell::Plain(said::dossiers(i64::try_from(list.lines.len()).unwrap_or(i64::MAX))),
                Cell::Plain(said::short_moment(list.at, now)),
                Cell::Faint(list.actor.clone()),
            ]
        });
        grid(LISTS, cells.collect(), self.at.at().checked_sub(top), top, context)
    }

    fn lines<'a>(&'a self, list: &'a Handover, context: &Context<'a>) -> Element<'a, Message> {
        let shown = self.line.shown(list.lines.len(), fit(context));
        let top = shown.start;
        let lines = (top..).zip(list.lines.get(shown).unwrap_or_default());
        let cells = lines.map(|(place, line)| cells(place, line)).collect();
        grid(LINES, cells, self.line.at().checked_sub(top), top, context)
    }
}

fn cells(place: usize, line: &HandoverLine) -> Vec<Cell> {
    let remark = if line.undone {
        Cell::Pill(said::UNDONE.to_owned(), Tone::Warn)
    } else {
        Cell::Plain(said::remark(line))
    };
    vec![
        Cell::Faint((place + 1).to_string()),
        Cell::Plain(line.code.clone()),
        Cell::Strong(line.applicant.clone()),
        Cell::Plain(words::short_name(&line.procedure, 200)),
        remark,
    ]
}

fn grid<'a>(
    columns: &'static [Column],
    rows: Vec<Vec<Cell>>,
    selected: Option<usize>,
    top: usize,
    context: &Context<'_>,
) -> Element<'a, Message> {
    Grid {
        columns,
        rows,
        selected,
        width: context.room.width - 2.0 * space::LARGE,
        page: top,
        on_press: Box::new(move |index| Message::Press(top + index)),
        on_wheel: Box::new(Message::Move),
    }
    .view()
}

/// How many rows are on the screen.
fn fit(context: &Context<'_>) -> usize {
    fitting(context.room.height - BAR - AROUND).max(3)
}
