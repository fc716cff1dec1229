//! Labels and hints that never change.

pub(crate) const PROGRAM: &str = "Một Cửa";
pub(crate) const PRACTICE_BAND: &str =
    "BẢN TẬP: người, số liệu đều là giả định, giấy in ra không có giá trị";
pub(crate) const NO_OFFICER: &str = "Chưa ghi tên cán bộ";
pub(crate) const OPENING: &str = "Đang mở sổ…";
pub(crate) const CLOSE: &str = "Đóng";
pub(crate) const KEEP: &str = "Lưu";
pub(crate) const KEPT: &str = "Đã lưu thiết lập.";
pub(crate) const NOTE: &str = "Ghi chú";
pub(crate) const AS_TYPED: &str = "Giữ nguyên như đã gõ · Tab";
pub(crate) const ESC_BACK: &str = "Esc: chọn hồ sơ khác";

// The search of the whole window.
pub(crate) const FIND_ANYTHING: &str = "Tìm mã hồ sơ, tên, số định danh, điện thoại…";
pub(crate) const FIND_SHORT: &str = "Tìm hồ sơ, thủ tục…";
pub(crate) const NOTHING_FOUND: &str =
    "Không tìm thấy; hãy thử ít chữ hơn, tên không dấu hoặc mấy số cuối.";
pub(crate) const FINDER_KEYS: &str = "↑ ↓ chọn · Enter mở · Esc đóng";
pub(crate) const A_DOSSIER: &str = "hồ sơ";
pub(crate) const A_PROCEDURE: &str = "thủ tục";
pub(crate) const AN_ACTION: &str = "việc";

// Hôm nay.
pub(crate) const RECEIVED_TODAY: &str = "tiếp nhận hôm nay";
pub(crate) const RETURNED_TODAY: &str = "đã trả hôm nay";
pub(crate) const READY: &str = "kết quả chờ trả";
pub(crate) const DUE_TODAY: &str = "đến hạn hôm nay";
pub(crate) const OVERDUE: &str = "quá hạn";
pub(crate) const AWAITING_PAPERS: &str = "chờ bổ sung";
pub(crate) const BURNING: &str = "Cần xử lý theo hạn";
pub(crate) const LIST_KEYS: &str = "↑ ↓ chọn · Enter mở · Ctrl I cách tính ngày hẹn";
pub(crate) const NOTHING_BURNS: &str =
    "Không còn hồ sơ nào đang giải quyết. Nhấn F2 để tiếp nhận hồ sơ mới.";
pub(crate) const WEEK: &str = "Hồ sơ theo ngày";
pub(crate) const RECEIVED_SHORT: &str = "tiếp nhận";
pub(crate) const LATE_SHORT: &str = "trễ hạn";
pub(crate) const NONE_FINISHED: &str = "Tháng này chưa có hồ sơ nào có kết quả.";

// Lists.
pub(crate) const CODE: &str = "Mã hồ sơ";
pub(crate) const APPLICANT_HEAD: &str = "Người nộp";
pub(crate) const PROCEDURE_HEAD: &str = "Thủ tục";
pub(crate) const FIELD_HEAD: &str = "Lĩnh vực";
pub(crate) const DUE_HEAD: &str = "Hạn trả";
pub(crate) const NO_DOSSIERS: &str =
    "Chưa có hồ sơ nào đang giải quyết. Nhấn F2 để tiếp nhận hồ sơ đầu tiên.";
pub(crate) const NO_DOSSIERS_SO: &str =
    "Không có hồ sơ nào đúng với bộ lọc; hãy bỏ bớt điều kiện lọc.";
pub(crate) const DOSSIERS_KEYS: &str =
    "↑ ↓ chọn · Enter mở · Space đánh dấu · Home/End đầu/cuối · Ctrl F tìm trong danh sách";
pub(crate) const PRINT_MARKED: &str = "In lại giấy hẹn đã đánh dấu";
pub(crate) const FILTER_TEXT: &str = "Lọc theo mã, tên, số định danh, điện thoại";
pub(crate) const STATE_OPEN: &str = "Đang giải quyết";
pub(crate) const STATE_READY: &str = "Chờ trả";
pub(crate) const STATE_ENDED: &str = "Đã kết thúc";
pub(crate) const STATE_ANY: &str = "Tất cả";
pub(crate) const DUE_ANY: &str = "Mọi hạn";
pub(crate) const DUE_OVERDUE: &str = "Quá hạn";
pub(crate) const DUE_TODAY_SHORT: &str = "Hôm nay";
pub(crate) const DUE_SOON: &str = "3 ngày tới";
pub(crate) const CHANNEL_ANY: &str = "Mọi kênh";
pub(crate) const FIELD_ANY: &str = "Mọi lĩnh vực";
pub(crate) const OFFICER_ANY: &str = "Mọi cán bộ";
pub(crate) const RECEIVED_FROM: &str = "Nhận";
pub(crate) const FROM_DAY: &str = "từ ngày";
pub(crate) const TO_DAY: &str = "đến ngày";

// Tiếp nhận.
pub(crate) const RECEIVE_TITLE: &str = "Tiếp nhận hồ sơ";
pub(crate) const NEW_FORM: &str = "Phiếu mới";
pub(crate) const DRAFT_UNREADABLE: &str =
    "Có phiếu nhập dở không đọc lại được; phiếu vẫn còn trong sổ, hãy báo người phụ trách.";
pub(crate) const NEW_FORM_KEY: &str = "Ctrl N: phiếu mới · Ctrl PgUp, PgDn: chuyển phiếu";
pub(crate) const APPLICANT: &str = "1. Người nộp";
pub(crate) const SCAN_ANYTIME: &str = "quét QR căn cước lúc nào cũng được";
pub(crate) const FROM_CARD: &str = "Đọc từ QR căn cước.";
pub(crate) const TAKE_KNOWN: &str = "Lấy thông tin cũ";
pub(crate) const AUTHORITY: &str = "Nộp thay";
pub(crate) const ORGANISATION: &str = "Tổ chức";
pub(crate) const MORE: &str = "Mục khác";
pub(crate) const PRINCIPAL: &str = "Người ủy quyền";
pub(crate) const PRINCIPAL_ORGANISATION: &str = "Là tổ chức";
pub(crate) const PROCEDURE: &str = "2. Thủ tục";
pub(crate) const FIND_PROCEDURE: &str = "Tên không dấu, chữ đầu hoặc mã";
pub(crate) const NO_PROCEDURE: &str = "Không có thủ tục nào; hãy thử ít chữ hơn hoặc tìm theo mã.";
pub(crate) const CHANGE_PROCEDURE: &str = "Đổi thủ tục · Ctrl G";
pub(crate) const FAVOURITE: &str = "Đánh dấu hay dùng · Ctrl B";
pub(crate) const NO_FAVOURITE: &str = "Bỏ dấu hay dùng · Ctrl B";
pub(crate) const BRANCH: &str = "Trường hợp thời hạn";
pub(crate) const CHANNEL: &str = "Hình thức nộp";
pub(crate) const CHANNEL_COUNTER: &str = "Trực tiếp tại quầy";
pub(crate) const CHANNEL_COUNTER_SHORT: &str = "Trực tiếp";
pub(crate) const CHANNEL_ONLINE: &str = "Trực tuyến";
pub(crate) const CHANNEL_POST: &str = "Bưu chính";
pub(crate) const RETURN_BY: &str = "Nhận kết quả";
pub(crate) const RETURN_COUNTER: &str = "Tại quầy";
pub(crate) const RETURN_POST: &str = "Qua bưu chính";
pub(crate) const PAPERS: &str = "3. Thành phần hồ sơ";
pub(crate) const PAPER: &str = "Giấy tờ";
pub(crate) const ORIGINALS: &str = "Bản chính";
pub(crate) const COPIES: &str = "Bản sao";
pub(crate) const SHOWN: &str = "xuất trình để đối chiếu";
pub(crate) const NO_PAPERS: &str = "Thủ tục không quy định giấy tờ; ghi giấy tờ đã nhận ở ô dưới.";
pub(crate) const NO_PAPERS_NOTED: &str = "Hồ sơ chưa ghi giấy tờ nào đã nhận.";
pub(crate) const PROCEDURE_FIRST: &str = "Chọn thủ tục để có danh mục giấy tờ.";
pub(crate) const ADD_PAPER: &str = "Thêm giấy tờ khác rồi Enter";
pub(crate) const ALL_PAPERS: &str = "Đủ cả · Ctrl D";
pub(crate) const RECEIVED: &str = "Tiếp nhận";
pub(crate) const ALLOWED: &str = "Thời hạn";
pub(crate) const DUE: &str = "Hẹn trả";
pub(crate) const DUE_LATER: &str = "Ngày hẹn trả hiện ra khi chọn thủ tục.";
pub(crate) const NOT_PROMISED: &str = "Không hẹn ngày trả";
pub(crate) const RECEIVE: &str = "Tiếp nhận và in";
pub(crate) const RECEIVING: &str = "Đang ghi vào sổ…";
pub(crate) const PREVIEW: &str = "Xem trước giấy hẹn";
pub(crate) const SAME_PERSON: &str = "Nhận thêm cho cùng người";
pub(crate) const OPEN_DOSSIER: &str = "Mở hồ sơ";

// One dossier.
pub(crate) const FINISH: &str = "Đã có kết quả";
pub(crate) const CORRECT: &str = "Sửa thông tin…";
pub(crate) const HOW_COUNTED: &str = "Cách tính ngày hẹn";
pub(crate) const PRINT: &str = "In";
pub(crate) const REPRINT: &str = "In lại giấy hẹn…";
pub(crate) const REPRINT_USUAL: &str = "in lại theo yêu cầu";
pub(crate) const REASON: &str = "Lý do";
pub(crate) const PROMISE: &str = "Hẹn trả";
pub(crate) const PAPERS_TITLE: &str = "Thành phần hồ sơ";
pub(crate) const PEOPLE: &str = "Người nộp";
pub(crate) const FEES: &str = "Phí, lệ phí theo quy định";
pub(crate) const NO_FEE_TEXT: &str = "Danh mục chưa ghi.";
pub(crate) const STORY: &str = "Diễn biến";

// Correcting.
pub(crate) const CORRECTING: &str = "Sửa thông tin";
pub(crate) const CORRECT_AND_PRINT: &str = "Sửa và in lại";
pub(crate) const BEFORE: &str = "Trước khi sửa";
pub(crate) const AFTER_CORRECTION: &str = "Sau khi sửa";
pub(crate) const NOTHING_CHANGED: &str = "Chưa có mục nào thay đổi.";

// Trả kết quả.
pub(crate) const GIVE_BACK: &str = "Trả kết quả";
pub(crate) const RESULTS: &str = "Kết quả chờ trả";
pub(crate) const FIND_RESULT: &str = "Quét giấy hẹn, hoặc tên, thôn, mấy số cuối";
pub(crate) const NOTHING_READY: &str = "Không có kết quả nào chờ trả. Quét giấy hẹn hoặc tìm để trả \
    hồ sơ chưa ghi nhận kết quả.";
pub(crate) const GIVE_BACK_HINT: &str = "Quét giấy hẹn, hoặc chọn một hồ sơ ở danh sách bên trái. \
    Người nhận mang theo giấy hẹn và giấy tờ tùy thân; mất giấy hẹn thì đối chiếu giấy tờ tùy thân \
    và thông tin hồ sơ (Nghị định 118/2025/NĐ-CP, Điều 6).";
pub(crate) const COLLECTION: &str = "Người nhận";
pub(crate) const NOT_FINISHED_YET: &str =
    "Hồ sơ chưa ghi nhận có kết quả. Trả bây giờ sẽ ghi cả hai việc: có kết quả và đã trả.";
pub(crate) const NO_RESULT_YET: &str =
    "Sổ chưa ghi nhận kết quả của hồ sơ này. Chỉ trả khi kết quả đã ký đang ở trong tay.";
pub(crate) const NO_RESULT_SURE: &str = "Sổ chưa ghi nhận kết quả của hồ sơ này. Nếu kết quả đã ký đang ở trong tay, hãy nhấn Ctrl Enter lần \
     nữa: ghi cả hai việc, có kết quả và đã trả. Nếu không, nhấn Esc.";
pub(crate) const COLLECTED_BY: &str = "Ai nhận";
pub(crate) const BY_APPLICANT: &str = "Chính người nộp";
pub(crate) const BY_AUTHORISED: &str = "Người được ủy quyền";
pub(crate) const COLLECTOR_NAME: &str = "Họ và tên người nhận";
pub(crate) const COLLECTOR_IDENTITY: &str = "Số định danh";
pub(crate) const COLLECTOR_PAPER: &str = "Giấy tờ ủy quyền";
pub(crate) const SLIP: &str = "Giấy hẹn";
pub(crate) const SLIP_RETURNED: &str = "Đã thu lại";
pub(crate) const SLIP_LOST: &str = "Báo mất";
pub(crate) const SLIP_NONE: &str = "Không thu";
pub(crate) const PRINT_RECEIPT: &str = "In giấy biên nhận trả kết quả";

// Thiết lập.
pub(crate) const THIS_COUNTER: &str = "Quầy này";
pub(crate) const OFFICER: &str = "Cán bộ tiếp nhận";
pub(crate) const OFFICER_HINT: &str = "họ và tên, in dưới chữ ký trên giấy hẹn";
pub(crate) const COUNTER_NAME: &str = "Tên quầy";
pub(crate) const FIRST_COUNTER: &str = "Quầy số 1";
pub(crate) const PRINTING: &str = "In ấn";
pub(crate) const AFTER: &str = "Sau khi tiếp nhận";
pub(crate) const AFTER_OPEN: &str = "Mở giấy hẹn để in";
pub(crate) const AFTER_PRINT: &str = "In ngay";
pub(crate) const AFTER_NOTHING: &str = "Chỉ lưu tệp PDF";
pub(crate) const SYSTEM_PRINTER: &str = "Mặc định của máy";
pub(crate) const LOOKING_FOR_PRINTERS: &str = "Đang tìm máy in…";
pub(crate) const NO_PRINTER: &str =
    "Hệ thống chưa có máy in nào; giấy tờ vẫn lưu thành tệp PDF, mở ra để in sau.";
pub(crate) const TIMES: &str = "Số lần in";
pub(crate) const QUEUE: &str = "Chờ máy in";
pub(crate) const QUEUE_EMPTY: &str = "Không có giấy tờ nào chờ in.";
pub(crate) const QUEUE_RETRY: &str = "In lại tất cả";
pub(crate) const QUEUE_DROP: &str = "Bỏ";
pub(crate) const TEST_PAGE: &str = "In trang thử";
pub(crate) const TEST_PAGE_HINT: &str = "Có thước chia từng mm để xem máy in cắt mất bao nhiêu lề.";
pub(crate) const LOOK: &str = "Hiển thị";
pub(crate) const COLOURS: &str = "Màu";
pub(crate) const LIGHT: &str = "Sáng";
pub(crate) const DARK: &str = "Tối";
pub(crate) const TEXT_SIZE: &str = "Cỡ chữ";
pub(crate) const BACKUPS: &str = "Sao lưu";
pub(crate) const BACKUP_FOLDER: &str = "Thư mục sao lưu, nên ở ổ đĩa khác hoặc USB";
pub(crate) const BACKUP_FOLDER_USUAL: &str = "để trống: thư mục backups cạnh sổ";
pub(crate) const BACK_UP_NOW: &str = "Sao lưu ngay";
pub(crate) const BACKING_UP: &str = "Đang sao lưu sổ trước khi đóng…";
pub(crate) const NOT_BACKED_UP: &str =
    "Chưa sao lưu được; đóng cửa sổ lần nữa để thoát mà không sao lưu.";
pub(crate) const SHORTCUTS: &str = "Phím tắt";

/// The keys and what they do.
pub(crate) const KEYS: &[(&str, &str)] = &[
    ("F1 – F5, F10, F11", "chuyển giữa các màn hình"),
    ("Ctrl K", "tìm hồ sơ, thủ tục, màn hình, việc cần làm"),
    ("Ctrl Enter", "việc chính: tiếp nhận, chuyển bước, trả kết quả"),
    ("Tab, Shift Tab", "ô tiếp theo, ô trước"),
    ("Enter", "sang ô tiếp theo, chọn, mở"),
    ("Esc", "đóng, quay lại"),
    ("Ctrl N", "phiếu tiếp nhận mới"),
    ("Ctrl PgUp, PgDn", "chuyển sang phiếu trước, phiếu sau"),
    ("Ctrl G, Ctrl B", "đổi thủ tục; đánh dấu thủ tục hay dùng"),
    ("Ctrl M", "nhận thêm hồ sơ cho cùng người; ở Thiết lập: mẫu giấy tờ"),
    ("Ctrl L", "lấy thông tin lần nộp trước; ở hồ sơ: đổi thời hạn"),
    ("Ctrl D, Ctrl T", "đánh dấu đủ giấy tờ; tính thời gian khác thường"),
    ("Space, A, 0–9", "ở danh mục giấy tờ: đánh dấu, đủ cả, số bản"),
    ("Ctrl P", "in lại giấy hẹn; ở Thiết lập: in trang thử"),
    ("Ctrl E", "sửa thông tin hồ sơ đang mở"),
    ("Ctrl R", "ghi nhận đã có kết quả"),
    ("↑ ↓, PgUp, PgDn", "ở hồ sơ: cuộn; Tab đi qua các việc, Enter làm"),
    ("Ctrl J, Ctrl G", "ở hồ sơ: nhập quy trình; trả kết quả khi chưa ghi nhận kết quả"),
    ("Ctrl Y, Ctrl 3", "ở hồ sơ: chuyển giải quyết; nhận lại"),
    ("Ctrl B, Ctrl T", "ở hồ sơ: yêu cầu, nhận đủ bổ sung; nghĩa vụ tài chính, đã nộp tiền"),
    ("Ctrl H, Ctrl S", "ở hồ sơ: xin lỗi, hẹn lại; ghi kết quả đã ký"),
    ("Ctrl X, U, D, W", "ở hồ sơ: từ chối; công dân rút; dừng giải quyết; hủy số"),
    ("Ctrl Z, Ctrl A", "ở hồ sơ: hoàn tác bước làm nhầm; xếp khay"),
    ("Ctrl O", "ở hồ sơ: việc khác"),
    ("Ctrl Q, F, 8, 9", "ở hồ sơ: in phiếu kiểm soát; in lại phiếu mới nhất, phiếu trước"),
    ("Ctrl H, R, F", "ở Tiếp nhận: hướng dẫn bổ sung; từ chối; phiếu đã lập"),
    ("Ctrl I", "cách tính ngày hẹn"),
    ("Ctrl 1 – Ctrl 7", "ở Luân chuyển: theo dõi, bàn giao, nhận lại, bưu chính, khay, danh sách"),
    ("Ctrl D, Ctrl R", "ở Luân chuyển: bỏ khỏi danh sách; có kết quả hoặc không"),
    ("Ctrl L, Ctrl B", "ở Hôm nay, Luân chuyển: hồ sơ chưa nhận lại; bỏ mã bưu gửi, in nhãn hồ sơ"),
    ("PgUp, PgDn, T", "ở Lịch làm việc: năm trước, năm sau, về hôm nay"),
    ("Delete, Ctrl Z", "ở Lịch làm việc: trở lại ngày thường; hoàn tác lần vừa ghi"),
    ("Ctrl O", "ở Lịch làm việc: đánh dấu năm chính thức"),
    ("Ctrl + − 0", "chữ to hơn, nhỏ hơn, như cũ"),
];

// When the book cannot be opened.
pub(crate) const TROUBLE: &str = "Chưa mở được sổ";
pub(crate) const RETRY: &str = "Thử mở lại";
pub(crate) const RESTORE: &str = "Dùng bản sao lưu gần nhất";
pub(crate) const QUIT: &str = "Đóng chương trình";

// The first start.
pub(crate) const WIZARD: &str = "Lập sổ cho cơ quan";
pub(crate) const WIZARD_OFFICE: &str =
    "Những thông tin này in ở đầu mọi giấy tờ. Trả lời vài câu là có thể tiếp nhận hồ sơ.";
pub(crate) const AGENCY: &str = "Tên cơ quan";
pub(crate) const AGENCY_HINT: &str = "UBND xã Hướng Hiệp";
pub(crate) const AGENCY_CODE: &str = "Mã định danh cơ quan";
pub(crate) const AGENCY_CODE_HINT: &str = "H50.031";
pub(crate) const AGENCY_CODE_EXPLAINED: &str = "Mã định danh theo Quyết định 20/2020/QĐ-TTg, đứng \
    đầu mã hồ sơ; hỏi văn phòng UBND hoặc sở quản lý nếu chưa biết.";
pub(crate) const PROVINCE: &str = "Tỉnh, thành phố";
pub(crate) const PROVINCE_HINT: &str = "tỉnh Quảng Trị";
pub(crate) const DESK_PHONE: &str = "Điện thoại của bộ phận";
pub(crate) const DESK_PHONE_HINT: &str = "có thể để trống";
pub(crate) const WIZARD_HOURS: &str = "Giờ làm việc từ thứ Hai đến thứ Sáu. Ngày hẹn trả luôn nằm \
    trong giờ này.";
pub(crate) const MORNING_FROM: &str = "Sáng từ";
pub(crate) const MORNING_TO: &str = "đến";
pub(crate) const AFTERNOON_FROM: &str = "Chiều từ";
pub(crate) const AFTERNOON_TO: &str = "đến";
pub(crate) const RETURN_HOUR: &str = "Giờ hẹn trả";
pub(crate) const HOUR_SAME: &str = "Cùng giờ tiếp nhận";
pub(crate) const HOUR_SESSION: &str = "Cuối buổi";
pub(crate) const HOUR_DAY: &str = "Cuối ngày";
pub(crate) const WIZARD_HOURS_LATER: &str = "Ngày nghỉ chính thức đến hết năm 2026 đã có sẵn, các năm \
    sau tính theo luật; giờ mùa, sáng thứ Bảy và ngày nghỉ mới nhập ở \"Lịch làm việc\".";
pub(crate) const WIZARD_COUNTER: &str = "Cán bộ làm việc tại máy này.";
pub(crate) const WIZARD_FINISH: &str = "Sổ mới có sẵn 222 thủ tục cấp xã. Nếu tỉnh đã có danh mục \
    riêng, ghi đường dẫn tệp csv, xlsx hoặc json ở đây.";
pub(crate) const CATALOGUE_FILE: &str = "Danh mục thủ tục của tỉnh";
pub(crate) const CATALOGUE_HINT: &str = "để trống: dùng danh mục có sẵn";
pub(crate) const WIZARD_PRINTER: &str = "Máy in của quầy";
pub(crate) const WIZARD_VIEWER: &str = "Mở tệp để xem rồi in";
pub(crate) const WIZARD_TEST_PAGE: &str = "In một trang thử ngay khi lập sổ xong";
pub(crate) const WIZARD_NEXT: &str = "Tiếp tục";
pub(crate) const WIZARD_BACK: &str = "Quay lại";
pub(crate) const WIZARD_MAKE: &str = "Lập sổ và bắt đầu";
pub(crate) const WIZARD_MAKING: &str = "Đang lập sổ…";
