//! What forms 02 to 05 share: a number of their own, whom they are for, what was asked for.

use super::fields::add_code;
use super::flow::Flow;
use super::letter::Letter;
use super::mark::SlipMark;
use super::paragraph::regular;
use super::running::Head;
use super::sheet::Sheet;
use super::words::{DOTS, full_desk_name, or_dots};
use super::{apology, refusal, stop, supplement};
use crate::domain::form_style::{FormKind, FormStyle};
use crate::domain::notice::{Addressee, Notice, NoticeKind};
use crate::domain::office::Office;
use crate::domain::time::OfficeTime;

/// The form that a kind of notice is printed on.
#[must_use]
pub fn form_of(kind: NoticeKind) -> FormKind {
    match kind {
        NoticeKind::Supplement => FormKind::Supplement,
        NoticeKind::Refusal => FormKind::Refusal,
        NoticeKind::Apology => FormKind::Apology,
        NoticeKind::Stop => FormKind::Stop,
    }
}

/// Makes the paper of `notice`, whatever its kind, for a dossier that was received at `received_at`;
/// without one, for somebody who was guided or refused before.
#[must_use]
pub fn notice_sheet(
    notice: &Notice,
    addressee: &Addressee,
    received_at: Option<OfficeTime>,
    office: &Office,
    form: &FormStyle,
    mark: &SlipMark,
) -> Sheet {
    let received_at = received_at.unwrap_or(notice.at);
    match notice.kind {
        NoticeKind::Supplement => supplement::supplement(notice, addressee, office, form, mark),
        NoticeKind::Refusal => refusal::refusal(notice, addressee, office, form, mark),
        NoticeKind::Apology => apology::apology(notice, addressee, received_at, office, form, mark),
        NoticeKind::Stop => stop::stop(notice, addressee, received_at, office, form, mark),
    }
}

/// A notice being set, marked as undone where its act was.
pub(super) fn letter<'a>(
    notice: &Notice,
    office: &'a Office,
    form: &'a FormStyle,
    mark: &SlipMark,
) -> Letter<'a> {
    Letter::new(office, form, mark).void(notice.undone)
}

/// Heading and title, and the code with its symbols where there is a dossier.
pub(super) fn begin(letter: &Letter<'_>, notice: &Notice) -> Flow {
    let mut flow = letter.begin(notice.number, notice.at.date());
    if let Some(code) = &notice.code {
        add_code(&mut flow, code, &letter.house);
    }
    flow
}

/// The finished notice; without a dossier its pages are told by its number.
pub(super) fn finish(letter: &Letter<'_>, flow: Flow, notice: &Notice) -> Sheet {
    let number = letter.number(notice.number);
    match &notice.code {
        Some(code) => letter.finish(flow, Head::Code(code), code),
        None => letter.finish(flow, Head::Paper(&number), &number),
    }
}

/// What is asked for: the subject, or the procedure where it says no more.
pub(super) fn asked(addressee: &Addressee) -> &str {
    let given = [&addressee.subject, &addressee.procedure];
    given.into_iter().map(|text| text.trim()).find(|text| !text.is_empty()).unwrap_or(DOTS)
}

/// The agency that answers for a decision, as it stands in a sentence.
pub(super) fn agency(office: &Office) -> String {
    match office.agency_name.trim() {
        "" => full_desk_name(office),
        name => name.to_owned(),
    }
}

/// What is explained in so many paragraphs, each of them a line of `text`; dots without any.
pub(super) fn reason(flow: &mut Flow, label: &str, text: &str, style: &super::flow::Style) {
    let line = format!("{label} {}", or_dots(text.trim()));
    flow.paragraph(&[regular(line)], style);
}
