//! Dates, hours and limits as the window tells them.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use crate::domain::deadline::{DayReason, DayStep};
use crate::domain::dossier::Dossier;
use crate::domain::intake::Intake;
use crate::domain::limit::{Limit, LimitBranch};
use crate::domain::procedure::Procedure;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::forms::words;
use crate::store::ListRow;
use crate::text as sentences;
use crate::ui::theme::Tone;

/// "Hôm nay, thứ Hai 23/11/2026".
pub(crate) fn today(date: NaiveDate) -> String {
    format!("Hôm nay, {}", sentences::date(date))
}

/// "14:20 thứ Hai 23/11/2026".
pub(crate) fn moment(at: OfficeTime) -> String {
    sentences::moment(at)
}

/// The promised moment, or that nothing is promised.
pub(crate) fn promised(at: Option<OfficeTime>) -> String {
    at.map_or_else(|| super::NOT_PROMISED.to_owned(), moment)
}

/// The promised moment of a dossier, or what stands in its place.
pub(crate) fn promise_now(record: &Dossier) -> String {
    match standing_still(record) {
        Some(told) => told.to_owned(),
        None => promised(record.due.at),
    }
}

/// What stands in the place of a promise that is suspended or over.
fn standing_still(record: &Dossier) -> Option<&'static str> {
    let over = record.ended_at.is_some() && record.finished_at.is_none();
    if over { Some("Không còn hẹn trả") } else { waiting(record.status) }
}

/// What the office waits for.
fn waiting(status: Status) -> Option<&'static str> {
    match status {
        Status::AwaitingPapers => Some("Tạm dừng, chờ bổ sung"),
        Status::AwaitingPayment => Some("Tạm dừng, chờ nộp tiền"),
        _ => None,
    }
}

/// "11:30 23/11".
pub(crate) fn clock(at: OfficeTime) -> String {
    format!("{} {}", at.time().format("%H:%M"), at.date().format("%d/%m"))
}

/// A limit: "5 ngày làm việc".
pub(crate) fn limit(limit: Limit) -> String {
    words::limit(limit)
}

/// The limit that will run for a form.
pub(crate) fn limit_of(procedure: Option<&Procedure>, intake: &Intake) -> String {
    let given = intake.limit.parse::<Limit>().ok();
    let branch = intake.branch.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let runs = procedure.and_then(|procedure| match branch {
        Some(place) => procedure.limits.get(place).map(|branch| branch.limit),
        None => procedure.ordinary_limit(intake.channel),
    });
    given.or(runs).map_or_else(String::new, words::limit)
}

/// A branch of a limit with its condition.
pub(crate) fn branch(branch: &LimitBranch) -> String {
    match branch.when.as_str() {
        _ if matches!(branch.limit, Limit::Agreed(_)) => words::limit(branch.limit),
        "" => words::limit(branch.limit),
        when => format!("{}: {when}", words::limit(branch.limit)),
    }
}

/// "T2 23/11" below a bar of the chart.
pub(crate) fn short_day(date: NaiveDate) -> String {
    format!("{} {}", short_weekday(date.weekday()), date.format("%d"))
}

fn short_weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "T2",
        Weekday::Tue => "T3",
        Weekday::Wed => "T4",
        Weekday::Thu => "T5",
        Weekday::Fri => "T6",
        Weekday::Sat => "T7",
        Weekday::Sun => "CN",
    }
}

/// A day of the strip: its date, and its number or why it is skipped.
pub(crate) fn day_chip(step: &DayStep) -> String {
    let day = format!("{} {}", short_weekday(step.date.weekday()), step.date.format("%d/%m"));
    let counted = match (step.counted, step.minutes) {
        (_, Some(minutes)) if minutes > 0 => Some(format!("{}g{:02}", minutes / 60, minutes % 60)),
        (Some(number), _) if step.half => Some(format!("{number} + ½")),
        (None, _) if step.half => Some("½".to_owned()),
        (number, _) => number.map(|number| number.to_string()),
    };
    let told = match (&step.reason, counted) {
        // A part of the day is closed.
        (DayReason::Shortened { .. }, Some(counted)) => format!("{counted} (ngắn)"),
        (_, Some(counted)) => counted,
        (DayReason::Receipt, None) => "nhận".to_owned(),
        (DayReason::DayOff { .. } | DayReason::WeeklyRest, None) => "nghỉ".to_owned(),
        (DayReason::ReceptionOnly, None) => "chỉ nhận".to_owned(),
        (_, None) => return day,
    };
    format!("{day}: {told}")
}

/// A day of the strip in words.
pub(crate) fn day_told(step: &DayStep) -> String {
    format!("{}: {}", sentences::date(step.date), sentences::day(step))
}

/// How a row's promise stands: "quá 3 giờ", "còn 2 ngày"; `None` when nothing is promised any more.
pub(crate) fn due(row: &ListRow, now: OfficeTime) -> Option<(String, Tone)> {
    due_in(row.status, row.due_at, now)
}

/// How a promise stands, as [`due`] tells it.
pub(crate) fn due_in(
    status: Status,
    due_at: Option<OfficeTime>,
    now: OfficeTime,
) -> Option<(String, Tone)> {
    match status {
        Status::Finished => Some(("chờ trả".to_owned(), Tone::Accent)),
        Status::AwaitingPapers => Some(("chờ bổ sung".to_owned(), Tone::Warn)),
        Status::AwaitingPayment => Some(("chờ nộp tiền".to_owned(), Tone::Warn)),
        status if status.is_final() => None,
        _ => due_at.map(|due| left(due, now)),
    }
}

/// How long is left until `due`, or by how much it is over.
fn left(due: OfficeTime, now: OfficeTime) -> (String, Tone) {
    let over = now.millis() > due.millis();
    let minutes = TimeDelta::milliseconds((due.millis() - now.millis()).abs()).num_minutes();
    let days = (due.date() - now.date()).num_days().abs();
    let span = match (days, minutes) {
        (0, ..60) => format!("{} phút", minutes.max(1)),
        (0, _) => format!("{} giờ", minutes / 60),
        _ => format!("{days} ngày"),
    };
    match (over, days) {
        (true, _) => (format!("quá {span}"), Tone::Bad),
        (false, 0) => (format!("còn {span}"), Tone::Warn),
        (false, _) => (format!("còn {span}"), Tone::Good),
    }
}

/// How a dossier's promise stands, with the promised moment.
pub(crate) fn due_of(record: &Dossier, now: OfficeTime) -> Option<(String, Tone)> {
    if let Some(told) = standing_still(record) {
        return Some((told.to_owned(), Tone::Warn));
    }
    let at = record.due.at?;
    let when = moment(at);
    if record.status.is_final() || record.status == Status::Finished {
        return Some((format!("Hẹn {when}"), Tone::Plain));
    }
    let (span, tone) = left(at, now);
    Some((format!("{when} · {span}"), tone))
}
