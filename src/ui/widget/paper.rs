//! A printed form on the screen: the very `Sheet` that becomes the PDF, drawn smaller.

use iced::advanced::layout::{self, Layout};
use iced::advanced::text::Paragraph as _;
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Renderer as _, Text as Words, Widget, renderer, text::Renderer as _};
use iced::widget::column;
use iced::widget::text::{Alignment, LineHeight, Shaping, Wrapping};
use iced::{
    Color, Element, Length, Pixels, Point, Rectangle, Renderer, Size, Theme, Vector, alignment,
    mouse,
};

use super::ground::Ground;
use crate::forms::font::{ASCENT, DESCENT, millimetres};
use crate::forms::sheet::{Item, Page, Rect, Sheet, Text};
use crate::ui::font;
use crate::ui::theme::{self, space};

/// The pages of a form.
#[derive(Debug, Default)]
pub(crate) struct Paper {
    pages: Vec<Page>,
    size: Option<(f32, f32)>,
}

impl Paper {
    /// Shows `sheet`.
    pub(crate) fn show(&mut self, sheet: Sheet) {
        self.size = Some((sheet.size.width, sheet.size.height));
        self.pages = sheet.pages;
    }

    /// How many pages the form has.
    pub(crate) fn pages(&self) -> usize {
        self.pages.len()
    }

    /// The pages one below the other, each `width` logical pixels wide.
    pub(crate) fn view<'a, Message: 'a>(&'a self, width: f32) -> Element<'a, Message> {
        let (across, down) = self.size.unwrap_or((148.0, 210.0));
        let height = width * down / across;
        let pages = self.pages.iter().map(|page| {
            let size = Size::new(width - 2.0, height - 2.0);
            let drawing = Element::new(Drawing { page, size, scale: size.width / across });
            Ground::new(drawing, theme::paper).padding(1).into()
        });
        column(pages).spacing(space::MEDIUM).into()
    }
}

/// One page; `scale` is logical pixels per millimetre.
struct Drawing<'a> {
    page: &'a Page,
    size: Size,
    scale: f32,
}

/// The height of a line in ems. All marks above and below the letters lie in it: what reached out
/// would be left behind when a text changes.
const LINE: f32 = 1.6;

type Paragraph = <Renderer as iced::advanced::text::Renderer>::Paragraph;

/// The texts of a page as they were last set: only those that change are set, and painted, anew.
#[derive(Default)]
struct Set {
    texts: Vec<(Text, Paragraph)>,
    scale: f32,
}

impl Set {
    fn follow(&mut self, page: &Page, scale: f32) {
        if self.scale != scale {
            self.texts.clear();
            self.scale = scale;
        }
        let mut at = 0;
        for item in &page.items {
            let Item::Text(text) = item else { continue };
            match self.texts.get_mut(at) {
                Some((old, _)) if old == text => {}
                Some(old) => *old = (text.clone(), set(text, scale)),
                None => self.texts.push((text.clone(), set(text, scale))),
            }
            at += 1;
        }
        self.texts.truncate(at);
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Drawing<'_> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Set>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Set::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fixed(self.size.width), Length::Fixed(self.size.height))
    }

    fn layout(&mut self, tree: &mut Tree, _: &Renderer, _: &layout::Limits) -> layout::Node {
        tree.state.downcast_mut::<Set>().follow(self.page, self.scale);
        layout::Node::new(self.size)
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let origin = Vector::new(bounds.x, bounds.y);
        let Some(seen) = bounds.intersection(viewport) else { return };
        let mut fill = |bounds: Rectangle| {
            let quad = renderer::Quad { bounds, ..renderer::Quad::default() };
            renderer.fill_quad(quad, Color::BLACK);
        };
        for item in &self.page.items {
            match item {
                Item::Text(_) => {}
                Item::Rule(rule) => fill(whole(scaled(rule.area(), self.scale) + origin)),
                Item::Symbol(symbol) => {
                    symbol.bars.iter().for_each(|bar| fill(scaled(*bar, self.scale) + origin));
                }
            }
        }
        for (text, paragraph) in &tree.state.downcast_ref::<Set>().texts {
            let at = top_left(text, self.scale) + origin;
            renderer.fill_paragraph(paragraph, at, Color::BLACK, seen);
        }
    }
}

/// Sets a text in type.
fn set(text: &Text, scale: f32) -> Paragraph {
    Paragraph::with_text(Words {
        content: &text.string,
        bounds: Size::INFINITE,
        size: Pixels(millimetres(text.size) * scale),
        line_height: LineHeight::Relative(LINE),
        font: font::of_paper(text.face),
        align_x: Alignment::Default,
        align_y: alignment::Vertical::Top,
        shaping: Shaping::Auto,
        wrapping: Wrapping::None,
    })
}

/// Where a text begins: on the screen at the top of its line, in print at its baseline.
fn top_left(text: &Text, scale: f32) -> Point {
    let above = ASCENT + (LINE - ASCENT - DESCENT) / 2.0;
    Point::new(text.x * scale, (text.y - above * millimetres(text.size)) * scale)
}

fn scaled(rect: Rect, scale: f32) -> Rectangle {
    Rectangle {
        x: rect.x * scale,
        y: rect.y * scale,
        width: rect.width * scale,
        height: rect.height * scale,
    }
}

/// A line on whole pixels: as sharp as it is in print, and never so thin that it vanishes.
fn whole(line: Rectangle) -> Rectangle {
    Rectangle {
        x: line.x.round(),
        y: line.y.round(),
        width: line.width.round().max(1.0),
        height: line.height.round().max(1.0),
    }
}
