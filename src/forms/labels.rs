//! Labels for folders and trays, on a sheet of 3 × 8 stickers of 70 × 37 mm.
//!
//! A sheet that was begun is used up: the first label may go to any cell, counted row by row.

use super::flow::{Align, Style};
use super::font::{self, Face};
use super::paragraph::{Run, bold, fit, regular, wrap};
use super::sheet::{Item, Page, Sheet, Size};
use super::symbol::{code128, qr};
use super::words::{full_desk_name, short_moment};
use crate::domain::office::Office;
use crate::domain::time::OfficeTime;

/// What stands on every label that comes out of a practice office.
pub const PRACTICE: &str = "BẢN TẬP";

/// How many labels a sheet has.
pub const CELLS: usize = 24;

/// How many stand side by side.
const COLUMNS: usize = 3;

const PAGE: Size = Size { width: 210.0, height: 297.0 };

/// One label.
const CELL: Size = Size { width: 70.0, height: 37.0 };

/// White space above the first row: eight labels leave half a millimetre at both ends.
const ABOVE: f32 = 0.5;

/// White space at the left and right of a label's text, within reach of every printer.
const SIDE: f32 = 5.0;

/// White space at the left and right of its bars, whose quiet zone is white as well.
const BARS_SIDE: f32 = 3.7;

/// White space above and below.
const PAD: f32 = 4.0;

/// What a label says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// On a dossier's folder.
    Folder {
        /// The dossier's code.
        code: String,
        /// Whose it is.
        applicant: String,
        /// The procedure's name.
        procedure: String,
        /// When the result is promised.
        due_at: Option<OfficeTime>,
    },
    /// On a tray or a shelf.
    Tray {
        /// Its name, in large letters.
        name: String,
        /// The code that is scanned.
        code: String,
    },
}

/// Makes the sheets for `labels`, the first one in `first_cell`, from 1 to [`CELLS`]; any other number
/// is taken for the nearest of these. Texts too long for a label end in "…"; the code stands in full.
#[must_use]
pub fn labels(labels: &[Label], first_cell: usize, office: &Office) -> Sheet {
    let first = first_cell.clamp(1, CELLS) - 1;
    let mut pages = vec![Page::default()];
    for (place, label) in (first..).zip(labels) {
        let cell = place % CELLS;
        if cell == 0 && place > 0 {
            pages.push(Page::default());
        }
        if let Some(page) = pages.last_mut() {
            page.items.extend(set(label, corner(cell), office.practice));
        }
    }
    let of = |label: &Label| match label {
        Label::Folder { code, .. } | Label::Tray { code, .. } => code.clone(),
    };
    Sheet {
        size: PAGE,
        title: "Nhãn hồ sơ".to_owned(),
        author: full_desk_name(office),
        subject: labels.iter().map(of).collect::<Vec<_>>().join(", "),
        pages,
    }
}

/// The upper left corner of a cell, counted from 0.
fn corner(cell: usize) -> (f32, f32) {
    let whole = |number: usize| f32::from(u8::try_from(number).unwrap_or_default());
    (whole(cell % COLUMNS) * CELL.width, ABOVE + whole(cell / COLUMNS) * CELL.height)
}

/// A label whose corner is at (`x`, `y`).
fn set(label: &Label, (x, y): (f32, f32), practice: bool) -> Vec<Item> {
    let mut cell = Cell { items: Vec::new(), x, y: y + PAD };
    match label {
        Label::Folder { code, applicant, procedure, due_at } => {
            cell.whole(code, 10.5);
            let bars = cell.code(code, 8.0);
            cell.line(&bold(applicant), 11.0, Align::Left);
            cell.lines(&regular(procedure), 9.0, if bars { 2 } else { 1 });
            let due = due_at.map_or_else(
                || "Chưa hẹn ngày trả".to_owned(),
                |at| format!("Hẹn trả: {}", short_moment(at)),
            );
            cell.line(&bold(due), 9.5, Align::Left);
        }
        Label::Tray { name, code } => {
            cell.name(name, 12.5);
            let _ = cell.code(code, 9.0);
            cell.whole(code, 10.0);
        }
    }
    if practice {
        let size = 6.0;
        cell.y = y + CELL.height - PAD - Style::new(size).line_height();
        cell.line(&bold(PRACTICE), size, Align::Right);
    }
    cell.items
}

/// A label being filled from above.
struct Cell {
    items: Vec<Item>,
    x: f32,
    y: f32,
}

impl Cell {
    fn width() -> f32 {
        CELL.width - 2.0 * SIDE
    }

    fn line(&mut self, run: &Run, size: f32, align: Align) {
        let text = fit(&run.text, run.face, size, Self::width());
        self.put(Run { text, face: run.face }, &Style { align, ..Style::new(size) }, 1);
    }

    /// One line in type small enough to hold all of `text`.
    fn whole(&mut self, text: &str, size: f32) {
        let full = font::width(text, Face::Bold, size);
        let size = if full > Self::width() { size * Self::width() / full * 0.99 } else { size };
        self.line(&bold(text), size, Align::Centre);
    }

    /// At most `most` lines; they take the room of as many.
    fn lines(&mut self, run: &Run, size: f32, most: usize) {
        let style = Style::new(size);
        let text = shortened(run, size, most);
        let top = self.y;
        self.put(Run { text, face: run.face }, &style, most);
        self.y = top + (0..most).map(|_| style.line_height()).sum::<f32>();
    }

    fn put(&mut self, run: Run, style: &Style, most: usize) {
        for line in wrap(&[run], style.size, Self::width()).into_iter().take(most) {
            self.items.extend(style.set(line, self.x + SIDE, self.y, Self::width()));
            self.y += style.line_height();
        }
    }

    /// The bars of a code, or where they would be too narrow to scan, its square. Answers whether
    /// it was the bars.
    fn code(&mut self, code: &str, height: f32) -> bool {
        let room = CELL.width - 2.0 * BARS_SIDE;
        let bars = code128(code, room, height);
        let is_bars = bars.is_some();
        let Some(symbol) = bars.or_else(|| qr(code, height + 3.5)) else { return false };
        let dx = self.x + (CELL.width - symbol.area.width) / 2.0;
        let (dx, dy) = (dx - symbol.area.x, self.y - symbol.area.y);
        self.y += symbol.area.height + 0.4;
        self.items.push(Item::Symbol(symbol).moved(dx, dy));
        is_bars
    }

    /// A name as large as one line or two hold, in a block of `height` millimetres.
    fn name(&mut self, name: &str, height: f32) {
        let mut size = 32.0;
        let lines = |size: f32| wrap(&[bold(name)], size, Self::width());
        let tall =
            |size: f32| lines(size).iter().map(|_| Style::new(size).line_height()).sum::<f32>();
        while size > 8.0 && (tall(size) > height || broken(name, size)) {
            size -= 0.5;
        }
        let style = Style { align: Align::Centre, ..Style::new(size) };
        let top = self.y + ((height - tall(size)) / 2.0).max(0.0);
        let mut most: usize = 0;
        while f32::from(u8::try_from(most + 1).unwrap_or(u8::MAX)) * style.line_height() <= height {
            most += 1;
        }
        let end = self.y + height;
        self.y = top;
        let text = shortened(&bold(name), size, most.max(1));
        self.put(bold(text), &style, most.max(1));
        self.y = end;
    }
}

/// Whether a word of `text` is longer than a line and would be broken.
fn broken(text: &str, size: f32) -> bool {
    text.split_whitespace().any(|word| font::width(word, Face::Bold, size) > Cell::width())
}

/// `run`'s text as far as it fits in so many lines, with "…" where it was cut off.
fn shortened(run: &Run, size: f32, most: usize) -> String {
    let fits = |text: &str| {
        let run = Run { text: text.to_owned(), face: run.face };
        wrap(&[run], size, Cell::width()).len() <= most
    };
    let mut text = font::printable(&run.text);
    if fits(&text) {
        return text;
    }
    while text.pop().is_some() {
        let cut = format!("{}…", text.trim_end());
        if fits(&cut) {
            return cut;
        }
    }
    text
}
