//! Stacking and page breaks: blocks become strips, strips fill pages.
//!
//! A [`Flow`] collects unbreakable [`Strip`]s of one width from top to bottom. A strip may be bound
//! to the one below it; [`Flow::paginate`] puts bound strips on one page whenever a page can hold
//! them, and repeats the head of a table on every page the table runs over.

use std::rc::Rc;

use super::font::{ASCENT, DESCENT, millimetres};
use super::paragraph::{Line, Run, wrap_balanced, wrap_indented};
use super::sheet::{Item, Page, Rule, Size, Symbol, Text};

/// Room for rounding when heights are added up, in millimetres.
const SLACK: f32 = 0.01;

/// Where the text of a page may stand, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// The page.
    pub size: Size,
    /// Width of the left margin.
    pub left: f32,
    /// Width of the right margin.
    pub right: f32,
    /// Height of the top margin of the first page.
    pub top: f32,
    /// Height of the top margin of later pages, which carry a running head.
    pub next_top: f32,
    /// Height of the bottom margin.
    pub bottom: f32,
}

impl Frame {
    /// The width between the margins.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.size.width - self.left - self.right
    }

    /// The lowest point of the text area.
    #[must_use]
    pub fn limit(&self) -> f32 {
        self.size.height - self.bottom
    }
}

/// On which side of its box a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right.
    Right,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Type size in points.
    pub size: f32,
    /// Distance between baselines, as a multiple of the type size.
    pub leading: f32,
    /// White space below the paragraph in millimetres.
    pub after: f32,
    /// How much further right its first line begins, in millimetres; not when it is balanced.
    pub indent: f32,
    /// Where its lines stand.
    pub align: Align,
    /// Whether its lines are made about equally long.
    pub balanced: bool,
    /// Whether it must stand on the page of the block below it.
    pub keep_with_next: bool,
}

impl Style {
    /// Left-aligned text of `size` points, single-spaced.
    #[must_use]
    pub fn new(size: f32) -> Self {
        Self {
            size,
            leading: 1.15,
            after: 0.0,
            indent: 0.0,
            align: Align::Left,
            balanced: false,
            keep_with_next: false,
        }
    }

    /// The same, with `after` millimetres of white below.
    #[must_use]
    pub fn after(self, after: f32) -> Self {
        Self { after, ..self }
    }

    /// The same, with a first line that begins `indent` millimetres further right.
    #[must_use]
    pub fn indented(self, indent: f32) -> Self {
        Self { indent, ..self }
    }

    /// The same, centred with balanced lines.
    #[must_use]
    pub fn centred(self) -> Self {
        Self { align: Align::Centre, balanced: true, ..self }
    }

    /// The same, bound to the next block.
    #[must_use]
    pub fn kept(self) -> Self {
        Self { keep_with_next: true, ..self }
    }

    /// Distance between baselines in millimetres.
    #[must_use]
    pub fn line_height(&self) -> f32 {
        millimetres(self.size) * self.leading
    }

    /// The items of `line` in a box of `width` whose upper left corner is at (`x`, `y`).
    #[must_use]
    pub fn set(&self, line: Line, x: f32, y: f32, width: f32) -> Vec<Item> {
        let em = millimetres(self.size);
        let free = width - line.width;
        let left = match self.align {
            Align::Left => x,
            Align::Centre => x + free / 2.0,
            Align::Right => x + free,
        };
        let baseline = y + (self.line_height() - (ASCENT + DESCENT) * em) / 2.0 + ASCENT * em;
        let text = |piece: super::paragraph::Piece| Text {
            x: left + piece.x,
            y: baseline,
            width: piece.width,
            string: piece.text,
            face: piece.face,
            size: self.size,
        };
        line.pieces.into_iter().map(text).map(Item::Text).collect()
    }
}

/// An unbreakable piece of a page, as wide as its flow; its items are placed from its own corner.
#[derive(Debug, Clone, Default)]
pub struct Strip {
    /// Its height in millimetres.
    pub height: f32,
    /// What is drawn.
    pub items: Vec<Item>,
    /// Whether it must stand on the page of the strip below it.
    pub bound: bool,
    /// Drawn besides, if the page ends after this strip.
    pub closing: Vec<Item>,
    /// What stands above it when it is the first strip on a page: the head of its table.
    pub head: Option<Rc<Strip>>,
}

impl Strip {
    /// White space, which vanishes at the top of a page.
    fn is_space(&self) -> bool {
        self.items.is_empty()
    }

    fn head_height(&self) -> f32 {
        self.head.as_ref().map_or(0.0, |head| head.height)
    }
}

/// Blocks under one another in a column of fixed width.
#[derive(Debug, Clone)]
pub struct Flow {
    width: f32,
    strips: Vec<Strip>,
}

impl Flow {
    /// An empty column, `width` millimetres wide.
    #[must_use]
    pub fn new(width: f32) -> Self {
        Self { width, strips: Vec::new() }
    }

    /// The width in millimetres.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.width
    }

    /// The height of what stands in it, in millimetres.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.strips.iter().map(|strip| strip.height).sum()
    }

    /// What stands in it as one unbreakable strip.
    #[must_use]
    pub fn into_strip(self) -> Strip {
        let mut whole = Strip::default();
        for strip in self.strips {
            let y = whole.height;
            whole.items.extend(moved(strip.items, 0.0, y));
            whole.height += strip.height;
        }
        whole
    }

    /// Adds a strip as it is.
    pub fn push(&mut self, strip: Strip) {
        self.strips.push(strip);
    }

    /// Adds `height` millimetres of white space.
    pub fn space(&mut self, height: f32) {
        self.push(Strip { height, bound: true, ..Strip::default() });
    }

    /// Adds a paragraph. The first two and the last two of its lines stay together.
    pub fn paragraph(&mut self, runs: &[Run], style: &Style) {
        let (lines, indent) = if style.balanced {
            (wrap_balanced(runs, style.size, self.width), 0.0)
        } else {
            (wrap_indented(runs, style.size, self.width, style.indent), style.indent)
        };
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let last = index + 1 == count;
            let inner = if index == 0 || index + 2 == count { !last } else { false };
            self.push(Strip {
                height: style.line_height() + if last { style.after } else { 0.0 },
                items: {
                    let x = if index == 0 { indent } else { 0.0 };
                    style.set(line, x, 0.0, self.width - x)
                },
                bound: inner || (last && style.keep_with_next),
                ..Strip::default()
            });
        }
    }

    /// Adds a rule of `length` millimetres in the middle.
    pub fn centred_rule(&mut self, length: f32, thickness: f32) {
        let x1 = (self.width - length) / 2.0;
        let rule = Rule { x1, y1: 0.0, x2: x1 + length, y2: 0.0, thickness };
        self.push(Strip { height: 0.0, items: vec![Item::Rule(rule)], ..Strip::default() });
    }

    /// Adds a symbol at the given side.
    pub fn symbol(&mut self, symbol: Symbol, align: Align) {
        let free = self.width - symbol.area.width;
        let x = match align {
            Align::Left => 0.0,
            Align::Centre => free / 2.0,
            Align::Right => free,
        };
        let (dx, dy) = (x - symbol.area.x, -symbol.area.y);
        let height = symbol.area.height;
        let items = vec![Item::Symbol(symbol).moved(dx, dy)];
        self.push(Strip { height, items, ..Strip::default() });
    }

    /// Adds columns side by side as one unbreakable strip, with `gap` millimetres between them.
    pub fn columns(&mut self, gap: f32, columns: Vec<Flow>) {
        let mut strip = Strip::default();
        let mut x = 0.0;
        for column in columns {
            let width = column.width;
            let part = column.into_strip();
            strip.items.extend(moved(part.items, x, 0.0));
            strip.height = strip.height.max(part.height);
            x += width + gap;
        }
        self.push(strip);
    }

    /// Adds all of `part`, kept on one page if a page can hold it.
    pub fn together(&mut self, part: Flow) {
        let count = part.strips.len();
        for (index, strip) in part.strips.into_iter().enumerate() {
            let bound = strip.bound || index + 1 < count;
            self.push(Strip { bound, ..strip });
        }
    }

    /// Binds what was added last to what comes next.
    pub fn keep_last(&mut self) {
        if let Some(last) = self.strips.last_mut() {
            last.bound = true;
        }
    }

    /// Breaks the column into pages. There is always at least one page.
    ///
    /// Nothing is drawn below the frame unless a single strip is higher than a page.
    #[must_use]
    pub fn paginate(self, frame: &Frame) -> Vec<Page> {
        let mut press = Press::new(frame);
        let room = frame.limit() - frame.next_top;
        let mut strips = self.strips.into_iter().peekable();
        while let Some(strip) = strips.next() {
            let mut group = vec![strip];
            while group.last().is_some_and(|strip| strip.bound) {
                let Some(next) = strips.next() else { break };
                group.push(next);
            }
            let height: f32 = group.iter().map(|strip| strip.height).sum();
            let head = group.first().map_or(0.0, Strip::head_height);
            if !press.fits(height) && height + head <= room + SLACK {
                press.turn();
            }
            for strip in group {
                press.place(strip);
            }
        }
        press.finish()
    }
}

/// The page being filled, and those already full.
struct Press<'a> {
    frame: &'a Frame,
    full: Vec<Page>,
    page: Page,
    y: f32,
    closing: Vec<Item>,
}

impl<'a> Press<'a> {
    fn new(frame: &'a Frame) -> Self {
        let (page, closing) = (Page::default(), Vec::new());
        Self { frame, full: Vec::new(), page, y: frame.top, closing }
    }

    fn is_empty(&self) -> bool {
        self.page.items.is_empty()
    }

    fn fits(&self, height: f32) -> bool {
        self.y + height <= self.frame.limit() + SLACK
    }

    /// Ends the page, unless nothing stands on it yet.
    fn turn(&mut self) {
        if self.is_empty() {
            return;
        }
        let closing = std::mem::take(&mut self.closing);
        self.page.items.extend(closing);
        let page = std::mem::take(&mut self.page);
        self.full.push(Page { items: join_rules(page.items) });
        self.y = self.frame.next_top;
    }

    fn place(&mut self, strip: Strip) {
        if !self.fits(strip.height) {
            self.turn();
        }
        if self.is_empty() && strip.is_space() && !self.full.is_empty() {
            return;
        }
        if self.is_empty()
            && let Some(head) = &strip.head
        {
            self.draw(head.items.clone(), head.height);
        }
        let y = self.y;
        self.closing = moved(strip.closing, self.frame.left, y);
        self.draw(strip.items, strip.height);
    }

    fn draw(&mut self, items: Vec<Item>, height: f32) {
        self.page.items.extend(moved(items, self.frame.left, self.y));
        self.y += height;
    }

    fn finish(mut self) -> Vec<Page> {
        self.closing.clear();
        self.turn();
        if self.full.is_empty() {
            self.full.push(Page::default());
        }
        self.full
    }
}

fn moved(items: Vec<Item>, dx: f32, dy: f32) -> Vec<Item> {
    items.into_iter().map(|item| item.moved(dx, dy)).collect()
}

/// Makes one long rule of upright rules that touch, so that no viewer shows a seam between the
/// rows of a table. Other items keep their order; upright rules go last.
fn join_rules(items: Vec<Item>) -> Vec<Item> {
    let mut joined: Vec<Rule> = Vec::new();
    let mut others = Vec::new();
    for item in items {
        let Item::Rule(rule) = item else {
            others.push(item);
            continue;
        };
        if rule.y1 >= rule.y2 {
            others.push(Item::Rule(rule));
            continue;
        }
        let above = joined
            .iter_mut()
            .rev()
            .find(|above| (above.x1 - rule.x1).abs() < SLACK && (above.y2 - rule.y1).abs() < SLACK);
        match above {
            Some(above) => above.y2 = rule.y2,
            None => joined.push(rule),
        }
    }
    others.extend(joined.into_iter().map(Item::Rule));
    others
}
