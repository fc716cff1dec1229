//! What happened to a dossier, newest first.

use super::process::{step_reason, step_told};
use super::told::told_collector;
use super::when::clock;
use crate::desk::progress::Progress;
use crate::domain::time::OfficeTime;
use crate::store::{Correction, HandBack, JournalRow, PrintRow};

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
pub(crate) fn story(
    journal: &[JournalRow],
    prints: &[PrintRow],
    corrections: &[Correction],
    hand_back: Option<&HandBack>,
    progress: Option<&Progress>,
) -> Vec<Line> {
    let mut lines: Vec<(OfficeTime, Line)> = Vec::new();
    for row in journal {
        let (what, weighty) = match row.act.as_str() {
            "receive" => ("Tiếp nhận hồ sơ", true),
            "finish" => ("Đã có kết quả", true),
            "return" => ("Trả kết quả", true),
            "next_step" => ("", true),
            "move_promise" => ("Dời ngày hẹn do đổi lịch", true),
            "restore_promise" => ("Hoàn tác việc dời ngày hẹn", true),
            "hand_over" => ("Chuyển giải quyết", true),
            "ask_papers" => ("Yêu cầu bổ sung", true),
            "papers_came" => ("Nhận đủ bổ sung", true),
            "demand_payment" => ("Thông báo nghĩa vụ tài chính", true),
            "paid" => ("Đã nộp tiền", true),
            "extend" => ("Xin lỗi và hẹn lại", true),
            "stop" => ("Dừng giải quyết", true),
            "withdraw" => ("Công dân rút hồ sơ", true),
            "refuse" => ("Từ chối giải quyết", true),
            "take_back" => ("Nhận lại hồ sơ", true),
            "sign_result" => ("Kết quả đã ký", true),
            "void" => ("Hủy số hồ sơ", true),
            "undo" => ("Hoàn tác bước làm nhầm", true),
            "set_tray" => ("Xếp khay", false),
            "choose_branch" => ("Đổi trường hợp thời hạn", true),
            // Told with their reasons from their own tables.
            "correct" | "print" => continue,
            other => (other, false),
        };
        let mut who = row.actor.clone();
        if let (true, Some(hand_back)) = (row.act == "return", hand_back) {
            who = join([&who, &told_collector(hand_back)]);
        }
        let mut what = what.to_owned();
        if row.act == "next_step" {
            what = step_told(&row.detail);
            who = join([&who, &step_reason(progress, row.at)]);
        }
        lines.push((row.at, line(row.at, what, who, weighty)));
    }
    for print in prints {
        let form = match print.form.as_str() {
            "appointment_slip" => "giấy hẹn",
            "due_explanation" => "phiếu giải trình cách tính ngày hẹn",
            "return_receipt" => "giấy biên nhận trả kết quả",
            other => other,
        };
        let what = match print.copy {
            ..=1 => format!("In {form}"),
            copy => format!("In lại {form}, lần {}", copy - 1),
        };
        lines.push((print.at, line(print.at, what, join([&print.actor, &print.reason]), false)));
    }
    for correction in corrections {
        let who = join([&correction.actor, &correction.reason]);
        lines.push((correction.at, line(correction.at, "Sửa thông tin".to_owned(), who, true)));
    }
    lines.sort_by_key(|(at, _)| std::cmp::Reverse(at.millis()));
    lines.into_iter().map(|(_, line)| line).collect()
}

fn line(at: OfficeTime, what: String, who: String, weighty: bool) -> Line {
    Line { when: clock(at), what, who, weighty }
}

/// Parts that say something, with a dot between.
fn join<const N: usize>(parts: [&str; N]) -> String {
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(" · ")
}
