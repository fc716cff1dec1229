//! What the book knows of a person: their unfinished dossiers, and how they were last entered.

use rusqlite::OptionalExtension;

use super::applicant::applicant_of_row;
use super::error::StoreError;
use super::row::moment;
use super::search::{Found, SELECT, found_of_row};
use super::transact::View;
use crate::domain::applicant::{Applicant, BirthDate};
use crate::domain::fold::fold;
use crate::domain::procedure::base_code;
use crate::domain::time::OfficeTime;

/// The same number. The index leaves the empty ones out: it is used only when the question says so.
const BY_NUMBER: &str = "identity_number = ?1 AND identity_number <> ''";
/// The same name, and no number.
const BY_NAME_ALONE: &str = "applicant_key = ?1 AND identity_number = ''";
/// The same name and date of birth.
const BY_NAME_AND_BIRTH: &str = "applicant_key = ?1 AND birth = ?2";

/// An unfinished dossier of the same person for the same procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenTwin {
    /// Its code.
    pub code: String,
    /// When it was received.
    pub received_at: OfficeTime,
}

/// Dossiers of the same applicant for the same procedure that are not finished yet, newest first,
/// at most five. The same applicant has the same number or, without one, the same folded name and
/// no other number. Who hands in for several principals has one dossier for each of them: only those
/// for the same `principal`, by folded name, are answered.
///
/// # Errors
/// When the book cannot be read.
pub fn open_twins(
    view: View<'_>,
    applicant: &Applicant,
    principal: Option<&Applicant>,
    procedure: &str,
) -> Result<Vec<OpenTwin>, StoreError> {
    let number = applicant.identity_number();
    let (condition, value) = if number.is_empty() {
        (BY_NAME_ALONE, fold(&applicant.name))
    } else {
        (BY_NUMBER, number.to_owned())
    };
    let mut statement = view.0.prepare_cached(&twins_query(condition))?;
    let principal = principal.map(|party| fold(&party.name)).unwrap_or_default();
    let values = [value.as_str(), base_code(procedure), principal.as_str()];
    let rows = statement.query_and_then(values, |row| {
        Ok(OpenTwin { code: row.get("code")?, received_at: moment(row, "received_at")? })
    })?;
    rows.collect()
}

fn twins_query(condition: &str) -> String {
    format!(
        "SELECT dossier.code, received_at FROM dossier
         JOIN procedure_version AS version ON version.id = dossier.procedure_version_id
         WHERE {condition} AND version.base_code = ?2 AND principal_key = ?3
             AND status IN (1, 2, 4, 5, 6)
         ORDER BY dossier.id DESC LIMIT 5"
    )
}

/// What tells that two dossiers are of the same person or organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SamePerson {
    /// The same identity number, passport or tax code.
    Number(String),
    /// The same name, whatever its marks, and the same date of birth.
    NameAndBirth(String, BirthDate),
}

/// How somebody was last entered, and what they came for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPerson {
    /// As given in the newest dossier.
    pub applicant: Applicant,
    /// How many dossiers they handed in.
    pub dossiers: i64,
    /// The newest of them.
    pub last: Vec<Found>,
}

/// Somebody who handed in dossiers before, with the newest `most` of these; `None` when there is
/// none.
///
/// # Errors
/// When the book cannot be read.
pub fn known_person(
    view: View<'_>,
    same: &SamePerson,
    most: usize,
) -> Result<Option<KnownPerson>, StoreError> {
    let (condition, one, other) = match same {
        SamePerson::Number(number) => {
            (format!("{BY_NUMBER} AND ?2 = ''"), number.clone(), String::new())
        }
        SamePerson::NameAndBirth(name, birth) => {
            (BY_NAME_AND_BIRTH.to_owned(), fold(name), birth.to_string())
        }
    };
    let newest = view
        .0
        .prepare_cached(&format!(
            "SELECT applicant_kind, applicant_name, identity_kind, identity_number, birth, sex,
                 address, phone, email
             FROM dossier WHERE {condition} ORDER BY id DESC LIMIT 1"
        ))?
        .query_row([&one, &other], |row| Ok(applicant_of_row(row)))
        .optional()?
        .transpose()?;
    let Some(applicant) = newest else { return Ok(None) };
    let dossiers = view
        .0
        .prepare_cached(&format!("SELECT count(*) FROM dossier WHERE {condition}"))?
        .query_row([&one, &other], |row| row.get(0))?;
    let last = view
        .0
        .prepare_cached(&format!("{SELECT} WHERE {condition} ORDER BY dossier.id DESC LIMIT ?3"))?
        .query_and_then((&one, &other, i64::try_from(most).unwrap_or(i64::MAX)), found_of_row)?
        .collect::<Result<_, StoreError>>()?;
    Ok(Some(KnownPerson { applicant, dossiers, last }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_looked_for_in_the_whole_book() {
        let book = rusqlite::Connection::open_in_memory().unwrap();
        book.execute_batch(include_str!("../../schema.sql")).unwrap();
        let known = |condition: &str| {
            format!("SELECT applicant_name FROM dossier WHERE {condition} ORDER BY id DESC LIMIT 1")
        };
        let queries = [BY_NUMBER, BY_NAME_ALONE].map(twins_query).into_iter();
        for query in queries.chain([BY_NUMBER, BY_NAME_AND_BIRTH].map(known)) {
            let mut statement = book.prepare(&format!("EXPLAIN QUERY PLAN {query}")).unwrap();
            let values = vec!["a"; statement.parameter_count()];
            let plan: Vec<String> = statement
                .query_map(rusqlite::params_from_iter(values), |row| row.get("detail"))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            let by_index =
                |step: &String| step.starts_with("SEARCH dossier USING INDEX dossier_by_");
            assert!(plan.iter().any(by_index), "{query}: {plan:?}");
            assert!(!plan.iter().any(|step| step.starts_with("SCAN")), "{query}: {plan:?}");
        }
    }
}
