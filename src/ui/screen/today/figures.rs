//! The day in numbers: cards and the gauge of results in time.

use chrono::{Datelike, NaiveDate};
use iced::widget::{Space, column, container, row};
use iced::{Alignment, Element, Length};

use super::Message;
use crate::store::Today as Figures;
use crate::ui::font;
use crate::ui::text as said;
use crate::ui::theme::{self, Tone, faint, pad, size, space, words};
use crate::ui::widget::parts::{card, plain_card};

/// The narrowest room in which all cards stand side by side.
const ONE_ROW: f32 = 760.0;

/// What an office aims at, in parts of a hundred.
const TARGET: f32 = 95.0;

/// Six numbers of the day.
pub(super) fn cards<'a>(figures: &Figures, width: f32) -> Element<'a, Message> {
    let late = if figures.overdue > 0 { Tone::Bad } else { Tone::Good };
    let all = [
        (figures.received, said::RECEIVED_TODAY, None),
        (figures.returned, said::RETURNED_TODAY, Some(Tone::Good)),
        (figures.ready, said::READY, None),
        (figures.due_today, said::DUE_TODAY, Some(Tone::Warn)),
        (figures.overdue, said::OVERDUE, Some(late)),
        (figures.awaiting_papers, said::AWAITING_PAPERS, None),
    ];
    let card = |(number, label, tone): (i64, &'static str, Option<Tone>)| {
        let figure = words(said::number(number), size::FIGURE, font::BOLD);
        let figure = match tone {
            Some(tone) => figure.style(theme::toned(tone)),
            None => figure,
        };
        let inside = column![figure, faint(label)].spacing(2);
        Element::from(plain_card(inside).padding(pad::FIGURE).width(Length::Fill))
    };
    if width >= ONE_ROW {
        return row(all.map(card)).spacing(space::MEDIUM).into();
    }
    let (one, other) = all.split_at(3);
    let line = |cards: &[(i64, &'static str, Option<Tone>)]| {
        row(cards.iter().copied().map(card)).spacing(space::MEDIUM)
    };
    column![line(one), line(other)].spacing(space::MEDIUM).into()
}

/// How many of this month's results were ready in time.
pub(super) fn gauge<'a>(figures: &Figures, today: NaiveDate) -> Element<'a, Message> {
    let (in_time, finished) = figures.on_time_this_month;
    let right = faint(said::finished(finished));
    let title = said::on_time_title(today.month());
    let before = figures.on_time_last_month;
    let content: Element<'a, Message> = match share(in_time, finished) {
        None => faint(said::NONE_FINISHED).into(),
        Some(percent) => {
            let tone = if percent >= TARGET { Tone::Good } else { Tone::Bad };
            let figure =
                words(said::percent(percent), size::FIGURE, font::BOLD).style(theme::toned(tone));
            let compared = faint(said::compared(TARGET, share(before.0, before.1)));
            let line = row![figure, compared].spacing(space::MEDIUM).align_y(Alignment::End);
            column![line, bar(percent, tone)].spacing(space::MEDIUM).into()
        }
    };
    card(title, right, content).width(Length::Fill).into()
}

#[expect(clippy::cast_precision_loss, reason = "a month has thousands of results, not billions")]
fn share(part: i64, whole: i64) -> Option<f32> {
    (whole > 0).then(|| part as f32 * 100.0 / whole as f32)
}

/// A bar that is filled by so many parts of a hundred.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1000")]
fn bar<'a>(percent: f32, tone: Tone) -> Element<'a, Message> {
    let filled = (percent * 10.0).clamp(1.0, 1000.0) as u16;
    let rest = 1000 - filled;
    let part = |share: u16| container(Space::new()).height(8).width(Length::FillPortion(share));
    let mut parts = row![part(filled).style(theme::bar(tone))];
    if rest > 0 {
        parts = parts.push(part(rest).style(theme::bar_rest));
    }
    parts.into()
}
