//! The official wording of dates, hours, limits and names, shared by all forms.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};
use unicode_normalization::UnicodeNormalization;

use crate::domain::limit::Limit;
use crate::domain::office::{Office, after_words};
use crate::domain::time::OfficeTime;
use crate::domain::verdict::Verdict;

/// What is printed where nothing is known, to be filled in by hand.
pub const DOTS: &str = "………………";

/// "ngày 05 tháng 02 năm 2026": day and month with two digits, so that none can be added by hand
/// (Decree 30/2020/NĐ-CP, annex I, part II.4 asks for it below 10 and for January and February).
#[must_use]
pub fn long_date(date: NaiveDate) -> String {
    format!("ngày {:02} tháng {:02} năm {}", date.day(), date.month(), date.year())
}

/// "14 giờ 20 phút, ngày 23 tháng 11 năm 2026".
#[must_use]
pub fn moment(at: OfficeTime) -> String {
    format!("{}, {}", hour(at.time()), long_date(at.date()))
}

/// "14 giờ 20 phút".
#[must_use]
pub fn hour(time: NaiveTime) -> String {
    format!("{:02} giờ {:02} phút", time.hour(), time.minute())
}

/// A span of time: "3 giờ 05 phút".
#[must_use]
pub fn span(minutes: u32) -> String {
    format!("{} giờ {:02} phút", minutes / 60, minutes % 60)
}

/// "thứ Hai".
#[must_use]
pub fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "thứ Hai",
        Weekday::Tue => "thứ Ba",
        Weekday::Wed => "thứ Tư",
        Weekday::Thu => "thứ Năm",
        Weekday::Fri => "thứ Sáu",
        Weekday::Sat => "thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    }
}

/// "thứ Hai 23/11/2026".
#[must_use]
pub fn day_and_date(date: NaiveDate) -> String {
    format!("{} {}", weekday(date.weekday()), date.format("%d/%m/%Y"))
}

/// "14:20 23/11/2026", where there is little room.
#[must_use]
pub fn short_moment(at: OfficeTime) -> String {
    format!("{} {}", at.time().format("%H:%M"), at.date().format("%d/%m/%Y"))
}

/// A time limit as the forms have it: "5 ngày làm việc", "10 ngày", "Không quy định".
#[must_use]
pub fn limit(limit: Limit) -> String {
    match limit {
        Limit::WorkingDays(days) => format!("{days} ngày làm việc"),
        Limit::HalfDays(1) => "nửa ngày làm việc".to_owned(),
        Limit::HalfDays(halves) => {
            format!("{}{} ngày làm việc", halves / 2, if halves % 2 == 0 { "" } else { ",5" })
        }
        Limit::CalendarDays(days) => format!("{days} ngày"),
        Limit::WorkingHours(hours) => format!("{hours} giờ làm việc"),
        Limit::SameDay => "Trong ngày làm việc".to_owned(),
        Limit::Agreed(_) => "Theo thỏa thuận".to_owned(),
        Limit::None => "Không quy định".to_owned(),
    }
}

/// A time limit inside a sentence: as [`limit`], without a capital.
#[must_use]
pub fn limit_within(time: Limit) -> String {
    match time {
        Limit::SameDay => "trong ngày làm việc".to_owned(),
        Limit::Agreed(_) => "theo thỏa thuận".to_owned(),
        Limit::None => "không quy định".to_owned(),
        other => limit(other),
    }
}

/// The time of the second of two appointments, which begins when the proof of payment arrives:
/// "trong 3 ngày làm việc kể từ ngày nộp chứng từ hoàn thành nghĩa vụ tài chính".
#[must_use]
pub fn after_payment(time: Limit) -> String {
    let proof = "nộp chứng từ hoàn thành nghĩa vụ tài chính";
    match time {
        Limit::SameDay => format!("ngay trong ngày {proof}"),
        Limit::WorkingHours(_) => format!("trong {} kể từ lúc {proof}", limit(time)),
        other => format!("trong {} kể từ ngày {proof}", limit_within(other)),
    }
}

/// How a promise was kept, as form 06 writes it: "Trước hạn".
#[must_use]
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Early => "Trước hạn",
        Verdict::OnTime => "Đúng hạn",
        Verdict::Late => "Quá hạn",
    }
}

/// Capital letters, as headings have them. The text is composed first, so that no mark is lost.
#[must_use]
pub fn capitals(text: &str) -> String {
    text.nfc().collect::<String>().to_uppercase()
}

/// The text with a capital at its head.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// `text`, or [`DOTS`] when it is blank.
#[must_use]
pub fn or_dots(text: &str) -> &str {
    if text.trim().is_empty() { DOTS } else { text }
}

/// The desk with its place: "Trung tâm Phục vụ hành chính công xã Hướng Hiệp".
///
/// The agency's name without *UBND* tells the place; it is left out when the desk's name already
/// says it, and set after a dash when it names no people's committee.
#[must_use]
pub fn full_desk_name(office: &Office) -> String {
    let desk: String = office.desk_name.trim().nfc().collect();
    let agency: String = office.agency_name.trim().nfc().collect();
    if desk.is_empty() {
        return agency;
    }
    let committee = ["UBND", "Ủy ban nhân dân", "Uỷ ban nhân dân"];
    let place = committee.iter().find_map(|words| after_words(&agency, words));
    match place {
        _ if agency.is_empty() => desk,
        Some(place) if desk.to_lowercase().contains(&place.to_lowercase()) => desk,
        Some(place) => format!("{desk} {place}"),
        None if desk.to_lowercase().contains(&agency.to_lowercase()) => desk,
        None => format!("{desk} - {agency}"),
    }
}
