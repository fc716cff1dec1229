//! Printing at the desk: what counts as printed, what a reprint needs, what becomes of the old one.

use std::fs;
use std::path::{Path, PathBuf};

use motcua::desk::DeskError;
use motcua::desk::print::{
    APPOINTMENT_SLIP, LONGEST_REASON, RETURN_RECEIPT, print_return_receipt, print_slip, print_slips,
};
use motcua::domain::collection::SlipState;
use motcua::domain::dossier::Dossier;
use motcua::domain::invalid::{Field, Problem};
use motcua::domain::office::PaperSize;
use motcua::forms::return_receipt::Handover;
use motcua::store::{self, Book};

use super::{sample, taken};
use crate::store::{dossier, person};
use crate::support::{Office, moment, names, now};

const OFFICER: &str = "Cán bộ Mẫu";

fn received(office: &Office) -> Dossier {
    taken(office, sample(), now()).unwrap().dossier
}

fn count(book: &Book, dossier: &Dossier, form: &'static str) -> i64 {
    let id = dossier.id;
    book.run(move |db| store::print_count(db.view(), id, form)).unwrap().unwrap()
}

/// The text of each page of a PDF.
pub(crate) fn pages(file: &Path) -> Vec<String> {
    let file = lopdf::Document::load(file).unwrap();
    file.get_pages().keys().map(|page| file.extract_text(&[*page]).unwrap()).collect()
}

fn problem(error: DeskError) -> (Field, Problem) {
    match error {
        DeskError::Invalid(mut list) => {
            let first = list.remove(0);
            (first.field, first.problem)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_form_counts_as_printed_only_when_its_file_is_there() {
    let office = Office::new();
    let received = received(&office);
    let book = office.open();
    let printed = |file: &str| {
        print_slip(&book, &received, &office.file(file), None, Some("thử"), OFFICER, now())
    };
    fs::write(office.file("file"), "").unwrap();
    assert!(matches!(printed("file/slip.pdf"), Err(DeskError::File(_))));
    assert_eq!(count(&book, &received, APPOINTMENT_SLIP), 0);
    for expected in 1..=3 {
        assert_eq!(printed("slip.pdf").unwrap(), expected);
        assert_eq!(count(&book, &received, APPOINTMENT_SLIP), expected);
    }
    assert!(fs::read(office.file("slip.pdf")).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn a_reprint_needs_a_reason_and_says_it() {
    let office = Office::new();
    let received = received(&office);
    let book = office.open();
    let file = office.file("slip.pdf");
    let print =
        |reason: Option<&str>, at| print_slip(&book, &received, &file, None, reason, OFFICER, at);
    assert_eq!(print(None, now()).unwrap(), 1);
    assert!(pages(&file).iter().all(|page| !page.contains("Bản in lại")));
    let first = fs::read(&file).unwrap();

    let too_long = "a".repeat(LONGEST_REASON + 1);
    for (reason, expected) in [
        (None, Problem::Empty),
        (Some(" "), Problem::Empty),
        (Some(too_long.as_str()), Problem::TooLong { max: LONGEST_REASON }),
        (Some("hai\ndòng"), Problem::ForbiddenCharacter('\n')),
    ] {
        let error = print(reason, now()).unwrap_err();
        assert_eq!(problem(error), (Field::ReprintReason, expected), "{reason:?}");
    }
    assert!(fs::read(&file).unwrap() == first, "a refused reprint touched the file");
    assert_eq!(count(&book, &received, APPOINTMENT_SLIP), 1);

    assert_eq!(print(Some("  rách  giấy "), moment(2026, 11, 24, 8, 5)).unwrap(), 2);
    let reprint = pages(&file);
    assert_eq!(reprint.len(), 2);
    for page in reprint {
        let sentence =
            "Bản in lại lần 1, 08 giờ 05 phút, ngày 24 tháng 11 năm 2026. Lý do: rách giấy";
        assert!(page.contains(sentence), "{page}");
        assert!(page.contains(&received.code) && page.contains("Số: 0001/TTPVHCC"), "{page}");
    }
}

#[test]
fn every_earlier_pdf_is_kept_as_it_was() {
    let office = Office::new();
    let received = received(&office);
    let book = office.open();
    let folder = office.file("slips");
    let file = folder.join(format!("{}.pdf", received.code));
    let kept = |number: u32| folder.join(format!("{}-{number}.pdf", received.code));
    let mut earlier: Vec<Vec<u8>> = Vec::new();
    for print in 1..=3 {
        let at = moment(2026, 11, 23, 15, print);
        let _ = print_slip(&book, &received, &file, None, Some("thử"), OFFICER, at).unwrap();
        for (number, bytes) in (1..).zip(&earlier) {
            assert!(fs::read(kept(number)).unwrap() == *bytes, "print {number}");
        }
        earlier.push(fs::read(&file).unwrap());
    }
    assert_eq!(names(&folder).len(), 3);
    assert!(earlier.windows(2).all(|pair| pair[0] != pair[1]));

    // A name somebody else took stays theirs.
    fs::write(kept(3), "khác").unwrap();
    let _ = print_slip(&book, &received, &file, None, Some("thử"), OFFICER, now()).unwrap();
    assert_eq!(fs::read_to_string(kept(3)).unwrap(), "khác");
    assert!(fs::read(kept(4)).unwrap() == earlier[2]);
}

#[test]
fn many_slips_go_into_one_file_and_each_is_noted() {
    let office = Office::new();
    let dossiers: Vec<Dossier> = ["Hồ Văn Một", "Hồ Văn Hai", "Hồ Văn Ba"]
        .iter()
        .map(|name| taken(&office, dossier(person(name, "")), now()).unwrap().dossier)
        .collect();
    let book = office.open();
    let file: PathBuf = office.file("many.pdf");
    let print = |dossiers: &[Dossier], reason: Option<&str>| {
        print_slips(&book, dossiers, &file, Some(PaperSize::A5), reason, OFFICER, now())
    };
    assert_eq!(problem(print(&[], None).unwrap_err()), (Field::DossierCode, Problem::Empty));
    assert_eq!(print(&dossiers[..1], None).unwrap(), [1]);
    // One of three was printed before: without a reason none is.
    let refused = problem(print(&dossiers, None).unwrap_err());
    assert_eq!(refused, (Field::ReprintReason, Problem::Empty));
    assert_eq!(count(&book, &dossiers[1], APPOINTMENT_SLIP), 0);
    assert_eq!(print(&dossiers, Some("đổi máy in")).unwrap(), [2, 1, 1]);
    let pages = pages(&file);
    assert_eq!(pages.len(), 6);
    for (index, page) in pages.iter().enumerate() {
        assert!(page.contains(&dossiers[index / 2].code), "page {index}");
        assert_eq!(page.contains("Bản in lại lần 1"), index < 2, "page {index}");
    }
    office_is_sound(&office, book);
}

#[test]
fn a_receipt_is_printed_and_counted_by_itself() {
    let office = Office::new();
    let received = received(&office);
    let book = office.open();
    let handover = Handover {
        by_name: "Hồ Văn Thử".to_owned(),
        identity: "045085222222".to_owned(),
        authorisation: "Giấy ủy quyền".to_owned(),
        slip: SlipState::Lost,
        post: None,
        note: String::new(),
        at: moment(2026, 12, 1, 9, 0),
    };
    let file = office.file("receipt.pdf");
    let print =
        |reason| print_return_receipt(&book, &received, &handover, &file, reason, OFFICER, now());
    assert_eq!(print(None).unwrap(), 1);
    assert_eq!(problem(print(None).unwrap_err()), (Field::ReprintReason, Problem::Empty));
    assert_eq!(print(Some("mất bản đầu")).unwrap(), 2);
    assert_eq!(count(&book, &received, RETURN_RECEIPT), 2);
    assert_eq!(count(&book, &received, APPOINTMENT_SLIP), 0);
    let page = pages(&file).concat();
    for wanted in ["Hồ Văn Thử", "045085222222", OFFICER, "Bản in lại lần 1"] {
        assert!(page.contains(wanted), "{wanted} is not in {page}");
    }
    office_is_sound(&office, book);
}

/// The journal agrees, and it names nobody.
fn office_is_sound(office: &Office, book: Book) {
    drop(book);
    office.is_sound();
    let journal = office.raw();
    let rows: i64 = journal
        .query_row(
            "SELECT count(*) FROM journal WHERE act = 'print' AND (detail LIKE '%Hồ%' \
             OR detail LIKE '%máy in%' OR detail LIKE '%mất%')",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(rows, 0);
}
