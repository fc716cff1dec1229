//! What became of an invented dossier until now: most were on time and are gone, as at a good desk.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use fastrand::Rng;

use super::Rules;
use crate::domain::deadline::Due;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::store::Standing;

/// Of a hundred dossiers, how many are finished late.
const LATE: u32 = 4;

/// One dossier of so many is forgotten in a drawer.
const FORGOTTEN: u32 = 6_000;

/// One of so many is withdrawn.
const WITHDRAWN: u32 = 150;

/// One result of so many is never collected.
const UNCOLLECTED: u32 = 3_000;

/// Where a dossier stands `now`.
pub(super) fn standing(
    rng: &mut Rng,
    rules: &Rules,
    received: OfficeTime,
    due: &Due,
    now: OfficeTime,
) -> Standing {
    let ended = |status, finished_at, at| Standing { status, finished_at, ended_at: Some(at) };
    let promised = due.at.unwrap_or_else(|| after(rng, rules, received, 5, 10));
    if rng.u32(..WITHDRAWN) == 0 {
        let at = after(rng, rules, received, 0, 1).min(promised);
        if at <= now {
            return ended(Status::Withdrawn, None, at);
        }
    }
    let finished = if rng.u32(..100) < LATE {
        after(rng, rules, promised, 1, 4)
    } else {
        in_time(rng, rules, received, due, promised)
    };
    if finished > now || rng.u32(..FORGOTTEN) == 0 {
        return Standing { status: open(rng, received, now), finished_at: None, ended_at: None };
    }
    let longest = match rng.u32(..100) {
        0..60 => 1,
        60..97 => 4,
        _ => 30,
    };
    let collected = after(rng, rules, finished, 0, longest);
    if collected > now || rng.u32(..UNCOLLECTED) == 0 {
        return Standing { status: Status::Finished, finished_at: Some(finished), ended_at: None };
    }
    ended(Status::Returned, Some(finished), collected)
}

/// How a dossier is open: the youngest still lie at the desk.
fn open(rng: &mut Rng, received: OfficeTime, now: OfficeTime) -> Status {
    let young = received.date() == now.date();
    match rng.u32(..20) {
        0 if !young => Status::AwaitingPapers,
        1..16 if !young => Status::InProgress,
        _ => Status::Received,
    }
}

/// A moment in the later half of the time until the promise.
fn in_time(
    rng: &mut Rng,
    rules: &Rules,
    received: OfficeTime,
    due: &Due,
    promised: OfficeTime,
) -> OfficeTime {
    let last = due.days.len();
    let place = rng.usize(last / 2..=last);
    let day = due.days.get(place).map(|day| day.date).filter(|day| rules.is_working(*day));
    let at = at_work(rng, day.unwrap_or(promised.date()));
    at.min(promised).max(received)
}

/// An office hour, `least` to `most` working days after `from`.
pub(super) fn after(
    rng: &mut Rng,
    rules: &Rules,
    from: OfficeTime,
    least: u32,
    most: u32,
) -> OfficeTime {
    let mut day = from.date();
    for _ in 0..rng.u32(least..=most) {
        day = day + Days::new(1);
        while !rules.is_working(day) {
            day = day + Days::new(1);
        }
    }
    at_work(rng, day).max(from)
}

/// Some minute of a day's office hours.
fn at_work(rng: &mut Rng, day: NaiveDate) -> OfficeTime {
    let minute = rng.u32(..420);
    let (opening, minute) = if minute < 210 { (8, minute) } else { (13, minute - 180) };
    let opening = NaiveTime::from_hms_opt(opening, 0, 0).unwrap_or_default();
    OfficeTime::new(day, opening + TimeDelta::minutes(i64::from(minute)))
}
