//! What is said of a dossier's hands, notices, results, trays and undone steps, and of lists and officers.

use std::path::Path;

use chrono::NaiveDate;

use super::clock::{moved, promised_again, verdict};
use super::whole_life::{act, holder, role};
use super::words::{date, moment, status};
use crate::desk::undo::Undone;
use crate::desk::waiting::Moved;
use crate::domain::dossier::Dossier;
use crate::domain::handover::{Handover, HandoverKind, HandoverLine};
use crate::domain::hands::{ControlLine, Hands};
use crate::domain::notice::{Notice, NoticeKind};
use crate::domain::officer::Officer;
use crate::domain::time::OfficeTime;
use crate::store::{Act, BoardRow, HeldRow, RegisterClose, SignedResult, UndoneAct};

fn notice_name(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Supplement => "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        NoticeKind::Refusal => "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
        NoticeKind::Apology => "Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết",
        NoticeKind::Stop => "Thông báo dừng giải quyết hồ sơ",
    }
}

fn list_name(kind: HandoverKind) -> &'static str {
    match kind {
        HandoverKind::Out => "Phiếu bàn giao hồ sơ chuyển đi",
        HandoverKind::Back => "Phiếu bàn giao hồ sơ nhận về",
        HandoverKind::PostOut => "Biên bản giao kết quả cho bưu chính",
        HandoverKind::PostIn => "Biên bản nhận hồ sơ từ bưu chính",
    }
}

/// `0007/2026`.
fn number(number: i64, year: i32) -> String {
    format!("{number:04}/{year}")
}

fn by(actor: &str) -> String {
    if actor.is_empty() { String::new() } else { format!(", cán bộ {actor}") }
}

/// "Phiếu … số 0001/2026".
fn numbered(notice: &Notice) -> String {
    format!("{} số {}", notice_name(notice.kind), number(notice.number, notice.year))
}

/// A dossier whose clock was stopped, or that ended, with the notice that tells its applicant.
pub(crate) fn moved_with(done: &Moved, notice: Option<&Notice>) -> Vec<String> {
    let dossier = &done.dossier;
    let mut lines = moved(done);
    if dossier.voided_because.is_some() {
        lines.push("Số hồ sơ đã hủy, không cấp lại; số và lý do vẫn ở trong sổ.".to_owned());
    }
    lines.extend(notice.map(|notice| format!("Đã lập {}.", lower(&numbered(notice)))));
    match dossier.ended_at {
        None => lines.push(where_it_is(dossier)),
        Some(_) if dossier.holder.is_desk() => {}
        Some(_) => lines.push(format!(
            "Hồ sơ giấy đang ở {}; hãy nhận lại để trả giấy tờ cho người nộp.",
            holder(&dossier.holder)
        )),
    }
    lines
}

/// A dossier that is promised anew, with the notice that tells its applicant.
pub(crate) fn promised_again_with(
    done: &Moved,
    notice: Option<&Notice>,
    slip: Option<&Path>,
) -> Vec<String> {
    let mut lines = promised_again(done, slip);
    lines.extend(notice.map(|notice| format!("Đã lập {}.", lower(&numbered(notice)))));
    lines
}

/// A sentence's beginning as it stands inside another one.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

pub(crate) fn told_without_dossier(notice: &Notice) -> Vec<String> {
    let mut lines = vec![format!("Đã lập {}; chưa tiếp nhận hồ sơ.", lower(&numbered(notice)))];
    lines.extend(content(notice));
    lines
}

/// To whom a notice is, and what it says.
fn content(notice: &Notice) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(addressee) = notice.content.addressee.as_ref().filter(|_| notice.code.is_none()) {
        lines.push(format!("  Người nộp: {}", addressee.name));
        lines.push(format!("  Thủ tục: {} {}", addressee.procedure_code, addressee.procedure));
    }
    let items = (1..).zip(&notice.content.items);
    lines.extend(items.map(|(number, item)| format!("  {number}. {item}")));
    if !notice.content.reason.is_empty() {
        lines.push(format!("  Lý do: {}", notice.content.reason));
    }
    lines
}

pub(crate) fn notices_listed(found: &[Notice]) -> Vec<String> {
    if found.is_empty() {
        return vec!["Chưa lập phiếu nào cho người chưa có hồ sơ.".to_owned()];
    }
    let told = |notice: &Notice| {
        let mut lines =
            vec![format!("{}, {}{}", numbered(notice), moment(notice.at), by(&notice.actor))];
        lines.extend(content(notice));
        lines
    };
    found.iter().flat_map(told).collect()
}

pub(crate) fn signed(dossier: &Dossier, result: Option<&SignedResult>) -> Vec<String> {
    let mut lines = vec![format!("Hồ sơ {}: đã ghi kết quả ký.", dossier.code)];
    lines.extend(result.map(signed_result));
    lines.push(where_it_is(dossier));
    lines
}

fn signed_result(result: &SignedResult) -> String {
    let SignedResult { number, signed_on, signer, .. } = result;
    format!("Kết quả: số {number}, ký ngày {}, người ký {signer}", signed_on.format("%d/%m/%Y"))
}

pub(crate) fn undone(done: &Undone) -> Vec<String> {
    let dossier = &done.dossier;
    let due = match dossier.is_waiting() {
        true => "Hẹn trả: tạm dừng, đang chờ người nộp".to_owned(),
        false => super::answer::due_line(&dossier.due),
    };
    let mut lines = vec![
        format!(
            "Hồ sơ {}: đã hoàn tác bước \"{}\", trở lại trạng thái \"{}\".",
            dossier.code,
            act_name(&done.act),
            status(dossier.status)
        ),
        due,
        where_it_is(dossier),
    ];
    if done.repromised {
        let slip = match dossier.is_waiting() {
            true => "Giấy hẹn đã in sau bước này không còn đúng; hãy thu lại.".to_owned(),
            false => format!(
                "Giấy hẹn đã in sau bước này không còn đúng; hãy thu lại và in lại bằng lệnh \
                 \"motcua slip {}\".",
                dossier.code
            ),
        };
        lines.push(slip);
    }
    lines.extend(done.notices.iter().map(|notice| {
        let (name, number, year) = (notice_name(notice.kind), notice.number, notice.year);
        format!("{name} số {number:04}/{year} không còn giá trị; hãy thu lại nếu đã giao.")
    }));
    lines
}

/// The name of an act by the journal's word for it.
fn act_name(word: &str) -> &str {
    match Act::of_word(word) {
        Some(known) => act(known),
        None => word,
    }
}

pub(crate) fn in_tray(dossier: &Dossier) -> Vec<String> {
    vec![match dossier.tray.as_str() {
        "" => format!("Hồ sơ {}: đã lấy ra khỏi khay.", dossier.code),
        tray => format!("Hồ sơ {}: đã xếp vào khay {tray}.", dossier.code),
    }]
}

fn where_it_is(dossier: &Dossier) -> String {
    let since = dossier.held_since.map(|at| format!(", từ {}", moment(at))).unwrap_or_default();
    format!("Đang ở: {}{since}", holder(&dossier.holder))
}

/// What `show` tells of a dossier's hands and papers.
#[derive(Debug)]
pub(crate) struct Life<'a> {
    /// The dossier.
    pub(crate) dossier: &'a Dossier,
    /// The step that follows, and who has it.
    pub(crate) next: Option<(&'a str, &'a str)>,
    /// Its changes of hands.
    pub(crate) lines: &'a [ControlLine],
    /// Its notices.
    pub(crate) notices: &'a [Notice],
    /// Its steps that were undone.
    pub(crate) undone: &'a [UndoneAct],
    /// Its signed result.
    pub(crate) result: Option<&'a SignedResult>,
}

/// In whose hands a dossier is and was, what was told to its applicant, what was undone.
pub(crate) fn life(life: &Life<'_>) -> Vec<String> {
    let dossier = life.dossier;
    let mut lines = Vec::new();
    lines.extend(
        dossier.voided_because.iter().map(|because| format!("Đã hủy số hồ sơ, lý do: {because}")),
    );
    if dossier.ended_at.is_none() || !dossier.holder.is_desk() {
        lines.push(where_it_is(dossier));
    }
    if !dossier.tray.is_empty() {
        lines.push(format!("Khay: {}", dossier.tray));
    }
    lines.extend(life.next.map(|(step, who)| match who {
        "" => format!("Bước tiếp theo: {step}"),
        who => format!("Bước tiếp theo: {step} ({who})"),
    }));
    lines.extend(life.result.map(signed_result));
    if !life.lines.is_empty() {
        lines.push("Giao nhận hồ sơ:".to_owned());
        lines.extend(life.lines.iter().map(control_line));
    }
    for notice in life.notices {
        let undone = if notice.undone { " (đã hoàn tác, không còn giá trị)" } else { "" };
        lines.push(format!(
            "{}, {}{}{undone}",
            numbered(notice),
            moment(notice.at),
            by(&notice.actor)
        ));
        lines.extend(content(notice));
    }
    lines.extend(life.undone.iter().map(|undone| {
        let UndoneAct { act: word, acted_at, acted_by, at, actor, reason } = undone;
        format!(
            "Đã hoàn tác bước \"{}\" ({}{}): {}{}, lý do: {reason}",
            act_name(word),
            moment(*acted_at),
            by(acted_by),
            moment(*at),
            by(actor)
        )
    }));
    lines
}

fn control_line(line: &ControlLine) -> String {
    let side =
        |unit: &str, name: &str| Hands { unit: unit.to_owned(), officer: name.to_owned() }.told();
    let mut told = format!(
        "  {}: {} giao, {} nhận",
        moment(line.at),
        side(&line.from_unit, &line.from_name),
        side(&line.to_unit, &line.to_name)
    );
    if let Some(kept) = line.verdict {
        told = format!("{told}, {}", verdict(kept));
    }
    if !line.note.is_empty() {
        told = format!("{told} ({})", line.note);
    }
    told
}

/// Of an officer who was given a folder and is not on the roster.
pub(crate) fn stranger(name: &str) -> String {
    format!(
        "Lưu ý: {name} không có trong danh sách cán bộ đang làm việc; hãy xem lại tên, hoặc nhờ phụ trách \
         bộ phận một cửa thêm vào danh sách."
    )
}

/// A list that was just made.
pub(crate) fn list_made(list: &Handover) -> Vec<String> {
    let mut lines = vec![format!(
        "Đã lập {} số {}, {} hồ sơ; xem lại bằng lệnh \"motcua lists {}\".",
        lower(list_name(list.kind)),
        number(list.number, list.year),
        list.lines.len(),
        list.id
    )];
    lines.extend(list_shown(list));
    lines
}

pub(crate) fn list_shown(list: &Handover) -> Vec<String> {
    let mut lines = vec![list_head(list)];
    lines.extend((1..).zip(&list.lines).map(|(place, line)| folder(place, line)));
    if !list.note.is_empty() {
        lines.push(format!("Ghi chú: {}", list.note));
    }
    lines
}

fn list_head(list: &Handover) -> String {
    let other = list.other.told();
    let other = match (other.is_empty(), list.kind) {
        (true, _) => String::new(),
        (false, HandoverKind::Out) => format!(", bên nhận {other}"),
        (false, HandoverKind::Back) => format!(", bên giao {other}"),
        (false, _) => format!(", bưu chính {other}"),
    };
    format!(
        "{}  {} số {}, {}{}{other}",
        list.id,
        list_name(list.kind),
        number(list.number, list.year),
        moment(list.at),
        by(&list.actor)
    )
}

fn folder(place: usize, line: &HandoverLine) -> String {
    let mut told = format!("  {place}. {}  {}  {}", line.code, line.applicant, line.procedure);
    if line.result {
        told.push_str(", có kết quả");
    }
    if !line.result_number.is_empty() {
        told = format!("{told} số {}", line.result_number);
    }
    if !line.bill.is_empty() {
        told = format!("{told}, mã bưu gửi {}", line.bill);
    }
    if line.undone {
        told.push_str(" (đã hoàn tác)");
    }
    told
}

pub(crate) fn lists_listed(found: &[Handover]) -> Vec<String> {
    if found.is_empty() {
        return vec![
            "Không có phiếu bàn giao hay biên bản giao nhận nào; hãy ghi khoảng ngày bằng --from và \
             --to."
                .to_owned(),
        ];
    }
    found.iter().map(|list| format!("{}, {} hồ sơ", list_head(list), list.lines.len())).collect()
}

pub(crate) fn board(rows: &[BoardRow]) -> Vec<String> {
    let told = |row: &BoardRow| {
        let BoardRow { holder: who, dossiers, waiting, today, late, not_back } = row;
        let mut told = format!(
            "{}: {dossiers} hồ sơ, chờ công dân {waiting}, đến hạn hôm nay {today}, quá hạn {late}",
            capital(&holder(who))
        );
        if !who.is_desk() {
            told = format!("{told}, chưa nhận lại từ hôm trước {not_back}");
        }
        told
    };
    rows.iter().map(told).collect()
}

/// A word at the beginning of a line.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(crate) fn held(rows: &[HeldRow], by: &Hands, now: OfficeTime) -> Vec<String> {
    if rows.is_empty() {
        return vec![format!("Không có hồ sơ nào đang ở {}.", holder(by))];
    }
    rows.iter().map(|row| held_row(row, now)).collect()
}

pub(crate) fn not_back(rows: &[HeldRow], now: OfficeTime) -> Vec<String> {
    if rows.is_empty() {
        return vec!["Không có hồ sơ nào chuyển đi từ hôm trước mà chưa nhận lại.".to_owned()];
    }
    let told = |row: &HeldRow| {
        let since = row.held_since.map(|at| format!(" từ {}", moment(at))).unwrap_or_default();
        format!("{}; ở {}{since}", held_row(row, now), holder(&row.holder))
    };
    rows.iter().map(told).collect()
}

fn held_row(row: &HeldRow, now: OfficeTime) -> String {
    let due = row.due_at.map_or("không hẹn".to_owned(), |due| {
        let late = if due < now { " (quá hạn)" } else { "" };
        format!("hẹn trả {}{late}", moment(due))
    });
    format!("{}  {}  {}  {due}  {}", row.code, row.applicant, row.procedure, status(row.status))
}

pub(crate) fn to_pick(rows: &[HeldRow], day: NaiveDate) -> Vec<String> {
    if rows.is_empty() {
        return vec![format!("Không có kết quả nào cần trả đến hết {}.", date(day))];
    }
    let told = |row: &HeldRow| {
        let tray = if row.tray.is_empty() { "chưa xếp khay" } else { &row.tray };
        let phone = if row.phone.is_empty() { String::new() } else { format!("  {}", row.phone) };
        format!("{tray}  {}  {}{phone}  {}", row.code, row.applicant, row.procedure)
    };
    rows.iter().map(told).collect()
}

pub(crate) fn officers(found: &[Officer]) -> Vec<String> {
    if found.is_empty() {
        return vec![
            "Chưa khai báo cán bộ nào: ai cũng làm được mọi việc; hãy thêm phụ trách bộ phận một cửa \
             trước bằng lệnh \"motcua officers set\"."
                .to_owned(),
        ];
    }
    let told = |officer: &Officer| {
        let unit =
            if officer.unit.is_empty() { holder(&Hands::DESK) } else { officer.unit.clone() };
        let left = if officer.active { "" } else { " (không còn công tác)" };
        format!("{}: {}, {unit}{left}", officer.name, role(officer.role))
    };
    found.iter().map(told).collect()
}

pub(crate) fn year_closed(closed: &RegisterClose) -> Vec<String> {
    let RegisterClose { year, at, dossiers, .. } = closed;
    vec![format!("Đã khóa sổ theo dõi hồ sơ năm {year} lúc {}: {dossiers} hồ sơ.", moment(*at))]
}
