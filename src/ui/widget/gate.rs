//! The gate around the whole window: every key passes here first, so that shortcuts and scanners
//! work wherever the cursor is.

use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key};
use iced::{Element, Event, Rectangle, Renderer, Theme, mouse};

use super::pass_on::pass_on;
use crate::clock;
use crate::ui::key::Press;
use crate::ui::scan::{Heard, Scanner, is_scanning};

/// What the gate tells about.
pub(crate) struct Gate<'a, Message> {
    content: Element<'a, Message>,
    on_first: Message,
    on_scan: fn(String) -> Message,
    before: fn(&Press) -> Option<Message>,
    after: fn(&Press) -> Option<Message>,
}

impl<'a, Message> Gate<'a, Message> {
    /// Puts a gate around `content`. `on_first` is told before a character that may begin a scan,
    /// `on_scan` with a whole scan; `before` claims a key before any widget sees it, `after` one
    /// that no widget wanted.
    pub(crate) fn new(
        content: impl Into<Element<'a, Message>>,
        on_first: Message,
        on_scan: fn(String) -> Message,
        before: fn(&Press) -> Option<Message>,
        after: fn(&Press) -> Option<Message>,
    ) -> Self {
        Self { content: content.into(), on_first, on_scan, before, after }
    }

    /// Listens to a key; answers whether it must go no further.
    fn claims(
        &self,
        event: &keyboard::Event,
        scanner: &mut Scanner,
        shell: &mut Shell<'_, Message>,
    ) -> bool
    where
        Message: Clone,
    {
        let keyboard::Event::KeyPressed { key, text, .. } = event else { return false };
        let heard = match (key, text) {
            (Key::Named(Named::Enter), _) => scanner.enter(clock::elapsed()),
            (_, Some(text)) if !text.chars().any(char::is_control) => {
                scanner.hear(text, clock::elapsed())
            }
            _ => {
                Scanner::hear_no_text();
                Heard::Nothing
            }
        };
        match heard {
            Heard::Scan(text) => {
                shell.publish((self.on_scan)(text));
                return true;
            }
            Heard::First => shell.publish(self.on_first.clone()),
            Heard::Nothing => {}
        }
        match Press::of(event).as_ref().and_then(self.before) {
            Some(message) => {
                shell.publish(message);
                true
            }
            None => false,
        }
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Gate<'_, Message> {
    pass_on!(tree, layout, operate, mouse_interaction, draw, overlay);

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Scanner>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Scanner::default())
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        if let Event::Keyboard(key) = event
            && self.claims(key, tree.state.downcast_mut(), shell)
        {
            shell.capture_event();
            return;
        }
        self.content.as_widget_mut().update(
            &mut tree.children[0],
            event,
            layout,
            cursor,
            renderer,
            clipboard,
            shell,
            viewport,
        );
        if let Event::Keyboard(key) = event
            && !shell.is_event_captured()
            && !is_scanning()
            && let Some(message) = Press::of(key).as_ref().and_then(self.after)
        {
            shell.publish(message);
            shell.capture_event();
        }
    }
}

impl<'a, Message: Clone + 'a> From<Gate<'a, Message>> for Element<'a, Message> {
    fn from(gate: Gate<'a, Message>) -> Self {
        Element::new(gate)
    }
}
