//! Labels of the intake form's fields, and what stands in them while they are empty.

use crate::domain::invalid::Field;

/// A field's label; shorter than its name in a complaint.
pub(crate) fn input(field: Field) -> &'static str {
    match field {
        Field::IdentityNumber => "Số định danh cá nhân",
        Field::Phone | Field::PrincipalPhone => "Điện thoại",
        Field::Name => "Họ và tên",
        Field::BirthDate => "Ngày sinh",
        Field::Address | Field::PrincipalAddress => "Địa chỉ",
        Field::Sex => "Giới tính",
        Field::Passport => "Số hộ chiếu",
        Field::Email | Field::PrincipalEmail => "Email",
        Field::TaxCode | Field::PrincipalTaxCode => "Mã số thuế",
        Field::PrincipalName => "Họ và tên, tên tổ chức",
        Field::PrincipalIdentityNumber => "Số định danh",
        Field::Authorisation => "Giấy tờ ủy quyền",
        Field::Subject => "Nội dung yêu cầu",
        Field::Sets => "Số bộ",
        Field::Limit => "Thời hạn",
        Field::AgreedAt => "Giờ, ngày đã thỏa thuận",
        Field::ClockFrom => "Tính thời hạn từ giờ, ngày",
        Field::SecondLimit => "Lần hẹn 2: thời hạn sau khi nộp chứng từ tiền",
        _ => "Ghi chú",
    }
}

/// An example of what belongs into a field.
pub(crate) fn placeholder(field: Field) -> &'static str {
    match field {
        Field::BirthDate => "12/03/1988",
        Field::Sex => "Nam, Nữ",
        Field::Subject => "như tên thủ tục",
        Field::Sets => "1",
        Field::Limit => "5 ngày làm việc",
        Field::Authorisation => "Giấy ủy quyền ngày …",
        Field::AgreedAt => "10:00 03/12/2026",
        Field::ClockFrom => "07:30 25/11/2026",
        Field::SecondLimit => "3 ngày làm việc",
        _ => "",
    }
}
