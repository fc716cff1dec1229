//! The help of what prints papers and decides how they look.

use crate::domain::form_style::FormKind;

pub(crate) const PRINT: &str =
    "In các giấy tờ của hồ sơ: phiếu, danh sách giao nhận, nhãn, bản niêm yết thủ tục";
pub(crate) const NOTICE: &str = "In một phiếu đã lập: yêu cầu bổ sung, từ chối, xin lỗi và gia hạn, \
    thông báo dừng giải quyết";
pub(crate) const NOTICE_NUMBER: &str = "Số của phiếu trong sổ máy (mục id)";
pub(crate) const CONTROL: &str = "In phiếu kiểm soát quá trình giải quyết của một hồ sơ";
pub(crate) const RECEIPT: &str = "In giấy biên nhận của kết quả đã trả";
pub(crate) const LIST: &str =
    "In một danh sách giao nhận đã lập: phiếu bàn giao, hoặc biên bản giao nhận với bưu chính";
pub(crate) const LIST_NUMBER: &str = "Số của danh sách trong sổ máy (mục id)";
pub(crate) const LABELS: &str = "In nhãn dán bìa hồ sơ, tờ A4 có 3 × 8 nhãn";
pub(crate) const FOLDERS: &str = "Mã các hồ sơ, theo thứ tự dán";
pub(crate) const TRAYS: &str = "In nhãn khay, kệ để quét, tờ A4 có 3 × 8 nhãn";
pub(crate) const TRAY_NAMES: &str = "Mã các khay, ví dụ A1 A2 B1";
pub(crate) const FIRST_CELL: &str =
    "Ô đầu tiên còn nhãn trên tờ, đếm từ trái sang phải, trên xuống dưới: 1 đến 24 (mặc định: 1)";
pub(crate) const POSTER: &str =
    "In bản niêm yết một thủ tục: giấy tờ, phí, thời hạn, nơi nộp, mã QR của mã thủ tục";
pub(crate) const POSTER_PROCEDURE: &str = "Mã thủ tục, ví dụ 1.004884";
pub(crate) const OUT: &str = "Tệp PDF";

pub(crate) const NOTICE_FILE: &str = "In luôn phiếu của việc này ra tệp PDF";
pub(crate) const LIST_FILE: &str = "Lập phiếu giao nhận và in luôn ra tệp PDF";

pub(crate) const FORMS: &str =
    "Xem và đổi tên, số, người ký, số liên, khổ giấy của các mẫu giấy tờ";
pub(crate) const FORMS_LIST: &str = "Liệt kê các mẫu giấy tờ";
pub(crate) const FORMS_SHOW: &str = "Xem một mẫu: các phần của mẫu và những lần đã đổi";
pub(crate) const FORMS_SET: &str =
    "Đổi một mẫu từ một ngày: chỉ ghi những phần cần đổi, phần khác giữ như ngày đó đang dùng";
pub(crate) const FORMS_PREVIEW: &str =
    "In thử một mẫu với nội dung giả định, với những phần định đổi nếu có ghi";
pub(crate) const FORM: &str = "Mẫu giấy tờ, xem bằng lệnh \"forms list\"";
pub(crate) const ON: &str = "Mẫu dùng vào ngày này (mặc định: hôm nay)";
pub(crate) const EFFECTIVE: &str = "Dùng từ ngày (mặc định: hôm nay)";
pub(crate) const USUAL: &str = "Bỏ mẫu đã đổi cho đúng ngày đó";
pub(crate) const TITLE: &str = "Tên mẫu, in chữ hoa";
pub(crate) const NUMBER: &str =
    "Dòng số, ghi {số} ở chỗ của số, ví dụ \"Số: {số}/PBS-TTPVHCC\"; để trống thì không in số";
pub(crate) const HEADING: &str = "Một dòng ở góc trái trên, ghi nhiều lần cho nhiều dòng; dòng cuối in \
    đậm; ghi một lần trống thì lấy tên cơ quan và bộ phận";
pub(crate) const SIGNER: &str = "Chức danh ký ở bên phải";
pub(crate) const SIGNER_NAME: &str =
    "Họ tên in sẵn dưới chữ ký; để trống thì lấy người thực hiện hoặc để ký tay";
pub(crate) const COPY: &str =
    "Tên một liên, ghi nhiều lần cho nhiều liên; ghi một lần trống thì chỉ in một bản không tên";
pub(crate) const PAPER_SIZE: &str = "Khổ giấy: a5, a4";
pub(crate) const FOOTER: &str = "Ghi chú in ở cuối mẫu";

pub(crate) const YEAR_CLOSE: &str = "Tệp .pdf đến hết 31/12: thêm trang chốt sổ và khóa sổ của cả năm, \
    không nhận thêm hồ sơ vào sổ năm đó";
pub(crate) const TITLE_PAGE: &str = "Tệp .pdf: thêm trang bìa quyển sổ";
pub(crate) const VOLUME: &str = "Tệp .pdf: quyển số mấy trong năm (mặc định: 1)";
pub(crate) const FIRST_PAGE: &str =
    "Tệp .pdf: số của trang đầu (mặc định: nối tiếp phần đã in của các ngày trước)";

/// What stands instead of a form that nobody knows.
pub(crate) fn no_form() -> String {
    let words: Vec<&str> = FormKind::ALL.into_iter().map(FormKind::word).collect();
    format!("phải là một trong: {}", words.join(", "))
}
