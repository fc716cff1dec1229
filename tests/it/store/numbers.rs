//! Running numbers: no gap and no double, whatever is taken back and whoever asks at once.

use std::collections::BTreeMap;
use std::thread;

use motcua::desk::DeskError;
use motcua::desk::receive::{Rules, offered};
use motcua::domain::code::CodePattern;
use motcua::domain::dossier::Promised;
use motcua::domain::limit::Limit;
use motcua::store::{self, Act, Db, Reception, Standing, StoreError};
use proptest::prelude::*;
use serde_json::json;

use super::{dossier, person, receive_at, stamp};
use crate::support::{Office, PROCEDURE, moment, now};

/// Puts `count` dossiers of one day into the book in one transaction, and takes all of it back when
/// `keep` is false.
fn put(db: &mut Db, day: u32, count: usize, keep: bool) -> Result<Vec<(String, i64)>, DeskError> {
    let at = moment(2026, 11, day, 9, 0);
    let new = dossier(person("Hồ Thị Mẫu", ""));
    let (numbers, _) = db.transact(stamp(Act::Receive), |tx| {
        let office = store::load_office(tx.view())?;
        let limit = Limit::WorkingDays(5);
        let due = Rules::load(tx.view())?.promise(at, limit)?;
        let promised = Promised { limit, start: None, second_limit: None, due };
        let pattern = CodePattern::parse(&office.code_pattern).unwrap();
        let mut numbers = Vec::new();
        for _ in 0..count {
            let numbered = store::insert_dossier(
                tx,
                &Reception {
                    received_at: at,
                    new: &new,
                    version: &offered(tx.view(), PROCEDURE, at.date())?,
                    promised: &promised,
                    pattern: &pattern,
                    unit: &office.agency_code,
                    officer: tx.actor(),
                    standing: Standing::RECEIVED,
                },
            )?;
            tx.record(&numbered.code, &json!({}))?;
            numbers.push((numbered.code, numbered.number));
        }
        if keep { Ok(numbers) } else { Err(DeskError::from(StoreError::Closed)) }
    })?;
    Ok(numbers)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn numbers_have_no_gap_whatever_is_taken_back(
        acts in prop::collection::vec((9_u32..12, 1_usize..4, any::<bool>()), 1..25)
    ) {
        let office = Office::new();
        let book = office.open();
        let mut of_day: BTreeMap<u32, usize> = BTreeMap::new();
        let mut in_year = 0;
        for (day, count, keep) in acts {
            let numbers = book.run(move |db| put(db, day, count, keep)).unwrap();
            prop_assert_eq!(numbers.is_ok(), keep);
            for (code, number) in numbers.unwrap_or_default() {
                let sequence = of_day.entry(day).or_default();
                *sequence += 1;
                in_year += 1;
                prop_assert_eq!(code, format!("H50.031-2611{day:02}-{sequence:04}"));
                prop_assert_eq!(number, in_year);
            }
        }
        let report = book.run(|db| store::check(db.view())).unwrap().unwrap();
        prop_assert_eq!(report.dossiers, in_year);
        prop_assert_eq!(report.disagreements, Vec::new());
    }
}

#[test]
fn every_day_has_its_own_series_and_the_year_one_register() {
    let office = Office::new();
    let book = office.open();
    let mut taken = Vec::new();
    for day in [23, 25, 23, 25, 25] {
        let dossier = receive_at(&book, moment(2026, 11, day, 9, 0)).dossier;
        taken.push((dossier.code, dossier.number));
    }
    let expected = [
        ("H50.031-261123-0001", 1),
        ("H50.031-261125-0001", 2),
        ("H50.031-261123-0002", 3),
        ("H50.031-261125-0002", 4),
        ("H50.031-261125-0003", 5),
    ];
    assert_eq!(taken, expected.map(|(code, number)| (code.to_owned(), number)));
}

#[test]
fn the_register_begins_again_with_the_year() {
    let office = Office::new();
    let book = office.open();
    let number = |at| receive_at(&book, at).dossier.number;
    assert_eq!(number(moment(2026, 12, 31, 9, 0)), 1);
    assert_eq!(number(moment(2026, 12, 31, 23, 59)), 2);
    assert_eq!(number(moment(2027, 1, 1, 0, 0)), 1);
    assert_eq!(number(moment(2027, 1, 4, 9, 0)), 2);
    // A clock that was set back goes on where the old year stood.
    assert_eq!(number(moment(2026, 12, 31, 9, 0)), 3);
    let rows = book
        .run(|db| store::register_rows(db.view(), now().date(), moment(2027, 1, 4, 0, 0).date()))
        .unwrap()
        .unwrap();
    let numbers: Vec<i64> = rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 2, 3, 1, 2]);
}

#[test]
fn the_ten_thousandth_dossier_of_a_day_has_a_longer_code() {
    let office = Office::new();
    let _ = receive_at(&office.open(), now());
    let raw = office.raw();
    let scope = "H50.031-261123-XXXX";
    let set = raw.execute("UPDATE counter SET next = 9999 WHERE scope = ?1", [scope]).unwrap();
    assert_eq!(set, 1);
    raw.close().unwrap();
    let book = office.open();
    let codes: Vec<String> = (0..3).map(|_| receive_at(&book, now()).dossier.code).collect();
    assert_eq!(codes, ["H50.031-261123-9999", "H50.031-261123-10000", "H50.031-261123-10001"]);
    for code in codes {
        let found = book.run(move |db| {
            let known = store::dossier_by_code(db.view(), &code).unwrap().unwrap();
            store::find(db.view(), &known.code, 5).unwrap().swap_remove(0).code == code
        });
        assert!(found.unwrap());
    }
}

#[test]
fn many_askers_at_once_get_each_number_once() {
    const ASKERS: usize = 8;
    const EACH: usize = 15;
    let office = Office::new();
    let book = office.open();
    let mut numbers: Vec<(String, i64)> = thread::scope(|scope| {
        let ask = || (0..EACH).map(|_| receive_at(&book, now()).dossier).collect::<Vec<_>>();
        let askers: Vec<_> = (0..ASKERS).map(|_| scope.spawn(ask)).collect();
        let answers = askers.into_iter().flat_map(|asker| asker.join().unwrap());
        answers.map(|dossier| (dossier.code, dossier.number)).collect()
    });
    numbers.sort();
    let expected: Vec<(String, i64)> =
        (1..=120).map(|number| (format!("H50.031-261123-{number:04}"), number)).collect();
    assert_eq!(numbers, expected);
    drop(book);
    office.is_sound();
}
