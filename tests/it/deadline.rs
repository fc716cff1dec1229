//! The due date against vectors: law, real calendars, and the cases other programs get wrong.

mod clock;
mod kinds;
mod properties;
mod slow_model;
mod steps;

use chrono::{NaiveDate, Weekday};
use motcua::desk::catalogue::shipped_calendar;
use motcua::domain::calendar::{
    Calendar, CalendarError, DayKind, OfficeHours, Origin, Session, SpecialDay, Week,
};
use motcua::domain::deadline::{DayReason, Due, DueError, ReturnHour, due};
use motcua::domain::limit::Limit;
use motcua::domain::time::OfficeTime;

/// The shipped days off with the standard hours.
fn shipped() -> Calendar {
    with_hours(vec![OfficeHours::standard()])
}

fn with_hours(hours: Vec<OfficeHours>) -> Calendar {
    let known = Calendar::of_office(Vec::new(), shipped_calendar().unwrap().days).unwrap();
    Calendar::new(hours, known.days().to_vec()).unwrap()
}

fn session(opens: (u32, u32), closes: (u32, u32)) -> Session {
    Session::between(opens, closes).unwrap()
}

/// Office hours in force from `from`, changed from the standard ones by `change`.
fn hours(from: &str, change: impl FnOnce(&mut Week)) -> OfficeHours {
    let mut hours = OfficeHours { in_force_from: day(from), ..OfficeHours::standard() };
    change(&mut hours.week);
    hours
}

/// The standard hours and a Saturday morning.
fn saturday_morning() -> Calendar {
    with_hours(vec![hours("2019-01-01", |week| week[5] = vec![session((7, 30), (11, 30))])])
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> OfficeTime {
    OfficeTime::parse(text).unwrap()
}

fn count(calendar: &Calendar, received: &str, limit: &str, hour: ReturnHour) -> Due {
    due(calendar, at(received), limit.parse().unwrap(), hour).unwrap()
}

#[track_caller]
fn check(calendar: &Calendar, received: &str, limit: &str, expected: &str) {
    let due = count(calendar, received, limit, ReturnHour::SameHour);
    assert_eq!(due.at, Some(at(expected)), "{received} + {limit}: {due:#?}");
}

/// The steps of a due date as `date count minutes reason`, for comparing at a glance.
fn steps(due: &Due) -> Vec<String> {
    let number = |n: Option<u32>| n.map_or("-".to_owned(), |n| n.to_string());
    due.days
        .iter()
        .map(|step| {
            let reason = match &step.reason {
                DayReason::Receipt => "receipt",
                DayReason::Working => "working",
                DayReason::SwappedIn { name }
                | DayReason::Shortened { name }
                | DayReason::DayOff { name, official: true } => name,
                DayReason::DayOff { name, official: false } => &format!("{name}?"),
                DayReason::WeeklyRest => "rest",
                DayReason::ReceptionOnly => "reception",
                DayReason::CalendarDay => "calendar",
            };
            format!("{} {} {} {reason}", step.date, number(step.counted), number(step.minutes))
        })
        .collect()
}

#[test]
fn published_calendars() {
    let calendar = shipped();
    check(&calendar, "2026-11-23T14:20", "1d", "2026-11-25T14:20");
    check(&calendar, "2026-11-20T14:20", "2d", "2026-11-25T14:20");
    check(&calendar, "2026-02-13T14:20", "15d", "2026-03-13T14:20");
    check(&calendar, "2026-04-24T14:20", "1d", "2026-04-28T14:20");
    check(&calendar, "2026-08-28T14:20", "1d", "2026-09-03T14:20");
    check(&calendar, "2025-12-31T14:20", "1d", "2026-01-05T14:20");
    check(&calendar, "2025-04-29T14:20", "1d", "2025-05-05T14:20");
    check(&calendar, "2026-06-01T10:00", "2d", "2026-06-03T10:00");
}

#[test]
fn a_saturday_worked_by_swap_counts_and_has_hours() {
    let calendar = shipped();
    check(&calendar, "2026-08-21T16:00", "1d", "2026-08-22T16:00");
    check(&calendar, "2026-01-09T16:00", "1d", "2026-01-10T16:00");
    check(&calendar, "2024-05-03T10:00", "0d", "2024-05-03T17:00");
    check(&calendar, "2024-05-04T10:00", "0d", "2024-05-04T17:00");
    check(&calendar, "2024-05-04T16:00", "2h", "2024-05-06T08:30");
    assert_eq!(calendar.sessions(day("2026-08-22")), calendar.sessions(day("2026-08-24")));
    // An office open on Saturday mornings keeps its Saturday hours on such a day.
    check(&saturday_morning(), "2026-08-21T16:00", "1d", "2026-08-22T11:30");
    // Closed on Mondays: the first open weekday lends its hours.
    let tuesdays = with_hours(vec![hours("2019-01-01", |week| {
        week[0].clear();
        week[1] = vec![session((8, 0), (12, 0))];
    })]);
    assert_eq!(tuesdays.sessions(day("2026-08-22")), [session((8, 0), (12, 0))]);
}

/// OpenCPS multiplies by 8 hours where the office works 7.5 or 7, so its dates drift.
#[test]
fn days_are_days_whatever_their_hours() {
    let seven_hours = with_hours(vec![hours("2019-01-01", |week| {
        for sessions in &mut week[..5] {
            *sessions = vec![session((8, 0), (11, 30)), session((13, 30), (17, 0))];
        }
    })]);
    for calendar in [shipped(), seven_hours] {
        check(&calendar, "2026-11-23T09:00", "15d", "2026-12-15T09:00");
        check(&calendar, "2026-11-23T09:00", "20d", "2026-12-22T09:00");
        check(&calendar, "2026-11-23T09:00", "30d", "2027-01-06T09:00");
    }
}

/// OpenCPS promises Saturday 14:30, when the office is closed.
#[test]
fn a_half_day_keeps_its_own_hours() {
    let calendar = saturday_morning();
    check(&calendar, "2026-11-27T14:00", "1d", "2026-11-28T11:30");
    check(&calendar, "2026-11-27T09:00", "1d", "2026-11-28T09:00");
    check(&calendar, "2026-11-27T16:00", "2h", "2026-11-28T08:30");
    check(&calendar, "2026-11-28T10:00", "1d", "2026-11-30T10:00");
    for hour in [ReturnHour::EndOfSession, ReturnHour::EndOfDay] {
        let due = count(&calendar, "2026-11-27T14:00", "1d", hour);
        assert_eq!(due.at, Some(at("2026-11-28T11:30")));
    }
}

/// OpenCPS works on a holiday when the dossier comes in during it.
#[test]
fn received_on_a_day_off() {
    let calendar = shipped();
    check(&calendar, "2026-09-02T09:00", "1d", "2026-09-03T09:00");
    check(&calendar, "2026-09-01T09:00", "1d", "2026-09-03T09:00");
    check(&calendar, "2026-02-16T09:00", "1d", "2026-02-23T09:00");
    check(&calendar, "2026-11-28T09:00", "1d", "2026-11-30T09:00");
    check(&calendar, "2026-09-02T09:00", "1h", "2026-09-03T08:30");
    let due = count(&calendar, "2026-09-01T09:00", "1d", ReturnHour::SameHour);
    assert_eq!(
        steps(&due),
        ["2026-09-01 - - receipt", "2026-09-02 - - Quốc khánh", "2026-09-03 1 - working"]
    );
}

/// OpenCPS has two classes with two meanings of a weekday without hours.
#[test]
fn a_weekday_without_hours_is_rest() {
    let calendar = with_hours(vec![hours("2019-01-01", |week| week[2].clear())]);
    check(&calendar, "2026-06-02T09:00", "1d", "2026-06-04T09:00");
    check(&calendar, "2026-06-02T16:00", "2h", "2026-06-04T08:30");
    let due = count(&calendar, "2026-06-02T09:00", "1d", ReturnHour::SameHour);
    assert_eq!(due.days[1].reason, DayReason::WeeklyRest);
}

/// OpenCPS keeps office hours in shared fields: two offices at once may mix them up.
#[test]
fn two_offices_at_once() {
    let (long, short) = (shipped(), saturday_morning());
    std::thread::scope(|scope| {
        for (calendar, expected) in
            [(&long, "2026-11-30T14:00"), (&short, "2026-11-28T11:30")].repeat(2)
        {
            let _ = scope.spawn(move || {
                for _ in 0..200 {
                    check(calendar, "2026-11-27T14:00", "1d", expected);
                }
            });
        }
    });
}

/// OpenCPS rounds 10:00 up to 10:15 in one of its two classes.
#[test]
fn no_rounding() {
    for time in ["10:00", "10:01", "10:14", "10:15", "11:30", "13:30", "17:00", "10:00:59"] {
        check(&shipped(), &format!("2026-06-01T{time}"), "2d", &format!("2026-06-03T{time}"));
    }
}

#[test]
fn the_hour_moves_into_office_hours() {
    let calendar = shipped();
    for (received, same, session, closing) in [
        ("00:00", "07:30", "11:30", "17:00"),
        ("06:59", "07:30", "11:30", "17:00"),
        ("07:30", "07:30", "11:30", "17:00"),
        ("11:29", "11:29", "11:30", "17:00"),
        ("11:30", "11:30", "11:30", "17:00"),
        ("11:31", "13:30", "17:00", "17:00"),
        ("13:29", "13:30", "17:00", "17:00"),
        ("16:59", "16:59", "17:00", "17:00"),
        ("17:00", "17:00", "17:00", "17:00"),
        ("17:01", "17:00", "17:00", "17:00"),
        ("23:59", "17:00", "17:00", "17:00"),
    ] {
        for (hour, expected) in [
            (ReturnHour::SameHour, same),
            (ReturnHour::EndOfSession, session),
            (ReturnHour::EndOfDay, closing),
        ] {
            for limit in ["2d", "2cd"] {
                let due = count(&calendar, &format!("2026-06-01T{received}"), limit, hour);
                let expected = at(&format!("2026-06-03T{expected}"));
                assert_eq!(due.at, Some(expected), "{received} {hour:?} {limit}");
            }
        }
    }
}

#[test]
fn same_day_until_three_o_clock() {
    let calendar = shipped();
    check(&calendar, "2026-11-23T06:00", "0d", "2026-11-23T17:00");
    check(&calendar, "2026-11-23T14:59", "0d", "2026-11-23T17:00");
    check(&calendar, "2026-11-23T15:00", "0d", "2026-11-23T17:00");
    check(&calendar, "2026-11-23T15:00:01", "0d", "2026-11-25T17:00");
    check(&calendar, "2026-11-23T15:01", "0d", "2026-11-25T17:00");
    check(&calendar, "2026-11-24T09:00", "0d", "2026-11-25T17:00");
    check(&calendar, "2026-11-27T18:00", "0d", "2026-11-30T17:00");
    // A morning office has closed long before 15:00.
    check(&saturday_morning(), "2026-11-28T11:30", "0d", "2026-11-28T11:30");
    check(&saturday_morning(), "2026-11-28T11:31", "0d", "2026-11-30T17:00");
    check(&saturday_morning(), "2026-11-28T14:00", "0d", "2026-11-30T17:00");
    check(&saturday_morning(), "2026-11-27T15:01", "0d", "2026-11-28T11:30");

    let in_time = count(&calendar, "2026-11-23T15:00", "0d", ReturnHour::SameHour);
    assert_eq!(steps(&in_time), ["2026-11-23 - - receipt"]);
    let late = count(&calendar, "2026-11-23T15:01", "0d", ReturnHour::SameHour);
    assert_eq!(
        steps(&late),
        [
            "2026-11-23 - - receipt",
            "2026-11-24 - - Ngày Văn hóa Việt Nam",
            "2026-11-25 1 - working"
        ]
    );
    let zero = due(&calendar, at("2026-11-23T15:01"), Limit::WorkingDays(0), ReturnHour::SameHour);
    assert_eq!(zero, Ok(late));
}

#[test]
fn hours_run_only_in_sessions() {
    let calendar = shipped();
    check(&calendar, "2026-06-01T09:00", "4h", "2026-06-01T15:00");
    check(&calendar, "2026-06-01T06:00", "1h", "2026-06-01T08:30");
    check(&calendar, "2026-06-01T12:00", "1h", "2026-06-01T14:30");
    check(&calendar, "2026-06-01T18:00", "1h", "2026-06-02T08:30");
    check(&calendar, "2026-06-06T10:00", "1h", "2026-06-08T08:30");
    // Used up exactly at the end of a session.
    check(&calendar, "2026-06-01T07:30", "4h", "2026-06-01T11:30");
    check(&calendar, "2026-06-01T13:30:00", "15h", "2026-06-03T11:30");
    check(&calendar, "2026-06-01T11:30", "1h", "2026-06-01T14:30");
    check(&calendar, "2026-06-01T17:00", "1h", "2026-06-02T08:30");
    check(&calendar, "2026-06-05T16:00", "4h", "2026-06-08T10:30");
    check(&calendar, "2026-02-13T16:30", "1h", "2026-02-23T08:00");
    check(&calendar, "2026-06-01T16:30:30", "1h", "2026-06-02T08:00:30");
    // The policy of the hour does not touch them.
    let end_of_day = count(&calendar, "2026-06-01T09:00", "4h", ReturnHour::EndOfDay);
    assert_eq!(end_of_day.at, Some(at("2026-06-01T15:00")));
    // Forty hours of an office of seven and a half a day.
    check(&calendar, "2026-06-01T07:30", "40h", "2026-06-08T10:00");
}

#[test]
fn hours_tell_their_minutes() {
    let calendar = shipped();
    let due = count(&calendar, "2026-06-05T16:00:30", "4h", ReturnHour::SameHour);
    assert_eq!(
        steps(&due),
        [
            "2026-06-05 1 59 working",
            "2026-06-06 - - rest",
            "2026-06-07 - - rest",
            "2026-06-08 2 181 working"
        ]
    );
    let due = count(&calendar, "2026-04-29T17:30", "1h", ReturnHour::SameHour);
    assert_eq!(
        steps(&due),
        [
            "2026-04-29 - 0 working",
            "2026-04-30 - - Ngày Chiến thắng 30/4",
            "2026-05-01 - - Quốc tế Lao động 1/5",
            "2026-05-02 - - rest",
            "2026-05-03 - - rest",
            "2026-05-04 1 60 working"
        ]
    );
}

#[test]
fn calendar_days_count_every_day_and_end_on_a_working_day() {
    let calendar = shipped();
    check(&calendar, "2026-06-01T09:00", "10cd", "2026-06-11T09:00");
    check(&calendar, "2026-06-04T09:00", "2cd", "2026-06-08T09:00");
    check(&calendar, "2026-02-06T16:00", "10cd", "2026-02-23T16:00");
    check(&calendar, "2026-08-12T16:00", "10cd", "2026-08-22T16:00");
    check(&calendar, "2025-12-30T10:00", "2cd", "2026-01-05T10:00");
    let due = count(&calendar, "2026-04-23T09:00", "2cd", ReturnHour::SameHour);
    assert_eq!(
        steps(&due),
        [
            "2026-04-23 - - receipt",
            "2026-04-24 1 - calendar",
            "2026-04-25 2 - calendar",
            "2026-04-26 - - Giỗ Tổ Hùng Vương",
            "2026-04-27 - - Nghỉ bù Giỗ Tổ Hùng Vương",
            "2026-04-28 - - working"
        ]
    );
}

#[test]
fn every_day_is_explained() {
    let due = count(&shipped(), "2025-12-31T10:00", "2d", ReturnHour::SameHour);
    assert_eq!(
        steps(&due),
        [
            "2025-12-31 - - receipt",
            "2026-01-01 - - Tết Dương lịch",
            "2026-01-02 - - Nghỉ hoán đổi với ngày 10/01/2026",
            "2026-01-03 - - rest",
            "2026-01-04 - - rest",
            "2026-01-05 1 - working",
            "2026-01-06 2 - working"
        ]
    );
    let swapped = count(&shipped(), "2026-01-09T10:00", "1d", ReturnHour::SameHour);
    assert_eq!(
        steps(&swapped),
        ["2026-01-09 - - receipt", "2026-01-10 1 - Làm bù cho ngày 02/01/2026"]
    );
    let estimated = count(&shipped(), "2027-09-01T10:00", "1d", ReturnHour::SameHour);
    assert_eq!(
        steps(&estimated)[1..4],
        ["2027-09-02 - - Quốc khánh?", "2027-09-03 - - Quốc khánh?", "2027-09-04 - - rest"]
    );
}

#[test]
fn beyond_the_official_calendar() {
    let calendar = shipped();
    assert_eq!(calendar.official_until(), Some(day("2026-12-31")));
    let due = count(&calendar, "2026-12-20T10:00", "15d", ReturnHour::SameHour);
    assert_eq!(due.at, Some(at("2027-01-11T10:00")));
    assert_eq!(due.beyond_calendar, Some(day("2026-12-31")));
    let due = count(&calendar, "2026-12-20T10:00", "9d", ReturnHour::SameHour);
    assert_eq!((due.at, due.beyond_calendar), (Some(at("2026-12-31T10:00")), None));
    let later = count(&calendar, "2028-06-01T10:00", "0d", ReturnHour::SameHour);
    assert_eq!(later.beyond_calendar, Some(day("2026-12-31")));
    // New Year's Day of 2028 is a Saturday: Monday is off, though no notice says so yet.
    let due = count(&calendar, "2027-12-31T10:00", "1d", ReturnHour::SameHour);
    assert_eq!(due.at, Some(at("2028-01-04T10:00")));
    assert_eq!(steps(&due)[3], "2028-01-03 - - Nghỉ bù Tết Dương lịch?");

    let bare = Calendar::new(vec![OfficeHours::standard()], Vec::new()).unwrap();
    assert_eq!(bare.official_until(), None);
    let due = count(&bare, "2026-11-23T10:00", "1d", ReturnHour::SameHour);
    assert_eq!(due.at, Some(at("2026-11-24T10:00")));
    assert_eq!(due.beyond_calendar, Some(day("2026-11-23")));
    let due = count(&bare, "2026-11-23T10:00", "0d", ReturnHour::SameHour);
    assert_eq!(due.beyond_calendar, None);
}

/// A book that knows of a year only one swapped day still rests at Tết.
#[test]
fn a_year_that_is_not_whole_is_completed_by_the_law() {
    let swap = SpecialDay {
        date: day("2027-01-02"),
        kind: DayKind::Work,
        name: "Làm bù".to_owned(),
        origin: Origin::Notice,
        source: String::new(),
    };
    let calendar = Calendar::of_office(Vec::new(), vec![swap]).unwrap();
    assert!(calendar.is_working(day("2027-01-02")) && !calendar.is_working(day("2027-02-08")));
    assert!(!calendar.is_official(2027) && calendar.days_of(2027).len() > 10);
}

#[test]
fn the_hours_of_the_season_apply() {
    let shift = |opens, closes| {
        move |week: &mut Week| {
            for sessions in &mut week[..5] {
                *sessions = vec![session(opens, (11, 0)), session((13, 30), closes)];
            }
        }
    };
    // Given out of order on purpose.
    let calendar = with_hours(vec![
        hours("2026-10-16", shift((7, 30), (16, 30))),
        hours("2026-04-16", shift((7, 0), (17, 30))),
    ]);
    check(&calendar, "2026-10-14T17:20", "1d", "2026-10-15T17:20");
    check(&calendar, "2026-10-14T17:20", "2d", "2026-10-16T16:30");
    check(&calendar, "2026-10-14T07:10", "2d", "2026-10-16T07:30");
    check(&calendar, "2026-10-15T16:30", "2h", "2026-10-16T08:30");
    check(&calendar, "2026-10-15T15:01", "0d", "2026-10-16T16:30");
    // Before the first set, the first set.
    check(&calendar, "2025-06-02T17:20", "1d", "2025-06-03T17:20");
}

#[test]
fn no_limit_promises_nothing() {
    let due = count(&shipped(), "2026-11-23T14:20", "none", ReturnHour::SameHour);
    assert_eq!(due, Due { at: None, days: Vec::new(), beyond_calendar: None });
}

#[test]
fn impossible_limits_are_refused() {
    let received = at("2026-11-23T14:20");
    for limit in [
        Limit::WorkingDays(1000),
        Limit::CalendarDays(0),
        Limit::CalendarDays(u32::MAX),
        Limit::WorkingHours(0),
        Limit::WorkingHours(u32::MAX),
    ] {
        let refused = due(&shipped(), received, limit, ReturnHour::SameHour);
        assert_eq!(refused, Err(DueError::LimitOutOfRange(limit)));
    }
    assert!(due(&shipped(), received, Limit::WorkingDays(999), ReturnHour::SameHour).is_ok());
}

#[test]
fn an_endless_closure_is_an_error() {
    let first = day("2026-01-01");
    let days = first
        .iter_days()
        .take(4100)
        .map(|date| SpecialDay {
            date,
            kind: DayKind::Off,
            name: "Nghỉ".to_owned(),
            origin: Origin::Notice,
            source: String::new(),
        })
        .collect();
    let calendar = Calendar::new(vec![OfficeHours::standard()], days).unwrap();
    for limit in ["1d", "1cd", "1h", "0d"] {
        let stuck =
            due(&calendar, at("2026-01-01T09:00"), limit.parse().unwrap(), ReturnHour::SameHour);
        assert!(matches!(stuck, Err(DueError::NoWorkingDay(_))), "{limit}: {stuck:?}");
    }
    let end = OfficeTime::new(NaiveDate::MAX, "09:00:00".parse().unwrap());
    for limit in [Limit::WorkingDays(5), Limit::CalendarDays(5), Limit::WorkingHours(99)] {
        let stuck = due(&calendar, end, limit, ReturnHour::SameHour);
        assert!(matches!(stuck, Err(DueError::NoWorkingDay(_))), "{limit}: {stuck:?}");
    }
}

#[test]
fn a_longest_limit_in_the_shortest_week_still_ends() {
    let hour_a_week = hours("2019-01-01", |week| {
        week.iter_mut().for_each(Vec::clear);
        week[6] = vec![session((8, 0), (9, 0))];
    });
    let calendar = Calendar::new(vec![hour_a_week], Vec::new()).unwrap();
    // 999 Sundays from 07/06/2026.
    check(&calendar, "2026-06-01T09:00", "999h", "2045-07-23T09:00");
    check(&calendar, "2026-06-01T09:00", "999d", "2045-07-23T09:00");
}

#[test]
fn a_calendar_refuses_impossible_hours() {
    let from = day("2019-01-01");
    let refused = |sets: Vec<OfficeHours>| Calendar::new(sets, Vec::new()).unwrap_err();
    let monday = |sessions: Vec<Session>| hours("2019-01-01", |week| week[0] = sessions);

    assert_eq!(refused(vec![]), CalendarError::NoHours);
    let closed = hours("2019-01-01", |week| week.iter_mut().for_each(Vec::clear));
    assert_eq!(refused(vec![closed]), CalendarError::NoOpenWeekday(from));
    assert_eq!(
        refused(vec![OfficeHours::standard(), monday(vec![])]),
        CalendarError::HoursTwice(from)
    );
    let second =
        Session { opens: "07:30:00".parse().unwrap(), closes: "11:30:01".parse().unwrap() };
    for wrong in [session((11, 30), (7, 30)), session((8, 0), (8, 0)), second] {
        assert_eq!(
            refused(vec![monday(vec![wrong])]),
            CalendarError::BadSession { in_force_from: from, weekday: Weekday::Mon }
        );
    }
    let (morning, afternoon) = (session((7, 30), (11, 30)), session((11, 0), (17, 0)));
    for wrong in [vec![morning, afternoon], vec![afternoon, morning], vec![morning, morning]] {
        let wrong = hours("2019-01-01", |week| week[5] = wrong);
        assert_eq!(
            refused(vec![wrong]),
            CalendarError::SessionOrder { in_force_from: from, weekday: Weekday::Sat }
        );
    }
    let touching = monday(vec![session((7, 30), (11, 30)), session((11, 30), (17, 0))]);
    assert!(Calendar::new(vec![touching], Vec::new()).is_ok());
}

#[test]
fn the_shipped_days_make_a_calendar() {
    let days = shipped_calendar().unwrap().days;
    assert_eq!(days.len(), 117);
    let mut twice = days.clone();
    twice.push(days[7].clone());
    assert_eq!(
        Calendar::new(vec![OfficeHours::standard()], twice),
        Err(CalendarError::DayTwice(days[7].date))
    );
}

#[test]
fn office_hours_survive_json() {
    let text = r#"{"in_force_from":"2026-04-16","week":[[{"opens":"07:00","closes":"11:00"}],[],[],[],[],[],[]]}"#;
    let read: OfficeHours = serde_json::from_str(text).unwrap();
    assert_eq!(read.week[0], [session((7, 0), (11, 0))]);
    let again: OfficeHours = serde_json::from_str(&serde_json::to_string(&read).unwrap()).unwrap();
    assert_eq!(again, read);
}

#[test]
fn office_time_is_read_as_officers_and_files_write_it() {
    let expected = at("2026-11-23T14:20:00+07:00");
    for text in [
        "2026-11-23T14:20",
        "2026-11-23T14:20+07:00",
        "2026-11-23T07:20Z",
        "2026-11-23T07:20:00Z",
        "2026-11-23 14:20",
        " 2026-11-23 14:20:00 ",
    ] {
        assert_eq!(OfficeTime::parse(text), Some(expected), "{text}");
    }
    for text in ["", "2026-11-23", "14:20", "2026-02-30T10:00", "2026-11-23T25:00"] {
        assert_eq!(OfficeTime::parse(text), None, "{text}");
    }
    assert_eq!(OfficeTime::from_millis(expected.millis()), Some(expected));
}
