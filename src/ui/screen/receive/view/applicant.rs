//! Who hands the dossier in, and for whom.

use iced::widget::{column, row, text};
use iced::{Alignment, Element, Length};

use super::field;
use crate::ui::screen::receive::Message;
use crate::ui::screen::receive::form::Form;
use crate::ui::screen::receive::input::Input;
use crate::ui::text as said;
use crate::ui::theme::{self, Kind, Tone, faint, pad, size, space, words};
use crate::ui::widget::parts::{card, check, fill, pressable, toned_icon};
use crate::ui::{font, icon};

pub(super) fn view(form: &Form) -> Element<'_, Message> {
    let intake = &form.content.intake;
    let organisation = intake.applicant.organisation;
    let number = if organisation { Input::TaxCode } else { Input::Identity };
    let mut fields = column![pair(form, (number, 5), (Input::Phone, 4))].spacing(space::MEDIUM);
    fields = if organisation {
        fields.push(field(form, Input::Name))
    } else {
        fields.push(pair(form, (Input::Name, 3), (Input::Birth, 2)))
    };
    fields = fields.push(field(form, Input::Address));
    // Keeps its place while it is empty, so that the fields below keep the keyboard.
    fields = fields.push(recognised(form));
    let switches = row![
        check("receive-authority", said::AUTHORITY, intake.principal.is_some(), Message::Authority),
        check("receive-organisation", said::ORGANISATION, organisation, Message::Organisation),
        check("receive-more", said::MORE, form.more, Message::More),
    ]
    .spacing(space::SMALL);
    fields = fields.push(switches.wrap());
    if form.more {
        fields = fields.push(more(form, organisation));
    }
    if let Some(party) = &intake.principal {
        fields = fields.push(principal(form, party.organisation));
    }
    card(said::APPLICANT, faint(said::SCAN_ANYTIME), fields).into()
}

/// Two fields side by side, with their shares of the width.
fn pair<'a>(form: &'a Form, one: (Input, u16), other: (Input, u16)) -> Element<'a, Message> {
    let of = |(input, share): (Input, u16)| {
        iced::widget::container(field(form, input)).width(Length::FillPortion(share))
    };
    row![of(one), of(other)].spacing(space::MEDIUM).into()
}

/// Where the applicant comes from: a card, an earlier dossier.
fn recognised(form: &Form) -> Option<Element<'_, Message>> {
    if !form.from_card && form.known.is_none() {
        return None;
    }
    let mut line = row![].spacing(space::SMALL).align_y(Alignment::Center);
    if form.from_card {
        let read = words(said::FROM_CARD, size::LABEL, font::MEDIUM);
        line = line.push(toned_icon(&icon::CHECK, Tone::Good));
        line = line.push(read.style(theme::toned(Tone::Good)));
    }
    let Some(known) = &form.known else { return Some(line.into()) };
    let take = row![
        words(said::TAKE_KNOWN, size::LABEL, font::SEMIBOLD),
        words("Ctrl L", size::SMALL, font::REGULAR)
    ]
    .spacing(space::SMALL)
    .align_y(Alignment::Center);
    let take = pressable(Kind::Quiet, take, Some(Message::TakeKnown)).padding(pad::LINK);
    let times = faint(said::known(known.dossiers, known.last.first()));
    line = line.push(fill()).push(take);
    Some(column![line, times.wrapping(text::Wrapping::Word)].spacing(2).into())
}

/// The rarer fields.
fn more(form: &Form, organisation: bool) -> Element<'_, Message> {
    let mut fields = column![].spacing(space::MEDIUM);
    if !organisation {
        fields = fields.push(pair(form, (Input::Sex, 2), (Input::Passport, 3)));
    }
    fields
        .push(field(form, Input::Email))
        .push(pair(form, (Input::Subject, 4), (Input::Sets, 1)))
        .push(field(form, Input::Note))
        .into()
}

/// Who gave the authority (form 01, field 6).
fn principal(form: &Form, organisation: bool) -> Element<'_, Message> {
    let number = if organisation { Input::PrincipalTaxCode } else { Input::PrincipalIdentity };
    let kind = check(
        "receive-principal-organisation",
        said::PRINCIPAL_ORGANISATION,
        organisation,
        Message::PrincipalOrganisation,
    );
    column![
        row![words(said::PRINCIPAL, size::BODY, font::SEMIBOLD), fill(), kind]
            .align_y(Alignment::Center),
        field(form, Input::PrincipalName),
        pair(form, (number, 5), (Input::PrincipalPhone, 4)),
        field(form, Input::PrincipalAddress),
        pair(form, (Input::PrincipalEmail, 1), (Input::Authorisation, 1)),
    ]
    .spacing(space::MEDIUM)
    .into()
}
