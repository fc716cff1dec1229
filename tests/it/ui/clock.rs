//! One dossier's clock on the screen: stopped, started again, put off, ended.

use super::people::{first_code, number, receive, text};
use super::sandbox::Sandbox;
use crate::support::Office;

/// The dossier that was just received, on the screen.
fn shown(office: &Office) -> Sandbox {
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, office);
    ui.press("F3");
    ui.expect(&first_code());
    ui.press("Enter");
    ui.expect("Diễn biến");
    ui
}

#[test]
fn papers_are_asked_for_and_come_back() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+b");
    ui.expect_focus("clock-first");
    // Nothing was said: the dialog stays, and so does the clock.
    ui.press("Enter");
    ui.expect("Nội dung yêu cầu: chưa nhập");
    ui.expect_focus("clock-first");
    ui.enter("Bản sao căn cước");
    ui.press("Enter");
    ui.expect("Tạm dừng, chờ bổ sung");
    ui.expect("Chờ bổ sung từ");
    assert_eq!(number(&office, "SELECT status FROM dossier"), 5);
    ui.press("Ctrl+Enter");
    ui.expect("Thời hạn giải quyết được tính lại từ đầu từ lúc này");
    ui.press("Enter");
    ui.expect("Nhận đủ bổ sung");
    ui.until("a slip with the new date", |_| {
        number(&office, "SELECT count(*) FROM printed_form WHERE copy = 2") == 1
    });
    assert_eq!(number(&office, "SELECT status FROM dossier"), 2);
    assert_eq!(text(&office, "SELECT reason FROM wait"), "Bản sao căn cước");
    drop(ui);
    office.is_sound();
}

#[test]
fn a_promise_is_put_off_on_the_screen() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+h");
    ui.expect_focus("clock-first");
    ui.enter("10:00 mai");
    ui.press("Enter");
    ui.expect("hãy ghi giờ rồi ngày");
    // What was typed is still there to be mended.
    ui.expect_field("clock-first", "10:00 mai");
    ui.press("Ctrl+a");
    ui.enter("10:00 04/12/2026");
    ui.press("Tab");
    ui.expect_focus("clock-second");
    ui.enter("Chờ xác minh");
    ui.press("Enter");
    ui.expect("hẹn trả 10:00 thứ Sáu 04/12/2026");
    ui.expect("Xin lỗi và hẹn lại");
    assert_eq!(text(&office, "SELECT cause FROM past_promise"), "extension");
    drop(ui);
    office.is_sound();
}

#[test]
fn a_dossier_is_withdrawn_on_the_screen() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+u");
    ui.expect_focus("clock-first");
    ui.press("Esc");
    ui.press("Ctrl+u");
    ui.enter("Không còn nhu cầu");
    ui.press("Enter");
    ui.expect("công dân đã rút");
    ui.expect("Không còn nhu cầu");
    ui.expect("Không còn hẹn trả");
    assert_eq!(number(&office, "SELECT status FROM dossier"), 7);
    drop(ui);
    office.is_sound();
}
