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

/// What an office of version 3 may have done: every way a dossier went, and a clock that was set back.
#[test]
fn hands_of_every_kind_of_old_dossier_agree() {
    const MORE: &str = "
        INSERT INTO dossier SELECT id + :n, 'H50.031-261123-000' || (id + :n), series, sequence + :n,
            register_year, register_number + :n, procedure_version_id, subject, applicant_kind,
            applicant_name, applicant_key, principal_key, identity_kind, identity_number, birth, sex,
            address, phone, email, principal, sets, time_limit, received_at, received_on, due_at,
            due_days, :status, channel, return_by, note, received_by, field, :finished, :ended,
            NULL, NULL, NULL, NULL, :because FROM dossier WHERE id = 1;
        INSERT INTO dossier_name_search (rowid, name) VALUES (1 + :n, 'ho thi mau ');
        INSERT INTO dossier_part_search (rowid, pieces) VALUES (1 + :n, 'x');
        INSERT INTO journal (seq, at, actor, act, subject, detail)
            SELECT max(seq) + 1, 1795418400000, 'Trần Thị Mẫu', 'receive',
                'H50.031-261123-000' || (1 + :n), '{}' FROM journal;";
    let office = office_with(BOOKS[2].1);
    let raw = office.raw();
    let first: i64 = 1_795_419_000_000;
    let minute = |count: i64| (first + count * 60_000).to_string();
    // A status, when it was finished and ended, and its journal: the acts and their minutes.
    type Row<'a> = (i64, Option<i64>, Option<i64>, &'a [(&'a str, i64)]);
    let rows: [Row<'_>; 5] = [
        (9, Some(5), None, &[("hand_over", 1), ("finish", 5)]),
        (10, Some(5), Some(9), &[("hand_over", 1), ("finish", 5), ("return", 9)]),
        (7, None, Some(5), &[("hand_over", 1), ("withdraw", 5)]),
        (9, Some(8), None, &[("hand_over", 8), ("finish", 2)]),
        (9, Some(3), None, &[("finish", 3)]),
    ];
    for (number, (status, finished, ended, acts)) in (1_i64..).zip(rows) {
        let or_null = |at: Option<i64>| at.map_or("NULL".to_owned(), minute);
        let because = if status == 7 { "'Đổi ý'" } else { "NULL" };
        let sql = MORE
            .replace(":n", &number.to_string())
            .replace(":status", &status.to_string())
            .replace(":finished", &or_null(finished))
            .replace(":ended", &or_null(ended))
            .replace(":because", because);
        raw.execute_batch(&sql).unwrap();
        for (act, at) in acts {
            let insert = "INSERT INTO journal (seq, at, actor, act, subject, detail)
                SELECT max(seq) + 1, ?1, 'Trần Thị Mẫu', ?2, ?3, '{}' FROM journal";
            let code = format!("{SERIES}000{}", number + 1);
            let _ = raw.execute(insert, (first + at * 60_000, act, code)).unwrap();
        }
        if status == 10 {
            let insert = "INSERT INTO hand_back VALUES (?1, ?2, '', '{\"by\":\"applicant\"}', 'returned', '')";
            let _ = raw.execute(insert, (number + 1, first + 9 * 60_000)).unwrap();
        }
    }
    raw.execute_batch(
        "UPDATE counter SET next = 7 WHERE scope <> 'journal' AND scope NOT LIKE 'proc%';
         UPDATE counter SET next = (SELECT max(seq) + 1 FROM journal) WHERE scope = 'journal'",
    )
    .unwrap();
    raw.close().unwrap();
    office.is_sound();
    let holders: Vec<String> = office
        .open()
        .run(|db| {
            let code = |number| format!("{SERIES}000{number}");
            (2..=6).map(|it| show(db.view(), &code(it)).unwrap().holder.told()).collect()
        })
        .unwrap();
    assert_eq!(holders, ["", "", "Bộ phận chuyên môn", "", ""]);
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
