//! The people of a dossier: who hands it in, for whom, and how to reach them.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use unicode_normalization::char::is_combining_mark;

use super::fold::{fold, is_apostrophe};
use super::identity::{IdWarning, Identity};
use super::invalid::Problem;
use super::line::clean_line;
use super::time::parse_date;

/// The most characters of a person's name.
pub const NAME_MAX: usize = 100;
/// The most characters of an organisation's name.
pub const ORGANISATION_NAME_MAX: usize = 250;
/// The most characters of an address.
pub const ADDRESS_MAX: usize = 300;
/// The most characters of an e-mail address (RFC 5321, section 4.5.3.1).
pub const EMAIL_MAX: usize = 254;

/// Male or female, as the identity card has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// *Nam*.
    Male,
    /// *Nữ*.
    Female,
}

impl Sex {
    /// Reads *Nam* or *Nữ*, in capitals or not, with or without its marks, or the names used in
    /// files, `male` and `female`.
    ///
    /// # Errors
    /// [`Problem::Empty`], [`Problem::NotUnderstood`].
    pub fn parse(text: &str) -> Result<Self, Problem> {
        match fold(text).as_str() {
            "nam" | "male" => Ok(Self::Male),
            "nu" | "female" => Ok(Self::Female),
            _ if text.trim().is_empty() => Err(Problem::Empty),
            _ => Err(Problem::NotUnderstood),
        }
    }
}

/// A date of birth: a plain date, or only a year on old papers. Never an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BirthDate {
    /// The whole date.
    Day(NaiveDate),
    /// Only the year is known.
    Year(i32),
}

impl BirthDate {
    /// Reads `12/03/1988`, `1988-03-12`, the card's `12031988`, or a year alone, `1988` or with
    /// noughts for the unknown day and month, `00001988`; refuses dates after `today` and more than
    /// 130 years before it.
    ///
    /// # Errors
    /// [`Problem::Empty`], [`Problem::ImpossibleDate`], [`Problem::InFuture`],
    /// [`Problem::TooLongAgo`].
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, Problem> {
        let birth = Self::recorded(text)?;
        let after_today = match birth {
            Self::Day(day) => day > today,
            Self::Year(year) => year > today.year(),
        };
        if after_today {
            Err(Problem::InFuture)
        } else if birth.year() < today.year() - 130 {
            Err(Problem::TooLongAgo)
        } else {
            Ok(birth)
        }
    }

    /// Reads what [`fmt::Display`] wrote: a date that was held against the day it was given must read
    /// back on every later day, so no day is looked at here.
    ///
    /// # Errors
    /// [`Problem::Empty`], [`Problem::ImpossibleDate`].
    pub fn recorded(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        match text.len() {
            0 => Err(Problem::Empty),
            4 if digits => text.parse().map(Self::Year).map_err(|_| Problem::ImpossibleDate),
            8 if digits && text.starts_with("0000") => Self::recorded(text.split_at(4).1),
            _ => read_day(text).map(Self::Day).ok_or(Problem::ImpossibleDate),
        }
    }

    /// The year of birth.
    #[must_use]
    pub fn year(self) -> i32 {
        match self {
            Self::Day(day) => day.year(),
            Self::Year(year) => year,
        }
    }
}

/// `1988-03-12`, or `1988` when only the year is known: the form kept in files and in the book.
impl fmt::Display for BirthDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl Serialize for BirthDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for BirthDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::recorded(&text).map_err(|_| de::Error::custom("not a date of birth"))
    }
}

/// Reads a whole date as officers and files write it, or as the card does, `12031988`.
pub(crate) fn read_day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        NaiveDate::parse_from_str(text, "%d%m%Y").ok()
    } else {
        parse_date(text)
    }
}

/// Who a dossier belongs to, as given at the desk: later changes of a person change no old slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// A person or an organisation.
    pub kind: ApplicantKind,
    /// Name, in NFC, as typed or as on the card.
    pub name: String,
    /// Where they live or have their seat; empty when not given.
    pub address: String,
    /// Telephone, digits only, with the leading zero; empty when not given.
    pub phone: String,
    /// E-mail; empty when not given.
    pub email: String,
}

/// What only a person has, and what only an organisation has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ApplicantKind {
    /// A citizen or a foreigner.
    Person {
        /// Identity number or passport.
        identity: Option<Identity>,
        /// Date of birth.
        birth: Option<BirthDate>,
        /// Sex.
        sex: Option<Sex>,
    },
    /// A company, a cooperative, an agency.
    Organisation {
        /// Tax code, `0100047516` or `0100047516-001`; empty when not given.
        tax_code: String,
    },
}

impl Applicant {
    /// The number that tells who this is: identity number, passport or tax code; empty if none.
    #[must_use]
    pub fn identity_number(&self) -> &str {
        match &self.kind {
            ApplicantKind::Person { identity, .. } => {
                identity.as_ref().map_or("", Identity::number)
            }
            ApplicantKind::Organisation { tax_code } => tax_code,
        }
    }

    /// What is odd about the identity number beside the sex and the birth given: to show, never to
    /// block. Empty for organisations.
    #[must_use]
    pub fn identity_warnings(&self, today: NaiveDate) -> Vec<IdWarning> {
        match &self.kind {
            ApplicantKind::Person { identity: Some(identity), birth, sex } => {
                identity.warnings(*sex, *birth, today)
            }
            _ => Vec::new(),
        }
    }
}

/// Somebody who gave the applicant authority to hand in the dossier (form 01, field 6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Principal {
    /// The person or organisation that gave the authority.
    pub party: Applicant,
    /// The paper that gives it, for instance "Giấy ủy quyền ngày 20/11/2026".
    pub authorisation: String,
}

/// Reads a person's name of at most [`NAME_MAX`] characters and keeps it as typed, in NFC.
///
/// Letters of any language, apostrophes, hyphens, dots and the middle dot are allowed, and so are
/// single letters and one-word names: *Y Blơ*, *H'*, *A*.
///
/// # Errors
/// [`Problem::Empty`]; [`Problem::NotAName`] without a letter, with a digit or another sign; those
/// of [`clean_line`].
pub fn parse_name(text: &str) -> Result<String, Problem> {
    let name = given(text, NAME_MAX)?;
    let belongs = |c: char| {
        is_name_letter(c)
            || is_apostrophe(c)
            || matches!(c, ' ' | '-' | '\u{2010}'..='\u{2013}' | '.' | '·')
    };
    if name.chars().all(belongs) && has_letter(&name) { Ok(name) } else { Err(Problem::NotAName) }
}

/// Reads an organisation's name of at most [`ORGANISATION_NAME_MAX`] characters: digits and the
/// usual signs are allowed, one letter is needed.
///
/// # Errors
/// [`Problem::Empty`]; [`Problem::NotAName`] without a letter or with a sign no name has, such as
/// `<` or `|`; those of [`clean_line`].
pub fn parse_organisation_name(text: &str) -> Result<String, Problem> {
    let name = given(text, ORGANISATION_NAME_MAX)?;
    let belongs = |c: char| {
        is_name_letter(c)
            || c.is_numeric()
            || is_apostrophe(c)
            || matches!(c, '\u{2010}'..='\u{2014}')
            || " -&().,:;/+!?@#%*_°№·\"“”„«»".contains(c)
    };
    if name.chars().all(belongs) && has_letter(&name) { Ok(name) } else { Err(Problem::NotAName) }
}

/// Reads an address of at most [`ADDRESS_MAX`] characters.
///
/// # Errors
/// [`Problem::Empty`]; [`Problem::NotUnderstood`] without a letter or a digit; those of
/// [`clean_line`].
pub fn parse_address(text: &str) -> Result<String, Problem> {
    let address = given(text, ADDRESS_MAX)?;
    if address.chars().any(char::is_alphanumeric) {
        Ok(address)
    } else {
        Err(Problem::NotUnderstood)
    }
}

/// Reads an e-mail address of at most [`EMAIL_MAX`] characters. Only the shape is looked at: one
/// `@` with something before it, and a domain of two or more names parted by dots.
///
/// # Errors
/// [`Problem::Empty`], [`Problem::NotUnderstood`]; those of [`clean_line`].
pub fn parse_email(text: &str) -> Result<String, Problem> {
    let email = given(text, EMAIL_MAX)?;
    let (local, domain) = email.split_once('@').ok_or(Problem::NotUnderstood)?;
    let odd = |c: char| c.is_whitespace() || "@,;:<>()[]\"\\|".contains(c);
    let dotted = domain.contains('.') && domain.split('.').all(|name| !name.is_empty());
    if local.is_empty() || !dotted || email.replacen('@', "", 1).contains(odd) {
        return Err(Problem::NotUnderstood);
    }
    Ok(email)
}

/// A clean line that is not empty.
fn given(text: &str, max: usize) -> Result<String, Problem> {
    let line = clean_line(text, max)?;
    if line.is_empty() { Err(Problem::Empty) } else { Ok(line) }
}

/// Marks stay apart from their letter in NFC where Unicode has no letter with both (*ơ̆* in Ba Na).
fn is_name_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c)
}

/// Whether a letter is there; some apostrophes count as letters in Unicode.
fn has_letter(text: &str) -> bool {
    text.chars().any(|c| c.is_alphabetic() && !is_apostrophe(c))
}
