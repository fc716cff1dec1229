//! Labels: in their cells, wherever the sheet was begun.

use motcua::domain::office::Office;
use motcua::forms::labels::{CELLS, Label, PRACTICE, labels};
use motcua::forms::sheet::{Item, Page};
use motcua::forms::symbol::NARROWEST_BAR;
use proptest::prelude::*;

use super::samples::{all_labels, endless, office, plain};
use crate::slip::slips::texts;

fn folder(code: &str, applicant: &str, procedure: &str) -> Label {
    Label::Folder {
        code: code.to_owned(),
        applicant: applicant.to_owned(),
        procedure: procedure.to_owned(),
        due_at: plain().due.at,
    }
}

/// The codes on a page, each with the cell it stands in, from 1.
fn cells(page: &Page) -> Vec<(usize, String)> {
    let symbol = |item: &Item| match item {
        Item::Symbol(symbol) => {
            let (x, y) = (symbol.area.x + symbol.area.width / 2.0, symbol.area.y + 2.0);
            let cell = (1..=CELLS).find(|cell| {
                let (left, top) = corner(*cell);
                (left..left + 70.0).contains(&x) && (top..top + 37.0).contains(&y)
            });
            Some((cell.unwrap(), symbol.content.clone()))
        }
        _ => None,
    };
    page.items.iter().filter_map(symbol).collect()
}

fn corner(cell: usize) -> (f32, f32) {
    let whole = |number: usize| f32::from(u8::try_from(number).unwrap());
    (whole((cell - 1) % 3) * 70.0, 0.5 + whole((cell - 1) / 3) * 37.0)
}

#[test]
fn labels_start_at_any_cell_and_go_on_over_sheets() {
    for first in 1..=CELLS {
        let all: Vec<Label> =
            (0..50).map(|place| folder(&format!("H50-{place:04}"), "Hồ Thị Hương", "")).collect();
        let sheet = labels(&all, first, &office());
        let found: Vec<(usize, String)> = sheet
            .pages
            .iter()
            .enumerate()
            .flat_map(|(page, on)| {
                cells(on).into_iter().map(move |(cell, code)| (page * CELLS + cell, code))
            })
            .collect();
        let wanted: Vec<_> =
            (0..50).map(|place| (first + place, format!("H50-{place:04}"))).collect();
        assert_eq!(found, wanted, "from cell {first}");
        assert_eq!(sheet.pages.len(), (first + 49).div_ceil(CELLS));
    }
    let one = [folder("H50-0001", "", "")];
    assert_eq!(labels(&one, 0, &office()), labels(&one, 1, &office()));
    assert_eq!(labels(&one, 99, &office()), labels(&one, CELLS, &office()));
}

#[test]
fn a_folder_says_whose_it_is_what_for_and_until_when() {
    let all = [folder("H50.031-261123-0042", "Hồ Thị Hương", "Đăng ký lại khai sinh")];
    let sheet = labels(&all, 1, &office());
    assert_eq!(
        texts(&sheet.pages[0]).collect::<Vec<_>>(),
        [
            "H50.031-261123-0042",
            "Hồ Thị Hương",
            "Đăng ký lại khai sinh",
            "Hẹn trả: 14:20 01/12/2026",
        ]
    );
    let practice = Office { practice: true, ..office() };
    let sheet = labels(&all_labels(), 1, &practice);
    let marks: usize =
        sheet.pages.iter().map(|page| texts(page).filter(|text| *text == PRACTICE).count()).sum();
    assert_eq!(marks, all_labels().len(), "every sticker is stuck somewhere else");
}

#[test]
fn a_tray_is_told_from_afar() {
    let tray = Label::Tray { name: "A2".to_owned(), code: "KHAY-A2".to_owned() };
    let sheet = labels(&[tray], 24, &office());
    let sizes: Vec<(String, f32)> = sheet.pages[0]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Text(text) => Some((text.string.clone(), text.size)),
            _ => None,
        })
        .collect();
    assert_eq!(sizes[0].0, "A2");
    assert!(sizes[0].1 > 25.0, "{sizes:?}");
    assert_eq!(sizes[1].0, "KHAY-A2");
    assert_eq!(cells(&sheet.pages[0]), [(24, "KHAY-A2".to_owned())]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_label_leaves_its_cell_or_loses_its_code(
        code in "[A-Z0-9.-]{2,40}", name in "\\PC{0,120}", procedure in "\\PC{0,200}",
        first in 1..=24_usize, tray in any::<bool>(),
    ) {
        let label = if tray {
            Label::Tray { name, code: code.clone() }
        } else {
            folder(&code, &name, &procedure)
        };
        let sheet = labels(&[label], first, &office());
        let (left, top) = corner(first);
        for item in &sheet.pages[0].items {
            let area = item.bounds();
            let side = if matches!(item, Item::Symbol(_)) { 3.6 } else { 4.9 };
            prop_assert!(area.x >= left + side && area.right() <= left + 70.0 - side, "{item:?}");
            prop_assert!(area.y >= top + 3.5 && area.bottom() <= top + 37.0 - 3.5, "{item:?}");
            if let Item::Symbol(symbol) = item {
                let narrowest = symbol.bars.iter().map(|bar| bar.width).fold(f32::MAX, f32::min);
                prop_assert!(symbol.area.width < 15.0 || narrowest >= NARROWEST_BAR - 0.001);
            }
        }
        prop_assert!(texts(&sheet.pages[0]).any(|text| text == code), "the code in full");
    }
}

#[test]
fn long_texts_end_in_dots() {
    let sheet = labels(&[folder("H50-0001", &endless(), &endless())], 1, &office());
    let cut = texts(&sheet.pages[0]).filter(|text| text.ends_with('…')).count();
    assert_eq!(cut, 2);
}
