//! Cleaning of typed, pasted and scanned text before any rule looks at it.

use unicode_normalization::char::is_public_assigned;

use super::fold::nfc;
use super::invalid::Problem;

/// One clean line of at most `max` characters: NFC, trimmed, single spaces inside.
///
/// Soft hyphens, zero-width spaces and joiners, and byte order marks are dropped: pasted text is
/// full of them, and no officer could find them to take them out. An empty result is `Ok("")`.
/// Cleaning a clean line changes nothing.
///
/// # Errors
/// [`Problem::ForbiddenCharacter`] for control characters and tabs inside the line, line breaks,
/// characters that turn the writing direction, other invisible ones, private use, unassigned code
/// points and U+FFFD, the trace of a text decoded wrongly; [`Problem::TooLong`].
pub fn clean_line(text: &str, max: usize) -> Result<String, Problem> {
    let composed = nfc(&text.chars().filter(|&c| !is_dropped(c)).collect::<String>());
    let mut line = String::with_capacity(composed.len());
    let mut gap = false;
    for c in composed.trim().chars() {
        if c.is_whitespace() && !c.is_control() && !is_line_break(c) {
            gap = true;
        } else if is_forbidden(c) {
            return Err(Problem::ForbiddenCharacter(c));
        } else {
            if gap {
                line.push(' ');
            }
            gap = false;
            line.push(c);
        }
    }
    if line.chars().count() > max { Err(Problem::TooLong { max }) } else { Ok(line) }
}

/// One clean line that must not be empty.
///
/// # Errors
/// [`Problem::Empty`], and as [`clean_line`].
pub fn required_line(text: &str, max: usize) -> Result<String, Problem> {
    let line = clean_line(text, max)?;
    if line.is_empty() { Err(Problem::Empty) } else { Ok(line) }
}

/// The most characters of the reason of an act.
pub const LONGEST_REASON: usize = 500;

/// What can be shown of a text that is still being typed: one line without its outer spaces and
/// without characters that no form can hold.
#[must_use]
pub fn shown_line(text: &str) -> String {
    let shown: String = text.chars().filter(|&c| !is_forbidden(c)).collect();
    nfc(shown.trim())
}

/// The digits of `text`, without white space and without the `signs` people put between them;
/// full-width digits become plain ones, a `-` among the signs stands for every short dash.
///
/// Invisible characters are dropped, direction marks too: address books wrap numbers in them.
///
/// # Errors
/// [`Problem::Empty`] when nothing visible is there, [`Problem::NotDigits`].
pub(crate) fn bare_digits(text: &str, signs: &str) -> Result<String, Problem> {
    let mut digits = String::with_capacity(text.len());
    let mut empty = true;
    for c in text.chars().filter(|&c| !c.is_whitespace() && !is_invisible(c)) {
        empty = false;
        match c {
            '0'..='9' => digits.push(c),
            '\u{FF10}'..='\u{FF19}' => {
                digits.extend(char::from_digit(u32::from(c) - 0xFF10, 10));
            }
            '\u{2010}'..='\u{2013}' if signs.contains('-') => {}
            _ if signs.contains(c) => {}
            _ => return Err(Problem::NotDigits),
        }
    }
    match (empty, digits.is_empty()) {
        (true, _) => Err(Problem::Empty),
        (false, true) => Err(Problem::NotDigits),
        (false, false) => Ok(digits),
    }
}

/// Whether `c` shows nothing by itself: Unicode's default ignorable code points and the format
/// characters (general category Cf) outside them.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{600}'..='\u{605}' | '\u{61C}' | '\u{6DD}' | '\u{70F}'
        | '\u{890}' | '\u{891}' | '\u{8E2}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{110BD}' | '\u{110CD}'
        | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Invisible characters that only tell a browser or a word processor where to break a line.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_forbidden(c: char) -> bool {
    c.is_control()
        || is_line_break(c)
        || is_invisible(c)
        || c == char::REPLACEMENT_CHARACTER
        || !is_public_assigned(c)
}
