//! The help of what concerns promises: terms of intake, branches, explanations.

pub(crate) const AGREED: &str =
    "Ngày giờ đã thỏa thuận, khi thời hạn là theo thỏa thuận, ví dụ \"10:00 03/12/2026\"";
pub(crate) const CLOCK_FROM: &str = "Tính thời hạn từ thời điểm khác lúc tiếp nhận, ví dụ \"07:30 \
    25/11/2026\"; phải kèm --clock-reason";
pub(crate) const CLOCK_REASON: &str = "Lý do tính từ thời điểm khác: out-of-area (ngoài địa bàn, lúc cơ \
    quan có thẩm quyền nhận hồ sơ), post (bưu chính, lúc ký biên bản giao nhận), outside-hours (ngoài \
    giờ làm việc)";
pub(crate) const SECOND_LIMIT: &str = "Hồ sơ hai lần hẹn: thời hạn trả kết quả kể từ ngày nộp chứng từ \
    nghĩa vụ tài chính, ví dụ 3d";
pub(crate) const BRANCH_VERB: &str = "Đổi trường hợp thời hạn của hồ sơ đang giải quyết, ví dụ khi phải \
    xác minh";
pub(crate) const BRANCH_NUMBER: &str = "Trường hợp thời hạn thứ mấy của thủ tục";
pub(crate) const BRANCH_REASON: &str = "Lý do đổi";
pub(crate) const EXPLAIN_VERB: &str =
    "In phiếu giải trình cách tính ngày hẹn, để trả lời người nộp hồ sơ";
pub(crate) const EXPLAIN_FILE: &str = "Tệp PDF của phiếu giải trình";
pub(crate) const EXPLAIN_SHOW: &str =
    "Kèm cách tính ngày hẹn: từng ngày, căn cứ, các lần hẹn trước";
