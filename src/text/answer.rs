//! What a command answers in plain lines.

use std::path::Path;

use chrono::NaiveDate;

use super::step::ending;
use super::words::{date, day, moment, status};
use crate::desk::Warning;
use crate::desk::catalogue::CatalogueImport;
use crate::desk::import::ProceduresImported;
use crate::desk::receive::Received;
use crate::domain::applicant::{ApplicantKind, Sex};
use crate::domain::clock_start::ClockStart;
use crate::domain::deadline::{DayReason, DayStep, Due};
use crate::domain::dossier::{Dossier, ReturnBy};
use crate::domain::identity::IdWarning;
use crate::domain::limit::{Limit, LimitBranch};
use crate::domain::office::Office;
use crate::domain::paper::{Paper, PaperWay, ReplacedPaper};
use crate::domain::phone::PhoneWarning;
use crate::domain::procedure::Procedure;
use crate::domain::time::OfficeTime;
use crate::forms::explanation::because;
use crate::forms::words::limit;
use crate::store::{BackupReport, CheckReport, Disagreement, Found};

pub(crate) fn office_ready(
    office: &Office,
    book: &Path,
    catalogue: &CatalogueImport,
    known_until: Option<NaiveDate>,
) -> Vec<String> {
    let mut lines = vec![
        format!("Đã lập sổ của {} ({}).", office.agency_name, office.agency_code),
        format!("Sổ: {}", book.display()),
        format!("Danh mục ban đầu: {} thủ tục.", catalogue.procedures.len()),
    ];
    lines.extend(limits_understood(catalogue));
    lines.extend(known_until.map(|day| {
        let day = day.format("%d/%m/%Y");
        format!("Lịch nghỉ chính thức đã có đến hết ngày {day}; sau đó tính theo luật.")
    }));
    lines
}

pub(crate) fn procedures_imported(done: &ProceduresImported) -> Vec<String> {
    let file = &done.file;
    let mut lines = vec![format!(
        "Đã đọc {} thủ tục, {} thủ tục mới hoặc thay đổi được ghi vào danh mục.",
        file.procedures.len(),
        done.added
    )];
    lines.extend(limits_understood(file));
    lines
}

fn limits_understood(file: &CatalogueImport) -> Vec<String> {
    let mut lines = vec![format!(
        "Thời hạn: hiểu {} câu, chưa hiểu {} câu, {} thủ tục không ghi thời hạn.",
        file.understood,
        file.not_understood.len(),
        file.without_limit.len()
    )];
    lines.extend(
        file.not_understood.iter().map(|(code, text)| format!("  chưa hiểu {code}: {text}")),
    );
    lines
}

pub(crate) fn procedures_found(found: &[(Procedure, Vec<ReplacedPaper>)]) -> Vec<String> {
    if found.is_empty() {
        return vec!["Không tìm thấy thủ tục nào; hãy thử ít từ hơn hoặc tìm theo mã.".to_owned()];
    }
    found.iter().flat_map(|(procedure, replaced)| procedure_lines(procedure, replaced)).collect()
}

fn procedure_lines(procedure: &Procedure, replaced: &[ReplacedPaper]) -> Vec<String> {
    let abolished = if procedure.abolished { " (đã bãi bỏ)" } else { "" };
    let mut lines = vec![
        format!("{}  {}{abolished}", procedure.code, procedure.name),
        format!("  Lĩnh vực: {}; thời hạn: {}", procedure.field, limits(procedure)),
    ];
    if !procedure.fee_text.is_empty() {
        lines.push(format!("  Phí, lệ phí: {}", on_one_line(&procedure.fee_text)));
    }
    for (number, paper) in (1..).zip(&procedure.papers) {
        let detail = if paper.is_heading() { String::new() } else { counts(&paper.brought()) };
        lines.push(format!("  {number}. {}{detail}", paper.name));
    }
    lines.extend(
        replaced.iter().map(|paper| {
            format!("  Không yêu cầu nộp: {} (tra cứu {})", paper.paper, paper.database)
        }),
    );
    lines
}

/// The branches with the numbers by which an officer chooses one.
fn limits(procedure: &Procedure) -> String {
    let several = procedure.limits.len() > 1;
    let written: Vec<String> = (1..)
        .zip(&procedure.limits)
        .map(|(number, LimitBranch { when, limit: time })| {
            let number = if several { format!("{number}) ") } else { String::new() };
            let agreed = matches!(time, Limit::Agreed(_));
            let when = if when.is_empty() || agreed { String::new() } else { format!(" ({when})") };
            format!("{number}{}{when}", limit(*time))
        })
        .collect();
    match (written.is_empty(), procedure.limit_text.is_empty()) {
        (false, _) => written.join("; "),
        (true, false) => on_one_line(&procedure.limit_text),
        (true, true) => "danh mục chưa ghi".to_owned(),
    }
}

/// A decision's wording without its line breaks.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How a paper comes, behind its name.
fn counts(paper: &Paper) -> String {
    let Paper { originals, copies, .. } = paper;
    match paper.way {
        PaperWay::Submitted => format!(" ({originals} bản chính, {copies} bản sao)"),
        PaperWay::Shown => format!(" (xuất trình {originals} bản chính, {copies} bản sao)"),
        PaperWay::FromDatabase => " (khai thác từ cơ sở dữ liệu)".to_owned(),
    }
}

const ESTIMATED: &str = "Lưu ý: có ngày nghỉ mới là dự kiến, chưa có thông báo chính thức; hãy tính \
    lại khi có thông báo.";

pub(crate) fn promise(
    received: OfficeTime,
    start: Option<ClockStart>,
    time: Limit,
    due: &Due,
) -> Vec<String> {
    let mut lines = vec![format!("Tiếp nhận: {}", moment(received))];
    lines.extend(counted_from(start));
    lines.extend([format!("Thời hạn: {}", limit(time)), due_line(due)]);
    let estimated =
        |step: &DayStep| matches!(step.reason, DayReason::DayOff { official: false, .. });
    if due.days.iter().any(estimated) {
        lines.push(ESTIMATED.to_owned());
    } else {
        lines.extend(due.beyond_calendar.map(|day| format!("Lưu ý: {}", beyond_calendar(day))));
    }
    lines
}

/// From when the time counts, where that is not the receipt.
fn counted_from(start: Option<ClockStart>) -> Option<String> {
    start.map(|start| format!("Tính từ: {} ({})", moment(start.at), because(start.reason)))
}

pub(super) fn due_line(due: &Due) -> String {
    match due.at {
        Some(at) => format!("Hẹn trả: {}", moment(at)),
        None => "Hẹn trả: không hẹn".to_owned(),
    }
}

/// The days of a promise; where its time does not count from the receipt, the first day is another.
fn day_lines(due: &Due, start: Option<ClockStart>) -> impl Iterator<Item = String> {
    due.days.iter().map(move |step| {
        let told = match step.reason {
            DayReason::Receipt if start.is_some() => "ngày bắt đầu tính, không tính".to_owned(),
            _ => day(step),
        };
        format!("  {}: {told}", date(step.date))
    })
}

fn beyond_calendar(known_until: NaiveDate) -> String {
    format!(
        "ngày hẹn sau {}, lịch nghỉ từ đó mới tính theo luật, chưa có thông báo chính thức; khi có \
         thông báo, hãy nhập vào lịch rồi xem lại ngày hẹn.",
        known_until.format("%d/%m/%Y")
    )
}

pub(crate) fn received(received: &Received, slip: Option<&Path>) -> Vec<String> {
    let dossier = &received.dossier;
    let mut lines = vec![
        format!("Đã tiếp nhận hồ sơ {}.", dossier.code),
        format!("Người nộp: {}", dossier.applicant.name),
        format!("Thủ tục: {}", dossier.procedure.name),
        format!("Tiếp nhận: {}", moment(dossier.received_at)),
    ];
    lines.extend(counted_from(dossier.start));
    lines.push(due_line(&dossier.due));
    lines.extend(slip.map(|file| format!("Giấy hẹn: {}", file.display())));
    lines.extend(received.warnings.iter().map(|doubt| format!("Lưu ý: {}", warning(doubt))));
    lines
}

pub(crate) fn slip_printed(code: &str, slip: &Path, copy: i64) -> Vec<String> {
    vec![format!("Đã in giấy hẹn của hồ sơ {code}, lần {copy}: {}", slip.display())]
}

pub(crate) fn dossiers_found(found: &[Found]) -> Vec<String> {
    if found.is_empty() {
        return vec![
            "Không tìm thấy hồ sơ nào; hãy thử một phần mã, tên không dấu, số định danh hoặc số \
             điện thoại."
                .to_owned(),
        ];
    }
    found
        .iter()
        .map(|found| {
            let due = found.due_at.map_or("không hẹn".to_owned(), moment);
            format!(
                "{}  {}  {}  hẹn trả {due}  {}",
                found.code,
                found.applicant,
                found.procedure,
                status(found.status)
            )
        })
        .collect()
}

pub(crate) fn dossier(dossier: &Dossier) -> Vec<String> {
    let applicant = &dossier.applicant;
    let mut lines = vec![
        format!("Mã hồ sơ: {}", dossier.code),
        format!("Số thứ tự trong sổ: {}", dossier.number),
        format!("Trạng thái: {}", status(dossier.status)),
        format!("Thủ tục: {} {}", dossier.procedure.code, dossier.procedure.name),
        format!("Nội dung yêu cầu: {}", dossier.subject),
        format!("Người nộp: {}", applicant.name),
    ];
    let number = match applicant.kind {
        ApplicantKind::Person { .. } => "Số định danh",
        ApplicantKind::Organisation { .. } => "Mã số thuế",
    };
    for (label, value) in [
        (number, applicant.identity_number()),
        ("Địa chỉ", &applicant.address),
        ("Điện thoại", &applicant.phone),
        ("Email", &applicant.email),
        ("Ghi chú", &dossier.note),
    ] {
        if !value.is_empty() {
            lines.push(format!("{label}: {value}"));
        }
    }
    lines.extend(dossier.principal.iter().map(|principal| {
        format!("Nộp thay cho: {} ({})", principal.party.name, principal.authorisation)
    }));
    lines.push(format!("Thành phần hồ sơ ({} bộ):", dossier.sets));
    for (number, paper) in (1..).zip(&dossier.papers) {
        lines.push(format!("  {number}. {}{}", paper.name, counts(paper)));
    }
    lines.push(format!("Tiếp nhận: {}", moment(dossier.received_at)));
    if !dossier.received_by.is_empty() {
        lines.push(format!("Người tiếp nhận: {}", dossier.received_by));
    }
    lines.extend(counted_from(dossier.start));
    lines.push(format!("Thời hạn: {}", limit(dossier.limit)));
    lines.extend(dossier.second_limit.map(|second| {
        format!("Thời hạn sau khi nộp chứng từ nghĩa vụ tài chính: {}", limit(second))
    }));
    lines.push(due_line(&dossier.due));
    lines.extend(day_lines(&dossier.due, dossier.start));
    lines.push(match dossier.return_by {
        ReturnBy::Counter => "Nhận kết quả: tại quầy".to_owned(),
        ReturnBy::Post => "Nhận kết quả: qua bưu chính".to_owned(),
    });
    lines.extend(ending(dossier));
    lines
}

pub(crate) fn register_written(file: &Path, dossiers: usize) -> Vec<String> {
    vec![format!("Đã ghi sổ theo dõi {dossiers} hồ sơ: {}", file.display())]
}

pub(crate) fn backed_up(report: &BackupReport) -> Vec<String> {
    vec![format!(
        "Đã sao lưu và kiểm tra {} hồ sơ ({} KB): {}",
        report.dossiers,
        report.bytes.div_ceil(1024),
        report.file.display()
    )]
}

pub(crate) fn checked(report: &CheckReport) -> Vec<String> {
    if report.disagreements.is_empty() {
        return vec![format!("Sổ nguyên vẹn: {} hồ sơ, mọi số đều khớp.", report.dossiers)];
    }
    report.disagreements.iter().map(disagreement).collect()
}

fn disagreement(found: &Disagreement) -> String {
    match found {
        Disagreement::Series { series, dossiers, highest, given } => format!(
            "Dãy mã {series}: có {dossiers} hồ sơ, số cao nhất {highest}, số đã cấp {given}."
        ),
        Disagreement::Register { year, dossiers, highest, given } => {
            format!("Sổ năm {year}: có {dossiers} hồ sơ, số cao nhất {highest}, số đã cấp {given}.")
        }
        Disagreement::JournalRows { rows, given } => {
            format!("Nhật ký: có {rows} dòng, số dòng đã ghi {given}.")
        }
        Disagreement::Journal { dossiers } => {
            format!("{dossiers} hồ sơ không khớp với nhật ký.")
        }
        Disagreement::DueDate { dossiers } => {
            format!("{dossiers} hồ sơ có ngày hẹn khác với cách tính đã lưu.")
        }
        Disagreement::Acts { act, dossiers, rows } => {
            format!("Nhật ký có {rows} lần \"{act}\", sổ có {dossiers}.")
        }
        Disagreement::Standing { dossiers } => {
            format!("{dossiers} hồ sơ có giờ kết thúc không khớp với trạng thái.")
        }
        Disagreement::HandBack { dossiers } => {
            format!("{dossiers} hồ sơ không khớp với sổ trả kết quả.")
        }
        Disagreement::Waiting { dossiers } => {
            format!("{dossiers} hồ sơ có thời gian chờ không khớp với trạng thái và ngày hẹn.")
        }
        Disagreement::Field { dossiers } => {
            format!("{dossiers} hồ sơ có lĩnh vực khác với thủ tục.")
        }
        Disagreement::Hands { dossiers } => {
            format!("{dossiers} hồ sơ có người đang giữ không khớp với các lần giao nhận đã ghi.")
        }
        Disagreement::PaperNumbers { scope, papers, given } => format!(
            "Số phiếu, danh sách ({scope}) không liên tục: có {papers}, đã cấp đến số {given}."
        ),
        Disagreement::Voided { dossiers } => {
            format!("{dossiers} hồ sơ đã hủy số nhưng chưa được xếp là dừng giải quyết.")
        }
        Disagreement::Tray { dossiers } => {
            format!("{dossiers} hồ sơ còn ghi ở khay trong khi đã chuyển đi hoặc đã kết thúc.")
        }
        Disagreement::SignedResult { dossiers } => {
            format!("{dossiers} hồ sơ đã có kết quả ký nhưng trạng thái không khớp.")
        }
        Disagreement::Steps { steps } => {
            format!("{steps} bước xử lý của hồ sơ không khớp với nhật ký.")
        }
        Disagreement::Search { dossiers } => {
            format!("{dossiers} hồ sơ không khớp với bảng tìm kiếm.")
        }
    }
}

pub(crate) fn generated(dossiers: u32, book: &Path) -> Vec<String> {
    vec![format!("Đã ghi {dossiers} hồ sơ giả định vào sổ {}.", book.display())]
}

pub(crate) fn demo(made: &Received, program: &str, folder: &Path, slip: &Path) -> Vec<String> {
    let mut lines =
        vec![format!("Cơ quan thực hành: {} (người và số liệu đều là giả định)", folder.display())];
    lines.extend(received(made, Some(slip)));
    lines.push("Cách tính ngày hẹn:".to_owned());
    lines.extend(day_lines(&made.dossier.due, made.dossier.start));
    lines.push(format!("Thử tiếp: {program} --data \"{}\" find \"ho thi\"", folder.display()));
    lines
}

pub(crate) fn warning(warning: &Warning) -> String {
    match warning {
        Warning::Identity { doubt } => identity(doubt),
        Warning::Phone { doubt: PhoneWarning::UnknownPrefix { prefix } } => {
            format!("đầu số điện thoại {prefix} không có trong danh sách nhà mạng.")
        }
        Warning::Phone { doubt: PhoneWarning::TooManyDigits } => {
            "số điện thoại di động có 11 chữ số, có thể là số cũ.".to_owned()
        }
        Warning::OpenTwin { code, received_at } => format!(
            "người này còn hồ sơ {code} cùng thủ tục, nhận lúc {}, chưa trả kết quả.",
            moment(*received_at)
        ),
        Warning::NoLongerAskedFor { paper, database } => format!(
            "không được yêu cầu nộp \"{paper}\", hãy tra cứu {database} (Nghị quyết \
             66.7/2025/NQ-CP)."
        ),
        Warning::BeyondCalendar { known_until } => beyond_calendar(*known_until),
        Warning::EstimatedDaysOff { dates } => estimated_days_off(dates),
        Warning::OutsideHours => "tiếp nhận ngoài giờ làm việc.".to_owned(),
    }
}

fn estimated_days_off(dates: &[NaiveDate]) -> String {
    let days = match dates {
        [first, .., last] => {
            format!("{} ngày nghỉ từ {} đến {}", dates.len(), date(*first), date(*last))
        }
        _ => format!("ngày nghỉ {}", dates.iter().copied().map(date).collect::<String>()),
    };
    format!("{days} mới là dự kiến, chưa có thông báo chính thức.")
}

fn identity(doubt: &IdWarning) -> String {
    let sex = |sex: &Sex| match sex {
        Sex::Male => "nam",
        Sex::Female => "nữ",
    };
    match doubt {
        IdWarning::UnknownPlace { code } => {
            format!("số định danh có mã tỉnh {code:03} không có trong danh sách.")
        }
        IdWarning::RegisteredAbroad { code } => {
            format!("số định danh có mã {code:03}: khai sinh đăng ký ở nước ngoài.")
        }
        IdWarning::SexDiffers { number, given } => {
            format!("số định danh là của {}, giới tính đã nhập là {}.", sex(number), sex(given))
        }
        IdWarning::BirthYearDiffers { number, given } => {
            format!("số định danh ghi năm sinh {number}, ngày sinh đã nhập là năm {given}.")
        }
        IdWarning::BornInFuture { year } => {
            format!("số định danh ghi năm sinh {year}, năm chưa đến.")
        }
    }
}
