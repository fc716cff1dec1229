//! Trả kết quả: found by the slip, handed over with one key.

use super::people::{dossiers, first_code, number, open, receive, text};
use super::sandbox::Sandbox;
use crate::support::Office;

/// The result of the sample citizen, chosen by scanning her slip.
fn chosen(office: &Office) -> Sandbox {
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, office);
    scan(&mut ui);
    ui
}

/// Her result, which lies at the desk.
fn finished(office: &Office) -> Sandbox {
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, office);
    open(&mut ui);
    ui.press("Ctrl+r");
    ui.expect(&format!("Hồ sơ {} đã có kết quả", first_code()));
    scan(&mut ui);
    ui
}

fn scan(ui: &mut Sandbox) {
    ui.press("F4");
    ui.expect_focus("give-back-query");
    ui.pause();
    ui.scan(&first_code());
    ui.expect("Chính người nộp");
    ui.expect("Hồ Thị Mẫu");
}

/// Where the dossier stands: 9 finished, 10 returned.
fn status(office: &Office) -> i64 {
    number(office, "SELECT status FROM dossier")
}

#[test]
fn what_has_no_result_is_not_handed_over_by_enter_alone() {
    let office = Office::new();
    let mut ui = chosen(&office);
    ui.expect_focus("give-back-who");
    ui.expect("Sổ chưa ghi nhận kết quả");
    ui.press_all(["Enter", "Enter", "Enter"]);
    ui.expect("hãy nhấn Ctrl Enter lần nữa");
    assert_eq!(status(&office), 2, "a bare Enter handed it over");
    ui.press("Ctrl+Enter");
    ui.expect(&format!("Đã trả kết quả hồ sơ {}", first_code()));
    assert_eq!(status(&office), 10);
    drop(ui);
    office.is_sound();
}

#[test]
fn ctrl_enter_asks_once_where_no_result_is_known() {
    let office = Office::new();
    let mut ui = chosen(&office);
    ui.press("Ctrl+Enter");
    ui.expect("hãy nhấn Ctrl Enter lần nữa");
    assert_eq!(status(&office), 2);
    // The button under the keyboard says it by itself.
    ui.tab_to("give-back-give");
    ui.press("Enter");
    ui.expect("Đã trả kết quả");
    assert_eq!(status(&office), 10);
}

#[test]
fn a_scanned_slip_and_enter_hand_the_result_over() {
    let office = Office::new();
    let mut ui = finished(&office);
    ui.expect_focus("give-back-give");
    ui.press("Enter");
    ui.expect(&format!("Đã trả kết quả hồ sơ {}", first_code()));
    ui.expect_focus("give-back-query");
    assert_eq!(status(&office), 10);
    assert_eq!(dossiers(&office), 1);
    drop(ui);
    office.is_sound();
}

#[test]
fn somebody_else_needs_name_number_and_paper() {
    let office = Office::new();
    let mut ui = finished(&office);
    ui.tab_to("give-back-who");
    ui.press("Right");
    ui.press("Ctrl+Enter");
    ui.expect_focus("give-back-name");
    assert_eq!(number(&office, "SELECT count(*) FROM hand_back"), 0);
    let fields = [
        ("give-back-name", "Nguyễn Văn Cầm"),
        ("give-back-identity", "045085222222"),
        ("give-back-paper", "Giấy ủy quyền 20/11/2026"),
    ];
    for (field, typed) in fields {
        ui.press("Ctrl+Enter");
        ui.expect_focus(field);
        assert_eq!(number(&office, "SELECT count(*) FROM hand_back"), 0, "without {field}");
        ui.enter(typed);
    }
    ui.press("Ctrl+Enter");
    ui.expect("Đã trả kết quả");
    assert_eq!(status(&office), 10);
    assert!(text(&office, "SELECT collector FROM hand_back").contains("Nguyễn Văn Cầm"));
}

#[test]
fn a_finished_dossier_waits_to_be_collected() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, &office);
    open(&mut ui);
    ui.press("Ctrl+r");
    ui.expect(&format!("Hồ sơ {} đã có kết quả", first_code()));
    assert_eq!(status(&office), 9);
    ui.press("F4");
    ui.expect("Kết quả chờ trả");
    ui.enter("ho thi mau");
    ui.expect("Hồ Thị Mẫu");
    ui.press("Enter");
    ui.expect_focus("give-back-give");
    ui.press("Enter");
    ui.expect("Đã trả kết quả");
    ui.expect("Không có kết quả nào chờ trả");
    assert_eq!(status(&office), 10);
}
