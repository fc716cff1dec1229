//! Procedures at hand: those the desk marked, and those it received last.

use super::error::StoreError;
use super::transact::{Tx, View};

/// The newest dossiers that tell which procedures are asked for lately.
const LATELY: i64 = 500;

/// The national codes of the procedures marked as favourites.
///
/// # Errors
/// When the book cannot be read.
pub fn favourites(view: View<'_>) -> Result<Vec<String>, StoreError> {
    view.0
        .prepare_cached("SELECT base_code FROM favourite_procedure ORDER BY base_code")?
        .query_and_then([], |row| Ok(row.get("base_code")?))?
        .collect()
}

/// Marks a national code as a favourite, or takes the mark away; answers whether that changed
/// anything.
///
/// # Errors
/// When the book refuses.
pub fn put_favourite(tx: &Tx<'_>, base_code: &str, favourite: bool) -> Result<bool, StoreError> {
    let sql = if favourite {
        "INSERT INTO favourite_procedure (base_code) VALUES (?1) ON CONFLICT (base_code) DO NOTHING"
    } else {
        "DELETE FROM favourite_procedure WHERE base_code = ?1"
    };
    let changes = tx.inner.execute(sql, [base_code])? > 0;
    tx.touch(|changed| changed.procedures |= changes);
    Ok(changes)
}

/// The national codes of at most `most` procedures that were asked for lately, the most frequent
/// first.
///
/// # Errors
/// When the book cannot be read.
pub fn recent_procedures(view: View<'_>, most: usize) -> Result<Vec<String>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT version.base_code AS base_code, count(*) AS uses, max(lately.id) AS newest
             FROM (SELECT id, procedure_version_id FROM dossier ORDER BY id DESC LIMIT ?1) AS lately
             JOIN procedure_version AS version ON version.id = lately.procedure_version_id
             GROUP BY version.base_code ORDER BY uses DESC, newest DESC LIMIT ?2",
        )?
        .query_and_then((LATELY, i64::try_from(most).unwrap_or(i64::MAX)), |row| {
            Ok(row.get("base_code")?)
        })?
        .collect()
}
