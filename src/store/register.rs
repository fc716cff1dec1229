//! Dossiers as the register lists them.

use chrono::NaiveDate;

use super::error::StoreError;
use super::row::{from_word, iso, moment, optional_moment};
use super::transact::View;
use crate::domain::dossier::ReturnBy;
use crate::domain::time::OfficeTime;

/// One line of the register (*Sổ theo dõi hồ sơ*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    /// Running number in the year.
    pub number: i64,
    /// The dossier's code.
    pub code: String,
    /// The procedure's name.
    pub procedure: String,
    /// The applicant's name.
    pub applicant: String,
    /// The applicant's identity number, passport or tax code; may be empty.
    pub identity_number: String,
    /// The applicant's address.
    pub address: String,
    /// The applicant's telephone number.
    pub phone: String,
    /// When it was received.
    pub received_at: OfficeTime,
    /// When the result is promised.
    pub due_at: Option<OfficeTime>,
    /// How the result goes out.
    pub return_by: ReturnBy,
}

/// The dossiers received from `from` to `to`, both included, in the order of the register.
///
/// # Errors
/// When the book cannot be read.
pub fn register_rows(
    view: View<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<RegisterRow>, StoreError> {
    let mut statement = view.0.prepare_cached(
        "SELECT register_number, dossier.code AS dossier_code, version.name AS procedure_name,
             applicant_name, identity_number, address, phone, received_at, due_at, return_by
         FROM dossier
         JOIN procedure_version AS version ON version.id = dossier.procedure_version_id
         WHERE received_on BETWEEN ?1 AND ?2
         ORDER BY register_year, register_number",
    )?;
    let rows = statement.query_and_then([iso(from), iso(to)], |row| {
        Ok(RegisterRow {
            number: row.get("register_number")?,
            code: row.get("dossier_code")?,
            procedure: row.get("procedure_name")?,
            applicant: row.get("applicant_name")?,
            identity_number: row.get("identity_number")?,
            address: row.get("address")?,
            phone: row.get("phone")?,
            received_at: moment(row, "received_at")?,
            due_at: optional_moment(row, "due_at")?,
            return_by: from_word(row, "return_by")?,
        })
    })?;
    rows.collect()
}
