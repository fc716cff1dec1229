//! The due date counted a second time, slowly, over plain arrays: minutes and days one by one.

use chrono::{NaiveDate, NaiveTime, Timelike};
use motcua::domain::deadline::{ReturnHour, due};
use motcua::domain::limit::Limit;
use motcua::domain::time::OfficeTime;

/// Days from 01/01/2019 to 31/12/2028; receipts are tried on those before 2028.
struct Model {
    dates: Vec<NaiveDate>,
    works: Vec<bool>,
    receipts: usize,
    /// How many days rest on official notices.
    official: usize,
}

/// The standard hours, minute by minute of a working day.
fn open(minute: u32) -> bool {
    (450..690).contains(&minute) || (810..1020).contains(&minute)
}

/// The shipped list, read here line by line: official until the end of 2026.
const SHIPPED_DAYS: &str = include_str!("../../../assets/calendar/days-off.csv");

/// The days off of 2027 and 2028 that fall on weekdays, taken from a printed lunar calendar: Tết on
/// 06/02/2027 and 26/01/2028, Giỗ Tổ on 16/04/2027 and 04/04/2028.
const BY_LAW: [&str; 29] = [
    "2027-01-01",
    "2027-02-04",
    "2027-02-05",
    "2027-02-08",
    "2027-02-09",
    "2027-02-10",
    "2027-04-16",
    "2027-04-30",
    "2027-05-03",
    "2027-09-02",
    "2027-09-03",
    "2027-11-24",
    "2028-01-03",
    "2028-01-24",
    "2028-01-25",
    "2028-01-26",
    "2028-01-27",
    "2028-01-28",
    "2028-04-04",
    "2028-05-01",
    "2028-05-02",
    "2028-09-01",
    "2028-09-04",
    "2028-11-24",
    "2027-02-06",
    "2027-02-07",
    "2027-05-01",
    "2028-01-01",
    "2028-09-02",
];

impl Model {
    /// Builds the days by hand, without the program's calendar or chrono's weekdays.
    fn new() -> Self {
        let mut model = Self { dates: Vec::new(), works: Vec::new(), receipts: 0, official: 0 };
        let mut weekday = 2; // 01/01/2019 was a Tuesday
        for year in 2019..2029 {
            let february = if year % 4 == 0 { 29 } else { 28 };
            let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            for (month, length) in (1..).zip(months) {
                for day in 1..=length {
                    let date = format!("{year}-{month:02}-{day:02}");
                    let listed = SHIPPED_DAYS.lines().find(|line| line.starts_with(&date));
                    model.works.push(match listed {
                        Some(line) => line.contains(",work,"),
                        None => weekday <= 5 && !BY_LAW.contains(&date.as_str()),
                    });
                    model.dates.push(NaiveDate::from_ymd_opt(year, month, day).unwrap());
                    weekday = weekday % 7 + 1;
                }
            }
            match year {
                2026 => model.official = model.dates.len(),
                2027 => model.receipts = model.dates.len(),
                _ => {}
            }
        }
        model
    }

    /// The day and the places counted for a limit in days; `every` counts days off as well.
    fn days(&self, receipt: usize, count: u32, every: bool) -> (usize, Vec<Option<u32>>) {
        let mut counted = vec![None];
        let mut index = receipt;
        let mut left = count;
        while left > 0 || !self.works[index] {
            index += 1;
            if left > 0 && (every || self.works[index]) {
                left -= 1;
                counted.push(Some(count - left));
            } else {
                counted.push(None);
            }
        }
        (index, counted)
    }

    /// The day and minute when `hours` are used up, and the minutes spent on each day.
    fn hours(&self, receipt: usize, minute: u32, hours: u32) -> (usize, u32, Vec<u32>) {
        let (mut index, mut minute, mut left) = (receipt, minute, hours * 60);
        let mut spent = vec![0];
        loop {
            if self.works[index] && open(minute) {
                left -= 1;
                *spent.last_mut().unwrap() += 1;
            }
            minute += 1;
            if left == 0 {
                return (index, minute, spent);
            }
            if minute == 1440 {
                (index, minute) = (index + 1, 0);
                spent.push(0);
            }
        }
    }
}

/// The first minute from `minute` on at which a result can be handed over, else closing.
fn same_hour(minute: u32) -> u32 {
    let handover = |minute: u32| open(minute) || open(minute - 1);
    (minute..1440).find(|minute| *minute > 0 && handover(*minute)).unwrap_or(1020)
}

/// Some minute of the day, another one for each receipt and limit.
fn minute(receipt: usize, count: u32) -> u32 {
    (u32::try_from(receipt).unwrap() * 37 + count * 601) % 1440
}

fn moment(date: NaiveDate, minute: u32) -> OfficeTime {
    OfficeTime::new(date, NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap())
}

#[test]
fn limits_in_days_agree_on_every_day_of_nine_years() {
    let (model, calendar) = (Model::new(), super::shipped());
    assert_eq!((model.dates.len(), model.receipts), (3653, 3287));
    for receipt in 0..model.receipts {
        for count in 1..=60 {
            let minute = minute(receipt, count);
            let received = moment(model.dates[receipt], minute);
            for (limit, every) in
                [(Limit::WorkingDays(count), false), (Limit::CalendarDays(count), true)]
            {
                let (index, counted) = model.days(receipt, count, every);
                let due = due(&calendar, received, limit, ReturnHour::SameHour).unwrap();
                let expected = moment(model.dates[index], same_hour(minute));
                assert_eq!(due.at, Some(expected), "{received} {limit}");
                let found = due.days.iter().map(|step| (step.date, step.counted));
                let dates = model.dates[receipt..=index].iter().copied();
                assert!(found.eq(dates.zip(counted)), "{received} {limit}: {due:#?}");
                assert_eq!(due.beyond_calendar.is_some(), index >= model.official);
            }
        }
    }
}

#[test]
fn same_day_agrees_on_every_quarter_hour() {
    let (model, calendar) = (Model::new(), super::shipped());
    for receipt in 0..model.receipts {
        for minute in (0..1440).step_by(15).chain([899, 901]) {
            let mut index = receipt;
            if !model.works[receipt] || minute > 900 {
                index += 1;
            }
            while !model.works[index] {
                index += 1;
            }
            let received = moment(model.dates[receipt], minute);
            let due = due(&calendar, received, Limit::SameDay, ReturnHour::SameHour).unwrap();
            assert_eq!(due.at, Some(moment(model.dates[index], 1020)), "{received}");
            assert_eq!(due.days.len(), index - receipt + 1, "{received}");
        }
    }
}

#[test]
fn limits_in_hours_agree_on_every_day_of_nine_years() {
    let (model, calendar) = (Model::new(), super::shipped());
    for receipt in 0..model.receipts {
        for count in [1, 4, 7, 30] {
            let minute = minute(receipt, count);
            let received = moment(model.dates[receipt], minute);
            let (index, end, spent) = model.hours(receipt, minute, count);
            let limit = Limit::WorkingHours(count);
            let due = due(&calendar, received, limit, ReturnHour::SameHour).unwrap();
            let at = due.at.unwrap();
            let found_end = at.time().num_seconds_from_midnight() / 60;
            assert_eq!((at.date(), found_end), (model.dates[index], end), "{received} {limit}");
            let found = due.days.iter().map(|step| step.minutes.unwrap_or(0));
            assert!(found.eq(spent), "{received} {limit}: {due:#?}");
        }
    }
}
