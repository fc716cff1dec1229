//! Refusals of the acts between receipt and return, and the words of hands, roles and acts.

use super::words::status;
use crate::desk::DeskError;
use crate::domain::hands::Hands;
use crate::domain::officer::Role;
use crate::store::Act;

/// What a role is called.
pub(crate) fn role(role: Role) -> &'static str {
    match role {
        Role::Head => "phụ trách bộ phận một cửa",
        Role::Reception => "tiếp nhận và trả kết quả",
        Role::Specialist => "thụ lý hồ sơ",
        Role::Leader => "lãnh đạo ký duyệt",
    }
}

/// Who has a dossier.
pub(crate) fn holder(hands: &Hands) -> String {
    if hands.is_desk() { "bộ phận một cửa".to_owned() } else { hands.told() }
}

/// What was done, as it is told of a dossier and of the office.
pub(crate) fn act(act: Act) -> &'static str {
    match act {
        Act::SetOffice => "khai báo cơ quan",
        Act::ImportProcedures => "nhập danh mục thủ tục",
        Act::ImportCalendar => "nhập lịch làm việc",
        Act::Receive => "tiếp nhận hồ sơ",
        Act::Print => "in giấy tờ",
        Act::Finish => "nhận kết quả về bộ phận một cửa",
        Act::Return => "trả kết quả",
        Act::Correct => "sửa thông tin",
        Act::ChooseBranch => "đổi trường hợp thời hạn",
        Act::SetFavourite => "ghim thủ tục",
        Act::ChangeCalendar => "đổi lịch làm việc",
        Act::MovePromise => "dời ngày hẹn do đổi lịch",
        Act::UndoCalendar => "hoàn tác đổi lịch",
        Act::RestorePromise => "hoàn tác việc dời ngày hẹn",
        Act::ImportProcesses => "nhập quy trình",
        Act::SetProcess => "khai báo quy trình",
        Act::NextStep => "chuyển bước",
        Act::HandOver => "chuyển giải quyết",
        Act::AskPapers => "yêu cầu bổ sung",
        Act::PapersCame => "nhận đủ bổ sung",
        Act::DemandPayment => "thông báo nghĩa vụ tài chính",
        Act::Paid => "ghi nhận đã nộp tiền",
        Act::Extend => "xin lỗi và hẹn lại",
        Act::Stop => "dừng giải quyết",
        Act::Withdraw => "công dân rút hồ sơ",
        Act::Guide => "hướng dẫn hoàn thiện hồ sơ",
        Act::RefuseUnreceived => "từ chối tiếp nhận",
        Act::Refuse => "từ chối giải quyết",
        Act::TakeBack => "nhận lại hồ sơ",
        Act::KeepList => "lập danh sách giao nhận",
        Act::SignResult => "ghi kết quả đã ký",
        Act::Void => "hủy số hồ sơ",
        Act::Undo => "hoàn tác bước làm nhầm",
        Act::SetTray => "xếp khay",
        Act::SetOfficer => "khai báo cán bộ",
        Act::SetForm => "đổi mẫu giấy tờ",
        Act::CloseRegister => "khóa sổ theo dõi hồ sơ",
    }
}

/// The refusals of these acts; `None` for another one.
pub(super) fn refusal(error: &DeskError) -> Option<String> {
    Some(match error {
        DeskError::UnknownOfficer(name) if name.trim().is_empty() => {
            "Tên cán bộ: chưa ghi; cơ quan đã khai báo danh sách cán bộ, hãy chọn tên của mình trước \
             khi làm."
                .to_owned()
        }
        DeskError::UnknownOfficer(name) => format!(
            "Tên cán bộ: {name} không có trong danh sách cán bộ đang làm việc; hãy chọn đúng tên, hoặc \
             nhờ phụ trách bộ phận một cửa thêm vào danh sách."
        ),
        DeskError::SpelledAlike(name) => format!(
            "Tên cán bộ: đã có {name}, chỉ khác chữ hoa hoặc dấu; hãy ghi đúng tên đó để sửa. Nếu là hai \
             người, hãy thêm chữ để phân biệt, ví dụ {name} B; nếu tên cũ ghi sai, hãy ghi tên cũ là \
             đã nghỉ trước."
        ),
        DeskError::NotYours { officer, role: held, act: wanted } => format!(
            "{officer} được phân công {}, không làm việc \"{}\"; hãy nhờ người được phân công, hoặc phụ \
             trách bộ phận một cửa.",
            role(*held),
            act(*wanted)
        ),
        DeskError::NothingToUndo(code) => format!(
            "Hồ sơ {code}: không có bước nào hoàn tác được nữa; hãy dùng \"Sửa thông tin\", hoặc làm \
             bước tiếp theo."
        ),
        DeskError::OthersStep { code, actor } => format!(
            "Hồ sơ {code}: bước này do {actor} làm; chỉ người đó hoặc phụ trách bộ phận một cửa hoàn \
             tác được, hãy nhờ một trong hai người."
        ),
        DeskError::AlreadyThere { code, holder: has } => format!(
            "Hồ sơ {code} đang ở {} rồi; hãy chọn nơi nhận khác.",
            holder(has)
        ),
        DeskError::WithOthers { code, holder: has } => format!(
            "Hồ sơ {code} đang ở {}; hãy nhận lại hồ sơ từ đó trước.",
            holder(has)
        ),
        DeskError::HasResult { code, number } => format!(
            "Hồ sơ {code} đã có kết quả số {number}, không làm việc này được nữa; nếu ghi nhầm kết quả, \
             hãy hoàn tác bước đó trước."
        ),
        DeskError::AtTheDesk(code) => format!(
            "Hồ sơ {code} đang ở bộ phận một cửa, không có gì để nhận lại; hãy xem lại mã hồ sơ."
        ),
        DeskError::AlreadySigned { code, number } => format!(
            "Hồ sơ {code} đã ghi kết quả số {number}; nếu ghi nhầm, hãy hoàn tác bước đó rồi ghi lại."
        ),
        DeskError::NotByPost(code) => format!(
            "Hồ sơ {code} không đăng ký qua bưu chính; hãy bỏ khỏi danh sách này, hoặc sửa hình thức \
             nộp, nhận kết quả của hồ sơ."
        ),
        DeskError::OnAnotherList { code, number, year } => format!(
            "Hồ sơ {code} đã có trong biên bản giao nhận số {number:04}/{year}; hãy xem biên bản đó, hoặc \
             bỏ hồ sơ khỏi danh sách này."
        ),
        DeskError::ScannedTwice(code) => {
            format!("Hồ sơ {code} đã có trong danh sách này; hãy quét hồ sơ khác.")
        }
        DeskError::RegisterClosed(year) => format!(
            "Sổ theo dõi hồ sơ năm {year} đã khóa, không ghi thêm được; hãy xem lại ngày giờ của máy, hoặc tiếp nhận vào năm sau."
        ),
        DeskError::YearNotOver(year) => format!(
            "Năm {year} chưa hết, chưa khóa sổ được; hãy khóa sổ sau giờ làm việc ngày 31/12 hoặc sang năm sau."
        ),
        DeskError::NoNotice(number) => format!(
            "Không có phiếu {number}; hãy xem các phiếu đã lập bằng lệnh \"motcua show\"."
        ),
        DeskError::NoList(number) => format!(
            "Không có danh sách giao nhận {number}; hãy xem các danh sách bằng lệnh \"motcua lists\"."
        ),
        DeskError::Voided { code, because } => format!(
            "Hồ sơ {code} đã hủy số ({because}), không làm gì thêm được; hãy xem lại mã hồ sơ."
        ),
        DeskError::MayNotVoid { code, status: stands } => format!(
            "Hồ sơ {code} đang ở trạng thái \"{}\", không hủy số được; chỉ hủy số hồ sơ đang giải quyết, \
             hãy xem lại mã hồ sơ.",
            status(*stands)
        ),
        other => return super::printed::not_closed(other),
    })
}
