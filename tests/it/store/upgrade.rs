//! An older book: copied, brought up to date whole or not at all, and everything in it still there.

use std::fs;

use motcua::desk::receive::show;
use motcua::store::{self, Book, StoreError};
use rusqlite::Connection;

use super::receive_at;
use crate::support::{Office, SERIES, names, now};

/// A book as a program of version 1 wrote it, with one dossier.
const BOOK_1: &str = include_str!("../../fixtures/book-1.sql");

/// An office with that book.
fn old_office() -> Office {
    let office = Office::without_book();
    let old = Connection::open(office.book()).unwrap();
    old.execute_batch(BOOK_1).unwrap();
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
    words.join(" ").replace(" ,", ",")
}

#[test]
fn an_old_book_becomes_a_book_like_a_fresh_one() {
    let office = old_office();
    drop(office.open());
    let fresh = Office::new();
    assert_eq!(schema(&office), schema(&fresh));
    assert_eq!((schema_version(&office), schema_version(&fresh)), (2, 2));
    office.is_sound();
}

#[test]
fn what_an_old_book_held_is_still_there_and_goes_on() {
    let office = old_office();
    let book = office.open();
    let code = format!("{SERIES}0001");
    let wanted = code.clone();
    let dossier = book.run(move |db| show(db.view(), &wanted)).unwrap().unwrap();
    assert_eq!((dossier.code.as_str(), dossier.applicant.name.as_str()), (&*code, "Hồ Thị Mẫu"));
    let found = book.run(|db| store::find(db.view(), "ho mau", 5)).unwrap().unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(receive_at(&book, now()).dossier.code, format!("{SERIES}0002"));
}

#[test]
fn an_old_book_is_copied_before_it_is_changed() {
    let office = old_office();
    drop(office.open());
    drop(office.open());
    assert_eq!(
        names(&office.file("backups")).into_iter().collect::<Vec<_>>(),
        ["motcua-version-1.motcua"]
    );
    let copy = Connection::open(office.file("backups/motcua-version-1.motcua")).unwrap();
    let count = |sql| copy.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT user_version FROM pragma_user_version"), 1);
    assert_eq!(count("SELECT count(*) FROM dossier"), 1);
}

#[test]
fn an_old_book_that_cannot_be_copied_stays_as_it_is() {
    let office = old_office();
    fs::write(office.file("backups"), "in the way").unwrap();
    let error = Book::open(&office.book()).unwrap_err();
    assert!(matches!(error, StoreError::BackupFolder(_)), "{error:?}");
    assert_eq!(schema_version(&office), 1);
}

#[test]
fn a_step_that_fails_changes_nothing() {
    let office = old_office();
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
