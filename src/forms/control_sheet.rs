//! Form 06, *Phiếu kiểm soát quá trình giải quyết hồ sơ*: in whose hands a dossier was, and when.
//!
//! Fields, table and note follow Circular 03/2025/TT-VPCP, annex I, form 06. Each change of hands is a
//! block with room for two signatures; what has not happened yet stays to be written by hand.

use std::rc::Rc;

use chrono::NaiveDate;

use super::fields::{add_code_as, field};
use super::flow::{Align, Flow, Strip, Style};
use super::house_style::HouseStyle;
use super::letter::Letter;
use super::mark::SlipMark;
use super::notice::agency;
use super::paragraph::{bold, italic, regular};
use super::running::Head;
use super::sheet::Sheet;
use super::style;
use super::table::Table;
use super::words::{DOTS, hour, moment, or_dots, verdict};
use crate::domain::dossier::Dossier;
use crate::domain::form_style::FormStyle;
use crate::domain::hands::ControlLine;
use crate::domain::office::Office;

/// The title of the form.
pub const TITLE: &str = "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ";

/// The circular's form has room for so many changes of hands.
const FEWEST_BLOCKS: usize = 4;

/// A note of more letters than this gets a row of its own.
const LONG_NOTE: usize = 60;

const COLUMNS: [(f32, Align, &str); 4] = [
    (0.28, Align::Left, "Tên đơn vị"),
    (0.41, Align::Left, "Thời gian giao nhận hồ sơ"),
    (0.17, Align::Centre, "Kết quả giải quyết hồ sơ (trước hạn/ đúng hạn/ quá hạn)"),
    (0.14, Align::Left, "Ghi chú"),
];

/// How it is printed unless the office decides otherwise. Nobody signs below it: each block is signed.
#[must_use]
pub fn usual(office: &Office) -> FormStyle {
    style::plain(TITLE, style::number_line("PKS", office), "", office.slip.paper)
}

/// Makes the control sheet of `dossier` with its changes of hands so far, oldest first, as of `date`.
#[must_use]
pub fn control_sheet(
    dossier: &Dossier,
    lines: &[ControlLine],
    office: &Office,
    form: &FormStyle,
    date: NaiveDate,
    mark: &SlipMark,
) -> Sheet {
    let letter = Letter::new(office, form, mark);
    let house = &letter.house;
    let mut flow = letter.begin(dossier.number, date);
    add_code_as(&mut flow, "Mã số hồ sơ", &dossier.code, house);
    let handles = first_unit(lines);
    let agency = agency(office);
    let handles = if handles.is_empty() { agency } else { format!("{handles} - {agency}") };
    field(&mut flow, house, "Cơ quan (bộ phận) giải quyết hồ sơ", regular(handles));
    // Another agency's part is not in the book; the office's own divisions are no such agencies.
    field(&mut flow, house, "Cơ quan phối hợp giải quyết hồ sơ", regular(or_dots("")));
    field(&mut flow, house, "Ngày nhận", regular(moment(dossier.received_at)));
    let due = match dossier.due.at {
        Some(at) => [regular("Hẹn trả kết quả vào "), bold(moment(at))],
        None => [regular("Hẹn trả kết quả: "), regular("Thông báo khi có kết quả")],
    };
    flow.paragraph(&due, &house.text().after(house.gap + 0.4).kept());
    let blocks = Blocks { desk: office.desk_name.trim(), lines, ended: dossier.ended_at.is_some() };
    blocks.add_to(&mut flow, house);
    flow.space(house.gap * 2.0);
    let note = "Kết quả giải quyết hồ sơ do bên nhận nhập thông tin/ghi khi nhận bàn giao hồ sơ.";
    flow.paragraph(&[bold("Ghi chú: "), italic(note)], &house.note());
    letter.sign(&mut flow);
    letter.finish(flow, Head::Code(&dossier.code), &dossier.code)
}

/// The division that was given the dossier first; empty while it never left the desk.
fn first_unit(lines: &[ControlLine]) -> &str {
    let desk = lines.first().map_or("", |line| line.from_unit.trim());
    let mut units = lines.iter().map(|line| line.to_unit.trim());
    units.find(|unit| !unit.is_empty() && *unit != desk).unwrap_or_default()
}

/// The changes of hands as they are printed.
struct Blocks<'a> {
    desk: &'a str,
    lines: &'a [ControlLine],
    ended: bool,
}

impl Blocks<'_> {
    /// A block for each change of hands, and empty ones: four at least, and one for what comes next
    /// unless the dossier has ended. The first hands are the desk's.
    fn add_to(&self, flow: &mut Flow, house: &HouseStyle) {
        let mut table = Table::of_house(flow.width(), house, &COLUMNS);
        table.style = Style::new(house.cell);
        let head = Rc::new(table.head());
        flow.push((*head).clone());
        let wanted = FEWEST_BLOCKS.max(self.lines.len() + usize::from(!self.ended));
        let filled = self.lines.iter().map(Some);
        for (place, line) in filled.chain(std::iter::repeat(None)).take(wanted).enumerate() {
            let from = match line {
                Some(line) => line.from_unit.trim(),
                None if place == 0 => self.desk,
                None => "",
            };
            block(&table, from, line, &head, house).into_iter().for_each(|strip| flow.push(strip));
        }
    }
}

/// One change of hands; without a `line`, one that is still to be written.
fn block(
    table: &Table,
    from: &str,
    line: Option<&ControlLine>,
    head: &Rc<Strip>,
    house: &HouseStyle,
) -> Vec<Strip> {
    let text = table.style;
    let of = |text: fn(&ControlLine) -> &str| line.map_or("", text).trim();
    let mut units = Flow::new(table.inner(0));
    let to = of(|line| &line.to_unit);
    for (label, unit) in [("1. Giao: ", from), ("2. Nhận: ", to)] {
        units.paragraph(&[regular(label), regular(or_dots(unit))], &text.after(house.gap * 2.0));
        if unit.is_empty() {
            units.paragraph(&[regular(format!("{DOTS}……"))], &text.after(house.gap * 2.0));
        }
    }
    let mut times = Flow::new(table.inner(1));
    let at = line.map_or_else(
        || "…… giờ …… phút, ngày …/…/……".to_owned(),
        |line| format!("{}, ngày {}", hour(line.at.time()), line.at.date().format("%d/%m/%Y")),
    );
    times.paragraph(&[regular(at)], &text.after(house.gap * 2.0));
    let (from, to) = (of(|line| &line.from_name), of(|line| &line.to_name));
    let gap = 1.5;
    let half = (times.width() - gap) / 2.0;
    let signs = [("Người giao", from), ("Người nhận", to)].map(|(role, name)| {
        let mut column = Flow::new(half);
        column.paragraph(&[italic(role)], &text.centred());
        column.space(house.signature * 0.75);
        column.paragraph(&[regular(name)], &text.centred());
        column
    });
    times.columns(gap, signs.into());
    let mut kept = Flow::new(table.inner(2));
    let told = line.and_then(|line| line.verdict).map_or("", verdict);
    kept.paragraph(&[regular(told)], &text.centred());
    let note = of(|line| &line.note);
    let long = note.chars().count() > LONG_NOTE;
    let mut notes = Flow::new(table.inner(3));
    notes.paragraph(&[regular(if long { "" } else { note })], &text);
    let mut strips = vec![table.cells(vec![units, times, kept, notes], head)];
    if long {
        // It begins on the page of its block.
        strips.iter_mut().for_each(|strip| strip.bound = true);
        strips.extend(table.wide(&[italic("Ghi chú: "), regular(note)], head));
    }
    strips
}
