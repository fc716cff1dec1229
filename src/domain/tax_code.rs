//! Tax codes of organisations, of their branches and of household businesses.

use super::invalid::Problem;
use super::line::bare_digits;

/// What each of the first nine digits weighs (Circular 105/2020/TT-BTC, Appendix 1).
const WEIGHTS: [u32; 9] = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/// Reads a tax code: `0100047516`, a branch's `0100047516-001`, or the 12-digit personal number
/// that household businesses use since 1 July 2025 (Circular 86/2024/TT-BTC).
///
/// White space and dots go; a branch's hyphen is put back where it belongs.
///
/// # Errors
/// [`Problem::Empty`], [`Problem::NotDigits`], [`Problem::WrongLength`], [`Problem::CheckDigit`];
/// [`Problem::NotUnderstood`] for twelve digits with a hyphen, a branch number cut short.
pub fn parse(text: &str) -> Result<String, Problem> {
    let digits = bare_digits(text, ".-")?;
    let hyphen = text.contains(['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}']);
    let (number, branch) = match digits.len() {
        10 => (digits.as_str(), ""),
        12 if hyphen => return Err(Problem::NotUnderstood),
        12 => return Ok(digits),
        13 => digits.split_at_checked(10).ok_or(Problem::NotDigits)?,
        found => return Err(Problem::WrongLength { found, expected: "10, 12, 13" }),
    };
    if !check_digit_fits(number) {
        Err(Problem::CheckDigit)
    } else if branch.is_empty() {
        Ok(digits)
    } else {
        Ok(format!("{number}-{branch}"))
    }
}

/// Whether the tenth digit is 10 less the weighted sum modulo 11. A remainder of 0 would ask for
/// the digit "10": such numbers are not given out.
fn check_digit_fits(number: &str) -> bool {
    let digits: Vec<u32> = number.chars().filter_map(|c| c.to_digit(10)).collect();
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    digits.get(9) == Some(&(10 - sum % 11))
}
