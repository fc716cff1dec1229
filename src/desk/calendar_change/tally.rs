//! Working days and minutes added up, to pass quickly over what ended before a day.

use chrono::{Days, NaiveDate};

use crate::domain::calendar::{Calendar, Session};
use crate::domain::limit::Limit;

/// How many days before the last changed one are added up: more than three years.
const REACH: u64 = 1200;

/// The sums of a calendar up to a day.
pub(super) struct Tally {
    first: NaiveDate,
    /// Working days and minutes of sessions before each day, from the first on.
    before: Vec<(u32, i64)>,
}

impl Tally {
    /// The sums up to `last`; none without it.
    pub(super) fn until(calendar: &Calendar, last: Option<NaiveDate>) -> Self {
        let Some(last) = last else {
            return Self { first: NaiveDate::MAX, before: Vec::new() };
        };
        let first = last.checked_sub_days(Days::new(REACH)).unwrap_or(last);
        let (mut days, mut minutes) = (0, 0);
        let dates = first.iter_days().take_while(|date| *date <= last);
        let before = dates.map(|date| {
            let sums = (days, minutes);
            let sessions = calendar.sessions(date);
            days += u32::from(!sessions.is_empty());
            minutes += sessions.iter().map(length).sum::<i64>();
            sums
        });
        let before = before.collect();
        Self { first, before }
    }

    fn sums(&self, date: NaiveDate) -> Option<(u32, i64)> {
        let place = (date - self.first).num_days();
        self.before.get(usize::try_from(place).ok()?).copied()
    }

    /// Whether `limit`, counted from `from`, surely ends before `day`. A no says nothing: it is
    /// counted exactly then.
    pub(super) fn is_over(&self, from: NaiveDate, limit: Limit, day: NaiveDate) -> bool {
        let Some(after_from) = from.succ_opt() else { return false };
        let (Some(begun), Some(ended)) = (self.sums(after_from), self.sums(day)) else {
            return false;
        };
        let days = ended.0.saturating_sub(begun.0);
        match limit {
            Limit::SameDay => days >= 1,
            Limit::WorkingDays(count) => days >= count.max(1),
            // The half is never more than a whole day.
            Limit::HalfDays(halves) => days > halves / 2,
            Limit::WorkingHours(hours) => ended.1 - begun.1 >= i64::from(hours) * 60,
            Limit::CalendarDays(count) => {
                let end = from.checked_add_days(Days::new(u64::from(count)));
                let sums = end.filter(|end| *end < day).and_then(|end| self.sums(end));
                sums.is_some_and(|before_end| ended.0 > before_end.0)
            }
            Limit::Agreed(at) => at.is_some_and(|at| at.date() < day),
            Limit::None => false,
        }
    }
}

/// The minutes of a session.
fn length(session: &Session) -> i64 {
    (session.closes - session.opens).num_minutes()
}
