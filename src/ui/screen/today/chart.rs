//! The last working days as bars: received, and late among them.

use iced::alignment::Vertical;
use iced::widget::canvas::{self, Cache, Canvas, Geometry};
use iced::widget::text::Alignment;
use iced::widget::{container, row};
use iced::{Color, Element, Length, Pixels, Point, Rectangle, Renderer, Size, Theme, mouse};

use super::Message;
use crate::store::DayCount;
use crate::ui::font;
use crate::ui::text as said;
use crate::ui::theme::{self, Tone, faint, size};

const HEIGHT: f32 = 150.0;
/// Room above the bars for their numbers, and below for the days.
const ABOVE: f32 = 18.0;
const BELOW: f32 = 22.0;
/// The widest bar.
const BAR: f32 = 28.0;

/// The chart, drawn again only when its numbers or colours change.
#[derive(Debug, Default)]
pub(super) struct Chart {
    days: Vec<DayCount>,
    cache: Cache,
}

impl Chart {
    pub(super) fn show(&mut self, days: &[DayCount]) {
        if self.days != days {
            self.days = days.to_vec();
            self.cache.clear();
        }
    }

    pub(super) fn view(&self) -> Element<'_, Message> {
        Canvas::new(Bars(self)).width(Length::Fill).height(HEIGHT).into()
    }
}

/// What the colours mean.
pub(super) fn legend<'a>() -> Element<'a, Message> {
    let square = |tone| container("").width(9).height(9).style(theme::bar(tone));
    row![
        square(Tone::Accent),
        faint(said::RECEIVED_SHORT),
        square(Tone::Bad),
        faint(said::LATE_SHORT)
    ]
    .spacing(4)
    .align_y(iced::Alignment::Center)
    .into()
}

struct Bars<'a>(&'a Chart);

impl canvas::Program<Message> for Bars<'_> {
    /// Whether the dark colours were drawn last.
    type State = std::cell::Cell<Option<bool>>;

    fn draw(
        &self,
        state: &Self::State,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let dark = theme.extended_palette().is_dark;
        if state.replace(Some(dark)) != Some(dark) {
            self.0.cache.clear();
        }
        let geometry = self.0.cache.draw(renderer, bounds.size(), |frame| {
            let days = &self.0.days;
            let most = days.iter().map(|day| day.received.max(day.late)).max().unwrap_or(0).max(1);
            let count = f32::from(u16::try_from(days.len().max(1)).unwrap_or(u16::MAX));
            let step = bounds.width / count;
            let width = BAR.min(step * 0.7);
            let full = HEIGHT - ABOVE - BELOW;
            let mut middle = step / 2.0;
            for day in days {
                let left = middle - width / 2.0;
                let high = full * ratio(day.received, most);
                let late = full * ratio(day.late, most);
                let floor = HEIGHT - BELOW;
                let bar = |frame: &mut canvas::Frame, height: f32, color: Color| {
                    let at = Point::new(left, floor - height);
                    frame.fill_rectangle(at, Size::new(width, height), color);
                };
                bar(frame, high, Tone::Accent.ink(theme));
                bar(frame, late, Tone::Bad.ink(theme));
                let top = floor - high.max(late);
                let colors = theme::colors(theme);
                let label = |frame: &mut canvas::Frame, text: String, y: f32, color: Color| {
                    frame.fill_text(canvas::Text {
                        content: text,
                        position: Point::new(middle, y),
                        color,
                        size: Pixels(size::SMALL),
                        font: font::REGULAR,
                        align_x: Alignment::Center,
                        align_y: Vertical::Top,
                        ..canvas::Text::default()
                    });
                };
                label(frame, day.received.to_string(), top - ABOVE, colors.text);
                label(frame, said::short_day(day.date), floor + 4.0, colors.faint);
                middle += step;
            }
        });
        vec![geometry]
    }
}

#[expect(clippy::cast_precision_loss, reason = "dossiers of one day")]
fn ratio(part: i64, whole: i64) -> f32 {
    part as f32 / whole as f32
}
