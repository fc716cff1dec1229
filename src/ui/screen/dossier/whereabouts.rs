//! Where a dossier is: the line in its head, its changes of hands, the papers that tell of it.

use iced::widget::{column, container, row, text};
use iced::{Alignment, Element, Length};

use super::{Message, Story};
use crate::domain::notice::Notice;
use crate::domain::time::OfficeTime;
use crate::ui::font;
use crate::ui::text as said;
use crate::ui::theme::{Kind, Tone, body, faint, pad, size, space, strong, words};
use crate::ui::widget::parts::{card, fill, hairline, notice, pill, pressable};

/// In whose hands it is, since when, until when, and what comes next; or that it counts for nothing.
pub(super) fn line(story: &Story, now: OfficeTime) -> Option<Element<'_, Message>> {
    let record = &story.record;
    if let Some(because) = &record.voided_because {
        let told = column![
            words(said::voided(because), size::HEADING, font::BOLD).wrapping(text::Wrapping::Word),
            body(said::VOIDED_EXPLAINED).wrapping(text::Wrapping::Word),
        ];
        let voided = notice(Tone::Bad, told.spacing(space::TINY));
        let there = whereabouts(story, now);
        return Some(column![voided].push(there).spacing(space::SMALL).into());
    }
    whereabouts(story, now)
}

fn whereabouts(story: &Story, now: OfficeTime) -> Option<Element<'_, Message>> {
    let (record, progress) = (&story.record, story.progress.as_ref());
    let told = said::whereabouts(record, progress, now)?;
    let told = words(told, size::BODY, font::MEDIUM).wrapping(text::Wrapping::Word);
    let late = said::late_now(record, progress).map(|late| pill(late, Tone::Bad));
    let line = row![told].push(late).spacing(space::SMALL).align_y(Alignment::Center).wrap();
    Some(column![hairline(), line].spacing(space::SMALL).into())
}

/// The changes of hands, oldest first, as the control sheet has them.
pub(super) fn hands_card(story: &Story) -> Option<Element<'_, Message>> {
    if story.control.is_empty() {
        return None;
    }
    let lines = story.control.iter().map(|line| {
        let told = body(said::control_line(line)).wrapping(text::Wrapping::Word);
        let verdict = said::control_verdict(line).map(|(told, tone)| pill(told, tone));
        let at = row![faint(said::clock(line.at))].push(verdict).spacing(space::SMALL);
        let note = (!line.note.is_empty())
            .then(|| faint(line.note.as_str()).wrapping(text::Wrapping::Word));
        let head = at.align_y(Alignment::Center);
        column![head, told].push(note).spacing(2).into()
    });
    let count = faint(said::hands_count(story.control.len()));
    let content = column(lines).spacing(space::MEDIUM);
    Some(card(said::HANDS, count, content).width(Length::Fill).into())
}

/// The notices, newest first, each to be printed again.
pub(super) fn notices_card(story: &Story, ready: bool) -> Option<Element<'_, Message>> {
    if story.notices.is_empty() {
        return None;
    }
    let lines = story.notices.iter().rev().map(|notice| notice_line(notice, ready));
    let content = column(lines).spacing(space::MEDIUM);
    Some(card(said::NOTICES, fill(), content).width(Length::Fill).into())
}

fn notice_line(notice: &Notice, ready: bool) -> Element<'_, Message> {
    let print = (ready && !notice.undone).then_some(Message::Notice(notice.id, notice.kind));
    let again = pressable(Kind::Quiet, faint(said::PRINT_AGAIN), print).padding(pad::LINK);
    let again = (!notice.undone).then_some(again);
    let undone = notice.undone.then(|| pill(said::NOTICE_UNDONE, Tone::Bad));
    let name = strong(said::notice_told(notice)).wrapping(text::Wrapping::Word);
    let head = row![container(name).width(Length::Fill)].push(again).align_y(Alignment::Center);
    let lines = said::notice_lines(notice).into_iter();
    let lines = lines.map(|line| body(line).wrapping(text::Wrapping::Word).into());
    column![head].push(undone).push(faint(said::notice_by(notice))).extend(lines).spacing(2).into()
}

/// The signed result.
pub(super) fn result_card(story: &Story) -> Option<Element<'_, Message>> {
    let result = story.result.as_ref()?;
    let told = body(said::result_told(result)).wrapping(text::Wrapping::Word);
    let at = faint(said::clock(result.at));
    Some(card(said::RESULT, at, told).width(Length::Fill).into())
}
