//! Machine-readable dossier codes: Code 128 for hand scanners, QR for telephones.

use barcoders::sym::code128::Code128;
use qrcode::{Color, EcLevel, QrCode};

use super::sheet::{Rect, Symbol};

/// The narrowest bar a hand scanner reads from an office printer's paper, in millimetres.
pub const NARROWEST_BAR: f32 = 0.25;

/// The widest bar used: a short code needs no more room than this gives.
pub const WIDEST_BAR: f32 = 0.33;

/// White space at each side of a Code 128, in bars (ISO/IEC 15417).
const CODE128_QUIET: f32 = 10.0;

/// White space around a QR code, in modules (ISO/IEC 18004).
const QR_QUIET: f32 = 4.0;

/// Barcoders' sign for character set B, printable ASCII.
const SET_B: char = '\u{181}';

/// Barcoders' sign for character set C, pairs of digits.
const SET_C: char = '\u{106}';

/// `content` as Code 128, `height` millimetres high and at most `width` wide, quiet zones included.
///
/// Runs of digits are packed in pairs. `None` when the content is no printable ASCII of two
/// characters or more, or when the narrowest bar would be below [`NARROWEST_BAR`]: a symbol nobody
/// can scan is worse than none. A width of 121 mm, an A5 page between its margins, holds every
/// code of up to 39 characters.
#[must_use]
pub fn code128(content: &str, width: f32, height: f32) -> Option<Symbol> {
    let printable = content.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if !printable || content.len() < 2 {
        return None;
    }
    let modules = Code128::new(with_character_sets(content)).ok()?.encode();
    let dark: Vec<bool> = modules.iter().map(|module| *module == 1).collect();
    let count = f32::from(u16::try_from(dark.len()).ok()?) + 2.0 * CODE128_QUIET;
    let bar = (width / count).min(WIDEST_BAR);
    if bar < NARROWEST_BAR {
        return None;
    }
    let bars = dark_runs(&dark).map(|(start, length)| Rect {
        x: (CODE128_QUIET + start) * bar,
        y: 0.0,
        width: length * bar,
        height,
    });
    let area = Rect { x: 0.0, y: 0.0, width: count * bar, height };
    Some(Symbol { content: content.to_owned(), bars: bars.collect(), area })
}

/// `content` as a QR code of error correction level M, `side` millimetres square with its quiet
/// zone. `None` when the content is empty or longer than any QR code can hold.
#[must_use]
pub fn qr(content: &str, side: f32) -> Option<Symbol> {
    if content.is_empty() {
        return None;
    }
    let code = QrCode::with_error_correction_level(content, EcLevel::M).ok()?;
    let count = f32::from(u16::try_from(code.width()).ok()?) + 2.0 * QR_QUIET;
    let module = side / count;
    let colors = code.to_colors();
    let mut bars: Vec<Rect> = Vec::new();
    let mut top = QR_QUIET;
    for row in colors.chunks(code.width()) {
        let dark: Vec<bool> = row.iter().map(|color| *color == Color::Dark).collect();
        for (start, length) in dark_runs(&dark) {
            let (x, y) = ((QR_QUIET + start) * module, top * module);
            grow_or_add(&mut bars, Rect { x, y, width: length * module, height: module });
        }
        top += 1.0;
    }
    let area = Rect { x: 0.0, y: 0.0, width: side, height: side };
    Some(Symbol { content: content.to_owned(), bars, area })
}

/// Lengthens the rectangle right above `bar` if it has the same sides, else adds `bar`.
fn grow_or_add(bars: &mut Vec<Rect>, bar: Rect) {
    let tiny = bar.height / 100.0;
    let above = bars.iter_mut().rev().find(|above| {
        (above.x - bar.x).abs() < tiny
            && (above.width - bar.width).abs() < tiny
            && (above.bottom() - bar.y).abs() < tiny
    });
    match above {
        Some(above) => above.height = bar.bottom() - above.y,
        None => bars.push(bar),
    }
}

/// Start and length of each run of dark modules.
fn dark_runs(dark: &[bool]) -> impl Iterator<Item = (f32, f32)> {
    let mut start = 0.0;
    dark.chunk_by(|left, right| left == right).filter_map(move |run| {
        let from = start;
        let length = f32::from(u16::try_from(run.len()).unwrap_or(u16::MAX));
        start += length;
        run.first().is_some_and(|dark| *dark).then_some((from, length))
    })
}

/// Puts barcoders' signs for the character sets into `content`: set C pays for a switch to it and
/// back from four digits on at an end of the code, and from six in its middle; an odd first digit
/// stays in set B.
fn with_character_sets(content: &str) -> String {
    let mut coded = String::new();
    let mut set = None;
    let characters: Vec<char> = content.chars().collect();
    let mut enter = |wanted: char, coded: &mut String| {
        if set.replace(wanted) != Some(wanted) {
            coded.push(wanted);
        }
    };
    let mut done = 0;
    for run in characters.chunk_by(|left, right| left.is_ascii_digit() == right.is_ascii_digit()) {
        let at_an_end = done == 0 || done + run.len() == characters.len();
        done += run.len();
        let digits = run.first().is_some_and(char::is_ascii_digit);
        let packed = if digits && run.len() >= if at_an_end { 4 } else { 6 } {
            run.len() / 2 * 2
        } else {
            0
        };
        let (single, pairs) = run.split_at(run.len() - packed);
        for (set, part) in [(SET_B, single), (SET_C, pairs)] {
            if !part.is_empty() {
                enter(set, &mut coded);
                coded.extend(part);
            }
        }
    }
    coded
}
