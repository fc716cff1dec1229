//! How every screen looks, against the pictures in `tests/snapshots`.
//!
//! After a change of the look, record them anew with one command, and look at each:
//!
//! ```text
//! MOTCUA_UPDATE_SNAPSHOTS=1 cargo test --test it ui::pictures
//! ```

use std::fs;
use std::path::Path;

use iced::Size;
use motcua::counter::{Counter, Theme};

use super::folders::{code, code_signed, moving};
use super::people::{at, busy, fill, practice};
use super::png::Picture;
use super::process::{STEPS, with_process};
use super::sandbox::{SCREEN, Sandbox, counter};
use crate::support::{CARD, Office, PEOPLE, PROCEDURE};

/// A small screen that offices still have.
const SMALL: Size = Size::new(1280.0, 720.0);

/// Brings a window to the screen that is pictured.
type Way = fn(&mut Sandbox);

/// Compares the screen at the end of `way` in both colours and on a small screen.
fn looks_as_ever(name: &str, office: fn() -> Office, way: Way) {
    let (one, other) = (office(), office());
    compare_all(name, [one.path(), other.path()], way);
}

fn compare_all(name: &str, [folder, another]: [&Path; 2], way: Way) {
    let mut ui = Sandbox::with(folder, counter(), SCREEN);
    way(&mut ui);
    let mut wrong = Vec::new();
    wrong.extend(compare(&format!("{name}-light"), &mut ui));
    ui.resize(SMALL);
    wrong.extend(compare(&format!("{name}-small"), &mut ui));
    drop(ui);
    let dark = Counter { theme: Theme::Dark, ..counter() };
    let mut ui = Sandbox::with(another, dark, SCREEN);
    way(&mut ui);
    wrong.extend(compare(&format!("{name}-dark"), &mut ui));
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// What is wrong with how the window looks now.
fn compare(name: &str, ui: &mut Sandbox) -> Option<String> {
    let (size, pixels) = ui.picture();
    let now = Picture::new(size, &pixels);
    let file = format!("{name}.png");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(&file);
    if std::env::var_os("MOTCUA_UPDATE_SNAPSHOTS").is_some_and(|set| !set.is_empty()) {
        // A picture that shows the same keeps its bytes.
        if Picture::load(&kept).is_none_or(|kept| kept.differs(&now) > 0) {
            now.save(&kept);
        }
        return None;
    }
    let Some(picture) = Picture::load(&kept) else {
        return Some(format!("{} is missing", kept.display()));
    };
    let differ = picture.differs(&now);
    if differ == 0 {
        return None;
    }
    let fresh = Path::new(env!("CARGO_TARGET_TMPDIR")).join("snapshots").join(&file);
    now.save(&fresh);
    Some(format!("{} is not {}: {differ} pixels", kept.display(), fresh.display()))
}

#[test]
fn today() {
    looks_as_ever("today", busy, |ui| ui.press("F1"));
}

#[test]
fn receive_blank() {
    looks_as_ever("receive-blank", busy, |ui| ui.press("F2"));
}

#[test]
fn receive_picking() {
    looks_as_ever("receive-picking", Office::new, |ui| {
        ui.press("F2");
        ui.scan(CARD);
        ui.expect_focus("receive-query");
        ui.enter("lai khai sinh");
        ui.expect("Đăng ký lại khai sinh");
        ui.press("Down");
    });
}

#[test]
fn receive_complete() {
    looks_as_ever("receive-complete", Office::new, fill);
}

#[test]
fn receive_complete_in_large_text() {
    let office = Office::new();
    let large = Counter { text_percent: 150, ..counter() };
    let mut ui = Sandbox::with(office.path(), large, SCREEN);
    fill(&mut ui);
    assert_eq!(compare("receive-complete-150", &mut ui), None);
}

#[test]
fn dossiers() {
    looks_as_ever("dossiers", busy, |ui| {
        ui.press("F3");
        ui.expect("H50.031-");
    });
}

#[test]
fn dossier() {
    looks_as_ever("dossier", busy, opened);
}

/// The dossier on top of the list.
fn opened(ui: &mut Sandbox) {
    ui.press("F3");
    ui.expect("H50.031-");
    ui.press("Enter");
    ui.expect("Diễn biến");
}

/// An office with a process, and a dossier on its way through it: one step late, one under way.
fn under_way() -> Office {
    let office = Office::new();
    with_process(&office);
    let receive = ["receive", "--procedure", PROCEDURE, "--as", "Trần Thị Bình"];
    at(&office, "2026-11-16T14:20", &[&receive[..], &PEOPLE[0].options()].concat());
    let code = "H50.031-261116-0001";
    at(
        &office,
        "2026-11-16T15:00",
        &["next", code, "--holder", "Lê Văn An", "--as", "Trần Thị Bình"],
    );
    at(&office, "2026-11-23T08:30", &["next", code, "--as", "Lê Văn An"]);
    office
}

#[test]
fn dossier_under_way() {
    looks_as_ever("dossier-steps", under_way, |ui| {
        opened(ui);
        ui.expect("đang xử lý");
    });
}

/// An office with a process, and a dossier still at the desk.
fn at_the_desk() -> Office {
    let office = Office::new();
    with_process(&office);
    let _ = office.receive(&PEOPLE[0]);
    office
}

#[test]
fn passing_on() {
    looks_as_ever("dossier-next", at_the_desk, |ui| {
        opened(ui);
        ui.press("Ctrl+Enter");
        ui.expect_focus("dossier-step-holder");
    });
}

#[test]
fn typing_a_process() {
    looks_as_ever("dossier-process", busy, |ui| {
        opened(ui);
        ui.press("Ctrl+j");
        ui.expect_focus("dossier-process-name");
        ui.enter("QT-HT-07");
        ui.press("Enter");
        ui.enter(STEPS[0]);
        ui.press("Enter");
        ui.enter("Thẩm tra; 4");
        ui.press("Ctrl+Enter");
        ui.expect("Dòng 2");
    });
}

#[test]
fn counting_of_days() {
    looks_as_ever("dossier-days", busy, |ui| {
        opened(ui);
        ui.press("Ctrl+i");
        ui.expect("Đóng");
    });
}

#[test]
fn correction() {
    looks_as_ever("correction", Office::new, |ui| {
        fill(ui);
        ui.press("Ctrl+Enter");
        ui.expect("Mở hồ sơ");
        ui.press("F3");
        ui.expect("H50.031-");
        ui.press("Enter");
        ui.expect("Diễn biến");
        ui.press("Ctrl+e");
        ui.expect_field("receive-name", "Hồ Thị Mẫu");
        ui.tab_to("receive-name");
        ui.press("Ctrl+a");
        ui.enter("Hồ Thị Mẫu Mới");
        ui.tab_to("receive-phone");
        ui.press("Ctrl+a");
        ui.enter("0900111222");
        ui.press("Ctrl+Enter");
        ui.expect_focus("receive-reason");
        ui.enter("công dân khai thiếu");
    });
}

#[test]
fn giving_back() {
    looks_as_ever("give-back", busy, |ui| {
        ui.press("F4");
        ui.expect("H50.031-");
        ui.press("Enter");
        ui.expect_focus("give-back-give");
    });
}

#[test]
fn settings() {
    looks_as_ever("settings", busy, |ui| ui.press("F10"));
}

#[test]
fn calendar() {
    looks_as_ever("calendar", busy, |ui| {
        ui.press("F11");
        ui.expect("Hẹn trả trong ngày");
        ui.expect_gone("Đang đếm");
    });
}

#[test]
fn calendar_form() {
    looks_as_ever("calendar-form", busy, |ui| {
        ui.press("F11");
        ui.expect("Hẹn trả trong ngày");
        ui.press("PageDown");
        ui.press("Enter");
        ui.expect_focus("calendar-kind");
    });
}

#[test]
fn calendar_hours() {
    looks_as_ever("calendar-hours", busy, |ui| {
        ui.press("F11");
        ui.expect("Hẹn trả trong ngày");
        ui.press("Ctrl+g");
        ui.expect("Áp dụng từ ngày");
    });
}

/// The days from 27/11/2026 to 04/12/2026 are told as closed, and counted.
fn storm(ui: &mut Sandbox) {
    ui.press("F11");
    ui.expect("Hẹn trả trong ngày");
    ui.press_all(["Right"; 4]);
    ui.press("Enter");
    ui.expect_focus("calendar-kind");
    ui.tab_to("calendar-until");
    ui.press("Ctrl+a");
    ui.enter("04/12/2026");
    ui.tab_to("calendar-reason");
    ui.enter("Đóng cửa do bão số 10");
    ui.press("Enter");
    ui.expect("chưa ghi");
}

#[test]
fn calendar_table() {
    looks_as_ever("calendar-table", busy, |ui| {
        storm(ui);
        ui.press("Ctrl+Enter");
        ui.expect_focus("calendar-moves");
    });
}

#[test]
fn calendar_in_large_text() {
    let office = busy();
    let large = Counter { text_percent: 150, ..counter() };
    let mut ui = Sandbox::with(office.path(), large, SCREEN);
    storm(&mut ui);
    assert_eq!(compare("calendar-150", &mut ui), None);
}

#[test]
fn search() {
    looks_as_ever("search", busy, |ui| {
        ui.press("Ctrl+k");
        ui.enter("ho thi");
        ui.expect("Hồ Thị");
    });
}

#[test]
fn wizard() {
    looks_as_ever("wizard", Office::without_book, |ui| ui.expect("Lập sổ"));
}

#[test]
fn practice_in_the_largest_text_with_a_message() {
    let office = busy();
    practice(&office, true);
    let large = Counter { text_percent: 165, ..counter() };
    let mut ui = Sandbox::with(office.path(), large, SCREEN);
    ui.press("Ctrl+=");
    ui.expect("Cỡ chữ 175%");
    ui.expect("BẢN TẬP");
    assert_eq!(compare("practice-175", &mut ui), None);
}

#[test]
fn trouble() {
    // The screen names the book: seen from the project its place is the same on every machine.
    let folder = Path::new("target/tmp/ubnd-xa-huong-hiep");
    let _ = fs::remove_dir_all(folder);
    let office = Office::new();
    let _ = office.run(["backup"]).fine();
    fs::create_dir_all(folder.join("backups")).unwrap();
    for name in crate::support::names(&office.file("backups")) {
        let _ = fs::copy(office.file("backups").join(&name), folder.join("backups").join(&name));
    }
    let mut damaged = office.bytes();
    let half = damaged.len() / 2;
    damaged[100..half].fill(0xA5);
    fs::write(folder.join("book.motcua"), damaged).unwrap();
    compare_all("trouble", [folder, folder], |ui| ui.expect("Tệp sổ bị hỏng"));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn receive_with_unusual_terms() {
    looks_as_ever("receive-terms", Office::new, |ui| {
        fill(ui);
        ui.press("Ctrl+t");
        ui.enter("08:00 25/11/2026");
        ui.press("Tab");
        ui.press("Right");
        ui.tab_to("receive-second-limit");
        ui.enter("3 ngày làm việc");
        ui.expect("Lần hẹn 2");
    });
}

#[test]
fn another_branch() {
    looks_as_ever("dossier-branch", Office::new, |ui| {
        fill(ui);
        ui.press("Ctrl+Enter");
        ui.expect("Mở hồ sơ");
        opened(ui);
        ui.press("Ctrl+l");
        ui.expect_focus("dossier-branches");
        ui.tab_to("dossier-branch-reason");
        ui.enter("phải xác minh");
    });
}

#[test]
fn settings_forms() {
    looks_as_ever("settings-forms", busy, |ui| {
        ui.press("F10");
        ui.press("Ctrl+m");
    });
}

#[test]
fn moves_board() {
    looks_as_ever("moves-board", moving, |ui| {
        ui.press("F5");
        ui.expect("Tư pháp – hộ tịch");
        ui.press("Down");
    });
}

/// An office whose screen is small and whose text is large: there is less room nowhere.
fn cramped(office: &Office, name: &str, way: Way) {
    let large = Counter { text_percent: 150, ..counter() };
    let mut ui = Sandbox::with(office.path(), large, SMALL);
    way(&mut ui);
    assert_eq!(compare(name, &mut ui), None);
}

#[test]
fn moves_board_with_little_room() {
    cramped(&moving(), "moves-board-150", |ui| {
        ui.press("F5");
        ui.expect("Tư pháp – hộ tịch");
        ui.press("Down");
    });
}

#[test]
fn moves_by_post_with_little_room() {
    cramped(&moving(), "moves-post-150", |ui| {
        ui.press("F5");
        ui.press("Ctrl+4");
        ui.expect("Kết quả gửi đi");
    });
}

#[test]
fn settings_with_little_room() {
    cramped(&busy(), "settings-150", |ui| ui.press("F10"));
}

#[test]
fn settings_forms_with_little_room() {
    cramped(&busy(), "settings-forms-150", |ui| {
        ui.press("F10");
        ui.press("Ctrl+m");
        ui.expect_focus("forms-title");
        ui.press("Ctrl+Down");
        ui.press("Ctrl+Enter");
        ui.expect("Đã ghi mẫu");
        ui.press("Ctrl+d");
        ui.expect("Hãy nhấn Ctrl D lần nữa");
    });
}

#[test]
fn moves_not_back() {
    looks_as_ever("moves-away", moving, |ui| {
        ui.press("F5");
        ui.press("Ctrl+l");
        ui.expect("10 ngày trước");
    });
}

#[test]
fn moves_today() {
    looks_as_ever("today-away", moving, |ui| ui.expect("chưa nhận lại"));
}

/// Three folders for a division, and what does not belong to them.
fn scanned(ui: &mut Sandbox) {
    ui.press("F5");
    ui.press("Ctrl+2");
    ui.expect_focus("moves-unit");
    ui.enter("tu phap le");
    ui.press("Enter");
    ui.expect_focus("moves-code");
    ui.pause();
    for number in [1, 2, 3, 4, 99] {
        ui.scan(&code(23, number));
    }
    ui.expect("Không có hồ sơ nào");
    ui.expect("Phan Thị Tám");
}

#[test]
fn moves_scanning() {
    looks_as_ever("moves-out", moving, scanned);
}

#[test]
fn moves_scanning_in_large_text() {
    let office = moving();
    let large = Counter { text_percent: 150, ..counter() };
    let mut ui = Sandbox::with(office.path(), large, SCREEN);
    scanned(&mut ui);
    assert_eq!(compare("moves-out-150", &mut ui), None);
}

#[test]
fn moves_on_a_large_screen() {
    let office = moving();
    let mut ui = Sandbox::with(office.path(), counter(), Size::new(1920.0, 1080.0));
    scanned(&mut ui);
    assert_eq!(compare("moves-out-large", &mut ui), None);
}

#[test]
fn moves_offering() {
    looks_as_ever("moves-offers", moving, |ui| {
        ui.press("F5");
        ui.press("Ctrl+2");
        ui.expect_focus("moves-unit");
        ui.enter("h");
        ui.expect("Giữ nguyên như đã gõ");
    });
}

#[test]
fn moves_taking_back() {
    looks_as_ever("moves-back", moving, |ui| {
        ui.press("F5");
        ui.press("Ctrl+3");
        ui.pause();
        for code in [code_signed(), code(20, 3), code(20, 2)] {
            ui.scan(&code);
        }
        ui.expect("Nguyễn Hữu Tài");
    });
}

#[test]
fn moves_by_post() {
    looks_as_ever("moves-post", moving, |ui| {
        ui.press("F5");
        ui.press("Ctrl+4");
        ui.pause();
        ui.scan(&super::folders::code_by_post());
        ui.scan("EA123456789VN");
        ui.expect("EA123456789VN");
    });
}

#[test]
fn moves_trays() {
    looks_as_ever("moves-trays", moving, |ui| {
        ui.press("F5");
        ui.press("Ctrl+5");
        ui.pause();
        ui.scan("KHAY-A1");
        for code in [code(23, 1), code(16, 1), code(23, 99), code(23, 2)] {
            ui.scan(&code);
        }
        ui.expect("Đinh Văn Sáu");
        ui.press("Ctrl+d");
        ui.expect("đã bỏ");
    });
}

#[test]
fn moves_picking() {
    looks_as_ever("moves-pick", moving, |ui| {
        ui.press("F5");
        ui.press("Ctrl+6");
        ui.expect("B2");
        ui.press("Space");
    });
}

#[test]
fn settings_roster() {
    looks_as_ever("settings-roster", Office::new, |ui| {
        ui.press("F10");
        for (name, unit) in [("Cán bộ Mẫu", ""), ("Lê Văn An", "Tư pháp – hộ tịch")]
        {
            ui.tab_to("roster-name");
            ui.press("Ctrl+a");
            ui.enter(name);
            ui.press("Enter");
            ui.enter(unit);
            ui.press("Ctrl+Enter");
            ui.expect(&format!("Đã lưu cán bộ {name}."));
        }
        ui.tab_to("roster-list");
        ui.press("Down");
    });
}

#[test]
fn rarer_things() {
    looks_as_ever("dossier-others", under_way, |ui| {
        opened(ui);
        ui.press("Ctrl+o");
        ui.press("Down");
    });
}

#[test]
fn handing_over() {
    looks_as_ever("dossier-hand-over", at_the_desk, |ui| {
        opened(ui);
        ui.press("Ctrl+y");
        ui.expect_focus("deed-unit");
        ui.press("Down");
    });
}

/// A dossier of which half the papers were brought.
fn half_brought(ui: &mut Sandbox) {
    fill(ui);
    ui.press("Ctrl+d");
    ui.tab_to("receive-papers");
    // Slowly, as a hand does: a burst is a scanner's.
    ui.press("Space");
    ui.pause();
    ui.press("Space");
    ui.press("Ctrl+Enter");
    ui.expect("Mở hồ sơ");
    opened(ui);
}

#[test]
fn asking_for_papers() {
    looks_as_ever("dossier-ask", Office::new, |ui| {
        half_brought(ui);
        ui.press("Ctrl+b");
        ui.press("Space");
        ui.tab_to("demand-line-0");
        ui.enter("Tờ khai có chữ ký của người yêu cầu");
        ui.press("Enter");
    });
}

#[test]
fn asking_for_papers_in_large_text() {
    let office = Office::new();
    let large = Counter { text_percent: 150, ..counter() };
    let mut ui = Sandbox::with(office.path(), large, SCREEN);
    half_brought(&mut ui);
    ui.press("Ctrl+b");
    ui.press("Space");
    ui.tab_to("demand-line-0");
    ui.enter("Tờ khai có chữ ký của người yêu cầu");
    assert_eq!(compare("dossier-ask-150", &mut ui), None);
    ui.press("Esc");
    ui.expect_gone("Tờ khai có chữ ký");
    assert_eq!(compare("dossier-150", &mut ui), None);
}

/// Asks twice for papers; between, they came.
fn asked_twice(ui: &mut Sandbox) {
    half_brought(ui);
    ui.press("Ctrl+b");
    ui.tab_to("demand-line-0");
    ui.enter("Tờ khai có chữ ký của người yêu cầu");
    ui.press("Enter");
    ui.enter("Bản sao căn cước");
    ui.press("Ctrl+Enter");
    ui.expect("Tạm dừng, chờ bổ sung");
    ui.press("Ctrl+Enter");
    ui.press("Enter");
    ui.expect("Nhận đủ bổ sung");
}

#[test]
fn asking_a_second_time() {
    looks_as_ever("dossier-ask-again", Office::new, |ui| {
        asked_twice(ui);
        ui.until("both papers", |ui| ui.sees("In lại giấy hẹn, lần 1"));
        ui.press("Ctrl+b");
        ui.press("Ctrl+Enter");
        ui.expect("Nội dung yêu cầu: chưa nhập");
    });
}

#[test]
fn signing() {
    looks_as_ever("dossier-sign", at_the_desk, |ui| {
        opened(ui);
        ui.press("Ctrl+s");
        ui.enter("15/2026/GKS");
        ui.press("Ctrl+Enter");
        ui.expect("Người ký kết quả: chưa nhập");
    });
}

#[test]
fn an_apology_too_late() {
    looks_as_ever("dossier-too-late", under_way, |ui| {
        opened(ui);
        ui.press("Ctrl+h");
        ui.expect("ít nhất một ngày");
    });
}

#[test]
fn undoing() {
    looks_as_ever("dossier-undo", under_way, |ui| {
        opened(ui);
        ui.press("Ctrl+z");
        ui.expect("Sẽ hoàn tác");
        ui.enter("Bấm nhầm hồ sơ");
    });
}

/// Everything that can stand on the screen of a dossier: hands, notices, a result, an undone step.
fn whole_life(ui: &mut Sandbox) {
    asked_twice(ui);
    ui.press("Ctrl+y");
    ui.enter("Tư pháp – hộ tịch");
    ui.press("Enter");
    ui.enter("Lê Văn An");
    ui.press("Enter");
    ui.expect("đã chuyển giải quyết");
    ui.press("Ctrl+3");
    ui.press("Enter");
    ui.expect("đã nhận lại");
    ui.press("Ctrl+z");
    ui.enter("Bấm nhầm hồ sơ");
    ui.press("Enter");
    ui.expect("đã hoàn tác");
    ui.press("Ctrl+s");
    ui.enter("15/2026/GKS");
    ui.press_all(["Enter", "Enter"]);
    ui.enter("Hoàng Văn Ký");
    ui.press("Enter");
    ui.expect("Kết quả đã ký");
    ui.expect("In phiếu yêu cầu bổ sung số 0001/2026");
    ui.expect("In lại giấy hẹn, lần 1");
}

#[test]
fn dossier_with_everything() {
    looks_as_ever("dossier-whole", Office::new, whole_life);
}

#[test]
fn dossier_with_everything_on_a_large_screen() {
    let office = Office::new();
    let mut ui = Sandbox::with(office.path(), counter(), Size::new(1920.0, 1080.0));
    whole_life(&mut ui);
    assert_eq!(compare("dossier-whole-large", &mut ui), None);
}

#[test]
fn dossier_voided() {
    looks_as_ever("dossier-voided", at_the_desk, |ui| {
        opened(ui);
        ui.press("Ctrl+w");
        ui.enter("Tiếp nhận trùng với hồ sơ H50.031-261123-0002");
        ui.press("Enter");
        ui.expect("ĐÃ HỦY SỐ");
    });
}

#[test]
fn guiding() {
    looks_as_ever("receive-guide", Office::new, |ui| {
        fill(ui);
        ui.press("Ctrl+d");
        ui.press("Ctrl+h");
        ui.press("Space");
        ui.tab_to("demand-line-0");
        ui.enter("Bản sao giấy khai tử của cha");
    });
}

#[test]
fn guided_lately() {
    looks_as_ever("receive-guided", Office::new, |ui| {
        fill(ui);
        ui.press("Ctrl+r");
        ui.enter("Không thuộc thẩm quyền của xã");
        ui.press("Enter");
        ui.expect("Đã lập Phiếu từ chối");
        ui.press("Ctrl+f");
        ui.expect("Phiếu hướng dẫn, từ chối gần đây");
    });
}

#[test]
fn moves_lists() {
    looks_as_ever("moves-lists", moving, |ui| {
        scanned(ui);
        ui.press("Ctrl+Enter");
        ui.expect("Bàn giao số 1/2026: 3 hồ sơ");
        ui.press("Ctrl+7");
        ui.expect("1 danh sách trong 7 ngày qua");
    });
}

#[test]
fn moves_labels() {
    looks_as_ever("moves-labels", moving, |ui| {
        ui.press("F5");
        ui.press("Ctrl+5");
        ui.press("Ctrl+p");
        ui.expect_focus("moves-labels-names");
        ui.enter("A1, A2, B1");
        ui.press("Enter");
        ui.press("Ctrl+a");
        ui.enter("30");
        ui.press("Enter");
        ui.expect("hãy ghi một số từ 1 đến 24");
    });
}
