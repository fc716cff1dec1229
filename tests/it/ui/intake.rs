//! Tiếp nhận: from a citizen to a slip, by the keyboard alone.

use std::fs;

use super::people::{dossiers, fill, first_code, number, receive};
use super::sandbox::Sandbox;
use crate::support::{CARD, Office, PROCEDURE};

#[test]
fn a_procedure_is_found_without_marks_and_received_with_its_papers() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    ui.press("F2");
    ui.scan(CARD);
    ui.expect_focus("receive-query");
    ui.enter("lai khai sinh");
    ui.expect("Đăng ký lại khai sinh");
    ui.expect_field("receive-query", "lai khai sinh");
    ui.press("Enter");
    ui.expect_focus("receive-papers");
    ui.expect(PROCEDURE);
    ui.expect_field("receive-query", "lai khai sinh");
    ui.expect("0/8 giấy tờ");
    ui.press("a");
    // All but the one that is looked up in a database.
    ui.expect("7/8 giấy tờ");
    ui.press("Ctrl+Enter");
    ui.expect(&format!("{} · Hồ Thị Mẫu", first_code()));
    ui.expect("14:20 thứ Ba 01/12/2026");
    ui.expect_field("receive-name", "");
    ui.expect_field("receive-identity", "");
    ui.expect_focus("receive-identity");
    let slip = office.path().join("slips").join(format!("{}.pdf", first_code()));
    ui.until("slip", |_| fs::read(&slip).is_ok_and(|pdf| pdf.starts_with(b"%PDF")));
    ui.until("noted print", |_| number(&office, "SELECT count(*) FROM printed_form") == 1);
    assert_eq!(dossiers(&office), 1);
    drop(ui);
    office.is_sound();
}

#[test]
fn what_is_typed_to_find_a_procedure_is_never_rewritten() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    ui.press("F2");
    ui.tab_to("receive-query");
    for typed in ["Đăng ký", "DKLKS", "1.004884", "zzz không có"] {
        ui.enter(typed);
        ui.expect_field("receive-query", typed);
        ui.press_all(["Down", "Down", "Up"]);
        ui.expect_field("receive-query", typed);
        ui.press("Ctrl+a");
        ui.press("Backspace");
    }
}

#[test]
fn who_was_here_before_is_offered_and_warned_of() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, &office);
    ui.scan(CARD);
    ui.expect("Đã nộp 1 hồ sơ");
    ui.expect_field("receive-phone", "");
    ui.press("Ctrl+l");
    ui.expect_field("receive-phone", "0900000000");
    ui.tab_to("receive-query");
    ui.enter("lai khai sinh");
    ui.press("Enter");
    ui.expect(&format!("Người này còn hồ sơ {} cùng thủ tục", first_code()));
    assert_eq!(dossiers(&office), 1, "told before anything is received");
}

#[test]
fn another_branch_of_the_limit_is_another_promise() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    fill(&mut ui);
    ui.expect("14:20 thứ Ba 01/12/2026");
    ui.tab_to("receive-branch");
    ui.press("Down");
    ui.expect("thứ Sáu 18/12/2026");
    ui.press("Ctrl+Enter");
    ui.expect("Mở hồ sơ");
    ui.expect("18/12/2026");
    ui.until("receipt", |_| dossiers(&office) == 1);
}

#[test]
fn keys_change_the_procedure_mark_it_and_go_from_form_to_form() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    fill(&mut ui);
    ui.press("Ctrl+b");
    ui.expect("Bỏ dấu hay dùng");
    ui.press("Ctrl+g");
    ui.expect_focus("receive-query");
    assert!(!ui.sees("Đổi thủ tục"), "no procedure is chosen any more");
    ui.press("Ctrl+n");
    ui.expect_field("receive-name", "");
    ui.press("Ctrl+PageUp");
    ui.expect_field("receive-name", "Hồ Thị Mẫu");
    ui.press("Ctrl+PageDown");
    ui.expect_field("receive-name", "");
}

#[test]
fn a_second_ctrl_enter_receives_nothing_twice() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    fill(&mut ui);
    ui.press_at_once(&["Ctrl+Enter", "Ctrl+Enter"]);
    ui.expect("Mở hồ sơ");
    ui.press("Ctrl+Enter");
    ui.expect("mục nữa cần sửa");
    assert_eq!(dossiers(&office), 1);
}

#[test]
fn a_wrong_number_is_said_under_its_field_and_received_by_nobody() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    ui.press("F2");
    ui.expect_focus("receive-identity");
    ui.enter("04518800");
    assert!(!ui.sees("Số định danh cá nhân:"), "complained of while it is being typed");
    ui.press("Tab");
    ui.expect("Số định danh cá nhân:");
    let seen = ui.survey();
    let (_, said) = seen.words.iter().find(|(text, _)| text.contains("cá nhân:")).unwrap();
    let (_, label) = seen.words.iter().find(|(text, _)| text == "Số định danh cá nhân").unwrap();
    assert!(said.x == label.x && (20.0..90.0).contains(&(said.y - label.y)), "not under it");
    ui.tab_to("receive-query");
    ui.press("Ctrl+Enter");
    ui.expect_focus("receive-identity");
    ui.expect("mục nữa cần sửa");
    assert_eq!(dossiers(&office), 0);
}

#[test]
fn what_was_typed_outlives_the_window() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    ui.press("F2");
    ui.tab_to("receive-name");
    ui.enter("Đặng Văn Ví Dụ");
    ui.until("draft", |_| {
        number(&office, "SELECT count(*) FROM draft WHERE content LIKE '%Đặng Văn Ví Dụ%'") == 1
    });
    drop(ui);
    let mut ui = Sandbox::open(office.path());
    ui.expect("Đang nhập dở một phiếu của Đặng Văn Ví Dụ");
    ui.press("F2");
    ui.expect_field("receive-name", "Đặng Văn Ví Dụ");
}

#[test]
fn a_received_form_leaves_no_draft() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, &office);
    assert_eq!(number(&office, "SELECT count(*) FROM draft"), 0);
}

#[test]
fn another_dossier_of_the_same_person_needs_no_typing() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, &office);
    ui.press("Ctrl+m");
    ui.expect_field("receive-name", "Hồ Thị Mẫu");
    ui.expect_focus("receive-query");
    ui.expect("Đã nộp 1 hồ sơ");
}

#[test]
fn the_next_citizen_is_typed_in_without_losing_the_keyboard() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, &office);
    ui.expect_focus("receive-identity");
    // What was said of the last citizen goes with the first digit.
    for digit in ["0", "4", "5"] {
        ui.enter(digit);
    }
    ui.expect_field("receive-identity", "045");
    ui.expect_focus("receive-identity");
}
