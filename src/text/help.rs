//! The help of the command line.

use std::fmt::Display;

/// A help page, its one English word that has no setting put into Vietnamese.
pub(crate) fn page(page: &str) -> String {
    page.replace("[OPTIONS]", "[TÙY CHỌN]")
}

pub(crate) const TEMPLATE: &str = "\
{before-help}{about-with-newline}
Cách dùng: {usage}

{all-args}{after-help}";
pub(crate) const ABOUT: &str =
    "Một Cửa: tiếp nhận hồ sơ, hẹn trả kết quả, in giấy hẹn tại bộ phận một cửa cấp xã";
pub(crate) const TRAINING: &str =
    "Mở cửa sổ trên một cơ quan bản tập có sẵn hồ sơ giả định, đóng là bỏ";
pub(crate) const VERBS: &str = "Lệnh";
pub(crate) const VERB: &str = "LỆNH";
pub(crate) const OPTIONS: &str = "Tùy chọn";
pub(crate) const COMMON_OPTIONS: &str = "Tùy chọn chung";
pub(crate) const GIVEN: &str = "Nội dung";
pub(crate) const HELP: &str = "Xem cách dùng";
pub(crate) const VERSION: &str = "Xem phiên bản";

pub(crate) const DATA: &str =
    "Thư mục giữ toàn bộ dữ liệu của cơ quan (hoặc biến môi trường MOTCUA_DATA)";
pub(crate) const AT: &str = "Thời điểm thay cho đồng hồ máy, ví dụ 2026-11-23T14:20";
pub(crate) const AS: &str = "Tên cán bộ thực hiện";
pub(crate) const JSON: &str = "Trả lời bằng JSON";

pub(crate) const DEMO: &str =
    "Lập cơ quan thực hành, tiếp nhận một hồ sơ mẫu từ mã QR căn cước và in giấy hẹn";
pub(crate) const DEMO_OUT: &str =
    "Thư mục của cơ quan thực hành (mặc định: thư mục của --data, không có thì thư mục tạm)";
pub(crate) const INIT: &str = "Lập sổ cho một cơ quan";
pub(crate) const AGENCY_NAME: &str = "Tên cơ quan, ví dụ \"UBND xã Hướng Hiệp\"";
pub(crate) const AGENCY_CODE: &str = "Mã định danh cơ quan, ví dụ H50.031";
pub(crate) const PROVINCE: &str = "Tỉnh hoặc thành phố";
pub(crate) const DESK_PHONE: &str = "Số điện thoại của bộ phận một cửa";
pub(crate) const COPY: &str = "Nhãn một liên của giấy hẹn, ghi nhiều lần cho nhiều liên; nhãn rỗng \
    là không in nhãn (mặc định: hai liên, lưu và giao người nộp)";
pub(crate) const CODE_PATTERN: &str = "Mẫu mã hồ sơ (mặc định UNIT-YYMMDD-XXXX)";
pub(crate) const RETURN_HOUR: &str = "Giờ hẹn trả: same-hour (đúng giờ tiếp nhận, mặc định), \
    end-of-session (cuối buổi), end-of-day (cuối ngày)";
pub(crate) const OFFICE_PAPER_SIZE: &str = "Khổ giấy của giấy hẹn: a5 (mặc định), a4";
pub(crate) const PROCEDURES: &str =
    "Danh mục thủ tục và quy trình: import, find, import-steps, set-steps, steps";
pub(crate) const PROCEDURES_IMPORT: &str = "Nhập danh mục thủ tục từ tệp csv, xlsx hoặc json";
pub(crate) const CATALOGUE_FILE: &str = "Tệp danh mục";
pub(crate) const DECISION: &str = "Quyết định công bố";
pub(crate) const EFFECTIVE: &str = "Ngày có hiệu lực (mặc định: hôm nay)";
pub(crate) const PROCEDURES_FIND: &str = "Tìm thủ tục theo mã hoặc tên, có dấu hay không dấu";
pub(crate) const PROCEDURE_TEXT: &str = "Mã hoặc vài từ trong tên";
pub(crate) const DUE: &str = "Tính ngày hẹn trả";
pub(crate) const FROM: &str = "Thời điểm tiếp nhận (mặc định: bây giờ)";
pub(crate) const LIMIT: &str = "Thời hạn: 5d ngày làm việc, 2.5d ngày rưỡi, 10cd ngày theo lịch, 4h giờ làm việc, 0d trong ngày, \
    agreed theo thỏa thuận, none không quy định";
pub(crate) const EXPLAIN: &str =
    "Giải thích cách tính: từng ngày được tính hay bỏ qua, lý do, căn cứ";
pub(crate) const RECEIVE: &str = "Tiếp nhận một hồ sơ và in giấy hẹn";
pub(crate) const PROCEDURE: &str = "Mã thủ tục, ví dụ 1.004884";
pub(crate) const CITIZEN_QR: &str = "Nội dung mã QR trên thẻ căn cước";
pub(crate) const NAME: &str = "Họ và tên người nộp, hoặc tên tổ chức";
pub(crate) const ID: &str = "Số định danh cá nhân (12 số) hoặc CMND (9 số)";
pub(crate) const PASSPORT: &str = "Số hộ chiếu của người nước ngoài";
pub(crate) const BIRTH: &str = "Ngày sinh, ví dụ 12/03/1988";
pub(crate) const SEX: &str = "Giới tính: Nam hoặc Nữ";
pub(crate) const ADDRESS: &str = "Địa chỉ";
pub(crate) const PHONE: &str = "Số điện thoại";
pub(crate) const EMAIL: &str = "Địa chỉ email";
pub(crate) const ORGANISATION: &str = "Người nộp là tổ chức";
pub(crate) const TAX_CODE: &str = "Mã số thuế của tổ chức";
pub(crate) const FOR_NAME: &str = "Nộp thay: họ và tên người ủy quyền";
pub(crate) const FOR_ID: &str = "Số định danh của người ủy quyền";
pub(crate) const FOR_PHONE: &str = "Số điện thoại của người ủy quyền";
pub(crate) const FOR_ADDRESS: &str = "Địa chỉ của người ủy quyền";
pub(crate) const FOR_EMAIL: &str = "Địa chỉ email của người ủy quyền";
pub(crate) const FOR_ORGANISATION: &str = "Bên ủy quyền là tổ chức";
pub(crate) const FOR_TAX_CODE: &str = "Mã số thuế của tổ chức ủy quyền";
pub(crate) const AUTHORISATION: &str = "Giấy tờ ủy quyền";
pub(crate) const PAPER: &str = "Giấy tờ nộp: \"TÊN=số bản chính/số bản sao\"; thay TÊN bằng số thứ \
    tự trong danh mục cũng được; ghi nhiều lần cho nhiều giấy tờ; không ghi là nhận đủ theo danh mục";
pub(crate) const SUBJECT: &str = "Nội dung yêu cầu giải quyết (mặc định: tên thủ tục)";
pub(crate) const SETS: &str = "Số lượng hồ sơ, tính bằng bộ (mặc định: 1)";
pub(crate) const BRANCH: &str =
    "Trường hợp thời hạn thứ mấy của thủ tục (mặc định: trường hợp thông thường)";
pub(crate) const CHANNEL: &str = "Hình thức nộp: counter (tại quầy), online (trực tuyến), post \
    (bưu chính)";
pub(crate) const RETURN_BY: &str = "Nhận kết quả: counter (tại quầy), post (bưu chính)";
pub(crate) const NOTE: &str = "Ghi chú";
pub(crate) const SLIP: &str =
    "In giấy hẹn của một hồ sơ đã tiếp nhận; in lại thì ghi rõ là bản in lại, bản cũ được giữ";
pub(crate) const SLIP_FILE: &str = "Tệp PDF của giấy hẹn (mặc định: thư mục slips của cơ quan)";
pub(crate) const REASON: &str = "Lý do in lại, ghi trên bản in lại (mặc định: in lại theo yêu cầu)";
pub(crate) const REPRINT_REASON: &str = "in lại theo yêu cầu";
pub(crate) const PAPER_SIZE: &str = "Khổ giấy: a5, a4 (mặc định: theo cơ quan)";
pub(crate) const CORRECT: &str = "Đính chính thông tin ghi sai khi tiếp nhận: chỉ ghi những mục cần \
    sửa; mã hồ sơ, số và giờ tiếp nhận giữ nguyên";
pub(crate) const CORRECT_REASON: &str = "Lý do đính chính";
pub(crate) const IMPORT_STEPS: &str =
    "Nhập quy trình xử lý (ISO 9001) của các thủ tục từ tệp csv, xlsx hoặc json, mỗi bước một dòng";
pub(crate) const STEPS_FILE: &str = "Tệp quy trình: mã thủ tục, quy trình, bước, người thực hiện, số \
    giờ, áp dụng từ";
pub(crate) const STEPS_EFFECTIVE: &str =
    "Ngày áp dụng của quy trình chưa ghi ngày (mặc định: hôm nay)";
pub(crate) const SET_STEPS: &str = "Ghi quy trình xử lý của một thủ tục";
pub(crate) const PROCESS_NAME: &str = "Ký hiệu quy trình, ví dụ QT-HT-07";
pub(crate) const STEP: &str = "Một bước: \"Tên bước; người làm; số giờ\", ghi nhiều lần theo thứ tự; \
    số giờ ghi 4 hoặc 0,5, bước trả kết quả ghi \"không tính thời gian\"";
pub(crate) const SET_STEPS_EFFECTIVE: &str = "Ngày áp dụng (mặc định: hôm nay)";
pub(crate) const STEPS: &str = "Xem quy trình đang áp dụng của một thủ tục";
pub(crate) const NEXT: &str = "Chuyển một hồ sơ sang bước tiếp theo của quy trình; đến bước trả kết \
    quả là ghi nhận đã có kết quả";
pub(crate) const NEXT_TO: &str = "Bước khác, theo số thứ tự hoặc tên; lùi lại thì phải có lý do";
pub(crate) const NEXT_HOLDER: &str = "Người giữ hồ sơ ở bước đó (mặc định: theo quy trình)";
pub(crate) const NEXT_REASON: &str = "Lý do lùi bước";
pub(crate) const HAND_OVER: &str =
    "Ghi nhận đã chuyển hồ sơ từ bộ phận tiếp nhận đến nơi giải quyết";
pub(crate) const ASK_PAPERS: &str = "Yêu cầu bổ sung giấy tờ: ghi đủ một lần; thời hạn tạm dừng đến khi \
    nhận đủ";
pub(crate) const DEMAND: &str = "Nội dung yêu cầu, ghi đủ mọi thứ còn thiếu";
pub(crate) const PAPERS_CAME: &str = "Ghi nhận đã nhận đủ giấy tờ bổ sung: thời hạn tính lại từ đầu, in \
    giấy hẹn mới";
pub(crate) const AGREED_AGAIN: &str =
    "Ngày giờ thỏa thuận lại, khi thời hạn theo thỏa thuận đã qua";
pub(crate) const ASK_PAYMENT: &str = "Ghi nhận đã gửi thông báo nghĩa vụ tài chính: thời hạn tạm dừng đến \
    khi nộp";
pub(crate) const PAID: &str = "Ghi nhận đã nộp tiền: tính tiếp thời hạn, in giấy hẹn mới";
pub(crate) const APOLOGISE: &str = "Xin lỗi và hẹn lại ngày trả kết quả: một lần, trước ngày hẹn ít nhất \
    một ngày";
pub(crate) const UNTIL: &str = "Ngày giờ hẹn mới, ví dụ 2026-12-03T10:00";
pub(crate) const APOLOGY_REASON: &str = "Lý do chậm";
pub(crate) const STOP: &str = "Dừng giải quyết một hồ sơ";
pub(crate) const WITHDRAW: &str = "Ghi nhận công dân rút hồ sơ, khi chưa có kết quả";
pub(crate) const END_REASON: &str = "Lý do";
pub(crate) const FINISH: &str = "Ghi nhận kết quả của một hồ sơ đã có tại quầy";
pub(crate) const RETURN: &str = "Trả kết quả của một hồ sơ";
pub(crate) const COLLECTOR: &str = "Người được ủy quyền nhận thay: họ và tên (mặc định: người nộp)";
pub(crate) const COLLECTOR_ID: &str = "Số định danh hoặc hộ chiếu của người nhận thay";
pub(crate) const COLLECTOR_AUTHORISATION: &str = "Giấy tờ ủy quyền nhận kết quả";
pub(crate) const LOST_SLIP: &str = "Người nộp làm mất giấy hẹn";
pub(crate) const NO_SLIP: &str = "Hồ sơ không có giấy hẹn bằng giấy";
pub(crate) const LIST: &str = "Liệt kê hồ sơ, hồ sơ đến hạn trước đứng trước";
pub(crate) const STATE: &str = "Trạng thái: open (đang giải quyết, mặc định), ready (chờ trả kết \
    quả), ended (đã kết thúc), any (tất cả)";
pub(crate) const DUE_WINDOW: &str = "Hạn trả: overdue (quá hạn), today (còn trong hôm nay), 3-days \
    (ba ngày tới)";
pub(crate) const FIELD: &str = "Lĩnh vực, đúng như trong danh mục";
pub(crate) const OFFICER: &str = "Cán bộ tiếp nhận, đúng họ và tên";
pub(crate) const NEWEST: &str = "Hồ sơ mới nhận đứng trước";
pub(crate) const FIND: &str = "Tìm hồ sơ theo mã, tên, số định danh, số điện thoại";
pub(crate) const FIND_TEXT: &str = "Mã, tên có dấu hay không dấu, số định danh, số điện thoại; chỉ \
    một phần cũng được";
pub(crate) const MAX: &str = "Số hồ sơ nhiều nhất được liệt kê (mặc định: 20)";
pub(crate) const SHOW: &str = "Xem một hồ sơ";
pub(crate) const CODE: &str = "Mã hồ sơ";
pub(crate) const REGISTER: &str =
    "Ghi Sổ theo dõi hồ sơ ra tệp xlsx, csv, hoặc in ra tệp pdf để đóng quyển";
pub(crate) const FROM_DATE: &str = "Từ ngày tiếp nhận";
pub(crate) const TO_DATE: &str = "Đến hết ngày tiếp nhận";
pub(crate) const REGISTER_FILE: &str = "Tệp .xlsx, .csv hoặc .pdf";
pub(crate) const REPORT: &str = "Số liệu của một khoảng thời gian";
pub(crate) const TIMELINESS: &str = "Kết quả trước hạn, đúng hạn, quá hạn: theo ngày hẹn và theo chỉ số \
    trừ thời gian chờ bổ sung";
pub(crate) const FROM_FINISHED: &str = "Từ ngày có kết quả";
pub(crate) const TO_FINISHED: &str = "Đến hết ngày có kết quả";
pub(crate) const BACKUP: &str = "Sao lưu sổ và kiểm tra bản sao";
pub(crate) const BACKUP_TO: &str = "Thư mục nhận bản sao (mặc định: thư mục backups của cơ quan)";
pub(crate) const CHECK: &str = "Kiểm tra sổ: tệp nguyên vẹn, số không trùng không sót";
pub(crate) const GENERATE: &str =
    "Ghi nhiều hồ sơ giả định vào một cơ quan thực hành, để tập sử dụng và đo tốc độ";
pub(crate) const DOSSIERS: &str = "Số hồ sơ";
pub(crate) const SEED: &str = "Số khởi tạo: cùng một số thì ra cùng một bộ hồ sơ (mặc định: 1)";

pub(crate) fn not_within(min: &dyn Display, max: &dyn Display) -> String {
    format!("phải là số từ {min} đến {max}")
}

pub(crate) const NOT_A_MOMENT: &str = "phải là thời điểm, ví dụ 2026-11-23T14:20";
pub(crate) const NOT_A_DATE: &str = "phải là ngày, ví dụ 23/11/2026 hoặc 2026-11-23";
