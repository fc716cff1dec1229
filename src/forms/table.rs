//! Ruled tables whose rows wrap, run over pages and repeat their head.

use std::rc::Rc;

use super::flow::{Align, Flow, Strip, Style};
use super::house_style::HouseStyle;
use super::paragraph::{Line, Run, bold, wrap, wrap_balanced};
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

/// A common head above the heads of neighbouring columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The place of its first column, from 0.
    pub first: usize,
    /// The place of its last column.
    pub last: usize,
    /// Its text.
    pub head: Vec<Run>,
}

/// A table to be added to a [`Flow`].
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The common head of some neighbouring columns.
    pub group: Option<Group>,
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
    /// An empty table of the house, `width` millimetres wide; each column has its share of the
    /// width, its alignment and its head.
    pub(super) fn of_house(width: f32, house: &HouseStyle, columns: &[(f32, Align, &str)]) -> Self {
        let column = |(share, align, head): &(f32, Align, &str)| Column {
            width: width * share,
            align: *align,
            head: vec![bold(*head)],
        };
        Self {
            columns: columns.iter().map(column).collect(),
            group: None,
            rows: Vec::new(),
            style: Style::new(house.body),
            side: house.body * 0.08,
            pad: house.body * 0.035,
        }
    }

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
    pub(super) fn head(&self) -> Strip {
        let heads = self.columns.iter().map(|column| (column.head.as_slice(), Align::Centre));
        let cells = self.lines(heads.collect());
        let grouped = |place: usize| {
            self.group.as_ref().is_some_and(|group| (group.first..=group.last).contains(&place))
        };
        let (above, above_lines) = self.group_lines();
        let tall = |(place, (lines, _)): (usize, &(Vec<Line>, Align))| {
            self.block(lines) + if grouped(place) { above } else { 0.0 }
        };
        let tallest = cells.iter().enumerate().map(tall).fold(0.0, f32::max);
        let height = tallest + 2.0 * self.pad;
        let mut items = Vec::new();
        let mut x = 0.0;
        let (mut left, mut right) = (f32::MAX, 0.0);
        for (place, (column, (lines, _))) in self.columns.iter().zip(cells).enumerate() {
            let top = if grouped(place) { above } else { 0.0 };
            self.centre(&mut items, lines, (x, top), (column.width, height - top));
            // Between two columns of the group the rule begins below its head.
            let inner = grouped(place) && place > 0 && grouped(place - 1);
            items.push(upright_from(x, if inner { above } else { 0.0 }, height));
            if grouped(place) {
                (left, right) = (left.min(x), x + column.width);
            }
            x += column.width;
        }
        if left < right {
            self.centre(&mut items, above_lines, (left, 0.0), (right - left, above));
            let thickness = RULE;
            items.push(Item::Rule(Rule { x1: left, y1: above, x2: right, y2: above, thickness }));
        }
        items.extend([upright(x, height), self.across(0.0), self.across(height)]);
        Strip { height, items, bound: true, ..Strip::default() }
    }

    /// The height of the common head and its lines.
    fn group_lines(&self) -> (f32, Vec<Line>) {
        let Some(group) = &self.group else { return (0.0, Vec::new()) };
        let columns = self.columns.iter().skip(group.first).take(group.last + 1 - group.first);
        let width: f32 = columns.map(|column| column.width).sum();
        let lines = wrap_balanced(&group.head, self.style.size, width - 2.0 * self.side);
        (self.block(&lines) + 2.0 * self.pad, lines)
    }

    /// The height of some lines.
    fn block(&self, lines: &[Line]) -> f32 {
        lines.iter().map(|_| self.style.line_height()).sum()
    }

    /// Sets `lines` in the middle of a box with this corner, width and height.
    fn centre(
        &self,
        items: &mut Vec<Item>,
        lines: Vec<Line>,
        (x, y): (f32, f32),
        (width, height): (f32, f32),
    ) {
        let style = Style { align: Align::Centre, ..self.style };
        let mut y = y + (height - self.block(&lines)) / 2.0;
        for line in lines {
            items.extend(style.set(line, x + self.side, y, width - 2.0 * self.side));
            y += style.line_height();
        }
    }

    /// The width between the sides of the column at `place`.
    pub(super) fn inner(&self, place: usize) -> f32 {
        self.columns.get(place).map_or(0.0, |column| column.width - 2.0 * self.side)
    }

    /// An unbreakable row whose cells are flows of their own, each as wide as [`Self::inner`] says.
    pub(super) fn cells(&self, cells: Vec<Flow>, head: &Rc<Strip>) -> Strip {
        let cells: Vec<Strip> = cells.into_iter().map(Flow::into_strip).collect();
        let tallest = cells.iter().map(|cell| cell.height).fold(0.0, f32::max);
        let height = tallest + 2.0 * self.pad;
        let mut items = Vec::new();
        let mut x = 0.0;
        for (column, cell) in self.columns.iter().zip(cells) {
            let (dx, dy) = (x + self.side, self.pad);
            items.extend(cell.items.into_iter().map(|item| item.moved(dx, dy)));
            items.push(upright(x, height));
            x += column.width;
        }
        items.extend([upright(x, height), self.across(height)]);
        Strip { height, items, head: Some(Rc::clone(head)), ..Strip::default() }
    }

    /// A row of one cell across all columns; a long one may run over pages.
    pub(super) fn wide(&self, runs: &[Run], head: &Rc<Strip>) -> Vec<Strip> {
        let width = self.columns.iter().map(|column| column.width).sum();
        let column = Column { width, align: Align::Left, head: Vec::new() };
        let one = Self {
            columns: vec![column],
            group: None,
            rows: Vec::new(),
            style: self.style,
            side: self.side,
            pad: self.pad,
        };
        let lines = one.lines(vec![(runs, Align::Left)]);
        one.row(lines, head)
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
    upright_from(x, 0.0, height)
}

fn upright_from(x: f32, y1: f32, y2: f32) -> Item {
    Item::Rule(Rule { x1: x, y1, x2: x, y2, thickness: RULE })
}
