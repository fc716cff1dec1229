//! Everything that is done to a dossier between receipt and return, by the keyboard.

use std::fs;
use std::path::{Path, PathBuf};

use super::people::{at, fill, first_code, number, open, receive, receive_another, text};
use super::process::with_process;
use super::sandbox::{Sandbox, counter};
use crate::desk::prints::pages;
use crate::support::{Office, PROCEDURE, names};

/// The dossier that was just received, on the screen.
fn shown(office: &Office) -> Sandbox {
    let mut ui = Sandbox::open(office.path());
    let _ = receive(&mut ui, office);
    open(&mut ui);
    ui
}

/// Where the dossier stands.
fn status(office: &Office) -> i64 {
    number(office, "SELECT status FROM dossier")
}

/// Waits for a paper whose name ends so.
fn paper(ui: &mut Sandbox, office: &Office, ends: &str) {
    let slips = office.file("slips");
    let wanted = |name: &String| name.ends_with(ends);
    ui.until(ends, |_| {
        let found: Option<PathBuf> =
            names(&slips).into_iter().find(wanted).map(|name| slips.join(name));
        found.is_some_and(|file| fs::read(file).is_ok_and(|pdf| pdf.starts_with(b"%PDF")))
    });
}

/// Whether a paper says so, whatever its lines.
fn has(file: &Path, wanted: &str) -> bool {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    squeezed(&pages(file).concat()).contains(&squeezed(wanted))
}

/// Hands the dossier over to somebody in no division.
fn hand_over(ui: &mut Sandbox, officer: &str) {
    ui.press("Ctrl+y");
    ui.expect_focus("deed-unit");
    ui.press("Enter");
    ui.expect_focus("deed-officer");
    ui.press("Ctrl+a");
    ui.enter(officer);
    ui.press("Enter");
    ui.expect(&format!("đã chuyển giải quyết, {officer}"));
}

/// Does what a key means, for a reason, and waits for what is said then.
fn for_a_reason(ui: &mut Sandbox, key: &str, reason: &str, said: &str) {
    ui.press(key);
    ui.expect_focus("deed-words");
    ui.enter(reason);
    ui.press("Enter");
    ui.expect(said);
}

#[test]
fn papers_are_asked_for_item_by_item_and_come_back() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+b");
    // Of the procedure's own papers one was not brought, but its data is in a database.
    ui.expect_focus("demand-line-0");
    // Nothing was said: the dialog stays, and so does the clock.
    ui.press("Ctrl+Enter");
    ui.expect("Nội dung yêu cầu: chưa nhập");
    ui.expect_focus("demand-line-0");
    ui.enter("Bản sao căn cước");
    ui.expect_gone("Nội dung yêu cầu: chưa nhập");
    ui.press("Enter");
    ui.expect_focus("demand-line-1");
    ui.enter("Tờ khai có chữ ký");
    ui.press_all(["Enter", "Enter"]);
    ui.expect_focus("demand-reason");
    ui.enter("Tờ khai chưa ký");
    ui.press("Enter");
    ui.expect("Tạm dừng, chờ bổ sung");
    ui.expect("Chờ bổ sung từ");
    ui.expect("Phiếu yêu cầu bổ sung số 0001/2026");
    ui.expect("2. Tờ khai có chữ ký");
    paper(&mut ui, &office, "-0001-bo-sung-1-2026.pdf");
    ui.expect("In phiếu yêu cầu bổ sung số 0001/2026");
    assert_eq!(status(&office), 5);
    assert_eq!(text(&office, "SELECT reason FROM wait"), "Bản sao căn cước; Tờ khai có chữ ký");

    ui.press("Ctrl+Enter");
    ui.expect("Thời hạn giải quyết được tính lại từ đầu từ lúc này");
    // A signature is no paper of its own.
    ui.tab_to("deed-came-1");
    ui.press("Space");
    ui.press("Enter");
    ui.expect("Nhận đủ bổ sung");
    ui.until("a slip with the new date", |_| {
        number(&office, "SELECT count(*) FROM printed_form WHERE copy = 2") == 1
    });
    assert_eq!(status(&office), 2);
    ui.expect("8. Bản sao căn cước (1 bản sao)");
    assert!(!ui.sees("9. "), "a signature is among the papers");
    let slip = office.file("slips").join(format!("{}.pdf", first_code()));
    ui.until("the paper on the new slip", |_| has(&slip, "Bản sao căn cước"));

    // The second time it is said beforehand what was asked for the first time.
    ui.press("Ctrl+b");
    ui.expect("đã được yêu cầu bổ sung 1 lần");
    ui.expect("Bản sao căn cước; Tờ khai có chữ ký");
    assert_eq!(number(&office, "SELECT count(*) FROM wait"), 1);
    drop(ui);
    office.is_sound();
}

#[test]
fn papers_that_were_not_brought_are_offered_to_be_ticked() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    fill(&mut ui);
    // No paper is ticked any more.
    ui.press("Ctrl+d");
    ui.expect("0/8 giấy tờ");
    ui.press("Ctrl+Enter");
    ui.expect("Mở hồ sơ");
    open(&mut ui);
    ui.press("Ctrl+b");
    ui.expect_focus("demand-paper-0");
    ui.press("Space");
    ui.press("Down");
    ui.expect_focus("demand-paper-1");
    ui.press("Down");
    ui.pause();
    ui.press("Space");
    // Letters belong to what is asked for besides, wherever the keyboard is.
    ui.pause();
    ui.press("b");
    ui.expect_focus("demand-line-0");
    ui.enter("ản");
    ui.expect_field("demand-line-0", "bản");
    ui.press_all(["Backspace"; 3]);
    // Closed and opened again, everything is as it was.
    ui.press("Esc");
    ui.expect_gone("Lý do");
    ui.press("Ctrl+b");
    ui.tab_to("demand-line-0");
    ui.enter("Bản sao căn cước");
    ui.press("Ctrl+Enter");
    ui.expect("Tạm dừng, chờ bổ sung");
    let asked = text(&office, "SELECT json_extract(content, '$.items') FROM notice");
    let asked: Vec<String> = serde_json::from_str(&asked).unwrap();
    assert_eq!(asked.len(), 3, "{asked:?}");
    assert!(asked[0].starts_with("Tờ khai đăng ký lại khai sinh"), "{asked:?}");
    assert_eq!(asked[2], "Bản sao căn cước");
}

#[test]
fn a_promise_is_put_off_on_the_screen() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+h");
    ui.expect_focus("deed-moment");
    ui.enter("10:00 mai");
    ui.press("Ctrl+Enter");
    ui.expect("hãy ghi giờ rồi ngày");
    // What was typed is still there to be mended.
    ui.expect_field("deed-moment", "10:00 mai");
    ui.expect_focus("deed-moment");
    ui.press("Ctrl+a");
    ui.enter("10:00 04/12/2026");
    ui.press("Enter");
    ui.expect_focus("deed-words");
    ui.enter("Chờ xác minh");
    ui.press("Enter");
    ui.expect("hẹn trả 10:00 thứ Sáu 04/12/2026");
    ui.expect("Xin lỗi và hẹn lại");
    paper(&mut ui, &office, "-0001-xin-loi-1-2026.pdf");
    ui.until("a slip with the new date", |_| {
        number(&office, "SELECT count(*) FROM printed_form WHERE copy = 2") == 1
    });
    assert_eq!(text(&office, "SELECT cause FROM past_promise"), "extension");
    drop(ui);
    office.is_sound();
}

#[test]
fn an_apology_that_comes_too_late_is_told_before_anything_is_filled_in() {
    let office = Office::new();
    let receive = ["receive", "--procedure", PROCEDURE, "--name", "Hồ Thị Thử"];
    at(&office, "2026-11-16T14:20", &receive);
    let mut ui = Sandbox::open(office.path());
    ui.press("F3");
    ui.expect("Hồ Thị Thử");
    ui.press("Enter");
    ui.expect("Diễn biến");
    ui.press("Ctrl+h");
    ui.expect("phải xin lỗi và hẹn lại trước ngày hẹn ít nhất một ngày");
    assert!(!ui.sees("Ngày giờ hẹn mới"), "there is nothing to be filled in");
    ui.press("Ctrl+Enter");
    ui.press("Esc");
    ui.expect_gone("ít nhất một ngày");
    assert_eq!(number(&office, "SELECT count(*) FROM past_promise"), 0);
}

#[test]
fn a_dossier_is_withdrawn_on_the_screen() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+u");
    ui.expect_focus("deed-words");
    ui.press("Esc");
    for_a_reason(&mut ui, "Ctrl+u", "Không còn nhu cầu", "công dân đã rút");
    ui.expect("Không còn nhu cầu");
    ui.expect("Không còn hẹn trả");
    paper(&mut ui, &office, "-0001-dung-1-2026.pdf");
    assert_eq!(status(&office), 7);
    drop(ui);
    office.is_sound();
}

#[test]
fn a_dossier_goes_from_hand_to_hand_and_comes_back() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.expect("Đang ở: bộ phận một cửa");
    assert!(!ui.sees("Nhận lại hồ sơ"), "it lies at the desk");
    ui.press("Ctrl+y");
    ui.expect_focus("deed-unit");
    ui.press("Ctrl+Enter");
    ui.expect("Nơi nhận hồ sơ: chưa ghi");
    ui.expect_focus("deed-unit");
    ui.enter("Tư pháp – hộ tịch");
    ui.press("Enter");
    ui.expect_focus("deed-officer");
    ui.enter("Lê Văn An");
    ui.press("Enter");
    ui.expect("đã chuyển giải quyết, Tư pháp – hộ tịch · Lê Văn An");
    ui.expect("Đang ở: Tư pháp – hộ tịch · Lê Văn An, từ 14:20 hôm nay");
    ui.expect("Chuyển giải quyết: Tư pháp – hộ tịch · Lê Văn An");
    ui.expect("→ Tư pháp – hộ tịch · Lê Văn An");
    assert_eq!(status(&office), 4);

    // Whoever has it is offered, but it is there already.
    ui.press("Ctrl+y");
    ui.expect("Hồ sơ đang ở Tư pháp – hộ tịch · Lê Văn An từ 14:20 23/11");
    ui.expect_field("deed-officer", "Lê Văn An");
    ui.press("Ctrl+Enter");
    ui.expect("đang ở Tư pháp – hộ tịch · Lê Văn An rồi");
    ui.press("Esc");

    ui.press("Ctrl+3");
    ui.expect("Nhận lại về bộ phận một cửa khi chưa có kết quả");
    ui.press("Enter");
    ui.expect("đã nhận lại về bộ phận một cửa");
    ui.expect("Đang ở: bộ phận một cửa");
    ui.expect("2 lần");
    assert_eq!(number(&office, "SELECT count(*) FROM transfer"), 2);

    // Next time it is filled in who had the last one of the field.
    ui.press("Ctrl+y");
    ui.expect_field("deed-unit", "Tư pháp – hộ tịch");
    ui.expect_field("deed-officer", "Lê Văn An");
    drop(ui);
    office.is_sound();
}

#[test]
fn arrows_take_over_who_is_known() {
    let office = Office::new();
    let officers = [("Lê Văn An", "Tư pháp – hộ tịch"), ("Ngô Thị Bé", "Kinh tế – hạ tầng")];
    for (name, unit) in officers {
        let sql = "INSERT INTO officer (name, unit, role, active) VALUES (?1, ?2, 'specialist', 1)";
        let _ = office.raw().execute(sql, [name, unit]).unwrap();
    }
    let head =
        "INSERT INTO officer (name, unit, role, active) VALUES ('Cán bộ Mẫu', '', 'head', 1)";
    let _ = office.raw().execute(head, []).unwrap();
    let mut ui = shown(&office);
    ui.press("Ctrl+y");
    ui.expect_focus("deed-unit");
    ui.expect("Kinh tế – hạ tầng · Ngô Thị Bé");
    ui.enter("tu phap");
    ui.expect_gone("Ngô Thị Bé");
    ui.press("Down");
    ui.expect_field("deed-unit", "Tư pháp – hộ tịch");
    ui.expect_field("deed-officer", "Lê Văn An");
    ui.press("Ctrl+Enter");
    ui.expect("đã chuyển giải quyết, Tư pháp – hộ tịch · Lê Văn An");
}

#[test]
fn a_name_without_marks_is_the_known_one_and_an_unknown_one_is_asked_about() {
    let office = Office::new();
    for (name, unit) in [("Lê Văn An", "Tư pháp – hộ tịch"), ("Cán bộ Mẫu", "")] {
        let role = if unit.is_empty() { "head" } else { "specialist" };
        let sql = "INSERT INTO officer (name, unit, role, active) VALUES (?1, ?2, ?3, 1)";
        let _ = office.raw().execute(sql, [name, unit, role]).unwrap();
    }
    let mut ui = shown(&office);
    ui.press("Ctrl+y");
    ui.enter("tu phap - ho tich");
    ui.press("Enter");
    ui.expect_field("deed-unit", "Tư pháp – hộ tịch");
    ui.expect_focus("deed-officer");
    ui.enter("Ngô Thị Bé");
    ui.press_all(["Enter", "Enter"]);
    ui.expect("Tư pháp – hộ tịch · Ngô Thị Bé chưa có trong danh sách");
    assert_eq!(number(&office, "SELECT count(*) FROM transfer"), 0, "Enter was not asked twice");
    ui.press("Ctrl+a");
    ui.enter("LE VAN AN");
    ui.expect_gone("chưa có trong danh sách");
    ui.press("Enter");
    ui.expect("đã chuyển giải quyết, Tư pháp – hộ tịch · Lê Văn An");
    // Whoever says so again is believed.
    ui.press("Ctrl+y");
    ui.press("Enter");
    ui.press("Ctrl+a");
    ui.enter("Ngô Thị Bé");
    ui.press("Ctrl+Enter");
    ui.expect("chưa có trong danh sách");
    ui.press("Ctrl+Enter");
    ui.expect("đã chuyển giải quyết, Tư pháp – hộ tịch · Ngô Thị Bé");
    drop(ui);
    office.is_sound();
}

#[test]
fn a_result_is_signed_and_the_signer_remembered() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+s");
    ui.expect_focus("deed-number");
    ui.expect_field("deed-date", "23/11/2026");
    ui.press("Ctrl+Enter");
    ui.expect("Số văn bản kết quả: chưa nhập");
    ui.expect("Người ký kết quả: chưa nhập");
    ui.expect_focus("deed-number");
    ui.enter("15/2026/GKS");
    ui.press("Enter");
    ui.expect_focus("deed-date");
    ui.press("Enter");
    ui.expect_focus("deed-signer");
    ui.enter("Hoàng Văn Ký");
    ui.press("Enter");
    ui.expect("đã ghi kết quả đã ký");
    ui.expect("Số 15/2026/GKS ngày 23/11/2026, người ký Hoàng Văn Ký");
    ui.expect("Kết quả đã ký: số 15/2026/GKS");
    assert_eq!(status(&office), 2, "finished only when the paper is at the desk");
    assert!(!ui.sees("Ghi kết quả đã ký…"), "it is noted");

    receive_another(&mut ui);
    ui.press("Ctrl+s");
    ui.expect_field("deed-signer", "Hoàng Văn Ký");
    drop(ui);
    office.is_sound();
}

#[test]
fn a_dossier_is_refused_with_its_notice() {
    let office = Office::new();
    let mut ui = shown(&office);
    // The law knows no refusal before it was handled.
    ui.press("Ctrl+x");
    assert!(!ui.sees("Từ chối giải quyết"));
    hand_over(&mut ui, "Lê Văn An");
    ui.press("Ctrl+x");
    ui.expect_focus("deed-words");
    ui.press("Enter");
    ui.expect("Lý do: chưa nhập");
    ui.enter("Không đủ điều kiện theo quy định");
    ui.press("Enter");
    ui.expect("đã từ chối giải quyết");
    ui.expect("Phiếu từ chối số 0001/2026");
    paper(&mut ui, &office, "-0001-tu-choi-1-2026.pdf");
    assert_eq!(status(&office), 3);
    drop(ui);
    office.is_sound();
}

#[test]
fn a_dossier_is_stopped_with_its_notice() {
    let office = Office::new();
    let mut ui = shown(&office);
    hand_over(&mut ui, "Lê Văn An");
    for_a_reason(&mut ui, "Ctrl+d", "Không bổ sung đúng hạn", "đã dừng giải quyết");
    paper(&mut ui, &office, "-0001-dung-1-2026.pdf");
    assert_eq!(status(&office), 8);
    drop(ui);
    office.is_sound();
}

#[test]
fn a_number_is_voided_big_and_clear() {
    let office = Office::new();
    let mut ui = shown(&office);
    for_a_reason(&mut ui, "Ctrl+w", "Tiếp nhận trùng hồ sơ", "đã hủy số");
    ui.expect("ĐÃ HỦY SỐ: Tiếp nhận trùng hồ sơ");
    ui.expect("Số hồ sơ này không còn giá trị");
    assert!(!ui.sees("Chuyển giải quyết…"), "nothing is done with it");
    drop(ui);
    office.is_sound();
}

#[test]
fn a_wrong_step_is_undone_for_a_reason() {
    let office = Office::new();
    let mut ui = shown(&office);
    assert!(!ui.sees("Hoàn tác"), "nothing was done yet");
    ui.press("Ctrl+b");
    ui.enter("Bản sao căn cước");
    ui.press("Ctrl+Enter");
    ui.expect("Tạm dừng, chờ bổ sung");
    ui.press("Ctrl+z");
    ui.expect(
        "Sẽ hoàn tác bước \"yêu cầu bổ sung\" do Cán bộ Mẫu làm lúc 14:20 thứ Hai 23/11/2026",
    );
    ui.expect_focus("deed-words");
    ui.press("Enter");
    ui.expect("Lý do: chưa nhập");
    ui.enter("Bấm nhầm hồ sơ");
    ui.press("Enter");
    ui.expect("đã hoàn tác bước \"yêu cầu bổ sung\"");
    ui.expect("Hoàn tác \"yêu cầu bổ sung\" (14:20 23/11, Cán bộ Mẫu)");
    ui.expect("Bấm nhầm hồ sơ");
    ui.expect("Yêu cầu bổ sung (đã hoàn tác)");
    ui.expect("đã hoàn tác, không còn giá trị");
    assert_eq!(status(&office), 2);
    // The promise is back as it was: the slip at home tells of it.
    assert_eq!(number(&office, "SELECT count(*) FROM printed_form WHERE copy = 2"), 0);
    drop(ui);
    office.is_sound();
}

#[test]
fn undoing_another_promise_prints_the_slip_again() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+h");
    ui.enter("10:00 04/12/2026");
    ui.press("Enter");
    ui.enter("Chờ xác minh");
    ui.press("Enter");
    ui.until("a slip with the new date", |_| {
        number(&office, "SELECT count(*) FROM printed_form WHERE copy = 2") == 1
    });
    for_a_reason(&mut ui, "Ctrl+z", "Hẹn nhầm", "đã hoàn tác bước \"xin lỗi và hẹn lại\"");
    ui.until("a slip with the old date", |_| {
        number(&office, "SELECT count(*) FROM printed_form WHERE copy = 3") == 1
    });
    let why = "SELECT reason FROM printed_form WHERE copy = 3";
    assert_eq!(text(&office, why), "hoàn tác bước làm nhầm");
}

#[test]
fn a_folder_lies_in_a_tray() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+a");
    ui.expect_focus("deed-tray");
    ui.enter("ô số 7");
    ui.press("Enter");
    ui.expect("Mã khay:");
    ui.press("Ctrl+a");
    ui.enter("b2");
    ui.press("Enter");
    ui.expect("đã xếp vào khay B2");
    ui.expect("Đang ở: bộ phận một cửa · khay B2");
    ui.press("Ctrl+a");
    ui.expect_field("deed-tray", "B2");
    ui.press_all(["Ctrl+a", "Backspace", "Enter"]);
    ui.expect("đã lấy ra khỏi khay");
    ui.expect_gone("· khay B2");
    drop(ui);
    office.is_sound();
}

#[test]
fn the_main_act_is_the_next_towards_a_result() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+Enter");
    ui.expect_focus("deed-unit");
    ui.press("Esc");
    hand_over(&mut ui, "Lê Văn An");
    ui.press("Ctrl+Enter");
    ui.expect_focus("deed-number");
    ui.press("Esc");
    // Handing a result over stays within reach.
    ui.press("Ctrl+g");
    ui.expect("Chính người nộp");
    open(&mut ui);
    ui.press("Ctrl+s");
    ui.enter("15/2026/GKS");
    ui.tab_to("deed-signer");
    ui.enter("Hoàng Văn Ký");
    ui.press("Enter");
    ui.expect("đã ghi kết quả đã ký");
    // Signed, it comes to the desk first, and only then is it handed over.
    ui.press("Ctrl+Enter");
    ui.expect("đã có kết quả");
    assert_eq!(status(&office), 9);
    ui.press("Ctrl+Enter");
    ui.expect("Chính người nộp");
    assert_eq!(status(&office), 9, "nothing was handed over yet");
}

#[test]
fn another_division_does_not_take_the_officer_of_the_one_filled_in() {
    let office = Office::new();
    let mut ui = shown(&office);
    hand_over(&mut ui, "Lê Văn An");
    receive_another(&mut ui);
    ui.press("Ctrl+y");
    ui.expect_field("deed-officer", "Lê Văn An");
    ui.expect_focus("deed-unit");
    ui.press("Ctrl+a");
    ui.enter("Công an xã");
    ui.expect_field("deed-officer", "");
}

#[test]
fn the_keyboard_reaches_what_does_not_fit_the_screen() {
    let office = Office::new();
    let mut ui = Sandbox::with(office.path(), counter(), iced::Size::new(1024.0, 480.0));
    let _ = receive(&mut ui, &office);
    open(&mut ui);
    assert_eq!(ui.survey().scroll_of("dossier").to_bits(), 0);
    ui.press("Down");
    let line = ui.survey().scroll_of("dossier");
    ui.press("PageDown");
    let page = ui.survey().scroll_of("dossier");
    assert!(0.0 < line && line < 100.0 && page > line + 100.0, "{line} {page}");
    ui.press("End");
    let end = ui.survey().scroll_of("dossier");
    assert!(end >= page);
    ui.press("Up");
    assert!(ui.survey().scroll_of("dossier") < end);
    ui.press("Home");
    assert_eq!(ui.survey().scroll_of("dossier").to_bits(), 0);
    // Tab goes through the acts and brings each of them into sight; Enter does it.
    ui.press("Tab");
    ui.expect_focus("dossier-act-0");
    ui.press("Shift+Tab");
    assert!(ui.survey().scroll_of("dossier-acts") > 0.0, "the last act is out of sight");
    ui.press("Tab");
    ui.press("Enter");
    ui.expect_focus("deed-unit");
}

#[test]
fn rarer_things_stand_in_a_list_of_their_own() {
    let office = Office::new();
    let mut ui = shown(&office);
    assert!(!ui.sees("Công dân rút hồ sơ"), "it is rare");
    ui.press("Ctrl+o");
    ui.expect("Việc khác");
    for told in ["Công dân rút hồ sơ…", "Hủy số hồ sơ…", "Xếp khay…", "Cách tính ngày hẹn"]
    {
        ui.expect(told);
    }
    // It can be chosen by arrows, or by its own key; what comes first does no harm.
    ui.press("Enter");
    ui.expect_focus("deed-tray");
    ui.press("Esc");
    ui.press("Ctrl+o");
    ui.press_all(["Down"; 9]);
    ui.press("Enter");
    ui.expect("Số vẫn nằm trong sổ theo dõi");
    ui.expect_focus("deed-words");
    ui.press("Esc");
    ui.press("Ctrl+o");
    ui.press("Ctrl+u");
    ui.expect("Công dân rút hồ sơ khi chưa có kết quả");
    ui.press("Esc");
    ui.expect("Đang ở: bộ phận một cửa");
}

#[test]
fn what_was_typed_is_there_again_whatever_was_closed() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+u");
    ui.enter("Không còn nhu cầu");
    ui.press("Esc");
    ui.press("Ctrl+w");
    ui.expect_field("deed-words", "");
    ui.enter("Tiếp nhận trùng");
    ui.press("Esc");
    ui.press("Ctrl+p");
    ui.expect_field("dossier-reason", "in lại theo yêu cầu");
    ui.press("Ctrl+a");
    ui.enter("công dân làm mất");
    ui.press("Esc");
    ui.press("Ctrl+l");
    ui.tab_to("dossier-branch-reason");
    ui.enter("phải xác minh");
    // The dossier itself is left and opened again.
    ui.press("F1");
    open(&mut ui);
    ui.press("Ctrl+u");
    ui.expect_field("deed-words", "Không còn nhu cầu");
    ui.press("Esc");
    ui.press("Ctrl+w");
    ui.expect_field("deed-words", "Tiếp nhận trùng");
    ui.press("Esc");
    ui.press("Ctrl+p");
    ui.expect_field("dossier-reason", "công dân làm mất");
    ui.press("Esc");
    ui.press("Ctrl+l");
    ui.expect_field("dossier-branch-reason", "phải xác minh");
}

#[test]
fn what_is_refused_stands_at_its_field() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+p");
    ui.press("Ctrl+a");
    ui.press("Backspace");
    ui.press("Enter");
    ui.expect("chưa nhập");
    ui.expect_field("dossier-reason", "");
    ui.enter(&"x".repeat(130));
    ui.press("Enter");
    ui.expect("dài quá 120 ký tự");
    assert_eq!(number(&office, "SELECT count(*) FROM printed_form"), 1);
    ui.press("Esc");
    ui.press("Ctrl+l");
    ui.tab_to("dossier-branch-reason");
    ui.press("Enter");
    ui.expect("Lý do: chưa nhập");
    ui.expect_focus("dossier-branch-reason");
    let seen = ui.survey();
    let (_, said) = seen.words.iter().find(|(text, _)| text.contains("Lý do:")).unwrap();
    let (_, label) = seen.words.iter().find(|(text, _)| text == "Lý do").unwrap();
    assert!((said.x - label.x).abs() < 1.0 && (20.0..90.0).contains(&(said.y - label.y)));
}

#[test]
fn a_dossier_in_hands_tells_its_step_and_what_comes_next() {
    let office = Office::new();
    with_process(&office);
    let mut ui = shown(&office);
    ui.press("Ctrl+y");
    ui.expect_field("deed-unit", "Tư pháp - hộ tịch");
    ui.press("Enter");
    ui.enter("Lê Văn An");
    ui.press("Enter");
    ui.expect("đã chuyển giải quyết, Tư pháp - hộ tịch · Lê Văn An");
    ui.expect("Đang ở: Tư pháp - hộ tịch · Lê Văn An, từ 14:20 hôm nay · hạn bước");
    ui.expect("tiếp theo: Trình ký");
    ui.expect("trước hạn");
    drop(ui);
    office.is_sound();
}

#[test]
fn papers_of_a_dossier_are_printed_from_its_column() {
    let office = Office::new();
    let mut ui = shown(&office);
    hand_over(&mut ui, "Lê Văn An");
    ui.press("Ctrl+q");
    paper(&mut ui, &office, "-0001-kiem-soat.pdf");
    ui.expect("In phiếu kiểm soát");
    ui.press("Ctrl+b");
    ui.enter("Bản sao căn cước");
    ui.press("Ctrl+Enter");
    paper(&mut ui, &office, "-0001-bo-sung-1-2026.pdf");
    ui.expect("In phiếu yêu cầu bổ sung số 0001/2026");
    ui.press("Ctrl+f");
    ui.expect("In lại phiếu yêu cầu bổ sung số 0001/2026, lần 1");
    drop(ui);
    office.is_sound();
}

#[test]
fn who_may_not_do_it_is_not_offered_it() {
    let office = Office::new();
    let mut ui = shown(&office);
    drop(ui);
    for (name, role) in [("Trần Thị Bình", "head"), ("Cán bộ Mẫu", "specialist")] {
        let sql = "INSERT INTO officer (name, unit, role, active) VALUES (?1, 'Tư pháp', ?2, 1)";
        let _ = office.raw().execute(sql, [name, role]).unwrap();
    }
    ui = Sandbox::open(office.path());
    open(&mut ui);
    ui.expect("Yêu cầu bổ sung…");
    ui.expect("Ghi kết quả đã ký…");
    for refused in ["Xin lỗi, hẹn lại…", "Sửa thông tin…", "Trả kết quả…"] {
        assert!(!ui.sees(refused), "a specialist is offered {refused}");
    }
    ui.press("Ctrl+w");
    assert!(!ui.sees("Lý do"), "a specialist voids no numbers");
}

#[test]
fn a_folder_that_ended_elsewhere_comes_back_for_its_applicant() {
    let office = Office::new();
    let mut ui = shown(&office);
    hand_over(&mut ui, "Lê Văn An");
    for_a_reason(&mut ui, "Ctrl+u", "Không còn nhu cầu", "công dân đã rút");
    ui.expect("Hồ sơ giấy đang ở Lê Văn An; hãy nhận lại để trả giấy tờ cho người nộp");
    ui.expect("Hồ sơ giấy còn ở: Lê Văn An, từ 14:20 hôm nay");
    ui.press("Ctrl+3");
    ui.expect("Hồ sơ đã kết thúc, hồ sơ giấy còn ở Lê Văn An");
    ui.press("Enter");
    ui.expect("đã nhận lại về bộ phận một cửa");
    ui.expect_gone("Hồ sơ giấy còn ở");
    assert_eq!(status(&office), 7);
    drop(ui);
    office.is_sound();
}

#[test]
fn nothing_ends_without_its_result_once_that_is_signed() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+s");
    ui.enter("15/2026/GKS");
    ui.tab_to("deed-signer");
    ui.enter("Hoàng Văn Ký");
    ui.press("Enter");
    ui.expect("đã ghi kết quả đã ký");
    assert!(!ui.sees("Yêu cầu bổ sung…"), "it is too late to ask for more");
    ui.press("Ctrl+o");
    ui.expect("Việc khác");
    assert!(!ui.sees("Công dân rút hồ sơ…") && !ui.sees("Hủy số hồ sơ…"));
}

#[test]
fn a_scan_over_a_dialog_leaves_no_keys_in_it() {
    let office = Office::new();
    let mut ui = shown(&office);
    ui.press("Ctrl+u");
    ui.enter("Không còn");
    ui.pause();
    ui.scan(&first_code());
    ui.expect("Diễn biến");
    ui.press("Ctrl+u");
    ui.expect_field("deed-words", "Không còn");
    ui.press("Esc");
    // A tray's label is what the dialog of trays waits for.
    ui.press("Ctrl+a");
    ui.pause();
    ui.scan("KHAY-C3");
    ui.expect("đã xếp vào khay C3");
    assert_eq!(text(&office, "SELECT tray FROM dossier"), "C3");
}
