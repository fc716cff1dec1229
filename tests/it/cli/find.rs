//! `find`: a dossier by anything its owner remembers.

use serde_json::json;

use crate::support::{Office, PEOPLE, SERIES, motcua};

/// An office with one dossier of each sample person, numbered in their order.
fn office() -> Office {
    let office = Office::new();
    for person in &PEOPLE {
        let _ = office.receive(person);
    }
    office
}

#[test]
fn any_key_finds_its_dossiers() {
    let office = office();
    for (text, numbers) in [
        // The code, whole, in small letters, in part.
        ("H50.031-261123-0002", &[2][..]),
        ("h50.031-261123-0002", &[2]),
        ("123-0003", &[3]),
        ("261123", &[4, 3, 2, 1]),
        // The number in the register.
        ("4", &[4]),
        ("0003", &[3]),
        // Names: with and without marks, in any order, cut short.
        ("Hồ Thị Thử", &[1]),
        ("ho thi thu", &[1]),
        ("THU HO", &[1]),
        ("dang vi", &[2]),
        ("đặng", &[2]),
        ("ng th", &[3]),
        ("nguyen", &[4, 3]),
        ("mau", &[4, 3]),
        // What was typed with marks stands first, what has others after it.
        ("mẫu", &[3, 4]),
        // Identity numbers, whole and in part.
        ("045190111111", &[1]),
        ("045 190 111 111", &[1]),
        ("2222", &[2]),
        ("123456", &[4]),
        // Telephone numbers, as they are said.
        ("0900333444", &[2]),
        ("0900.333.444", &[2]),
        ("+84 900 333 444", &[2]),
        ("+84900333444", &[2]),
        ("555666", &[3]),
        ("888", &[4]),
        // Nothing of the kind.
        ("Trần", &[]),
        ("999999", &[]),
        ("", &[]),
        ("  ", &[]),
        ("' OR 1=1 --", &[]),
        ("\" * NEAR(", &[]),
    ] {
        let expected: Vec<String> = numbers.iter().map(|n| format!("{SERIES}{n:04}")).collect();
        assert_eq!(office.codes(text), expected, "{text}");
    }
}

#[test]
fn whoever_gave_the_authority_is_found_too() {
    let office = Office::new();
    let receive = ["receive", "--procedure", crate::support::PROCEDURE];
    let principal = [
        "--for-name",
        "Công ty Chè Mẫu",
        "--for-organisation",
        "--for-tax-code",
        "0100047516",
        "--for-phone",
        "0900 999 000",
        "--authorisation",
        "Giấy ủy quyền",
    ];
    let _ = office.run(receive.into_iter().chain(PEOPLE[0].options()).chain(principal)).fine();
    for text in ["che mau", "0100047516", "7516", "+84 900 999 000"] {
        assert_eq!(office.codes(text), [format!("{SERIES}0001")], "{text}");
    }
}

#[test]
fn an_answer_says_what_the_desk_asks_next() {
    let office = office();
    let found = office.run(["find", "vi du"]).fine().json();
    assert_eq!(
        found,
        json!([{
            "id": 2, "code": "H50.031-261123-0002", "applicant": "Đặng Văn Ví Dụ",
            "identity_number": "045085222222", "phone": "0900333444",
            "procedure": "Đăng ký lại khai sinh", "status": "received",
            "received_at": "2026-11-23T14:20:00+07:00", "due_at": "2026-12-01T14:20:00+07:00",
        }])
    );
    let data = office.path().to_str().unwrap();
    assert_eq!(
        motcua(["find", "vi du", "--data", data]).fine().out,
        "H50.031-261123-0002  Đặng Văn Ví Dụ  Đăng ký lại khai sinh  hẹn trả 14:20 thứ Ba \
         01/12/2026  Được tiếp nhận\n"
    );
    let nothing = motcua(["find", "tran", "--data", data]).fine().out;
    assert!(nothing.starts_with("Không tìm thấy hồ sơ nào; hãy"), "{nothing}");
}

#[test]
fn the_list_is_as_long_as_asked_for() {
    let office = office();
    for (most, expected) in [("1", 1), ("3", 3), ("1000", 4)] {
        let found = office.run(["find", SERIES, "--max", most]).fine().json();
        assert_eq!(found.as_array().unwrap().len(), expected);
    }
}
