//! Office hours as a calendar file writes them: days with their sessions, seasons, reception.

use chrono::NaiveTime;

use crate::domain::calendar::{MonthDay, Season, Session, Week};
use crate::domain::fold::fold;

/// What stands between days and sessions that only receive: *nhận*, folded.
const RECEPTION: &str = "nhan";

/// A week, and when the desk only receives.
#[derive(Debug, Default)]
pub(super) struct Hours {
    pub(super) week: Week,
    pub(super) reception: Week,
}

/// `T2-T6 07:30-11:30 13:30-17:00; T7 nhận 07:30-11:30`: at least one day works, no day is named
/// twice.
pub(super) fn hours(text: &str) -> Option<Hours> {
    let mut hours = Hours::default();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (named, times) = part.split_once(' ')?;
        let (word, rest) = times.trim().split_once(' ').unwrap_or_default();
        let only_receives = fold(word) == RECEPTION;
        let times = if only_receives { rest } else { times };
        let sessions: Vec<_> = times.split_whitespace().map(session).collect::<Option<_>>()?;
        if sessions.is_empty()
            || !sessions.is_sorted_by(|earlier, later| earlier.closes <= later.opens)
        {
            return None;
        }
        for day in days(named)? {
            let taken = |week: &Week| week.get(day).is_none_or(|sessions| !sessions.is_empty());
            if taken(&hours.week) || taken(&hours.reception) {
                return None;
            }
            let week = if only_receives { &mut hours.reception } else { &mut hours.week };
            week.get_mut(day)?.clone_from(&sessions);
        }
    }
    hours.week.iter().any(|sessions| !sessions.is_empty()).then_some(hours)
}

/// `16/04-15/10 T2-T6 07:00-11:30 13:30-17:00`, with or without the season's name before it, as in
/// `Giờ mùa hè: 16/04-15/10 …`; reception knows no seasons.
pub(super) fn season(text: &str) -> Option<Season> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let place = words.iter().position(|word| span(word).is_some())?;
    let (before, rest) = words.split_at_checked(place)?;
    let (first, week) = rest.split_first()?;
    let (from, until) = span(first)?;
    let hours = hours(&week.join(" "))?;
    if hours.reception.iter().any(|sessions| !sessions.is_empty()) {
        return None;
    }
    let name = before.join(" ").trim_end_matches([':', ' ']).to_owned();
    Some(Season { name, from, until, week: hours.week })
}

/// `16/04-15/10`.
fn span(text: &str) -> Option<(MonthDay, MonthDay)> {
    let (from, until) = text.split_once('-')?;
    Some((month_day(from)?, month_day(until)?))
}

fn month_day(text: &str) -> Option<MonthDay> {
    let (day, month) = text.split_once('/')?;
    let day = MonthDay { month: month.parse().ok()?, day: day.parse().ok()? };
    day.exists().then_some(day)
}

/// Weekdays, counted from Monday as nought, of `T2-T6`, `2-6` or `T2,T4,CN`.
fn days(text: &str) -> Option<Vec<usize>> {
    let mut days = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (weekday(first)?, weekday(last)?);
        if first > last {
            return None;
        }
        days.extend(first..=last);
    }
    Some(days)
}

fn weekday(text: &str) -> Option<usize> {
    let text = text.to_ascii_uppercase();
    match text.strip_prefix('T').unwrap_or(&text) {
        "2" => Some(0),
        "3" => Some(1),
        "4" => Some(2),
        "5" => Some(3),
        "6" => Some(4),
        "7" => Some(5),
        "8" | "CN" => Some(6),
        _ => None,
    }
}

/// A stretch of hours as files and commands write it: `07:30-11:30`, also with `h` or `g` for the
/// colon. `None` for anything else, and for an end that is not after its beginning.
#[must_use]
pub fn session_of(text: &str) -> Option<Session> {
    session(text.trim())
}

pub(super) fn session(text: &str) -> Option<Session> {
    let (opens, closes) = text.split_once('-')?;
    let session = Session { opens: time(opens)?, closes: time(closes)? };
    (session.opens < session.closes).then_some(session)
}

fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().replace(['h', 'H', 'g', 'G'], ":");
    NaiveTime::parse_from_str(&text, "%H:%M").ok()
}
