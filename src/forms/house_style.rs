//! Margins and type sizes of forms on each paper size.

use super::flow::{Frame, Style};
use super::sheet::Size;
use crate::domain::office::PaperSize;

/// How forms look on one paper size. Type sizes are in points, lengths in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HouseStyle {
    /// The page and its margins.
    pub frame: Frame,
    /// Ordinary text.
    pub body: f32,
    /// Names of state and agency in the heading.
    pub heading: f32,
    /// The motto below the name of the state.
    pub motto: f32,
    /// The title of the form.
    pub title: f32,
    /// Notes, page numbers and the label of a copy.
    pub small: f32,
    /// The cells of a wide table.
    pub cell: f32,
    /// What is said of a print: that it is a reprint, or worth nothing.
    pub mark: f32,
    /// White space below a line of the form.
    pub gap: f32,
    /// The share of the width that the left column of the heading takes.
    pub left_column: f32,
    /// Room for a signature.
    pub signature: f32,
    /// The side of a QR code with its quiet zone.
    pub qr: f32,
    /// The height of a bar code.
    pub bar_code: f32,
    /// Thickness of rules.
    pub rule: f32,
}

impl HouseStyle {
    /// The style for `paper`. A4 takes the sizes of Decree 30/2020/NĐ-CP (annex I: text 13–14 pt,
    /// heading 12–13 pt); A5 is set smaller so that an ordinary slip stays on one page.
    #[must_use]
    pub fn of(paper: PaperSize) -> Self {
        match paper {
            PaperSize::A5 => Self {
                frame: Frame {
                    size: Size { width: 148.0, height: 210.0 },
                    left: 14.0,
                    right: 10.0,
                    top: 10.0,
                    next_top: 17.0,
                    bottom: 12.0,
                },
                body: 10.1,
                heading: 9.5,
                motto: 10.0,
                title: 13.0,
                small: 8.5,
                cell: 9.0,
                mark: 8.0,
                gap: 0.5,
                left_column: 0.38,
                signature: 13.0,
                qr: 16.0,
                bar_code: 8.5,
                rule: 0.2,
            },
            PaperSize::A4 => Self {
                frame: Frame {
                    size: Size { width: 210.0, height: 297.0 },
                    left: 25.0,
                    right: 16.0,
                    top: 15.0,
                    next_top: 23.0,
                    bottom: 15.0,
                },
                body: 13.0,
                heading: 12.0,
                motto: 13.0,
                title: 15.0,
                small: 10.5,
                cell: 11.5,
                mark: 9.5,
                gap: 0.9,
                left_column: 0.4,
                signature: 19.0,
                qr: 22.0,
                bar_code: 11.0,
                rule: 0.25,
            },
        }
    }

    /// The style for `paper` turned across, set smaller: most of it is a table.
    #[must_use]
    pub fn across(paper: PaperSize) -> Self {
        let upright = Self::of(paper);
        let Size { width: height, height: width } = upright.frame.size;
        let size = Size { width, height };
        match paper {
            PaperSize::A4 => Self {
                frame: Frame {
                    size,
                    left: 16.0,
                    right: 16.0,
                    top: 14.0,
                    next_top: 18.0,
                    bottom: 14.0,
                },
                body: 11.5,
                heading: 11.5,
                motto: 12.0,
                title: 14.0,
                small: 9.0,
                cell: 10.0,
                ..upright
            },
            PaperSize::A5 => Self {
                frame: Frame {
                    size,
                    left: 11.0,
                    right: 9.0,
                    top: 10.0,
                    next_top: 16.5,
                    bottom: 11.0,
                },
                body: 9.0,
                heading: 9.0,
                motto: 9.5,
                title: 11.5,
                small: 7.5,
                mark: 7.5,
                cell: 7.5,
                signature: 10.0,
                ..upright
            },
        }
    }

    /// An ordinary line of the form.
    #[must_use]
    pub fn text(&self) -> Style {
        Style::new(self.body).after(self.gap)
    }

    /// The top of the line at the foot of a page: its number and the label of its copy.
    #[must_use]
    pub fn foot(&self) -> f32 {
        self.frame.limit() + (self.frame.bottom - self.note().line_height()) / 2.0
    }

    /// A note.
    #[must_use]
    pub fn note(&self) -> Style {
        Style::new(self.small)
    }
}
