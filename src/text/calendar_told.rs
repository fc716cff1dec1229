//! What is said of the calendar and of a change of it.

use std::path::Path;

use super::words::{date, moment};
use crate::desk::DeskError;
use crate::desk::calendar_change::{CalendarWarning, Moved, MovedKind, WhatIf};
use crate::desk::import::CalendarImported;
use crate::domain::calendar::{Calendar, DayKind, Origin, SpecialDay};
use crate::forms::hours_words;

pub(crate) fn calendar_imported(done: &CalendarImported) -> Vec<String> {
    let mut lines = vec![format!(
        "Đã ghi {} ngày nghỉ hoặc làm bù, {} lịch giờ làm việc.",
        done.rows.days.len(),
        done.rows.hours.len()
    )];
    if done.would_move > 0 {
        lines.push(format!(
            "Theo lịch mới, {} hồ sơ đang giải quyết có ngày hẹn khác; ngày hẹn đã ghi giữ nguyên. Xem \
             danh sách: \"motcua calendar what-if --recount\"; dời hẹn: \"motcua calendar change \
             --recount --move all --reason LÝ DO\".",
            done.would_move
        ));
    }
    lines
}

/// The special days of `years`, then every set of office hours.
pub(crate) fn calendar(
    calendar: &Calendar,
    years: &[i32],
    warning: Option<CalendarWarning>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for year in years {
        let state = if calendar.is_official(*year) {
            "chính thức"
        } else {
            "dự kiến, chưa có thông báo chính thức"
        };
        lines.push(format!("Lịch nghỉ năm {year} ({state}):"));
        lines.extend(calendar.days_of(*year).iter().map(special_day));
    }
    for set in calendar.hours() {
        let from = set.in_force_from.format("%d/%m/%Y");
        lines.push(format!("Giờ làm việc từ {from}: {}", hours_words::hours(set)));
        lines.extend(set.seasons.iter().map(|season| {
            let name = if season.name.is_empty() { "Theo mùa" } else { &season.name };
            format!("  {name}: {}", hours_words::season(season))
        }));
    }
    lines.extend(warning.map(calendar_warning));
    lines
}

fn special_day(day: &SpecialDay) -> String {
    let kind = match day.kind {
        DayKind::Off => "nghỉ".to_owned(),
        DayKind::Work => "làm việc".to_owned(),
        DayKind::Closed(session) => format!("đóng cửa {}", hours_words::session(session)),
    };
    let says = match (day.origin, day.source.as_str()) {
        (Origin::Estimate, _) => " (dự kiến)".to_owned(),
        (Origin::Office, "") => " (cơ quan quyết định)".to_owned(),
        (Origin::Notice, "") => String::new(),
        (_, source) => format!(" (căn cứ {source})"),
    };
    format!("  {}: {kind}, {}{says}", date(day.date), day.name)
}

/// That the notice of a year is still waited for.
pub(crate) fn calendar_warning(warning: CalendarWarning) -> String {
    let year = warning.year;
    format!(
        "Lưu ý: lịch nghỉ năm {year} mới là dự kiến; khi có thông báo, hãy nhập bằng \"motcua calendar \
         import\" hoặc \"motcua calendar change --official {year}=SỐ THÔNG BÁO\"."
    )
}

pub(crate) fn what_if(answer: &WhatIf) -> Vec<String> {
    if answer.moved.is_empty() {
        return vec![format!(
            "Đã xem {} hồ sơ đang giải quyết: không hồ sơ nào đổi ngày hẹn.",
            answer.looked_at
        )];
    }
    let head = format!(
        "Đã xem {} hồ sơ đang giải quyết, {} hồ sơ có ngày hẹn khác:",
        answer.looked_at,
        answer.moved.len()
    );
    std::iter::once(head).chain(answer.moved.iter().map(moved)).collect()
}

fn moved(moved: &Moved) -> String {
    let how = match moved.kind {
        MovedKind::Later => "muộn hơn",
        MovedKind::Earlier => "sớm hơn",
        MovedKind::ClosedOnDue => "ngày đã hẹn rơi vào lúc cơ quan nghỉ",
    };
    let parts = [&moved.code, &moved.applicant, &moved.phone, &moved.procedure];
    let given: Vec<&str> =
        parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    format!("  {}  {} → {} ({how})", given.join("  "), moment(moved.old), moment(moved.new))
}

/// What a change of the calendar did.
pub(crate) struct Changed<'a> {
    pub(crate) days: usize,
    pub(crate) moved: &'a [Moved],
    /// How many dossiers could have moved and did not.
    pub(crate) stayed: usize,
    pub(crate) slips: Option<&'a Path>,
    pub(crate) calls: Option<&'a Path>,
}

pub(crate) fn calendar_changed(done: &Changed<'_>) -> Vec<String> {
    let mut lines = vec![match done.days {
        0 => "Lịch giữ nguyên.".to_owned(),
        days => format!("Đã đổi lịch: {days} ngày."),
    }];
    if !done.moved.is_empty() {
        lines.push(format!("Đã dời hẹn {} hồ sơ:", done.moved.len()));
        lines.extend(done.moved.iter().map(moved));
    }
    if done.stayed > 0 {
        lines.push(format!(
            "{} hồ sơ bị ảnh hưởng giữ nguyên ngày hẹn; xem lại bằng \"motcua calendar what-if \
             --recount\".",
            done.stayed
        ));
    }
    lines.extend(done.slips.map(|file| format!("Giấy hẹn mới: {}", file.display())));
    lines.extend(done.calls.map(|file| format!("Danh sách gọi điện: {}", file.display())));
    lines
}

pub(crate) fn calendar_exported(file: &Path, days: usize, hours: usize) -> Vec<String> {
    vec![format!(
        "Đã ghi {days} ngày nghỉ hoặc làm bù, {hours} lịch giờ làm việc: {}",
        file.display()
    )]
}

/// A calendar that was changed while its papers could not be printed.
pub(crate) fn papers_not_printed(error: &DeskError) -> Vec<String> {
    let reason = super::refusal(error).join(" ");
    vec![format!(
        "Lịch đã đổi và hồ sơ đã dời hẹn trong sổ, chỉ giấy chưa in được. {reason} Xong việc đó, hãy in \
         lại từng giấy hẹn bằng lệnh \"motcua slip MÃ\"."
    )]
}

pub(crate) const MOVE_ALONE: &str =
    "Tùy chọn --move: all và none phải đứng một mình; hãy ghi all, none hoặc các mã hồ sơ.";

pub(crate) const NO_CHANGE: &str = "Chưa cho biết lịch đổi thế nào; hãy ghi ít nhất một trong --off, \
    --work, --closed, --remove, --official, --file, --recount.";

pub(crate) fn pdf_kind(file: &Path) -> String {
    format!("Tệp {}: hãy đặt tên kết thúc bằng .pdf.", file.display())
}

pub(crate) fn pack_kind(file: &Path) -> String {
    format!("Tệp lịch {}: hãy đặt tên kết thúc bằng .xlsx hoặc .csv.", file.display())
}
