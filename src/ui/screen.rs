//! The screens, one file each.

pub(crate) mod calendar;
pub(crate) mod demand;
pub(crate) mod dossier;
pub(crate) mod dossiers;
pub(crate) mod give_back;
pub(crate) mod moves;
pub(crate) mod notice;
pub(crate) mod receive;
pub(crate) mod settings;
pub(crate) mod today;
pub(crate) mod trouble;
pub(crate) mod wizard;

use iced::widget::{column, row, text};
use iced::{Alignment, Element, Size};

use super::session::Session;
use super::text as said;
use super::theme::{Kind, body, faint, space};
use super::widget::parts::{self, Field};
use crate::counter::Counter;

/// What a screen may ask while it follows a message or shows itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The open office.
    pub(crate) session: &'a Session,
    /// What this counter's computer remembers.
    pub(crate) counter: &'a Counter,
    /// The room for a screen, in logical pixels.
    pub(crate) room: Size,
}

impl Context<'_> {
    /// The officer at the counter.
    pub(crate) fn officer(&self) -> String {
        self.counter.officer.clone()
    }
}

/// Asks for a reason before an act: one field and Enter.
pub(crate) fn reason_dialog<'a, Message: Clone + 'a>(
    title: &'a str,
    explained: String,
    (reason, wrong): (&'a str, Option<&'a str>),
    id: &'static str,
    on_input: fn(String) -> Message,
    act: Option<Message>,
) -> Element<'a, Message> {
    let mut field = Field::new(said::REASON, reason, id, on_input).wrong(wrong);
    if let Some(act) = act.clone() {
        field = field.on_submit(act);
    }
    let content = column![
        body(explained).wrapping(text::Wrapping::Word),
        field.view(),
        row![parts::act(Kind::Main, title, "Enter", act), faint("Esc"),]
            .spacing(space::MEDIUM)
            .align_y(Alignment::Center),
    ]
    .spacing(space::MEDIUM);
    parts::card(title, faint(""), content).width(520).into()
}
