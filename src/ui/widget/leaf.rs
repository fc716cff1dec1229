//! A leaf of its own for what changes by itself: a text field with its blinking cursor.
//!
//! The renderer compares what was drawn one by one, in order: a cursor that comes or goes would
//! make it paint again all that follows on the same leaf.

use iced::advanced::widget::Tree;
use iced::advanced::{Layout, Renderer as _, Widget, renderer};
use iced::{Element, Rectangle, Renderer, Theme, mouse};

use super::pass_on::pass_on;

/// A content that is drawn on a leaf of its own.
pub(crate) struct Leaf<'a, Message> {
    content: Element<'a, Message>,
}

impl<'a, Message> Leaf<'a, Message> {
    pub(crate) fn new(content: impl Into<Element<'a, Message>>) -> Self {
        Self { content: content.into() }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Leaf<'_, Message> {
    pass_on!(tree, layout, operate, update, mouse_interaction, overlay);

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
        // A little more than the content: an edge between two pixels colours both.
        let Some(seen) = layout.bounds().expand(1.0).intersection(viewport) else { return };
        renderer.with_layer(seen, |renderer| {
            let content = self.content.as_widget();
            content.draw(&tree.children[0], renderer, theme, style, layout, cursor, viewport);
        });
    }
}

impl<'a, Message: 'a> From<Leaf<'a, Message>> for Element<'a, Message> {
    fn from(leaf: Leaf<'a, Message>) -> Self {
        Element::new(leaf)
    }
}
