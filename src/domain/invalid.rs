//! What can be wrong with something typed or scanned: a field and a typed problem, no sentences.

use chrono::NaiveDate;
use serde::Serialize;
use thiserror::Error;

use super::calendar_fault::CalendarFault;

/// A field of the intake form or of a command, as the officer knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Field {
    /// The text scanned from an identity card.
    CardText,
    /// The applicant's name.
    Name,
    /// The personal identity number.
    IdentityNumber,
    /// A foreigner's passport number.
    Passport,
    /// The date of birth.
    BirthDate,
    /// Male or female.
    Sex,
    /// The telephone number.
    Phone,
    /// The e-mail address.
    Email,
    /// The tax code of an organisation.
    TaxCode,
    /// The address.
    Address,
    /// The name of the person who gave the authority.
    PrincipalName,
    /// The identity number of the person who gave the authority.
    PrincipalIdentityNumber,
    /// The telephone number of the person who gave the authority.
    PrincipalPhone,
    /// The address of the person who gave the authority.
    PrincipalAddress,
    /// The e-mail address of the person who gave the authority.
    PrincipalEmail,
    /// The tax code of the organisation that gave the authority.
    PrincipalTaxCode,
    /// The paper that gives the authority.
    Authorisation,
    /// The procedure's national code.
    Procedure,
    /// What the applicant asks for.
    Subject,
    /// A paper of the dossier.
    Paper,
    /// The number of sets.
    Sets,
    /// The time limit.
    Limit,
    /// The branch of the time limit.
    Branch,
    /// The moment that office and applicant agreed on.
    AgreedAt,
    /// From when the time counts.
    ClockFrom,
    /// Why the time counts from there.
    ClockReason,
    /// The time after a financial duty is paid.
    SecondLimit,
    /// The date that takes the place of a promised one.
    NewDate,
    /// A day of the calendar.
    CalendarDay,
    /// The first and last day of a report.
    Period,
    /// What is asked of the applicant.
    Demand,
    /// How the dossier came in.
    Channel,
    /// How the result goes out.
    ReturnBy,
    /// A note.
    Note,
    /// Why something is done that should not have to be.
    Reason,
    /// The name of whoever collects a result for the applicant.
    CollectorName,
    /// The identity number of whoever collects a result.
    CollectorIdentity,
    /// The paper that lets somebody else collect a result.
    CollectorPaper,
    /// The officer's name.
    Officer,
    /// The agency's name.
    AgencyName,
    /// The agency's code.
    AgencyCode,
    /// The office's hours of the day.
    OfficeHours,
    /// The pattern of dossier codes.
    CodePattern,
    /// The copies of a slip and their labels.
    SlipCopies,
    /// The decision that published a catalogue.
    Decision,
    /// The number of a process in the office's quality system.
    ProcessName,
    /// Who has a dossier at a step.
    StepHolder,
    /// A dossier's code.
    DossierCode,
    /// Why a paper is printed again.
    ReprintReason,
    /// Whom a dossier is handed over to.
    Holder,
    /// The number of a signed result.
    ResultNumber,
    /// The date of a signed result.
    SignedOn,
    /// Who signed a result.
    Signer,
    /// The tray a folder lies in.
    Tray,
    /// The first cell of a sheet of labels that is used.
    FirstCell,
    /// The post's bill code.
    BillCode,
    /// The division an officer belongs to.
    OfficerUnit,
    /// From which day on a form is printed so.
    FormDay,
    /// The title of a form.
    FormTitle,
    /// The number line of a form.
    FormNumber,
    /// The heading of a form.
    FormHeading,
    /// Who signs a form.
    FormSigner,
    /// The note at the end of a form.
    FormFooter,
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Nothing was given.
    Empty,
    /// More characters than `max`.
    TooLong {
        /// The most characters allowed.
        max: usize,
    },
    /// A control character, a line break or a character that turns the writing direction.
    ForbiddenCharacter(char),
    /// A name without a single letter, or with digits or signs no name has.
    NotAName,
    /// Something else than digits where only digits belong.
    NotDigits,
    /// A number of the wrong length.
    WrongLength {
        /// How many digits or characters were found.
        found: usize,
        /// What is right, for instance `"9, 12"`.
        expected: &'static str,
    },
    /// The last digit does not fit the others.
    CheckDigit,
    /// Not a date that exists.
    ImpossibleDate,
    /// A date later than today.
    InFuture,
    /// A date so long ago that it cannot be meant.
    TooLongAgo,
    /// A text that follows none of the forms known for this field.
    NotUnderstood,
    /// A number outside its range.
    OutOfRange {
        /// The smallest value allowed.
        min: u32,
        /// The largest value allowed.
        max: u32,
    },
    /// Fewer parts than the identity card's text has.
    TooFewParts {
        /// How many parts were found.
        found: usize,
    },
    /// A moment outside office hours, when no result can be handed over.
    OutsideHours,
    /// Needed because another field asks for it.
    Missing,
    /// Two options that exclude each other were both given.
    Conflict,
    /// The procedure is not in the catalogue.
    UnknownProcedure,
    /// The procedure was abolished.
    AbolishedProcedure,
    /// No version of the procedure is in force on that date.
    NotInForce(NaiveDate),
    /// The catalogue's limit was not understood: the officer has to give one.
    LimitUnknown,
    /// A change of the calendar that cannot be taken in.
    Calendar(CalendarFault),
}

/// A field with its problem: one sentence for the officer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{field:?}: {problem:?}")]
pub struct Invalid {
    /// The field that cannot be accepted.
    pub field: Field,
    /// Why.
    pub problem: Problem,
}

impl Field {
    /// Names this field as the place of `problem`.
    #[must_use]
    pub fn wrong(self, problem: Problem) -> Invalid {
        Invalid { field: self, problem }
    }
}
