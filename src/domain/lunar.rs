//! The Vietnamese lunar calendar (*âm lịch*), reckoned from the moon and the sun.
//!
//! As Hồ Ngọc Đức describes it: a month begins on the day of a new moon; the winter solstice falls
//! in month 11; between two months 11 that lie thirteen months apart, the first month without a
//! major solar term (*trung khí*) is leap. Days are those of UTC+7, the civil time of Vietnam since
//! 01/01/1968 (Decision 121-CP of 1967), which is why some months begin a day before the Chinese
//! ones. Earlier almanacs were made for other meridians; dates before 1968 are what UTC+7 gives.
//!
//! The moments are those of Jean Meeus, *Astronomical Algorithms* (second edition, 1998): new moons
//! to a quarter of a minute (chapter 49), the sun's longitude to 0.01° (chapter 25).

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

/// A day of the lunar calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LunarDate {
    /// The lunar year: the solar year in which its first day (Tết) falls.
    pub year: i32,
    /// The month, from 1 (*tháng Giêng*) to 12 (*tháng Chạp*).
    pub month: u32,
    /// Whether it is the leap month (*tháng nhuận*) after the month of that number.
    pub leap: bool,
    /// The day, from 1 (*mùng 1*) to 29 or 30.
    pub day: u32,
}

/// The solar years this calendar is reckoned for: beyond them, how the earth's rotation slows is
/// too little known to tell on which side of midnight a new moon falls.
const YEARS: RangeInclusive<i32> = 1900..=2100;

/// The lunar date of `date`, or `None` outside the years 1900–2100.
#[must_use]
pub fn lunar_date(date: NaiveDate) -> Option<LunarDate> {
    if !YEARS.contains(&date.year()) {
        return None;
    }
    let today = date.num_days_from_ce();
    let lunation = lunation_of(today);
    let (year, month_11_of_year) = (date.year(), month_11(date.year()));
    let cycle = if lunation < month_11_of_year {
        Cycle::between(year - 1, month_11(year - 1), month_11_of_year)
    } else {
        Cycle::between(year, month_11_of_year, month_11(year + 1))
    };
    let after = lunation - cycle.first;
    let regular = after - i32::from(cycle.leap.is_some_and(|leap| leap <= after));
    Some(LunarDate {
        year: cycle.year + i32::from(regular >= 2),
        month: u32::try_from((regular + 10) % 12 + 1).ok()?,
        leap: cycle.leap == Some(after),
        day: u32::try_from(today - first_day(lunation) + 1).ok()?,
    })
}

/// The solar date of `lunar`, or `None` when there is no such day (no such leap month, a 30th in a
/// month of 29 days) or it lies outside the years 1900–2100.
#[must_use]
pub fn solar_date(lunar: LunarDate) -> Option<NaiveDate> {
    let month = i32::try_from(lunar.month).ok().filter(|month| (1..=12).contains(month))?;
    let day = i32::try_from(lunar.day).ok().filter(|day| (1..=30).contains(day))?;
    if !(*YEARS.start() - 1..=*YEARS.end()).contains(&lunar.year) {
        return None;
    }
    let year = if month >= 11 { lunar.year } else { lunar.year - 1 };
    let cycle = Cycle::between(year, month_11(year), month_11(year + 1));
    let regular = (month + 1) % 12;
    let after = match cycle.leap {
        _ if lunar.leap => cycle.leap.filter(|leap| *leap == regular + 1)?,
        Some(leap) if leap <= regular => regular + 1,
        _ => regular,
    };
    let date = first_day(cycle.first + after) + day - 1;
    if date >= first_day(cycle.first + after + 1) {
        return None;
    }
    NaiveDate::from_num_days_from_ce_opt(date).filter(|date| YEARS.contains(&date.year()))
}

/// Tết: the first day of the lunar year, or `None` outside the years 1900–2100.
#[must_use]
pub fn new_year(year: i32) -> Option<NaiveDate> {
    solar_date(LunarDate { year, month: 1, leap: false, day: 1 })
}

/// Giỗ Tổ Hùng Vương: the tenth day of the third month, never of a leap third month; `None` outside
/// the years 1900–2100. A day off since 2007.
#[must_use]
pub fn hung_kings_day(year: i32) -> Option<NaiveDate> {
    solar_date(LunarDate { year, month: 3, leap: false, day: 10 })
}

/// The twelve or thirteen months from one month 11 to the month before the next.
struct Cycle {
    /// The solar year in whose December the winter solstice of its month 11 falls.
    year: i32,
    /// The lunation of its month 11.
    first: i32,
    /// How many months after month 11 its leap month comes.
    leap: Option<i32>,
}

impl Cycle {
    /// The cycle that begins in `year`, from the lunation of its month 11 up to that of the next.
    fn between(year: i32, first: i32, next: i32) -> Self {
        let leap = if next - first == 13 { month_without_term(first) } else { None };
        Self { year, first, leap }
    }
}

/// How many months after month 11, which is lunation `first`, comes the first without a major term.
fn month_without_term(first: i32) -> Option<i32> {
    let mut term = major_term(first_day(first + 1));
    (1..13).find(|after| {
        let next = major_term(first_day(first + after + 1));
        std::mem::replace(&mut term, next) == next
    })
}

/// The lunation in which the winter solstice of a solar year falls.
fn month_11(year: i32) -> i32 {
    let last_of_december = 365 * year + year / 4 - year / 100 + year / 400;
    let lunation = lunation_of(last_of_december);
    let solstice_before = major_term(first_day(lunation)) == WINTER_SOLSTICE;
    if solstice_before { lunation - 1 } else { lunation }
}

/// The lunation that `day` lies in.
fn lunation_of(day: i32) -> i32 {
    let mean = floor((f64::from(day) - MEAN_NEW_MOON) / MEAN_MONTH);
    if first_day(mean) > day {
        mean - 1
    } else if first_day(mean + 1) <= day {
        mean + 1
    } else {
        mean
    }
}

// From here on, moments are days of the common era (day 1 begins on 01/01/0001) with their
// fraction, and lunations are counted from the new moon of 06/01/2000.

/// The Julian day on which day 0 of the common era begins.
const ERA: f64 = 1_721_424.5;
/// The noon of 01/01/2000, from which Meeus counts time.
const NOON_OF_2000: f64 = 2_451_545.0 - ERA;
/// The new moon of 06/01/2000 if moon and sun moved evenly.
const MEAN_NEW_MOON: f64 = 2_451_550.097_66 - ERA;
/// Days from one such new moon to the next.
const MEAN_MONTH: f64 = 29.530_588_861;
/// Days of a Julian century.
const CENTURY: f64 = 36_525.0;
/// What the clock of Vietnam (UTC+7) is ahead of universal time, in days.
const UTC_7: f64 = 7.0 / 24.0;
/// The major term that begins at 270° of the sun's longitude.
const WINTER_SOLSTICE: i32 = 9;

/// The day on which a lunation begins.
fn first_day(lunation: i32) -> i32 {
    let moment = new_moon(f64::from(lunation));
    floor(moment - slowing(moment) + UTC_7)
}

/// Which of the twelve major terms (30° of longitude each, from the spring equinox) the sun is in
/// as `day` begins.
fn major_term(day: i32) -> i32 {
    let moment = f64::from(day) - UTC_7;
    floor(sun_longitude(moment + slowing(moment)) / 30.0)
}

/// What even time (Terrestrial Time) is ahead of universal time, in days: the parabola of Morrison
/// and Stephenson, 32 s × (centuries since 1820)² − 20 s.
///
/// It is within a minute of what was measured since 1900, and since 1968 no new moon fell so close
/// to midnight that this would matter. What the future brings is open, and matters for three months
/// that begin within about a minute of midnight (4/2054, 10/2077 and 9/2085): here they begin when
/// Hồ Ngọc Đức's published tables say; neither Tết nor Giỗ Tổ depends on them.
fn slowing(moment: f64) -> f64 {
    let first_of_1820 = 664_376.0;
    let centuries = (moment - first_of_1820) / CENTURY;
    (32.0 * centuries * centuries - 20.0) / 86_400.0
}

/// The sun's apparent longitude in degrees, from 0 to below 360 (Meeus, chapter 25).
fn sun_longitude(moment: f64) -> f64 {
    let t = (moment - NOON_OF_2000) / CENTURY;
    let mean = polynomial(t, &[280.466_46, 36_000.769_83, 0.000_303_2]);
    let anomaly = polynomial(t, &[357.529_11, 35_999.050_29, -0.000_153_7]).to_radians();
    let centre = polynomial(t, &[1.914_602, -0.004_817, -0.000_014]) * anomaly.sin()
        + polynomial(t, &[0.019_993, -0.000_101]) * (2.0 * anomaly).sin()
        + 0.000_289 * (3.0 * anomaly).sin();
    let node = polynomial(t, &[125.04, -1_934.136]).to_radians();
    (mean + centre - 0.005_69 - 0.004_78 * node.sin()).rem_euclid(360.0)
}

/// The moment of a new moon in even time (Meeus, chapter 49).
fn new_moon(lunation: f64) -> f64 {
    let t = lunation / 1_236.85;
    // What each angle was on 06/01/2000, what a lunation adds, and the terms in t², t³, t⁴.
    let angle = |start: f64, step: f64, bends: &[f64]| {
        (start + step * lunation + t * t * polynomial(t, bends)).to_radians()
    };
    let sun = angle(2.5534, 29.105_356_70, &[-0.000_001_4, -0.000_000_11]);
    let moon = angle(201.5643, 385.816_935_28, &[0.010_758_2, 0.000_012_38, -0.000_000_058]);
    let latitude = angle(160.7108, 390.670_502_84, &[-0.001_611_8, -0.000_002_27, 0.000_000_011]);
    let node = angle(124.7746, -1.563_755_88, &[0.002_067_2, 0.000_002_15]);
    let eccentricity = polynomial(t, &[1.0, -0.002_516, -0.000_007_4]);

    let mean = MEAN_NEW_MOON
        + MEAN_MONTH * lunation
        + t * t * polynomial(t, &[0.000_154_37, -0.000_000_150, 0.000_000_000_73]);
    let uneven = UNEVEN.iter().map(|(days, power, of_sun, of_moon, of_latitude)| {
        let angle = of_sun * sun + of_moon * moon + of_latitude * latitude;
        days * eccentricity.powi(*power) * angle.sin()
    });
    let pulls = PULLS.iter().map(|(days, start, step)| days * angle(*start, *step, &[]).sin());
    mean + uneven.sum::<f64>() - 0.000_17 * node.sin() + pulls.sum::<f64>()
}

/// How far a new moon lies from the mean one: days, the power of the eccentricity, and how many
/// times the sun's anomaly, the moon's anomaly and the moon's argument of latitude are taken.
const UNEVEN: [(f64, i32, f64, f64, f64); 24] = [
    (-0.407_20, 0, 0.0, 1.0, 0.0),
    (0.172_41, 1, 1.0, 0.0, 0.0),
    (0.016_08, 0, 0.0, 2.0, 0.0),
    (0.010_39, 0, 0.0, 0.0, 2.0),
    (0.007_39, 1, -1.0, 1.0, 0.0),
    (-0.005_14, 1, 1.0, 1.0, 0.0),
    (0.002_08, 2, 2.0, 0.0, 0.0),
    (-0.001_11, 0, 0.0, 1.0, -2.0),
    (-0.000_57, 0, 0.0, 1.0, 2.0),
    (0.000_56, 1, 1.0, 2.0, 0.0),
    (-0.000_42, 0, 0.0, 3.0, 0.0),
    (0.000_42, 1, 1.0, 0.0, 2.0),
    (0.000_38, 1, 1.0, 0.0, -2.0),
    (-0.000_24, 1, -1.0, 2.0, 0.0),
    (-0.000_07, 0, 2.0, 1.0, 0.0),
    (0.000_04, 0, 0.0, 2.0, -2.0),
    (0.000_04, 0, 3.0, 0.0, 0.0),
    (0.000_03, 0, 1.0, 1.0, -2.0),
    (0.000_03, 0, 0.0, 2.0, 2.0),
    (-0.000_03, 0, 1.0, 1.0, 2.0),
    (0.000_03, 0, -1.0, 1.0, 2.0),
    (-0.000_02, 0, -1.0, 1.0, -2.0),
    (-0.000_02, 0, 1.0, 3.0, 0.0),
    (0.000_02, 0, 0.0, 4.0, 0.0),
];

/// The pull of the planets: days, and the angle on 06/01/2000 and what a lunation adds, in degrees.
const PULLS: [(f64, f64, f64); 14] = [
    (0.000_325, 299.77, 0.107_408),
    (0.000_165, 251.88, 0.016_321),
    (0.000_164, 251.83, 26.651_886),
    (0.000_126, 349.42, 36.412_478),
    (0.000_110, 84.66, 18.206_239),
    (0.000_062, 141.74, 53.303_771),
    (0.000_060, 207.14, 2.453_732),
    (0.000_056, 154.84, 7.306_860),
    (0.000_047, 34.52, 27.261_239),
    (0.000_042, 207.19, 0.121_824),
    (0.000_040, 291.34, 1.844_379),
    (0.000_037, 161.72, 24.198_154),
    (0.000_035, 239.56, 25.513_099),
    (0.000_023, 331.55, 3.592_518),
];

/// `coefficients` of t⁰, t¹, t², summed up.
fn polynomial(t: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * t + coefficient)
}

/// The whole part of a number of days, months or terms; all of them lie within a million.
#[expect(clippy::cast_possible_truncation, reason = "within a million")]
fn floor(number: f64) -> i32 {
    number.floor() as i32
}
