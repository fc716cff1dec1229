//! What the calendar screen says.

use std::path::Path;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use crate::desk::day_form::{DayField, DayProblem};
use crate::desk::hours_form::{HoursField, HoursProblem, Part};
use crate::domain::calendar::{Calendar, DayKind, OfficeHours, Origin, Session, SpecialDay};
use crate::domain::crowd::Crowd;
use crate::domain::lunar::LunarDate;
use crate::domain::time::OfficeTime;
use crate::text as sentences;
use crate::ui::screen::calendar::Mark;

pub(crate) const CALENDAR: &str = "Lịch làm việc";
pub(crate) const CALENDAR_SHORT: &str = "Lịch";
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

// What the year waits for.
pub(crate) const TET_BEFORE: &str = "Tết nghỉ trước mồng Một";
pub(crate) const DAYS: [&str; 3] = ["1 ngày", "2 ngày", "3 ngày"];
pub(crate) const SECOND_DAY: &str = "Quốc khánh nghỉ thêm";
pub(crate) const MAKE_OFFICIAL: &str = "Đánh dấu chính thức";
pub(crate) const SHOW_YEAR: &str = "Xem năm đó";
pub(crate) const NOTICE: &str = "Số, ngày thông báo";
pub(crate) const NOTICE_HINT: &str = "Thông báo số …/TB-… ngày …";
pub(crate) const NO_NOTICE: &str =
    "Số, ngày thông báo: chưa nhập; hãy ghi số và ngày của thông báo nghỉ lễ, Tết.";

// What a change would move.
pub(crate) const WHY: &str = "Lý do đổi lịch";
pub(crate) const NO_REASON: &str =
    "Lý do đổi lịch: chưa nhập; hãy ghi vì sao đổi, để sau này tra lại.";
pub(crate) const LEAVE_AS_IS: &str = "Quay lại";
pub(crate) const STOP: &str = "Dừng";
pub(crate) const SLIPS_HINT: &str = "Hồ sơ được đánh dấu sẽ dời hẹn; hồ sơ khác giữ ngày đã hẹn.";
pub(crate) const TABLE_KEYS: &str = "Space đánh dấu · A tất cả hoặc bỏ hết";
pub(crate) const PHONE_HEAD: &str = "Điện thoại";
pub(crate) const OLD_HEAD: &str = "Đang hẹn";
pub(crate) const NEW_HEAD: &str = "Hẹn mới";
pub(crate) const LATER: &str = "muộn hơn";
pub(crate) const EARLIER: &str = "sớm hơn";
pub(crate) const CLOSED_ON_DUE: &str = "hẹn ngày nghỉ";

// Promises counted again under the calendar as it is.
pub(crate) const RECOUNT: &str = "Tính lại ngày hẹn";
pub(crate) const RECOUNT_EXPLAINED: &str =
    "Tìm hồ sơ đang giải quyết có ngày hẹn khác với lịch đang ghi.";

// What was written.
pub(crate) const DONE: &str = "Vừa ghi";
pub(crate) const PRINT_SLIPS: &str = "In lại giấy hẹn";
pub(crate) const PRINT_CALLS: &str = "In danh sách gọi điện";
pub(crate) const UNDO: &str = "Hoàn tác";
pub(crate) const HIDE: &str = "Đóng";
pub(crate) const UNDONE_REASON: &str = "Hoàn tác việc đổi lịch";

// Office hours.
pub(crate) const HOURS: &str = "Giờ làm việc";
pub(crate) const SETS: &str = "Bộ giờ";
pub(crate) const NEW_SET: &str = "Bộ giờ mới…";
pub(crate) const IN_FORCE_FROM: &str = "Áp dụng từ ngày";
pub(crate) const WEEKS: &str = "Tuần làm việc";
pub(crate) const ALL_YEAR: &str = "Cả năm";
pub(crate) const UNNAMED_SEASON: &str = "Mùa mới";
pub(crate) const ADD_SEASON: &str = "Thêm mùa";
pub(crate) const DROP_SEASON: &str = "Bỏ mùa này";
pub(crate) const SEASON_NAME: &str = "Tên mùa";
pub(crate) const SEASON_HINT: &str = "Giờ mùa hè";
pub(crate) const RECEPTION: &str = "Chỉ tiếp nhận";
pub(crate) const WEEK_EXPLAINED: &str = "Mỗi buổi ghi giờ mở, giờ đóng; các buổi cách nhau bằng dấu \
    phẩy, ví dụ 07:30-11:30, 13:30-17:00. Để trống là nghỉ hằng tuần.";
pub(crate) const RECEPTION_EXPLAINED: &str = "Buổi tiếp nhận hồ sơ vào ngày nghỉ hằng tuần, ví dụ \
    sáng thứ Bảy. Ngày đó không tính vào thời hạn và không hẹn trả kết quả.";
pub(crate) const CLOSED_DAY: &str = "nghỉ";
pub(crate) const NO_RECEPTION: &str = "không tiếp nhận";
pub(crate) const PUT_HOURS: &str = "Đưa vào thay đổi";
pub(crate) const COPY_MONDAY: &str = "Chép thứ Hai cho thứ Ba đến thứ Sáu";
pub(crate) const DROP_SET: &str = "Bỏ bộ giờ này";
pub(crate) const AFTER_TITLE: &str = "Hồ sơ nhận muộn trong ngày";
pub(crate) const AFTER: &str = "Nhận sau giờ này thì tính từ ngày làm việc tiếp theo";
pub(crate) const AFTER_HINT: &str = "để trống: không áp dụng";
pub(crate) const AFTER_EXPLAINED: &str = "Quy định chung tính thời hạn từ lúc tiếp nhận, dù muộn mấy; \
    chỉ đặt giờ này khi cơ quan có quy định riêng.";
pub(crate) const AFTER_WRONG: &str =
    "Giờ nhận muộn: chưa đúng cách ghi; hãy ghi như 16:00 hoặc để trống.";

// Files.
pub(crate) const IMPORT: &str = "Nhập lịch từ tệp";
pub(crate) const IMPORT_EXPLAINED: &str = "Tệp csv, xlsx hoặc json có các cột ngày, loại (nghỉ, làm \
    bù, đóng cửa, giờ làm việc, mùa), tên và, nếu có, giờ, trạng thái, căn cứ. Đọc xong, các ngày khác với lịch \
    hiện nay nằm ở \"Thay đổi chưa ghi\" để xem trước khi ghi.";
pub(crate) const FILE: &str = "Đường dẫn tệp, gõ hoặc dán";
pub(crate) const FILE_HINT: &str = "lich-nghi-2027.xlsx";
pub(crate) const READ_FILE: &str = "Đọc tệp";
pub(crate) const EXPORT: &str = "Xuất lịch ra tệp";
pub(crate) const EXPORT_HINT: &str = "lich-lam-viec.csv";
pub(crate) const WRITE_FILE: &str = "Ghi tệp";
pub(crate) const EXPORT_KIND: &str =
    "Đường dẫn tệp: chỉ ghi được tệp .xlsx hoặc .csv; hãy sửa phần đuôi của tên tệp.";
pub(crate) const EXPORT_FAILED: &str =
    "Đường dẫn tệp: chưa ghi được tệp; hãy thử tên khác hoặc thư mục khác.";
pub(crate) const NO_FILE: &str = "Đường dẫn tệp: chưa nhập; hãy gõ hoặc dán đường dẫn.";

/// A set of office hours by its first day.
pub(crate) fn set_of_hours(from: NaiveDate) -> String {
    format!("từ {}", short(from))
}

/// "Thứ Hai".
pub(crate) fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Thứ Hai",
        Weekday::Tue => "Thứ Ba",
        Weekday::Wed => "Thứ Tư",
        Weekday::Thu => "Thứ Năm",
        Weekday::Fri => "Thứ Sáu",
        Weekday::Sat => "Thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    }
}

/// What is wrong with a field of the form for office hours.
pub(crate) fn wrong_hours(field: HoursField, problem: HoursProblem, seasons: &[&str]) -> String {
    let season = |place: usize| match seasons.get(place).map(|name| name.trim()) {
        None | Some("") => format!("Mùa thứ {}", place + 1),
        Some(name) => name.to_owned(),
    };
    let place = match field {
        HoursField::From => IN_FORCE_FROM.to_owned(),
        HoursField::Day(Part::Week, day) => weekday(day).to_owned(),
        HoursField::Day(Part::Season(place), day) => {
            format!("{}, {}", season(place), weekday(day))
        }
        HoursField::Day(Part::Reception, day) => format!("{RECEPTION}, {}", weekday(day)),
        HoursField::SeasonName(_) => SEASON_NAME.to_owned(),
        HoursField::SeasonFrom(place) => format!("{}, {FROM_DAY}", season(place)),
        HoursField::SeasonUntil(place) => format!("{}, {UNTIL_DAY}", season(place)),
    };
    let fault = match (field, problem) {
        (HoursField::From, _) => "ngày chưa đúng; hãy ghi ngày/tháng/năm, ví dụ 01/01/2027.",
        (_, HoursProblem::NotADay) => "ngày chưa đúng; hãy ghi ngày/tháng, ví dụ 15/04.",
        (_, HoursProblem::NotSessions) => {
            "giờ chưa đúng cách ghi; hãy ghi như 07:30-11:30, 13:30-17:00."
        }
        (_, HoursProblem::Order) => {
            "các buổi phải theo thứ tự trong ngày, không chồng nhau; hãy sửa lại."
        }
        (_, HoursProblem::NoOpenDay) => "cả tuần không có buổi nào; hãy nhập ít nhất một buổi.",
        (_, HoursProblem::NotAName) => "chưa nhập hoặc dài quá 40 ký tự; hãy ghi ngắn gọn.",
        (_, HoursProblem::WorksAnyhow) => {
            "ngày này đã có giờ làm việc; chỉ ghi ở đây ngày nghỉ hằng tuần."
        }
    };
    format!("{place}: {fault}")
}

pub(crate) fn after_kept(hour: &str) -> String {
    match hour.trim() {
        "" => "Đã lưu: thời hạn luôn tính từ lúc tiếp nhận.".to_owned(),
        hour => format!("Đã lưu: hồ sơ nhận sau {hour} tính từ ngày làm việc tiếp theo."),
    }
}

pub(crate) fn read_from_file(changes: usize) -> String {
    match changes {
        0 => "Tệp không có gì khác với lịch hiện nay.".to_owned(),
        changes => format!("Đã đọc tệp: {changes} thay đổi chờ xem và ghi."),
    }
}

pub(crate) fn export_explained(year: i32) -> String {
    format!(
        "Ghi ngày nghỉ, làm bù, đóng cửa của năm {year} và giờ làm việc ra tệp csv hoặc xlsx để gửi nơi khác nhập."
    )
}

pub(crate) fn exported(path: &Path) -> String {
    format!("Đã ghi lịch ra {}.", path.display())
}

pub(crate) fn warning(year: i32) -> String {
    format!("Lịch nghỉ năm {year} mới là dự kiến; có thông báo thì nhập và đánh dấu chính thức.")
}

pub(crate) fn official_explained(year: i32) -> String {
    format!(
        "Mọi ngày nghỉ lễ, Tết của năm {year} trong lịch được ghi là chính thức theo thông báo này. \
         Hãy đối chiếu từng ngày, kể cả ngày hoán đổi, trước khi ghi."
    )
}

pub(crate) fn counting(done: usize, all: usize) -> String {
    match all {
        0 => "Đang tính lại ngày hẹn…".to_owned(),
        all => format!("Đang tính lại ngày hẹn: {}/{} hồ sơ", many(done), many(all)),
    }
}

pub(crate) fn nothing_moves(looked_at: usize) -> String {
    let looked_at = many(looked_at);
    format!("Đã tính lại {looked_at} hồ sơ đang giải quyết: không hồ sơ nào phải dời ngày hẹn.")
}

/// "12 trong 340 hồ sơ đang giải quyết đổi ngày hẹn (đang hẹn từ 28/09/2026 đến 05/10/2026)."
pub(crate) fn moves(
    moved: usize,
    looked_at: usize,
    span: Option<(OfficeTime, OfficeTime)>,
) -> String {
    let span = span.map_or_else(String::new, |(from, until)| {
        format!(", đang hẹn từ {} đến {}", short(from.date()), short(until.date()))
    });
    let (moved, looked_at) = (many(moved), many(looked_at));
    format!("{moved} trong {looked_at} hồ sơ đang giải quyết có ngày hẹn khác theo lịch mới{span}.")
}

pub(crate) fn ticked(ticked: usize, all: usize) -> String {
    format!("{}/{} dời hẹn", many(ticked), many(all))
}

/// What the main button does.
pub(crate) fn write(all: usize, ticked: usize, only_dossiers: bool) -> String {
    match (all, ticked) {
        (_, ticked) if only_dossiers => format!("Dời hẹn {} hồ sơ", many(ticked)),
        (0, _) => "Ghi lịch".to_owned(),
        (_, 0) => "Ghi lịch, không dời hẹn".to_owned(),
        (_, ticked) => format!("Ghi lịch và dời hẹn {} hồ sơ", many(ticked)),
    }
}

/// A count with its thousands parted.
fn many(count: usize) -> String {
    super::number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// "16:30 T2 23/11/2026".
pub(crate) fn moment_short(at: OfficeTime) -> String {
    let date = at.date();
    let weekday = WEEKDAYS.get(date.weekday() as usize).copied().unwrap_or_default();
    format!("{} {weekday} {}", hour(at.time()), short(date))
}

pub(crate) fn written(days: bool, moved: usize) -> String {
    match moved {
        moved if !days => format!("Đã dời hẹn {} hồ sơ.", many(moved)),
        0 => "Đã ghi lịch; không hồ sơ nào dời hẹn.".to_owned(),
        moved => format!("Đã ghi lịch và dời hẹn {} hồ sơ.", many(moved)),
    }
}

pub(crate) fn undone(moved: usize, left: &[&str]) -> String {
    let mut told = match moved {
        0 => "Đã hoàn tác: lịch như trước khi đổi.".to_owned(),
        moved => {
            format!("Đã hoàn tác: lịch và ngày hẹn của {} hồ sơ như trước khi đổi.", many(moved))
        }
    };
    if !left.is_empty() {
        told.push_str(" Giữ nguyên, vì đã thay đổi sau đó: ");
        told.push_str(&left.join(", "));
        told.push('.');
    }
    told
}

/// Why the slips are printed again.
pub(crate) fn slip_reason(reason: &str) -> String {
    super::shortened(&format!("đổi lịch làm việc: {reason}"), 120)
}

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

/// The sign of a kind of day, which says the same as its colour.
pub(crate) fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Working | Mark::Rest => "",
        Mark::Reception => "N",
        Mark::Holiday => "L",
        Mark::Compensation => "B",
        Mark::SwapOff => "H",
        Mark::SwapWorked => "+",
        Mark::Closed => "Đ",
        Mark::PartlyClosed => "½",
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

pub(crate) fn hour(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

pub(crate) fn promised(promised: Crowd) -> String {
    let Crowd { morning, afternoon, .. } = promised;
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
        false if from.year() == until.year() => {
            format!("{} – {}", from.format("%d/%m"), short(until))
        }
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
