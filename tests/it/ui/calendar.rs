//! Lịch làm việc: days by keys, changes that wait, what they would move, and the way back.

use std::fs;

use super::people::{number, text};
use super::sandbox::Sandbox;
use crate::support::{Office, PEOPLE, SERIES, names};

/// The window on the year, an office with so many dossiers due on 01/12/2026 behind it.
fn at_the_year(office: &Office, dossiers: usize) -> Sandbox {
    for person in PEOPLE.iter().take(dossiers) {
        let received = office.receive(person);
        assert_eq!(&received["due_at"].as_str().unwrap()[..10], "2026-12-01");
    }
    let mut ui = Sandbox::open(office.path());
    ui.press("F11");
    ui.expect("Thứ Hai 23/11/2026");
    ui
}

/// Opens the form for 30/11/2026 and fills it in.
fn tell(ui: &mut Sandbox, until: &str, reason: &str) {
    ui.press_all(["Right"; 7]);
    ui.expect("Thứ Hai 30/11/2026");
    ui.press("Enter");
    ui.expect_focus("calendar-kind");
    replace(ui, "calendar-until", until);
    replace(ui, "calendar-reason", reason);
    ui.press("Enter");
}

fn replace(ui: &mut Sandbox, field: &'static str, typed: &str) {
    ui.tab_to(field);
    ui.press("Ctrl+a");
    ui.press("Backspace");
    ui.enter(typed);
}

fn special_days(office: &Office, condition: &str) -> i64 {
    number(office, &format!("SELECT count(*) FROM special_day WHERE {condition}"))
}

/// How many dossiers are due on 01/12/2026, office time.
fn due_on_the_first(office: &Office) -> i64 {
    number(
        office,
        "SELECT count(*) FROM dossier WHERE date((due_at + 25200000) / 1000, 'unixepoch') = '2026-12-01'",
    )
}

#[test]
fn keys_move_by_day_week_month_and_year() {
    let office = Office::new();
    let mut ui = at_the_year(&office, 0);
    ui.expect("15/10 âm lịch");
    ui.expect("Ngày làm việc");
    ui.expect("07:30 – 11:30, 13:30 – 17:00");
    for (key, day) in [
        ("Right", "Thứ Ba 24/11/2026"),
        ("Left", "Thứ Hai 23/11/2026"),
        ("Up", "Thứ Hai 16/11/2026"),
        ("End", "Thứ Hai 30/11/2026"),
        ("Down", "Thứ Hai 07/12/2026"),
        ("Home", "Thứ Ba 01/12/2026"),
        ("PageDown", "Thứ Tư 01/12/2027"),
        ("PageUp", "Thứ Ba 01/12/2026"),
        ("t", "Thứ Hai 23/11/2026"),
    ] {
        ui.press(key);
        ui.expect(day);
    }
    ui.press("Right");
    ui.expect("Nghỉ lễ, Tết");
    ui.expect("Ngày Văn hóa Việt Nam");
    ui.expect("Không làm việc");
    ui.press_all(["Right"; 4]);
    ui.expect("Nghỉ hằng tuần");
}

#[test]
fn a_year_says_whether_it_is_official_and_warns_of_the_next() {
    let office = Office::new();
    let mut ui = at_the_year(&office, 0);
    ui.expect("Chính thức");
    ui.expect("Lịch nghỉ năm 2027 mới là dự kiến");
    ui.press("PageDown");
    ui.expect("Dự kiến, chưa có thông báo");
    ui.expect_gone("mới là dự kiến");
    ui.expect("Tết nghỉ trước mồng Một");
}

#[test]
fn a_storm_moves_only_the_chosen_and_can_be_undone() {
    let office = Office::new();
    let mut ui = at_the_year(&office, 2);
    tell(&mut ui, "02/12/2026", "Đóng cửa do bão số 10");
    ui.expect("30/11 – 02/12/2026: nghỉ, Đóng cửa do bão số 10");
    ui.expect("chưa ghi");
    assert_eq!(special_days(&office, "origin = 'office'"), 0, "nothing is written yet");

    ui.press("Ctrl+Enter");
    ui.expect_focus("calendar-moves");
    ui.expect(&format!("{SERIES}0001"));
    ui.expect(&format!("{SERIES}0002"));
    ui.expect(PEOPLE[1].name);
    ui.expect("2/2 dời hẹn");
    ui.press("a");
    ui.expect("Ghi lịch, không dời hẹn");
    // Faster, it would be a scanner.
    ui.pause();
    ui.press("a");
    ui.expect("2/2 dời hẹn");
    ui.pause();
    ui.press("Space");
    ui.expect("1/2 dời hẹn");
    ui.press("Ctrl+Enter");
    ui.expect("Đã ghi lịch và dời hẹn 1 hồ sơ.");
    assert_eq!(special_days(&office, "origin = 'office' AND kind = 'off'"), 3);
    assert_eq!(due_on_the_first(&office), 1);
    assert_eq!(number(&office, "SELECT count(*) FROM past_promise"), 1);
    assert_eq!(text(&office, "SELECT reason FROM past_promise"), "Đóng cửa do bão số 10");

    ui.press("Ctrl+p");
    ui.until("slips", |_| {
        names(&office.file("slips")).iter().any(|name| name.starts_with("slips-"))
    });
    ui.press("Ctrl+l");
    ui.until("calls", |_| {
        names(&office.file("slips")).iter().any(|name| name.starts_with("calls-"))
    });

    ui.press("Ctrl+z");
    ui.expect("Đã hoàn tác: lịch và ngày hẹn của 1 hồ sơ như trước khi đổi.");
    assert_eq!(special_days(&office, "origin = 'office'"), 0);
    assert_eq!(due_on_the_first(&office), 2);
    drop(ui);
    office.is_sound();
}

#[test]
fn a_promise_left_behind_is_found_again_by_counting_anew() {
    let office = Office::new();
    let mut ui = at_the_year(&office, 1);
    tell(&mut ui, "02/12/2026", "Đóng cửa do bão số 10");
    ui.expect("chưa ghi");
    ui.press("Ctrl+Enter");
    ui.expect_focus("calendar-moves");
    ui.press("a");
    ui.press("Ctrl+Enter");
    ui.expect("Đã ghi lịch; không hồ sơ nào dời hẹn.");
    ui.press("Ctrl+Enter");
    ui.expect("Dời hẹn 1 hồ sơ");
    ui.press("Tab");
    ui.expect_focus("calendar-why");
    ui.enter("báo lại sau bão");
    ui.press("Enter");
    ui.expect("Đã dời hẹn 1 hồ sơ.");
    assert_eq!(due_on_the_first(&office), 0);
    ui.press("Ctrl+Enter");
    ui.expect("không hồ sơ nào phải dời ngày hẹn");
    ui.press("Esc");
    ui.expect("Hẹn trả trong ngày");
}

#[test]
fn without_dossiers_to_move_it_says_so_and_writes() {
    let office = Office::new();
    let mut ui = at_the_year(&office, 0);
    tell(&mut ui, "30/11/2026", "Mất điện cả ngày");
    ui.expect("chưa ghi");
    ui.press("Ctrl+Enter");
    ui.expect("không hồ sơ nào phải dời ngày hẹn");
    ui.press("Esc");
    ui.expect("30/11/2026: nghỉ, Mất điện cả ngày");
    assert_eq!(special_days(&office, "origin = 'office'"), 0);
    ui.press("Ctrl+Enter");
    ui.expect_focus("calendar-why");
    ui.expect_field("calendar-why", "Mất điện cả ngày");
    ui.press("Ctrl+a");
    ui.press("Backspace");
    ui.press("Ctrl+Enter");
    ui.expect("Lý do đổi lịch: chưa nhập");
    ui.enter("mất điện");
    ui.press("Ctrl+Enter");
    ui.expect("Đã ghi lịch; không hồ sơ nào dời hẹn.");
    assert_eq!(special_days(&office, "origin = 'office'"), 1);

    // And it becomes an ordinary day again.
    ui.press("Delete");
    ui.expect("30/11/2026: trở lại ngày thường");
    ui.press("Ctrl+Enter");
    ui.expect_focus("calendar-why");
    ui.enter("đã có điện");
    ui.press("Ctrl+Enter");
    ui.until("ordinary day", |_| special_days(&office, "origin = 'office'") == 0);
}

#[test]
fn a_day_typed_wrong_names_the_field_and_stays() {
    let office = Office::new();
    let mut ui = at_the_year(&office, 0);
    tell(&mut ui, "31/11/2026", "");
    ui.expect("Đến ngày: ngày không có thật");
    ui.expect("Lý do: chưa nhập");
    ui.expect_focus("calendar-until");
    replace(&mut ui, "calendar-until", "29/11/2026");
    ui.press("Enter");
    ui.expect("Đến ngày: trước ngày bắt đầu");
    replace(&mut ui, "calendar-until", "01/03/2027");
    replace(&mut ui, "calendar-reason", "sửa trụ sở");
    ui.press("Enter");
    ui.expect("Đến ngày: quá 62 ngày");

    // Nothing typed is lost on the way through another place.
    ui.press("F1");
    ui.expect("Cần xử lý theo hạn");
    ui.press("F11");
    ui.expect_field("calendar-until", "01/03/2027");
    ui.expect_field("calendar-reason", "sửa trụ sở");

    replace(&mut ui, "calendar-until", "1/12");
    ui.press("Enter");
    ui.expect("30/11 – 01/12/2026: nghỉ, sửa trụ sở");
    ui.press("F2");
    ui.press("F11");
    ui.expect("30/11 – 01/12/2026: nghỉ, sửa trụ sở");
}

#[test]
fn a_part_of_a_day_is_closed_from_one_hour_to_another() {
    let office = Office::new();
    let mut ui = at_the_year(&office, 0);
    ui.press("Enter");
    ui.expect_focus("calendar-kind");
    ui.press_all(["Right", "Right"]);
    replace(&mut ui, "calendar-closes", "17:00");
    replace(&mut ui, "calendar-opens", "13h30");
    replace(&mut ui, "calendar-reason", "Họp Hội đồng nhân dân");
    ui.press("Enter");
    ui.expect("Giờ đóng cửa: giờ kết thúc phải sau giờ bắt đầu");
    replace(&mut ui, "calendar-closes", "13h30");
    replace(&mut ui, "calendar-opens", "17");
    ui.press("Enter");
    ui.expect("23/11/2026: đóng cửa 13:30 – 17:00, Họp Hội đồng nhân dân");
    ui.expect("07:30 – 11:30");
    ui.expect("Đóng cửa một phần ngày");
}

#[test]
fn what_the_calendar_cannot_be_is_said_beside_the_changes() {
    let office = Office::new();
    let mut ui = at_the_year(&office, 0);
    ui.press_all(["Home", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up"]);
    ui.expect("30/08/2026");
    ui.press_all(["Right", "Right", "Right"]);
    ui.expect("Thứ Tư 02/09/2026");
    ui.press("Delete");
    ui.expect("là ngày nghỉ theo luật");
    ui.press("Ctrl+Enter");
    ui.expect("Thay đổi chưa ghi");
    assert_eq!(special_days(&office, "date = '2026-09-02'"), 1);
}

#[test]
fn a_year_is_reckoned_anew_and_made_official() {
    let office = Office::new();
    let mut ui = at_the_year(&office, 0);
    ui.press("PageDown");
    ui.expect("Tết nghỉ trước mồng Một");
    ui.tab_to("calendar-tet");
    ui.press("Right");
    ui.expect("03/02/2027");
    ui.press("Left");
    ui.expect_gone("03/02/2027");
    ui.tab_to("calendar-second-day");
    ui.press("Right");
    ui.expect("01/09/2027: nghỉ, Quốc khánh");
    ui.press("Ctrl+o");
    ui.expect_focus("calendar-notice");
    ui.press("Enter");
    ui.expect("Số, ngày thông báo: chưa nhập");
    ui.enter("Thông báo số 9876/TB-BNV");
    ui.press("Enter");
    ui.expect("Năm 2027: chính thức theo Thông báo số 9876/TB-BNV");
    ui.expect("Chính thức");
    ui.press("Ctrl+Enter");
    ui.expect_focus("calendar-why");
    ui.press("Ctrl+a");
    ui.enter("có thông báo");
    ui.press("Ctrl+Enter");
    ui.expect("Đã ghi lịch");
    let official = "origin = 'notice' AND source = 'Thông báo số 9876/TB-BNV'";
    assert!(special_days(&office, &format!("date LIKE '2027-%' AND {official}")) >= 12);
    assert_eq!(special_days(&office, "date LIKE '2027-%' AND origin = 'estimate'"), 0);
    assert_eq!(special_days(&office, "date = '2027-09-01'"), 1);
    assert_eq!(special_days(&office, "date = '2027-09-03'"), 0);
}

#[test]
fn office_hours_are_typed_checked_and_written() {
    let office = Office::new();
    let mut ui = at_the_year(&office, 0);
    ui.press("Ctrl+g");
    ui.expect("Áp dụng từ ngày");
    replace(&mut ui, "calendar-hours-2", "7h-11h30; 13:30-");
    ui.press("Enter");
    ui.expect("Thứ Hai: giờ chưa đúng cách ghi");
    ui.expect_focus("calendar-hours-2");
    replace(&mut ui, "calendar-hours-2", "13:30-17:00, 7:00-11:30");
    ui.press("Enter");
    ui.expect("Thứ Hai: các buổi phải theo thứ tự");
    replace(&mut ui, "calendar-hours-2", "7h-11h30; 13:30-17");
    replace(&mut ui, "calendar-hours-from", "01/12/2026");
    ui.press("Enter");
    ui.expect("Giờ làm việc áp dụng từ 01/12/2026");
    ui.press("Ctrl+Enter");
    ui.expect_field("calendar-why", "Thay đổi giờ làm việc");
    ui.press("Ctrl+Enter");
    ui.expect("Đã ghi lịch");
    let week = text(&office, "SELECT week FROM office_hours WHERE in_force_from = '2026-12-01'");
    assert!(week.contains("07:00"), "{week}");
    assert_eq!(number(&office, "SELECT count(*) FROM office_hours"), 1);
}

#[test]
fn late_dossiers_may_count_from_the_next_day() {
    let office = Office::new();
    let mut ui = at_the_year(&office, 0);
    ui.press("Ctrl+g");
    ui.expect("Hồ sơ nhận muộn trong ngày");
    replace(&mut ui, "calendar-after", "26:00");
    ui.press("Enter");
    ui.expect("Giờ nhận muộn: chưa đúng cách ghi");
    replace(&mut ui, "calendar-after", "16h");
    ui.press("Enter");
    ui.expect("hồ sơ nhận sau 16h tính từ ngày làm việc tiếp theo");
    let kept = text(&office, "SELECT value FROM setting WHERE value LIKE '%count_next_day_after%'");
    assert!(kept.contains("\"count_next_day_after\":\"16:00:00\""), "{kept}");
}

#[test]
fn a_file_comes_among_the_changes_and_the_year_goes_into_one() {
    let office = Office::new();
    let pack = office.written(
        "lich.csv",
        "Ngày,Loại,Tên,Giờ,Trạng thái\n04/12/2026,đóng cửa,Diễn tập,13:30-17:00,nội bộ\n",
    );
    let mut ui = at_the_year(&office, 0);
    ui.press("Ctrl+f");
    ui.tab_to("calendar-import");
    ui.press("Enter");
    ui.expect("Đường dẫn tệp: chưa nhập");
    ui.enter(&office.file("khong-co.csv").display().to_string());
    ui.press("Enter");
    ui.expect("khong-co.csv");
    replace(&mut ui, "calendar-import", &format!("\"{pack}\""));
    ui.press("Enter");
    ui.expect("04/12/2026: đóng cửa 13:30 – 17:00, Diễn tập");
    ui.press("Ctrl+Enter");
    ui.expect_focus("calendar-why");
    ui.press("Ctrl+Enter");
    ui.expect("Đã ghi lịch");
    assert_eq!(special_days(&office, "kind = 'closed'"), 1);

    ui.press("Ctrl+f");
    replace(&mut ui, "calendar-export", &office.file("xuat.doc").display().to_string());
    ui.press("Enter");
    ui.expect("chỉ ghi được tệp .xlsx hoặc .csv");
    replace(&mut ui, "calendar-export", &office.file("xuat.csv").display().to_string());
    ui.press("Enter");
    ui.expect("Đã ghi lịch ra");
    let out = fs::read_to_string(office.file("xuat.csv")).unwrap();
    assert!(out.contains("04/12/2026,đóng cửa một phần,Diễn tập"), "{out}");
    assert!(out.contains("24/11/2026,nghỉ,Ngày Văn hóa Việt Nam"), "{out}");
}
