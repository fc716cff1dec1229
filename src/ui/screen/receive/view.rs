//! How the intake form looks: people and procedure, papers and promise, the slip.

mod applicant;
mod papers;
mod procedure;
mod promise;
mod terms;

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Element, Length, Padding};

use super::form::Form;
use super::input::Input;
use super::{Context, Message, Receive};
use crate::ui::text;
use crate::ui::theme::{Kind, Tone, body, faint, pad, size, space, strong, words};
use crate::ui::widget::parts::{Field, act, notice, place, pressable, scrolled, small_icon};
use crate::ui::{font, icon, theme};

/// The narrowest room in which the slip stands beside the form.
const WITH_SLIP: f32 = 980.0;
/// The narrowest room for two columns.
const TWO_COLUMNS: f32 = 640.0;
/// The lowest room in which papers scroll by themselves above promise and main act.
const HIGH: f32 = 500.0;
/// The width of the slip beside the form.
const SLIP: f32 = 286.0;

/// The fields that are shown, in reading order.
pub(super) fn shown(form: &Form) -> Vec<Input> {
    let intake = &form.content.intake;
    let organisation = intake.applicant.organisation;
    let principal = intake.principal.as_ref();
    let unclear = form.procedure.as_ref().is_some_and(|procedure| procedure.limits.is_empty());
    Input::ALL
        .into_iter()
        .filter(|input| match input {
            Input::Identity | Input::Birth => !organisation,
            Input::TaxCode => organisation,
            Input::Phone | Input::Name | Input::Address => true,
            Input::Sex | Input::Passport => form.more && !organisation,
            Input::Email | Input::Subject | Input::Sets | Input::Note => form.more,
            Input::PrincipalIdentity => principal.is_some_and(|party| !party.organisation),
            Input::PrincipalTaxCode => principal.is_some_and(|party| party.organisation),
            Input::PrincipalName
            | Input::PrincipalPhone
            | Input::PrincipalAddress
            | Input::PrincipalEmail
            | Input::Authorisation => principal.is_some(),
            Input::Limit => unclear,
            Input::AgreedAt => form.is_by_agreement(),
            Input::ClockFrom | Input::SecondLimit => form.terms_shown(),
        })
        .collect()
}

impl Receive {
    pub(crate) fn view(&self, context: &Context<'_>) -> Element<'_, Message> {
        let form = self.form();
        let people = column![applicant::view(form), procedure::view(form, self.catalogue())]
            .spacing(space::LARGE);
        // The promise and the main act are always in sight: a long list of papers scrolls by itself.
        let dossier = |fills: bool| {
            let acts = fills.then(|| self.acts());
            column![papers::view(form, fills), promise::view(form, self.rules.is_some())]
                .push(acts)
                .spacing(space::LARGE)
        };
        let width = context.room.width;
        let beside = |share| -> Element<'_, Message> {
            if context.room.height >= HIGH {
                dossier(true).width(Length::FillPortion(share)).height(Length::Fill).into()
            } else {
                let dossier = scrolled("receive-dossier", dossier(false)).height(Length::Fill);
                column![dossier, self.acts()]
                    .spacing(space::MEDIUM)
                    .width(Length::FillPortion(share))
                    .height(Length::Fill)
                    .into()
            }
        };
        let content: Element<'_, Message> = if width >= TWO_COLUMNS {
            let with_slip = width >= WITH_SLIP;
            let (left, right) = if with_slip { (37, 43) } else { (1, 1) };
            let people = scrolled("receive-people", people)
                .width(Length::FillPortion(left))
                .height(Length::Fill);
            let slip = with_slip.then(|| self.slip(SLIP));
            row![people, beside(right)].push(slip).spacing(space::LARGE).into()
        } else {
            scrolled("receive-people", people.push(dossier(false)).push(self.acts()))
                .height(Length::Fill)
                .into()
        };
        // What comes and goes above the form keeps its place in the column: fields that moved up
        // would lose the keyboard.
        column![above(self.tabs()), above(self.done()), content].into()
    }

    /// The forms that are open, when there is more than one.
    fn tabs(&self) -> Option<Element<'_, Message>> {
        if self.forms.len() < 2 {
            return None;
        }
        let tabs = self.forms.iter().enumerate().map(|(index, form)| {
            let name = form.name().map_or(text::NEW_FORM, |name| name);
            let kind = Kind::Choice { chosen: index == self.current };
            let tab = words(text::shortened(name, 24), size::LABEL, font::MEDIUM);
            let close = small_icon(&icon::CLOSE);
            row![
                pressable(kind, tab, Some(Message::Show(index))).padding(pad::TAB),
                pressable(Kind::Quiet, close, Some(Message::Close(index))).padding(pad::LINK),
            ]
            .align_y(Alignment::Center)
            .into()
        });
        let tabs = row(tabs).spacing(space::TINY).align_y(Alignment::Center);
        Some(tabs.push(faint(text::NEW_FORM_KEY)).wrap().into())
    }

    /// What was done for the last citizen, while the next form is still blank.
    fn done(&self) -> Option<Element<'_, Message>> {
        let receipt = self.last.as_ref().filter(|_| self.form().is_blank())?;
        let due = text::due_told(receipt.due.at);
        let said = row![
            strong(text::received_from(&receipt.code, &receipt.name)),
            body(due),
            Space::new().width(Length::Fill),
            act(Kind::Other, text::OPEN_DOSSIER, "", Some(Message::OpenLast)),
            act(Kind::Other, text::SAME_PERSON, "Ctrl M", Some(Message::SamePerson)),
        ]
        .spacing(space::MEDIUM)
        .align_y(Alignment::Center);
        let mut lines = column![said].spacing(space::TINY);
        for warning in &receipt.warnings {
            lines = lines.push(faint(text::doubt(warning)));
        }
        Some(notice(Tone::Good, lines))
    }

    /// The slip as it will be printed.
    fn slip(&self, width: f32) -> Element<'_, Message> {
        let pages = text::preview(self.paper.pages(), self.rules.as_ref());
        let head = row![
            words(text::PREVIEW, size::LABEL, font::SEMIBOLD),
            Space::new().width(Length::Fill),
            faint(pages),
        ];
        let slip = scrolled("receive-slip", self.paper.view(width - 10.0)).height(Length::Fill);
        column![head, slip].spacing(space::SMALL).width(width).into()
    }

    /// The main act and its neighbours.
    fn acts(&self) -> Element<'_, Message> {
        let form = self.form();
        let ready = self.rules.is_some() && !form.receiving;
        let label = match (form.receiving, &form.content.corrects) {
            (true, _) => text::RECEIVING,
            (false, None) => text::RECEIVE,
            (false, Some(_)) => text::CORRECT_AND_PRINT,
        };
        let main = row![
            act(Kind::Main, label, "Ctrl Enter", ready.then_some(Message::Receive)),
            act(Kind::Other, text::NEW_FORM, "Ctrl N", Some(Message::New)),
        ];
        column![main.spacing(space::MEDIUM)].push(self.guide_acts()).spacing(space::SMALL).into()
    }
}

/// A part that stands above the form for a while.
fn above(part: Option<Element<'_, Message>>) -> Element<'_, Message> {
    let below = Padding::default().bottom(space::MEDIUM);
    place(part.map(|part| container(part).padding(below)))
}

/// A field of the form, with what is wrong with it.
fn field(form: &Form, input: Input) -> Element<'_, Message> {
    Field::new(input.label(), input.of(&form.content.intake), input.id(), move |value| {
        Message::Typed(input, value)
    })
    .placeholder(text::placeholder(input.field()))
    .wrong(form.wrong.get(&input.field()).map(String::as_str))
    .on_submit(Message::Next(input))
    .view()
}

/// A soft box inside a card.
fn inset<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(content)
        .padding(pad::INSET)
        .width(Length::Fill)
        .style(theme::notice(Tone::Accent))
        .into()
}
