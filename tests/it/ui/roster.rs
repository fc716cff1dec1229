//! The office's officers, added and changed at the counter by keyboard.

use super::people::{number, text};
use super::sandbox::Sandbox;
use crate::support::Office;

fn settings(office: &Office) -> Sandbox {
    let mut ui = Sandbox::open(office.path());
    ui.press("F10");
    ui.expect("Chưa khai báo cán bộ nào");
    ui
}

/// Types an officer and keeps them.
fn add(ui: &mut Sandbox, name: &str, unit: &str, role: usize) {
    ui.tab_to("roster-name");
    ui.press("Ctrl+a");
    ui.enter(name);
    ui.press("Enter");
    ui.expect_focus("roster-unit");
    ui.enter(unit);
    ui.press("Enter");
    ui.expect_focus("roster-role");
    ui.press_all(vec!["Right"; role]);
    ui.press("Ctrl+Enter");
}

#[test]
fn the_first_one_must_head_the_desk() {
    let office = Office::new();
    let mut ui = settings(&office);
    // Whoever sits here is offered as its head.
    ui.expect_field("roster-name", "Cán bộ Mẫu");
    ui.tab_to("roster-role");
    ui.press("Right");
    ui.press("Ctrl+Enter");
    ui.expect("phải có ít nhất một người đang làm việc là phụ trách bộ phận một cửa");
    ui.expect_focus("roster-name");
    assert_eq!(number(&office, "SELECT count(*) FROM officer"), 0);
    // Nothing typed is lost by it.
    ui.expect_field("roster-name", "Cán bộ Mẫu");
    ui.tab_to("roster-role");
    ui.press("Left");
    ui.press("Ctrl+Enter");
    ui.expect("Đã lưu cán bộ Cán bộ Mẫu.");
    ui.expect("1 người đang làm việc");
    assert_eq!(text(&office, "SELECT role FROM officer"), "head");
}

#[test]
fn officers_are_added_and_changed_and_offered_at_the_counter() {
    let office = Office::new();
    let mut ui = settings(&office);
    // What is filled in beforehand is saved as it is shown.
    ui.expect_field("roster-name", "Cán bộ Mẫu");
    ui.press("Ctrl+Enter");
    ui.expect("1 người đang làm việc");
    // From the role of reception it is one step to the specialists.
    add(&mut ui, "Lê Văn An", "Tư pháp – hộ tịch", 1);
    ui.expect("Đã lưu cán bộ Lê Văn An.");
    ui.expect("2 người đang làm việc");
    assert_eq!(text(&office, "SELECT role FROM officer WHERE name = 'Lê Văn An'"), "specialist");
    // The second of the list has left.
    ui.tab_to("roster-list");
    ui.press("Down");
    ui.press("Enter");
    ui.expect_field("roster-name", "Lê Văn An");
    ui.expect_field("roster-unit", "Tư pháp – hộ tịch");
    ui.tab_to("roster-active");
    ui.press("Space");
    ui.press("Ctrl+Enter");
    ui.expect("đã nghỉ");
    assert_eq!(number(&office, "SELECT count(*) FROM officer"), 2);
    assert_eq!(number(&office, "SELECT sum(active) FROM officer"), 1);
    add(&mut ui, "Trần Thị Bình", "", 0);
    ui.expect("Đã lưu cán bộ Trần Thị Bình.");
    // Nobody is there twice, in two spellings: said where the name is typed.
    add(&mut ui, "tran thi binh", "", 0);
    ui.expect("đã có Trần Thị Bình, chỉ khác chữ hoa hoặc dấu");
    ui.expect_focus("roster-name");
    // Whoever is not among those who work here is told at once, and when it is saved.
    ui.tab_to("settings-officer");
    ui.press("Ctrl+a");
    ui.enter("Nguyễn Văn Lạ");
    ui.expect("“Nguyễn Văn Lạ” không có trong danh sách cán bộ đang làm việc: sổ sẽ từ chối");
    ui.press("Ctrl+a");
    ui.enter("trần thị bình");
    ui.press("Esc");
    ui.press("Enter");
    ui.expect("Đã lưu thiết lập.");
    ui.expect_field("settings-officer", "Trần Thị Bình");
    ui.press("Ctrl+a");
    ui.enter("Lê Văn An");
    ui.press("Enter");
    ui.expect("“Lê Văn An” không có trong danh sách");
    // Who sits here is chosen among those who work here.
    ui.tab_to("settings-officer");
    ui.press("Ctrl+a");
    ui.enter("van");
    assert!(!ui.sees("Giữ nguyên như đã gõ"), "who left is not offered");
    ui.press("Ctrl+a");
    ui.enter("binh");
    ui.expect("Giữ nguyên như đã gõ");
    ui.press("Enter");
    ui.expect_field("settings-officer", "Trần Thị Bình");
    ui.expect_focus("settings-counter");
    ui.press("Enter");
    ui.expect("Đã lưu thiết lập.");
    // She receives, and does not change the roster.
    add(&mut ui, "Ai Đó", "", 0);
    ui.expect("Trần Thị Bình được phân công tiếp nhận và trả kết quả");
    ui.expect_field("roster-name", "Ai Đó");
    assert_eq!(number(&office, "SELECT count(*) FROM officer"), 3);
    drop(ui);
    office.is_sound();
}
