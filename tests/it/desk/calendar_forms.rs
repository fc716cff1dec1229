//! Days and office hours as they are typed: what becomes of them, and which field is wrong.

use chrono::{NaiveDate, NaiveTime, Weekday};
use motcua::desk::count_from::hour_of;
use motcua::desk::day_form::{DayChoice, DayField, DayForm, DayProblem};
use motcua::desk::hours_form::{HoursField, HoursForm, HoursProblem, Part, SeasonForm};
use motcua::domain::calendar::{Calendar, DayKind, OfficeHours, Origin, Session, SpecialDay};

use crate::support::date;

fn calendar() -> Calendar {
    let mut hours = OfficeHours::standard();
    hours.reception[5] = vec![Session::between((7, 30), (11, 30)).unwrap()];
    Calendar::of_office(vec![hours], Vec::new()).unwrap()
}

fn form(from: &str, until: &str) -> DayForm {
    DayForm {
        from: from.to_owned(),
        until: until.to_owned(),
        reason: "bão số 10".to_owned(),
        ..DayForm::default()
    }
}

fn days(form: &DayForm) -> Vec<NaiveDate> {
    let told = form.check(2026, &calendar()).unwrap();
    assert!(told.iter().all(|day| day.name == "bão số 10" && day.origin == Origin::Office));
    told.iter().map(|day| day.date).collect()
}

#[test]
fn days_are_read_as_people_write_them() {
    let one = vec![date(2026, 12, 4)];
    for typed in ["04/12/2026", "4/12/2026", " 04-12-2026 ", "2026-12-04", "4/12", "04.12"] {
        assert_eq!(days(&form(typed, "")), one, "{typed}");
        assert_eq!(days(&form("04/12/2026", typed)), one, "{typed}");
    }
}

#[test]
fn a_span_leaves_alone_what_is_free_anyhow() {
    // Friday to Monday: the desk receives on Saturday, and does nothing on Sunday.
    let expected = vec![date(2026, 12, 4), date(2026, 12, 5), date(2026, 12, 7)];
    assert_eq!(days(&form("04/12/2026", "07/12/2026")), expected);
    // 24/11/2026 is off by law.
    assert_eq!(
        days(&form("23/11/2026", "25/11/2026")),
        vec![date(2026, 11, 23), date(2026, 11, 25)]
    );
    // One day alone is what was typed.
    assert_eq!(days(&form("06/12/2026", "06/12/2026")), vec![date(2026, 12, 6)]);
    // Only days that are free become days worked instead.
    let worked = DayForm { choice: DayChoice::Work, ..form("04/12/2026", "06/12/2026") };
    assert_eq!(days(&worked), vec![date(2026, 12, 5), date(2026, 12, 6)]);
}

#[test]
fn every_wrong_field_of_a_day_is_named() {
    let wrong = |form: &DayForm| form.check(2026, &calendar()).unwrap_err();
    let cases = [
        (form("", ""), DayField::From, DayProblem::Empty),
        (form("29/02/2026", ""), DayField::From, DayProblem::NotADay),
        (form("1/12", "31/11"), DayField::Until, DayProblem::NotADay),
        (form("2/12", "1/12"), DayField::Until, DayProblem::Reversed),
        (form("1/1", "4/3"), DayField::Until, DayProblem::TooManyDays),
    ];
    for (form, field, problem) in cases {
        assert_eq!(wrong(&form), vec![(field, problem)], "{form:?}");
    }
    assert_eq!(form("1/1", "3/3").span(2026), Some((date(2026, 1, 1), date(2026, 3, 3))));
    let part = |closes: &str, opens: &str| DayForm {
        choice: DayChoice::Part,
        closes: closes.to_owned(),
        opens: opens.to_owned(),
        ..form("1/12", "")
    };
    let cases = [
        (part("", "17:00"), DayField::Closes, DayProblem::Empty),
        (part("13:61", "17:00"), DayField::Closes, DayProblem::NotAnHour),
        (part("1330", "17:00"), DayField::Closes, DayProblem::NotAnHour),
        (part("+1:30", "17:00"), DayField::Closes, DayProblem::NotAnHour),
        (part("13:30", "13:30"), DayField::Opens, DayProblem::HoursReversed),
    ];
    for (form, field, problem) in cases {
        assert_eq!(wrong(&form), vec![(field, problem)], "{form:?}");
    }
    let empty = DayForm { source: "x".repeat(121), ..DayForm::default() };
    let fields: Vec<DayField> = wrong(&empty).iter().map(|(field, _)| *field).collect();
    assert_eq!(fields, [DayField::From, DayField::Reason, DayField::Source]);
}

#[test]
fn the_form_of_a_known_day_gives_that_day_again() {
    let known = SpecialDay {
        date: date(2026, 12, 1),
        kind: DayKind::Closed(Session::between((13, 30), (17, 0)).unwrap()),
        name: "Họp".to_owned(),
        origin: Origin::Notice,
        source: "Thông báo số 1".to_owned(),
    };
    let form = DayForm::of(known.date, Some(&known));
    assert_eq!(form.check(2026, &calendar()), Ok(vec![known]));
}

#[test]
fn hours_are_read_as_people_write_them() {
    let expected = OfficeHours::standard().week[0].clone();
    let ways = [
        "07:30-11:30, 13:30-17:00",
        "7:30-11:30 13:30-17:00",
        "7h30 – 11h30; 13h30 – 17h",
        "7g30-11g30,13g30-17",
    ];
    for typed in ways {
        let mut form = HoursForm::of(&OfficeHours::standard());
        form.week[0] = typed.to_owned();
        assert_eq!(form.check().unwrap().week[0], expected, "{typed}");
    }
}

#[test]
fn the_form_of_known_hours_gives_those_hours_again() {
    let mut known = calendar().hours()[0].clone();
    known.seasons =
        HoursForm { seasons: vec![summer()], ..HoursForm::of(&known) }.check().unwrap().seasons;
    assert_eq!(known.seasons.len(), 1);
    assert_eq!(HoursForm::of(&known).check(), Ok(known));
}

fn summer() -> SeasonForm {
    let mut week = HoursForm::of(&OfficeHours::standard()).week;
    week[0] = "07:00-11:30, 13:30-17:00".to_owned();
    SeasonForm {
        name: "Giờ mùa hè".to_owned(),
        from: "16/04".to_owned(),
        until: "15/10".to_owned(),
        week,
    }
}

#[test]
fn every_wrong_field_of_hours_is_named() {
    type Change = fn(&mut HoursForm);
    let monday = HoursField::Day(Part::Week, Weekday::Mon);
    let cases: [(Change, HoursField, HoursProblem); 11] = [
        (|form| form.from = "31/02/2027".to_owned(), HoursField::From, HoursProblem::NotADay),
        (|form| form.week[0] = "7:30".to_owned(), monday, HoursProblem::NotSessions),
        (|form| form.week[0] = "7:30-11:77".to_owned(), monday, HoursProblem::NotSessions),
        (|form| form.week[0] = "11:30-7:30".to_owned(), monday, HoursProblem::Order),
        (|form| form.week[0] = "7:30-11:30, 11:00-17:00".to_owned(), monday, HoursProblem::Order),
        (|form| form.week = Default::default(), monday, HoursProblem::NoOpenDay),
        (
            |form| form.reception[2] = "7:30-11:30".to_owned(),
            HoursField::Day(Part::Reception, Weekday::Wed),
            HoursProblem::WorksAnyhow,
        ),
        (
            |form| form.seasons[0].name = "  ".to_owned(),
            HoursField::SeasonName(0),
            HoursProblem::NotAName,
        ),
        (
            |form| form.seasons[0].from = "31/04".to_owned(),
            HoursField::SeasonFrom(0),
            HoursProblem::NotADay,
        ),
        (
            |form| form.seasons[0].until = "tháng 10".to_owned(),
            HoursField::SeasonUntil(0),
            HoursProblem::NotADay,
        ),
        (
            |form| form.seasons[0].week = Default::default(),
            HoursField::Day(Part::Season(0), Weekday::Mon),
            HoursProblem::NoOpenDay,
        ),
    ];
    for (change, field, problem) in cases {
        let mut form = HoursForm::of(&OfficeHours::standard());
        form.seasons.push(summer());
        assert!(form.check().is_ok());
        change(&mut form);
        assert_eq!(form.check(), Err(vec![(field, problem)]));
    }
}

#[test]
fn the_hour_of_late_dossiers_may_be_empty() {
    assert_eq!(hour_of(" "), Ok(None));
    assert_eq!(hour_of("16h30"), Ok(NaiveTime::from_hms_opt(16, 30, 0)));
    assert!(hour_of("chiều").is_err());
}
