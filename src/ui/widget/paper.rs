//! A printed form on the screen: the very `Sheet` that becomes the PDF, drawn smaller.

use iced::widget::canvas::{self, Cache, Canvas, Geometry};
use iced::widget::text::LineHeight;
use iced::widget::{column, container};
use iced::{Color, Element, Length, Pixels, Point, Rectangle, Renderer, Size, Theme, mouse};

use crate::forms::font::{ASCENT, DESCENT, millimetres};
use crate::forms::sheet::{Item, Page, Rect, Sheet, Text};
use crate::ui::font;
use crate::ui::theme::{self, space};

/// The pages of a form, each drawn again only when it changes.
#[derive(Debug, Default)]
pub(crate) struct Paper {
    pages: Vec<Drawn>,
    size: Option<(f32, f32)>,
}

/// A page and its drawing.
#[derive(Debug, Default)]
struct Drawn {
    page: Page,
    cache: Cache,
}

impl Paper {
    /// Shows `sheet`; unchanged pages are not drawn anew.
    pub(crate) fn show(&mut self, sheet: &Sheet) {
        self.size = Some((sheet.size.width, sheet.size.height));
        self.pages.resize_with(sheet.pages.len(), Drawn::default);
        for (drawn, page) in self.pages.iter_mut().zip(&sheet.pages) {
            if drawn.page != *page {
                drawn.page.clone_from(page);
                drawn.cache.clear();
            }
        }
    }

    /// How many pages the form has.
    pub(crate) fn pages(&self) -> usize {
        self.pages.len()
    }

    /// The pages one below the other, each `width` logical pixels wide.
    pub(crate) fn view<'a, Message: 'a>(&'a self, width: f32) -> Element<'a, Message> {
        let (across, down) = self.size.unwrap_or((148.0, 210.0));
        let height = width * down / across;
        let pages = self.pages.iter().map(|drawn| {
            let drawing = Canvas::new(Drawing { drawn, across })
                .width(Length::Fixed(width - 2.0))
                .height(Length::Fixed(height - 2.0));
            container(drawing).padding(1).style(theme::paper).into()
        });
        column(pages).spacing(space::MEDIUM).into()
    }
}

struct Drawing<'a> {
    drawn: &'a Drawn,
    across: f32,
}

impl<Message> canvas::Program<Message> for Drawing<'_> {
    type State = ();

    fn draw(
        &self,
        _state: &(),
        renderer: &Renderer,
        _theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let scale = bounds.width / self.across;
        let geometry = self.drawn.cache.draw(renderer, bounds.size(), |frame| {
            for item in &self.drawn.page.items {
                match item {
                    Item::Text(text) => frame.fill_text(drawn(text, scale)),
                    Item::Rule(rule) => fill(frame, rule.area(), scale),
                    Item::Symbol(symbol) => {
                        symbol.bars.iter().for_each(|bar| fill(frame, *bar, scale));
                    }
                }
            }
        });
        vec![geometry]
    }
}

/// A piece of text at its place; on the screen a line begins at its top, in print at its baseline.
fn drawn(text: &Text, scale: f32) -> canvas::Text {
    let em = millimetres(text.size);
    canvas::Text {
        content: text.string.clone(),
        position: Point::new(text.x * scale, (text.y - ASCENT * em) * scale),
        color: Color::BLACK,
        size: Pixels(em * scale),
        line_height: LineHeight::Relative(ASCENT + DESCENT),
        font: font::of_paper(text.face),
        ..canvas::Text::default()
    }
}

/// A hairline keeps at least half a pixel, or it would vanish.
fn fill(frame: &mut canvas::Frame, rect: Rect, scale: f32) {
    let least = |length: f32| (length * scale).max(0.5);
    let at = Point::new(rect.x * scale, rect.y * scale);
    frame.fill_rectangle(at, Size::new(least(rect.width), least(rect.height)), Color::BLACK);
}
