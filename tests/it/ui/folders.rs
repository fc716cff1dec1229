//! An office whose folders are in many hands: at the desk, with divisions, on shelves, late and not.

use std::fs;
use std::sync::OnceLock;

use motcua::desk::finish::finish;
use motcua::desk::hand_over::hand_over;
use motcua::desk::sign::{Signed, sign_result};
use motcua::desk::tray::put_in_tray;
use motcua::desk::waiting::ask_for_papers;
use motcua::domain::dossier::{Channel, ReturnBy};
use motcua::domain::hands::Hands;
use motcua::domain::time::OfficeTime;
use motcua::store::Book;

use crate::store::{dossier, person, received};
use crate::support::{Office, date, moment};

/// The divisions and officers of the office.
const HOLDERS: [[&str; 2]; 4] = [
    ["Tư pháp – hộ tịch", "Lê Văn An"],
    ["Địa chính – xây dựng", "Phan Thị Ví Dụ"],
    ["Văn hóa – xã hội", ""],
    ["Lãnh đạo UBND", "Trần Văn Mẫu"],
];

/// Who does everything here.
const OFFICER: &str = "Cán bộ Mẫu";

pub(super) fn holder(index: usize) -> Hands {
    let [unit, officer] = HOLDERS[index];
    Hands { unit: unit.to_owned(), officer: officer.to_owned() }
}

/// The code of the dossier with this number among those of a day of November 2026.
pub(super) fn code(day: u32, number: u32) -> String {
    format!("H50.031-2611{day:02}-{number:04}")
}

/// Receives a dossier of somebody.
fn receive(book: &Book, name: &str, at: OfficeTime) -> String {
    received(book, dossier(person(name, "")), at).dossier.code
}

fn give(book: &Book, code: &str, to: Hands, at: OfficeTime) {
    let code = code.to_owned();
    let _ = book.run(move |db| hand_over(db, &code, &to, OFFICER, at)).unwrap().unwrap();
}

fn ready(book: &Book, code: &str, tray: &str, at: OfficeTime) {
    let (code, tray) = (code.to_owned(), tray.to_owned());
    let _ = book
        .run(move |db| {
            let _ = finish(db, &code, OFFICER, at)?;
            put_in_tray(db, &code, &tray, OFFICER, at)
        })
        .unwrap()
        .unwrap();
}

/// The office: 13/11 two dossiers that are late, 16/11 four that are due today, 20/11 three under way, one
/// of them signed, 23/11 four at the desk.
pub(super) fn moving() -> Office {
    static BOOK: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = BOOK.get_or_init(|| {
        let office = Office::new();
        let book = office.open();
        fill(&book);
        drop(book);
        office.bytes()
    });
    let office = Office::without_book();
    fs::write(office.book(), bytes).unwrap();
    office
}

fn fill(book: &Book) {
    for (name, to) in [("Hồ Văn Xa", 0), ("Nguyễn Văn Dũng", 1)] {
        let taken = receive(book, name, moment(2026, 11, 13, 9, 0));
        give(book, &taken, holder(to), moment(2026, 11, 13, 16, 0));
    }
    for (name, tray) in [("Lê Thị Thu", "B2"), ("Hồ Thị Mai", "A1"), ("Trần Đình Quý", "")]
    {
        let taken = receive(book, name, moment(2026, 11, 16, 16, 0));
        ready(book, &taken, tray, moment(2026, 11, 20, 10, 0));
    }
    let taken = receive(book, "Pả Cường", moment(2026, 11, 16, 16, 0));
    give(book, &taken, holder(0), moment(2026, 11, 17, 8, 0));
    for (name, to) in [("Hồ Thị Lan", 0), ("Nguyễn Hữu Tài", 2), ("Hồ Văn Bốn", 0)] {
        let taken = receive(book, name, moment(2026, 11, 20, 9, 0));
        give(book, &taken, holder(to), moment(2026, 11, 20, 15, 30));
    }
    let signed = code_signed();
    let sign = move |db: &mut motcua::store::Db| {
        let (number, signer) = ("15/2026/GKS", "Trần Văn Mẫu");
        let signed_now = Signed { number, on: date(2026, 11, 23), signer };
        sign_result(db, &signed, signed_now, OFFICER, moment(2026, 11, 23, 10, 0))
    };
    let _ = book.run(sign).unwrap().unwrap();
    let names = ["Hồ Thị Hương", "Đinh Văn Sáu", "Hồ Thị Bảy", "Phan Thị Tám", "Lý Văn Chín"];
    for name in names {
        let _ = receive(book, name, moment(2026, 11, 23, 8, 0));
    }
    let waiting = code(23, 3);
    let ask = move |db: &mut motcua::store::Db| {
        ask_for_papers(db, &waiting, "Bản sao căn cước", OFFICER, moment(2026, 11, 23, 9, 0))
    };
    let _ = book.run(ask).unwrap().unwrap();
    give(book, &code(23, 5), holder(3), moment(2026, 11, 23, 11, 0));
    let mut post = dossier(person("Hồ Văn Thư", ""));
    (post.channel, post.return_by) = (Channel::Post, ReturnBy::Post);
    let taken = received(book, post, moment(2026, 11, 19, 9, 0)).dossier.code;
    ready(book, &taken, "C1", moment(2026, 11, 23, 8, 30));
}

/// The dossier whose result was signed, and which is still with its division.
pub(super) fn code_signed() -> String {
    code(20, 1)
}

/// The dossier that came by post, whose result goes out by it.
pub(super) fn code_by_post() -> String {
    code(19, 1)
}
