//! Form 01, *Giấy tiếp nhận hồ sơ và hẹn trả kết quả*: the appointment slip.
//!
//! Fields, their order and their wording follow Circular 03/2025/TT-VPCP, annex I, form 01. Added
//! are what offices print besides: the code as Code 128 and QR, the papers as a table, the label of
//! the copy and a note on collecting the result (Decree 118/2025/NĐ-CP art. 6).

use super::fields::{add_code, field, identity};
use super::flow::{Align, Flow, Style};
use super::heading;
use super::house_style::HouseStyle;
use super::mark::SlipMark;
use super::paragraph::{Run, bold, italic, regular};
use super::running;
use super::sheet::{Page, Sheet};
use super::signatures::{self, Signer};
use super::table::{Column, Table};
use super::words::{DOTS, after_payment, full_desk_name, limit, limit_within, moment, or_dots};
use crate::domain::applicant::{Applicant, ApplicantKind, Principal};
use crate::domain::clock_start::StartReason;
use crate::domain::dossier::{Channel, Dossier, ReturnBy};
use crate::domain::limit::Limit;
use crate::domain::office::{Office, PaperSize};
use crate::domain::paper::{Paper, PaperWay};

/// The title of the form.
pub const TITLE: &str = "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ";

/// Width of the gap between the parts of a line that holds two fields.
const FIELD_GAP: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0} ";

/// Makes the slip of `dossier` on `paper`: one copy for each label of the office's slip settings,
/// each on new pages with page numbers of its own. Without labels there is one plain copy. `mark`
/// says on every page what is to be known of this print; a practice office's slips are always
/// marked as such.
#[must_use]
pub fn appointment_slip(
    dossier: &Dossier,
    office: &Office,
    paper: PaperSize,
    mark: &SlipMark,
) -> Sheet {
    let style = HouseStyle::of(paper);
    let mark = mark.of(office);
    let pages = copy(dossier, office, &style, &mark);
    let labels = &office.slip.copies;
    let plain = [String::new()];
    let labels = if labels.is_empty() { plain.as_slice() } else { labels.as_slice() };
    let labelled = labels.iter().flat_map(|label| {
        let mut pages = pages.clone();
        running::add(&mut pages, &style, &dossier.code, label);
        mark.add(&mut pages, &style);
        pages
    });
    Sheet {
        size: style.frame.size,
        title: format!("Giấy tiếp nhận hồ sơ và hẹn trả kết quả {}", dossier.code),
        author: full_desk_name(office),
        subject: dossier.code.clone(),
        pages: labelled.collect(),
    }
}

/// The pages of one copy, without what is repeated around them.
fn copy(dossier: &Dossier, office: &Office, style: &HouseStyle, mark: &SlipMark) -> Vec<Page> {
    let mut flow = Flow::new(style.frame.width());
    heading::add(&mut flow, style, office, &number(dossier, office), dossier.received_at.date());
    flow.space(style.gap * 4.0);
    flow.paragraph(
        &[bold(TITLE)],
        &Style::new(style.title).centred().after(style.gap * 3.0).kept(),
    );
    add_code(&mut flow, &dossier.code, style);
    add_people(&mut flow, dossier, office, style);
    add_papers(&mut flow, &dossier.papers, style);
    add_times(&mut flow, dossier, office, style);
    flow.paginate(&mark.frame(style))
}

/// `Số: 0042/TTPVHCC`.
fn number(dossier: &Dossier, office: &Office) -> String {
    match office.slip.number_suffix.trim() {
        "" => format!("Số: {:04}", dossier.number),
        suffix => format!("Số: {:04}/{suffix}", dossier.number),
    }
}

/// Fields 2 to 7.
fn add_people(flow: &mut Flow, dossier: &Dossier, office: &Office, style: &HouseStyle) {
    let text = style.text();
    let applicant = &dossier.applicant;
    flow.paragraph(&[bold(full_desk_name(office))], &text);
    field(flow, style, "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức", bold(or_dots(&applicant.name)));
    field(flow, style, "Số định danh cá nhân/tổ chức", regular(identity(applicant)));
    field(flow, style, "Địa chỉ", regular(or_dots(&applicant.address)));
    flow.paragraph(&phone_and_email(applicant), &text);
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
    let mut contact = vec![regular("- ")];
    contact.extend(phone_and_email(party));
    flow.paragraph(&contact, &style.text());
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
    let column = |share: f32, align, head: &str| Column {
        width: flow.width() * share,
        align,
        head: vec![bold(head)],
    };
    let columns = vec![
        column(0.07, Align::Centre, "TT"),
        column(0.65, Align::Left, "Tên giấy tờ"),
        column(0.14, Align::Centre, "Bản chính"),
        column(0.14, Align::Centre, "Bản sao"),
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
    let (side, pad) = (style.body * 0.08, style.body * 0.035);
    Table { columns, rows, style: Style::new(style.body), side, pad }.add_to(flow);
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
fn add_times(flow: &mut Flow, dossier: &Dossier, office: &Office, style: &HouseStyle) {
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
    end.paragraph(&[regular(volume), regular(dossier.number.to_string())], &style.text());
    end.space(style.gap * 3.0);
    signatures::add(
        &mut end,
        style,
        applicant_signer(dossier),
        Signer { role: "NGƯỜI TIẾP NHẬN HỒ SƠ", name: &dossier.received_by },
    );
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

fn phone_and_email(party: &Applicant) -> [Run; 2] {
    let phone = format!("Số điện thoại: {}{FIELD_GAP}", or_dots(&party.phone));
    [regular(phone), regular(format!("Email:\u{a0}{}", or_dots(&party.email)))]
}
