//! How the date was counted: in words, and as a paper for whoever asks.

use iced::widget::{column, container, row, text};
use iced::{Alignment, Element};

use super::Message;
use crate::desk::explain::Explained;
use crate::ui::font;
use crate::ui::text as said;
use crate::ui::theme::{Kind, body, size, space, words};
use crate::ui::widget::parts::{act, card, scrolled};

/// The width of the dialog.
const WIDTH: f32 = 680.0;
/// How much of the explanation is seen before it scrolls.
const HEIGHT: f32 = 420.0;

/// The explanation with its acts.
pub(super) fn dialog(told: &Explained, busy: bool) -> Element<'_, Message> {
    let parts = told.explanation.parts().into_iter().map(|(heading, lines)| {
        let lines = lines.into_iter().map(|line| {
            let line = if heading.is_empty() { line } else { format!("– {line}") };
            body(line).wrapping(text::Wrapping::Word).into()
        });
        let lines = column(lines).spacing(space::TINY);
        if heading.is_empty() {
            lines.into()
        } else {
            column![words(heading, size::LABEL, font::SEMIBOLD), lines].spacing(space::TINY).into()
        }
    });
    let list = scrolled("dossier-days", column(parts).spacing(space::SMALL));
    let print = (!busy).then_some(Message::PrintExplanation);
    let acts = row![
        act(Kind::Main, said::PRINT_EXPLANATION, "Ctrl P", print),
        act(Kind::Other, said::CLOSE, "Esc", Some(Message::Close)),
    ]
    .spacing(space::MEDIUM)
    .align_y(Alignment::Center);
    // The acts stand above what may not fit: in a low window the list gives way, not they.
    card(said::HOW_COUNTED, acts, container(list).max_height(HEIGHT)).width(WIDTH).into()
}
