//! What holds of every due date, whatever the calendar, the receipt and the limit.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use motcua::domain::calendar::{Calendar, DayKind, OfficeHours, Origin, Session, SpecialDay, Week};
use motcua::domain::deadline::{DayReason, Due, ReturnHour, due};
use motcua::domain::limit::Limit;
use motcua::domain::time::OfficeTime;
use proptest::prelude::*;

/// The day `offset` days after 01/06/2025.
fn day(offset: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 6, 1).unwrap() + TimeDelta::days(offset)
}

/// Up to two sessions of whole minutes, anywhere in the day.
fn sessions() -> impl Strategy<Value = Vec<Session>> {
    prop::collection::btree_set(0..1440_u32, 0..=4).prop_map(|minutes: BTreeSet<u32>| {
        let minutes: Vec<u32> = minutes.into_iter().collect();
        let clock = |minute: u32| (minute / 60, minute % 60);
        minutes
            .chunks_exact(2)
            .map(|pair| Session::between(clock(pair[0]), clock(pair[1])).unwrap())
            .collect()
    })
}

/// Five chances in six of the usual hours on weekdays, so that ordinary weeks are common.
fn week() -> impl Strategy<Value = Week> {
    let usual = OfficeHours::standard().week;
    let days = usual.map(|day| prop_oneof![5 => Just(day), 1 => sessions()]);
    days.prop_filter("some weekday is open", |week: &Week| week.iter().any(|day| !day.is_empty()))
}

/// One to three seasons with special days around them, two years and a half in all.
pub(super) fn calendar() -> impl Strategy<Value = Calendar> {
    let seasons = prop::collection::btree_map(0..700_i64, week(), 1..=3);
    let days = prop::collection::btree_map(0..900_i64, any::<(bool, bool)>(), 0..80);
    (seasons, days).prop_map(|(seasons, days): (BTreeMap<_, _>, BTreeMap<_, _>)| {
        let hours = seasons
            .into_iter()
            .map(|(offset, week)| OfficeHours::of_week(day(offset), week))
            .collect();
        let days = days
            .into_iter()
            .map(|(offset, (off, official))| SpecialDay {
                date: day(offset),
                kind: if off { DayKind::Off } else { DayKind::Work },
                name: format!("ngày {offset}"),
                origin: if official { Origin::Notice } else { Origin::Estimate },
                source: String::new(),
            })
            .collect();
        Calendar::new(hours, days).unwrap()
    })
}

pub(super) fn received() -> impl Strategy<Value = OfficeTime> {
    (0..700_i64, 0..86_400_u32).prop_map(|(offset, second)| {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap();
        OfficeTime::new(day(offset), time)
    })
}

pub(super) fn limit() -> impl Strategy<Value = Limit> {
    prop_oneof![
        (1..60_u32).prop_map(Limit::WorkingDays),
        (1..60_u32).prop_map(Limit::CalendarDays),
        (1..60_u32).prop_map(Limit::WorkingHours),
        (0..60_u32).prop_map(|days| Limit::HalfDays(2 * days + 1)),
        Just(Limit::SameDay),
    ]
}

fn hour() -> impl Strategy<Value = ReturnHour> {
    prop_oneof![
        Just(ReturnHour::SameHour),
        Just(ReturnHour::EndOfSession),
        Just(ReturnHour::EndOfDay),
    ]
}

fn longer(limit: Limit) -> Limit {
    match limit {
        Limit::WorkingDays(days) => Limit::WorkingDays(days + 1),
        Limit::CalendarDays(days) => Limit::CalendarDays(days + 1),
        Limit::WorkingHours(hours) => Limit::WorkingHours(hours + 1),
        Limit::HalfDays(halves) => Limit::HalfDays(halves + 1),
        Limit::SameDay | Limit::Agreed(_) | Limit::None => limit,
    }
}

/// The moment of a promise that must exist.
fn at(due: &Due) -> OfficeTime {
    due.at.unwrap()
}

proptest! {
    #[test]
    fn a_promise_lies_inside_office_hours(
        calendar in calendar(), received in received(), limit in limit(), hour in hour(),
    ) {
        let due = due(&calendar, received, limit, hour).unwrap();
        let moment = at(&due);
        prop_assert!(moment >= received, "{due:#?}");
        let inside = |session: &Session| {
            session.opens <= moment.time() && moment.time() <= session.closes
        };
        prop_assert!(calendar.sessions(moment.date()).iter().any(inside), "{due:#?}");
    }

    #[test]
    fn days_are_consecutive_from_receipt_to_promise(
        calendar in calendar(), received in received(), limit in limit(), hour in hour(),
    ) {
        let due = due(&calendar, received, limit, hour).unwrap();
        let expected = received.date().iter_days().take(due.days.len());
        prop_assert!(due.days.iter().map(|step| step.date).eq(expected), "{due:#?}");
        prop_assert_eq!(due.days.last().map(|step| step.date), due.at.map(OfficeTime::date));
    }

    #[test]
    fn exactly_the_working_days_are_counted(
        calendar in calendar(), received in received(), count in 1..60_u32, hour in hour(),
    ) {
        let due = due(&calendar, received, Limit::WorkingDays(count), hour).unwrap();
        prop_assert_eq!(&due.days[0].reason, &DayReason::Receipt);
        prop_assert_eq!(due.days[0].counted, None);
        for step in &due.days[1..] {
            prop_assert_eq!(step.counted.is_some(), calendar.is_working(step.date), "{:?}", step);
        }
        let places = due.days.iter().filter_map(|step| step.counted);
        prop_assert!(places.eq(1..=count), "{due:#?}");
        prop_assert_eq!(due.days.last().and_then(|step| step.counted), Some(count));
    }

    #[test]
    fn calendar_days_run_through_and_end_on_the_next_working_day(
        calendar in calendar(), received in received(), count in 1..60_u32, hour in hour(),
    ) {
        let due = due(&calendar, received, Limit::CalendarDays(count), hour).unwrap();
        let counted = due.days[1..].iter().map_while(|step| step.counted);
        prop_assert!(counted.eq(1..=count), "{due:#?}");
        let end = received.date() + TimeDelta::days(i64::from(count));
        let working = end.iter_days().find(|date| calendar.is_working(*date));
        prop_assert_eq!(due.at.map(OfficeTime::date), working);
    }

    #[test]
    fn minutes_add_up_to_the_hours(
        calendar in calendar(), received in received(), hours in 1..60_u32,
    ) {
        let due = due(&calendar, received, Limit::WorkingHours(hours), ReturnHour::SameHour).unwrap();
        let minutes: u32 = due.days.iter().filter_map(|step| step.minutes).sum();
        prop_assert_eq!(minutes, hours * 60);
        for step in &due.days {
            prop_assert_eq!(step.minutes.is_some(), calendar.is_working(step.date), "{:?}", step);
            prop_assert_eq!(step.counted.is_some(), step.minutes > Some(0), "{:?}", step);
        }
    }

    #[test]
    fn one_more_day_off_never_makes_it_earlier(
        calendar in calendar(), received in received(), limit in limit(), hour in hour(),
        offset in 0..150_i64,
    ) {
        let before = due(&calendar, received, limit, hour).unwrap();
        let date = received.date() + TimeDelta::days(offset);
        prop_assume!(calendar.special_day(date).is_none());
        let mut days = calendar.days().to_vec();
        days.push(SpecialDay { date, kind: DayKind::Off, name: String::new(), origin: Origin::Notice, source: String::new() });
        let closed = Calendar::new(calendar.hours().to_vec(), days).unwrap();
        let after = due(&closed, received, limit, hour).unwrap();
        prop_assert!(at(&after) >= at(&before), "{date}: {before:#?} {after:#?}");
    }

    #[test]
    fn a_longer_limit_is_never_earlier(
        calendar in calendar(), received in received(), limit in limit(), hour in hour(),
    ) {
        let short = due(&calendar, received, limit, hour).unwrap();
        let long = due(&calendar, received, longer(limit), hour).unwrap();
        prop_assert!(at(&long) >= at(&short), "{short:#?} {long:#?}");
    }

    /// The date never goes back. The moment may, when the hour of receipt is kept and both end on
    /// the same day (see the next test), but not in the cases named here.
    #[test]
    fn a_later_receipt_is_never_due_on_an_earlier_day(
        calendar in calendar(), first in received(), limit in limit(), hour in hour(),
        days in 0..5_i64, second in 0..86_400_u32,
    ) {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap();
        let other = OfficeTime::new(first.date() + TimeDelta::days(days), time);
        let (early, late) = (first.min(other), first.max(other));
        let early_due = at(&due(&calendar, early, limit, hour).unwrap());
        let late_due = at(&due(&calendar, late, limit, hour).unwrap());
        prop_assert!(late_due.date() >= early_due.date(), "{early_due} {late_due}");
        let same_day = early.date() == late.date();
        let moment_too = match limit {
            Limit::WorkingDays(_) => same_day || calendar.is_working(late.date()),
            Limit::CalendarDays(_) => same_day,
            Limit::WorkingHours(_) | Limit::SameDay | Limit::None => true,
            Limit::HalfDays(_) | Limit::Agreed(_) => false,
        };
        if moment_too || hour == ReturnHour::EndOfDay {
            prop_assert!(late_due >= early_due, "{early_due} {late_due}");
        }
    }

    /// A half day more is never less than the whole days before it, and never more than one more.
    #[test]
    fn a_half_day_lies_between_whole_ones(
        calendar in calendar(), received in received(), days in 1..60_u32, hour in hour(),
    ) {
        let moment = |limit| at(&due(&calendar, received, limit, hour).unwrap());
        let half = moment(Limit::HalfDays(2 * days + 1));
        prop_assert!(moment(Limit::WorkingDays(days)) <= half);
        prop_assert!(half <= moment(Limit::WorkingDays(days + 1)));
    }

    #[test]
    fn an_agreed_moment_is_kept_or_refused(
        calendar in calendar(), received in received(), agreed in received(),
    ) {
        let inside = |session: &Session| {
            session.opens <= agreed.time() && agreed.time() <= session.closes
        };
        let open = calendar.sessions(agreed.date()).iter().any(inside);
        let answer = due(&calendar, received, Limit::Agreed(Some(agreed)), ReturnHour::SameHour);
        match answer {
            Ok(due) => {
                prop_assert!(open && agreed >= received);
                prop_assert_eq!(at(&due), agreed);
                let dates = received.date().iter_days().take(due.days.len());
                prop_assert!(due.days.iter().map(|step| step.date).eq(dates));
            }
            Err(_) => prop_assert!(!open || agreed < received),
        }
    }

    /// What some working time leads to is that much working time away.
    #[test]
    fn working_time_is_measured_as_it_is_spent(
        calendar in calendar(), received in received(), minutes in 0..6000_u32,
    ) {
        let from = received.to_minute();
        let end = calendar.after_working_minutes(from, minutes).unwrap();
        prop_assert_eq!(calendar.working_minutes(from, end), minutes);
    }

    #[test]
    fn the_policies_of_the_hour_keep_the_day_and_their_order(
        calendar in calendar(), received in received(), limit in limit(),
    ) {
        let moment = |hour| at(&due(&calendar, received, limit, hour).unwrap());
        let same = moment(ReturnHour::SameHour);
        let session = moment(ReturnHour::EndOfSession);
        let closing = moment(ReturnHour::EndOfDay);
        prop_assert!(same <= session && session <= closing);
        // A half day follows the moment that the whole days lead to.
        if !matches!(limit, Limit::HalfDays(_)) {
            prop_assert_eq!(same.date(), closing.date());
        }
    }

    #[test]
    fn what_was_stored_is_read_back(
        calendar in calendar(), received in received(), limit in limit(), hour in hour(),
    ) {
        let due = due(&calendar, received, limit, hour).unwrap();
        let stored = serde_json::to_string(&due).unwrap();
        prop_assert_eq!(serde_json::from_str::<Due>(&stored).unwrap(), due);
    }
}

#[test]
fn with_the_hour_kept_a_receipt_on_a_day_off_can_be_due_earlier_in_the_day() {
    let calendar = super::shipped();
    super::check(&calendar, "2026-06-05T16:00", "1d", "2026-06-08T16:00");
    super::check(&calendar, "2026-06-06T08:00", "1d", "2026-06-08T08:00");
    super::check(&calendar, "2026-06-04T16:00", "2cd", "2026-06-08T16:00");
    super::check(&calendar, "2026-06-05T08:00", "2cd", "2026-06-08T08:00");
}

#[test]
fn the_stored_form_is_the_documented_one() {
    let due = super::count(&super::shipped(), "2026-11-23T14:20", "1d", ReturnHour::SameHour);
    assert_eq!(
        serde_json::to_value(&due).unwrap(),
        serde_json::json!({
            "at": "2026-11-25T14:20:00+07:00",
            "days": [
                { "date": "2026-11-23", "reason": "receipt" },
                {
                    "date": "2026-11-24",
                    "reason": "day_off",
                    "name": "Ngày Văn hóa Việt Nam",
                    "official": true
                },
                { "date": "2026-11-25", "counted": 1, "reason": "working" }
            ]
        })
    );
}
