//! Vietnamese text made comparable: NFC, the search key without marks, words with settled tones.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, decompose_compatible, is_combining_mark};
use unicode_normalization::is_nfc;

use super::line::is_invisible;

/// `text` in Unicode normal form C, the form everything is kept in.
#[must_use]
pub fn nfc(text: &str) -> String {
    if text.is_ascii() || is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

/// The search key of a name: lower case, no tones, no marks, single spaces between words.
///
/// Any Unicode normal form and both ways of placing a tone (*hòa*, *hoà*) give the same key.
/// *đ* becomes `d`, and so do its look-alikes *ð* and *ɖ*; the crossed and hooked letters of other
/// languages of the country lose their strokes (*ƀ*, *ƚ*). An apostrophe joins, so that *H'Mông* is
/// found as `hmong`; every other sign parts words, so that *Nguyễn-Văn* is `nguyen van`.
/// Letters of other scripts stay. Folding a key changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut words = Words::new(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            words.push(c.to_ascii_lowercase());
        } else if is_apostrophe(c) || is_invisible(c) {
            // joins
        } else if c.is_ascii() {
            words.part();
        } else {
            decompose_compatible(c, |part| part.to_lowercase().for_each(|c| words.fold(c)));
        }
    }
    words.text
}

/// The words of a name with their marks: lower case, NFC, every tone where the newer spelling puts
/// it (*hòa* → *hoà*, *thủy* → *thuỷ*, *qúy* → *quý*). Signs part and join words as in [`fold`].
///
/// For ranking: when the officer typed marks, names that agree in them come first.
#[must_use]
pub fn marked_words(text: &str) -> String {
    let mut words = Words::new(text.len());
    let joins = |c: &char| is_apostrophe(*c) || is_invisible(*c);
    for c in text.chars().filter(|c| !joins(c)).nfkc().flat_map(char::to_lowercase) {
        match c {
            'ð' | 'ɖ' => words.push('đ'),
            c if joins(&c) => {}
            c if c.is_alphanumeric() || is_combining_mark(c) => words.push(c),
            _ => words.part(),
        }
    }
    settle_tones(&nfc(&words.text))
}

/// Whether `text` has a tone, a mark or a *đ*: what [`fold`] would take away.
#[must_use]
pub fn has_marks(text: &str) -> bool {
    marked_words(text) != fold(text)
}

/// Words under construction, parted by single spaces.
struct Words {
    text: String,
    parted: bool,
}

impl Words {
    fn new(capacity: usize) -> Self {
        Self { text: String::with_capacity(capacity), parted: false }
    }

    /// The word so far is over.
    fn part(&mut self) {
        self.parted = true;
    }

    fn push(&mut self, c: char) {
        if self.parted && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.parted = false;
        self.text.push(c);
    }

    /// Adds a lower-case, decomposed character as the search key has it.
    fn fold(&mut self, c: char) {
        if is_diacritic(c) || is_apostrophe(c) || is_invisible(c) {
            return;
        }
        match plain(c) {
            Some(letters) => letters.chars().for_each(|c| self.push(c)),
            None if c.is_alphanumeric() || is_combining_mark(c) => self.push(c),
            None => self.part(),
        }
    }
}

/// The plain letters for a lower-case letter whose stroke, hook or tie Unicode does not take apart.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'đ' | 'ð' | 'ɖ' | 'ɗ' => "d",
        'ƀ' | 'ɓ' => "b",
        'ł' | 'ƚ' => "l",
        'ħ' => "h",
        'ı' | 'ɨ' => "i",
        'ŋ' => "n",
        'ø' => "o",
        'ŧ' => "t",
        'ʉ' => "u",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        _ => return None,
    })
}

/// Marks set above, below or through a Latin letter; vowel signs of other scripts are none.
fn is_diacritic(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// The signs typed for the apostrophe of *H'Mông*, *K'Ho* or *O’Brien*.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`'
            | '´'
            | '\u{2BB}'
            | '\u{2BC}'
            | '\u{2B9}'
            | '\u{2018}'
            | '\u{2019}'
            | '\u{201B}'
            | '\u{2032}'
            | '\u{A78C}'
    )
}

/// Moves the tone of *oa*, *oe* and *uy* to the second vowel, wherever it was typed.
fn settle_tones(text: &str) -> String {
    let mut settled = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let pair = chars.peek().and_then(|&next| move_tone(c, next));
        if let Some((first, second)) = pair {
            settled.extend([first, second]);
            let _ = chars.next();
        } else {
            settled.push(c);
        }
    }
    settled
}

/// The two vowels with the tone moved from the first to the second, if they are such a pair.
fn move_tone(first: char, second: char) -> Option<(char, char)> {
    if !matches!(second, 'a' | 'e' | 'y') {
        return None;
    }
    let mut parts = std::iter::once(first).nfd();
    let (vowel, tone) = (parts.next()?, parts.next()?);
    let is_tone = matches!(tone, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let is_pair = matches!((vowel, second), ('o', 'a' | 'e') | ('u', 'y'));
    if parts.next().is_some() || !is_tone || !is_pair {
        return None;
    }
    Some((vowel, compose(second, tone)?))
}
