//! Large areas and rings, painted in pieces.
//!
//! The processor's renderer paints every filled area that touches a changed spot again as a whole,
//! through a mask: behind one letter, the page and the card it stands on. Of an area in pieces it
//! paints only those that touch the spot.

use iced::advanced::Renderer as _;
use iced::advanced::renderer::Quad;
use iced::border::Radius;
use iced::{Border, Color, Point, Rectangle, Renderer, Size};

/// The size of a piece: as wide and low as what changes most, a line of text.
const PIECE: Size = Size::new(320.0, 40.0);

/// An area up to this many square pixels is painted at once.
const SMALL: f32 = 16_000.0;

/// Paints `area`, as far as it is in sight, with a border of one colour and equal corners.
pub(super) fn area(
    renderer: &mut Renderer,
    area: Rectangle,
    seen: &Rectangle,
    color: Color,
    border: Border,
) {
    if color.a == 0.0 && border.width == 0.0 {
        return;
    }
    // Pieces overlap a little, or their edges would show; what shines through must not.
    if area.area() <= SMALL || color.a < 1.0 {
        renderer.fill_quad(Quad { bounds: area, border, ..Quad::default() }, color);
        return;
    }
    // As far in as the corners reach.
    let inset = border.radius.top_left.max(border.width).ceil();
    if inset == 0.0 {
        pieces(renderer, area, seen, color);
        return;
    }
    let middle = Rectangle { y: area.y + inset, height: area.height - 2.0 * inset, ..area };
    pieces(renderer, middle, seen, color);
    let wide = Rectangle { x: area.x + inset, width: area.width - 2.0 * inset, ..area };
    // One pixel into the middle: two half-covered edges would leave a line between them.
    let strip = |y| Rectangle { y, height: inset + 1.0, ..wide };
    pieces(renderer, strip(area.y), seen, color);
    pieces(renderer, strip(area.y + area.height - inset - 1.0), seen, color);
    corners(renderer, area, inset, color, border);
    if border.width > 0.0 {
        edges(renderer, area, inset, border);
    }
}

/// Paints a border and nothing inside it; a large one has square corners.
pub(super) fn ring(renderer: &mut Renderer, area: Rectangle, border: Border) {
    if area.area() <= SMALL {
        let quad = Quad { bounds: area, border, ..Quad::default() };
        renderer.fill_quad(quad, Color::TRANSPARENT);
        return;
    }
    edges(renderer, area, border.width, border);
    for at in corners_of(area, border.width) {
        renderer.fill_quad(Quad { bounds: at, ..Quad::default() }, border.color);
    }
}

/// The pieces of a grid that lie in `area`, each a pixel over the next.
fn pieces(renderer: &mut Renderer, area: Rectangle, seen: &Rectangle, color: Color) {
    let Some(visible) = area.intersection(seen) else { return };
    let (right, bottom) = (visible.x + visible.width, visible.y + visible.height);
    let mut y = (visible.y / PIECE.height).floor() * PIECE.height;
    while y < bottom {
        let mut x = (visible.x / PIECE.width).floor() * PIECE.width;
        while x < right {
            let size = Size::new(PIECE.width + 1.0, PIECE.height + 1.0);
            if let Some(bounds) = Rectangle::new(Point::new(x, y), size).intersection(&area) {
                renderer.fill_quad(Quad { bounds, ..Quad::default() }, color);
            }
            x += PIECE.width;
        }
        y += PIECE.height;
    }
}

/// The four straight parts of a border.
fn edges(renderer: &mut Renderer, area: Rectangle, inset: f32, border: Border) {
    let (across, down) = (area.width - 2.0 * inset, area.height - 2.0 * inset);
    let (far_x, far_y) = (area.x + area.width - border.width, area.y + area.height - border.width);
    let lines = [
        Rectangle { x: area.x + inset, width: across, height: border.width, ..area },
        Rectangle { x: area.x + inset, y: far_y, width: across, height: border.width },
        Rectangle { y: area.y + inset, width: border.width, height: down, ..area },
        Rectangle { x: far_x, y: area.y + inset, width: border.width, height: down },
    ];
    for bounds in lines {
        renderer.fill_quad(Quad { bounds, ..Quad::default() }, border.color);
    }
}

/// The four rounded corners: the border's quarter, and on it the area's own. The squares are twice as
/// large as the corners: a radius counts only up to half of what it rounds.
fn corners(renderer: &mut Renderer, area: Rectangle, inset: f32, color: Color, border: Border) {
    let inner = area.shrink(border.width);
    // The area's own overlaps what is beside it, like all its pieces.
    let inside = corners_of(inner, 2.0 * inset - border.width + 1.0);
    let at = corners_of(area, 2.0 * inset).into_iter().zip(inside);
    for (corner, (outside, inside)) in at.enumerate() {
        let mut quarter = |bounds: Rectangle, color: Color, radius: f32| {
            let mut radii = [0.0; 4];
            radii[corner] = radius;
            let [top_left, top_right, bottom_right, bottom_left] = radii;
            let radius = Radius { top_left, top_right, bottom_right, bottom_left };
            let border = Border { radius, ..Border::default() };
            renderer.fill_quad(Quad { bounds, border, ..Quad::default() }, color);
        };
        if border.width > 0.0 {
            quarter(outside, border.color, border.radius.top_left);
        }
        quarter(inside, color, (border.radius.top_left - border.width).max(0.0));
    }
}

/// Squares in the corners of `area`, clockwise from the top left.
fn corners_of(area: Rectangle, side: f32) -> [Rectangle; 4] {
    let (right, bottom) = (area.x + area.width - side, area.y + area.height - side);
    [(area.x, area.y), (right, area.y), (right, bottom), (area.x, bottom)]
        .map(|(x, y)| Rectangle::new(Point::new(x, y), Size::new(side, side)))
}
