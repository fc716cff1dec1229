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

#[test]
fn results_collectors_and_voided_numbers_stand_in_spreadsheets_too() {
    let office = office();
    let code = |number: u32| format!("H50.031-261123-{number:04}");
    let _ = office.receive(&PEOPLE[1]);
    let _ = office.receive(&PEOPLE[2]);
    let _ = office.run(["return", &code(1)]).fine();
    let by = ["--collector", "Đinh Văn Ưởng", "--collector-id", "045190111112"];
    let paper = ["--authorisation", "Giấy ủy quyền ngày 20/11/2026"];
    let _ = office.run(["return", &code(2)].iter().copied().chain(by).chain(paper)).fine();
    let _ = office.receive(&PEOPLE[0]);
    let _ = office.run(["withdraw", &code(4), "--reason", "Người nộp đề nghị"]).fine();
    let book = office.open();
    let voided = code(3);
    let at = crate::support::now();
    let _ = book
        .run(move |db| motcua::desk::void::void(db, &voided, "nhập trùng", "Cán bộ Mẫu", at))
        .unwrap()
        .unwrap();
    drop(book);
    let file = written(&office, "2026-11-23", "2026-11-23", "so.csv");
    let text = fs::read_to_string(file).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let of = |row: usize| [rows[row][2].as_str(), &rows[row][8], &rows[row][10]];
    assert_eq!(of(0), ["Đăng ký lại khai sinh", "23/11/2026 14:20", PEOPLE[0].name]);
    assert_eq!(of(1), ["Đăng ký lại khai sinh", "23/11/2026 14:20", "Đinh Văn Ưởng"]);
    assert_eq!(of(2), ["Đã hủy: nhập trùng (Đăng ký lại khai sinh)", "", ""]);
    assert_eq!(rows[2][7], "", "nothing is promised for a number that counts for nothing");
    assert_eq!(of(3), ["Đăng ký lại khai sinh", "Rút 23/11/2026, thông báo số 01", ""]);
    let book = office.open();
    let told = book.run(|db| motcua::store::journal_of(db.view(), "2026")).unwrap().unwrap();
    assert_eq!((told.len(), told[0].act.as_str()), (1, "print"), "who took it out is told");
    drop(book);

    let file = written(&office, "2026-11-23", "2026-11-23", "so.xlsx");
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let sheet = book.worksheet_range("Sổ theo dõi hồ sơ").unwrap();
    assert_eq!(sheet.get_value((7, 10)).unwrap().to_string(), "Đinh Văn Ưởng");
    assert!(matches!(sheet.get_value((7, 8)), Some(Data::DateTime(_))));
    let voided = sheet.get_value((8, 2)).unwrap().to_string();
    assert_eq!(voided, "Đã hủy: nhập trùng (Đăng ký lại khai sinh)");
}

#[test]
fn pages_to_be_bound_go_on_and_the_year_is_closed_once() {
    let office = office();
    let out = office.file("so.pdf").into_os_string().into_string().unwrap();
    let month = ["register", "--from", "2026-11-01", "--to", "2026-11-30", "-o", &out];
    let first = office.run(month.iter().chain(&["--title-page"])).fine().json();
    assert_eq!(
        first,
        serde_json::json!({
            "file": out, "dossiers": 2, "from": "2026-11-01", "to": "2026-11-30",
            "first_page": 1, "last_page": 1, "closed": false, "gap": null, "overlap": null,
        })
    );
    let rest = ["register", "--from", "2026-12-01", "--to", "2026-12-31", "-o", &out];
    let part = month.iter().chain(&["--year-close"]);
    office.run(part).refused(1, "hãy ghi --to 31/12/2026");
    let early = rest.iter().chain(&["--year-close"]);
    office.run(early).refused(1, "Năm 2026 chưa hết");
    let data = office.path().to_str().unwrap();
    let at = ["--data", data, "--at", "2026-12-31T17:30", "--json"];
    let close = || motcua(rest.iter().chain(&["--year-close"]).chain(&at)).fine().json();
    let closed = close();
    assert_eq!((&closed["first_page"], &closed["last_page"]), (&2.into(), &3.into()));
    assert_eq!(closed["closed"], true);
    assert_eq!(close()["last_page"], 3, "printed again, not closed again");
    let late =
        ["receive", "--procedure", PROCEDURE, "--name", "Hồ Thị Mẫu", "--phone", "0900000000"];
    motcua(late.iter().chain(&at)).refused(1, "Sổ theo dõi hồ sơ năm 2026 đã khóa");
    office.is_sound();
    let only_pdf = ["register", "--from", "2026-11-01", "--to", "2026-11-30", "-o", "x.xlsx"];
    for option in
        [&["--year-close"][..], &["--title-page"], &["--volume", "2"], &["--first-page", "3"]]
    {
        office.run(only_pdf.iter().chain(option)).refused(2, "tệp PDF");
    }
    let two = ["register", "--from", "2026-11-01", "--to", "2027-01-31", "-o", &out];
    office.run(two).refused(1, "cùng một năm");
}
