//! The practice office and its sample citizen: plainly invented, for trying out and for training.

use crate::domain::office::Office;

/// What the card of the sample citizen says to a scanner. Her number ends in six zeros: nobody's.
pub const SAMPLE_CARD: &str = "045188000000|197000000|Hồ Thị Mẫu|12031988|Nữ|\
     Thôn Ruộng, xã Hướng Hiệp, tỉnh Quảng Trị|15042021";

/// Who receives her.
pub const SAMPLE_OFFICER: &str = "Trần Thị Mẫu";

/// Her telephone number.
pub const SAMPLE_PHONE: &str = "0900 000 000";

/// What she comes for: *Đăng ký lại khai sinh*.
pub const SAMPLE_PROCEDURE: &str = "1.004884";

/// What she brings: the numbers of these papers in the procedure's list.
pub const SAMPLE_PAPERS: [usize; 3] = [1, 4, 8];

/// The practice office's settings.
#[must_use]
pub fn practice_office() -> Office {
    Office {
        agency_name: "UBND xã Hướng Hiệp".to_owned(),
        agency_code: "H50.031".to_owned(),
        province: "tỉnh Quảng Trị".to_owned(),
        place: "Hướng Hiệp".to_owned(),
        practice: true,
        ..Office::default()
    }
}
