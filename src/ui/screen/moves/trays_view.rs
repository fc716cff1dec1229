//! How the screen of trays looks: what is expected next, and what was put where.

use iced::widget::{column, container, row, text};
use iced::{Element, Length};

use super::scans_view::{TOLD, newest_wrong, wrong_card};
use super::trays::{Message, Placed, State, Trays};
use super::{BAR, CODE};
use crate::ui::screen::Context;
use crate::ui::text::{self as words, moves as said};
use crate::ui::theme::{Tone, body, faint, space, title};
use crate::ui::widget::dossier_list::fitting;
use crate::ui::widget::grid::{Cell, Column, Grid, Width};
use crate::ui::widget::parts::{Field, card, notice, scrolled};

/// The width of what stands at the right, and the narrowest room for it.
const SIDE: f32 = 300.0;
const WITH_SIDE: f32 = 900.0;

/// What stands above and below the rows in their card.
const AROUND: f32 = 200.0;

/// How many rows a low screen shows at least.
const FEWEST: usize = 4;

const COLUMNS: &[Column] = &[
    (words::CODE, Width::Fixed(166.0)),
    (words::APPLICANT_HEAD, Width::Share(5.0)),
    (said::TRAY_HEAD, Width::Share(3.0)),
    (said::BEFORE_HEAD, Width::Share(3.0)),
    (said::STATE_HEAD, Width::Fixed(86.0)),
];

impl Trays {
    /// How many rows are on the screen.
    pub(super) fn fit(&self, context: &Context<'_>) -> usize {
        let told = context.room.width < WITH_SIDE && !self.wrong.is_empty();
        let around = AROUND + if told { TOLD } else { 0.0 };
        fitting(context.room.height - BAR - around).max(FEWEST)
    }

    pub(super) fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let wide = context.room.width >= WITH_SIDE;
        let width = context.room.width - if wide { SIDE + space::LARGE } else { 0.0 };
        let (tone, next) = said::next_of_trays(self.tray.as_deref(), self.folder.as_deref());
        let next = notice(tone, title(next).wrapping(text::Wrapping::Word));
        let code = Field::new("", &self.code, CODE, Message::Code)
            .placeholder(said::TRAY_HINT)
            .on_submit(Message::Enter)
            .view();
        let rows: Element<'a, Message> = if self.placed.is_empty() {
            faint(said::NOTHING_PLACED).wrapping(text::Wrapping::Word).into()
        } else {
            self.rows(width - 2.0 * space::LARGE, context)
        };
        let rows = container(rows).height(if wide { Length::Fill } else { Length::Shrink });
        let wrong = (!wide).then(|| newest_wrong(&self.wrong)).flatten();
        let content = column![next, code].extend(wrong).push(rows).push(faint(said::TRAY_KEYS));
        let content = content.spacing(space::MEDIUM);
        let count = faint(said::placed(self.put_count()));
        let list = card(said::TRAYS, count, content).width(Length::Fill);
        let side: Element<'a, Message> = if self.wrong.is_empty() || !wide {
            let how = body(said::TRAYS_HOW).wrapping(text::Wrapping::Word);
            card(said::HOW, faint(""), how).width(Length::Fill).into()
        } else {
            wrong_card(said::WRONG_HERE, &self.wrong)
        };
        if wide {
            let side = scrolled("moves-side", side).width(SIDE).height(Length::Fill);
            return row![list.height(Length::Fill), side].spacing(space::LARGE).into();
        }
        let all = column![list, side].spacing(space::LARGE);
        scrolled("moves-page", all).height(Length::Fill).into()
    }

    fn put_count(&self) -> usize {
        self.placed.iter().filter(|placed| placed.state == State::Put).count()
    }

    fn rows<'a>(&'a self, width: f32, context: &Context<'a>) -> Element<'a, Message> {
        let shown = self.cursor.shown(self.placed.len(), self.fit(context));
        let top = shown.start;
        let rows = self.placed.get(shown).unwrap_or_default().iter().map(cells).collect();
        Grid {
            columns: COLUMNS,
            rows,
            selected: self.cursor.at().checked_sub(top),
            width,
            page: top,
            on_press: Box::new(move |index| Message::Press(top + index)),
            on_wheel: Box::new(Message::Move),
        }
        .view()
    }
}

fn cells(placed: &Placed) -> Vec<Cell> {
    let (state, tone) = match placed.state {
        State::Asked => (said::LOOKING_UP, Tone::Plain),
        State::Put => (said::PUT, Tone::Good),
        State::TakenBack => (said::TAKEN_BACK, Tone::Warn),
    };
    vec![
        Cell::Plain(placed.code.clone()),
        Cell::Strong(placed.applicant.clone()),
        Cell::Strong(placed.tray.clone()),
        Cell::Faint(said::lay_in(&placed.before)),
        Cell::Pill(state.to_owned(), tone),
    ]
}
