//! Two states of an intake form, told side by side.

use super::{channel, input, paper_line, return_by};
use crate::domain::intake::{Intake, Party};
use crate::domain::invalid::Field;

/// The fields that differ: label, before, after. With each form comes its procedure's name.
pub(crate) fn differences(
    before: &(Intake, String),
    after: &(Intake, String),
) -> Vec<(&'static str, String, String)> {
    let (one, other) = (told(before), told(after));
    one.into_iter()
        .zip(other)
        .filter(|((_, before), (_, after))| before != after)
        .map(|((label, before), (_, after))| (label, before, after))
        .collect()
}

/// Every field with its label, in the order of the form.
fn told((intake, procedure): &(Intake, String)) -> Vec<(&'static str, String)> {
    let papers: Vec<String> =
        (1..).zip(&intake.papers).map(|(number, paper)| paper_line(number, paper)).collect();
    let mut told = vec![("Thủ tục", procedure.clone())];
    told.extend(party(&intake.applicant));
    let nobody = Party::default();
    let principal = party(intake.principal.as_ref().unwrap_or(&nobody));
    told.extend(principal.into_iter().zip(PRINCIPAL).map(|((_, value), label)| (label, value)));
    told.extend([
        (input(Field::Authorisation), intake.authorisation.trim().to_owned()),
        ("Thành phần hồ sơ", papers.join("; ")),
        (input(Field::Sets), sets(&intake.sets)),
        (input(Field::Subject), intake.subject.trim().to_owned()),
        ("Trường hợp thời hạn", intake.branch.clone()),
        (input(Field::Limit), intake.limit.trim().to_owned()),
        (input(Field::AgreedAt), intake.agreed.trim().to_owned()),
        (input(Field::ClockFrom), intake.clock_from.trim().to_owned()),
        ("Vì sao tính từ lúc đó", super::clock_reason(intake.clock_reason).to_owned()),
        (input(Field::SecondLimit), intake.second_limit.trim().to_owned()),
        (super::CHANNEL, channel(intake.channel).to_owned()),
        (super::RETURN_BY, return_by(intake.return_by).to_owned()),
        (super::NOTE, intake.note.trim().to_owned()),
    ]);
    told
}

/// An empty number of sets is one.
fn sets(text: &str) -> String {
    match text.trim() {
        "" => "1".to_owned(),
        text => text.to_owned(),
    }
}

const PRINCIPAL: [&str; 9] = [
    "Người ủy quyền",
    "Số định danh người ủy quyền",
    "Hộ chiếu người ủy quyền",
    "Mã số thuế người ủy quyền",
    "Ngày sinh người ủy quyền",
    "Giới tính người ủy quyền",
    "Địa chỉ người ủy quyền",
    "Điện thoại người ủy quyền",
    "Email người ủy quyền",
];

fn party(party: &Party) -> Vec<(&'static str, String)> {
    let fields = [
        (Field::Name, &party.name),
        (Field::IdentityNumber, &party.identity),
        (Field::Passport, &party.passport),
        (Field::TaxCode, &party.tax_code),
        (Field::BirthDate, &party.birth),
        (Field::Sex, &party.sex),
        (Field::Address, &party.address),
        (Field::Phone, &party.phone),
        (Field::Email, &party.email),
    ];
    fields.into_iter().map(|(field, value)| (input(field), value.trim().to_owned())).collect()
}
