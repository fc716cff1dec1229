//! An older book: copied, brought up to date whole or not at all, and everything in it still there.

use std::fs;

use motcua::desk::receive::show;
use motcua::domain::calendar::{DayKind, Origin};
use motcua::domain::hands::TransferAct;
use motcua::store::{self, Book, StoreError};
use rusqlite::Connection;

use super::receive_at;
use crate::support::{Office, SERIES, names, now};

/// Books as programs of older versions wrote them, with one dossier each.
const BOOKS: [(i64, &str); 3] = [
    (1, include_str!("../../fixtures/book-1.sql")),
    (2, include_str!("../../fixtures/book-2.sql")),
    (3, include_str!("../../fixtures/book-3.sql")),
];

/// An office with each of those books.
fn old_offices() -> impl Iterator<Item = (i64, Office)> {
    BOOKS.into_iter().map(|(version, book)| (version, office_with(book)))
}

fn office_with(book: &str) -> Office {
    let office = Office::without_book();
    let old = Connection::open(office.book()).unwrap();
    old.execute_batch(book).unwrap();
    old.close().unwrap();
    office
}

/// What the book is made of: every statement without its comments and line breaks.
fn schema(office: &Office) -> Vec<String> {
    let raw = office.raw();
    let mut statement = raw
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
        .unwrap();
    let texts = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    texts.map(|text| normal(&text.unwrap())).collect()
}

fn normal(sql: &str) -> String {
    let lines = sql.lines().map(|line| line.split("--").next().unwrap());
    let words: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
    words.join(" ").replace(" ,", ",").replace(" )", ")")
}

#[test]
fn an_old_book_becomes_a_book_like_a_fresh_one() {
    let fresh = Office::new();
    for (version, office) in old_offices() {
        drop(office.open());
        assert_eq!(schema(&office), schema(&fresh), "from {version}");
        assert_eq!((schema_version(&office), schema_version(&fresh)), (4, 4));
        office.is_sound();
    }
}

#[test]
fn what_an_old_book_held_is_still_there_and_goes_on() {
    for (version, office) in old_offices() {
        let book = office.open();
        let code = format!("{SERIES}0001");
        let wanted = code.clone();
        let dossier = book.run(move |db| show(db.view(), &wanted)).unwrap().unwrap();
        assert_eq!(
            (dossier.code.as_str(), dossier.applicant.name.as_str()),
            (&*code, "Hồ Thị Mẫu")
        );
        let found = book.run(|db| store::find(db.view(), "ho mau", 5)).unwrap().unwrap();
        assert_eq!(found.len(), 1, "from {version}");
        assert_eq!(receive_at(&book, now()).dossier.code, format!("{SERIES}0002"));
    }
}

#[test]
fn days_off_keep_what_they_rest_on() {
    let office = office_with(BOOKS[1].1);
    let days = office.open().run(|db| store::special_days(db.view())).unwrap().unwrap();
    let kept: Vec<_> =
        days.iter().map(|day| (day.date.to_string(), day.kind, day.origin)).collect();
    assert_eq!(
        kept,
        [
            ("2026-11-24".to_owned(), DayKind::Off, Origin::Notice),
            ("2027-02-04".to_owned(), DayKind::Off, Origin::Estimate),
        ]
    );
}

#[test]
fn hands_are_told_from_the_journal() {
    let book = office_with(BOOKS[2].1).open();
    let code = format!("{SERIES}0001");
    let (dossier, transfers) = book
        .run(move |db| {
            let dossier = show(db.view(), &code).unwrap();
            let transfers = store::transfers_of(db.view(), dossier.id).unwrap();
            (dossier, transfers)
        })
        .unwrap();
    assert_eq!(dossier.holder.told(), "Lê Văn Thử");
    let told: Vec<_> =
        transfers.iter().map(|moved| (moved.act, moved.from.told(), moved.to.told())).collect();
    let somebody = "Bộ phận chuyên môn".to_owned();
    assert_eq!(
        told,
        [
            (TransferAct::HandOver, String::new(), somebody.clone()),
            (TransferAct::NextStep, somebody, "Lê Văn Thử".to_owned()),
        ]
    );
}

#[test]
fn an_old_book_is_copied_before_it_is_changed() {
    for (version, office) in old_offices() {
        drop(office.open());
        drop(office.open());
        assert_eq!(
            names(&office.file("backups")).into_iter().collect::<Vec<_>>(),
            [format!("motcua-version-{version}.motcua")]
        );
        let copy =
            Connection::open(office.file(&format!("backups/motcua-version-{version}.motcua")))
                .unwrap();
        let count = |sql| copy.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(count("SELECT user_version FROM pragma_user_version"), version);
        assert_eq!(count("SELECT count(*) FROM dossier"), 1);
    }
}

#[test]
fn an_old_book_that_cannot_be_copied_stays_as_it_is() {
    let office = office_with(BOOKS[0].1);
    fs::write(office.file("backups"), "in the way").unwrap();
    let error = Book::open(&office.book()).unwrap_err();
    assert!(matches!(error, StoreError::BackupFolder(_)), "{error:?}");
    assert_eq!(schema_version(&office), 1);
}

#[test]
fn a_step_that_fails_changes_nothing() {
    let office = office_with(BOOKS[0].1);
    let raw = office.raw();
    raw.execute_batch("CREATE TABLE draft (id INTEGER)").unwrap();
    raw.close().unwrap();
    let before = schema(&office);
    let _ = Book::open(&office.book()).unwrap_err();
    assert_eq!(schema(&office), before);
    assert_eq!(schema_version(&office), 1);
}

fn schema_version(office: &Office) -> i64 {
    office.raw().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}
