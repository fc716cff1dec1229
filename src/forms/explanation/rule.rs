//! The rules that lead to a promise, each with its article.

use chrono::{Datelike, NaiveDate};

use super::Promise;
use crate::domain::calendar::{Calendar, SpecialDay};
use crate::domain::clock_start::StartReason;
use crate::domain::deadline::{DayReason, Due};
use crate::domain::limit::Limit;
use crate::domain::waiting::WaitKind;

/// The first day of Decree 309/2026/NĐ-CP, which words from when the time counts.
fn amended_from() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 8, 5).unwrap_or_default()
}

/// The first year of the Labour Code 2019.
const LABOUR_CODE: i32 = 2021;

const RECEIPT: &str = "“Thời gian giải quyết thủ tục hành chính được tính từ thời điểm hồ sơ đã được \
    tiếp nhận đầy đủ, đúng quy định và được thể hiện trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.” \
    (khoản 3 Điều 17 Nghị định 118/2025/NĐ-CP, sửa đổi bởi Nghị định 309/2026/NĐ-CP).";
const OUT_OF_AREA: &str = "Hồ sơ tiếp nhận “không phụ thuộc vào địa giới hành chính”: thời hạn tính từ \
    khi cơ quan có thẩm quyền nhận được hồ sơ (khoản 3 Điều 17 Nghị định 118/2025/NĐ-CP, sửa đổi bởi \
    Nghị định 309/2026/NĐ-CP).";
const POST: &str = "Hồ sơ gửi qua dịch vụ bưu chính công ích: hồ sơ được coi là nộp khi biên bản giao \
    nhận hồ sơ được ký (khoản 4 Điều 7 Quyết định 45/2016/QĐ-TTg).";
// The words of Decree 61/2018/NĐ-CP art. 19.4 and 19.9; the decree that replaced it keeps the rules, its
// wording is not known here, so that no article is named.
const PAPERS: &str = "Hồ sơ phải bổ sung: thời hạn giải quyết được tính lại từ đầu sau khi nhận đủ hồ sơ \
    (quy định về thực hiện thủ tục hành chính theo cơ chế một cửa).";
const PAYMENT: &str = "Thời gian chờ người nộp hồ sơ thực hiện nghĩa vụ tài chính không tính vào thời \
    hạn giải quyết.";
const EXTENSION: &str = "Chậm trả kết quả thì phải xin lỗi và hẹn lại trước ngày hẹn ít nhất 01 ngày; \
    việc hẹn lại ngày trả kết quả không quá một lần (quy định về thực hiện thủ tục hành chính theo cơ \
    chế một cửa).";
const FIRST_DAY: &str = "Ngày bắt đầu không tính, thời hạn được đếm từ ngày tiếp theo (Điều 147 Bộ luật \
    Dân sự năm 2015).";
const WORKING: &str = "Thời hạn tính bằng ngày làm việc: chỉ đếm những ngày cơ quan làm việc; ngày nghỉ \
    hằng tuần, ngày nghỉ lễ, tết và ngày nghỉ bù không đếm.";
const HALF: &str = "Nửa ngày là buổi làm việc bắt đầu kế tiếp.";
const CALENDAR: &str = "Thời hạn tính bằng ngày: đếm mọi ngày theo lịch; ngày cuối cùng rơi vào ngày \
    nghỉ thì thời hạn kết thúc vào ngày làm việc tiếp theo (Điều 148 Bộ luật Dân sự năm 2015).";
const HOURS: &str = "Thời hạn tính bằng giờ làm việc: chỉ tính thời gian trong các buổi làm việc, không \
    đổi từ giờ ra ngày.";
const SAME_DAY: &str = "Giải quyết ngay trong ngày; tiếp nhận sau 15 giờ thì trả kết quả trong ngày làm \
    việc tiếp theo (Điều 7 Nghị định 23/2015/NĐ-CP đối với chứng thực, khoản 3 Điều 5 Luật Hộ tịch đối \
    với hộ tịch).";
const NOTHING_LEFT: &str = "Thời hạn đã được tính hết trước khi chờ, nên trả kết quả ngay trong ngày; \
    quá 15 giờ thì trong ngày làm việc tiếp theo.";
const AGREED: &str = "Thời hạn theo thỏa thuận giữa cơ quan và người nộp hồ sơ.";
const NO_LIMIT: &str = "Thủ tục không quy định thời hạn giải quyết.";
const DAYS_OFF: &str = "Ngày nghỉ lễ, tết theo Điều 112 Bộ luật Lao động năm 2019; ngày lễ trùng ngày \
    nghỉ hằng tuần thì được nghỉ bù vào ngày làm việc kế tiếp (khoản 3 Điều 111).";
const RECEPTION: &str = "Ngày nghỉ hằng tuần mà bộ phận một cửa có tiếp nhận hồ sơ không phải ngày làm \
    việc: không đếm vào thời hạn, không hẹn trả kết quả.";

/// The rules that `promise` rests on.
pub(super) fn lines(calendar: &Calendar, promise: &Promise<'_>) -> Vec<String> {
    let mut rules: Vec<&str> = Vec::new();
    if let Some(kind) = promise.waits_for() {
        rules.push(match kind {
            WaitKind::Papers => PAPERS,
            WaitKind::Payment => PAYMENT,
        });
        return rules.into_iter().map(str::to_owned).collect();
    }
    rules.extend(start(promise));
    if promise.is_extended() {
        rules.push(EXTENSION);
    } else {
        rules.extend(counting(promise));
    }
    let days = &promise.due.days;
    // A day listed for a moment that was agreed on was not counted, nor passed over.
    if !matches!(promise.limit(), Limit::Agreed(_) | Limit::CalendarDays(_)) || moved(promise.due) {
        if has_holiday(calendar, promise) {
            rules.push(DAYS_OFF);
        }
        if days.iter().any(|day| matches!(day.reason, DayReason::ReceptionOnly)) {
            rules.push(RECEPTION);
        }
    }
    rules.into_iter().map(str::to_owned).collect()
}

/// Whether calendar days ended on a day off.
fn moved(due: &Due) -> bool {
    let calendar = |reason: &DayReason| matches!(reason, DayReason::CalendarDay);
    due.days.iter().any(|day| calendar(&day.reason))
        && due.days.last().is_some_and(|day| !calendar(&day.reason))
}

/// From when the time counts. Before the decree's own day its words are not quoted.
fn start(promise: &Promise<'_>) -> Option<&'static str> {
    let amended = promise.received.date() >= amended_from();
    match promise.start.map(|start| start.reason) {
        None => amended.then_some(RECEIPT).filter(|_| promise.limit() != Limit::None),
        Some(StartReason::OutOfArea) => amended.then_some(OUT_OF_AREA),
        Some(StartReason::Post) => Some(POST),
        Some(StartReason::Papers) => Some(PAPERS),
        Some(StartReason::Payment) => Some(PAYMENT),
        Some(StartReason::OutsideHours) => None,
    }
}

/// How the limit counts.
fn counting(promise: &Promise<'_>) -> Vec<&'static str> {
    match promise.limit() {
        Limit::WorkingDays(1..) => vec![FIRST_DAY, WORKING],
        Limit::HalfDays(2..) => vec![FIRST_DAY, WORKING, HALF],
        Limit::HalfDays(_) => vec![HALF],
        Limit::CalendarDays(_) => vec![FIRST_DAY, CALENDAR],
        Limit::WorkingHours(_) => vec![HOURS],
        Limit::SameDay | Limit::WorkingDays(0) if super::beginning::is_rest(promise) => {
            vec![NOTHING_LEFT]
        }
        Limit::SameDay | Limit::WorkingDays(0) => vec![SAME_DAY],
        Limit::Agreed(_) => vec![AGREED],
        Limit::None => vec![NO_LIMIT],
    }
}

/// Whether a day off of the whole country was passed over, since the Labour Code names them.
fn has_holiday(calendar: &Calendar, promise: &Promise<'_>) -> bool {
    let national = |date| calendar.special_day(date).is_none_or(SpecialDay::is_national);
    promise.received.date().year() >= LABOUR_CODE
        && promise
            .due
            .days
            .iter()
            .any(|day| matches!(day.reason, DayReason::DayOff { .. }) && national(day.date))
}
