//! What is said of where a dossier is: in whose hands, until when, what comes next, which papers tell of it.

use super::process::step_late;
use super::when::clock;
use crate::desk::progress::Progress;
use crate::domain::dossier::Dossier;
use crate::domain::hands::ControlLine;
use crate::domain::notice::{Notice, NoticeKind};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::domain::verdict::Verdict;
use crate::store::SignedResult;
use crate::text as sentences;
use crate::ui::theme::Tone;

pub(crate) const HANDS: &str = "Giao nhận";
pub(crate) const NOTICES: &str = "Phiếu, thông báo";
pub(crate) const NOTICE_UNDONE: &str = "đã hoàn tác, không còn giá trị";
pub(crate) const PRINT_AGAIN: &str = "In lại";
pub(crate) const CONTROL_SHEET: &str = "Phiếu kiểm soát";
pub(crate) const RESULT: &str = "Kết quả đã ký";
pub(crate) const VOIDED: &str = "ĐÃ HỦY SỐ";
pub(crate) const VOIDED_EXPLAINED: &str =
    "Số hồ sơ này không còn giá trị; số và lý do được giữ trong sổ theo dõi.";

/// Where a dossier is: "Đang ở: Tư pháp – hộ tịch · Lê Văn An, từ 08:30 23/11 · hạn bước 11:00 hôm
/// nay · tiếp theo: Trình ký"; nothing once it has ended and is at the desk.
pub(crate) fn whereabouts(
    record: &Dossier,
    progress: Option<&Progress>,
    now: OfficeTime,
) -> Option<String> {
    let ended = record.ended_at.is_some();
    if ended && record.holder.is_desk() {
        return None;
    }
    let result = record.status == Status::Finished;
    let label = match (ended, result) {
        (true, _) => "Hồ sơ giấy còn ở:",
        (false, true) => "Kết quả đang ở:",
        (false, false) => "Đang ở:",
    };
    let mut told = format!("{label} {}", sentences::holder(&record.holder));
    if let Some(since) = record.held_since {
        told = format!("{told}, từ {}", near(since, now));
    }
    let mut parts = vec![told];
    if !record.tray.is_empty() {
        parts.push(format!("khay {}", record.tray));
    }
    let moving = !ended && !result && !record.is_waiting();
    if let Some(progress) = progress.filter(|_| moving) {
        let running = progress.steps.iter().find(|step| step.running);
        parts.extend(
            running.and_then(|step| step.deadline).map(|at| format!("hạn bước {}", near(at, now))),
        );
        let next = progress.next.and_then(|next| progress.steps.get(next));
        parts.extend(next.map(|step| format!("tiếp theo: {}", step.name)));
    }
    Some(parts.join(" · "))
}

/// How late the step is that a dossier is at: "trễ 1,5 giờ".
pub(crate) fn late_now(record: &Dossier, progress: Option<&Progress>) -> Option<String> {
    let open = record.finished_at.is_none() && record.ended_at.is_none();
    let running = progress.filter(|_| open)?.steps.iter().find(|step| step.running)?;
    step_late(running)
}

/// "11:00 hôm nay", "11:00 24/11".
fn near(at: OfficeTime, now: OfficeTime) -> String {
    match at.date() == now.date() {
        true => format!("{} hôm nay", at.time().format("%H:%M")),
        false => clock(at),
    }
}

/// Why a dossier's number counts for nothing: "ĐÃ HỦY SỐ: tiếp nhận trùng".
pub(crate) fn voided(because: &str) -> String {
    format!("{VOIDED}: {because}")
}

/// How often a dossier changed hands.
pub(crate) fn hands_count(count: usize) -> String {
    format!("{count} lần")
}

/// A change of hands: who gave it, who took it.
pub(crate) fn control_line(line: &ControlLine) -> String {
    let side = |unit: &str, name: &str| {
        let parts = [unit, name].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    };
    let from = side(&line.from_unit, &line.from_name);
    let to = side(&line.to_unit, &line.to_name);
    format!("{from} → {to}")
}

/// How those who gave it kept their deadline.
pub(crate) fn control_verdict(line: &ControlLine) -> Option<(&'static str, Tone)> {
    let tone = match line.verdict? {
        Verdict::Late => Tone::Bad,
        Verdict::Early | Verdict::OnTime => Tone::Good,
    };
    Some((sentences::verdict(line.verdict?), tone))
}

/// A form by its whole name.
pub(crate) fn notice_name(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Supplement => "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        NoticeKind::Refusal => "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
        NoticeKind::Apology => "Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết",
        NoticeKind::Stop => "Thông báo dừng giải quyết hồ sơ",
    }
}

/// A notice: "Phiếu yêu cầu bổ sung số 0003/2026".
pub(crate) fn notice_told(notice: &Notice) -> String {
    let name = match notice.kind {
        NoticeKind::Supplement => "Phiếu yêu cầu bổ sung",
        NoticeKind::Refusal => "Phiếu từ chối",
        NoticeKind::Apology => "Phiếu xin lỗi, gia hạn",
        NoticeKind::Stop => "Thông báo dừng giải quyết",
    };
    format!("{name} số {:04}/{}", notice.number, notice.year)
}

/// A notice where there is little room: "Phiếu bổ sung số 0003".
pub(crate) fn notice_short(notice: &Notice) -> String {
    let name = match notice.kind {
        NoticeKind::Supplement => "Phiếu bổ sung",
        NoticeKind::Refusal => "Phiếu từ chối",
        NoticeKind::Apology => "Phiếu xin lỗi",
        NoticeKind::Stop => "Thông báo dừng",
    };
    format!("{name} số {:04}", notice.number)
}

/// When a notice was written, and by whom.
pub(crate) fn notice_by(notice: &Notice) -> String {
    format!("{} · {}", clock(notice.at), notice.actor)
}

/// What a notice says: the items, numbered where there are several, and why.
pub(crate) fn notice_lines(notice: &Notice) -> Vec<String> {
    let items = notice.content.items.as_slice();
    let mut lines: Vec<String> = match items {
        [only] => vec![only.clone()],
        several => (1..)
            .zip(several)
            .map(|(number, item): (usize, _)| format!("{number}. {item}"))
            .collect(),
    };
    let content = &notice.content;
    if let (Some(from), Some(to)) = (content.promised, content.put_off_to) {
        lines.push(format!("Từ {} đến {}", clock(from), clock(to)));
    }
    if !content.reason.is_empty() {
        lines.push(format!("Lý do: {}", content.reason));
    }
    lines
}

/// A signed result: "Số 15/2026/GKS ngày 23/11/2026, người ký Nguyễn Văn Hà".
pub(crate) fn result_told(result: &SignedResult) -> String {
    let day = result.signed_on.format("%d/%m/%Y");
    format!("Số {} ngày {day}, người ký {}", result.number, result.signer)
}
