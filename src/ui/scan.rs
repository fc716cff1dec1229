//! Telling a hand scanner from a typist: a burst of keys that ends with Enter.

use std::cell::Cell;
use std::time::Duration;

use crate::domain::tray::scanned_tray;

/// The longest pause inside a burst. A scanner leaves a few milliseconds, and the window may be busy
/// for some more; nobody types a card's text this fast without a pause.
const LONGEST_PAUSE: Duration = Duration::from_millis(600);

/// The same behind the first bar of a card's text: nobody types bars, and a slow computer must not
/// cut a card in two.
const LONGEST_PAUSE_IN_CARD: Duration = Duration::from_millis(1500);

/// The fewest digits of a dossier's code: a unit, a date and a number have more.
const DIGITS: usize = 10;

/// What follows from a character or an Enter.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// A character after a pause: perhaps the first of a burst.
    First,
    /// Nothing to do.
    Nothing,
    /// A scan is complete.
    Scan(String),
}

/// No hand presses two keys so soon after each other.
const INHUMAN: Duration = Duration::from_millis(25);

thread_local! {
    /// Whether a scanner is typing right now: its blanks and digits are no presses of a button. All
    /// keys of a window come on one thread.
    static SCANNING: Cell<bool> = const { Cell::new(false) };
}

/// Whether the key just heard came from a scanner, as far as that can be told before its Enter.
pub(crate) fn is_scanning() -> bool {
    SCANNING.get()
}

/// The burst so far.
#[derive(Debug, Default)]
pub(crate) struct Scanner {
    text: String,
    last: Duration,
}

impl Scanner {
    /// Hears `text` typed at the moment `at`.
    pub(crate) fn hear(&mut self, text: &str, at: Duration) -> Heard {
        let paused = self.paused(at);
        let soon = at.saturating_sub(self.last) < INHUMAN;
        self.last = at;
        if paused {
            self.text.clear();
        }
        let first = self.text.is_empty();
        self.text.push_str(text);
        SCANNING.set(!first && (soon || self.text.contains('|')));
        if first { Heard::First } else { Heard::Nothing }
    }

    /// Hears a key that types nothing, an arrow, say: no scanner sends one.
    pub(crate) fn hear_no_text() {
        SCANNING.set(false);
    }

    fn paused(&self, at: Duration) -> bool {
        let longest = if self.text.contains('|') { LONGEST_PAUSE_IN_CARD } else { LONGEST_PAUSE };
        at.saturating_sub(self.last) > longest
    }

    /// Hears Enter at the moment `at`.
    pub(crate) fn enter(&mut self, at: Duration) -> Heard {
        let paused = self.paused(at);
        SCANNING.set(false);
        let text = std::mem::take(&mut self.text);
        if !paused && is_scan(&text) { Heard::Scan(text) } else { Heard::Nothing }
    }
}

/// What was scanned, by the look of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An identity card's text.
    Card,
    /// The label of a tray.
    Tray,
    /// The bill of a postal item.
    Bill,
    /// A dossier's code.
    Code,
}

/// What a scan is: what is none of the others is taken for a dossier's code.
pub(crate) fn kind(scan: &str) -> Kind {
    match () {
        () if scan.contains('|') => Kind::Card,
        () if scanned_tray(scan).is_some() => Kind::Tray,
        () if is_bill(scan) => Kind::Bill,
        () => Kind::Code,
    }
}

/// Whether a burst is the text of an identity card, a dossier's code as slips bear it, the label of a
/// tray, or a postal bill.
fn is_scan(text: &str) -> bool {
    let text = text.trim();
    let card = text.matches('|').count() >= 5;
    card || is_code(text) || scanned_tray(text).is_some() || is_bill(text)
}

/// Whether a text looks like a dossier's code.
pub(crate) fn is_code(text: &str) -> bool {
    let text = text.trim();
    text.contains('-')
        && text.contains(|c: char| c.is_ascii_alphabetic())
        && text.chars().filter(char::is_ascii_digit).count() >= DIGITS
        && text.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c))
}

/// Whether a text is the identifier of a postal item: two letters, nine digits, two letters (Universal
/// Postal Union, standard S10).
fn is_bill(text: &str) -> bool {
    let text = text.trim().as_bytes();
    let letters = |part: &[u8]| part.iter().all(u8::is_ascii_alphabetic);
    match (text.get(..2), text.get(2..11), text.get(11..)) {
        (Some(service), Some(digits), Some(country)) if country.len() == 2 => {
            letters(service) && digits.iter().all(u8::is_ascii_digit) && letters(country)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn burst(text: &str, pause: u64) -> Heard {
        let mut scanner = Scanner::default();
        let mut at = 1000;
        for c in text.chars() {
            at += pause;
            let _ = scanner.hear(&c.to_string(), Duration::from_millis(at));
        }
        scanner.enter(Duration::from_millis(at + pause))
    }

    #[test]
    fn a_burst_with_a_cards_or_a_slips_text_is_a_scan() {
        for text in [
            "045188000000|1|Hồ Thị Mẫu|12031988|Nữ|Thôn Ruộng|15042021",
            "H50.031-261123-0042",
            "KHAY-A1",
            "EA123456789VN",
        ] {
            assert_eq!(burst(text, 2), Heard::Scan(text.to_owned()));
            assert_eq!(burst(text, 2000), Heard::Nothing, "typed by hand");
        }
        let mut slow = Scanner::default();
        let mut at = Duration::from_millis(5000);
        for c in "045188000000|".chars() {
            let _ = slow.hear(&c.to_string(), at);
            at += Duration::from_millis(5);
        }
        for c in "|Hồ Thị Mẫu|12031988|Nữ|Thôn Ruộng".chars() {
            let _ = slow.hear(&c.to_string(), at);
            at += Duration::from_millis(250);
        }
        assert!(matches!(slow.enter(at), Heard::Scan(_)), "a slow computer cuts no card in two");
        for text in ["Hồ Thị Mẫu", "0912345678", "1.004884", "GUQ-2026-01", "0912-345-678"] {
            assert_eq!(burst(text, 2), Heard::Nothing, "{text}");
        }
    }

    #[test]
    fn a_scan_is_known_by_its_look() {
        let kinds = [
            ("045188000000|1|Hồ Thị Mẫu|12031988|Nữ|Thôn Ruộng|15042021", Kind::Card),
            ("H50.031-261123-0042", Kind::Code),
            ("khay-a1", Kind::Tray),
            ("ea123456789vn", Kind::Bill),
            ("EA12345678VN", Kind::Code),
            ("EA123456789VNM", Kind::Code),
            ("ĐA12345678VN", Kind::Code),
        ];
        for (text, expected) in kinds {
            assert_eq!(kind(text), expected, "{text}");
        }
    }

    #[test]
    fn what_stood_before_a_pause_is_no_part_of_the_scan() {
        let mut scanner = Scanner::default();
        let at = Duration::from_millis;
        assert_eq!(scanner.hear("x", at(100)), Heard::First);
        assert_eq!(scanner.hear("H", at(900)), Heard::First);
        for (place, c) in (1..).zip("50.031-261123-0001".chars()) {
            assert_eq!(scanner.hear(&c.to_string(), at(900 + place)), Heard::Nothing);
        }
        assert_eq!(scanner.enter(at(925)), Heard::Scan("H50.031-261123-0001".to_owned()));
        assert_eq!(scanner.enter(at(926)), Heard::Nothing, "a second Enter scans nothing");
    }
}
