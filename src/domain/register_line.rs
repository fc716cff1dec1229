//! A line of the register of dossiers, as it is printed and written to files.

use chrono::NaiveDate;
use serde::Serialize;

use super::dossier::ReturnBy;
use super::time::OfficeTime;

/// Why a dossier ends without a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// It was refused.
    Refused,
    /// Its handling was stopped.
    Stopped,
    /// The applicant withdrew it.
    Withdrawn,
}

/// The end of a dossier without a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Ended {
    /// Why.
    pub how: Ending,
    /// On which day.
    pub on: NaiveDate,
    /// The number of the notice that tells of it, where there is one.
    pub notice: Option<i64>,
}

/// One line of *Sổ theo dõi hồ sơ*: everything form 07 asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegisterLine {
    /// Running number in the year.
    pub number: i64,
    /// The dossier's code.
    pub code: String,
    /// The procedure's name.
    pub procedure: String,
    /// The applicant's name.
    pub applicant: String,
    /// The applicant's identity number, passport or tax code; may be empty.
    pub identity_number: String,
    /// The applicant's address; may be empty.
    pub address: String,
    /// The applicant's telephone number; may be empty.
    pub phone: String,
    /// The agency or division that handles it; empty for the office's own agency.
    pub handled_by: String,
    /// When it was received.
    pub received_at: OfficeTime,
    /// When the result is promised.
    pub due_at: Option<OfficeTime>,
    /// When the result was handed over.
    pub returned_at: Option<OfficeTime>,
    /// How the result goes out.
    pub return_by: ReturnBy,
    /// Who collected it; empty where nobody did yet.
    pub collector: String,
    /// Why its number was voided; `None` for a number that stands.
    pub void: Option<String>,
    /// How it ended without a result; `None` where it did not.
    pub ended: Option<Ended>,
}

impl RegisterLine {
    /// When the result is promised; nothing is for a number that counts for nothing.
    #[must_use]
    pub fn promised(&self) -> Option<OfficeTime> {
        self.due_at.filter(|_| self.void.is_none())
    }

    /// Address and telephone number in one cell.
    #[must_use]
    pub fn address_and_phone(&self) -> String {
        let parts = [self.address.as_str(), self.phone.as_str()];
        let given: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        given.join("; ")
    }
}
