//! `calendar`: shown, asked what a change would move, changed, taken in and handed on.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Office, PEOPLE, motcua};

const STORM: &str = "30/11/2026=Nghỉ bão số 5";

fn codes(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|moved| moved["code"].as_str().unwrap()).collect()
}

/// An office with two open dossiers, promised for 14:20 on 1 December.
fn office() -> (Office, [String; 2]) {
    let office = Office::new();
    let codes = [0, 1]
        .map(|person: usize| office.receive(&PEOPLE[person])["code"].as_str().unwrap().to_owned());
    (office, codes)
}

fn plain(office: &Office, words: &[&str]) -> Vec<String> {
    let data = office.path().to_str().unwrap();
    let at = ["--data", data, "--at", "2026-11-23T14:20", "calendar"];
    let said = motcua(at.iter().chain(words)).fine().out;
    said.lines().map(str::to_owned).collect()
}

#[test]
fn a_calendar_is_shown_with_reasons_sources_and_hours() {
    let office = Office::new();
    let lines = plain(&office, &["show"]);
    for line in [
        "Lịch nghỉ năm 2026 (chính thức):",
        "  thứ Sáu 02/01/2026: nghỉ, Nghỉ hoán đổi với ngày 10/01/2026",
        "  thứ Bảy 10/01/2026: làm việc, Làm bù cho ngày 02/01/2026",
        "Lịch nghỉ năm 2027 (dự kiến, chưa có thông báo chính thức):",
        "  thứ Sáu 01/01/2027: nghỉ, Tết Dương lịch (dự kiến)",
        "Giờ làm việc từ 01/01/2019: T2-T6 07:30-11:30 13:30-17:00",
    ] {
        assert!(lines.iter().any(|said| said == line), "{line} not in {lines:#?}");
    }
    assert!(lines.last().unwrap().starts_with("Lưu ý: lịch nghỉ năm 2027 mới là dự kiến"));
    let shown = office.run(["calendar", "show", "--year", "2026"]).fine().json();
    assert_eq!(shown["years"].as_array().unwrap().len(), 1);
    assert_eq!(shown["years"][0]["official"], true);
    assert_eq!(shown["year_without_notice"], 2027);
    assert_eq!(
        shown["years"][0]["days"][0],
        json!({
            "date": "2026-01-01", "kind": "off", "closed": null, "name": "Tết Dương lịch",
            "origin": "notice", "source": "",
        })
    );
    let hours = [
        "date,kind,name,hours\n2026-07-01,hours,,T2-T6 07:30-11:30 13:30-17:00; T7 nhận 7:30-11:00\n",
        "2026-07-01,season,Giờ mùa hè,16/04-15/10 T2-T6 07:00-11:30\n",
        "2026-12-02,closed,Mất điện,13:30-17:00\n",
    ];
    let file = office.written("hours.csv", hours.concat());
    let _ = office.run(["calendar", "import", &file]).fine();
    let lines = plain(&office, &["show", "--year", "2026"]);
    for line in [
        "  thứ Tư 02/12/2026: đóng cửa 13:30-17:00, Mất điện (cơ quan quyết định)",
        "Giờ làm việc từ 01/07/2026: T2-T6 07:30-11:30 13:30-17:00; T7 nhận 07:30-11:00",
        "  Giờ mùa hè: 16/04-15/10 T2-T6 07:00-11:30",
    ] {
        assert!(lines.iter().any(|said| said == line), "{line} not in {lines:#?}");
    }
}

#[test]
fn asking_lists_and_writes_nothing() {
    let (office, [first, second]) = office();
    let before = office.bytes();
    let answer = office.run(["calendar", "what-if", "--off", STORM]).fine().json();
    assert_eq!(answer["looked_at"], 2);
    assert_eq!(codes(&answer["moved"]), [&first, &second]);
    assert_eq!(
        answer["moved"][0],
        json!({
            "id": 1, "code": first, "applicant": PEOPLE[0].name, "phone": PEOPLE[0].phone,
            "procedure": "Đăng ký lại khai sinh", "old": "2026-12-01T14:20:00+07:00",
            "new": "2026-12-02T14:20:00+07:00", "kind": "later",
        })
    );
    assert!(office.bytes() == before);
    assert_eq!(
        plain(&office, &["what-if", "--off", STORM])[..2],
        [
            "Đã xem 2 hồ sơ đang giải quyết, 2 hồ sơ có ngày hẹn khác:".to_owned(),
            format!(
                "  {first}  {}  {}  Đăng ký lại khai sinh  14:20 thứ Ba 01/12/2026 → 14:20 thứ Tư \
                 02/12/2026 (muộn hơn)",
                PEOPLE[0].name, PEOPLE[0].phone
            )
        ]
    );
    let closed = ["calendar", "what-if", "--closed", "01/12/2026=13:30-17:00=Mất điện"];
    let answer = office.run(closed).fine().json();
    assert_eq!(answer["moved"][0]["new"], "2026-12-01T11:30:00+07:00");
    let swap = ["--off", "30/11/2026=Hoán đổi", "--work", "28/11/2026=Làm bù", "--remove"];
    let words = ["calendar", "what-if"].into_iter().chain(swap).chain(["24/11/2026"]);
    let answer = office.run(words).fine().json();
    assert_eq!(answer["moved"][0]["new"], "2026-11-28T14:20:00+07:00");
    assert_eq!(
        plain(&office, &["what-if", "--off", "2027-06-01=Nghỉ bão"]),
        ["Đã xem 2 hồ sơ đang giải quyết: không hồ sơ nào đổi ngày hẹn."]
    );
}

#[test]
fn a_change_moves_the_chosen_and_makes_their_papers() {
    let (office, [first, second]) = office();
    let (slips, calls) = (office.file("slips.pdf"), office.file("calls.pdf"));
    let change = ["calendar", "change", "--off", STORM, "--reason", "Nghỉ bão số 5"];
    let none = office.run(change).fine().json();
    assert_eq!(
        none,
        json!({ "days": ["2026-11-30"], "moved": [], "stayed": 2, "slips": null, "calls": null })
    );
    assert_eq!(office.run(["show", &first]).fine().json()["due_at"], "2026-12-01T14:20:00+07:00");

    let papers = ["--slips", slips.to_str().unwrap(), "--calls", calls.to_str().unwrap()];
    let again = ["calendar", "change", "--recount", "--reason", "Nghỉ bão số 5"];
    let one = again.iter().chain(&papers).copied().chain(["--move", &second]);
    let done = office.run(one).fine().json();
    assert_eq!((codes(&done["moved"]), &done["stayed"]), (vec![second.as_str()], &json!(1)));
    assert_eq!(done["slips"], json!(slips));
    for file in [&slips, &calls] {
        assert!(fs::read(file).unwrap().starts_with(b"%PDF-"));
    }
    assert_eq!(office.run(["show", &second]).fine().json()["due_at"], "2026-12-02T14:20:00+07:00");
    let rest = office.run(again.iter().chain(&["--move", "all"])).fine().json();
    assert_eq!(codes(&rest["moved"]), [&first]);
    office.is_sound();

    let (office, [first, _]) = self::office();
    let lines =
        plain(&office, &["change", "--off", STORM, "--reason", "Nghỉ bão số 5", "--move", &first]);
    assert_eq!(lines[..2], ["Đã đổi lịch: 1 ngày.", "Đã dời hẹn 1 hồ sơ:"]);
    assert!(lines[3].starts_with("1 hồ sơ bị ảnh hưởng giữ nguyên ngày hẹn"), "{lines:?}");
    office.is_sound();
}

#[test]
fn what_cannot_be_meant_is_refused_and_changes_nothing() {
    let (office, [first, _]) = office();
    let before = office.bytes();
    let change = |words: &[&str]| {
        let change = ["calendar", "change", "--reason", "Nghỉ bão"];
        office.run(change.iter().chain(words))
    };
    change(&[]).refused(2, "Chưa cho biết lịch đổi thế nào");
    change(&["--off", "30/11/2026"]).refused(2, "--off");
    change(&["--off", "31/11/2026=Nghỉ bão"]).refused(2, "--off");
    change(&["--closed", "01/12/2026=17:00-13:30=Mất điện"]).refused(2, "--closed");
    change(&["--official", "sang năm=Thông báo"]).refused(2, "--official");
    change(&["--off", STORM, "--move", "all", &first]).refused(2, "--move");
    change(&["--off", STORM, "--slips", "giay.txt"]).refused(2, ".pdf");
    change(&["--off", STORM, "--move", "H50.031-261123-0009"]).refused(1, "H50.031-261123-0009");
    change(&["--off", "08/12/2026=Nghỉ", "--move", &first]).refused(1, "what-if");
    change(&["--remove", "01/12/2026"]).refused(1, "01/12/2026 vốn là ngày bình thường");
    change(&["--remove", "02/09/2026"]).refused(1, "02/09/2026 là ngày nghỉ theo luật");
    change(&["--work", "01/01/2027=Làm bù"]).refused(1, "01/01/2027 là ngày nghỉ theo luật");
    change(&["--off", "24/11/2026=Nghỉ bão"]).refused(1, "24/11/2026 cả nước đã nghỉ");
    change(&["--closed", "01/12/2026=01:30-05:00=Mất điện"]).refused(1, "01/12/2026");
    change(&["--off", "30/11/2026=  "]).refused(1, "Ngày trong lịch: chưa ghi lý do");
    change(&["--off", STORM, "--off", STORM]).refused(1, "30/11/2026 được ghi hai lần");
    change(&["--official", "2090=Thông báo số 1"]).refused(1, "năm 2090");
    office
        .run(["calendar", "change", "--off", STORM, "--reason", " "])
        .refused(1, "Lý do: chưa nhập");
    office.run(["calendar", "change", "--off", STORM]).refused(2, "--reason");
    office.run(["calendar", "export", "lich.pdf"]).refused(2, ".xlsx");
    assert!(office.bytes() == before);
}

#[test]
fn papers_that_cannot_be_made_leave_the_change_and_say_so() {
    let (office, [first, _]) = office();
    fs::write(office.file("file"), "").unwrap();
    let slips = office.file("file/slips.pdf");
    let words = ["calendar", "change", "--off", STORM, "--reason", "Nghỉ bão", "--move", "all"];
    let said = office.run(words.iter().chain(&["--slips", slips.to_str().unwrap()]));
    assert_eq!(said.code, Some(1), "{said:?}");
    assert!(said.errors.starts_with("Lịch đã đổi và hồ sơ đã dời hẹn trong sổ"), "{said:?}");
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((&answer["slips"], codes(&answer["moved"]).len()), (&Value::Null, 2));
    assert_eq!(office.run(["show", &first]).fine().json()["due_at"], "2026-12-02T14:20:00+07:00");
    office.is_sound();
}

#[test]
fn an_import_says_what_it_would_move_and_how() {
    let (office, [first, second]) = office();
    let storm =
        "date,kind,name,status,source\n30/11/2026,nghỉ,Nghỉ bão số 5,nội bộ,Công điện số 2\n";
    let file = office.written("storm.csv", storm);
    let asked = office.run(["calendar", "what-if", "--file", &file]).fine().json();
    assert_eq!(codes(&asked["moved"]), [&first, &second]);
    let lines = plain(&office, &["import", &file]);
    assert_eq!(lines[0], "Đã ghi 1 ngày nghỉ hoặc làm bù, 0 lịch giờ làm việc.");
    assert!(lines[1].starts_with("Theo lịch mới, 2 hồ sơ đang giải quyết có ngày hẹn khác"));
    let again = office.run(["calendar", "import", &file]).fine().json();
    assert_eq!(again, json!({ "days": 1, "office_hours": 0, "would_move": 0 }));
    let recount = office.run(["calendar", "what-if", "--recount"]).fine().json();
    assert_eq!(codes(&recount["moved"]), [&first, &second]);
    let done = ["calendar", "change", "--recount", "--move", "all", "--reason", "Nghỉ bão số 5"];
    assert_eq!(codes(&office.run(done).fine().json()["moved"]), [&first, &second]);
    office.is_sound();
}

#[test]
fn a_year_goes_from_one_commune_to_the_next() {
    let (first, second) = (Office::new(), Office::new());
    let notice = "2027=Thông báo số 9/TB-BNV";
    let words = ["calendar", "change", "--official", notice, "--reason", "Thông báo số 9/TB-BNV"];
    let _ = first.run(words).fine();
    let storm = ["calendar", "change", "--off", "01/06/2027=Nghỉ bão", "--reason", "Nghỉ bão"];
    let _ = first.run(storm).fine();
    let year = |office: &Office| {
        office.run(["calendar", "show", "--year", "2027"]).fine().json()["years"][0].clone()
    };
    for name in ["lich.csv", "lich.xlsx"] {
        let file = first.file(name);
        let out = file.to_str().unwrap();
        let answer = first.run(["calendar", "export", out, "--year", "2027"]).fine().json();
        let days = answer["days"].as_u64().unwrap();
        assert_eq!((&answer["file"], &answer["office_hours"]), (&json!(file), &json!(0)));
        let all = first.run(["calendar", "export", out, "--year", "2027", "--all"]).fine().json();
        assert_eq!(all["days"], days + 1);
        let _ = first.run(["calendar", "export", out, "--year", "2027"]).fine();
        let second = if name.ends_with("csv") { &second } else { &Office::new() };
        let taken = second.run(["calendar", "import", out]).fine().json();
        assert_eq!(taken["days"], days);
        let mut expected = year(&first);
        expected["days"].as_array_mut().unwrap().retain(|day| day["origin"] != "office");
        assert_eq!(year(second), expected);
        assert_eq!(expected["official"], true);
    }
}
