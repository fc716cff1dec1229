//! `print` and `forms`: papers and their looks, by the real program.

use std::fs;

use serde_json::json;

use crate::desk::prints::pages;
use crate::support::{Office, PEOPLE, PROCEDURE, SERIES};

fn office() -> Office {
    let office = Office::new();
    for person in PEOPLE.iter().take(2) {
        let _ = office.receive(person);
    }
    office
}

fn code(number: u32) -> String {
    format!("{SERIES}{number:04}")
}

/// The text of a PDF without white space.
fn squeezed(office: &Office, name: &str) -> String {
    pages(&office.file(name)).concat().split_whitespace().collect()
}

#[track_caller]
fn says(office: &Office, name: &str, wanted: &[&str]) {
    let read = squeezed(office, name);
    for text in wanted {
        let text: String = text.split_whitespace().collect();
        assert!(read.contains(&text), "{text} is not in {read}");
    }
}

#[test]
fn every_paper_of_a_dossier_comes_out_of_the_command_line() {
    let office = office();
    let out = |name: &str| office.file(name).into_os_string().into_string().unwrap();
    let asked = ["ask-papers", &code(1), "--demand", "Bản sao căn cước"];
    let _ = office.run(asked).fine();
    let file = out("bo-sung.pdf");
    let said = office.run(["print", "notice", "1", "-o", &file]).fine().json();
    assert_eq!(said, json!({ "id": 1, "form": file, "print": 1 }));
    says(&office, "bo-sung.pdf", &["Bản sao căn cước", &code(1), "Số: 0001/PBS-TTPVHCC"]);
    let again = ["print", "notice", "1", "-o", &file, "--reason", "mờ chữ"];
    assert_eq!(office.run(again).fine().json()["print"], 2);
    says(&office, "bo-sung.pdf", &["Lý do: mờ chữ"]);

    let file = out("kiem-soat.pdf");
    let control = ["print", "control", &code(2), "-o", &file];
    assert_eq!(
        office.run(control).fine().json(),
        json!({ "code": code(2), "form": file, "print": 1 })
    );
    says(&office, "kiem-soat.pdf", &["PHIẾU KIỂM SOÁT", &code(2)]);

    let _ = office.run(["return", &code(2)]).fine();
    let file = out("bien-nhan.pdf");
    let receipt = ["print", "receipt", &code(2), "-o", &file];
    assert_eq!(office.run(receipt).fine().json()["print"], 1);
    says(&office, "bien-nhan.pdf", &["GIẤY BIÊN NHẬN TRẢ KẾT QUẢ", PEOPLE[1].name]);

    let file = out("nhan.pdf");
    let labels = ["print", "labels", &code(1), &code(2), "--first-cell", "24", "-o", &file];
    assert_eq!(office.run(labels).fine().json(), json!({ "labels": 2, "form": file }));
    assert_eq!(pages(&office.file("nhan.pdf")).len(), 2);
    let file = out("khay.pdf");
    let trays = ["print", "trays", "A1", "b2", "-o", &file];
    assert_eq!(office.run(trays).fine().json()["labels"], 2);
    says(&office, "khay.pdf", &["KHAY-A1", "KHAY-B2"]);

    let file = out("niem-yet.pdf");
    let poster = ["print", "poster", PROCEDURE, "-o", &file];
    assert_eq!(office.run(poster).fine().json(), json!({ "procedure": PROCEDURE, "form": file }));
    says(&office, "niem-yet.pdf", &["NIÊM YẾT CÔNG KHAI", PROCEDURE]);
    office.is_sound();
}

#[test]
fn what_cannot_be_printed_is_refused_in_one_sentence() {
    let office = office();
    let file = office.file("x.pdf").into_os_string().into_string().unwrap();
    let before = office.bytes();
    for (words, exit, named) in [
        (vec!["notice", "7", "-o", &file], 1, "Không có phiếu 7"),
        (vec!["list", "7", "-o", &file], 1, "Không có danh sách giao nhận 7"),
        (vec!["control", "H50", "-o", &file], 1, "không có hồ sơ"),
        (vec!["receipt", &code(1), "-o", &file], 1, &code(1)),
        (vec!["labels", &code(1), "--first-cell", "25", "-o", &file], 2, "từ 1 đến 24"),
        (vec!["labels", "-o", &file], 2, "Lệnh còn thiếu"),
        (vec!["trays", "khay số 1", "-o", &file], 1, "Mã khay"),
        (vec!["poster", "1.999999", "-o", &file], 1, "Thủ tục"),
        (vec!["poster", PROCEDURE, "-o", "x.docx"], 2, "x.docx"),
        (vec!["notice", "một", "-o", &file], 2, "phải là số từ 1"),
    ] {
        office.run(["print"].into_iter().chain(words)).refused(exit, named);
    }
    assert!(!office.file("x.pdf").exists());
    assert!(office.bytes() == before, "nothing was noted");
}

#[test]
fn the_plain_answers_say_where_the_papers_are() {
    let office = office();
    let file = office.file("so.pdf").into_os_string().into_string().unwrap();
    let plain = |words: &[&str]| {
        let mut command = crate::support::command(words);
        let _ = command.arg("--data").arg(office.path()).args(["--at", crate::support::AT]);
        let said: crate::support::Said = command.output().unwrap().into();
        said.fine().out
    };
    assert_eq!(
        plain(&["print", "control", &code(1), "-o", &file]),
        format!("Đã in phiếu kiểm soát, lần 1: {file}\n")
    );
    assert_eq!(plain(&["print", "trays", "A1", "-o", &file]), format!("Đã in 1 nhãn: {file}\n"));
    let register = ["register", "--from", "2026-11-01", "--to", "2026-11-30", "-o", &file];
    assert_eq!(plain(&register), format!("Đã in 2 hồ sơ, trang 1 đến trang 1: {file}\n"));
    let listed = plain(&["forms", "list"]);
    assert_eq!(listed.lines().count(), 12);
    assert!(
        listed
            .contains("control_sheet  PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ  A5  mẫu có sẵn")
    );
    let shown = plain(&["forms", "show", "apology"]);
    for wanted in
        ["Dòng số: Số: {số}/PXL", "Chức danh ký: THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "Khổ giấy: A5"]
    {
        assert!(shown.contains(wanted), "{wanted} is not in {shown}");
    }
    let set = ["forms", "set", "apology", "--title", "THƯ XIN LỖI", "--effective", "01/12/2026"];
    assert_eq!(
        plain(&set),
        "Đã đổi mẫu \"Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết\", dùng từ ngày \
         01/12/2026.\n"
    );
}

#[test]
fn a_form_is_decided_from_a_day_on_seen_beforehand_and_taken_back() {
    let office = office();
    let file = office.file("thu.pdf").into_os_string().into_string().unwrap();
    let parts = [
        "--title",
        "Phiếu mới",
        "--number",
        "Số: {số}/MOI",
        "--heading",
        "UBND XÃ MỚI",
        "--heading",
        "BỘ PHẬN MỘT CỬA",
        "--signer",
        "NGƯỜI KÝ",
        "--signer-name",
        "Đỗ Thị Ký",
        "--copy",
        "Liên 1",
        "--copy",
        "Liên 2",
        "--paper-size",
        "a4",
        "--footer",
        "Ghi chú mới.",
    ];
    let preview = ["forms", "preview", "supplement", "-o", &file];
    let seen = office.run(preview.iter().chain(&parts)).fine().json();
    assert_eq!(seen, json!({ "form": "supplement", "file": file, "pages": 2 }));
    says(
        &office,
        "thu.pdf",
        &[
            "PHIẾU MỚI",
            "Số: 0001/MOI",
            "UBND XÃ MỚI",
            "NGƯỜI KÝ",
            "Đỗ Thị Ký",
            "Liên 2",
            "Ghi chú mới.",
            "BẢN TẬP - KHÔNG CÓ GIÁ TRỊ",
        ],
    );
    let set = ["forms", "set", "supplement", "--effective", "2026-12-01"];
    let done = office.run(set.iter().chain(&parts)).fine().json();
    assert_eq!(done["in_force_from"], "2026-12-01");
    let on = |day: &str| office.run(["forms", "show", "supplement", "--on", day]).fine().json();
    let before = on("2026-11-30");
    assert_eq!(
        (&before["title"], &before["in_force_from"]),
        (&json!("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"), &json!(null))
    );
    let after = on("2026-12-01");
    assert_eq!(
        after,
        json!({
            "form": "supplement", "in_force_from": "2026-12-01", "decided": ["2026-12-01"],
            "title": "Phiếu mới", "number": "Số: {số}/MOI",
            "heading": ["UBND XÃ MỚI", "BỘ PHẬN MỘT CỬA"], "signer": "NGƯỜI KÝ",
            "signer_name": "Đỗ Thị Ký", "copies": ["Liên 1", "Liên 2"], "paper": "a4",
            "footer": "Ghi chú mới.",
        })
    );
    // One part is changed, the others stay; an empty text empties a list.
    let less = ["forms", "set", "supplement", "--effective", "2027-01-01", "--copy", ""];
    let less = office.run(less).fine().json();
    assert_eq!((&less["copies"], &less["title"]), (&json!([]), &json!("Phiếu mới")));
    let back = ["forms", "set", "supplement", "--effective", "2026-12-01", "--usual"];
    let _ = office.run(back).fine();
    assert_eq!(on("2026-12-15")["in_force_from"], json!(null));
    assert_eq!(on("2027-01-01")["decided"], json!(["2027-01-01"]));
    let all = office.run(["forms", "list", "--on", "2027-02-01"]).fine().json();
    assert_eq!(all.as_array().unwrap().len(), 12);
    office.is_sound();
}

#[test]
fn every_form_can_be_looked_at_before_anything_was_decided() {
    let office = office();
    let all = office.run(["forms", "list"]).fine().json();
    for form in all.as_array().unwrap() {
        let word = form["form"].as_str().unwrap().replace('_', "-");
        let file = office.file(&format!("{word}.pdf"));
        let out = file.to_str().unwrap();
        let _ = office.run(["forms", "preview", &word, "-o", out]).fine();
        assert!(fs::read(&file).unwrap().starts_with(b"%PDF-"), "{word}");
    }
}

#[test]
fn a_style_that_cannot_be_is_refused() {
    let office = office();
    let before = office.bytes();
    for (words, exit, named) in [
        (&["set", "supplement"][..], 2, "Chưa ghi phần nào"),
        (&["set", "supplement", "--usual"], 2, "không có lần đổi nào"),
        (&["set", "supplement", "--usual", "--title", "A"], 2, "--usual"),
        (&["set", "phieu-la", "--title", "A"], 2, "appointment_slip, supplement"),
        (&["set", "supplement", "--title", " "], 1, "Tên mẫu giấy"),
        (&["set", "supplement", "--number", "Số 12"], 1, "đúng một chỗ ghi số"),
        (&["set", "supplement", "--paper-size", "a3"], 2, "a5, a4"),
        (&["set", "supplement", "--effective", "hôm qua", "--title", "A"], 2, "--effective"),
        (&["preview", "supplement", "-o", "x.png"], 2, "x.png"),
        (&["show", "supplement", "--on", "31/11/2026"], 2, "--on"),
        (&["preview", "supplement", "-o", "x.pdf", "--number", "x"], 1, "đúng một chỗ ghi số"),
    ] {
        office.run(["forms"].iter().chain(words)).refused(exit, named);
    }
    assert!(office.bytes() == before);
}

#[test]
fn an_act_prints_its_own_paper_when_it_is_asked_to() {
    let office = office();
    let out = |name: &str| office.file(name).into_os_string().into_string().unwrap();
    let (asked, apology, list) = (out("bo-sung.pdf"), out("xin-loi.pdf"), out("giao.pdf"));
    let words = ["ask-papers", &code(1), "--item", "Bản sao căn cước", "--form", &asked];
    assert_eq!(office.run(words).fine().json()["form"], asked.as_str());
    says(&office, "bo-sung.pdf", &["Bản sao căn cước"]);
    let until = ["apologise", &code(2), "--until", "2026-12-08T14:00", "--reason", "chờ xác minh"];
    let said = office.run(until.iter().chain(&["--form", &apology])).fine().json();
    assert_eq!(said["form"], apology.as_str());
    says(&office, "xin-loi.pdf", &["chờ xác minh", "Số: 0001/PXL"]);
    let give = ["hand-over", &code(2), "--to", "Tư pháp - hộ tịch", "--form", &list];
    assert_eq!(office.run(give).fine().json()["form"], list.as_str());
    says(&office, "giao.pdf", &["PHIẾU BÀN GIAO HỒ SƠ", &code(2)]);
    let stop = ["stop", &code(2), "--reason", "theo đề nghị", "--form", &out("dung.pdf")];
    let _ = office.run(stop).fine();
    says(&office, "dung.pdf", &["THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "theo đề nghị"]);
    let gone = ["withdraw", &code(1), "--reason", "đã đổi ý", "--form", &out("rut.pdf")];
    assert_eq!(office.run(gone).fine().json()["notice"]["number"], 2);
    says(&office, "rut.pdf", &["THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "đã đổi ý", "Số: 0002/TB"]);
    let guide = [
        "guide",
        "--procedure",
        PROCEDURE,
        "--name",
        "Hồ Thị Mẫu",
        "--item",
        "Tờ khai",
        "--form",
        &out("huong-dan.pdf"),
    ];
    let _ = office.run(guide).fine();
    says(&office, "huong-dan.pdf", &["Hồ Thị Mẫu", "Tờ khai", "Số: 0002/PBS-TTPVHCC"]);
    office.is_sound();
}

#[test]
fn an_act_stands_though_its_paper_cannot_be_printed() {
    let office = office();
    let ask = ["ask-papers", &code(1), "--item", "Giấy tờ", "--form"];
    office.run(ask.iter().chain(&["x.txt"])).refused(2, "x.txt");
    assert_eq!(office.run(["show", &code(1)]).fine().json()["status"], "received");
    fs::write(office.file("tep"), "").unwrap();
    let nowhere = office.file("tep/phieu.pdf").into_os_string().into_string().unwrap();
    let said = office.run(ask.iter().chain(&[nowhere.as_str()]));
    assert_eq!(said.code, Some(1));
    assert!(
        said.errors.contains("Việc đã ghi vào sổ") && said.errors.contains("motcua print notice 1")
    );
    assert_eq!(office.run(["show", &code(1)]).fine().json()["status"], "awaiting_papers");
    let file = office.file("phieu.pdf").into_os_string().into_string().unwrap();
    assert_eq!(office.run(["print", "notice", "1", "-o", &file]).fine().json()["print"], 1);
}
