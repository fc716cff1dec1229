//! One day of a promise in words.

use crate::domain::deadline::{DayReason, DayStep};
use crate::forms::words;

/// What was counted on a day: "ngày thứ 1", "nửa ngày", "3 giờ 15 phút", "không tính".
#[must_use]
pub fn counted_as(step: &DayStep) -> String {
    match (step.counted, step.minutes) {
        (Some(number), _) if step.half => format!("ngày thứ {number} và nửa ngày"),
        (None, _) if step.half => "nửa ngày".to_owned(),
        (_, Some(minutes)) if minutes > 0 => words::span(minutes),
        (Some(number), None) => format!("ngày thứ {number}"),
        _ => "không tính".to_owned(),
    }
}

/// Why a day was counted, or was not.
#[must_use]
pub fn reason(step: &DayStep) -> String {
    let reason = match &step.reason {
        DayReason::Receipt => "ngày tiếp nhận".to_owned(),
        DayReason::Working => "ngày làm việc".to_owned(),
        DayReason::SwappedIn { name } => name.clone(),
        DayReason::WeeklyRest => "nghỉ hằng tuần".to_owned(),
        DayReason::DayOff { name, official: true } => format!("nghỉ: {name}"),
        DayReason::DayOff { name, official: false } => {
            format!("nghỉ: {name} (dự kiến, chưa có thông báo chính thức)")
        }
        DayReason::CalendarDay => "ngày theo lịch".to_owned(),
        DayReason::Shortened { name } => format!("ngày làm việc, đóng cửa một phần: {name}"),
        DayReason::ReceptionOnly => "nghỉ hằng tuần, chỉ tiếp nhận hồ sơ".to_owned(),
    };
    match step.minutes {
        Some(0) => format!("{reason}, đã hết giờ làm việc"),
        _ => reason,
    }
}

/// A day of a promise: how it was counted, or why it was not.
#[must_use]
pub fn day(step: &DayStep) -> String {
    let counts = step.half || step.counted.is_some() || step.minutes.is_some_and(|spent| spent > 0);
    match counts {
        true => format!("tính {} ({})", counted_as(step), reason(step)),
        false => format!("{}, không tính", reason(step)),
    }
}
