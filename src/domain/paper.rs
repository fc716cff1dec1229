//! The papers of a dossier: what a procedure asks for and what the applicant brought.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::fold::fold;
use super::words::{Cursor, Words};

/// How a paper reaches the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperWay {
    /// Handed in and kept with the dossier.
    Submitted,
    /// Shown and given back at once.
    Shown,
    /// Not asked for: the office reads it from a database (Resolution 66.7/2025/NQ-CP).
    FromDatabase,
}

/// One paper a procedure asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequiredPaper {
    /// What it is, in the words of the procedure.
    pub name: String,
    /// How it reaches the office.
    pub way: PaperWay,
    /// How many originals.
    pub originals: u32,
    /// How many copies.
    pub copies: u32,
    /// Whether it is one of the procedure's printed forms, to be filled in.
    #[serde(default)]
    pub form: bool,
}

/// One paper the applicant brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// What it is.
    pub name: String,
    /// How it reached the office.
    pub way: PaperWay,
    /// How many originals.
    pub originals: u32,
    /// How many copies.
    pub copies: u32,
}

/// A paper that data now replaces (Resolution 66.7/2025/NQ-CP, annex I).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplacedPaper {
    /// National code of the procedure.
    pub procedure: String,
    /// The paper that must no longer be asked for.
    pub paper: String,
    /// The database that holds its data.
    pub database: String,
    /// The ministry that owns the database.
    pub owner: String,
    /// The document that used to ask for the paper.
    pub legal_document: String,
    /// The place in that document.
    pub article: String,
}

/// What parts the papers of one procedure in a catalogue file.
const PAPER_BREAK: &str = " | ";

/// The papers of a catalogue cell: parted by ` | `, or by line breaks where no ` | ` stands.
#[must_use]
pub fn required_papers(text: &str) -> Vec<RequiredPaper> {
    let items: Vec<&str> =
        if text.contains(PAPER_BREAK) { text.split(PAPER_BREAK) } else { text.split("\n") }
            .collect();
    items.into_iter().filter_map(RequiredPaper::parse).collect()
}

impl RequiredPaper {
    /// Reads one item of a list of required papers; `None` for an item without a letter or digit.
    ///
    /// Understood and taken off the name: `(xuất trình)`, `(nộp)` and `(mẫu)` before it, a bullet,
    /// `Thành phần hồ sơ 2:`, and the portal's `(Bản chính: 1 Bản sao: 0)` behind it. Without counts
    /// it is one original, or one copy when the name begins with *Bản sao* or *Bản chụp*. A heading
    /// asks for no paper of its own: no originals, no copies. Any other text stays whole.
    #[must_use]
    pub fn parse(item: &str) -> Option<Self> {
        let item: String = item.nfc().collect();
        let (way, form, rest) = way_of(without_bullets(&item));
        let (rest, counts) = without_counts(without_bullets(rest));
        let name = without_end(&without_number(rest));
        if !name.chars().any(char::is_alphanumeric) {
            return None;
        }
        let (originals, copies) = counts.unwrap_or_else(|| usual_counts(&name));
        Some(Self { name, way, originals, copies, form })
    }

    /// This paper as an applicant brings it who has everything.
    #[must_use]
    pub fn brought(&self) -> Paper {
        Paper {
            name: self.name.clone(),
            way: self.way,
            originals: self.originals,
            copies: self.copies,
        }
    }

    /// Whether this is a heading over the papers that follow.
    #[must_use]
    pub fn is_heading(&self) -> bool {
        self.name.ends_with(':')
    }
}

impl ReplacedPaper {
    /// Whether the list holds on `day`: Resolution 66.7/2025/NQ-CP is in force from 01/01/2026 to
    /// 28/02/2027.
    #[must_use]
    pub fn in_force(day: NaiveDate) -> bool {
        let from = NaiveDate::from_ymd_opt(2026, 1, 1);
        let until = NaiveDate::from_ymd_opt(2027, 2, 28);
        (from..=until).contains(&Some(day))
    }

    /// Whether `paper`, as an officer or a procedure words it, names the paper that is replaced:
    /// its words stand in it one after the other, with or without marks.
    #[must_use]
    pub fn replaces(&self, paper: &str) -> bool {
        let wanted = fold(&self.paper);
        !wanted.is_empty() && format!(" {} ", fold(paper)).contains(&format!(" {wanted} "))
    }
}

/// One original, or one copy of what is asked for as a copy; a heading counts nothing.
fn usual_counts(name: &str) -> (u32, u32) {
    let words = Words::new(name);
    if name.ends_with(':') {
        (0, 0)
    } else if words.cursor().eat_any(&["bản sao", "bản chụp", "bản photo"]) {
        (0, 1)
    } else {
        (1, 0)
    }
}

fn without_bullets(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || "-–—+•*·▪".contains(c)).trim_end()
}

/// The way named in brackets before the paper, and whether it is a printed form.
fn way_of(text: &str) -> (PaperWay, bool, &str) {
    let named = text.strip_prefix('(').and_then(|text| text.split_once(')'));
    let Some((way, rest)) = named else { return (PaperWay::Submitted, false, text) };
    match way.trim().to_lowercase().as_str() {
        "xuất trình" => (PaperWay::Shown, false, rest),
        "nộp" => (PaperWay::Submitted, false, rest),
        "mẫu" => (PaperWay::Submitted, true, rest),
        _ => (PaperWay::Submitted, false, text),
    }
}

/// Takes `(Bản chính: 1 Bản sao: 0)` off the end. Zero of both says nothing and counts as absent.
fn without_counts(text: &str) -> (&str, Option<(u32, u32)>) {
    let Some(place) = text.rfind('(') else { return (text, None) };
    let (name, brackets) = text.split_at(place);
    let words = Words::new(brackets);
    match counts(words.cursor()) {
        Some((0, 0)) => (name, None),
        Some(counts) => (name, Some(counts)),
        None => (text, None),
    }
}

fn counts(mut words: Cursor<'_>) -> Option<(u32, u32)> {
    if !words.eat("( bản chính :") {
        return None;
    }
    let originals = u32::try_from(words.number()?).ok()?;
    let _ = words.eat_any(&[",", ";", "-"]);
    if !words.eat("bản sao :") {
        return None;
    }
    let copies = u32::try_from(words.number()?).ok()?;
    (words.eat(")") && words.done()).then_some((originals, copies))
}

/// Takes the portal's numbering off: the slip counts the papers itself.
fn without_number(text: &str) -> String {
    let numbered = || {
        let (label, rest) = text.split_once(':')?;
        let words = Words::new(label);
        let mut label = words.cursor();
        let rest = rest.trim();
        if rest.is_empty() || !label.eat("thành phần hồ sơ") || label.number().is_none() {
            return None;
        }
        Some(if label.done() { rest.to_owned() } else { format!("{} {rest}", label.source()) })
    };
    numbered().unwrap_or_else(|| text.to_owned())
}

/// Drops the sign that ends a list item; an ellipsis stays.
fn without_end(name: &str) -> String {
    let name = name.trim().trim_end_matches([';', ',']).trim_end();
    let ellipsis = name.ends_with("..");
    let name = if ellipsis { name } else { name.strip_suffix('.').unwrap_or(name) };
    name.trim_end().to_owned()
}
