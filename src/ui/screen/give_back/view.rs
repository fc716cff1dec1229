//! How handing over looks: the answers at the left, the one dossier at the right.

use iced::widget::{button, column, container, row, text};
use iced::{Alignment, Element, Length};

use super::{Chosen, FOUND, GIVE, GiveBack, Input, Message, QUERY, Slip};
use crate::domain::invalid::Field as Place;
use crate::domain::status::Status;
use crate::store::Found;
use crate::ui::font;
use crate::ui::screen::Context;
use crate::ui::text as said;
use crate::ui::theme::{self, Kind, Tone, body, faint, pad, size, space, strong, title, words};
use crate::ui::widget::parts::{Field, card, check, choice, hot_act, notice, pill, scrolled};

pub(super) const WHO: &str = "give-back-who";
pub(super) const NAME: &str = "give-back-name";
pub(super) const IDENTITY: &str = "give-back-identity";
pub(super) const PAPER: &str = "give-back-paper";
const NOTE: &str = "give-back-note";

/// The narrowest room for both halves side by side.
const TWO: f32 = 700.0;

/// Where the keyboard finds a field.
pub(super) fn id_of(field: Place) -> &'static str {
    match field {
        Place::CollectorIdentity => IDENTITY,
        Place::CollectorPaper => PAPER,
        Place::Note => NOTE,
        _ => NAME,
    }
}

impl GiveBack {
    pub(crate) fn view(&self, context: &Context<'_>) -> Element<'_, Message> {
        let answers = self.answers();
        let chosen = match &self.chosen {
            Some(chosen) => self.collection(chosen),
            None => self.nobody(),
        };
        if context.room.width >= TWO {
            row![
                container(answers).width(Length::FillPortion(1)).height(Length::Fill),
                container(chosen).width(Length::FillPortion(1)).height(Length::Fill),
            ]
            .spacing(space::LARGE)
            .into()
        } else {
            // What is being done stands first.
            let both = match &self.chosen {
                Some(_) => column![chosen, answers],
                None => column![answers, chosen],
            };
            let both = both.spacing(space::LARGE);
            scrolled("give-back", both).height(Length::Fill).into()
        }
    }

    fn answers(&self) -> Element<'_, Message> {
        let query = Field::new("", &self.query, QUERY, Message::Query)
            .placeholder(said::FIND_RESULT)
            .on_submit(Message::Choose(self.at));
        let rows = self.found.iter().enumerate().map(|(index, found)| {
            let kind = Kind::Row { selected: index == self.at };
            button(answer(found))
                .width(Length::Fill)
                .padding(pad::ROW)
                .style(theme::button(kind))
                .on_press(Message::Choose(index))
                .into()
        });
        let list: Element<'_, Message> = if self.found.is_empty() {
            let hint = if self.query.trim().is_empty() {
                said::NOTHING_READY
            } else {
                said::NOTHING_FOUND
            };
            faint(hint).wrapping(text::Wrapping::Word).into()
        } else {
            scrolled(FOUND, column(rows)).into()
        };
        let content = column![query.view(), list].spacing(space::MEDIUM);
        let right = faint(said::ready(self.ready));
        card(said::RESULTS, right, content).width(Length::Fill).height(Length::Fill).into()
    }

    fn nobody(&self) -> Element<'_, Message> {
        let hint = body(said::GIVE_BACK_HINT).wrapping(text::Wrapping::Word);
        card(said::COLLECTION, faint(""), hint).width(Length::Fill).into()
    }

    fn collection<'a>(&'a self, chosen: &'a Chosen) -> Element<'a, Message> {
        let record = &chosen.record;
        let lawful =
            record.status == Status::Finished || record.status.may_become(Status::Finished);
        let head = column![
            faint(said::code_and_procedure(record)),
            title(record.applicant.name.as_str()),
            faint(said::contact(record)),
        ]
        .spacing(2);
        let mut parts = column![head].spacing(space::MEDIUM);
        if !lawful {
            let told = body(said::not_to_give(record.status)).wrapping(text::Wrapping::Word);
            parts = parts.push(notice(Tone::Bad, told));
            return card(said::COLLECTION, faint(""), parts).width(Length::Fill).into();
        }
        if let Some((told, tone)) = not_finished(chosen) {
            parts = parts.push(notice(tone, body(told).wrapping(text::Wrapping::Word)));
        }
        let who = [(false, said::BY_APPLICANT), (true, said::BY_AUTHORISED)];
        parts = parts.push(choice(
            said::COLLECTED_BY,
            WHO,
            &who,
            self.form.authorised,
            Message::Authorised,
        ));
        if self.form.authorised {
            parts = parts
                .push(self.field(said::COLLECTOR_NAME, NAME, &self.form.name, Input::Name))
                .push(
                    row![
                        self.field(
                            said::COLLECTOR_IDENTITY,
                            IDENTITY,
                            &self.form.identity,
                            Input::Identity
                        ),
                        self.field(said::COLLECTOR_PAPER, PAPER, &self.form.paper, Input::Paper),
                    ]
                    .spacing(space::MEDIUM),
                );
        }
        let key = if chosen.has_result { "Enter" } else { "Ctrl Enter" };
        let slips = [
            (Slip::Returned, said::SLIP_RETURNED),
            (Slip::Lost, said::SLIP_LOST),
            (Slip::None, said::SLIP_NONE),
        ];
        parts = parts
            .push(choice(said::SLIP, "give-back-slip", &slips, self.form.slip, Message::Slip))
            .push(self.field(said::NOTE, NOTE, &self.form.note, Input::Note))
            .push(check("give-back-receipt", said::PRINT_RECEIPT, self.receipt, Message::Receipt))
            .push(
                row![
                    hot_act(GIVE, Kind::Main, said::GIVE_BACK, key, Message::Give),
                    faint(said::ESC_BACK),
                ]
                .align_y(Alignment::Center)
                .spacing(space::MEDIUM),
            );
        let status =
            pill(said::status_with_number(record.status), said::status_tone(record.status));
        let scroll = scrolled("give-back-collection", parts);
        card(said::COLLECTION, status, scroll).width(Length::Fill).height(Length::Fill).into()
    }

    fn field<'a>(
        &'a self,
        label: &'a str,
        id: &'static str,
        value: &'a str,
        input: Input,
    ) -> Element<'a, Message> {
        let wrong = self.wrong.iter().find(|(field, _)| id_of(*field) == id);
        Field::new(label, value, id, move |value| Message::Typed(input, value))
            .wrong(wrong.map(|(_, sentence)| sentence.as_str()))
            .view()
    }
}

/// What is to be known where the result is not at the desk.
fn not_finished(chosen: &Chosen) -> Option<(&'static str, Tone)> {
    if chosen.record.status == Status::Finished {
        return None;
    }
    Some(match (chosen.has_result, chosen.asked) {
        (true, _) => (said::NOT_FINISHED_YET, Tone::Warn),
        (false, false) => (said::NO_RESULT_YET, Tone::Warn),
        (false, true) => (said::NO_RESULT_SURE, Tone::Bad),
    })
}

fn answer<'a>(found: &Found) -> Element<'a, Message> {
    let left = column![
        strong(found.applicant.clone()).wrapping(text::Wrapping::Word),
        faint(said::found_line(found)).wrapping(text::Wrapping::Word),
    ]
    .width(Length::Fill);
    let told = said::where_it_stands(found);
    let right = words(told, size::SMALL, font::MEDIUM);
    row![left, right].spacing(space::MEDIUM).align_y(Alignment::Center).into()
}
