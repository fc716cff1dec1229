//! `register`: the *Sổ theo dõi hồ sơ* as other programs read it.

use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::support::{Office, PEOPLE, PROCEDURE, motcua};

/// Two days of receipts, one dossier without a promise, one sent by post.
fn office() -> Office {
    let office = Office::new();
    let _ = office.receive(&PEOPLE[0]);
    let data = office.path().to_str().unwrap();
    let later = ["--data", data, "--at", "2026-11-25T08:05", "receive", "--procedure", PROCEDURE];
    let odd = ["--name", "Jörg Mẫu", "--address", "=1+2", "--limit", "none", "--return-by", "post"];
    let _ = motcua(later.iter().chain(&odd)).fine();
    office
}

fn written(office: &Office, from: &str, to: &str, name: &str) -> std::path::PathBuf {
    let file = office.file(name);
    let out = file.to_str().unwrap();
    let answer = office.run(["register", "--from", from, "--to", to, "-o", out]).fine().json();
    assert_eq!(answer["file"], out);
    file
}

#[test]
fn a_spreadsheet_reads_back_as_the_form_has_it() {
    let office = office();
    let file = written(&office, "23/11/2026", "2026-11-25", "sổ.xlsx");
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let sheet = book.worksheet_range("Sổ theo dõi hồ sơ").unwrap();
    let text = |row: u32, column: u32| sheet.get_value((row, column)).unwrap().to_string();
    assert_eq!(text(0, 0), "UBND XÃ HƯỚNG HIỆP");
    assert_eq!(text(2, 0), "SỔ THEO DÕI HỒ SƠ");
    assert_eq!(text(3, 0), "Từ ngày 23/11/2026 đến ngày 25/11/2026");
    assert_eq!((text(4, 0), text(4, 1)), ("STT".to_owned(), "Mã hồ sơ".to_owned()));
    assert_eq!((text(5, 6), text(5, 7)), ("Nhận hồ sơ".to_owned(), "Hẹn trả kết quả".to_owned()));

    assert_eq!(sheet.get_value((6, 0)), Some(&Data::Float(1.0)));
    assert_eq!(text(6, 1), "H50.031-261123-0001");
    assert_eq!(text(6, 2), "Đăng ký lại khai sinh");
    assert_eq!(text(6, 3), PEOPLE[0].name);
    assert_eq!(text(6, 4), "Thôn Xa Rúc, xã Mẫu Một; 0900111222");
    assert_eq!(text(6, 5), "UBND xã Hướng Hiệp");
    let moment = |row, column| match sheet.get_value((row, column)).unwrap() {
        Data::DateTime(moment) => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}")
        }
        other => panic!("no moment: {other:?}"),
    };
    assert_eq!(moment(6, 6), "2026-11-23 14:20");
    assert_eq!(moment(6, 7), "2026-12-01 14:20");
    assert_eq!(text(6, 9), "Trực tiếp");

    assert_eq!(sheet.get_value((7, 0)), Some(&Data::Float(2.0)));
    assert_eq!(text(7, 1), "H50.031-261125-0001");
    assert_eq!(moment(7, 6), "2026-11-25 08:05");
    assert_eq!(sheet.get_value((7, 7)), Some(&Data::Empty));
    // A text stays a text, whatever a spreadsheet could take it for.
    assert_eq!(sheet.get_value((7, 4)), Some(&Data::String("=1+2".to_owned())));
    assert_eq!(text(7, 9), "Bưu chính");
    assert_eq!(sheet.end(), Some((7, 10)));
}

#[test]
fn csv_opens_in_excel_with_its_marks_and_without_formulas() {
    let office = office();
    let file = written(&office, "2026-11-23", "2026-11-25", "so.CSV");
    let bytes = fs::read(file).unwrap();
    let text = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap()).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().get(1), Some("Mã hồ sơ"));
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(
        rows,
        [
            [
                "1",
                "H50.031-261123-0001",
                "Đăng ký lại khai sinh",
                "Hồ Thị Thử",
                "Thôn Xa Rúc, xã Mẫu Một; 0900111222",
                "UBND xã Hướng Hiệp",
                "23/11/2026 14:20",
                "01/12/2026 14:20",
                "",
                "Trực tiếp",
                "",
            ],
            [
                "2",
                "H50.031-261125-0001",
                "Đăng ký lại khai sinh",
                "Jörg Mẫu",
                "'=1+2",
                "UBND xã Hướng Hiệp",
                "25/11/2026 08:05",
                "",
                "",
                "Bưu chính",
                "",
            ],
        ]
    );
}

#[test]
fn the_days_asked_for_are_the_days_written() {
    let office = office();
    for (from, to, expected) in [
        ("2026-11-23", "2026-11-23", 1),
        ("2026-11-24", "2026-11-25", 1),
        ("2026-11-24", "2026-11-24", 0),
        ("2026-01-01", "2026-12-31", 2),
    ] {
        let file = written(&office, from, to, "days.csv");
        assert_eq!(fs::read_to_string(file).unwrap().lines().count(), expected + 1, "{from} {to}");
    }
    let file = written(&office, "2026-11-24", "2026-11-24", "empty.xlsx");
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    assert_eq!(book.worksheet_range("Sổ theo dõi hồ sơ").unwrap().end(), Some((5, 10)));
}
