//! Form 01, *Giấy tiếp nhận hồ sơ và hẹn trả kết quả*: the appointment slip.
//!
//! Fields, their order and their wording follow Circular 03/2025/TT-VPCP, annex I, form 01. Added
//! are what offices print besides: the code as Code 128 and QR, the papers as a table, the label of
//! the copy and a note on collecting the result (Decree 118/2025/NĐ-CP art. 6).

use super::fields::{FIELD_GAP, add_code, contact, field, identity};
use super::flow::{Align, Flow};
use super::house_style::HouseStyle;
use super::letter::Letter;
use super::mark::SlipMark;
use super::paragraph::{Run, bold, italic, regular};
use super::running::Head;
use super::sheet::Sheet;
use super::signatures::{self, Signer};
use super::style;
use super::table::Table;
use super::words::{DOTS, after_payment, full_desk_name, limit, limit_within, moment, or_dots};
use crate::domain::applicant::{ApplicantKind, Principal};
use crate::domain::clock_start::StartReason;
use crate::domain::dossier::{Channel, Dossier, ReturnBy};
use crate::domain::form_style::FormStyle;
use crate::domain::limit::Limit;
use crate::domain::office::Office;
use crate::domain::paper::{Paper, PaperWay};

/// The title of the form.
pub const TITLE: &str = "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ";

/// How it is printed unless the office decides otherwise: on the paper, in the copies and with the
/// number of the office's slip settings.
#[must_use]
pub fn usual(office: &Office) -> FormStyle {
    let number = style::number_line("", office);
    FormStyle {
        copies: office.slip.copies.clone(),
        ..style::plain(TITLE, number, "NGƯỜI TIẾP NHẬN HỒ SƠ", office.slip.paper)
    }
}

/// Makes the slip of `dossier` as `form` wants it: one copy for each of its labels, each on new pages
/// with page numbers of its own. `mark` says on every page what is to be known of this print; a
/// practice office's slips are always marked as such. A dossier without a number yet has dots there.
#[must_use]
pub fn appointment_slip(
    dossier: &Dossier,
    office: &Office,
    form: &FormStyle,
    mark: &SlipMark,
) -> Sheet {
    let letter = Letter::new(office, form, mark);
    let style = &letter.house;
    let mut flow = letter.begin(dossier.number, dossier.received_at.date());
    add_code(&mut flow, &dossier.code, style);
    add_people(&mut flow, dossier, office, style);
    add_papers(&mut flow, &dossier.papers, style);
    let officer = letter.signer(&dossier.received_by);
    add_times(&mut flow, dossier, office, officer, style);
    letter.finish(flow, Head::Code(&dossier.code), &dossier.code)
}

/// Fields 2 to 7.
fn add_people(flow: &mut Flow, dossier: &Dossier, office: &Office, style: &HouseStyle) {
    let text = style.text();
    let applicant = &dossier.applicant;
    flow.paragraph(&[bold(full_desk_name(office))], &text);
    field(flow, style, "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức", bold(or_dots(&applicant.name)));
    field(flow, style, "Số định danh cá nhân/tổ chức", regular(identity(applicant)));
    field(flow, style, "Địa chỉ", regular(or_dots(&applicant.address)));
    flow.paragraph(&contact(&applicant.phone, &applicant.email), &text);
    if let Some(principal) = &dossier.principal {
        add_principal(flow, principal, style);
    }
    let subject = match dossier.subject.trim() {
        "" => &dossier.procedure.name,
        subject => subject,
    };
    field(flow, style, "Nội dung yêu cầu giải quyết", bold(or_dots(subject)));
}

/// Field 6: who gave the authority.
fn add_principal(flow: &mut Flow, principal: &Principal, style: &HouseStyle) {
    let party = &principal.party;
    flow.paragraph(&[regular("Thông tin của người ủy quyền:")], &style.text().kept());
    let name = match party.kind {
        ApplicantKind::Person { .. } => "- Họ và tên",
        ApplicantKind::Organisation { .. } => "- Tên tổ chức",
    };
    field(flow, style, name, bold(or_dots(&party.name)));
    field(flow, style, "- Địa chỉ", regular(or_dots(&party.address)));
    field(flow, style, "- Số định danh cá nhân/tổ chức", regular(identity(party)));
    let mut line = vec![regular("- ")];
    line.extend(contact(&party.phone, &party.email));
    flow.paragraph(&line, &style.text());
    field(flow, style, "- Giấy tờ ủy quyền", regular(or_dots(&principal.authorisation)));
}

/// Field 8: the papers.
fn add_papers(flow: &mut Flow, papers: &[Paper], style: &HouseStyle) {
    let label = "Thành phần hồ sơ nộp gồm:";
    if papers.is_empty() {
        let none = format!("{label} không có giấy tờ nộp kèm.");
        return flow.paragraph(&[regular(none)], &style.text());
    }
    flow.paragraph(&[regular(label)], &style.text().after(style.gap + 0.4).kept());
    let columns = [
        (0.07, Align::Centre, "TT"),
        (0.65, Align::Left, "Tên giấy tờ"),
        (0.14, Align::Centre, "Bản chính"),
        (0.14, Align::Centre, "Bản sao"),
    ];
    let rows = papers.iter().enumerate().map(|(index, paper)| {
        vec![
            vec![regular((index + 1).to_string())],
            paper_name(paper),
            vec![regular(paper.originals.to_string())],
            vec![regular(paper.copies.to_string())],
        ]
    });
    let rows = rows.collect();
    Table { rows, ..Table::of_house(flow.width(), style, &columns) }.add_to(flow);
    flow.space(style.gap + 0.8);
}

fn paper_name(paper: &Paper) -> Vec<Run> {
    let name = regular(or_dots(&paper.name));
    match paper.way {
        PaperWay::Submitted => vec![name],
        PaperWay::Shown => vec![name, italic(" (xuất trình)")],
        PaperWay::FromDatabase => vec![name, italic(" (khai thác từ cơ sở dữ liệu)")],
    }
}

/// Fields 9 to 15 and the note. What follows field 12 stays together, so that no signature stands
/// alone on a page.
fn add_times(
    flow: &mut Flow,
    dossier: &Dossier,
    office: &Office,
    officer: Signer<'_>,
    style: &HouseStyle,
) {
    let sets = format!("{:02} (bộ)", dossier.sets);
    field(flow, style, "Số lượng hồ sơ", regular(sets));
    field(flow, style, "Thời gian giải quyết hồ sơ theo quy định là", regular(allowed(dossier)));
    field(flow, style, "Thời gian nhận hồ sơ", regular(moment(dossier.received_at)));
    if let Some(start) = dossier.start {
        let from = format!("{} ({})", moment(start.at), counted_since(start.reason));
        field(flow, style, "Thời hạn tính từ", regular(from));
    }

    let mut end = Flow::new(flow.width());
    add_appointments(&mut end, dossier, style);
    let place = match dossier.return_by {
        ReturnBy::Counter => full_desk_name(office),
        ReturnBy::Post => "Qua dịch vụ bưu chính công ích".to_owned(),
    };
    field(&mut end, style, "Đăng ký nhận kết quả tại", regular(place));
    let volume = format!("Vào Sổ theo dõi hồ sơ, Quyển số: {DOTS}{FIELD_GAP}Số thứ tự: ");
    let place = Some(dossier.number).filter(|number| *number > 0);
    let place = place.map_or_else(|| DOTS.to_owned(), |number| number.to_string());
    end.paragraph(&[regular(volume), regular(place)], &style.text());
    end.space(style.gap * 3.0);
    signatures::add(&mut end, style, applicant_signer(dossier), officer);
    add_note(&mut end, dossier, office, style);
    flow.together(end);
}

/// The time after a financial duty is paid, while it is still to come.
fn second_limit(dossier: &Dossier) -> Option<Limit> {
    let paid = dossier.start.is_some_and(|start| start.reason == StartReason::Payment);
    dossier.second_limit.filter(|_| !paid)
}

/// Field 10: one limit, or one for each of two appointments.
fn allowed(dossier: &Dossier) -> String {
    let first = limit(dossier.limit);
    match second_limit(dossier) {
        Some(second) => format!("{first} (lần hẹn 1), {} (lần hẹn 2)", limit_within(second)),
        None => first,
    }
}

/// Why the time counts from another moment than the receipt.
fn counted_since(reason: StartReason) -> &'static str {
    match reason {
        StartReason::OutOfArea => "cơ quan có thẩm quyền nhận hồ sơ",
        StartReason::Post => "ký biên bản giao nhận với bưu chính",
        StartReason::OutsideHours => "hồ sơ đến ngoài giờ làm việc",
        StartReason::Papers => "nhận đủ giấy tờ bổ sung",
        StartReason::Payment => "nhận chứng từ thực hiện nghĩa vụ tài chính",
    }
}

/// Field 12: when the result is there. Where a financial duty comes in between, the first appointment is
/// for its notice and the second is counted from the day the proof of payment arrives.
fn add_appointments(flow: &mut Flow, dossier: &Dossier, style: &HouseStyle) {
    let label = "Thời gian trả kết quả giải quyết hồ sơ";
    let due = match dossier.due.at {
        Some(at) => bold(moment(at)),
        None => regular("Thông báo khi có kết quả"),
    };
    let Some(second) = second_limit(dossier) else { return field(flow, style, label, due) };
    flow.paragraph(&[regular(format!("{label}:"))], &style.text().kept());
    field(flow, style, "- Lần hẹn 1, nhận thông báo nghĩa vụ tài chính", due);
    field(flow, style, "- Lần hẹn 2, nhận kết quả", bold(after_payment(second)));
}

/// Online dossiers are signed by the officer alone. For an organisation the name of the person
/// who signs is not known and stays to be written.
fn applicant_signer(dossier: &Dossier) -> Option<Signer<'_>> {
    let name = match dossier.applicant.kind {
        ApplicantKind::Person { .. } => dossier.applicant.name.as_str(),
        ApplicantKind::Organisation { .. } => "",
    };
    let signer = Signer { role: "NGƯỜI NỘP HỒ SƠ", name };
    (dossier.channel != Channel::Online).then_some(signer)
}

fn add_note(flow: &mut Flow, dossier: &Dossier, office: &Office, style: &HouseStyle) {
    let mut note = String::new();
    if dossier.return_by == ReturnBy::Counter {
        note.push_str(
            "Khi đến nhận kết quả, đề nghị mang theo giấy này và giấy tờ tùy thân; người được ủy \
             quyền mang theo giấy tờ ủy quyền. Nếu mất giấy này, xuất trình giấy tờ tùy thân và \
             cung cấp thông tin về hồ sơ. ",
        );
    }
    if !office.phone.trim().is_empty() {
        note.push_str(&format!("Điện thoại liên hệ: {}.", office.phone.trim()));
    }
    if note.is_empty() {
        return;
    }
    flow.space(style.gap * 3.0);
    let title = Run { text: "Ghi chú: ".to_owned(), face: super::font::Face::Bold };
    flow.paragraph(&[title, italic(note.trim_end())], &style.note());
}
