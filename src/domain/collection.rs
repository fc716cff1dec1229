//! Handing a result over: who collects it, and what becomes of the slip.

use serde::{Deserialize, Serialize};

use super::applicant::parse_name;
use super::identity::Identity;
use super::invalid::{Field, Invalid, Problem};
use super::line::{clean_line, required_line};

const LONGEST_PAPER: usize = 1000;
const LONGEST_NOTE: usize = 2000;

/// Who collects a result.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Collector {
    /// The applicant, or whoever the post delivers to.
    #[default]
    Applicant,
    /// Somebody the applicant authorised.
    Authorised {
        /// Their name.
        name: String,
        /// Their identity number or passport.
        identity: String,
        /// The paper that gives the authority.
        paper: String,
    },
}

/// What became of the appointment slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlipState {
    /// Handed back and kept.
    #[default]
    Returned,
    /// Lost: the applicant signs for the result on the register.
    Lost,
    /// There was none on paper.
    None,
}

/// A checked hand-over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Collection {
    /// Who collects.
    pub by: Collector,
    /// What became of the slip.
    pub slip: SlipState,
    /// A note; may be empty.
    pub note: String,
}

/// The form of a hand-over, field by field as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CollectionForm {
    /// Somebody else than the applicant collects.
    pub authorised: bool,
    /// The collector's name.
    pub name: String,
    /// The collector's identity number or passport.
    pub identity: String,
    /// The paper that gives the authority.
    pub paper: String,
    /// What became of the slip.
    pub slip: SlipState,
    /// A note.
    pub note: String,
}

impl CollectionForm {
    /// Checks every field; what is typed about a collector counts only when one is `authorised`.
    ///
    /// # Errors
    /// Every field that cannot be accepted, in the order of the form.
    pub fn check(&self) -> Result<Collection, Vec<Invalid>> {
        let mut wrong = Vec::new();
        let mut take = |field: Field, value: Result<String, Problem>| {
            value.unwrap_or_else(|problem| {
                wrong.push(field.wrong(problem));
                String::new()
            })
        };
        let by = if self.authorised {
            Collector::Authorised {
                name: take(Field::CollectorName, parse_name(&self.name)),
                identity: take(Field::CollectorIdentity, identity(&self.identity)),
                paper: take(Field::CollectorPaper, required_line(&self.paper, LONGEST_PAPER)),
            }
        } else {
            Collector::Applicant
        };
        let note = take(Field::Note, clean_line(&self.note, LONGEST_NOTE));
        if wrong.is_empty() { Ok(Collection { by, slip: self.slip, note }) } else { Err(wrong) }
    }
}

/// An identity number, or a passport where a letter tells that it is one.
fn identity(text: &str) -> Result<String, Problem> {
    let passport = text.chars().any(|c| c.is_ascii_alphabetic());
    let identity = if passport { Identity::parse_passport(text) } else { Identity::parse(text) };
    identity.map(|identity| identity.number().to_owned())
}
