//! Labels before they are printed: of which trays, and from which cell of a sheet that was begun.

use iced::widget::{column, row, text};
use iced::{Alignment, Element, Task};

use super::print::{self, What};
use crate::domain::invalid::{Field as Place, Problem};
use crate::domain::tray::parse_tray;
use crate::forms::labels::CELLS;
use crate::text as sentences;
use crate::ui::focus;
use crate::ui::screen::Context;
use crate::ui::session::Answer;
use crate::ui::text::moves as said;
use crate::ui::theme::{Kind, body, faint, space};
use crate::ui::widget::parts::{Field, act, card};

const NAMES: &str = "moves-labels-names";
const CELL: &str = "moves-labels-cell";

/// What is asked before labels are printed.
#[derive(Debug)]
pub(super) struct Labels {
    /// The codes of the folders; `None` for trays.
    codes: Option<Vec<String>>,
    names: String,
    cell: String,
    wrong_names: Option<String>,
    wrong_cell: Option<String>,
    busy: bool,
}

/// What happens to the question.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Names(String),
    ToCell,
    Cell(String),
    Print,
    Printed(Answer<print::Printed>),
}

impl Labels {
    /// Asks about the folders with these codes.
    pub(super) fn of_folders(codes: Vec<String>) -> (Self, Task<Message>) {
        (Self::new(Some(codes)), focus::to(CELL))
    }

    /// Asks about trays.
    pub(super) fn of_trays() -> (Self, Task<Message>) {
        (Self::new(None), focus::to(NAMES))
    }

    fn new(codes: Option<Vec<String>>) -> Self {
        let (names, cell) = (String::new(), "1".to_owned());
        Self { codes, names, cell, wrong_names: None, wrong_cell: None, busy: false }
    }

    /// Follows a message; printing is its caller's.
    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Task<Message> {
        match message {
            Message::Names(names) => {
                self.names = names;
                self.wrong_names = None;
            }
            Message::ToCell => return focus::to(CELL),
            Message::Cell(cell) => {
                self.cell = cell;
                self.wrong_cell = None;
            }
            Message::Print if self.busy => {}
            Message::Print => match self.chosen() {
                Ok((what, first)) => {
                    self.busy = true;
                    return print::labels(what, first, context).map(Message::Printed);
                }
                Err(first) => return focus::to(first),
            },
            Message::Printed(_) => self.busy = false,
        }
        Task::none()
    }

    /// What is to be printed and where it begins, or the field that is wrong.
    fn chosen(&mut self) -> Result<(What, usize), &'static str> {
        let what = match &self.codes {
            Some(codes) => What::Folders(codes.clone()),
            None => {
                let names = self.names.split([',', ';', ' ']).filter(|name| !name.is_empty());
                let names: Option<Vec<String>> = names.map(parse_tray).collect();
                let problem = match names {
                    Some(names) if !names.is_empty() => Ok(names),
                    Some(_) => Err(Problem::Empty),
                    None => Err(Problem::NotUnderstood),
                };
                match problem {
                    Ok(names) => What::Trays(names),
                    Err(problem) => {
                        self.wrong_names = Some(sentences::invalid(&Place::Tray.wrong(problem)));
                        return Err(NAMES);
                    }
                }
            }
        };
        match self.cell.trim().parse() {
            Ok(first) if (1..=CELLS).contains(&first) => Ok((what, first)),
            _ => {
                self.wrong_cell = Some(said::wrong_cell(CELLS));
                Err(CELL)
            }
        }
    }

    pub(super) fn view(&self) -> Element<'_, Message> {
        let (title, what) = match &self.codes {
            Some(codes) => {
                let told = body(said::labels_of(codes.len())).wrapping(text::Wrapping::Word);
                (said::FOLDER_LABELS, Element::from(told))
            }
            None => {
                let names = Field::new(said::TRAY_NAMES, &self.names, NAMES, Message::Names)
                    .placeholder(said::TRAY_NAMES_HINT)
                    .wrong(self.wrong_names.as_deref())
                    .on_submit(Message::ToCell);
                (said::TRAY_LABELS, names.view())
            }
        };
        let cell = Field::new(said::FIRST_CELL, &self.cell, CELL, Message::Cell)
            .wrong(self.wrong_cell.as_deref())
            .on_submit(Message::Print);
        let print = (!self.busy).then_some(Message::Print);
        let acts = row![act(Kind::Main, said::PRINT_LABELS, "Enter", print), faint("Esc")]
            .spacing(space::MEDIUM)
            .align_y(Alignment::Center);
        let explained = faint(said::CELLS_EXPLAINED).wrapping(text::Wrapping::Word);
        let content = column![what, cell.view(), explained, acts].spacing(space::MEDIUM);
        card(title, faint(""), content).width(520).into()
    }
}
