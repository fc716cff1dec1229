//! What is said of a promise's explanation, of the crowd of its day, and of another branch.

use std::path::Path;

use super::answer::due_line;
use super::words::moment;
use crate::desk::branch::BranchChosen;
use crate::domain::crowd::{Crowd, Half};
use crate::domain::time::OfficeTime;
use crate::forms::explanation::Explanation;
use crate::forms::words::{capitalised, limit};

/// The lines of an explanation, its lists below their headings.
pub(crate) fn explanation(told: &Explanation) -> Vec<String> {
    let mut lines = Vec::new();
    for (heading, part) in told.parts() {
        if heading.is_empty() {
            lines.extend(part);
        } else {
            lines.push(format!("{heading}:"));
            lines.extend(part.into_iter().map(|line| format!("  - {line}")));
        }
    }
    lines
}

pub(crate) fn explanation_printed(code: &str, file: &Path, copy: i64) -> Vec<String> {
    vec![format!("Đã in phiếu giải trình của hồ sơ {code}, lần {copy}: {}", file.display())]
}

/// How full the day of a promise for `at` is: "ngày này đã hẹn 23 hồ sơ: sáng 17, chiều 6". Nothing of
/// a day for which nothing is promised yet.
fn crowd(crowd: &Crowd, at: OfficeTime) -> Option<String> {
    let total = crowd.total();
    if total == 0 {
        return None;
    }
    let mut said = format!("ngày này đã hẹn {total} hồ sơ");
    if crowd.halves.both {
        said.push_str(&format!(": sáng {}, chiều {}", crowd.morning, crowd.afternoon));
    }
    match crowd.quieter(at) {
        Some(Half::Afternoon) => {
            said.push_str("; buổi chiều vắng hơn, có thể mời người nộp đến buổi chiều");
        }
        Some(Half::Morning) => {
            said.push_str("; buổi sáng vắng hơn, có kết quả sớm thì mời người nộp đến buổi sáng");
        }
        None => {}
    }
    Some(said)
}

/// The same as a line of an answer.
pub(crate) fn crowd_line(full: &Crowd, at: OfficeTime) -> Option<String> {
    crowd(full, at).map(|said| format!("{}.", capitalised(&said)))
}

/// A dossier that runs under another branch of its limit.
pub(crate) fn branch_chosen(done: &BranchChosen) -> Vec<String> {
    let (before, after) = (&done.before, &done.after);
    let earlier = before.due.at.map_or("không hẹn".to_owned(), moment);
    vec![
        format!(
            "Hồ sơ {} nay tính theo thời hạn: {} (trước đây: {}).",
            after.code,
            limit(after.limit),
            limit(before.limit)
        ),
        format!("{} (trước đây: {earlier})", due_line(&after.due)),
        format!(
            "Giấy hẹn đã in không còn đúng; hãy in lại bằng lệnh \"motcua slip {}\".",
            after.code
        ),
    ]
}
