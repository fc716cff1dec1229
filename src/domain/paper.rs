//! The papers of a dossier: what a procedure asks for and what the applicant brought.

use serde::{Deserialize, Serialize};

/// How a paper reaches the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperWay {
    /// Handed in and kept with the dossier.
    Submitted,
    /// Shown and given back at once.
    Shown,
    /// Not asked for: the office reads it from a database (Resolution 66.7/2025/NQ-CP).
    FromDatabase,
}

/// One paper a procedure asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequiredPaper {
    /// What it is, in the words of the procedure.
    pub name: String,
    /// How it reaches the office.
    pub way: PaperWay,
    /// How many originals.
    pub originals: u32,
    /// How many copies.
    pub copies: u32,
    /// Whether it is one of the procedure's printed forms, to be filled in.
    #[serde(default)]
    pub form: bool,
}

/// One paper the applicant brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// What it is.
    pub name: String,
    /// How it reached the office.
    pub way: PaperWay,
    /// How many originals.
    pub originals: u32,
    /// How many copies.
    pub copies: u32,
}

/// A paper that data now replaces (Resolution 66.7/2025/NQ-CP, annex I).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplacedPaper {
    /// National code of the procedure.
    pub procedure: String,
    /// The paper that must no longer be asked for.
    pub paper: String,
    /// The database that holds its data.
    pub database: String,
    /// The ministry that owns the database.
    pub owner: String,
    /// The document that used to ask for the paper.
    pub legal_document: String,
    /// The place in that document.
    pub article: String,
}
