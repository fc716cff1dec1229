//! What stands around every screen: the places at the left, title and search at the top.

use iced::widget::{Space, button, column, container, row, svg, text};
use iced::{Alignment, Element, Length, Theme};

use super::place::Place;
use super::text as said;
use super::theme::{self, Kind, Tone, size, space, title, words};
use super::widget::ground::Ground;
use super::widget::parts::{fill, hairline, pill};
use super::{font, icon};
use crate::counter::Counter;

/// The narrowest window in which the places show their names.
const WITH_NAMES: f32 = 960.0;
const WIDE: f32 = 208.0;
const NARROW: f32 = 92.0;
const TOP: f32 = 52.0;
/// The narrowest search that has room for all that can be looked for.
const ROOMY: f32 = 430.0;

/// What the frame shows besides the screen.
pub(crate) struct Frame<'a> {
    pub(crate) agency: &'a str,
    pub(crate) practice: bool,
    pub(crate) counter: &'a Counter,
    /// When the book was last backed up, in words.
    pub(crate) backup: &'a str,
    /// How many papers wait for a printer.
    pub(crate) waiting: usize,
    /// How many results wait to be collected.
    pub(crate) ready: i64,
    pub(crate) place: Place,
    pub(crate) title: String,
    pub(crate) width: f32,
}

/// How wide the sidebar is in a window of `width`.
pub(crate) fn sidebar_width(width: f32) -> f32 {
    if width >= WITH_NAMES { WIDE } else { NARROW }
}

/// The room a screen has in a window of this size.
pub(crate) fn room(window: iced::Size, practice: bool) -> iced::Size {
    let band = if practice { 26.0 } else { 0.0 };
    iced::Size::new(
        window.width - sidebar_width(window.width) - 2.0 * space::PAGE,
        window.height - TOP - band - 2.0 * space::PAGE,
    )
}

impl<'a> Frame<'a> {
    /// The frame with `screen` in it.
    pub(crate) fn around<Message: Clone + 'a>(
        self,
        screen: Element<'a, Message>,
        go: fn(Place) -> Message,
        find: Message,
    ) -> Element<'a, Message> {
        let practice = self.practice;
        let page = container(screen).padding(space::PAGE).width(Length::Fill).height(Length::Fill);
        let top = self.top(find);
        let inner = row![self.sidebar(go), column![top, hairline(), page]];
        if !practice {
            return inner.into();
        }
        let band = container(words(said::PRACTICE_BAND, size::LABEL, font::BOLD))
            .center_x(Length::Fill)
            .padding(4)
            .style(theme::practice_band);
        column![band, inner].into()
    }

    fn top<Message: Clone + 'a>(&self, find: Message) -> Element<'a, Message> {
        let sign = svg(icon::SEARCH.clone())
            .width(16)
            .height(16)
            .style(|theme: &Theme, _| svg::Style { color: Some(theme::colors(theme).faint) });
        let width = 440.0_f32.min(self.width * 0.4);
        let hint = if width < ROOMY { said::FIND_SHORT } else { said::FIND_ANYTHING };
        let hint = words(hint, size::BODY, font::REGULAR)
            .style(|theme| text::Style { color: Some(theme::colors(theme).faint) })
            .wrapping(text::Wrapping::None);
        let shortcut = words("Ctrl K", size::SMALL, font::REGULAR)
            .style(|theme| text::Style { color: Some(theme::colors(theme).faint) });
        let hint = container(hint).width(Length::Fill).clip(true);
        let search =
            button(row![sign, hint, shortcut].spacing(space::SMALL).align_y(Alignment::Center))
                .width(width)
                .padding([7.0, 10.0])
                .style(theme::button(Kind::Other))
                .on_press(find);
        let mut bar = row![title(self.title.clone()), fill()].spacing(space::MEDIUM);
        if self.waiting > 0 {
            bar = bar.push(pill(said::waiting_papers(self.waiting), Tone::Warn));
        }
        Ground::new(bar.push(search).align_y(Alignment::Center), theme::top_bar)
            .padding([0.0, space::PAGE])
            .center_y(TOP)
            .into()
    }

    fn sidebar<Message: Clone + 'a>(&self, go: fn(Place) -> Message) -> Element<'a, Message> {
        let wide = sidebar_width(self.width) > NARROW;
        let places = Place::ALL.map(|place| {
            let (_, key) = place.key();
            let shown = place == self.place;
            let weight = if shown { font::SEMIBOLD } else { font::MEDIUM };
            let mut line = row![].spacing(space::SMALL).align_y(Alignment::Center);
            if !wide {
                let name = words(said::place_short(place), size::SMALL, weight);
                let short = column![words(key, size::SMALL, font::REGULAR), name].spacing(1);
                return button(short)
                    .width(Length::Fill)
                    .padding([6.0, 6.0])
                    .style(theme::button(Kind::Place { shown }))
                    .on_press(go(place))
                    .into();
            }
            line = line.push(words(said::place(place), size::BODY, weight)).push(fill());
            if place == Place::GiveBack && self.ready > 0 {
                line = line.push(pill(self.ready.to_string(), Tone::Bad));
            }
            line = line.push(words(key, size::SMALL, font::REGULAR));
            button(line)
                .width(Length::Fill)
                .padding([9.0, 10.0])
                .style(theme::button(Kind::Place { shown }))
                .on_press(go(place))
                .into()
        });
        let mut all = column![].spacing(space::TINY);
        if wide {
            let head = column![
                words(said::PROGRAM, size::HEADING, font::BOLD),
                container(faint_here(self.agency.to_owned())).max_width(180),
            ];
            all = all.push(container(head).padding([2.0, 10.0])).push(Space::new().height(8));
        }
        all = all.extend(places).push(Space::new().height(Length::Fill));
        if wide {
            let officer = if self.counter.officer.is_empty() {
                said::NO_OFFICER.to_owned()
            } else {
                self.counter.officer.clone()
            };
            let foot = column![
                words(officer, size::BODY, font::SEMIBOLD),
                faint_here(self.counter.counter.clone()),
                faint_here(self.backup.to_owned()),
            ];
            all = all.push(container(foot.spacing(2)).padding([8.0, 10.0]));
        }
        Ground::new(all, theme::sidebar)
            .padding([16.0, if wide { 10.0 } else { 6.0 }])
            .width(sidebar_width(self.width))
            .height(Length::Fill)
            .into()
    }
}

/// A secondary line of the sidebar.
fn faint_here<'a>(content: String) -> text::Text<'a, Theme> {
    words(content, size::SMALL, font::REGULAR)
        .style(|theme| text::Style { color: Some(theme::colors(theme).sidebar_faint) })
        .wrapping(text::Wrapping::Word)
}
