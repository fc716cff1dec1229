//! The window without a screen: the real program, its tasks run to their end, its widgets' memory
//! kept from one event to the next, its keys pressed by name.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use iced::advanced::renderer::Headless;
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::{clipboard, renderer};
use iced::futures::stream::BoxStream;
use iced::futures::task::noop_waker;
use iced::futures::{StreamExt, channel::mpsc, executor::block_on};
use iced::theme::Base;
use iced::{Event, Pixels, Renderer, Size, mouse, window};
use iced_test::futures::subscription;
use iced_test::renderer::graphics::text::font_system;
use iced_test::runtime::user_interface::{Cache, UserInterface};
use iced_test::runtime::{Action, task, window as frame};
use motcua::clock::FixedClock;
use motcua::counter::{AfterReceipt, Counter, WindowPlace};
use motcua::paths::Paths;
use motcua::ui::{App, FONT, Message, Start, font_files};

use super::survey::Survey;
use crate::support::now;

/// The usual screen of an office.
pub(super) const SCREEN: Size = Size::new(1366.0, 768.0);

/// After so long without an answer nothing more is waited for, unless somebody asks for it.
const SILENCE: Duration = Duration::from_millis(250);
/// Work of the window under way.
struct Running {
    stream: BoxStream<'static, Action<Message>>,
    /// It was silent for long: only whoever asks for its end waits for it.
    slow: bool,
}

/// The window.
pub(super) struct Sandbox {
    app: App,
    running: Vec<Running>,
    /// When Ctrl+Enter was pressed last.
    pub(super) confirmed: Option<Instant>,
    /// What the window listens to, and how it is told.
    listening: Vec<BoxStream<'static, Message>>,
    heard: Vec<mpsc::UnboundedSender<subscription::Event>>,
    cache: Cache,
    renderer: Renderer,
    /// The screen, in its own points.
    screen: Size,
    id: window::Id,
    began: Instant,
    /// Whether the window has closed.
    pub(super) closed: bool,
    /// Messages that do not arrive, by a part of their names.
    lost: Vec<&'static str>,
}

/// What a counter of the tests remembers: no viewer opens, nothing is printed.
pub(super) fn counter() -> Counter {
    Counter {
        counter: "Quầy số 1".to_owned(),
        after_receipt: AfterReceipt::Nothing,
        ..Counter::default()
    }
}

impl Sandbox {
    /// The window of the office in `folder`.
    pub(super) fn open(folder: &Path) -> Self {
        Self::with(folder, counter(), SCREEN)
    }

    /// The window of a counter with settings of its own, on a screen of `size`.
    pub(super) fn with(folder: &Path, counter: Counter, size: Size) -> Self {
        let paths = Paths::new(folder);
        let Size { width, height } = size;
        let place = WindowPlace { x: 0.0, y: 0.0, width, height, maximised: false };
        let counter = Counter { window: Some(place), ..counter };
        counter.save(&paths.counter_settings()).unwrap();
        let officer = Some("Cán bộ Mẫu".to_owned());
        let (app, task) = App::new(Start { paths, clock: Arc::new(FixedClock(now())), officer });
        let mut sandbox = Self {
            running: Vec::new(),
            confirmed: None,
            listening: Vec::new(),
            heard: Vec::new(),
            cache: Cache::new(),
            renderer: new_renderer(),
            screen: size,
            id: window::Id::unique(),
            began: Instant::now(),
            closed: false,
            // What a toast ends by, so that it is there to be read; printers differ by machine.
            lost: vec!["ToastOver(", "Printers("],
            app,
        };
        for recipe in subscription::into_recipes(sandbox.app.subscription()) {
            let (sender, receiver) = mpsc::unbounded();
            sandbox.heard.push(sender);
            sandbox.listening.push(recipe.stream(receiver.boxed()));
        }
        sandbox.run(task);
        sandbox.settle();
        sandbox.resize(size);
        sandbox
    }

    /// The screen as the window counts it: larger text leaves less of it.
    fn room(&self) -> Size {
        Size::new(self.screen.width / self.app.scale(), self.screen.height / self.app.scale())
    }

    fn run(&mut self, task: iced::Task<Message>) {
        let stream = task::into_stream(task);
        self.running.extend(stream.map(|stream| Running { stream, slow: false }));
    }

    /// Hands events to the window, all at once, and follows what they ask for.
    pub(super) fn feed(&mut self, events: &[Event]) {
        let mut messages = Vec::new();
        let cache = std::mem::take(&mut self.cache);
        let room = self.room();
        let mut ui = UserInterface::build(self.app.view(), room, cache, &mut self.renderer);
        let (_, statuses) = ui.update(
            events,
            mouse::Cursor::Unavailable,
            &mut self.renderer,
            &mut clipboard::Null,
            &mut messages,
        );
        self.cache = ui.into_cache();
        for (event, status) in events.iter().zip(statuses) {
            let (window, event) = (self.id, event.clone());
            for sender in &self.heard {
                let event = event.clone();
                let told = subscription::Event::Interaction { window, event, status };
                // Some listen to nothing but themselves.
                let _ = sender.unbounded_send(told);
            }
        }
        self.follow(messages);
    }

    fn follow(&mut self, messages: impl IntoIterator<Item = Message>) {
        for message in messages {
            let named = format!("{message:?}");
            if !self.lost.iter().any(|lost| named.contains(lost)) {
                let task = self.app.update(message);
                self.run(task);
            }
        }
    }

    /// Takes what the work under way has to say; answers whether it said anything.
    pub(super) fn turn(&mut self) -> bool {
        let waker = noop_waker();
        let mut context = std::task::Context::from_waker(&waker);
        let mut moved = false;
        let mut heard = Vec::new();
        for stream in &mut self.listening {
            while let std::task::Poll::Ready(Some(message)) = stream.poll_next_unpin(&mut context) {
                heard.push(message);
            }
        }
        moved |= !heard.is_empty();
        self.follow(heard);
        for mut work in std::mem::take(&mut self.running) {
            loop {
                match work.stream.poll_next_unpin(&mut context) {
                    std::task::Poll::Ready(Some(action)) => self.act(action),
                    std::task::Poll::Ready(None) => break,
                    std::task::Poll::Pending => {
                        self.running.push(work);
                        break;
                    }
                }
                moved = true;
            }
        }
        moved
    }

    fn act(&mut self, action: Action<Message>) {
        match action {
            Action::Output(message) => self.follow([message]),
            Action::Widget(operation) => self.operate(operation),
            Action::Window(frame::Action::Close(_)) | Action::Exit => self.closed = true,
            Action::Window(frame::Action::GetLatest(answer)) => drop(answer.send(Some(self.id))),
            Action::Window(frame::Action::GetMaximized(_, answer)) => drop(answer.send(false)),
            _ => {}
        }
    }

    fn operate(&mut self, operation: Box<dyn Operation>) {
        let cache = std::mem::take(&mut self.cache);
        let room = self.room();
        let mut ui = UserInterface::build(self.app.view(), room, cache, &mut self.renderer);
        let mut next = Some(operation);
        while let Some(mut operation) = next.take() {
            ui.operate(&self.renderer, operation.as_mut());
            if let Outcome::Chain(chained) = operation.finish() {
                next = Some(chained);
            }
        }
        self.cache = ui.into_cache();
    }

    /// Waits until the work under way is done, or silent for long.
    pub(super) fn settle(&mut self) {
        let mut heard = Instant::now();
        while self.running.iter().any(|work| !work.slow) {
            if self.turn() {
                heard = Instant::now();
            } else if heard.elapsed() > SILENCE {
                self.running.iter_mut().for_each(|work| work.slow = true);
            } else {
                thread::sleep(Duration::from_millis(1));
            }
        }
        let _ = self.turn();
    }

    /// Draws the window to another size.
    pub(super) fn resize(&mut self, size: Size) {
        self.screen = size;
        self.feed(&[Event::Window(window::Event::Resized(self.room()))]);
        self.settle();
    }

    /// What stands on the screen now.
    pub(super) fn survey(&mut self) -> Survey {
        let mut survey = Survey::default();
        let cache = std::mem::take(&mut self.cache);
        let room = self.room();
        let mut ui = UserInterface::build(self.app.view(), room, cache, &mut self.renderer);
        ui.operate(&self.renderer, &mut survey);
        self.cache = ui.into_cache();
        survey
    }

    /// The size of text, as the window asks for it.
    pub(super) fn scale(&self) -> f32 {
        self.app.scale()
    }

    /// A picture of the window: its size and its pixels, red, green, blue and opacity.
    pub(super) fn picture(&mut self) -> (Size<u32>, Vec<u8>) {
        let scale = self.app.scale();
        let theme = self.app.theme();
        let base = theme.base();
        let cache = std::mem::take(&mut self.cache);
        let room = self.room();
        let mut ui = UserInterface::build(self.app.view(), room, cache, &mut self.renderer);
        // Drawn as in the moment the window opened: the text cursor does not blink.
        let redraw = Event::Window(window::Event::RedrawRequested(self.began));
        let away = mouse::Cursor::Unavailable;
        let (renderer, none) = (&mut self.renderer, &mut Vec::new());
        let _ = ui.update(&[redraw], away, renderer, &mut clipboard::Null, none);
        let style = renderer::Style { text_color: base.text_color };
        ui.draw(&mut self.renderer, &theme, &style, away);
        self.cache = ui.into_cache();
        let pixels = |length: f32| format!("{length:.0}").parse().unwrap();
        let size = Size::new(pixels(self.screen.width), pixels(self.screen.height));
        (size, self.renderer.screenshot(size, scale, base.background_color))
    }
}

/// A renderer that knows no fonts but the window's own: what it cannot show shows nowhere.
fn new_renderer() -> Renderer {
    static FONTS: OnceLock<()> = OnceLock::new();
    let () = *FONTS.get_or_init(|| {
        let mut system = font_system().write().unwrap();
        let db = system.raw().db_mut();
        let icons = |name: &str| name.to_lowercase().contains("icons");
        let foreign: Vec<_> = db
            .faces()
            .filter(|face| !face.families.iter().any(|(name, _)| icons(name)))
            .map(|face| face.id)
            .collect();
        foreign.into_iter().for_each(|id| db.remove_face(id));
        font_files().into_iter().for_each(|file| system.load_font(file));
    });
    let size = Pixels(14.0);
    block_on(<Renderer as Headless>::new(FONT, size, None)).unwrap()
}
