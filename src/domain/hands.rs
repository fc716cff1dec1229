//! In whose hands a dossier is, and every change of hands: what the control sheet is filled from.

use serde::{Deserialize, Serialize};

use super::fold::fold;
use super::invalid::Problem;
use super::line::clean_line;
use super::time::OfficeTime;
use super::verdict::Verdict;

/// The most characters of a division's or an officer's name.
pub const LONGEST_HOLDER: usize = 200;

/// Who has a dossier: a division, one of its officers, or the desk.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Hands {
    /// The division: *Tư pháp – hộ tịch*; empty where only the officer is named.
    pub unit: String,
    /// The officer; empty where the division has it. Both are empty for the desk.
    pub officer: String,
}

impl Hands {
    /// These hands as they are `known`, however they were typed: with or without marks, in any case.
    /// `None` for a division or an officer that nobody knows.
    #[must_use]
    pub fn as_known(&self, known: &[Self]) -> Option<Self> {
        let both = |other: &&Self| {
            is_typed(&other.unit, &self.unit) && is_typed(&other.officer, &self.officer)
        };
        if let Some(both) = known.iter().find(both) {
            return Some(both.clone());
        }
        // An officer may stand in for another division, and a division be named alone.
        let unit = name_in(known.iter().map(|other| other.unit.as_str()), &self.unit)?;
        let officer = name_in(known.iter().map(|other| other.officer.as_str()), &self.officer)?;
        Some(Self { unit, officer })
    }

    /// The desk.
    pub const DESK: Self = Self { unit: String::new(), officer: String::new() };

    /// Reads a division and an officer as typed; both empty mean the desk.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse(unit: &str, officer: &str) -> Result<Self, Problem> {
        let line = |text| clean_line(text, LONGEST_HOLDER);
        Ok(Self { unit: line(unit)?, officer: line(officer)? })
    }

    /// Whether it is the desk.
    #[must_use]
    pub fn is_desk(&self) -> bool {
        self.unit.is_empty() && self.officer.is_empty()
    }

    /// The officer, else the division; empty for the desk.
    #[must_use]
    pub fn who(&self) -> &str {
        if self.officer.is_empty() { &self.unit } else { &self.officer }
    }

    /// `Tư pháp – hộ tịch · Lê Văn An`; empty for the desk.
    #[must_use]
    pub fn told(&self) -> String {
        let parts = [self.unit.as_str(), self.officer.as_str()];
        let given: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        given.join(" · ")
    }
}

/// The one of `names` that was typed; an empty text names nobody, and where no name is known yet
/// everyone is taken as typed.
fn name_in<'a>(names: impl Iterator<Item = &'a str>, typed: &str) -> Option<String> {
    let mut names = names.filter(|name| !name.is_empty()).peekable();
    if typed.is_empty() || names.peek().is_none() {
        return Some(typed.to_owned());
    }
    names.find(|name| is_typed(name, typed)).map(str::to_owned)
}

/// Whether `typed` means `name`, as the desk reads it.
fn is_typed(name: &str, typed: &str) -> bool {
    fold(name) == fold(typed)
}

/// By which act a dossier changed hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferAct {
    /// From the desk, or from one who handles it to another.
    HandOver,
    /// Back to the desk without a result.
    TakeBack,
    /// With a step of its process.
    NextStep,
    /// Back to the desk with the result.
    Finish,
}

/// A change of hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Transfer {
    /// By which act.
    pub act: TransferAct,
    /// When.
    pub at: OfficeTime,
    /// Who noted it: at the desk's end, whoever handed over or took back.
    pub actor: String,
    /// Who had it.
    pub from: Hands,
    /// Who has it now.
    pub to: Hands,
    /// A note; may be empty.
    pub note: String,
    /// The step of its process, from 1, that it left with that; `None` where it left none.
    pub step_left: Option<usize>,
}

/// A block of the control sheet: one change of hands as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ControlLine {
    /// The division or desk that gave the dossier.
    pub from_unit: String,
    /// Who gave it; may be empty.
    pub from_name: String,
    /// The division or desk that took it.
    pub to_unit: String,
    /// Who took it; may be empty.
    pub to_name: String,
    /// When.
    pub at: OfficeTime,
    /// How those who gave it kept their deadline, as noted by those who took it; `None` where none was set.
    pub verdict: Option<Verdict>,
    /// A note; may be empty.
    pub note: String,
}
