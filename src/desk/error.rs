//! Why an officer's act was refused.

use thiserror::Error;

use super::catalogue::CatalogueError;
use super::next_step::StepError;
use super::register_parts::Days;
use crate::domain::hands::Hands;
use crate::domain::invalid::Invalid;
use crate::domain::officer::Role;
use crate::domain::process::StepsFault;
use crate::domain::status::Status;
use crate::domain::verdict::NoExtension;
use crate::files::FileError;
use crate::forms::pdf::PdfError;
use crate::store::{Act, StoreError};

/// A refused act. Nothing of it is in the book.
#[derive(Debug, Error)]
pub enum DeskError {
    /// Fields that cannot be accepted.
    #[error("invalid: {0:?}")]
    Invalid(Vec<Invalid>),
    /// The office has not been set up: its code is missing.
    #[error("the office has no code")]
    NoOffice,
    /// No dossier has this code.
    #[error("no such dossier")]
    NoDossier(String),
    /// The draft is gone: it was received, or thrown away.
    #[error("the draft is gone")]
    AlreadyReceived,
    /// The law knows no such change.
    #[error("{from:?} may not become {to:?}")]
    NotLawful {
        /// The dossier's code.
        code: String,
        /// Where it stands.
        from: Status,
        /// Where it was to go.
        to: Status,
    },
    /// The dossier has ended: what it says can no longer be corrected.
    #[error("the dossier has ended: {status:?}")]
    Ended {
        /// The dossier's code.
        code: String,
        /// How it ended.
        status: Status,
    },
    /// A correction that changes nothing.
    #[error("nothing to correct")]
    NothingToCorrect(String),
    /// The dossier has ended, is finished or waits: its limit can no longer be another one.
    #[error("no other branch now: {status:?}")]
    NoBranchNow {
        /// The dossier's code.
        code: String,
        /// Where it stands.
        status: Status,
    },
    /// The limit that is wanted runs already.
    #[error("the same limit")]
    SameLimit(String),
    /// A dossier without a promise under way: the office waits, or the result is there.
    #[error("no promise under way: {status:?}")]
    NoPromise {
        /// The dossier's code.
        code: String,
        /// Where it stands.
        status: Status,
    },
    /// The promise no longer rests on what was entered at intake: a correction cannot move it.
    #[error("the promise does not rest on the form")]
    PromiseFixed(String),
    /// The promise may not be put off.
    #[error("the promise may not be put off: {why:?}")]
    NoExtension {
        /// The dossier's code.
        code: String,
        /// Why.
        why: NoExtension,
    },
    /// The officer is not on the roster, or left.
    #[error("no such officer")]
    UnknownOfficer(String),
    /// Somebody of the roster is called the same but for capitals or marks.
    #[error("spelled like {0}")]
    SpelledAlike(String),
    /// The officer's role does not let them do this.
    #[error("{role:?} may not {act:?}")]
    NotYours {
        /// The officer.
        officer: String,
        /// What they are.
        role: Role,
        /// What they wanted to do.
        act: Act,
    },
    /// The number counts for nothing: nothing is done with it.
    #[error("voided")]
    Voided {
        /// The dossier's code.
        code: String,
        /// Why it was voided.
        because: String,
    },
    /// Only what is under way can be voided.
    #[error("may not be voided: {status:?}")]
    MayNotVoid {
        /// The dossier's code.
        code: String,
        /// Where it stands.
        status: Status,
    },
    /// Nothing of this dossier can be undone: nothing was done, or what was done stands too long or has
    /// been built upon.
    #[error("nothing to undo")]
    NothingToUndo(String),
    /// A step that somebody else did: only who heads the desk may undo it.
    #[error("somebody else's step")]
    OthersStep {
        /// The dossier's code.
        code: String,
        /// Who did it.
        actor: String,
    },
    /// The dossier is in the wanted hands already.
    #[error("in these hands already")]
    AlreadyThere {
        /// The dossier's code.
        code: String,
        /// Who has it; the desk where both are empty.
        holder: Hands,
    },
    /// Somebody else has the folder than whoever should.
    #[error("with others")]
    WithOthers {
        /// The dossier's code.
        code: String,
        /// Who has it.
        holder: Hands,
    },
    /// The dossier lies at the desk: there is nothing to take back.
    #[error("at the desk")]
    AtTheDesk(String),
    /// The result was signed before.
    #[error("signed already")]
    AlreadySigned {
        /// The dossier's code.
        code: String,
        /// The number of the result.
        number: String,
    },
    /// A result was signed: what would end the dossier without one, or ask for more, is too late.
    #[error("has a result")]
    HasResult {
        /// The dossier's code.
        code: String,
        /// The number of the result.
        number: String,
    },
    /// The post has nothing to do with this dossier.
    #[error("not by post")]
    NotByPost(String),
    /// The post brought this dossier once, on a record that stands.
    #[error("on another list")]
    OnAnotherList {
        /// The dossier's code.
        code: String,
        /// The number of that record.
        number: i64,
        /// Its year.
        year: i32,
    },
    /// The same folder twice on one list.
    #[error("scanned twice")]
    ScannedTwice(String),
    /// The register of that year is closed.
    #[error("the register is closed")]
    RegisterClosed(i32),
    /// The register of that year cannot be closed yet.
    #[error("the year is not over")]
    YearNotOver(i32),
    /// The closing page of a register stands behind the last day of its year.
    #[error("not the year's end")]
    NotYearEnd(i32),
    /// A register without a dossier has nothing to close.
    #[error("an empty register")]
    EmptyRegister(i32),
    /// Days of the register that stand on no page yet.
    #[error("not printed yet")]
    NotPrinted(Days),
    /// No notice has this number.
    #[error("no such notice")]
    NoNotice(String),
    /// No list has this number.
    #[error("no such list")]
    NoList(String),
    /// The calendar has no working day within reach.
    #[error("no working day within reach")]
    NoWorkingDay,
    /// The book belongs to a real office: nothing invented goes in.
    #[error("not a practice office")]
    NotPractice,
    /// The book does not agree with itself in so many ways.
    #[error("{0} disagreements in the book")]
    Disagreements(usize),
    /// A catalogue or calendar file that cannot be taken in.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// Steps of a process that cannot be accepted as they are typed.
    #[error("steps: {0:?}")]
    Steps(Vec<StepsFault>),
    /// A dossier that cannot go on in its process.
    #[error(transparent)]
    Step(#[from] StepError),
    /// A form that cannot be drawn.
    #[error(transparent)]
    Form(#[from] PdfError),
    /// A file that cannot be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// Trouble with the book.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Invalid> for DeskError {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(vec![invalid])
    }
}
