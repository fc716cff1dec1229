//! Words for dates, limits and days.

use chrono::NaiveDate;

use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
pub(crate) use crate::forms::explanation::day;
use crate::forms::words::day_and_date;

/// "thứ Hai 23/11/2026".
pub(crate) fn date(date: NaiveDate) -> String {
    day_and_date(date)
}

/// "14:20 thứ Hai 23/11/2026".
pub(crate) fn moment(moment: OfficeTime) -> String {
    format!("{} {}", moment.time().format("%H:%M"), date(moment.date()))
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
