//! Another branch of the limit that a dossier runs under.

use super::error::StoreError;
use super::transact::Tx;
use crate::domain::limit::Limit;

/// Makes `limit` the dossier's own. Its promise is another matter: keep it first.
///
/// # Errors
/// When the book refuses.
pub fn put_limit(tx: &Tx<'_>, dossier: i64, limit: Limit) -> Result<(), StoreError> {
    let _ = tx
        .inner
        .prepare_cached("UPDATE dossier SET time_limit = ?2 WHERE id = ?1")?
        .execute((dossier, limit.to_string()))?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}
