//! A place the keyboard can stand on that is no text field: choices, lists, check marks, buttons.

use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, renderer};
use iced::{Element, Event, Rectangle, Renderer, Theme, mouse};

use super::fill;
use super::pass_on::pass_on;
use crate::ui::key::Press;
use crate::ui::scan::is_scanning;
use crate::ui::theme;

/// Whether the keyboard stands here.
#[derive(Debug, Default)]
struct Focus(bool);

impl Focusable for Focus {
    fn is_focused(&self) -> bool {
        self.0
    }

    fn focus(&mut self) {
        self.0 = true;
    }

    fn unfocus(&mut self) {
        self.0 = false;
    }
}

/// What turns a key into a message; `None` lets the key pass.
type OnKey<'a, Message> = Box<dyn Fn(&Press) -> Option<Message> + 'a>;

/// A content that takes the keyboard and shows it by a ring.
pub(crate) struct Hot<'a, Message> {
    id: Id,
    content: Element<'a, Message>,
    on_key: OnKey<'a, Message>,
}

impl<'a, Message> Hot<'a, Message> {
    /// Makes `content` reachable by Tab; its keys go to `on_key`.
    pub(crate) fn new(
        id: impl Into<Id>,
        content: impl Into<Element<'a, Message>>,
        on_key: impl Fn(&Press) -> Option<Message> + 'a,
    ) -> Self {
        Self { id: id.into(), content: content.into(), on_key: Box::new(on_key) }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Hot<'_, Message> {
    pass_on!(tree, layout, mouse_interaction, overlay);

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Focus>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Focus::default())
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let focus = tree.state.downcast_mut::<Focus>();
        operation.focusable(Some(&self.id), layout.bounds(), focus);
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
        let focus = tree.state.downcast_mut::<Focus>();
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                let inside = cursor.is_over(layout.bounds());
                if focus.0 != inside {
                    focus.0 = inside;
                    shell.request_redraw();
                }
            }
            // A scanner's keys press no button.
            Event::Keyboard(key) if focus.0 && !shell.is_event_captured() && !is_scanning() => {
                let press = Press::of(key);
                if let Some(message) = press.and_then(|press| (self.on_key)(&press)) {
                    shell.publish(message);
                    shell.capture_event();
                }
            }
            _ => {}
        }
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
        if tree.state.downcast_ref::<Focus>().0 {
            fill::ring(renderer, layout.bounds(), theme::focus_ring(theme));
        }
    }
}

impl<'a, Message: 'a> From<Hot<'a, Message>> for Element<'a, Message> {
    fn from(hot: Hot<'a, Message>) -> Self {
        Element::new(hot)
    }
}
