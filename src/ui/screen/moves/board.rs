//! Whose hands dossiers are in: a row a division and officer, what one of them has, and what was taken
//! away on an earlier day.

use iced::keyboard::key::Named;
use iced::widget::{column, row, text};
use iced::{Alignment, Element, Length, Task};

use super::BAR;
use crate::desk::DeskError;
use crate::domain::fold::fold;
use crate::domain::hands::Hands;
use crate::domain::time::OfficeTime;
use crate::store::{self, BoardRow, HeldRow};
use crate::ui::key::Press;
use crate::ui::screen::Context;
use crate::ui::session::Answer;
use crate::ui::step::{Event, Step};
use crate::ui::text::{self as words, moves as said};
use crate::ui::theme::{Kind, Tone, faint, space};
use crate::ui::widget::cursor::Cursor;
use crate::ui::widget::dossier_list::fitting;
use crate::ui::widget::grid::{Cell, Column, Grid, Width};
use crate::ui::widget::parts::{act, card};

/// The most dossiers of one list: whoever has more of them needs another filter.
const MOST: usize = 500;

/// What stands above and below the rows in their card, the legend included.
const AROUND: f32 = 96.0;

/// The narrowest list that shows who has a dossier beside its procedure.
const WITH_PROCEDURE: f32 = 760.0;

/// The narrowest board that shows every count of a holder.
const WITH_ALL: f32 = 880.0;

const HOLDERS: &[Column] = &[
    (said::UNIT_HEAD, Width::Share(4.0)),
    (said::OFFICER_HEAD, Width::Share(3.0)),
    (said::HELD_HEAD, Width::Fixed(76.0)),
    (said::WAITING_HEAD, Width::Fixed(104.0)),
    (said::TODAY_HEAD, Width::Fixed(120.0)),
    (said::LATE_HEAD, Width::Fixed(104.0)),
    (said::NOT_BACK_HEAD, Width::Fixed(112.0)),
];

const HOLDERS_NARROW: &[Column] = &[
    (said::HOLDER_HEAD, Width::Share(1.0)),
    (said::HELD_HEAD, Width::Fixed(64.0)),
    (said::TODAY_SHORT_HEAD, Width::Fixed(92.0)),
    (said::LATE_HEAD, Width::Fixed(96.0)),
    (said::NOT_BACK_HEAD, Width::Fixed(92.0)),
];

const HELD: &[Column] = &[
    (words::CODE, Width::Fixed(166.0)),
    (words::APPLICANT_HEAD, Width::Share(5.0)),
    (words::PROCEDURE_HEAD, Width::Share(7.0)),
    (said::SINCE_HEAD, Width::Fixed(92.0)),
    (words::DUE_HEAD, Width::Fixed(100.0)),
];

const AWAY: &[Column] = &[
    (words::CODE, Width::Fixed(166.0)),
    (words::APPLICANT_HEAD, Width::Share(4.0)),
    (words::PROCEDURE_HEAD, Width::Share(4.0)),
    (said::HOLDER_HEAD, Width::Share(5.0)),
    (said::AWAY_HEAD, Width::Fixed(104.0)),
    (words::DUE_HEAD, Width::Fixed(100.0)),
];

const AWAY_NARROW: &[Column] = &[
    (words::CODE, Width::Fixed(166.0)),
    (words::APPLICANT_HEAD, Width::Share(4.0)),
    (said::HOLDER_HEAD, Width::Share(5.0)),
    (said::AWAY_HEAD, Width::Fixed(104.0)),
    (words::DUE_HEAD, Width::Fixed(100.0)),
];

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Shown {
    /// Every holder.
    #[default]
    All,
    /// What one has.
    Of(Hands),
    /// What was taken away on an earlier day.
    NotBack,
    /// What of that is to be fetched.
    ToFetch,
}

/// The board.
#[derive(Debug, Default)]
pub(super) struct Board {
    shown: Shown,
    rows: Option<Vec<BoardRow>>,
    at: Cursor,
    held: Vec<HeldRow>,
    held_at: Cursor,
}

/// What happens on the board.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Loaded(Shown, Answer<Box<(Vec<BoardRow>, Vec<HeldRow>)>>),
    Move(i64),
    Press(usize),
    Open,
    /// All that was not taken back, or every holder again.
    NotBack,
    Back,
}

impl Board {
    /// Shows what is to be fetched.
    pub(super) fn show_to_fetch(&mut self) {
        self.show(Shown::ToFetch);
    }

    fn show(&mut self, shown: Shown) {
        if self.shown != shown {
            self.held.clear();
            self.held_at = Cursor::default();
        }
        self.shown = shown;
    }

    /// Reads the board, and the list that is shown.
    pub(super) fn load(&self, context: &Context<'_>) -> Task<Message> {
        let (shown, now) = (self.shown.clone(), context.session.now());
        let asked = shown.clone();
        let read = context.session.ask(move |db| {
            let view = db.view();
            let held = match &asked {
                Shown::All => Vec::new(),
                Shown::Of(holder) => store::held_by(view, holder, MOST)?,
                Shown::NotBack => store::not_back(view, now.date(), MOST)?,
                Shown::ToFetch => store::to_fetch(view, now.date(), MOST)?,
            };
            Ok::<_, DeskError>(Box::new((store::board(view, now)?, held)))
        });
        read.map(move |read| Message::Loaded(shown.clone(), read))
    }

    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        match message {
            Message::Loaded(shown, Ok(read)) => {
                let (mut rows, held) = *read;
                // Đ stands behind D, which no database knows; the desk stays first.
                rows.sort_by_cached_key(|row| {
                    let Hands { unit, officer } = &row.holder;
                    (!row.holder.is_desk(), fold(unit), fold(officer))
                });
                // Rows may have come and gone: the keyboard stays on the same one.
                let old = self.rows.as_ref().and_then(|rows| rows.get(self.at.at()));
                let old = old.map(|row| row.holder.clone());
                let same = rows.iter().position(|row| Some(&row.holder) == old.as_ref());
                self.at.go(same.unwrap_or(self.at.at()), rows.len());
                self.rows = Some(rows);
                if shown == self.shown {
                    let old = self.held.get(self.held_at.at()).map(|row| row.code.clone());
                    let same = held.iter().position(|row| Some(&row.code) == old.as_ref());
                    self.held_at.go(same.unwrap_or(self.held_at.at()), held.len());
                    self.held = held;
                }
            }
            Message::Loaded(_, Err(refusal)) => return Step::refused(refusal),
            Message::Move(rows) => {
                let (fit, count) = (fit(context), self.count());
                self.cursor().step(rows, count, fit);
            }
            Message::Press(place) => {
                if self.cursor().at() == place {
                    return self.open(context);
                }
                let count = self.count();
                self.cursor().go(place, count);
            }
            Message::Open => return self.open(context),
            Message::NotBack => {
                let other = match self.shown {
                    Shown::NotBack => Shown::All,
                    Shown::All | Shown::Of(_) | Shown::ToFetch => Shown::NotBack,
                };
                self.show(other);
                return Step::task(self.load(context));
            }
            Message::Back => {
                self.show(Shown::All);
                return Step::task(self.load(context));
            }
        }
        Step::none()
    }

    fn open(&mut self, context: &Context<'_>) -> Step<Message> {
        if self.shown != Shown::All {
            return match self.held.get(self.held_at.at()) {
                Some(row) => Step::event(Event::Open(row.code.clone())),
                None => Step::none(),
            };
        }
        let row = self.rows.as_ref().and_then(|rows| rows.get(self.at.at()));
        let Some(holder) = row.map(|row| row.holder.clone()) else { return Step::none() };
        self.show(Shown::Of(holder));
        Step::task(self.load(context))
    }

    fn cursor(&mut self) -> &mut Cursor {
        if self.shown == Shown::All { &mut self.at } else { &mut self.held_at }
    }

    fn count(&self) -> usize {
        match self.shown {
            Shown::All => self.rows.as_ref().map_or(0, Vec::len),
            Shown::Of(_) | Shown::NotBack | Shown::ToFetch => self.held.len(),
        }
    }

    /// A key that no widget wanted.
    pub(super) fn key(press: &Press) -> Option<Message> {
        match () {
            () if press.is(Named::Enter) && !press.repeat => Some(Message::Open),
            () if press.is_ctrl_letter('l') => Some(Message::NotBack),
            () if press.is(Named::Home) => Some(Message::Move(i64::MIN)),
            () if press.is(Named::End) => Some(Message::Move(i64::MAX)),
            () => press.rows(12).map(Message::Move),
        }
    }

    /// Esc: every holder again.
    pub(super) fn back(&mut self, context: &Context<'_>) -> Step<Message> {
        if self.shown == Shown::All {
            return Step::none();
        }
        self.update(Message::Back, context)
    }

    pub(super) fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let Some(rows) = &self.rows else { return faint(words::OPENING).into() };
        let width = context.room.width - 2.0 * space::LARGE;
        let away: i64 = rows.iter().map(|row| row.not_back).sum();
        let (title, list) = match &self.shown {
            Shown::All => (said::BOARD.to_owned(), self.holders(rows, width, context)),
            Shown::Of(holder) => (said::held_by(holder), self.held(width, context)),
            Shown::NotBack => (said::NOT_BACK.to_owned(), self.held(width, context)),
            Shown::ToFetch => (said::TO_FETCH.to_owned(), self.held(width, context)),
        };
        let other = match self.shown {
            Shown::NotBack => act(Kind::Other, said::ALL_HOLDERS, "Ctrl L", Some(Message::NotBack)),
            Shown::Of(_) => act(Kind::Other, said::ALL_HOLDERS, "Esc", Some(Message::Back)),
            Shown::All | Shown::ToFetch => {
                act(Kind::Other, said::SHOW_NOT_BACK, "Ctrl L", Some(Message::NotBack))
            }
        };
        let told = match self.shown {
            Shown::All => said::board_told(rows.iter().map(|row| row.dossiers).sum(), away),
            Shown::Of(_) | Shown::NotBack | Shown::ToFetch => {
                said::list_told(self.held.len(), MOST)
            }
        };
        let right = row![faint(told), other].spacing(space::MEDIUM).align_y(Alignment::Center);
        let keys = if self.shown == Shown::All { said::BOARD_KEYS } else { said::HELD_KEYS };
        let keys = faint(keys).wrapping(text::Wrapping::Word);
        let list = column![list, iced::widget::space().height(Length::Fill), keys];
        card(title, right, list.spacing(space::MEDIUM))
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn holders<'a>(
        &'a self,
        rows: &'a [BoardRow],
        width: f32,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let shown = self.at.shown(rows.len(), fit(context));
        let (top, wide) = (shown.start, width >= WITH_ALL);
        let cells = rows.get(shown).unwrap_or_default().iter().map(|row| {
            let count = |count: i64, tone: Option<Tone>, told: fn(i64) -> String| match tone {
                _ if count == 0 => Cell::Faint(said::NONE.to_owned()),
                Some(tone) => Cell::Pill(told(count), tone),
                None => Cell::Plain(told(count)),
            };
            let mut cells = match row.holder.is_desk() {
                _ if !wide => vec![Cell::Strong(said::holder(&row.holder))],
                true => vec![Cell::Strong(said::THE_DESK.to_owned()), Cell::Empty],
                false => vec![
                    Cell::Strong(row.holder.unit.clone()),
                    Cell::Plain(row.holder.officer.clone()),
                ],
            };
            cells.push(Cell::Strong(words::number(row.dossiers)));
            cells.extend(wide.then(|| count(row.waiting, None, words::number)));
            cells.extend([
                count(row.today, Some(Tone::Warn), said::due_today),
                count(row.late, Some(Tone::Bad), said::late),
                count(row.not_back, Some(Tone::Warn), said::dossiers),
            ]);
            cells
        });
        let columns = if wide { HOLDERS } else { HOLDERS_NARROW };
        self.grid(columns, cells.collect(), self.at.at().checked_sub(top), top, width)
    }

    fn held<'a>(&'a self, width: f32, context: &Context<'a>) -> Element<'a, Message> {
        if self.held.is_empty() {
            let nothing = match self.shown {
                Shown::NotBack => said::NOTHING_AWAY,
                Shown::ToFetch => said::NOTHING_TO_FETCH,
                Shown::All | Shown::Of(_) => said::NOTHING_HELD,
            };
            return faint(nothing).wrapping(text::Wrapping::Word).into();
        }
        let now = context.session.now();
        let shown = self.held_at.shown(self.held.len(), fit(context));
        let top = shown.start;
        let rows = self.held.get(shown).unwrap_or_default().iter();
        let (columns, cells): (_, Vec<_>) = match self.shown {
            Shown::NotBack | Shown::ToFetch if width < WITH_PROCEDURE => {
                (AWAY_NARROW, rows.map(|row| away_row(row, false, now)).collect())
            }
            Shown::NotBack | Shown::ToFetch => {
                (AWAY, rows.map(|row| away_row(row, true, now)).collect())
            }
            Shown::All | Shown::Of(_) => (HELD, rows.map(|row| held_row(row, now)).collect()),
        };
        self.grid(columns, cells, self.held_at.at().checked_sub(top), top, width)
    }

    fn grid<'a>(
        &'a self,
        columns: &'static [Column],
        rows: Vec<Vec<Cell>>,
        selected: Option<usize>,
        top: usize,
        width: f32,
    ) -> Element<'a, Message> {
        Grid {
            columns,
            rows,
            selected,
            width,
            page: top,
            on_press: Box::new(move |index| Message::Press(top + index)),
            on_wheel: Box::new(Message::Move),
        }
        .view()
    }
}

/// How many rows are on the screen.
fn fit(context: &Context<'_>) -> usize {
    fitting(context.room.height - BAR - AROUND).max(3)
}

fn held_row(row: &HeldRow, now: OfficeTime) -> Vec<Cell> {
    let since = row.held_since.map_or_else(String::new, words::clock);
    vec![
        Cell::Plain(row.code.clone()),
        Cell::Strong(row.applicant.clone()),
        Cell::Plain(words::short_name(&row.procedure, 200)),
        Cell::Faint(since),
        due(row, now),
    ]
}

fn away_row(row: &HeldRow, procedure: bool, now: OfficeTime) -> Vec<Cell> {
    let mut cells = vec![Cell::Plain(row.code.clone()), Cell::Strong(row.applicant.clone())];
    if procedure {
        cells.push(Cell::Plain(words::short_name(&row.procedure, 200)));
    }
    let days = row.held_since.map_or(0, |since| (now.date() - since.date()).num_days());
    cells.extend([
        Cell::Plain(said::holder(&row.holder)),
        Cell::Pill(said::away(days), Tone::Warn),
        due(row, now),
    ]);
    cells
}

/// How the promise of a dossier stands.
pub(super) fn due(row: &HeldRow, now: OfficeTime) -> Cell {
    match words::due_in(row.status, row.due_at, now) {
        Some((told, tone)) => Cell::Pill(told, tone),
        None => Cell::Faint(words::status(row.status).to_owned()),
    }
}
