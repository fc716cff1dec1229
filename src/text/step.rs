//! What is said of a dossier that moves on, and of lists.

use super::answer::due_line;
use super::field;
use super::words::{moment, status};
use crate::desk::correct::Corrected;
use crate::desk::give_back::GivenBack;
use crate::domain::collection::{Collector, SlipState};
use crate::domain::dossier::Dossier;
use crate::domain::time::OfficeTime;
use crate::store::{Correction, HandBack, ListRow};

pub(crate) fn finished(dossier: &Dossier) -> Vec<String> {
    let mut lines = vec![format!("Kết quả của hồ sơ {} đã có tại quầy.", dossier.code)];
    lines.extend(lateness(dossier));
    lines
}

pub(crate) fn given_back(done: &GivenBack) -> Vec<String> {
    let dossier = &done.dossier;
    let mut lines =
        vec![format!("Đã trả kết quả hồ sơ {} của {}.", dossier.code, dossier.applicant.name)];
    if done.finished_now {
        lines.push("Hồ sơ được ghi nhận có kết quả cùng lúc trả.".to_owned());
    }
    lines.extend(lateness(dossier));
    lines
}

/// Whether the promise was kept.
fn lateness(dossier: &Dossier) -> Option<String> {
    let (finished, due) = (dossier.finished_at?, dossier.due.at?);
    let how = if finished <= due { "đúng hẹn" } else { "trễ hẹn" };
    Some(format!("Có kết quả {}, hẹn trả {}: {how}.", moment(finished), moment(due)))
}

pub(crate) fn corrected(done: &Corrected) -> Vec<String> {
    let fields: Vec<&str> = done.fields.iter().map(|field| field::name(*field)).collect();
    let mut lines =
        vec![format!("Đã đính chính hồ sơ {}: {}.", done.after.code, fields.join(", "))];
    if done.before.due.at != done.after.due.at {
        let before = done.before.due.at.map_or("không hẹn".to_owned(), moment);
        lines.push(format!("{} (trước đây: {before})", due_line(&done.after.due)));
    }
    lines.push(format!(
        "Giấy hẹn đã in không còn đúng; hãy in lại bằng lệnh \"motcua slip {}\".",
        done.after.code
    ));
    lines
}

/// When a dossier was finished and how it ended.
pub(super) fn ending(dossier: &Dossier) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(dossier.finished_at.map(|at| format!("Có kết quả: {}", moment(at))));
    lines.extend(dossier.ended_at.map(|at| format!("Kết thúc: {}", moment(at))));
    lines.extend(dossier.ended_because.iter().map(|because| format!("Lý do kết thúc: {because}")));
    lines
}

/// What happened after a dossier was received.
pub(crate) fn history(hand_back: Option<&HandBack>, corrections: &[Correction]) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(HandBack { at, actor, by, slip, note }) = hand_back {
        lines.push(format!("Trả kết quả: {}{}", moment(*at), by_whom(actor)));
        if let Collector::Authorised { name, identity, paper } = by {
            lines.push(format!("  Người nhận thay: {name}, số {identity} ({paper})"));
        }
        match slip {
            SlipState::Returned => {}
            SlipState::Lost => lines.push("  Giấy hẹn: bị mất".to_owned()),
            SlipState::None => lines.push("  Giấy hẹn: không có".to_owned()),
        }
        if !note.is_empty() {
            lines.push(format!("  Ghi chú khi trả: {note}"));
        }
    }
    lines.extend(corrections.iter().map(|correction| {
        let Correction { at, actor, reason, .. } = correction;
        format!("Đính chính: {}{}, lý do: {reason}", moment(*at), by_whom(actor))
    }));
    lines
}

fn by_whom(actor: &str) -> String {
    if actor.is_empty() { String::new() } else { format!(", cán bộ {actor}") }
}

pub(crate) fn dossiers_listed(rows: &[ListRow], now: OfficeTime) -> Vec<String> {
    if rows.is_empty() {
        return vec!["Không có hồ sơ nào; hãy bớt điều kiện hoặc xem bằng --state any.".to_owned()];
    }
    rows.iter()
        .map(|row| {
            let open = row.finished_at.is_none() && row.ended_at.is_none();
            let due = row.due_at.map_or("không hẹn".to_owned(), |due| {
                let late = if open && due < now { " (quá hạn)" } else { "" };
                format!("hẹn trả {}{late}", moment(due))
            });
            format!(
                "{}  {}  {}  {due}  {}",
                row.code,
                row.applicant,
                row.procedure,
                status(row.status)
            )
        })
        .collect()
}
