//! Working time between two moments, and the moment after some working time.

use chrono::{NaiveTime, Timelike};

use super::calendar::{Calendar, LONGEST_CLOSURE, Session};
use super::time::OfficeTime;

impl Calendar {
    /// Minutes of sessions between `from` and `until`, seconds dropped; 0 when `until` comes first.
    #[must_use]
    pub fn working_minutes(&self, from: OfficeTime, until: OfficeTime) -> u32 {
        let last = until.date();
        let days = from.date().iter_days().take_while(|date| *date <= last);
        let seconds: u32 = days
            .map(|date| {
                let begin = if date == from.date() { from.time() } else { NaiveTime::MIN };
                let end = (date == last).then_some(until.time());
                let spent = self.sessions(date).iter().map(|session| {
                    let opens = session.opens.max(begin).num_seconds_from_midnight();
                    let closes = end.map_or(session.closes, |end| session.closes.min(end));
                    closes.num_seconds_from_midnight().saturating_sub(opens)
                });
                spent.sum::<u32>()
            })
            .sum();
        seconds / 60
    }

    /// The moment when `minutes` of sessions have passed since `from`; `None` when the office is closed
    /// for years.
    #[must_use]
    pub fn after_working_minutes(&self, from: OfficeTime, minutes: u32) -> Option<OfficeTime> {
        let mut left = minutes * 60;
        let mut closed = 0;
        for date in from.date().iter_days() {
            let begin = if date == from.date() { from.time() } else { NaiveTime::MIN };
            let sessions = self.sessions(date);
            for session in sessions {
                let opens = session.opens.max(begin).num_seconds_from_midnight();
                let room = session.closes.num_seconds_from_midnight().saturating_sub(opens);
                if left <= room && session.closes >= begin {
                    let time = NaiveTime::from_num_seconds_from_midnight_opt(opens + left, 0)?;
                    return Some(OfficeTime::new(date, time));
                }
                left -= room.min(left);
            }
            closed = if sessions.is_empty() { closed + 1 } else { 0 };
            if closed > LONGEST_CLOSURE {
                break;
            }
        }
        None
    }

    /// Whether office hours hold `at`: a result can be handed over then.
    #[must_use]
    pub fn is_in_hours(&self, at: OfficeTime) -> bool {
        let holds = |session: &Session| (session.opens..=session.closes).contains(&at.time());
        self.sessions(at.date()).iter().any(holds)
    }

    /// `at` itself where office hours hold it; else the opening of the next session of its day; else
    /// the same hour of the next working day, moved into its office hours. `None` when the office is
    /// closed for years.
    #[must_use]
    pub fn moved_into_hours(&self, at: OfficeTime) -> Option<OfficeTime> {
        if self.is_in_hours(at) {
            return Some(at);
        }
        let (date, time) = (at.date(), at.time());
        if let Some(later) = self.sessions(date).iter().find(|session| session.opens > time) {
            return Some(OfficeTime::new(date, later.opens));
        }
        let date = self.next_opening(date)?.date();
        let sessions = self.sessions(date);
        let session = sessions.iter().find(|session| time <= session.closes).or(sessions.last())?;
        Some(OfficeTime::new(date, time.max(session.opens).min(session.closes)))
    }
}
