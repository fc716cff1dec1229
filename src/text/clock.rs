//! What is said of a dossier's clock: waits, new promises, and how they were kept.

use std::path::Path;

use chrono::NaiveDate;

use super::answer::due_line;
use super::words::{moment, status};
use crate::desk::clock_story::{ClockStory, Kept};
use crate::desk::timeliness::{Tally, Timeliness};
use crate::desk::waiting::Moved;
use crate::domain::status::Status;
use crate::domain::verdict::Verdict;
use crate::domain::waiting::{Wait, WaitKind, asked_twice};
use crate::store::{Cause, PastPromise};

/// Why a slip is printed anew.
pub(crate) const PAPERS_CAME: &str = "đã nhận đủ hồ sơ bổ sung";
pub(crate) const PAID: &str = "đã thực hiện nghĩa vụ tài chính";
pub(crate) const PUT_OFF: &str = "hẹn lại ngày trả kết quả";

/// A dossier whose clock was stopped, or that ended.
pub(super) fn moved(done: &Moved) -> Vec<String> {
    let dossier = &done.dossier;
    let mut lines = vec![format!("Hồ sơ {}: {}.", dossier.code, status(dossier.status))];
    if dossier.is_waiting() {
        lines.push("Thời hạn tạm dừng; ngày hẹn mới có khi nhận đủ.".to_owned());
    }
    lines.extend(asked_again(done));
    lines
}

/// A warning to whoever asks for papers a second time.
pub(crate) fn asked_again(done: &Moved) -> Option<String> {
    (done.dossier.status == Status::AwaitingPapers && done.before > 0).then(|| {
        format!(
            "Lưu ý: hồ sơ này đã được yêu cầu bổ sung {} lần; chỉ số theo Quyết định 766/QĐ-TTg tính hồ \
             sơ yêu cầu bổ sung quá một lần là trễ hạn.",
            done.before
        )
    })
}

/// A dossier that is promised anew.
pub(super) fn promised_again(done: &Moved, slip: Option<&Path>) -> Vec<String> {
    let dossier = &done.dossier;
    let mut lines = vec![
        format!("Hồ sơ {}: {}.", dossier.code, status(dossier.status)),
        due_line(&dossier.due),
    ];
    lines.extend(slip.map(|file| format!("Giấy hẹn mới: {}", file.display())));
    lines
}

/// The waits and past promises of a dossier, and how it was kept both ways; nothing for one whose
/// clock simply ran.
pub(crate) fn clock_story(story: &ClockStory) -> Vec<String> {
    let mut lines: Vec<String> = story.past.iter().map(past_promise).collect();
    lines.extend(story.waits.iter().map(wait));
    let waited = story.waits.iter().any(|wait| wait.kind == WaitKind::Papers);
    if waited || !story.past.is_empty() {
        let open = story.waits.last().is_some_and(|wait| wait.until.is_none());
        let label =
            if open { "Ngày hẹn lúc yêu cầu, nay tạm dừng" } else { "Theo ngày hẹn" };
        lines.push(format!("{label}: {}", kept(&story.promised)));
    }
    if waited {
        lines.push(format!("Theo chỉ số (trừ thời gian chờ bổ sung): {}", kept(&story.index)));
    }
    if asked_twice(&story.waits) {
        lines.push("Đã yêu cầu bổ sung quá một lần: chỉ số tính là trễ hạn.".to_owned());
    }
    lines
}

pub(crate) fn past_promise(past: &PastPromise) -> String {
    let due = past.due.at.map_or("không hẹn".to_owned(), |at| format!("hẹn {}", moment(at)));
    let reason = if past.reason.is_empty() { String::new() } else { format!(": {}", past.reason) };
    format!("Trước {}: {due}; thay đổi do {}{reason}", moment(past.at), cause(past.cause))
}

pub(crate) fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Correction => "sửa thông tin",
        Cause::Branch => "đổi trường hợp thời hạn",
        Cause::Papers => "yêu cầu bổ sung",
        Cause::Payment => "nghĩa vụ tài chính",
        Cause::Extension => "xin lỗi và hẹn lại",
        Cause::Calendar => "đổi lịch làm việc",
        Cause::Undone => "hoàn tác",
    }
}

pub(crate) fn wait(wait: &Wait) -> String {
    let what = match wait.kind {
        WaitKind::Papers => "Chờ bổ sung",
        WaitKind::Payment => "Chờ nộp tiền",
    };
    let from = moment(wait.from);
    match wait.until {
        Some(until) => format!("{what} từ {from} đến {}: {}", moment(until), wait.reason),
        None => format!("{what} từ {from}: {}", wait.reason),
    }
}

pub(crate) fn kept(kept: &Kept) -> String {
    let Some(due) = kept.due_at else { return "không hẹn".to_owned() };
    let mut text = format!("hạn {}", moment(due));
    if let Some(finished) = kept.finished {
        text = format!("{text}, có kết quả {}", verdict(finished));
    }
    if let Some(handed_over) = kept.handed_over {
        text = format!("{text}, trao kết quả {}", verdict(handed_over));
    }
    text
}

pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Early => "trước hạn",
        Verdict::OnTime => "đúng hạn",
        Verdict::Late => "quá hạn",
    }
}

/// The figures of [`crate::desk::timeliness`].
pub(crate) fn timeliness(found: &Timeliness, from: NaiveDate, to: NaiveDate) -> Vec<String> {
    let day = |day: NaiveDate| day.format("%d/%m/%Y");
    let tally = |tally: Tally| {
        let Tally { early, on_time, late, not_promised } = tally;
        let not_promised = match not_promised {
            0 => String::new(),
            count => format!(", không hẹn {count}"),
        };
        format!("trước hạn {early}, đúng hạn {on_time}, quá hạn {late}{not_promised}")
    };
    vec![
        format!("Hồ sơ có kết quả từ {} đến {}: {}", day(from), day(to), found.finished),
        format!("Theo ngày hẹn, khi có kết quả: {}", tally(found.promised)),
        format!("Theo ngày hẹn, khi trao kết quả: {}", tally(found.handed_over)),
        format!("Theo chỉ số (trừ thời gian chờ bổ sung): {}", tally(found.index)),
        format!(
            "Có yêu cầu bổ sung: {}; đã xin lỗi, hẹn lại: {}",
            found.with_papers, found.put_off
        ),
    ]
}
