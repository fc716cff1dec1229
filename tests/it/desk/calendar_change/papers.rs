//! The papers after a change: the list of calls, and the slips with their reason.

use motcua::desk::calendar_change::{Moved, print_calls, print_moved_slips};
use motcua::desk::print::print_slip;
use motcua::domain::office::Office as Settings;
use motcua::forms::call_list::{Call, TITLE, call_list};
use motcua::forms::sheet::{Item, Page, Sheet};
use motcua::store;

use super::{OFFICER, REASON, asked, changed, storm};
use crate::desk::prints::pages;
use crate::store::receive_at;
use crate::support::{Office, date, moment, now};

fn calls(count: usize) -> Vec<Call> {
    (1..=count)
        .map(|number| Call {
            code: format!("H50.031-261123-{number:04}"),
            applicant: "Nguyễn Thị Mẫu Đơn".to_owned(),
            phone: if number % 5 == 0 { String::new() } else { "0900111222".to_owned() },
            procedure: if number % 3 == 0 {
                "Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước ngoài"
                    .to_owned()
            } else {
                "Đăng ký lại khai sinh".to_owned()
            },
            old: moment(2026, 12, 1, 14, 20),
            new: moment(2026, 12, 2, 14, 20),
        })
        .collect()
}

fn sheet(count: usize) -> Sheet {
    let office = Settings {
        agency_name: "UBND xã Hướng Hiệp".to_owned(),
        place: "Hướng Hiệp".to_owned(),
        practice: true,
        ..Settings::default()
    };
    call_list(&calls(count), &office, REASON, OFFICER, now())
}

fn text(page: &Page) -> String {
    let texts = page.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text.string.as_str()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_list_of_calls_holds_every_dossier_within_its_page() {
    for count in [0, 1, 12, 60] {
        let sheet = sheet(count);
        assert!(sheet.size.width > sheet.size.height, "across");
        let all: String = sheet.pages.iter().map(text).collect();
        for number in 1..=count {
            assert!(all.contains(&format!("H50.031-261123-{number:04}")), "{number} of {count}");
        }
        assert_eq!(all.matches("□").count(), count);
        assert!(all.contains(TITLE) && all.contains(&format!("Tổng số: {count} hồ sơ.")));
        let several = sheet.pages.len() > 1;
        for (number, page) in (1..).zip(&sheet.pages) {
            let text = text(page);
            assert!(text.contains("BẢN TẬP"), "{text}");
            let numbered = text.contains(&format!("Trang {number}/{}", sheet.pages.len()));
            assert_eq!(numbered, several);
            // A page with only the end of the list has no head of the table above it.
            let rows = text.contains("H50.031");
            assert!(!rows || text.contains("Hẹn mới"), "the head is repeated: {text}");
            for item in &page.items {
                let area = item.bounds();
                let inside = area.x >= 5.0 && area.right() <= 292.0 && area.bottom() <= 205.0;
                assert!(inside, "{item:?}");
            }
        }
    }
}

#[test]
fn the_moved_are_called_and_get_a_slip_that_says_why() {
    let office = Office::new();
    let book = office.open();
    let one = receive_at(&book, now()).dossier;
    let _ = receive_at(&book, moment(2026, 11, 23, 9, 0));
    // One slip was printed before, the other never.
    let first = office.file("first.pdf");
    let _ = print_slip(&book, &one, &first, None, None, OFFICER, now()).unwrap();
    let edit = storm(date(2026, 11, 30));
    let chosen: Vec<i64> = asked(&book, &edit).moved.iter().map(|moved| moved.id).collect();
    let moved: Vec<Moved> = changed(&book, &edit, &chosen).unwrap().moved;
    assert_eq!(moved.len(), 2);
    let (list, slips) = (office.file("calls.pdf"), office.file("slips.pdf"));
    print_calls(&book, &moved, REASON, &list, OFFICER, now()).unwrap();
    let copies = print_moved_slips(&book, &moved, REASON, &slips, OFFICER, now()).unwrap();
    assert_eq!(copies, [1, 2]);
    let read: String = pages(&list).concat();
    for words in [&one.code, "14:20 01/12/2026", "14:20 02/12/2026", REASON] {
        let words = words.split(' ');
        assert!(words.into_iter().all(|word| read.contains(word)), "{read}");
    }
    let read = pages(&slips);
    assert_eq!(read.len(), 4, "two slips of two copies");
    let marked = read.iter().filter(|page| page.contains("Lý do: Nghỉ bão số 5")).count();
    assert_eq!(marked, 2);
    assert!(read.iter().all(|page| page.contains("ngày 02 tháng 12 năm 2026")), "{read:?}");
    let id = one.id;
    let prints = book.run(move |db| store::prints_of(db.view(), id)).unwrap().unwrap();
    assert_eq!(prints.len(), 2);
}
