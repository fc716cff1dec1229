//! How the dialog of a deed looks.

use iced::widget::{button, column, container, row, text};
use iced::{Alignment, Element, Length};

use super::form::{Form, Input, Message, Offer};
use crate::domain::invalid::Field as Place;
use crate::ui::screen::demand::to_tick;
use crate::ui::text as said;
use crate::ui::theme::{self, Kind, Tone, body, faint, pad, space};
use crate::ui::widget::parts::{Field, act, card, notice, place, scrolled};

/// The width of a dialog with one field, and of one that asks for papers.
const WIDTH: f32 = 560.0;
const WIDE: f32 = 680.0;
/// What a dialog needs besides its fields and its texts: what lies around it, its title, its acts.
const AROUND: f32 = 236.0;
/// The least that is seen of the fields at once.
const LEAST: f32 = 110.0;
/// About how high a line of text is, how wide a letter, and what stands around a text.
const LINE: f32 = 18.0;
const LETTER: f32 = 6.6;
const MARGIN: f32 = 10.0;

/// How much of the fields is seen at once in a dialog of `width` that holds these texts as well, in a
/// window of `height`: the acts below them stay in sight.
pub(crate) fn fields_height(height: f32, width: f32, texts: &[&str]) -> f32 {
    let high = |text: &&str| {
        #[expect(clippy::cast_precision_loss, reason = "a sentence has a few hundred letters")]
        let letters = text.chars().count() as f32;
        (letters * LETTER / (width - 60.0)).ceil() * LINE + MARGIN
    };
    (height - AROUND - texts.iter().map(high).sum::<f32>()).max(LEAST)
}

/// Sentences that belong to no field, above the acts.
pub(crate) fn told_besides<'a, M: 'a>(told: Vec<&'a str>) -> Option<Element<'a, M>> {
    if told.is_empty() {
        return None;
    }
    let lines = told.into_iter().map(|line| body(line).wrapping(text::Wrapping::Word).into());
    Some(notice(Tone::Bad, column(lines).spacing(space::TINY)))
}

impl Form {
    /// The dialog for the dossier with this code, in a window of `height`.
    pub(super) fn view<'a>(
        &'a self,
        code: &'a str,
        busy: bool,
        height: f32,
    ) -> Element<'a, Message> {
        let deed = self.deed;
        let width = if self.demand.is_some() { WIDE } else { WIDTH };
        let mut content = column![body(self.explained.as_str()).wrapping(text::Wrapping::Word)]
            .spacing(space::MEDIUM);
        let warning = self.warning.as_ref().map(|warning| {
            notice(Tone::Warn, body(warning.as_str()).wrapping(text::Wrapping::Word))
        });
        content = content.push(place(warning));
        if let Some(too_late) = &self.too_late {
            let told = notice(Tone::Bad, body(too_late.as_str()).wrapping(text::Wrapping::Word));
            let content = content.push(told).push(faint(said::ESC_CLOSES));
            return card(said::deed_title(deed), faint(code), content).width(width).into();
        }
        let shown = self.places();
        let besides = self.refusal.elsewhere(&shown);
        if let Some(fields) = self.fields(busy) {
            let mut texts = vec![self.explained.as_str()];
            // What stands in a box is higher by the box.
            let boxed = self.warning.as_deref().into_iter().chain(besides.iter().copied());
            texts.extend(boxed.flat_map(|text| [text, "."]));
            let most = fields_height(height, width, &texts);
            content = content.push(container(scrolled("deed-fields", fields)).max_height(most));
        }
        content = content.push(told_besides(besides));
        let key = if self.is_short() { "Enter" } else { "Ctrl Enter" };
        let does = (!busy).then_some(Message::Do);
        let acts = row![act(Kind::Main, said::deed_title(deed), key, does), faint("Esc")]
            .spacing(space::MEDIUM)
            .align_y(Alignment::Center);
        card(said::deed_title(deed), faint(code), content.push(acts)).width(width).into()
    }

    /// The places of the fields that are shown.
    fn places(&self) -> Vec<Place> {
        match &self.demand {
            Some(_) => vec![Place::Demand, Place::Reason],
            None => self.fields.iter().map(|(input, _)| input.place(self.deed)).collect(),
        }
    }

    fn fields(&self, busy: bool) -> Option<Element<'_, Message>> {
        let nothing = Message::Offered(0);
        if let Some(demand) = &self.demand {
            let does = if busy { nothing } else { Message::Do };
            return Some(demand.view(&self.refusal, Message::Demand, does));
        }
        if self.fields.is_empty() && self.came.is_empty() {
            return None;
        }
        let mut parts = column![].push(self.came()).spacing(space::MEDIUM);
        let mut told = Vec::new();
        for (input, value) in &self.fields {
            let place = input.place(self.deed);
            // Two fields of one place say it once.
            let wrong = self.refusal.at(place).filter(|_| !told.contains(&place));
            told.push(place);
            let field =
                Field::new(said::deed_input(*input, self.deed), value, input.id(), move |typed| {
                    Message::Typed(*input, typed)
                });
            let field = field
                .placeholder(said::deed_example(*input))
                .wrong(wrong)
                .marked(self.refusal.names(place))
                .on_submit(Message::Next(*input));
            parts = parts.push(field.view());
        }
        Some(parts.push(self.offered()).into())
    }

    /// What had been asked for, to be ticked where it is one of the papers.
    fn came(&self) -> Option<Element<'_, Message>> {
        let rows = self.came.iter().enumerate();
        let rows = rows.map(|(at, (item, paper))| {
            to_tick(format!("deed-came-{at}"), item, *paper, Message::Came(at))
        });
        let list = column![faint(said::PAPERS_THAT_CAME), column(rows)].spacing(space::TINY);
        (!self.came.is_empty()).then(|| list.into())
    }

    /// Who is known, to be taken over by arrows or a click.
    fn offered(&self) -> Option<Element<'_, Message>> {
        let offers = self.offers();
        if offers.is_empty() {
            return None;
        }
        let rows = offers.into_iter().enumerate().map(|(at, offer)| {
            let name = match offer {
                Offer::Hands(hands) => hands.told(),
                Offer::Signer(name) => name.clone(),
            };
            let kind = Kind::Row { selected: self.taken == Some(at) };
            button(body(name).wrapping(text::Wrapping::Word))
                .width(Length::Fill)
                .padding(pad::CELL)
                .style(theme::button(kind))
                .on_press(Message::Take(at))
                .into()
        });
        let list = column![faint(said::OFFERED)].extend(rows);
        Some(list.into())
    }
}

impl Input {
    /// Whether arrows take over somebody who is offered for it.
    pub(super) fn is_somebody(self) -> bool {
        matches!(self, Self::Unit | Self::Officer | Self::Signer)
    }
}
