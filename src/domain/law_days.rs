//! The days off that the law gives in any year (Labour Code 2019 art. 111–112).
//!
//! What only a notice can tell, which days are swapped, is not here; of the two choices that the
//! notice of a year makes within the law, [`YearChoices::usual`] guesses the likely ones.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::lunar::{hung_kings_day, lunar_date, new_year};

/// A day off by law: a holiday or its compensation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LawDay {
    /// The day.
    pub date: NaiveDate,
    /// Its name as notices write it: "Quốc khánh", "Nghỉ bù Giỗ Tổ Hùng Vương".
    pub name: String,
}

/// Which day is off beside 2 September (art. 112.1.đ: the day before or the day after).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SecondDay {
    /// 1 September.
    Before,
    /// 3 September.
    After,
}

/// What the Prime Minister decides each year within the law (art. 112.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct YearChoices {
    /// How many of the five days of Tết come before its first day: 1 to 3; anything else is taken
    /// as the nearest of these.
    pub tet_days_before: u32,
    /// The second day of Quốc khánh; without meaning before 2021, when there was one day.
    pub second_day: SecondDay,
}

impl YearChoices {
    /// The choices that the notice of `year` would most likely make; they are those of every
    /// notice of 2018–2026.
    ///
    /// Tết: one day before when its first day is a Tuesday, so that the five days fill a week from
    /// Monday to Friday; two otherwise. Quốc khánh: the side that gives the longer unbroken rest,
    /// which is a question on Tuesday and Thursday only; on other weekdays both are equal, and
    /// taken is the side that needs fewer days of compensation, else 1 September.
    #[must_use]
    pub fn usual(year: i32) -> Self {
        let tuesday = new_year(year).is_some_and(|first| first.weekday() == Weekday::Tue);
        let national_day = NaiveDate::from_ymd_opt(year, 9, 2).map(|date| date.weekday());
        let after = matches!(national_day, Some(Weekday::Sun | Weekday::Mon | Weekday::Thu));
        Self {
            tet_days_before: if tuesday { 1 } else { 2 },
            second_day: if after { SecondDay::After } else { SecondDay::Before },
        }
    }
}

/// The days of Tết (art. 112.1.b).
const TET_DAYS: u32 = 5;

/// Every day off that the law gives in `year`, by date; swapped days are not among them.
///
/// - Tết Dương lịch (01/01), Tết Nguyên đán (five days), 30/4 and 01/5: every year.
/// - Giỗ Tổ Hùng Vương: since 2007 (Law 84/2007/QH11).
/// - Quốc khánh: 02/9, since 2021 with a second day (Labour Code 2019 art. 112.1.đ).
/// - Ngày Văn hóa Việt Nam (24/11): since 2026 (Resolution 28/2026/QH16).
/// - A holiday on Saturday or Sunday is compensated on the next working day that is not off
///   already (art. 111.3), so days in a row, as those of Tết, are compensated after the row.
///
/// The lunar days are missing outside 1900–2100, the years of the lunar calendar. Before 2013 the
/// law gave Tết four days; here it is five in every year.
#[must_use]
pub fn days_off_by_law(year: i32, choices: YearChoices) -> Vec<LawDay> {
    let mut holidays = holidays(year, choices);
    holidays.sort_by_key(|holiday| holiday.date);
    let mut off: BTreeSet<NaiveDate> = holidays.iter().map(|holiday| holiday.date).collect();
    let mut days = Vec::new();
    for Holiday { date, occasion, detail } in holidays {
        let is_free = |day: &NaiveDate| !is_weekly_rest(*day) && !off.contains(day);
        if is_weekly_rest(date)
            && let Some(instead) = date.iter_days().find(is_free)
        {
            let _ = off.insert(instead);
            days.push(LawDay { date: instead, name: format!("Nghỉ bù {occasion}") });
        }
        days.push(LawDay { date, name: format!("{occasion}{detail}") });
    }
    days.sort_by_key(|day| day.date);
    days
}

/// A holiday before it is known whether it has to be compensated.
struct Holiday {
    date: NaiveDate,
    /// The words that its compensation has in common with it.
    occasion: &'static str,
    /// What follows them: " (mùng 1)"; mostly nothing.
    detail: String,
}

/// The holidays of a year, in no order.
fn holidays(year: i32, choices: YearChoices) -> Vec<Holiday> {
    let second_day = match choices.second_day {
        SecondDay::Before => 1,
        SecondDay::After => 3,
    };
    let always = i32::MIN;
    let fixed = [
        (always, 1, 1, "Tết Dương lịch"),
        (always, 4, 30, "Ngày Chiến thắng 30/4"),
        (always, 5, 1, "Quốc tế Lao động 1/5"),
        (always, 9, 2, "Quốc khánh"),
        (2021, 9, second_day, "Quốc khánh"),
        (2026, 11, 24, "Ngày Văn hóa Việt Nam"),
    ];
    let fixed = fixed.into_iter().filter(|(since, ..)| *since <= year).filter_map(
        |(_, month, day, occasion)| Some((NaiveDate::from_ymd_opt(year, month, day)?, occasion)),
    );
    let hung_kings = hung_kings_day(year).filter(|_| year >= 2007);
    let hung_kings = hung_kings.map(|date| (date, "Giỗ Tổ Hùng Vương"));
    let plain = fixed.chain(hung_kings);
    let mut holidays: Vec<Holiday> =
        plain.map(|(date, occasion)| Holiday { date, occasion, detail: String::new() }).collect();
    holidays.extend(new_year(year).into_iter().flat_map(|first| tet(first, choices)));
    holidays
}

/// The days of Tết around its first day; the last days of the old year under their lunar dates.
fn tet(first: NaiveDate, choices: YearChoices) -> impl Iterator<Item = Holiday> {
    let before = choices.tet_days_before.clamp(1, 3);
    let eve = first.pred_opt().and_then(lunar_date);
    let begins = first.checked_sub_days(Days::new(before.into())).unwrap_or(first);
    begins.iter_days().zip(1..=TET_DAYS).filter_map(move |(date, place)| {
        let detail = match before.checked_sub(place) {
            Some(0) => " (giao thừa)".to_owned(),
            Some(until_eve) => format!(" ({} tháng Chạp)", eve?.day - until_eve),
            None => format!(" (mùng {})", place - before),
        };
        Some(Holiday { date, occasion: "Tết Nguyên đán", detail })
    })
}

/// Weekly rest of offices: Saturday and Sunday.
fn is_weekly_rest(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}
