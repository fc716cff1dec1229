//! The first start, and a start that goes wrong.

use std::fs;

use super::people::{dossiers, receive, text};
use super::sandbox::{Sandbox, counter};
use crate::support::Office;

#[test]
fn the_keyboard_alone_makes_a_usable_office() {
    let office = Office::without_book();
    let mut ui = Sandbox::with(office.path(), counter(), super::sandbox::SCREEN);
    ui.expect("Lập sổ cho cơ quan");
    ui.expect_focus("wizard-agency");
    ui.press("Enter");
    ui.expect("Tên cơ quan:");
    ui.enter("UBND xã Hướng Hiệp");
    ui.tab_to("wizard-code");
    ui.enter("H50.031");
    ui.press("Enter");
    ui.expect_focus("wizard-morning-from");
    ui.press("Ctrl+a");
    ui.enter("08:00");
    ui.press("Enter");
    ui.expect_focus("wizard-officer");
    ui.enter("Cán bộ Mẫu");
    ui.press("Enter");
    ui.expect_focus("wizard-catalogue");
    assert!(!office.book().exists(), "made before it was asked for");
    ui.press("Enter");
    ui.expect("Cần xử lý theo hạn");
    ui.expect("UBND xã Hướng Hiệp");
    let _ = receive(&mut ui, &office);
    drop(ui);
    office.is_sound();
    let at_eight =
        text(&office, "SELECT week FROM office_hours ORDER BY in_force_from DESC LIMIT 1");
    assert!(at_eight.contains("08:00"), "{at_eight}");
}

#[test]
fn the_wizard_prints_a_test_page_when_asked() {
    let office = Office::without_book();
    let mut ui = Sandbox::with(office.path(), counter(), super::sandbox::SCREEN);
    ui.enter("UBND xã Hướng Hiệp");
    ui.tab_to("wizard-code");
    ui.enter("H50.031");
    ui.press("Enter");
    ui.press("Enter");
    ui.enter("Cán bộ Mẫu");
    ui.press("Enter");
    ui.tab_to("wizard-test-page");
    ui.press("Space");
    ui.tab_to("wizard-next");
    ui.press("Enter");
    ui.expect("Cần xử lý theo hạn");
    drop(ui);
    let page = office.path().join("slips/trang-in-thu.pdf");
    assert!(page.exists(), "no test page at {}", page.display());
}

#[test]
fn a_book_open_elsewhere_is_opened_once_it_is_free() {
    let office = Office::new();
    let held = office.open();
    let mut ui = Sandbox::open(office.path());
    ui.expect("Chưa mở được sổ");
    ui.expect("Sổ đang được mở ở một cửa sổ hoặc lệnh khác");
    ui.press("Enter");
    ui.expect("Sổ đang được mở");
    assert!(!ui.sees("Dùng bản sao lưu gần nhất"), "a whole book needs no backup");
    drop(held);
    ui.press("Enter");
    ui.expect("Cần xử lý theo hạn");
}

#[test]
fn a_damaged_book_gives_way_to_its_backup_and_stays() {
    let office = Office::new();
    let _ = office.receive(&crate::support::PEOPLE[0]);
    let _ = office.run(["backup"]).fine();
    let mut damaged = office.bytes();
    let half = damaged.len() / 2;
    damaged[100..half].fill(0xA5);
    fs::write(office.book(), &damaged).unwrap();
    let mut ui = Sandbox::open(office.path());
    ui.expect("Tệp sổ bị hỏng");
    ui.press("Ctrl+Enter");
    ui.expect("Cần xử lý theo hạn");
    assert_eq!(dossiers(&office), 1);
    let kept = office.names().into_iter().find(|name| name.contains(".hong-")).unwrap();
    assert!(fs::read(office.file(&kept)).unwrap() == damaged, "the damaged book was touched");
    drop(ui);
    office.is_sound();
}
