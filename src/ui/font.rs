//! The type of the screen, compiled in: Be Vietnam Pro, and Tinos where paper is shown.

use std::borrow::Cow;

use iced::Font;
use iced::font::{Family, Style, Weight};

use crate::forms::font::Face;

/// Ordinary text.
pub(crate) const REGULAR: Font = screen(Weight::Normal);
/// Labels that must stand out a little.
pub(crate) const MEDIUM: Font = screen(Weight::Medium);
/// Headings and names.
pub(crate) const SEMIBOLD: Font = screen(Weight::Semibold);
/// Figures and titles.
pub(crate) const BOLD: Font = screen(Weight::Bold);

const fn screen(weight: Weight) -> Font {
    Font { weight, ..Font::with_name("Be Vietnam Pro") }
}

/// The face of printed papers as the screen draws it.
pub(crate) fn of_paper(face: Face) -> Font {
    let tinos = Font { family: Family::Name("Tinos"), ..Font::DEFAULT };
    match face {
        Face::Regular => tinos,
        Face::Bold => Font { weight: Weight::Bold, ..tinos },
        Face::Italic => Font { style: Style::Italic, ..tinos },
    }
}

/// Every font file the window needs; none is looked for on the machine.
pub fn files() -> Vec<Cow<'static, [u8]>> {
    let screen: [&'static [u8]; 4] = [
        include_bytes!("../../assets/fonts/BeVietnamPro-Regular.ttf"),
        include_bytes!("../../assets/fonts/BeVietnamPro-Medium.ttf"),
        include_bytes!("../../assets/fonts/BeVietnamPro-SemiBold.ttf"),
        include_bytes!("../../assets/fonts/BeVietnamPro-Bold.ttf"),
    ];
    screen.into_iter().chain(Face::ALL.map(Face::bytes)).map(Cow::Borrowed).collect()
}
