//! The names of fields, and what is wrong with them.

use crate::domain::invalid::{Field, Invalid, Problem};

/// One sentence: the field, what is wrong, the way out.
pub(crate) fn invalid(invalid: &Invalid) -> String {
    let name = name(invalid.field);
    match special(invalid.field, &invalid.problem) {
        Some(sentence) => sentence,
        None => format!("{name}: {}", problem(&invalid.problem)),
    }
}

pub(super) fn name(field: Field) -> &'static str {
    match field {
        Field::CardText => "Mã QR trên thẻ căn cước",
        Field::Name => "Họ và tên",
        Field::IdentityNumber => "Số định danh cá nhân",
        Field::Passport => "Số hộ chiếu",
        Field::BirthDate => "Ngày sinh",
        Field::Sex => "Giới tính",
        Field::Phone => "Số điện thoại",
        Field::Email => "Địa chỉ email",
        Field::TaxCode => "Mã số thuế",
        Field::Address => "Địa chỉ",
        Field::PrincipalName => "Họ và tên người ủy quyền",
        Field::PrincipalIdentityNumber => "Số định danh của người ủy quyền",
        Field::PrincipalPhone => "Số điện thoại của người ủy quyền",
        Field::PrincipalAddress => "Địa chỉ của người ủy quyền",
        Field::PrincipalEmail => "Địa chỉ email của người ủy quyền",
        Field::PrincipalTaxCode => "Mã số thuế của tổ chức ủy quyền",
        Field::Authorisation => "Giấy tờ ủy quyền",
        Field::Procedure => "Thủ tục",
        Field::Subject => "Nội dung yêu cầu giải quyết",
        Field::Paper => "Thành phần hồ sơ",
        Field::Sets => "Số lượng hồ sơ (bộ)",
        Field::Limit => "Thời hạn giải quyết",
        Field::Branch => "Trường hợp thời hạn",
        Field::AgreedAt => "Ngày giờ đã thỏa thuận",
        Field::ClockFrom => "Thời điểm bắt đầu tính",
        Field::ClockReason => "Lý do tính từ thời điểm khác",
        Field::SecondLimit => "Thời hạn sau khi nộp tiền",
        Field::NewDate => "Ngày giờ hẹn mới",
        Field::CalendarDay => "Ngày trong lịch",
        Field::Period => "Khoảng thời gian",
        Field::Demand => "Nội dung yêu cầu",
        Field::Channel => "Hình thức nộp",
        Field::ReturnBy => "Hình thức nhận kết quả",
        Field::Note => "Ghi chú",
        Field::Reason => "Lý do",
        Field::CollectorName => "Họ và tên người nhận kết quả",
        Field::CollectorIdentity => "Số định danh của người nhận kết quả",
        Field::CollectorPaper => "Giấy tờ ủy quyền nhận kết quả",
        Field::Officer => "Tên cán bộ",
        Field::AgencyName => "Tên cơ quan",
        Field::AgencyCode => "Mã định danh cơ quan",
        Field::OfficeHours => "Giờ làm việc",
        Field::CodePattern => "Mẫu mã hồ sơ",
        Field::SlipCopies => "Số liên của giấy hẹn",
        Field::Decision => "Quyết định công bố",
        Field::ProcessName => "Tên quy trình",
        Field::StepHolder => "Người đang giữ hồ sơ",
        Field::DossierCode => "Mã hồ sơ",
        Field::ReprintReason => "Lý do in lại",
        Field::Holder => "Nơi nhận hồ sơ",
        Field::ResultNumber => "Số văn bản kết quả",
        Field::SignedOn => "Ngày ký kết quả",
        Field::Signer => "Người ký kết quả",
        Field::Tray => "Mã khay",
        Field::FirstCell => "Ô nhãn đầu tiên",
        Field::BillCode => "Mã bưu gửi",
        Field::OfficerUnit => "Bộ phận công tác",
        Field::FormDay => "Ngày áp dụng mẫu giấy",
        Field::FormTitle => "Tên mẫu giấy",
        Field::FormNumber => "Dòng số của mẫu giấy",
        Field::FormHeading => "Tên cơ quan trên mẫu giấy",
        Field::FormSigner => "Người ký mẫu giấy",
        Field::FormFooter => "Ghi chú cuối mẫu giấy",
    }
}

/// Sentences that say more than field and problem side by side.
fn special(field: Field, problem: &Problem) -> Option<String> {
    let text = match (field, problem) {
        (_, Problem::Calendar(fault)) => super::calendar::fault(fault),
        (Field::CalendarDay, Problem::Empty) => {
            "Ngày trong lịch: chưa ghi lý do; hãy ghi, ví dụ Nghỉ bão số 5.".to_owned()
        }
        (Field::CardText, Problem::TooFewParts { found }) => format!(
            "Mã QR trên thẻ căn cước: chỉ đọc được {found} phần, cần ít nhất 6 phần cách nhau bằng \
             dấu |; hãy quét lại, hoặc nhập tay thông tin người nộp."
        ),
        (Field::CardText, Problem::Empty) => {
            "Mã QR trên thẻ căn cước: không có nội dung; hãy quét lại, hoặc nhập tay thông tin \
             người nộp."
                .to_owned()
        }
        (Field::Officer, Problem::Missing) => {
            "Danh sách cán bộ: phải có ít nhất một người đang làm việc là phụ trách bộ phận một cửa; \
             hãy khai báo người đó trước."
                .to_owned()
        }
        (Field::Holder, Problem::Empty) => {
            "Nơi nhận hồ sơ: chưa ghi; hãy ghi bộ phận hoặc tên cán bộ nhận hồ sơ.".to_owned()
        }
        (Field::Tray, Problem::NotUnderstood) => {
            "Mã khay: chỉ gồm chữ cái không dấu, chữ số, dấu chấm, gạch nối, nhiều nhất 20 ký tự, và không \
             phải là mã hồ sơ; hãy quét hồ sơ trước, nhãn khay sau."
                .to_owned()
        }
        (Field::SignedOn, Problem::TooLongAgo) => {
            "Ngày ký kết quả: trước ngày tiếp nhận hồ sơ; hãy xem lại ngày ghi trên kết quả.".to_owned()
        }
        (Field::SignedOn, Problem::InFuture) => {
            "Ngày ký kết quả: ngày này chưa đến; hãy xem lại ngày ghi trên kết quả.".to_owned()
        }
        (Field::Holder, Problem::Conflict) => {
            "Nơi nhận hồ sơ: đây là tên của bộ phận một cửa; hãy ghi bộ phận chuyên môn, hoặc dùng \
             \"Nhận lại\" để ghi hồ sơ về bộ phận một cửa."
                .to_owned()
        }
        (Field::FormDay, Problem::TooLongAgo) => {
            "Ngày áp dụng mẫu giấy: ngày này đã qua, giấy đã in không đổi mẫu được; hãy chọn hôm nay \
             hoặc một ngày sau đó."
                .to_owned()
        }
        (Field::FormNumber, Problem::NotUnderstood) => {
            "Dòng số của mẫu giấy: phải có đúng một chỗ ghi số; hãy ghi {số} ở chỗ đó, ví dụ \
             Số: {số}/PBS-TTPVHCC, hoặc để trống nếu không đánh số."
                .to_owned()
        }
        (Field::Limit, Problem::NotUnderstood) => {
            "Thời hạn giải quyết: chưa đúng cách ghi; hãy ghi 5d (5 ngày làm việc), 2.5d (2 ngày \
             rưỡi), 10cd (10 ngày), 4h (4 giờ làm việc), 0d (trong ngày), agreed (theo thỏa thuận) \
             hoặc none (không quy định)."
                .to_owned()
        }
        (Field::Limit, Problem::LimitUnknown) => {
            "Thời hạn giải quyết: danh mục chưa có thời hạn bằng số cho thủ tục này; hãy xem văn \
             bản công bố rồi nhập thời hạn, ví dụ 5d."
                .to_owned()
        }
        (Field::AgreedAt | Field::ClockFrom | Field::NewDate, Problem::NotUnderstood) => format!(
            "{}: chưa đúng cách ghi; hãy ghi giờ rồi ngày, ví dụ 10:00 03/12/2026.",
            name(field)
        ),
        (Field::AgreedAt, Problem::Missing) => {
            "Ngày giờ đã thỏa thuận: thời hạn theo thỏa thuận; hãy nhập giờ và ngày đã hẹn với người \
             nộp, ví dụ 10:00 03/12/2026."
                .to_owned()
        }
        (Field::AgreedAt, Problem::Conflict) => {
            "Ngày giờ đã thỏa thuận: thời hạn đang chọn không theo thỏa thuận; hãy bỏ mục này, hoặc chọn \
             thời hạn theo thỏa thuận (agreed)."
                .to_owned()
        }
        (Field::ClockReason, Problem::Missing) => {
            "Lý do tính từ thời điểm khác: chưa chọn; hãy chọn ngoài địa bàn, bưu chính hoặc ngoài giờ."
                .to_owned()
        }
        (Field::ClockFrom, Problem::Missing) => {
            "Thời điểm bắt đầu tính: đã chọn lý do mà chưa có thời điểm; hãy ghi giờ rồi ngày, ví dụ \
             10:00 03/12/2026."
                .to_owned()
        }
        (Field::SecondLimit, Problem::NotUnderstood) => {
            "Thời hạn sau khi nộp tiền: chưa đúng cách ghi; hãy ghi ví dụ 3d (3 ngày làm việc) hoặc 4h \
             (4 giờ làm việc)."
                .to_owned()
        }
        (Field::Limit, Problem::TooLongAgo) => {
            "Thời hạn giải quyết: tính theo thời hạn này thì ngày hẹn trước cả lúc tiếp nhận; hãy chọn \
             thời hạn khác."
                .to_owned()
        }
        (Field::ClockFrom, Problem::TooLongAgo) => {
            "Thời điểm bắt đầu tính: quá xa trước lúc tiếp nhận, hoặc tính từ đó thì đã quá hạn; hãy \
             kiểm tra lại ngày giờ."
                .to_owned()
        }
        (Field::ClockFrom, Problem::InFuture) => {
            "Thời điểm bắt đầu tính: quá xa sau lúc tiếp nhận, hoặc biên bản giao nhận ký sau lúc \
             tiếp nhận; hãy kiểm tra lại ngày giờ."
                .to_owned()
        }
        (Field::Period, Problem::Conflict) => {
            "Khoảng thời gian: ngày cuối trước ngày đầu; hãy ghi lại từ ngày và đến ngày.".to_owned()
        }
        (Field::Period, Problem::NotUnderstood) => {
            "Khoảng thời gian: sổ theo dõi hồ sơ lập theo từng năm; hãy chọn hai ngày trong cùng một năm."
                .to_owned()
        }
        (Field::Branch, Problem::Conflict) => {
            "Trường hợp thời hạn: đã nhập cả thời hạn riêng; hãy chỉ chọn một trong hai.".to_owned()
        }
        (Field::Branch, Problem::Missing) => {
            "Trường hợp thời hạn: thủ tục có nhiều trường hợp; hãy chọn một trường hợp theo số thứ \
             tự, xem bằng lệnh \"procedures find\"."
                .to_owned()
        }
        (Field::Passport, Problem::Conflict) => {
            "Số hộ chiếu: đã nhập cả số định danh; hãy chỉ giữ một trong hai.".to_owned()
        }
        (Field::Passport, Problem::NotUnderstood) => {
            "Số hộ chiếu: chỉ gồm chữ cái không dấu và chữ số; hãy nhập lại.".to_owned()
        }
        (Field::Paper, Problem::NotUnderstood) => {
            "Thành phần hồ sơ: chưa đúng cách ghi; hãy ghi tên giấy tờ, dấu = rồi số bản chính/số bản sao, \
             ví dụ \"Tờ khai=1/0\"."
                .to_owned()
        }
        (Field::Paper, Problem::Missing) => {
            "Thành phần hồ sơ: có giấy tờ ghi 0 bản chính và 0 bản sao; hãy sửa số bản hoặc bỏ giấy \
             tờ đó."
                .to_owned()
        }
        (Field::OfficeHours, _) => {
            "Giờ làm việc: ghi giờ và phút, ví dụ 07:30; bốn mốc phải theo thứ tự trong ngày, sáng \
             trước chiều; hãy sửa lại."
                .to_owned()
        }
        (Field::StepHolder, Problem::Conflict) => {
            "Người đang giữ hồ sơ: bước trả kết quả không giao cho ai; hãy bỏ mục này.".to_owned()
        }
        (Field::CodePattern, Problem::Missing) => {
            "Mẫu mã hồ sơ: thiếu số thứ tự; hãy thêm XXXX, ví dụ UNIT-YYMMDD-XXXX.".to_owned()
        }
        (Field::CodePattern, Problem::Conflict) => {
            "Mẫu mã hồ sơ: có hai số thứ tự; hãy chỉ giữ một dãy chữ X.".to_owned()
        }
        (Field::CodePattern, Problem::OutOfRange { min, max }) => {
            format!("Mẫu mã hồ sơ: số thứ tự phải có từ {min} đến {max} chữ X liền nhau.")
        }
        (Field::CodePattern, Problem::ForbiddenCharacter(c)) => format!(
            "Mẫu mã hồ sơ: có ký tự không dùng được ({}); chỉ được có chữ hoa không dấu, chữ số và \
             các dấu . - _, ví dụ UNIT-YYMMDD-XXXX.",
            visible(*c)
        ),
        (Field::AgencyCode, Problem::ForbiddenCharacter(c)) => format!(
            "Mã định danh cơ quan: có ký tự không dùng được ({}); chỉ được có chữ cái không dấu, \
             chữ số và dấu chấm, ví dụ H50.031.",
            visible(*c)
        ),
        (Field::Phone | Field::PrincipalPhone, Problem::NotUnderstood) => format!(
            "{}: chỉ nhận số trong nước, bắt đầu bằng 0 hoặc +84; hãy nhập lại hoặc để trống.",
            name(field)
        ),
        (Field::Address, Problem::NotUnderstood) => {
            "Địa chỉ: phải có ít nhất một chữ cái hoặc chữ số; hãy nhập lại hoặc để trống."
                .to_owned()
        }
        (Field::Sex, Problem::NotUnderstood) => {
            "Giới tính: chưa đúng cách ghi; hãy ghi Nam hoặc Nữ, hoặc để trống.".to_owned()
        }
        (Field::Email | Field::PrincipalEmail, _) => format!(
            "{}: không đúng dạng ten@miền, ví dụ ten@example.vn; hãy sửa lại hoặc để trống.",
            name(field)
        ),
        _ => return None,
    };
    Some(text)
}

/// What is wrong and the way out, without the field's name.
pub(super) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Empty => "chưa nhập; hãy điền rồi làm lại.".to_owned(),
        Problem::TooLong { max } => format!("dài quá {max} ký tự; hãy viết gọn lại."),
        Problem::ForbiddenCharacter(c) => {
            format!("có ký tự không dùng được ({}); hãy xóa và gõ lại bằng bàn phím.", visible(*c))
        }
        Problem::NotAName => {
            "phải có chữ cái và không có chữ số hay ký hiệu lạ; hãy ghi đúng như trên giấy tờ."
                .to_owned()
        }
        Problem::NotDigits => "chỉ được có chữ số; hãy nhập lại.".to_owned(),
        Problem::WrongLength { found, expected } => {
            let expected = expected.replace(", ", " hoặc ").replace('–', " đến ");
            format!("có {found} ký tự, phải có {expected}; hãy kiểm tra rồi nhập lại.")
        }
        Problem::CheckDigit => {
            "chữ số kiểm tra không khớp, có thể gõ nhầm một chữ số; hãy đối chiếu với giấy tờ."
                .to_owned()
        }
        Problem::ImpossibleDate => {
            "ngày không có thật; hãy ghi theo dạng ngày/tháng/năm, ví dụ 12/03/1988.".to_owned()
        }
        Problem::InFuture => "ngày này chưa đến; hãy kiểm tra lại năm.".to_owned(),
        Problem::TooLongAgo => "cách đây quá 130 năm; hãy kiểm tra lại năm.".to_owned(),
        Problem::NotUnderstood => "chưa đúng cách ghi; hãy kiểm tra rồi nhập lại.".to_owned(),
        Problem::OutOfRange { min, max } => format!("phải là số từ {min} đến {max}; hãy nhập lại."),
        Problem::TooFewParts { found } => format!("chỉ có {found} phần; hãy quét lại."),
        Problem::OutsideHours => {
            "trước lúc tiếp nhận hoặc ngoài giờ làm việc; hãy chọn lúc cơ quan làm việc.".to_owned()
        }
        Problem::Missing => "còn thiếu; hãy bổ sung.".to_owned(),
        Problem::Conflict => "trái với một mục khác; hãy chỉ giữ một mục.".to_owned(),
        Problem::UnknownProcedure => {
            "mã này không có trong danh mục; hãy tìm bằng lệnh \"procedures find\" hoặc nhập danh \
             mục mới."
                .to_owned()
        }
        Problem::AbolishedProcedure => {
            "đã bị bãi bỏ, không tiếp nhận hồ sơ mới; hãy tìm thủ tục thay thế.".to_owned()
        }
        Problem::NotInForce(day) => format!(
            "chưa có hiệu lực vào ngày {}; hãy kiểm tra ngày hoặc quyết định công bố.",
            day.format("%d/%m/%Y")
        ),
        Problem::LimitUnknown => "chưa có thời hạn bằng số; hãy nhập thời hạn.".to_owned(),
        Problem::Calendar(fault) => super::calendar::fault(fault),
    }
}

/// A character that may show nothing, by its number.
fn visible(c: char) -> String {
    if c.is_control() || c.is_whitespace() || !c.is_alphanumeric() && !c.is_ascii_punctuation() {
        format!("U+{:04X}", u32::from(c))
    } else {
        c.to_string()
    }
}
