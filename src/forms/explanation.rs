//! Why a dossier is promised for its moment, in the official wording that window, command line and
//! paper share.
//!
//! Quoted word for word is only what was read in a public text of the law; the rest is told in
//! plain words with its article.

mod beginning;
mod day;
mod hour;
mod past;
mod rule;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

pub use self::beginning::because;
pub use self::day::{counted_as, day, reason};
use super::words::{self, day_and_date};
use crate::domain::calendar::Calendar;
use crate::domain::clock_start::ClockStart;
use crate::domain::deadline::{DayReason, DayStep, Due, ReturnHour};
use crate::domain::dossier::Dossier;
use crate::domain::limit::Limit;
use crate::domain::past_promise::{Cause, PastPromise};
use crate::domain::time::OfficeTime;
use crate::domain::waiting::{Wait, WaitKind};

/// A promise to be explained, and what it rests on.
#[derive(Debug, Clone, Copy)]
pub struct Promise<'a> {
    /// When the dossier was received.
    pub received: OfficeTime,
    /// From when its time counts, where that is not the receipt.
    pub start: Option<ClockStart>,
    /// The dossier's own limit.
    pub whole: Limit,
    /// The limit the promise was counted with, where that is another one.
    pub counted: Option<Limit>,
    /// The time for the result once a financial duty is paid, where there are two appointments.
    pub second: Option<Limit>,
    /// At what hour the office promises.
    pub hour: ReturnHour,
    /// The promise.
    pub due: &'a Due,
    /// What the office waited for, oldest first.
    pub waits: &'a [Wait],
    /// The promises that gave way, oldest first.
    pub past: &'a [PastPromise],
}

impl<'a> Promise<'a> {
    /// The promise of a dossier.
    #[must_use]
    pub fn of(
        dossier: &'a Dossier,
        hour: ReturnHour,
        waits: &'a [Wait],
        past: &'a [PastPromise],
    ) -> Self {
        Self {
            received: dossier.received_at,
            start: dossier.start,
            whole: dossier.limit,
            counted: dossier.promise_limit,
            second: dossier.second_limit,
            hour,
            due: &dossier.due,
            waits,
            past,
        }
    }

    /// The moment from which the time counts.
    fn from(&self) -> OfficeTime {
        self.start.map_or(self.received, |start| start.at)
    }

    /// The limit the promise was counted with.
    fn limit(&self) -> Limit {
        self.counted.unwrap_or(self.whole)
    }

    /// What the office waits for now; nothing is promised meanwhile.
    fn waits_for(&self) -> Option<WaitKind> {
        self.waits.last().filter(|wait| wait.until.is_none()).map(|wait| wait.kind)
    }

    /// Whether the promise that holds is one that was put off.
    fn is_extended(&self) -> bool {
        self.past.last().is_some_and(|last| last.cause == Cause::Extension)
    }
}

/// A day of the explanation, or several plain days of weekly rest in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DayLine {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; the same for a single day.
    pub until: NaiveDate,
    /// "thứ Bảy 28/11/2026, Chủ nhật 29/11/2026".
    pub date: String,
    /// What was counted on it: "ngày thứ 1", "nửa ngày", "3 giờ 15 phút", "không tính".
    pub counted: String,
    /// Why.
    pub reason: String,
}

/// A promise in words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Explanation {
    /// When the dossier was received, from when its time counts and why, how long that is.
    pub basis: Vec<String>,
    /// Every day, in order; empty where no days are counted.
    pub days: Vec<DayLine>,
    /// The promise, why it is for this hour, and what of it is an estimate.
    pub promise: Vec<String>,
    /// The rules that were applied, with their articles.
    pub rules: Vec<String>,
    /// The promises that gave way, oldest first: what they were, when and why they gave way.
    pub earlier: Vec<String>,
    /// What the office waited for, and both ways of counting that.
    pub waits: Vec<String>,
}

/// The heading over the days.
pub const DAYS: &str = "Cách tính từng ngày";
/// The heading over the rules.
pub const RULES: &str = "Căn cứ";
/// The heading over the promises that gave way.
pub const EARLIER: &str = "Các lần hẹn trước";
/// The heading over the waits.
pub const WAITS: &str = "Thời gian chờ người nộp hồ sơ";

impl Explanation {
    /// Its parts with their headings; the first and the third have none. Parts without lines are
    /// left out.
    #[must_use]
    pub fn parts(&self) -> Vec<(&'static str, Vec<String>)> {
        let days = self.days.iter().map(|line| {
            let DayLine { date, counted, reason, .. } = line;
            format!("{date}: {counted} ({reason})")
        });
        let parts = [
            ("", self.basis.clone()),
            (DAYS, days.collect()),
            ("", self.promise.clone()),
            (RULES, self.rules.clone()),
            (EARLIER, self.earlier.clone()),
            (WAITS, self.waits.clone()),
        ];
        parts.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
    }
}

/// Explains a promise. The days are those the promise was made with; `calendar`, as it is now,
/// tells who says that a day is off, and serves to count a wait for papers in both ways.
#[must_use]
pub fn explanation(calendar: &Calendar, promise: &Promise<'_>) -> Explanation {
    Explanation {
        basis: beginning::lines(promise),
        days: day_lines(calendar, promise),
        promise: promise_lines(calendar, promise),
        rules: rule::lines(calendar, promise),
        earlier: past::earlier(promise.past),
        waits: past::waits(calendar, promise),
    }
}

/// "14 giờ 20 phút, thứ Hai ngày 23/11/2026".
fn moment(at: OfficeTime) -> String {
    let day = at.date().format("%d/%m/%Y");
    format!("{}, {} ngày {day}", words::hour(at.time()), words::weekday(at.date().weekday()))
}

fn day_lines(calendar: &Calendar, promise: &Promise<'_>) -> Vec<DayLine> {
    // By agreement no days are counted.
    if matches!(promise.limit(), Limit::Agreed(_)) {
        return Vec::new();
    }
    let mut lines: Vec<(DayLine, bool)> = Vec::new();
    let days = &promise.due.days;
    for (place, step) in days.iter().enumerate() {
        let rest = matches!(step.reason, DayReason::WeeklyRest) && step.counted.is_none();
        if let Some((line, true)) = lines.last_mut().filter(|_| rest) {
            line.until = step.date;
            line.date = format!("{}, {}", line.date, day_and_date(step.date));
            continue;
        }
        let last = place + 1 == days.len();
        let line = DayLine {
            from: step.date,
            until: step.date,
            date: day_and_date(step.date),
            counted: day::counted_as(step),
            reason: reason_of(calendar, promise, step, last),
        };
        lines.push((line, rest));
    }
    lines.into_iter().map(|(line, _)| line).collect()
}

/// Why a day was counted or not, with what the whole promise tells of it.
fn reason_of(calendar: &Calendar, promise: &Promise<'_>, step: &DayStep, last: bool) -> String {
    match &step.reason {
        DayReason::Receipt if last && !step.half => "trả kết quả ngay trong ngày".to_owned(),
        DayReason::Receipt => {
            let first = beginning::first_day(promise);
            match promise.limit() {
                // A same-day limit did not end on it.
                Limit::SameDay | Limit::WorkingDays(0) => {
                    let late = promise.from().time() > Limit::same_day_until();
                    format!("{first}, {}", if late { "sau 15 giờ" } else { "ngoài giờ làm việc" })
                }
                _ => first.to_owned(),
            }
        }
        DayReason::Working | DayReason::SwappedIn { .. } | DayReason::Shortened { .. }
            if last && step.counted.is_none() && !step.half && step.minutes.is_none() =>
        {
            format!("{}, hạn chuyển đến ngày này", day::reason(step))
        }
        DayReason::DayOff { name, .. } | DayReason::Shortened { name } => {
            let said = day::reason(step);
            let source = calendar.special_day(step.date).filter(|day| day.name == *name);
            match source.map(|day| day.source.trim()).filter(|source| !source.is_empty()) {
                Some(source) => format!("{said}; {source}"),
                None => said,
            }
        }
        _ => day::reason(step),
    }
}

/// The promise, the reason of its hour, and what is not certain.
fn promise_lines(calendar: &Calendar, promise: &Promise<'_>) -> Vec<String> {
    let Some(at) = promise.due.at else {
        let said = match promise.waits_for() {
            Some(WaitKind::Papers) => {
                "Đang chờ bổ sung giấy tờ; ngày hẹn trả kết quả được tính lại khi nhận đủ hồ sơ."
            }
            Some(WaitKind::Payment) => {
                "Đang chờ thực hiện nghĩa vụ tài chính; ngày hẹn trả kết quả được tính lại khi nhận \
                 chứng từ."
            }
            None => "Không hẹn ngày trả kết quả; cơ quan thông báo khi có kết quả.",
        };
        return vec![said.to_owned()];
    };
    let mut lines = vec![format!("Hẹn trả kết quả: {}.", moment(at))];
    lines.push(hour::line(calendar, promise, at));
    if let Some(second) = beginning::second_appointment(promise) {
        lines.push(second);
    }
    let estimated =
        |step: &&DayStep| matches!(step.reason, DayReason::DayOff { official: false, .. });
    if promise.due.days.iter().any(|step| estimated(&step)) {
        lines.push(
            "Ngày nghỉ ghi \"dự kiến\" tính theo luật, chưa có thông báo chính thức; ngày hẹn có thể \
             thay đổi khi có thông báo."
                .to_owned(),
        );
    } else if let Some(known_until) = promise.due.beyond_calendar {
        lines.push(format!(
            "Lịch nghỉ chính thức mới có đến hết ngày {}; ngày hẹn sau ngày này là dự kiến.",
            known_until.format("%d/%m/%Y")
        ));
    }
    lines
}
