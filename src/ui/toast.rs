//! Short messages at the foot of the window that go away by themselves.

use std::thread;
use std::time::Duration;

use iced::widget::{column, container, row, svg, text};
use iced::{Alignment, Element, Length, Padding, Task, Theme};

use super::icon;
use super::scan::is_code;
use super::session::aside;
use super::theme::{self, Kind, Tone, body, space};
use super::widget::parts::pressable;

/// How long good news stays, and how long bad news does.
const SHORT: Duration = Duration::from_secs(6);
const LONG: Duration = Duration::from_secs(15);

/// The most messages at a time; older ones give way.
const MOST: usize = 2;

/// How wide a message is, and one below an open dialog: a single line has room there.
const WIDTH: f32 = 440.0;
const WIDE: f32 = 720.0;

/// The messages being shown.
#[derive(Debug, Default)]
pub(crate) struct Toasts {
    shown: Vec<Toast>,
    next: u64,
}

#[derive(Debug)]
struct Toast {
    id: u64,
    tone: Tone,
    text: String,
}

impl Toasts {
    /// Shows `text`; the answered task ends when it has been there long enough.
    pub(crate) fn say(&mut self, tone: Tone, text: String) -> Task<u64> {
        // Of passing remarks only the last one counts, and so of what is told of one dossier.
        let passing = |toast: &Toast| tone == Tone::Plain && toast.tone == Tone::Plain;
        let of_the_same =
            |toast: &Toast| subject(&text).is_some_and(|code| subject(&toast.text) == Some(code));
        self.shown.retain(|toast| toast.text != text && !passing(toast) && !of_the_same(toast));
        let id = self.next;
        self.next += 1;
        self.shown.push(Toast { id, tone, text });
        if self.shown.len() > MOST {
            let _ = self.shown.remove(0);
        }
        let stay = if tone == Tone::Bad { LONG } else { SHORT };
        aside(move || {
            thread::sleep(stay);
            id
        })
    }

    /// Takes a message away.
    pub(crate) fn close(&mut self, id: u64) {
        self.shown.retain(|toast| toast.id != id);
    }

    /// The messages, one above the other, `left` of which nothing is covered: acts stand at the right.
    /// Below an open dialog only the last one is shown, where the dialog does not reach.
    pub(crate) fn view<'a, Message: Clone + 'a>(
        &'a self,
        left: f32,
        dialog: bool,
        on_close: fn(u64) -> Message,
    ) -> Option<Element<'a, Message>> {
        let (most, width, below) = match dialog {
            true => (1, WIDE, space::SMALL),
            false => (MOST, WIDTH, space::PAGE),
        };
        let shown = self.shown.get(self.shown.len().saturating_sub(most)..)?;
        if shown.is_empty() {
            return None;
        }
        let toasts = shown.iter().map(|toast| {
            let (tone, sign) = (toast.tone, sign(toast.tone));
            let sign = svg(sign)
                .width(18)
                .height(18)
                .style(move |theme: &Theme, _| svg::Style { color: Some(tone.ink(theme)) });
            let close = svg(icon::CLOSE.clone())
                .width(14)
                .height(14)
                .style(|theme: &Theme, _| svg::Style { color: Some(theme::colors(theme).faint) });
            let words =
                body(toast.text.as_str()).wrapping(text::Wrapping::Word).width(Length::Fill);
            let close = pressable(Kind::Quiet, close, Some(on_close(toast.id))).padding(4);
            container(row![sign, words, close].spacing(space::MEDIUM).align_y(Alignment::Center))
                .padding([10.0, 12.0])
                .max_width(width)
                .style(theme::toast(tone))
                .into()
        });
        let stack = column(toasts).spacing(space::SMALL);
        Some(
            container(stack)
                .padding(Padding::new(space::PAGE).left(left + space::PAGE).bottom(below))
                .width(Length::Fill)
                .align_bottom(Length::Fill)
                .into(),
        )
    }
}

/// The dossier that a message tells of, by its code.
fn subject(text: &str) -> Option<&str> {
    let words = text.split(|c: char| c.is_whitespace() || ":,;".contains(c));
    words.map(|word| word.trim_end_matches('.')).find(|word| is_code(word))
}

fn sign(tone: Tone) -> svg::Handle {
    match tone {
        Tone::Bad => icon::ALERT.clone(),
        Tone::Warn => icon::WARNING.clone(),
        Tone::Good => icon::CHECK.clone(),
        Tone::Accent | Tone::Plain => icon::INFO.clone(),
    }
}
