//! Applicants as the columns of a dossier.

use rusqlite::Row;

use super::error::StoreError;
use super::row::{from_word, word};
use crate::domain::applicant::{Applicant, ApplicantKind, BirthDate};
use crate::domain::identity::Identity;

/// An applicant as columns.
pub(super) struct Columns {
    pub(super) kind: &'static str,
    pub(super) identity_kind: Option<&'static str>,
    pub(super) birth: Option<String>,
    pub(super) sex: Option<String>,
}

impl Columns {
    pub(super) fn of(applicant: &Applicant) -> Result<Self, StoreError> {
        Ok(match &applicant.kind {
            ApplicantKind::Person { identity, birth, sex } => Self {
                kind: "person",
                identity_kind: identity.as_ref().map(|identity| match identity {
                    Identity::Citizen(_) => "citizen",
                    Identity::Old(_) => "old",
                    Identity::Passport(_) => "passport",
                }),
                birth: birth.map(|birth| birth.to_string()),
                sex: sex.as_ref().map(word).transpose()?,
            },
            ApplicantKind::Organisation { tax_code } => Self {
                kind: "organisation",
                identity_kind: (!tax_code.is_empty()).then_some("tax_code"),
                birth: None,
                sex: None,
            },
        })
    }
}

/// The applicant of a row with the columns of a dossier.
pub(super) fn applicant_of_row(row: &Row<'_>) -> Result<Applicant, StoreError> {
    let number: String = row.get("identity_number")?;
    let identity_kind: Option<String> = row.get("identity_kind")?;
    let birth: Option<String> = row.get("birth")?;
    let sex: Option<String> = row.get("sex")?;
    let kind: String = row.get("applicant_kind")?;
    let kind = if kind == "organisation" {
        ApplicantKind::Organisation { tax_code: number }
    } else {
        ApplicantKind::Person {
            identity: match identity_kind.as_deref() {
                Some("citizen") => Some(Identity::Citizen(number)),
                Some("old") => Some(Identity::Old(number)),
                Some("passport") => Some(Identity::Passport(number)),
                _ => None,
            },
            birth: birth
                .map(|text| BirthDate::recorded(&text))
                .transpose()
                .map_err(|_| StoreError::Unreadable("birth"))?,
            sex: sex.map(|_| from_word(row, "sex")).transpose()?,
        }
    };
    Ok(Applicant {
        kind,
        name: row.get("applicant_name")?,
        address: row.get("address")?,
        phone: row.get("phone")?,
        email: row.get("email")?,
    })
}
