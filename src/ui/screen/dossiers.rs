//! Hồ sơ: every dossier of the book, filtered, what burns first at the top.
//!
//! Only the rows around the visible ones are in memory; the rest stays in the book and comes page by
//! page, so that a million dossiers scroll like a hundred.

mod filter;
mod pages;

use std::collections::BTreeSet;

use iced::keyboard::key::Named;
use iced::widget::{column, row};
use iced::{Alignment, Element, Length, Task};

use self::filter::Filter;
use self::pages::{Ask, Pages};
use super::Context;
use crate::desk::DeskError;
use crate::desk::print::print_slips;
use crate::desk::receive::show;
use crate::store::{self, DossierFilter, ListRow};
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::session::{Answer, refused};
use crate::ui::step::{self, Event, Step};
use crate::ui::text as said;
use crate::ui::theme::{Kind, faint, space};
use crate::ui::widget::dossier_list::{List, fitting};
use crate::ui::widget::parts::{act, fill, plain_card};

/// What stands around the list.
const AROUND_LIST: f32 = 152.0;

/// The screen.
#[derive(Debug)]
pub(crate) struct Dossiers {
    filter: Filter,
    pages: Pages,
    count: Option<i64>,
    marked: BTreeSet<String>,
    /// Asking why marked slips are printed again.
    reason: Option<String>,
    /// The question that is being asked; an answer to an older one is of no use.
    asked: u64,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Filter(filter::Message),
    Menus(Answer<(Vec<String>, Vec<String>)>),
    Rows(u64, Ask, Answer<Vec<ListRow>>),
    Counted(u64, Answer<i64>),
    Move(i64),
    First,
    Last,
    Press(usize),
    Open,
    Explain,
    Mark,
    Reason(String),
    Print,
    Printed(Answer<std::path::PathBuf>),
}

const REASON: &str = "dossiers-reason";

impl Dossiers {
    pub(crate) fn new() -> Self {
        Self {
            filter: Filter::default(),
            pages: Pages::default(),
            count: None,
            marked: BTreeSet::new(),
            reason: None,
            asked: 0,
        }
    }

    pub(crate) fn title(&self) -> String {
        said::dossiers_title(self.count)
    }

    /// Reads the list anew, and what the filters can be set to.
    pub(crate) fn load(&mut self, context: &Context<'_>) -> Task<Message> {
        let menus = context.session.ask(|db| {
            let view = db.view();
            Ok::<_, DeskError>((store::fields_in_use(view)?, store::officers_in_use(view)?))
        });
        let again = self.pages.again().map(|count| self.ask(Ask::Again(count), context));
        Task::batch([
            menus.map(Message::Menus),
            again.unwrap_or_else(Task::none),
            self.count(context),
        ])
    }

    /// Asks for a part of the list as it is filtered now.
    fn ask(&mut self, ask: Ask, context: &Context<'_>) -> Task<Message> {
        let Ok(filter) = self.filter.chosen() else { return Task::none() };
        self.pages.asked = true;
        let (question, now) = (self.asked, context.session.now());
        let (order, (page, most)) = (filter::order(&filter), ask.page());
        let read = context
            .session
            .ask(move |db| store::list_dossiers(db.view(), &filter, order, page, most, now));
        read.map(move |rows| Message::Rows(question, ask, rows))
    }

    fn count(&self, context: &Context<'_>) -> Task<Message> {
        let (question, now) = (self.asked, context.session.now());
        let Ok(filter) = self.filter.chosen() else { return Task::none() };
        let read = context.session.ask(move |db| store::count_dossiers(db.view(), &filter, now));
        read.map(move |count| Message::Counted(question, count))
    }

    /// A filter changed: everything anew.
    fn again(&mut self, context: &Context<'_>) -> Step<Message> {
        self.asked += 1;
        self.pages = Pages::default();
        self.count = None;
        let first = self.ask(Ask::Beginning, context);
        Step::task(Task::batch([first, self.count(context)]))
    }

    /// Follows a message.
    pub(crate) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        match message {
            Message::Filter(filter::Message::Focus) => return Step::task(Filter::focus()),
            Message::Filter(message) => {
                return if self.filter.update(message) {
                    self.again(context)
                } else {
                    Step::none()
                };
            }
            Message::Menus(Ok((fields, officers))) => self.filter.menus(fields, officers),
            Message::Rows(question, ask, Ok(rows)) if question == self.asked => {
                self.pages.take(ask, rows);
            }
            Message::Counted(question, Ok(count)) if question == self.asked => {
                self.count = Some(count);
            }
            Message::Rows(_, _, Ok(_)) | Message::Counted(_, Ok(_)) => {}
            Message::Menus(Err(refusal))
            | Message::Counted(_, Err(refusal))
            | Message::Printed(Err(refusal)) => return Step::refused(refusal),
            Message::Rows(_, _, Err(refusal)) => {
                self.pages.asked = false;
                return Step::refused(refusal);
            }
            Message::Move(rows) => {
                // No row is passed over unseen.
                let most = i64::try_from(self.fit(context)).unwrap_or(rows);
                let rows = rows.clamp(-most, most);
                if let Some(ask) = self.pages.step(rows, self.fit(context)) {
                    return Step::task(self.ask(ask, context));
                }
            }
            Message::First => return Step::task(self.ask(Ask::Beginning, context)),
            Message::Last => return Step::task(self.ask(Ask::End, context)),
            Message::Press(place) => {
                if self.pages.at() == place {
                    return self.open();
                }
                self.pages.go_to(place);
            }
            Message::Open => return self.open(),
            Message::Explain => {
                return match self.pages.selected() {
                    Some(row) => Step::event(Event::Explain(row.code.clone())),
                    None => Step::none(),
                };
            }
            Message::Mark => {
                if let Some(code) = self.pages.selected().map(|row| row.code.clone())
                    && !self.marked.remove(&code)
                {
                    let _ = self.marked.insert(code);
                }
                if let Some(ask) = self.pages.step(1, self.fit(context)) {
                    return Step::task(self.ask(ask, context));
                }
            }
            Message::Reason(reason) => {
                let opening = self.reason.is_none();
                self.reason = Some(reason);
                return if opening { Step::task(focus::to(REASON)) } else { Step::none() };
            }
            Message::Print => return self.print(context),
            Message::Printed(Ok(file)) => {
                self.marked.clear();
                let paper = step::Paper { file, form: step::Form::Slip, code: String::new() };
                return Step::event(Event::Deliver(paper));
            }
        }
        Step::none()
    }

    fn open(&self) -> Step<Message> {
        match self.pages.selected() {
            Some(row) => Step::event(Event::Open(row.code.clone())),
            None => Step::none(),
        }
    }

    /// Prints the slips of all marked dossiers into one file.
    fn print(&mut self, context: &Context<'_>) -> Step<Message> {
        let codes: Vec<String> = self.marked.iter().cloned().collect();
        let reason = self.reason.take().unwrap_or_default();
        let officer = context.officer();
        let printed = context.session.work(move |session| {
            let now = session.now();
            let print = || -> Result<_, DeskError> {
                let dossiers = session.book().run(move |db| {
                    codes.iter().map(|code| show(db.view(), code)).collect::<Result<Vec<_>, _>>()
                })??;
                let stamp = format!("{}-{}", now.date(), now.time().format("%H%M%S"));
                let file = session.paths().slips().join(format!("slips-{stamp}.pdf"));
                let _ = print_slips(
                    session.book(),
                    &dossiers,
                    &file,
                    None,
                    Some(&reason),
                    &officer,
                    now,
                )?;
                Ok(file)
            };
            print().map_err(|error| refused(&error))
        });
        Step::task(printed.map(Message::Printed))
    }

    /// A key that no widget wanted.
    pub(crate) fn key(&self, press: &Press) -> Option<Message> {
        if self.reason.is_some() {
            return (press.is(Named::Enter)).then_some(Message::Print);
        }
        if press.is_ctrl_letter('p') && !self.marked.is_empty() {
            return Some(Message::Reason(said::REPRINT_USUAL.to_owned()));
        }
        if press.is_ctrl_letter('i') {
            return Some(Message::Explain);
        }
        if press.is_ctrl_letter('f') {
            return Some(Message::Filter(filter::Message::Focus));
        }
        let named = |key| press.is(key);
        match () {
            () if named(Named::Enter) => Some(Message::Open),
            () if named(Named::Space) || named(Named::Insert) => Some(Message::Mark),
            () if named(Named::Home) => Some(Message::First),
            () if named(Named::End) => Some(Message::Last),
            () => press.rows(15).map(Message::Move),
        }
    }

    /// Esc: closes the question, or takes the marks away.
    pub(crate) fn back(&mut self) -> Step<Message> {
        if self.reason.take().is_none() {
            self.marked.clear();
        }
        Step::none()
    }

    fn fit(&self, context: &Context<'_>) -> usize {
        fitting(context.room.height - AROUND_LIST).max(3)
    }

    pub(crate) fn view(&self, context: &Context<'_>) -> Element<'_, Message> {
        let filter = self.filter.view(context.room.width).map(Message::Filter);
        let fit = self.fit(context);
        let (rows, top) = self.pages.shown(fit);
        let list: Element<'_, Message> = if rows.is_empty() {
            let hint = match (self.count, self.filter.is_plain()) {
                (Some(0), true) => said::NO_DOSSIERS,
                (Some(0), false) => said::NO_DOSSIERS_SO,
                _ => said::OPENING,
            };
            faint(hint).into()
        } else {
            List {
                rows,
                selected: self.pages.at().checked_sub(top),
                marked: Some(Box::new(|code| self.marked.contains(code))),
                now: context.session.now(),
                width: context.room.width - 2.0 * space::LARGE,
                on_press: Box::new(move |index| Message::Press(top + index)),
                on_wheel: Some(Box::new(Message::Move)),
            }
            .view()
        };
        let marked = if self.marked.is_empty() {
            row![faint(said::DOSSIERS_KEYS)]
        } else {
            let print = Message::Reason(said::REPRINT_USUAL.to_owned());
            row![
                faint(said::marked(self.marked.len())),
                fill(),
                act(Kind::Other, said::PRINT_MARKED, "Ctrl P", Some(print)),
            ]
            .align_y(Alignment::Center)
        };
        column![
            filter,
            plain_card(list).width(Length::Fill).height(Length::Fill).clip(true),
            marked.height(34),
        ]
        .spacing(space::MEDIUM)
        .into()
    }

    /// Why marked slips are printed again.
    pub(crate) fn dialog(&self) -> Option<Element<'_, Message>> {
        let reason = self.reason.as_ref()?;
        Some(super::reason_dialog(
            said::PRINT_MARKED,
            said::marked(self.marked.len()),
            (reason, None),
            REASON,
            Message::Reason,
            Some(Message::Print),
        ))
    }
}

/// What the filter starts with.
pub(crate) fn usual() -> DossierFilter {
    DossierFilter::default()
}
