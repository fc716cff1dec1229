//! Lines and blocks that several forms share: the code with its symbols, fields, whose dossier it is.

use super::flow::{Align, Flow};
use super::house_style::HouseStyle;
use super::paragraph::{Run, bold, regular};
use super::symbol::{code128, qr};
use super::words::{full_desk_name, or_dots};
use crate::domain::applicant::{Applicant, ApplicantKind};
use crate::domain::dossier::Dossier;
use crate::domain::identity::Identity;
use crate::domain::office::Office;

/// Width of the gap between the parts of a line that holds two fields.
pub(super) const FIELD_GAP: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0} ";

/// *Mã hồ sơ* with the two symbols: the bar code below the code and the QR code beside both. A code
/// too long for the space beside the QR code gets the whole width for its bar code, and none when
/// it is too long even for that; the QR code always stays.
pub(super) fn add_code(flow: &mut Flow, code: &str, style: &HouseStyle) {
    add_code_as(flow, "Mã hồ sơ", code, style);
}

/// The same, with another label before the code.
pub(super) fn add_code_as(flow: &mut Flow, label: &str, code: &str, style: &HouseStyle) {
    let field = [regular(format!("{label}: ")), bold(code)];
    let Some(qr) = qr(code, style.qr) else {
        return flow.paragraph(&field, &style.text());
    };
    let gap = 2.0;
    let mut left = Flow::new(flow.width() - style.qr - gap);
    left.space(0.5);
    left.paragraph(&field, &style.text().after(1.5));
    let beside = code128(code, left.width(), style.bar_code);
    if beside.is_none()
        && let Some(long) = code128(code, flow.width(), style.bar_code)
    {
        flow.symbol(long, Align::Centre);
    }
    if let Some(bars) = beside {
        left.symbol(bars, Align::Left);
    }
    let mut right = Flow::new(style.qr);
    right.symbol(qr, Align::Right);
    flow.columns(gap, vec![left, right]);
    flow.space(style.gap);
}

/// A line of the form: `Label: value`.
pub(super) fn field(flow: &mut Flow, style: &HouseStyle, label: &str, value: Run) {
    flow.paragraph(&[regular(format!("{label}: ")), value], &style.text());
}

/// The number that tells who this is, with the paper's name when it is no personal identity
/// number.
pub(super) fn identity(party: &Applicant) -> String {
    let number = or_dots(party.identity_number());
    match &party.kind {
        ApplicantKind::Person { identity: Some(Identity::Passport(_)), .. } => {
            format!("{number} (hộ chiếu)")
        }
        ApplicantKind::Person { identity: Some(Identity::Old(_)), .. } => {
            format!("{number} (chứng minh nhân dân)")
        }
        _ => number.to_owned(),
    }
}

/// Telephone and e-mail in one line.
pub(super) fn contact(phone: &str, email: &str) -> [Run; 2] {
    let phone = format!("Số điện thoại: {}{FIELD_GAP}", or_dots(phone));
    [regular(phone), regular(format!("Email:\u{a0}{}", or_dots(email)))]
}

/// The desk, whose dossier it is and which procedure, for papers about one that is known: `label`
/// stands before the applicant's name, the address only where it is given.
pub(super) fn add_dossier(
    flow: &mut Flow,
    label: &str,
    dossier: &Dossier,
    address: Option<&str>,
    office: &Office,
    style: &HouseStyle,
) {
    let applicant = &dossier.applicant;
    flow.paragraph(&[bold(full_desk_name(office))], &style.text());
    field(flow, style, label, bold(or_dots(&applicant.name)));
    field(flow, style, "Số định danh cá nhân/tổ chức", regular(identity(applicant)));
    if let Some(address) = address {
        field(flow, style, "Địa chỉ", regular(or_dots(address)));
    }
    if let Some(principal) = &dossier.principal {
        field(flow, style, "Nộp theo ủy quyền của", regular(or_dots(&principal.party.name)));
    }
    let procedure = format!("{} ({})", dossier.procedure.name, dossier.procedure.code);
    field(flow, style, "Thủ tục hành chính", bold(procedure));
}
