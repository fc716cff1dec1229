//! What the place of hands, lists and trays says.

use crate::desk::DeskError;
use crate::domain::handover::{Handover, HandoverKind, HandoverLine};
use crate::domain::hands::Hands;
use crate::domain::time::OfficeTime;
use crate::text as sentences;
use crate::ui::screen::moves::Section;
use crate::ui::theme::Tone;

use super::number;

pub(crate) const MOVES: &str = "Luân chuyển";
pub(crate) const SECTION_KEYS: &str = "Ctrl 1 – Ctrl 7";
pub(crate) const NONE: &str = "–";
pub(crate) const THE_DESK: &str = "Bộ phận một cửa";

// The board.
pub(crate) const BOARD: &str = "Hồ sơ đang ở đâu";
pub(crate) const UNIT_HEAD: &str = "Bộ phận";
pub(crate) const OFFICER_HEAD: &str = "Cán bộ";
pub(crate) const HELD_HEAD: &str = "Đang giữ";
pub(crate) const WAITING_HEAD: &str = "Chờ công dân";
pub(crate) const TODAY_HEAD: &str = "Đến hạn hôm nay";
pub(crate) const TODAY_SHORT_HEAD: &str = "Hôm nay";
pub(crate) const LATE_HEAD: &str = "Quá hạn";
pub(crate) const NOT_BACK_HEAD: &str = "Chưa nhận lại";
pub(crate) const HOLDER_HEAD: &str = "Nơi giữ hồ sơ";
pub(crate) const SINCE_HEAD: &str = "Giữ từ";
pub(crate) const AWAY_HEAD: &str = "Bàn giao";
pub(crate) const NOT_BACK: &str = "Chưa nhận lại";
pub(crate) const SHOW_NOT_BACK: &str = "Chưa nhận lại";
pub(crate) const ALL_HOLDERS: &str = "Mọi nơi giữ hồ sơ";
pub(crate) const BOARD_KEYS: &str = "↑ ↓ chọn · Enter xem hồ sơ của nơi đó · Chưa nhận lại: bàn giao từ hôm trước, chưa về bộ phận \
     một cửa";
pub(crate) const HELD_KEYS: &str = "↑ ↓ chọn · Enter mở hồ sơ · Home/End đầu/cuối · Esc quay lại";
pub(crate) const NOTHING_AWAY: &str = "Không có hồ sơ nào bàn giao từ hôm trước mà chưa nhận lại.";
pub(crate) const TO_FETCH: &str = "Cần nhận lại";
pub(crate) const NOTHING_TO_FETCH: &str = "Không còn hồ sơ nào bàn giao từ hôm trước cần nhận lại.";
pub(crate) const NOTHING_HELD: &str = "Không còn hồ sơ nào ở đây. Nhấn Esc để quay lại.";
pub(crate) const SEE_NOT_BACK: &str = "Xem";

// Lists being scanned.
pub(crate) const MAY_BE_EMPTY: &str = "có thể để trống";
pub(crate) const LOOKING_UP: &str = "đang tra…";
pub(crate) const RESULT_HEAD: &str = "Có kết quả";
pub(crate) const BILL_HEAD: &str = "Mã bưu gửi";
pub(crate) const POST_OUT: &str = "Kết quả gửi đi";
pub(crate) const POST_IN: &str = "Hồ sơ bưu chính chuyển đến";
pub(crate) const WRONG: &str = "Quét sai, không vào danh sách";
pub(crate) const WRONG_HERE: &str = "Quét sai";
pub(crate) const WRONG_KEYS: &str = "Esc: xóa";
pub(crate) const JUST_MADE: &str = "Vừa lập";
pub(crate) const MADE_HINT: &str = "In lại và xem hồ sơ trong danh sách: Ctrl 7.";
pub(crate) const HOW: &str = "Cách làm";
pub(crate) const NOTHING_SCANNED: &str =
    "Danh sách chưa có hồ sơ nào; hãy quét nhãn hoặc gõ mã từng hồ sơ trước.";
pub(crate) const OF_SEVERAL: &str = "Các hồ sơ này do nhiều nơi giữ; nên lập riêng từng danh sách \
    để mỗi bên ký giao phần của mình.";
pub(crate) const A_BILL: &str =
    "Đây là mã bưu gửi, không phải mã hồ sơ; hãy dùng mục Bưu chính (Ctrl 4).";
pub(crate) const A_BILL_HERE: &str = "Đây là mã bưu gửi; hãy quét nhãn khay hoặc nhãn hồ sơ.";
pub(crate) const A_TRAY: &str =
    "Đây là nhãn khay, không phải mã hồ sơ; hãy dùng mục Xếp khay (Ctrl 5).";
pub(crate) const A_CARD: &str = "Đây là thẻ căn cước, không phải mã hồ sơ; hãy quét nhãn hồ sơ.";
pub(crate) const BILL_FIRST: &str =
    "Chưa có hồ sơ nào để ghi mã bưu gửi này; hãy quét hồ sơ trước, mã bưu gửi sau.";
pub(crate) const LIST_FULL: &str =
    "Danh sách đã đủ 500 hồ sơ; hãy lập danh sách này rồi quét tiếp vào danh sách mới.";

// Trays.
pub(crate) const TRAYS: &str = "Xếp hồ sơ, kết quả vào khay";
pub(crate) const TRAY_HINT: &str = "Quét nhãn khay, nhãn hồ sơ; hoặc gõ A1, mã hồ sơ rồi Enter";
pub(crate) const TRAY_HEAD: &str = "Khay";
pub(crate) const BEFORE_HEAD: &str = "Trước đó";
pub(crate) const STATE_HEAD: &str = "Trạng thái";
pub(crate) const PUT: &str = "đã xếp";
pub(crate) const TAKEN_BACK: &str = "đã bỏ";
pub(crate) const NO_TRAY: &str = "chưa xếp";
pub(crate) const NOTHING_PLACED: &str = "Chưa xếp hồ sơ nào trong lần mở này.";
pub(crate) const TRAY_KEYS: &str =
    "↑ ↓ chọn · Ctrl D bỏ lần xếp, về khay cũ · Ctrl P in nhãn khay · Esc thôi khay đang xếp";
pub(crate) const TRAYS_HOW: &str = "Quét nhãn khay rồi quét lần lượt các hồ sơ xếp vào khay đó; \
    hoặc quét một hồ sơ rồi quét khay của nó. Mỗi lần xếp hiện ra một dòng, xếp nhầm thì bỏ được.";
pub(crate) const PUT_AGAIN_LATER: &str =
    "Hồ sơ này đã xếp lại sau đó; hãy bỏ lần xếp mới nhất trước.";

// From the shelves.
pub(crate) const PICK: &str = "Kết quả hẹn trả đến hết hôm nay";
pub(crate) const PROMISED_HEAD: &str = "Hẹn trả";
pub(crate) const PICK_KEYS: &str = "↑ ↓ chọn · Space hoặc quét nhãn: đã nhặt · Enter mở hồ sơ";
pub(crate) const NOTHING_TO_PICK: &str =
    "Không có kết quả nào hẹn trả đến hết hôm nay đang chờ ở bộ phận một cửa.";
pub(crate) const NOT_TO_PICK: &str = "Không có trong danh sách cần nhặt hôm nay; hãy xem hồ sơ bằng \
    Ctrl K.";

// Lists that were made.
pub(crate) const LISTS: &str = "Danh sách đã lập";
pub(crate) const NUMBER_HEAD: &str = "Số";
pub(crate) const KIND_HEAD: &str = "Loại";
pub(crate) const OTHER_HEAD: &str = "Bên kia";
pub(crate) const FOLDERS_HEAD: &str = "Số hồ sơ";
pub(crate) const AT_HEAD: &str = "Lúc";
pub(crate) const ACTOR_HEAD: &str = "Cán bộ lập";
pub(crate) const REMARK_HEAD: &str = "Ghi chú";
pub(crate) const UNDONE: &str = "đã hoàn tác";
pub(crate) const NO_LISTS: &str = "Chưa có danh sách nào trong những ngày này.";
pub(crate) const ALL_LISTS: &str = "Mọi danh sách";
pub(crate) const MORE_DAYS: &str = "Xem 60 ngày";
pub(crate) const FEWER_DAYS: &str = "Chỉ 7 ngày";
pub(crate) const PRINT_LIST: &str = "In danh sách";
pub(crate) const LISTS_KEYS: &str =
    "↑ ↓ chọn · Enter xem, mở hồ sơ · Ctrl P in danh sách · Ctrl B in nhãn hồ sơ · Esc quay lại";

// Labels.
pub(crate) const FOLDER_LABELS: &str = "In nhãn hồ sơ";
pub(crate) const TRAY_LABELS: &str = "In nhãn khay";
pub(crate) const PRINT_LABELS: &str = "In nhãn";
pub(crate) const TRAY_NAMES: &str = "Tên các khay, cách nhau bằng dấu phẩy";
pub(crate) const TRAY_NAMES_HINT: &str = "A1, A2, B1";
pub(crate) const FIRST_CELL: &str = "In từ ô thứ";
pub(crate) const CELLS_EXPLAINED: &str = "Tờ nhãn A4 có 24 ô, 3 cột 8 hàng, đếm từ trái sang phải, \
    từ trên xuống dưới. Tờ đã dùng dở thì ghi ô trống đầu tiên.";
pub(crate) const NOTHING_TO_LABEL: &str =
    "Danh sách chưa có hồ sơ nào để in nhãn; hãy quét hồ sơ trước.";

pub(crate) fn section(section: Section) -> &'static str {
    match section {
        Section::Board => "1 Theo dõi",
        Section::Out => "2 Bàn giao",
        Section::Back => "3 Nhận lại",
        Section::Post => "4 Bưu chính",
        Section::Trays => "5 Xếp khay",
        Section::Pick => "6 Nhặt kết quả",
        Section::Made => "7 Danh sách đã lập",
    }
}

pub(crate) fn title(section: Section) -> String {
    let name = self::section(section);
    format!("{MOVES} · {}", name.split_once(' ').map_or(name, |(_, name)| name))
}

/// Who has a dossier.
pub(crate) fn holder(hands: &Hands) -> String {
    if hands.is_desk() { THE_DESK.to_owned() } else { hands.told() }
}

/// "3 hồ sơ".
pub(crate) fn dossiers(count: i64) -> String {
    format!("{} hồ sơ", number(count))
}

/// "3 quá hạn".
pub(crate) fn late(count: i64) -> String {
    format!("{} quá hạn", number(count))
}

/// "3 hôm nay".
pub(crate) fn due_today(count: i64) -> String {
    format!("{} hôm nay", number(count))
}

/// "2 ngày trước".
pub(crate) fn away(days: i64) -> String {
    if days == 1 { "hôm qua".to_owned() } else { format!("{days} ngày trước") }
}

pub(crate) fn board_told(dossiers: i64, away: i64) -> String {
    match away {
        0 => format!("{} hồ sơ đang giải quyết", number(dossiers)),
        _ => format!("{} hồ sơ đang giải quyết · {} chưa nhận lại", number(dossiers), number(away)),
    }
}

pub(crate) fn held_by(hands: &Hands) -> String {
    format!("Hồ sơ ở {}", if hands.is_desk() { "bộ phận một cửa".to_owned() } else { hands.told() })
}

/// How many rows a list has; a list that was cut says so.
pub(crate) fn list_told(count: usize, most: usize) -> String {
    match count < most {
        true => format!("{count} hồ sơ"),
        false => format!("chỉ hiện {most} hồ sơ đầu"),
    }
}

pub(crate) const SCAN_MISSED: &str = "Lần quét vừa rồi chưa được ghi vào danh sách; hãy chọn hồ sơ bằng ↑ ↓, hoặc nhấn Esc rồi nhấn lại.";

/// What is to be fetched: the line of the day's screen.
pub(crate) fn to_fetch(count: i64) -> String {
    format!(
        "{} hồ sơ bàn giao từ hôm trước đã đến hạn trả, quá hạn hoặc đã kết thúc, chưa nhận lại.",
        number(count)
    )
}

/// What the two fields of the other side are called, and what the first one hints at.
pub(crate) fn other_side(kind: HandoverKind) -> ([&'static str; 2], &'static str) {
    match kind {
        HandoverKind::Out => (["Bộ phận nhận", "Cán bộ nhận"], "gõ không dấu, Enter chọn"),
        HandoverKind::Back => (["Bộ phận giao", "Cán bộ giao"], "để trống: theo nơi đang giữ"),
        HandoverKind::PostOut | HandoverKind::PostIn => {
            (["Bưu cục", "Nhân viên bưu chính"], MAY_BE_EMPTY)
        }
    }
}

pub(crate) fn scanning(kind: HandoverKind) -> &'static str {
    match kind {
        HandoverKind::Out => "Bàn giao hồ sơ cho bộ phận, cán bộ",
        HandoverKind::Back => "Nhận lại hồ sơ, kết quả",
        HandoverKind::PostOut => "Kết quả giao bưu chính gửi đi",
        HandoverKind::PostIn => "Hồ sơ bưu chính chuyển đến",
    }
}

pub(crate) fn scan_hint(kind: HandoverKind) -> &'static str {
    match kind {
        HandoverKind::Out | HandoverKind::Back => "Quét nhãn từng hồ sơ, hoặc gõ mã rồi Enter",
        HandoverKind::PostOut | HandoverKind::PostIn => {
            "Quét hồ sơ rồi quét mã bưu gửi của nó, hoặc gõ rồi Enter"
        }
    }
}

pub(crate) fn make(kind: HandoverKind) -> &'static str {
    match kind {
        HandoverKind::Out => "Bàn giao và in",
        HandoverKind::Back => "Nhận lại và in",
        HandoverKind::PostOut | HandoverKind::PostIn => "Lập biên bản và in",
    }
}

pub(crate) fn nothing_yet(kind: HandoverKind) -> &'static str {
    match kind {
        HandoverKind::Out => "Chưa quét hồ sơ nào.",
        HandoverKind::Back => {
            "Chưa quét hồ sơ nào. Hồ sơ đã ghi kết quả ký được đánh dấu có kết quả."
        }
        HandoverKind::PostOut => {
            "Chưa quét kết quả nào. Chỉ hồ sơ đăng ký nhận qua bưu chính, đã có \
            kết quả, mới vào danh sách này."
        }
        HandoverKind::PostIn => {
            "Chưa quét hồ sơ nào. Chỉ hồ sơ đã tiếp nhận với hình thức nộp qua bưu \
            chính mới vào danh sách này."
        }
    }
}

pub(crate) fn scan_keys(kind: HandoverKind) -> &'static str {
    match kind {
        HandoverKind::Out => "↑ ↓ chọn · Ctrl D bỏ khỏi danh sách · Ctrl P in nhãn hồ sơ",
        HandoverKind::Back => {
            "↑ ↓ chọn · Ctrl R có kết quả hoặc không · Ctrl D bỏ khỏi danh sách · Ctrl P in nhãn hồ sơ"
        }
        HandoverKind::PostOut | HandoverKind::PostIn => {
            "↑ ↓ chọn · Ctrl B bỏ mã bưu gửi · Ctrl D bỏ khỏi danh sách · Ctrl 4 đổi chiều"
        }
    }
}

pub(crate) fn how(kind: HandoverKind) -> &'static str {
    match kind {
        HandoverKind::Out => {
            "Chọn nơi nhận, quét lần lượt từng hồ sơ rồi nhấn Ctrl Enter. Hồ sơ quét sai hiện ngay ở \
             đây và không vào danh sách. Cả danh sách được ghi một lần; phiếu bàn giao in ra để hai \
             bên ký."
        }
        HandoverKind::Back => {
            "Quét lần lượt từng hồ sơ mang về. Mỗi dòng cho biết ai đang giữ; Ctrl R đổi dòng đang \
             chọn giữa có kết quả và chưa có. Nhấn Ctrl Enter để ghi cả danh sách và in phiếu bàn \
             giao."
        }
        HandoverKind::PostOut => {
            "Quét từng kết quả, quét tiếp mã bưu gửi dán trên bì của nó. Nhấn Ctrl Enter: các hồ sơ \
             được ghi là đã trả qua bưu chính, biên bản giao nhận in ra để hai bên ký."
        }
        HandoverKind::PostIn => {
            "Sau khi tiếp nhận, quét từng hồ sơ bưu chính chuyển đến và mã bưu gửi của nó. Nhấn Ctrl \
             Enter để lập biên bản giao nhận."
        }
    }
}

pub(crate) fn folders(count: usize) -> String {
    format!("{count} hồ sơ trong danh sách")
}

/// What stands below the newest wrong scan.
pub(crate) fn more_wrong(count: usize) -> String {
    match count {
        0 => WRONG_KEYS.to_owned(),
        _ => format!("và {count} lần quét sai trước đó · {WRONG_KEYS}"),
    }
}

pub(crate) fn bill_taken(code: &str, bill: &str) -> String {
    format!(
        "Hồ sơ {code} đã có mã bưu gửi {bill}; hãy quét hồ sơ của mã này trước, hoặc nhấn Ctrl B ở dòng \
         của hồ sơ để bỏ mã cũ."
    )
}

/// Why a scan does not belong where it was made.
pub(crate) fn wrong_scan(error: &DeskError) -> Vec<String> {
    match error {
        DeskError::NoDossier(_) => vec![
            "Không có hồ sơ nào mang mã này; hãy xem lại nhãn, hoặc tìm theo tên bằng Ctrl K."
                .to_owned(),
        ],
        DeskError::NotLawful { code, from, .. } if from.is_final() => {
            let (code, status) = (code.clone(), *from);
            sentences::refusal(&DeskError::Ended { code, status })
        }
        other => sentences::refusal(other),
    }
}

/// What the list of a kind is called.
pub(crate) fn kind(kind: HandoverKind) -> &'static str {
    match kind {
        HandoverKind::Out => "Bàn giao",
        HandoverKind::Back => "Nhận lại",
        HandoverKind::PostOut => "Gửi bưu chính",
        HandoverKind::PostIn => "Bưu chính chuyển đến",
    }
}

/// "3/2026".
pub(crate) fn number_of(list: &Handover) -> String {
    format!("{}/{}", list.number, list.year)
}

pub(crate) fn other_of(list: &Handover) -> String {
    match (list.other.is_desk(), list.kind) {
        (false, _) => list.other.told(),
        (true, HandoverKind::PostOut | HandoverKind::PostIn) => "Bưu chính".to_owned(),
        (true, HandoverKind::Out | HandoverKind::Back) => "nhiều nơi".to_owned(),
    }
}

/// "Bàn giao số 3/2026: 5 hồ sơ, Tư pháp – hộ tịch · Lê Văn An."
pub(crate) fn made(list: &Handover) -> String {
    let (kind, number) = (kind(list.kind), number_of(list));
    format!("{kind} số {number}: {} hồ sơ, {}.", list.lines.len(), other_of(list))
}

pub(crate) fn list_title(list: &Handover) -> String {
    format!("{} số {} · {}", kind(list.kind), number_of(list), other_of(list))
}

pub(crate) fn list_at(list: &Handover) -> String {
    let told = format!("{} · {} hồ sơ", super::clock(list.at), list.lines.len());
    if list.note.is_empty() { told } else { format!("{told} · {}", list.note) }
}

pub(crate) fn lists_of(days: u64, count: usize) -> String {
    format!("{count} danh sách trong {days} ngày qua")
}

pub(crate) fn print_again(list: &Handover) -> String {
    format!(
        "{} số {} đã in trước đây; bản in lại giữ nguyên số, ghi \"Bản in lại\" cùng lý do.",
        kind(list.kind),
        number_of(list)
    )
}

/// What there is to say of a folder on a list.
pub(crate) fn remark(line: &HandoverLine) -> String {
    let result = match (line.result, line.result_number.as_str()) {
        (true, "") => "có kết quả".to_owned(),
        (true, number) => format!("kết quả {number}"),
        (false, _) => String::new(),
    };
    let parts = [result.as_str(), line.bill.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// "14:20", with the day where it was another one.
pub(crate) fn short_moment(at: OfficeTime, now: OfficeTime) -> String {
    match at.date() == now.date() {
        true => at.time().format("%H:%M").to_string(),
        false => super::clock(at),
    }
}

/// What is expected next of whoever fills trays.
pub(crate) fn next_of_trays(tray: Option<&str>, folder: Option<&str>) -> (Tone, String) {
    match (tray, folder) {
        (_, Some(folder)) => (Tone::Accent, format!("Hồ sơ {folder}: quét nhãn khay")),
        (Some(tray), None) => (Tone::Accent, format!("Khay {tray}: quét hồ sơ xếp vào khay")),
        (None, None) => (Tone::Plain, "Quét nhãn khay hoặc nhãn hồ sơ".to_owned()),
    }
}

/// Where a folder lay before.
pub(crate) fn lay_in(tray: &str) -> String {
    if tray.is_empty() { NO_TRAY.to_owned() } else { format!("khay {tray}") }
}

pub(crate) fn placed(count: usize) -> String {
    format!("{count} hồ sơ vừa xếp")
}

pub(crate) fn picked(picked: usize, all: usize) -> String {
    format!("đã nhặt {picked}/{all}")
}

pub(crate) fn labels_of(count: usize) -> String {
    format!("{count} nhãn hồ sơ: mã, người nộp, thủ tục, ngày hẹn.")
}

pub(crate) fn wrong_cell(cells: usize) -> String {
    format!("Ô bắt đầu: chưa đúng; hãy ghi một số từ 1 đến {cells}.")
}
