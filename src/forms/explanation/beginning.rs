//! When a dossier came, from when its time counts and why, and how long that time is.

use super::{Promise, moment};
use crate::domain::clock_start::StartReason;
use crate::domain::limit::Limit;
use crate::domain::past_promise::Cause;
use crate::forms::words;

/// The lines before the days.
pub(super) fn lines(promise: &Promise<'_>) -> Vec<String> {
    let mut lines = vec![format!("Tiếp nhận hồ sơ: {}.", moment(promise.received))];
    if promise.limit() != Limit::None && promise.waits_for().is_none() {
        lines.push(from(promise));
    }
    lines.push(limit(promise));
    lines
}

/// Why the time counts from another moment than the receipt.
#[must_use]
pub fn because(reason: StartReason) -> &'static str {
    match reason {
        StartReason::OutOfArea => {
            "lúc cơ quan có thẩm quyền nhận được hồ sơ, vì hồ sơ được tiếp nhận không phụ thuộc vào \
             địa giới hành chính"
        }
        StartReason::Post => "lúc ký biên bản giao nhận hồ sơ với nhân viên bưu chính",
        StartReason::OutsideHours => {
            "lúc bắt đầu giải quyết, vì hồ sơ đến ngoài giờ làm việc hoặc sau giờ cơ quan \
             quy định"
        }
        StartReason::Papers => "lúc nhận đủ giấy tờ bổ sung",
        StartReason::Payment => "lúc nhận chứng từ đã thực hiện nghĩa vụ tài chính",
    }
}

fn from(promise: &Promise<'_>) -> String {
    match promise.start {
        None => "Thời hạn tính từ lúc tiếp nhận hồ sơ đầy đủ, đúng quy định.".to_owned(),
        Some(start) => {
            format!("Thời hạn tính từ {}: {}.", moment(start.at), because(start.reason))
        }
    }
}

fn limit(promise: &Promise<'_>) -> String {
    let whole = words::limit_within(promise.whole);
    match promise.counted {
        Some(Limit::Agreed(Some(_))) if promise.is_extended() => {
            format!("Thời hạn giải quyết: {whole}; ngày trả kết quả đã được hẹn lại một lần.")
        }
        Some(left) if left != promise.whole && is_rest(promise) => format!(
            "Thời hạn giải quyết: {whole}; phần còn lại được tính tiếp: {}.",
            words::limit_within(left)
        ),
        Some(other) if other != promise.whole => format!(
            "Thời hạn giải quyết: {whole}; lần hẹn này tính theo: {}.",
            words::limit_within(other)
        ),
        _ => format!("Thời hạn giải quyết: {whole}."),
    }
}

/// Whether the promise runs for what was left of the limit, not for a limit of its own.
pub(super) fn is_rest(promise: &Promise<'_>) -> bool {
    let paid = promise.start.is_some_and(|start| start.reason == StartReason::Payment);
    let waited = |cause| matches!(cause, Cause::Papers | Cause::Payment);
    let after_wait = promise.past.iter().any(|past| waited(past.cause));
    promise.counted.is_some() && promise.counted != promise.second && (paid || after_wait)
}

/// The day on which the count begins, which is not counted itself.
pub(super) fn first_day(promise: &Promise<'_>) -> &'static str {
    match promise.start.map(|start| start.reason) {
        None => "ngày tiếp nhận",
        Some(StartReason::OutOfArea) => "ngày cơ quan có thẩm quyền nhận hồ sơ",
        Some(StartReason::Post) => "ngày ký biên bản giao nhận hồ sơ",
        Some(StartReason::OutsideHours) => "ngày bắt đầu tính thời hạn",
        Some(StartReason::Papers) => "ngày nhận đủ giấy tờ bổ sung",
        Some(StartReason::Payment) => "ngày nhận chứng từ nộp tiền",
    }
}

/// The second of two appointments, while the first one holds.
pub(super) fn second_appointment(promise: &Promise<'_>) -> Option<String> {
    let paid = promise.start.is_some_and(|start| start.reason == StartReason::Payment);
    let second = promise.second.filter(|_| !paid)?;
    Some(format!(
        "Hồ sơ có hai lần hẹn: lần hẹn trên để nhận thông báo nghĩa vụ tài chính; lần hẹn thứ hai trả \
         kết quả {}.",
        words::after_payment(second)
    ))
}
