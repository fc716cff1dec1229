//! A test page for a printer: what it cuts off, whether it keeps the scale, how letters and codes
//! come out.

use super::fields::field;
use super::flow::{Align, Flow, Style};
use super::font::{self, Face};
use super::house_style::HouseStyle;
use super::paragraph::{Run, bold, italic, regular, wrap};
use super::sheet::{Item, Page, Rule, Sheet, Size};
use super::symbol::{code128, qr};
use super::words::{full_desk_name, moment};
use crate::domain::office::{Office, PaperSize};
use crate::domain::time::OfficeTime;

/// The title of the page.
pub const TITLE: &str = "TRANG IN THỬ MÁY IN";

/// The distances from the edge that the steps at each side show, in millimetres.
const STEPS: u8 = 10;

/// Where the rulers stand, in millimetres from the edge: within reach of every printer.
const RULER: f32 = 15.0;

/// Type size of the numbers at steps and rulers.
const NUMBERS: f32 = 7.0;

const SAMPLE: &str = "Ắc quy Ẵm Ặt Ấm Ầm Ẫu Ậm Đường Ếch Ềm Ệt Ốc Ồn Ỗi Ộp Ớt Ờm Ỡm Ợt Ứng Ừm Ữu Ựa Ỳ Ỷ Ỹ Ỵ \
    - ngày 23 tháng 11 năm 2026, 0123456789";

/// Makes the test page of `printer` on `paper`; the name is empty for the system's own choice.
#[must_use]
pub fn test_page(office: &Office, printer: &str, paper: PaperSize, at: OfficeTime) -> Sheet {
    let style = HouseStyle::of(paper);
    let size = style.frame.size;
    let mut page = Page::default();
    for side in Side::ALL {
        add_steps(&mut page, size, side);
        add_ruler(&mut page, size, side);
    }
    let inset = RULER + 8.0;
    let mut flow = Flow::new(size.width - 2.0 * inset);
    add_text(&mut flow, office, printer, paper, at, &style);
    let mut frame = style.frame;
    (frame.left, frame.right, frame.top, frame.bottom) = (inset, inset, inset, inset);
    let text = flow.paginate(&frame).into_iter().next().unwrap_or_default();
    page.items.extend(text.items);
    Sheet {
        size,
        title: "Trang in thử máy in".to_owned(),
        author: full_desk_name(office),
        subject: printer.to_owned(),
        pages: vec![page],
    }
}

fn add_text(
    flow: &mut Flow,
    office: &Office,
    printer: &str,
    paper: PaperSize,
    at: OfficeTime,
    style: &HouseStyle,
) {
    flow.paragraph(&[bold(TITLE)], &Style::new(style.title).centred().after(style.gap * 3.0));
    flow.paragraph(&[bold(full_desk_name(office))], &style.text());
    let printer = if printer.is_empty() { "mặc định của hệ thống" } else { printer };
    field(flow, style, "Máy in", regular(printer));
    let name = match paper {
        PaperSize::A5 => "A5",
        PaperSize::A4 => "A4",
    };
    let Size { width, height } = style.frame.size;
    field(flow, style, "Khổ giấy", regular(format!("{name}, {width:.0} × {height:.0} mm")));
    field(flow, style, "Thời gian in", regular(moment(at)));
    for (sample, what) in [
        (regular as fn(&'static str) -> Run, "Chữ đứng"),
        (bold, "Chữ đậm"),
        (italic, "Chữ nghiêng"),
    ] {
        field(flow, style, what, sample(SAMPLE));
    }
    flow.space(style.gap * 2.0);
    let code = match office.agency_code.trim() {
        "" => "MOTCUA-000000-0000".to_owned(),
        agency => format!("{agency}-000000-0000"),
    };
    field(flow, style, "Mã thử", bold(code.as_str()));
    if let Some(bars) = code128(&code, flow.width(), style.bar_code) {
        flow.symbol(bars, Align::Centre);
    }
    flow.space(style.gap * 2.0);
    if let Some(square) = qr(&code, style.qr) {
        flow.symbol(square, Align::Centre);
    }
    flow.space(style.gap * 2.0);
    for advice in [
        "Giữa mỗi cạnh có các nét đánh số từ 1 đến 10: số nhỏ nhất còn thấy nét là bề rộng (mm) mà \
         máy in này để trắng ở cạnh đó. Giấy hẹn cần in được từ mm thứ 5.",
        "Dùng thước đo vạch quanh trang: hai số 0 và 100 phải cách nhau đúng 100 mm; nếu lệch, hãy \
         tắt chế độ co giãn theo khổ giấy khi in.",
        "Dùng máy quét đọc thử cả hai mã ở trên.",
    ] {
        flow.paragraph(&[italic(advice)], &style.note().after(style.gap));
    }
}

/// A side of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Top,
    Bottom,
    Left,
    Right,
}

impl Side {
    const ALL: [Self; 4] = [Self::Top, Self::Bottom, Self::Left, Self::Right];

    /// The length of this side.
    fn length(self, size: Size) -> f32 {
        match self {
            Self::Top | Self::Bottom => size.width,
            Self::Left | Self::Right => size.height,
        }
    }

    /// Where its ruler begins: not in a corner, where two would meet.
    fn ruler_start(self) -> f32 {
        match self {
            Self::Top | Self::Bottom => RULER + 5.0,
            Self::Left | Self::Right => RULER + 15.0,
        }
    }

    /// The point `along` this side and `depth` away from it.
    fn point(self, size: Size, along: f32, depth: f32) -> (f32, f32) {
        match self {
            Self::Top => (along, depth),
            Self::Bottom => (along, size.height - depth),
            Self::Left => (depth, along),
            Self::Right => (size.width - depth, along),
        }
    }

    /// A rule between two points given by `along` and `depth`.
    fn rule(self, size: Size, from: (f32, f32), to: (f32, f32), thickness: f32) -> Item {
        let (a, b) = (self.point(size, from.0, from.1), self.point(size, to.0, to.1));
        Item::Rule(Rule {
            x1: a.0.min(b.0),
            y1: a.1.min(b.1),
            x2: a.0.max(b.0),
            y2: a.1.max(b.1),
            thickness,
        })
    }
}

/// One stroke for each millimetre from the edge, side by side, each with its number further in.
fn add_steps(page: &mut Page, size: Size, side: Side) {
    let step = 4.0;
    let start = (side.length(size) - f32::from(STEPS) * step) / 2.0;
    for millimetre in 1..=STEPS {
        let depth = f32::from(millimetre);
        let along = start + (depth - 1.0) * step;
        page.items.push(side.rule(size, (along, depth), (along + step, depth), 0.2));
        let middle = side.point(size, along + step / 2.0, f32::from(STEPS) + 2.5);
        number(page, millimetre, middle);
    }
}

/// A ruler along the side, from 0 to as many whole centimetres as there is room for.
fn add_ruler(page: &mut Page, size: Size, side: Side) {
    let start = side.ruler_start();
    let mut most: u8 = 0;
    while start + f32::from(most) + 10.0 <= side.length(size) - start {
        most += 10;
    }
    let at = |millimetre: u8| start + f32::from(millimetre);
    page.items.push(side.rule(size, (at(0), RULER), (at(most), RULER), 0.15));
    for millimetre in 0..=most {
        let length = match millimetre {
            whole if whole % 10 == 0 => 3.0,
            half if half % 5 == 0 => 2.2,
            _ => 1.4,
        };
        let (from, to) = ((at(millimetre), RULER), (at(millimetre), RULER + length));
        page.items.push(side.rule(size, from, to, 0.1));
        if millimetre % 10 == 0 {
            number(page, millimetre, side.point(size, at(millimetre), RULER + 5.0));
        }
    }
}

/// A number with its middle at `middle`.
fn number(page: &mut Page, number: u8, middle: (f32, f32)) {
    let style = Style { align: Align::Centre, ..Style::new(NUMBERS) };
    let text = number.to_string();
    let width = font::width(&text, Face::Regular, NUMBERS) + 0.1;
    let y = middle.1 - style.line_height() / 2.0;
    for line in wrap(&[regular(text)], NUMBERS, width) {
        page.items.extend(style.set(line, middle.0 - width / 2.0, y, width));
    }
}
