//! Nhặt kết quả: what is promised for today and lies ready, tray by tray, ticked off as it is taken.

use std::collections::BTreeSet;

use iced::keyboard::key::Named;
use iced::widget::{column, text};
use iced::{Element, Length, Task};

use super::BAR;
use super::scans::Wrong;
use super::scans_view::wrong_card;
use crate::desk::DeskError;
use crate::domain::tray::scanned_tray;
use crate::store::{self, HeldRow};
use crate::ui::key::Press;
use crate::ui::screen::Context;
use crate::ui::session::Answer;
use crate::ui::step::{Event, Step};
use crate::ui::text::{self as words, moves as said};
use crate::ui::theme::{faint, space};
use crate::ui::widget::cursor::Cursor;
use crate::ui::widget::dossier_list::fitting;
use crate::ui::widget::grid::{Cell, Column, Grid, Width};
use crate::ui::widget::parts::card;

/// What stands above and below the rows in their card.
const AROUND: f32 = 90.0;

/// The height of a wrong scan above the list.
const WRONG: f32 = 150.0;

const COLUMNS: &[Column] = &[
    ("", Width::Fixed(20.0)),
    (said::TRAY_HEAD, Width::Fixed(110.0)),
    (words::CODE, Width::Fixed(166.0)),
    (words::APPLICANT_HEAD, Width::Share(5.0)),
    (words::PROCEDURE_HEAD, Width::Share(6.0)),
    (said::PROMISED_HEAD, Width::Fixed(100.0)),
];

/// The screen.
#[derive(Debug, Default)]
pub(super) struct Pick {
    rows: Option<Vec<HeldRow>>,
    /// The codes of what was taken from the shelves.
    picked: BTreeSet<String>,
    wrong: Vec<Wrong>,
    cursor: Cursor,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Loaded(Answer<Vec<HeldRow>>),
    Move(i64),
    Press(usize),
    Open,
    /// Ticks what is under the keyboard.
    Tick,
}

impl Pick {
    pub(super) fn load(context: &Context<'_>) -> Task<Message> {
        let today = context.session.now().date();
        let read = context
            .session
            .ask(move |db| store::to_pick(db.view(), today).map_err(DeskError::from));
        read.map(Message::Loaded)
    }

    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        let count = self.rows().len();
        match message {
            Message::Loaded(Ok(rows)) => {
                let old = self.under().map(|row| row.code.clone());
                let same = rows.iter().position(|row| Some(&row.code) == old.as_ref());
                self.cursor.go(same.unwrap_or(self.cursor.at()), rows.len());
                // What was handed out meanwhile needs no tick any more.
                self.picked.retain(|code| rows.iter().any(|row| row.code == *code));
                self.rows = Some(rows);
            }
            Message::Loaded(Err(refusal)) => return Step::refused(refusal),
            Message::Move(rows) => self.cursor.step(rows, count, self.fit(context)),
            Message::Press(place) => self.cursor.go(place, count),
            Message::Open => {
                return match self.under() {
                    Some(row) => Step::event(Event::Open(row.code.clone())),
                    None => Step::none(),
                };
            }
            Message::Tick => {
                if let Some(code) = self.under().map(|row| row.code.clone())
                    && !self.picked.remove(&code)
                {
                    let _ = self.picked.insert(code);
                }
                self.cursor.step(1, count, self.fit(context));
            }
        }
        Step::none()
    }

    fn rows(&self) -> &[HeldRow] {
        self.rows.as_deref().unwrap_or_default()
    }

    fn under(&self) -> Option<&HeldRow> {
        self.rows().get(self.cursor.at())
    }

    /// A result was scanned at its shelf: it is taken. A shelf's label goes to the first one there.
    pub(super) fn scanned(&mut self, scan: &str) {
        let code = scan.trim().to_uppercase();
        if let Some(tray) = scanned_tray(&code) {
            // The label of a shelf shows what is to be taken there.
            if let Some(place) = self.rows().iter().position(|row| row.tray == tray) {
                self.cursor.go(place, self.rows().len());
                self.wrong.clear();
                return;
            }
        }
        match self.rows().iter().position(|row| row.code == code) {
            Some(place) => {
                self.cursor.go(place, self.rows().len());
                let _ = self.picked.insert(code);
                self.wrong.clear();
            }
            None => {
                let why = vec![said::NOT_TO_PICK.to_owned()];
                self.wrong = vec![Wrong { text: code, why }];
            }
        }
    }

    /// A key that no widget wanted.
    pub(super) fn key(press: &Press) -> Option<Message> {
        match () {
            () if press.is(Named::Enter) && !press.repeat => Some(Message::Open),
            () if press.is(Named::Space) || press.is(Named::Insert) => Some(Message::Tick),
            () if press.is(Named::Home) => Some(Message::Move(i64::MIN)),
            () if press.is(Named::End) => Some(Message::Move(i64::MAX)),
            () => press.rows(12).map(Message::Move),
        }
    }

    /// Esc: puts a wrong scan out of sight.
    pub(super) fn back(&mut self) -> Step<Message> {
        self.wrong.clear();
        Step::none()
    }

    fn fit(&self, context: &Context<'_>) -> usize {
        let wrong = if self.wrong.is_empty() { 0.0 } else { WRONG };
        fitting(context.room.height - BAR - AROUND - wrong).max(3)
    }

    pub(super) fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let Some(rows) = &self.rows else { return faint(words::OPENING).into() };
        let list: Element<'a, Message> = if rows.is_empty() {
            faint(said::NOTHING_TO_PICK).wrapping(text::Wrapping::Word).into()
        } else {
            self.grid(rows, context)
        };
        let fill = iced::widget::space().height(Length::Fill);
        let content = column![list, fill, faint(said::PICK_KEYS)].spacing(space::MEDIUM);
        let told = faint(said::picked(self.picked.len(), rows.len()));
        let list = card(said::PICK, told, content).width(Length::Fill).height(Length::Fill);
        let wrong = (!self.wrong.is_empty()).then(|| wrong_card(said::WRONG_HERE, &self.wrong));
        column![].extend(wrong).push(list).spacing(space::LARGE).into()
    }

    fn grid<'a>(&'a self, rows: &'a [HeldRow], context: &Context<'a>) -> Element<'a, Message> {
        let shown = self.cursor.shown(rows.len(), self.fit(context));
        let top = shown.start;
        let cells = rows.get(shown).unwrap_or_default().iter().map(|row| {
            let due = row.due_at.map_or_else(String::new, words::clock);
            let tray = match row.tray.as_str() {
                "" => Cell::Faint(said::NO_TRAY.to_owned()),
                tray => Cell::Strong(tray.to_owned()),
            };
            vec![
                Cell::Tick(self.picked.contains(&row.code)),
                tray,
                Cell::Plain(row.code.clone()),
                Cell::Strong(row.applicant.clone()),
                Cell::Plain(words::short_name(&row.procedure, 200)),
                Cell::Plain(due),
            ]
        });
        Grid {
            columns: COLUMNS,
            rows: cells.collect(),
            selected: self.cursor.at().checked_sub(top),
            width: context.room.width - 2.0 * space::LARGE,
            page: top,
            on_press: Box::new(move |index| Message::Press(top + index)),
            on_wheel: Box::new(Message::Move),
        }
        .view()
    }
}
