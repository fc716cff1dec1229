//! Hand scanners: they type like people, only faster.

use super::people::{first_code, receive};
use super::sandbox::Sandbox;
use crate::support::{CARD, Office};

const ADDRESS: &str = "Thôn Ruộng, xã Hướng Hiệp, tỉnh Quảng Trị";

#[test]
fn a_card_fills_the_applicant_wherever_the_cursor_is() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    ui.press("F2");
    for (field, typed) in [("receive-phone", "0900"), ("receive-query", "khai")] {
        ui.tab_to(field);
        ui.enter(typed);
        ui.pause();
        ui.scan(CARD);
        ui.expect_field("receive-name", "Hồ Thị Mẫu");
        ui.expect_field("receive-identity", "045188000000");
        ui.expect_field("receive-birth", "12/03/1988");
        ui.expect_field("receive-address", ADDRESS);
        // The field the scanner typed into is as it was.
        ui.expect_field(field, typed);
        ui.press("Ctrl+N");
        ui.expect_field("receive-name", "");
    }
}

#[test]
fn a_card_begins_a_receipt_from_any_screen() {
    let office = Office::new();
    for place in ["F1", "F3", "F10", "Ctrl+k"] {
        let mut ui = Sandbox::open(office.path());
        ui.press(place);
        ui.scan(CARD);
        ui.expect_field("receive-name", "Hồ Thị Mẫu");
        ui.expect_focus("receive-query");
    }
}

#[test]
fn ten_bursts_arrive_whole() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    ui.press("F2");
    ui.expect_focus("receive-identity");
    for turn in 0..10 {
        let identity = format!("04518800000{turn}");
        let name = format!("Hồ Thị Mẫu {}", ["An", "Bình", "Chi", "Dung", "Én"][turn % 5]);
        let head = format!("{identity}|197000000|{name}|12031988|Nữ|");
        let length = 150 - head.chars().count() - "|15042021".len();
        let address: String = ADDRESS.chars().cycle().take(length).collect();
        let address = address.trim_end().to_owned();
        let card = format!("{head}{address}|15042021");
        assert!((149..=150).contains(&card.chars().count()));
        ui.scan(&card);
        ui.expect_field("receive-identity", &identity);
        ui.expect_field("receive-name", &name);
        ui.expect_field("receive-address", &address);
    }
    // The same at a scanner's own pace, the window following every letter.
    ui.pause();
    ui.enter(CARD);
    ui.press("Enter");
    ui.expect_field("receive-name", "Hồ Thị Mẫu");
    ui.expect_field("receive-address", ADDRESS);
}

#[test]
fn a_slips_code_opens_its_dossier() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, &office);
    ui.press("F1");
    ui.pause();
    ui.scan(&first_code());
    ui.expect("Diễn biến");
    ui.expect(&format!("Hồ sơ {}", first_code()));
}
