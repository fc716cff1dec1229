//! The ten national statuses of a dossier and the lawful changes between them.

use serde::{Deserialize, Serialize};

/// A dossier's status, numbered as in the national portal's data exchange (1 to 10).
///
/// Payment, delivery and synchronisation are no statuses: a result that lies ready but was not
/// collected is [`Status::Finished`], not [`Status::Returned`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 1: registered, not yet received.
    Registered,
    /// 2: received at the desk.
    Received,
    /// 3: refused.
    Refused,
    /// 4: being handled by a specialist.
    InProgress,
    /// 5: waiting for further papers from the applicant.
    AwaitingPapers,
    /// 6: waiting for the applicant's payment duty.
    AwaitingPayment,
    /// 7: withdrawn by the applicant.
    Withdrawn,
    /// 8: stopped.
    Stopped,
    /// 9: the result is ready.
    Finished,
    /// 10: the result was handed over.
    Returned,
}

use Status::{
    AwaitingPapers, AwaitingPayment, Finished, InProgress, Received, Refused, Registered, Returned,
    Stopped, Withdrawn,
};

/// The lawful changes, each from a status to the next (Decree 61/2018 art. 17–20, Decree 118/2025
/// art. 21).
///
/// Withdrawal is lawful only while no result exists, and so is a stop at the applicant's wish. A
/// refusal after appraisal comes from 4 (art. 19.8). From 2 straight to 9 go procedures of one step
/// that are finished at the desk, from 2 to 5 dossiers whose lack shows before they are handed over.
/// A wrong step is undone by an act of its own, never by a change of this table.
pub const LAWFUL: [(Status, Status); 22] = [
    (Registered, Received),
    (Registered, Refused),
    (Registered, AwaitingPapers),
    (Received, InProgress),
    (Received, Withdrawn),
    (InProgress, AwaitingPapers),
    (InProgress, AwaitingPayment),
    (InProgress, Withdrawn),
    (InProgress, Stopped),
    (InProgress, Refused),
    (InProgress, Finished),
    (AwaitingPapers, InProgress),
    (AwaitingPapers, Received),
    (AwaitingPapers, Stopped),
    (AwaitingPapers, Refused),
    (AwaitingPapers, Withdrawn),
    (AwaitingPayment, InProgress),
    (AwaitingPayment, Withdrawn),
    (AwaitingPayment, Stopped),
    (Received, AwaitingPapers),
    (Received, Finished),
    (Finished, Returned),
];

impl Status {
    /// All ten, in the order of their national numbers.
    pub const ALL: [Self; 10] = [
        Registered,
        Received,
        Refused,
        InProgress,
        AwaitingPapers,
        AwaitingPayment,
        Withdrawn,
        Stopped,
        Finished,
        Returned,
    ];

    /// The national number, 1 to 10.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Registered => 1,
            Received => 2,
            Refused => 3,
            InProgress => 4,
            AwaitingPapers => 5,
            AwaitingPayment => 6,
            Withdrawn => 7,
            Stopped => 8,
            Finished => 9,
            Returned => 10,
        }
    }

    /// The status with a national number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|status| i64::from(status.number()) == number)
    }

    /// Whether the law knows a change from this status to `next`.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        LAWFUL.contains(&(self, next))
    }

    /// Whether nothing can follow.
    #[must_use]
    pub fn is_final(self) -> bool {
        !LAWFUL.iter().any(|(from, _)| *from == self)
    }
}
