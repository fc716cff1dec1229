//! Tiếp nhận before anything is received: an applicant is guided or refused, on paper.

use std::fs;

use super::people::{dossiers, fill, first_code, number, open, text};
use super::sandbox::Sandbox;
use crate::support::{CARD, Office};

/// The sample citizen with *Đăng ký lại khai sinh* and no papers yet.
fn half_filled(office: &Office) -> Sandbox {
    let mut ui = Sandbox::open(office.path());
    ui.press("F2");
    ui.expect_focus("receive-identity");
    ui.scan(CARD);
    ui.expect_focus("receive-query");
    ui.enter("lai khai sinh");
    ui.press("Enter");
    ui.expect_focus("receive-papers");
    ui
}

fn notices(office: &Office) -> i64 {
    number(office, "SELECT count(*) FROM notice")
}

#[test]
fn an_applicant_is_guided_and_the_form_waits() {
    let office = Office::new();
    let mut ui = half_filled(&office);
    ui.press("Ctrl+h");
    ui.expect("Hồ Thị Mẫu · Đăng ký lại khai sinh");
    ui.expect("Chưa tiếp nhận, chưa cấp mã hồ sơ");
    ui.expect_focus("demand-paper-0");
    ui.press("Ctrl+Enter");
    ui.expect("Nội dung yêu cầu: chưa nhập");
    ui.tab_to("demand-paper-0");
    ui.press("Space");
    ui.tab_to("demand-line-0");
    ui.enter("Bản sao giấy khai tử của cha");
    ui.press_all(["Enter", "Enter"]);
    ui.expect_focus("demand-reason");
    ui.enter("Chưa đủ giấy tờ");
    ui.press("Enter");
    ui.expect("Đã lập Phiếu yêu cầu bổ sung số 0001/2026 cho Hồ Thị Mẫu");
    let file = office.file("slips").join("phieu-bo-sung-1-2026.pdf");
    ui.until("notice", |_| fs::read(&file).is_ok_and(|pdf| pdf.starts_with(b"%PDF")));
    assert_eq!((notices(&office), dossiers(&office)), (1, 0));
    let asked = text(&office, "SELECT json_extract(content, '$.items') FROM notice");
    let asked: Vec<String> = serde_json::from_str(&asked).unwrap();
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert_eq!(asked[1], "Bản sao giấy khai tử của cha");

    // She comes back: everything is still there, and is received.
    ui.expect_field("receive-name", "Hồ Thị Mẫu");
    ui.press("Ctrl+d");
    ui.press("Ctrl+Enter");
    ui.expect(&format!("{} · Hồ Thị Mẫu", first_code()));
    drop(ui);
    office.is_sound();
}

#[test]
fn what_was_typed_for_a_notice_outlives_the_window() {
    let office = Office::new();
    let mut ui = half_filled(&office);
    ui.press("Ctrl+h");
    ui.press("Space");
    ui.tab_to("demand-line-0");
    ui.enter("Bản sao giấy khai tử");
    ui.press("Esc");
    ui.until("draft", |_| {
        number(&office, "SELECT count(*) FROM draft WHERE content LIKE '%giấy khai tử%'") == 1
    });
    drop(ui);
    let mut ui = Sandbox::open(office.path());
    ui.press("F2");
    ui.expect_field("receive-name", "Hồ Thị Mẫu");
    ui.press("Ctrl+h");
    ui.expect_field("demand-line-0", "Bản sao giấy khai tử");
    ui.press("Ctrl+Enter");
    ui.expect("Đã lập Phiếu yêu cầu bổ sung số 0001/2026");
    let asked = text(&office, "SELECT json_extract(content, '$.items') FROM notice");
    assert!(asked.contains("Tờ khai") && asked.contains("giấy khai tử"), "{asked}");
}

#[test]
fn somebody_is_refused_before_the_receipt() {
    let office = Office::new();
    let mut ui = half_filled(&office);
    ui.press("Ctrl+r");
    ui.expect_focus("guide-why");
    ui.press("Enter");
    ui.expect("Lý do: chưa nhập");
    ui.expect_focus("guide-why");
    ui.enter("Không thuộc thẩm quyền của xã");
    ui.press("Enter");
    ui.expect("Đã lập Phiếu từ chối số 0001/2026 cho Hồ Thị Mẫu");
    let file = office.file("slips").join("phieu-tu-choi-1-2026.pdf");
    ui.until("notice", |_| fs::read(&file).is_ok_and(|pdf| pdf.starts_with(b"%PDF")));
    assert_eq!((notices(&office), dossiers(&office)), (1, 0));
    // The next refusal begins empty.
    ui.press("Ctrl+r");
    ui.expect_field("guide-why", "");
    drop(ui);
    office.is_sound();
}

#[test]
fn a_notice_needs_a_name_and_a_procedure() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    ui.press("F2");
    ui.press("Ctrl+h");
    ui.expect("Họ và tên: chưa nhập");
    ui.expect_focus("receive-name");
    ui.enter("Hồ Thị Mẫu");
    ui.press("Ctrl+r");
    ui.expect_focus("receive-query");
    assert!(!ui.sees("Không cấp mã hồ sơ"), "it is not known what was asked for");
    assert_eq!(notices(&office), 0);
}

#[test]
fn notices_without_a_dossier_are_printed_again() {
    let office = Office::new();
    let mut ui = half_filled(&office);
    ui.press("Ctrl+f");
    ui.expect("Chưa lập phiếu hướng dẫn hay từ chối nào");
    ui.press("Esc");
    ui.press("Ctrl+r");
    ui.enter("Không thuộc thẩm quyền của xã");
    ui.press("Enter");
    ui.expect("Đã lập Phiếu từ chối số 0001/2026");
    ui.press("Ctrl+h");
    ui.press("Space");
    ui.press("Ctrl+Enter");
    ui.expect("Đã lập Phiếu yêu cầu bổ sung số 0001/2026");
    ui.until("both prints", |_| number(&office, "SELECT count(*) FROM printed_paper") == 2);
    ui.press("Ctrl+f");
    ui.expect("Phiếu hướng dẫn, từ chối gần đây");
    ui.press("Down");
    ui.press("Enter");
    let again = "SELECT count(*) FROM printed_paper JOIN notice ON notice.id = paper_id
         WHERE copy = 2 AND notice.kind = 'refusal'";
    ui.until("the older one again", |_| number(&office, again) == 1);
    drop(ui);
    office.is_sound();
}

#[test]
fn a_correction_is_neither_guided_nor_refused() {
    let office = Office::new();
    let mut ui = Sandbox::open(office.path());
    fill(&mut ui);
    ui.press("Ctrl+Enter");
    ui.expect("Mở hồ sơ");
    open(&mut ui);
    ui.press("Ctrl+e");
    ui.expect_field("receive-name", "Hồ Thị Mẫu");
    assert!(!ui.sees("Hướng dẫn bổ sung…"));
    ui.press("Ctrl+h");
    assert!(!ui.sees("Chưa tiếp nhận, chưa cấp mã hồ sơ"));
}
