//! How a dossier's process looks: its card, and the dialogs on top.

use iced::widget::{Space, column, container, row, text, text_editor};
use iced::{Alignment, Element, Length, Padding};

use super::process::{HOLDER, Message, NAME, Passing, STEPS, Typing};
use super::{Dossier, Message as Outer, Story, acts, told_besides};
use crate::desk::progress::{Progress, StepLine};
use crate::domain::dossier::Dossier as Record;
use crate::domain::invalid::Field as Place;
use crate::domain::progress::StepState;
use crate::ui::font;
use crate::ui::text as said;
use crate::ui::theme::{self, Kind, Tone, body, faint, pad, size, space, strong};
use crate::ui::widget::leaf::Leaf;
use crate::ui::widget::parts::{Field, act, card, complaint, fill, pill, place};

/// A step's dot, and the line to the next.
const DOT: f32 = 12.0;
const LINE: f32 = 2.0;
/// The height of the text area.
const AREA: f32 = 190.0;

/// The card *Quy trình ISO 9001*.
pub(super) fn process_card(story: &Story) -> Element<'_, Outer> {
    match &story.progress {
        Some(progress) => way(progress, &story.record),
        None => {
            let ask = Outer::Process(Message::Type);
            let types = acts::may_type_process(story)
                .then(|| act(Kind::Other, said::TYPE_PROCESS, "Ctrl J", Some(ask)));
            let content = column![faint(said::NO_PROCESS).wrapping(text::Wrapping::Word)]
                .push(types)
                .spacing(space::MEDIUM);
            card(said::PROCESS, fill(), content).width(Length::Fill).into()
        }
    }
}

fn way<'a>(progress: &'a Progress, record: &'a Record) -> Element<'a, Outer> {
    let last = progress.steps.len();
    let steps = progress.steps.iter().map(|step| step_row(step, record, step.step == last));
    let right = faint(said::process_and_limit(progress, record));
    card(said::PROCESS, right, column(steps)).width(Length::Fill).into()
}

fn step_row<'a>(step: &'a StepLine, record: &Record, last: bool) -> Element<'a, Outer> {
    let tone = match (step.state, step.late) {
        (StepState::Passed, false) => Tone::Good,
        (StepState::Passed | StepState::Running, true) => Tone::Bad,
        (StepState::Running, false) => Tone::Accent,
        (StepState::ToCome | StepState::Skipped, _) => Tone::Plain,
    };
    let dot = container(Space::new()).width(DOT).height(DOT).style(theme::dot(tone));
    let line = container(Space::new()).width(LINE).height(Length::Fill);
    let line = if last { line } else { line.style(theme::hairline) };
    let mark = column![container(dot).padding(pad::STEP), line]
        .align_x(Alignment::Center)
        .width(DOT)
        .height(Length::Fill);
    let mut name = row![strong(step.name.as_str()).wrapping(text::Wrapping::Word)]
        .spacing(space::SMALL)
        .align_y(Alignment::Center);
    if let Some(late) = said::step_late(step) {
        name = name.push(pill(late, Tone::Bad));
    }
    if let Some((state, tone)) = said::step_state(step, record.status) {
        name = name.push(pill(state, tone));
    }
    let who = faint(said::step_who(step)).wrapping(text::Wrapping::Word);
    let what = column![name.wrap(), who].width(Length::Fill);
    let when = [said::step_due(step), said::step_done(step)];
    let when = when.into_iter().flatten().map(|told| faint(told).into());
    let told = row![what, column(when).align_x(Alignment::End)].spacing(space::MEDIUM);
    let below = if last { 0.0 } else { space::LARGE };
    let told = container(told).padding(Padding::ZERO.bottom(below));
    // As high as what is told; the line takes that height.
    row![mark, told].spacing(space::MEDIUM).height(Length::Shrink).into()
}

impl Dossier {
    /// Asks who has the dossier at its next step.
    pub(super) fn next_dialog<'a>(&'a self, passing: &'a Passing) -> Option<Element<'a, Outer>> {
        let progress = self.story.as_ref()?.progress.as_ref()?;
        let step = progress.steps.get(passing.step.checked_sub(1)?)?;
        let does = (!self.busy).then_some(Outer::Process(Message::Move));
        let acts = row![act(Kind::Main, said::NEXT_STEP, "Enter", does), faint("Esc"),]
            .spacing(space::MEDIUM)
            .align_y(Alignment::Center);
        let asked: Element<'_, Outer> = if self.ahead_returns() {
            body(said::NEXT_RETURNS).wrapping(text::Wrapping::Word).into()
        } else {
            Field::new(said::STEP_HOLDER, &passing.holder, HOLDER, |holder| {
                Outer::Process(Message::Holder(holder))
            })
            .wrong(passing.refusal.at(Place::StepHolder))
            .on_submit(Outer::Process(Message::Move))
            .view()
        };
        let ahead = strong(said::step_ahead(step)).wrapping(text::Wrapping::Word);
        let besides = told_besides(passing.refusal.elsewhere(&[Place::StepHolder]));
        let content = column![ahead, asked].push(besides).push(acts).spacing(space::MEDIUM);
        Some(card(said::NEXT_STEP, faint(""), content).width(520).into())
    }

    /// Where the process of the procedure is typed.
    pub(super) fn process_dialog<'a>(&'a self, typing: &'a Typing) -> Option<Element<'a, Outer>> {
        let record = &self.story.as_ref()?.record;
        let name = Field::new(said::PROCESS_NAME, &typing.name, NAME, |name| {
            Outer::Process(Message::Name(name))
        })
        .placeholder(said::PROCESS_NAME_HINT)
        .on_submit(Outer::Process(Message::ToSteps))
        .width(220);
        let area = text_editor(&typing.steps)
            .id(STEPS)
            .placeholder(said::PROCESS_STEPS_HINT)
            .on_action(|action| Outer::Process(Message::Edit(action)))
            .size(size::BODY)
            .font(font::REGULAR)
            .padding(pad::FIELD)
            .height(AREA)
            .style(theme::area(!typing.wrong.is_empty()));
        let steps = column![faint(said::PROCESS_STEPS), Leaf::new(area)].spacing(3);
        let wrong = typing.wrong.iter().map(|sentence| complaint(sentence));
        let acts = row![
            act(
                Kind::Main,
                said::KEEP_PROCESS,
                "Ctrl Enter",
                (!self.busy).then_some(Outer::Process(Message::Keep))
            ),
            faint("Esc"),
        ]
        .spacing(space::MEDIUM)
        .align_y(Alignment::Center);
        let applies = faint(said::process_applies(record)).wrapping(text::Wrapping::Word);
        let wrong = place((!typing.wrong.is_empty()).then(|| column(wrong).spacing(space::TINY)));
        let content = column![applies, name.view(), steps, wrong, acts].spacing(space::MEDIUM);
        Some(card(said::PROCESS, faint(""), content).width(640).into())
    }
}
