//! From when a dossier's time is counted, where that is not the moment of receipt.

use serde::{Deserialize, Serialize};

use super::invalid::Problem;
use super::time::OfficeTime;

/// The furthest a clock may start from the receipt, in days.
pub const FURTHEST: i64 = 60;

/// Why the time is not counted from the moment of receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StartReason {
    /// The dossier belongs to another area: counted from when the competent agency receives it
    /// (Decree 118/2025/NĐ-CP art. 17.3 as amended by Decree 309/2026/NĐ-CP).
    OutOfArea,
    /// It came by post: counted from the signing of the hand-over record (Decision 45/2016/QĐ-TTg
    /// art. 7.4).
    Post,
    /// It came outside office hours, or after the hour from which the office counts from the next
    /// working day.
    OutsideHours,
    /// The papers that were asked for came in: counted again from the beginning (Decree 61/2018/NĐ-CP
    /// art. 19.4).
    Papers,
    /// A financial duty was paid: what was left is counted from then, or the second appointment's time.
    Payment,
}

impl StartReason {
    /// Those that an officer can name at intake.
    pub const AT_INTAKE: [Self; 3] = [Self::OutOfArea, Self::Post, Self::OutsideHours];
}

/// From when the time is counted, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ClockStart {
    /// The moment, to the minute.
    pub at: OfficeTime,
    /// Why.
    pub reason: StartReason,
}

impl ClockStart {
    /// Refuses a start that cannot belong to a dossier received at `received`.
    ///
    /// # Errors
    /// [`Problem::TooLongAgo`] and [`Problem::InFuture`] for a start more than [`FURTHEST`] days
    /// before or after; [`Problem::InFuture`] too for a hand-over record signed after the receipt.
    pub fn check(self, received: OfficeTime) -> Result<Self, Problem> {
        let days = (self.at.date() - received.date()).num_days();
        if days < -FURTHEST {
            return Err(Problem::TooLongAgo);
        }
        if days > FURTHEST || (self.reason == StartReason::Post && self.at > received) {
            return Err(Problem::InFuture);
        }
        Ok(self)
    }
}
