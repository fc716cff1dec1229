//! How a dossier looks.

use iced::widget::{column, container, row, text};
use iced::{Alignment, Element, Length};

use super::process_view::process_card;
use super::{
    Deed, Dialog, Dossier, Message, REASON, Story, branch, clock, counting, has_slip, process,
};
use crate::desk::branch::may_change;
use crate::domain::dossier::Dossier as Record;
use crate::domain::status::Status;
use crate::ui::font;
use crate::ui::screen::{Context, reason_dialog};
use crate::ui::text as said;
use crate::ui::theme::{self, Kind, Tone, body, faint, pad, size, space, title, words};
use crate::ui::widget::day_strip::day_strip;
use crate::ui::widget::parts::{self, card, fill, pill, plain_card, scrolled};

/// The width of the column of acts.
const ACTS: f32 = 226.0;
/// The narrowest room for acts beside the dossier.
const WITH_ACTS: f32 = 760.0;

impl Dossier {
    pub(crate) fn view(&self, context: &Context<'_>) -> Element<'_, Message> {
        let Some(story) = &self.story else { return faint(said::OPENING).into() };
        let now = context.session.now();
        let record = &story.record;
        let two = context.room.width >= WITH_ACTS;
        let (left, right) = if story.progress.is_some() {
            let right = column![papers(record), fees(record), people(record), story_card(story)];
            (column![process_card(story), promise(record)].extend(clock_card(story)), right)
        } else {
            let right = column![papers(record), people(record), fees(record), process_card(story)];
            let left = column![promise(record)].extend(clock_card(story));
            (left.push(story_card(story)), right)
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
                scrolled("dossier", main).width(Length::Fill).height(Length::Fill),
                self.acts(record).width(ACTS)
            ]
            .spacing(space::LARGE)
            .into()
        } else {
            let main = column![head, self.acts(record), cards].spacing(space::LARGE);
            scrolled("dossier", main).height(Length::Fill).into()
        }
    }

    /// What can be done with it now.
    fn acts<'a>(&self, record: &Record) -> iced::widget::Column<'a, Message> {
        let open = !record.status.is_final();
        let ready = !self.busy;
        let when = |wanted: bool, message| (wanted && ready).then_some(message);
        let wide = |label, shortcut, kind, message: Option<Message>| {
            parts::wide_act(kind, label, shortcut, message)
        };
        let mut acts = column![].spacing(space::SMALL);
        let give = when(!record.is_waiting(), Message::GiveBack);
        if self.ahead().is_some() {
            let ask = when(true, Message::Process(process::Message::Ask));
            acts = acts.push(wide(said::NEXT_STEP, "Ctrl Enter", Kind::Main, ask));
            acts = acts.push(wide(said::GIVE_BACK, "Ctrl G", Kind::Other, give));
        } else if let Some(deed) = Deed::of(record).find(|deed| deed.ends_wait()) {
            let begin = when(true, Message::Clock(clock::Message::Begin(deed)));
            acts = acts.push(wide(said::deed(deed), "Ctrl Enter", Kind::Main, begin));
        } else if open {
            acts = acts.push(wide(said::GIVE_BACK, "Ctrl Enter", Kind::Main, give));
        }
        if record.status.may_become(Status::Finished) {
            acts =
                acts.push(wide(said::FINISH, "Ctrl R", Kind::Other, when(true, Message::Finish)));
        }
        if open {
            acts =
                acts.push(wide(said::CORRECT, "Ctrl E", Kind::Other, when(true, Message::Correct)));
        }
        for deed in Deed::of(record).filter(|deed| !deed.ends_wait()) {
            let begin = when(true, Message::Clock(clock::Message::Begin(deed)));
            acts = acts.push(wide(said::deed(deed), deed.shortcut(), Kind::Other, begin));
        }
        if may_change(record.status) {
            let open = Message::Branch(branch::Message::Open);
            acts = acts.push(wide(said::BRANCH_ACT, "Ctrl L", Kind::Other, when(true, open)));
        }
        acts.push(wide(said::HOW_COUNTED, "Ctrl I", Kind::Other, Some(Message::Days)))
            .push(words(said::PRINT, size::LABEL, font::SEMIBOLD))
            .push(wide(
                said::REPRINT,
                "Ctrl P",
                Kind::Other,
                when(has_slip(record), Message::Reprint),
            ))
    }

    pub(crate) fn dialog(&self) -> Option<Element<'_, Message>> {
        match self.dialog.as_ref()? {
            Dialog::Reprint(reason) => Some(reason_dialog(
                said::REPRINT,
                said::reprint_explained(&self.code),
                reason,
                REASON,
                Message::Reason,
                Message::Print,
            )),
            Dialog::Clock(form) => Some(form.view().map(Message::Clock)),
            Dialog::Next(holder) => self.next_dialog(holder),
            Dialog::Process(typing) => self.process_dialog(typing),
            Dialog::Days => {
                let told = self.story.as_ref()?.told.as_ref()?;
                Some(counting::dialog(told, self.busy))
            }
            Dialog::Branch(choice) => {
                Some(branch::dialog(choice, &self.story.as_ref()?.record, self.busy))
            }
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
    plain_card(row![left, right].align_y(Alignment::Center)).width(Length::Fill).into()
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
        return card(said::PAPERS_TITLE, right, faint(said::NO_PAPERS)).width(Length::Fill).into();
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
    let lines = said::story(
        &story.journal,
        &story.prints,
        &story.corrections,
        story.hand_back.as_ref(),
        story.progress.as_ref(),
    );
    let rows = lines.into_iter().map(|line| {
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
