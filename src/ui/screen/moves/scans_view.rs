//! How a list being scanned looks: the other side, the folders, and at the right what does not belong.

use iced::widget::{column, container, row, text};
use iced::{Alignment, Element, Length};

use super::look::Found;
use super::scans::{Entry, Message, Scans, Wrong};
use super::{BAR, CODE, NOTE};
use crate::domain::handover::HandoverKind;
use crate::domain::time::OfficeTime;
use crate::ui::screen::Context;
use crate::ui::text::{self as words, moves as said};
use crate::ui::theme::{Kind, Tone, body, faint, space, strong};
use crate::ui::widget::dossier_list::fitting;
use crate::ui::widget::grid::{Cell, Column, Grid, Width};
use crate::ui::widget::ground::Ground;
use crate::ui::widget::parts::{Field, act, card, notice, scrolled};

/// The width of what stands at the right, and the narrowest room for it.
const SIDE: f32 = 300.0;
const WITH_SIDE: f32 = 900.0;

/// What stands above and below the folders in their card.
const AROUND: f32 = 214.0;

/// The height of a wrong scan above the folders.
pub(super) const TOLD: f32 = 100.0;

/// How many rows a low screen shows at least.
const FEWEST: usize = 4;

const OUT: &[Column] = &[
    ("TT", Width::Fixed(28.0)),
    (words::CODE, Width::Fixed(166.0)),
    (words::APPLICANT_HEAD, Width::Share(5.0)),
    (words::PROCEDURE_HEAD, Width::Share(7.0)),
    (words::DUE_HEAD, Width::Fixed(100.0)),
];

const BACK: &[Column] = &[
    ("TT", Width::Fixed(28.0)),
    (words::CODE, Width::Fixed(166.0)),
    (words::APPLICANT_HEAD, Width::Share(5.0)),
    (said::HOLDER_HEAD, Width::Share(7.0)),
    (words::DUE_HEAD, Width::Fixed(100.0)),
    (said::RESULT_HEAD, Width::Fixed(76.0)),
];

/// The narrowest list back that shows the promise as well.
const WITH_DUE: f32 = 760.0;

const BACK_NARROW: &[Column] = &[
    ("TT", Width::Fixed(28.0)),
    (words::CODE, Width::Fixed(166.0)),
    (words::APPLICANT_HEAD, Width::Share(5.0)),
    (said::HOLDER_HEAD, Width::Share(7.0)),
    (said::RESULT_HEAD, Width::Fixed(76.0)),
];

const POST: &[Column] = &[
    ("TT", Width::Fixed(28.0)),
    (words::CODE, Width::Fixed(166.0)),
    (words::APPLICANT_HEAD, Width::Share(5.0)),
    (words::PROCEDURE_HEAD, Width::Share(6.0)),
    (said::BILL_HEAD, Width::Fixed(150.0)),
];

impl Scans {
    /// How many folders are on the screen.
    pub(super) fn fit(&self, context: &Context<'_>) -> usize {
        let told = context.room.width < WITH_SIDE && !self.wrong.is_empty();
        let around = AROUND + if told { TOLD } else { 0.0 };
        let around = BAR + around + self.target.offers().height();
        fitting(context.room.height - around).max(FEWEST)
    }

    pub(super) fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let wide = context.room.width >= WITH_SIDE;
        let width = context.room.width - if wide { SIDE + space::LARGE } else { 0.0 };
        let list = self.list(width - 2.0 * space::LARGE, context);
        if wide {
            let side = scrolled("moves-side", self.side(wide)).width(SIDE);
            return row![list.height(Length::Fill), side.height(Length::Fill)]
                .spacing(space::LARGE)
                .into();
        }
        // What goes wrong stands beside the codes: nobody scrolls while scanning.
        let all = column![list, self.side(wide)].spacing(space::LARGE);
        scrolled("moves-page", all).height(Length::Fill).into()
    }

    /// The card of the list itself.
    fn list<'a>(&'a self, width: f32, context: &Context<'a>) -> Ground<'a, Message> {
        let (labels, hint) = said::other_side(self.kind);
        let note = Field::new(words::NOTE, &self.note, NOTE, Message::Note)
            .placeholder(said::MAY_BE_EMPTY)
            .on_submit(Message::ToCode);
        let nobody = self.nobody.as_deref();
        let target = self.target.view(labels, hint, nobody, Message::Target, note.view());
        let code = Field::new("", &self.code, CODE, Message::Code)
            .placeholder(said::scan_hint(self.kind))
            .on_submit(Message::Enter)
            .view();
        let make = (!self.busy).then_some(Message::Make);
        let make = act(Kind::Main, said::make(self.kind), "Ctrl Enter", make);
        let scan = row![code, make].spacing(space::MEDIUM).align_y(Alignment::Center);
        let rows: Element<'a, Message> = if self.entries.is_empty() {
            faint(said::nothing_yet(self.kind)).wrapping(text::Wrapping::Word).into()
        } else {
            self.rows(width, context)
        };
        let wide = context.room.width >= WITH_SIDE;
        let rows = container(rows).height(if wide { Length::Fill } else { Length::Shrink });
        let several = self
            .of_several()
            .then(|| notice(Tone::Warn, body(said::OF_SEVERAL).wrapping(text::Wrapping::Word)));
        let wrong = (!wide).then(|| newest_wrong(&self.wrong)).flatten();
        let refused = self.refused.iter().map(|sentence| {
            notice(Tone::Bad, body(sentence).wrapping(text::Wrapping::Word).width(Length::Fill))
        });
        let content = column![target, scan]
            .extend(refused)
            .extend(wrong)
            .extend(several)
            .push(rows)
            .push(faint(said::scan_keys(self.kind)))
            .spacing(space::MEDIUM);
        let count = faint(said::folders(self.entries.len()));
        card(said::scanning(self.kind), count, content).width(Length::Fill)
    }

    fn rows<'a>(&'a self, width: f32, context: &Context<'a>) -> Element<'a, Message> {
        let shown = self.cursor.shown(self.entries.len(), self.fit(context));
        let (top, now) = (shown.start, context.session.now());
        let columns = match self.kind {
            HandoverKind::Out => OUT,
            HandoverKind::Back if width < WITH_DUE => BACK_NARROW,
            HandoverKind::Back => BACK,
            HandoverKind::PostOut | HandoverKind::PostIn => POST,
        };
        let entries = self.entries.get(shown).unwrap_or_default();
        let with_due = columns.len() != BACK_NARROW.len() || self.kind != HandoverKind::Back;
        let cells = |(place, entry)| self.cells(place, entry, with_due, now);
        let rows = (top..).zip(entries).map(cells);
        Grid {
            columns,
            rows: rows.collect(),
            selected: self.cursor.at().checked_sub(top),
            width,
            page: top,
            on_press: Box::new(move |index| Message::Press(top + index)),
            on_wheel: Box::new(Message::Move),
        }
        .view()
    }

    fn cells(&self, place: usize, entry: &Entry, with_due: bool, now: OfficeTime) -> Vec<Cell> {
        let mut cells = vec![Cell::Faint((place + 1).to_string()), Cell::Plain(entry.code.clone())];
        let Some(found) = &entry.found else {
            cells.push(Cell::Faint(said::LOOKING_UP.to_owned()));
            return cells;
        };
        cells.push(Cell::Strong(found.applicant.clone()));
        let procedure = Cell::Plain(words::short_name(&found.procedure, 200));
        match self.kind {
            HandoverKind::Out => cells.extend([procedure, due(found, now)]),
            HandoverKind::Back => {
                cells.push(Cell::Plain(said::holder(&found.holder)));
                cells.extend(with_due.then(|| due(found, now)));
                cells.push(Cell::Tick(entry.result));
            }
            HandoverKind::PostOut | HandoverKind::PostIn => {
                cells.extend([procedure, Cell::Strong(entry.bill.clone())]);
            }
        }
        cells
    }

    /// What does not belong on the list, where there is room for it, and what was made.
    fn side(&self, wide: bool) -> Element<'_, Message> {
        let mut side = column![].spacing(space::LARGE);
        if wide && !self.wrong.is_empty() {
            side = side.push(wrong_card(said::WRONG, &self.wrong));
        }
        if let Some(list) = &self.made {
            let told = body(said::made(list)).wrapping(text::Wrapping::Word);
            let hint = faint(said::MADE_HINT).wrapping(text::Wrapping::Word);
            let made = column![told, hint].spacing(space::SMALL);
            side = side.push(card(said::JUST_MADE, faint(""), made).width(Length::Fill));
        }
        if self.wrong.is_empty() && self.made.is_none() {
            let how = body(said::how(self.kind)).wrapping(text::Wrapping::Word);
            side = side.push(card(said::HOW, faint(""), how).width(Length::Fill));
        }
        side.into()
    }
}

/// Scans that do not belong where they were made, the newest first.
pub(super) fn wrong_card<'a, Message: 'a>(
    title: &'static str,
    wrong: &'a [Wrong],
) -> Element<'a, Message> {
    let content = column(wrong.iter().map(told)).push(faint(said::WRONG_KEYS));
    let count = faint(wrong.len().to_string());
    card(title, count, content.spacing(space::SMALL)).width(Length::Fill).into()
}

/// The newest of them where there is room for one.
pub(super) fn newest_wrong<'a, Message: 'a>(wrong: &'a [Wrong]) -> Option<Element<'a, Message>> {
    let newest = told(wrong.first()?);
    let more = faint(said::more_wrong(wrong.len() - 1));
    Some(column![newest, more].spacing(2).into())
}

fn told<'a, Message: 'a>(wrong: &'a Wrong) -> Element<'a, Message> {
    let why = wrong
        .why
        .iter()
        .map(|sentence| body(sentence).wrapping(text::Wrapping::Word).width(Length::Fill).into());
    notice(Tone::Bad, column![strong(wrong.text.as_str())].extend(why).spacing(2))
}

/// How the promise of a dossier stands.
fn due(found: &Found, now: OfficeTime) -> Cell {
    match words::due_in(found.status, found.due_at, now) {
        Some((told, tone)) => Cell::Pill(told, tone),
        None => Cell::Faint(words::status(found.status).to_owned()),
    }
}
