//! Office time counted a second time, slowly: working days off the shipped list, minutes one by one.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};
use motcua::domain::time::OfficeTime;

const SHIPPED: &str = include_str!("../../../../assets/calendar/days-off.csv");

/// The minutes of a day at which the model's office acts, all of them inside office hours and none at
/// the hour from which what is done the same day is done the next.
pub(super) const SLOTS: [(u32, u32); 6] = [(8, 5), (9, 10), (10, 15), (14, 20), (15, 30), (16, 10)];

/// Which days are worked.
pub(super) struct Office(HashMap<NaiveDate, bool>);

impl Office {
    pub(super) fn new() -> Self {
        let days = SHIPPED.lines().skip(1).map(|line| {
            let mut parts = line.split(',');
            let day: NaiveDate = parts.next().unwrap().parse().unwrap();
            (day, parts.next().unwrap() == "work")
        });
        Self(days.collect())
    }

    pub(super) fn works(&self, day: NaiveDate) -> bool {
        let week = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        self.0.get(&day).copied().unwrap_or(week)
    }

    pub(super) fn next_day(&self, day: NaiveDate) -> NaiveDate {
        let mut day = day + Days::new(1);
        while !self.works(day) {
            day = day + Days::new(1);
        }
        day
    }

    /// The same hour so many working days later.
    pub(super) fn plus(&self, from: OfficeTime, days: u32) -> OfficeTime {
        let day = (0..days).fold(from.date(), |day, _| self.next_day(day));
        OfficeTime::new(day, from.time())
    }

    /// When something that is done the same day is due.
    pub(super) fn same_day(&self, from: OfficeTime) -> OfficeTime {
        let day = match from.time() >= time(15, 0) {
            true => self.next_day(from.date()),
            false => from.date(),
        };
        OfficeTime::new(day, time(17, 0))
    }

    /// How many working days lie after `from` and not after `to`.
    pub(super) fn days_between(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let mut day = from;
        let mut count = 0;
        while day < to {
            day = day + Days::new(1);
            count += u32::from(self.works(day));
        }
        count
    }

    fn open(&self, minute: OfficeTime) -> bool {
        let at = minute.time();
        let hours =
            (time(7, 30)..time(11, 30)).contains(&at) || (time(13, 30)..time(17, 0)).contains(&at);
        hours && self.works(minute.date())
    }

    /// The minutes that are worked between two moments.
    pub(super) fn minutes_between(&self, from: OfficeTime, to: OfficeTime) -> u32 {
        let mut at = from;
        let mut count = 0;
        while at < to {
            count += u32::from(self.open(at));
            at = minute_after(at);
        }
        count
    }

    /// When so many minutes have been worked.
    pub(super) fn after_minutes(&self, from: OfficeTime, minutes: u32) -> OfficeTime {
        let mut at = from;
        let mut left = minutes;
        while left > 0 {
            left -= u32::from(self.open(at));
            at = minute_after(at);
        }
        at
    }
}

pub(super) fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn minute_after(at: OfficeTime) -> OfficeTime {
    let (time, days) = at.time().overflowing_add_signed(TimeDelta::minutes(1));
    let day = if days == 0 { at.date() } else { at.date() + Days::new(1) };
    OfficeTime::new(day, time)
}
