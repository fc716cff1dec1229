//! Explaining a promise: what the book knows of it, in words.

use super::error::DeskError;
use super::receive::{Rules, show};
use crate::domain::dossier::Dossier;
use crate::forms::explanation::{Explanation, Promise, explanation};
use crate::store::{self, View};

/// A dossier and why it is promised for its moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The dossier.
    pub dossier: Dossier,
    /// Its promise in words.
    pub explanation: Explanation,
}

/// Explains the promise of the dossier `code`.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::Invalid`] without a code; [`DeskError::NoOffice`].
pub fn explain(view: View<'_>, code: &str) -> Result<Explained, DeskError> {
    let dossier = show(view, code)?;
    let rules = Rules::load(view)?;
    let waits = store::waits_of(view, dossier.id)?;
    let past = store::past_promises(view, dossier.id)?;
    let promise = Promise::of(&dossier, rules.office().return_hour, &waits, &past);
    let explanation = explanation(rules.calendar(), &promise);
    Ok(Explained { dossier, explanation })
}
