//! Form 02, *Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ*: everything that is missing, asked for at once.
//!
//! Fields, their order and their wording follow Circular 03/2025/TT-VPCP, annex I, form 02. Added are
//! the dossier's code with its symbols, where there is a dossier already.

use super::fields::{contact, field};
use super::flow::Flow;
use super::house_style::HouseStyle;
use super::mark::SlipMark;
use super::notice::{asked, begin, finish, letter, reason};
use super::paragraph::{bold, regular};
use super::sheet::Sheet;
use super::signatures;
use super::style;
use super::words::{DOTS, full_desk_name, or_dots};
use crate::domain::form_style::FormStyle;
use crate::domain::notice::{Addressee, Notice};
use crate::domain::office::Office;

/// The title of the form.
pub const TITLE: &str = "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ";

/// How it is printed unless the office decides otherwise.
#[must_use]
pub fn usual(office: &Office) -> FormStyle {
    let number = style::number_line("PBS", office);
    style::plain(TITLE, number, "NGƯỜI HƯỚNG DẪN", office.slip.paper)
}

/// Makes the slip that asks `addressee` for what `notice` lists. It is signed by whoever guided.
#[must_use]
pub fn supplement(
    notice: &Notice,
    addressee: &Addressee,
    office: &Office,
    form: &FormStyle,
    mark: &SlipMark,
) -> Sheet {
    let letter = letter(notice, office, form, mark);
    let house = &letter.house;
    let mut flow = begin(&letter, notice);
    field(&mut flow, house, "Hồ sơ của", bold(or_dots(&addressee.name)));
    field(&mut flow, house, "Nội dung yêu cầu giải quyết", bold(asked(addressee)));
    field(&mut flow, house, "Địa chỉ", regular(or_dots(&addressee.address)));
    flow.paragraph(&contact(&addressee.phone, &addressee.email), &house.text());
    add_items(&mut flow, &notice.content.items, house);
    reason(&mut flow, "Lý do:", &notice.content.reason, &house.text());

    let mut end = letter.flow();
    end.paragraph(&[regular(help(office))], &house.text());
    end.space(house.gap * 3.0);
    signatures::add(&mut end, house, None, letter.signer(&notice.actor));
    flow.together(end);
    finish(&letter, flow, notice)
}

/// What is asked for, one numbered paragraph each; four numbers to be filled in without any.
fn add_items(flow: &mut Flow, items: &[String], house: &HouseStyle) {
    let lead = "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:";
    flow.paragraph(&[regular(lead)], &house.text().kept());
    let open = [DOTS; 4].map(str::to_owned);
    let items = if items.is_empty() { open.as_slice() } else { items };
    for (number, item) in (1..).zip(items) {
        flow.paragraph(&[regular(format!("{number}. {}", or_dots(item.trim())))], &house.text());
    }
}

/// Whom to ask.
pub(super) fn help(office: &Office) -> String {
    format!(
        "Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với {} số điện thoại {} \
         để được hướng dẫn./.",
        full_desk_name(office),
        or_dots(office.phone.trim())
    )
}
