//! What the roster of the office's officers says.

use crate::domain::officer::{Officer, Role};
use crate::ui::theme::Tone;

pub(crate) const OFFICERS: &str = "Cán bộ";
pub(crate) const NAME: &str = "Họ và tên";
pub(crate) const UNIT: &str = "Bộ phận";
pub(crate) const UNIT_HINT: &str = "để trống: bộ phận một cửa";
pub(crate) const ROLE: &str = "Vai trò";
pub(crate) const ACTIVE: &str = "Đang làm việc";
pub(crate) const KEEP: &str = "Lưu cán bộ";
pub(crate) const KEYS: &str = "↑ ↓ chọn · Enter sửa";
pub(crate) const NEW: &str = "Thêm hoặc sửa; ghi đúng tên đã có là sửa người đó";
pub(crate) const NOBODY: &str = "Chưa khai báo cán bộ nào: ai ngồi ở quầy cũng làm được mọi việc. Người \
    đầu tiên phải là phụ trách bộ phận một cửa; từ đó mỗi người chỉ làm việc của vai trò mình.";
pub(crate) const GONE: &str = "đã nghỉ";

/// What a role is called where there is little room.
pub(crate) fn role(role: Role) -> &'static str {
    match role {
        Role::Head => "Phụ trách",
        Role::Reception => "Tiếp nhận, trả",
        Role::Specialist => "Thụ lý",
        Role::Leader => "Lãnh đạo",
    }
}

/// The role of an officer, or that they left.
pub(crate) fn standing(officer: &Officer) -> (&'static str, Tone) {
    match (officer.active, officer.role) {
        (false, _) => (GONE, Tone::Plain),
        (true, Role::Head) => (role(Role::Head), Tone::Accent),
        (true, other) => (role(other), Tone::Good),
    }
}

pub(crate) fn unit(officer: &Officer) -> String {
    if officer.unit.is_empty() { super::moves::THE_DESK.to_owned() } else { officer.unit.clone() }
}

pub(crate) fn count(officers: &[Officer]) -> String {
    let active = officers.iter().filter(|officer| officer.active).count();
    format!("{active} người đang làm việc")
}

/// Of who sits here, and is not among those who work here.
pub(crate) fn stranger(name: &str) -> String {
    let who = match name {
        "" => "Chưa ghi tên cán bộ ở quầy này".to_owned(),
        name => format!("“{name}” không có trong danh sách cán bộ đang làm việc"),
    };
    format!(
        "{who}: sổ sẽ từ chối mọi việc làm ở quầy. Hãy chọn một tên trong danh sách, hoặc nhờ người \
         phụ trách thêm tên này vào phần Cán bộ."
    )
}

pub(crate) fn kept(officer: &Officer) -> String {
    format!("Đã lưu cán bộ {}.", officer.name)
}
