//! A list of dossiers: a head, and the rows that fit; one of them is under the keyboard.

use iced::widget::{Space, button, column, container, mouse_area, row, text};
use iced::{Alignment, Element, Length, mouse};

use super::leaf::Leaf;
use super::parts::{hairline, pill, tick};
use crate::domain::time::OfficeTime;
use crate::store::ListRow;
use crate::ui::theme::{self, Kind, faint, size, space, words};
use crate::ui::{font, text as said};

/// The height of a row.
pub(crate) const ROW: f32 = 34.0;
/// The height of the head with its line.
pub(crate) const HEAD: f32 = 31.0;

const CODE: f32 = 166.0;
const DUE: f32 = 100.0;
const MARK: f32 = 20.0;
/// About how wide a letter is, for cutting long names where they end.
const LETTER: f32 = 7.3;
/// The narrowest list that shows who handles a dossier.
const WITH_FIELD: f32 = 620.0;

/// Whether the dossier with this code is marked.
pub(crate) type Marked<'a> = Box<dyn Fn(&str) -> bool + 'a>;

/// What a list shows and answers.
pub(crate) struct List<'a, Message> {
    pub(crate) rows: &'a [ListRow],
    pub(crate) selected: Option<usize>,
    /// Which rows are marked; `None` in a list without marks.
    pub(crate) marked: Option<Marked<'a>>,
    pub(crate) now: OfficeTime,
    pub(crate) width: f32,
    pub(crate) on_press: Box<dyn Fn(usize) -> Message + 'a>,
    pub(crate) on_wheel: Option<Box<dyn Fn(i64) -> Message + 'a>>,
}

/// The widths of the columns that share what is left.
#[derive(Clone, Copy)]
struct Widths {
    applicant: f32,
    procedure: f32,
    field: Option<f32>,
}

impl Widths {
    fn of(width: f32, marks: bool) -> Self {
        let with_field = width >= WITH_FIELD;
        let (columns, taken) = if with_field { (4.0, 15.0) } else { (3.0, 12.0) };
        let fixed = CODE + DUE + if marks { MARK + space::SMALL } else { 0.0 };
        // The rows' own padding is part of the width.
        let share = (width - fixed - columns * space::SMALL - 16.0).max(90.0) / taken;
        Self {
            applicant: share * 5.0,
            procedure: share * 7.0,
            field: with_field.then_some(share * 3.0),
        }
    }
}

impl<'a, Message: Clone + 'a> List<'a, Message> {
    pub(crate) fn view(self) -> Element<'a, Message> {
        let widths = Widths::of(self.width, self.marked.is_some());
        let head = |label, width| container(words(label, size::SMALL, font::MEDIUM)).width(width);
        let mut heads = row![].spacing(space::SMALL);
        if self.marked.is_some() {
            heads = heads.push(Space::new().width(MARK));
        }
        heads = heads
            .push(head(said::CODE, CODE))
            .push(head(said::APPLICANT_HEAD, widths.applicant))
            .push(head(said::PROCEDURE_HEAD, widths.procedure));
        if let Some(width) = widths.field {
            heads = heads.push(head(said::FIELD_HEAD, width));
        }
        heads = heads.push(head(said::DUE_HEAD, DUE));
        let rows: Vec<Element<'a, Message>> = self
            .rows
            .iter()
            .enumerate()
            .map(|(index, row)| self.line(index, row, widths))
            .collect();
        let rows: Element<'a, Message> = match self.on_wheel {
            Some(on_wheel) => mouse_area(column(rows))
                .on_scroll(move |delta| {
                    let lines = match delta {
                        mouse::ScrollDelta::Lines { y, .. } => y * 3.0,
                        mouse::ScrollDelta::Pixels { y, .. } => y / ROW,
                    };
                    on_wheel(whole(-lines))
                })
                .into(),
            None => column(rows).into(),
        };
        let page = self.rows.first().map_or(0, |row| row.id);
        let rows = Leaf::new(rows).turned_to(page);
        let heads = container(heads).padding([6.0, 8.0]);
        column![heads, hairline(), rows].into()
    }

    fn line(&self, index: usize, found: &'a ListRow, widths: Widths) -> Element<'a, Message> {
        let one = |content: &str, font, width: f32| {
            let content = words(said::shortened(content, letters(width)), size::BODY, font);
            container(content.wrapping(text::Wrapping::None)).width(width).clip(true)
        };
        let mut line = row![].spacing(space::SMALL).align_y(Alignment::Center);
        if let Some(marked) = &self.marked {
            line = line.push(container(tick(marked(&found.code))).width(MARK));
        }
        line = line
            .push(one(&found.code, font::REGULAR, CODE))
            .push(one(&found.applicant, font::SEMIBOLD, widths.applicant))
            .push(one(&said::short_name(&found.procedure, 200), font::REGULAR, widths.procedure));
        if let Some(width) = widths.field {
            line = line.push(one(&found.field, font::REGULAR, width));
        }
        let due = match said::due(found, self.now) {
            Some((told, tone)) => pill(told, tone),
            None => faint(said::status(found.status)).wrapping(text::Wrapping::None).into(),
        };
        line = line.push(container(due).width(DUE).clip(true));
        let kind = Kind::Row { selected: self.selected == Some(index) };
        let button = button(container(line).center_y(Length::Fill))
            .padding([0.0, 8.0])
            .height(ROW - 1.0)
            .width(Length::Fill)
            .style(theme::button(kind))
            .on_press((self.on_press)(index));
        column![button, hairline()].into()
    }
}

/// About how many letters fit into `width`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a column has room for a few dozen letters"
)]
pub(super) fn letters(width: f32) -> usize {
    (width / LETTER).max(4.0) as usize
}

/// A number of rows; a wheel that turned at all moves at least one.
#[expect(clippy::cast_possible_truncation, reason = "a wheel turns by a few lines")]
pub(super) fn whole(lines: f32) -> i64 {
    let rounded = lines.round() as i64;
    if rounded == 0 { lines.signum() as i64 } else { rounded }
}

/// How many rows fit into `height`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a screen has room for a few dozen rows"
)]
pub(crate) fn fitting(height: f32) -> usize {
    ((height - HEAD).max(ROW) / ROW).floor() as usize
}
