//! Identity numbers: the 12-digit personal number, the old 9-digit one, passports.

use serde::{Deserialize, Serialize};

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

impl Identity {
    /// The number alone.
    #[must_use]
    pub fn number(&self) -> &str {
        match self {
            Self::Citizen(number) | Self::Old(number) | Self::Passport(number) => number,
        }
    }
}
