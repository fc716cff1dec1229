//! The promise: received, allowed, due, and the days in between.

use iced::widget::{column, row, text};
use iced::{Element, Length};

use crate::ui::font;
use crate::ui::screen::receive::Message;
use crate::ui::screen::receive::form::Form;
use crate::ui::text as said;
use crate::ui::theme::{self, Tone, faint, size, space, words};
use crate::ui::widget::day_strip::day_strip;
use crate::ui::widget::parts::{notice, plain_card};

pub(super) fn view(form: &Form, ready: bool) -> Element<'_, Message> {
    let mut parts = column![].spacing(space::MEDIUM);
    match &form.due {
        Some(due) => {
            let value = |label, value: String, tone| {
                let value = words(value, size::HEADING, font::SEMIBOLD);
                let value = match tone {
                    Some(tone) => value.style(theme::toned(tone)),
                    None => value,
                };
                column![faint(label), value.wrapping(text::Wrapping::Word)]
                    .spacing(2)
                    .width(Length::FillPortion(1))
            };
            let limit = said::limit_of(form.procedure.as_deref(), &form.intake());
            parts = parts.push(
                row![
                    value(said::ALLOWED, limit, None),
                    value(said::DUE, said::promised(due.at), Some(Tone::Good)),
                ]
                .spacing(space::LARGE),
            );
            let wrapped = |line: String| faint(line).wrapping(text::Wrapping::Word);
            if let Some(start) = form.start {
                parts = parts.push(wrapped(said::counted_from(start)));
            }
            if let Some(second) = said::second_appointment(&form.intake().second_limit) {
                parts = parts.push(wrapped(second));
            }
            if let Some(crowd) =
                due.at.zip(form.crowd).and_then(|(at, crowd)| said::crowd(&crowd, at))
            {
                parts = parts.push(wrapped(crowd));
            }
            parts = parts.push(day_strip(due));
        }
        None if !ready => parts = parts.push(faint(said::OPENING)),
        None if form.procedure.is_none() => parts = parts.push(faint(said::DUE_LATER)),
        None => parts = parts.push(faint(said::NOT_PROMISED)),
    }
    for doubt in &form.doubts {
        parts = parts.push(notice(
            Tone::Warn,
            words(said::doubt(doubt), size::LABEL, font::REGULAR).wrapping(text::Wrapping::Word),
        ));
    }
    plain_card(parts).width(Length::Fill).into()
}
