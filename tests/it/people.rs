//! The people at the counter: names, numbers, cards, and the text they are found by.
//! Every person, number and address in here is invented.

mod card;
mod names;
mod numbers;
mod text;

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn nfd(text: &str) -> String {
    text.nfd().collect()
}
