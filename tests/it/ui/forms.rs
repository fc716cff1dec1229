//! The office's own forms: chosen, changed, seen at once, kept from a day on.

use chrono::NaiveDate;
use motcua::domain::form_style::FormKind;
use motcua::store;

use super::people::{busy, number};
use super::sandbox::{SCREEN, Sandbox, counter};

#[test]
fn a_form_is_renamed_from_a_day_on_by_keyboard_alone() {
    let office = busy();
    let mut ui = Sandbox::with(office.path(), counter(), SCREEN);
    ui.press("F10");
    ui.press("Ctrl+m");
    ui.expect("Giấy tiếp nhận hồ sơ và hẹn trả kết quả");
    ui.expect_focus("forms-title");
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

#[test]
fn a_decided_form_is_dropped_only_when_asked_twice() {
    let office = busy();
    let mut ui = Sandbox::with(office.path(), counter(), SCREEN);
    ui.press("F10");
    ui.press("Ctrl+m");
    ui.expect_focus("forms-title");
    ui.press("Ctrl+a");
    ui.enter("GIẤY HẸN");
    ui.press("Ctrl+Enter");
    ui.expect("Đã ghi mẫu");
    let kept = || number(&office, "SELECT count(*) FROM form_style");
    ui.press("Ctrl+d");
    ui.expect("đã định riêng từ ngày 23/11/2026? Hãy nhấn Ctrl D lần nữa");
    ui.expect_focus("forms-title");
    assert_eq!(kept(), 1);
    // Esc leaves it there, and the editor open; so does anything else that is done.
    ui.press("Esc");
    ui.expect_gone("Hãy nhấn Ctrl D lần nữa");
    ui.expect("Xem trước");
    ui.press("Ctrl+d");
    ui.press("Ctrl+Down");
    ui.expect_gone("Hãy nhấn Ctrl D lần nữa");
    ui.press("Ctrl+Up");
    ui.press("Ctrl+d");
    ui.expect("Hãy nhấn Ctrl D lần nữa");
    assert_eq!(kept(), 1);
    ui.press("Ctrl+d");
    ui.expect("Đã bỏ mẫu “Giấy tiếp nhận hồ sơ và hẹn trả kết quả” định riêng từ ngày 23/11/2026.");
    assert_eq!(kept(), 0);
    ui.expect_field("forms-title", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ");
    ui.press("Ctrl+d");
    ui.expect("Mẫu này chưa được định riêng từ ngày đang ghi");
    // What is over is not decided anew: said at the field.
    ui.tab_to("forms-from");
    ui.press("Ctrl+a");
    ui.enter("01/01/2026");
    ui.tab_to("forms-footer");
    ui.press("Ctrl+Enter");
    ui.expect_focus("forms-from");
    ui.expect("ngày này đã qua, giấy đã in không đổi mẫu được");
}

#[test]
fn the_editor_is_a_page_of_the_settings() {
    let office = busy();
    let mut ui = Sandbox::with(office.path(), counter(), SCREEN);
    ui.press("F10");
    ui.expect_focus("settings-officer");
    ui.press("Ctrl+m");
    ui.expect("Mẫu giấy tờ");
    ui.expect("Esc quay lại");
    // The search comes and goes; the editor is still there.
    ui.press("Ctrl+k");
    ui.expect_focus("finder-query");
    ui.press("Esc");
    ui.expect("Esc quay lại");
    ui.press("Esc");
    ui.expect("Quầy này");
    ui.expect_focus("settings-officer");
    ui.press("Ctrl+m");
    ui.expect_focus("forms-title");
    // Its key shows the settings from the top.
    ui.press("F10");
    ui.expect("Quầy này");
    ui.expect_focus("settings-officer");
}

/// The first letter of the form's title as it is painted, and what stands above it.
fn first_letter(ui: &mut Sandbox, title: &str) -> Vec<u8> {
    ui.press("Ctrl+a");
    ui.enter(title);
    ui.press("Home");
    let words = ui.survey().words;
    let label = words.iter().find(|(words, _)| words == "Tên mẫu giấy").unwrap().1.snap().unwrap();
    let (size, pixels) = ui.picture();
    // The text begins behind the padding of its field; the cursor is left out.
    let (left, width) = (label.x + 12, 10);
    let rows =
        (label.y..label.y + 60).map(|y| usize::try_from((y * size.width + left) * 4).unwrap());
    rows.flat_map(|from| pixels[from..from + width * 4].to_vec()).collect()
}

#[test]
fn no_mark_of_a_capital_letter_is_cut_off_where_the_text_is_longer_than_its_field() {
    let office = busy();
    let mut ui = Sandbox::with(office.path(), counter(), SCREEN);
    ui.press("F10");
    ui.press("Ctrl+m");
    ui.expect_focus("forms-title");
    let short = first_letter(&mut ui, "ẰẰ");
    let long = first_letter(&mut ui, &"Ằ".repeat(80));
    assert!(short == long, "a long text is cut");
}
