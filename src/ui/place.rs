//! The places of the sidebar and their keys.

use iced::keyboard::key::Named;

/// A place of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    /// What the day asks for.
    Today,
    /// Taking in dossiers.
    Receive,
    /// All dossiers.
    Dossiers,
    /// Handing over results.
    GiveBack,
    /// Whose hands dossiers are in, and handing them over.
    Moves,
    /// The year: days off, days worked instead, office hours.
    Calendar,
    /// The office's and this computer's settings.
    Settings,
}

impl Place {
    /// The places there are, in the order of the sidebar.
    pub(crate) const ALL: [Self; 7] = [
        Self::Today,
        Self::Receive,
        Self::Dossiers,
        Self::GiveBack,
        Self::Moves,
        Self::Calendar,
        Self::Settings,
    ];

    /// Its function key: the numbers between are kept for places to come.
    pub(crate) fn key(self) -> (Named, &'static str) {
        match self {
            Self::Today => (Named::F1, "F1"),
            Self::Receive => (Named::F2, "F2"),
            Self::Dossiers => (Named::F3, "F3"),
            Self::GiveBack => (Named::F4, "F4"),
            Self::Moves => (Named::F5, "F5"),
            Self::Calendar => (Named::F11, "F11"),
            Self::Settings => (Named::F10, "F10"),
        }
    }
}
