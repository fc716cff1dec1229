//! *Giấy biên nhận trả kết quả*: a confirmation that a result was handed over, on request.
//!
//! No circular prescribes it. Its fields are those a counter writes into the register when a
//! result is collected (Decree 118/2025/NĐ-CP art. 6): who came, on what authority, and whether the
//! appointment slip came back.

use super::fields::{add_code, field, identity};
use super::flow::{Flow, Style};
use super::heading;
use super::house_style::HouseStyle;
use super::mark::SlipMark;
use super::paragraph::{bold, regular};
use super::running;
use super::sheet::Sheet;
use super::signatures::{self, Signer};
use super::words::{full_desk_name, moment, or_dots};
use crate::domain::dossier::Dossier;
use crate::domain::office::{Office, PaperSize};
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

/// Makes the receipt for the result of `dossier`, handed over by `officer`, on `paper`.
#[must_use]
pub fn return_receipt(
    dossier: &Dossier,
    handover: &Handover,
    office: &Office,
    officer: &str,
    paper: PaperSize,
    mark: &SlipMark,
) -> Sheet {
    let style = HouseStyle::of(paper);
    let mark = mark.of(office);
    let mut flow = Flow::new(style.frame.width());
    heading::add(&mut flow, &style, office, &number(dossier, office), handover.at.date());
    flow.space(style.gap * 4.0);
    flow.paragraph(
        &[bold(TITLE)],
        &Style::new(style.title).centred().after(style.gap * 3.0).kept(),
    );
    add_code(&mut flow, &dossier.code, &style);
    add_dossier(&mut flow, dossier, office, &style);
    add_times(&mut flow, dossier, handover, &style);
    add_handover(&mut flow, handover, officer, &style);
    let mut pages = flow.paginate(&mark.frame(&style));
    running::add(&mut pages, &style, &dossier.code, "");
    mark.add(&mut pages, &style);
    Sheet {
        size: style.frame.size,
        title: format!("Giấy biên nhận trả kết quả {}", dossier.code),
        author: full_desk_name(office),
        subject: dossier.code.clone(),
        pages,
    }
}

/// `Số: 0042/BN-TTPVHCC`, built as the numbers of forms 02 and 03 are.
fn number(dossier: &Dossier, office: &Office) -> String {
    match office.slip.number_suffix.trim() {
        "" => format!("Số: {:04}/BN", dossier.number),
        suffix => format!("Số: {:04}/BN-{suffix}", dossier.number),
    }
}

fn add_dossier(flow: &mut Flow, dossier: &Dossier, office: &Office, style: &HouseStyle) {
    let applicant = &dossier.applicant;
    flow.paragraph(&[bold(full_desk_name(office))], &style.text());
    field(flow, style, "Trả kết quả hồ sơ của Ông (Bà)/Tổ chức", bold(or_dots(&applicant.name)));
    field(flow, style, "Số định danh cá nhân/tổ chức", regular(identity(applicant)));
    field(flow, style, "Địa chỉ", regular(or_dots(&applicant.address)));
    if let Some(principal) = &dossier.principal {
        field(flow, style, "Nộp theo ủy quyền của", regular(or_dots(&principal.party.name)));
    }
    let procedure = format!("{} ({})", dossier.procedure.name, dossier.procedure.code);
    field(flow, style, "Thủ tục hành chính", bold(procedure));
    let subject = dossier.subject.trim();
    if !subject.is_empty() && subject != dossier.procedure.name {
        field(flow, style, "Nội dung yêu cầu giải quyết", regular(subject));
    }
}

fn add_times(flow: &mut Flow, dossier: &Dossier, handover: &Handover, style: &HouseStyle) {
    field(flow, style, "Thời gian nhận hồ sơ", regular(moment(dossier.received_at)));
    let due = dossier.due.at.map_or_else(|| "Thông báo khi có kết quả".to_owned(), moment);
    field(flow, style, "Thời gian hẹn trả kết quả", regular(due));
    field(flow, style, "Thời gian trả kết quả", bold(moment(handover.at)));
}

/// Who came, with the signatures on the same page.
fn add_handover(flow: &mut Flow, handover: &Handover, officer: &str, style: &HouseStyle) {
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
    let officer = Signer { role: "NGƯỜI TRẢ KẾT QUẢ", name: officer };
    signatures::add(&mut end, style, Some(collector), officer);
    flow.together(end);
}
