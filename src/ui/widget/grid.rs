//! A list in columns: a head, and the rows that fit; one of them is under the keyboard.

use iced::widget::{button, column, container, mouse_area, row, text};
use iced::{Alignment, Element, Length, mouse};

use super::dossier_list::{ROW, letters, whole};
use super::leaf::Leaf;
use super::parts::{hairline, pill, tick};
use crate::ui::theme::{self, Kind, Tone, faint, size, space, words};
use crate::ui::{font, text as said};

/// How wide a column is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Width {
    /// In logical pixels.
    Fixed(f32),
    /// So many parts of what is left.
    Share(f32),
}

/// A column: its head and its width.
pub(crate) type Column = (&'static str, Width);

/// What stands in a column of a row.
#[derive(Debug, Clone)]
pub(crate) enum Cell {
    /// Nothing.
    Empty,
    /// Ordinary text.
    Plain(String),
    /// A name that stands out.
    Strong(String),
    /// Something secondary.
    Faint(String),
    /// A coloured label.
    Pill(String, Tone),
    /// A check mark.
    Tick(bool),
}

/// What a grid shows and answers.
pub(crate) struct Grid<'a, Message> {
    pub(crate) columns: &'a [Column],
    /// The rows on the screen.
    pub(crate) rows: Vec<Vec<Cell>>,
    /// Which of them is under the keyboard.
    pub(crate) selected: Option<usize>,
    pub(crate) width: f32,
    /// Tells one screenful from another.
    pub(crate) page: usize,
    pub(crate) on_press: Box<dyn Fn(usize) -> Message + 'a>,
    pub(crate) on_wheel: Box<dyn Fn(i64) -> Message + 'a>,
}

impl<'a, Message: Clone + 'a> Grid<'a, Message> {
    pub(crate) fn view(self) -> Element<'a, Message> {
        let widths = widths(self.columns, self.width);
        let heads = self.columns.iter().zip(&widths).map(|((head, _), width)| {
            let head = words(*head, size::SMALL, font::MEDIUM).wrapping(text::Wrapping::None);
            container(head).width(*width).clip(true).into()
        });
        let heads = container(row(heads).spacing(space::SMALL)).padding([6.0, 8.0]);
        let lines = self.rows.iter().enumerate().map(|(index, cells)| {
            let kind = Kind::Row { selected: self.selected == Some(index) };
            line(cells, &widths, kind, (self.on_press)(index))
        });
        let (lines, on_wheel) = (column(lines), self.on_wheel);
        let lines = mouse_area(lines).on_scroll(move |delta| {
            let lines = match delta {
                mouse::ScrollDelta::Lines { y, .. } => y * 3.0,
                mouse::ScrollDelta::Pixels { y, .. } => y / ROW,
            };
            on_wheel(whole(-lines))
        });
        let page = i64::try_from(self.page).unwrap_or_default();
        column![heads, hairline(), Leaf::new(lines).turned_to(page)].into()
    }
}

/// The widths of all columns in a list of `width`.
fn widths(columns: &[Column], width: f32) -> Vec<f32> {
    let (mut taken, mut shares) = (16.0, 0.0);
    for (place, (_, width)) in columns.iter().enumerate() {
        match width {
            Width::Fixed(width) => taken += width,
            Width::Share(share) => shares += share,
        }
        taken += if place > 0 { space::SMALL } else { 0.0 };
    }
    let left = (width - taken).max(120.0);
    let of = |(_, width): &Column| match width {
        Width::Fixed(width) => *width,
        Width::Share(share) => left * share / f32::max(shares, 1.0),
    };
    columns.iter().map(of).collect()
}

fn line<'a, Message: Clone + 'a>(
    cells: &[Cell],
    widths: &[f32],
    kind: Kind,
    message: Message,
) -> Element<'a, Message> {
    let cells = cells.iter().zip(widths).map(|(cell, width)| {
        let one = |content: &str, font| {
            let content = said::shortened(content, letters(*width));
            words(content, size::BODY, font).wrapping(text::Wrapping::None).into()
        };
        let content: Element<'a, Message> = match cell {
            Cell::Empty => faint("").into(),
            Cell::Plain(content) => one(content, font::REGULAR),
            Cell::Strong(content) => one(content, font::SEMIBOLD),
            Cell::Faint(content) => {
                let content = said::shortened(content, letters(*width));
                faint(content).wrapping(text::Wrapping::None).into()
            }
            Cell::Pill(content, tone) => pill(content.clone(), *tone),
            Cell::Tick(ticked) => tick(*ticked),
        };
        container(content).width(*width).clip(true).into()
    });
    let line = row(cells).spacing(space::SMALL).align_y(Alignment::Center);
    let button = button(container(line).center_y(Length::Fill))
        .padding([0.0, 8.0])
        .height(ROW - 1.0)
        .width(Length::Fill)
        .style(theme::button(kind))
        .on_press(message);
    column![button, hairline()].into()
}
