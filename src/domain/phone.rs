//! Vietnamese telephone numbers, mobile and landline.

use serde::Serialize;

use super::invalid::Problem;
use super::line::{bare_digits, is_invisible};

/// Something odd about a number that was accepted: shown, never a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "doubt", rename_all = "snake_case")]
#[non_exhaustive]
pub enum PhoneWarning {
    /// No network and no landline area uses these first three digits.
    UnknownPrefix {
        /// The first three digits, `"053"`.
        prefix: String,
    },
    /// A mobile number of eleven digits: mobile numbers have had ten since 2018.
    TooManyDigits,
}

/// Reads a telephone number and gives its 10 or 11 digits with the leading zero, `0912345678`.
///
/// `+84`, `84` and `0084` in place of the zero are understood, `+84 (0)…` too; white space, dots,
/// dashes and parentheses may stand anywhere.
///
/// # Errors
/// [`Problem::Empty`], [`Problem::NotDigits`], [`Problem::WrongLength`];
/// [`Problem::NotUnderstood`] for numbers of other countries and numbers without the zero.
pub fn parse(text: &str) -> Result<String, Problem> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '(' || is_invisible(c));
    let (international, rest) = match text.strip_prefix(['+', '\u{FF0B}']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let digits = match bare_digits(rest, ".-()") {
        Err(Problem::Empty) if international => return Err(Problem::NotDigits),
        digits => digits?,
    };
    let national = if international {
        digits.strip_prefix("84")
    } else if let Some(rest) = digits.strip_prefix("0084") {
        Some(rest)
    } else if digits.len() > 10 {
        digits.strip_prefix("84")
    } else {
        None
    };
    let number = match national {
        Some(national) => format!("0{}", national.strip_prefix('0').unwrap_or(national)),
        None if international => return Err(Problem::NotUnderstood),
        None => digits,
    };
    match number.len() {
        10 | 11 if number.starts_with('0') && !number.starts_with("00") => Ok(number),
        10 | 11 => Err(Problem::NotUnderstood),
        found => Err(Problem::WrongLength { found, expected: "10, 11" }),
    }
}

/// What is odd about a number that [`parse`] gave.
#[must_use]
pub fn warning(number: &str) -> Option<PhoneWarning> {
    let prefix = number.get(..3)?;
    match prefix.parse::<u16>().ok()? {
        20..=29 => None,
        code if !is_mobile(code) => Some(PhoneWarning::UnknownPrefix { prefix: prefix.to_owned() }),
        _ if number.len() > 10 => Some(PhoneWarning::TooManyDigits),
        _ => None,
    }
}

/// Whether a mobile network uses this prefix: Viettel 032–039, 086, 096–098; VinaPhone 081–085,
/// 088, 091, 094; MobiFone 070, 076–079, 089, 090, 093; Vietnamobile 052, 056, 058, 092; Gmobile
/// 059, 099; a virtual operator 087.
fn is_mobile(code: u16) -> bool {
    matches!(code,
        32..=39 | 52 | 56 | 58 | 59 | 70 | 76..=79 | 81..=94 | 96..=99)
}
