//! Dossier codes: a pattern the office sets, and the codes it makes.

use chrono::{Datelike, NaiveDate};

use super::invalid::Problem;

/// Unit code, date of receipt, sequence of the day with at least four digits
/// (Circular 03/2025/TT-VPCP art. 13).
pub const DEFAULT_PATTERN: &str = "UNIT-YYMMDD-XXXX";

/// The fewest digits of the sequence ("tối thiểu 04 ký tự", the same article).
const FEWEST_DIGITS: usize = 4;

/// The most characters of a unit code (Decision 20/2020/QĐ-TTg art. 4).
const LONGEST_UNIT: usize = 35;

/// How an office's dossier codes look: `UNIT-YYMMDD-XXXX`.
///
/// `UNIT` is the unit code, `YYYY` or `YY`, `MM` and `DD` the date of receipt, a run of at least
/// four `X` the sequence, which grows wider when it has to. Digits, other capital letters, dots,
/// hyphens and underscores stand for themselves. The sequence starts again at 1 whenever the rest
/// of the code changes: with the default pattern, every day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodePattern {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Literal(char),
    Unit,
    Year,
    ShortYear,
    Month,
    Day,
    Sequence { digits: usize },
}

/// What stands in the place of the sequence.
#[derive(Clone, Copy)]
enum Sequence {
    Number(i64),
    Open(&'static str),
}

impl CodePattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// [`Problem::Empty`], [`Problem::ForbiddenCharacter`], [`Problem::Missing`] without a
    /// sequence, [`Problem::Conflict`] with two, [`Problem::OutOfRange`] with one of fewer than
    /// four or more than twelve digits.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        const WORDS: [(&str, Part); 5] = [
            ("UNIT", Part::Unit),
            ("YYYY", Part::Year),
            ("YY", Part::ShortYear),
            ("MM", Part::Month),
            ("DD", Part::Day),
        ];
        if text.is_empty() {
            return Err(Problem::Empty);
        }
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let digits = rest.chars().take_while(|letter| *letter == 'X').count();
            let word = WORDS.iter().find(|(word, _)| rest.starts_with(word));
            let (part, length) = if let Some((word, part)) = word {
                (part.clone(), word.len())
            } else if digits > 0 {
                (Part::Sequence { digits }, digits)
            } else if first.is_ascii_uppercase() || first.is_ascii_digit() || "._-".contains(first)
            {
                (Part::Literal(first), 1)
            } else {
                return Err(Problem::ForbiddenCharacter(first));
            };
            parts.push(part);
            rest = &rest[length..];
        }
        let sequences: Vec<usize> = parts
            .iter()
            .filter_map(|part| match part {
                Part::Sequence { digits } => Some(*digits),
                _ => None,
            })
            .collect();
        match sequences[..] {
            [] => Err(Problem::Missing),
            [digits] if (FEWEST_DIGITS..=12).contains(&digits) => Ok(Self { parts }),
            [_] => Err(Problem::OutOfRange { min: 4, max: 12 }),
            _ => Err(Problem::Conflict),
        }
    }

    /// The series that a dossier received on `date` is numbered in: its code with the sequence left
    /// as `X`. Two dossiers are in one series exactly when their codes differ in the sequence only.
    #[must_use]
    pub fn series(&self, unit: &str, date: NaiveDate) -> String {
        self.write(unit, date, Sequence::Open("X"))
    }

    /// The code of a dossier that has no number yet: a dot stands for each digit of the sequence.
    #[must_use]
    pub fn open_code(&self, unit: &str, date: NaiveDate) -> String {
        self.write(unit, date, Sequence::Open("·"))
    }

    /// The code of the dossier with number `sequence` (1, 2, 3 …) of its series.
    #[must_use]
    pub fn code(&self, unit: &str, date: NaiveDate, sequence: i64) -> String {
        self.write(unit, date, Sequence::Number(sequence))
    }

    fn write(&self, unit: &str, date: NaiveDate, sequence: Sequence) -> String {
        self.parts
            .iter()
            .map(|part| match part {
                Part::Literal(letter) => letter.to_string(),
                Part::Unit => unit.to_owned(),
                Part::Year => format!("{:04}", date.year()),
                Part::ShortYear => format!("{:02}", date.year().rem_euclid(100)),
                Part::Month => format!("{:02}", date.month()),
                Part::Day => format!("{:02}", date.day()),
                Part::Sequence { digits } => match sequence {
                    Sequence::Number(number) => format!("{number:0digits$}"),
                    Sequence::Open(sign) => sign.repeat(*digits),
                },
            })
            .collect()
    }
}

/// Checks a unit code: at most 35 characters, capital letters, digits and dots
/// (Decision 20/2020/QĐ-TTg art. 4). Lower case letters are raised.
///
/// # Errors
/// [`Problem::Empty`], [`Problem::TooLong`], [`Problem::ForbiddenCharacter`].
pub fn parse_unit(text: &str) -> Result<String, Problem> {
    let unit = text.trim().to_ascii_uppercase();
    if unit.is_empty() {
        return Err(Problem::Empty);
    }
    if unit.chars().count() > LONGEST_UNIT {
        return Err(Problem::TooLong { max: LONGEST_UNIT });
    }
    let allowed = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.';
    match unit.chars().find(|c| !allowed(*c)) {
        Some(other) => Err(Problem::ForbiddenCharacter(other)),
        None => Ok(unit),
    }
}
