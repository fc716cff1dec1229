//! Running numbers: taken in the transaction that uses them, never given twice.
//!
//! A transaction reads a counter when it first takes a number, counts on by itself, and writes the
//! counter back before it commits. It is the only one that writes, so nobody takes the same number.

use rusqlite::OptionalExtension;

use super::error::StoreError;
use super::transact::Tx;

/// The next number of `scope`, from 1.
pub(super) fn take(tx: &Tx<'_>, scope: &str) -> Result<i64, StoreError> {
    let mut counters = tx.counters.borrow_mut();
    if let Some(next) = counters.get_mut(scope) {
        *next += 1;
        return Ok(*next - 1);
    }
    let next: Option<i64> = tx
        .inner
        .prepare_cached("SELECT next FROM counter WHERE scope = ?1")?
        .query_row([scope], |row| row.get("next"))
        .optional()?;
    let number = next.unwrap_or(1);
    let _ = counters.insert(scope.to_owned(), number + 1);
    Ok(number)
}

/// Writes back every counter this transaction took a number from.
pub(super) fn keep(tx: &Tx<'_>) -> Result<(), StoreError> {
    let mut statement = tx.inner.prepare_cached(
        "INSERT INTO counter (scope, next) VALUES (?1, ?2)
         ON CONFLICT (scope) DO UPDATE SET next = excluded.next",
    )?;
    for (scope, next) in tx.counters.borrow().iter() {
        let _ = statement.execute((scope, next))?;
    }
    Ok(())
}
