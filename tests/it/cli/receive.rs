//! `receive`, `show` and `slip`: what comes in is in the book and on the slip.

use std::fs;

use serde_json::{Value, json};

use crate::support::{CARD, Office, PEOPLE, PROCEDURE, SERIES, motcua};

fn receive(office: &Office, options: &[&str]) -> Value {
    let verb = ["receive", "--procedure", PROCEDURE];
    office.run(verb.iter().chain(options)).fine().json()
}

/// What `show` says is what `receive` said, but for what only receiving knows and for what came after.
fn is_shown_the_same(office: &Office, mut received: Value) {
    let code = received["code"].as_str().unwrap().to_owned();
    let mut shown = office.run(["show", &code.to_lowercase()]).fine().json();
    let since = shown.as_object_mut().unwrap();
    assert_eq!(since.remove("hand_back"), Some(Value::Null));
    assert_eq!(since.remove("corrections"), Some(json!([])));
    assert_eq!(since.remove("process"), Some(Value::Null));
    assert_eq!(since.remove("steps"), Some(json!([])));
    for untouched in ["result", "undo", "step_deadline", "next_step"] {
        assert_eq!(since.remove(untouched), Some(Value::Null), "{untouched}");
    }
    for empty in ["control", "notices", "undone"] {
        assert_eq!(since.remove(empty), Some(json!([])), "{empty}");
    }
    let clock = since.remove("clock").unwrap();
    assert_eq!((&clock["waits"], &clock["past"]), (&json!([]), &json!([])));
    assert_eq!(clock["promised"]["due_at"], received["due_at"]);
    let fields = received.as_object_mut().unwrap();
    for only in ["slip", "warnings", "promised_that_day"] {
        assert!(fields.remove(only).is_some(), "{only}");
    }
    assert_eq!(shown, received);
}

#[test]
fn a_card_and_a_phone_number_make_a_dossier() {
    let office = Office::new();
    let taken = receive(&office, &["--citizen-qr", CARD, "--phone", "0900 000 000"]);
    for (field, expected) in [
        ("code", json!("H50.031-261123-0001")),
        ("number", json!(1)),
        ("received_at", json!("2026-11-23T14:20:00+07:00")),
        ("due_at", json!("2026-12-01T14:20:00+07:00")),
        ("status", json!("received")),
        ("limit", json!("5d")),
        ("channel", json!("counter")),
        ("return_by", json!("counter")),
        ("subject", json!("Đăng ký lại khai sinh")),
        ("sets", json!(1)),
        ("received_by", json!("")),
        ("warnings", json!([])),
    ] {
        assert_eq!(taken[field], expected, "{field}");
    }
    assert_eq!(
        taken["applicant"],
        json!({
            "name": "Hồ Thị Mẫu", "phone": "0900000000", "email": "",
            "address": "Thôn Ruộng, xã Hướng Hiệp, tỉnh Quảng Trị",
            "kind": {
                "kind": "person", "birth": "1988-03-12", "sex": "female",
                "identity": { "paper": "citizen", "number": "045188000000" },
            },
        })
    );
    assert_eq!(taken["days"].as_array().unwrap().len(), 9);
    // All papers of the list but its heading.
    assert_eq!(taken["papers"].as_array().unwrap().len(), 8);
    let slip = office.file("slips/H50.031-261123-0001.pdf");
    assert_eq!(taken["slip"], json!(slip));
    assert!(fs::read(slip).unwrap().starts_with(b"%PDF-"));
    is_shown_the_same(&office, taken);
}

#[test]
fn typed_people_are_received_with_every_way_to_write_a_birth_date() {
    let office = Office::new();
    for (person, birth) in PEOPLE.iter().zip(["1990-01-02", "1985", "2001-05-06", "1970-12-31"]) {
        let taken = office.receive(person);
        assert_eq!(taken["applicant"]["kind"]["birth"], birth);
        assert_eq!(taken["applicant"]["kind"]["identity"]["number"], person.id);
        is_shown_the_same(&office, taken);
    }
    let card = "]Q1045188000000||HỒ THỊ MẪU|12031988|Nữ||\r\n";
    let taken = receive(&office, &["--citizen-qr", card, "--name", "Hồ Thị Mẫu Hai"]);
    assert_eq!(taken["applicant"]["name"], "Hồ Thị Mẫu Hai");
    is_shown_the_same(&office, taken);
}

#[test]
fn foreigners_organisations_and_people_on_authority_are_received() {
    let office = Office::new();
    let taken = receive(&office, &["--name", "Jörg O'Mẫu", "--passport", "c01x 00t47"]);
    assert_eq!(
        taken["applicant"]["kind"]["identity"],
        json!({ "paper": "passport", "number": "C01X00T47" })
    );
    is_shown_the_same(&office, taken);

    let company = ["--organisation", "--name", "Công ty TNHH Mẫu 2", "--tax-code", "0100047516"];
    let taken = receive(&office, &company);
    let kind = json!({ "kind": "organisation", "tax_code": "0100047516" });
    assert_eq!(taken["applicant"]["kind"], kind);
    is_shown_the_same(&office, taken);

    let authority = ["--authorisation", "Giấy ủy quyền ngày 20/11/2026"];
    let for_company =
        ["--for-name", "Công ty Mẫu", "--for-organisation", "--for-tax-code", "0100047516"];
    let options = [&["--citizen-qr", CARD][..], &for_company, &authority].concat();
    let taken = receive(&office, &options);
    assert_eq!(taken["principal"]["party"]["name"], "Công ty Mẫu");
    assert_eq!(taken["principal"]["party"]["kind"]["tax_code"], "0100047516");
    assert_eq!(taken["principal"]["authorisation"], "Giấy ủy quyền ngày 20/11/2026");
    is_shown_the_same(&office, taken);

    let for_person = [
        "--for-name",
        "Hồ Văn Mẫu",
        "--for-id",
        "045088000000",
        "--for-phone",
        "0900 000 001",
        "--for-address",
        "Thôn Kreng",
        "--for-email",
        "mau@example.vn",
    ];
    let taken = receive(&office, &[&["--citizen-qr", CARD][..], &for_person, &authority].concat());
    assert_eq!(taken["principal"]["party"]["phone"], "0900000001");
    assert_eq!(taken["principal"]["party"]["email"], "mau@example.vn");
    assert_eq!(taken["principal"]["party"]["kind"]["identity"]["number"], "045088000000");
    is_shown_the_same(&office, taken);
    office.is_sound();
}

#[test]
fn papers_come_by_text_by_number_and_with_their_counts() {
    let office = Office::new();
    let papers =
        ["--paper", "1", "--paper", "4=2/3", "--paper", " Bản cam kết = 0/1", "--paper", "Đơn xin"];
    let taken = receive(&office, &[&["--name", "Hồ Thị Mẫu"][..], &papers].concat());
    let told: Vec<(&str, u64, u64)> = taken["papers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|paper| {
            let count = |field: &str| paper[field].as_u64().unwrap();
            (paper["name"].as_str().unwrap(), count("originals"), count("copies"))
        })
        .collect();
    assert!(told[0].0.starts_with("Tờ khai đăng ký lại khai sinh"));
    assert!(told[1].0.starts_with("Bản sao Giấy khai sinh"));
    assert_eq!(
        told.iter().map(|(_, o, c)| (*o, *c)).collect::<Vec<_>>(),
        [(1, 0), (2, 3), (0, 1), (1, 0)]
    );
    assert_eq!((told[2].0, told[3].0), ("Bản cam kết", "Đơn xin"));
    is_shown_the_same(&office, taken);
}

#[test]
fn channel_return_branch_limit_and_the_rest_are_kept() {
    let office = Office::new();
    let name = ["--name", "Hồ Thị Mẫu"];
    let ways = [
        "--channel",
        "online",
        "--return-by",
        "post",
        "--sets",
        "2",
        "--note",
        "Gấp",
        "--subject",
        "Xin đăng ký lại",
        "--as",
        "Lê Văn Cán Bộ",
    ];
    let taken = receive(&office, &[&name[..], &ways].concat());
    for (field, expected) in [
        ("channel", json!("online")),
        ("return_by", json!("post")),
        ("sets", json!(2)),
        ("note", json!("Gấp")),
        ("subject", json!("Xin đăng ký lại")),
        ("received_by", json!("Lê Văn Cán Bộ")),
    ] {
        assert_eq!(taken[field], expected, "{field}");
    }
    is_shown_the_same(&office, taken);
    for (option, limit, due) in [
        (["--branch", "2"], "25cd", json!("2026-12-18T14:20:00+07:00")),
        (["--limit", "3d"], "3d", json!("2026-11-27T14:20:00+07:00")),
        (["--limit", "none"], "none", json!(null)),
        (["--channel", "post"], "5d", json!("2026-12-01T14:20:00+07:00")),
    ] {
        let taken = receive(&office, &[&name[..], &option].concat());
        assert_eq!((&taken["limit"], &taken["due_at"]), (&json!(limit), &due), "{option:?}");
        is_shown_the_same(&office, taken);
    }
}

#[test]
fn a_slip_goes_where_it_is_asked_for_and_reprints_are_counted() {
    let office = Office::new();
    let wanted = office.file("phiếu của bà.pdf");
    let taken = receive(&office, &["--citizen-qr", CARD, "--slip", wanted.to_str().unwrap()]);
    assert_eq!(taken["slip"], json!(wanted));
    let code = taken["code"].as_str().unwrap();
    for print in 2..=3 {
        let answer = office.run(["slip", code]).fine().json();
        let file = office.file(&format!("slips/{code}.pdf"));
        assert_eq!(answer, json!({ "code": code, "slip": file, "print": print }));
    }
    let slips = crate::support::names(&office.file("slips"));
    assert_eq!(slips.len(), 2, "the earlier print is kept: {slips:?}");
    let long = "x".repeat(121);
    office.run(["slip", code, "--reason", &long]).refused(1, "Lý do in lại: dài quá 120 ký tự");
    office.run(["slip", code, "--reason", " "]).refused(1, "Lý do in lại: chưa nhập");
    let elsewhere = office.file("a4.PDF");
    let answer = office
        .run(["slip", code, "-o", elsewhere.to_str().unwrap(), "--paper-size", "a4"])
        .fine()
        .json();
    assert_eq!(answer["print"], 4);
    assert!(fs::metadata(elsewhere).unwrap().len() > 1000);
    office.is_sound();
}

#[test]
fn a_slip_that_cannot_be_written_leaves_the_dossier_and_says_so() {
    let office = Office::new();
    let folder = office.file("folder.pdf");
    fs::create_dir(&folder).unwrap();
    let options = ["--citizen-qr", CARD, "--slip", folder.to_str().unwrap()];
    let said = office.run(["receive", "--procedure", PROCEDURE].iter().chain(&options));
    assert_eq!(said.code, Some(1));
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    let code = format!("{SERIES}0001");
    assert_eq!((&answer["code"], &answer["slip"]), (&json!(code), &json!(null)));
    assert_eq!(said.errors.lines().count(), 1);
    assert!(said.errors.contains(&format!("Hồ sơ {code} đã ở trong sổ")), "{}", said.errors);
    assert_eq!(office.run(["slip", &code]).fine().json()["print"], 1);
}

#[test]
fn a_slip_never_takes_the_place_of_the_book() {
    let office = Office::new();
    let taken = office.receive(&PEOPLE[0]);
    let before = office.bytes();
    let book = office.book();
    let book = book.to_str().unwrap();
    let again = ["receive", "--procedure", PROCEDURE, "--name", "Hồ Thị Mẫu", "--slip", book];
    office.run(again).refused(2, "Tệp giấy hẹn");
    office.run(["slip", taken["code"].as_str().unwrap(), "-o", book]).refused(2, "Tệp giấy hẹn");
    assert!(office.bytes() == before);
}

#[test]
fn plain_lines_say_code_name_and_date() {
    let office = Office::new();
    let data = office.path().to_str().unwrap();
    let at = ["--data", data, "--at", "2026-11-23T14:20"];
    let said =
        motcua(["receive", "--procedure", PROCEDURE, "--citizen-qr", CARD].iter().chain(&at))
            .fine();
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(
        lines[..5],
        [
            "Đã tiếp nhận hồ sơ H50.031-261123-0001.",
            "Người nộp: Hồ Thị Mẫu",
            "Thủ tục: Đăng ký lại khai sinh",
            "Tiếp nhận: 14:20 thứ Hai 23/11/2026",
            "Hẹn trả: 14:20 thứ Ba 01/12/2026",
        ]
    );
    let said = motcua(["show", "H50.031-261123-0001"].iter().chain(&at)).fine();
    for line in ["Số định danh: 045188000000", "Trạng thái: Được tiếp nhận"] {
        assert!(said.out.lines().any(|one| one == line), "{line} is not in {}", said.out);
    }
}

#[test]
fn an_unknown_code_is_said_with_what_to_do() {
    let office = Office::new();
    for verb in ["show", "slip"] {
        office.run([verb, "H50.031-261123-0099"]).refused(1, "Mã hồ sơ: không có hồ sơ");
        office.run([verb, "x\ny\u{202e}z"]).refused(1, "Mã hồ sơ");
    }
}
