//! `finish`, `return`, `correct` and `list`, and what `show` then tells.

use serde_json::{Value, json};

use crate::support::{AT, Office, PEOPLE, SERIES};

/// An office with one dossier of each sample person.
fn office() -> Office {
    let office = Office::new();
    for person in &PEOPLE {
        let _ = office.receive(person);
    }
    office
}

fn code(number: u32) -> String {
    format!("{SERIES}{number:04}")
}

fn listed(office: &Office, options: &[&str]) -> Vec<String> {
    let rows = office.run(["list"].iter().chain(options)).fine().json();
    rows.as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_dossier_goes_its_way_to_the_end() {
    let office = office();
    assert_eq!(listed(&office, &[]), [code(1), code(2), code(3), code(4)]);
    let finished = office.run(["finish", &code(2)]).fine().json();
    assert_eq!(
        (&finished["status"], &finished["finished_at"]),
        (&json!("finished"), &json!(format!("{AT}:00+07:00")))
    );
    assert_eq!(listed(&office, &[]), [code(1), code(3), code(4)]);
    assert_eq!(listed(&office, &["--state", "ready"]), [code(2)]);
    let returned = office.run(["return", &code(2), "--note", "Đã ký sổ"]).fine().json();
    assert_eq!(
        (&returned["status"], &returned["finished_now"]),
        (&json!("returned"), &json!(false))
    );
    let at_once = office.run(["return", &code(3), "--no-slip"]).fine().json();
    assert_eq!(at_once["finished_now"], json!(true));
    assert_eq!(listed(&office, &["--state", "ended", "--newest"]), [code(3), code(2)]);
    let shown = office.run(["show", &code(2)]).fine().json();
    assert_eq!(
        shown["hand_back"],
        json!({
            "at": format!("{AT}:00+07:00"), "actor": "", "by": { "by": "applicant" },
            "slip": "returned", "note": "Đã ký sổ"
        })
    );
    office.run(["return", &code(2)]).refused(1, &code(2));
    office.run(["finish", &code(2)]).refused(1, "Đã trả kết quả");
    office.run(["finish", "H50.031-0"]).refused(1, "không có hồ sơ");
    office.is_sound();
}

#[test]
fn whoever_collects_for_another_is_named_in_full() {
    let office = office();
    let verb = ["return", &code(1), "--collector", "Lê Văn Thử"];
    let refused = office.run(verb);
    assert_eq!((refused.code, refused.errors.lines().count()), (Some(1), 2), "{refused:?}");
    assert!(refused.errors.contains("Số định danh của người nhận kết quả"), "{refused:?}");
    let more =
        ["--collector-id", "045088000000", "--authorisation", "Giấy ủy quyền", "--lost-slip"];
    let _ = office.run(verb.into_iter().chain(more)).fine();
    let shown = office.run(["show", &code(1)]).fine().json();
    assert_eq!(
        shown["hand_back"]["by"],
        json!({
            "by": "authorised", "name": "Lê Văn Thử", "identity": "045088000000",
            "paper": "Giấy ủy quyền"
        })
    );
    assert_eq!(shown["hand_back"]["slip"], json!("lost"));
    office.run(["return", &code(2), "--lost-slip", "--no-slip"]).refused(2, "--no-slip");
    office.run(["return", &code(2), "--collector-id", "1"]).refused(2, "--collector");
}

/// What a correction with these options leads to.
fn corrected(office: &Office, options: &[&str]) -> Value {
    let verb = ["correct", &code(1), "--reason", "Gõ nhầm"];
    office.run(verb.iter().chain(options)).fine().json()
}

#[test]
fn only_what_is_named_is_corrected() {
    let office = office();
    let before = office.run(["show", &code(1)]).fine().json();
    let after = corrected(&office, &["--phone", "0900 999 888", "--note", "Gọi trước"]);
    assert_eq!(after["corrected"], json!(["phone", "note"]));
    let mut expected = before.clone();
    expected["applicant"]["phone"] = json!("0900999888");
    expected["note"] = json!("Gọi trước");
    let mut shown = office.run(["show", &code(1)]).fine().json();
    assert_eq!(shown["corrections"].as_array().unwrap().len(), 1);
    assert_eq!(shown["corrections"][0]["reason"], json!("Gõ nhầm"));
    assert_eq!(
        shown["corrections"][0]["before"]["form"]["applicant"]["phone"],
        json!("0900111222")
    );
    shown["corrections"] = json!([]);
    assert_eq!(shown, expected);
    // A new number takes the place of the other kind, nothing else is lost.
    let passport = corrected(&office, &["--passport", "C1234567"]);
    assert_eq!(passport["corrected"], json!(["identity_number", "passport"]));
    let company = corrected(&office, &["--organisation", "--name", "Hợp tác xã Mẫu"]);
    assert_eq!(company["applicant"]["kind"], json!({ "kind": "organisation", "tax_code": "" }));
    let person = corrected(&office, &["--id", "045190111111", "--name", "Hồ Thị Thử"]);
    assert_eq!(person["applicant"]["kind"]["identity"]["number"], json!("045190111111"));
    let principal = corrected(&office, &["--for-name", "Hồ Văn Mẫu", "--authorisation", "Giấy"]);
    assert_eq!(principal["principal"]["party"]["name"], json!("Hồ Văn Mẫu"));
    assert_eq!(corrected(&office, &["--for-name", ""])["principal"], Value::Null);
    let papers = corrected(&office, &["--paper", "1=2/0"]);
    assert_eq!(papers["papers"].as_array().unwrap().len(), 1);
    office.is_sound();
}

#[test]
fn another_limit_or_procedure_counts_the_promise_anew() {
    let office = office();
    let branch = corrected(&office, &["--branch", "2"]);
    assert_eq!((&branch["limit"], &branch["corrected"]), (&json!("25cd"), &json!(["limit"])));
    let limit = corrected(&office, &["--limit", "2d"]);
    assert_eq!(limit["due_at"], json!("2026-11-26T14:20:00+07:00"));
    let other = corrected(&office, &["--procedure", "2.000815"]);
    assert_eq!(other["due_at"], json!("2026-11-23T17:00:00+07:00"));
    assert_eq!((&other["code"], &other["number"]), (&json!(code(1)), &json!(1)));
    assert_eq!(other["received_at"], json!(format!("{AT}:00+07:00")));
    office.is_sound();
}

#[test]
fn a_correction_without_need_is_refused() {
    let office = office();
    let verb = ["correct", &code(1)];
    office.run(verb).refused(2, "--reason");
    office.run(verb.into_iter().chain(["--reason", " ", "--note", "x"])).refused(1, "Lý do");
    office.run(verb.into_iter().chain(["--reason", "x"])).refused(1, "không có mục nào khác");
    office.run(verb.into_iter().chain(["--reason", "x", "--id", "1"])).refused(1, "Số định danh");
    let _ = office.run(["return", &code(1)]).fine();
    office
        .run(verb.into_iter().chain(["--reason", "x", "--note", "y"]))
        .refused(1, "không làm việc này được nữa");
}

#[test]
fn a_list_is_asked_for_by_state_due_day_and_the_rest() {
    let office = office();
    let _ = office.run(["finish", &code(4)]).fine();
    for (options, numbers) in [
        (&["--state", "any"][..], &[1, 2, 3, 4][..]),
        (&["--state", "any", "--newest", "--max", "2"], &[4, 3]),
        (&["--due", "overdue"], &[]),
        (&["--due", "overdue", "--at", "2026-12-02T08:00"], &[1, 2, 3]),
        (&["--due", "today", "--at", "2026-12-01T08:00"], &[1, 2, 3]),
        (&["--due", "3-days", "--at", "2026-11-30T08:00"], &[1, 2, 3]),
        (&["--field", "Hộ tịch"], &[1, 2, 3]),
        (&["--field", "Đất đai"], &[]),
        (&["--channel", "online"], &[]),
        (&["--from", "23/11/2026"], &[1, 2, 3]),
        (&["--to", "22/11/2026"], &[]),
        (&["nguyen"], &[3]),
        (&["nguyen", "--state", "any"], &[3, 4]),
    ] {
        // `--at` may stand once: the office's own comes last.
        let mut words = vec!["list"];
        words.extend(options);
        let mut command = crate::support::command(&words);
        let _ = command.arg("--data").arg(office.path()).arg("--json");
        if !options.contains(&"--at") {
            let _ = command.args(["--at", AT]);
        }
        let said: crate::support::Said = command.output().unwrap().into();
        let rows = said.fine().json();
        let codes: Vec<&str> =
            rows.as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap()).collect();
        let expected: Vec<String> = numbers.iter().map(|number| code(*number)).collect();
        assert_eq!(codes, expected, "{options:?}");
    }
    office.run(["list", "--due", "soon"]).refused(2, "overdue");
    office.run(["list", "--from", "2026-11-24", "--to", "2026-11-23"]).refused(2, "Khoảng ngày");
}
