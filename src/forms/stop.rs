//! Form 05, *Thông báo dừng giải quyết hồ sơ*: that the agency stops handling a dossier, and why.
//!
//! Circular 03/2025/TT-VPCP names the form in annex I and says in article 7 when it is issued; no
//! prescribed layout of it is known. It is set as an ordinary administrative notice with what the
//! other forms say of a dossier.

use super::apology::{HEAD, add_received, paragraph};
use super::mark::SlipMark;
use super::notice::{agency, begin, finish, letter, reason};
use super::paragraph::{bold, regular};
use super::sheet::Sheet;
use super::signatures;
use super::style;
use super::words::{capitalised, full_desk_name, moment, or_dots};
use crate::domain::form_style::FormStyle;
use crate::domain::notice::{Addressee, Notice};
use crate::domain::office::Office;
use crate::domain::time::OfficeTime;

/// The title of the form.
pub const TITLE: &str = "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ";

/// How it is printed unless the office decides otherwise; *TB* stands for *thông báo*.
#[must_use]
pub fn usual(office: &Office) -> FormStyle {
    style::plain(TITLE, style::number_line("TB", office), HEAD, office.slip.paper)
}

/// Makes the notice that tells `addressee`, whose dossier was received at `received_at`, that it is
/// handled no further since the notice was decided.
#[must_use]
pub fn stop(
    notice: &Notice,
    addressee: &Addressee,
    received_at: OfficeTime,
    office: &Office,
    form: &FormStyle,
    mark: &SlipMark,
) -> Sheet {
    let letter = letter(notice, office, form, mark);
    let house = &letter.house;
    let text = paragraph(house);
    let agency = agency(office);
    let mut flow = begin(&letter, notice);
    add_received(&mut flow, notice, addressee, (&agency, received_at), &text);
    let stops = [
        regular(format!("{} thông báo ", capitalised(&agency))),
        bold("dừng giải quyết"),
        regular(" hồ sơ nêu trên kể từ "),
        bold(moment(notice.at)),
        regular("."),
    ];
    flow.paragraph(&stops, &text);
    reason(&mut flow, "Lý do:", &notice.content.reason, &text);
    let back = format!(
        "Đề nghị Ông (Bà)/Tổ chức mang theo Giấy tiếp nhận hồ sơ và hẹn trả kết quả đến {} để nhận \
         lại giấy tờ đã nộp.",
        full_desk_name(office)
    );
    flow.paragraph(&[regular(back)], &text);

    let mut end = letter.flow();
    let help = format!(
        "Nếu có vướng mắc, Ông (Bà)/Tổ chức liên hệ với {}, số điện thoại {}, để được hướng dẫn./.",
        full_desk_name(office),
        or_dots(office.phone.trim())
    );
    end.paragraph(&[regular(help)], &text);
    end.space(house.gap * 3.0);
    signatures::add_sealed(&mut end, house, letter.signer(""));
    flow.together(end);
    finish(&letter, flow, notice)
}
