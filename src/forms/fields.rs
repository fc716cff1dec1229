//! Lines and blocks that several forms share: the code with its symbols, fields, identities.

use super::flow::{Align, Flow};
use super::house_style::HouseStyle;
use super::paragraph::{Run, bold, regular};
use super::symbol::{code128, qr};
use super::words::or_dots;
use crate::domain::applicant::{Applicant, ApplicantKind};
use crate::domain::identity::Identity;

/// *Mã hồ sơ* with the two symbols: the bar code below the code and the QR code beside both. A code
/// too long for the space beside the QR code gets the whole width for its bar code, and none when
/// it is too long even for that; the QR code always stays.
pub(super) fn add_code(flow: &mut Flow, code: &str, style: &HouseStyle) {
    let field = [regular("Mã hồ sơ: "), bold(code)];
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
