//! Whether a promise was kept, and whether it may be put off.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::time::OfficeTime;

/// How a promise was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Before the day of the promise (*trước hạn*).
    Early,
    /// On that day, not after the promised hour (*đúng hạn*).
    OnTime,
    /// After it (*quá hạn*).
    Late,
}

/// How a promise for `due` was kept by what happened at `at`. A dossier is judged twice: when its
/// result was ready (what the law counts), and when it was handed over (what the applicant saw).
#[must_use]
pub fn judge(at: OfficeTime, due: OfficeTime) -> Verdict {
    if at > due {
        Verdict::Late
    } else if at.date() < due.date() {
        Verdict::Early
    } else {
        Verdict::OnTime
    }
}

/// Why a promise may not be put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoExtension {
    /// It was put off once already (Decree 61/2018/NĐ-CP art. 19.9: not more than once).
    Already,
    /// The apology must go out at least one day before the promised day (the same).
    TooLate {
        /// The last day on which it could have.
        last: Option<NaiveDate>,
    },
    /// The new date is not later than the promised one.
    NotLater,
}

/// Whether a promise for `due` may still be put off on `today`, whatever the new date, `before` times it
/// was.
///
/// # Errors
/// [`NoExtension::Already`]; [`NoExtension::TooLate`].
pub fn may_still_extend(
    today: NaiveDate,
    due: OfficeTime,
    before: usize,
) -> Result<(), NoExtension> {
    if before > 0 {
        return Err(NoExtension::Already);
    }
    if today >= due.date() {
        return Err(NoExtension::TooLate { last: due.date().pred_opt() });
    }
    Ok(())
}

/// Whether a promise for `due` may be put off on `today` until `until`, `before` times it was.
///
/// # Errors
/// See [`NoExtension`].
pub fn may_extend(
    today: NaiveDate,
    due: OfficeTime,
    until: OfficeTime,
    before: usize,
) -> Result<(), NoExtension> {
    may_still_extend(today, due, before)?;
    if until.date() <= due.date() {
        return Err(NoExtension::NotLater);
    }
    Ok(())
}
