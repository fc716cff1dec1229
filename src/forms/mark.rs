//! What a paper says about its own print: that it is a reprint, that it was undone, or that it comes
//! from practice.

use super::flow::{Align, Frame, Style};
use super::house_style::HouseStyle;
use super::paragraph::{Line, bold, italic, wrap};
use super::sheet::{Item, Page, Rule};
use super::words::moment;
use crate::domain::office::Office;
use crate::domain::time::OfficeTime;

/// What stands on every page that comes out of a practice office.
pub const PRACTICE: &str = "BẢN TẬP - KHÔNG CÓ GIÁ TRỊ";

/// What stands on every page of a paper whose act was undone.
pub const VOID: &str = "ĐÃ HỦY";

/// How far from the edge an office printer still prints, in millimetres.
const PRINTABLE: f32 = 5.0;

/// White space between the text of a page and what is said of its print, in millimetres.
const GAP: f32 = 0.3;

/// What is to be known of a print.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SlipMark {
    /// Set when the paper was printed before.
    pub reprint: Option<Reprint>,
    /// Whether it is worth nothing; always so in a practice office.
    pub practice: bool,
    /// Whether what it tells of was undone.
    pub void: bool,
}

/// A paper that is printed again, under the same number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reprint {
    /// 1 for the first reprint, which is the second print.
    pub copy: u32,
    /// When it is printed.
    pub at: OfficeTime,
    /// Why, in the officer's words.
    pub reason: String,
}

impl Reprint {
    /// "Bản in lại lần 2, 10 giờ 42 phút, ngày 23 tháng 11 năm 2026. Lý do: sửa tên".
    fn sentence(&self) -> String {
        let Self { copy, at, reason } = self;
        format!("Bản in lại lần {copy}, {}. Lý do: {}", moment(*at), reason.trim())
    }
}

impl SlipMark {
    /// The mark as it stands on papers of `office`.
    pub(super) fn of(&self, office: &Office) -> Self {
        Self { practice: self.practice || office.practice, ..self.clone() }
    }

    /// Where the text of a page may stand: a long reason takes room from it, a short one finds its
    /// own below.
    pub(super) fn frame(&self, style: &HouseStyle) -> Frame {
        let each = line_style(style).line_height();
        let height = self.lines(style).iter().map(|_| each).sum::<f32>() + 2.0 * GAP;
        let bottom = style.frame.size.height - style.foot() + height;
        Frame { bottom: bottom.max(style.frame.bottom), ..style.frame }
    }

    /// Draws the mark on every page: the reprint above the foot, all else above everything.
    pub(super) fn add(&self, pages: &mut [Page], style: &HouseStyle) {
        let band = match (self.void, self.practice) {
            (false, false) => String::new(),
            (true, false) => VOID.to_owned(),
            (false, true) => PRACTICE.to_owned(),
            (true, true) => format!("{VOID} · {PRACTICE}"),
        };
        for page in pages {
            self.add_reprint(page, style);
            if !band.is_empty() {
                add_band(page, style, &band);
            }
        }
    }

    fn add_reprint(&self, page: &mut Page, style: &HouseStyle) {
        let text = line_style(style);
        let lines = self.lines(style);
        let mut y = style.foot() - GAP - lines.iter().map(|_| text.line_height()).sum::<f32>();
        for line in lines {
            page.items.extend(text.set(line, style.frame.left, y, style.frame.width()));
            y += text.line_height();
        }
    }

    fn lines(&self, style: &HouseStyle) -> Vec<Line> {
        let sentence = self.reprint.iter().map(|reprint| italic(reprint.sentence()));
        wrap(&sentence.collect::<Vec<_>>(), style.mark, style.frame.width())
    }
}

fn line_style(style: &HouseStyle) -> Style {
    Style::new(style.mark)
}

/// A framed line in the top margin, which is free on every page.
fn add_band(page: &mut Page, style: &HouseStyle, said: &str) {
    let (left, width) = (style.frame.left, style.frame.width());
    let (top, bottom) = (PRINTABLE + 0.2, style.frame.top - 0.5);
    let mut text = Style { align: Align::Centre, ..Style::new(style.title) };
    text.size *= ((bottom - top) / text.line_height()).min(1.0);
    let bottom = top + text.line_height();
    for line in wrap(&[bold(said)], text.size, width) {
        page.items.extend(text.set(line, left, top, width));
    }
    let thickness = 0.4;
    let rule = |x1, y1, x2, y2| Item::Rule(Rule { x1, y1, x2, y2, thickness });
    let right = left + width;
    page.items.extend([
        rule(left, top, right, top),
        rule(left, bottom, right, bottom),
        rule(left, top, left, bottom),
        rule(right, top, right, bottom),
    ]);
}
