//! Marking the procedures that the desk wants at hand.

use serde_json::json;

use super::error::DeskError;
use super::role::acting;
use crate::domain::invalid::{Field, Problem};
use crate::domain::procedure::{base_code, normal_code};
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Changed, Db, Stamp};

/// Marks a procedure as a favourite, with or without a province's suffix, or takes the mark away.
///
/// # Errors
/// [`DeskError::Invalid`] for a code that the catalogue does not know.
pub fn set_favourite(
    db: &mut Db,
    code: &str,
    favourite: bool,
    officer: &str,
    now: OfficeTime,
) -> Result<Changed, DeskError> {
    let unknown = || DeskError::from(Field::Procedure.wrong(Problem::UnknownProcedure));
    let code = normal_code(code).map_err(|_| unknown())?;
    let stamp = Stamp { act: Act::SetFavourite, actor: officer.to_owned(), at: now };
    let ((), changed) = acting(db, stamp, |tx| {
        if !store::knows_procedure(tx.view(), &code)? {
            return Err(unknown());
        }
        let _ = store::put_favourite(tx, base_code(&code), favourite)?;
        tx.record(base_code(&code), &json!({ "favourite": favourite }))?;
        Ok(())
    })?;
    Ok(changed)
}
