//! Form 07, *Sổ theo dõi hồ sơ*: the register as pages to be bound.
//!
//! Columns follow Circular 03/2025/TT-VPCP, annex I, form 07. A book is of one year; its numbers run
//! from 01 to the year's end and its pages are numbered without a gap, so that a month can be printed
//! and bound after the other (Circular 01/2018/TT-VPCP art. 10). At the year's end the head of the desk
//! closes it on its last page.

use chrono::NaiveDate;

use super::flow::{Align, Flow, Frame, Style};
use super::heading;
use super::house_style::HouseStyle;
use super::letter::Letter;
use super::mark::SlipMark;
use super::notice::agency;
use super::paragraph::{Run, bold, italic, regular, wrap};
use super::sheet::{Page, Sheet};
use super::signatures;
use super::style;
use super::table::{Group, Table};
use super::words::{capitals, long_date, or_dots, short_moment};
use crate::domain::dossier::ReturnBy;
use crate::domain::form_style::FormStyle;
use crate::domain::office::{Office, PaperSize};
use crate::domain::register_line::{Ended, Ending, RegisterLine};

/// The title of the form.
pub const TITLE: &str = "SỔ THEO DÕI HỒ SƠ";

/// The common head of the last columns.
pub const COMMON_HEAD: &str = "Nhận và trả kết quả";

const COLUMNS: [(f32, Align, &str); 11] = [
    (0.040, Align::Centre, "STT"),
    (0.124, Align::Left, "Mã hồ sơ"),
    (0.168, Align::Left, "Tên TTHC"),
    (0.120, Align::Left, "Tên tổ chức, cá nhân"),
    (0.138, Align::Left, "Địa chỉ/SĐT"),
    (0.086, Align::Left, "Cơ quan chủ trì giải quyết"),
    (0.066, Align::Centre, "Nhận hồ sơ"),
    (0.066, Align::Centre, "Hẹn trả kết quả"),
    (0.066, Align::Centre, "Trả kết quả"),
    (0.056, Align::Centre, "Phương thức nhận kết quả"),
    (0.070, Align::Left, "Ký nhận"),
];

/// The first and the last column below the common head.
const COMMON: (usize, usize) = (6, 10);

/// Pages of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterPart<'a> {
    /// The year of the book.
    pub year: i32,
    /// The volume within the year, from 1.
    pub volume: u32,
    /// The first day of the pages.
    pub from: NaiveDate,
    /// The last day of the pages.
    pub to: NaiveDate,
    /// The lines, in the order of their numbers.
    pub lines: &'a [RegisterLine],
    /// The number of the first page.
    pub first_page: usize,
    /// Whether the title page stands before them; it has no number.
    pub title_page: bool,
    /// The closing of the book after them.
    pub closing: Option<Closing>,
}

/// What the closing page of a book says besides its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// The first number in the book.
    pub first_number: i64,
    /// The last number in the book.
    pub last_number: i64,
    /// How many of them were voided.
    pub voided: usize,
    /// The day of the closing.
    pub day: NaiveDate,
    /// Who heads the desk; empty leaves the name to be written.
    pub head: String,
}

/// How it is printed unless the office decides otherwise; its number is that of the volume.
#[must_use]
pub fn usual(office: &Office) -> FormStyle {
    style::plain(TITLE, style::number_line("STD", office), "NGƯỜI PHỤ TRÁCH", PaperSize::A4)
}

/// Makes the pages of a register, across. The closing page is the last numbered one.
#[must_use]
pub fn register_book(
    part: &RegisterPart<'_>,
    office: &Office,
    form: &FormStyle,
    mark: &SlipMark,
) -> Sheet {
    let mut letter = Letter::across(office, form, mark);
    // The left margin is bound.
    letter.house.frame = Frame { left: 20.0, right: 10.0, ..letter.house.frame };
    let house = letter.house;
    let mut flow = letter.flow();
    table(part, office, &house).add_to(&mut flow);
    if part.lines.is_empty() {
        flow.space(house.gap * 3.0);
        flow.paragraph(&[italic("Không có hồ sơ nào.")], &house.text());
    }
    let frame = Frame { top: house.frame.next_top, ..letter.frame() };
    let mut numbered = flow.paginate(&frame);
    if let Some(closing) = &part.closing {
        let last = part.first_page + numbered.len();
        numbered.extend(closing_page(&letter, part, closing, last));
    }
    let title = part.title_page.then(|| title_page(&letter, part, office, form));
    let titles: Vec<Page> = title.into_iter().flatten().collect();
    let pages: Vec<Page> = titles.iter().cloned().chain(numbered).collect();
    let pages = letter.copies(&pages, |pages, label| {
        for (page, number) in pages.iter_mut().skip(titles.len()).zip(part.first_page..) {
            around(page, &house, part, number, label);
        }
    });
    letter.sheet(pages, &format!("{:02}/{}", part.volume, part.year))
}

fn table(part: &RegisterPart<'_>, office: &Office, house: &HouseStyle) -> Table {
    let mut table = Table::of_house(house.frame.width(), house, &COLUMNS);
    table.style = Style::new(house.cell * 0.9);
    (table.side, table.pad) = (0.8, 0.6);
    let (first, last) = COMMON;
    table.group = Some(Group { first, last, head: vec![bold(COMMON_HEAD)] });
    let own = agency(office);
    table.rows = part.lines.iter().map(|line| row(line, &own)).collect();
    table
}

/// One line; a voided number says so and why, and keeps its place.
fn row(line: &RegisterLine, own: &str) -> Vec<Vec<Run>> {
    let procedure = match &line.void {
        Some(reason) => vec![
            bold("Đã hủy: "),
            italic(or_dots(reason.trim())),
            regular(format!(" ({})", line.procedure)),
        ],
        None => vec![regular(&line.procedure)],
    };
    let handled_by = match line.handled_by.trim() {
        "" => own,
        unit => unit,
    };
    let when = |at: Option<_>| vec![regular(at.map_or_else(String::new, short_moment))];
    let way = match line.return_by {
        ReturnBy::Counter => "Trực tiếp",
        ReturnBy::Post => "Bưu chính",
    };
    vec![
        vec![regular(format!("{:02}", line.number))],
        vec![regular(&line.code)],
        procedure,
        vec![regular(&line.applicant)],
        vec![regular(line.address_and_phone())],
        vec![regular(handled_by)],
        when(Some(line.received_at)),
        when(line.promised()),
        match (&line.ended, line.returned_at) {
            (Some(ended), None) => vec![regular(without_result(ended))],
            (_, at) => when(at),
        },
        vec![regular(way)],
        vec![regular(&line.collector)],
    ]
}

/// `Từ chối 06/03/2026, phiếu số 02`: what stands in place of the return where there is no result.
#[must_use]
pub fn without_result(ended: &Ended) -> String {
    let (what, paper) = match ended.how {
        Ending::Refused => ("Từ chối", "phiếu"),
        Ending::Stopped => ("Dừng", "thông báo"),
        Ending::Withdrawn => ("Rút", "thông báo"),
    };
    let day = ended.on.format("%d/%m/%Y");
    match ended.notice {
        Some(number) => format!("{what} {day}, {paper} số {number:02}"),
        None => format!("{what} {day}"),
    }
}

/// The cover: whose book, which volume, of which year and days.
fn title_page(
    letter: &Letter<'_>,
    part: &RegisterPart<'_>,
    office: &Office,
    form: &FormStyle,
) -> Vec<Page> {
    let house = &letter.house;
    let centred = |size: f32| Style::new(size).centred();
    let mut flow = letter.flow();
    flow.space(house.gap * 6.0);
    let issuer = heading::issuer(office, &form.heading);
    for (place, text) in (1..).zip(&issuer) {
        let run = if place == issuer.len() { bold(text) } else { regular(text) };
        flow.paragraph(&[run], &centred(house.title));
    }
    flow.space(house.frame.size.height * 0.17);
    let large = house.title * 2.0;
    flow.paragraph(&[bold(capitals(&form.title))], &centred(large).after(house.gap * 6.0));
    let volume = format!("Quyển số {:02} năm {}", part.volume, part.year);
    flow.paragraph(&[bold(volume)], &centred(house.title * 1.25).after(house.gap * 3.0));
    let number = letter.number(i64::from(part.volume));
    flow.paragraph(&[regular(number)], &centred(house.body).after(house.gap * 3.0));
    let days = format!("Từ {} đến {}", long_date(part.from), long_date(part.to));
    flow.paragraph(&[italic(days)], &centred(house.body));
    flow.paginate(&letter.frame())
}

/// The close of the book (*chốt sổ*), on the page with the number `last`.
fn closing_page(
    letter: &Letter<'_>,
    part: &RegisterPart<'_>,
    closing: &Closing,
    last: usize,
) -> Vec<Page> {
    let house = &letter.house;
    let text = Style::new(house.title).after(house.gap * 2.0);
    let mut flow = letter.flow();
    let title = format!("CHỐT SỔ NĂM {}", part.year);
    let large = Style::new(house.title * 1.2).centred().after(house.gap * 6.0);
    flow.space(house.gap * 4.0);
    flow.paragraph(&[bold(title)], &large);
    let say = |flow: &mut Flow, label: &str, value: String| {
        flow.paragraph(&[regular(format!("{label}: ")), bold(value)], &text);
    };
    say(&mut flow, "Quyển số", format!("{:02}", part.volume));
    say(&mut flow, "Số trang", format!("{last} trang, đánh số từ trang 1 đến trang {last}"));
    let Closing { first_number, last_number, .. } = closing;
    let numbers = if last_number < first_number {
        "không có".to_owned()
    } else {
        format!("từ số {first_number:02} đến số {last_number:02}")
    };
    say(&mut flow, "Số thứ tự hồ sơ", numbers);
    say(&mut flow, "Số đã hủy", format!("{:02}", closing.voided));
    say(&mut flow, "Ngày khóa sổ", long_date(closing.day));
    flow.space(house.gap * 6.0);
    signatures::add_sealed(&mut flow, house, letter.signer(&closing.head));
    letter.footer(&mut flow);
    let frame = Frame { top: house.frame.next_top, ..letter.frame() };
    flow.paginate(&frame)
}

/// The number of a page in the middle of its foot, the book above its text, the copy's label.
fn around(
    page: &mut Page,
    house: &HouseStyle,
    part: &RegisterPart<'_>,
    number: usize,
    label: &str,
) {
    let frame = &house.frame;
    let mut line = |run: Run, align: Align, y: f32| {
        let style = Style { align, ..Style::new(house.small) };
        for set in wrap(&[run], style.size, frame.width()).into_iter().take(1) {
            page.items.extend(style.set(set, frame.left, y, frame.width()));
        }
    };
    let head = frame.next_top - Style::new(house.small).line_height() - 1.0;
    let book = format!("{TITLE} - Quyển số {:02} năm {}", part.volume, part.year);
    line(regular(book), Align::Left, head);
    let days = format!("{} - {}", part.from.format("%d/%m/%Y"), part.to.format("%d/%m/%Y"));
    line(regular(days), Align::Right, head);
    line(regular(format!("Trang {number}")), Align::Centre, house.foot());
    line(italic(label), Align::Right, house.foot());
}
