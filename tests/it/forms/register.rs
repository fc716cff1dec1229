//! Form 07: numbers, pages, title and close of the register.

use motcua::domain::form_style::FormKind;
use motcua::domain::office::PaperSize;
use motcua::domain::register_line::RegisterLine;
use motcua::forms::mark::SlipMark;
use motcua::forms::register_book::{Closing, RegisterPart, register_book};
use motcua::forms::sheet::{Item, Page, Sheet};

use super::samples::{closing, form, office, part, register_lines};
use crate::slip::slips::lines;

fn book(part: &RegisterPart<'_>) -> Sheet {
    let style = form(FormKind::Register, PaperSize::A4);
    register_book(part, &office(), &style, &SlipMark::default())
}

/// The numbers in the first column of a page.
fn numbers(page: &Page) -> Vec<i64> {
    let first = |item: &Item| match item {
        Item::Text(text) if text.x < 32.0 && text.y > 30.0 && text.y < 195.0 => {
            text.string.parse().ok()
        }
        _ => None,
    };
    page.items.iter().filter_map(first).collect()
}

fn page_number(page: &Page) -> Option<usize> {
    let lines = lines(page);
    lines.iter().find_map(|line| line.strip_prefix("Trang ")?.parse().ok())
}

#[test]
fn numbers_and_pages_run_on_over_months() {
    let all = register_lines(400);
    let (first, second) = all.split_at(170);
    let one = book(&part(first));
    let two = book(&RegisterPart { first_page: one.pages.len() + 1, ..part(second) });
    let pages: Vec<_> = one.pages.iter().chain(&two.pages).collect();
    assert!(pages.len() > 20);
    let numbered: Vec<i64> = pages.iter().flat_map(|page| numbers(page)).collect();
    assert_eq!(numbered, (1..=400).collect::<Vec<_>>());
    let paged: Vec<_> = pages.iter().filter_map(|page| page_number(page)).collect();
    assert_eq!(paged, (1..=pages.len()).collect::<Vec<_>>());
    for page in pages {
        let lines = lines(page);
        for head in ["Nhận và trả kết quả", "STT", "Mã hồ sơ", "Ký nhận"] {
            assert_eq!(lines.iter().filter(|line| *line == head).count(), 1, "{head}: {lines:?}");
        }
        assert!(lines.contains(&"SỔ THEO DÕI HỒ SƠ - Quyển số 01 năm 2026".to_owned()));
    }
}

#[test]
fn a_line_says_everything_the_form_asks_for() {
    let line = RegisterLine { number: 3, ..register_lines(3)[2].clone() };
    let sheet = book(&part(std::slice::from_ref(&line)));
    let lines = lines(&sheet.pages[0]);
    let from = lines.iter().position(|text| text == "03").unwrap();
    assert_eq!(
        lines[from..from + 17],
        [
            "03",
            "H50.031-261123-0004",
            "Đăng ký lại khai sinh",
            "Hồ Thị Hương",
            "Thôn Ruộng, xã Hướng",
            "UBND xã",
            "14:20",
            "14:20",
            "14:20",
            "Trực tiếp",
            "Đinh Văn",
            "Hiệp, tỉnh Quảng Trị;",
            "Hướng Hiệp",
            "23/11/2026",
            "30/11/2026",
            "29/11/2026",
            "Ưởng",
        ]
    );
}

#[test]
fn a_voided_number_keeps_its_place_and_says_why() {
    let lines = register_lines(11);
    let sheet = book(&part(&lines));
    let read = sheet.pages.iter().flat_map(self::lines).collect::<Vec<_>>().join(" ");
    assert!(read.contains("11 H50.031-261124-0003 Đã hủy: nhập trùng với hồ sơ số"), "{read}");
    assert_eq!(read.matches("Đã hủy").count(), 1);
}

#[test]
fn the_title_page_has_no_number_and_the_closing_page_has_the_last() {
    let all = register_lines(30);
    let whole =
        RegisterPart { title_page: true, closing: Some(closing()), first_page: 57, ..part(&all) };
    let sheet = book(&whole);
    let title = lines(&sheet.pages[0]);
    for wanted in ["SỔ THEO DÕI HỒ SƠ", "Quyển số 01 năm 2026", "Số: 0001/STD-TTPVHCC"]
    {
        assert!(title.contains(&wanted.to_owned()), "{title:?}");
    }
    assert_eq!(page_number(&sheet.pages[0]), None);
    let paged: Vec<_> = sheet.pages[1..].iter().filter_map(page_number).collect();
    let last = 56 + sheet.pages.len() - 1;
    assert_eq!(paged, (57..=last).collect::<Vec<_>>());
    let close = lines(sheet.pages.last().unwrap());
    for wanted in [
        "CHỐT SỔ NĂM 2026".to_owned(),
        format!("Số trang: {last} trang, đánh số từ trang 1 đến trang {last}"),
        "Số thứ tự hồ sơ: từ số 01 đến số 400".to_owned(),
        "Số đã hủy: 36".to_owned(),
        "Ngày khóa sổ: ngày 31 tháng 12 năm 2026".to_owned(),
        "NGƯỜI PHỤ TRÁCH".to_owned(),
        "(Ký, ghi rõ họ tên, đóng dấu)".to_owned(),
        "Nguyễn Thị Phụ Trách".to_owned(),
    ] {
        assert!(close.contains(&wanted), "{wanted} is not in {close:?}");
    }
}

#[test]
fn an_empty_book_says_so() {
    let closing = Closing { last_number: 0, voided: 0, ..closing() };
    let sheet = book(&RegisterPart { closing: Some(closing), ..part(&[]) });
    assert!(lines(&sheet.pages[0]).contains(&"Không có hồ sơ nào.".to_owned()));
    let close = lines(&sheet.pages[1]);
    assert!(close.contains(&"Số thứ tự hồ sơ: không có".to_owned()), "{close:?}");
}
