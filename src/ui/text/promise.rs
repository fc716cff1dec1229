//! What the window says of terms, branches, crowds and explanations of a promise.

use crate::domain::clock_start::{ClockStart, StartReason};
use crate::domain::crowd::Crowd;
use crate::domain::dossier::Dossier;
use crate::domain::limit::Limit;
use crate::domain::time::OfficeTime;
use crate::forms::explanation::because;
use crate::forms::words;
use crate::text as sentences;

pub(crate) const TERMS: &str = "Cách tính thời hạn khác… · Ctrl T";
pub(crate) const TERMS_SHOWN: &str = "Cách tính thời hạn khác · Ctrl T";
pub(crate) const CLOCK_REASON: &str = "Vì sao";
pub(crate) const FROM_RECEIPT: &str = "Lúc tiếp nhận";
pub(crate) const OUT_OF_AREA: &str = "Ngoài địa bàn";
pub(crate) const BY_POST: &str = "Bưu chính";
pub(crate) const OUTSIDE_HOURS: &str = "Ngoài giờ";

/// Why the time counts from another moment, as the officer chose it.
pub(crate) fn clock_reason(reason: Option<StartReason>) -> &'static str {
    match reason {
        Some(StartReason::OutOfArea) => OUT_OF_AREA,
        Some(StartReason::Post) => BY_POST,
        Some(StartReason::OutsideHours) => OUTSIDE_HOURS,
        Some(StartReason::Papers | StartReason::Payment) | None => FROM_RECEIPT,
    }
}

/// "Tính từ 08:00 thứ Tư 25/11/2026: …".
pub(crate) fn counted_from(start: ClockStart) -> String {
    format!("Tính từ {}: {}.", sentences::moment(start.at), because(start.reason))
}

/// The second of two appointments, as far as its limit is understood.
pub(crate) fn second_appointment(typed: &str) -> Option<String> {
    let limit: Limit = typed.parse().ok()?;
    Some(format!("Lần hẹn 2: {}.", words::after_payment(limit)))
}

/// The second of two appointments of a dossier, while the first one holds.
pub(crate) fn second_of(record: &Dossier) -> Option<String> {
    let paid = record.start.is_some_and(|start| start.reason == StartReason::Payment);
    let limit = record.second_limit.filter(|_| !paid)?;
    Some(format!("Lần hẹn 2: {}.", words::after_payment(limit)))
}

pub(crate) const PRINT_EXPLANATION: &str = "In phiếu giải trình";
pub(crate) const BRANCH_ACT: &str = "Đổi thời hạn…";
pub(crate) const BRANCH_TITLE: &str = "Đổi trường hợp thời hạn";
pub(crate) const BRANCH_CHANGE: &str = "Đổi và in lại giấy hẹn";
pub(crate) const BRANCH_EXPLAINED: &str = "Ngày hẹn được tính lại từ lúc bắt đầu tính thời hạn của hồ \
    sơ; lần hẹn cũ được giữ trong sổ cùng lý do.";
pub(crate) const OTHER_LIMIT: &str = "Thời hạn khác theo quy định";

/// Under which limit a dossier runs now.
pub(crate) fn branch_now(record: &Dossier) -> String {
    format!("Hồ sơ đang tính theo thời hạn: {}.", words::limit_within(record.limit))
}

/// A branch that runs already.
pub(crate) fn runs_now(branch: &str) -> String {
    format!("{branch} (đang tính)")
}

/// A dossier runs under another limit now.
pub(crate) fn branch_changed(record: &Dossier) -> String {
    format!(
        "Hồ sơ {} nay tính theo thời hạn {}: {}.",
        record.code,
        words::limit_within(record.limit),
        super::promised(record.due.at)
    )
}

/// How full the day of a promise is: "Ngày này đã hẹn 23 hồ sơ: sáng 17, chiều 6."
pub(crate) fn crowd(crowd: &Crowd, at: OfficeTime) -> Option<String> {
    sentences::crowd_line(crowd, at)
}
