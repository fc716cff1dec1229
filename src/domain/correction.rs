//! Correcting an intake: which fields a dossier differs in before and after.

use super::applicant::{Applicant, ApplicantKind};
use super::dossier::Dossier;
use super::identity::Identity;
use super::invalid::Field;

/// The fields in which two states of a dossier differ, in the order of the form. What follows from
/// other fields, the promise above all, is not named.
#[must_use]
pub fn differences(before: &Dossier, after: &Dossier) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut note = |differ: bool, field: Field| {
        if differ && !fields.contains(&field) {
            fields.push(field);
        }
    };
    note(before.procedure.base() != after.procedure.base(), Field::Procedure);
    note(own_subject(before) != own_subject(after), Field::Subject);
    let (old, new) = (&before.applicant, &after.applicant);
    note(old.name != new.name, Field::Name);
    let (one, other) = (Kind::of(old), Kind::of(new));
    note(one.identity != other.identity, Field::IdentityNumber);
    note(one.passport != other.passport, Field::Passport);
    note(one.birth != other.birth, Field::BirthDate);
    note(one.sex != other.sex, Field::Sex);
    note(one.tax_code != other.tax_code, Field::TaxCode);
    note(old.address != new.address, Field::Address);
    note(old.phone != new.phone, Field::Phone);
    note(old.email != new.email, Field::Email);
    let (old, new) = (before.principal.as_ref(), after.principal.as_ref());
    let (one, other) = (old.map(|of| &of.party), new.map(|of| &of.party));
    let differ = |part: fn(&Applicant) -> &str| one.map(part) != other.map(part);
    let kind = |party: Option<&Applicant>| party.map(|party| party.kind.clone());
    note(differ(|party| &party.name), Field::PrincipalName);
    note(kind(one) != kind(other), Field::PrincipalIdentityNumber);
    note(differ(|party| &party.phone), Field::PrincipalPhone);
    note(differ(|party| &party.address), Field::PrincipalAddress);
    note(differ(|party| &party.email), Field::PrincipalEmail);
    note(old.map(|of| &of.authorisation) != new.map(|of| &of.authorisation), Field::Authorisation);
    note(before.papers != after.papers, Field::Paper);
    note(before.sets != after.sets, Field::Sets);
    note(before.limit != after.limit, Field::Limit);
    let (old, new) = (before.start, after.start);
    note(old.map(|start| start.at) != new.map(|start| start.at), Field::ClockFrom);
    note(old.map(|start| start.reason) != new.map(|start| start.reason), Field::ClockReason);
    note(before.second_limit != after.second_limit, Field::SecondLimit);
    note(before.channel != after.channel, Field::Channel);
    note(before.return_by != after.return_by, Field::ReturnBy);
    note(before.note != after.note, Field::Note);
    fields
}

/// What is asked for when it is not just what the procedure's name says.
fn own_subject(dossier: &Dossier) -> Option<&str> {
    (dossier.subject != dossier.procedure.name).then_some(dossier.subject.as_str())
}

/// What only a person or only an organisation has, as the fields of the form.
struct Kind<'a> {
    identity: &'a str,
    passport: &'a str,
    birth: String,
    sex: Option<super::applicant::Sex>,
    tax_code: Option<&'a str>,
}

impl<'a> Kind<'a> {
    fn of(applicant: &'a Applicant) -> Self {
        let none =
            Self { identity: "", passport: "", birth: String::new(), sex: None, tax_code: None };
        match &applicant.kind {
            ApplicantKind::Organisation { tax_code } => Self { tax_code: Some(tax_code), ..none },
            ApplicantKind::Person { identity, birth, sex } => {
                let (number, passport) = match identity {
                    Some(Identity::Passport(number)) => ("", number.as_str()),
                    Some(Identity::Citizen(number) | Identity::Old(number)) => {
                        (number.as_str(), "")
                    }
                    None => ("", ""),
                };
                let birth = birth.map(|birth| birth.to_string()).unwrap_or_default();
                Self { identity: number, passport, birth, sex: *sex, tax_code: None }
            }
        }
    }
}
