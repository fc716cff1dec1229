//! What the officer should know about a dossier that is received all the same.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::identity::IdWarning;
use crate::domain::phone::PhoneWarning;
use crate::domain::time::OfficeTime;

/// A doubt that blocks nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "warning", rename_all = "snake_case")]
pub enum Warning {
    /// The identity number disagrees with something else on the form.
    Identity {
        /// How.
        #[serde(flatten)]
        doubt: IdWarning,
    },
    /// The telephone number looks unusual.
    Phone {
        /// How.
        #[serde(flatten)]
        doubt: PhoneWarning,
    },
    /// The same person has an unfinished dossier for the same procedure.
    OpenTwin {
        /// Its code.
        code: String,
        /// When it was received.
        received_at: OfficeTime,
    },
    /// A paper was taken in that must no longer be asked for: its data is in a database.
    NoLongerAskedFor {
        /// The paper.
        paper: String,
        /// The database.
        database: String,
    },
    /// The promise lies beyond the days that rest on official notices.
    BeyondCalendar {
        /// The last day that does.
        known_until: NaiveDate,
    },
    /// The promise skips days off that rest on an estimate, not on a notice.
    EstimatedDaysOff {
        /// The days, in order; never empty.
        dates: Vec<NaiveDate>,
    },
    /// The dossier was received outside office hours.
    OutsideHours,
}
