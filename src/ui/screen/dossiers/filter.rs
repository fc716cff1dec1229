//! The filters of the list.

use iced::keyboard::key::Named;
use iced::widget::{column, pick_list, row};
use iced::{Alignment, Element, Length, Task};

use crate::domain::dossier::Channel;
use crate::domain::time::parse_date;
use crate::store::{DossierFilter, DueWindow, ListOrder, ListState};
use crate::ui::focus;
use crate::ui::font;
use crate::ui::text as said;
use crate::ui::theme::{self, faint, pad, size, space};
use crate::ui::widget::hot::Hot;
use crate::ui::widget::parts::{Field, choice};

const TEXT: &str = "dossiers-text";

/// The narrowest room for all filters in two lines.
const WIDE: f32 = 900.0;

/// What is chosen, as typed.
#[derive(Debug, Default)]
pub(super) struct Filter {
    text: String,
    state: State,
    due: Due,
    channel: Option<Channel>,
    field: Option<String>,
    officer: Option<String>,
    from: String,
    to: String,
    fields: Vec<String>,
    officers: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum State {
    #[default]
    Open,
    Ready,
    Ended,
    Any,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Due {
    #[default]
    Any,
    Overdue,
    Today,
    Soon,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Focus,
    Text(String),
    State(State),
    Due(Due),
    Channel(Option<Channel>),
    Field(Option<String>),
    Officer(Option<String>),
    From(String),
    To(String),
}

/// What burns stands first while dossiers are open, the newest first otherwise.
pub(super) fn order(filter: &DossierFilter) -> ListOrder {
    match filter.state {
        ListState::Open => ListOrder::BurningFirst,
        ListState::Ready | ListState::Ended | ListState::Any => ListOrder::NewestFirst,
    }
}

impl Filter {
    /// Follows a message; answers whether the list changes.
    pub(super) fn update(&mut self, message: Message) -> bool {
        match message {
            Message::Focus => return false,
            Message::Text(text) => self.text = text,
            Message::State(state) => self.state = state,
            Message::Due(due) => self.due = due,
            Message::Channel(channel) => self.channel = channel,
            Message::Field(field) => self.field = field,
            Message::Officer(officer) => self.officer = officer,
            Message::From(from) => {
                self.from = from;
                return self.chosen().is_ok();
            }
            Message::To(to) => {
                self.to = to;
                return self.chosen().is_ok();
            }
        }
        true
    }

    pub(super) fn menus(&mut self, fields: Vec<String>, officers: Vec<String>) {
        (self.fields, self.officers) = (fields, officers);
    }

    /// Puts the keyboard on the text to look for.
    pub(super) fn focus<M: Send + 'static>() -> Task<M> {
        focus::to(TEXT)
    }

    /// Whether nothing narrows the list.
    pub(super) fn is_plain(&self) -> bool {
        self.chosen().is_ok_and(|chosen| chosen == super::usual())
    }

    /// The filter as the store takes it; a date that cannot be read is no filter yet.
    pub(super) fn chosen(&self) -> Result<DossierFilter, ()> {
        let day = |text: &str| match text.trim() {
            "" => Ok(None),
            text => parse_date(text).map(Some).ok_or(()),
        };
        let received = match (day(&self.from)?, day(&self.to)?) {
            (None, None) => None,
            (Some(from), Some(to)) => Some((from, to)),
            (Some(from), None) => {
                Some((from, chrono::NaiveDate::from_ymd_opt(2200, 1, 1).ok_or(())?))
            }
            (None, Some(to)) => Some((chrono::NaiveDate::from_ymd_opt(1900, 1, 1).ok_or(())?, to)),
        };
        Ok(DossierFilter {
            state: match self.state {
                State::Open => ListState::Open,
                State::Ready => ListState::Ready,
                State::Ended => ListState::Ended,
                State::Any => ListState::Any,
            },
            due: match self.due {
                Due::Any => None,
                Due::Overdue => Some(DueWindow::Overdue),
                Due::Today => Some(DueWindow::Today),
                Due::Soon => Some(DueWindow::Next3Days),
            },
            field: self.field.clone(),
            channel: self.channel,
            officer: self.officer.clone(),
            received,
            text: self.text.clone(),
        })
    }

    pub(super) fn view(&self, width: f32) -> Element<'_, Message> {
        let text =
            Field::new("", &self.text, TEXT, Message::Text).placeholder(said::FILTER_TEXT).view();
        let states = [
            (State::Open, said::STATE_OPEN),
            (State::Ready, said::STATE_READY),
            (State::Ended, said::STATE_ENDED),
            (State::Any, said::STATE_ANY),
        ];
        let dues = [
            (Due::Any, said::DUE_ANY),
            (Due::Overdue, said::DUE_OVERDUE),
            (Due::Today, said::DUE_TODAY_SHORT),
            (Due::Soon, said::DUE_SOON),
        ];
        let state = choice("", "dossiers-state", &states, self.state, Message::State);
        let due = choice("", "dossiers-due", &dues, self.due, Message::Due);
        let channels = [
            (None, said::CHANNEL_ANY),
            (Some(Channel::Counter), said::CHANNEL_COUNTER_SHORT),
            (Some(Channel::Online), said::CHANNEL_ONLINE),
            (Some(Channel::Post), said::CHANNEL_POST),
        ];
        let channel = choice("", "dossiers-channel", &channels, self.channel, Message::Channel);
        let field = menu(
            "dossiers-field",
            said::FIELD_ANY,
            &self.fields,
            self.field.as_ref(),
            Message::Field,
        );
        let officer = menu(
            "dossiers-officer",
            said::OFFICER_ANY,
            &self.officers,
            self.officer.as_ref(),
            Message::Officer,
        );
        let day = |value, id, on_input: fn(String) -> Message, hint| {
            Field::new("", value, id, on_input).placeholder(hint).width(112).view()
        };
        let from = day(&self.from, "dossiers-from", Message::From, said::FROM_DAY);
        let to = day(&self.to, "dossiers-to", Message::To, said::TO_DAY);
        let line = || row![].spacing(space::MEDIUM).align_y(Alignment::Center);
        if width >= WIDE {
            column![
                line().push(text).push(state).push(due),
                line()
                    .push(channel)
                    .push(field)
                    .push(officer)
                    .push(faint(said::RECEIVED_FROM))
                    .push(from)
                    .push(to),
            ]
            .spacing(space::SMALL)
            .into()
        } else {
            column![line().push(text).push(state), line().push(due).push(from).push(to)]
                .spacing(space::SMALL)
                .into()
        }
    }
}

/// A menu for the mouse that arrows turn through as well.
fn menu<'a>(
    id: &'static str,
    any: &'static str,
    options: &'a [String],
    chosen: Option<&'a String>,
    on_choose: fn(Option<String>) -> Message,
) -> Element<'a, Message> {
    let mut all = vec![any.to_owned()];
    all.extend(options.iter().cloned());
    let shown = chosen.cloned().unwrap_or_else(|| any.to_owned());
    let list =
        pick_list(all, Some(shown), move |text: String| on_choose((text != any).then_some(text)))
            .text_size(size::LABEL)
            .font(font::REGULAR)
            .padding(pad::FIELD)
            .width(Length::Fill)
            .style(theme::menu)
            .menu_style(theme::menu_list);
    Hot::new(id, list, move |press| {
        let step = match () {
            () if press.is(Named::ArrowRight) || press.is(Named::ArrowDown) => 1,
            () if press.is(Named::ArrowLeft) || press.is(Named::ArrowUp) => options.len(),
            () => return None,
        };
        let at = chosen.and_then(|chosen| options.iter().position(|option| option == chosen));
        let next = (at.map_or(0, |at| at + 1) + step) % (options.len() + 1);
        Some(on_choose(next.checked_sub(1).and_then(|at| options.get(at).cloned())))
    })
    .into()
}
