//! The sentences of a dossier's clock: what stops it, starts it again or ends it.

use super::when::promised;
use crate::domain::dossier::Dossier;
use crate::ui::screen::dossier::Deed;

pub(crate) const CLOCK_STORY: &str = "Tạm dừng và hẹn lại";
pub(crate) const ENDED_BECAUSE: &str = "Lý do kết thúc";
pub(crate) const NEW_MOMENT: &str = "Ngày giờ hẹn mới";
pub(crate) const MOMENT_EXAMPLE: &str = "ví dụ 10:00 03/12/2026";

/// The name of a deed, as its button has it.
pub(crate) fn deed(deed: Deed) -> &'static str {
    match deed {
        Deed::HandOver => "Chuyển giải quyết…",
        Deed::AskPapers => "Yêu cầu bổ sung…",
        Deed::PapersCame => "Đã nhận đủ giấy tờ…",
        Deed::DemandPayment => "Nghĩa vụ tài chính…",
        Deed::Paid => "Đã nộp tiền…",
        Deed::PutOff => "Xin lỗi, hẹn lại…",
        Deed::Withdraw => "Công dân rút hồ sơ…",
        Deed::Stop => "Dừng giải quyết…",
    }
}

/// The name of a deed, as its dialog has it.
pub(crate) fn deed_title(deed: Deed) -> &'static str {
    self::deed(deed).trim_end_matches('…')
}

/// What follows from it.
pub(crate) fn deed_explained(deed: Deed) -> &'static str {
    match deed {
        Deed::HandOver => {
            "Hồ sơ đã chuyển từ bộ phận tiếp nhận đến nơi giải quyết: trong ngày, hoặc đầu ngày làm việc \
             sau nếu nhận sau 15 giờ (quy định về cơ chế một cửa)."
        }
        Deed::AskPapers => {
            "Ghi đủ một lần mọi giấy tờ còn thiếu. Thời hạn tạm dừng; khi nhận đủ, thời hạn được tính \
             lại từ đầu."
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
             chế một cửa). Giấy hẹn mới được in."
        }
        Deed::Withdraw => "Công dân rút hồ sơ khi chưa có kết quả. Hồ sơ kết thúc.",
        Deed::Stop => "Hồ sơ kết thúc mà không có kết quả.",
    }
}

/// The label of what must be said about it.
pub(crate) fn deed_words(deed: Deed) -> &'static str {
    match deed {
        Deed::AskPapers | Deed::DemandPayment => "Nội dung yêu cầu",
        Deed::PutOff => "Lý do chậm",
        Deed::HandOver | Deed::PapersCame | Deed::Paid | Deed::Withdraw | Deed::Stop => "Lý do",
    }
}

/// What is said once it is done.
pub(crate) fn deed_done(deed: Deed, record: &Dossier) -> String {
    let code = &record.code;
    match deed {
        Deed::HandOver => format!("Hồ sơ {code}: đã chuyển giải quyết."),
        Deed::AskPapers => format!("Hồ sơ {code}: đã yêu cầu bổ sung, thời hạn tạm dừng."),
        Deed::DemandPayment => format!("Hồ sơ {code}: chờ nộp tiền, thời hạn tạm dừng."),
        Deed::PapersCame | Deed::Paid | Deed::PutOff => {
            format!("Hồ sơ {code}: hẹn trả {}.", promised(record.due.at))
        }
        Deed::Withdraw => format!("Hồ sơ {code}: công dân đã rút."),
        Deed::Stop => format!("Hồ sơ {code}: đã dừng giải quyết."),
    }
}
