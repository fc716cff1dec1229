//! A book that cannot be opened: exit code 3 and not 1, because no other input would help and a
//! script must be able to tell "the office cannot work" from "this dossier was refused".

use std::fs;

use motcua::desk::receive::receive;
use rusqlite::Connection;

use crate::support::{Office, PEOPLE, PROCEDURE, now};

/// Every verb that opens the book, with all it needs.
fn verbs(office: &Office) -> Vec<Vec<String>> {
    let text = |name: &str| office.file(name).to_str().unwrap().to_owned();
    let list = office.written("list.csv", "code,name,time_limit_text\n8.000001,Một,5d\n");
    let days = office.written("days.csv", "date,kind,name\n2026-11-30,off,Nghỉ\n");
    let (register, slip) = (text("register.csv"), text("slip.pdf"));
    [
        vec!["procedures", "import", &list],
        vec!["procedures", "find", "khai sinh"],
        vec!["calendar", "import", &days],
        vec!["due", "--limit", "5d"],
        vec!["receive", "--procedure", PROCEDURE, "--name", "Hồ Thị Mẫu", "--slip", &slip],
        vec!["slip", "H50.031-261123-0001", "-o", &slip],
        vec!["find", "hồ"],
        vec!["show", "H50.031-261123-0001"],
        vec!["register", "--from", "2026-11-01", "--to", "2026-11-30", "-o", &register],
        vec!["backup"],
        vec!["check"],
        vec!["generate", "--dossiers", "3"],
        vec!["demo", "--out", office.path().to_str().unwrap()],
    ]
    .into_iter()
    .map(|words| words.into_iter().map(str::to_owned).collect())
    .collect()
}

/// Runs every verb on a book that is `bytes`: each is refused, and the file stays as it is.
#[track_caller]
fn all_verbs_are_refused(bytes: &[u8], named: &str) {
    let office = Office::without_book();
    let verbs = verbs(&office);
    fs::write(office.book(), bytes).unwrap();
    let names = office.names();
    for verb in verbs {
        office.run(&verb).refused(3, named);
        assert!(office.bytes() == bytes, "{verb:?} changed the file");
    }
    let mut left = office.names();
    let _ = left.remove("book.motcua.lock");
    assert_eq!(left, names, "something was left behind");
    let init = ["init", "--agency-name", "UBND xã Mẫu", "--agency-code", "H50.031"];
    office.run(init).refused(3, "Đã có sổ tại");
    assert!(office.bytes() == bytes);
}

#[test]
fn a_book_of_another_program() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("other.db");
    let other = Connection::open(&file).unwrap();
    other
        .execute_batch("CREATE TABLE dossier (id INTEGER); INSERT INTO dossier VALUES (1);")
        .unwrap();
    other.close().unwrap();
    let foreign = "Tệp sổ không phải do chương trình này lập";
    all_verbs_are_refused(&fs::read(file).unwrap(), foreign);
    all_verbs_are_refused(b"", foreign);
    all_verbs_are_refused("Sổ theo dõi\n".repeat(100).as_bytes(), foreign);
}

#[test]
fn a_newer_book() {
    let mut bytes = Office::new().bytes();
    bytes[60..64].copy_from_slice(&9_i32.to_be_bytes());
    all_verbs_are_refused(&bytes, "Sổ do bản chương trình mới hơn lập (sổ bản 9, chương trình này");
}

#[test]
fn a_damaged_book() {
    let mut bytes = Office::new().bytes();
    bytes[100..4096].fill(0xA5);
    all_verbs_are_refused(&bytes, "Tệp sổ bị hỏng; không xóa tệp");
}

#[test]
fn no_book() {
    let office = Office::without_book();
    let without = ["due", "generate", "demo"];
    let verbs = verbs(&office);
    let names = office.names();
    for verb in verbs.iter().filter(|verb| !without.contains(&verb[0].as_str())) {
        office.run(verb).refused(3, "Chưa có sổ tại");
        assert_eq!(office.names(), names, "{verb:?}");
    }
}

#[test]
fn a_second_instance_says_so_and_brings_no_harm() {
    let office = Office::new();
    let _ = office.receive(&PEOPLE[0]);
    let verbs = verbs(&office);
    let first = office.open();
    let before = office.bytes();
    for verb in &verbs {
        office.run(verb).refused(3, "Sổ đang được mở ở một cửa sổ hoặc lệnh khác");
        assert!(office.bytes() == before, "{verb:?}");
    }
    // The first one goes on as if nothing had been.
    let new = crate::store::dossier(crate::store::person("Hồ Thị Mẫu", ""));
    let taken = first.run(move |db| receive(db, &new, None, "Cán bộ", now())).unwrap().unwrap();
    assert_eq!(taken.dossier.number, 2);
    drop(first);
    office.is_sound();
}

#[test]
fn a_folder_that_is_a_file() {
    let office = Office::without_book();
    let file = office.written("office", "no folder");
    let said = crate::support::motcua([
        "--data",
        &file,
        "init",
        "--agency-name",
        "UBND xã Mẫu",
        "--agency-code",
        "H50.031",
    ]);
    said.refused(3, "Không đọc hoặc ghi được sổ");
    crate::support::motcua(["--data", &file, "check"]).refused(3, "sổ");
    assert_eq!(fs::read_to_string(file).unwrap(), "no folder");
}
