//! *Phiếu giải trình cách tính ngày hẹn trả kết quả*: for an applicant who asks why this day.
//!
//! No circular prescribes it. It says of one dossier what the explanation says: from when the time
//! counts and why, each day, the rules with their articles, and the promises that gave way.

use chrono::NaiveDate;

use super::explanation::{DAYS, EARLIER, Explanation, RULES, WAITS};
use super::fields::{add_code, add_dossier};
use super::flow::{Align, Flow};
use super::house_style::HouseStyle;
use super::letter::Letter;
use super::mark::SlipMark;
use super::paragraph::{bold, regular};
use super::running::Head;
use super::sheet::Sheet;
use super::signatures;
use super::style;
use super::table::Table;
use super::words::capitalised;
use crate::domain::dossier::Dossier;
use crate::domain::form_style::FormStyle;
use crate::domain::office::Office;

/// The title of the form.
pub const TITLE: &str = "PHIẾU GIẢI TRÌNH CÁCH TÍNH NGÀY HẸN TRẢ KẾT QUẢ";

/// How it is printed unless the office decides otherwise; the number is built as those of forms 02
/// and 03 are.
#[must_use]
pub fn usual(office: &Office) -> FormStyle {
    let number = style::number_line("GT", office);
    style::plain(TITLE, number, "NGƯỜI GIẢI TRÌNH", office.slip.paper)
}

/// Makes the paper that explains the promise of `dossier`, signed by `officer` on `day`.
#[must_use]
pub fn due_explanation(
    dossier: &Dossier,
    explanation: &Explanation,
    office: &Office,
    (officer, day): (&str, NaiveDate),
    form: &FormStyle,
    mark: &SlipMark,
) -> Sheet {
    let letter = Letter::new(office, form, mark);
    let style = &letter.house;
    let mut flow = letter.begin(dossier.number, day);
    add_code(&mut flow, &dossier.code, style);
    add_dossier(&mut flow, "Hồ sơ của Ông (Bà)/Tổ chức", dossier, None, office, style);
    for line in &explanation.basis {
        flow.paragraph(&[regular(line.as_str())], &style.text());
    }
    add_days(&mut flow, explanation, style);
    add_promise(&mut flow, explanation, style);
    add_lists(&mut flow, explanation, style);
    flow.space(style.gap * 3.0);
    signatures::add(&mut flow, style, None, letter.signer(officer));
    letter.finish(flow, Head::Code(&dossier.code), &dossier.code)
}

/// The days as a table; a long one runs over pages and repeats its head.
fn add_days(flow: &mut Flow, explanation: &Explanation, style: &HouseStyle) {
    if explanation.days.is_empty() {
        return;
    }
    flow.paragraph(&[regular(format!("{DAYS}:"))], &style.text().after(style.gap + 0.4).kept());
    let columns = [
        (0.30, Align::Left, "Ngày"),
        (0.22, Align::Centre, "Được tính"),
        (0.48, Align::Left, "Lý do"),
    ];
    let rows = explanation.days.iter().map(|day| {
        // A date breaks only from the next one.
        let date = day.date.replace(' ', "\u{a0}").replace(",\u{a0}", ", ");
        let cells = [&date, &day.counted, &day.reason];
        cells.map(|cell| vec![regular(capitalised(cell))]).to_vec()
    });
    let rows = rows.collect();
    Table { rows, ..Table::of_house(flow.width(), style, &columns) }.add_to(flow);
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
