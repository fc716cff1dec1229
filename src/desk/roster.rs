//! The roster of officers: who works here, in which division, as what.

use serde_json::json;

use super::error::DeskError;
use super::role::acting;
use crate::domain::applicant::parse_name;
use crate::domain::fold::fold;
use crate::domain::hands::{Hands, LONGEST_HOLDER};
use crate::domain::invalid::{Field, Problem};
use crate::domain::line::clean_line;
use crate::domain::officer::{Officer, Role};
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Changed, Db, Stamp, View};

/// Writes an officer on the roster, in the place of one of the same name. The first one on it must head
/// the desk, and one who does must stay: else nobody could change the roster again. Nobody at work is
/// on it twice, in two spellings: whoever acts under the one is a stranger under the other.
///
/// # Errors
/// [`Field::Officer`]; [`Field::OfficerUnit`]; [`DeskError::SpelledAlike`]; [`DeskError::NotYours`].
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
        let mut others = store::officers(tx.view())?.into_iter();
        if let Some(other) = others.find(|other| new.active && is_alike(other, &new.name)) {
            return Err(DeskError::SpelledAlike(other.name));
        }
        store::put_officer(tx, &new)?;
        let heads = |officer: &Officer| officer.role == Role::Head && officer.active;
        if !store::officers(tx.view())?.iter().any(heads) {
            return Err(Field::Officer.wrong(Problem::Missing).into());
        }
        tx.record(&new.name, &json!({ "role": new.role, "active": new.active }))?;
        Ok(new)
    })
}

/// Whether an officer at work bears this name in another spelling.
fn is_alike(officer: &Officer, name: &str) -> bool {
    officer.active && officer.name != name && fold(&officer.name) == fold(name)
}

/// The officer named in `hands` whom the office's roster does not know as at work; `None` where it knows
/// them, nobody is named, or there is no roster.
///
/// # Errors
/// When the book cannot be read.
pub fn stranger<'a>(view: View<'_>, hands: &'a Hands) -> Result<Option<&'a str>, DeskError> {
    let name = hands.officer.as_str();
    if name.is_empty() || !store::has_roster(view)? {
        return Ok(None);
    }
    let known = store::officer(view, name)?.is_some_and(|officer| officer.active);
    Ok((!known).then_some(name))
}
