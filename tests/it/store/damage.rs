//! Damage: a torn or overwritten book is reported, never taken for an empty one.

use std::fs;

use motcua::store::{self, Book, StoreError};

use super::receive_at;
use crate::support::{Office, now};

/// Bytes of a page of SQLite.
const PAGE: usize = 4096;

/// An office with enough dossiers that every table has pages of its own.
fn bytes() -> Vec<u8> {
    let office = Office::new();
    let book = office.open();
    for _ in 0..40 {
        let _ = receive_at(&book, now());
    }
    drop(book);
    office.bytes()
}

/// An office whose book holds `bytes`.
fn office_with(bytes: &[u8]) -> Office {
    let office = Office::without_book();
    fs::write(office.book(), bytes).unwrap();
    office
}

fn is_damage(error: &StoreError) -> bool {
    matches!(error, StoreError::Damaged(_) | StoreError::Foreign)
}

#[test]
fn a_page_of_noise_anywhere_is_found_by_the_check() {
    let whole = bytes();
    let pages = whole.len() / PAGE;
    assert!(pages > 100, "{pages}");
    // Every page of the first twenty, where the tables begin, and some of the others.
    for page in (0..20).chain((20..pages).step_by(11)) {
        let mut torn = whole.clone();
        torn[page * PAGE..(page + 1) * PAGE].fill(0xA5);
        let office = office_with(&torn);
        match Book::open(&office.book()) {
            Err(error) => assert!(is_damage(&error), "page {page}: {error:?}"),
            Ok(book) => {
                let error = book.run(|db| store::check(db.view())).unwrap().unwrap_err();
                assert!(is_damage(&error), "page {page}: {error:?}");
            }
        }
        assert_eq!(office.bytes().len(), whole.len(), "page {page}: the evidence was changed");
    }
}

#[test]
fn a_damaged_head_is_damage_and_not_an_empty_book() {
    let whole = bytes();
    // The size of a page, the numbers of the format, the page of the table of tables.
    for at in [16, 18, 19, 21, 100, 103, 105] {
        let mut torn = whole.clone();
        torn[at] = 0xFF;
        let office = office_with(&torn);
        let said = office.run(["check"]);
        assert!(matches!(said.code, Some(1 | 3)), "byte {at}: {said:?}");
        assert_eq!(said.out, "", "byte {at}");
        assert!(said.errors.contains("bị hỏng"), "byte {at}: {said:?}");
    }
}

#[test]
fn a_book_cut_short_is_reported() {
    let whole = bytes();
    for keep in [100, 512, PAGE, PAGE + 1, whole.len() / 2, whole.len() - PAGE, whole.len() - 1] {
        let office = office_with(&whole[..keep]);
        let said = office.run(["check"]);
        assert!(matches!(said.code, Some(1 | 3)), "{keep} bytes: {said:?}");
        assert!(said.out.is_empty() && said.errors.contains("bị hỏng"), "{keep} bytes: {said:?}");
    }
}

#[test]
fn after_an_unclean_end_the_whole_book_is_read_before_it_is_used() {
    let whole = bytes();
    let middle = whole.len() / PAGE / 2 * PAGE;
    let mut torn = whole.clone();
    torn[middle..middle + PAGE].fill(0xA5);

    // A log that holds nothing to replay stands for the unclean end.
    for (book, expected) in [(&whole, None), (&torn, Some(3))] {
        let office = office_with(book);
        fs::write(office.file("book.motcua-wal"), [0; 64]).unwrap();
        let said = office.run(["find", "hồ"]);
        match expected {
            None => assert_eq!(said.fine().json().as_array().unwrap().len(), 20),
            Some(code) => said.refused(code, "Tệp sổ bị hỏng"),
        }
    }
    // Without that trace the book opens, so that what is whole can still be read.
    let office = office_with(&torn);
    let _ = office.open();
}

#[test]
fn a_value_that_cannot_be_read_back_is_said_and_not_guessed() {
    for (column, value) in
        [("birth", "'hôm nọ'"), ("due_days", "'{'"), ("time_limit", "'lâu'"), ("principal", "'{}'")]
    {
        let office = Office::new();
        let taken = receive_at(&office.open(), now()).dossier;
        let raw = office.raw();
        let sql = format!("UPDATE dossier SET {column} = {value}");
        assert_eq!(raw.execute(&sql, []).unwrap(), 1);
        raw.close().unwrap();
        office.run(["show", &taken.code]).refused(1, "Trong sổ có giá trị không đọc được");
    }
}

#[test]
fn a_damaged_book_is_not_copied_over_a_good_backup() {
    let office = office_with(&bytes());
    let _ = office.run(["backup"]).fine();
    let good = crate::support::names(&office.file("backups"));
    let mut torn = office.bytes();
    let middle = torn.len() / PAGE / 2 * PAGE;
    torn[middle..middle + PAGE].fill(0xA5);
    fs::write(office.book(), &torn).unwrap();

    office.run(["backup"]).refused(1, "bị hỏng");
    assert_eq!(crate::support::names(&office.file("backups")), good);
}
