//! The window at work: the open office, its screens, and what lies on top of them.

mod deliver;
mod hear;

use std::path::PathBuf;
use std::time::Duration;

use chrono::NaiveDate;
use iced::{Element, Size, Task};

use super::Scene;
use crate::counter::Counter;
use crate::domain::office::Office;
use crate::ui::finder::{self, Finder};
use crate::ui::opening::Opened;
use crate::ui::place::Place;
use crate::ui::screen::Context;
use crate::ui::screen::calendar::{self, Calendar};
use crate::ui::screen::dossier::{self, Dossier};
use crate::ui::screen::dossiers::{self, Dossiers};
use crate::ui::screen::give_back::{self, GiveBack};
use crate::ui::screen::moves::{self, Moves};
use crate::ui::screen::receive::{self, Receive};
use crate::ui::screen::settings::{self, Settings};
use crate::ui::screen::today::{self, Today};
use crate::ui::session::{Answer, Session};
use crate::ui::shell::{self, Frame};
use crate::ui::text;

/// The window at work.
#[derive(Debug)]
pub(in crate::ui) struct Desk {
    session: Session,
    office: Office,
    place: Place,
    /// A dossier shown over the place.
    shown: Option<Dossier>,
    /// Dossiers that were left with something typed into their dialogs.
    unfinished: Vec<Dossier>,
    today: Today,
    receive: Receive,
    dossiers: Dossiers,
    give_back: GiveBack,
    moves: Moves,
    calendar: Calendar,
    settings: Settings,
    finder: Option<Finder>,
    backup: String,
    waiting: usize,
    /// The day the rules were read for.
    day: NaiveDate,
    /// When Ctrl+Enter was last pressed, by the clock that only runs forward.
    confirmed: Option<Duration>,
}

/// What happens at work.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Go(Place),
    Find,
    Finder(finder::Message),
    Today(today::Message),
    Receive(receive::Message),
    Dossiers(dossiers::Message),
    Dossier(dossier::Message),
    GiveBack(give_back::Message),
    Moves(moves::Message),
    Calendar(calendar::Message),
    Settings(settings::Message),
    Office(Answer<Office>),
    BackedUp(Answer<crate::store::BackupReport>),
    Delivered(Answer<String>, usize),
    /// The search indexes were put in order.
    Tidied,
}

impl Message {
    /// Whether most of the screen will look different.
    pub(super) fn brings_much(&self) -> bool {
        match self {
            Self::Finder(message) => matches!(message, finder::Message::Found(..)),
            Self::Today(message) => matches!(message, today::Message::Loaded(_)),
            Self::Dossier(message) => matches!(message, dossier::Message::Loaded(..)),
            Self::GiveBack(message) => {
                matches!(message, give_back::Message::Found(..) | give_back::Message::Chosen(_))
            }
            Self::Receive(message) => message.brings_much(),
            Self::Moves(message) => message.brings_much(),
            Self::Calendar(message) => message.brings_much(),
            _ => false,
        }
    }
}

impl Desk {
    pub(super) fn new(opened: Opened, counter: &Counter, window: Size) -> (Self, Task<Message>) {
        let Opened { session, office, backup } = opened;
        let desk = Self {
            place: Place::Today,
            shown: None,
            unfinished: Vec::new(),
            today: Today::new(),
            receive: Receive::new(),
            dossiers: Dossiers::new(),
            give_back: GiveBack::new(),
            moves: Moves::new(counter),
            calendar: Calendar::new(session.now().date()),
            settings: Settings::new(counter),
            finder: None,
            backup: text::last_backup(backup),
            waiting: session.queue().jobs().len(),
            day: session.now().date(),
            confirmed: None,
            session,
            office,
        };
        let session = desk.session.clone();
        let context = desk.context(&session, counter, window);
        let start = Task::batch([
            desk.receive.start(&context).map(Message::Receive),
            desk.today.load(&context).map(Message::Today),
            desk.give_back.load(&context).map(Message::GiveBack),
        ]);
        (desk, start)
    }

    fn context<'a>(&self, session: &'a Session, counter: &'a Counter, window: Size) -> Context<'a> {
        Context { session, counter, room: shell::room(window, self.office.practice) }
    }

    pub(super) fn agency(&self) -> &str {
        &self.office.agency_name
    }

    pub(super) fn practice(&self) -> bool {
        self.office.practice
    }

    pub(super) fn session(&self) -> &Session {
        &self.session
    }

    pub(super) fn backup_folder(&self, counter: &Counter) -> PathBuf {
        counter.backup_folder.clone().unwrap_or_else(|| self.session.paths().backups())
    }

    /// Keeps every half-filled form.
    pub(super) fn keep_drafts(&mut self, counter: &Counter, window: Size) {
        let session = self.session.clone();
        let context = self.context(&session, counter, window);
        self.receive.keep_now(&context);
    }

    /// The screen in its frame, and what is open on top.
    pub(super) fn layers<'a>(
        &'a self,
        counter: &'a Counter,
        window: Size,
    ) -> (Element<'a, Message>, Option<Element<'a, Message>>) {
        let context = self.context(&self.session, counter, window);
        let now = self.session.now();
        let (screen, title) = match (&self.shown, self.place) {
            (Some(dossier), _) => (dossier.view(&context).map(Message::Dossier), dossier.title()),
            (None, Place::Today) => {
                (self.today.view(&context).map(Message::Today), text::today(now.date()))
            }
            (None, Place::Receive) => {
                (self.receive.view(&context).map(Message::Receive), text::RECEIVE_TITLE.to_owned())
            }
            (None, Place::Dossiers) => {
                (self.dossiers.view(&context).map(Message::Dossiers), self.dossiers.title())
            }
            (None, Place::GiveBack) => (
                self.give_back.view(&context).map(Message::GiveBack),
                text::place(Place::GiveBack).to_owned(),
            ),
            (None, Place::Moves) => {
                (self.moves.view(&context).map(Message::Moves), self.moves.title())
            }
            (None, Place::Calendar) => {
                (self.calendar.view(&context).map(Message::Calendar), self.calendar.title())
            }
            (None, Place::Settings) => (
                self.settings.view(&context).map(Message::Settings),
                self.settings.title().to_owned(),
            ),
        };
        let frame = Frame {
            agency: &self.office.agency_name,
            practice: self.office.practice,
            counter,
            backup: &self.backup,
            waiting: self.waiting,
            ready: self.give_back.ready(),
            place: self.place,
            title,
            width: window.width,
        };
        let base = frame.around(screen, Message::Go, Message::Find);
        (base, self.dialog(window.height))
    }

    /// What is open on top, in a window of `height`.
    fn dialog(&self, height: f32) -> Option<Element<'_, Message>> {
        match (&self.finder, &self.shown) {
            (Some(finder), _) => Some(finder.view().map(Message::Finder)),
            (None, Some(dossier)) => {
                dossier.dialog(height).map(|dialog| dialog.map(Message::Dossier))
            }
            (None, None) => match self.place {
                Place::Dossiers => {
                    self.dossiers.dialog().map(|dialog| dialog.map(Message::Dossiers))
                }
                Place::Receive => {
                    self.receive.dialog(height).map(|dialog| dialog.map(Message::Receive))
                }
                Place::Moves => self.moves.dialog().map(|dialog| dialog.map(Message::Moves)),
                Place::Calendar => {
                    self.calendar.dialog().map(|dialog| dialog.map(Message::Calendar))
                }
                Place::Today | Place::GiveBack | Place::Settings => None,
            },
        }
    }

    /// What is in front.
    pub(super) fn scene(&self) -> Scene {
        Scene {
            place: Some(self.place),
            dossier: self.shown.is_some(),
            dialog: self.dialog(0.0).is_some(),
            searching: self.finder.is_some(),
        }
    }
}
