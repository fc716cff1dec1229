//! What happened to a dossier, newest first.

use serde_json::Value;

use super::deed::act_told;
use super::process::{step_reason, step_told};
use super::told::told_collector;
use super::when::clock;
use super::whereabouts::notice_told;
use crate::domain::hands::TransferAct;
use crate::domain::time::OfficeTime;
use crate::store::{Act, JournalRow, PrintRow, UndoneAct};
use crate::text as sentences;
use crate::ui::screen::dossier::Story;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// When, short.
    pub(crate) when: String,
    /// What.
    pub(crate) what: String,
    /// Who, and why.
    pub(crate) who: String,
    /// Whether the dossier itself moved on.
    pub(crate) weighty: bool,
}

/// The story of a dossier from everything the book keeps of it.
pub(crate) fn story(story: &Story) -> Vec<Line> {
    let mut lines: Vec<(OfficeTime, Line)> = Vec::new();
    for row in &story.journal {
        let Some((mut what, mut who)) = told(row, story) else { continue };
        let act = Act::of_word(&row.act);
        if is_undone(row, story) {
            what = format!("{what} (đã hoàn tác)");
        }
        if who.is_empty() {
            who.clone_from(&row.actor);
        }
        let weighty = !matches!(act, Some(Act::Print | Act::SetTray) | None);
        lines.push((row.at, line(row.at, what, who, weighty)));
    }
    for print in &story.prints {
        let who = join([&print.actor, &print.reason]);
        lines.push((print.at, line(print.at, printed(print), who, false)));
    }
    for correction in &story.corrections {
        let who = join([&correction.actor, &correction.reason]);
        lines.push((correction.at, line(correction.at, "Sửa thông tin".to_owned(), who, true)));
    }
    // What was done later in the same moment stands first as well.
    lines.reverse();
    lines.sort_by_key(|(at, _)| std::cmp::Reverse(at.millis()));
    lines.into_iter().map(|(_, line)| line).collect()
}

/// What a row of the journal tells, and who with why where that is more than who; nothing for what is
/// told from a table of its own. An act without words here does not compile.
fn told(row: &JournalRow, story: &Story) -> Option<(String, String)> {
    let plain = |what: &str| Some((what.to_owned(), String::new()));
    let Some(act) = Act::of_word(&row.act) else { return plain(&row.act) };
    match act {
        Act::Receive => plain("Tiếp nhận hồ sơ"),
        Act::Finish => plain("Đã có kết quả"),
        Act::Return => {
            let collector = story.hand_back.as_ref().map(told_collector).unwrap_or_default();
            Some(("Trả kết quả".to_owned(), join([&row.actor, &collector])))
        }
        Act::NextStep => {
            let reason = step_reason(story.progress.as_ref(), row.at);
            Some((step_told(&row.detail), join([&row.actor, &reason])))
        }
        Act::HandOver => Some((handed_over(row, story), String::new())),
        Act::TakeBack => plain("Nhận lại hồ sơ về bộ phận một cửa"),
        Act::MovePromise => plain("Dời ngày hẹn do đổi lịch"),
        Act::RestorePromise => plain("Hoàn tác việc dời ngày hẹn"),
        Act::AskPapers => plain("Yêu cầu bổ sung"),
        Act::PapersCame => plain("Nhận đủ bổ sung"),
        Act::DemandPayment => plain("Thông báo nghĩa vụ tài chính"),
        Act::Paid => plain("Đã nộp tiền"),
        Act::Extend => plain("Xin lỗi và hẹn lại"),
        Act::Stop => plain("Dừng giải quyết"),
        Act::Withdraw => plain("Công dân rút hồ sơ"),
        Act::Refuse => plain("Từ chối giải quyết"),
        Act::SignResult => Some((numbered("Kết quả đã ký", &row.detail, "number"), String::new())),
        Act::Void => plain("Hủy số hồ sơ"),
        Act::SetTray => match text_of(&row.detail, "tray") {
            "" => plain("Lấy ra khỏi khay"),
            tray => Some((format!("Xếp vào khay {tray}"), String::new())),
        },
        Act::ChooseBranch => plain("Đổi trường hợp thời hạn"),
        Act::Undo => Some(undone(row, &story.undone)),
        // Notices have no other table; the dossier's own forms do, with the reason.
        Act::Print => printed_notice(row, story),
        // Told with its reason from a table of its own.
        Act::Correct => None,
        // None of these has a dossier for its subject.
        Act::SetOffice
        | Act::ImportProcedures
        | Act::ImportCalendar
        | Act::SetFavourite
        | Act::ChangeCalendar
        | Act::UndoCalendar
        | Act::ImportProcesses
        | Act::SetProcess
        | Act::Guide
        | Act::RefuseUnreceived
        | Act::KeepList
        | Act::SetOfficer
        | Act::SetForm
        | Act::CloseRegister => plain(sentences::act(act)),
    }
}

fn is_undone(row: &JournalRow, story: &Story) -> bool {
    story.undone.iter().any(|undone| undone.act == row.act && undone.acted_at == row.at)
}

/// To whom a dossier was handed over. What holds has its line among the changes of hands, in the same
/// order; a book of an earlier version may lack the first ones.
fn handed_over(row: &JournalRow, story: &Story) -> String {
    let word = Act::HandOver.word();
    let holds = |other: &&JournalRow| other.act == word && !is_undone(other, story);
    let from_the_end = story.journal.iter().filter(holds).rev().position(|other| other == row);
    let there = story.transfers.iter().filter(|transfer| transfer.act == TransferAct::HandOver);
    match from_the_end.and_then(|place| there.rev().nth(place)) {
        Some(transfer) => format!("Chuyển giải quyết: {}", transfer.to.told()),
        None => "Chuyển giải quyết".to_owned(),
    }
}

/// What was undone, when it had been done and by whom, and why it was undone.
fn undone(row: &JournalRow, all: &[UndoneAct]) -> (String, String) {
    match all.iter().find(|undone| undone.at == row.at) {
        Some(undone) => {
            let act = act_told(&undone.act);
            let (at, by) = (clock(undone.acted_at), &undone.acted_by);
            (format!("Hoàn tác \"{act}\" ({at}, {by})"), join([&row.actor, &undone.reason]))
        }
        None => ("Hoàn tác bước làm nhầm".to_owned(), String::new()),
    }
}

/// The print of a notice.
fn printed_notice(row: &JournalRow, story: &Story) -> Option<(String, String)> {
    let number = row.detail.get("paper").and_then(Value::as_i64)?;
    let notice = story.notices.iter().find(|notice| notice.id == number)?;
    let copy = row.detail.get("copy").and_then(Value::as_i64).unwrap_or(1);
    Some((in_again(&lower(&notice_told(notice)), copy), String::new()))
}

fn printed(print: &PrintRow) -> String {
    let form = match print.form.as_str() {
        "appointment_slip" => "giấy hẹn",
        "due_explanation" => "phiếu giải trình cách tính ngày hẹn",
        "return_receipt" => "giấy biên nhận trả kết quả",
        "control_sheet" => "phiếu kiểm soát",
        other => other,
    };
    in_again(form, print.copy)
}

fn in_again(form: &str, copy: i64) -> String {
    match copy {
        ..=1 => format!("In {form}"),
        copy => format!("In lại {form}, lần {}", copy - 1),
    }
}

fn numbered(what: &str, detail: &Value, key: &str) -> String {
    match text_of(detail, key) {
        "" => what.to_owned(),
        number => format!("{what}: số {number}"),
    }
}

fn text_of<'a>(detail: &'a Value, key: &str) -> &'a str {
    detail.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// A name inside a sentence.
fn lower(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn line(at: OfficeTime, what: String, who: String, weighty: bool) -> Line {
    Line { when: clock(at), what, who, weighty }
}

/// Parts that say something, with a dot between.
fn join<const N: usize>(parts: [&str; N]) -> String {
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(" · ")
}
