//! `procedures import-steps`, `set-steps`, `steps`, and `next`: a dossier's steps from the command line.

use serde_json::{Value, json};

use crate::support::{AT, Office, PEOPLE, PROCEDURE, SERIES};

/// An office with a process of the sample procedure and one dossier.
fn office() -> Office {
    let office = Office::new();
    let steps = office.written(
        "steps.csv",
        "code,process,step,who,hours,in_force_from\n\
         1.004884,QT-HT-07,Tiếp nhận,Bộ phận Một cửa,4,2026-01-01\n\
         1.004884,QT-HT-07,Thẩm tra,Công chức Tư pháp,28,\n\
         1.004884,QT-HT-07,Ký duyệt,Lãnh đạo UBND,8,\n\
         1.004884,QT-HT-07,Trả kết quả,Bộ phận Một cửa,-,\n",
    );
    let done = office.run(["procedures", "import-steps", &steps]).fine().json();
    assert_eq!(done, json!({ "processes": 1, "added": 1, "unknown_procedures": [] }));
    let _ = office.receive(&PEOPLE[0]);
    office
}

fn code() -> String {
    format!("{SERIES}0001")
}

/// The program on this office at another moment, answering in plain lines.
fn at(office: &Office, moment: &str, words: &[&str]) -> crate::support::Said {
    let mut command = crate::support::command(words);
    let _ = command.arg("--data").arg(office.path()).args(["--at", moment]);
    command.output().unwrap().into()
}

#[test]
fn show_tells_where_the_time_went() {
    let office = office();
    let shown = office.run(["show", &code()]).fine().json();
    assert_eq!(shown["process"], json!("QT-HT-07"));
    assert_eq!(
        shown["steps"][0],
        json!({
            "step": 1, "name": "Tiếp nhận", "who": "Bộ phận Một cửa", "holder": "",
            "deadline": "2026-11-25T08:35:00+07:00", "began_at": format!("{AT}:00+07:00"),
            "ended_at": null, "minutes": 0, "late": false, "minutes_late": 0, "running": true
        })
    );
    assert_eq!(shown["steps"].as_array().unwrap().len(), 4);
    let _ = at(&office, "2026-11-25T10:05", &["next", &code(), "--as", "Trần Thị Bình"]).fine();
    let lines = at(&office, "2026-11-25T10:35", &["show", &code()]).fine().out;
    for line in [
        "Quy trình QT-HT-07:",
        "  1. Tiếp nhận (Bộ phận Một cửa): hạn 08:35 thứ Tư 25/11/2026, xong 10:05 thứ Tư \
         25/11/2026, mất 5,3 giờ, trễ 1,5 giờ",
        "  2. Thẩm tra (Công chức Tư pháp): hạn 14:20 thứ Hai 30/11/2026, đang xử lý, đã 30 phút",
        "  4. Trả kết quả (Bộ phận Một cửa): hạn 14:20 thứ Ba 01/12/2026",
    ] {
        assert!(lines.contains(&format!("{line}\n")), "no {line} in:\n{lines}");
    }
    office.is_sound();
}

#[test]
fn next_moves_a_dossier_on_back_and_to_its_result() {
    let office = office();
    let next =
        |more: &[&str]| office.run(["next", &code()].iter().copied().chain(more.iter().copied()));
    let moved = next(&["--holder", "Lê Văn An"]).fine().json();
    assert_eq!(
        (&moved["status"], &moved["steps"][1]["running"]),
        (&json!("in_progress"), &json!(true))
    );
    assert_eq!(moved["steps"][1]["holder"], json!("Lê Văn An"));
    assert_eq!(next(&["--to", "ky duyet"]).fine().json()["steps"][2]["running"], json!(true));
    next(&["--to", "2"]).refused(1, "Lý do");
    next(&["--to", "duyệt"]).refused(1, "1 Tiếp nhận, 2 Thẩm tra, 3 Ký duyệt, 4 Trả kết quả");
    next(&["--to", "3"]).refused(1, "Ký duyệt");
    next(&["--holder", "A"]).refused(1, "Người đang giữ hồ sơ");
    let back = next(&["--to", "2", "--reason", "Thiếu giấy tờ"]).fine().json();
    assert_eq!(back["steps"][1]["running"], json!(true));
    let _ = next(&[]).fine();
    let done = next(&[]).fine().json();
    assert_eq!(
        (&done["status"], &done["finished_at"]),
        (&json!("finished"), &json!(format!("{AT}:00+07:00")))
    );
    next(&[]).refused(1, "Đã xử lý xong");
    office.run(["next", "H50.031-0"]).refused(1, "không có hồ sơ");
    office.is_sound();
}

#[test]
fn next_is_told_in_words() {
    let office = office();
    let said = at(&office, AT, &["next", &code()]).fine().out;
    assert_eq!(
        said,
        format!(
            "Hồ sơ {} đã chuyển sang bước Thẩm tra, người giữ: Công chức Tư pháp.\n\
             Hạn của bước: 14:20 thứ Hai 30/11/2026\n\
             Hẹn trả: 14:20 thứ Ba 01/12/2026\n",
            code()
        )
    );
}

#[test]
fn what_steps_says_can_be_typed_again() {
    let office = office();
    let lines = at(&office, AT, &["procedures", "steps", PROCEDURE]).fine().out;
    assert_eq!(
        lines,
        "Quy trình QT-HT-07 của thủ tục 1.004884, áp dụng từ 01/01/2026, 40 giờ:\n\
         \x20 1. Tiếp nhận; Bộ phận Một cửa; 4 giờ\n\
         \x20 2. Thẩm tra; Công chức Tư pháp; 28 giờ\n\
         \x20 3. Ký duyệt; Lãnh đạo UBND; 8 giờ\n\
         \x20 4. Trả kết quả; Bộ phận Một cửa; không tính thời gian\n"
    );
    let typed: Vec<&str> = lines.lines().skip(1).map(|line| &line[5..]).collect();
    let mut words = vec!["procedures", "set-steps", PROCEDURE, "--name", "QT-HT-07"];
    words.extend(typed.iter().flat_map(|step| ["--step", step]));
    let same = office.run(&words).fine().json();
    assert_eq!(same["added"], json!(false));
    words[4] = "QT-HT-08";
    let other = office.run(&words).fine().json();
    assert_eq!((&other["added"], &other["process"]), (&json!(true), &json!("QT-HT-08")));
    assert_eq!(other["in_force_from"], json!("2026-11-23"));
    let listed = office.run(["procedures", "steps", PROCEDURE]).fine().json();
    assert_eq!(
        (&listed["process"], listed["steps"].as_array().map(Vec::len)),
        (&json!("QT-HT-08"), Some(4))
    );
    let none = office.run(["procedures", "steps", "2.000815"]).fine().json();
    assert_eq!((&none["process"], &none["steps"]), (&Value::Null, &json!([])));
}

#[test]
fn wrong_steps_are_named_by_line() {
    let office = Office::new();
    let before = office.bytes();
    let set = ["procedures", "set-steps", PROCEDURE, "--name", "QT"];
    let with = |steps: &[&str]| {
        let steps = steps.iter().flat_map(|step| ["--step", *step]);
        office.run(set.iter().copied().chain(steps))
    };
    with(&[]).refused(2, "--step");
    with(&["A; B; 1", "C; D; ba"]).refused(1, "Dòng 2, số giờ");
    with(&["A; B; 1", "C; 4"]).refused(1, "Dòng 2: có 2 phần");
    with(&["A; B; không tính thời gian"]).refused(1, "chưa bước nào có số giờ");
    with(&["A; B; 0,001"]).refused(1, "phải từ 1 phút");
    let two = with(&["A; ; x"]);
    assert_eq!((two.code, two.errors.lines().count()), (Some(1), 2), "{two:?}");
    office.run(["procedures", "steps", "9.999999"]).refused(1, "không có trong danh mục");
    office.run(["procedures", "import-steps", "khong-co.csv"]).refused(1, "khong-co.csv");
    let file = office.written("a.csv", "code,process,step,who\n1.004884,QT,A,B\n");
    office.run(["procedures", "import-steps", &file]).refused(1, "hours");
    let _ = office.receive(&PEOPLE[0]);
    office.run(["next", &code()]).refused(1, "chưa có quy trình");
    assert!(office.bytes() != before);
}
