//! *Giấy biên nhận trả kết quả*: a confirmation that a result was handed over, on request.
//!
//! No circular prescribes it. Its fields are those a counter writes into the register when a
//! result is collected (Decree 118/2025/NĐ-CP art. 6): who came, on what authority, and whether the
//! appointment slip came back.

use super::fields::{add_code, add_dossier, field};
use super::flow::Flow;
use super::house_style::HouseStyle;
use super::letter::Letter;
use super::mark::SlipMark;
use super::paragraph::{bold, regular};
use super::running::Head;
use super::sheet::Sheet;
use super::signatures::{self, Signer};
use super::style;
use super::words::{moment, or_dots};
use crate::domain::collection::SlipState;
use crate::domain::dossier::Dossier;
use crate::domain::form_style::FormStyle;
use crate::domain::office::Office;
use crate::domain::time::OfficeTime;

/// The title of the form.
pub const TITLE: &str = "GIẤY BIÊN NHẬN TRẢ KẾT QUẢ";

/// How a result was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// Who collected it.
    pub by_name: String,
    /// The collector's identity number; may be empty.
    pub identity: String,
    /// The paper that lets somebody else collect; empty when the applicant came.
    pub authorisation: String,
    /// What became of the appointment slip.
    pub slip: SlipState,
    /// The code of the post's bill, which may be empty, where the post took the result.
    pub post: Option<String>,
    /// A note; may be empty.
    pub note: String,
    /// When.
    pub at: OfficeTime,
}

/// How it is printed unless the office decides otherwise; the number is built as those of forms 02
/// and 03 are.
#[must_use]
pub fn usual(office: &Office) -> FormStyle {
    let number = style::number_line("BN", office);
    style::plain(TITLE, number, "NGƯỜI TRẢ KẾT QUẢ", office.slip.paper)
}

/// Makes the receipt for the result of `dossier`, handed over by `officer`.
#[must_use]
pub fn return_receipt(
    dossier: &Dossier,
    handover: &Handover,
    office: &Office,
    officer: &str,
    form: &FormStyle,
    mark: &SlipMark,
) -> Sheet {
    let letter = Letter::new(office, form, mark);
    let style = &letter.house;
    let mut flow = letter.begin(dossier.number, handover.at.date());
    add_code(&mut flow, &dossier.code, style);
    let of = "Trả kết quả hồ sơ của Ông (Bà)/Tổ chức";
    let address = Some(dossier.applicant.address.as_str());
    add_dossier(&mut flow, of, dossier, address, office, style);
    let subject = dossier.subject.trim();
    if !subject.is_empty() && subject != dossier.procedure.name {
        field(&mut flow, style, "Nội dung yêu cầu giải quyết", regular(subject));
    }
    add_times(&mut flow, dossier, handover, style);
    add_handover(&mut flow, handover, letter.signer(officer), style);
    letter.finish(flow, Head::Code(&dossier.code), &dossier.code)
}

fn add_times(flow: &mut Flow, dossier: &Dossier, handover: &Handover, style: &HouseStyle) {
    field(flow, style, "Thời gian nhận hồ sơ", regular(moment(dossier.received_at)));
    let due = dossier.due.at.map_or_else(|| "Thông báo khi có kết quả".to_owned(), moment);
    field(flow, style, "Thời gian hẹn trả kết quả", regular(due));
    field(flow, style, "Thời gian trả kết quả", bold(moment(handover.at)));
}

/// Who came, with the signatures on the same page.
fn add_handover(flow: &mut Flow, handover: &Handover, officer: Signer<'_>, style: &HouseStyle) {
    let mut end = Flow::new(flow.width());
    match &handover.post {
        Some(bill) => add_post(&mut end, handover, bill, style),
        None => add_collector(&mut end, handover, style),
    }
    let slip = match (handover.slip, &handover.post) {
        (SlipState::Returned, _) => "đã nộp lại",
        (SlipState::Lost, _) => {
            "bị mất; người nhận đã xuất trình giấy tờ tùy thân và cung cấp thông tin về hồ sơ"
        }
        (SlipState::None, Some(_)) => "không thu lại",
        (SlipState::None, None) => "không có bản giấy",
    };
    field(&mut end, style, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", regular(slip));
    let note = handover.note.trim();
    // The bill's code is kept as the note of what the post took.
    if !note.is_empty() && handover.post.as_deref().map(str::trim) != Some(note) {
        field(&mut end, style, "Ghi chú", regular(note));
    }
    let (received, collector) = match handover.post {
        Some(_) => (
            "Nhân viên bưu chính đã nhận kết quả giải quyết hồ sơ để giao cho người nộp hồ sơ.",
            Signer { role: "NHÂN VIÊN BƯU CHÍNH", name: "" },
        ),
        None => (
            "Người nhận đã kiểm tra và nhận đủ kết quả giải quyết hồ sơ.",
            Signer { role: "NGƯỜI NHẬN KẾT QUẢ", name: &handover.by_name },
        ),
    };
    end.paragraph(&[regular(received)], &style.text());
    end.space(style.gap * 3.0);
    signatures::add(&mut end, style, Some(collector), officer);
    flow.together(end);
}

/// Who took the result at the counter, and on what authority.
fn add_collector(end: &mut Flow, handover: &Handover, style: &HouseStyle) {
    field(end, style, "Người nhận kết quả", bold(or_dots(&handover.by_name)));
    field(end, style, "Số định danh của người nhận", regular(or_dots(&handover.identity)));
    let right = match handover.authorisation.trim() {
        "" => "người nộp hồ sơ".to_owned(),
        paper => format!("người được ủy quyền ({paper})"),
    };
    field(end, style, "Tư cách nhận", regular(right));
}

/// That the post took it: nobody knows yet who will sign for it.
fn add_post(end: &mut Flow, handover: &Handover, bill: &str, style: &HouseStyle) {
    let way = format!("Giao qua bưu chính, mã bưu gửi {}", or_dots(bill.trim()));
    field(end, style, "Hình thức trả kết quả", bold(way));
    field(end, style, "Người nhận ghi trên bưu gửi", regular(or_dots(&handover.by_name)));
}
