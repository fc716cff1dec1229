//! Sentences about the calendar: why a change cannot be taken in.

use chrono::{NaiveDate, Weekday};

use crate::domain::calendar::CalendarError;
use crate::domain::calendar_fault::CalendarFault;

/// One sentence: where, what is wrong, the way out.
pub(super) fn fault(fault: &CalendarFault) -> String {
    match fault {
        CalendarFault::Impossible(error) => impossible(error),
        CalendarFault::LawDay(date) => format!(
            "Ngày trong lịch: {} là ngày nghỉ theo luật, không bỏ và không đổi thành ngày khác được; \
             nếu có thông báo hoán đổi, hãy nhập các ngày hoán đổi.",
            short(*date)
        ),
        CalendarFault::NotSpecial(date) => format!(
            "Ngày trong lịch: {} vốn là ngày bình thường, không có gì để bỏ; hãy xem lại ngày.",
            short(*date)
        ),
        CalendarFault::NoHoursFrom(date) => format!(
            "Giờ làm việc: không có giờ làm việc nào bắt đầu từ {}; hãy xem lại ngày bắt đầu.",
            short(*date)
        ),
        CalendarFault::Twice(date) => format!(
            "Ngày trong lịch: {} được ghi hai lần hoặc vừa ghi vừa bỏ; hãy chỉ giữ một.",
            short(*date)
        ),
        CalendarFault::ClosesNothing(date) => format!(
            "Ngày trong lịch: {} cơ quan vốn không làm việc trong khoảng giờ đó; hãy xem lại ngày và \
             giờ đóng cửa, ví dụ 13:30-17:00.",
            short(*date)
        ),
        CalendarFault::AlreadyOff(date) => format!(
            "Ngày trong lịch: {} cả nước đã nghỉ, cơ quan không cần đóng cửa thêm; hãy xem lại ngày.",
            short(*date)
        ),
        CalendarFault::OutOfYears(date) => format!(
            "Ngày trong lịch: {} nằm ngoài các năm 2000 đến 2100; hãy kiểm tra lại năm.",
            short(*date)
        ),
        CalendarFault::YearOutOfYears(year) => format!(
            "Ngày trong lịch: năm {year} chưa có ngày nghỉ nào trong lịch; hãy kiểm tra lại năm."
        ),
        CalendarFault::Official(year) => format!(
            "Ngày trong lịch: lịch nghỉ năm {year} đã chính thức; nếu có thông báo mới, hãy nhập từng \
             ngày theo thông báo."
        ),
        CalendarFault::Unaffected(code) => format!(
            "Mã hồ sơ: hồ sơ {code} không nằm trong số hồ sơ bị lịch mới làm đổi ngày hẹn; hãy xem danh \
             sách bằng lệnh \"motcua calendar what-if\"."
        ),
        CalendarFault::Nothing => {
            "Ngày trong lịch: lịch sau khi đổi vẫn như cũ; hãy sửa ít nhất một ngày.".to_owned()
        }
        CalendarFault::ChangedSince(date) => format!(
            "Ngày trong lịch: {} đã được sửa lần nữa sau đó, không hoàn tác được; hãy sửa ngày này \
             trực tiếp.",
            short(*date)
        ),
    }
}

fn impossible(error: &CalendarError) -> String {
    match error {
        CalendarError::NoHours => {
            "Giờ làm việc: chưa có giờ làm việc nào; hãy nhập giờ làm việc trong tuần.".to_owned()
        }
        CalendarError::NoOpenWeekday(from) => format!(
            "Giờ làm việc từ {}: cả tuần, hoặc cả tuần của một mùa, không làm việc ngày nào; hãy nhập \
             ít nhất một buổi.",
            short(*from)
        ),
        CalendarError::HoursTwice(from) => format!(
            "Giờ làm việc: có hai lịch giờ cùng bắt đầu từ {}; hãy chỉ giữ một.",
            short(*from)
        ),
        CalendarError::BadSeason(from) => format!(
            "Giờ làm việc từ {}: mùa có ngày bắt đầu hoặc kết thúc không có thật; hãy ghi ngày/tháng, \
             ví dụ 16/04 đến 15/10.",
            short(*from)
        ),
        CalendarError::BadSession { in_force_from, weekday } => format!(
            "Giờ làm việc từ {}: {} có buổi kết thúc trước khi bắt đầu; hãy ghi giờ trước, giờ sau, ví \
             dụ 07:30-11:30.",
            short(*in_force_from),
            name(*weekday)
        ),
        CalendarError::SessionOrder { in_force_from, weekday } => format!(
            "Giờ làm việc từ {}: các buổi của {} chồng lên nhau; hãy ghi theo thứ tự trong ngày, sáng \
             trước chiều.",
            short(*in_force_from),
            name(*weekday)
        ),
        CalendarError::BadClosure(date) => format!(
            "Ngày trong lịch: giờ đóng cửa ngày {} kết thúc trước khi bắt đầu; hãy ghi giờ trước, giờ \
             sau, ví dụ 13:30-17:00.",
            short(*date)
        ),
        CalendarError::DayTwice(date) => {
            format!("Ngày trong lịch: {} được ghi hai lần; hãy chỉ giữ một.", short(*date))
        }
    }
}

fn short(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

fn name(weekday: Weekday) -> &'static str {
    crate::forms::words::weekday(weekday)
}
