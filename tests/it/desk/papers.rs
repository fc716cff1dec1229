//! Printing at the desk what has a number of its own, what nobody signs, and the register.

use std::path::Path;

use motcua::desk::DeskError;
use motcua::desk::end::stop;
use motcua::desk::extend::extend;
use motcua::desk::form_style::{set_form_style, style_on};
use motcua::desk::guide::{guide, refuse_unreceived};
use motcua::desk::hand_over::{hand_over, take_back};
use motcua::desk::handover_list::{NewList, Scan, make_list};
use motcua::desk::print::{print_control_sheet, print_returned, print_slip};
use motcua::desk::print_labels::{print_labels, print_poster, print_tray_labels};
use motcua::desk::print_paper::{print_handover_list, print_notice};
use motcua::desk::print_register::{RegisterPrinted, RegisterWanted, print_register};
use motcua::desk::register_parts::Days;
use motcua::desk::undo::undo;
use motcua::desk::void::void;
use motcua::desk::waiting::ask_for_papers;
use motcua::domain::dossier::Dossier;
use motcua::domain::form_style::{FormKind, FormStyle};
use motcua::domain::handover::HandoverKind;
use motcua::domain::hands::Hands;
use motcua::domain::intake::{Intake, Party};
use motcua::domain::invalid::{Field, Problem};
use motcua::domain::office::PaperSize;
use motcua::domain::time::OfficeTime;
use motcua::store::{self, Book};

use super::prints::pages;
use crate::store::receive_at;
use crate::support::{Office, PROCEDURE, date, moment, now};

const OFFICER: &str = "Cán bộ Mẫu";

/// Everything on all pages of a PDF, white space squeezed.
fn text(file: &Path) -> String {
    pages(file).concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn has(file: &Path, wanted: &str) -> bool {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    squeezed(&text(file)).contains(&squeezed(wanted))
}

#[track_caller]
fn says(file: &Path, wanted: &[&str]) {
    for text_wanted in wanted {
        assert!(has(file, text_wanted), "{text_wanted} is not in {}", text(file));
    }
}

fn later(days: u32) -> OfficeTime {
    moment(2026, 11, 23 + days, 9, 0)
}

fn received(book: &Book) -> Dossier {
    receive_at(book, now()).dossier
}

fn problem<T: std::fmt::Debug>(error: Result<T, DeskError>) -> (Field, Problem) {
    match error.unwrap_err() {
        DeskError::Invalid(mut list) => {
            let first = list.remove(0);
            (first.field, first.problem)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_notice_of_a_dossier_is_printed_with_what_was_decided() {
    let office = Office::new();
    let book = office.open();
    let dossier = received(&book);
    let code = dossier.code.clone();
    let asked =
        book.run(move |db| ask_for_papers(db, &code, "Bản sao Giấy khai sinh", OFFICER, later(1)));
    let asked = asked.unwrap().unwrap().notice.unwrap();
    let file = office.file("phieu.pdf");
    assert_eq!(print_notice(&book, asked, &file, None, OFFICER, later(1)).unwrap(), 1);
    says(
        &file,
        &[
            "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
            "Số: 0001/PBS-TTPVHCC",
            &dossier.code,
            "Bản sao Giấy khai sinh",
            "NGƯỜI HƯỚNG DẪN",
            OFFICER,
        ],
    );
    assert!(!has(&file, "Bản in lại"));
    assert_eq!(
        problem(print_notice(&book, asked, &file, None, OFFICER, later(1))),
        (Field::ReprintReason, Problem::Empty)
    );
    let again = print_notice(&book, asked, &file, Some("mờ chữ"), OFFICER, later(2)).unwrap();
    assert_eq!(again, 2);
    says(&file, &["Bản in lại lần 1", "mờ chữ"]);
    assert!(office.file("phieu-1.pdf").exists(), "the first print is kept");

    let other = received(&book);
    let code = other.code.clone();
    let until = moment(2026, 12, 8, 14, 0);
    let put_off = book
        .run(move |db| extend(db, &code, until, "chờ xác minh", OFFICER, later(2)))
        .unwrap()
        .unwrap();
    let apology = put_off.notice.unwrap();
    let file = office.file("xin-loi.pdf");
    let _ = print_notice(&book, apology, &file, None, OFFICER, later(2)).unwrap();
    says(
        &file,
        &["Số: 0001/PXL", "chờ xác minh", "14 giờ 00 phút, ngày 08 tháng 12 năm 2026", "14 giờ 20"],
    );

    let code = other.code.clone();
    let to = Hands::parse("Tư pháp - hộ tịch", "").unwrap();
    let _ = book.run(move |db| hand_over(db, &code, &to, OFFICER, later(2))).unwrap().unwrap();
    let code = other.code.clone();
    let stopped = book.run(move |db| stop(db, &code, "theo đề nghị", OFFICER, later(3)));
    let notice = stopped.unwrap().unwrap().notice.unwrap();
    let file = office.file("dung.pdf");
    let _ = print_notice(&book, notice, &file, None, OFFICER, later(3)).unwrap();
    says(&file, &["THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "theo đề nghị", &other.code]);
    assert!(matches!(
        print_notice(&book, 99, &file, None, OFFICER, now()),
        Err(DeskError::NoNotice(number)) if number == "99"
    ));
    drop(book);
    office.is_sound();
}

#[test]
fn a_notice_counts_as_printed_only_when_its_file_is_there() {
    let office = Office::new();
    let book = office.open();
    let code = received(&book).code;
    let asked = book.run(move |db| ask_for_papers(db, &code, "Giấy tờ", OFFICER, later(1)));
    let id = asked.unwrap().unwrap().notice.unwrap();
    std::fs::write(office.file("file"), "").unwrap();
    let into = office.file("file/phieu.pdf");
    assert!(matches!(
        print_notice(&book, id, &into, None, OFFICER, now()),
        Err(DeskError::File(_))
    ));
    assert_eq!(print_notice(&book, id, &office.file("x.pdf"), None, OFFICER, now()).unwrap(), 1);
}

#[test]
fn somebody_without_a_dossier_gets_a_paper_too_and_an_undone_one_says_so() {
    let office = Office::new();
    let book = office.open();
    let form = Intake {
        procedure: PROCEDURE.to_owned(),
        applicant: Party {
            name: "Hồ Thị Mẫu".to_owned(),
            phone: "0900 111 222".to_owned(),
            ..Party::default()
        },
        ..Intake::default()
    };
    let other = form.clone();
    let told = book.run(move |db| guide(db, &form, "Tờ khai".into(), OFFICER, now())).unwrap();
    let told = told.unwrap().notice;
    let file = office.file("huong-dan.pdf");
    let _ = print_notice(&book, told.id, &file, None, OFFICER, now()).unwrap();
    says(&file, &["Hồ Thị Mẫu", "0900 111 222", "Tờ khai", "Đăng ký lại khai sinh"]);
    assert!(!has(&file, "Mã hồ sơ: H50"));
    let refused = book
        .run(move |db| refuse_unreceived(db, &other, "không thuộc thẩm quyền", OFFICER, now()))
        .unwrap()
        .unwrap();
    let file = office.file("tu-choi.pdf");
    let _ = print_notice(&book, refused.notice.id, &file, None, OFFICER, now()).unwrap();
    says(&file, &["Số: 0001/PTC-TTPVHCC", "không thuộc thẩm quyền", "NGƯỜI NỘP HỒ SƠ"]);

    let code = received(&book).code;
    let asked = code.clone();
    let asked = book.run(move |db| ask_for_papers(db, &asked, "Giấy tờ", OFFICER, later(1)));
    let id = asked.unwrap().unwrap().notice.unwrap();
    let _ = book.run(move |db| undo(db, &code, "bấm nhầm", OFFICER, later(1))).unwrap().unwrap();
    let file = office.file("da-huy.pdf");
    let _ = print_notice(&book, id, &file, None, OFFICER, later(1)).unwrap();
    says(&file, &["ĐÃ HỦY"]);
}

#[test]
fn the_control_sheet_is_filled_from_the_real_changes_of_hands() {
    let office = Office::new();
    let book = office.open();
    let code = received(&book).code;
    let file = office.file("kiem-soat.pdf");
    let to = Hands::parse("Tư pháp - hộ tịch", "Lê Văn An").unwrap();
    let of = code.clone();
    let _ = book.run(move |db| hand_over(db, &of, &to, OFFICER, later(1))).unwrap().unwrap();
    let of = code.clone();
    let _ = book.run(move |db| take_back(db, &of, "Lê Thị Quầy", later(2))).unwrap().unwrap();
    assert_eq!(print_control_sheet(&book, &code, &file, None, OFFICER, later(3)).unwrap(), 1);
    says(
        &file,
        &[
            "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
            "Tư pháp - hộ tịch - UBND xã Hướng Hiệp",
            "09 giờ 00 phút, ngày 24/11/2026",
            "09 giờ 00 phút, ngày 25/11/2026",
            "Lê Văn An",
            "Lê Thị Quầy",
            "ngày 26 tháng 11 năm 2026",
        ],
    );
    let again = print_control_sheet(&book, &code, &file, Some("thêm bước"), OFFICER, later(3));
    assert_eq!(again.unwrap(), 2);
    says(&file, &["Bản in lại lần 1"]);
    assert!(matches!(
        print_control_sheet(&book, "H50", &file, None, OFFICER, now()),
        Err(DeskError::NoDossier(_))
    ));
}

#[test]
fn lists_with_divisions_and_with_the_post_are_printed_as_what_they_are() {
    let office = Office::new();
    let book = office.open();
    let codes: Vec<String> = (0..3).map(|_| received(&book).code).collect();
    let scans = |result: bool| -> Vec<Scan> {
        let scan = |code: &String| Scan { code: code.clone(), result, bill: String::new() };
        codes.iter().map(scan).collect()
    };
    let other = Hands::parse("Tư pháp - hộ tịch", "Lê Văn An").unwrap();
    let out = NewList {
        kind: HandoverKind::Out,
        other: other.clone(),
        scans: scans(false),
        note: "Giao đầu giờ sáng".to_owned(),
    };
    let made = book.run(move |db| make_list(db, &out, OFFICER, later(1))).unwrap().unwrap();
    let file = office.file("giao.pdf");
    let id = made.list.id;
    assert_eq!(print_handover_list(&book, id, &file, None, OFFICER, later(1)).unwrap(), 1);
    says(
        &file,
        &[
            "PHIẾU BÀN GIAO HỒ SƠ",
            "(Chuyển hồ sơ để giải quyết)",
            "Bên giao: Trung tâm Phục vụ hành chính công xã Hướng Hiệp (Cán bộ Mẫu)",
            "Bên nhận: Tư pháp - hộ tịch (Lê Văn An)",
            &codes[2],
            "Ký nhận",
            "Tổng số: 03 hồ sơ.",
            "Ghi chú: Giao đầu giờ sáng",
        ],
    );
    let back = NewList { kind: HandoverKind::Back, other, scans: scans(true), note: String::new() };
    let made = book.run(move |db| make_list(db, &back, OFFICER, later(4))).unwrap().unwrap();
    let id = made.list.id;
    let _ = print_handover_list(&book, id, &file, None, OFFICER, later(4)).unwrap();
    says(
        &file,
        &[
            "(Bàn giao kết quả giải quyết hồ sơ)",
            "Bên giao: Tư pháp - hộ tịch (Lê Văn An)",
            "Đăng ký trả kết quả qua bưu điện (X là có)",
            "Có kết quả",
        ],
    );
    assert_eq!(print_handover_list(&book, id, &file, Some("mất"), OFFICER, later(5)).unwrap(), 2);
    assert!(matches!(
        print_handover_list(&book, 77, &file, None, OFFICER, now()),
        Err(DeskError::NoList(_))
    ));
    let received = returned(&book, &codes[0]);
    assert_eq!(print_returned(&book, &received, &file, None, OFFICER, later(5)).unwrap(), 1);
    says(&file, &["GIẤY BIÊN NHẬN TRẢ KẾT QUẢ", "Người nhận kết quả: Hồ Thị Mẫu"]);
    assert!(matches!(
        print_returned(&book, &codes[1], &file, None, OFFICER, later(5)),
        Err(DeskError::NotLawful { .. })
    ));
    drop(book);
    office.is_sound();
}

fn returned(book: &Book, code: &str) -> String {
    let code = code.to_owned();
    let given = motcua::domain::collection::Collection::default();
    let done = book
        .run(move |db| motcua::desk::give_back::give_back(db, &code, &given, OFFICER, later(5)))
        .unwrap()
        .unwrap();
    done.dossier.code
}

#[test]
fn labels_need_codes_and_a_cell_that_is_there() {
    let office = Office::new();
    let book = office.open();
    let codes: Vec<String> = (0..3).map(|_| received(&book).code).collect();
    let file = office.file("nhan.pdf");
    let print = |codes: &[String], cell| print_labels(&book, codes, cell, &file, OFFICER, now());
    assert_eq!(print(&codes, 23).unwrap(), 3);
    assert_eq!(pages(&file).len(), 2, "two cells were left");
    says(&file, &[&codes[0], &codes[2], "Hồ Thị Mẫu", "Hẹn trả: 14:20 01/12/2026"]);
    for cell in [0, 25] {
        let range = Problem::OutOfRange { min: 1, max: 24 };
        assert_eq!(problem(print(&codes, cell)), (Field::FirstCell, range));
    }
    assert_eq!(problem(print(&[], 1)), (Field::DossierCode, Problem::Empty));
    assert!(matches!(print(&["H50".to_owned()], 1), Err(DeskError::NoDossier(_))));
    let trays = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        print_tray_labels(&book, &names, 1, &file, OFFICER, now())
    };
    assert_eq!(trays(&["a1", "KHAY-B2"]).unwrap(), 2);
    says(&file, &["A1", "KHAY-A1", "B2", "KHAY-B2"]);
    assert_eq!(problem(trays(&["khay số 1"])), (Field::Tray, Problem::NotUnderstood));
    assert_eq!(problem(trays(&[])), (Field::Tray, Problem::Empty));
}

#[test]
fn a_poster_is_of_the_procedure_in_force() {
    let office = Office::new();
    let book = office.open();
    let file = office.file("niem-yet.pdf");
    let of = print_poster(&book, PROCEDURE, &file, OFFICER, now()).unwrap();
    assert_eq!(of.name, "Đăng ký lại khai sinh");
    says(&file, &["NIÊM YẾT CÔNG KHAI", "ĐĂNG KÝ LẠI KHAI SINH", "Thành phần hồ sơ"]);
    assert_eq!(
        problem(print_poster(&book, "9.999999", &file, OFFICER, now())),
        (Field::Procedure, Problem::UnknownProcedure)
    );
}

fn wanted(from: (u32, u32), to: (u32, u32)) -> RegisterWanted {
    RegisterWanted {
        from: date(2026, from.0, from.1),
        to: date(2026, to.0, to.1),
        volume: 1,
        first_page: None,
        title_page: false,
        year_close: false,
    }
}

#[test]
fn months_of_the_register_go_on_one_behind_the_other() {
    let office = Office::new();
    let book = office.open();
    for _ in 0..30 {
        let _ = receive_at(&book, now());
    }
    let december = receive_at(&book, moment(2026, 12, 2, 9, 0)).dossier;
    let code = december.code.clone();
    let _ = book
        .run(move |db| void(db, &code, "nhập trùng", OFFICER, moment(2026, 12, 2, 9, 5)))
        .unwrap()
        .unwrap();
    let file = office.file("so.pdf");
    let print = |wanted| print_register(&book, wanted, &file, OFFICER, moment(2026, 12, 31, 16, 0));
    let november = print(wanted((11, 1), (11, 30))).unwrap();
    assert_eq!((november.dossiers, november.first_page, november.closed), (30, 1, false));
    assert_eq!(november.last_page, pages(&file).len());
    assert!(november.last_page > 1);
    let rest = print(wanted((12, 1), (12, 31))).unwrap();
    assert_eq!(rest.first_page, november.last_page + 1);
    says(&file, &[&format!("Trang {}", rest.first_page), "Đã hủy: nhập trùng"]);
    assert_eq!((rest.gap, rest.overlap), (None, None));
    // Pages go on behind the last ones before them; days left out and days printed twice are told.
    let part = print(wanted((12, 5), (12, 31))).unwrap();
    assert_eq!(part.first_page, november.last_page + 1);
    let days = |from, to| Some(Days { from, to });
    assert_eq!(part.overlap, days(date(2026, 12, 1), date(2026, 12, 31)));
    assert_eq!(part.gap, None, "all of December was printed");
    let told = RegisterWanted { first_page: Some(40), ..wanted((12, 5), (12, 31)) };
    assert_eq!(print(told).unwrap().first_page, 40);
    assert_eq!(problem(print(wanted((12, 5), (12, 4)))), (Field::Period, Problem::Conflict));
    let two = RegisterWanted { to: date(2027, 1, 1), ..wanted((12, 5), (12, 31)) };
    assert_eq!(problem(print(two)), (Field::Period, Problem::NotUnderstood));
}

#[test]
fn a_year_is_closed_only_behind_its_last_day_with_all_its_pages() {
    let office = Office::new();
    let book = office.open();
    let _ = receive_at(&book, now());
    let _ = receive_at(&book, moment(2026, 12, 2, 9, 0));
    let file = office.file("so.pdf");
    let print = |wanted| print_register(&book, wanted, &file, OFFICER, moment(2027, 1, 4, 8, 0));
    let close = |from, to| print(RegisterWanted { year_close: true, ..wanted(from, to) });
    assert!(matches!(close((1, 1), (11, 30)), Err(DeskError::NotYearEnd(2026))));
    let Err(DeskError::NotPrinted(gap)) = close((12, 1), (12, 31)) else { panic!("closed") };
    assert_eq!(gap, Days { from: now().date(), to: date(2026, 11, 30) });
    assert!(closed(&book).is_none());
    assert!(!file.exists(), "nothing was written");
    let _ = print(wanted((1, 1), (11, 30))).unwrap();
    let done = close((12, 1), (12, 31)).unwrap();
    assert_eq!((done.first_page, done.last_page), (2, 3));
    says(&file, &["3 trang, đánh số từ trang 1 đến trang 3", "từ số 01 đến số 02"]);
    assert_eq!(closed(&book), Some(2));
    let empty = RegisterWanted {
        from: date(2025, 1, 1),
        to: date(2025, 12, 31),
        year_close: true,
        ..wanted((1, 1), (12, 31))
    };
    assert!(matches!(print(empty), Err(DeskError::EmptyRegister(2025))));
}

#[test]
fn the_years_book_is_closed_when_its_closing_page_is_on_disk() {
    let office = Office::new();
    let book = office.open();
    for _ in 0..2 {
        let _ = receive_at(&book, now());
    }
    let file = office.file("so.pdf");
    let whole = RegisterWanted { year_close: true, title_page: true, ..wanted((1, 1), (12, 31)) };
    let close = |at| print_register(&book, whole, &file, OFFICER, at);
    assert!(matches!(close(now()), Err(DeskError::YearNotOver(2026))));
    assert!(!file.exists(), "nothing was written");
    std::fs::write(office.file("file"), "").unwrap();
    let nowhere = office.file("file/so.pdf");
    let end = moment(2026, 12, 31, 17, 0);
    let lost = print_register(&book, whole, &nowhere, OFFICER, end);
    assert!(matches!(lost, Err(DeskError::File(_))));
    assert!(closed(&book).is_none(), "an open book stays open without its last page");
    let done = close(end).unwrap();
    let (gap, overlap) = (None, None);
    let told =
        RegisterPrinted { dossiers: 2, first_page: 1, last_page: 2, closed: true, gap, overlap };
    assert_eq!(done, told);
    says(&file, &["CHỐT SỔ NĂM 2026", "từ số 01 đến số 02", "ngày 31 tháng 12 năm 2026"]);
    assert_eq!(pages(&file).len(), 3, "title, register, close");
    assert_eq!(closed(&book), Some(2));
    // The same pages can be printed again; the book was closed on its day.
    let _ = close(moment(2027, 1, 5, 8, 0)).unwrap();
    says(&file, &["Ngày khóa sổ: ngày 31 tháng 12 năm 2026"]);
    drop(book);
    office.is_sound();
}

fn closed(book: &Book) -> Option<i64> {
    let found = book.run(|db| store::register_close(db.view(), 2026)).unwrap().unwrap();
    found.map(|closed| closed.dossiers)
}

#[test]
fn forms_look_as_the_office_decided_for_the_day_of_the_paper() {
    let office = Office::new();
    let book = office.open();
    let before = received(&book);
    let after = receive_at(&book, moment(2026, 12, 2, 9, 0)).dossier;
    let style = FormStyle {
        title: "PHIẾU HẸN KIỂU MỚI".to_owned(),
        copies: vec!["Liên duy nhất".to_owned()],
        paper: PaperSize::A4,
        footer: "Theo quy định mới.".to_owned(),
        ..motcua::forms::style::usual(FormKind::AppointmentSlip, &Default::default())
    };
    let decided = style.clone();
    let day = date(2026, 12, 1);
    let _ = book
        .run(move |db| {
            let slip = FormKind::AppointmentSlip;
            set_form_style(db, slip, day, Some(&decided), OFFICER, now())
        })
        .unwrap()
        .unwrap();
    let file = office.file("hen.pdf");
    let at = moment(2026, 12, 3, 9, 0);
    let _ = print_slip(&book, &before, &file, None, None, OFFICER, at).unwrap();
    says(&file, &["GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "Liên 2"]);
    let _ = print_slip(&book, &after, &file, None, None, OFFICER, at).unwrap();
    says(&file, &["PHIẾU HẸN KIỂU MỚI", "Liên duy nhất", "Theo quy định mới."]);
    assert_eq!(pages(&file).len(), 1);
    let on = |day| {
        book.run(move |db| {
            let office = store::load_office(db.view()).unwrap();
            style_on(db.view(), FormKind::AppointmentSlip, &office, day).unwrap().title
        })
        .unwrap()
    };
    assert_eq!(on(date(2026, 12, 1)), style.title);
    assert_eq!(on(date(2026, 11, 30)), "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ");
}
