//! The text in the QR code of an identity card, as a hand scanner types it.

use chrono::NaiveDate;

use super::applicant::{BirthDate, Sex, parse_address, parse_name, read_day};
use super::identity::Identity;
use super::invalid::{Field, Invalid, Problem};
use super::line::is_invisible;

/// What an identity card says about its owner.
///
/// Cards of 2021 carry seven parts between `|`: number, old number, name, birth, sex, address,
/// day of issue. Cards since 1 July 2024 (Circular 16/2024/TT-BCA) add more after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The personal number, always [`Identity::Citizen`].
    pub identity: Identity,
    /// The number of the card before, when the card names one that can be read.
    pub old_number: Option<String>,
    /// The name as on the card, often in capitals, in NFC.
    pub name: String,
    /// The date or only the year of birth.
    pub birth: BirthDate,
    /// The sex, when it can be read.
    pub sex: Option<Sex>,
    /// The address as on the card; the commune in it may have been merged since. May be empty.
    pub address: String,
    /// The day of issue, when it can be read.
    pub issued: Option<NaiveDate>,
}

impl Card {
    /// Reads a scanned text, whatever the scanner put around it: control characters, byte order
    /// marks, a symbology prefix such as `]Q1`, any Unicode normal form, more parts than seven.
    ///
    /// # Errors
    /// Names the part that cannot be used: [`Field::CardText`] with [`Problem::Empty`] or
    /// [`Problem::TooFewParts`]; [`Field::IdentityNumber`], [`Field::Name`], [`Field::BirthDate`]
    /// or [`Field::Address`] with what is wrong there. An old number, a sex or a day of issue that
    /// cannot be read is left out instead.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, Invalid> {
        let text = without_noise(text);
        if text.is_empty() {
            return Err(Field::CardText.wrong(Problem::Empty));
        }
        let parts: Vec<&str> = text.split('|').map(str::trim).collect();
        let [number, old_number, name, birth, sex, address, rest @ ..] = parts.as_slice() else {
            let found = parts.len();
            return Err(Field::CardText.wrong(Problem::TooFewParts { found }));
        };
        Ok(Self {
            identity: citizen(number).map_err(|problem| Field::IdentityNumber.wrong(problem))?,
            old_number: Identity::parse(old_number).ok().map(|old| old.number().to_owned()),
            name: parse_name(name).map_err(|problem| Field::Name.wrong(problem))?,
            birth: BirthDate::parse(birth, today)
                .map_err(|problem| Field::BirthDate.wrong(problem))?,
            sex: Sex::parse(sex).ok(),
            address: match parse_address(address) {
                Err(Problem::Empty) => String::new(),
                address => address.map_err(|problem| Field::Address.wrong(problem))?,
            },
            issued: rest.first().and_then(|day| read_day(day)).filter(|&day| day <= today),
        })
    }
}

/// The text without what a scanner adds: line ends and tabs become spaces, other control and
/// invisible characters go, and so does an AIM symbology identifier (ISO/IEC 15424) such as `]Q1`.
fn without_noise(text: &str) -> String {
    let visible: String = text
        .chars()
        .map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c })
        .filter(|&c| !c.is_control() && !is_invisible(c))
        .collect();
    let text = visible.trim();
    let mut after = text.chars();
    let prefix = [after.next(), after.next(), after.next()];
    match prefix {
        [Some(']'), Some('A'..='Z' | 'a'..='z'), Some('0'..='9' | 'A'..='Z' | 'a'..='z')] => {
            after.as_str().trim().to_owned()
        }
        _ => text.to_owned(),
    }
}

/// A card's own number has twelve digits; nine would be another paper's.
fn citizen(text: &str) -> Result<Identity, Problem> {
    const EXPECTED: &str = "12";
    match Identity::parse(text) {
        Ok(identity @ Identity::Citizen(_)) => Ok(identity),
        Ok(other) => Err(Problem::WrongLength { found: other.number().len(), expected: EXPECTED }),
        Err(Problem::WrongLength { found, .. }) => {
            Err(Problem::WrongLength { found, expected: EXPECTED })
        }
        Err(problem) => Err(problem),
    }
}
