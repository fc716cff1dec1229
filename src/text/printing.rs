//! Why something was not printed or opened, and what to do next.

use crate::printing::PrintError;

/// One sentence: what stood in the way, and the way out.
#[must_use]
pub fn print_trouble(error: &PrintError) -> String {
    match error {
        PrintError::NoSystem => {
            "Máy tính này chưa có hoặc chưa chạy hệ thống in; hãy mở giấy bằng trình xem rồi lưu ra \
             USB để in ở máy khác, và báo người phụ trách máy."
                .to_owned()
        }
        PrintError::NoPrinter => {
            "Chưa có máy in mặc định; hãy chọn máy in trong phần Thiết lập (F10) rồi in lại.".to_owned()
        }
        PrintError::UnknownPrinter(name) => format!(
            "Không thấy máy in \"{}\"; hãy bật máy in, kiểm tra dây nối, hoặc chọn máy in khác.",
            plain(name)
        ),
        PrintError::NoFile => {
            "Không còn tệp PDF của giấy này; hãy mở hồ sơ rồi in lại giấy đó.".to_owned()
        }
        PrintError::TimedOut => {
            "Hệ thống in không trả lời; hãy kiểm tra máy in xem giấy đã ra chưa, nếu chưa thì in \
             lại."
                .to_owned()
        }
        PrintError::Refused(said) if said.trim().is_empty() => {
            "Hệ thống in không nhận; hãy kiểm tra máy in rồi in lại.".to_owned()
        }
        PrintError::Refused(said) => format!(
            "Hệ thống in không nhận (\"{}\"); hãy kiểm tra máy in rồi in lại.",
            plain(said).trim_end_matches('.')
        ),
        PrintError::NoPdfProgram => {
            "Chương trình đọc PDF của máy này không tự in được; hãy mở giấy bằng trình xem rồi bấm \
             in ở đó, hoặc cài chương trình đọc PDF khác."
                .to_owned()
        }
        PrintError::NoViewer => {
            "Máy này chưa có chương trình đọc PDF; hãy cài một chương trình rồi mở lại, giấy vẫn \
             còn trong thư mục của cơ quan."
                .to_owned()
        }
    }
}

/// What the system says may hold anything; a sentence stays on one line.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
