//! Ruled tables whose rows wrap, run over pages and repeat their head.

use std::rc::Rc;

use super::flow::{Align, Flow, Strip, Style};
use super::paragraph::{Line, Run, wrap, wrap_balanced};
use super::sheet::{Item, Rule};

/// Thickness of the rules in millimetres.
const RULE: f32 = 0.18;

/// A row of at most this many lines stays on one page.
const WHOLE: usize = 6;

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its width in millimetres, with the padding.
    pub width: f32,
    /// Where the cells' lines stand.
    pub align: Align,
    /// The text of its head.
    pub head: Vec<Run>,
}

/// A table to be added to a [`Flow`].
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The rows; each has one cell a column, missing cells stay empty.
    pub rows: Vec<Vec<Vec<Run>>>,
    /// How the text is set; its alignment and the space after it are not used.
    pub style: Style,
    /// White space at the left and right of each cell in millimetres.
    pub side: f32,
    /// White space above and below each cell in millimetres.
    pub pad: f32,
}

impl Table {
    /// Adds the table to `flow`. The head stays with the first row; a row longer than six lines
    /// may run over a page, with its first two and last two lines together.
    pub fn add_to(self, flow: &mut Flow) {
        let repeated = Rc::new(self.head());
        flow.push((*repeated).clone());
        for row in &self.rows {
            let aligned = self.columns.iter().enumerate().map(|(index, column)| {
                (row.get(index).map_or(&[][..], Vec::as_slice), column.align)
            });
            let lines = self.lines(aligned.collect());
            for strip in self.row(lines, &repeated) {
                flow.push(strip);
            }
        }
    }

    /// The head as one strip, its cells centred both ways.
    fn head(&self) -> Strip {
        let heads = self.columns.iter().map(|column| (column.head.as_slice(), Align::Centre));
        let cells = self.lines(heads.collect());
        let line_height = self.style.line_height();
        let block = |lines: &[Line]| lines.iter().map(|_| line_height).sum::<f32>();
        let tallest = cells.iter().map(|(lines, _)| block(lines)).fold(0.0, f32::max);
        let height = tallest + 2.0 * self.pad;
        let style = Style { align: Align::Centre, ..self.style };
        let mut items = Vec::new();
        let mut x = 0.0;
        for (column, (lines, _)) in self.columns.iter().zip(cells) {
            let mut y = (height - block(&lines)) / 2.0;
            for line in lines {
                items.extend(style.set(line, x + self.side, y, column.width - 2.0 * self.side));
                y += line_height;
            }
            items.push(upright(x, height));
            x += column.width;
        }
        items.extend([upright(x, height), self.across(0.0), self.across(height)]);
        Strip { height, items, bound: true, ..Strip::default() }
    }

    /// The wrapped lines of one row's cells.
    fn lines(&self, cells: Vec<(&[Run], Align)>) -> Vec<(Vec<Line>, Align)> {
        let wrap_cell = |(column, (runs, align)): (&Column, (&[Run], Align))| {
            let wrapping = if align == Align::Centre { wrap_balanced } else { wrap };
            (wrapping(runs, self.style.size, column.width - 2.0 * self.side), align)
        };
        self.columns.iter().zip(cells).map(wrap_cell).collect()
    }

    /// One strip a line, with the upright rules beside it and a rule below the last one.
    fn row(&self, cells: Vec<(Vec<Line>, Align)>, head: &Rc<Strip>) -> Vec<Strip> {
        let count = cells.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0).max(1);
        let mut cells: Vec<_> =
            cells.into_iter().map(|(lines, align)| (lines.into_iter(), align)).collect();
        let mut strips = Vec::with_capacity(count);
        for index in 0..count {
            let (first, last) = (index == 0, index + 1 == count);
            let above = if first { self.pad } else { 0.0 };
            let below = if last { self.pad } else { 0.0 };
            let height = above + self.style.line_height() + below;
            let mut items = Vec::new();
            let mut x = 0.0;
            for (column, (lines, align)) in self.columns.iter().zip(&mut cells) {
                let style = Style { align: *align, ..self.style };
                if let Some(line) = lines.next() {
                    let room = column.width - 2.0 * self.side;
                    items.extend(style.set(line, x + self.side, above, room));
                }
                items.push(upright(x, height));
                x += column.width;
            }
            items.push(upright(x, height));
            let bottom = self.across(height);
            if last {
                items.push(bottom.clone());
            }
            strips.push(Strip {
                height,
                items,
                bound: !last && (count <= WHOLE || first || index + 2 == count),
                closing: if last { Vec::new() } else { vec![bottom] },
                head: Some(Rc::clone(head)),
            });
        }
        strips
    }

    /// A rule across the whole table at height `y`.
    fn across(&self, y: f32) -> Item {
        let x2 = self.columns.iter().map(|column| column.width).sum();
        Item::Rule(Rule { x1: 0.0, y1: y, x2, y2: y, thickness: RULE })
    }
}

fn upright(x: f32, height: f32) -> Item {
    Item::Rule(Rule { x1: x, y1: 0.0, x2: x, y2: height, thickness: RULE })
}
