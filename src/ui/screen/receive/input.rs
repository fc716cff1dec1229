//! The text fields of the intake form: their names, places and contents.

use crate::domain::intake::{Intake, Party};
use crate::domain::invalid::Field;
use crate::ui::text;

/// A text field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Input {
    Identity,
    Phone,
    Name,
    Birth,
    Address,
    Sex,
    Passport,
    Email,
    TaxCode,
    PrincipalName,
    PrincipalIdentity,
    PrincipalTaxCode,
    PrincipalPhone,
    PrincipalAddress,
    PrincipalEmail,
    Authorisation,
    Subject,
    Sets,
    Limit,
    AgreedAt,
    ClockFrom,
    SecondLimit,
    Note,
}

impl Input {
    /// All of them, in reading order.
    pub(crate) const ALL: [Self; 23] = [
        Self::Identity,
        Self::TaxCode,
        Self::Phone,
        Self::Name,
        Self::Birth,
        Self::Address,
        Self::Sex,
        Self::Passport,
        Self::Email,
        Self::PrincipalName,
        Self::PrincipalIdentity,
        Self::PrincipalTaxCode,
        Self::PrincipalPhone,
        Self::PrincipalAddress,
        Self::PrincipalEmail,
        Self::Authorisation,
        Self::Limit,
        Self::AgreedAt,
        Self::ClockFrom,
        Self::SecondLimit,
        Self::Subject,
        Self::Sets,
        Self::Note,
    ];

    /// Where the keyboard finds it.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Identity => "receive-identity",
            Self::Phone => "receive-phone",
            Self::Name => "receive-name",
            Self::Birth => "receive-birth",
            Self::Address => "receive-address",
            Self::Sex => "receive-sex",
            Self::Passport => "receive-passport",
            Self::Email => "receive-email",
            Self::TaxCode => "receive-tax-code",
            Self::PrincipalName => "receive-principal-name",
            Self::PrincipalIdentity => "receive-principal-identity",
            Self::PrincipalTaxCode => "receive-principal-tax-code",
            Self::PrincipalPhone => "receive-principal-phone",
            Self::PrincipalAddress => "receive-principal-address",
            Self::PrincipalEmail => "receive-principal-email",
            Self::Authorisation => "receive-authorisation",
            Self::Subject => "receive-subject",
            Self::Sets => "receive-sets",
            Self::Limit => "receive-limit",
            Self::AgreedAt => "receive-agreed",
            Self::ClockFrom => "receive-clock-from",
            Self::SecondLimit => "receive-second-limit",
            Self::Note => "receive-note",
        }
    }

    /// What the rules call it.
    pub(crate) fn field(self) -> Field {
        match self {
            Self::Identity => Field::IdentityNumber,
            Self::Phone => Field::Phone,
            Self::Name => Field::Name,
            Self::Birth => Field::BirthDate,
            Self::Address => Field::Address,
            Self::Sex => Field::Sex,
            Self::Passport => Field::Passport,
            Self::Email => Field::Email,
            Self::TaxCode => Field::TaxCode,
            Self::PrincipalName => Field::PrincipalName,
            Self::PrincipalIdentity => Field::PrincipalIdentityNumber,
            Self::PrincipalTaxCode => Field::PrincipalTaxCode,
            Self::PrincipalPhone => Field::PrincipalPhone,
            Self::PrincipalAddress => Field::PrincipalAddress,
            Self::PrincipalEmail => Field::PrincipalEmail,
            Self::Authorisation => Field::Authorisation,
            Self::Subject => Field::Subject,
            Self::Sets => Field::Sets,
            Self::Limit => Field::Limit,
            Self::AgreedAt => Field::AgreedAt,
            Self::ClockFrom => Field::ClockFrom,
            Self::SecondLimit => Field::SecondLimit,
            Self::Note => Field::Note,
        }
    }

    /// Its label.
    pub(crate) fn label(self) -> &'static str {
        text::input(self.field())
    }

    /// What it holds.
    pub(crate) fn of(self, intake: &Intake) -> &str {
        let applicant = &intake.applicant;
        let of = intake.principal.as_ref();
        let principal = |get: fn(&Party) -> &str| of.map_or("", get);
        match self {
            Self::Identity => &applicant.identity,
            Self::Phone => &applicant.phone,
            Self::Name => &applicant.name,
            Self::Birth => &applicant.birth,
            Self::Address => &applicant.address,
            Self::Sex => &applicant.sex,
            Self::Passport => &applicant.passport,
            Self::Email => &applicant.email,
            Self::TaxCode => &applicant.tax_code,
            Self::PrincipalName => principal(|party| &party.name),
            Self::PrincipalIdentity => principal(|party| &party.identity),
            Self::PrincipalTaxCode => principal(|party| &party.tax_code),
            Self::PrincipalPhone => principal(|party| &party.phone),
            Self::PrincipalAddress => principal(|party| &party.address),
            Self::PrincipalEmail => principal(|party| &party.email),
            Self::Authorisation => &intake.authorisation,
            Self::Subject => &intake.subject,
            Self::Sets => &intake.sets,
            Self::Limit => &intake.limit,
            Self::AgreedAt => &intake.agreed,
            Self::ClockFrom => &intake.clock_from,
            Self::SecondLimit => &intake.second_limit,
            Self::Note => &intake.note,
        }
    }

    /// Puts `value` into it, as typed.
    pub(crate) fn put(self, intake: &mut Intake, value: String) {
        let applicant = &mut intake.applicant;
        let mut principal = |set: fn(&mut Party) -> &mut String, value: String| {
            if let Some(party) = &mut intake.principal {
                *set(party) = value;
            }
        };
        match self {
            Self::Identity => applicant.identity = value,
            Self::Phone => applicant.phone = value,
            Self::Name => applicant.name = value,
            Self::Birth => applicant.birth = value,
            Self::Address => applicant.address = value,
            Self::Sex => applicant.sex = value,
            Self::Passport => applicant.passport = value,
            Self::Email => applicant.email = value,
            Self::TaxCode => applicant.tax_code = value,
            Self::PrincipalName => principal(|party| &mut party.name, value),
            Self::PrincipalIdentity => principal(|party| &mut party.identity, value),
            Self::PrincipalTaxCode => principal(|party| &mut party.tax_code, value),
            Self::PrincipalPhone => principal(|party| &mut party.phone, value),
            Self::PrincipalAddress => principal(|party| &mut party.address, value),
            Self::PrincipalEmail => principal(|party| &mut party.email, value),
            Self::Authorisation => intake.authorisation = value,
            Self::Subject => intake.subject = value,
            Self::Sets => intake.sets = value,
            Self::Limit => intake.limit = value,
            Self::AgreedAt => intake.agreed = value,
            Self::ClockFrom => intake.clock_from = value,
            Self::SecondLimit => intake.second_limit = value,
            Self::Note => intake.note = value,
        }
    }
}
