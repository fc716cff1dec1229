//! Words for dates, limits and days.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::deadline::{DayReason, DayStep};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;

/// "thứ Hai 23/11/2026".
pub(crate) fn date(date: NaiveDate) -> String {
    format!("{} {}", weekday(date.weekday()), date.format("%d/%m/%Y"))
}

/// "14:20 thứ Hai 23/11/2026".
pub(crate) fn moment(moment: OfficeTime) -> String {
    format!("{} {}", moment.time().format("%H:%M"), date(moment.date()))
}

pub(super) fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "thứ Hai",
        Weekday::Tue => "thứ Ba",
        Weekday::Wed => "thứ Tư",
        Weekday::Thu => "thứ Năm",
        Weekday::Fri => "thứ Sáu",
        Weekday::Sat => "thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    }
}

/// A day of a promise: how it was counted, or why it was not.
pub(crate) fn day(step: &DayStep) -> String {
    let reason = match &step.reason {
        DayReason::Receipt => "ngày tiếp nhận, không tính".to_owned(),
        DayReason::Working => "ngày làm việc".to_owned(),
        DayReason::SwappedIn { name } => name.clone(),
        DayReason::WeeklyRest => "nghỉ hằng tuần".to_owned(),
        DayReason::DayOff { name, official: true } => format!("nghỉ: {name}"),
        DayReason::DayOff { name, official: false } => {
            format!("nghỉ: {name} (dự kiến, chưa có thông báo chính thức)")
        }
        DayReason::CalendarDay => "ngày theo lịch".to_owned(),
        DayReason::Shortened { name } => format!("ngày làm việc, đóng cửa một phần: {name}"),
        DayReason::ReceptionOnly => "chỉ tiếp nhận, không tính".to_owned(),
    };
    match (step.counted, step.minutes) {
        (Some(number), _) if step.half => format!("tính ngày thứ {number} và nửa ngày ({reason})"),
        (None, _) if step.half => format!("tính nửa ngày ({reason})"),
        (_, Some(0)) => format!("{reason}, tiếp nhận khi đã hết giờ, không tính"),
        (_, Some(minutes)) => {
            format!("tính {} giờ {:02} phút ({reason})", minutes / 60, minutes % 60)
        }
        (Some(number), None) => format!("tính ngày thứ {number} ({reason})"),
        (None, None) => reason,
    }
}

/// A dossier's status as the officer knows it.
pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Registered => "Mới đăng ký",
        Status::Received => "Được tiếp nhận",
        Status::Refused => "Không được tiếp nhận",
        Status::InProgress => "Đang xử lý",
        Status::AwaitingPapers => "Yêu cầu bổ sung giấy tờ",
        Status::AwaitingPayment => "Yêu cầu thực hiện nghĩa vụ tài chính",
        Status::Withdrawn => "Công dân yêu cầu rút hồ sơ",
        Status::Stopped => "Dừng xử lý",
        Status::Finished => "Đã xử lý xong",
        Status::Returned => "Đã trả kết quả",
    }
}
