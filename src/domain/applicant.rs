//! The people of a dossier: who hands it in, for whom, and how to reach them.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::identity::Identity;
use super::invalid::Problem;
use super::time::parse_date;

/// Male or female, as the identity card has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// *Nam*.
    Male,
    /// *Nữ*.
    Female,
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
    /// Reads `12/03/1988`, `1988-03-12`, the card's `12031988`, or a year alone; refuses dates
    /// after `today` and more than 130 years before it.
    ///
    /// # Errors
    /// [`Problem::Empty`], [`Problem::ImpossibleDate`], [`Problem::InFuture`],
    /// [`Problem::TooLongAgo`].
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Empty);
        }
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let birth = match text.len() {
            4 if digits => Self::Year(text.parse().map_err(|_| Problem::ImpossibleDate)?),
            8 if digits => NaiveDate::parse_from_str(text, "%d%m%Y")
                .map(Self::Day)
                .map_err(|_| Problem::ImpossibleDate)?,
            _ => Self::Day(parse_date(text).ok_or(Problem::ImpossibleDate)?),
        };
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
        Self::parse(&text, NaiveDate::MAX).map_err(|_| de::Error::custom("not a date of birth"))
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
            ApplicantKind::Person { identity, .. } => identity.as_ref().map_or("", Identity::number),
            ApplicantKind::Organisation { tax_code } => tax_code,
        }
    }
}

/// Somebody who gave the applicant authority to hand in the dossier (form 01, field 6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Principal {
    /// The person or organisation that gave the authority.
    pub party: Applicant,
    /// The paper that gives it, for instance "Giấy uỷ quyền ngày 20/11/2026".
    pub authorisation: String,
}
