//! The notice of a procedure on the office's wall: what to bring, what it costs, how long it takes.
//!
//! No circular prescribes its layout. An ordinary procedure fills one page, in type as large as the
//! page allows; a long one is set smaller, and runs over pages when it is too long even so.

use chrono::NaiveDate;

use super::flow::{Align, Flow, Style};
use super::house_style::HouseStyle;
use super::letter::Letter;
use super::mark::SlipMark;
use super::paragraph::{Run, bold, italic, regular};
use super::running::Head;
use super::sheet::Sheet;
use super::style;
use super::symbol::qr;
use super::table::Table;
use super::words::{capitals, full_desk_name, long_date, or_dots};
use crate::domain::form_style::FormStyle;
use crate::domain::office::{Office, PaperSize};
use crate::domain::paper::{PaperWay, RequiredPaper};
use crate::domain::procedure::Procedure;

/// The title of the form.
pub const TITLE: &str = "NIÊM YẾT CÔNG KHAI THỦ TỤC HÀNH CHÍNH";

/// Type sizes to be tried, as parts of the ordinary one.
const SCALES: [f32; 7] = [1.25, 1.15, 1.05, 1.0, 0.95, 0.9, 0.85];

/// How it is printed unless the office decides otherwise: without a number and unsigned.
#[must_use]
pub fn usual(_: &Office) -> FormStyle {
    style::plain(TITLE, String::new(), "", PaperSize::A4)
}

/// Makes the notice of `procedure`, written on `date`.
#[must_use]
pub fn poster(
    procedure: &Procedure,
    office: &Office,
    form: &FormStyle,
    date: NaiveDate,
    mark: &SlipMark,
) -> Sheet {
    let letter = Letter::new(office, form, mark);
    let draw = |scale: f32| {
        let mut flow = letter.begin(0, date);
        Poster { procedure, office, house: scaled(&letter.house, scale) }.add_to(&mut flow);
        letter.sign(&mut flow);
        letter.finish(flow, Head::Paper(&procedure.name), &procedure.code)
    };
    // The largest type that needs no more pages than the smallest.
    let [larger @ .., smallest] = SCALES;
    let fewest = draw(smallest);
    let found = larger.into_iter().map(draw).find(|sheet| sheet.pages.len() <= fewest.pages.len());
    found.unwrap_or(fewest)
}

fn scaled(house: &HouseStyle, scale: f32) -> HouseStyle {
    HouseStyle { body: house.body * scale, gap: house.gap * scale * 1.5, ..*house }
}

struct Poster<'a> {
    procedure: &'a Procedure,
    office: &'a Office,
    house: HouseStyle,
}

impl Poster<'_> {
    fn add_to(&self, flow: &mut Flow) {
        self.name(flow);
        self.papers(flow);
        self.part(flow, "Thời hạn giải quyết", &self.procedure.limit_text);
        self.part(flow, "Phí, lệ phí", &self.procedure.fee_text);
        self.place(flow);
        self.part(flow, "Căn cứ pháp lý", &self.procedure.legal_basis);
        let decision = self.procedure.decision.trim();
        let from = long_date(self.procedure.in_force_from);
        let said = match decision {
            "" => format!("Áp dụng từ {from}."),
            decision => format!("{decision}; áp dụng từ {from}."),
        };
        self.part(flow, "Quyết định công bố", &said);
    }

    /// Name and field at the left, the code with its square at the right.
    fn name(&self, flow: &mut Flow) {
        let Self { procedure, house, .. } = self;
        let gap = 4.0;
        let side = house.qr * 1.35;
        let mut left = Flow::new(flow.width() - side - gap);
        let name = Style { align: Align::Left, ..Style::new(house.title * 1.2) };
        left.paragraph(&[bold(capitals(&procedure.name))], &name.after(house.gap));
        let line =
            |label: &str, value: &str| [regular(format!("{label}: ")), bold(or_dots(value.trim()))];
        left.paragraph(&line("Mã thủ tục", &procedure.code), &house.text());
        if !procedure.field.trim().is_empty() {
            left.paragraph(&line("Lĩnh vực", &procedure.field), &house.text());
        }
        let mut right = Flow::new(side);
        if let Some(square) = qr(&procedure.code, side) {
            right.symbol(square, Align::Right);
        }
        flow.columns(gap, vec![left, right]);
        flow.space(house.gap * 2.0);
    }

    fn head(&self, flow: &mut Flow, text: &str) {
        flow.space(self.house.gap);
        flow.paragraph(&[bold(text)], &self.house.text().kept());
    }

    /// A heading and its text, line by line as the catalogue has it.
    fn part(&self, flow: &mut Flow, label: &str, text: &str) {
        let lines: Vec<&str> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            return;
        }
        self.head(flow, label);
        for line in lines {
            flow.paragraph(&[regular(line)], &self.house.text());
        }
    }

    fn papers(&self, flow: &mut Flow) {
        self.head(flow, "Thành phần hồ sơ");
        if self.procedure.papers.is_empty() {
            let ask = "Hỏi cán bộ tiếp nhận hồ sơ.";
            return flow.paragraph(&[regular(ask)], &self.house.text());
        }
        let columns = [
            (0.07, Align::Centre, "TT"),
            (0.65, Align::Left, "Tên giấy tờ"),
            (0.14, Align::Centre, "Bản chính"),
            (0.14, Align::Centre, "Bản sao"),
        ];
        let mut number: usize = 0;
        let rows = self.procedure.papers.iter().map(|paper| {
            if paper.is_heading() {
                return vec![Vec::new(), vec![bold(&paper.name)]];
            }
            number += 1;
            vec![
                vec![regular(number.to_string())],
                name(paper),
                vec![regular(paper.originals.to_string())],
                vec![regular(paper.copies.to_string())],
            ]
        });
        let rows = rows.collect();
        Table { rows, ..Table::of_house(flow.width(), &self.house, &columns) }.add_to(flow);
        flow.space(self.house.gap);
    }

    fn place(&self, flow: &mut Flow) {
        let phone = match self.office.phone.trim() {
            "" => String::new(),
            phone => format!("\nĐiện thoại: {phone}"),
        };
        let place = format!("{}{phone}", full_desk_name(self.office));
        self.part(flow, "Nơi nộp hồ sơ và nhận kết quả", &place);
    }
}

fn name(paper: &RequiredPaper) -> Vec<Run> {
    let mut runs = vec![regular(&paper.name)];
    if paper.form {
        runs.push(italic(" (theo mẫu)"));
    }
    match paper.way {
        PaperWay::Submitted => {}
        PaperWay::Shown => runs.push(italic(" (xuất trình)")),
        PaperWay::FromDatabase => runs.push(italic(" (khai thác từ cơ sở dữ liệu)")),
    }
    runs
}
