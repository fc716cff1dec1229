//! A ground behind a content: a page, a card, a sheet of paper.

use iced::advanced::widget::Tree;
use iced::advanced::{Layout, Widget, renderer};
use iced::widget::container::{self, Container};
use iced::{Background, Color, Element, Length, Padding, Rectangle, Renderer, Theme, mouse};

use super::fill;
use super::pass_on::pass_on;

/// A container whose ground is painted in pieces.
pub(crate) struct Ground<'a, Message> {
    inside: Container<'a, Message>,
    style: fn(&Theme) -> container::Style,
}

impl<'a, Message> Ground<'a, Message> {
    /// A container of this style, which is a plain colour.
    pub(crate) fn new(
        content: impl Into<Element<'a, Message>>,
        style: fn(&Theme) -> container::Style,
    ) -> Self {
        Self { inside: Container::new(content), style }
    }

    pub(crate) fn padding(self, padding: impl Into<Padding>) -> Self {
        Self { inside: self.inside.padding(padding), ..self }
    }

    pub(crate) fn width(self, width: impl Into<Length>) -> Self {
        Self { inside: self.inside.width(width), ..self }
    }

    pub(crate) fn height(self, height: impl Into<Length>) -> Self {
        Self { inside: self.inside.height(height), ..self }
    }

    pub(crate) fn max_width(self, width: f32) -> Self {
        Self { inside: self.inside.max_width(width), ..self }
    }

    pub(crate) fn max_height(self, height: f32) -> Self {
        Self { inside: self.inside.max_height(height), ..self }
    }

    pub(crate) fn center_x(self, width: impl Into<Length>) -> Self {
        Self { inside: self.inside.center_x(width), ..self }
    }

    pub(crate) fn center_y(self, height: impl Into<Length>) -> Self {
        Self { inside: self.inside.center_y(height), ..self }
    }

    pub(crate) fn clip(self, clip: bool) -> Self {
        Self { inside: self.inside.clip(clip), ..self }
    }
}

impl<'a, Message: 'a> From<Ground<'a, Message>> for Element<'a, Message> {
    fn from(ground: Ground<'a, Message>) -> Self {
        Element::new(Painted { content: ground.inside.into(), style: ground.style })
    }
}

struct Painted<'a, Message> {
    content: Element<'a, Message>,
    style: fn(&Theme) -> container::Style,
}

impl<Message> Widget<Message, Theme, Renderer> for Painted<'_, Message> {
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
        let ground = (self.style)(theme);
        let color = match ground.background {
            Some(Background::Color(color)) => color,
            Some(Background::Gradient(_)) | None => Color::TRANSPARENT,
        };
        fill::area(renderer, layout.bounds(), viewport, color, ground.border);
        let text_color = ground.text_color.unwrap_or(style.text_color);
        let style = renderer::Style { text_color };
        let content = self.content.as_widget();
        content.draw(&tree.children[0], renderer, theme, &style, layout, cursor, viewport);
    }
}
