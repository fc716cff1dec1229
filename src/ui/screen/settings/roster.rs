//! The office's officers: who works here, in which division, as what; added and changed by keyboard.

use iced::keyboard::key::Named;
use iced::widget::{column, container, row, text};
use iced::{Alignment, Element, Length, Task};

use crate::desk::DeskError;
use crate::desk::roster::set_officer;
use crate::domain::fold::fold;
use crate::domain::invalid::Field as Place;
use crate::domain::officer::{Officer, Role};
use crate::store::{self, Changed};
use crate::text as sentences;
use crate::ui::focus;
use crate::ui::screen::Context;
use crate::ui::session::Answer;
use crate::ui::step::{Event, Step};
use crate::ui::text::roster as said;
use crate::ui::theme::{Kind, Tone, body, faint, pad, space};
use crate::ui::widget::cursor::Cursor;
use crate::ui::widget::grid::{Cell, Column, Grid, Width};
use crate::ui::widget::hot::Hot;
use crate::ui::widget::parts::{Field, act, card, check, choice, notice};

const NAME: &str = "roster-name";
const UNIT: &str = "roster-unit";
const ROLE: &str = "roster-role";

/// How many officers are shown at a time.
const MOST: usize = 8;

const COLUMNS: &[Column] = &[
    (said::NAME, Width::Share(5.0)),
    (said::UNIT, Width::Share(5.0)),
    (said::ROLE, Width::Fixed(112.0)),
];

/// The roster, and the officer being typed.
#[derive(Debug)]
pub(super) struct Roster {
    officers: Option<Vec<Officer>>,
    at: Cursor,
    form: Officer,
    touched: bool,
    wrong: Vec<(Place, String)>,
    busy: bool,
}

/// What happens to the roster.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Loaded(Answer<Vec<Officer>>),
    Move(i64),
    /// An officer of the list is to be changed.
    Edit(usize),
    Name(String),
    Unit(String),
    ToUnit,
    ToRole,
    Role(Role),
    Active,
    Keep,
    Kept(Answer<Result<Kept, Vec<(Place, String)>>>),
}

/// An officer who is on the roster now.
pub(crate) type Kept = (Officer, Changed);

fn nobody() -> Officer {
    Officer { name: String::new(), unit: String::new(), role: Role::Reception, active: true }
}

impl Default for Roster {
    fn default() -> Self {
        let (officers, at, wrong) = (None, Cursor::default(), Vec::new());
        Self { officers, at, form: nobody(), touched: false, wrong, busy: false }
    }
}

impl Roster {
    pub(super) fn load(context: &Context<'_>) -> Task<Message> {
        let read = context.session.ask(|db| store::officers(db.view()).map_err(DeskError::from));
        read.map(Message::Loaded)
    }

    /// The names of those who work here.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let officers = self.officers.as_deref().unwrap_or_default().iter();
        officers.filter(|officer| officer.active).map(|officer| officer.name.as_str())
    }

    /// Whether the office keeps a roster: then only who is on it may write into the book.
    pub(super) fn is_kept(&self) -> bool {
        self.officers.as_ref().is_some_and(|officers| !officers.is_empty())
    }

    /// The name that was meant, as the roster spells it.
    pub(super) fn spelling(&self, typed: &str) -> Option<&str> {
        let meant = fold(typed);
        let mut alike = self.names().filter(|name| fold(name) == meant);
        alike.next().filter(|_| alike.next().is_none())
    }

    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        let count = self.officers.as_ref().map_or(0, Vec::len);
        match message {
            Message::Loaded(Ok(officers)) => {
                // Whoever sits here is usually the first who is told.
                if officers.is_empty() && !self.touched {
                    self.form = Officer { name: context.officer(), role: Role::Head, ..nobody() };
                }
                self.at.go(self.at.at(), officers.len());
                self.officers = Some(officers);
            }
            Message::Loaded(Err(refusal)) => return Step::refused(refusal),
            Message::Move(rows) => self.at.step(rows, count, MOST),
            Message::Edit(place) => {
                let officer = self.officers.as_ref().and_then(|officers| officers.get(place));
                if let Some(officer) = officer {
                    (self.form, self.touched) = (officer.clone(), false);
                    self.wrong.clear();
                    self.at.go(place, count);
                    return Step::task(focus::to(UNIT));
                }
            }
            Message::Name(name) => {
                self.form.name = name;
                self.typed();
            }
            Message::Unit(unit) => {
                self.form.unit = unit;
                self.typed();
            }
            Message::ToUnit => return Step::task(focus::to(UNIT)),
            Message::ToRole => return Step::task(focus::to(ROLE)),
            Message::Role(role) => {
                self.form.role = role;
                self.typed();
            }
            Message::Active => {
                self.form.active = !self.form.active;
                self.typed();
            }
            Message::Keep => return self.keep(context),
            Message::Kept(answer) => return self.kept(answer, context),
        }
        Step::none()
    }

    fn typed(&mut self) {
        self.touched = true;
        self.wrong.clear();
    }

    fn keep(&mut self, context: &Context<'_>) -> Step<Message> {
        if std::mem::replace(&mut self.busy, true) {
            return Step::none();
        }
        let (new, officer, now) = (self.form.clone(), context.officer(), context.session.now());
        let kept = context.session.ask(move |db| match set_officer(db, &new, &officer, now) {
            Ok(kept) => Ok(Ok(kept)),
            Err(DeskError::Invalid(list)) => Ok(Err(list
                .iter()
                .map(|invalid| (invalid.field, sentences::invalid(invalid)))
                .collect())),
            Err(error @ DeskError::SpelledAlike(_)) => {
                let told = sentences::refusal(&error).join(" ");
                Ok(Err(vec![(Place::Officer, told)]))
            }
            Err(error) => Err(error),
        });
        Step::task(kept.map(Message::Kept))
    }

    fn kept(
        &mut self,
        answer: Answer<Result<Kept, Vec<(Place, String)>>>,
        context: &Context<'_>,
    ) -> Step<Message> {
        self.busy = false;
        match answer {
            Err(refusal) => Step::refused(refusal),
            Ok(Err(wrong)) => {
                let unit = wrong.first().is_some_and(|(field, _)| *field == Place::OfficerUnit);
                self.wrong = wrong;
                Step::task(focus::to(if unit { UNIT } else { NAME }))
            }
            Ok(Ok((officer, changed))) => {
                (self.form, self.touched) = (nobody(), false);
                let load = Self::load(context);
                Step::task(Task::batch([load, focus::to(NAME)]))
                    .and(Event::Say(Tone::Good, said::kept(&officer)))
                    .and(Event::Changed(changed))
            }
        }
    }

    fn wrong(&self, field: Place) -> Option<&str> {
        self.wrong.iter().find(|(wrong, _)| *wrong == field).map(|(_, told)| told.as_str())
    }

    /// The card, `width` wide.
    pub(super) fn view(&self, width: f32) -> Element<'_, Message> {
        let officers = self.officers.as_deref().unwrap_or_default();
        let list = if officers.is_empty() {
            notice(Tone::Accent, body(said::NOBODY).wrapping(text::Wrapping::Word))
        } else {
            self.list(officers, width - 2.0 * (space::LARGE + pad::RING))
        };
        let name = Field::new(said::NAME, &self.form.name, NAME, Message::Name)
            .wrong(self.wrong(Place::Officer))
            .on_submit(Message::ToUnit);
        let unit = Field::new(said::UNIT, &self.form.unit, UNIT, Message::Unit)
            .placeholder(said::UNIT_HINT)
            .wrong(self.wrong(Place::OfficerUnit))
            .on_submit(Message::ToRole);
        let roles = Role::ALL.map(|role| (role, said::role(role)));
        let keep = (!self.busy).then_some(Message::Keep);
        let content = column![
            list,
            faint(said::NEW).wrapping(text::Wrapping::Word),
            row![name.view(), unit.view()].spacing(space::MEDIUM),
            choice(said::ROLE, ROLE, &roles, self.form.role, Message::Role),
            row![
                check("roster-active", said::ACTIVE, self.form.active, Message::Active),
                act(Kind::Other, said::KEEP, "Ctrl Enter", keep),
            ]
            .spacing(space::LARGE)
            .align_y(Alignment::Center),
        ]
        .spacing(space::MEDIUM);
        let count = faint(said::count(officers));
        card(said::OFFICERS, count, content).width(Length::Fill).into()
    }

    fn list<'a>(&'a self, officers: &'a [Officer], width: f32) -> Element<'a, Message> {
        let shown = self.at.shown(officers.len(), MOST);
        let top = shown.start;
        let rows = officers.get(shown).unwrap_or_default().iter().map(|officer| {
            let (standing, tone) = said::standing(officer);
            vec![
                Cell::Strong(officer.name.clone()),
                Cell::Plain(said::unit(officer)),
                Cell::Pill(standing.to_owned(), tone),
            ]
        });
        let at = self.at.at();
        let grid = Grid {
            columns: COLUMNS,
            rows: rows.collect(),
            selected: at.checked_sub(top),
            width,
            page: top,
            on_press: Box::new(move |index| Message::Edit(top + index)),
            on_wheel: Box::new(Message::Move),
        };
        let framed = container(grid.view()).padding(pad::RING);
        let list = Hot::new("roster-list", framed, move |press| {
            let edit = (press.is(Named::Enter) && !press.repeat).then_some(Message::Edit(at));
            edit.or_else(|| press.rows(8).map(Message::Move))
        });
        column![list, faint(said::KEYS)].spacing(space::TINY).into()
    }
}
