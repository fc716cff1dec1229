//! What is said about the words of a command.

use std::path::Path;

pub(crate) const NO_VERB: &str = "Chưa có lệnh: \"motcua demo\" làm thử một hồ sơ từ đầu đến cuối, \
    \"motcua --help\" liệt kê mọi lệnh.";
pub(crate) const NO_DISPLAY: &str = "Không có màn hình để mở cửa sổ; hãy chạy trong phiên có giao \
    diện, hoặc dùng \"motcua demo\" để làm thử từ đầu đến cuối bằng dòng lệnh.";
pub(crate) const TRAINING_ALONE: &str =
    "Tùy chọn --training mở cửa sổ bản tập, không đi cùng lệnh khác; hãy bỏ một trong hai.";
pub(crate) const USAGE: &str = "Lệnh không đúng; \"motcua --help\" liệt kê mọi lệnh.";
pub(crate) const NO_REPORT: &str =
    "Không lập được bảng tính; hãy thử lại với khoảng ngày ngắn hơn.";
pub(crate) const NO_HOME: &str =
    "Hệ thống không cho biết thư mục của người dùng; hãy chỉ thư mục bằng --data.";
pub(crate) const PERIOD_BACKWARDS: &str =
    "Khoảng ngày: ngày đầu (--from) sau ngày cuối (--to); hãy đổi lại.";

pub(crate) fn usage_missing(argument: &str) -> String {
    format!("Lệnh còn thiếu: {argument}; thêm --help sau lệnh để xem cách dùng.")
}

pub(crate) fn usage_unknown(argument: &str) -> String {
    format!("Không có lệnh hoặc tùy chọn \"{argument}\"; \"motcua --help\" liệt kê mọi lệnh.")
}

pub(crate) fn usage_no_value(argument: &str) -> String {
    format!("Tùy chọn {argument} cần một giá trị đi kèm.")
}

pub(crate) fn usage_choice(argument: &str, value: &str, allowed: &str) -> String {
    format!("Tùy chọn {argument}: giá trị \"{value}\" không có; hãy chọn: {allowed}.")
}

pub(crate) fn usage_value(argument: &str, value: &str, reason: &str) -> String {
    format!("Tùy chọn {argument}: giá trị \"{value}\" không dùng được; {reason}.")
}

pub(crate) fn usage_repeated(argument: &str) -> String {
    format!("Tùy chọn {argument} chỉ được ghi một lần.")
}

pub(crate) fn usage_conflict(argument: &str, other: &str) -> String {
    format!("Tùy chọn {argument} không đi cùng {other}; hãy bỏ một trong hai.")
}

pub(crate) fn slip_kind(file: &Path) -> String {
    format!("Tệp giấy hẹn {}: hãy đặt tên kết thúc bằng .pdf.", file.display())
}

pub(crate) fn register_kind(file: &Path) -> String {
    format!("Tệp sổ {}: hãy đặt tên kết thúc bằng .xlsx, .csv hoặc .pdf.", file.display())
}
