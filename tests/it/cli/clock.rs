//! The verbs that stop a dossier's clock, start it again or end it.

use serde_json::json;

use crate::support::{Office, PEOPLE, SERIES};

fn code(number: u32) -> String {
    format!("{SERIES}{number:04}")
}

fn office() -> Office {
    let office = Office::new();
    for person in &PEOPLE[..2] {
        let _ = office.receive(person);
    }
    office
}

fn on(office: &Office, at: &str, words: &[&str]) -> crate::support::Said {
    let data = office.path().to_str().unwrap();
    crate::support::motcua(["--data", data, "--json", "--at", at].iter().chain(words))
}

#[test]
fn papers_are_asked_for_and_come() {
    let office = office();
    let asked =
        on(&office, "2026-11-26T09:00", &["ask-papers", &code(1), "--demand", "Bản sao CCCD"]);
    let asked = asked.fine().json();
    assert_eq!((&asked["status"], &asked["due_at"]), (&json!("awaiting_papers"), &json!(null)));
    let said = office.run(["show", &code(1)]).fine().json();
    assert_eq!(said["clock"]["waits"][0]["reason"], "Bản sao CCCD");
    assert_eq!(said["clock"]["promised"]["due_at"], "2026-12-01T14:20:00+07:00");

    let slip = office.file("moi.pdf");
    let words = ["papers-came", &code(1), "--slip", slip.to_str().unwrap()];
    let back = on(&office, "2026-12-07T10:30", &words).fine().json();
    assert_eq!(back["due_at"], "2026-12-14T10:30:00+07:00");
    assert!(std::fs::read(&slip).unwrap().starts_with(b"%PDF"));
    let told = office.run(["show", &code(1)]);
    let told = told.fine().json();
    let papers = told["papers"].as_array().unwrap();
    let last = papers.last().unwrap();
    let came = (&last["name"], &last["originals"], &last["copies"]);
    assert_eq!(came, (&json!("Bản sao CCCD"), &json!(0), &json!(1)));
    assert_eq!(told["clock"]["index"]["due_at"], "2026-12-10T10:30:00+07:00");
    office.is_sound();
}

#[test]
fn a_plain_answer_tells_the_clock_in_words() {
    let office = office();
    let data = office.path().to_str().unwrap();
    let say =
        |words: &[&str]| crate::support::motcua(["--data", data].iter().chain(words)).fine().out;
    let asked =
        say(&["ask-papers", &code(1), "--demand", "Bản sao CCCD", "--at", "2026-11-26T09:00"]);
    assert!(asked.contains("Yêu cầu bổ sung giấy tờ") && asked.contains("Thời hạn tạm dừng"));
    let _ = say(&["papers-came", &code(1), "--at", "2026-11-27T09:00"]);
    let again = say(&["ask-papers", &code(1), "--demand", "Tờ khai", "--at", "2026-11-30T09:00"]);
    assert!(again.contains("đã được yêu cầu bổ sung 1 lần"), "{again}");
    let shown = say(&["show", &code(1)]);
    for told in [
        "Chờ bổ sung từ 09:00 thứ Năm 26/11/2026 đến 09:00 thứ Sáu 27/11/2026: Bản sao CCCD",
        "Chờ bổ sung từ 09:00 thứ Hai 30/11/2026: Tờ khai",
        "Theo chỉ số (trừ thời gian chờ bổ sung)",
        "Đã yêu cầu bổ sung quá một lần",
    ] {
        assert!(shown.contains(told), "{told}: {shown}");
    }
}

#[test]
fn a_promise_is_put_off_and_the_slip_says_so() {
    let office = office();
    let slip = office.file("hen-lai.pdf");
    let words = [
        "apologise",
        &code(2),
        "--until",
        "2026-12-04T09:00",
        "--reason",
        "Chờ xác minh",
        "--slip",
        slip.to_str().unwrap(),
    ];
    on(&office, "2026-12-01T08:00", &words).refused(1, "trước ngày hẹn ít nhất một ngày");
    assert!(!slip.exists());
    let moved = on(&office, "2026-11-30T16:00", &words).fine().json();
    assert_eq!(moved["due_at"], "2026-12-04T09:00:00+07:00");
    assert!(slip.exists());
    on(&office, "2026-11-30T16:00", &words).refused(1, "không quá một lần");
    office.is_sound();
}

#[test]
fn ends_need_a_reason_and_a_lawful_state() {
    let office = office();
    on(&office, "2026-11-25T09:00", &["stop", &code(1), "--reason", "x"])
        .refused(1, "không chuyển thẳng");
    on(&office, "2026-11-25T09:00", &["withdraw", &code(1), "--reason", " "]).refused(1, "Lý do");
    let gone = on(&office, "2026-11-25T09:00", &["withdraw", &code(1), "--reason", "Đã đổi ý"]);
    assert_eq!(gone.fine().json()["ended_because"], "Đã đổi ý");
    on(&office, "2026-11-25T09:00", &["ask-payment", &code(2), "--demand", "TB 1"])
        .refused(1, "không chuyển thẳng");
    on(&office, "2026-11-25T09:00", &["paid", &code(2)]).refused(1, "không chuyển thẳng");
    office.is_sound();
}
