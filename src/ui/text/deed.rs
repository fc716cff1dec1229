//! The sentences of what is done to a dossier between receipt and return.

use super::when::{clock, moment, promised};
use crate::desk::waiting::Moved;
use crate::domain::dossier::Dossier;
use crate::domain::hands::Hands;
use crate::domain::waiting::Wait;
use crate::store::{Act, UndoPoint};
use crate::text as sentences;
use crate::ui::screen::dossier::{Deed, Input, Story};

pub(crate) const CLOCK_STORY: &str = "Tạm dừng và hẹn lại";
pub(crate) const ENDED_BECAUSE: &str = "Lý do kết thúc";
pub(crate) const OFFERED: &str = "Đã biết · ↑ ↓ chọn";
pub(crate) const ESC_CLOSES: &str = "Esc: đóng";
pub(crate) const UNDONE: &str = "hoàn tác bước làm nhầm";
pub(crate) const OTHER_DEEDS: &str = "Việc khác…";
pub(crate) const OTHER_DEEDS_TITLE: &str = "Việc khác";
pub(crate) const OTHER_DEEDS_KEYS: &str = "↑ ↓ chọn · Enter làm · Esc đóng";

// What is asked of an applicant.
pub(crate) const DEMAND_PAPERS: &str =
    "Giấy tờ của thủ tục chưa nộp · Space đánh dấu giấy tờ cần bổ sung";
pub(crate) const DEMAND_ITEMS: &str =
    "Nội dung cần bổ sung, mỗi nội dung một dòng · Enter thêm dòng";
pub(crate) const DEMAND_FURTHER: &str = "Nội dung khác, mỗi nội dung một dòng · Enter thêm dòng";
pub(crate) const DEMAND_HINT: &str = "ví dụ Bản sao căn cước của người yêu cầu";

pub(crate) const PAPERS_THAT_CAME: &str =
    "Đã nhận, ghi vào thành phần hồ sơ · Space bỏ chọn nội dung không phải là giấy tờ";

/// The name of a deed, as its button has it.
pub(crate) fn deed(deed: Deed) -> &'static str {
    match deed {
        Deed::HandOver => "Chuyển giải quyết…",
        Deed::TakeBack => "Nhận lại hồ sơ…",
        Deed::AskPapers => "Yêu cầu bổ sung…",
        Deed::PapersCame => "Đã bổ sung đủ…",
        Deed::DemandPayment => "Nghĩa vụ tài chính…",
        Deed::Paid => "Đã nộp tiền…",
        Deed::PutOff => "Xin lỗi, hẹn lại…",
        Deed::Sign => "Ghi kết quả đã ký…",
        Deed::Refuse => "Từ chối giải quyết…",
        Deed::Withdraw => "Công dân rút hồ sơ…",
        Deed::Stop => "Dừng giải quyết…",
        Deed::Void => "Hủy số hồ sơ…",
        Deed::Tray => "Xếp khay…",
        Deed::Undo => "Hoàn tác…",
    }
}

/// The name of a deed, as its dialog has it.
pub(crate) fn deed_title(deed: Deed) -> &'static str {
    self::deed(deed).trim_end_matches('…')
}

/// What follows from it.
pub(crate) fn deed_explained(deed: Deed, story: &Story) -> String {
    let record = &story.record;
    match deed {
        Deed::HandOver if !record.holder.is_desk() => {
            format!("Hồ sơ đang ở {}; nay chuyển tiếp cho nơi khác.", held(record))
        }
        Deed::TakeBack if record.ended_at.is_some() => format!(
            "Hồ sơ đã kết thúc, hồ sơ giấy còn ở {}. Nhận lại để trả giấy tờ cho người nộp.",
            held(record)
        ),
        Deed::TakeBack => format!(
            "Hồ sơ đang ở {}. Nhận lại về bộ phận một cửa khi chưa có kết quả; thời hạn vẫn chạy.",
            held(record)
        ),
        Deed::Undo => story.at_hand.undo.as_ref().map(undo_explained).unwrap_or_default(),
        _ => explained(deed).to_owned(),
    }
}

fn explained(deed: Deed) -> &'static str {
    match deed {
        Deed::HandOver => {
            "Chuyển hồ sơ đến nơi giải quyết ngay trong ngày, hoặc đầu ngày làm việc sau nếu nhận sau 15 \
             giờ (quy định về cơ chế một cửa)."
        }
        Deed::AskPapers => {
            "Ghi đủ một lần mọi giấy tờ còn thiếu. Thời hạn tạm dừng; khi nhận đủ, thời hạn được tính \
             lại từ đầu. Phiếu yêu cầu bổ sung được in ngay."
        }
        Deed::PapersCame => {
            "Thời hạn giải quyết được tính lại từ đầu từ lúc này. Giấy hẹn mới được in."
        }
        Deed::DemandPayment => {
            "Ghi thông báo nghĩa vụ tài chính đã gửi cho người nộp. Thời hạn tạm dừng đến khi nộp tiền."
        }
        Deed::Paid => "Phần thời hạn còn lại được tính từ lúc này. Giấy hẹn mới được in.",
        Deed::PutOff => {
            "Hẹn lại không quá một lần, và phải xin lỗi trước ngày hẹn ít nhất một ngày (quy định về cơ \
             chế một cửa). Phiếu xin lỗi và giấy hẹn mới được in."
        }
        Deed::Sign => {
            "Ghi số, ngày và người ký của kết quả. Hồ sơ chỉ là \"Đã có kết quả\" khi kết quả về đến bộ \
             phận một cửa."
        }
        Deed::Refuse => {
            "Từ chối sau khi thẩm định, trong thời hạn giải quyết, nêu rõ lý do. Hồ sơ kết thúc; phiếu \
             từ chối được in ngay."
        }
        Deed::Withdraw => {
            "Công dân rút hồ sơ khi chưa có kết quả. Hồ sơ kết thúc; thông báo dừng giải quyết được in ngay."
        }
        Deed::Stop => "Hồ sơ kết thúc mà không có kết quả. Thông báo dừng giải quyết được in ngay.",
        Deed::Void => {
            "Số hồ sơ không còn giá trị, ví dụ vì tiếp nhận hai lần. Số vẫn nằm trong sổ theo dõi cùng \
             lý do và không cấp lại cho hồ sơ khác."
        }
        Deed::Tray => {
            "Khay hoặc ngăn tủ để hồ sơ, kết quả: chữ không dấu, chữ số. Để trống là lấy ra khỏi khay."
        }
        Deed::TakeBack | Deed::Undo => "",
    }
}

/// Who has the dossier, and since when: "Tư pháp – hộ tịch · Lê Văn An từ 08:30 23/11".
fn held(record: &Dossier) -> String {
    let holder = sentences::holder(&record.holder);
    match record.held_since {
        Some(since) => format!("{holder} từ {}", clock(since)),
        None => holder,
    }
}

/// What is undone, who did it and when.
fn undo_explained(point: &UndoPoint) -> String {
    let mut act = act_told(&point.act);
    if let Some(also) = &point.also {
        act = format!("{act}, {}", act_told(also));
    }
    let actor = &point.actor;
    let at = moment(point.at);
    format!(
        "Sẽ hoàn tác bước \"{act}\" do {actor} làm lúc {at}. Hồ sơ trở lại như trước bước đó; số phiếu đã \
         cấp không dùng lại, giấy đã in của bước đó không còn giá trị."
    )
}

/// What an act is called, by the journal's word for it.
pub(crate) fn act_told(word: &str) -> String {
    Act::of_word(word).map_or_else(|| word.to_owned(), |act| sentences::act(act).to_owned())
}

/// That papers were asked for before, when and which: what is asked now could have been asked then.
pub(crate) fn asked_before<'a>(waits: impl Iterator<Item = &'a Wait>) -> Option<String> {
    let asked: Vec<String> =
        waits.map(|wait| format!("{}: {}", clock(wait.from), wait.reason)).collect();
    (!asked.is_empty()).then(|| {
        format!(
            "Hồ sơ này đã được yêu cầu bổ sung {} lần ({}). Mọi giấy tờ còn thiếu phải được yêu cầu trong \
             một lần; yêu cầu thêm lần nữa, chỉ số theo Quyết định 766/QĐ-TTg tính hồ sơ là trễ hạn.",
            asked.len(),
            asked.join("; ")
        )
    })
}

/// That nobody knows whom the dossier is to go to.
pub(crate) fn unknown_holder(hands: &Hands) -> String {
    format!(
        "{} chưa có trong danh sách; hãy xem lại tên, hoặc nhấn Ctrl Enter lần nữa để ghi như đã gõ.",
        hands.told()
    )
}

/// The label of a field.
pub(crate) fn deed_input(input: Input, deed: Deed) -> &'static str {
    match (input, deed) {
        (Input::Unit, _) => "Bộ phận, phòng chuyên môn",
        (Input::Officer, _) => "Cán bộ nhận (nếu biết)",
        (Input::Moment, _) => "Ngày giờ hẹn mới",
        (Input::Words, Deed::DemandPayment) => "Nội dung yêu cầu",
        (Input::Words, Deed::PutOff) => "Lý do chậm",
        (Input::Words, _) => "Lý do",
        (Input::Number, _) => "Số văn bản",
        (Input::Date, _) => "Ngày ký",
        (Input::Signer, _) => "Người ký",
        (Input::Tray, _) => "Khay",
    }
}

/// An example of what belongs into a field.
pub(crate) fn deed_example(input: Input) -> &'static str {
    match input {
        Input::Unit => "ví dụ Tư pháp – hộ tịch",
        Input::Moment => "ví dụ 10:00 03/12/2026",
        Input::Number => "ví dụ 15/2026/GKS",
        Input::Date => "ví dụ 01/12/2026",
        Input::Tray => "ví dụ A1",
        Input::Officer | Input::Words | Input::Signer => "",
    }
}

/// What is said once it is done.
pub(crate) fn deed_done(deed: Deed, moved: &Moved, undone: Option<&str>) -> String {
    let record = &moved.dossier;
    let said = done(deed, record, undone);
    match deed.is_grave() && !record.holder.is_desk() {
        true => format!(
            "{said} Hồ sơ giấy đang ở {}; hãy nhận lại để trả giấy tờ cho người nộp.",
            sentences::holder(&record.holder)
        ),
        false => said,
    }
}

fn done(deed: Deed, record: &Dossier, undone: Option<&str>) -> String {
    let code = &record.code;
    match deed {
        Deed::HandOver => {
            format!("Hồ sơ {code}: đã chuyển giải quyết, {}.", sentences::holder(&record.holder))
        }
        Deed::TakeBack => format!("Hồ sơ {code}: đã nhận lại về bộ phận một cửa."),
        Deed::AskPapers => format!("Hồ sơ {code}: đã yêu cầu bổ sung, thời hạn tạm dừng."),
        Deed::DemandPayment => format!("Hồ sơ {code}: chờ nộp tiền, thời hạn tạm dừng."),
        Deed::PapersCame | Deed::Paid | Deed::PutOff => {
            format!("Hồ sơ {code}: hẹn trả {}.", promised(record.due.at))
        }
        Deed::Sign => format!("Hồ sơ {code}: đã ghi kết quả đã ký."),
        Deed::Refuse => format!("Hồ sơ {code}: đã từ chối giải quyết."),
        Deed::Withdraw => format!("Hồ sơ {code}: công dân đã rút."),
        Deed::Stop => format!("Hồ sơ {code}: đã dừng giải quyết."),
        Deed::Void => format!("Hồ sơ {code}: đã hủy số."),
        Deed::Tray if record.tray.is_empty() => format!("Hồ sơ {code}: đã lấy ra khỏi khay."),
        Deed::Tray => format!("Hồ sơ {code}: đã xếp vào khay {}.", record.tray),
        Deed::Undo => {
            let act = undone.map(act_told).unwrap_or_default();
            format!("Hồ sơ {code}: đã hoàn tác bước \"{act}\".")
        }
    }
}
