//! Ctrl+K: one search for dossiers, procedures, places and actions.

use std::sync::Arc;

use iced::keyboard::key::Named;
use iced::widget::{button, column, container, row, text};
use iced::{Alignment, Element, Length, Task};

use super::catalogue::Catalogue;
use super::key::Press;
use super::place::Place;
use super::session::{Answer, Session};
use super::text as said;
use super::theme::{self, Kind, faint, pad, size, space, strong, words};
use super::widget::parts::{Field, hairline, plain_card, scrolled};
use super::{focus, font};
use crate::domain::fold::fold;
use crate::domain::procedure::Procedure;
use crate::store::{self, Found};

const QUERY: &str = "finder-query";
const HITS: &str = "finder-hits";

/// How many dossiers and how many procedures are shown.
const DOSSIERS: usize = 8;
const PROCEDURES: usize = 4;
/// The most the answers may take of the screen's height.
const HIGHEST: f32 = 400.0;

/// Something that can be done from anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// A new form at the counter.
    NewForm,
    /// The notices to people who had no dossier.
    Guided,
    /// Back the book up now.
    BackUp,
    /// Light or dark.
    SwitchTheme,
    /// Larger or smaller text.
    Larger,
    Smaller,
}

impl Action {
    const ALL: [Self; 6] =
        [Self::NewForm, Self::Guided, Self::BackUp, Self::SwitchTheme, Self::Larger, Self::Smaller];
}

/// An answer of the search.
#[derive(Debug, Clone)]
pub(crate) enum Hit {
    Dossier(Found),
    Procedure(Arc<Procedure>),
    Place(Place),
    Action(Action),
}

/// The open search.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    query: String,
    dossiers: Vec<Found>,
    others: Vec<Hit>,
    at: usize,
    /// The query that the answers belong to.
    answered: String,
    /// Whether Enter was pressed before they came.
    hurried: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Typed(String),
    Found(String, Answer<Vec<Found>>),
    /// Enter on an answer.
    Choose(usize),
    /// A click on an answer that is on the screen.
    Pick(usize),
    Move(i64),
}

impl Finder {
    pub(crate) fn open(catalogue: &Catalogue) -> (Self, Task<Message>) {
        let mut finder = Self::default();
        finder.look_around(catalogue);
        (finder, focus::to(QUERY))
    }

    /// Follows a message; answers what was chosen.
    pub(crate) fn update(
        &mut self,
        message: Message,
        session: &Session,
        catalogue: &Catalogue,
    ) -> (Task<Message>, Option<Hit>) {
        match message {
            Message::Typed(query) => {
                self.query = query;
                self.hurried = false;
                let wanted = self.query.clone();
                if wanted.trim().is_empty() {
                    self.answer(Vec::new(), catalogue);
                    return (Task::none(), None);
                }
                let asked = wanted.clone();
                let found = session.ask(move |db| store::find(db.view(), &asked, DOSSIERS));
                (found.map(move |found| Message::Found(wanted.clone(), found)), None)
            }
            Message::Found(query, found) => {
                // An answer to an older question is of no use.
                if query != self.query {
                    return (Task::none(), None);
                }
                self.answer(found.unwrap_or_default(), catalogue);
                let chosen = std::mem::take(&mut self.hurried).then(|| self.hits().next());
                (Task::none(), chosen.flatten())
            }
            // Enter was faster than the answers: it means the first of them.
            Message::Choose(_) if self.answered != self.query => {
                self.hurried = true;
                (Task::none(), None)
            }
            Message::Choose(index) | Message::Pick(index) => (Task::none(), self.hits().nth(index)),
            Message::Move(rows) => {
                self.hurried = false;
                let last = self.hits().count().saturating_sub(1);
                self.at = match rows {
                    ..0 => self.at.saturating_sub(1),
                    _ => (self.at + 1).min(last),
                };
                (focus::row(HITS, self.at, last + 1), None)
            }
        }
    }

    /// A key that the text field did not want.
    pub(crate) fn key(&self, press: &Press) -> Option<Message> {
        if press.is(Named::Enter) {
            return Some(Message::Choose(self.at));
        }
        press.rows(1).map(Message::Move)
    }

    /// Shows what was found, with whatever else goes by that name.
    fn answer(&mut self, dossiers: Vec<Found>, catalogue: &Catalogue) {
        self.dossiers = dossiers;
        self.at = 0;
        self.answered.clone_from(&self.query);
        self.look_around(catalogue);
    }

    fn look_around(&mut self, catalogue: &Catalogue) {
        let wanted = fold(&self.query);
        let answers = |name: &str| wanted.is_empty() || fold(name).contains(&wanted);
        let places = Place::ALL.into_iter().filter(|place| answers(said::place(*place)));
        let actions = Action::ALL.into_iter().filter(|action| answers(said::action(*action)));
        self.others = places.map(Hit::Place).chain(actions.map(Hit::Action)).collect();
        if !wanted.is_empty() {
            let procedures = catalogue.search(&self.query, PROCEDURES);
            self.others.extend(procedures.into_iter().map(Hit::Procedure));
        }
    }

    fn hits(&self) -> impl Iterator<Item = Hit> + '_ {
        self.dossiers.iter().cloned().map(Hit::Dossier).chain(self.others.iter().cloned())
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let query = Field::new("", &self.query, QUERY, Message::Typed)
            .placeholder(said::FIND_ANYTHING)
            .on_submit(Message::Choose(self.at));
        let hits = self.hits().enumerate().map(|(index, hit)| {
            let kind = Kind::Row { selected: index == self.at };
            button(shown(&hit))
                .width(Length::Fill)
                .padding(pad::ROW)
                .style(theme::button(kind))
                .on_press(Message::Pick(index))
                .into()
        });
        let hits = container(scrolled(HITS, column(hits))).max_height(HIGHEST);
        let nothing = (self.hits().next().is_none()).then(|| faint(said::NOTHING_FOUND));
        let panel = column![query.view(), hairline(), hits]
            .push(nothing)
            .push(faint(said::FINDER_KEYS))
            .spacing(space::MEDIUM);
        plain_card(panel).width(640).into()
    }
}

fn shown<'a>(hit: &Hit) -> Element<'a, Message> {
    let line = |name: String, detail: String, kind: &'static str| {
        let left = column![strong(name).wrapping(text::Wrapping::Word), faint(detail)];
        row![left.width(Length::Fill), words(kind, size::SMALL, font::REGULAR)]
            .spacing(space::MEDIUM)
            .align_y(Alignment::Center)
            .into()
    };
    match hit {
        Hit::Dossier(found) => {
            line(found.applicant.clone(), said::found_line(found), said::A_DOSSIER)
        }
        Hit::Procedure(procedure) => line(
            said::short_name(&procedure.name, 90),
            said::procedure_line(procedure),
            said::A_PROCEDURE,
        ),
        Hit::Place(place) => line(said::place(*place).to_owned(), String::new(), place.key().1),
        Hit::Action(action) => {
            line(said::action(*action).to_owned(), String::new(), said::AN_ACTION)
        }
    }
}
