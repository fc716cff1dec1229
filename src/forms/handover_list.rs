//! *Phiếu bàn giao hồ sơ*: several dossiers from the desk to a division and back, with both signatures.
//!
//! No circular prescribes it. A list of results has the columns such lists have in one-stop offices;
//! every change of hands is also a block of the control sheet.

use super::fields::field;
use super::flow::{Align, Style};
use super::letter::Letter;
use super::mark::SlipMark;
use super::paragraph::{Run, bold, italic, regular};
use super::running::Head;
use super::sheet::Sheet;
use super::signatures::{self, Signer};
use super::style;
use super::table::Table;
use super::words::{moment, or_dots, short_moment};
use crate::domain::form_style::FormStyle;
use crate::domain::office::{Office, PaperSize};
use crate::domain::time::OfficeTime;

/// The title of the form.
pub const TITLE: &str = "PHIẾU BÀN GIAO HỒ SƠ";

/// Stands in a column for *yes*, as its head says.
const YES: &str = "X";

/// Which way dossiers go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandoverWay {
    /// From the desk, to be handled.
    Out,
    /// Back to the desk without a result.
    Back,
    /// Back to the desk, all or some with their results.
    Results,
}

/// Who hands what to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverHead {
    /// Which way they go.
    pub way: HandoverWay,
    /// The number of the list in its year; 0 leaves it to be written.
    pub number: i64,
    /// The desk or division that gives.
    pub from: String,
    /// Who gives for it; empty leaves the name to be written.
    pub giver: String,
    /// The desk or division that takes.
    pub to: String,
    /// Who takes for it; empty leaves the name to be written.
    pub taker: String,
    /// When.
    pub at: OfficeTime,
    /// A note; may be empty.
    pub note: String,
}

/// A dossier on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverLine {
    /// The dossier's code.
    pub code: String,
    /// What is asked for.
    pub subject: String,
    /// Whose dossier it is.
    pub applicant: String,
    /// The applicant's address; may be empty.
    pub address: String,
    /// When it was received.
    pub received_at: OfficeTime,
    /// Until when it is to be back, or what was promised to the applicant.
    pub due_at: Option<OfficeTime>,
    /// The number of its result, which may be empty; `None` where none came.
    pub result: Option<String>,
    /// Whether a fee is still to be paid for it.
    pub fee: bool,
    /// Whether the result goes out by post.
    pub by_post: bool,
    /// A note; may be empty.
    pub note: String,
    /// Whether its change of hands was undone since.
    pub undone: bool,
}

/// How it is printed unless the office decides otherwise.
#[must_use]
pub fn usual(office: &Office) -> FormStyle {
    style::plain(TITLE, style::number_line("PBG", office), "NGƯỜI NHẬN", PaperSize::A4)
}

/// Makes the list, across.
#[must_use]
pub fn handover_list(
    head: &HandoverHead,
    lines: &[HandoverLine],
    office: &Office,
    form: &FormStyle,
    mark: &SlipMark,
) -> Sheet {
    let letter = Letter::across(office, form, mark);
    let house = &letter.house;
    let mut flow = letter.begin(head.number, head.at.date());
    let what = match head.way {
        HandoverWay::Out => "(Chuyển hồ sơ để giải quyết)",
        HandoverWay::Back => "(Chuyển lại hồ sơ)",
        HandoverWay::Results => "(Bàn giao kết quả giải quyết hồ sơ)",
    };
    flow.paragraph(&[italic(what)], &house.text().centred().kept());
    for (label, unit, name) in
        [("Bên giao", &head.from, &head.giver), ("Bên nhận", &head.to, &head.taker)]
    {
        field(&mut flow, house, label, bold(side(unit, name)));
    }
    field(&mut flow, house, "Thời gian giao nhận", regular(moment(head.at)));
    flow.space(house.gap);
    let columns: &[_] = match head.way {
        HandoverWay::Out | HandoverWay::Back => &DOSSIERS,
        HandoverWay::Results => &RESULTS,
    };
    let mut table = Table::of_house(flow.width(), house, columns);
    table.style = Style::new(house.cell);
    (table.side, table.pad) = (house.cell * 0.12, house.cell * 0.09);
    table.rows = (1..).zip(lines).map(|(number, line)| row(head.way, number, line)).collect();
    table.add_to(&mut flow);
    // Nobody signs a page that says nothing.
    flow.keep_last();
    flow.space(house.gap * 2.0);

    let mut end = letter.flow();
    end.paragraph(&[regular(total(lines))], &house.text());
    if !head.note.trim().is_empty() {
        field(&mut end, house, "Ghi chú", regular(head.note.trim()));
    }
    end.space(house.gap * 2.0);
    let giver = Signer { role: "NGƯỜI GIAO", name: &head.giver };
    signatures::add(&mut end, house, Some(giver), letter.signer(&head.taker));
    flow.together(end);
    let number = letter.number(head.number);
    letter.finish(flow, Head::Paper(&number), &number)
}

/// How many folders changed hands; those whose change was undone since are told apart.
fn total(lines: &[HandoverLine]) -> String {
    let undone = lines.iter().filter(|line| line.undone).count();
    let standing = lines.len() - undone;
    match undone {
        0 => format!("Tổng số: {standing:02} hồ sơ."),
        _ => format!("Tổng số: {standing:02} hồ sơ, không kể {undone:02} hồ sơ đã hoàn tác."),
    }
}

const DOSSIERS: [(f32, Align, &str); 8] = [
    (0.045, Align::Centre, "TT"),
    (0.140, Align::Left, "Mã hồ sơ"),
    (0.240, Align::Left, "Nội dung"),
    (0.160, Align::Left, "Họ tên chủ hồ sơ"),
    (0.085, Align::Centre, "Ngày nhận"),
    (0.085, Align::Centre, "Hạn giải quyết"),
    (0.145, Align::Left, "Ghi chú"),
    (0.100, Align::Centre, "Ký nhận"),
];

const RESULTS: [(f32, Align, &str); 8] = [
    (0.045, Align::Centre, "TT"),
    (0.140, Align::Left, "Mã hồ sơ"),
    (0.205, Align::Left, "Nội dung"),
    (0.140, Align::Left, "Kết quả"),
    (0.150, Align::Left, "Họ tên chủ hồ sơ"),
    (0.160, Align::Left, "Địa chỉ"),
    (0.070, Align::Centre, "Phí, lệ phí (X là có)"),
    (0.090, Align::Centre, "Đăng ký trả kết quả qua bưu điện (X là có)"),
];

fn row(way: HandoverWay, number: usize, line: &HandoverLine) -> Vec<Vec<Run>> {
    let cell = |text: &str| vec![regular(text)];
    let yes = |yes: bool| cell(if yes { YES } else { "" });
    let mut code = cell(&line.code);
    if line.undone {
        code.push(italic(" (đã hoàn tác)"));
    }
    let mut cells = vec![cell(&number.to_string()), code, cell(&line.subject)];
    match way {
        HandoverWay::Out | HandoverWay::Back => cells.extend([
            cell(&line.applicant),
            cell(&short_moment(line.received_at)),
            cell(&line.due_at.map_or_else(String::new, short_moment)),
            cell(&line.note),
            Vec::new(),
        ]),
        HandoverWay::Results => cells.extend([
            cell(match line.result.as_deref().map(str::trim) {
                None => "Chưa có kết quả",
                Some("") => "Có kết quả",
                Some(number) => number,
            }),
            cell(&line.applicant),
            cell(&line.address),
            yes(line.fee),
            yes(line.by_post),
        ]),
    }
    cells
}

/// `Tư pháp – hộ tịch (Lê Văn An)`.
fn side(unit: &str, name: &str) -> String {
    match (unit.trim(), name.trim()) {
        (unit, "") => or_dots(unit).to_owned(),
        ("", name) => name.to_owned(),
        (unit, name) => format!("{unit} ({name})"),
    }
}
