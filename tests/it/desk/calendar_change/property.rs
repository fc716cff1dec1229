//! Whatever the edit: exactly those are listed that counting under both calendars tells apart.

use std::cell::Cell;
use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use motcua::desk::calendar_change::{CalendarEdit, change, edited, undo, what_if};
use motcua::desk::generate::generate;
use motcua::desk::practice::practice_office;
use motcua::desk::receive::{receive, show};
use motcua::desk::set_up::set_up;
use motcua::domain::calendar::{Calendar, DayKind, OfficeHours, Origin, Session, SpecialDay};
use motcua::domain::deadline::{ReturnHour, due};
use motcua::domain::dossier::{Dossier, LimitChoice};
use motcua::domain::limit::Limit;
use motcua::domain::time::OfficeTime;
use motcua::store::{self, Book};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::{OFFICER, REASON};
use crate::store::{dossier, person};
use crate::support::{date, now};

/// Days around the dossiers' spans, none that the law keeps.
fn days() -> impl Strategy<Value = NaiveDate> {
    (0..120_i64)
        .prop_map(|days| date(2026, 10, 1) + TimeDelta::days(days))
        .prop_filter("of law", |date| *date != crate::support::date(2027, 1, 1))
}

fn kinds() -> impl Strategy<Value = DayKind> {
    let closed = |opens, closes| DayKind::Closed(Session::between(opens, closes).unwrap());
    prop::sample::select(vec![
        DayKind::Off,
        DayKind::Off,
        DayKind::Work,
        closed((7, 0), (12, 0)),
        closed((13, 30), (17, 0)),
        closed((15, 0), (18, 0)),
    ])
}

fn hours() -> impl Strategy<Value = Vec<OfficeHours>> {
    let set = (days(), 7..9_u32, 15..18_u32).prop_map(|(from, opens, closes)| {
        let mut set = OfficeHours::standard();
        set.in_force_from = from;
        for day in set.week.iter_mut().take(5) {
            *day = [((opens, 0), (11, 30)), ((13, 0), (closes, 0))]
                .into_iter()
                .filter_map(|(opens, closes)| Session::between(opens, closes))
                .collect();
        }
        set
    });
    prop_oneof![3 => Just(Vec::new()), 1 => set.prop_map(|set| vec![set])]
}

fn edits() -> impl Strategy<Value = CalendarEdit> {
    let put = prop::collection::btree_map(days(), kinds(), 0..4);
    // The one day off in reach, and two that are only computed.
    let special = ["2026-11-24", "2027-02-05", "2027-04-30"].map(|day| day.parse().unwrap());
    let remove = prop::sample::subsequence(special.to_vec(), 0..=2);
    (put, remove, hours()).prop_map(|(put, remove, hours)| {
        let named = |(date, kind)| SpecialDay {
            date,
            kind,
            name: "Đổi lịch".to_owned(),
            origin: Origin::Notice,
            source: String::new(),
        };
        let put: Vec<SpecialDay> = put.into_iter().map(named).collect();
        let twice = |date: &NaiveDate| put.iter().any(|day| day.date == *date);
        let remove = remove.into_iter().filter(|date: &NaiveDate| !twice(date)).collect();
        CalendarEdit { put, remove, hours, ..CalendarEdit::default() }
    })
}

/// A book of invented dossiers, and some whose limits the generator does not know.
fn book(folder: &std::path::Path, hour: ReturnHour) -> Book {
    let path = folder.join(format!("{hour:?}.motcua"));
    let office = motcua::domain::office::Office { return_hour: hour, ..practice_office() };
    store::create_with(&path, |db| set_up(db, &office, OFFICER, now())).unwrap();
    let book = Book::open(&path).unwrap();
    book.run(|db| generate(db, 400, 3, now())).unwrap().unwrap();
    let limits = [
        Limit::HalfDays(1),
        Limit::HalfDays(5),
        Limit::HalfDays(41),
        Limit::WorkingHours(9),
        Limit::WorkingHours(100),
        Limit::CalendarDays(20),
        Limit::WorkingDays(30),
        Limit::SameDay,
    ];
    for (number, limit) in limits.into_iter().cycle().take(64).enumerate() {
        let mut new = dossier(person("Hồ Thị Mẫu", ""));
        new.limit = LimitChoice::Given(limit);
        let at = now().date() - TimeDelta::days(i64::try_from(number / 2).unwrap());
        let at = OfficeTime::new(at, now().time() + TimeDelta::minutes(13 * (number as i64 % 9)));
        let _ = book.run(move |db| receive(db, &new, None, OFFICER, at)).unwrap().unwrap();
    }
    book
}

fn all(book: &Book) -> Vec<Dossier> {
    book.run(|db| {
        let rows = store::register_rows(db.view(), date(2000, 1, 1), date(2100, 1, 1)).unwrap();
        rows.iter().map(|row| show(db.view(), &row.code).unwrap()).collect()
    })
    .unwrap()
}

fn by(calendar: &Calendar, dossier: &Dossier, hour: ReturnHour) -> Option<OfficeTime> {
    due(calendar, dossier.counted_from(), dossier.counted_limit(), hour).unwrap().at
}

#[test]
fn exactly_those_are_listed_that_counting_tells_apart() {
    let folder = tempfile::tempdir().unwrap();
    let hours = [ReturnHour::SameHour, ReturnHour::EndOfSession, ReturnHour::EndOfDay];
    let books = hours.map(|hour| (hour, book(folder.path(), hour)));
    let dossiers = books.each_ref().map(|(_, book)| all(book));
    let (listed, asked) = (Cell::new(0), Cell::new(0));
    let config = Config { failure_persistence: None, cases: 96, ..Config::default() };
    TestRunner::new(config)
        .run(&(edits(), 0..3_usize), |(edit, which)| {
            let ((hour, book), dossiers) = (&books[which], &dossiers[which]);
            let wish = edit.clone();
            let answer = book
                .run(move |db| {
                    let old = store::load_calendar(db.view()).unwrap();
                    let new = edited(db.view(), &wish)?;
                    let answer = what_if(db.view(), &wish, &mut |_, _| true)?;
                    Ok::<_, motcua::desk::DeskError>((old, new, answer.unwrap()))
                })
                .unwrap();
            // A removed day that is none, a closure on a Sunday: refused, and so nothing to compare.
            let Ok((old, new, answer)) = answer else { return Ok(()) };
            asked.set(asked.get() + 1);
            let open = dossiers.iter().filter(|dossier| {
                dossier.finished_at.is_none()
                    && dossier.ended_at.is_none()
                    && dossier.due.at.is_some()
                    && !dossier.is_waiting()
            });
            let mut expected: BTreeMap<i64, (OfficeTime, OfficeTime)> = BTreeMap::new();
            let mut count = 0;
            for dossier in open {
                count += 1;
                let before = by(&old, dossier, *hour).unwrap();
                prop_assert_eq!(dossier.due.at, Some(before));
                let after = by(&new, dossier, *hour).unwrap();
                if before != after && after >= dossier.received_at {
                    let _ = expected.insert(dossier.id, (before, after));
                }
            }
            prop_assert_eq!(answer.looked_at, count);
            let found: BTreeMap<_, _> =
                answer.moved.iter().map(|moved| (moved.id, (moved.old, moved.new))).collect();
            prop_assert_eq!(&found, &expected, "{:?}", edit);
            prop_assert!(answer.moved.windows(2).all(|pair| pair[0].old <= pair[1].old));
            listed.set(listed.get() + found.len());
            Ok(())
        })
        .unwrap();
    let (asked, listed) = (asked.get(), listed.get());
    assert!(asked > 20 && listed > 300, "{asked} edits, {listed} listed");
    let [(_, book), ..] = books;
    there_and_back(&book);
}

/// Everything that a large change lists is moved, and comes back.
fn there_and_back(book: &Book) {
    let before = all(book);
    let found = || book.run(|db| store::check(db.view())).unwrap().unwrap().disagreements;
    let found_before = found();
    let closed = ["2026-11-25", "2026-11-26", "2026-11-27", "2026-12-08"].map(|day| SpecialDay {
        date: day.parse().unwrap(),
        kind: DayKind::Off,
        name: "Nghỉ bão".to_owned(),
        origin: Origin::Office,
        source: String::new(),
    });
    let edit = CalendarEdit { put: closed.to_vec(), ..CalendarEdit::default() };
    let done = book
        .run(move |db| {
            let listed = what_if(db.view(), &edit, &mut |_, _| true)?.unwrap();
            let ids: Vec<i64> = listed.moved.iter().map(|moved| moved.id).collect();
            let done = change(db, &edit, &ids, REASON, OFFICER, now())?;
            assert_eq!(done.moved, listed.moved);
            Ok::<_, motcua::desk::DeskError>(done)
        })
        .unwrap()
        .unwrap();
    assert!(done.moved.len() > 20, "{}", done.moved.len());
    for moved in &done.moved {
        let code = moved.code.clone();
        let now = book.run(move |db| show(db.view(), &code)).unwrap().unwrap();
        assert_eq!(now.due.at, Some(moved.new));
    }
    assert_eq!(found(), found_before);
    let change = done.change;
    let back = book.run(move |db| undo(db, &change, OFFICER, now())).unwrap().unwrap();
    assert_eq!((back.moved.len(), back.left.len()), (done.moved.len(), 0));
    assert_eq!(all(book), before);
    assert_eq!(found(), found_before);
}
