//! Unusual terms of a dossier's time, another branch, the explanation, the crowd of a day.

use std::fs;

use super::people::{dossiers, fill, first_code, number, receive, text};
use super::sandbox::Sandbox;
use crate::support::{Office, PROCEDURE};

#[test]
fn time_that_counts_from_elsewhere_moves_the_promise_with_each_key() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    fill(&mut ui);
    assert!(!ui.sees("Vì sao"), "nothing unusual is shown before it is asked for");
    ui.press("Ctrl+t");
    ui.expect_focus("receive-clock-from");
    ui.enter("08:00 25/11/2026");
    // Not promised before it is known why; said once the field is left.
    ui.expect("14:20 thứ Ba 01/12/2026");
    ui.press("Tab");
    ui.expect_focus("receive-clock-reason");
    ui.press("Right");
    ui.expect("08:00 thứ Tư 02/12/2026");
    ui.expect("Tính từ 08:00 thứ Tư 25/11/2026");
    ui.tab_to("receive-second-limit");
    ui.enter("3 ngày làm việc");
    ui.expect("Lần hẹn 2: trong 3 ngày làm việc kể từ ngày nộp chứng từ");
    // What is filled in stays in sight.
    ui.press("Ctrl+t");
    ui.expect("Vì sao");
    ui.press("Ctrl+Enter");
    ui.expect("Mở hồ sơ");
    ui.until("receipt", |_| dossiers(&office) == 1);
    assert_eq!(text(&office, "SELECT clock_reason FROM dossier"), "out_of_area");
    assert_eq!(text(&office, "SELECT second_limit FROM dossier"), "3d");
    assert_eq!(text(&office, "SELECT time_limit FROM dossier"), "5d");
    drop(ui);
    office.is_sound();
}

#[test]
fn by_post_the_hand_over_record_is_suggested() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    fill(&mut ui);
    ui.tab_to("receive-channel");
    ui.press_all(["Right", "Right"]);
    ui.press("Ctrl+t");
    ui.enter("15:00 20/11/2026");
    ui.expect("lúc ký biên bản giao nhận hồ sơ với nhân viên bưu chính");
    ui.expect("15:00 thứ Hai 30/11/2026");
}

#[test]
fn terms_that_cannot_be_are_said_under_their_fields_and_received_by_nobody() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    fill(&mut ui);
    ui.press("Ctrl+t");
    ui.enter("08:00 25/11/2026");
    ui.press("Ctrl+Enter");
    ui.expect("Lý do tính từ thời điểm khác: chưa chọn");
    ui.expect_focus("receive-clock-from");
    ui.press("Ctrl+a");
    ui.enter("08:00 25/12/2025");
    ui.tab_to("receive-clock-reason");
    ui.press("Right");
    ui.press("Ctrl+Enter");
    ui.expect("Thời điểm bắt đầu tính: quá xa trước lúc tiếp nhận");
    ui.expect_focus("receive-clock-from");
    assert_eq!(dossiers(&office), 0);
}

#[test]
fn an_agreed_moment_is_asked_for_by_itself() {
    let office = Office::new();
    let (agreed, sql) = (
        "Không quá 02 ngày làm việc hoặc theo thỏa thuận",
        "UPDATE procedure_version SET limit_text = ?1, limits = ?2 WHERE code = ?3",
    );
    let limits = r#"[{"when":"","limit":"2d"},{"when":"theo thỏa thuận","limit":"agreed"}]"#;
    let _ = office.raw().execute(sql, [agreed, limits, PROCEDURE]).unwrap();
    let mut ui = Sandbox::open(office.path());
    fill(&mut ui);
    ui.expect("14:20 thứ Năm 26/11/2026");
    assert!(!ui.sees("Giờ, ngày đã thỏa thuận"));
    ui.tab_to("receive-branch");
    ui.press("Down");
    ui.expect("Giờ, ngày đã thỏa thuận");
    ui.press("Ctrl+Enter");
    ui.expect_focus("receive-agreed");
    ui.expect("Ngày giờ đã thỏa thuận: thời hạn theo thỏa thuận; hãy nhập");
    ui.enter("22:00 04/12/2026");
    ui.expect("Ngày giờ đã thỏa thuận: trước lúc tiếp nhận hoặc ngoài giờ làm việc");
    ui.press("Ctrl+a");
    ui.enter("10:00 04/12/2026");
    ui.expect("10:00 thứ Sáu 04/12/2026");
    ui.expect("Theo thỏa thuận");
    // Under the other branch the moment means nothing, and waits.
    ui.tab_to("receive-branch");
    ui.press("Up");
    ui.expect("14:20 thứ Năm 26/11/2026");
    ui.press("Down");
    ui.expect("10:00 thứ Sáu 04/12/2026");
    ui.press("Ctrl+Enter");
    ui.expect("Mở hồ sơ");
    ui.until("receipt", |_| dossiers(&office) == 1);
    assert_eq!(text(&office, "SELECT time_limit FROM dossier"), "agreed:2026-12-04T10:00");
}

#[test]
fn terms_outlive_the_window_and_come_back_in_a_correction() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    fill(&mut ui);
    ui.press("Ctrl+t");
    ui.enter("08:00 25/11/2026");
    ui.press("Tab");
    ui.press("Right");
    ui.until("draft", |_| {
        number(&office, "SELECT count(*) FROM draft WHERE content LIKE '%out_of_area%'") == 1
    });
    drop(ui);
    let mut ui = Sandbox::open(office.path());
    ui.press("F2");
    ui.expect_field("receive-clock-from", "08:00 25/11/2026");
    ui.expect("08:00 thứ Tư 02/12/2026");
    ui.press("Ctrl+Enter");
    ui.expect("Mở hồ sơ");
    ui.until("receipt", |_| dossiers(&office) == 1);
    ui.press("F3");
    ui.expect("H50.031-");
    ui.press("Enter");
    ui.expect("Diễn biến");
    ui.press("Ctrl+e");
    ui.expect_field("receive-clock-from", "08:00 25/11/2026");
    ui.expect("08:00 thứ Tư 02/12/2026");
    ui.tab_to("receive-clock-from");
    ui.press("Ctrl+a");
    ui.enter("09:30 25/11/2026");
    ui.expect("09:30 thứ Tư 02/12/2026");
    ui.press("Ctrl+Enter");
    ui.expect_focus("receive-reason");
    ui.expect("Tính thời hạn từ giờ, ngày");
    ui.enter("ghi nhầm giờ");
    ui.press("Enter");
    ui.until("correction", |_| number(&office, "SELECT count(*) FROM correction") == 1);
    drop(ui);
    office.is_sound();
}

/// Opens the dossier that was just received.
fn open(ui: &mut Sandbox) {
    ui.press("F3");
    ui.expect("H50.031-");
    ui.press("Enter");
    ui.expect("Diễn biến");
}

#[test]
fn another_branch_is_chosen_with_a_reason_and_a_new_slip() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    let slip = receive(&mut ui, &office);
    let first = fs::read(&slip).unwrap();
    open(&mut ui);
    ui.press("Ctrl+l");
    ui.expect_focus("dossier-branches");
    ui.expect("5 ngày làm việc (đang tính)");
    // Without a reason nothing changes, and the dialog stays as it was.
    ui.press("Enter");
    ui.expect("Lý do: chưa nhập");
    ui.tab_to("dossier-branch-reason");
    ui.enter("phải xác minh");
    ui.press("Enter");
    ui.expect("nay tính theo thời hạn 25 ngày: 14:20 thứ Sáu 18/12/2026");
    ui.expect("Đổi trường hợp thời hạn");
    ui.until("new slip", |_| fs::read(&slip).is_ok_and(|pdf| pdf != first));
    ui.until("noted print", |_| number(&office, "SELECT count(*) FROM printed_form") == 2);
    assert_eq!(text(&office, "SELECT reason FROM printed_form WHERE copy = 2"), "phải xác minh");
    assert_eq!(text(&office, "SELECT cause FROM past_promise"), "branch");
    drop(ui);
    office.is_sound();
}

#[test]
fn a_limit_of_the_officers_own_can_run_too() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, &office);
    open(&mut ui);
    ui.press("Ctrl+l");
    ui.expect_focus("dossier-branches");
    ui.press("Down");
    ui.expect_field("dossier-branch-limit", "5 ngày làm việc");
    ui.tab_to("dossier-branch-limit");
    ui.enter("2,5 ngày làm việc");
    ui.tab_to("dossier-branch-reason");
    ui.enter("văn bản mới");
    ui.press("Enter");
    ui.expect("nay tính theo thời hạn 2,5 ngày làm việc: 11:30 thứ Sáu 27/11/2026");
    ui.expect("T6 27/11: ½");
    assert_eq!(text(&office, "SELECT time_limit FROM dossier"), "2.5d");
}

#[test]
fn the_explanation_is_read_and_printed() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, &office);
    open(&mut ui);
    ui.press("Ctrl+i");
    ui.expect("thứ Bảy 28/11/2026, Chủ nhật 29/11/2026: không tính (nghỉ hằng tuần)");
    ui.expect("Điều 147");
    let file = office.path().join("slips").join(format!("{}-giai-trinh.pdf", first_code()));
    ui.press("Ctrl+p");
    ui.until("paper", |_| fs::read(&file).is_ok_and(|pdf| pdf.starts_with(b"%PDF")));
    let noted = "SELECT count(*) FROM printed_form WHERE form = 'due_explanation'";
    ui.until("noted print", |_| number(&office, noted) == 1);
    ui.press("Esc");
    ui.expect("In phiếu giải trình cách tính ngày hẹn");
    assert_eq!(
        number(&office, "SELECT count(*) FROM printed_form"),
        2,
        "no slip was printed again"
    );
}

#[test]
fn how_full_a_day_is_stands_beside_its_promise() {
    let office = Office::new();
    for _ in 0..3 {
        let _ = office.run(["receive", "--procedure", PROCEDURE, "--name", "Hồ Thị Thử"]).fine();
    }
    let mut ui = Sandbox::open(office.path());
    fill(&mut ui);
    ui.expect("Ngày này đã hẹn 3 hồ sơ: sáng 0, chiều 3.");
    ui.tab_to("receive-branch");
    ui.press("Down");
    ui.expect("thứ Sáu 18/12/2026");
    assert!(!ui.sees("đã hẹn"), "of another day nothing is known that is not true");
    ui.press("Up");
    ui.expect("Ngày này đã hẹn 3 hồ sơ");
}
