//! The days between receipt and promise: counted ones with their number, skipped ones with the reason.

use iced::Element;
use iced::widget::{container, text};
use iced::widget::{row, tooltip};

use crate::domain::deadline::{DayReason, DayStep, Due};
use crate::ui::theme::{self, Tone, size, words};
use crate::ui::{font, text as said};

/// More days than this are told by their ends.
const LONGEST: usize = 24;

/// The days of a promise as a strip that wraps.
pub(crate) fn day_strip<'a, Message: 'a>(due: &Due) -> Element<'a, Message> {
    let days = &due.days;
    let chosen: Vec<&DayStep> = if days.len() <= LONGEST {
        days.iter().collect()
    } else {
        let ends = LONGEST / 2;
        days.iter().take(ends).chain(days.iter().skip(days.len() - ends)).collect()
    };
    let mut strip = Vec::new();
    let mut last = None;
    for step in chosen {
        let gap = last.is_some_and(|last: &DayStep| last.date.succ_opt() != Some(step.date));
        if gap {
            strip.push(words("…", size::SMALL, font::MEDIUM).into());
        }
        strip.push(day(step));
        last = Some(step);
    }
    row(strip).spacing(4).wrap().vertical_spacing(4).into()
}

fn day<'a, Message: 'a>(step: &DayStep) -> Element<'a, Message> {
    let counts = step.counted.is_some() || step.half;
    let tone = match &step.reason {
        _ if counts => Tone::Good,
        DayReason::DayOff { .. } => Tone::Warn,
        _ => Tone::Plain,
    };
    let chip = container(words(said::day_chip(step), size::SMALL, font::MEDIUM))
        .padding([1.0, 6.0])
        .style(theme::pill(tone));
    let told = container(text(said::day_told(step)).size(size::SMALL))
        .padding([4.0, 8.0])
        .style(theme::card);
    tooltip(chip, told, tooltip::Position::Top).into()
}
