//! The sentences of guiding and refusing before a dossier is received.

use super::told::short_name;
use super::whereabouts::notice_told;
use crate::domain::notice::Notice;

pub(crate) const GUIDE: &str = "Hướng dẫn…";
pub(crate) const GUIDE_TITLE: &str = "Hướng dẫn bổ sung";
pub(crate) const GUIDE_EXPLAINED: &str = "Hướng dẫn đầy đủ, một lần mọi giấy tờ còn thiếu, có nêu lý do. \
    Chưa tiếp nhận, chưa cấp mã hồ sơ; phiếu nhập dở được giữ lại cho lần sau.";
pub(crate) const REFUSE_UNRECEIVED_SHORT: &str = "Từ chối…";
pub(crate) const REFUSE_UNRECEIVED: &str = "Từ chối tiếp nhận";
pub(crate) const REFUSE_UNRECEIVED_EXPLAINED: &str = "Không tiếp nhận hồ sơ và nêu rõ lý do bằng văn bản. \
    Không cấp mã hồ sơ; phiếu từ chối được in ngay.";
pub(crate) const RECENT: &str = "Phiếu hướng dẫn, từ chối gần đây";
pub(crate) const RECENT_SHORT: &str = "Đã lập… · Ctrl F";
pub(crate) const RECENT_LINK: &str = "Phiếu đã lập · Ctrl F";
pub(crate) const RECENT_KEYS: &str = "↑ ↓ chọn · Enter in lại · Esc đóng";
pub(crate) const NO_RECENT: &str = "Chưa lập phiếu hướng dẫn hay từ chối nào khi chưa tiếp nhận.";

/// Whom a notice is for, and what was asked for.
pub(crate) fn notice_for(name: &str, procedure: &str) -> String {
    format!("{name} · {}", short_name(procedure, 90))
}

/// A notice was written for somebody without a dossier.
pub(crate) fn notice_written(notice: &Notice, name: &str) -> String {
    format!("Đã lập {} cho {name}; phiếu nhập dở được giữ lại.", notice_told(notice))
}
