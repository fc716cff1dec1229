//! A promise is one and the same: previewed, stored, read back, counted again, printed once more.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use motcua::desk::catalogue::{calendar_rows, shipped_procedures};
use motcua::desk::print::print_slip;
use motcua::desk::receive::{Rules, receive, show};
use motcua::domain::deadline::{ReturnHour, due};
use motcua::domain::dossier::{Channel, LimitChoice, NewDossier};
use motcua::domain::limit::Limit;
use motcua::domain::office::Office as Settings;
use motcua::domain::time::OfficeTime;
use motcua::store::{self, Act, Book, Db, Stamp, Tx};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::json;

use super::prints::pages;
use crate::store::{dossier, person};
use crate::support::{Office, PROCEDURE, date, moment, now};

/// Any second from the day the shipped catalogue comes into force to the last day off that is known,
/// and a year of unknown ones behind it.
fn moments() -> impl Strategy<Value = OfficeTime> {
    let first = date(2025, 7, 1);
    let days = (date(2028, 12, 31) - first).num_days();
    (0..days, 0..86_400_u32).prop_map(move |(days, second)| {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap();
        OfficeTime::new(first + TimeDelta::days(days), time)
    })
}

/// A limit as an officer gives it, short ones more often than long ones.
fn limits() -> impl Strategy<Value = Limit> {
    prop_oneof![
        Just(Limit::SameDay),
        Just(Limit::None),
        prop_oneof![1..30_u32, 30..400_u32].prop_map(Limit::WorkingDays),
        prop_oneof![1..40_u32, 40..400_u32].prop_map(Limit::CalendarDays),
        prop_oneof![1..20_u32, 20..200_u32].prop_map(Limit::WorkingHours),
    ]
}

/// A procedure with a branch of its own limit, or with a limit given by the officer.
fn asked() -> impl Strategy<Value = (String, LimitChoice, Limit)> {
    let branches: Vec<(String, LimitChoice, Limit)> = shipped_procedures()
        .unwrap()
        .procedures
        .into_iter()
        .filter(|procedure| !procedure.abolished)
        .flat_map(|procedure| {
            let branches = procedure.limits.clone().into_iter().enumerate();
            branches.map(move |(index, branch)| {
                (procedure.code.clone(), LimitChoice::Branch(index), branch.limit)
            })
        })
        .collect();
    let given = limits().prop_map(|limit| (PROCEDURE.to_owned(), LimitChoice::Given(limit), limit));
    prop_oneof![prop::sample::select(branches), given]
}

fn change(book: &Book, act: Act, work: impl FnOnce(&Tx<'_>) + Send + 'static) {
    let stamp = Stamp { act, actor: "Cán bộ Mẫu".to_owned(), at: now() };
    let done = book.run(move |db: &mut Db| {
        db.transact(stamp, |tx| {
            work(tx);
            tx.record("", &json!({}))
        })
    });
    let _ = done.unwrap().unwrap();
}

fn set_return_hour(book: &Book, return_hour: ReturnHour) {
    change(book, Act::SetOffice, move |tx| {
        let office = store::load_office(tx.view()).unwrap();
        store::save_office(tx, &Settings { return_hour, ..office }).unwrap();
    });
}

#[test]
fn the_preview_is_what_is_stored_and_what_counting_again_gives() {
    let office = Office::new();
    let book = office.open();
    // Summer hours, a working Saturday and a storm, so that days differ from each other.
    let rows = calendar_rows(
        "date,kind,name\n2026-04-16,hours,T2-T6 07:00-11:30 13:30-16:30; T7 07:30-11:30\n\
         2026-10-16,hours,T2-T6 07:30-11:30 13:30-17:00\n2026-06-10,off,Nghỉ bão\n",
    )
    .unwrap();
    change(&book, Act::ImportCalendar, move |tx| {
        rows.days.iter().for_each(|day| store::put_special_day(tx, day).unwrap());
        rows.hours.iter().for_each(|hours| store::put_office_hours(tx, hours).unwrap());
    });
    let hours = prop::sample::select(vec![
        ReturnHour::SameHour,
        ReturnHour::EndOfSession,
        ReturnHour::EndOfDay,
    ]);
    let config = Config { failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&(asked(), moments(), hours), |((procedure, choice, limit), at, hour)| {
            set_return_hour(&book, hour);
            let preview =
                book.run(move |db| Rules::load(db.view())?.promise(at, limit)).unwrap().unwrap();
            let new = NewDossier {
                procedure,
                limit: choice,
                channel: Channel::Counter,
                ..dossier(person("Hồ Thị Mẫu", "045188000000"))
            };
            let received = book
                .run(move |db| receive(db, &new, None, "Cán bộ Mẫu", at))
                .unwrap()
                .unwrap()
                .dossier;
            let code = received.code.clone();
            let (shown, calendar) = book
                .run(move |db| (show(db.view(), &code), store::load_calendar(db.view())))
                .unwrap();
            let shown = shown.unwrap();
            let again = due(&calendar.unwrap(), shown.received_at, shown.limit, hour).unwrap();
            prop_assert_eq!(&received.due, &preview, "received otherwise than previewed");
            prop_assert_eq!(&shown, &received, "read back otherwise than received");
            prop_assert_eq!(&again, &preview, "counted again otherwise than previewed");
            prop_assert_eq!(shown.limit, limit);
            Ok(())
        })
        .unwrap();
    let report = book.run(|db| store::check(db.view())).unwrap().unwrap();
    assert_eq!(report.disagreements, []);
}

#[test]
fn a_reprint_keeps_the_promise_whatever_has_changed_since() {
    let office = Office::new();
    let book = office.open();
    let new = dossier(person("Hồ Thị Mẫu", "045188000000"));
    let received =
        book.run(move |db| receive(db, &new, None, "Cán bộ Mẫu", now())).unwrap().unwrap();
    let code = received.dossier.code;
    let slip = |name: &str| {
        let code = code.clone();
        let dossier = book.run(move |db| show(db.view(), &code)).unwrap().unwrap();
        let file = office.file(name);
        let _ = print_slip(&book, &dossier, &file, None, Some("đổi máy in"), "Cán bộ Mẫu", now())
            .unwrap();
        (dossier, pages(&file))
    };
    let before = slip("before.pdf");
    assert_eq!(before.0.due.at, Some(moment(2026, 12, 1, 14, 20)));

    set_return_hour(&book, ReturnHour::EndOfDay);
    let rows = calendar_rows(
        "date,kind,name\n2026-11-27,off,Nghỉ bão\n2026-11-01,hours,T2-T6 08:00-11:00\n",
    )
    .unwrap();
    change(&book, Act::ImportCalendar, move |tx| {
        rows.days.iter().for_each(|day| store::put_special_day(tx, day).unwrap());
        rows.hours.iter().for_each(|hours| store::put_office_hours(tx, hours).unwrap());
    });
    let in_force_from: NaiveDate = date(2026, 11, 1);
    let mut changed = before.0.procedure.clone();
    "Tên mới".clone_into(&mut changed.name);
    changed.in_force_from = in_force_from;
    changed.limits.truncate(1);
    changed.limits[0].limit = Limit::WorkingDays(20);
    changed.papers.clear();
    change(&book, Act::ImportProcedures, move |tx| {
        assert!(store::put_procedure(tx, &changed).unwrap());
    });

    let promise = book
        .run(|db| Rules::load(db.view())?.promise(now(), Limit::WorkingDays(5)))
        .unwrap()
        .unwrap();
    assert_eq!(promise.at, Some(moment(2026, 12, 2, 11, 0)), "the changes are in force");
    let after = slip("after.pdf");
    assert_eq!(after.0, before.0);
    let mark = "Bản in lại lần 1, 14 giờ 20 phút, ngày 23 tháng 11 năm 2026. Lý do: đổi máy in";
    let words = |page: &String| -> Vec<String> {
        page.replace(mark, "").split_whitespace().map(str::to_owned).collect()
    };
    assert!(after.1.iter().all(|page| page.contains(mark)));
    let slips = [&before.1, &after.1].map(|pages| pages.iter().map(words).collect::<Vec<_>>());
    assert_eq!(slips[0], slips[1], "the slip itself changed");
}
