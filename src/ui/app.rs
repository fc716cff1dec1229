//! The window as a whole: which stage it is in, and where every message goes.

mod desk;
mod stage;
mod window;

pub(in crate::ui) use window::settings as frame_settings;

use std::sync::Arc;

use iced::theme::Style;
use iced::widget::stack;
use iced::{Element, Length, Size, Subscription, Task, Theme, window as frame};

use self::desk::Desk;
use super::key::Press;
use super::opening::{self, Opened};
use super::place::Place;
use super::screen::trouble::{self, Trouble};
use super::screen::wizard::{self, Wizard};
use super::session::Answer;
use super::shell::sidebar_width;
use super::theme;
use super::toast::Toasts;
use super::widget::gate::Gate;
use super::widget::ground::Ground;
use super::widget::inert::Inert;
use crate::clock::Clock;
use crate::counter::{self, Counter};
use crate::paths::Paths;
use crate::store::StoreError;

/// What the window is started with.
#[derive(Clone)]
pub struct Start {
    /// The office's folder.
    pub paths: Paths,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The officer, when named on the command line.
    pub officer: Option<String>,
}

impl std::fmt::Debug for Start {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Start").field("paths", &self.paths).finish_non_exhaustive()
    }
}

/// The program's window.
#[derive(Debug)]
pub struct App {
    start: Start,
    counter: Counter,
    stage: Stage,
    toasts: Toasts,
    window: Size,
    maximised: bool,
    /// Whose counter this is when no officer is named on the command line.
    own_officer: String,
    /// Whether the window is closing: the book is being backed up.
    closing: bool,
    /// Whether the new office prints a test page first.
    test_page: bool,
    /// Whether the window lies on its second leaf.
    leaf: bool,
}

/// How far the program has come.
#[derive(Debug)]
enum Stage {
    /// The book is being opened.
    Opening,
    /// There is no office yet.
    Wizard(Box<Wizard>),
    /// The book cannot be opened.
    Trouble(Box<Trouble>),
    /// At work.
    Desk(Box<Desk>),
}

/// What is in front: when it changes, so does most of what is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Scene {
    place: Option<Place>,
    dossier: bool,
    dialog: bool,
    searching: bool,
}

/// What happens to the window; what it is concerns this room alone.
#[derive(Debug, Clone)]
pub struct Message(Inner);

/// What happens to the window.
#[derive(Debug, Clone)]
pub(crate) enum Inner {
    Opened(Result<Box<Opened>, StoreError>),
    /// A key with a meaning everywhere.
    Claimed(Press),
    /// A key that no widget wanted.
    Loose(Press),
    /// A character that may begin a scan.
    First,
    Scan(String),
    ToastOver(u64),
    Resized(Size),
    Moved(iced::Point),
    Maximised(bool),
    Close(frame::Id),
    Closed(frame::Id, Answer<()>),
    Minute,
    Desk(Box<desk::Message>),
    Wizard(wizard::Message),
    Trouble(trouble::Message),
}

impl Inner {
    fn desk(message: desk::Message) -> Self {
        Self::Desk(Box::new(message))
    }

    /// Whether most of the screen will look different.
    fn brings_much(&self) -> bool {
        match self {
            Self::Opened(_) => true,
            Self::Desk(message) => message.brings_much(),
            _ => false,
        }
    }
}

impl From<Inner> for Message {
    fn from(inner: Inner) -> Self {
        Self(inner)
    }
}

impl App {
    /// The window before its book is open, and the work that opens it.
    pub fn new(start: Start) -> (Self, Task<Message>) {
        let (counter, own_officer) = remembered(&start);
        let window = window::size_of(&counter);
        let paths = start.paths.clone();
        let clock = Arc::clone(&start.clock);
        let open = opening::open(paths, counter.backup_folder.clone(), clock);
        let app = Self {
            start,
            counter,
            stage: Stage::Opening,
            toasts: Toasts::default(),
            window,
            maximised: false,
            own_officer,
            closing: false,
            test_page: false,
            leaf: false,
        };
        (app, open.map(|opened| Inner::Opened(opened.map(Box::new)).into()))
    }

    /// Reads again what this counter's computer remembers.
    fn load_counter(&mut self) {
        (self.counter, self.own_officer) = remembered(&self.start);
    }

    /// Follows a message.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        let (much, before) = (message.0.brings_much(), self.scene());
        let task = self.follow(message.0).map(Message::from);
        self.leaf ^= much || self.scene() != before;
        task
    }

    /// What the window shows now.
    #[must_use]
    pub fn view(&self) -> Element<'_, Message> {
        let (base, dialog) = self.layers();
        // The search is used letter by letter: what lies under it would be painted each time.
        let searching = self.scene().searching;
        let over = dialog.is_some();
        let base = Inert::new(base, over, searching);
        let mut layers = stack![base].width(Length::Fill).height(Length::Fill);
        if let Some(dialog) = dialog {
            let veil = if searching { theme::curtain } else { theme::veil };
            let veil = Ground::new(dialog, veil)
                .padding([60.0, 20.0])
                .center_x(Length::Fill)
                .height(Length::Fill);
            layers = layers.push(iced::widget::opaque(veil));
        }
        let left = match self.stage {
            Stage::Desk(_) => sidebar_width(self.window.width),
            Stage::Opening | Stage::Wizard(_) | Stage::Trouble(_) => 0.0,
        };
        if let Some(toasts) = self.toasts.view(left, over, Inner::ToastOver) {
            layers = layers.push(toasts);
        }
        let gate = Gate::new(layers, Inner::First, Inner::Scan, window::claimed, window::loose);
        Element::from(gate).map(Message::from)
    }

    fn scene(&self) -> Scene {
        match &self.stage {
            Stage::Desk(desk) => desk.scene(),
            Stage::Opening | Stage::Wizard(_) | Stage::Trouble(_) => Scene::default(),
        }
    }

    /// The title bar.
    #[must_use]
    pub fn title(&self) -> String {
        match &self.stage {
            Stage::Desk(desk) => super::text::window_title(desk.agency(), desk.practice()),
            _ => super::text::PROGRAM.to_owned(),
        }
    }

    /// The colours.
    #[must_use]
    pub fn theme(&self) -> Theme {
        match self.counter.theme {
            counter::Theme::Light => theme::light(),
            counter::Theme::Dark => theme::dark(),
        }
    }

    /// The ground of the window.
    #[must_use]
    pub fn style(&self, theme: &Theme) -> Style {
        theme::base(theme, self.leaf)
    }

    /// How large everything is shown.
    #[must_use]
    pub fn scale(&self) -> f32 {
        f32::from(self.counter.text_percent) / 100.0
    }

    /// What the window listens to.
    pub fn subscription(&self) -> Subscription<Message> {
        window::subscription().map(Message::from)
    }
}

/// What this counter's computer remembers, and whose counter it is when no officer is named on the
/// command line.
fn remembered(start: &Start) -> (Counter, String) {
    let mut counter = Counter::load(&start.paths.counter_settings());
    let own_officer = counter.officer.clone();
    if let Some(officer) = &start.officer {
        counter.officer.clone_from(officer);
    }
    (counter, own_officer)
}
