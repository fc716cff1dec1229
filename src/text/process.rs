//! What is said of processes, of their steps, and of dossiers on their way through them.

use super::answer::due_line;
use super::field;
use super::step::finished;
use super::words::{moment, status};
use crate::desk::next_step::{PassedOn, StepError};
use crate::desk::process::{ProcessSet, ProcessesImported};
use crate::desk::progress::{Progress, StepLine};
use crate::domain::invalid::Problem;
use crate::domain::process::{
    LONGEST_HOURS, MOST_STEPS, Process, ProcessStep, StepPart, StepsFault,
};
use crate::domain::progress::StepState;
use crate::domain::status::Status;

const NO_TIME: &str = "không tính thời gian";

/// A span of working time: "45 phút", "1,5 giờ".
fn hours(minutes: u32) -> String {
    if minutes < 60 {
        return format!("{minutes} phút");
    }
    let tenths = (minutes + 3) / 6;
    match tenths % 10 {
        0 => format!("{} giờ", tenths / 10),
        tenth => format!("{},{tenth} giờ", tenths / 10),
    }
}

/// The time a process gives a step, as [`crate::domain::process::parse_minutes`] reads it back.
fn given(minutes: Option<u32>) -> String {
    match minutes {
        None => NO_TIME.to_owned(),
        Some(minutes) if minutes.is_multiple_of(6) => hours(minutes),
        Some(minutes) => format!("{minutes} phút"),
    }
}

/// A step as it is typed.
fn typed(step: &ProcessStep) -> String {
    format!("{}; {}; {}", step.name, step.who, given(step.minutes))
}

/// All the time a process gives.
fn given_in_all(process: &Process) -> String {
    given(Some(process.steps.iter().filter_map(|step| step.minutes).sum()))
}

pub(crate) fn process(code: &str, process: Option<&Process>) -> Vec<String> {
    let Some(process) = process else {
        return vec![format!(
            "Thủ tục {code} chưa có quy trình; hãy nhập bằng lệnh \"procedures set-steps\" hoặc \
             \"procedures import-steps\"."
        )];
    };
    let mut lines = vec![format!(
        "Quy trình {} của thủ tục {}, áp dụng từ {}, {}:",
        process.name,
        process.base_code,
        process.in_force_from.format("%d/%m/%Y"),
        given_in_all(process)
    )];
    let steps = (1..).zip(&process.steps);
    lines.extend(steps.map(|(number, step)| format!("  {number}. {}", typed(step))));
    lines
}

pub(crate) fn process_set(done: &ProcessSet) -> Vec<String> {
    let mut lines = if done.added {
        Vec::new()
    } else {
        vec!["Quy trình đang áp dụng đã đúng như vậy; không ghi thêm.".to_owned()]
    };
    lines.extend(process(&done.process.base_code, Some(&done.process)));
    lines
}

pub(crate) fn processes_imported(done: &ProcessesImported) -> Vec<String> {
    let mut lines = vec![format!(
        "Đã đọc {} quy trình, {} quy trình mới hoặc thay đổi được ghi vào sổ.",
        done.processes.len(),
        done.added
    )];
    if !done.unknown.is_empty() {
        lines.push(format!(
            "Lưu ý: danh mục chưa có thủ tục {}; hãy kiểm tra lại mã hoặc nhập danh mục mới.",
            done.unknown.join(", ")
        ));
    }
    lines
}

/// A dossier's way through its process.
pub(crate) fn progress(progress: &Progress) -> Vec<String> {
    let mut lines = vec![format!("Quy trình {}:", progress.process.name)];
    lines.extend(progress.steps.iter().map(step_line));
    lines
}

fn step_line(step: &StepLine) -> String {
    let mut who = step.who.clone();
    if !step.holder.is_empty() && step.holder != step.who {
        who = format!("{who} · {}", step.holder);
    }
    let mut told: Vec<String> = Vec::new();
    told.extend(step.deadline.map(|at| format!("hạn {}", moment(at))));
    match step.state {
        StepState::Running => told.push(format!("đang xử lý, đã {}", hours(step.minutes))),
        StepState::Passed => {
            told.extend(step.ended_at.map(|at| format!("xong {}", moment(at))));
            told.push(format!("mất {}", hours(step.minutes)));
        }
        StepState::Skipped => told.push("không qua bước này".to_owned()),
        StepState::ToCome => {}
    }
    if step.late {
        told.push(late(step.minutes_late));
    }
    let told = if told.is_empty() { "chưa đến".to_owned() } else { told.join(", ") };
    format!("  {}. {} ({who}): {told}", step.step, step.name)
}

/// "trễ 1,5 giờ".
pub(crate) fn late(minutes: u32) -> String {
    if minutes == 0 { "trễ hạn".to_owned() } else { format!("trễ {}", hours(minutes)) }
}

pub(crate) fn passed_on(done: &PassedOn) -> Vec<String> {
    if done.dossier.status == Status::Finished {
        return finished(&done.dossier);
    }
    let mut lines = Vec::new();
    if let Some(step) = done.progress.steps.iter().find(|step| step.running) {
        lines.push(format!(
            "Hồ sơ {} đã chuyển sang bước {}, người giữ: {}.",
            done.dossier.code, step.name, step.holder
        ));
        lines.extend(step.deadline.map(|at| format!("Hạn của bước: {}", moment(at))));
    }
    lines.push(due_line(&done.dossier.due));
    lines
}

/// What is wrong with typed steps.
pub(super) fn steps_fault(fault: &StepsFault) -> String {
    match fault {
        StepsFault::Part { line, part, problem } => {
            let name = match part {
                StepPart::Name => "tên bước",
                StepPart::Who => "người làm",
                StepPart::Hours => "số giờ",
            };
            let told = match (part, problem) {
                (StepPart::Hours, Problem::OutOfRange { .. }) => {
                    format!("phải từ 1 phút đến {LONGEST_HOURS} giờ; hãy nhập lại.")
                }
                (StepPart::Hours, Problem::Empty) => {
                    format!("chưa nhập; hãy ghi số giờ, hoặc ghi \"{NO_TIME}\".")
                }
                (StepPart::Hours, _) => format!(
                    "chưa đúng cách ghi; hãy ghi số giờ, ví dụ 4 hoặc 0,5, hoặc ghi \"{NO_TIME}\"."
                ),
                (_, problem) => field::problem(problem),
            };
            format!("Dòng {line}, {name}: {told}")
        }
        StepsFault::Parts { line, found } => format!(
            "Dòng {line}: có {found} phần, phải có 3 phần cách nhau bằng dấu chấm phẩy; hãy ghi \"Tên \
             bước; người làm; số giờ\"."
        ),
        StepsFault::Empty => {
            "Các bước: chưa nhập bước nào; hãy ghi mỗi bước một dòng \"Tên bước; người làm; số giờ\"."
                .to_owned()
        }
        StepsFault::TooMany => format!("Các bước: nhiều hơn {MOST_STEPS} bước; hãy gộp bớt."),
        StepsFault::NoTime => "Các bước: chưa bước nào có số giờ nên không chia được hạn; hãy ghi số \
             giờ cho ít nhất một bước."
            .to_owned(),
    }
}

/// Why a dossier cannot go to a step.
pub(super) fn step_error(error: &StepError) -> String {
    match error {
        StepError::NoProcess { code, procedure } => format!(
            "Hồ sơ {code}: thủ tục {procedure} chưa có quy trình vào ngày tiếp nhận; hãy nhập bằng \
             lệnh \"motcua procedures set-steps\"."
        ),
        StepError::NotMoving { code, status: now } => format!(
            "Hồ sơ {code} đang ở trạng thái \"{}\", không chuyển bước được; hãy xem lại hồ sơ.",
            status(*now)
        ),
        StepError::NoneLeft { code } => format!(
            "Hồ sơ {code} đã ở bước cuối; hãy ghi nhận đã có kết quả bằng lệnh \"motcua finish\"."
        ),
        StepError::Unknown { wanted, steps } => {
            let steps: Vec<String> =
                (1..).zip(steps).map(|(number, name)| format!("{number} {name}")).collect();
            format!(
                "Không rõ bước \"{wanted}\" là bước nào; hãy ghi số thứ tự hoặc tên bước: {}.",
                steps.join(", ")
            )
        }
        StepError::Already { step } => format!(
            "Hồ sơ đang ở bước \"{step}\" với đúng người giữ này; hãy chọn bước khác hoặc người khác."
        ),
    }
}
