//! How the question and its answer look.

use iced::widget::{Space, button, column, container, mouse_area, row, text};
use iced::{Alignment, Element, Length, mouse};

use super::{MOVES, Message, Question, REASON, Stage, Table, fit, on_table};
use crate::desk::calendar_change::{Moved, MovedKind};
use crate::ui::font;
use crate::ui::screen::Context;
use crate::ui::text as sentences;
use crate::ui::text::calendar as said;
use crate::ui::theme::{self, Kind, Tone, body, faint, pad, size, space, words};
use crate::ui::widget::dossier_list::ROW;
use crate::ui::widget::hot::Hot;
use crate::ui::widget::leaf::Leaf;
use crate::ui::widget::parts::{
    Field, act, card, complaint, fill, hairline, notice, pill, pressable, tick,
};

const TICK: f32 = 20.0;
const CODE: f32 = 166.0;
const APPLICANT: f32 = 150.0;
const APPLICANT_NARROW: f32 = 120.0;
const PHONE: f32 = 96.0;
const OLD: f32 = 148.0;
const NEW: f32 = 152.0;
const HOW: f32 = 106.0;
/// The narrowest table that names the procedure, and the narrowest with the telephone number as well
/// as how a promise moves.
const WITH_PROCEDURE: f32 = 960.0;
pub(super) const WITH_KIND: f32 = 850.0;
/// About how wide a letter is, for cutting long names where they end.
const LETTER: f32 = 7.3;
/// How much fewer bold letters fit.
const BOLD: f32 = 0.9;

impl Question {
    pub(in crate::ui::screen::calendar) fn view<'a>(
        &'a self,
        context: &Context<'_>,
    ) -> Element<'a, Message> {
        match &self.stage {
            Stage::Counting { done, all, .. } => counting(*done, *all),
            Stage::Answered(table) => self.answered(table, context),
        }
    }

    fn answered<'a>(&'a self, table: &'a Table, context: &Context<'_>) -> Element<'a, Message> {
        let reason = Field::new(said::WHY, &self.reason, REASON, Message::Reason)
            .placeholder(said::REASON_HINT)
            .marked(self.wrong.is_some())
            .on_submit(Message::Write)
            .view();
        let reason = column![reason].push(self.wrong.map(complaint)).spacing(3);
        let label = said::write(table.moved.len(), table.ticked(), self.edit.recount);
        let label = row![
            words(label, size::BODY, font::SEMIBOLD),
            words("Ctrl Enter", size::SMALL, font::REGULAR)
        ]
        .spacing(space::MEDIUM)
        .align_y(Alignment::Center);
        let acts = row![
            pressable(Kind::Main, label, (!table.busy).then_some(Message::Write)),
            act(Kind::Other, said::LEAVE_AS_IS, "Esc", Some(Message::Cancel)),
            fill(),
        ]
        .spacing(space::MEDIUM)
        .align_y(Alignment::Center);
        if table.moved.is_empty() && self.edit.recount {
            let none = notice(Tone::Good, body(said::nothing_moves(table.looked_at)));
            let back = act(Kind::Other, said::LEAVE_AS_IS, "Esc", Some(Message::Cancel));
            let content = column![none, back].spacing(space::LARGE);
            return card(said::RECOUNT, faint(""), content).width(Length::Fill).into();
        }
        if table.moved.is_empty() {
            let none = notice(
                Tone::Good,
                body(said::nothing_moves(table.looked_at)).wrapping(text::Wrapping::Word),
            );
            let content = column![none, reason, acts].spacing(space::LARGE);
            return card(said::WHAT_IF, faint(""), content).width(Length::Fill).into();
        }
        let head = row![
            body(said::moves(table.moved.len(), table.looked_at, table.span()))
                .wrapping(text::Wrapping::Word)
                .width(Length::Fill),
            faint(said::ticked(table.ticked(), table.moved.len())),
        ]
        .spacing(space::LARGE)
        .align_y(Alignment::Center);
        let width = context.room.width - 2.0 * space::LARGE;
        let list = Hot::new(
            MOVES,
            container(rows(table, fit(context), width)).padding(pad::RING),
            on_table,
        );
        let content = column![
            head,
            list,
            Space::new().height(Length::Fill),
            reason,
            row![acts, faint(said::TABLE_KEYS)].spacing(space::MEDIUM).align_y(Alignment::Center)
        ]
        .spacing(space::MEDIUM);
        card(said::WHAT_IF, faint(said::SLIPS_HINT), content)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }
}

/// The bar while dossiers are counted again.
#[expect(clippy::cast_precision_loss, reason = "an office has thousands of open dossiers")]
fn counting<'a>(done: usize, all: usize) -> Element<'a, Message> {
    let bar = iced::widget::progress_bar(0.0..=(all.max(1) as f32), done as f32)
        .girth(8)
        .style(theme::progress);
    let content = column![
        body(said::counting(done, all)),
        bar,
        act(Kind::Other, said::STOP, "Esc", Some(Message::Cancel)),
    ]
    .spacing(space::LARGE);
    card(said::WHAT_IF, faint(""), content).width(Length::Fill).into()
}

/// A column's width, and what stands in it.
struct Columns {
    applicant: f32,
    procedure: f32,
    kind: bool,
}

impl Columns {
    fn of(width: f32) -> Self {
        let kind = width >= WITH_KIND;
        let applicant = if kind { APPLICANT } else { APPLICANT_NARROW };
        let fixed = TICK + CODE + applicant + PHONE + OLD + NEW + if kind { HOW } else { 0.0 };
        let left = width - fixed - 7.0 * space::SMALL - 24.0;
        Self { applicant, procedure: if width >= WITH_PROCEDURE { left } else { 0.0 }, kind }
    }

    /// Puts the parts of one line side by side; what has no room is left out.
    fn line<'a>(&self, parts: [Element<'a, Message>; 8]) -> Element<'a, Message> {
        let widths = [TICK, CODE, self.applicant, PHONE, self.procedure, OLD, NEW, HOW];
        let mut line = row![].spacing(space::SMALL).align_y(Alignment::Center);
        for (place, (part, width)) in parts.into_iter().zip(widths).enumerate() {
            if (place == 4 && self.procedure <= 0.0) || (place == 7 && !self.kind) {
                continue;
            }
            line = line.push(container(part).width(width).clip(true));
        }
        line.into()
    }
}

fn rows(table: &Table, fit: usize, width: f32) -> Element<'_, Message> {
    let columns = Columns::of(width);
    let head = |label| Element::from(words(label, size::SMALL, font::MEDIUM));
    let heads = columns.line([
        Space::new().into(),
        head(sentences::CODE),
        head(sentences::APPLICANT_HEAD),
        head(said::PHONE_HEAD),
        head(sentences::PROCEDURE_HEAD),
        head(said::OLD_HEAD),
        head(said::NEW_HEAD),
        head(""),
    ]);
    let end = (table.top + fit).min(table.moved.len());
    let shown = table.moved.get(table.top..end).unwrap_or_default();
    let lines = (table.top..).zip(shown).map(|(place, one)| {
        let ticked = table.ticked.get(place).copied().unwrap_or_default();
        line(place, one, ticked, place == table.at, &columns)
    });
    let lines = mouse_area(column(lines)).on_scroll(|delta| {
        let up = match delta {
            mouse::ScrollDelta::Lines { y, .. } | mouse::ScrollDelta::Pixels { y, .. } => y > 0.0,
        };
        Message::Move(if up { -3 } else { 3 })
    });
    let page = table.moved.get(table.top).map_or(0, |one| one.id);
    column![container(heads).padding(pad::ROW), hairline(), Leaf::new(lines).turned_to(page)].into()
}

fn line<'a>(
    place: usize,
    one: &'a Moved,
    ticked: bool,
    selected: bool,
    columns: &Columns,
) -> Element<'a, Message> {
    let plain = |content: String, font| -> Element<'a, Message> {
        words(content, size::BODY, font).wrapping(text::Wrapping::None).into()
    };
    let cut = |content: &str, width: f32| sentences::shortened(content, letters(width));
    let (how, tone) = match one.kind {
        MovedKind::Later => (said::LATER, Tone::Warn),
        MovedKind::Earlier => (said::EARLIER, Tone::Good),
        MovedKind::ClosedOnDue => (said::CLOSED_ON_DUE, Tone::Bad),
    };
    let procedure = sentences::short_name(&one.procedure, 200);
    let parts = [
        tick(ticked),
        plain(one.code.clone(), font::REGULAR),
        plain(cut(&one.applicant, columns.applicant * BOLD), font::SEMIBOLD),
        plain(one.phone.clone(), font::REGULAR),
        plain(cut(&procedure, columns.procedure), font::REGULAR),
        plain(said::moment_short(one.old), font::REGULAR),
        plain(said::moment_short(one.new), font::SEMIBOLD),
        pill(how, tone),
    ];
    let face = container(columns.line(parts)).center_y(Length::Fill);
    let face = button(face)
        .padding(pad::LINE)
        .height(ROW - 1.0)
        .width(Length::Fill)
        .style(theme::button(Kind::Row { selected }))
        .on_press(Message::Press(place));
    column![face, hairline()].into()
}

/// About how many letters fit into `width`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a column has room for a few dozen letters"
)]
fn letters(width: f32) -> usize {
    (width / LETTER).max(4.0) as usize
}
