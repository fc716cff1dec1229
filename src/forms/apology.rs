//! Form 04, *Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết*: the agency apologises and names
//! another day.
//!
//! The sentences are those of Circular 03/2025/TT-VPCP, annex I, form 04. It is signed by the head of
//! the agency and goes out at least a day before the promised one (Decree 61/2018/NĐ-CP art. 19.9).

use super::flow::{Flow, Style};
use super::mark::SlipMark;
use super::notice::{agency, asked, begin, finish, letter, reason};
use super::paragraph::{Run, bold, regular};
use super::sheet::Sheet;
use super::signatures;
use super::style;
use super::words::{DOTS, capitalised, hour, long_date, moment, or_dots};
use crate::domain::form_style::FormStyle;
use crate::domain::notice::{Addressee, Notice};
use crate::domain::office::Office;
use crate::domain::time::OfficeTime;

/// The title of the form.
pub const TITLE: &str = "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT";

/// As what the head of an agency signs, as the circular writes it.
pub(super) const HEAD: &str = "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ";

/// How it is printed unless the office decides otherwise; the circular gives its number no letters of
/// the desk.
#[must_use]
pub fn usual(office: &Office) -> FormStyle {
    style::plain(TITLE, "Số: {số}/PXL".to_owned(), HEAD, office.slip.paper)
}

/// Makes the letter that apologises to `addressee`, whose dossier was received at `received_at`.
#[must_use]
pub fn apology(
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
    let content = &notice.content;
    let mut flow = begin(&letter, notice);
    add_received(&mut flow, notice, addressee, (&agency, received_at), &text);
    let promised = content.promised.map_or_else(
        || format!("{DOTS} giờ {DOTS}, ngày {DOTS} tháng {DOTS} năm {DOTS}"),
        |at| format!("{}, {}", hour(at.time()), long_date(at.date())),
    );
    let say = |flow: &mut Flow, runs: &[Run]| flow.paragraph(runs, &text);
    let lead = regular("Thời gian hẹn trả kết quả giải quyết hồ sơ: ");
    say(&mut flow, &[lead, regular(promised), regular(".")]);
    let late = format!(
        "Tuy nhiên đến nay, {agency} chưa trả kết quả giải quyết hồ sơ của Ông (Bà)/Tổ chức đúng \
         thời hạn quy định ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả."
    );
    say(&mut flow, &[regular(late)]);
    reason(&mut flow, "Lý do:", &content.reason, &text);
    let sorry = format!(
        "{} xin trân trọng gửi lời xin lỗi đến Ông (Bà)/Tổ chức vì sự chậm trễ trong quá trình giải \
         quyết hồ sơ có thể gây phiền hà, tốn kém về chi phí, công sức của Ông (Bà)/Tổ chức.",
        capitalised(&agency)
    );
    say(&mut flow, &[regular(sorry)]);
    let until =
        content.put_off_to.map_or_else(|| format!("ngày {DOTS} tháng {DOTS} năm {DOTS}"), moment);
    let promise = format!(
        "{} sẽ trả kết quả giải quyết hồ sơ cho Ông (Bà)/Tổ chức vào ",
        capitalised(&agency)
    );
    say(&mut flow, &[regular(promise), bold(until), regular(".")]);

    let mut end = letter.flow();
    end.paragraph(&[regular("Mong nhận được sự thông cảm của Ông (Bà)/Tổ chức./.")], &text);
    end.space(house.gap * 3.0);
    signatures::add_sealed(&mut end, house, letter.signer(""));
    flow.together(end);
    finish(&letter, flow, notice)
}

/// A paragraph of a letter.
pub(super) fn paragraph(house: &super::house_style::HouseStyle) -> Style {
    house.text().after(house.gap * 2.0).indented(house.body * 0.85)
}

/// Whom it is for, and which dossier was received when.
pub(super) fn add_received(
    flow: &mut Flow,
    notice: &Notice,
    addressee: &Addressee,
    (agency, received_at): (&str, OfficeTime),
    text: &Style,
) {
    let name = [regular("Kính gửi: Ông (Bà)/Tổ chức "), bold(or_dots(&addressee.name))];
    flow.paragraph(&name, &Style { after: text.after * 2.0, ..text.centred() });
    let date = capitalised(&long_date(received_at.date()));
    let procedure = match addressee.procedure.trim() {
        "" => asked(addressee),
        name => name,
    };
    let runs = [
        regular(format!(
            "{date}, {agency} tiếp nhận giải quyết hồ sơ đề nghị giải quyết thủ tục hành chính "
        )),
        bold(procedure),
        regular(format!(
            " của Ông/Bà/Tổ chức; số định danh: {}; mã số hồ sơ: {}.",
            or_dots(&addressee.identity),
            or_dots(notice.code.as_deref().unwrap_or_default())
        )),
    ];
    flow.paragraph(&runs, text);
}
