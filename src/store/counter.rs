//! Running numbers: taken in the transaction that uses them, never given twice.

use super::error::StoreError;
use super::transact::Tx;

/// The next number of `scope`, from 1.
pub(super) fn take(tx: &Tx<'_>, scope: &str) -> Result<i64, StoreError> {
    let number = tx
        .inner
        .prepare_cached(
            "INSERT INTO counter (scope, next) VALUES (?1, 2)
             ON CONFLICT (scope) DO UPDATE SET next = counter.next + 1
             RETURNING next - 1",
        )?
        .query_row([scope], |row| row.get(0))?;
    Ok(number)
}
