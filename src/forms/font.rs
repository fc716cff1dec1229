//! The type of printed papers: Tinos, the metric twin of Times New Roman, and its measure.
//!
//! Official papers are set in Times New Roman (Decree 30/2020/NĐ-CP, annex I, part I). Tinos has
//! the same widths, a free licence and every Vietnamese letter; it is compiled in.
//!
//! Text is drawn letter by letter, without kerning, and a PDF keeps the width of a letter as whole
//! thousandths of the type size, rounded down. [`width`] adds up just these, so a measured line
//! is exactly as long as the printed one.

use std::sync::OnceLock;

use printpdf::ParsedFont;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How far the font rises above the baseline, as a part of the type size.
pub const ASCENT: f32 = 0.891;

/// How far the font reaches below the baseline, as a part of the type size.
pub const DESCENT: f32 = 0.216;

/// Printed where the font has no such character.
pub const REPLACEMENT: char = '?';

/// A cut of the typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Upright.
    Regular,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
}

impl Face {
    /// All cuts.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Italic];

    /// The font file of this cut.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/Tinos-Regular.ttf"),
            Self::Bold => include_bytes!("../../assets/fonts/Tinos-Bold.ttf"),
            Self::Italic => include_bytes!("../../assets/fonts/Tinos-Italic.ttf"),
        }
    }

    /// The parsed font, parsed once in the life of the process. `None` only if the file that was
    /// compiled in is no font, which a test excludes.
    pub(super) fn parsed(self) -> Option<&'static ParsedFont> {
        static REGULAR: OnceLock<Option<ParsedFont>> = OnceLock::new();
        static BOLD: OnceLock<Option<ParsedFont>> = OnceLock::new();
        static ITALIC: OnceLock<Option<ParsedFont>> = OnceLock::new();
        let slot = match self {
            Self::Regular => &REGULAR,
            Self::Bold => &BOLD,
            Self::Italic => &ITALIC,
        };
        slot.get_or_init(|| ParsedFont::from_bytes(self.bytes(), 0, &mut Vec::new())).as_ref()
    }

    /// The number of the glyph that draws `character`, or `None` if the font has none.
    #[must_use]
    pub fn glyph(self, character: char) -> Option<u16> {
        self.parsed()?.lookup_glyph_index(u32::from(character)).filter(|glyph| *glyph != 0)
    }

    /// How far `character` moves the pen, in thousandths of the type size; 0 if the font lacks it.
    #[must_use]
    pub fn advance(self, character: char) -> f32 {
        let (Some(font), Some(glyph)) = (self.parsed(), self.glyph(character)) else { return 0.0 };
        let units = u32::from(font.get_horizontal_advance(glyph));
        let em = u32::from(font.pdf_font_metrics.units_per_em).max(1);
        f32::from(u16::try_from(units * 1000 / em).unwrap_or(u16::MAX))
    }
}

/// Points to millimetres.
#[must_use]
pub fn millimetres(points: f32) -> f32 {
    points * 25.4 / 72.0
}

/// How long `text` is in print, in millimetres, at `size` points.
#[must_use]
pub fn width(text: &str, face: Face, size: f32) -> f32 {
    let thousandths: f32 = text.chars().map(|character| face.advance(character)).sum();
    thousandths / 1000.0 * millimetres(size)
}

/// `text` as it can be printed: composed (NFC), every kind of space and line break a plain space
/// (only no-break spaces stay), invisible and control characters dropped, and [`REPLACEMENT`] for
/// each character that one of the three cuts lacks. A lone combining mark the font lacks is
/// dropped, since its letter is still legible. Nothing ever prints as an empty box.
#[must_use]
pub fn printable(text: &str) -> String {
    text.nfc().filter_map(printable_character).collect()
}

fn printable_character(character: char) -> Option<char> {
    match character {
        '\u{a0}' | '\u{202f}' => Some('\u{a0}'),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => None,
        '\u{2060}'..='\u{206f}' | '\u{feff}' => None,
        space if space.is_whitespace() => Some(' '),
        control if control.is_control() => None,
        known if Face::ALL.iter().all(|face| face.glyph(known).is_some()) => Some(known),
        mark if is_combining_mark(mark) => None,
        _ => Some(REPLACEMENT),
    }
}
