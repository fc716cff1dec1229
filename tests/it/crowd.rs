//! How full a day is, and which half is the quieter one.

use motcua::desk::crowd::crowd;
use motcua::domain::calendar::{Calendar, OfficeHours, Session};
use motcua::domain::crowd::{Crowd, Half, Halves};

use crate::support::{Office, PEOPLE, date, moment};

fn halves() -> Halves {
    let calendar = Calendar::new(vec![OfficeHours::standard()], Vec::new()).unwrap();
    Halves::of(&calendar, date(2026, 12, 1))
}

#[test]
fn a_day_parts_where_its_second_session_opens() {
    let halves = halves();
    assert!(halves.both);
    for (hour, minute, half) in [
        (7, 30, Half::Morning),
        (11, 30, Half::Morning),
        (13, 29, Half::Morning),
        (13, 30, Half::Afternoon),
        (17, 0, Half::Afternoon),
    ] {
        assert_eq!(halves.half(moment(2026, 12, 1, hour, minute).time()), half, "{hour}:{minute}");
    }
    // A Saturday morning has no other half to name.
    let mut hours = OfficeHours::standard();
    hours.week[5] = vec![Session::between((7, 30), (11, 30)).unwrap()];
    let calendar = Calendar::new(vec![hours], Vec::new()).unwrap();
    assert!(!Halves::of(&calendar, date(2026, 12, 5)).both);
    assert!(!Halves::of(&calendar, date(2026, 12, 6)).both);
}

#[test]
fn the_quieter_half_is_named_only_where_the_promised_one_is_much_fuller() {
    let morning = moment(2026, 12, 1, 9, 0);
    let afternoon = moment(2026, 12, 1, 15, 0);
    for (counts, at, quieter) in [
        ((17, 6), morning, Some(Half::Afternoon)),
        ((17, 6), afternoon, None),
        ((6, 17), afternoon, Some(Half::Morning)),
        ((10, 5), morning, Some(Half::Afternoon)),
        ((10, 6), morning, None),
        ((9, 0), morning, None),
        ((0, 0), morning, None),
        ((17, 6), moment(2026, 12, 2, 9, 0), None),
    ] {
        let crowd = Crowd { halves: halves(), morning: counts.0, afternoon: counts.1 };
        assert_eq!(crowd.quieter(at), quieter, "{counts:?} {at}");
        let one = Crowd { halves: Halves { both: false, ..halves() }, ..crowd };
        assert_eq!(one.quieter(at), None);
    }
}

#[test]
fn what_has_ended_and_the_dossier_itself_are_not_counted() {
    let office = Office::new();
    let own = office.receive(&PEOPLE[0])["id"].as_i64().unwrap();
    let returned = office.receive(&PEOPLE[1])["code"].as_str().unwrap().to_owned();
    let _ = office.receive(&PEOPLE[2]);
    let finished = office.receive(&PEOPLE[3])["code"].as_str().unwrap().to_owned();
    let _ = office.run(["finish", &finished]).fine();
    let _ = office.run(["return", &returned]).fine();
    let count = |except| {
        let day = halves();
        office.open().run(move |db| crowd(db.view(), day, except)).unwrap().unwrap()
    };
    // All are promised for 14:20; a result that waits to be collected still brings somebody.
    assert_eq!((count(None).morning, count(None).afternoon), (0, 3));
    assert_eq!(count(Some(own)).total(), 2);
}

#[test]
fn the_count_goes_by_the_index_of_promises() {
    let office = Office::new();
    let plan: String = office
        .raw()
        .query_row(
            "EXPLAIN QUERY PLAN SELECT count(*) FROM dossier
             WHERE ended_at IS NULL AND due_at >= 1 AND due_at < 2 AND id <> 3",
            [],
            |row| row.get("detail"),
        )
        .unwrap();
    assert!(plan.contains("INDEX dossier_by_promise (due_at>? AND due_at<?)"), "{plan}");
}
