//! Words of a Vietnamese sentence, and a cursor that walks them phrase by phrase.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text cut into words, numbers and single signs. The text itself stays as written (composed).
#[derive(Debug)]
pub(super) struct Words {
    text: String,
    words: Vec<Word>,
}

#[derive(Debug)]
struct Word {
    start: usize,
    end: usize,
    /// Lower case; a number without the dots that part its thousands; any dash as `-`.
    low: String,
    number: bool,
}

impl Words {
    pub(super) fn new(text: &str) -> Self {
        let text: String = text.nfc().collect();
        let mut words = Vec::new();
        let mut rest = text.as_str();
        while let Some(first) = rest.chars().next() {
            let start = text.len() - rest.len();
            let length = word_length(rest, first);
            let (word, after) = rest.split_at(length);
            rest = after;
            if first.is_whitespace() {
                continue;
            }
            let number = first.is_ascii_digit();
            words.push(Word { start, end: start + length, low: lower(word, number), number });
        }
        Self { text, words }
    }

    pub(super) fn cursor(&self) -> Cursor<'_> {
        Cursor { text: &self.text, words: &self.words }
    }
}

/// Bytes of the word, number, blank or sign at the head of `rest`, which begins with `first`.
fn word_length(rest: &str, first: char) -> usize {
    let run = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    if first.is_ascii_digit() {
        return number_length(rest);
    }
    if first.is_whitespace() {
        return run(char::is_whitespace);
    }
    if first.is_alphabetic() {
        return run(|c| c.is_alphabetic() || is_combining_mark(c));
    }
    first.len_utf8()
}

/// Bytes of a number with its groups of thousands, as in `1.500.000`.
fn number_length(rest: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(rest);
    // `0,500` is no thousands: a group can only follow one to three digits without a leading zero.
    if length > 3 || rest.starts_with('0') {
        return length;
    }
    while let Some(tail) = rest.get(length..).and_then(|tail| tail.strip_prefix(['.', ','])) {
        if digits(tail) != 3 {
            break;
        }
        length += 4;
    }
    length
}

fn lower(word: &str, number: bool) -> String {
    if number {
        return word.chars().filter(char::is_ascii_digit).collect();
    }
    match word {
        "–" | "—" | "‐" | "‑" | "−" => "-".to_owned(),
        _ => word.chars().flat_map(char::to_lowercase).collect(),
    }
}

/// A place in a text: what is still to be read. Copying it is how a reading is tried.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    words: &'a [Word],
}

impl<'a> Cursor<'a> {
    /// Whether nothing is left.
    pub(super) fn done(&self) -> bool {
        self.words.is_empty()
    }

    /// What is left, as written.
    pub(super) fn source(&self) -> &'a str {
        let span = self.words.first().zip(self.words.last());
        span.and_then(|(first, last)| self.text.get(first.start..last.end)).unwrap_or_default()
    }

    /// Reads over `phrase` (lower case, words and signs parted by one space) when it comes next.
    pub(super) fn eat(&mut self, phrase: &str) -> bool {
        let mut words = self.words;
        for wanted in phrase.split(' ') {
            match words.split_first() {
                Some((word, rest)) if word.low == wanted => words = rest,
                _ => return false,
            }
        }
        self.words = words;
        true
    }

    /// Reads over the first of `phrases` that comes next: name the longer ones first.
    pub(super) fn eat_any(&mut self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.eat(phrase))
    }

    /// Reads over a number.
    pub(super) fn number(&mut self) -> Option<u64> {
        let (word, rest) = self.words.split_first().filter(|(word, _)| word.number)?;
        let number = word.low.parse().ok()?;
        self.words = rest;
        Some(number)
    }

    /// Drops one of `signs` from the end when it stands there.
    pub(super) fn without_last(mut self, signs: &[&str]) -> Self {
        if let Some((word, rest)) = self.words.split_last()
            && signs.contains(&word.low.as_str())
        {
            self.words = rest;
        }
        self
    }

    /// The parts between `signs`, empty ones left out.
    pub(super) fn split(self, signs: &[&str]) -> Vec<Self> {
        self.words
            .split(|word| signs.contains(&word.low.as_str()))
            .filter(|words| !words.is_empty())
            .map(|words| Self { text: self.text, words })
            .collect()
    }

    /// What stands before and after the first of `signs`.
    pub(super) fn split_once(self, signs: &[&str]) -> Option<(Self, Self)> {
        let place = self.words.iter().position(|word| signs.contains(&word.low.as_str()))?;
        let (before, after) = self.words.split_at_checked(place)?;
        let after = after.get(1..)?;
        Some((Self { text: self.text, words: before }, Self { text: self.text, words: after }))
    }

    /// Whether `phrase` stands anywhere.
    pub(super) fn has(&self, phrase: &str) -> bool {
        let wanted: Vec<&str> = phrase.split(' ').collect();
        self.words
            .windows(wanted.len())
            .any(|words| words.iter().zip(&wanted).all(|(word, wanted)| word.low == *wanted))
    }

    /// Whether a number stands anywhere.
    pub(super) fn has_number(&self) -> bool {
        self.words.iter().any(|word| word.number)
    }

    /// Whether the word of a number is followed by one of `units` anywhere.
    pub(super) fn has_amount(&self, units: &[&str]) -> bool {
        self.words.windows(2).any(|pair| match pair {
            [number, unit] => number.number && units.contains(&unit.low.as_str()),
            _ => false,
        })
    }

    /// How many words, numbers and signs are left.
    pub(super) fn count(&self) -> usize {
        self.words.len()
    }
}
