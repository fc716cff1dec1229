//! Dossiers: what is asked for at the desk, and what the book remembers.

use serde::{Deserialize, Serialize};

use super::applicant::{Applicant, Principal};
use super::clock_start::ClockStart;
use super::deadline::Due;
use super::hands::Hands;
use super::limit::Limit;
use super::paper::Paper;
use super::procedure::Procedure;
use super::status::Status;
use super::time::OfficeTime;

/// How a dossier came in (data exchange field `KenhThucHien`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// In person, at the counter.
    #[default]
    Counter,
    /// Through the online portal.
    Online,
    /// Through the public postal service.
    Post,
}

/// How the result goes out (data exchange field `HinhThuc`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum ReturnBy {
    /// Collected at the counter.
    #[default]
    Counter,
    /// Sent by post.
    Post,
}

/// A checked dossier about to be received: every field is valid, nothing has a number yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDossier {
    /// National code of the procedure.
    pub procedure: String,
    /// What the applicant asks for; the procedure's name when empty.
    pub subject: String,
    /// Who hands it in.
    pub applicant: Applicant,
    /// For whom, when the applicant acts on authority.
    pub principal: Option<Principal>,
    /// What was brought.
    pub papers: Vec<Paper>,
    /// Number of sets, 1 or more.
    pub sets: u32,
    /// Which limit runs.
    pub limit: LimitChoice,
    /// How the time runs besides.
    pub terms: Terms,
    /// How it came in.
    pub channel: Channel,
    /// How the result goes out.
    pub return_by: ReturnBy,
    /// A note for the desk; may be empty.
    pub note: String,
}

/// How the time of a new dossier runs, besides its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terms {
    /// From when it is counted, where that is not the receipt.
    pub start: Option<ClockStart>,
    /// The moment agreed on, where the limit is by agreement.
    pub agreed: Option<OfficeTime>,
    /// The time for the result once a financial duty is paid: the dossier then has two appointments,
    /// the first for the notice of the duty.
    pub second_limit: Option<Limit>,
}

/// What is promised to whoever hands a dossier in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promised {
    /// The limit that runs.
    pub limit: Limit,
    /// From when it is counted, where that is not the receipt.
    pub start: Option<ClockStart>,
    /// The time for the result once a financial duty is paid, where there are two appointments.
    pub second_limit: Option<Limit>,
    /// The promise.
    pub due: Due,
}

/// Which limit a new dossier runs under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitChoice {
    /// The procedure's own limit in the ordinary case, see [`Procedure::ordinary_limit`].
    Ordinary,
    /// A branch of the procedure's own limit, counted from 0.
    Branch(usize),
    /// A limit given by the officer, where the procedure's prose is not understood.
    Given(Limit),
}

/// A received dossier, as the book remembers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dossier {
    /// The book's own number of the dossier.
    pub id: i64,
    /// Its code, printed on every paper, never changed and never used again.
    pub code: String,
    /// Running number in the year's register (*Sổ theo dõi hồ sơ*).
    pub number: i64,
    /// The procedure in the version it was received under.
    pub procedure: Procedure,
    /// What the applicant asks for.
    pub subject: String,
    /// Who handed it in.
    pub applicant: Applicant,
    /// For whom, when the applicant acts on authority.
    pub principal: Option<Principal>,
    /// What was brought.
    pub papers: Vec<Paper>,
    /// Number of sets.
    pub sets: u32,
    /// The limit that runs.
    pub limit: Limit,
    /// When it was received.
    pub received_at: OfficeTime,
    /// From when the time of its promise counts, where that is not the receipt.
    pub start: Option<ClockStart>,
    /// The limit its promise was counted with, where that is not `limit`: what was left after a
    /// payment, the date of an extension.
    pub promise_limit: Option<Limit>,
    /// The time for the result once a financial duty is paid, where there are two appointments.
    pub second_limit: Option<Limit>,
    /// The promise as made, with its explanation.
    pub due: Due,
    /// Where it stands.
    pub status: Status,
    /// How it came in.
    pub channel: Channel,
    /// How the result goes out.
    pub return_by: ReturnBy,
    /// A note for the desk.
    pub note: String,
    /// The officer who received it.
    pub received_by: String,
    /// When its result lay at the desk.
    pub finished_at: Option<OfficeTime>,
    /// When it was returned, withdrawn, refused or stopped.
    pub ended_at: Option<OfficeTime>,
    /// Why it ended without a result.
    pub ended_because: Option<String>,
    /// Who has it.
    pub holder: Hands,
    /// Since when, where it is not at the desk.
    pub held_since: Option<OfficeTime>,
    /// Where the folder or its result lies at the desk; may be empty.
    pub tray: String,
    /// Why its number counts for nothing, where it was voided.
    pub voided_because: Option<String>,
}

impl Dossier {
    /// Whether the office waits for the applicant: the clock stands still and nothing is promised.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        matches!(self.status, Status::AwaitingPapers | Status::AwaitingPayment)
    }

    /// The limit its promise was counted with.
    #[must_use]
    pub fn counted_limit(&self) -> Limit {
        self.promise_limit.unwrap_or(self.limit)
    }

    /// The moment from which its time counts.
    #[must_use]
    pub fn counted_from(&self) -> OfficeTime {
        self.start.map_or(self.received_at, |start| start.at)
    }
}
