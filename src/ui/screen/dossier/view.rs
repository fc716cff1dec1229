//! How a dossier looks.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::operation::{self, AbsoluteOffset, RelativeOffset};
use iced::widget::{column, container, row, text};
use iced::{Alignment, Element, Length, Task};

use super::process_view::process_card;
use super::{Dossier, Message, Story, whereabouts};
use crate::domain::dossier::Dossier as Record;
use crate::ui::font;
use crate::ui::key::Press;
use crate::ui::screen::Context;
use crate::ui::text as said;
use crate::ui::theme::{self, Tone, body, faint, pad, size, space, title, words};
use crate::ui::widget::day_strip::day_strip;
use crate::ui::widget::parts::{card, fill, pill, plain_card, scrolled};

/// Where the dossier scrolls.
const DOSSIER: &str = "dossier";
/// The width of the column of acts.
const ACTS: f32 = 226.0;
/// The narrowest room for acts beside the dossier.
const WITH_ACTS: f32 = 760.0;

/// A line of the dossier, as an arrow scrolls it, and what of a screenful stays in sight.
const LINE: f32 = 48.0;

/// How far a key scrolls the dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scroll {
    Lines(i8),
    Pages(i8),
    Begin,
    End,
}

/// How far `press` scrolls the dossier.
pub(super) fn scroll_of(press: &Press) -> Option<Scroll> {
    match press.key {
        Key::Named(named) if !press.ctrl => scroll_by(named),
        _ => None,
    }
}

fn scroll_by(named: Named) -> Option<Scroll> {
    match named {
        Named::ArrowDown => Some(Scroll::Lines(1)),
        Named::ArrowUp => Some(Scroll::Lines(-1)),
        Named::PageDown => Some(Scroll::Pages(1)),
        Named::PageUp => Some(Scroll::Pages(-1)),
        Named::Home => Some(Scroll::Begin),
        Named::End => Some(Scroll::End),
        _ => None,
    }
}

/// Scrolls the dossier.
pub(super) fn scroll(scroll: Scroll, context: &Context<'_>) -> Task<Message> {
    let by = |y| operation::scroll_by(DOSSIER, AbsoluteOffset { x: 0.0, y });
    let to = |y| operation::snap_to(DOSSIER, RelativeOffset { x: 0.0, y });
    match scroll {
        Scroll::Lines(lines) => by(f32::from(lines) * LINE),
        Scroll::Pages(pages) => by(f32::from(pages) * (context.room.height - LINE)),
        Scroll::Begin => to(0.0),
        Scroll::End => to(1.0),
    }
}

impl Dossier {
    pub(crate) fn view(&self, context: &Context<'_>) -> Element<'_, Message> {
        let Some(story) = &self.story else { return faint(said::OPENING).into() };
        let now = context.session.now();
        let record = &story.record;
        let two = context.room.width >= WITH_ACTS;
        // What is short and tells of now stands first: hands, notices, the signed result.
        let now_cards = || {
            let notices = whereabouts::notices_card(story, self.drawing == 0);
            [whereabouts::result_card(story), notices, whereabouts::hands_card(story)]
        };
        let (left, right) = if story.progress.is_some() {
            let right = column![papers(record), fees(record), people(record), story_card(story)];
            let left = column![process_card(story)].extend(now_cards().into_iter().flatten());
            (left.push(promise(record)).extend(clock_card(story)), right)
        } else {
            let right = column![papers(record), people(record), fees(record), process_card(story)];
            let left = column(now_cards().into_iter().flatten()).push(promise(record));
            (left.extend(clock_card(story)).push(story_card(story)), right)
        };
        let (left, right) = (left.spacing(space::LARGE), right.spacing(space::LARGE));
        let cards: Element<'_, Message> = if context.room.width >= 620.0 {
            row![left.width(Length::FillPortion(1)), right.width(Length::FillPortion(1))]
                .spacing(space::LARGE)
                .into()
        } else {
            column![left, right].spacing(space::LARGE).into()
        };
        let head = head(story, now);
        if two {
            let main = column![head, cards].spacing(space::LARGE);
            row![
                scrolled(DOSSIER, main).width(Length::Fill).height(Length::Fill),
                scrolled("dossier-acts", self.acts(story)).width(ACTS)
            ]
            .spacing(space::LARGE)
            .into()
        } else {
            let main = column![head, self.acts(story), cards].spacing(space::LARGE);
            scrolled(DOSSIER, main).height(Length::Fill).into()
        }
    }
}

fn head<'a>(story: &'a Story, now: crate::domain::time::OfficeTime) -> Element<'a, Message> {
    let record = &story.record;
    let left = column![
        faint(said::code_and_procedure(record)),
        title(record.applicant.name.as_str()),
        faint(said::contact(record)),
    ]
    .spacing(2)
    .width(Length::Fill);
    let tone = said::status_tone(record.status);
    let status = pill(said::status_with_number(record.status), tone);
    let due = match said::due_of(record, now) {
        Some((told, tone)) => words(told, size::HEADING, font::SEMIBOLD).style(theme::toned(tone)),
        None => words(said::NOT_PROMISED, size::HEADING, font::SEMIBOLD),
    };
    let right = column![status, due].spacing(space::SMALL).align_x(Alignment::End);
    let head = row![left, right].spacing(space::MEDIUM).align_y(Alignment::Center);
    let content = column![head].push(whereabouts::line(story, now)).spacing(space::MEDIUM);
    plain_card(content).width(Length::Fill).into()
}

fn promise(record: &Record) -> Element<'_, Message> {
    let line = |label, value: String| {
        row![faint(label).width(120), body(value).wrapping(text::Wrapping::Word)]
            .spacing(space::SMALL)
    };
    let mut parts = column![
        line(said::RECEIVED, said::moment(record.received_at)),
        line(said::ALLOWED, said::limit(record.limit)),
        line(said::DUE, said::promise_now(record)),
        line(said::RETURN_BY, said::return_by(record.return_by).to_owned()),
    ]
    .spacing(space::TINY);
    if let Some(because) = record.ended_because.clone() {
        parts = parts.push(line(said::ENDED_BECAUSE, because));
    }
    if let Some(start) = record.start {
        parts = parts.push(faint(said::counted_from(start)).wrapping(text::Wrapping::Word));
    }
    if let Some(second) = said::second_of(record) {
        parts = parts.push(faint(second).wrapping(text::Wrapping::Word));
    }
    if !record.due.days.is_empty() {
        parts = parts.push(day_strip(&record.due));
    }
    card(said::PROMISE, faint(said::channel(record.channel)), parts).width(Length::Fill).into()
}

/// The waits and past promises, and how the promise was kept; nothing where the clock simply ran.
fn clock_card(story: &Story) -> Option<Element<'_, Message>> {
    let lines = crate::text::clock_story(&story.clock);
    let lines = lines.into_iter().map(|line| body(line).wrapping(text::Wrapping::Word).into());
    let lines = column(lines).spacing(space::TINY);
    (!story.clock.past.is_empty() || !story.clock.waits.is_empty())
        .then(|| card(said::CLOCK_STORY, faint(""), lines).width(Length::Fill).into())
}

fn papers(record: &Record) -> Element<'_, Message> {
    let right = faint(said::papers_count(record.papers.len(), record.sets));
    if record.papers.is_empty() {
        return card(said::PAPERS_TITLE, right, faint(said::NO_PAPERS_NOTED))
            .width(Length::Fill)
            .into();
    }
    let lines = (1..).zip(&record.papers).map(|(number, paper)| {
        body(said::paper_line(number, paper)).wrapping(text::Wrapping::Word).into()
    });
    card(said::PAPERS_TITLE, right, column(lines).spacing(space::TINY)).width(Length::Fill).into()
}

fn people(record: &Record) -> Element<'_, Message> {
    let lines = said::people_lines(record)
        .into_iter()
        .map(|line| body(line).wrapping(text::Wrapping::Word).into());
    card(said::PEOPLE, faint(""), column(lines).spacing(space::TINY)).width(Length::Fill).into()
}

fn fees(record: &Record) -> Element<'_, Message> {
    let told = match record.procedure.fee_text.trim() {
        "" => said::NO_FEE_TEXT,
        told => told,
    };
    let told = body(told).wrapping(text::Wrapping::Word);
    card(said::FEES, faint(""), told).width(Length::Fill).into()
}

/// What happened, newest first.
fn story_card(story: &Story) -> Element<'_, Message> {
    let rows = said::story(story).into_iter().map(|line| {
        let told = column![
            body(line.what).wrapping(text::Wrapping::Word),
            faint(line.who).wrapping(text::Wrapping::Word),
        ];
        let tone = if line.weighty { Tone::Accent } else { Tone::Plain };
        let mark = container("").width(9).height(9).style(theme::bar(tone));
        row![container(mark).padding(pad::MARK), told.width(Length::Fill), faint(line.when)]
            .spacing(space::MEDIUM)
            .into()
    });
    let content = column(rows).spacing(space::MEDIUM);
    card(said::STORY, fill(), content).width(Length::Fill).into()
}
