//! The office's own forms: chosen, changed, seen at once, kept from a day on.

use chrono::NaiveDate;
use motcua::domain::form_style::FormKind;
use motcua::store;

use super::people::busy;
use super::sandbox::{SCREEN, Sandbox, counter};

#[test]
fn a_form_is_renamed_from_a_day_on_by_keyboard_alone() {
    let office = busy();
    let mut ui = Sandbox::with(office.path(), counter(), SCREEN);
    ui.press("F10");
    ui.press("Ctrl+m");
    ui.expect("Giấy tiếp nhận hồ sơ và hẹn trả kết quả");
    ui.press("Ctrl+Down");
    ui.expect_focus("forms-title");
    ui.press("Ctrl+a");
    ui.enter("PHIẾU HƯỚNG DẪN HOÀN THIỆN HỒ SƠ");
    ui.expect("chưa ghi");
    // Esc leaves the forms; what was typed is there again.
    ui.press("Esc");
    ui.expect("Quầy này");
    ui.press("Ctrl+m");
    ui.expect("chưa ghi");
    ui.tab_to("forms-from");
    ui.press("Ctrl+a");
    ui.enter("01/01/2027");
    ui.tab_to("forms-number");
    ui.press("Ctrl+a");
    ui.enter("Số: PBS");
    ui.press("Ctrl+Enter");
    ui.expect("đúng một chỗ ghi số");
    ui.press("Ctrl+a");
    ui.enter("Số: {số}/PHD");
    ui.press("Ctrl+Enter");
    ui.expect("Đã ghi mẫu");
    drop(ui);
    let kept = office
        .open()
        .run(|db| store::form_styles(db.view(), FormKind::Supplement))
        .unwrap()
        .unwrap();
    let [(from, style)] = kept.as_slice() else { panic!("{kept:?}") };
    assert_eq!(*from, NaiveDate::from_ymd_opt(2027, 1, 1).unwrap());
    assert_eq!(style.title, "PHIẾU HƯỚNG DẪN HOÀN THIỆN HỒ SƠ");
    assert_eq!(style.numbered(7), "Số: 0007/PHD");
}
