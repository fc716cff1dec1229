//! Catalogue and calendar files: what is understood, what is refused, and how fast.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};
use tempfile::TempDir;

use motcua::desk::catalogue::{
    CatalogueError, CatalogueImport, ImportTerms, MAX_ROWS, calendar_rows, read_calendar,
    read_procedures, replaced_papers, shipped_procedures, shipped_replaced_papers,
};
use motcua::domain::calendar::{DayKind, Session};
use motcua::domain::fee::{FeeAmount, FeeKind};
use motcua::domain::invalid::Problem;
use motcua::domain::limit::{Limit, LimitBranch};
use motcua::domain::limit_prose;
use motcua::domain::paper::{PaperWay, RequiredPaper, required_papers};
use motcua::domain::procedure::{base_code, normal_code};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn read(path: &Path) -> Result<CatalogueImport, CatalogueError> {
    let terms = ImportTerms {
        decision: "Quyết định 1/QĐ-UBND".to_owned(),
        effective: date(2026, 1, 1),
    };
    read_procedures(path, &terms)
}

fn read_bytes(bytes: &[u8]) -> Result<CatalogueImport, CatalogueError> {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), bytes).unwrap();
    read(file.path())
}

/// `5d / cần xác minh=25cd`.
fn written(branches: &[LimitBranch]) -> String {
    let one = |branch: &LimitBranch| match branch.when.as_str() {
        "" => branch.limit.to_string(),
        when => format!("{when}={}", branch.limit),
    };
    branches.iter().map(one).collect::<Vec<_>>().join(" / ")
}

#[test]
fn every_real_wording_of_a_limit_is_handled_on_purpose() {
    let mut known = BTreeSet::new();
    for row in csv::Reader::from_path(fixture("limit-prose.csv")).unwrap().records() {
        let row = row.unwrap();
        assert_eq!(written(&limit_prose::parse(&row[0])), &row[1], "{}", &row[0]);
        let _ = known.insert(row[0].to_owned());
    }
    let shipped: BTreeSet<_> = shipped_procedures()
        .unwrap()
        .procedures
        .into_iter()
        .map(|procedure| procedure.limit_text)
        .filter(|text| !text.is_empty())
        .collect();
    assert_eq!(known, shipped);
}

#[test]
fn limits_are_read_in_other_wordings_too() {
    for (text, expected) in [
        ("5d", "5d"),
        (" 10cd ", "10cd"),
        ("0,5 ngày làm việc", "0.5d"),
        ("Nửa ngày làm việc", "0.5d"),
        ("Trong vòng nửa ngày làm việc kể từ khi nhận đủ hồ sơ", "0.5d"),
        ("2,5 ngày", "2.5d"),
        ("Thời hạn giải quyết: 02,5 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ.", "2.5d"),
        (
            "Trực tiếp: 0.5 Ngày làm việc; Trực tuyến: 1.5 Ngày làm việc",
            "Trực tiếp=0.5d / Trực tuyến=1.5d",
        ),
        (
            "1,5 ngày làm việc. Trường hợp cần xác minh thì không quá 3,5 ngày làm việc.",
            "1.5d / cần xác minh=3.5d",
        ),
        // Half days only: nothing else is promised by tenths.
        ("2,3 ngày làm việc", ""),
        ("2,50 ngày làm việc", ""),
        ("2,5 giờ", ""),
        ("2,5 tháng", ""),
        ("Theo thỏa thuận.", "agreed"),
        ("Không quá 02 ngày làm việc hoặc theo thỏa thuận", "2d / theo thỏa thuận=agreed"),
        (
            "không quá 02 (hai) ngày làm việc, hoặc theo thoả thuận bằng văn bản với người yêu cầu \
             chứng thực.",
            "2d / theo thỏa thuận=agreed",
        ),
        (
            "02 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ hoặc theo thỏa thuận",
            "2d / theo thỏa thuận=agreed",
        ),
        (
            "Không quá 02 ngày làm việc hoặc theo thỏa thuận. Trường hợp cần xác minh thì không quá \
             05 ngày làm việc.",
            "2d / theo thỏa thuận=agreed / cần xác minh=5d",
        ),
        // More time by agreement is an extension, as ever.
        ("Không quá 02 ngày làm việc hoặc kéo dài hơn theo thỏa thuận", "2d"),
        ("02 ngày làm việc hoặc theo thỏa thuận nhưng không quá 10 ngày", ""),
        ("none", "none"),
        ("Không quy định.", "none"),
        ("7 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ", "7d"),
        ("Trong vòng 08 giờ làm việc, kể từ khi tiếp nhận hồ sơ.", "8h"),
        ("Thời hạn giải quyết: không quá 15 (mười lăm) ngày làm việc", "15d"),
        (
            "05 ngày làm việc; trường hợp phức tạp thì không quá 10 ngày làm việc",
            "5d / phức tạp=10d",
        ),
        ("05 ngày làm việc, trường hợp phức tạp: 10 ngày làm việc", "5d / phức tạp=10d"),
        (
            "05 ngày làm việc (nếu cần xác minh thì không quá 08 ngày làm việc)",
            "5d / cần xác minh=8d",
        ),
        ("Trực tuyến: 02 Giờ; Trực tiếp: 1 Ngày làm việc", "Trực tiếp=1d / Trực tuyến=2h"),
        ("Trực tuyến: 02 Giờ", "Trực tuyến=2h"),
        ("Trực tiếp: Không quy định; Trực tuyến: 3 Ngày", "Trực tiếp=none / Trực tuyến=3cd"),
        ("Giải quyết ngay trong ngày làm việc.", "0d"),
        (
            "NGAY TRONG NGÀY TIẾP NHẬN HỒ SƠ. NẾU NHẬN SAU 15H00 THÌ TRẢ KẾT QUẢ VÀO NGÀY LÀM VIỆC TIẾP THEO",
            "0d",
        ),
        // Decomposed marks, as some keyboards write them.
        ("05 nga\u{300}y la\u{300}m vie\u{323}\u{302}c", "5d"),
    ] {
        assert_eq!(written(&limit_prose::parse(text)), expected, "{text}");
    }
}

#[test]
fn an_unclear_limit_is_never_guessed() {
    for text in [
        "",
        "   ",
        "02 tháng",
        "Không quá 1 năm",
        "2 tuần",
        "05",
        "ngày làm việc",
        "0 ngày làm việc",
        "1000 ngày",
        "1.500 ngày",
        "1/2 ngày làm việc",
        "05 - 10 ngày làm việc",
        "5 ngày làm việc hoặc 10 ngày làm việc",
        "02 (ba) ngày làm việc",
        "Khoảng 30 ngày",
        "05 ngày làm việc kể từ ngày thụ lý",
        "05 ngày làm việc; 10 ngày làm việc",
        "05 ngày làm việc đối với giám hộ cử",
        "05 ngày làm việc đối với hồ sơ A, B",
        "05 ngày làm việc. Trường hợp cần xác minh thì kéo dài thêm không quá 03 ngày làm việc.",
        "05 ngày làm việc. Trường hợp cần xác minh thì thời hạn xác minh không quá 03 ngày làm việc.",
        "05 ngày làm việc. Trường hợp nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo.",
        "05 ngày làm việc. Trường hợp cần xác minh thì không quá 08 ngày làm việc. Trường hợp cần xác minh thì không quá 10 ngày làm việc.",
        "Ngay trong ngày tiếp nhận hồ sơ. Nếu nhận sau 16 giờ thì trả kết quả vào ngày làm việc tiếp theo.",
        "Ngay trong ngày tiếp nhận hồ sơ. Nếu nhận sau 15 giờ 30 thì trả kết quả vào ngày làm việc tiếp theo.",
        "Trong ngày làm việc tiếp theo",
        "Trực tiếp: 5 Ngày; Fax: 3 Ngày",
        "Trực tiếp: 2 Ngày; Trực tiếp: 7 Ngày",
        "- Kiểm tra: 3 ngày làm việc. - Quyết định: khoảng 5 ngày.",
        "5 ngay lam viec",
    ] {
        assert_eq!(limit_prose::parse(text), [], "{text}");
    }
}

#[test]
fn the_shipped_catalogue_is_whole() {
    let shipped = shipped_procedures().unwrap();
    assert_eq!(shipped.procedures.len(), 222);
    assert_eq!(shipped.understood, 87);
    assert_eq!(shipped.without_limit.len(), 131);
    let not_understood: Vec<_> =
        shipped.not_understood.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(not_understood, ["2.001263", "2.002761", "2.002762", "2.002766"]);

    let abolished: Vec<_> = shipped.procedures.iter().filter(|p| p.abolished).collect();
    assert_eq!(abolished.len(), 1);
    assert_eq!(abolished[0].code, "2.001009");
    for procedure in &shipped.procedures {
        assert!(!procedure.decision.is_empty(), "{}", procedure.code);
        assert_eq!(normal_code(&procedure.code).as_ref(), Ok(&procedure.code));
        assert!(
            procedure
                .papers
                .iter()
                .all(|paper| { paper.is_heading() || paper.originals + paper.copies > 0 })
        );
        for trace in ["http", ".json", ".md", "@"] {
            assert!(!procedure.decision.contains(trace), "{}", procedure.decision);
        }
    }
    let with_papers = shipped.procedures.iter().filter(|p| !p.papers.is_empty()).count();
    assert_eq!(with_papers, 89);

    let birth = shipped.procedures.iter().find(|p| p.code == "1.001193").unwrap();
    assert_eq!(birth.name, "Đăng ký khai sinh");
    assert_eq!(birth.papers.len(), 8);
    assert!(birth.papers[0].form);
    assert_eq!(birth.papers[7].way, PaperWay::Shown);

    let will = shipped.procedures.iter().find(|p| p.code == "2.001019").unwrap();
    assert_eq!(
        will.fees,
        [FeeAmount { kind: FeeKind::Fee, amount: 50_000, per: "di chúc".to_owned() }]
    );
}

#[test]
fn no_word_of_a_required_paper_is_lost() {
    let words = |text: &str| -> Vec<String> {
        let letters = |c: char| !c.is_alphanumeric();
        text.split(letters).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/catalogue/procedures.csv");
    for row in csv::Reader::from_path(path).unwrap().records() {
        let row = row.unwrap();
        let items: Vec<&str> = row[6].split(" | ").filter(|item| !item.is_empty()).collect();
        let papers = required_papers(&row[6]);
        assert_eq!(papers.len(), items.len(), "{}", &row[0]);
        for (item, paper) in items.iter().zip(&papers) {
            let item = item.split(" (Bản chính: ").next().unwrap();
            let (all, kept) = (words(item), words(&paper.name));
            assert!(all.ends_with(&kept) || paper.name.starts_with('('), "{item}\n{}", paper.name);
            // Only a way in brackets or the portal's numbering may be missing.
            assert!(all.len() - kept.len() <= 6, "{item}\n{}", paper.name);
        }
    }
}

#[test]
fn papers_are_read_with_way_form_and_counts() {
    use PaperWay::{Shown, Submitted};
    for (item, name, way, originals, copies, form) in [
        ("(mẫu) Tờ khai đăng ký kết hôn.", "Tờ khai đăng ký kết hôn", Submitted, 1, 0, true),
        ("(xuất trình) Hộ chiếu", "Hộ chiếu", Shown, 1, 0, false),
        ("(Nộp) Bản sao Giấy khai sinh;", "Bản sao Giấy khai sinh", Submitted, 0, 1, false),
        (
            "+ Bản chụp sổ (01 bản). (Bản chính: 0 Bản sao: 2)",
            "Bản chụp sổ (01 bản)",
            Submitted,
            0,
            2,
            false,
        ),
        ("- Đơn đề nghị (Bản chính: 1 Bản sao: 1)", "Đơn đề nghị", Submitted, 1, 1, false),
        ("Đơn đề nghị (Bản chính: 0 Bản sao: 0)", "Đơn đề nghị", Submitted, 1, 0, false),
        ("Thành phần hồ sơ 2: Giấy chứng tử", "Giấy chứng tử", Submitted, 1, 0, false),
        ("Thành phần hồ sơ 2 (nếu có): Giấy tờ", "(nếu có) Giấy tờ", Submitted, 1, 0, false),
        ("Thành phần hồ sơ 2:", "Thành phần hồ sơ 2:", Submitted, 0, 0, false),
        ("(nộp) Đối với việc khai sinh:", "Đối với việc khai sinh:", Submitted, 0, 0, false),
        ("(nếu có) Văn bản ủy quyền", "(nếu có) Văn bản ủy quyền", Submitted, 1, 0, false),
        ("Giấy tờ (CCCD, Hộ chiếu...", "Giấy tờ (CCCD, Hộ chiếu...", Submitted, 1, 0, false),
    ] {
        let expected = RequiredPaper { name: name.to_owned(), way, originals, copies, form };
        assert_eq!(RequiredPaper::parse(item), Some(expected), "{item}");
    }
    assert_eq!(RequiredPaper::parse(" - "), None);
    assert_eq!(required_papers("").len(), 0);
    assert_eq!(required_papers("Tờ khai\nGiấy chứng sinh\n").len(), 2);
}

#[test]
fn fees_are_listed_only_where_they_are_clear() {
    use FeeKind::{Charge, Fee};
    let amount = |kind, amount, per: &str| FeeAmount { kind, amount, per: per.to_owned() };
    for (text, expected) in [
        ("Phí: 50.000 đồng/di chúc", vec![amount(Fee, 50_000, "di chúc")]),
        ("Phí : 0 Đồng", vec![amount(Fee, 0, "")]),
        ("Lệ phí: 8.000đ; Phí: 2,000 VNĐ", vec![amount(Charge, 8_000, ""), amount(Fee, 2_000, "")]),
        (
            "Lệ phí là 400.000 đồng/trường hợp. Miễn cho hộ nghèo.",
            vec![amount(Charge, 400_000, "trường hợp")],
        ),
        (
            "Phí: 10.000 đồng/trường hợp (một hoặc nhiều chữ ký)",
            vec![amount(Fee, 10_000, "trường hợp")],
        ),
        ("Lệ phí 15.000 đồng", vec![amount(Charge, 15_000, "")]),
        (
            "Có các mức phí 8.000đ, 5.000đ. Phí cấp bản sao: 8.000đ/bản.",
            vec![amount(Fee, 8_000, "bản, cấp bản sao")],
        ),
        ("Không", vec![]),
        ("Miễn lệ phí", vec![]),
        ("50.000 đồng/văn bản", vec![]),
        ("Phí: 50.000 đồng. Nộp trực tuyến: 25.000 đồng.", vec![]),
        ("Phí: 50.000 đồng. Phí: 25.000 đồng.", vec![]),
        ("Phí là 8.000 đồng/bản sao hoặc 5.000 đồng/bản sao tùy theo khu vực.", vec![]),
        ("Phí: 2.000 đồng/trang; từ trang thứ 3 trở lên thu 1.000 đồng/trang", vec![]),
        ("Lệ phí: 8.000đ, người nghèo 4.000đ", vec![]),
        ("Lệ phí: 50 nghìn đồng", vec![]),
    ] {
        assert_eq!(FeeAmount::in_text(text), expected, "{text}");
    }
}

#[test]
fn procedure_codes_are_brought_to_one_form() {
    for (text, expected) in [
        ("1.001193", "1.001193"),
        (" 1.001193 ", "1.001193"),
        ("1.001193.", "1.001193"),
        ("3000410", "3.000410"),
        ("1,001193", "1.001193"),
        ("1.013792.h42", "1.013792.H42"),
        ("1.013.792.H42", "1.013792.H42"),
        ("1.013 792", "1.013792"),
        ("2.000908.000.00.00.H61", "2.000908.000.00.00.H61"),
        ("1.001193.H50.031", "1.001193.H50.031"),
    ] {
        assert_eq!(normal_code(text).as_deref(), Ok(expected), "{text}");
    }
    for (text, problem) in [
        ("  ", Problem::Empty),
        ("1.00119", Problem::WrongLength { found: 6, expected: "7" }),
        ("10.01193", Problem::NotUnderstood),
        ("1.0011934", Problem::NotUnderstood),
        ("1.001193-H42", Problem::NotUnderstood),
        ("1.001193.000", Problem::NotUnderstood),
        ("1.001193.H4", Problem::NotUnderstood),
        ("DKKS", Problem::NotUnderstood),
    ] {
        assert_eq!(normal_code(text), Err(problem), "{text}");
    }
    assert_eq!(base_code("1.013792.H42"), "1.013792");
    assert_eq!(base_code("1.013792"), "1.013792");
}

#[test]
fn an_office_list_with_vietnamese_heads_is_taken_in() {
    let import = read(&fixture("catalogue-vi.csv")).unwrap();
    let codes: Vec<_> = import.procedures.iter().map(|p| p.code.as_str()).collect();
    assert_eq!(codes, ["1.001193", "1.013792.H42", "3.000410"]);
    let [birth, burial, poor] = &import.procedures[..] else { panic!("three rows") };
    assert_eq!(written(&birth.limits), "5d / cần xác minh=25cd");
    assert_eq!(birth.decision, "Quyết định 1/QĐ-UBND");
    assert_eq!(birth.in_force_from, date(2026, 1, 1));
    let names: Vec<_> = birth.papers.iter().map(|paper| paper.name.as_str()).collect();
    assert_eq!(names, ["Tờ khai đăng ký khai sinh", "Giấy chứng sinh; bản chính"]);
    assert!(burial.base() == "1.013792" && burial.limits.is_empty());
    assert_eq!(burial.limit_text, "Khoảng 02 tháng");
    assert!(poor.abolished && !birth.abolished);
    assert_eq!(import.understood, 1);
    assert_eq!(import.not_understood, [("1.013792.H42".to_owned(), "Khoảng 02 tháng".to_owned())]);
    assert_eq!(import.without_limit, ["3.000410"]);
}

#[test]
fn csv_json_and_xlsx_say_the_same() {
    let csv = "code\tname\ttime_limit_text\tfee_text\trequired_papers\tabolished\n\
               1.001190\tĐăng ký khai sinh\t5d\tPhí: 8.000 đồng/bản\tTờ khai | Giấy chứng sinh\t\n\
               3000410\tCông nhận hộ nghèo\t\t\t\t1\n";
    let json = r#"[
        {"code": 1.00119, "Tên thủ tục": "Đăng ký khai sinh", "time_limit_text": "5d", "fee_text": "Phí: 8.000 đồng/bản",
         "required_papers": ["Tờ khai", "Giấy chứng sinh"], "abolished": false, "note": {"ignored": []}},
        {"code": 3000410, "name": "Công nhận hộ nghèo", "abolished": true, "fee_text": null}
    ]"#;
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("list.xlsx");
    let mut book = Workbook::new();
    let _ = book.add_worksheet().write(0, 0, "Bìa").unwrap();
    let sheet = book.add_worksheet();
    let _ = sheet.write(0, 0, "DANH MỤC THỦ TỤC HÀNH CHÍNH").unwrap();
    for (column, head) in [
        "TT",
        "MÃ TTHC",
        "Tên TTHC",
        "Thời hạn giải quyết",
        "Phí, lệ phí",
        "Thành phần hồ sơ",
        "Bãi bỏ",
    ]
    .iter()
    .enumerate()
    {
        let _ = sheet.write(2, u16::try_from(column).unwrap(), *head).unwrap();
    }
    let _ = sheet.write(3, 1, 1.00119).unwrap();
    for (column, text) in [
        (2, "Đăng ký khai sinh"),
        (3, "5d"),
        (4, "Phí: 8.000 đồng/bản"),
        (5, "Tờ khai\nGiấy chứng sinh"),
    ] {
        let _ = sheet.write(3, column, text).unwrap();
    }
    let _ = sheet.write(5, 1, 3_000_410).unwrap();
    let _ = sheet.write(5, 2, "Công nhận hộ nghèo").unwrap();
    let _ = sheet.write(5, 6, true).unwrap();
    book.save(&path).unwrap();
    let wrong = folder.path().join("wrong.xlsx");
    let _ = book.worksheet_from_index(1).unwrap().write(8, 1, "ABC").unwrap();
    book.save(&wrong).unwrap();
    assert!(matches!(
        read(&wrong).unwrap_err(),
        CatalogueError::Cell { row: 9, column: "code", problem: Problem::NotUnderstood }
    ));

    let from_csv = read_bytes(csv.as_bytes()).unwrap();
    assert_eq!(from_csv.procedures.len(), 2);
    assert_eq!(from_csv.procedures[0].code, "1.001190");
    assert_eq!(read_bytes(json.as_bytes()).unwrap(), from_csv);
    assert_eq!(read(&path).unwrap(), from_csv);
}

#[test]
fn bad_files_are_refused_by_name_and_row() {
    use CatalogueError as E;
    let head = "code,name,time_limit_text\n1.001193,Khai sinh,5d\n";
    let refused = |tail: &str| read_bytes(format!("{head}{tail}").as_bytes()).unwrap_err();

    assert!(matches!(read_bytes(b"").unwrap_err(), E::Empty));
    assert!(matches!(read_bytes(b"code,name,time_limit_text\n").unwrap_err(), E::Empty));
    assert!(matches!(read_bytes(b"code,name,time_limit_text\n,,\n").unwrap_err(), E::Empty));
    assert!(matches!(read_bytes(b"[]").unwrap_err(), E::Empty));
    assert!(matches!(
        read_bytes("ma,ten\n1,2\n".as_bytes()).unwrap_err(),
        E::MissingColumns { missing } if missing == ["name", "time_limit_text"]
    ));
    assert!(matches!(
        read_bytes(b"[{\"code\": \"1.001193\"}]").unwrap_err(),
        E::MissingColumns { missing } if missing == ["name", "time_limit_text"]
    ));
    assert!(matches!(
        read_bytes("code,Mã thủ tục,name,time_limit_text\n1,2,3,4\n".as_bytes()).unwrap_err(),
        E::DuplicateColumn { column: "code" }
    ));
    assert!(matches!(
        refused("1.000656,Khai tử,1d\n1001193,Khai sinh,5d\n"),
        E::DuplicateCode { code, first: 2, second: 4 } if code == "1.001193"
    ));
    assert!(matches!(
        refused("1.001193.H50,Khai sinh,5d\n"),
        E::DuplicateCode { first: 2, second: 3, .. }
    ));
    assert!(matches!(
        refused("1.000656,Khai tử, kết hôn,1d\n"),
        E::Ragged { row: 3, found: 4, expected: 3 }
    ));
    assert!(matches!(refused("1.000656\n"), E::Ragged { row: 3, found: 1, expected: 3 }));
    assert!(matches!(
        refused("ABC,Khai tử,1d\n"),
        E::Cell { row: 3, column: "code", problem: Problem::NotUnderstood }
    ));
    assert!(matches!(
        refused(",Khai tử,1d\n"),
        E::Cell { row: 3, column: "code", problem: Problem::Empty }
    ));
    assert!(matches!(
        refused("1.000656,,1d\n"),
        E::Cell { row: 3, column: "name", problem: Problem::Empty }
    ));
    assert!(matches!(
        refused(&format!("1.000656,Khai tử,{}\n", "ă".repeat(20_001))),
        E::Cell { row: 3, column: "time_limit_text", problem: Problem::TooLong { max: 20_000 } }
    ));
    assert!(matches!(
        refused("1.000656,Khai \u{202e}tử,1d\n"),
        E::Cell { row: 3, column: "name", problem: Problem::ForbiddenCharacter('\u{202e}') }
    ));
    assert!(matches!(
        read_bytes(b"code,name,time_limit_text,abolished\n1.001193,A,5d,maybe\n").unwrap_err(),
        E::Cell { row: 2, column: "abolished", problem: Problem::NotUnderstood }
    ));
    assert!(matches!(
        read_bytes(br#"[{"code": "1.001193", "name": {"vi": "A"}, "time_limit_text": ""}]"#)
            .unwrap_err(),
        E::Cell { row: 1, column: "name", problem: Problem::NotUnderstood }
    ));
    assert!(matches!(
        read_bytes(b"[{\"code\": \"1.001193\",\n oops}]").unwrap_err(),
        E::Json { line: 2, .. }
    ));
    assert!(matches!(read_bytes(b"[1, 2]").unwrap_err(), E::Json { line: 1, .. }));
    assert!(matches!(read_bytes(b"{}").unwrap_err(), E::Json { .. }));

    let mut legacy = head.as_bytes().to_vec();
    legacy.extend(b"1.000656,\xd0\xa8ng k\xfd,1d\n");
    assert!(matches!(read_bytes(&legacy).unwrap_err(), E::NotUtf8 { row: 3 }));
    let utf16: Vec<u8> = "\u{feff}code,name".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(matches!(read_bytes(&utf16).unwrap_err(), E::NotUtf8 { row: 1 }));
    assert!(matches!(read_bytes(&utf16[2..]).unwrap_err(), E::NotUtf8 { row: 1 }));
    let old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    assert!(matches!(read_bytes(&old).unwrap_err(), E::OldOrLockedWorkbook));
    assert!(matches!(read_bytes(b"PK\x03\x04 no workbook").unwrap_err(), E::Workbook { .. }));
    assert!(matches!(read(Path::new("/no/such/file.csv")).unwrap_err(), E::Io { .. }));
    assert!(matches!(read(TempDir::new().unwrap().path()).unwrap_err(), E::Io { .. }));
}

#[test]
fn two_million_rows_are_refused_at_once() {
    let folder = TempDir::new().unwrap();
    for (name, line) in [
        ("short.csv", "1.001193,A,5d\n"),
        ("long.csv", &*format!("1.001193,A,{}\n", "d".repeat(60))),
    ] {
        let path = folder.path().join(name);
        let mut file = BufWriter::new(File::create(&path).unwrap());
        file.write_all(b"code,name,time_limit_text\n").unwrap();
        let block = line.repeat(20_000);
        for _ in 0..100 {
            file.write_all(block.as_bytes()).unwrap();
        }
        file.flush().unwrap();
        let start = Instant::now();
        let error = read(&path).unwrap_err();
        assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
        match name {
            "short.csv" => assert!(matches!(error, CatalogueError::TooManyRows { max: MAX_ROWS })),
            _ => assert!(matches!(error, CatalogueError::TooLarge { .. })),
        }
    }
}

#[test]
fn endless_workbooks_and_json_are_refused() {
    let mut json = String::from("[");
    json.push_str(
        &r#"{"code":"1.001193","name":"A","time_limit_text":"5d"},"#.repeat(MAX_ROWS + 1),
    );
    json.push_str("{}]");
    assert!(matches!(read_bytes(json.as_bytes()), Err(CatalogueError::TooManyRows { .. })));

    let folder = TempDir::new().unwrap();
    let path = folder.path().join("rows.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in [(0, "code"), (1, "name"), (2, "time_limit_text")] {
        let _ = sheet.write(0, column, head).unwrap();
    }
    for row in 1..=u32::try_from(MAX_ROWS + 1).unwrap() {
        let _ = sheet.write(row, 0, "1.001193").unwrap();
    }
    book.save(&path).unwrap();
    assert!(matches!(read(&path), Err(CatalogueError::TooManyRows { .. })));

    // A small file that unpacks to more than the bound.
    let path = folder.path().join("bomb.xlsx");
    let mut bomb = zip::ZipWriter::new(File::create(&path).unwrap());
    bomb.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..65 {
        bomb.write_all(&zeros).unwrap();
    }
    let _ = bomb.finish().unwrap();
    assert!(fs::metadata(&path).unwrap().len() < 1024 * 1024);
    assert!(matches!(read(&path), Err(CatalogueError::TooLarge { .. })));
}

#[test]
fn papers_replaced_by_data_are_read() {
    let shipped = shipped_replaced_papers().unwrap();
    assert_eq!(shipped.len(), 761);
    assert!(shipped.iter().all(|paper| base_code(&paper.procedure) == paper.procedure));
    assert!(shipped.iter().all(|paper| !paper.paper.is_empty() && !paper.database.is_empty()));
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), "code,paper_replaced,database\n1.001193.H50,Căn cước,CSDL dân cư\n")
        .unwrap();
    let [paper] = &replaced_papers(file.path()).unwrap()[..] else { panic!("one row") };
    assert_eq!((paper.procedure.as_str(), paper.paper.as_str()), ("1.001193", "Căn cước"));
    fs::write(file.path(), "code,paper_replaced,database\n1.001193,Căn cước,\n").unwrap();
    assert!(matches!(
        replaced_papers(file.path()).unwrap_err(),
        CatalogueError::Cell { row: 2, column: "database", problem: Problem::Empty }
    ));
}

#[test]
fn a_calendar_file_tells_days_and_hours() {
    let calendar = read_calendar(&fixture("calendar.csv")).unwrap();
    let days: Vec<_> =
        calendar.days.iter().map(|day| (day.date, day.kind, day.is_official())).collect();
    assert_eq!(
        days,
        [
            (date(2026, 11, 24), DayKind::Off, true),
            (date(2026, 1, 2), DayKind::Off, true),
            (date(2026, 1, 10), DayKind::Work, true),
            (date(2027, 2, 4), DayKind::Off, false),
        ]
    );
    let session = |opens, closes| Session::between(opens, closes).unwrap();
    let morning = session((7, 30), (11, 30));
    let [usual, summer] = &calendar.hours[..] else { panic!("two rows of hours") };
    assert_eq!(usual.in_force_from, date(2025, 7, 1));
    assert_eq!(usual.week[0], [morning, session((13, 30), (17, 0))]);
    assert_eq!(usual.week[4], usual.week[0]);
    assert_eq!(usual.week[5], [morning]);
    assert!(usual.week[6].is_empty());
    assert_eq!(summer.in_force_from, date(2026, 4, 16));
    assert_eq!(summer.week[3].len(), 2);
    assert_eq!((summer.week[4].len(), summer.week[5].len()), (1, 1));
}

#[test]
fn a_date_cell_of_a_spreadsheet_is_a_date() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("days.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in [(0, "Ngày"), (1, "Loại"), (2, "Nội dung"), (3, "Trạng thái")] {
        let _ = sheet.write(0, column, head).unwrap();
    }
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 11, 24).unwrap();
    let _ =
        sheet.write_with_format(1, 0, &day, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
    let _ = sheet.write(1, 1, "Nghỉ").unwrap();
    let _ = sheet.write(1, 2, "Ngày Văn hóa Việt Nam").unwrap();
    let _ = sheet.write(1, 3, "Chính thức").unwrap();
    book.save(&path).unwrap();
    let calendar = read_calendar(&path).unwrap();
    assert_eq!(calendar.days[0].date, date(2026, 11, 24));
    assert!(calendar.days[0].is_official() && calendar.days[0].kind == DayKind::Off);
}

#[test]
fn bad_calendar_rows_are_refused() {
    use CatalogueError::{Cell, DuplicateDate};
    let refused =
        |rows: &str| calendar_rows(&format!("date,kind,name,status\n{rows}")).unwrap_err();
    assert!(matches!(
        refused("30/02/2026,off,A,\n"),
        Cell { row: 2, column: "date", problem: Problem::ImpossibleDate }
    ));
    assert!(matches!(
        refused("46350,off,A,\n"),
        Cell { row: 2, column: "date", problem: Problem::NotUnderstood }
    ));
    assert!(matches!(refused(",off,A,\n"), Cell { column: "date", problem: Problem::Empty, .. }));
    assert!(matches!(
        refused("2026-01-01,off,A,\n01/01/2026,work,B,\n"),
        DuplicateDate { first: 2, second: 3, .. }
    ));
    assert!(matches!(
        refused("2026-01-01,rest,A,\n"),
        Cell { column: "kind", problem: Problem::NotUnderstood, .. }
    ));
    assert!(matches!(
        refused("2026-01-01,off,A,perhaps\n"),
        Cell { column: "status", problem: Problem::NotUnderstood, .. }
    ));
    assert!(matches!(
        refused("2026-01-01,off,,\n"),
        Cell { column: "name", problem: Problem::Empty, .. }
    ));
    for hours in [
        "",
        "T2-T6",
        "T2-T6 07:30",
        "T2-T6 11:30-07:30",
        "T2-T6 07:30-11:30 11:00-17:00",
        "T2-T6 07:30-25:00",
        "T6-T2 07:30-11:30",
        "T2-T6 07:30-11:30; T6 13:30-17:00",
        "T9 07:30-11:30",
        "Mon 07:30-11:30",
    ] {
        let error = refused(&format!("2026-01-01,hours,{hours},\n"));
        assert!(
            matches!(error, Cell { row: 2, column: "name", problem: Problem::NotUnderstood }),
            "{hours}"
        );
    }
}

#[test]
fn a_workbook_that_promises_endless_texts_is_refused() {
    let folder = TempDir::new().unwrap();
    let honest = folder.path().join("honest.xlsx");
    let mut book = Workbook::new();
    let _ = book.add_worksheet().write(0, 0, "code").unwrap();
    book.save(&honest).unwrap();
    let path = folder.path().join("liar.xlsx");
    let mut from = zip::ZipArchive::new(File::open(&honest).unwrap()).unwrap();
    let mut to = zip::ZipWriter::new(File::create(&path).unwrap());
    for place in 0..from.len() {
        let mut part = from.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        let mut text = String::new();
        let _ = part.read_to_string(&mut text).unwrap();
        let text = text.replace("uniqueCount=\"1\"", "uniqueCount=\"999999999999999999\"");
        to.write_all(text.as_bytes()).unwrap();
    }
    let _ = to.finish().unwrap();
    assert!(matches!(read(&path), Err(CatalogueError::Workbook { .. })));
}

/// Words out of which wordings of limits are made, right ones and wrong ones.
const WORDS: &[&str] = &[
    "05",
    "02 (hai)",
    "15",
    "0",
    "999",
    "ngày làm việc",
    "ngày",
    "giờ",
    "tháng",
    ".",
    ",",
    ";",
    ":",
    "-",
    "(",
    ")",
    "trường hợp",
    "nếu",
    "thì",
    "không quá",
    "cần xác minh",
    "đối với",
    "Trực tiếp",
    "Trực tuyến",
    "Không quy định",
    "ngay trong ngày",
    "tiếp nhận hồ sơ",
    "sau 15 giờ",
    "kể từ ngày nhận đủ hồ sơ",
    "hoặc",
    "kéo dài thêm",
    "\u{301}",
    "5d",
];

proptest! {
    #[test]
    fn reading_prose_never_panics(text in any::<String>()) {
        let _ = limit_prose::parse(&text);
        let _ = FeeAmount::in_text(&text);
        let _ = required_papers(&text);
        let _ = calendar_rows(&text);
        if let Ok(code) = normal_code(&text) {
            prop_assert_eq!(normal_code(&code), Ok(code));
        }
    }

    #[test]
    fn a_limit_is_only_what_the_wording_names(
        words in prop::collection::vec(prop::sample::select(WORDS), 1..12)
    ) {
        let text = words.join(" ");
        let branches = limit_prose::parse(&text);
        for branch in &branches {
            let named = match branch.limit {
                Limit::WorkingDays(n) => text.contains(&format!("{n:02}")) && text.contains("ngày làm việc"),
                Limit::CalendarDays(n) => text.contains(&format!("{n:02}")) && text.contains("ngày"),
                Limit::WorkingHours(n) => text.contains(&format!("{n:02}")) && text.contains("giờ"),
                Limit::SameDay => text.contains("ngay trong ngày"),
                Limit::HalfDays(_) => text.contains("nửa ngày") || text.contains(",5"),
                Limit::Agreed(_) => text.contains("thỏa thuận"),
                Limit::None => text.contains("Không quy định"),
            };
            prop_assert!(named || text.contains("5d"), "{text}: {branches:?}");
            prop_assert!(!text.contains("tháng") && !text.contains("kéo dài thêm"), "{text}");
        }
    }

    #[test]
    fn reading_bytes_never_panics(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        start in prop::sample::select(&["", "PK\x03\x04", "code,name,time_limit_text\n", "[{\"code\":"]),
    ) {
        let _ = read_bytes(&[start.as_bytes(), &bytes].concat());
    }
}

#[test]
fn a_damaged_workbook_never_panics() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, text) in [(0, "code"), (1, "name"), (2, "time_limit_text")] {
        let _ = sheet.write(0, column, text).unwrap();
        let _ = sheet.write(1, column, "1.001193").unwrap();
    }
    let whole = book.save_to_buffer().unwrap();
    assert_eq!(read_bytes(&whole).unwrap().procedures.len(), 1);
    for place in (0..whole.len()).step_by(41) {
        let _ = read_bytes(&whole[..place]);
        let mut changed = whole.clone();
        changed[place] ^= 0x15;
        let _ = read_bytes(&changed);
    }
}
