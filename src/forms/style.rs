//! How each form is printed until the office decides otherwise: the wording of Circular
//! 03/2025/TT-VPCP, annex I.

use super::{
    apology, appointment_slip, control_sheet, due_explanation, handover_list, post_record, poster,
    refusal, register_book, return_receipt, stop, supplement,
};
use crate::domain::form_style::{FormKind, FormStyle};
use crate::domain::office::{Office, PaperSize};

/// The usual style of a form in `office`.
#[must_use]
pub fn usual(kind: FormKind, office: &Office) -> FormStyle {
    match kind {
        FormKind::AppointmentSlip => appointment_slip::usual(office),
        FormKind::Supplement => supplement::usual(office),
        FormKind::Refusal => refusal::usual(office),
        FormKind::Apology => apology::usual(office),
        FormKind::Stop => stop::usual(office),
        FormKind::ControlSheet => control_sheet::usual(office),
        FormKind::Register => register_book::usual(office),
        FormKind::HandoverList => handover_list::usual(office),
        FormKind::PostRecord => post_record::usual(office),
        FormKind::ReturnReceipt => return_receipt::usual(office),
        FormKind::DueExplanation => due_explanation::usual(office),
        FormKind::Poster => poster::usual(office),
    }
}

/// A style with this title, number line and signer: one plain copy on `paper`, all else as the office
/// writes it everywhere.
pub(super) fn plain(title: &str, number: String, signer: &str, paper: PaperSize) -> FormStyle {
    FormStyle {
        title: title.to_owned(),
        number,
        heading: Vec::new(),
        signer: signer.to_owned(),
        signer_name: String::new(),
        copies: Vec::new(),
        paper,
        footer: String::new(),
    }
}

/// `Số: {số}/PBS-TTPVHCC`: the number line with the form's own letters before those of the desk, as
/// the circular builds those of forms 02, 03, 06 and 07.
pub(super) fn number_line(letters: &str, office: &Office) -> String {
    let parts = [letters, office.slip.number_suffix.trim()];
    let given: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    match given.join("-").as_str() {
        "" => "Số: {số}".to_owned(),
        letters => format!("Số: {{số}}/{letters}"),
    }
}
