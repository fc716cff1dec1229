//! Somebody who has been here before: their form need not be typed again.

use super::error::DeskError;
use crate::domain::applicant::BirthDate;
use crate::domain::identity::Identity;
use crate::domain::intake::Party;
use crate::domain::tax_code;
use crate::store::{self, Found, SamePerson, View};

/// The most dossiers that are told of.
const MOST: usize = 3;

/// Somebody the book knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The form as it was filled in for them last.
    pub party: Party,
    /// How many dossiers they handed in.
    pub dossiers: i64,
    /// The newest of these, at most three.
    pub last: Vec<Found>,
}

/// Looks for whoever is being typed into `party`: by the whole identity number, passport or tax code;
/// without one, by name and date of birth. `None` when the book knows nobody like that.
///
/// # Errors
/// [`DeskError::Store`] when the book cannot be read.
pub fn known(view: View<'_>, party: &Party) -> Result<Option<Known>, DeskError> {
    let Some(same) = same(party) else { return Ok(None) };
    let found = store::known_person(view, &same, MOST)?;
    Ok(found.map(|found| Known {
        party: Party::of(&found.applicant),
        dossiers: found.dossiers,
        last: found.last,
    }))
}

fn same(party: &Party) -> Option<SamePerson> {
    let given = |text: &str| !text.trim().is_empty();
    if party.organisation {
        return tax_code::parse(&party.tax_code).ok().map(SamePerson::Number);
    }
    let number = |identity: Identity| SamePerson::Number(identity.number().to_owned());
    if given(&party.identity) {
        return Identity::parse(&party.identity).ok().map(number);
    }
    if given(&party.passport) {
        return Identity::parse_passport(&party.passport).ok().map(number);
    }
    let birth = BirthDate::recorded(&party.birth).ok()?;
    given(&party.name).then(|| SamePerson::NameAndBirth(party.name.clone(), birth))
}
