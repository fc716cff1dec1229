//! What the office decided about its forms, each from a day on.

use chrono::NaiveDate;
use rusqlite::OptionalExtension;

use super::error::StoreError;
use super::row::{date, from_json, iso, to_json};
use super::transact::{Tx, View};
use crate::domain::form_style::{FormKind, FormStyle};

/// What the office decided about a form that is printed on `day`; `None` where it never did.
///
/// # Errors
/// When the book cannot be read.
pub fn form_style_on(
    view: View<'_>,
    form: FormKind,
    day: NaiveDate,
) -> Result<Option<FormStyle>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT style FROM form_style WHERE form = ?1 AND in_force_from <= ?2
             ORDER BY in_force_from DESC LIMIT 1",
        )?
        .query_row([form.word(), &iso(day)], |row| Ok(from_json(row, "style")))
        .optional()?
        .transpose()
}

/// What the office decided about a form, each with its first day, oldest first.
///
/// # Errors
/// When the book cannot be read.
pub fn form_styles(
    view: View<'_>,
    form: FormKind,
) -> Result<Vec<(NaiveDate, FormStyle)>, StoreError> {
    view.0
        .prepare_cached(
            "SELECT in_force_from, style FROM form_style WHERE form = ?1 ORDER BY in_force_from",
        )?
        .query_and_then([form.word()], |row| {
            Ok((date(row, "in_force_from")?, from_json(row, "style")?))
        })?
        .collect()
}

/// Keeps how a form is printed from `day` on; `None` takes away what was decided for that day.
///
/// # Errors
/// When the book refuses.
pub fn put_form_style(
    tx: &Tx<'_>,
    form: FormKind,
    day: NaiveDate,
    style: Option<&FormStyle>,
) -> Result<(), StoreError> {
    let _ = match style {
        Some(style) => tx
            .inner
            .prepare_cached(
                "INSERT INTO form_style (form, in_force_from, style) VALUES (?1, ?2, ?3)
                 ON CONFLICT (form, in_force_from) DO UPDATE SET style = excluded.style",
            )?
            .execute((form.word(), iso(day), to_json(style)?))?,
        None => tx
            .inner
            .prepare_cached("DELETE FROM form_style WHERE form = ?1 AND in_force_from = ?2")?
            .execute((form.word(), iso(day)))?,
    };
    tx.touch(|changed| changed.office = true);
    Ok(())
}
