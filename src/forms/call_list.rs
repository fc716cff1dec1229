//! *Danh sách hồ sơ thay đổi ngày hẹn*: whom to call when a change of the calendar moves promises.
//!
//! No circular prescribes it: it is the desk's own working paper, with room to note what came of each
//! call.

use super::flow::{Align, Flow, Style};
use super::font::Face;
use super::heading;
use super::house_style::HouseStyle;
use super::mark::SlipMark;
use super::paragraph::{Run, bold, fit, italic, regular, wrap};
use super::sheet::{Page, Sheet};
use super::signatures::{self, Signer};
use super::table::{Column, Table};
use super::words::{full_desk_name, short_moment};
use crate::domain::office::{Office, PaperSize};
use crate::domain::time::OfficeTime;

/// The title of the list.
pub const TITLE: &str = "DANH SÁCH HỒ SƠ THAY ĐỔI NGÀY HẸN TRẢ KẾT QUẢ";

/// The columns: head, width in millimetres, alignment.
const COLUMNS: [(&str, f32, Align); 9] = [
    ("STT", 10.0, Align::Centre),
    ("Mã hồ sơ", 37.0, Align::Left),
    ("Người nộp", 38.0, Align::Left),
    ("Điện thoại", 24.0, Align::Left),
    ("Thủ tục", 50.0, Align::Left),
    ("Hẹn cũ", 29.5, Align::Centre),
    ("Hẹn mới", 30.5, Align::Centre),
    ("Đã gọi", 14.0, Align::Centre),
    ("Kết quả", 32.0, Align::Left),
];

/// A box to be ticked by hand.
const BOX: &str = "□";

/// A dossier on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The dossier's code.
    pub code: String,
    /// The applicant's name.
    pub applicant: String,
    /// The applicant's telephone number; may be empty.
    pub phone: String,
    /// The procedure's name.
    pub procedure: String,
    /// The promise that gave way.
    pub old: OfficeTime,
    /// The promise that holds.
    pub new: OfficeTime,
}

/// Makes the list of `calls` on A4 across, in their order, with the `reason` of the change.
#[must_use]
pub fn call_list(
    calls: &[Call],
    office: &Office,
    reason: &str,
    officer: &str,
    at: OfficeTime,
) -> Sheet {
    let style = HouseStyle::across(PaperSize::A4);
    let mark = SlipMark::default().of(office);
    let mut flow = Flow::new(style.frame.width());
    heading::add(&mut flow, &style, office, &[], "Số: …………………", at.date());
    flow.space(style.gap * 3.0);
    flow.paragraph(&[bold(TITLE)], &Style::new(style.title).centred().after(style.gap).kept());
    let why = [regular("Lý do thay đổi: "), italic(reason.trim())];
    flow.paragraph(&why, &Style::new(style.body).centred().after(style.gap * 3.0).kept());
    table(calls).add_to(&mut flow);
    flow.space(style.gap * 3.0);
    let mut end = Flow::new(flow.width());
    end.paragraph(&[regular(format!("Tổng số: {} hồ sơ.", calls.len()))], &style.text());
    signatures::add(&mut end, &style, None, Signer { role: "NGƯỜI LẬP DANH SÁCH", name: officer });
    flow.together(end);
    let mut pages = flow.paginate(&mark.frame(&style));
    number(&mut pages, &style);
    mark.add(&mut pages, &style);
    Sheet {
        size: style.frame.size,
        title: "Danh sách hồ sơ thay đổi ngày hẹn trả kết quả".to_owned(),
        author: full_desk_name(office),
        subject: reason.trim().to_owned(),
        pages,
    }
}

fn table(calls: &[Call]) -> Table {
    let columns = COLUMNS
        .into_iter()
        .map(|(head, width, align)| Column { width, align, head: vec![bold(head)] })
        .collect();
    let row = |(number, call): (usize, &Call)| -> Vec<Vec<Run>> {
        vec![
            vec![regular(number.to_string())],
            vec![regular(&call.code)],
            vec![regular(&call.applicant)],
            vec![regular(phone(&call.phone))],
            vec![regular(&call.procedure)],
            vec![regular(short_moment(call.old))],
            vec![bold(short_moment(call.new))],
            vec![regular(BOX)],
            Vec::new(),
        ]
    };
    Table {
        columns,
        group: None,
        rows: (1..).zip(calls).map(row).collect(),
        style: Style::new(10.0),
        side: 1.2,
        pad: 1.0,
    }
}

/// A number in groups, as it is dialled.
fn phone(number: &str) -> String {
    match (number.get(..4), number.get(4..7), number.get(7..)) {
        (Some(first), Some(second), Some(third)) if number.len() == 10 => {
            format!("{first} {second} {third}")
        }
        _ => number.to_owned(),
    }
}

/// The number of each page at its foot, where there are several.
fn number(pages: &mut [Page], style: &HouseStyle) {
    let count = pages.len();
    if count < 2 {
        return;
    }
    let line = Style { align: Align::Right, ..Style::new(style.small) };
    let width = style.frame.width();
    for (number, page) in (1..).zip(pages) {
        let text = fit(&format!("Trang {number}/{count}"), Face::Regular, style.small, width);
        for set in wrap(&[regular(text)], style.small, width) {
            page.items.extend(line.set(set, style.frame.left, style.foot(), width));
        }
    }
}
