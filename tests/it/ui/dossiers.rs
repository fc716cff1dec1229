//! Hồ sơ: the list, and one dossier with what can be done to it.

use std::collections::BTreeSet;
use std::fs;

use super::people::{busy, dossiers, first_code, number, open, receive, text};
use super::sandbox::Sandbox;
use crate::support::{Office, names};

/// The codes on the screen.
fn codes(ui: &mut Sandbox) -> Vec<String> {
    let words = ui.survey().words;
    words.into_iter().map(|(text, _)| text).filter(|text| text.starts_with("H50.031-")).collect()
}

#[test]
fn filters_narrow_the_list_to_what_the_book_counts() {
    let office = busy();
    let count = |filter: &str| number(&office, &format!("SELECT count(*) FROM dossier{filter}"));
    let (all, ready) = (count(""), count(" WHERE status = 9"));
    let mut ui = Sandbox::open(office.path());
    ui.press("F3");
    ui.tab_to("dossiers-state");
    ui.press("Right");
    ui.expect(&format!("Hồ sơ · {ready}"));
    ui.press_all(["Right", "Right"]);
    ui.expect(&format!("Hồ sơ · {all}"));
    assert!(0 < ready && ready < all && all == dossiers(&office));

    let name = text(&office, "SELECT applicant_name FROM dossier ORDER BY id LIMIT 1");
    let same = "SELECT count(*) FROM dossier WHERE applicant_name = (SELECT applicant_name FROM \
                dossier ORDER BY id LIMIT 1)";
    let same = number(&office, same);
    ui.press("Ctrl+f");
    ui.expect_focus("dossiers-text");
    ui.enter(&name);
    ui.until("fewer", |ui| {
        let seen = codes(ui).len() as i64;
        same <= seen && seen < all.min(20) || seen == 20
    });
    ui.expect(&name);
    ui.press("Ctrl+a");
    ui.enter("zzzz");
    ui.expect("Không có hồ sơ nào đúng với bộ lọc");
}

#[test]
fn every_dossier_comes_by_page_once() {
    let office = busy();
    let all = dossiers(&office);
    let mut ui = Sandbox::open(office.path());
    ui.press("F3");
    ui.tab_to("dossiers-state");
    ui.press_all(["Right", "Right", "Right"]);
    ui.expect(&format!("Hồ sơ · {all}"));
    let mut seen: BTreeSet<String> = codes(&mut ui).into_iter().collect();
    assert!((10..40).contains(&seen.len()), "{} rows", seen.len());
    for _ in 0..all / 15 + 2 {
        ui.press("PageDown");
        seen.extend(codes(&mut ui));
    }
    assert_eq!(seen.len() as i64, all, "{:?}", codes(&mut ui));
    let last = codes(&mut ui);
    ui.press("Home");
    ui.until("first page", |ui| codes(ui) != last);
    ui.press("End");
    ui.until("last page", |ui| codes(ui) == last);
}

#[test]
fn a_reprint_bears_its_reason_and_leaves_the_first_slip() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    let slip = receive(&mut ui, &office);
    let first = fs::read(&slip).unwrap();
    open(&mut ui);
    ui.press("Ctrl+p");
    ui.expect_focus("dossier-reason");
    ui.press("Ctrl+a");
    ui.enter("bà làm mất");
    ui.press("Enter");
    let noted = "SELECT count(*) FROM printed_form WHERE copy = 2 AND reason = 'bà làm mất'";
    ui.until("noted reprint", |_| number(&office, noted) == 1);
    ui.expect("bà làm mất");
    let folder = office.file("slips");
    let kept: Vec<Vec<u8>> =
        names(&folder).iter().map(|name| fs::read(folder.join(name)).unwrap()).collect();
    assert_eq!(kept.len(), 2);
    assert!(kept.contains(&first), "the first slip is gone");
    assert!(fs::read(&slip).unwrap() != first, "the reprint is the first slip again");
}

#[test]
fn a_correction_shows_both_states_and_asks_why() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, &office);
    open(&mut ui);
    ui.press("Ctrl+e");
    ui.expect_field("receive-name", "Hồ Thị Mẫu");
    ui.press("Ctrl+Enter");
    ui.expect("Chưa có mục nào thay đổi");
    ui.tab_to("receive-name");
    ui.press("Ctrl+a");
    ui.enter("Hồ Thị Mẫu Mới");
    ui.press("Ctrl+Enter");
    ui.expect_focus("receive-reason");
    for told in ["Trước khi sửa", "Sau khi sửa", "Hồ Thị Mẫu", "Hồ Thị Mẫu Mới"]
    {
        ui.expect(told);
    }
    ui.press("Enter");
    ui.expect("Lý do");
    assert_eq!(number(&office, "SELECT count(*) FROM correction"), 0, "corrected for no reason");
    ui.expect_focus("receive-reason");
    ui.enter("gõ thiếu tên");
    ui.press("Enter");
    ui.expect(&format!("Đã sửa hồ sơ {}", first_code()));
    ui.expect("gõ thiếu tên");
    assert_eq!(text(&office, "SELECT applicant_name FROM dossier"), "Hồ Thị Mẫu Mới");
    ui.until("corrected slip", |_| {
        number(&office, "SELECT count(*) FROM printed_form WHERE copy = 2") == 1
    });
    drop(ui);
    office.is_sound();
}
