//! What waiting for the applicant does to a promise, and how a promise was kept.

use motcua::domain::deadline::{Due, ReturnHour, due};
use motcua::domain::limit::Limit;
use motcua::domain::status::Status;
use motcua::domain::time::OfficeTime;
use motcua::domain::verdict::{NoExtension, Verdict, judge, may_extend};
use motcua::domain::waiting::{
    Asked, Basis, Running, Wait, WaitKind, asked_too_late, asked_twice, index_due, left_of,
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

/// A promise, and what it counts from and with.
type Promised = (Basis, Due);

fn promised(from: OfficeTime, limit: Limit, hour: ReturnHour) -> Promised {
    (Basis { from, limit }, due(&shipped(), from, limit, hour).unwrap())
}

fn running((basis, due): &Promised) -> Running<'_> {
    Running { basis: *basis, due }
}

/// The promises of a dossier as the desk makes them: one for each wait that began, and the one that
/// holds now; nothing is promised while the office waits.
fn life(
    from: OfficeTime,
    limit: Limit,
    hour: ReturnHour,
    waits: &[Wait],
) -> (Vec<Promised>, Promised) {
    let mut past = Vec::new();
    let mut now = promised(from, limit, hour);
    for wait in waits {
        past.push(now.clone());
        let Some(came) = wait.until else { break };
        let next = match wait.kind {
            WaitKind::Papers => limit,
            WaitKind::Payment => left_of(&shipped(), running(&now), (wait.from, came)),
        };
        now = promised(came, next, hour);
    }
    (past, now)
}

/// What the citizen holds and what the index counts.
fn dates(
    from: OfficeTime,
    limit: Limit,
    hour: ReturnHour,
    waits: &[Wait],
) -> (Option<OfficeTime>, Option<OfficeTime>, bool) {
    let (past, now) = life(from, limit, hour, waits);
    let asked: Vec<Asked<'_>> = waits
        .iter()
        .zip(&past)
        .map(|(wait, past)| Asked { wait, running: running(past) })
        .collect();
    let waits_now = waits.last().is_some_and(|wait| wait.until.is_none());
    let citizen = if waits_now { past.last().unwrap().1.at } else { now.1.at };
    let index = index_due(&shipped(), hour, running(&now), &asked, false);
    (citizen, index, asked_too_late(&asked))
}

/// The dates both ways of a dossier received on Monday 01/06/2026 at 09:00.
fn both(limit: &str, waits: &[Wait]) -> [String; 2] {
    let limit = limit.parse().unwrap();
    let (citizen, index, _) = dates(at("2026-06-01T09:00"), limit, ReturnHour::SameHour, waits);
    [citizen, index].map(|due| due.unwrap().to_string().replace(":00+07:00", ""))
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
    assert!(
        !asked_twice(&[asked.clone(), payment]) && asked_twice(&[asked.clone(), too_late.clone()])
    );
    let too_late = |waits: &[Wait]| {
        dates(at("2026-06-01T09:00"), Limit::WorkingDays(5), ReturnHour::SameHour, waits).2
    };
    assert!(too_late(&[wait(Payment, "2026-06-09T10:00", Some("2026-06-12T09:00"))]));
    assert!(!too_late(&[asked]));
}

#[test]
fn what_is_left_of_each_kind_of_limit() {
    let calendar = shipped();
    let left = |limit: &str, moment: &str| {
        let from = at("2026-06-01T09:00");
        let promise = count(&calendar, "2026-06-01T09:00", limit, ReturnHour::SameHour);
        let basis = Basis { from, limit: limit.parse().unwrap() };
        left_of(&calendar, Running { basis, due: &promise }, (at(moment), at(moment))).to_string()
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
        let mut moment = at(&format!("2026-06-01T{hour:02}:15"));
        let (from, limit, by) = (moment, Limit::WorkingDays(days), ReturnHour::EndOfDay);
        let mut waits = Vec::new();
        for (papers, before, length) in spans {
            let from = later(moment, before);
            moment = later(from, length);
            let kind = if papers { WaitKind::Papers } else { WaitKind::Payment };
            let reason = String::new();
            let back_to = Status::InProgress;
            waits.push(Wait { kind, from, until: Some(moment), reason, back_to });
        }
        let (citizen, index, too_late) = dates(from, limit, by, &waits);
        let (citizen, index) = (citizen.unwrap(), index.unwrap());
        prop_assert!(index <= citizen, "{index} {citizen} {waits:#?}");
        if waits.iter().all(|wait| wait.kind == WaitKind::Payment) && !too_late {
            prop_assert_eq!(citizen, index);
        }
        if let Some(last) = waits.last().filter(|wait| wait.kind == WaitKind::Papers) {
            let anew = due(&shipped(), last.until.unwrap(), limit, by).unwrap();
            prop_assert_eq!(Some(citizen), anew.at);
        }
    }
}

/// An agreed date moves by the time that was left until it; one that was over leaves the same day.
#[test]
fn an_agreed_date_outlives_a_payment() {
    let agreed = |moment: &str| Limit::Agreed(Some(at(moment)));
    let promise =
        promised(at("2026-06-01T09:00"), agreed("2026-06-05T09:00"), ReturnHour::SameHour);
    let left = |asked, came| left_of(&shipped(), running(&promise), (at(asked), at(came)));
    assert_eq!(left("2026-06-03T09:00", "2026-06-08T09:00"), agreed("2026-06-10T09:00"));
    assert_eq!(left("2026-06-03T09:00", "2026-06-03T09:00"), agreed("2026-06-05T09:00"));
    assert_eq!(left("2026-06-08T09:00", "2026-06-09T09:00"), Limit::SameDay);
}

fn later(moment: OfficeTime, hours: i64) -> OfficeTime {
    OfficeTime::from_millis(moment.millis() + hours * 3_600_000).unwrap()
}
