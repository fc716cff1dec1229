//! Opening a book: whatever is not ours, not of our time or not free is refused and left alone.

use std::fs;

use motcua::store::{self, Book, Db, StoreError};
use rusqlite::Connection;

use crate::support::{Office, names};

/// Where a SQLite file keeps `user_version`.
const VERSION: std::ops::Range<usize> = 60..64;

fn other_program() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("other.db");
    let other = Connection::open(&file).unwrap();
    other.execute_batch("PRAGMA application_id = 7; CREATE TABLE note (text TEXT);").unwrap();
    other.close().unwrap();
    fs::read(file).unwrap()
}

fn with_version(version: i32) -> Vec<u8> {
    let mut book = Office::new().bytes();
    book[VERSION].copy_from_slice(&version.to_be_bytes());
    book
}

#[test]
fn a_file_that_is_no_book_of_ours_stays_byte_for_byte() {
    let foreign = |error: &StoreError| matches!(error, StoreError::Foreign);
    let newer = |error: &StoreError| matches!(error, StoreError::Newer { found: 5, known: 4 });
    type Expected = fn(&StoreError) -> bool;
    for (what, bytes, expected) in [
        ("nothing", Vec::new(), foreign as Expected),
        ("a text", b"So theo doi ho so".to_vec(), foreign),
        ("a longer text", vec![b'x'; 5000], foreign),
        ("another program's database", other_program(), foreign),
        ("the first half of a head", Office::new().bytes()[..50].to_vec(), foreign),
        ("a book of no version", with_version(0), foreign),
        ("a newer book", with_version(5), newer),
    ] {
        let office = Office::without_book();
        fs::write(office.book(), &bytes).unwrap();
        let error = Book::open(&office.book()).unwrap_err();
        assert!(expected(&error), "{what}: {error:?}");
        assert!(office.bytes() == bytes, "{what} was changed");
        let left: Vec<_> = office.names().into_iter().filter(|n| !n.ends_with(".lock")).collect();
        assert_eq!(left, ["book.motcua"], "{what}");
    }
}

#[test]
fn a_missing_book_is_named_and_not_made() {
    let office = Office::without_book();
    let error = Book::open(&office.book()).unwrap_err();
    assert!(matches!(&error, StoreError::NoBook(path) if *path == office.book()), "{error:?}");
    assert!(office.names().is_empty());
    let error = Book::open(&office.file("no/such/folder/book.motcua")).unwrap_err();
    assert!(matches!(error, StoreError::NoBook(_)), "{error:?}");
}

#[test]
fn a_folder_in_the_place_of_the_book_is_refused() {
    let office = Office::without_book();
    fs::create_dir(office.book()).unwrap();
    let _ = Book::open(&office.book()).unwrap_err();
    assert!(names(&office.book()).is_empty());
}

#[test]
fn an_open_book_is_locked_and_a_closed_one_is_free_again() {
    let office = Office::new();
    let first = office.open();
    for _ in 0..3 {
        let error = Book::open(&office.book()).unwrap_err();
        assert!(matches!(error, StoreError::Locked), "{error:?}");
    }
    drop(first);
    let _second = office.open();
}

#[test]
fn a_closed_book_is_one_plain_file() {
    let office = Office::new();
    let book = office.open();
    let _ = super::receive_at(&book, crate::support::now());
    drop(book);
    let names = office.names();
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["book.motcua", "book.motcua.lock"]);
}

#[test]
fn a_new_book_takes_nobodys_place() {
    let office = Office::new();
    let before = office.bytes();
    let error = store::create(&office.book()).unwrap_err();
    assert!(matches!(&error, StoreError::AlreadyThere(path) if *path == office.book()));
    assert!(office.bytes() == before);
}

#[test]
fn a_book_that_cannot_be_filled_is_not_there_at_all() {
    let office = Office::without_book();
    let refused: Result<(), StoreError> =
        store::create_with(&office.book(), |_: &mut Db| Err(StoreError::Closed));
    assert!(matches!(refused, Err(StoreError::Closed)));
    assert_eq!(office.names().into_iter().collect::<Vec<_>>(), ["book.motcua.lock"]);
    store::create(&office.book()).unwrap();
    let _book = office.open();
}

#[test]
fn a_book_is_made_by_one_at_a_time() {
    let office = Office::without_book();
    let path = office.book();
    store::create_with::<StoreError>(&path, |_| {
        let error = store::create(&path).unwrap_err();
        assert!(matches!(error, StoreError::Locked), "{error:?}");
        assert!(!path.exists(), "seen before it was whole");
        Ok(())
    })
    .unwrap();
    assert!(path.exists());
}
