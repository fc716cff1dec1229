//! Form 03, *Phiếu từ chối tiếp nhận giải quyết hồ sơ*: a refusal with its reason.
//!
//! Fields, their order and their wording follow Circular 03/2025/TT-VPCP, annex I, form 03; where the
//! circular writes *Bộ phận Tiếp nhận và Trả kết quả* the desk's own name stands. Added are the
//! symbols of the dossier's code, where a dossier was received before.

use super::fields::{contact, field};
use super::mark::SlipMark;
use super::notice::{asked, begin, finish, letter};
use super::paragraph::{bold, regular};
use super::sheet::Sheet;
use super::signatures::{self, Signer};
use super::style;
use super::words::{full_desk_name, or_dots};
use crate::domain::form_style::FormStyle;
use crate::domain::notice::{Addressee, Notice};
use crate::domain::office::Office;

/// The title of the form.
pub const TITLE: &str = "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ";

/// How it is printed unless the office decides otherwise.
#[must_use]
pub fn usual(office: &Office) -> FormStyle {
    let number = style::number_line("PTC", office);
    style::plain(TITLE, number, "NGƯỜI TIẾP NHẬN HỒ SƠ", office.slip.paper)
}

/// Makes the slip that tells `addressee` of the refusal. The applicant signs by hand: who stands at
/// the desk may be another than whose dossier it is.
#[must_use]
pub fn refusal(
    notice: &Notice,
    addressee: &Addressee,
    office: &Office,
    form: &FormStyle,
    mark: &SlipMark,
) -> Sheet {
    let letter = letter(notice, office, form, mark);
    let house = &letter.house;
    let mut flow = begin(&letter, notice);
    flow.paragraph(&[bold(full_desk_name(office))], &house.text());
    field(&mut flow, house, "Tiếp nhận hồ sơ của", bold(or_dots(&addressee.name)));
    let identity = regular(or_dots(&addressee.identity));
    field(&mut flow, house, "Số định danh cá nhân/tổ chức", identity);
    field(&mut flow, house, "Địa chỉ", regular(or_dots(&addressee.address)));
    flow.paragraph(&contact(&addressee.phone, &addressee.email), &house.text());
    let code = notice.code.as_deref().unwrap_or_default();
    field(&mut flow, house, "Mã hồ sơ (nếu có)", regular(or_dots(code)));
    field(&mut flow, house, "Nội dung yêu cầu giải quyết", bold(asked(addressee)));
    let desk = match office.desk_name.trim() {
        "" => full_desk_name(office),
        name => name.to_owned(),
    };
    let lead = format!(
        "Qua xem xét, {desk} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:"
    );
    flow.paragraph(&[regular(lead)], &house.text().kept());
    flow.paragraph(&[regular(or_dots(notice.content.reason.trim()))], &house.text());

    let mut end = letter.flow();
    let told = regular("Xin thông báo cho Ông/Bà được biết và thực hiện./.");
    end.paragraph(&[told], &house.text());
    end.space(house.gap * 3.0);
    let applicant = Signer { role: "NGƯỜI NỘP HỒ SƠ", name: "" };
    signatures::add(&mut end, house, Some(applicant), letter.signer(&notice.actor));
    flow.together(end);
    finish(&letter, flow, notice)
}
