//! Noting that a result was signed: its own number and date, and who signed.

use chrono::NaiveDate;
use serde_json::json;

use super::error::DeskError;
use super::finish::{require_lawful, require_standing};
use super::receive::show;
use super::role::acting;
use super::waiting::Moved;
use crate::domain::applicant::parse_name;
use crate::domain::invalid::{Field, Problem};
use crate::domain::line::required_line;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Db, Stamp};

/// The most characters of a result's number.
const LONGEST_NUMBER: usize = 60;

/// What is noted of a signed result, as typed.
#[derive(Debug, Clone, Copy)]
pub struct Signed<'a> {
    /// The paper's own number: `15/2026/GKS`.
    pub number: &'a str,
    /// The date on the paper.
    pub on: NaiveDate,
    /// Who signed.
    pub signer: &'a str,
}

/// Notes that the result of the dossier `code` was signed. It is finished only when the paper is at the
/// desk.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::NotLawful`] where no result can come;
/// [`DeskError::AlreadySigned`]; [`DeskError::Invalid`] for the number, the date and the signer.
pub fn sign_result(
    db: &mut Db,
    code: &str,
    signed: Signed<'_>,
    officer: &str,
    now: OfficeTime,
) -> Result<Moved, DeskError> {
    let stamp = Stamp { act: Act::SignResult, actor: officer.to_owned(), at: now };
    let (dossier, changed) = acting(db, stamp, |tx| {
        let dossier = show(tx.view(), code)?;
        require_standing(&dossier)?;
        if let Some(result) = store::result_of(tx.view(), dossier.id)? {
            let (code, number) = (dossier.code, result.number);
            return Err(DeskError::AlreadySigned { code, number });
        }
        // A result that lies ready may be described afterwards.
        if dossier.status != Status::Finished {
            require_lawful(&dossier, Status::Finished)?;
        }
        let number = required_line(signed.number, LONGEST_NUMBER)
            .map_err(|problem| Field::ResultNumber.wrong(problem));
        let signer = parse_name(signed.signer).map_err(|problem| Field::Signer.wrong(problem));
        let on = match signed.on {
            on if on > now.date() => Err(Field::SignedOn.wrong(Problem::InFuture)),
            on if on < dossier.received_at.date() => {
                Err(Field::SignedOn.wrong(Problem::TooLongAgo))
            }
            on => Ok(on),
        };
        let (number, signer, on) = match (number, signer, on) {
            (Ok(number), Ok(signer), Ok(on)) => (number, signer, on),
            (number, signer, on) => {
                let wrong = [number.err(), on.err(), signer.err()];
                return Err(DeskError::Invalid(wrong.into_iter().flatten().collect()));
            }
        };
        store::remember(tx, dossier.id, Act::SignResult, None)?;
        store::put_result(tx, dossier.id, (&number, on, &signer))?;
        tx.record(&dossier.code, &json!({ "number": number, "signed_on": on }))?;
        Ok(dossier)
    })?;
    Ok(Moved { dossier, before: 0, notice: None, changed })
}
