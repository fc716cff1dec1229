//! Values on their way into and out of the book.

use chrono::NaiveDate;
use rusqlite::Row;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::StoreError;
use crate::domain::time::OfficeTime;

/// A value as JSON text.
pub(super) fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Unreadable("json"))
}

/// JSON text of a column as a value.
pub(super) fn from_json<T: DeserializeOwned>(
    row: &Row<'_>,
    column: &'static str,
) -> Result<T, StoreError> {
    let text = row.get_ref(column)?.as_str().map_err(|_| StoreError::Unreadable(column))?;
    serde_json::from_str(text).map_err(|_| StoreError::Unreadable(column))
}

/// The one word an enum is written as, for instance `counter`.
pub(super) fn word<T: Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        _ => Err(StoreError::Unreadable("word")),
    }
}

/// The enum written as one word in a column.
pub(super) fn from_word<T: DeserializeOwned>(
    row: &Row<'_>,
    column: &'static str,
) -> Result<T, StoreError> {
    let word: String = row.get(column)?;
    serde_json::from_value(serde_json::Value::String(word))
        .map_err(|_| StoreError::Unreadable(column))
}

/// A date column, `YYYY-MM-DD`.
pub(super) fn date(row: &Row<'_>, column: &'static str) -> Result<NaiveDate, StoreError> {
    let text = row.get_ref(column)?.as_str().map_err(|_| StoreError::Unreadable(column))?;
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| StoreError::Unreadable(column))
}

/// A moment column, milliseconds since 1970 UTC.
pub(super) fn moment(row: &Row<'_>, column: &'static str) -> Result<OfficeTime, StoreError> {
    OfficeTime::from_millis(row.get(column)?).ok_or(StoreError::Unreadable(column))
}

/// A moment column that may be empty.
pub(super) fn optional_moment(
    row: &Row<'_>,
    column: &'static str,
) -> Result<Option<OfficeTime>, StoreError> {
    let millis: Option<i64> = row.get(column)?;
    millis
        .map(|millis| OfficeTime::from_millis(millis).ok_or(StoreError::Unreadable(column)))
        .transpose()
}

/// A date as the book writes it.
pub(super) fn iso(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}
