//! What waiting for the applicant does to a promise, and how a promise was kept.

use motcua::domain::deadline::{ReturnHour, due};
use motcua::domain::limit::Limit;
use motcua::domain::status::Status;
use motcua::domain::time::OfficeTime;
use motcua::domain::verdict::{NoExtension, Verdict, judge, may_extend};
use motcua::domain::waiting::{
    Basis, Counting, Running, Wait, WaitKind, asked_twice, due_by, left_of,
};
use proptest::prelude::*;

use super::{at, count, day, shipped};

fn wait(kind: WaitKind, from: &str, until: Option<&str>) -> Wait {
    let until = until.map(at);
    Wait {
        kind,
        from: at(from),
        until,
        reason: "Thiếu giấy".to_owned(),
        back_to: Status::InProgress,
    }
}

/// The dates both ways of a dossier of five days received on Monday 01/06/2026 at 09:00.
fn both(limit: &str, waits: &[Wait]) -> [String; 2] {
    let first = Basis { from: at("2026-06-01T09:00"), limit: limit.parse().unwrap() };
    [Counting::Restart, Counting::Subtract].map(|counting| {
        let due = due_by(counting, &shipped(), first, ReturnHour::SameHour, waits).unwrap();
        due.unwrap().to_string().replace(":00+07:00", "")
    })
}

#[test]
fn papers_begin_anew_and_the_index_takes_the_wait_off() {
    use WaitKind::{Papers, Payment};
    // Asked on Wednesday, the second of five days; complete on Monday.
    let asked = wait(Papers, "2026-06-03T10:00", Some("2026-06-08T15:00"));
    assert_eq!(both("5d", std::slice::from_ref(&asked)), ["2026-06-15T15:00", "2026-06-11T15:00"]);
    // On the day of receipt nothing had been counted: both ways are the same.
    let at_once = wait(Papers, "2026-06-01T10:00", Some("2026-06-02T09:00"));
    assert_eq!(both("5d", &[at_once]), ["2026-06-09T09:00", "2026-06-09T09:00"]);
    // Still waiting: judged by the promise that stood when the question was asked.
    let open = wait(Papers, "2026-06-03T10:00", None);
    assert_eq!(both("5d", &[open]), ["2026-06-08T09:00", "2026-06-08T09:00"]);
    // A payment stops the clock in both ways.
    let payment = wait(Payment, "2026-06-03T10:00", Some("2026-06-10T08:00"));
    assert_eq!(
        both("5d", std::slice::from_ref(&payment)),
        ["2026-06-15T08:00", "2026-06-15T08:00"]
    );
    // Papers, then a payment on the first day after: nothing restarts for the payment.
    let later = wait(Payment, "2026-06-09T10:00", Some("2026-06-16T08:00"));
    assert_eq!(both("5d", &[asked.clone(), later])[0], "2026-06-22T08:00");
    // Whoever asks when the date is over stays late by the index.
    let too_late = wait(Papers, "2026-06-09T10:00", Some("2026-06-12T09:00"));
    assert_eq!(
        both("5d", std::slice::from_ref(&too_late)),
        ["2026-06-19T09:00", "2026-06-08T09:00"]
    );
    assert!(!asked_twice(&[asked.clone(), payment]) && asked_twice(&[asked, too_late]));
}

#[test]
fn what_is_left_of_each_kind_of_limit() {
    let calendar = shipped();
    let left = |limit: &str, moment: &str| {
        let from = at("2026-06-01T09:00");
        let promise = count(&calendar, "2026-06-01T09:00", limit, ReturnHour::SameHour);
        let basis = Basis { from, limit: limit.parse().unwrap() };
        left_of(&calendar, Running { basis, due: &promise }, at(moment)).to_string()
    };
    assert_eq!(left("5d", "2026-06-01T16:00"), "5d");
    assert_eq!(left("5d", "2026-06-03T16:00"), "3d");
    assert_eq!(left("5d", "2026-06-07T16:00"), "1d");
    assert_eq!(left("5d", "2026-06-08T08:00"), "0d");
    assert_eq!(left("5d", "2026-07-08T08:00"), "0d");
    assert_eq!(left("10cd", "2026-06-04T08:00"), "7cd");
    assert_eq!(left("2.5d", "2026-06-02T08:00"), "1.5d");
    assert_eq!(left("2.5d", "2026-06-03T08:00"), "0.5d");
    assert_eq!(left("8h", "2026-06-01T10:30"), "7h");
    assert_eq!(left("8h", "2026-06-01T17:30"), "2h");
    assert_eq!(left("0d", "2026-06-01T10:30"), "0d");
    assert_eq!(left("none", "2026-06-01T10:30"), "none");
}

#[test]
fn a_promise_is_early_on_time_or_late() {
    let due = at("2026-06-08T09:00");
    for (moment, verdict) in [
        ("2026-06-07T23:59", Verdict::Early),
        ("2026-06-08T00:00", Verdict::OnTime),
        ("2026-06-08T09:00", Verdict::OnTime),
        ("2026-06-08T09:01", Verdict::Late),
        ("2026-06-09T08:00", Verdict::Late),
    ] {
        assert_eq!(judge(at(moment), due), verdict, "{moment}");
    }
}

#[test]
fn a_promise_is_put_off_once_and_a_day_before() {
    let (due, until) = (at("2026-06-08T09:00"), at("2026-06-10T09:00"));
    assert_eq!(may_extend(day("2026-06-07"), due, until, 0), Ok(()));
    assert_eq!(may_extend(day("2026-06-07"), due, until, 1), Err(NoExtension::Already));
    let last = Some(day("2026-06-07"));
    for today in ["2026-06-08", "2026-06-20"] {
        assert_eq!(may_extend(day(today), due, until, 0), Err(NoExtension::TooLate { last }));
    }
    let same_day = at("2026-06-08T17:00");
    assert_eq!(may_extend(day("2026-06-01"), due, same_day, 0), Err(NoExtension::NotLater));
}

/// Waits that follow each other, each with hours until it begins and hours it lasts.
fn waits() -> impl Strategy<Value = Vec<(bool, i64, i64)>> {
    prop::collection::vec((any::<bool>(), 0..200_i64, 0..400_i64), 0..4)
}

proptest! {
    /// Taking the wait off never leaves more time than beginning anew, and without any wait both ways
    /// are the promise itself.
    #[test]
    fn the_index_is_never_more_generous(spans in waits(), days in 1..30_u32, hour in 0..24_u32) {
        let calendar = shipped();
        let mut moment = at(&format!("2026-06-01T{hour:02}:15"));
        let first = Basis { from: moment, limit: Limit::WorkingDays(days) };
        let mut waits = Vec::new();
        for (papers, before, length) in spans {
            let from = later(moment, before);
            moment = later(from, length);
            let kind = if papers { WaitKind::Papers } else { WaitKind::Payment };
            let reason = String::new();
            let back_to = Status::InProgress;
            waits.push(Wait { kind, from, until: Some(moment), reason, back_to });
        }
        let by = |way| due_by(way, &calendar, first, ReturnHour::EndOfDay, &waits).unwrap().unwrap();
        let (restart, subtract) = (by(Counting::Restart), by(Counting::Subtract));
        prop_assert!(subtract <= restart, "{subtract} {restart} {waits:#?}");
        if waits.is_empty() {
            let plain = due(&calendar, first.from, first.limit, ReturnHour::EndOfDay).unwrap();
            prop_assert_eq!(Some(restart), plain.at);
            prop_assert_eq!(restart, subtract);
        }
        if let Some(last) = waits.last().filter(|wait| wait.kind == WaitKind::Papers) {
            let until = last.until.unwrap();
            let anew = due(&calendar, until, first.limit, ReturnHour::EndOfDay).unwrap();
            prop_assert_eq!(Some(restart), anew.at);
        }
    }
}

fn later(moment: OfficeTime, hours: i64) -> OfficeTime {
    OfficeTime::from_millis(moment.millis() + hours * 3_600_000).unwrap()
}
