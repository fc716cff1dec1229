//! *Phiếu giải trình cách tính ngày hẹn trả kết quả*: for an applicant who asks why this day.
//!
//! No circular prescribes it. It says of one dossier what the explanation says: from when the time
//! counts and why, each day, the rules with their articles, and the promises that gave way.

use chrono::NaiveDate;

use super::explanation::{DAYS, EARLIER, Explanation, RULES, WAITS};
use super::fields::{add_code, field, identity};
use super::flow::{Align, Flow, Style};
use super::heading;
use super::house_style::HouseStyle;
use super::mark::SlipMark;
use super::paragraph::{bold, regular};
use super::running;
use super::sheet::Sheet;
use super::signatures::{self, Signer};
use super::table::{Column, Table};
use super::words::{capitalised, full_desk_name, or_dots};
use crate::domain::dossier::Dossier;
use crate::domain::office::{Office, PaperSize};

/// The title of the form.
pub const TITLE: &str = "PHIẾU GIẢI TRÌNH CÁCH TÍNH NGÀY HẸN TRẢ KẾT QUẢ";

/// Makes the paper that explains the promise of `dossier`, signed by `officer` on `day`.
#[must_use]
pub fn due_explanation(
    dossier: &Dossier,
    explanation: &Explanation,
    office: &Office,
    (officer, day): (&str, NaiveDate),
    paper: PaperSize,
    mark: &SlipMark,
) -> Sheet {
    let style = HouseStyle::of(paper);
    let mark = mark.of(office);
    let mut flow = Flow::new(style.frame.width());
    heading::add(&mut flow, &style, office, &number(dossier, office), day);
    flow.space(style.gap * 4.0);
    flow.paragraph(
        &[bold(TITLE)],
        &Style::new(style.title).centred().after(style.gap * 3.0).kept(),
    );
    add_code(&mut flow, &dossier.code, &style);
    add_dossier(&mut flow, dossier, office, &style);
    for line in &explanation.basis {
        flow.paragraph(&[regular(line.as_str())], &style.text());
    }
    add_days(&mut flow, explanation, &style);
    add_promise(&mut flow, explanation, &style);
    add_lists(&mut flow, explanation, &style);
    add_end(&mut flow, officer, &style);
    let mut pages = flow.paginate(&mark.frame(&style));
    running::add(&mut pages, &style, &dossier.code, "");
    mark.add(&mut pages, &style);
    Sheet {
        size: style.frame.size,
        title: format!("Phiếu giải trình cách tính ngày hẹn trả kết quả {}", dossier.code),
        author: full_desk_name(office),
        subject: dossier.code.clone(),
        pages,
    }
}

/// `Số: 0042/GT-TTPVHCC`, built as the numbers of forms 02 and 03 are.
fn number(dossier: &Dossier, office: &Office) -> String {
    match office.slip.number_suffix.trim() {
        "" => format!("Số: {:04}/GT", dossier.number),
        suffix => format!("Số: {:04}/GT-{suffix}", dossier.number),
    }
}

fn add_dossier(flow: &mut Flow, dossier: &Dossier, office: &Office, style: &HouseStyle) {
    let applicant = &dossier.applicant;
    flow.paragraph(&[bold(full_desk_name(office))], &style.text());
    field(flow, style, "Hồ sơ của Ông (Bà)/Tổ chức", bold(or_dots(&applicant.name)));
    field(flow, style, "Số định danh cá nhân/tổ chức", regular(identity(applicant)));
    if let Some(principal) = &dossier.principal {
        field(flow, style, "Nộp theo ủy quyền của", regular(or_dots(&principal.party.name)));
    }
    let procedure = format!("{} ({})", dossier.procedure.name, dossier.procedure.code);
    field(flow, style, "Thủ tục hành chính", bold(procedure));
}

/// The days as a table; a long one runs over pages and repeats its head.
fn add_days(flow: &mut Flow, explanation: &Explanation, style: &HouseStyle) {
    if explanation.days.is_empty() {
        return;
    }
    flow.paragraph(&[regular(format!("{DAYS}:"))], &style.text().after(style.gap + 0.4).kept());
    let column = |share: f32, align, head: &str| Column {
        width: flow.width() * share,
        align,
        head: vec![bold(head)],
    };
    let columns = vec![
        column(0.30, Align::Left, "Ngày"),
        column(0.22, Align::Centre, "Được tính"),
        column(0.48, Align::Left, "Lý do"),
    ];
    let rows = explanation.days.iter().map(|day| {
        // A date breaks only from the next one.
        let date = day.date.replace(' ', "\u{a0}").replace(",\u{a0}", ", ");
        let cells = [&date, &day.counted, &day.reason];
        cells.map(|cell| vec![regular(capitalised(cell))]).to_vec()
    });
    let rows = rows.collect();
    let (side, pad) = (style.body * 0.08, style.body * 0.035);
    Table { columns, rows, style: Style::new(style.body), side, pad }.add_to(flow);
    flow.space(style.gap + 0.8);
}

/// The promise itself in bold, what is to be known of it below.
fn add_promise(flow: &mut Flow, explanation: &Explanation, style: &HouseStyle) {
    for (place, line) in explanation.promise.iter().enumerate() {
        let run = if place == 0 { bold(line.as_str()) } else { regular(line.as_str()) };
        flow.paragraph(&[run], &style.text());
    }
}

/// Rules, earlier promises and waits in small type under their headings, each line with a dash. The last line stays
/// with the signature.
fn add_lists(flow: &mut Flow, explanation: &Explanation, style: &HouseStyle) {
    let lists =
        [(RULES, &explanation.rules), (EARLIER, &explanation.earlier), (WAITS, &explanation.waits)];
    let mut lines = Vec::new();
    for (heading, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        lines.push((bold(format!("{heading}:")), style.note().after(style.gap).kept()));
        let small = style.note().after(style.gap);
        lines.extend(list.iter().map(|line| (regular(format!("- {line}")), small)));
    }
    let last = lines.len();
    for (place, (run, line)) in (1..).zip(lines) {
        let line = if place == last { line.kept() } else { line };
        flow.paragraph(&[run], &line);
    }
}

/// Who explains.
fn add_end(flow: &mut Flow, officer: &str, style: &HouseStyle) {
    flow.space(style.gap * 3.0);
    let officer = Signer { role: "NGƯỜI GIẢI TRÌNH", name: officer };
    signatures::add(flow, style, None, officer);
}
