//! Quy trình ISO 9001: a dossier passed on from step to step, a process typed at the counter.

use super::people::{first_code, number, open, receive, text};
use super::sandbox::Sandbox;
use crate::support::{Office, PROCEDURE};

/// The steps of the sample process, as they are typed.
pub(super) const STEPS: [&str; 4] = [
    "Tiếp nhận; Quầy số 1; 4",
    "Thẩm tra hồ sơ; Tư pháp - hộ tịch; 28",
    "Trình ký; Lãnh đạo UBND; 8",
    "Trả kết quả; Quầy số 1; không tính thời gian",
];

/// Writes the sample process into an office's book.
pub(super) fn with_process(office: &Office) {
    let words = ["procedures", "set-steps", PROCEDURE, "--name", "QT-HT-07"];
    let more = ["--effective", "2026-01-01"];
    let steps = STEPS.iter().flat_map(|step| ["--step", *step]);
    let _ = office.run(words.into_iter().chain(more).chain(steps)).fine();
}

/// The sample citizen's dossier, received and open.
fn opened(office: &Office) -> Sandbox {
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, office);
    open(&mut ui);
    ui
}

/// Where the dossier stands: 2 received, 4 in progress, 9 finished.
fn status(office: &Office) -> i64 {
    number(office, "SELECT status FROM dossier")
}

#[test]
fn ctrl_enter_passes_a_dossier_on_until_its_result_is_there() {
    let office = Office::new();
    with_process(&office);
    let mut ui = opened(&office);
    for told in
        ["Quy trình ISO 9001", "QT-HT-07 · 5 ngày làm việc", "Chuyển bước tiếp", "đang xử lý"]
    {
        ui.expect(told);
    }
    ui.press("Ctrl+Enter");
    ui.expect_focus("dossier-step-holder");
    ui.expect_field("dossier-step-holder", "Tư pháp - hộ tịch");
    ui.press("Ctrl+a");
    ui.enter("Lê Văn An");
    ui.press("Enter");
    ui.expect(&format!("Hồ sơ {} đã chuyển sang bước Thẩm tra hồ sơ", first_code()));
    ui.expect("Tư pháp - hộ tịch · Lê Văn An");
    ui.expect("Chuyển bước «Thẩm tra hồ sơ»");
    assert_eq!(status(&office), 4);
    ui.press("Ctrl+Enter");
    ui.expect_field("dossier-step-holder", "Lãnh đạo UBND");
    ui.press("Ctrl+Enter");
    ui.expect("đã chuyển sang bước Trình ký");
    ui.press("Ctrl+Enter");
    ui.expect("ghi nhận hồ sơ đã có kết quả");
    ui.press("Enter");
    ui.expect(&format!("Hồ sơ {} đã có kết quả", first_code()));
    assert_eq!(status(&office), 9);
    // Nothing is left but the return: everything stays as it is without a process.
    ui.expect_gone("Chuyển bước tiếp");
    ui.expect("chờ trả");
    ui.press("Ctrl+Enter");
    ui.expect("Chính người nộp");
    drop(ui);
    office.is_sound();
}

#[test]
fn escape_passes_nothing_on_and_ctrl_g_gives_back_meanwhile() {
    let office = Office::new();
    with_process(&office);
    let mut ui = opened(&office);
    ui.press("Ctrl+Enter");
    ui.expect_focus("dossier-step-holder");
    ui.press("Esc");
    ui.expect_gone("Người giữ hồ sơ");
    assert_eq!(number(&office, "SELECT count(*) FROM dossier_step"), 0);
    ui.press("Ctrl+g");
    ui.expect("Chính người nộp");
}

#[test]
fn a_process_is_typed_where_it_is_missed() {
    let office = Office::new();
    let mut ui = opened(&office);
    ui.expect("Chưa có quy trình");
    ui.press("Ctrl+j");
    ui.expect_focus("dossier-process-name");
    ui.enter("QT-HT-07");
    ui.press("Enter");
    ui.expect_focus("dossier-process-steps");
    ui.enter(STEPS[0]);
    ui.press("Enter");
    ui.enter("Thẩm tra hồ sơ; 28");
    ui.press("Ctrl+Enter");
    ui.expect("Dòng 2: có 2 phần");
    assert_eq!(number(&office, "SELECT count(*) FROM process"), 0);
    // What was typed is still there: only the wrong line is typed again.
    ui.press_all(["Backspace"; 4]);
    ui.enter("; Tư pháp - hộ tịch; 28");
    for step in &STEPS[2..] {
        ui.press("Enter");
        ui.enter(step);
    }
    ui.press("Ctrl+Enter");
    ui.expect("Đã ghi quy trình QT-HT-07");
    ui.expect("Chuyển bước tiếp");
    ui.expect_gone("Chưa có quy trình");
    assert_eq!(number(&office, "SELECT count(*) FROM process"), 1);
    assert_eq!(text(&office, "SELECT in_force_from FROM process"), "2026-11-23");
    assert!(text(&office, "SELECT steps FROM process").contains("Trình ký"));
    drop(ui);
    office.is_sound();
}
