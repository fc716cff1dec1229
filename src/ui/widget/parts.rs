//! The small parts every screen is made of: cards, fields, buttons, labels.

use iced::advanced::widget::Id;
use iced::keyboard::key::Named;
use iced::widget::{Space, button, column, container, row, scrollable, svg, text, text_input};
use iced::{Alignment, Element, Length, Pixels, Theme};

use super::ground::Ground;
use super::hot::Hot;
use super::leaf::Leaf;
use crate::ui::key::Press;
use crate::ui::theme::{self, Kind, Tone, body, faint, heading, size, space, words};
use crate::ui::{font, icon};

/// A card with a heading, something small at its right, and a content.
pub(crate) fn card<'a, Message: 'a>(
    title: impl text::IntoFragment<'a>,
    right: impl Into<Element<'a, Message>>,
    content: impl Into<Element<'a, Message>>,
) -> Ground<'a, Message> {
    let head = row![heading(title), fill(), right.into()]
        .spacing(space::MEDIUM)
        .align_y(Alignment::Center);
    plain_card(column![head, content.into()].spacing(space::MEDIUM))
}

/// A card without a heading.
pub(crate) fn plain_card<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
) -> Ground<'a, Message> {
    Ground::new(content, theme::card).padding(space::LARGE)
}

/// White space that takes what is left of a row.
pub(crate) fn fill() -> Space {
    Space::new().width(Length::Fill)
}

/// What may be there or not without moving what stands after it: columns leave out what has no size,
/// and fields that move lose the keyboard.
pub(crate) fn place<'a, Message: 'a>(
    part: Option<impl Into<Element<'a, Message>>>,
) -> Element<'a, Message> {
    match part {
        Some(part) => part.into(),
        None => Space::new().width(Length::Fill).height(Length::Shrink).into(),
    }
}

/// A thin line across.
pub(crate) fn hairline<'a, Message: 'a>() -> Element<'a, Message> {
    container(Space::new()).width(Length::Fill).height(1).style(theme::hairline).into()
}

/// The line of a text field. Vietnamese capitals with two marks stand higher than the usual line of
/// their font: what stands out of it is cut off when the text is long, and stays behind when it changes.
const FIELD_LINE: f32 = 24.55;

/// A text field under its label, with what is wrong below it.
pub(crate) struct Field<'a, Message> {
    label: &'a str,
    value: &'a str,
    id: Id,
    placeholder: &'a str,
    wrong: Option<&'a str>,
    marked: bool,
    on_input: Option<Box<dyn Fn(String) -> Message + 'a>>,
    on_submit: Option<Message>,
    width: Length,
}

impl<'a, Message: Clone + 'a> Field<'a, Message> {
    pub(crate) fn new(
        label: &'a str,
        value: &'a str,
        id: impl Into<Id>,
        on_input: impl Fn(String) -> Message + 'a,
    ) -> Self {
        Self {
            label,
            value,
            id: id.into(),
            placeholder: "",
            wrong: None,
            marked: false,
            on_input: Some(Box::new(on_input)),
            on_submit: None,
            width: Length::Fill,
        }
    }

    pub(crate) fn placeholder(mut self, placeholder: &'a str) -> Self {
        self.placeholder = placeholder;
        self
    }

    pub(crate) fn wrong(mut self, wrong: Option<&'a str>) -> Self {
        self.wrong = wrong;
        self
    }

    /// Marks the field as wrong where the sentence stands elsewhere.
    pub(crate) fn marked(mut self, wrong: bool) -> Self {
        self.marked = wrong;
        self
    }

    pub(crate) fn on_submit(mut self, message: Message) -> Self {
        self.on_submit = Some(message);
        self
    }

    pub(crate) fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    pub(crate) fn view(self) -> Element<'a, Message> {
        let mut input = text_input(self.placeholder, self.value)
            .id(self.id)
            .size(size::BODY)
            .font(font::REGULAR)
            .line_height(Pixels(FIELD_LINE))
            .padding([3.5, 10.0])
            .style(theme::field(self.wrong.is_some() || self.marked));
        if let Some(on_input) = self.on_input {
            input = input.on_input(on_input);
        }
        if let Some(message) = self.on_submit {
            input = input.on_submit(message);
        }
        let mut parts = column![].spacing(3);
        if !self.label.is_empty() {
            parts = parts.push(faint(self.label));
        }
        parts = parts.push(Leaf::new(input));
        if let Some(wrong) = self.wrong {
            parts = parts.push(complaint(wrong));
        }
        parts.width(self.width).into()
    }
}

/// What is wrong with a field.
pub(crate) fn complaint<'a, Message: 'a>(wrong: &'a str) -> Element<'a, Message> {
    words(wrong, size::SMALL, font::MEDIUM).style(theme::toned(Tone::Bad)).into()
}

/// A button with its shortcut beside the label.
pub(crate) fn act<'a, Message: Clone + 'a>(
    kind: Kind,
    label: &'a str,
    shortcut: &'a str,
    message: Option<Message>,
) -> Element<'a, Message> {
    let mut content = row![words(label, size::BODY, font::SEMIBOLD)]
        .spacing(space::MEDIUM)
        .align_y(Alignment::Center);
    if !shortcut.is_empty() {
        content = content.push(words(shortcut, size::SMALL, font::REGULAR));
    }
    pressable(kind, content, message).into()
}

/// A button over the whole width, its shortcut at the right; a long label goes on in a second line.
pub(crate) fn wide_act<'a, Message: Clone + 'a>(
    kind: Kind,
    label: impl text::IntoFragment<'a>,
    shortcut: &'a str,
    message: Option<Message>,
) -> Element<'a, Message> {
    let content = row![
        words(label, size::BODY, font::SEMIBOLD)
            .width(Length::Fill)
            .wrapping(text::Wrapping::WordOrGlyph),
        words(shortcut, size::SMALL, font::REGULAR).wrapping(text::Wrapping::None)
    ]
    .spacing(space::MEDIUM)
    .align_y(Alignment::Center);
    pressable(kind, content, message).width(Length::Fill).into()
}

/// Anything as a button.
pub(crate) fn pressable<'a, Message: Clone + 'a>(
    kind: Kind,
    content: impl Into<Element<'a, Message>>,
    message: Option<Message>,
) -> button::Button<'a, Message> {
    button(content).padding([8.0, 14.0]).style(theme::button(kind)).on_press_maybe(message)
}

/// A button the keyboard can stand on: Space or Enter press it.
pub(crate) fn hot_act<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    kind: Kind,
    label: &'a str,
    shortcut: &'a str,
    message: Message,
) -> Element<'a, Message> {
    let pressed = message.clone();
    Hot::new(id, act(kind, label, shortcut, Some(message)), move |press: &Press| {
        presses(press).then(|| pressed.clone())
    })
    .into()
}

/// Whether a key presses what it stands on.
pub(crate) fn presses(press: &Press) -> bool {
    (press.is(Named::Enter) || press.is(Named::Space)) && !press.repeat
}

/// One of a few choices under a label: arrows choose, so does the mouse.
pub(crate) fn choice<'a, T, Message>(
    label: &'a str,
    id: impl Into<Id>,
    options: &[(T, &'a str)],
    chosen: T,
    on_choose: impl Fn(T) -> Message + Clone + 'a,
) -> Element<'a, Message>
where
    T: Copy + PartialEq + 'a,
    Message: Clone + 'a,
{
    let choose = on_choose.clone();
    let buttons = options.iter().map(|(value, name)| {
        let kind = Kind::Choice { chosen: *value == chosen };
        button(words(*name, size::LABEL, font::MEDIUM))
            .padding([6.0, 10.0])
            .style(theme::button(kind))
            .on_press(choose(*value))
            .into()
    });
    let buttons = row(buttons).spacing(space::TINY).wrap();
    let values: Vec<T> = options.iter().map(|(value, _)| *value).collect();
    let hot = Hot::new(id, container(buttons).padding(2), move |press: &Press| {
        let step = match () {
            () if press.is(Named::ArrowRight) || press.is(Named::Space) => 1,
            () if press.is(Named::ArrowLeft) => values.len().checked_sub(1)?,
            () => return None,
        };
        let at = values.iter().position(|value| *value == chosen).unwrap_or(0);
        values.get((at + step) % values.len()).map(|value| on_choose(*value))
    });
    let mut parts = column![].spacing(2);
    if !label.is_empty() {
        parts = parts.push(faint(label));
    }
    parts.push(hot).into()
}

/// A check mark with its words; Space or the mouse change it.
pub(crate) fn check<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    label: &'a str,
    checked: bool,
    message: Message,
) -> Element<'a, Message> {
    let pressed = message.clone();
    let mark = row![tick(checked), body(label)].spacing(space::SMALL).align_y(Alignment::Center);
    let kind = Kind::Row { selected: false };
    let face = button(mark).padding([3.0, 4.0]).style(theme::button(kind)).on_press(message);
    Hot::new(id, face, move |press: &Press| presses(press).then(|| pressed.clone())).into()
}

/// The box of a check mark.
pub(crate) fn tick<'a, Message: 'a>(checked: bool) -> Element<'a, Message> {
    let inside: Element<'a, Message> = if checked {
        svg(icon::CHECK.clone())
            .width(12)
            .height(12)
            .style(|theme: &Theme, _| svg::Style { color: Some(theme::colors(theme).on_accent) })
            .into()
    } else {
        Space::new().width(12).height(12).into()
    };
    container(inside).padding(2).style(theme::tick_box(checked)).into()
}

/// A small icon in the colour of secondary text.
pub(crate) fn small_icon<'a, Message: 'a>(icon: &svg::Handle) -> Element<'a, Message> {
    svg(icon.clone())
        .width(14)
        .height(14)
        .style(|theme: &Theme, _| svg::Style { color: Some(theme::colors(theme).faint) })
        .into()
}

/// A small icon in the colour of a tone.
pub(crate) fn toned_icon<'a, Message: 'a>(icon: &svg::Handle, tone: Tone) -> Element<'a, Message> {
    svg(icon.clone())
        .width(14)
        .height(14)
        .style(move |theme: &Theme, _| svg::Style { color: Some(tone.ink(theme)) })
        .into()
}

/// A small coloured label.
pub(crate) fn pill<'a, Message: 'a>(
    content: impl text::IntoFragment<'a>,
    tone: Tone,
) -> Element<'a, Message> {
    container(words(content, size::SMALL, font::MEDIUM))
        .padding([2.0, 9.0])
        .style(theme::pill(tone))
        .into()
}

/// A box that points something out, with a sign that says the same as its colour.
pub(crate) fn notice<'a, Message: 'a>(
    tone: Tone,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let sign = match tone {
        Tone::Bad => &icon::ALERT,
        Tone::Warn => &icon::WARNING,
        Tone::Good => &icon::CHECK,
        Tone::Accent | Tone::Plain => &icon::INFO,
    };
    let sign = svg((*sign).clone())
        .width(16)
        .height(16)
        .style(move |theme: &Theme, _| svg::Style { color: Some(tone.ink(theme)) });
    container(row![sign, content.into()].spacing(space::SMALL))
        .padding([7.0, 10.0])
        .width(Length::Fill)
        .style(theme::notice(tone))
        .into()
}

/// A column that scrolls when it is too long, with room for its bar.
pub(crate) fn scrolled<'a, Message: 'a>(
    id: impl Into<Id>,
    content: impl Into<Element<'a, Message>>,
) -> scrollable::Scrollable<'a, Message> {
    let bar = scrollable::Scrollbar::new().width(6).scroller_width(6).spacing(space::TINY);
    scrollable(content).id(id).direction(scrollable::Direction::Vertical(bar)).style(theme::scroll)
}
