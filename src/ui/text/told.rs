//! Sentences with something in them.

use chrono::NaiveDate;

use crate::desk::Warning;
use crate::desk::receive::Rules;
use crate::domain::applicant::{Applicant, ApplicantKind, BirthDate};
use crate::domain::collection::{Collector, SlipState};
use crate::domain::dossier::{Channel, Dossier, ReturnBy};
use crate::domain::invalid::Invalid;
use crate::domain::office::{PaperSize, after_words};
use crate::domain::paper::{Paper, PaperWay};
use crate::domain::procedure::Procedure;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::forms::words;
use crate::store::{BackupReport, COUNT_CAP, Found, HandBack};
use crate::text as sentences;
use crate::ui::finder::Action;
use crate::ui::place::Place;
use crate::ui::screen::wizard::Page;
use crate::ui::step::Form;
use crate::ui::theme::Tone;

pub(crate) fn window_title(agency: &str, practice: bool) -> String {
    let practice = if practice { "BẢN TẬP – " } else { "" };
    if agency.is_empty() {
        format!("{practice}{}", super::PROGRAM)
    } else {
        format!("{practice}{agency} – Một Cửa")
    }
}

pub(crate) fn place(place: Place) -> &'static str {
    match place {
        Place::Today => "Hôm nay",
        Place::Receive => "Tiếp nhận",
        Place::Dossiers => "Hồ sơ",
        Place::GiveBack => "Trả kết quả",
        Place::Moves => super::moves::MOVES,
        Place::Calendar => super::calendar::CALENDAR,
        Place::Settings => "Thiết lập",
    }
}

/// A place where there is little room.
pub(crate) fn place_short(place: Place) -> &'static str {
    match place {
        Place::Calendar => super::calendar::CALENDAR_SHORT,
        other => self::place(other),
    }
}

pub(crate) fn action(action: Action) -> &'static str {
    match action {
        Action::NewForm => "Phiếu tiếp nhận mới",
        Action::Guided => "Phiếu hướng dẫn, từ chối gần đây",
        Action::BackUp => "Sao lưu sổ ngay",
        Action::SwitchTheme => "Đổi màu sáng, tối",
        Action::Larger => "Chữ to hơn",
        Action::Smaller => "Chữ nhỏ hơn",
    }
}

pub(crate) fn wizard_page(page: Page) -> &'static str {
    match page {
        Page::Office => "Cơ quan",
        Page::Hours => "Giờ làm việc",
        Page::Counter => "Cán bộ, quầy",
        Page::Finish => "Danh mục, sao lưu",
    }
}

/// A number with its thousands parted: "12.345".
pub(crate) fn number(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut parted = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            parted.push('.');
        }
        parted.push(digit);
    }
    if number < 0 { format!("-{parted}") } else { parted }
}

/// "98,1%".
pub(crate) fn percent(percent: f32) -> String {
    format!("{percent:.1}%").replace('.', ",")
}

pub(crate) fn on_time_title(month: u32) -> String {
    format!("Đúng hạn tháng {month}")
}

pub(crate) fn finished(count: i64) -> String {
    format!("{} hồ sơ có kết quả", number(count))
}

pub(crate) fn compared(target: f32, before: Option<f32>) -> String {
    let target = format!("mục tiêu {target:.0}%");
    match before {
        Some(before) => format!("{target} · tháng trước {}", percent(before)),
        None => target,
    }
}

pub(crate) fn dossiers_title(count: Option<i64>) -> String {
    match count {
        None => "Hồ sơ".to_owned(),
        // Beyond this a narrow list is not counted to its end.
        Some(count) if count == COUNT_CAP => format!("Hồ sơ · từ {}", number(count)),
        Some(count) => format!("Hồ sơ · {}", number(count)),
    }
}

pub(crate) fn dossier_title(code: &str) -> String {
    format!("Hồ sơ {code}")
}

pub(crate) fn marked(count: usize) -> String {
    format!("{count} hồ sơ đã đánh dấu · Esc bỏ dấu")
}

pub(crate) fn ready(count: i64) -> String {
    number(count)
}

pub(crate) fn waiting_papers(count: usize) -> String {
    format!("{count} giấy tờ chờ máy in")
}

/// A text cut to `most` characters.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let head: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", head.trim_end())
}

/// "Hộ tịch · 5 ngày làm việc · 1.004884".
pub(crate) fn procedure_line(procedure: &Procedure) -> String {
    let limits = match procedure.limits.as_slice() {
        [] if procedure.limit_text.is_empty() => "chưa ghi thời hạn".to_owned(),
        [] => shortened(&one_line(&procedure.limit_text), 60),
        [only] => words::limit(only.limit),
        [first, ..] => {
            format!(
                "{} và {} trường hợp khác",
                words::limit(first.limit),
                procedure.limits.len() - 1
            )
        }
    };
    format!("{} · {} · {limits}", procedure.code, procedure.field)
}

/// A procedure's name where there is little room: what every second name begins with is left out.
pub(crate) fn short_name(name: &str, most: usize) -> String {
    let rest = after_words(name, "Thủ tục").unwrap_or(name);
    shortened(&capital(rest), most)
}

pub(crate) fn fee_line(procedure: &Procedure) -> String {
    format!("Phí, lệ phí: {}", shortened(&one_line(&procedure.fee_text), 80))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn in_database(database: &str) -> String {
    format!("không yêu cầu nộp · tra cứu {database}")
}

pub(crate) fn papers_ticked(ticked: usize, all: usize) -> String {
    format!("{ticked}/{all} giấy tờ · Space đánh dấu")
}

pub(crate) fn papers_count(papers: usize, sets: u32) -> String {
    format!("{papers} giấy tờ · {sets} bộ")
}

/// "1. Tờ khai (1 bản chính)".
pub(crate) fn paper_line(number: usize, paper: &Paper) -> String {
    let counts = match (paper.originals, paper.copies) {
        (0, 0) => String::new(),
        (originals, 0) => format!("{originals} bản chính"),
        (0, copies) => format!("{copies} bản sao"),
        (originals, copies) => format!("{originals} bản chính, {copies} bản sao"),
    };
    let way = match paper.way {
        PaperWay::Submitted => "",
        PaperWay::Shown => "xuất trình",
        PaperWay::FromDatabase => "khai thác từ cơ sở dữ liệu",
    };
    let parts: Vec<&str> = [way, &counts].into_iter().filter(|part| !part.is_empty()).collect();
    match parts.is_empty() {
        true => format!("{number}. {}", paper.name),
        false => format!("{number}. {} ({})", paper.name, parts.join(", ")),
    }
}

pub(crate) fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Counter => "nộp trực tiếp",
        Channel::Online => "nộp trực tuyến",
        Channel::Post => "nộp qua bưu chính",
    }
}

pub(crate) fn return_by(way: ReturnBy) -> &'static str {
    match way {
        ReturnBy::Counter => "tại quầy",
        ReturnBy::Post => "qua bưu chính",
    }
}

pub(crate) fn status(status: Status) -> &'static str {
    sentences::status(status)
}

/// "4 · Đang xử lý".
pub(crate) fn status_with_number(status: Status) -> String {
    format!("{} · {}", status.number(), sentences::status(status))
}

pub(crate) fn status_tone(status: Status) -> Tone {
    match status {
        Status::Registered | Status::Received | Status::InProgress => Tone::Accent,
        Status::AwaitingPapers | Status::AwaitingPayment => Tone::Warn,
        Status::Finished | Status::Returned => Tone::Good,
        Status::Refused | Status::Withdrawn | Status::Stopped => Tone::Plain,
    }
}

pub(crate) fn code_and_procedure(record: &Dossier) -> String {
    format!("{} · {} ({})", record.code, record.procedure.name, record.procedure.code)
}

/// "045 188 000 000 · 0900 000 000 · Thôn Ruộng".
pub(crate) fn contact(record: &Dossier) -> String {
    let applicant = &record.applicant;
    let parts = [grouped(applicant.identity_number()), grouped_phone(&applicant.phone)];
    let mut parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if !applicant.address.is_empty() {
        parts.push(applicant.address.clone());
    }
    parts.join(" · ")
}

/// Twelve digits in groups of three, easier to compare with a card.
fn grouped(number: &str) -> String {
    if number.len() != 12 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    let groups: Vec<&str> =
        (0..4).filter_map(|group| number.get(group * 3..group * 3 + 3)).collect();
    groups.join(" ")
}

fn grouped_phone(phone: &str) -> String {
    match (phone.get(..4), phone.get(4..7), phone.get(7..)) {
        (Some(a), Some(b), Some(c)) if phone.len() == 10 => format!("{a} {b} {c}"),
        _ => phone.to_owned(),
    }
}

/// Everything about the people of a dossier, a line each.
pub(crate) fn people_lines(record: &Dossier) -> Vec<String> {
    let mut lines = party_lines(&record.applicant);
    if let Some(principal) = &record.principal {
        lines.push(format!("Nộp thay cho ({}):", principal.authorisation));
        lines.push(principal.party.name.clone());
        lines.extend(party_lines(&principal.party));
    }
    if !record.received_by.is_empty() {
        lines.push(format!("Cán bộ tiếp nhận: {}", record.received_by));
    }
    if record.subject != record.procedure.name {
        lines.push(format!("Nội dung yêu cầu: {}", record.subject));
    }
    if !record.note.is_empty() {
        lines.push(format!("Ghi chú: {}", record.note));
    }
    lines
}

fn party_lines(party: &Applicant) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |label: &str, value: String| {
        if !value.is_empty() {
            lines.push(format!("{label}: {value}"));
        }
    };
    match &party.kind {
        ApplicantKind::Person { birth, .. } => {
            add("Số định danh", grouped(party.identity_number()));
            add("Ngày sinh", birth.map(born).unwrap_or_default());
        }
        ApplicantKind::Organisation { tax_code } => add("Mã số thuế", tax_code.clone()),
    }
    add("Điện thoại", grouped_phone(&party.phone));
    add("Email", party.email.clone());
    add("Địa chỉ", party.address.clone());
    lines
}

fn born(birth: BirthDate) -> String {
    match birth {
        BirthDate::Day(day) => short_date(day),
        BirthDate::Year(year) => year.to_string(),
    }
}

fn short_date(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// A found dossier in one line.
pub(crate) fn found_line(found: &Found) -> String {
    let received = short_date(found.received_at.date());
    format!("{} · nhận {received} · {}", found.code, short_name(&found.procedure, 60))
}

/// How a found dossier stands for somebody who comes to collect it.
pub(crate) fn where_it_stands(found: &Found) -> String {
    sentences::status(found.status).to_owned()
}

pub(crate) fn not_to_give(status: Status) -> String {
    format!("Hồ sơ ở trạng thái \"{}\", không có kết quả để trả.", sentences::status(status))
}

/// "Đã nộp 2 hồ sơ trước đây, gần nhất …".
pub(crate) fn known(dossiers: i64, last: Option<&Found>) -> String {
    match last {
        Some(last) => format!(
            "Đã nộp {dossiers} hồ sơ, gần nhất {}: {}",
            short_date(last.received_at.date()),
            shortened(&last.procedure, 40)
        ),
        None => format!("Đã nộp {dossiers} hồ sơ trước đây"),
    }
}

pub(crate) fn doubt(warning: &Warning) -> String {
    capital(&sentences::warning(warning))
}

/// A sentence with its first letter in capitals.
fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(crate) fn received(code: &str, due: Option<OfficeTime>) -> String {
    format!("Đã tiếp nhận {code}. Hẹn trả: {}.", super::promised(due))
}

/// "Hẹn trả 14:20 thứ Hai 23/11/2026", or that nothing is promised.
pub(crate) fn due_told(due: Option<OfficeTime>) -> String {
    match due {
        Some(_) => format!("Hẹn trả {}", super::promised(due)),
        None => super::promised(due),
    }
}

pub(crate) fn received_from(code: &str, name: &str) -> String {
    format!("Đã tiếp nhận {code} · {name}")
}

/// What is wrong where no field says it, and how many fields are wrong besides the first.
pub(crate) fn wrong_fields(count: usize, unsaid: Option<&Invalid>) -> String {
    let unsaid = unsaid.map(sentences::invalid);
    let more = (count > 1).then(|| format!("Còn {} mục nữa cần sửa.", count - 1));
    unsaid.into_iter().chain(more).collect::<Vec<_>>().join(" ")
}

pub(crate) fn draft_found(count: usize, name: Option<&str>) -> String {
    let whose = name.map(|name| format!(" của {name}")).unwrap_or_default();
    if count < 2 {
        format!("Đang nhập dở một phiếu{whose}; phiếu đã mở lại ở Tiếp nhận (F2).")
    } else {
        format!("Đang nhập dở {count} phiếu, mới nhất{whose}; đã mở lại ở Tiếp nhận (F2).")
    }
}

pub(crate) fn preview(pages: usize, rules: Option<&Rules>) -> String {
    let paper = match rules.map(|rules| rules.office().slip.paper) {
        Some(PaperSize::A4) => "A4",
        _ => "A5",
    };
    let copies = rules.map_or(1, |rules| rules.office().slip.copies.len().max(1));
    match pages {
        ..=1 => format!("{paper} · {copies} liên"),
        _ => format!("{paper} · {pages} trang · {copies} liên"),
    }
}

pub(crate) fn reprint_explained(code: &str) -> String {
    format!("Giấy hẹn của hồ sơ {code} giữ nguyên số, ghi \"Bản in lại\" cùng lý do.")
}

pub(crate) fn finished_now(code: &str) -> String {
    format!("Hồ sơ {code} đã có kết quả, chờ công dân đến nhận.")
}

pub(crate) fn given_back(name: &str, code: &str) -> String {
    format!("Đã trả kết quả hồ sơ {code} của {name}.")
}

pub(crate) fn corrected(code: &str) -> String {
    format!("Đã sửa hồ sơ {code}; giấy hẹn được in lại.")
}

pub(crate) fn backed_up(report: &BackupReport) -> String {
    format!("Đã sao lưu và kiểm tra {} hồ sơ: {}", number(report.dossiers), report.file.display())
}

pub(crate) fn last_backup(when: Option<String>) -> String {
    when.map_or_else(
        || "Chưa sao lưu lần nào".to_owned(),
        |when| format!("Sao lưu gần nhất {when}"),
    )
}

pub(crate) fn text_size(percent: u16) -> String {
    format!("Cỡ chữ {percent}%")
}

pub(crate) fn restore_explained(name: &str) -> String {
    format!(
        "Sổ hỏng được giữ lại bên cạnh, không xóa. Sổ mới lấy từ {name}; những gì ghi sau bản sao \
         lưu này phải nhập lại từ giấy."
    )
}

pub(crate) fn sent_to_printer(printer: &str) -> String {
    if printer.is_empty() {
        "Đã gửi đến máy in.".to_owned()
    } else {
        format!("Đã gửi đến máy in {printer}.")
    }
}

/// What a paper is called beside a printer.
pub(crate) fn form(form: Form) -> &'static str {
    match form {
        Form::Slip => "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        Form::Receipt => "Giấy biên nhận trả kết quả",
        Form::Explanation => "Phiếu giải trình cách tính ngày hẹn trả kết quả",
        Form::Notice(kind) => super::notice_name(kind),
        Form::ControlSheet => "Phiếu kiểm soát quá trình giải quyết hồ sơ",
        Form::List => "Trang in thử",
        Form::Handover => "Phiếu bàn giao, biên bản giao nhận",
        Form::Labels => "Nhãn hồ sơ, nhãn khay",
    }
}

/// A paper that waits for a printer.
pub(crate) fn job(form: &str, code: &str) -> String {
    if code.is_empty() { form.to_owned() } else { format!("{form} · {code}") }
}

/// Who collected a result, and what became of the slip.
pub(crate) fn told_collector(hand_back: &HandBack) -> String {
    let who = match &hand_back.by {
        Collector::Applicant => "chính người nộp nhận".to_owned(),
        Collector::Authorised { name, paper, .. } => format!("{name} nhận thay ({paper})"),
    };
    let slip = match hand_back.slip {
        SlipState::Returned => "đã thu giấy hẹn",
        SlipState::Lost => "báo mất giấy hẹn",
        SlipState::None => "không thu giấy hẹn",
    };
    let mut told = format!("{who}, {slip}");
    if !hand_back.note.is_empty() {
        told.push_str(", ");
        told.push_str(&hand_back.note);
    }
    told
}
