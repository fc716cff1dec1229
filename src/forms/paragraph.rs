//! Paragraphs: runs of regular, bold and italic text, wrapped into lines of measured width.

use unicode_normalization::char::is_combining_mark;

use super::font::{self, Face, millimetres, printable};

/// Cuts off what does not fit in one line.
const ELLIPSIS: char = '…';

/// After these a word too long for a whole line is broken rather than between two letters.
const BREAK_AFTER: [char; 8] = ['/', '-', '.', '_', ',', ';', '@', '&'];

/// Text in one face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The characters, as given; they are made printable when set.
    pub text: String,
    /// The face.
    pub face: Face,
}

/// Upright text.
#[must_use]
pub fn regular(text: impl Into<String>) -> Run {
    Run { text: text.into(), face: Face::Regular }
}

/// Bold text.
#[must_use]
pub fn bold(text: impl Into<String>) -> Run {
    Run { text: text.into(), face: Face::Bold }
}

/// Italic text.
#[must_use]
pub fn italic(text: impl Into<String>) -> Run {
    Run { text: text.into(), face: Face::Italic }
}

/// One line of a paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// Its pieces from left to right, one for each change of face.
    pub pieces: Vec<Piece>,
    /// Its width in millimetres.
    pub width: f32,
}

/// A part of a line in one face.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// Distance from the left end of the line in millimetres.
    pub x: f32,
    /// Its width in millimetres.
    pub width: f32,
    /// The characters.
    pub text: String,
    /// The face.
    pub face: Face,
}

/// A character with what is needed to place it. Widths are whole numbers of thousandths of the
/// type size, so their sums are exact.
#[derive(Debug, Clone, Copy)]
struct Letter {
    character: char,
    face: Face,
    advance: f32,
}

/// A word and the space before it.
struct Word {
    space: Option<Letter>,
    letters: Vec<Letter>,
}

/// Wraps `runs` at `size` points into lines no wider than `width` millimetres.
///
/// Lines break between words; several spaces count as one. A word longer than a line is broken
/// after one of `/ - . _ , ; @ &` if that fills at least half of the line, else between letters.
/// Only a line of a single letter can be wider than `width`. Without words there are no lines.
#[must_use]
pub fn wrap(runs: &[Run], size: f32, width: f32) -> Vec<Line> {
    wrap_indented(runs, size, width, 0.0)
}

/// Wraps like [`wrap`], with a first line that is `indent` millimetres shorter.
#[must_use]
pub fn wrap_indented(runs: &[Run], size: f32, width: f32, indent: f32) -> Vec<Line> {
    let room = |lines: &[Line]| {
        let width = if lines.is_empty() { width - indent } else { width };
        width / millimetres(size) * 1000.0
    };
    let mut lines = Vec::new();
    let mut line: Vec<Letter> = Vec::new();
    for word in words(runs) {
        let limit = room(&lines);
        let space = word.space.filter(|_| !line.is_empty());
        let joined = advance(&line) + advance(&word.letters) + space.map_or(0.0, |s| s.advance);
        if joined <= limit {
            line.extend(space);
            line.extend(word.letters);
            continue;
        }
        if !line.is_empty() {
            lines.push(set(&line, size));
        }
        let mut rest = word.letters.as_slice();
        while advance(rest) > room(&lines) {
            let (head, tail) = rest.split_at(break_point(rest, room(&lines)));
            if tail.is_empty() {
                break;
            }
            lines.push(set(head, size));
            rest = tail;
        }
        line = rest.to_vec();
    }
    if !line.is_empty() {
        lines.push(set(&line, size));
    }
    lines
}

/// Wraps like [`wrap`] into as few lines, but makes them about equally long, as a heading wants. No
/// word is broken for it.
#[must_use]
pub fn wrap_balanced(runs: &[Run], size: f32, width: f32) -> Vec<Line> {
    let widest = wrap(runs, size, width);
    let total: f32 = widest.iter().map(|line| line.width).sum();
    let lines = widest.iter().fold(0.0_f32, |count, _| count + 1.0);
    let longest = words(runs).iter().map(|word| advance(&word.letters)).fold(0.0_f32, f32::max);
    let mut narrow = (longest / 1000.0 * millimetres(size)).max(total / lines.max(1.0));
    while narrow < width {
        let balanced = wrap(runs, size, narrow);
        if balanced.len() == widest.len() {
            return balanced;
        }
        narrow += 1.0;
    }
    widest
}

/// `text` in one line: what is too long for `width` millimetres is cut off and ends in "…".
#[must_use]
pub fn fit(text: &str, face: Face, size: f32, width: f32) -> String {
    let mut text = printable(text);
    if font::width(&text, face, size) <= width {
        return text;
    }
    while text.pop().is_some() {
        let cut = format!("{}{ELLIPSIS}", text.trim_end());
        if font::width(&cut, face, size) <= width {
            return cut;
        }
    }
    text
}

fn words(runs: &[Run]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word { space: None, letters: Vec::new() };
    for run in runs {
        for character in printable(&run.text).chars() {
            let face = run.face;
            if character != ' ' {
                // The no-break space has done its work once the words are split.
                let character = if character == '\u{a0}' { ' ' } else { character };
                word.letters.push(Letter { character, face, advance: face.advance(character) });
                continue;
            }
            let space = Letter { character, face, advance: face.advance(character) };
            if word.letters.is_empty() {
                let _ = word.space.get_or_insert(space);
            } else {
                words.push(std::mem::replace(
                    &mut word,
                    Word { space: Some(space), letters: Vec::new() },
                ));
            }
        }
    }
    if !word.letters.is_empty() {
        words.push(word);
    }
    words
}

fn advance(letters: &[Letter]) -> f32 {
    letters.iter().map(|letter| letter.advance).sum()
}

/// How many letters of an over-long word go on the first line: at least one.
fn break_point(letters: &[Letter], limit: f32) -> usize {
    let mut used = 0.0;
    let mut fitting = 0;
    let mut soft = 0;
    for (index, letter) in letters.iter().enumerate() {
        used += letter.advance;
        if used > limit {
            break;
        }
        let next = letters.get(index + 1);
        if next.is_none_or(|next| !is_combining_mark(next.character)) {
            fitting = index + 1;
        }
        if BREAK_AFTER.contains(&letter.character) && used * 2.0 > limit {
            soft = index + 1;
        }
    }
    if soft > 0 { soft } else { fitting.max(1) }
}

fn set(letters: &[Letter], size: f32) -> Line {
    let scale = millimetres(size) / 1000.0;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut start = 0.0;
    for part in letters.chunk_by(|left, right| left.face == right.face) {
        let Some(first) = part.first() else { continue };
        let length = advance(part);
        pieces.push(Piece {
            x: start * scale,
            width: length * scale,
            text: part.iter().map(|letter| letter.character).collect(),
            face: first.face,
        });
        start += length;
    }
    Line { pieces, width: start * scale }
}
