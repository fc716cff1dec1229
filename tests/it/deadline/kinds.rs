//! Half days, agreed moments, seasons, closures and days that only receive.

use motcua::domain::calendar::{
    Calendar, DayKind, MonthDay, OfficeHours, Origin, Season, SpecialDay,
};
use motcua::domain::deadline::{DueError, ReturnHour, due};
use motcua::domain::limit::Limit;

use super::{at, check, count, day, hours, session, shipped, steps, with_hours};

/// The shipped calendar with a day closed by the office between two hours.
fn closed(date: &str, from: (u32, u32), until: (u32, u32)) -> Calendar {
    let mut days = shipped().days().to_vec();
    days.push(SpecialDay {
        date: day(date),
        kind: DayKind::Closed(session(from, until)),
        name: "Nghỉ bão".to_owned(),
        origin: Origin::Office,
        source: String::new(),
    });
    Calendar::new(vec![OfficeHours::standard()], days).unwrap()
}

#[test]
fn half_days_end_with_a_session() {
    let calendar = shipped();
    check(&calendar, "2026-06-01T10:00", "0.5d", "2026-06-01T17:00");
    check(&calendar, "2026-06-01T15:00", "0.5d", "2026-06-02T11:30");
    check(&calendar, "2026-06-01T07:00", "0.5d", "2026-06-01T11:30");
    check(&calendar, "2026-06-01T12:00", "0.5d", "2026-06-01T17:00");
    check(&calendar, "2026-06-01T10:00", "2.5d", "2026-06-03T17:00");
    check(&calendar, "2026-06-01T15:00", "2.5d", "2026-06-04T11:30");
    check(&calendar, "2026-06-05T15:00", "0,5d", "2026-06-08T11:30");
    let half = count(&calendar, "2026-06-05T15:00", "1.5d", ReturnHour::SameHour);
    assert_eq!(half.at, Some(at("2026-06-09T11:30")));
    assert!(half.days.last().unwrap().half && half.days[3].counted == Some(1));
    // On a Saturday of one session a half day could take longer than a whole one.
    let mornings = super::saturday_morning();
    check(&mornings, "2026-06-05T10:00", "1.5d", "2026-06-08T10:00");
}

#[test]
fn an_agreed_moment_must_lie_in_office_hours() {
    let calendar = shipped();
    check(&calendar, "2026-11-23T10:00", "agreed:2026-12-04T09:30", "2026-12-04T09:30");
    let ask = |limit| due(&calendar, at("2026-11-23T10:00"), limit, ReturnHour::SameHour);
    assert_eq!(ask(Limit::Agreed(None)), Err(DueError::NotAgreed));
    for impossible in ["2026-11-24T09:00", "2026-12-04T12:00", "2026-11-20T09:00"] {
        let moment = at(impossible);
        assert_eq!(ask(Limit::Agreed(Some(moment))), Err(DueError::AgreedOutside(moment)));
    }
}

#[test]
fn short_forms_are_read_back() {
    for text in ["0.5d", "2.5d", "998.5d", "agreed", "agreed:2026-12-05T10:00", "0d", "5d", "none"]
    {
        assert_eq!(text.parse::<Limit>().unwrap().to_string(), text);
    }
    for text in [".5d", "-1.5d", "999.5d", "2.25d", "agreed:", "agreed:hôm nay", "0.5cd", "0.5h"] {
        assert!(text.parse::<Limit>().is_err(), "{text}");
    }
}

/// Summer hours come back every year without being typed again.
#[test]
fn a_season_comes_back_every_year() {
    let summer = |until| Season {
        name: "Mùa hè".to_owned(),
        from: MonthDay { month: 4, day: 16 },
        until,
        week: hours("2019-01-01", |week| {
            for sessions in &mut week[..5] {
                *sessions = vec![session((7, 0), (11, 0)), session((14, 0), (17, 30))];
            }
        })
        .week,
    };
    let mut set = OfficeHours::standard();
    set.seasons = vec![summer(MonthDay { month: 10, day: 15 })];
    let calendar = with_hours(vec![set.clone()]);
    for year in 2026..2030 {
        let date = |rest: &str| day(&format!("{year}-{rest}"));
        let first = |rest| calendar.sessions(date(rest)).first().map(|s| s.opens.to_string());
        assert_ne!(first("10-16"), Some("07:00:00".to_owned()), "{year}");
        let open = date("06-10").iter_days().find(|date| calendar.is_working(*date)).unwrap();
        assert_eq!(calendar.sessions(open), [session((7, 0), (11, 0)), session((14, 0), (17, 30))]);
    }
    check(&calendar, "2026-04-15T17:00", "1d", "2026-04-16T17:00");
    check(&calendar, "2026-04-15T17:00", "1h", "2026-04-16T08:00");
    // A season may go over New Year.
    set.seasons = vec![summer(MonthDay { month: 2, day: 1 })];
    let calendar = with_hours(vec![set.clone()]);
    assert_eq!(calendar.sessions(day("2027-01-15"))[0], session((7, 0), (11, 0)));
    assert_eq!(calendar.sessions(day("2027-02-02"))[0], session((7, 30), (11, 30)));
    set.seasons[0].from.day = 31;
    assert!(Calendar::new(vec![set], Vec::new()).is_err(), "31 April");
}

#[test]
fn a_closed_afternoon_leaves_a_working_day() {
    let calendar = closed("2026-06-03", (13, 0), (17, 30));
    assert_eq!(calendar.sessions(day("2026-06-03")), [session((7, 30), (11, 30))]);
    // The day counts, its hours do not; what would be handed over in the afternoon is ready before.
    check(&calendar, "2026-06-01T15:00", "2d", "2026-06-03T11:30");
    check(&calendar, "2026-06-03T10:30", "2h", "2026-06-04T08:30");
    check(&calendar, "2026-06-03T10:30", "0d", "2026-06-03T11:30");
    let due = count(&calendar, "2026-06-02T09:00", "1d", ReturnHour::SameHour);
    assert_eq!(steps(&due), ["2026-06-02 - - receipt", "2026-06-03 1 - Nghỉ bão"]);
    // An hour in the middle leaves two pieces.
    let calendar = closed("2026-06-03", (9, 0), (10, 0));
    assert_eq!(
        calendar.sessions(day("2026-06-03"))[..2],
        [session((7, 30), (9, 0)), session((10, 0), (11, 30))]
    );
    // A whole day is a day off.
    let calendar = closed("2026-06-03", (7, 0), (17, 30));
    check(&calendar, "2026-06-01T15:00", "2d", "2026-06-04T15:00");
    let due = count(&calendar, "2026-06-02T09:00", "1d", ReturnHour::SameHour);
    assert_eq!(steps(&due)[1], "2026-06-03 - - Nghỉ bão");
}

#[test]
fn a_saturday_that_only_receives_counts_nothing() {
    let mut set = OfficeHours::standard();
    set.reception[5] = vec![session((7, 30), (11, 30))];
    let calendar = with_hours(vec![set]);
    let saturday = day("2026-06-06");
    assert!(!calendar.is_working(saturday));
    assert!(calendar.is_open(saturday, "08:00:00".parse().unwrap()));
    assert!(!calendar.is_open(saturday, "14:00:00".parse().unwrap()));
    check(&calendar, "2026-06-05T10:00", "1d", "2026-06-08T10:00");
    check(&calendar, "2026-06-06T10:00", "1d", "2026-06-08T10:00");
    check(&calendar, "2026-06-06T10:00", "0d", "2026-06-08T17:00");
    check(&calendar, "2026-06-06T10:00", "1h", "2026-06-08T08:30");
    let due = count(&calendar, "2026-06-05T10:00", "1d", ReturnHour::SameHour);
    assert_eq!(steps(&due)[1..3], ["2026-06-06 - - reception", "2026-06-07 - - rest"]);
    // Worked by swap, it is a working day like any other.
    assert!(calendar.is_working(day("2026-08-22")));
}
