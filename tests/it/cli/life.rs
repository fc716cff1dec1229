//! The verbs of a dossier's whole life: what they answer in JSON and in words, and what they refuse.

use serde_json::{Value, json};

use crate::support::{CARD, Office, PEOPLE, PROCEDURE, SERIES, Said, motcua};

fn code(number: u32) -> String {
    format!("{SERIES}{number:04}")
}

/// An office with four dossiers.
fn office() -> Office {
    let office = Office::new();
    for person in &PEOPLE {
        let _ = office.receive(person);
    }
    office
}

/// A plain answer, in lines.
fn told(office: &Office, words: &[&str]) -> String {
    let data = office.path().to_str().unwrap();
    let said: Said = motcua(["--data", data, "--at", "2026-11-25T09:00"].iter().chain(words));
    said.fine().out
}

#[track_caller]
fn tells(office: &Office, words: &[&str], expected: &[&str]) {
    let out = told(office, words);
    for line in expected {
        assert!(out.lines().any(|told| told == *line), "{line:?} is not in:\n{out}");
    }
}

#[test]
fn who_has_no_dossier_gets_a_numbered_paper() {
    let office = Office::new();
    let words = ["guide", "--procedure", PROCEDURE, "--citizen-qr", CARD, "--item", "Tờ khai"];
    let more = ["--item", "Ảnh 4x6", "--reason", "Chưa đủ thành phần"];
    let notice = office.run(words.iter().chain(&more)).fine().json();
    assert_eq!((&notice["number"], &notice["code"]), (&json!(1), &Value::Null));
    assert_eq!(notice["content"]["items"], json!(["Tờ khai", "Ảnh 4x6"]));
    assert_eq!(notice["content"]["addressee"]["name"], "Hồ Thị Mẫu");
    assert_eq!(notice["content"]["addressee"]["identity"], "045188000000");
    tells(
        &office,
        &["refuse", "--procedure", PROCEDURE, "--name", "Lê Văn Sai", "--reason", "Sai nơi nộp"],
        &[
            "Đã lập phiếu từ chối tiếp nhận giải quyết hồ sơ số 0001/2026; chưa tiếp nhận hồ sơ.",
            "  Người nộp: Lê Văn Sai",
            "  Thủ tục: 1.004884 Đăng ký lại khai sinh",
            "  Lý do: Sai nơi nộp",
        ],
    );
    let listed = office.run(["notices"]).fine().json();
    let kinds: Vec<_> = listed.as_array().unwrap().iter().map(|it| &it["kind"]).collect();
    assert_eq!(kinds, ["refusal", "supplement"]);
    tells(
        &office,
        &["notices", "--max", "1"],
        &["Phiếu từ chối tiếp nhận giải quyết hồ sơ số 0001/2026, 09:00 thứ Tư 25/11/2026"],
    );
    for (words, code, named) in [
        (&["guide", "--name", "Lê Văn Ba", "--item", "Ảnh"][..], 2, "Lệnh còn thiếu: --procedure"),
        (&["guide", "--procedure", PROCEDURE, "--name", "Lê Văn Ba"], 2, "Lệnh còn thiếu: --item"),
        (&["guide", "--procedure", PROCEDURE, "--item", "Ảnh"], 1, "Họ và tên"),
        (&["guide", "--procedure", "9.9", "--name", "Lê", "--item", "Ảnh"], 1, "Thủ tục"),
        (
            &["refuse", "--procedure", PROCEDURE, "--name", "Lê Văn Ba"],
            2,
            "Lệnh còn thiếu: --reason",
        ),
        (&["refuse", "X", "--name", "Lê Văn Ba", "--reason", "x"], 2, "không đi cùng"),
    ] {
        office.run(words).refused(code, named);
    }
    assert_eq!(told(&Office::new(), &["notices"]).lines().count(), 1);
    office.is_sound();
}

#[test]
fn papers_are_asked_for_item_by_item_and_a_second_time_with_a_warning() {
    let office = office();
    let words = ["ask-papers", &code(1), "--item", "Tờ khai", "--item", "Ảnh", "--reason", "Thiếu"];
    let asked = office.run(words).fine().json();
    assert_eq!((&asked["before"], &asked["warning"]), (&json!(0), &Value::Null));
    assert_eq!(asked["notice"]["content"]["items"], json!(["Tờ khai", "Ảnh"]));
    assert_eq!(
        (&asked["notice"]["number"], &asked["notice"]["content"]["reason"]),
        (&json!(1), &json!("Thiếu"))
    );
    let slip = office.file("moi.pdf");
    let _ = office.run(["papers-came", &code(1), "--slip", slip.to_str().unwrap()]).fine();
    let again = office.run(["ask-papers", &code(1), "--demand", "Bản sao căn cước"]).fine().json();
    assert_eq!(again["before"], 1);
    let warning = again["warning"].as_str().unwrap();
    assert!(warning.contains("đã được yêu cầu bổ sung 1 lần"), "{warning}");
    office.run(["ask-papers", &code(2)]).refused(2, "Lệnh còn thiếu: --item");
    office.run(["ask-papers", &code(2), "--item", " "]).refused(1, "Nội dung yêu cầu");
    let out = told(&office, &["ask-papers", &code(3), "--item", "Ảnh"]);
    assert!(out.contains("Đã lập phiếu yêu cầu bổ sung, hoàn thiện hồ sơ số 0003/2026."), "{out}");
    office.is_sound();
}

#[test]
fn folders_go_and_come_one_by_one_and_on_lists() {
    let office = office();
    let to = ["--to", "Tư pháp", "--officer", "Lê Văn An"];
    tells(
        &office,
        &[&["hand-over", &code(1)], &to[..]].concat(),
        &[
            &*format!("Hồ sơ {}: Đang xử lý.", code(1)),
            "Đang ở: Tư pháp · Lê Văn An, từ 09:00 thứ Tư 25/11/2026",
        ],
    );
    let (second, third) = (code(2), code(3));
    let both = [&["hand-over", &second, &third], &to[..]].concat();
    let list = office.run(&both).fine().json();
    assert_eq!(
        (&list["id"], &list["kind"], &list["number"]),
        (&json!(1), &json!("out"), &json!(1))
    );
    assert_eq!(list["lines"][1]["code"], code(3));
    office.run(&both).refused(1, &format!("Hồ sơ {} đang ở Tư pháp · Lê Văn An rồi", code(2)));
    office.run(["hand-over", &code(4), "--note", "Gấp"]).refused(1, "Nơi nhận hồ sơ: chưa ghi");
    office.run(["hand-over"]).refused(2, "Lệnh còn thiếu");
    tells(
        &office,
        &["take-back", &code(1), "--result", &code(2), "--from", "Tư pháp", "--note", "Đủ giấy tờ"],
        &[
            "Đã lập phiếu bàn giao hồ sơ nhận về số 0002/2026, 2 hồ sơ; xem lại bằng lệnh \"motcua \
             lists 2\".",
            "Ghi chú: Đủ giấy tờ",
        ],
    );
    let _ = office.run(["take-back", "--result", &code(3)]).fine();
    for (number, status) in [(1, "in_progress"), (2, "finished"), (3, "finished")] {
        let shown = office.run(["show", &code(number)]).fine().json();
        assert_eq!(shown["status"], status, "{number}");
        assert_eq!((&shown["holder"]["unit"], &shown["held_since"]), (&json!(""), &Value::Null));
    }
    office.run(["take-back", &code(1)]).refused(1, "đang ở bộ phận một cửa");
    let lists = office.run(["lists", "--from", "23/11/2026", "--to", "25/11/2026"]).fine().json();
    let heads: Vec<_> =
        lists.as_array().unwrap().iter().map(|it| (&it["id"], &it["folders"])).collect();
    assert_eq!(heads, [(&json!(2), &json!(2)), (&json!(1), &json!(2))]);
    let one = office.run(["lists", "2"]).fine().json();
    assert_eq!(
        (&one["other"]["unit"], &one["lines"][1]["result"]),
        (&json!("Tư pháp"), &json!(true))
    );
    office.run(["lists", "7"]).refused(1, "Không có danh sách giao nhận 7");
    office.run(["lists", "x"]).refused(2, "ID");
    office.run(["lists", "--from", "25/11/2026", "--to", "24/11/2026"]).refused(2, "--from");
    assert!(told(&Office::new(), &["lists"]).contains("Không có phiếu bàn giao"));
    office.is_sound();
}

#[test]
fn the_post_takes_and_brings_with_bill_codes() {
    let office = Office::new();
    let receive = ["receive", "--procedure", PROCEDURE, "--name", "Hồ Thị Mẫu"];
    let post = ["--channel", "post", "--return-by", "post"];
    let _ = office.run(receive.iter().chain(&post)).fine();
    let _ = office.run(receive).fine();
    let with_bill = format!("{}=EB000000001VN", code(1));
    let brought = office.run(["post-in", &with_bill, "--postman", "Phạm Văn Thử"]).fine().json();
    assert_eq!(
        (&brought["kind"], &brought["lines"][0]["bill"]),
        (&json!("post_in"), &json!("EB000000001VN"))
    );
    office.run(["post-in", &code(2)]).refused(1, "không đăng ký qua bưu chính");
    office.run(["post-out", &code(1)]).refused(1, "không chuyển thẳng");
    let _ = office.run(["finish", &code(1)]).fine();
    let with_bill = format!("{}=EA000000001VN", code(1));
    tells(
        &office,
        &["post-out", &with_bill, "--postman", "Phạm Văn Thử", "--post-office", "Bưu điện xã"],
        &[
            "2  Biên bản giao kết quả cho bưu chính số 0002/2026, 09:00 thứ Tư 25/11/2026, bưu chính Bưu \
             điện xã · Phạm Văn Thử",
            &*format!(
                "  1. {}  Hồ Thị Mẫu  Đăng ký lại khai sinh, có kết quả, mã bưu gửi EA000000001VN",
                code(1)
            ),
        ],
    );
    assert_eq!(office.run(["show", &code(1)]).fine().json()["status"], "returned");
    office.is_sound();
}

#[test]
fn what_is_done_wrong_is_undone_and_told() {
    let office = office();
    let _ = office.run(["ask-papers", &code(1), "--item", "Ảnh", "--as", "Lê Văn Nhầm"]).fine();
    let shown = office.run(["show", &code(1)]).fine().json();
    assert_eq!(
        (&shown["undo"]["act"], &shown["undo"]["actor"]),
        (&json!("ask_papers"), &json!("Lê Văn Nhầm"))
    );
    let undone = office.run(["undo", &code(1), "--reason", "Bấm nhầm"]).fine().json();
    assert_eq!(
        (&undone["undone_act"], &undone["status"]),
        (&json!("ask_papers"), &json!("received"))
    );
    assert_eq!(undone["due_at"], "2026-12-01T14:20:00+07:00");
    let shown = office.run(["show", &code(1)]).fine().json();
    assert_eq!((&shown["undo"], &shown["notices"][0]["undone"]), (&Value::Null, &json!(true)));
    assert_eq!(shown["undone"][0]["reason"], "Bấm nhầm");
    tells(
        &office,
        &["show", &code(1)],
        &[
            "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ số 0001/2026, 14:20 thứ Hai 23/11/2026, cán bộ Lê Văn \
         Nhầm (đã hoàn tác, không còn giá trị)",
            "Đã hoàn tác bước \"yêu cầu bổ sung\" (14:20 thứ Hai 23/11/2026, cán bộ Lê Văn Nhầm): 14:20 thứ \
         Hai 23/11/2026, lý do: Bấm nhầm",
        ],
    );
    office
        .run(["undo", &code(1), "--reason", "x"])
        .refused(1, "không có bước nào hoàn tác được nữa");
    office.run(["undo", &code(1)]).refused(2, "Lệnh còn thiếu: --reason");

    let void = told(&office, &["void", &code(2), "--reason", "Nhận trùng"]);
    assert!(void.contains("Số hồ sơ đã hủy, không cấp lại"), "{void}");
    office.run(["finish", &code(2)]).refused(1, "đã hủy số (Nhận trùng)");
    office.run(["slip", &code(2)]).refused(1, "đã hủy số");
    tells(&office, &["show", &code(2)], &["Đã hủy số hồ sơ, lý do: Nhận trùng"]);
    tells(
        &office,
        &["undo", &code(2), "--reason", "Không trùng"],
        &[&*format!(
            "Hồ sơ {}: đã hoàn tác bước \"hủy số hồ sơ\", trở lại trạng thái \"Được tiếp nhận\".",
            code(2)
        )],
    );
    office.is_sound();
}

#[test]
fn a_signed_result_is_told_and_ends_other_ways() {
    let office = office();
    let sign = ["sign", &code(1), "--number", "15/2026/GKS", "--signer", "Trần Văn Mẫu"];
    let signed = office.run(sign.iter().chain(&["--date", "23/11/2026"])).fine().json();
    assert_eq!(signed["result"]["signed_on"], "2026-11-23");
    office.run(sign).refused(1, "đã ghi kết quả số 15/2026/GKS");
    office.run(["withdraw", &code(1), "--reason", "x"]).refused(1, "đã có kết quả số 15/2026/GKS");
    office
        .run(["sign", &code(2), "--number", "1", "--signer", "Mẫu", "--date", "01/12/2026"])
        .refused(1, "Ngày ký kết quả: ngày này chưa đến");
    office
        .run(["sign", &code(2), "--number", "1", "--signer", "Mẫu", "--date", "01/11/2026"])
        .refused(1, "trước ngày tiếp nhận");
    tells(
        &office,
        &["show", &code(1)],
        &[
            "Kết quả: số 15/2026/GKS, ký ngày 23/11/2026, người ký Trần Văn Mẫu",
            "Đang ở: bộ phận một cửa",
        ],
    );
    office.is_sound();
}

#[test]
fn trays_are_filled_emptied_and_picked_from() {
    let office = office();
    let put = office.run(["tray", &code(1), "khay-b2"]).fine().json();
    assert_eq!(put, json!({ "code": code(1), "tray": "B2", "status": "received" }));
    tells(
        &office,
        &["tray", &code(1), "--none"],
        &[&*format!("Hồ sơ {}: đã lấy ra khỏi khay.", code(1))],
    );
    office.run(["tray", &code(1)]).refused(2, "Lệnh còn thiếu");
    office.run(["tray", &code(1), " "]).refused(2, "Lệnh còn thiếu: TRAY");
    office.run(["tray", &code(1), "A1", "--none"]).refused(2, "không đi cùng");
    office.run(["tray", &code(1), &code(2)]).refused(1, "hãy quét hồ sơ trước");
    for number in [1, 2] {
        let _ = office.run(["finish", &code(number)]).fine();
    }
    let _ = office.run(["tray", &code(2), "A1"]).fine();
    assert_eq!(office.run(["pick"]).fine().json(), json!([]));
    let picked = office.run(["pick", "--day", "01/12/2026"]).fine().json();
    let rows: Vec<_> =
        picked.as_array().unwrap().iter().map(|it| (&it["code"], &it["tray"])).collect();
    assert_eq!(rows, [(&json!(code(2)), &json!("A1")), (&json!(code(1)), &json!(""))]);
    tells(
        &office,
        &["pick", "--day", "01/12/2026"],
        &[
            &*format!("A1  {}  Đặng Văn Ví Dụ  0900333444  Đăng ký lại khai sinh", code(2)),
            &*format!("chưa xếp khay  {}  Hồ Thị Thử  0900111222  Đăng ký lại khai sinh", code(1)),
        ],
    );
}

#[test]
fn the_board_and_its_lists_say_where_folders_are() {
    let office = office();
    let _ = office.run(["hand-over", &code(1), "--to", "Tư pháp"]).fine();
    let _ = office.run(["hand-over", &code(2), "--officer", "Phạm Thị Thư"]).fine();
    let _ = office.run(["ask-papers", &code(3), "--item", "Ảnh"]).fine();
    tells(
        &office,
        &["board"],
        &[
            "Bộ phận một cửa: 2 hồ sơ, chờ công dân 1, đến hạn hôm nay 0, quá hạn 0",
            "Tư pháp: 1 hồ sơ, chờ công dân 0, đến hạn hôm nay 0, quá hạn 0, chưa nhận lại từ hôm trước 1",
            "Phạm Thị Thư: 1 hồ sơ, chờ công dân 0, đến hạn hôm nay 0, quá hạn 0, chưa nhận lại từ hôm trước 1",
        ],
    );
    let held = |words: &[&str]| {
        let rows = office.run(words).fine().json();
        rows.as_array().unwrap().iter().map(|it| it["code"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(held(&["held-by", "Tư pháp"]), [code(1)]);
    assert_eq!(held(&["held-by", "--officer", "Phạm Thị Thư"]), [code(2)]);
    assert_eq!(held(&["held-by"]), [code(4), code(3)]);
    assert_eq!(held(&["held-by", "--max", "1"]), [code(4)]);
    assert!(told(&office, &["held-by", "Khác"]).contains("Không có hồ sơ nào đang ở Khác."));
    tells(
        &office,
        &["not-back"],
        &[&*format!(
            "{}  Hồ Thị Thử  Đăng ký lại khai sinh  hẹn trả 14:20 thứ Ba 01/12/2026  Đang xử lý; ở Tư pháp từ \
         14:20 thứ Hai 23/11/2026",
            code(1)
        )],
    );
    assert_eq!(office.run(["not-back"]).fine().json(), json!([]), "not on the day itself");
    let _ = office.run(["withdraw", &code(1), "--reason", "Đổi ý"]).fine();
    let gone = told(&office, &["show", &code(1)]);
    assert!(gone.contains("Đang ở: Tư pháp"), "{gone}");
}

#[test]
fn a_dossier_on_its_way_tells_step_deadline_and_control_sheet() {
    let office = office();
    let set = ["procedures", "set-steps", PROCEDURE, "--name", "QT", "--effective", "2026-01-01"];
    let steps = [
        "Tiếp nhận; Một cửa; 2",
        "Thẩm tra; Tư pháp; 30",
        "Ký; Lãnh đạo; 8",
        "Trả; Một cửa; không tính thời gian",
    ];
    let steps = steps.iter().flat_map(|step| ["--step", step]);
    let _ = office.run(set.into_iter().chain(steps)).fine();
    let _ = office.run(["hand-over", &code(1), "--as", "Lê Văn Trao"]).fine();
    let shown = office.run(["show", &code(1)]).fine().json();
    assert_eq!(shown["step_deadline"], "2026-11-30T14:20:00+07:00");
    assert_eq!(
        (&shown["next_step"]["name"], &shown["next_step"]["who"]),
        (&json!("Ký"), &json!("Lãnh đạo"))
    );
    let line = &shown["control"][0];
    assert_eq!(
        (&line["from_name"], &line["to_unit"], &line["verdict"]),
        (&json!("Lê Văn Trao"), &json!("Tư pháp"), &json!("on_time"))
    );
    tells(
        &office,
        &["show", &code(1)],
        &[
            "Đang ở: Tư pháp, từ 14:20 thứ Hai 23/11/2026",
            "Bước tiếp theo: Ký (Lãnh đạo)",
            "  14:20 thứ Hai 23/11/2026: Trung tâm Phục vụ hành chính công · Lê Văn Trao giao, Tư pháp nhận, đúng \
         hạn",
        ],
    );
}

#[test]
fn officers_are_kept_and_asked_who_they_are() {
    let office = office();
    assert!(told(&office, &["officers", "list"]).contains("Chưa khai báo cán bộ nào"));
    office.run(["officers", "set", "Lê Văn An", "--role", "specialist"]).refused(1, "phụ trách");
    office.run(["officers", "set", "Lê Văn An", "--role", "boss"]).refused(2, "head, reception");
    let head = office.run(["officers", "set", "Hồ Thị Đầu", "--role", "head"]).fine().json();
    assert_eq!(head, json!({ "name": "Hồ Thị Đầu", "unit": "", "role": "head", "active": true }));
    let set = ["officers", "set", "Lê Văn An", "--role", "specialist", "--unit", "Tư pháp"];
    office.run(set).refused(1, "Tên cán bộ: chưa ghi");
    let _ = office.run(set.iter().chain(&["--as", "Hồ Thị Đầu"])).fine();
    office.run(["finish", &code(1), "--as", "Người Lạ"]).refused(1, "không có trong danh sách");
    office
        .run(["void", &code(1), "--reason", "x", "--as", "Lê Văn An"])
        .refused(1, "Lê Văn An được phân công thụ lý hồ sơ, không làm việc \"hủy số hồ sơ\"");
    office
        .run(["officers", "set", "lê văn an", "--role", "specialist", "--as", "Hồ Thị Đầu"])
        .refused(1, "đã có Lê Văn An, chỉ khác chữ hoa hoặc dấu; hãy ghi đúng tên đó");
    let _ = office.run(["finish", &code(1), "--as", "Lê Văn An"]).fine();
    let left =
        ["officers", "set", "Lê Văn An", "--role", "specialist", "--left", "--as", "Hồ Thị Đầu"];
    let _ = office.run(left).fine();
    office.run(["finish", &code(2), "--as", "Lê Văn An"]).refused(1, "không có trong danh sách");
    tells(
        &office,
        &["officers", "list"],
        &[
            "Hồ Thị Đầu: phụ trách bộ phận một cửa, bộ phận một cửa",
            "Lê Văn An: thụ lý hồ sơ, bộ phận một cửa (không còn công tác)",
        ],
    );
    office.is_sound();
}

#[test]
fn a_years_register_is_closed_once() {
    let office = office();
    office.run(["close-year", "2026"]).refused(1, "Năm 2026 chưa hết");
    office.run(["close-year", "26"]).refused(2, "phải là số từ 2000 đến 2200");
    let data = office.path().to_str().unwrap().to_owned();
    let at =
        |time: &str, words: &[&str]| motcua(["--data", &data, "--at", time].iter().chain(words));
    let closed = at("2026-12-31T17:00", &["close-year", "2026"]).fine().out;
    assert_eq!(
        closed,
        "Đã khóa sổ theo dõi hồ sơ năm 2026 lúc 17:00 thứ Năm 31/12/2026: 4 hồ sơ.\n"
    );
    let receive = ["receive", "--procedure", PROCEDURE, "--name", "Hồ Thị Mẫu"];
    at("2026-12-31T17:10", &receive).refused(1, "năm 2026 đã khóa");
    let first = at("2027-01-04T08:00", &[&receive[..], &["--json"]].concat()).fine().json();
    assert_eq!(first["number"], 1);
}

#[test]
fn who_gives_a_folder_to_a_stranger_is_told() {
    let office = office();
    let head = ["--as", "Hồ Thị Đầu"];
    let give = |codes: &[&str], to: &str| {
        let to = ["--to", "Tư pháp", "--officer", to];
        office.run([&["hand-over"], codes, &to, &head].concat()).fine().json()
    };
    // Where nobody is on a roster, nobody is a stranger.
    assert!(give(&[&code(1)], "Người Lạ")["warning"].is_null());
    let _ = office.run(["officers", "set", "Hồ Thị Đầu", "--role", "head"]).fine();
    let set = ["officers", "set", "Lê Văn An", "--role", "specialist", "--unit", "Tư pháp"];
    let _ = office.run(set.iter().chain(&head)).fine();
    assert!(give(&[&code(1)], "le van an")["warning"].is_null());
    let told = "Kẻ Lạ không có trong danh sách cán bộ đang làm việc; hãy xem lại tên";
    for codes in [&[code(1).as_str()][..], &[code(2).as_str(), code(3).as_str()]] {
        let given = give(codes, "Kẻ Lạ");
        assert!(given["warning"].as_str().unwrap().contains(told), "{given}");
    }
    let four = code(4);
    let plain =
        self::told(&office, &[&["hand-over", &four, "--officer", "Kẻ Lạ"], &head[..]].concat());
    assert!(plain.contains(&format!("Lưu ý: {told}")), "{plain}");
}

/// `--officer` of some verbs is another option than the one that says who acts.
#[test]
fn who_acts_is_told_beside_any_other_officer() {
    let office = office();
    let over = ["hand-over", &code(1), "--officer", "Lê Văn An", "--as", "Hồ Thị Trao"];
    let given = office.run(over).fine().json();
    assert_eq!(given["holder"]["officer"], "Lê Văn An");
    let shown = office.run(["show", &code(1)]).fine().json();
    assert_eq!(shown["control"][0]["from_name"], "Hồ Thị Trao");
    let listed = office.run(["list", "--officer", "Ai Đó", "--as", "Hồ Thị Trao"]).fine().json();
    assert_eq!(listed, json!([]));
    assert_eq!(
        office.run(["list", "--as", "Hồ Thị Trao"]).fine().json().as_array().unwrap().len(),
        4
    );
}
