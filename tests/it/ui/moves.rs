//! Luân chuyển: who has what, and folders that change hands by scanning.

use motcua::counter::Counter;
use motcua::desk::roster::set_officer;
use motcua::domain::officer::{Officer, Role};

use super::folders::{code, code_by_post, code_signed, moving};
use super::people::{number, text};
use super::sandbox::{SCREEN, Sandbox};
use crate::support::{Office, names, now};

fn opened(office: &Office, section: &str) -> Sandbox {
    let mut ui = Sandbox::open(office.path());
    ui.press("F5");
    ui.expect("Hồ sơ đang ở đâu");
    if section != "Ctrl+1" {
        ui.press(section);
    }
    ui.pause();
    ui
}

/// How many folders are on lists of a kind.
fn on_lists(office: &Office, kind: &str) -> i64 {
    let lines = "SELECT count(*) FROM handover_line JOIN handover ON handover.id = handover_id";
    number(office, &format!("{lines} WHERE kind = '{kind}'"))
}

/// Who has a dossier: division and officer.
fn holder(office: &Office, code: &str) -> String {
    let sql =
        format!("SELECT holder_unit || '|' || holder_name FROM dossier WHERE code = '{code}'");
    text(office, &sql)
}

fn tray(office: &Office, code: &str) -> String {
    text(office, &format!("SELECT tray FROM dossier WHERE code = '{code}'"))
}

fn status(office: &Office, code: &str) -> i64 {
    number(office, &format!("SELECT status FROM dossier WHERE code = '{code}'"))
}

#[test]
fn the_board_tells_who_has_what_and_opens_it() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+1");
    for told in ["Bộ phận một cửa", "Tư pháp – hộ tịch", "Địa chính – xây dựng", "1 quá hạn"]
    {
        ui.expect(told);
    }
    // The desk first, then by name.
    ui.press("Down");
    ui.press("Down");
    ui.press("Down");
    ui.press("Enter");
    ui.expect("Hồ sơ ở Tư pháp – hộ tịch · Lê Văn An");
    // What is due first stands first.
    ui.expect(&code(13, 1));
    ui.press("Enter");
    ui.expect(&format!("Hồ sơ {}", code(13, 1)));
    ui.press("Esc");
    ui.expect("Hồ sơ ở Tư pháp – hộ tịch");
    ui.press("Esc");
    ui.expect("Hồ sơ đang ở đâu");
}

#[test]
fn what_was_not_taken_back_is_a_line_in_the_morning_that_leads_there() {
    let office = moving();
    let mut ui = Sandbox::open(office.path());
    // Two are late and one is due today; what lies with a division in its time is no question.
    ui.expect("3 hồ sơ bàn giao từ hôm trước đã đến hạn trả");
    ui.press("Ctrl+l");
    ui.expect("Cần nhận lại");
    ui.expect("10 ngày trước");
    assert!(!ui.sees(&code(20, 2)), "what is due later is not to be fetched");
    let seen = ui.survey();
    let place = |wanted: &str| seen.words.iter().position(|(text, _)| text == wanted);
    assert!(place(&code(13, 1)).is_some() && place(&code(13, 1)) < place(&code(16, 4)));
    // Everything that is away is one key further, the longest away first.
    ui.press("Ctrl+l");
    ui.expect(&code(20, 2));
    assert!(!ui.sees(&code(23, 5)), "what was handed over today is no question yet");
    let seen = ui.survey();
    let place = |wanted: &str| seen.words.iter().position(|(text, _)| text == wanted);
    assert!(place(&code(13, 1)) < place(&code(16, 4)) && place(&code(16, 4)) < place(&code(20, 2)));
    ui.press("Enter");
    ui.expect(&format!("Hồ sơ {}", code(13, 1)));
    ui.press("Esc");
    ui.press("Ctrl+l");
    ui.expect("Hồ sơ đang ở đâu");
}

#[test]
fn an_office_without_anything_away_has_no_such_line() {
    let mut ui = Sandbox::open(Office::new().path());
    ui.expect("Cần xử lý theo hạn");
    assert!(!ui.sees("chưa nhận lại"));
}

#[test]
fn two_folders_are_handed_over_by_scanning_and_wrong_scans_say_why() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+2");
    ui.expect_focus("moves-unit");
    ui.enter("tu phap le");
    ui.expect("Tư pháp – hộ tịch · Lê Văn An");
    ui.press("Enter");
    ui.expect_field("moves-unit", "Tư pháp – hộ tịch");
    ui.expect_field("moves-officer", "Lê Văn An");
    ui.expect_focus("moves-code");
    ui.scan(&code(23, 1));
    ui.expect("Hồ Thị Hương");
    // Twice, unknown, waiting, there already, ended elsewhere: none of them is on the list.
    for (scanned, why) in [
        (code(23, 1), "đã có trong danh sách này"),
        ("H50.031-261123-0099".to_owned(), "Không có hồ sơ nào mang mã này"),
        (code(23, 3), "Yêu cầu bổ sung giấy tờ"),
        (code(13, 1), "đang ở Tư pháp – hộ tịch · Lê Văn An rồi"),
        ("KHAY-A1".to_owned(), "Đây là nhãn khay"),
        ("EA123456789VN".to_owned(), "Đây là mã bưu gửi"),
    ] {
        ui.scan(&scanned);
        ui.expect(why);
    }
    ui.expect("1 hồ sơ trong danh sách");
    // Typed by hand as well.
    ui.pause();
    ui.enter(&code(23, 2).to_lowercase());
    ui.pause();
    ui.press("Enter");
    ui.expect("Đinh Văn Sáu");
    ui.expect_field("moves-code", "Quét nhãn từng hồ sơ, hoặc gõ mã rồi Enter");
    ui.press("Esc");
    ui.expect_gone("Quét sai");
    ui.press("Ctrl+Enter");
    ui.expect("Bàn giao số 1/2026: 2 hồ sơ, Tư pháp – hộ tịch · Lê Văn An.");
    ui.expect("0 hồ sơ trong danh sách");
    assert_eq!(on_lists(&office, "out"), 2);
    for number in 1..=2 {
        assert_eq!(holder(&office, &code(23, number)), "Tư pháp – hộ tịch|Lê Văn An");
        assert_eq!(status(&office, &code(23, number)), 4);
    }
    // The same division is there for the next list, also when the program is opened again.
    ui.expect_field("moves-unit", "Tư pháp – hộ tịch");
    drop(ui);
    office.is_sound();
    let kept = Counter::load(&office.file("counter.json"));
    let mut ui = Sandbox::with(office.path(), kept, SCREEN);
    ui.press("F5");
    ui.press("Ctrl+2");
    ui.expect_field("moves-unit", "Tư pháp – hộ tịch");
    ui.expect_focus("moves-code");
}

#[test]
fn a_name_without_marks_is_taken_as_it_is_known() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+2");
    ui.expect_focus("moves-unit");
    ui.enter("TU PHAP HO TICH");
    // What is offered is put aside: the typed name alone is to do.
    ui.press("Tab");
    ui.tab_to("moves-code");
    ui.pause();
    ui.scan(&code(23, 1));
    ui.expect("Hồ Thị Hương");
    ui.press("Ctrl+Enter");
    ui.expect("Bàn giao số 1/2026: 1 hồ sơ, Tư pháp – hộ tịch.");
    assert_eq!(holder(&office, &code(23, 1)), "Tư pháp – hộ tịch|");
}

#[test]
fn a_scanner_works_wherever_the_cursor_is() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+2");
    ui.enter("Một bộ phận mới");
    for (field, typed) in
        [("moves-unit", "Một bộ phận mới"), ("moves-note", "gấp"), ("moves-officer", "Ai đó")]
    {
        ui.tab_to(field);
        if field != "moves-unit" {
            ui.enter(typed);
        }
        ui.pause();
        let which = ["moves-unit", "moves-note", "moves-officer"];
        let index = which.iter().position(|one| *one == field).unwrap();
        let scanned = [code(23, 1), code(23, 2), code(23, 4)][index].clone();
        ui.scan(&scanned);
        ui.expect(&scanned);
        ui.expect_field(field, typed);
    }
    ui.expect("3 hồ sơ trong danh sách");
    ui.press("Ctrl+Enter");
    ui.expect("Một bộ phận mới · Ai đó chưa có trong danh sách");
    ui.press("Ctrl+Enter");
    ui.expect("Bàn giao số 1/2026: 3 hồ sơ, Một bộ phận mới · Ai đó.");
    assert_eq!(text(&office, "SELECT note FROM handover"), "gấp");
}

#[test]
fn nothing_is_lost_by_a_refusal_or_by_leaving() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+2");
    ui.scan(&code(23, 1));
    ui.scan(&code(23, 2));
    ui.expect("2 hồ sơ trong danh sách");
    ui.press("Ctrl+Enter");
    ui.expect("Nơi nhận hồ sơ: chưa");
    ui.expect_focus("moves-unit");
    assert_eq!(on_lists(&office, "out"), 0);
    ui.enter("Kinh tế");
    ui.press("Tab");
    // A division that nobody knows yet is asked about once.
    ui.press("Ctrl+Enter");
    ui.expect("Kinh tế chưa có trong danh sách");
    assert_eq!(on_lists(&office, "out"), 0);
    // Meanwhile one of them is finished somewhere else in the same window.
    ui.press("F3");
    ui.expect("H50.031-");
    ui.press("Ctrl+k");
    ui.enter("dinh van sau");
    ui.expect("Đinh Văn Sáu");
    ui.press("Enter");
    ui.expect("Diễn biến");
    ui.press("Ctrl+r");
    ui.expect(&format!("Hồ sơ {} đã có kết quả", code(23, 2)));
    ui.press("F5");
    // The list is as it was, but for what does not belong on it any more.
    ui.expect("Hồ Thị Hương");
    ui.expect("1 hồ sơ trong danh sách");
    ui.expect(&code(23, 2));
    ui.expect_field("moves-unit", "Kinh tế");
    ui.press("Ctrl+Enter");
    ui.expect("Bàn giao số 1/2026: 1 hồ sơ, Kinh tế.");
    assert_eq!(holder(&office, &code(23, 1)), "Kinh tế|");
    drop(ui);
    office.is_sound();
}

#[test]
fn a_folder_is_taken_off_the_list() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+2");
    for number in [1, 2, 4] {
        ui.scan(&code(23, number));
    }
    ui.expect("3 hồ sơ trong danh sách");
    ui.press("Up");
    ui.press("Ctrl+d");
    ui.expect_gone("Đinh Văn Sáu");
    ui.expect("2 hồ sơ trong danh sách");
    // It may be scanned again.
    ui.pause();
    ui.scan(&code(23, 2));
    ui.expect("Đinh Văn Sáu");
}

#[test]
fn folders_come_back_with_and_without_a_result() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+3");
    ui.expect_focus("moves-code");
    ui.scan(&code_signed());
    ui.expect("Hồ Thị Lan");
    ui.expect("Tư pháp – hộ tịch · Lê Văn An");
    ui.scan(&code(20, 3));
    ui.expect("Hồ Văn Bốn");
    ui.scan(&code(23, 1));
    ui.expect("đang ở bộ phận một cửa, không có gì để nhận lại");
    // The signed one brings its result by itself; the other one when the officer says so. After a wrong
    // scan nothing is said of the folder before it.
    ui.press("Ctrl+r");
    ui.expect("Lần quét vừa rồi chưa được ghi vào danh sách");
    ui.press("Up");
    ui.press("Ctrl+r");
    ui.press("Ctrl+r");
    ui.press("Ctrl+Enter");
    ui.expect("Nhận lại số 1/2026: 2 hồ sơ, Tư pháp – hộ tịch · Lê Văn An.");
    assert_eq!(holder(&office, &code_signed()), "|");
    assert_eq!((status(&office, &code_signed()), status(&office, &code(20, 3))), (9, 4));
    let results = "SELECT sum(result) FROM handover_line";
    assert_eq!(number(&office, results), 1);
    drop(ui);
    office.is_sound();
}

#[test]
fn folders_of_several_divisions_are_pointed_out() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+3");
    ui.scan(&code(20, 2));
    ui.expect("Nguyễn Hữu Tài");
    assert!(!ui.sees("do nhiều nơi giữ"));
    ui.scan(&code(20, 3));
    ui.expect("do nhiều nơi giữ");
}

#[test]
fn the_post_takes_results_with_their_bills() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+4");
    ui.scan("EA123456789VN");
    ui.expect("hãy quét hồ sơ trước");
    ui.press("Esc");
    ui.scan(&code(16, 1));
    ui.expect("không đăng ký qua bưu chính");
    ui.press("Esc");
    ui.scan(&code_by_post());
    ui.expect("Hồ Văn Thư");
    ui.scan("EA123456789VN");
    ui.expect("EA123456789VN");
    ui.scan("EA999999999VN");
    ui.expect("đã có mã bưu gửi EA123456789VN");
    ui.press("Ctrl+Enter");
    ui.expect("Gửi bưu chính số 1/2026: 1 hồ sơ, Bưu chính.");
    assert_eq!(text(&office, "SELECT bill FROM handover_line"), "EA123456789VN");
    assert_eq!(status(&office, &code_by_post()), 10);
    // The other way: what came by post, with a bill that is typed.
    ui.press("Ctrl+4");
    ui.expect("Hồ sơ bưu chính chuyển đến");
    drop(ui);
    office.is_sound();
}

#[test]
fn what_is_no_dossiers_code_is_the_bill_of_the_folder_before() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+4");
    ui.scan(&code_by_post());
    ui.expect("Hồ Văn Thư");
    ui.pause();
    ui.enter("VTP0042");
    ui.pause();
    ui.press("Enter");
    ui.expect("VTP0042");
    ui.expect("1 hồ sơ trong danh sách");
    ui.press("Ctrl+b");
    ui.expect_gone("VTP0042");
}

#[test]
fn two_scans_put_a_folder_into_a_tray() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+5");
    ui.expect_focus("moves-code");
    // A tray and then folders.
    ui.scan("KHAY-A1");
    ui.expect("Khay A1: quét hồ sơ xếp vào khay");
    ui.scan(&code(23, 1));
    ui.expect("Hồ Thị Hương");
    ui.scan(&code(23, 2));
    ui.expect("Đinh Văn Sáu");
    ui.expect("2 hồ sơ vừa xếp");
    assert_eq!(
        (tray(&office, &code(23, 1)), tray(&office, &code(23, 2))),
        ("A1".into(), "A1".into())
    );
    // A folder and then its tray.
    ui.press("Esc");
    ui.expect("Quét nhãn khay hoặc nhãn hồ sơ");
    ui.scan(&code(16, 1));
    ui.expect(&format!("Hồ sơ {}: quét nhãn khay", code(16, 1)));
    ui.pause();
    ui.enter("c 3");
    ui.press("Ctrl+a");
    ui.enter("c3");
    ui.pause();
    ui.press("Enter");
    ui.expect("3 hồ sơ vừa xếp");
    ui.expect("khay B2");
    assert_eq!(tray(&office, &code(16, 1)), "C3");
    // Put wrongly: back to where it lay.
    ui.press("Ctrl+d");
    ui.expect("đã bỏ");
    assert_eq!(tray(&office, &code(16, 1)), "B2");
    // A wrong scan puts nothing.
    ui.scan("H50.031-261123-0099");
    ui.expect("Không có hồ sơ nào mang mã này");
    drop(ui);
    office.is_sound();
}

#[test]
fn a_trays_label_begins_with_trays_from_any_screen() {
    let office = moving();
    for place in ["F1", "F2", "F5"] {
        let mut ui = Sandbox::open(office.path());
        ui.press(place);
        ui.pause();
        ui.scan("KHAY-B7");
        ui.expect("Khay B7: quét hồ sơ xếp vào khay");
        ui.press("F2");
        ui.expect_field("receive-identity", "");
    }
}

#[test]
fn results_of_today_are_picked_by_tray() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+6");
    ui.expect("đã nhặt 0/3");
    let seen = ui.survey();
    let place = |wanted: &str| seen.words.iter().position(|(text, _)| text == wanted);
    assert!(place("A1") < place("B2") && place("B2") < place("chưa xếp"), "{}", seen.told());
    ui.press("Space");
    ui.expect("đã nhặt 1/3");
    ui.pause();
    ui.scan(&code(16, 3));
    ui.expect("đã nhặt 2/3");
    ui.scan(&code(23, 1));
    ui.expect("Không có trong danh sách cần nhặt hôm nay");
    ui.press("Enter");
    ui.expect(&format!("Hồ sơ {}", code(16, 3)));
}

#[test]
fn lists_that_were_made_are_there_with_their_folders() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+3");
    ui.scan(&code_signed());
    ui.scan(&code(20, 3));
    ui.expect("2 hồ sơ trong danh sách");
    ui.press("Ctrl+Enter");
    ui.expect("Nhận lại số 1/2026");
    ui.press("Ctrl+7");
    ui.expect("1 danh sách trong 7 ngày qua");
    ui.expect("1/2026");
    ui.press("Enter");
    ui.expect("Nhận lại số 1/2026 · Tư pháp – hộ tịch · Lê Văn An");
    ui.expect("kết quả 15/2026/GKS");
    ui.press("Down");
    ui.press("Enter");
    ui.expect(&format!("Hồ sơ {}", code(20, 3)));
    ui.press("Esc");
    ui.press("Esc");
    ui.expect("1 danh sách trong 7 ngày qua");
}

/// The PDFs in the folder of papers whose names begin so.
fn papers(office: &Office, beginning: &str) -> Vec<String> {
    let names = names(&office.file("slips"));
    names.into_iter().filter(|name| name.starts_with(beginning)).collect()
}

#[test]
fn a_list_is_printed_as_it_is_made_and_again_with_a_reason() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+3");
    ui.scan(&code_signed());
    ui.expect("Hồ Thị Lan");
    ui.press("Ctrl+Enter");
    ui.expect("Nhận lại số 1/2026");
    ui.until("paper", |_| papers(&office, "danh-sach-1").len() == 1);
    ui.press("Ctrl+7");
    ui.expect("1 danh sách trong 7 ngày qua");
    ui.press("Ctrl+p");
    ui.expect("đã in trước đây");
    ui.expect_focus("moves-reason");
    // Without a reason nothing is printed again, and the question stays.
    ui.press("Ctrl+a");
    ui.press("Backspace");
    ui.press("Enter");
    ui.expect("Lý do in lại");
    ui.expect("đã in trước đây");
    ui.enter("mất bản đã ký");
    ui.press("Enter");
    ui.expect_gone("đã in trước đây");
    ui.until("second paper", |_| papers(&office, "danh-sach-1").len() == 2);
    let prints = "SELECT count(*) FROM printed_paper WHERE reason = 'mất bản đã ký'";
    assert_eq!(number(&office, prints), 1);
    drop(ui);
    office.is_sound();
}

#[test]
fn labels_begin_at_any_cell_of_their_sheet() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+5");
    ui.press("Ctrl+p");
    ui.expect_focus("moves-labels-names");
    ui.press("Enter");
    ui.expect_focus("moves-labels-cell");
    ui.press("Enter");
    ui.expect("Mã khay");
    ui.expect_focus("moves-labels-names");
    ui.enter("a1, a2 b1");
    ui.press("Enter");
    ui.press("Ctrl+a");
    ui.enter("25");
    ui.press("Enter");
    ui.expect("hãy ghi một số từ 1 đến 24");
    ui.press("Ctrl+a");
    ui.enter("5");
    ui.press("Enter");
    ui.expect_gone("In từ ô thứ");
    ui.until("labels", |_| papers(&office, "nhan-").len() == 1);
    // The folders of a list have labels as well.
    ui.press("Ctrl+2");
    ui.press("Ctrl+p");
    ui.expect("chưa có hồ sơ nào để in nhãn");
    ui.pause();
    ui.scan(&code(23, 1));
    ui.expect("Hồ Thị Hương");
    ui.press("Ctrl+p");
    ui.expect("1 nhãn hồ sơ");
    ui.expect_focus("moves-labels-cell");
    ui.press("Esc");
    ui.expect_gone("1 nhãn hồ sơ");
    ui.expect("1 hồ sơ trong danh sách");
}

#[test]
fn enter_may_be_faster_than_the_book_but_not_past_a_wrong_scan() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+3");
    let keys = |code: &str| -> Vec<String> {
        let typed = code.chars().map(|sign| sign.to_string());
        typed.chain(["Enter".to_owned(), "Ctrl+Enter".to_owned()]).collect()
    };
    // At the desk: there is nothing to take back, so that no list is made unseen.
    ui.scan(&code_signed());
    ui.expect("Hồ Thị Lan");
    let wrong = keys(&code(23, 1));
    ui.press_at_once(&wrong.iter().map(String::as_str).collect::<Vec<_>>());
    ui.expect("không có gì để nhận lại");
    assert_eq!(on_lists(&office, "back"), 0);
    ui.press("Esc");
    ui.pause();
    let right = keys(&code(20, 3));
    ui.press_at_once(&right.iter().map(String::as_str).collect::<Vec<_>>());
    ui.expect("Nhận lại số 1/2026: 2 hồ sơ");
    assert_eq!(on_lists(&office, "back"), 2);
}

#[test]
fn only_folders_of_the_named_division_come_back_from_it() {
    let office = moving();
    let mut ui = opened(&office, "Ctrl+3");
    ui.scan(&code(20, 2));
    ui.scan(&code(20, 3));
    ui.expect("2 hồ sơ trong danh sách");
    ui.tab_to("moves-unit");
    ui.enter("van hoa");
    ui.expect("Giữ nguyên như đã gõ");
    ui.press("Enter");
    ui.expect_field("moves-unit", "Văn hóa – xã hội");
    ui.expect("đang ở Tư pháp – hộ tịch · Lê Văn An");
    ui.expect("1 hồ sơ trong danh sách");
}

#[test]
fn what_is_refused_says_why_and_leaves_the_list_as_it_is() {
    let office = moving();
    let book = office.open();
    let head = Officer {
        name: "Trần Thị Bình".to_owned(),
        unit: String::new(),
        role: Role::Head,
        active: true,
    };
    let set = move |db: &mut motcua::store::Db| set_officer(db, &head, "Trần Thị Bình", now());
    let _ = book.run(set).unwrap().unwrap();
    drop(book);
    // Who sits here is not on the roster.
    let mut ui = opened(&office, "Ctrl+3");
    ui.scan(&code_signed());
    ui.expect("Hồ Thị Lan");
    ui.press("Ctrl+Enter");
    ui.expect("Cán bộ Mẫu không có trong danh sách cán bộ đang làm việc");
    ui.expect("1 hồ sơ trong danh sách");
    assert_eq!(on_lists(&office, "back"), 0);
    assert_eq!(holder(&office, &code_signed()), "Tư pháp – hộ tịch|Lê Văn An");
}

#[test]
fn an_empty_list_is_refused_where_it_is_scanned() {
    let office = moving();
    let mut ui = Sandbox::open(office.path());
    ui.press("F5");
    ui.press("Ctrl+2");
    ui.expect_focus("moves-unit");
    ui.press("Ctrl+Enter");
    ui.expect("Danh sách chưa có hồ sơ nào; hãy quét nhãn");
    // Whoever is to get it is to be named first.
    ui.expect_focus("moves-unit");
    ui.enter("Công an xã");
    ui.press("Ctrl+Enter");
    ui.expect("Danh sách chưa có hồ sơ nào; hãy quét nhãn");
    ui.expect_focus("moves-code");
    // It goes with the first folder.
    ui.scan(&code(23, 1));
    ui.expect_gone("Danh sách chưa có hồ sơ nào");
}
