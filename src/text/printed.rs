//! What is answered when papers were printed, and how the forms of the office look.

use std::path::Path;

use chrono::NaiveDate;

use super::refusal::refusal;
use crate::desk::DeskError;
use crate::desk::print_register::RegisterPrinted;
use crate::desk::register_parts::Days;
use crate::domain::form_style::{FormKind, FormStyle};
use crate::domain::office::PaperSize;

/// What a form is called where nobody decides about its title.
pub(crate) fn form(kind: FormKind) -> &'static str {
    match kind {
        FormKind::AppointmentSlip => "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        FormKind::Supplement => "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        FormKind::Refusal => "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
        FormKind::Apology => "Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết",
        FormKind::Stop => "Thông báo dừng giải quyết hồ sơ",
        FormKind::ControlSheet => "Phiếu kiểm soát quá trình giải quyết hồ sơ",
        FormKind::Register => "Sổ theo dõi hồ sơ",
        FormKind::HandoverList => "Phiếu bàn giao hồ sơ",
        FormKind::PostRecord => "Biên bản giao nhận hồ sơ với bưu chính",
        FormKind::ReturnReceipt => "Giấy biên nhận trả kết quả",
        FormKind::DueExplanation => "Phiếu giải trình cách tính ngày hẹn",
        FormKind::Poster => "Bản niêm yết thủ tục",
    }
}

/// A paper that may have been printed before.
pub(crate) fn paper_printed(what: &str, file: &Path, copy: i64) -> Vec<String> {
    vec![format!("Đã in {what}, lần {copy}: {}", file.display())]
}

pub(crate) const A_NOTICE: &str = "phiếu";
pub(crate) const A_FORM: &str = "giấy của việc này";
pub(crate) const A_LIST: &str = "danh sách giao nhận";
pub(crate) const A_CONTROL_SHEET: &str = "phiếu kiểm soát";
pub(crate) const A_RECEIPT: &str = "giấy biên nhận";

pub(crate) fn labels_printed(file: &Path, labels: usize) -> Vec<String> {
    vec![format!("Đã in {labels} nhãn: {}", file.display())]
}

pub(crate) fn poster_printed(procedure: &str, file: &Path) -> Vec<String> {
    vec![format!("Đã in bản niêm yết thủ tục \"{procedure}\": {}", file.display())]
}

pub(crate) fn register_printed(
    file: &Path,
    printed: &RegisterPrinted,
    closes: Option<i32>,
) -> Vec<String> {
    let RegisterPrinted { dossiers, first_page, last_page, closed, gap, overlap } = printed;
    let mut lines = vec![format!(
        "Đã in {dossiers} hồ sơ, trang {first_page} đến trang {last_page}: {}",
        file.display()
    )];
    lines.extend(gap.map(|gap| {
        format!("Chú ý: hồ sơ {} chưa in ra sổ; hãy in phần đó trước khi đóng quyển.", days(gap))
    }));
    lines.extend(overlap.map(|overlap| {
        format!(
            "Chú ý: trước đây đã in phần sổ {}, có ngày trùng với lần in này; khi đóng quyển chỉ \
             được giữ một bản của mỗi ngày.",
            days(overlap)
        )
    }));
    match closes {
        Some(year) => lines.push(format!(
            "Sổ theo dõi hồ sơ năm {year} đã khóa: không nhận thêm hồ sơ vào sổ năm này."
        )),
        None if *closed => lines.push("Sổ của năm đã khóa.".to_owned()),
        None => {}
    }
    lines
}

fn days(days: Days) -> String {
    format!("từ {} đến {}", days.from.format("%d/%m/%Y"), days.to.format("%d/%m/%Y"))
}

/// Why a year's book is not closed by its printed page; `None` for what is refused elsewhere.
pub(super) fn not_closed(error: &DeskError) -> Option<String> {
    Some(match error {
        DeskError::NotYearEnd(year) => format!(
            "Trang chốt sổ nằm sau ngày cuối năm và khóa sổ của cả năm {year}; hãy ghi --to \
             31/12/{year}, hoặc bỏ --year-close."
        ),
        DeskError::EmptyRegister(year) => format!(
            "Sổ theo dõi hồ sơ năm {year} không có hồ sơ nào để chốt; hãy xem lại năm cần khóa."
        ),
        DeskError::NotPrinted(gap) => format!(
            "Hồ sơ {} chưa in ra sổ nên chưa ghi được số trang của cả năm; hãy in phần đó trước, in \
             từ ngày 01/01, hoặc ghi --first-page nếu đã in bằng cách khác.",
            days(*gap)
        ),
        _ => return None,
    })
}

/// One line a form: its word, its title, its paper, since when.
pub(crate) fn forms(styles: &[(FormKind, FormStyle, Option<NaiveDate>)]) -> Vec<String> {
    let line = |(kind, style, since): &(FormKind, FormStyle, Option<NaiveDate>)| {
        let since = since.map_or_else(
            || "mẫu có sẵn".to_owned(),
            |day| format!("từ {}", day.format("%d/%m/%Y")),
        );
        format!("{}  {}  {}  {since}", kind.word(), style.title, paper(style.paper))
    };
    styles.iter().map(line).collect()
}

/// The parts of a form, and from which days it was decided otherwise.
pub(crate) fn form_shown(kind: FormKind, style: &FormStyle, decided: &[NaiveDate]) -> Vec<String> {
    let lines =
        |texts: &[String]| if texts.is_empty() { "–".to_owned() } else { texts.join(" | ") };
    let text = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    let mut shown = vec![
        format!("{} ({})", form(kind), kind.word()),
        format!("Tên mẫu: {}", style.title),
        format!("Dòng số: {}", text(&style.number)),
        format!("Góc trái trên: {}", lines(&style.heading)),
        format!("Chức danh ký: {}", text(&style.signer)),
        format!("Họ tên in sẵn: {}", text(&style.signer_name)),
        format!("Các liên: {}", lines(&style.copies)),
        format!("Khổ giấy: {}", paper(style.paper)),
        format!("Ghi chú cuối mẫu: {}", text(&style.footer)),
    ];
    if !decided.is_empty() {
        let days: Vec<String> =
            decided.iter().map(|day| day.format("%d/%m/%Y").to_string()).collect();
        shown.push(format!("Đã đổi từ các ngày: {}", days.join(", ")));
    }
    shown
}

pub(crate) fn form_set(kind: FormKind, day: NaiveDate, kept: bool) -> Vec<String> {
    let (name, day) = (form(kind), day.format("%d/%m/%Y"));
    vec![match kept {
        true => format!("Đã đổi mẫu \"{name}\", dùng từ ngày {day}."),
        false => format!("Đã bỏ mẫu \"{name}\" đổi từ ngày {day}."),
    }]
}

pub(crate) fn form_previewed(kind: FormKind, file: &Path) -> Vec<String> {
    vec![format!("Đã in thử mẫu \"{}\" với nội dung giả định: {}", form(kind), file.display())]
}

fn paper(paper: PaperSize) -> &'static str {
    match paper {
        PaperSize::A5 => "A5",
        PaperSize::A4 => "A4",
    }
}

/// An act is in the book, its paper is not printed; `again` prints it.
pub(crate) fn form_not_printed(again: &str, error: &DeskError) -> Vec<String> {
    let reason = refusal(error).join(" ");
    vec![format!(
        "Việc đã ghi vào sổ, chỉ giấy chưa in được. {reason} Xong việc đó, in lại bằng lệnh \"motcua \
         print {again}\"."
    )]
}

pub(crate) const NOTHING_TO_SET: &str = "Chưa ghi phần nào cần đổi; hãy ghi ít nhất một phần, ví dụ --title, hoặc --usual để bỏ mẫu đã đổi.";

pub(crate) const SET_OR_USUAL: &str =
    "Tùy chọn --usual bỏ mẫu đã đổi, không đi cùng phần nào khác; hãy chỉ ghi một trong hai.";

pub(crate) const ONLY_PDF: &str = "Các tùy chọn --year-close, --title-page, --volume, --first-page chỉ \
    dùng khi in sổ ra tệp PDF; hãy đặt tên tệp kết thúc bằng .pdf.";

pub(crate) fn nothing_decided(kind: FormKind, day: NaiveDate) -> String {
    format!(
        "Mẫu \"{}\" không có lần đổi nào bắt đầu đúng ngày {}; hãy xem bằng lệnh \"forms show {}\".",
        form(kind),
        day.format("%d/%m/%Y"),
        kind.word()
    )
}
