//! What the calendar screen says.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::desk::day_form::{DayField, DayProblem};
use crate::domain::calendar::{Calendar, DayKind, OfficeHours, Origin, Session, SpecialDay};
use crate::domain::lunar::LunarDate;
use crate::store::PromisedDay;
use crate::text as sentences;
use crate::ui::screen::calendar::Mark;

pub(crate) const CALENDAR: &str = "Lịch làm việc";
pub(crate) const SECTION_YEAR: &str = "Lịch năm";
pub(crate) const SECTION_HOURS: &str = "Giờ làm việc · Ctrl G";
pub(crate) const SECTION_FILES: &str = "Nhập, xuất tệp · Ctrl F";
pub(crate) const OFFICIAL: &str = "Chính thức";
pub(crate) const NOT_OFFICIAL: &str = "Dự kiến, chưa có thông báo";

pub(crate) const WEEKDAYS: [&str; 7] = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];
pub(crate) const ESTIMATE: &str = "dự kiến";
pub(crate) const NOT_WRITTEN: &str = "chưa ghi";
pub(crate) const TODAY: &str = "hôm nay";

pub(crate) const HOURS_OF_DAY: &str = "Giờ làm việc";
pub(crate) const PROMISED: &str = "Hẹn trả trong ngày";
pub(crate) const COUNTING: &str = "Đang đếm…";
pub(crate) const CHANGE_DAY: &str = "Sửa ngày này";
pub(crate) const MAKE_SPECIAL: &str = "Đặt ngày nghỉ, làm bù";
pub(crate) const MAKE_ORDINARY: &str = "Trở lại ngày thường";

pub(crate) const EDITING: &str = "Sửa ngày";
pub(crate) const CHOICE: &str = "Ngày này";
pub(crate) const CHOICE_OFF: &str = "Nghỉ";
pub(crate) const CHOICE_WORK: &str = "Làm bù";
pub(crate) const CHOICE_PART: &str = "Đóng cửa một phần";
pub(crate) const FROM_DAY: &str = "Từ ngày";
pub(crate) const UNTIL_DAY: &str = "Đến ngày";
pub(crate) const CLOSES: &str = "Đóng cửa từ";
pub(crate) const OPENS: &str = "đến";
pub(crate) const REASON: &str = "Lý do";
pub(crate) const REASON_HINT: &str = "Đóng cửa do bão số 10";
pub(crate) const WHO: &str = "Theo";
pub(crate) const BY_OFFICE: &str = "Nội bộ cơ quan";
pub(crate) const BY_NOTICE: &str = "Thông báo nghỉ lễ";
pub(crate) const SOURCE: &str = "Căn cứ (số, ngày văn bản)";
pub(crate) const SOURCE_HINT: &str = "có thể để trống";
pub(crate) const PUT_DAY: &str = "Đưa vào thay đổi";
pub(crate) const CLOSE_FORM: &str = "Bỏ qua";

pub(crate) const PENDING: &str = "Thay đổi chưa ghi";
pub(crate) const DROP: &str = "bỏ";
pub(crate) const DROP_ALL: &str = "Bỏ tất cả";
pub(crate) const WHAT_IF: &str = "Nếu đổi lịch?";
pub(crate) const REASON_HOURS: &str = "Thay đổi giờ làm việc";

pub(crate) fn title(year: i32) -> String {
    format!("{CALENDAR} năm {year}")
}

pub(crate) fn month(number: u32) -> String {
    format!("Tháng {number}")
}

/// A kind of day in the legend.
pub(crate) fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Working => "ngày làm việc",
        Mark::Rest => "nghỉ hằng tuần",
        Mark::Reception => "chỉ tiếp nhận",
        Mark::Holiday => "nghỉ lễ, Tết",
        Mark::Compensation => "nghỉ bù",
        Mark::SwapOff => "nghỉ hoán đổi",
        Mark::SwapWorked => "làm bù",
        Mark::Closed => "đóng cửa",
        Mark::PartlyClosed => "đóng một phần",
    }
}

/// A kind of day beside its date.
pub(crate) fn kind(mark: Mark) -> &'static str {
    match mark {
        Mark::Working => "Ngày làm việc",
        Mark::Rest => "Nghỉ hằng tuần",
        Mark::Reception => "Chỉ tiếp nhận, không tính vào thời hạn",
        Mark::Holiday => "Nghỉ lễ, Tết",
        Mark::Compensation => "Nghỉ bù",
        Mark::SwapOff => "Nghỉ hoán đổi",
        Mark::SwapWorked => "Làm bù",
        Mark::Closed => "Cơ quan đóng cửa",
        Mark::PartlyClosed => "Đóng cửa một phần ngày",
    }
}

/// "Thứ Ba 24/11/2026".
pub(crate) fn day_title(date: NaiveDate) -> String {
    let told = sentences::date(date);
    let mut letters = told.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "16/10 âm lịch".
pub(crate) fn lunar(date: LunarDate) -> String {
    let leap = if date.leap { " nhuận" } else { "" };
    format!("{}/{}{leap} âm lịch", date.day, date.month)
}

/// Who says that a day is special, and in which paper.
pub(crate) fn source(day: &SpecialDay) -> String {
    let who = match day.origin {
        Origin::Estimate => "Tính theo Bộ luật Lao động, chưa có thông báo",
        Origin::Notice => "Theo thông báo nghỉ lễ, Tết",
        Origin::Office => "Nội bộ cơ quan",
    };
    if day.source.is_empty() { who.to_owned() } else { format!("{who}: {}", day.source) }
}

/// The sessions of a day, or that the office is closed.
pub(crate) fn hours_of_day(calendar: &Calendar, date: NaiveDate) -> String {
    let sessions = calendar.sessions(date);
    let reception = calendar.reception(date);
    if sessions.is_empty() && reception.is_empty() {
        return "Không làm việc".to_owned();
    }
    if sessions.is_empty() {
        return format!("{} (chỉ tiếp nhận)", told_sessions(reception));
    }
    told_sessions(sessions)
}

fn told_sessions(sessions: &[Session]) -> String {
    let one = |session: &Session| format!("{} – {}", hour(session.opens), hour(session.closes));
    sessions.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn hour(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

pub(crate) fn promised(promised: PromisedDay) -> String {
    let PromisedDay { morning, afternoon } = promised;
    match morning + afternoon {
        0 => "Không có hồ sơ nào".to_owned(),
        all => format!("{all} hồ sơ: sáng {morning}, chiều {afternoon}"),
    }
}

/// "24/11" in a year that is told anyhow, "24/11/2026" otherwise.
fn short(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// "28/09/2027 – 30/09/2027: nghỉ, Đóng cửa do bão".
pub(crate) fn pending_days(
    from: NaiveDate,
    until: NaiveDate,
    special: Option<&SpecialDay>,
) -> String {
    let days = match from == until {
        true => short(from),
        false if from.year() == until.year() => format!("{} – {}", from.format("%d/%m"), short(until)),
        false => format!("{} – {}", short(from), short(until)),
    };
    let Some(day) = special else { return format!("{days}: trở lại ngày thường") };
    let kind = match day.kind {
        DayKind::Off => "nghỉ".to_owned(),
        DayKind::Work => "làm bù".to_owned(),
        DayKind::Closed(session) => {
            format!("đóng cửa {} – {}", hour(session.opens), hour(session.closes))
        }
    };
    format!("{days}: {kind}, {}", day.name)
}

pub(crate) fn pending_hours(from: NaiveDate, hours: Option<&OfficeHours>) -> String {
    match hours {
        Some(_) => format!("Giờ làm việc áp dụng từ {}", short(from)),
        None => format!("Bỏ bộ giờ áp dụng từ {}", short(from)),
    }
}

pub(crate) fn pending_official(year: i32, notice: &str) -> String {
    match notice {
        "" => format!("Năm {year}: chính thức"),
        notice => format!("Năm {year}: chính thức theo {notice}"),
    }
}

pub(crate) fn and_more(count: usize) -> String {
    format!("và {count} thay đổi nữa")
}

/// What is wrong with a field of the form for days.
pub(crate) fn wrong_day(field: DayField, problem: DayProblem) -> &'static str {
    match (field, problem) {
        (DayField::From, DayProblem::Empty) => "Từ ngày: chưa nhập; hãy ghi ngày/tháng/năm.",
        (DayField::From, _) => {
            "Từ ngày: ngày không có thật hoặc chưa đúng cách ghi; hãy ghi như 24/11/2026."
        }
        (DayField::Until, DayProblem::Reversed) => {
            "Đến ngày: trước ngày bắt đầu; hãy sửa một trong hai ngày."
        }
        (DayField::Until, DayProblem::TooManyDays) => {
            "Đến ngày: quá 62 ngày; hãy chia thành nhiều đợt, mỗi đợt một lý do."
        }
        (DayField::Until, _) => {
            "Đến ngày: ngày không có thật hoặc chưa đúng cách ghi; hãy ghi như 24/11/2026."
        }
        (DayField::Opens, DayProblem::HoursReversed) => {
            "Giờ đóng cửa: giờ kết thúc phải sau giờ bắt đầu; hãy sửa lại."
        }
        (DayField::Closes | DayField::Opens, DayProblem::Empty) => {
            "Giờ đóng cửa: còn thiếu; hãy ghi như 13:30."
        }
        (DayField::Closes | DayField::Opens, _) => {
            "Giờ đóng cửa: chưa đúng cách ghi; hãy ghi như 13:30."
        }
        (DayField::Reason, DayProblem::Empty) => "Lý do: chưa nhập; hãy ghi vì sao đổi ngày này.",
        (DayField::Reason, _) => "Lý do: dài quá 120 ký tự hoặc có ký tự lạ; hãy viết gọn lại.",
        (DayField::Source, _) => "Căn cứ: dài quá 120 ký tự hoặc có ký tự lạ; hãy viết gọn lại.",
    }
}
