//! The help of the verbs of a dossier's whole life.

pub(crate) const GUIDE: &str = "Hướng dẫn công dân hoàn thiện hồ sơ khi chưa tiếp nhận: lập phiếu yêu cầu bổ sung, \
    chưa cấp mã hồ sơ";
pub(crate) const ITEM: &str =
    "Một nội dung cần bổ sung, hoàn thiện; ghi nhiều lần cho đủ mọi thứ còn thiếu";
pub(crate) const DEMAND_REASON: &str = "Lý do phải bổ sung";
pub(crate) const REFUSE: &str = "Từ chối: có mã hồ sơ thì từ chối giải quyết sau thẩm định, không có mã thì từ chối \
    tiếp nhận (ghi --procedure và người nộp)";
pub(crate) const REFUSED_CODE: &str = "Mã hồ sơ đã tiếp nhận";
pub(crate) const REFUSAL_REASON: &str = "Lý do từ chối, ghi trên phiếu";
pub(crate) const NOTICES: &str =
    "Liệt kê phiếu hướng dẫn, phiếu từ chối đã lập cho người chưa có hồ sơ";
pub(crate) const MOST_NOTICES: &str = "Số phiếu nhiều nhất được liệt kê (mặc định: 20)";
pub(crate) const CODES: &str =
    "Mã hồ sơ; một mã thì chuyển riêng, nhiều mã thì lập phiếu bàn giao chung";
pub(crate) const TO_UNIT: &str = "Bộ phận nhận hồ sơ (mặc định khi chuyển một hồ sơ: theo quy trình, hoặc nơi nhận \
    gần nhất của lĩnh vực)";
pub(crate) const TO_OFFICER: &str = "Cán bộ nhận hồ sơ";
pub(crate) const MAKE_LIST: &str = "Lập phiếu bàn giao cả khi chỉ có một hồ sơ";
pub(crate) const TAKE_BACK: &str =
    "Nhận lại hồ sơ từ nơi giải quyết; hồ sơ kèm kết quả ghi bằng --result";
pub(crate) const CODES_BACK: &str = "Mã hồ sơ nhận lại, chưa có kết quả";
pub(crate) const RESULTS_BACK: &str =
    "Mã hồ sơ nhận lại kèm kết quả: ghi nhận đã có kết quả tại quầy; ghi nhiều lần";
pub(crate) const FROM_UNIT: &str =
    "Bộ phận giao lại; hồ sơ đang ở bộ phận khác thì không nhận vào danh sách này";
pub(crate) const FROM_OFFICER: &str = "Cán bộ giao lại";
pub(crate) const POST_OUT: &str =
    "Giao kết quả cho bưu chính chuyển phát: lập biên bản giao nhận và ghi nhận đã trả kết quả";
pub(crate) const POST_IN: &str = "Lập biên bản giao nhận hồ sơ do bưu chính chuyển đến";
pub(crate) const BILLS: &str = "Mã hồ sơ, dấu = rồi mã bưu gửi; mã bưu gửi có thể để trống";
pub(crate) const POSTMAN: &str = "Nhân viên bưu chính";
pub(crate) const POST_OFFICE: &str = "Bưu cục";
pub(crate) const LISTS: &str =
    "Liệt kê phiếu bàn giao và biên bản giao nhận, hoặc xem một phiếu với từng hồ sơ";
pub(crate) const LIST_ID: &str = "Số của phiếu trong sổ (cột đầu khi liệt kê)";
pub(crate) const LISTS_FROM: &str = "Từ ngày lập (mặc định: hôm nay)";
pub(crate) const LISTS_TO: &str = "Đến hết ngày lập (mặc định: hôm nay)";
pub(crate) const SIGN: &str =
    "Ghi nhận kết quả đã ký: số, ngày, người ký; kết quả về đến quầy thì ghi bằng finish";
pub(crate) const RESULT_NUMBER: &str = "Số của văn bản kết quả, ví dụ 15/2026/GKS";
pub(crate) const SIGNED_ON: &str = "Ngày ký (mặc định: hôm nay)";
pub(crate) const SIGNER: &str = "Người ký";
pub(crate) const VOID: &str =
    "Hủy số một hồ sơ ghi trùng, ghi nhầm: số và lý do vẫn ở trong sổ, không cấp lại";
pub(crate) const UNDO: &str =
    "Hoàn tác bước vừa làm nhầm của một hồ sơ; phiếu đã đánh số giữ nguyên số";
pub(crate) const BECAUSE: &str = "Lý do";
pub(crate) const TRAY: &str = "Xếp hồ sơ hoặc kết quả vào khay tại quầy, hoặc lấy ra bằng --none";
pub(crate) const TRAY_NAME: &str = "Tên khay, ví dụ A1, hoặc mã trên nhãn khay: KHAY-A1";
pub(crate) const NO_TRAY: &str = "Lấy ra khỏi khay";
pub(crate) const PICK: &str = "Danh sách kết quả cần lấy ra để trả, xếp theo khay";
pub(crate) const PICK_DAY: &str = "Hẹn trả đến hết ngày nào (mặc định: hôm nay)";
pub(crate) const BOARD: &str =
    "Hồ sơ đang ở đâu: từng bộ phận, cán bộ giữ bao nhiêu, chờ, đến hạn, quá hạn";
pub(crate) const HELD_BY: &str = "Hồ sơ một bộ phận hoặc cán bộ đang giữ, đến hạn trước đứng trước";
pub(crate) const HELD_UNIT: &str = "Bộ phận (mặc định: bộ phận một cửa)";
pub(crate) const HELD_OFFICER: &str = "Cán bộ";
pub(crate) const MOST: &str = "Số hồ sơ nhiều nhất được liệt kê (mặc định: 100)";
pub(crate) const NOT_BACK: &str = "Hồ sơ chuyển đi từ những ngày trước, chưa nhận lại";
pub(crate) const OFFICERS: &str = "Danh sách cán bộ và phân công: list, set";
pub(crate) const OFFICERS_LIST: &str = "Xem danh sách cán bộ";
pub(crate) const OFFICERS_SET: &str =
    "Thêm hoặc sửa một cán bộ; người đầu tiên phải là phụ trách (head)";
pub(crate) const OFFICER_NAME: &str = "Họ và tên";
pub(crate) const OFFICER_ROLE: &str = "Phân công: head (phụ trách bộ phận một cửa), reception (tiếp nhận và trả kết \
    quả), specialist (thụ lý hồ sơ), leader (lãnh đạo ký duyệt)";
pub(crate) const OFFICER_UNIT: &str = "Bộ phận công tác (mặc định: bộ phận một cửa)";
pub(crate) const OFFICER_LEFT: &str = "Không còn công tác";
pub(crate) const CLOSE_YEAR: &str = "Khóa sổ theo dõi hồ sơ của một năm: từ 31/12 của năm đó";
pub(crate) const YEAR: &str = "Năm, ví dụ 2026";
