//! What works on every screen: the function keys, Ctrl+K, the size of text, closing.

use motcua::counter::Counter;

use super::people::{dossiers, first_code, number, receive};
use super::sandbox::Sandbox;
use crate::support::{Office, PEOPLE, PROCEDURE, names};

#[test]
fn function_keys_go_to_the_places() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    let places = [
        ("F2", "1. Người nộp"),
        ("F3", "Lọc theo mã"),
        ("F4", "Kết quả chờ trả"),
        ("F5", "Hồ sơ đang ở đâu"),
        ("F11", "Hẹn trả trong ngày"),
        ("F10", "Phím tắt"),
        ("F1", "Cần xử lý theo hạn"),
    ];
    for (key, shown) in places {
        assert!(!ui.sees(shown), "{shown} is there before {key}");
        ui.press(key);
        ui.expect(shown);
    }
    // Also from inside a field.
    ui.press("F2");
    ui.expect_focus("receive-identity");
    ui.press("F1");
    ui.expect("Cần xử lý theo hạn");
}

#[test]
fn one_search_finds_dossiers_procedures_and_places() {
    let office = Office::new();
    let _ = office.receive(&PEOPLE[0]);
    let mut ui = Sandbox::open(office.path());
    ui.press("Ctrl+k");
    ui.expect_focus("finder-query");
    ui.enter("ho thi thu");
    ui.expect(PEOPLE[0].name);
    ui.press("Enter");
    ui.expect("Diễn biến");
    ui.expect(&first_code());

    ui.press("Ctrl+k");
    ui.enter("lai khai sinh");
    ui.expect("thủ tục");
    ui.press("Enter");
    ui.expect_focus("receive-papers");
    ui.expect(PROCEDURE);

    ui.press("Ctrl+k");
    ui.enter("thiet lap");
    ui.expect("F10");
    ui.press("Enter");
    ui.expect("Phím tắt");

    ui.press("Ctrl+k");
    ui.enter("lich");
    ui.expect("F11");
    ui.press("Enter");
    ui.expect("Hẹn trả trong ngày");
    ui.press("F10");

    ui.press("Ctrl+k");
    ui.enter("zzzz");
    ui.expect("Không tìm thấy");
    ui.press("Esc");
    ui.expect("Phím tắt");
}

#[test]
fn text_grows_and_shrinks_within_its_bounds() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    ui.press_all(["Ctrl+="; 12]);
    assert_eq!(ui.scale(), 1.75);
    // The same window holds less: the places show their keys alone.
    ui.expect_gone("Quầy số 1");
    ui.press("Ctrl+-");
    assert_eq!(ui.scale(), 1.65);
    ui.press_all(["Ctrl+-"; 12]);
    assert_eq!(ui.scale(), 1.0);
    ui.expect("Quầy số 1");
    ui.press("Ctrl+=");
    let kept = Counter::load(&office.file("counter.json"));
    assert_eq!(kept.text_percent, 110);
}

#[test]
fn closing_keeps_drafts_and_backs_up_what_changed() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, &office);
    ui.tab_to("receive-name");
    ui.enter("Người Đến Sau");
    ui.close();
    ui.until("closed window", |ui| ui.closed);
    drop(ui);
    let backups = names(&office.file("backups"));
    assert_eq!(backups.len(), 1, "{backups:?}");
    assert_eq!((dossiers(&office), number(&office, "SELECT count(*) FROM draft")), (1, 1));

    // Where nothing was written there is nothing to back up.
    let mut ui = Sandbox::open(office.path());
    ui.close();
    ui.until("closed window", |ui| ui.closed);
    assert_eq!(names(&office.file("backups")), backups);
}
