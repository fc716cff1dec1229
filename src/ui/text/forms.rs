//! The words of the editor of the office's forms.

use chrono::NaiveDate;

use crate::domain::form_style::FormKind;
use crate::ui::screen::settings::forms::Line;

/// The editor.
pub(crate) const FORMS: &str = "Mẫu giấy tờ";
/// The act that opens the editor.
pub(crate) const OPEN: &str = "Mẫu giấy tờ…";
/// What it is for.
pub(crate) const OPEN_HINT: &str =
    "Tên mẫu, dòng số, tên cơ quan, người ký, số liên, khổ giấy của từng loại giấy in ra.";
/// While the forms are read.
pub(crate) const READING: &str = "Đang đọc các mẫu giấy tờ…";
/// Above the list.
pub(crate) const CHOOSE: &str = "Ctrl ↑ ↓ chọn mẫu · Esc quay lại";
/// Which of the forms it is, where there is no room for their list.
pub(crate) fn place(at: usize, count: usize) -> String {
    format!("Mẫu {at}/{count} · {CHOOSE}")
}

/// Of a form that is as the circular has it.
pub(crate) const USUAL: &str = "theo quy định hiện hành";
/// Of a form the office decided about.
pub(crate) const DECIDED: &str = "cơ quan đã định riêng";
/// Of a form that was typed and not kept.
pub(crate) const TYPED: &str = "chưa ghi";
/// Above the drawn form.
pub(crate) const PREVIEW: &str = "Xem trước (nội dung giả định)";
/// The lines of the heading.
pub(crate) const HEADING: &str =
    "Tên cơ quan ở góc trái, mỗi dòng một dòng (để trống: theo tên cơ quan đã khai)";
/// The copies.
pub(crate) const COPIES: &str = "Các liên, mỗi dòng một liên (để trống: một bản)";
/// The paper.
pub(crate) const PAPER: &str = "Khổ giấy";
/// Keeps what was typed.
pub(crate) const KEEP: &str = "Ghi mẫu này";
/// Takes back what was decided.
pub(crate) const DROP: &str = "Bỏ mẫu đã định";
/// There is nothing to take back.
pub(crate) const NOTHING_TO_DROP: &str =
    "Mẫu này chưa được định riêng từ ngày đang ghi; hãy chọn một ngày trong danh sách bên dưới.";
/// Above the decided versions.
pub(crate) const VERSIONS: &str =
    "Giấy in từ ngày nào thì theo mẫu có hiệu lực ngày đó; giấy đã in không đổi. Đã định riêng:";

/// The label of a line.
pub(crate) fn label(line: Line) -> &'static str {
    match line {
        Line::From => "Áp dụng từ ngày",
        Line::Title => "Tên mẫu giấy",
        Line::Number => "Dòng số ({số} là chỗ của số thứ tự)",
        Line::Signer => "Người ký (chức danh)",
        Line::SignerName => "Họ tên in sẵn dưới chữ ký",
        Line::Footer => "Ghi chú cuối giấy",
    }
}

/// A version that was decided.
pub(crate) fn version(from: NaiveDate) -> String {
    format!("từ {}", from.format("%d/%m/%Y"))
}

/// The style of a form was kept.
pub(crate) fn kept(kind: FormKind) -> String {
    format!("Đã ghi mẫu “{}”.", name(kind))
}

/// Whether what was decided from a day on is really to be taken back.
pub(crate) fn drop_asked(kind: FormKind, day: NaiveDate) -> String {
    format!(
        "Bỏ mẫu “{}” đã định riêng từ ngày {}? Hãy nhấn Ctrl D lần nữa để bỏ; Esc để giữ lại.",
        name(kind),
        day.format("%d/%m/%Y")
    )
}

/// What was decided from a day on was taken back.
pub(crate) fn dropped(kind: FormKind, day: NaiveDate) -> String {
    format!("Đã bỏ mẫu “{}” định riêng từ ngày {}.", name(kind), day.format("%d/%m/%Y"))
}

/// What a form is called.
pub(crate) fn name(kind: FormKind) -> &'static str {
    match kind {
        FormKind::AppointmentSlip => "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        FormKind::Supplement => "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        FormKind::Refusal => "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
        FormKind::Apology => "Phiếu xin lỗi và đề nghị gia hạn",
        FormKind::Stop => "Thông báo dừng giải quyết hồ sơ",
        FormKind::ControlSheet => "Phiếu kiểm soát quá trình giải quyết",
        FormKind::Register => "Sổ theo dõi hồ sơ",
        FormKind::HandoverList => "Phiếu bàn giao hồ sơ",
        FormKind::PostRecord => "Biên bản giao nhận với bưu chính",
        FormKind::ReturnReceipt => "Giấy biên nhận trả kết quả",
        FormKind::DueExplanation => "Phiếu giải trình cách tính ngày hẹn",
        FormKind::Poster => "Niêm yết thủ tục",
    }
}
