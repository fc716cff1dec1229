//! A leaf of its own for what changes by itself: a text field with its blinking cursor.
//!
//! The renderer compares what was drawn one by one, in order: a cursor that comes or goes would
//! make it paint again all that follows on the same leaf. And a leaf whose edges moved it paints once,
//! as a whole, instead of the many small places where something changed on it.

use iced::advanced::widget::Tree;
use iced::advanced::{Layout, Renderer as _, Widget, renderer};
use iced::{Element, Rectangle, Renderer, Theme, mouse};

use super::pass_on::pass_on;

/// A content that is drawn on a leaf of its own.
pub(crate) struct Leaf<'a, Message> {
    content: Element<'a, Message>,
    more: f32,
}

impl<'a, Message> Leaf<'a, Message> {
    pub(crate) fn new(content: impl Into<Element<'a, Message>>) -> Self {
        Self { content: content.into(), more: 0.0 }
    }

    /// A leaf that shows `page`: another page is painted as a whole. Its lower edge moves by less
    /// than a pixel. Two pages that happen to move it alike are only painted more slowly.
    pub(crate) fn turned_to(self, page: i64) -> Self {
        let step = u8::try_from(page.rem_euclid(61)).unwrap_or_default();
        Self { more: f32::from(step) / 512.0, ..self }
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
        let Some(mut seen) = layout.bounds().expand(1.0).intersection(viewport) else { return };
        seen.height += self.more;
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
