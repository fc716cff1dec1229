//! What is repeated around the pages: the dossier's code, page numbers, the label of a copy.

use super::flow::{Align, Style};
use super::font::Face;
use super::house_style::HouseStyle;
use super::paragraph::{Run, bold, fit, italic, regular, wrap};
use super::sheet::{Item, Page, Rule};

/// What later pages say above their text, so that a loose page finds its way back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head<'a> {
    /// The dossier's code.
    Code(&'a str),
    /// The name or number of a paper that is no dossier's own.
    Paper(&'a str),
}

/// Adds to the pages of one copy: the label at the lower right, and where there is more than one
/// page its number below and, from the second page on, the `head` above.
pub fn add(pages: &mut [Page], style: &HouseStyle, head: Head<'_>, label: &str) {
    let (before, head) = match head {
        Head::Code(code) => ("Mã hồ sơ: ", code),
        Head::Paper(paper) => ("", paper),
    };
    let frame = &style.frame;
    let count = pages.len();
    let small = Style::new(style.small);
    let third = frame.width() / 3.0;
    let foot = style.foot();
    let line = |page: &mut Page, runs: &[Run], align: Align, x: f32, y: f32, width: f32| {
        let style = Style { align, ..small };
        for line in wrap(runs, style.size, width).into_iter().take(1) {
            page.items.extend(style.set(line, x, y, width));
        }
    };
    for (index, page) in pages.iter_mut().enumerate() {
        let number = format!("Trang {}/{count}", index + 1);
        let (left, right) = (frame.left, frame.left + frame.width());
        if count > 1 {
            line(page, &[regular(number)], Align::Left, left, foot, third);
        }
        let label = fit(label, Face::Italic, style.small, 2.0 * third);
        line(page, &[italic(label)], Align::Right, left + third, foot, 2.0 * third);
        if index == 0 {
            continue;
        }
        let y = frame.next_top - small.line_height() - 3.0;
        let head = fit(head, Face::Bold, style.small, 0.7 * frame.width());
        let runs = [italic(before), bold(head), italic(" (tiếp theo)")];
        line(page, &runs, Align::Left, left, y, frame.width());
        let below = y + small.line_height() + 0.6;
        let thickness = style.rule;
        let rule = Rule { x1: left, y1: below, x2: right, y2: below, thickness };
        page.items.push(Item::Rule(rule));
    }
}
