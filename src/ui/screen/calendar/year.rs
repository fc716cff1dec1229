//! The year at a glance: twelve small months, each drawn again only when it looks different.

use std::time::Duration;

use chrono::{Datelike, NaiveDate};
use iced::alignment::Vertical;
use iced::widget::canvas::{self, Action, Cache, Canvas, Event, Frame, Geometry, Path, Stroke};
use iced::widget::text::Alignment;
use iced::widget::{column, container, row};
use iced::{Color, Element, Font, Length, Pixels, Point, Rectangle, Renderer, Size, Theme, mouse};

use super::Message;
use super::mark::{Cell, Mark, days_of_month};
use crate::clock;
use crate::ui::font;
use crate::ui::text::calendar as said;
use crate::ui::theme::{self, Colors, faint, size, space};

/// Months side by side in a wide room, and in a narrow one.
const ACROSS: usize = 4;
const ACROSS_NARROW: usize = 3;
/// The narrowest room for four months side by side.
const WIDE: f32 = 640.0;
/// The name of a month with its white space, and the names of weekdays.
const NAME: f32 = 17.0;
const HEADS: f32 = 13.0;
/// Weeks a month may touch.
const WEEKS: f32 = 6.0;
const WEEKDAYS: f32 = 7.0;
/// The lowest and the highest row of a month.
const LOWEST: f32 = 17.0;
const HIGHEST: f32 = 38.0;
/// White space between months.
const GAP: f32 = 10.0;
const GAP_ACROSS: f32 = 14.0;
/// The narrowest day with room for the usual size of type, and the smallest with room for larger.
const ROOMY: f32 = 22.0;
const LARGE: f32 = 28.0;
/// Two clicks in this time are one double click.
const DOUBLE: Duration = Duration::from_millis(450);

/// The months of the year that is shown.
#[derive(Debug, Default)]
pub(super) struct Year {
    year: i32,
    months: [Month; 12],
}

#[derive(Debug, Default)]
struct Month {
    days: Vec<Cell>,
    cache: Cache,
}

impl Year {
    /// Shows `year`, each day as `look` says; months that look the same are not drawn again.
    pub(super) fn show(&mut self, year: i32, look: impl Fn(NaiveDate) -> Cell) {
        let other = std::mem::replace(&mut self.year, year) != year;
        for (number, month) in (1..).zip(&mut self.months) {
            let days: Vec<Cell> = days_of_month(year, number).map(&look).collect();
            if other || month.days != days {
                month.days = days;
                month.cache.clear();
            }
        }
    }

    /// The months in a room of this size; higher than the room when it is too low for them.
    pub(super) fn view(&self, room: Size) -> (Element<'_, Message>, f32) {
        let across = if room.width >= WIDE { ACROSS } else { ACROSS_NARROW };
        let rows = number(12 / across);
        let row_height = ((room.height - GAP * (rows - 1.0)) / rows - NAME - HEADS) / WEEKS;
        let row_height = row_height.clamp(LOWEST, HIGHEST).floor();
        let height = NAME + HEADS + row_height * WEEKS;
        let mut lines = column![].spacing(GAP);
        for (line, months) in self.months.chunks(across).enumerate() {
            let faces = months.iter().zip(1..).map(|(month, place): (_, u32)| {
                let first = u32::try_from(line * across).unwrap_or_default();
                let face = Face { month, year: self.year, number: first + place };
                Element::from(Canvas::new(face).width(Length::Fill).height(height))
            });
            lines = lines.push(row(faces).spacing(GAP_ACROSS));
        }
        (lines.into(), height * rows + GAP * (rows - 1.0))
    }

    /// Which line of months `month` stands in, and how many there are.
    pub(super) fn line_of(month: u32, width: f32) -> (usize, usize) {
        let across = if width >= WIDE { ACROSS } else { ACROSS_NARROW };
        (usize::try_from(month).unwrap_or(1).saturating_sub(1) / across, 12 / across)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a year has twelve months")]
fn number(count: usize) -> f32 {
    count as f32
}

/// One month on its canvas.
struct Face<'a> {
    month: &'a Month,
    year: i32,
    number: u32,
}

/// What a month remembers from one event to the next.
#[derive(Debug, Default)]
struct Seen {
    /// Whether the dark colours were drawn last.
    dark: std::cell::Cell<Option<bool>>,
    /// The day that was clicked last, and when.
    clicked: Option<(NaiveDate, Duration)>,
}

impl Face<'_> {
    /// Empty places before the first day.
    fn before(&self) -> usize {
        let first = NaiveDate::from_ymd_opt(self.year, self.number, 1);
        first.map_or(0, |first| first.weekday() as usize)
    }

    /// The place of the day that stands `index` days after the first.
    fn place(&self, index: usize, bounds: Size) -> Rectangle {
        let cell = cell_size(bounds);
        let at = self.before() + index;
        Rectangle {
            x: number(at % 7) * cell.width,
            y: NAME + HEADS + number(at / 7) * cell.height,
            width: cell.width,
            height: cell.height,
        }
    }

    fn day_at(&self, at: Point, bounds: Size) -> Option<NaiveDate> {
        let mut days = days_of_month(self.year, self.number).enumerate();
        days.find(|(index, _)| self.place(*index, bounds).contains(at)).map(|(_, day)| day)
    }
}

fn cell_size(bounds: Size) -> Size {
    Size::new(bounds.width / WEEKDAYS, (bounds.height - NAME - HEADS) / WEEKS)
}

impl canvas::Program<Message> for Face<'_> {
    type State = Seen;

    fn update(
        &self,
        seen: &mut Seen,
        event: &Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> Option<Action<Message>> {
        let Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) = event else {
            return None;
        };
        let date = self.day_at(cursor.position_in(bounds)?, bounds.size())?;
        let now = clock::elapsed();
        let twice =
            seen.clicked.is_some_and(|(last, at)| last == date && now.saturating_sub(at) < DOUBLE);
        seen.clicked = (!twice).then_some((date, now));
        Some(Action::publish(if twice { Message::Edit(date) } else { Message::Choose(date) }))
    }

    fn draw(
        &self,
        seen: &Seen,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let dark = theme.extended_palette().is_dark;
        if seen.dark.replace(Some(dark)) != Some(dark) {
            self.month.cache.clear();
        }
        let geometry = self.month.cache.draw(renderer, bounds.size(), |frame| {
            let colors = theme::colors(theme);
            let name = said::month(self.number);
            write(
                frame,
                name,
                Point::new(2.0, 0.0),
                size::LABEL,
                font::SEMIBOLD,
                colors.text,
                false,
            );
            let cell = cell_size(bounds.size());
            for (place, weekday) in said::WEEKDAYS.iter().enumerate() {
                let middle = Point::new((number(place) + 0.5) * cell.width, NAME - 1.0);
                write(
                    frame,
                    (*weekday).to_owned(),
                    middle,
                    10.0,
                    font::REGULAR,
                    colors.faint,
                    true,
                );
            }
            for (index, day) in self.month.days.iter().enumerate() {
                draw_day(frame, theme, self.place(index, bounds.size()), index + 1, day);
            }
        });
        vec![geometry]
    }

    fn mouse_interaction(
        &self,
        _seen: &Seen,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> mouse::Interaction {
        let day = cursor.position_in(bounds).and_then(|at| self.day_at(at, bounds.size()));
        if day.is_some() { mouse::Interaction::Pointer } else { mouse::Interaction::default() }
    }
}

/// Draws one day: its ground, its number, and the signs that say the same.
fn draw_day(frame: &mut Frame, theme: &Theme, place: Rectangle, number: usize, day: &Cell) {
    let colors = theme::colors(theme);
    let inside = place.shrink(1.0);
    ground(frame, theme, inside, day);
    let ink = ink(day, theme, colors);
    let weight = match day.mark {
        _ if day.today || day.chosen => font::BOLD,
        Mark::Working | Mark::Rest => font::REGULAR,
        _ => font::SEMIBOLD,
    };
    let sign = said::sign(day.mark);
    let (size, small, aside) = match place.width.min(place.height + 6.0) {
        ..ROOMY => (11.0, 7.5, 3.5),
        ..LARGE => (12.0, 8.5, 6.0),
        _ => (13.5, 9.5, 7.0),
    };
    let shift = if sign.is_empty() { 0.0 } else { 3.5 };
    let middle = Point::new(place.center_x() - shift, place.center_y() - size * 0.67);
    write(frame, number.to_string(), middle, size, weight, ink, true);
    if !sign.is_empty() {
        // Beside the number, and never beyond the day's own edge.
        let beside = (middle.x + size).min(place.x + place.width - aside);
        let corner = Point::new(beside, middle.y - 1.5);
        write(frame, sign.to_owned(), corner, small, font::BOLD, ink, true);
    }
    if day.today {
        let line = Point::new(inside.x + 4.0, inside.y + inside.height - 3.5);
        frame.fill_rectangle(line, Size::new(inside.width - 8.0, 2.0), colors.accent);
    }
    if day.pending {
        let corner = Path::new(|path| {
            path.move_to(inside.position());
            path.line_to(Point::new(inside.x + 7.0, inside.y));
            path.line_to(Point::new(inside.x, inside.y + 7.0));
            path.close();
        });
        frame.fill(&corner, colors.accent);
    }
    if day.chosen || day.meant {
        let width = if day.chosen { 2.0 } else { 1.0 };
        let ring = Path::rounded_rectangle(
            Point::new(inside.x + 0.5, inside.y + 0.5),
            Size::new(inside.width - 1.0, inside.height - 1.0),
            4.0.into(),
        );
        frame.stroke(&ring, Stroke::default().with_color(colors.accent).with_width(width));
    }
}

/// What lies behind the number: full when it is certain, an outline while it is an estimate.
fn ground(frame: &mut Frame, theme: &Theme, place: Rectangle, day: &Cell) {
    let tone = day.mark.tone();
    let (color, size) = match day.mark {
        Mark::Working | Mark::Rest => return,
        Mark::PartlyClosed => (tone.ground(theme), Size::new(place.width, place.height / 2.0)),
        _ => (tone.ground(theme), place.size()),
    };
    let lower = day.mark == Mark::PartlyClosed && day.afternoon;
    let top = if lower { place.y + place.height / 2.0 } else { place.y };
    let shape = Path::rounded_rectangle(Point::new(place.x, top), size, 3.0.into());
    if !day.estimate {
        let color = if matches!(day.mark, Mark::Closed | Mark::PartlyClosed) {
            theme::colors(theme).field_line
        } else {
            color
        };
        frame.fill(&shape, color);
        return;
    }
    let outline = Path::rounded_rectangle(
        Point::new(place.x + 0.5, top + 0.5),
        Size::new(size.width - 1.0, size.height - 1.0),
        3.0.into(),
    );
    let dashes = canvas::LineDash { segments: &[2.5, 2.0], offset: 0 };
    let stroke = Stroke { line_dash: dashes, ..Stroke::default() };
    frame.stroke(&outline, stroke.with_color(tone.ink(theme)).with_width(1.0));
}

fn ink(day: &Cell, theme: &Theme, colors: &Colors) -> Color {
    match day.mark {
        Mark::Working | Mark::Closed | Mark::PartlyClosed => colors.text,
        Mark::Rest => colors.faint,
        mark => mark.tone().ink(theme),
    }
}

fn write(
    frame: &mut Frame,
    content: String,
    at: Point,
    size: f32,
    font: Font,
    color: Color,
    middle: bool,
) {
    frame.fill_text(canvas::Text {
        content,
        position: at,
        color,
        size: Pixels(size),
        font,
        align_x: if middle { Alignment::Center } else { Alignment::Left },
        align_y: Vertical::Top,
        ..canvas::Text::default()
    });
}

/// What the signs mean.
pub(super) fn legend<'a>() -> Element<'a, Message> {
    let one = |cell: Cell, meaning: &'static str| -> Element<'a, Message> {
        let sample = Canvas::new(Sample(cell)).width(24).height(18);
        row![sample, faint(meaning)].spacing(space::TINY).align_y(iced::Alignment::Center).into()
    };
    let marks = Mark::TOLD.map(|mark| one(Cell { mark, ..Cell::default() }, said::mark(mark)));
    let estimate = Cell { mark: Mark::Holiday, estimate: true, ..Cell::default() };
    let others = [
        one(estimate, said::ESTIMATE),
        one(Cell { pending: true, ..Cell::default() }, said::NOT_WRITTEN),
        one(Cell { today: true, ..Cell::default() }, said::TODAY),
    ];
    let all = row(marks.into_iter().chain(others)).spacing(space::SMALL);
    container(all.wrap().vertical_spacing(2)).into()
}

/// One day of the legend.
struct Sample(Cell);

impl canvas::Program<Message> for Sample {
    type State = ();

    fn draw(
        &self,
        _state: &(),
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let mut frame = Frame::new(renderer, bounds.size());
        draw_day(&mut frame, theme, Rectangle::with_size(bounds.size()), 8, &self.0);
        vec![frame.into_geometry()]
    }
}
