//! The page model: what stands where on paper, in millimetres, as plain data.
//!
//! The origin is the top left corner of the page, x runs right and y runs down. Everything is
//! black on white.

use super::font::{self, Face};

/// A rectangle in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Rect {
    /// The right edge.
    #[must_use]
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// The bottom edge.
    #[must_use]
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }
}

/// Width and height of a page in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A whole paper, ready to be shown, printed or saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The size of every page.
    pub size: Size,
    /// The document's title, as viewers show it.
    pub title: String,
    /// The office that issues it.
    pub author: String,
    /// What it is about: the dossier's code.
    pub subject: String,
    /// The pages in printing order.
    pub pages: Vec<Page>,
}

impl Sheet {
    /// Many papers as one, in their order; each keeps its own page numbers. `None` when there are
    /// none, or when their pages differ in size.
    #[must_use]
    pub fn join(sheets: Vec<Self>) -> Option<Self> {
        let mut sheets = sheets.into_iter();
        let mut joined = sheets.next()?;
        let mut more: usize = 0;
        for sheet in sheets {
            if sheet.size != joined.size {
                return None;
            }
            more += 1;
            joined.subject = format!("{}, {}", joined.subject, sheet.subject);
            joined.pages.extend(sheet.pages);
        }
        if more > 0 {
            joined.title = format!("{} và {more} giấy khác", joined.title);
        }
        Some(joined)
    }
}

/// One page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// What is drawn, in reading order.
    pub items: Vec<Item>,
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A piece of text on one line.
    Text(Text),
    /// A straight line, horizontal or vertical.
    Rule(Rule),
    /// A bar code or QR code.
    Symbol(Symbol),
}

/// A piece of text on one line, in one face and size.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Left end of the baseline.
    pub x: f32,
    /// Height of the baseline.
    pub y: f32,
    /// The width the text takes in print.
    pub width: f32,
    /// The characters, composed (NFC) and all of them in the font.
    pub string: String,
    /// The face.
    pub face: Face,
    /// The type size in points.
    pub size: f32,
}

/// A straight line; its middle runs through both ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Left or upper end, x.
    pub x1: f32,
    /// Left or upper end, y.
    pub y1: f32,
    /// Right or lower end, x.
    pub x2: f32,
    /// Right or lower end, y.
    pub y2: f32,
    /// Thickness.
    pub thickness: f32,
}

impl Rule {
    /// The area its stroke covers, square ends included.
    #[must_use]
    pub fn area(self) -> Rect {
        let half = self.thickness / 2.0;
        Rect {
            x: self.x1 - half,
            y: self.y1 - half,
            width: self.x2 - self.x1 + self.thickness,
            height: self.y2 - self.y1 + self.thickness,
        }
    }
}

/// A machine-readable symbol, drawn as filled rectangles.
#[derive(Debug, Clone, PartialEq)]
pub struct Symbol {
    /// The text it encodes.
    pub content: String,
    /// The whole area with the quiet zone, which must stay white.
    pub area: Rect,
    /// The dark parts; they never overlap.
    pub bars: Vec<Rect>,
}

impl Item {
    /// The same thing, moved right by `dx` and down by `dy`.
    #[must_use]
    pub fn moved(mut self, dx: f32, dy: f32) -> Self {
        match &mut self {
            Self::Text(text) => {
                text.x += dx;
                text.y += dy;
            }
            Self::Rule(rule) => {
                rule.x1 += dx;
                rule.x2 += dx;
                rule.y1 += dy;
                rule.y2 += dy;
            }
            Self::Symbol(symbol) => {
                for rect in symbol.bars.iter_mut().chain([&mut symbol.area]) {
                    rect.x += dx;
                    rect.y += dy;
                }
            }
        }
        self
    }

    /// The area it covers: of a text from the font's ascent to its descent.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Text(text) => {
                let em = font::millimetres(text.size);
                Rect {
                    x: text.x,
                    y: text.y - font::ASCENT * em,
                    width: text.width,
                    height: (font::ASCENT + font::DESCENT) * em,
                }
            }
            Self::Rule(rule) => {
                Rect { x: rule.x1, y: rule.y1, width: rule.x2 - rule.x1, height: rule.y2 - rule.y1 }
            }
            Self::Symbol(symbol) => symbol.area,
        }
    }
}
