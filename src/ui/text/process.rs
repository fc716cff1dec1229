//! What is said of a dossier's way through its process.

use super::when::{clock, limit};
use crate::desk::next_step::PassedOn;
use crate::desk::progress::{Progress, StepLine};
use crate::domain::dossier::Dossier;
use crate::domain::progress::StepState;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::text as sentences;
use crate::ui::theme::Tone;

pub(crate) const PROCESS: &str = "Quy trình ISO 9001";
pub(crate) const NO_PROCESS: &str = "Chưa có quy trình; nhập các bước để chia hạn cho từng bước và \
    biết hồ sơ đang ở đâu.";
pub(crate) const TYPE_PROCESS: &str = "Nhập quy trình…";
pub(crate) const KEEP_PROCESS: &str = "Ghi quy trình";
pub(crate) const PROCESS_NAME: &str = "Ký hiệu quy trình";
pub(crate) const PROCESS_NAME_HINT: &str = "QT-HT-07";
pub(crate) const PROCESS_STEPS: &str = "Các bước, mỗi bước một dòng: Tên bước; người làm; số giờ";
pub(crate) const PROCESS_STEPS_HINT: &str = "Tiếp nhận; Bộ phận Một cửa; 4\nThẩm tra; Công chức \
    chuyên môn; 20\nKý duyệt; Lãnh đạo UBND; 8,5\nTrả kết quả; Bộ phận Một cửa; không tính thời gian";
pub(crate) const NEXT_STEP: &str = "Chuyển bước tiếp";
pub(crate) const STEP_HOLDER: &str = "Người giữ hồ sơ";
pub(crate) const NEXT_RETURNS: &str = "Chuyển đến bước này là ghi nhận hồ sơ đã có kết quả.";

/// The process and how long it may take: "QT-HT-07 · 5 ngày làm việc".
pub(crate) fn process_and_limit(progress: &Progress, record: &Dossier) -> String {
    format!("{} · {}", progress.process.name, limit(record.limit))
}

/// For which dossiers a typed process holds.
pub(crate) fn process_applies(record: &Dossier) -> String {
    let day = record.received_at.date().format("%d/%m/%Y");
    format!("{} {} · hồ sơ nhận từ {day}", record.procedure.code, record.procedure.name)
}

/// Who does a step, and who has the dossier there.
pub(crate) fn step_who(step: &StepLine) -> String {
    if step.holder.is_empty() || step.holder == step.who {
        step.who.clone()
    } else {
        format!("{} · {}", step.who, step.holder)
    }
}

/// When a step is to be done.
pub(crate) fn step_due(step: &StepLine) -> Option<String> {
    step.deadline.map(|at| format!("hạn {}", clock(at)))
}

/// When a step was done, or since when it is under way.
pub(crate) fn step_done(step: &StepLine) -> Option<String> {
    match step.state {
        StepState::Passed => step.ended_at.map(|at| format!("xong {}", clock(at))),
        StepState::Running => step.began_at.map(|at| format!("từ {}", clock(at))),
        StepState::ToCome | StepState::Skipped => None,
    }
}

/// How late a step is: "trễ 1,5 giờ".
pub(crate) fn step_late(step: &StepLine) -> Option<String> {
    step.late.then(|| sentences::late(step.minutes_late))
}

/// How a step stands, where that is to be pointed out.
pub(crate) fn step_state(step: &StepLine, status: Status) -> Option<(&'static str, Tone)> {
    match (step.state, status) {
        (StepState::Running, Status::Finished) => Some(("chờ trả", Tone::Accent)),
        (StepState::Running, Status::AwaitingPapers | Status::AwaitingPayment) => {
            Some(("chờ người nộp", Tone::Warn))
        }
        (StepState::Running, _) => Some(("đang xử lý", Tone::Accent)),
        (StepState::Skipped, _) => Some(("không qua", Tone::Plain)),
        (StepState::Passed | StepState::ToCome, _) => None,
    }
}

/// The step a dossier is about to go to.
pub(crate) fn step_ahead(step: &StepLine) -> String {
    match step_due(step) {
        Some(due) => format!("{}. {} · {due}", step.step, step.name),
        None => format!("{}. {}", step.step, step.name),
    }
}

pub(crate) fn moved_on(done: &PassedOn) -> String {
    let code = &done.dossier.code;
    match done.progress.steps.iter().find(|step| step.running) {
        _ if done.dossier.status == Status::Finished => super::finished_now(code),
        Some(step) => format!("Hồ sơ {code} đã chuyển sang bước {}.", step.name),
        None => format!("Hồ sơ {code} đã chuyển bước."),
    }
}

pub(crate) fn process_kept(name: &str) -> String {
    format!("Đã ghi quy trình {name}.")
}

/// A step in the story of a dossier: what, and why where it went back.
pub(super) fn step_told(detail: &serde_json::Value) -> String {
    let name = detail.get("name").and_then(serde_json::Value::as_str).unwrap_or_default();
    let back = detail.get("back").and_then(serde_json::Value::as_bool) == Some(true);
    let verb = if back { "Chuyển về bước" } else { "Chuyển bước" };
    format!("{verb} «{name}»")
}

/// Why a dossier was passed on at `at`, with who got it.
pub(super) fn step_reason(progress: Option<&Progress>, at: OfficeTime) -> String {
    let moves = progress.map_or(&[][..], |progress| &progress.moves);
    let row = moves.iter().find(|row| row.began_at == at.to_minute());
    row.map_or_else(String::new, |row| row.reason.clone())
}
