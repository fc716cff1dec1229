//! Writing: all of it or nothing, and never without a journal row.

use motcua::desk::DeskError;
use motcua::desk::receive::receive;
use motcua::domain::office::Office as Settings;
use motcua::store::{self, Act, Changed, StoreError};
use serde_json::json;

use super::{dossier, person, receive_at, stamp};
use crate::support::{Office, SERIES, now};

/// Every row of the tables that receiving writes, and every running number.
fn rows(office: &Office) -> Vec<i64> {
    let raw = office.raw();
    let count = |sql| raw.query_row(sql, [], |row| row.get(0)).unwrap();
    [
        "SELECT count(*) FROM dossier",
        "SELECT count(*) FROM dossier_paper",
        "SELECT count(*) FROM journal",
        "SELECT count(*) FROM counter",
        "SELECT sum(next) FROM counter",
    ]
    .into_iter()
    .map(count)
    .collect()
}

#[test]
fn an_error_takes_back_everything_and_the_numbers_too() {
    let office = Office::new();
    let before = (rows(&office), office.bytes());
    let book = office.open();
    let refused: Result<((), Changed), StoreError> = book
        .run(|db| {
            db.transact(stamp(Act::SetOffice), |tx| {
                store::save_office(tx, &Settings::default())?;
                tx.record("changed", &json!({}))?;
                Err(StoreError::Closed)
            })
        })
        .unwrap();
    assert!(matches!(refused, Err(StoreError::Closed)));
    let agency = book.run(|db| store::load_office(db.view())).unwrap().unwrap().agency_code;
    assert_eq!(agency, "H50.031");
    drop(book);
    assert_eq!(rows(&office), before.0);
    assert!(office.bytes() == before.1);
}

#[test]
fn a_refused_dossier_leaves_its_number_to_the_next_one() {
    let office = Office::new();
    let book = office.open();
    let mut unknown = dossier(person("Hồ Thị Mẫu", ""));
    "9.999999".clone_into(&mut unknown.procedure);
    for expected in 1..=3 {
        let unknown = unknown.clone();
        let refused = book.run(move |db| receive(db, &unknown, None, "Cán bộ", now())).unwrap();
        assert!(matches!(refused, Err(DeskError::Invalid(_))), "{refused:?}");
        let taken = receive_at(&book, now()).dossier;
        assert_eq!((taken.code, taken.number), (format!("{SERIES}{expected:04}"), expected));
    }
}

#[test]
fn a_write_without_a_journal_row_is_refused() {
    let office = Office::new();
    let before = office.bytes();
    let book = office.open();
    let refused: Result<((), Changed), StoreError> = book
        .run(|db| {
            db.transact(stamp(Act::SetOffice), |tx| store::save_office(tx, &Settings::default()))
        })
        .unwrap();
    assert!(matches!(refused, Err(StoreError::Unreadable("journal"))), "{refused:?}");
    drop(book);
    assert!(office.bytes() == before);
}

#[test]
fn a_write_says_what_it_changed() {
    let office = Office::new();
    let book = office.open();
    let received = receive_at(&book, now());
    assert_eq!(received.changed, Changed { dossiers: true, ..Changed::default() });
    let (_, changed) = book
        .run(|db| {
            db.transact::<_, StoreError>(stamp(Act::SetOffice), |tx| {
                let office = store::load_office(tx.view())?;
                store::save_office(tx, &office)?;
                tx.record("office", &json!({}))
            })
        })
        .unwrap()
        .unwrap();
    assert_eq!(changed, Changed { office: true, ..Changed::default() });
}

#[test]
fn the_journal_tells_who_did_what_and_names_no_citizen() {
    let office = Office::new();
    let book = office.open();
    let taken = receive_at(&book, now()).dossier;
    drop(book);
    let raw = office.raw();
    let row: (String, String, String, i64, String) = raw
        .query_row(
            "SELECT actor, act, subject, at, detail FROM journal ORDER BY seq DESC LIMIT 1",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
        )
        .unwrap();
    let (actor, act, subject, at, detail) = row;
    assert_eq!((actor.as_str(), act.as_str(), subject), ("Cán bộ Mẫu", "receive", taken.code));
    assert_eq!(at, now().millis());
    assert!(!detail.contains("Mẫu") && !detail.contains("045188"), "{detail}");
}

#[test]
fn work_already_sent_is_finished_before_the_book_closes() {
    let office = Office::new();
    let book = office.open();
    let new = dossier(person("Hồ Thị Mẫu", ""));
    for _ in 0..20 {
        let new = new.clone();
        book.send(
            move |db| receive(db, &new, None, "Cán bộ", now()),
            |answer| drop(answer.unwrap()),
        )
        .unwrap();
    }
    drop(book);
    let raw = office.raw();
    let dossiers: i64 = raw.query_row("SELECT count(*) FROM dossier", [], |r| r.get(0)).unwrap();
    assert_eq!(dossiers, 20);
}
