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
    /// Whether the appointment slip was lost, instead of handed back.
    pub slip_lost: bool,
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
    field(&mut end, style, "Người nhận kết quả", bold(or_dots(&handover.by_name)));
    let number = regular(or_dots(&handover.identity));
    field(&mut end, style, "Số định danh của người nhận", number);
    let right = match handover.authorisation.trim() {
        "" => "người nộp hồ sơ".to_owned(),
        paper => format!("người được ủy quyền ({paper})"),
    };
    field(&mut end, style, "Tư cách nhận", regular(right));
    let slip = if handover.slip_lost {
        "bị mất; người nhận đã xuất trình giấy tờ tùy thân và cung cấp thông tin về hồ sơ"
    } else {
        "đã nộp lại"
    };
    field(&mut end, style, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", regular(slip));
    if !handover.note.trim().is_empty() {
        field(&mut end, style, "Ghi chú", regular(handover.note.trim()));
    }
    let received = regular("Người nhận đã kiểm tra và nhận đủ kết quả giải quyết hồ sơ.");
    end.paragraph(&[received], &style.text());
    end.space(style.gap * 3.0);
    let collector = Signer { role: "NGƯỜI NHẬN KẾT QUẢ", name: &handover.by_name };
    signatures::add(&mut end, style, Some(collector), officer);
    flow.together(end);
}
