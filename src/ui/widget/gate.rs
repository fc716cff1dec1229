//! The gate around the whole window: every key passes here first, so that shortcuts and scanners
//! work wherever the cursor is.

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, overlay, renderer};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme, Vector, mouse};

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
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Scanner>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Scanner::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        self.content.as_widget_mut().layout(&mut tree.children[0], renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        self.content.as_widget_mut().operate(&mut tree.children[0], layout, renderer, operation);
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

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let content = self.content.as_widget();
        content.mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer)
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let content = self.content.as_widget();
        content.draw(&tree.children[0], renderer, theme, style, layout, cursor, viewport);
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let content = self.content.as_widget_mut();
        content.overlay(&mut tree.children[0], layout, renderer, viewport, translation)
    }
}

impl<'a, Message: Clone + 'a> From<Gate<'a, Message>> for Element<'a, Message> {
    fn from(gate: Gate<'a, Message>) -> Self {
        Element::new(gate)
    }
}
