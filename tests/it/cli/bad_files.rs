//! Catalogue and calendar files that cannot be taken in: nothing of them is, and the row is named.

use std::fs::{self, File};
use std::io::{BufWriter, Write};

use crate::support::Office;

const HEAD: &str = "code,name,time_limit_text\n";

fn utf16(text: &str) -> Vec<u8> {
    [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[track_caller]
fn all_are_refused(list: &str, cases: &[(&str, Vec<u8>, &str)]) {
    let office = Office::new();
    let before = office.bytes();
    for (what, content, named) in cases {
        let file = office.written("list", content);
        let said = office.run([list, "import", &file]);
        assert!(said.errors.contains(named), "{what}: {said:?}");
        said.refused(1, named);
        assert!(office.bytes() == before, "{what} changed the book");
    }
}

#[test]
fn lists_of_procedures() {
    let row = |row: &str| format!("{HEAD}{row}\n").into_bytes();
    let good = "8.000001,Một,5 ngày làm việc\n";
    all_are_refused(
        "procedures",
        &[
            ("nothing", Vec::new(), "Tệp không có dòng dữ liệu nào"),
            ("a head alone", HEAD.into(), "Tệp không có dòng dữ liệu nào"),
            ("UTF-16", utf16(&format!("{HEAD}{good}")), "Dòng 1: chữ không theo bảng mã UTF-8"),
            (
                "an old Vietnamese encoding",
                [HEAD.as_bytes(), good.as_bytes(), b"8.000002,\xd0\xe3ng k\xfd,5d\n"].concat(),
                "Dòng 3: chữ không theo bảng mã UTF-8",
            ),
            ("no limits", b"code,name\n8.000001,Mot\n".into(), "Tệp thiếu cột: time_limit_text"),
            ("another list", b"STT,Ghi chu\n1,x\n".into(), "Tệp thiếu cột: code, name"),
            (
                "two columns of codes",
                b"code,ma thu tuc,name,time_limit_text\n1,2,3,4\n".into(),
                "Cột code có hai lần",
            ),
            ("no code", row(",Một,5d"), "Dòng 2, cột code: chưa nhập"),
            ("a short code", row("8.00001,Một,5d"), "Dòng 2, cột code: có 6 ký tự, phải có 7"),
            ("no name", row("8.000001,,5d"), "Dòng 2, cột name: chưa nhập"),
            ("a bare comma", row("8.000001,Một, hai,5d"), "Dòng 2: có 4 ô, dòng đầu có 3 cột"),
            ("turned text", row("8.000001,Một\u{202e},5d"), "Dòng 2, cột name: có ký tự"),
            (
                "one procedure twice",
                row("8.000001,Một,5d\n8.000002,Hai,5d\n8.000001.H50,Ba,5d"),
                "Mã thủ tục 8.000001 có ở cả dòng 2 và dòng 4",
            ),
            ("broken JSON", b"[{\"code\": }]".into(), "Tệp JSON sai ở dòng 1"),
            ("a broken workbook", b"PK\x03\x04nonsense".into(), "Bảng tính bị hỏng"),
            ("an old workbook", vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1], "Bảng tính thuộc dạng cũ"),
        ],
    );
}

#[test]
fn calendars() {
    let rows = |rows: &str| format!("date,kind,name,status\n{rows}\n").into_bytes();
    all_are_refused(
        "calendar",
        &[
            ("no day", rows("31/11/2026,off,Nghỉ,"), "Dòng 2, cột date: ngày không có thật"),
            ("no kind", rows("2026-11-30,maybe,Nghỉ,"), "Dòng 2, cột kind: chưa đúng cách ghi"),
            (
                "no status",
                rows("2026-11-30,off,Nghỉ,perhaps"),
                "Dòng 2, cột status: chưa đúng cách ghi",
            ),
            ("no hours", rows("2026-11-30,hours,sáng,"), "Dòng 2, cột name"),
            (
                "hours that overlap",
                rows("2026-11-30,hours,T2 07:30-11:30 11:00-17:00,"),
                "Dòng 2, cột name",
            ),
            (
                "a day twice",
                rows("2026-11-30,off,Nghỉ,\n30/11/2026,work,Làm bù,"),
                "Ngày 30/11/2026 có ở cả dòng 2 và dòng 3",
            ),
            ("no columns", b"a,b\n1,2\n".into(), "Tệp thiếu cột: date, kind, name"),
            ("UTF-16", utf16("date,kind,name\n"), "Dòng 1: chữ không theo bảng mã UTF-8"),
        ],
    );
}

#[test]
fn two_million_rows_are_refused_and_not_taken_in_by_parts() {
    let office = Office::new();
    let before = office.bytes();
    let file = office.file("list.csv");
    let mut list = BufWriter::new(File::create(&file).unwrap());
    list.write_all(HEAD.as_bytes()).unwrap();
    for number in 0..2_000_000 {
        writeln!(list, "{}.{:06},Thử,5d", number / 1_000_000 + 8, number % 1_000_000).unwrap();
    }
    list.flush().unwrap();
    let size = fs::metadata(&file).unwrap().len();
    assert!(size < 64 * 1024 * 1024, "the rows are to be too many, not the bytes");
    let said = office.run(["procedures".as_ref(), "import".as_ref(), file.as_os_str()]);
    said.refused(1, "Tệp có quá 20000 dòng");
    assert!(office.bytes() == before);
}

#[test]
fn a_file_of_too_many_bytes_is_refused_unread() {
    let office = Office::new();
    let file = office.file("list.csv");
    File::create(&file).unwrap().set_len(64 * 1024 * 1024 + 1).unwrap();
    let said = office.run(["procedures".as_ref(), "import".as_ref(), file.as_os_str()]);
    said.refused(1, "Tệp lớn quá 64 MB");
}

#[test]
fn files_that_are_not_there_and_decisions_that_cannot_be_printed() {
    let office = Office::new();
    let before = office.bytes();
    let missing = office.file("no such list.csv");
    for list in ["procedures", "calendar"] {
        for file in [missing.as_os_str(), office.path().as_os_str()] {
            let said = office.run([list.as_ref(), "import".as_ref(), file]);
            said.refused(1, "Không mở được tệp");
        }
    }
    let list = office.written("list.csv", format!("{HEAD}8.000001,Một,5d\n"));
    let decision = ["--decision", "Quyết định\u{202e} 1"];
    office
        .run(["procedures", "import", &list].iter().chain(&decision))
        .refused(1, "Quyết định công bố: có ký tự không dùng được");
    assert!(office.bytes() == before);
}
