//! Terms of intake, `branch`, `explain` and the crowd of a day.

use std::fs;

use serde_json::json;

use crate::support::{Office, PEOPLE, PROCEDURE, SERIES, motcua};

fn first() -> String {
    format!("{SERIES}0001")
}

/// The options that receive the first sample person with `terms`.
fn receive(office: &Office, terms: &[&'static str]) -> crate::support::Said {
    let mut words = vec!["receive", "--procedure", PROCEDURE];
    words.extend(PEOPLE[0].options());
    words.extend(terms);
    office.run(words)
}

#[test]
fn a_dossier_is_received_with_terms_of_its_own() {
    let office = Office::new();
    let terms = [
        "--clock-from",
        "08:00 25/11/2026",
        "--clock-reason",
        "out-of-area",
        "--second-limit",
        "3d",
    ];
    let answer = receive(&office, &terms).fine().json();
    assert_eq!(
        answer["start"],
        json!({ "at": "2026-11-25T08:00:00+07:00", "reason": "out_of_area" })
    );
    assert_eq!(answer["second_limit"], "3d");
    // Five working days from Wednesday 25/11.
    assert_eq!(answer["due_at"], "2026-12-02T08:00:00+07:00");
    let shown = office.run(["show", &first()]).fine().json();
    assert_eq!(
        (&shown["start"], &shown["second_limit"]),
        (&answer["start"], &answer["second_limit"])
    );
    office.is_sound();
}

#[test]
fn terms_that_cannot_be_receive_nothing() {
    let office = Office::new();
    for (terms, field) in [
        (&["--clock-from", "08:00 25/11/2026"][..], "Lý do tính từ thời điểm khác"),
        (&["--clock-from", "08:00 25/02/2027", "--clock-reason", "out-of-area"], "bắt đầu tính"),
        (&["--agreed", "10:00 04/12/2026"], "Ngày giờ đã thỏa thuận"),
        (&["--limit", "agreed"], "Ngày giờ đã thỏa thuận"),
        (&["--limit", "agreed", "--agreed", "22:00 04/12/2026"], "Ngày giờ đã thỏa thuận"),
        (&["--second-limit", "none"], "Thời hạn sau khi nộp tiền"),
    ] {
        receive(&office, terms).refused(1, field);
    }
    assert_eq!(office.codes("Hồ Thị"), Vec::<String>::new());
}

#[test]
fn terms_are_corrected_and_taken_back() {
    let office = Office::new();
    let _ = receive(&office, &["--second-limit", "3d"]).fine();
    let correct = |terms: &[&str]| {
        let mut words =
            vec!["correct".to_owned(), first(), "--reason".to_owned(), "ghi nhầm".to_owned()];
        words.extend(terms.iter().map(ToString::to_string));
        office.run(words)
    };
    let done =
        correct(&["--clock-from", "08:00 20/11/2026", "--clock-reason", "post"]).fine().json();
    assert_eq!(done["start"]["reason"], "post");
    assert_eq!(done["second_limit"], "3d", "what is not named stays");
    assert_eq!(done["corrected"], json!(["clock_from", "clock_reason"]));
    assert_eq!(done["due_at"], "2026-11-30T08:00:00+07:00");
    let done = correct(&["--clock-from", ""]).fine().json();
    assert_eq!(
        (&done["start"], &done["due_at"]),
        (&json!(null), &json!("2026-12-01T14:20:00+07:00"))
    );
    let done = correct(&["--second-limit", "5d"]).fine().json();
    assert_eq!(
        (&done["second_limit"], &done["corrected"]),
        (&json!("5d"), &json!(["second_limit"]))
    );
    office.is_sound();
}

#[test]
fn another_branch_runs_with_its_reason_and_the_old_promise_is_kept() {
    let office = Office::new();
    let before = receive(&office, &[]).fine().json();
    let branch = |words: &[&str]| {
        let mut all = vec!["branch".to_owned(), first()];
        all.extend(words.iter().map(ToString::to_string));
        office.run(all)
    };
    branch(&["--branch", "2", "--reason", " "]).refused(1, "Lý do");
    branch(&["--branch", "9", "--reason", "phải xác minh"]).refused(1, "Trường hợp thời hạn");
    branch(&["--branch", "1", "--reason", "phải xác minh"]).refused(1, "Trường hợp thời hạn");
    branch(&["--limit", "agreed", "--reason", "phải xác minh"])
        .refused(1, "Ngày giờ đã thỏa thuận");
    let done = branch(&["--branch", "2", "--reason", "phải xác minh"]).fine().json();
    assert_eq!(done["limit"], "25cd");
    assert_eq!(done["due_at"], "2026-12-18T14:20:00+07:00");
    assert_eq!(done["before"], json!({ "limit": "5d", "due_at": before["due_at"] }));
    let shown = office.run(["show", &first(), "--explain"]).fine().json();
    let earlier = shown["explanation"]["earlier"].as_array().unwrap();
    assert_eq!(earlier.len(), 1);
    let earlier = earlier[0].as_str().unwrap();
    assert!(earlier.contains("áp dụng trường hợp thời hạn khác: phải xác minh."), "{earlier}");
    // And a limit the officer reads in the decision, once more.
    let done = branch(&["--limit", "2.5d", "--reason", "văn bản mới"]).fine().json();
    assert_eq!(done["due_at"], "2026-11-27T11:30:00+07:00");
    office.is_sound();
    let _ = office.run(["finish", &first()]).fine();
    branch(&["--branch", "2", "--reason", "phải xác minh"]).refused(1, &first());
}

#[test]
fn a_promise_is_explained_on_paper_and_the_second_print_says_so() {
    let office = Office::new();
    let _ = receive(&office, &[]).fine();
    let file = office.file("explained.pdf");
    let file = file.to_str().unwrap();
    let explain = || office.run(["explain", &first(), "--form", file]).fine().json();
    assert_eq!(explain(), json!({ "code": first(), "form": file, "print": 1 }));
    assert!(fs::read(file).unwrap().starts_with(b"%PDF"));
    assert_eq!(explain()["print"], 2);
    assert_eq!(office.run(["explain", "H50.031-261123-0009", "--form", file]).code, Some(1));
    let book = office.book();
    let said = office.run(["explain", &first(), "--form", book.to_str().unwrap()]);
    assert_eq!(said.code, Some(2), "never over a book");
    office.is_sound();
}

#[test]
fn the_explanation_of_a_dossier_is_told_in_lines() {
    let office = Office::new();
    let _ = receive(&office, &[]).fine();
    let data = office.path().to_str().unwrap();
    let code = first();
    let out = motcua(["show", &code, "--explain", "--data", data]).fine().out;
    for line in [
        "\nThời hạn tính từ lúc tiếp nhận hồ sơ đầy đủ, đúng quy định.\n",
        "\n  - thứ Bảy 28/11/2026, Chủ nhật 29/11/2026: không tính (nghỉ hằng tuần)\n",
        "\nCăn cứ:\n",
    ] {
        assert!(out.contains(line), "{line:?} is not in {out}");
    }
    assert!(!motcua(["show", &code, "--data", data]).fine().out.contains("Căn cứ"));
}

#[test]
fn a_crowded_half_is_told_and_its_quieter_neighbour_named() {
    let office = Office::new();
    let mut answer = json!(null);
    for (number, hour) in (0..12).map(|number| (number, if number < 2 { "09:00" } else { "14:20" }))
    {
        let at = format!("2026-11-23T{hour}");
        let name = format!("Hồ Thị Thử {}", ["Một", "Hai", "Ba"][number % 3]);
        let words = ["receive", "--procedure", PROCEDURE, "--name", &name, "--json", "--at", &at];
        let said =
            crate::support::command(words).arg("--data").arg(office.path()).output().unwrap();
        answer = crate::support::Said::from(said).fine().json();
    }
    // The last one does not count itself.
    assert_eq!(
        answer["promised_that_day"],
        json!({ "total": 11, "morning": 2, "afternoon": 9, "quieter": null })
    );
    let due = office.run(["due", "--limit", "5d"]).fine().json();
    assert_eq!(
        due["promised_that_day"],
        json!({ "total": 12, "morning": 2, "afternoon": 10, "quieter": "morning" })
    );
    let data = office.path().to_str().unwrap();
    let from = ["--from", "2026-11-23T14:20", "--data", data];
    let out = motcua(["due", "--limit", "5d"].iter().chain(&from)).fine().out;
    let said = "\nNgày này đã hẹn 12 hồ sơ: sáng 2, chiều 10; buổi sáng vắng hơn, có kết quả sớm thì mời \
                người nộp đến buổi sáng.\n";
    assert!(out.contains(said), "{out}");
    let out = motcua(["due", "--limit", "6d"].iter().chain(&from)).fine().out;
    assert!(!out.contains("đã hẹn"), "nothing is promised for that day: {out}");
}
