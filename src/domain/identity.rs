//! Identity numbers: the 12-digit personal number, the old 9-digit one, passports.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::applicant::{BirthDate, Sex};
use super::invalid::Problem;
use super::line::{bare_digits, is_invisible};
use super::place::{Place, is_abroad, place};

/// The number on a person's identity paper, checked for its form only.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "paper", content = "number", rename_all = "snake_case")]
pub enum Identity {
    /// Personal identity number, 12 digits.
    Citizen(String),
    /// Old identity card, 9 digits.
    Old(String),
    /// A foreigner's passport.
    Passport(String),
}

/// What a personal identity number says about its owner (Law on Identification 26/2023/QH15 and
/// its decrees): place of birth registration, century and sex, year of birth, six random digits.
/// It has no check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdReading {
    /// The province where the birth was registered; `None` when the code is in no list.
    pub place: Option<Place>,
    /// The first three digits.
    pub place_code: u16,
    /// From the fourth digit.
    pub sex: Sex,
    /// From the fourth to sixth digits, 1900 to 2399.
    pub birth_year: i32,
}

/// Something odd about an identity number. It is shown and never blocks the intake: papers with
/// mistakes exist, and their owners stand at the counter all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "doubt", rename_all = "snake_case")]
#[non_exhaustive]
pub enum IdWarning {
    /// No province has this code.
    UnknownPlace {
        /// The first three digits.
        code: u16,
    },
    /// The code is a country's: the birth was registered abroad.
    RegisteredAbroad {
        /// The first three digits.
        code: u16,
    },
    /// The number says another sex than the one given.
    SexDiffers {
        /// What the number says.
        number: Sex,
        /// What was given.
        given: Sex,
    },
    /// The number says another year of birth than the one given.
    BirthYearDiffers {
        /// What the number says.
        number: i32,
        /// What was given.
        given: i32,
    },
    /// The number says a year of birth that has not come yet.
    BornInFuture {
        /// What the number says.
        year: i32,
    },
}

impl Identity {
    /// Reads a personal number of 12 digits or an old one of 9; white space, dots and dashes
    /// between the digits are allowed.
    ///
    /// # Errors
    /// [`Problem::Empty`], [`Problem::NotDigits`], [`Problem::WrongLength`].
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let sign = |c: char| matches!(c, '.' | '-');
        if text.trim().starts_with(sign) || text.trim().ends_with(sign) {
            return Err(Problem::NotDigits);
        }
        let digits = bare_digits(text, ".-")?;
        match digits.len() {
            12 => Ok(Self::Citizen(digits)),
            9 => Ok(Self::Old(digits)),
            found => Err(Problem::WrongLength { found, expected: "9, 12" }),
        }
    }

    /// Reads a passport number: 5 to 20 Latin letters and digits, with at least one digit; letters
    /// become capitals, white space and hyphens go. Nine characters fill the field of a passport
    /// (ICAO Doc 9303), but border papers have longer numbers.
    ///
    /// # Errors
    /// [`Problem::Empty`], [`Problem::NotUnderstood`], [`Problem::WrongLength`].
    pub fn parse_passport(text: &str) -> Result<Self, Problem> {
        let number = text
            .chars()
            .filter(|&c| !c.is_whitespace() && c != '-' && !is_invisible(c))
            .map(|c| c.to_ascii_uppercase())
            .collect::<String>();
        if number.is_empty() {
            return Err(Problem::Empty);
        }
        let is_number = number.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && number.bytes().any(|byte| byte.is_ascii_digit());
        match number.len() {
            _ if !is_number => Err(Problem::NotUnderstood),
            5..=20 => Ok(Self::Passport(number)),
            found => Err(Problem::WrongLength { found, expected: "5–20" }),
        }
    }

    /// The number alone.
    #[must_use]
    pub fn number(&self) -> &str {
        match self {
            Self::Citizen(number) | Self::Old(number) | Self::Passport(number) => number,
        }
    }

    /// What the number says; `None` for old numbers and passports, which say nothing.
    #[must_use]
    pub fn reading(&self) -> Option<IdReading> {
        let Self::Citizen(number) = self else { return None };
        if number.len() != 12 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let place_code = number.get(..3)?.parse().ok()?;
        let century_and_sex: i32 = number.get(3..4)?.parse().ok()?;
        let year: i32 = number.get(4..6)?.parse().ok()?;
        Some(IdReading {
            place: place(place_code),
            place_code,
            sex: if century_and_sex % 2 == 0 { Sex::Male } else { Sex::Female },
            birth_year: 1900 + century_and_sex / 2 * 100 + year,
        })
    }

    /// What is odd about the number beside the `sex` and `birth` given; empty when nothing is, and
    /// for old numbers and passports.
    #[must_use]
    pub fn warnings(
        &self,
        sex: Option<Sex>,
        birth: Option<BirthDate>,
        today: NaiveDate,
    ) -> Vec<IdWarning> {
        let Some(reading) = self.reading() else { return Vec::new() };
        let code = reading.place_code;
        let odd_place = match reading.place {
            Some(_) => None,
            None if is_abroad(code) => Some(IdWarning::RegisteredAbroad { code }),
            None => Some(IdWarning::UnknownPlace { code }),
        };
        let number = reading.sex;
        let odd_sex = sex
            .filter(|&given| given != number)
            .map(|given| IdWarning::SexDiffers { number, given });
        let number = reading.birth_year;
        let odd_year = if number > today.year() {
            Some(IdWarning::BornInFuture { year: number })
        } else {
            birth
                .map(BirthDate::year)
                .filter(|&given| given != number)
                .map(|given| IdWarning::BirthYearDiffers { number, given })
        };
        [odd_place, odd_sex, odd_year].into_iter().flatten().collect()
    }
}
