//! The help of `calendar`.

pub(crate) const CALENDAR: &str = "Lịch làm việc: import, show, what-if, change, export";
pub(crate) const IMPORT: &str = "Nhập ngày nghỉ, ngày làm bù, giờ đóng cửa và giờ làm việc; ngày hẹn \
    đã ghi giữ nguyên";
pub(crate) const FILE: &str = "Tệp lịch (csv, xlsx hoặc json)";
pub(crate) const SHOW: &str = "Xem ngày nghỉ, ngày làm bù và giờ làm việc";
pub(crate) const SHOW_YEAR: &str = "Năm (mặc định: năm nay và năm tới)";
pub(crate) const WHAT_IF: &str =
    "Nếu đổi lịch: liệt kê hồ sơ đang giải quyết sẽ có ngày hẹn khác, không ghi gì vào sổ";
pub(crate) const CHANGE: &str =
    "Đổi lịch và dời hẹn những hồ sơ được chọn; ngày hẹn cũ vẫn lưu trong sổ";
pub(crate) const OFF: &str = "Ngày nghỉ và lý do, ví dụ \"02/12/2026=Nghỉ bão số 5\"; ghi nhiều lần \
    cho nhiều ngày";
pub(crate) const WORK: &str =
    "Ngày làm bù và lý do, ví dụ \"10/01/2026=Làm bù cho ngày 02/01/2026\"";
pub(crate) const CLOSED: &str =
    "Ngày đóng cửa một phần, giờ và lý do, ví dụ \"02/12/2026=13:30-17:00=Mất điện\"";
pub(crate) const REMOVE: &str = "Ngày trở lại bình thường";
pub(crate) const OFFICIAL: &str = "Năm có lịch nghỉ chính thức và số thông báo, ví dụ \
    \"2027=Thông báo số 123/TB-BNV\"";
pub(crate) const EDIT_FILE: &str = "Tệp lịch (csv, xlsx hoặc json)";
pub(crate) const SOURCE: &str = "Thông báo làm căn cứ cho các ngày --off, --work, --closed (không \
    ghi: cơ quan tự quyết định)";
pub(crate) const RECOUNT: &str = "Liệt kê cả hồ sơ có ngày hẹn đã ghi khác với ngày tính theo lịch, \
    dù lịch không đổi";
pub(crate) const MOVE: &str = "Hồ sơ được dời hẹn: all (tất cả), none (không hồ sơ nào, mặc định), \
    hoặc các mã hồ sơ";
pub(crate) const REASON: &str = "Lý do đổi lịch, ghi trên giấy hẹn in lại";
pub(crate) const SLIPS: &str = "Tệp PDF giấy hẹn mới của các hồ sơ đã dời hẹn";
pub(crate) const CALLS: &str = "Tệp PDF danh sách gọi điện cho người nộp";
pub(crate) const EXPORT: &str = "Ghi lịch ra tệp xlsx hoặc csv để cơ quan khác nhập";
pub(crate) const EXPORT_FILE: &str = "Tệp .xlsx hoặc .csv";
pub(crate) const EXPORT_YEAR: &str =
    "Năm, ghi nhiều lần cho nhiều năm (mặc định: mọi năm trong sổ)";
pub(crate) const ALL: &str = "Cả ngày đóng cửa và giờ làm việc riêng của cơ quan";

pub(crate) const NOT_A_DAY: &str =
    "phải là ngày, dấu = rồi lý do, ví dụ \"02/12/2026=Nghỉ bão số 5\"";
pub(crate) const NOT_A_CLOSURE: &str = "phải là ngày, dấu =, giờ đóng cửa, dấu = rồi lý do, ví dụ \
    \"02/12/2026=13:30-17:00=Mất điện\"";
pub(crate) const NOT_A_NOTICE: &str = "phải là năm, dấu = rồi số thông báo, ví dụ \"2027=Thông báo số \
    123/TB-BNV\"";
pub(crate) const NOT_A_YEAR: &str = "phải là năm, ví dụ 2027";
