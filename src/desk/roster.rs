//! The roster of officers: who works here, in which division, as what.

use serde_json::json;

use super::error::DeskError;
use super::role::acting;
use crate::domain::applicant::parse_name;
use crate::domain::hands::LONGEST_HOLDER;
use crate::domain::invalid::{Field, Problem};
use crate::domain::line::clean_line;
use crate::domain::officer::{Officer, Role};
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Changed, Db, Stamp};

/// Writes an officer on the roster, in the place of one of the same name. The first one on it must head
/// the desk, and one who does must stay: else nobody could change the roster again.
///
/// # Errors
/// [`Field::Officer`]; [`Field::OfficerUnit`]; [`DeskError::NotYours`].
pub fn set_officer(
    db: &mut Db,
    new: &Officer,
    officer: &str,
    now: OfficeTime,
) -> Result<(Officer, Changed), DeskError> {
    let stamp = Stamp { act: Act::SetOfficer, actor: officer.to_owned(), at: now };
    acting(db, stamp, |tx| {
        let name = parse_name(&new.name).map_err(|problem| Field::Officer.wrong(problem))?;
        let unit = clean_line(&new.unit, LONGEST_HOLDER)
            .map_err(|problem| Field::OfficerUnit.wrong(problem))?;
        let new = Officer { name, unit, ..new.clone() };
        store::put_officer(tx, &new)?;
        let heads = |officer: &Officer| officer.role == Role::Head && officer.active;
        if !store::officers(tx.view())?.iter().any(heads) {
            return Err(Field::Officer.wrong(Problem::Missing).into());
        }
        tx.record(&new.name, &json!({ "role": new.role, "active": new.active }))?;
        Ok(new)
    })
}
