//! Promises that gave way, and both ways of counting the time the office waited.

use super::{Promise, moment};
use crate::domain::calendar::Calendar;
use crate::domain::past_promise::{Cause, PastPromise, asked};
use crate::domain::waiting::{Basis, Running, Wait, WaitKind, index_due};
use crate::forms::words;

/// Each promise that gave way, when and why.
pub(super) fn earlier(past: &[PastPromise]) -> Vec<String> {
    past.iter()
        .map(|past| {
            let promised = past.due.at.map_or_else(
                || "không hẹn ngày trả".to_owned(),
                |at| format!("hẹn {}", moment(at)),
            );
            let reason = match past.reason.trim().trim_end_matches('.') {
                "" => String::new(),
                reason => format!(": {reason}"),
            };
            format!(
                "{} ({}, tính từ {}); không còn áp dụng từ {} do {}{reason}.",
                words::capitalised(&promised),
                words::limit_within(past.limit),
                moment(past.clock_from),
                moment(past.at),
                because(past.cause),
            )
        })
        .collect()
}

/// Why a promise gave way.
fn because(cause: Cause) -> &'static str {
    match cause {
        Cause::Correction => "đính chính thông tin ghi sai khi tiếp nhận",
        Cause::Branch => "áp dụng trường hợp thời hạn khác",
        Cause::Papers => "yêu cầu bổ sung giấy tờ",
        Cause::Payment => "chờ thực hiện nghĩa vụ tài chính",
        Cause::Extension => "hẹn lại ngày trả kết quả",
        Cause::Calendar => "lịch làm việc, lịch nghỉ thay đổi",
        Cause::Undone => "hủy một bước đã ghi nhầm",
    }
}

/// What the office waited for; where that were papers, when the dossier is due by both counts.
pub(super) fn waits(calendar: &Calendar, promise: &Promise<'_>) -> Vec<String> {
    let mut lines: Vec<String> = promise.waits.iter().map(wait).collect();
    let came = |wait: &Wait| wait.kind == WaitKind::Papers && wait.until.is_some();
    if !promise.waits.iter().any(came) {
        return lines;
    }
    // A second appointment has a time of its own, which no way of counting waits touches.
    let held = if promise.is_extended() { promise.past.last().map(|past| &past.due) } else { None };
    let restart = held.unwrap_or(promise.due).at.filter(|_| promise.second.is_none());
    let Some(restart) = restart else { return lines };
    let basis = Basis { from: promise.from(), limit: promise.counted.unwrap_or(promise.whole) };
    let holds = Running { basis, due: promise.due };
    let asked = asked(promise.waits, promise.past);
    let subtract = index_due(calendar, promise.hour, holds, &asked, promise.second.is_some());
    if let Some(subtract) = subtract {
        lines.push(format!(
            "Tính lại từ đầu sau khi nhận đủ hồ sơ (quy định về cơ chế một cửa): hạn là \
             {}; đây là cách tính để hẹn với người nộp hồ sơ.",
            moment(restart)
        ));
        lines.push(format!(
            "Trừ thời gian chờ bổ sung (Quyết định 766/QĐ-TTg): hạn là {}; cách tính này chỉ dùng cho \
             bộ chỉ số đánh giá.",
            moment(subtract)
        ));
    }
    lines
}

fn wait(wait: &Wait) -> String {
    let (asked, came) = match wait.kind {
        WaitKind::Papers => ("Yêu cầu bổ sung giấy tờ", "nhận đủ"),
        WaitKind::Payment => ("Thông báo nghĩa vụ tài chính", "nhận chứng từ"),
    };
    let reason = match wait.reason.trim().trim_end_matches('.') {
        "" => String::new(),
        reason => format!(" ({reason})"),
    };
    match wait.until {
        Some(until) => {
            format!("{asked} lúc {}{reason}; {came} lúc {}.", moment(wait.from), moment(until))
        }
        None => format!("{asked} lúc {}{reason}; đang chờ.", moment(wait.from)),
    }
}
