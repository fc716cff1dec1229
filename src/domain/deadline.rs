//! The one due-date function: the promised moment, and every day passed with its reason.

use chrono::{NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::calendar::{Calendar, DayKind, LONGEST_CLOSURE, Session};
use super::limit::{LONGEST, Limit};
use super::time::OfficeTime;

/// At what hour of the due day the result is promised; always inside office hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum ReturnHour {
    /// The hour of receipt, moved into office hours.
    #[default]
    SameHour,
    /// The end of the session (morning or afternoon) that holds that hour.
    EndOfSession,
    /// Closing time.
    EndOfDay,
}

/// Why a day was counted or skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum DayReason {
    /// The day of receipt, which is not counted (Civil Code, art. 147); a same-day limit may end
    /// on it.
    Receipt,
    /// An ordinary working day.
    Working,
    /// A working day because of a swap; the calendar's words, "Làm bù cho ngày …".
    SwappedIn {
        /// The calendar's words.
        name: String,
    },
    /// A day without office hours: Saturday, Sunday.
    WeeklyRest,
    /// A working day of which a part is closed; the calendar's words, "Nghỉ bão".
    Shortened {
        /// The calendar's words.
        name: String,
    },
    /// Weekly rest on which the desk receives dossiers: no working day.
    ReceptionOnly,
    /// A day off by law or notice; the calendar's words.
    DayOff {
        /// The calendar's words.
        name: String,
        /// Whether the day rests on an official notice, not on an estimate.
        official: bool,
    },
    /// A calendar day, counted whatever it is.
    CalendarDay,
}

/// One day between receipt and promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayStep {
    /// The day.
    pub date: NaiveDate,
    /// Its place in the count, 1 for the first; `None` when it was passed over. With limits in
    /// hours, the days on which at least a minute was spent are counted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub counted: Option<u32>,
    /// Whether a half day was counted on it, besides its place in the count if it has one.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub half: bool,
    /// Working minutes spent on this day, for limits in hours: 0 on a working day when receipt
    /// came after closing, `None` on a day off. They add up to the limit.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub minutes: Option<u32>,
    /// Why.
    #[serde(flatten)]
    pub reason: DayReason,
}

/// A promise: the moment and how it was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The promised moment, inside office hours; `None` when the procedure sets no limit.
    pub at: Option<OfficeTime>,
    /// Every day from receipt to promise, both included, in order and without a gap; empty when
    /// the procedure sets no limit.
    pub days: Vec<DayStep>,
    /// Set when the promise lies beyond the last day for which days off rest on official notices: that
    /// day, or the day of receipt where no year of the calendar is official. What was skipped after
    /// it are estimates by law.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub beyond_calendar: Option<NaiveDate>,
}

/// Why no due date can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DueError {
    /// The calendar shows no working day for years after this day, or the days of the calendar
    /// end.
    #[error("no working day after {0}")]
    NoWorkingDay(NaiveDate),
    /// A limit of no length, or longer than [`LONGEST`].
    #[error("no time limit: {0}")]
    LimitOutOfRange(Limit),
    /// A moment is to be agreed, and none was.
    #[error("nothing was agreed")]
    NotAgreed,
    /// The agreed moment lies before the receipt, or outside office hours.
    #[error("no result can be handed over at the agreed moment {0}")]
    AgreedOutside(OfficeTime),
}

/// The promised moment for a dossier received complete at `received`, and how it is reached.
///
/// This is the only place where a due date is counted: the preview, the slip, the register and
/// the reports all show its answer. It reads no clock and is a pure function of its arguments.
///
/// **Working days** (Civil Code art. 147). The day of receipt is never counted, be it a working
/// day, a day off, or after closing. The working days that follow are 1, 2, … *n*; day *n* is
/// due. A Saturday worked by swap counts like any other.
///
/// **Calendar days** (Civil Code art. 147–148). The day of receipt is not counted; every day
/// after it is, whatever it is. An end on a day off moves to the next working day; the days of
/// that move are listed with their reason and not counted.
///
/// **The hour of both** follows from the office's policy `hour` and the sessions of the due day,
/// so the promise never lies outside office hours (their closing moment is inside).
/// [`ReturnHour::SameHour`] keeps the hour of receipt (what citizens expect: Monday 10:00 and two
/// days is Wednesday 10:00): before opening it becomes the opening, in the midday break the
/// opening of the afternoon, after closing the closing. [`ReturnHour::EndOfSession`] is the end
/// of the session that holds this hour, [`ReturnHour::EndOfDay`] the closing of the due day.
///
/// **Half days.** The whole days are counted as above; the half is the next morning or afternoon that
/// opens at that moment or later (at the receipt, for half a day), and is due when it closes, but never
/// later than a whole day more would be.
///
/// **Working hours** are counted from the moment of receipt (the clock starts at the moment on
/// the slip, Decree 118/2025/NĐ-CP art. 17.3 as amended by Decree 309/2026/NĐ-CP) and run only
/// inside sessions; receipt outside them starts at the next session. Hours used up exactly at the
/// end of a session are due at that moment. `hour` does not matter. There is no "8 hours are a day": days and hours never mix.
///
/// **Same day** (Decree 23/2015/NĐ-CP art. 7; Law on Civil Status art. 5.3). Received on a
/// working day at or before 15:00:00, due at closing that day; received later, after an earlier
/// closing, or on a day off, due at closing of the next working day. `hour` does not matter.
/// Zero working days mean the same, as their short form `0d` does.
///
/// **By agreement.** The agreed moment itself, when it lies inside office hours and not before the
/// receipt.
///
/// **No limit** promises nothing.
///
/// A later receipt never gets an earlier due *date*. The moment can be earlier when the hour of
/// receipt is kept and both receipts lead to the same day: received on Friday 16:00 is Monday
/// 16:00, received on Saturday 08:00 is Monday 08:00. The moment is never earlier between two
/// receipts on the same day, in working days when the later receipt falls on a working day, and
/// always in working hours, for same day and with [`ReturnHour::EndOfDay`].
///
/// # Errors
///
/// [`DueError::LimitOutOfRange`] for zero calendar days or hours and for more than [`LONGEST`];
/// [`DueError::NotAgreed`] and [`DueError::AgreedOutside`] where the moment is to be agreed;
/// [`DueError::NoWorkingDay`] when 4000 days follow each other without a working day.
pub fn due(
    calendar: &Calendar,
    received: OfficeTime,
    limit: Limit,
    hour: ReturnHour,
) -> Result<Due, DueError> {
    if let Limit::CalendarDays(0) | Limit::WorkingHours(0) | Limit::HalfDays(0) = limit {
        return Err(DueError::LimitOutOfRange(limit));
    }
    let (at, days) = match limit {
        Limit::None => return Ok(Due { at: None, days: Vec::new(), beyond_calendar: None }),
        Limit::SameDay | Limit::WorkingDays(0) => same_day(calendar, received)?,
        Limit::WorkingDays(count) if count <= LONGEST => {
            let (date, days) = working_days(calendar, received.date(), count)?;
            (promise(calendar, date, received.time(), hour)?, days)
        }
        Limit::CalendarDays(count) if count <= LONGEST => {
            let (date, days) = calendar_days(calendar, received.date(), count)?;
            (promise(calendar, date, received.time(), hour)?, days)
        }
        Limit::WorkingHours(count) if count <= LONGEST => working_hours(calendar, received, count)?,
        Limit::HalfDays(halves) if halves / 2 < LONGEST => {
            half_days(calendar, received, halves, hour)?
        }
        Limit::Agreed(at) => agreed(calendar, received, at.ok_or(DueError::NotAgreed)?)?,
        Limit::WorkingDays(_)
        | Limit::CalendarDays(_)
        | Limit::WorkingHours(_)
        | Limit::HalfDays(_) => {
            return Err(DueError::LimitOutOfRange(limit));
        }
    };
    let known_until = calendar.official_until().unwrap_or(received.date());
    let beyond_calendar = (at.date() > known_until).then_some(known_until);
    Ok(Due { at: Some(at), days, beyond_calendar })
}

/// The `count`-th working day after `received`, with the days on the way.
fn working_days(
    calendar: &Calendar,
    received: NaiveDate,
    count: u32,
) -> Result<(NaiveDate, Vec<DayStep>), DueError> {
    let mut days = vec![passed(received, DayReason::Receipt)];
    let mut date = received;
    for place in 1..=count {
        date = next_working_day(calendar, date, &mut days)?;
        days.push(DayStep { counted: Some(place), ..passed(date, reason(calendar, date)) });
    }
    Ok((date, days))
}

/// The `count`-th day after `received`, or the next working day after a day off.
fn calendar_days(
    calendar: &Calendar,
    received: NaiveDate,
    count: u32,
) -> Result<(NaiveDate, Vec<DayStep>), DueError> {
    let mut days = vec![passed(received, DayReason::Receipt)];
    let mut end = received;
    for place in 1..=count {
        end = end.succ_opt().ok_or(DueError::NoWorkingDay(end))?;
        days.push(DayStep { counted: Some(place), ..passed(end, DayReason::CalendarDay) });
    }
    if calendar.is_working(end) {
        return Ok((end, days));
    }
    let date = next_working_day(calendar, end, &mut days)?;
    days.push(passed(date, reason(calendar, date)));
    Ok((date, days))
}

/// The whole days of `halves`, and a half day more.
fn half_days(
    calendar: &Calendar,
    received: OfficeTime,
    halves: u32,
    hour: ReturnHour,
) -> Result<(OfficeTime, Vec<DayStep>), DueError> {
    let (date, mut days) = working_days(calendar, received.date(), halves / 2)?;
    // The whole of a day off has passed when its dossier counts: none of its hours may win a half day.
    let on_day_off = !calendar.is_working(received.date());
    let whole = match halves / 2 {
        0 => received,
        _ if on_day_off && halves % 2 == 1 => {
            promise(calendar, date, received.time(), ReturnHour::EndOfDay)?
        }
        _ => promise(calendar, date, received.time(), hour)?,
    };
    if halves.is_multiple_of(2) {
        return Ok((whole, days));
    }
    // A half is a morning or an afternoon, whatever a closure leaves of it.
    let next = |date, after: NaiveTime| {
        let open = calendar.halves(date).filter(|(half, _)| half.opens >= after);
        open.filter_map(|(_, left)| left).next()
    };
    let half = if let Some(session) = next(date, whole.time()) {
        if let Some(last) = days.last_mut() {
            last.half = true;
        }
        OfficeTime::new(date, session.closes)
    } else {
        let date = next_working_day(calendar, date, &mut days)?;
        days.push(DayStep { half: true, ..passed(date, reason(calendar, date)) });
        let first = next(date, NaiveTime::MIN).ok_or(DueError::NoWorkingDay(date))?;
        OfficeTime::new(date, first.closes)
    };
    // A half day more is never more than a whole one: on a day of one session it could be.
    let (date, full_days) = working_days(calendar, received.date(), halves / 2 + 1)?;
    let full = promise(calendar, date, received.time(), hour)?;
    Ok(if half <= full { (half, days) } else { (full, full_days) })
}

/// The agreed moment, with the days on the way.
fn agreed(
    calendar: &Calendar,
    received: OfficeTime,
    at: OfficeTime,
) -> Result<(OfficeTime, Vec<DayStep>), DueError> {
    let inside = |session: &Session| (session.opens..=session.closes).contains(&at.time());
    let far = (at.date() - received.date()).num_days() > i64::from(LONGEST);
    if at < received || far || !calendar.sessions(at.date()).iter().any(inside) {
        return Err(DueError::AgreedOutside(at));
    }
    let mut days = vec![passed(received.date(), DayReason::Receipt)];
    let after = received.date().iter_days().skip(1).take_while(|date| *date <= at.date());
    days.extend(after.map(|date| passed(date, reason(calendar, date))));
    Ok((at, days))
}

/// The moment when `count` hours of sessions have passed since `received`.
fn working_hours(
    calendar: &Calendar,
    received: OfficeTime,
    count: u32,
) -> Result<(OfficeTime, Vec<DayStep>), DueError> {
    let total = count * 3600;
    let mut left = total;
    let mut place = 0;
    let mut days = Vec::new();
    let mut date = received.date();
    let mut from = received.time();
    loop {
        // Seconds are rounded down on the running sum, so the minutes of all days add up.
        let minutes_before = (total - left) / 60;
        let end = spend(calendar, date, from, &mut left);
        let minutes = (total - left) / 60 - minutes_before;
        if minutes > 0 {
            place += 1;
        }
        days.push(DayStep {
            counted: (minutes > 0).then_some(place),
            minutes: calendar.is_working(date).then_some(minutes),
            ..passed(date, reason(calendar, date))
        });
        if let Some(time) = end {
            return Ok((OfficeTime::new(date, time), days));
        }
        date = next_working_day(calendar, date, &mut days)?;
        from = NaiveTime::MIN;
    }
}

/// Spends `left` seconds in the sessions of `date` after `from`; the moment they are used up, or
/// `None` when some remain for another day.
fn spend(
    calendar: &Calendar,
    date: NaiveDate,
    from: NaiveTime,
    left: &mut u32,
) -> Option<NaiveTime> {
    for session in calendar.sessions(date) {
        let start = from.max(session.opens).num_seconds_from_midnight();
        let room = session.closes.num_seconds_from_midnight().saturating_sub(start);
        if *left <= room {
            let end = start + std::mem::take(left);
            return NaiveTime::from_num_seconds_from_midnight_opt(end, 0);
        }
        *left -= room;
    }
    None
}

/// Closing of the day of receipt, or of the next working day when that came too late.
fn same_day(
    calendar: &Calendar,
    received: OfficeTime,
) -> Result<(OfficeTime, Vec<DayStep>), DueError> {
    let today = received.date();
    let in_time = received.time() <= Limit::same_day_until()
        && calendar.sessions(today).last().is_some_and(|last| received.time() <= last.closes);
    let (date, days) = working_days(calendar, today, u32::from(!in_time))?;
    Ok((promise(calendar, date, received.time(), ReturnHour::EndOfDay)?, days))
}

/// The hour of the working day `date` at which a dossier received at `received` is promised.
fn promise(
    calendar: &Calendar,
    date: NaiveDate,
    received: NaiveTime,
    hour: ReturnHour,
) -> Result<OfficeTime, DueError> {
    let time = hour_within(calendar.sessions(date), received, hour);
    Ok(OfficeTime::new(date, time.ok_or(DueError::NoWorkingDay(date))?))
}

/// The hour of a day with `sessions` at which a dossier is promised whose time counts from the hour
/// `from`; `None` on a day without any.
#[must_use]
pub fn hour_within(sessions: &[Session], from: NaiveTime, hour: ReturnHour) -> Option<NaiveTime> {
    let last = sessions.last()?;
    // The midday break belongs to the afternoon, the time after closing to the last session.
    let session = sessions.iter().find(|session| from <= session.closes).unwrap_or(last);
    Some(match hour {
        ReturnHour::SameHour => from.max(session.opens).min(session.closes),
        ReturnHour::EndOfSession => session.closes,
        ReturnHour::EndOfDay => last.closes,
    })
}

/// The first working day after `after`; the days off before it are added to `days`.
fn next_working_day(
    calendar: &Calendar,
    after: NaiveDate,
    days: &mut Vec<DayStep>,
) -> Result<NaiveDate, DueError> {
    for date in after.iter_days().skip(1).take(LONGEST_CLOSURE) {
        if calendar.is_working(date) {
            return Ok(date);
        }
        days.push(passed(date, reason(calendar, date)));
    }
    Err(DueError::NoWorkingDay(after))
}

/// What the calendar says of `date`.
fn reason(calendar: &Calendar, date: NaiveDate) -> DayReason {
    let Some(day) = calendar.special_day(date) else {
        return if calendar.is_working(date) {
            DayReason::Working
        } else if calendar.reception(date).is_empty() {
            DayReason::WeeklyRest
        } else {
            DayReason::ReceptionOnly
        };
    };
    let name = day.name.clone();
    match day.kind {
        DayKind::Work => DayReason::SwappedIn { name },
        DayKind::Closed(_) if calendar.is_working(date) => DayReason::Shortened { name },
        DayKind::Off | DayKind::Closed(_) => {
            DayReason::DayOff { name, official: day.is_official() }
        }
    }
}

/// A day that is listed but not counted.
fn passed(date: NaiveDate, reason: DayReason) -> DayStep {
    DayStep { date, counted: None, half: false, minutes: None, reason }
}
