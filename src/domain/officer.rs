//! Officers of the office: who they are, where they sit, and what they may do.

use serde::{Deserialize, Serialize};

/// What an officer is in the one-stop work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Heads the desk (*phụ trách bộ phận một cửa*).
    Head,
    /// Receives and returns at the desk (*tiếp nhận và trả kết quả*).
    Reception,
    /// Handles dossiers in a division (*thụ lý*).
    Specialist,
    /// Signs for the agency (*lãnh đạo*).
    Leader,
}

impl Role {
    /// All, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Head, Self::Reception, Self::Specialist, Self::Leader];
}

/// An officer on the office's roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officer {
    /// The name, as it stands in the journal.
    pub name: String,
    /// The division; empty for the desk.
    pub unit: String,
    /// What the officer is.
    pub role: Role,
    /// Whether the officer still works here.
    pub active: bool,
}
