//! Where the keyboard goes: Tab through the fields of what is on top, around and around, and into
//! sight wherever they lie.

use iced::advanced;
use iced::advanced::widget::operation::scrollable::{
    AbsoluteOffset, RelativeOffset, Scrollable, scroll_to,
};
use iced::advanced::widget::operation::{self, Focusable, Outcome};
use iced::advanced::widget::{Id, Operation};
use iced::{Rectangle, Task, Vector};

/// White space kept between a field and the edge of what scrolls, in logical pixels.
const MARGIN: f32 = 24.0;

/// Moves the keyboard to the next field in reading order, or the one before, and after the last to
/// the first. What lies under an open dialog is not seen: it is inert.
pub(crate) fn cycle<Message: Send + 'static>(backward: bool) -> Task<Message> {
    let survey = Survey { backward, ..Survey::default() };
    advanced::widget::operate(operation::then(survey, |seen| {
        Move::to(Target::Place(seen.target()))
    }))
}

/// Moves the keyboard to the field with this id.
pub(crate) fn to<Message: Send + 'static>(id: &'static str) -> Task<Message> {
    advanced::widget::operate(Move::to(Target::Id(Id::new(id))))
}

/// Moves the keyboard to one of several fields that are told apart by numbers.
pub(crate) fn on<Message: Send + 'static>(id: String) -> Task<Message> {
    advanced::widget::operate(Move::to(Target::Id(Id::from(id))))
}

/// Brings the row `at` of `count` into sight in the list that scrolls under `id`.
#[expect(clippy::cast_precision_loss, reason = "a list has a few hundred rows")]
pub(crate) fn row<Message: Send + 'static>(
    id: &'static str,
    at: usize,
    count: usize,
) -> Task<Message> {
    let y = at as f32 / count.saturating_sub(1).max(1) as f32;
    let offset = RelativeOffset { x: None, y: Some(y.clamp(0.0, 1.0)) };
    iced::widget::operation::snap_to(id, offset)
}

/// The focusable places, in order.
#[derive(Debug, Clone, Default)]
struct Survey {
    total: usize,
    focused: Option<usize>,
    backward: bool,
}

impl Survey {
    fn target(&self) -> usize {
        let last = self.total.saturating_sub(1);
        match (self.focused, self.backward) {
            (Some(0) | None, true) => last,
            (Some(at), true) => at - 1,
            (Some(at), false) if at < last => at + 1,
            (Some(_) | None, false) => 0,
        }
    }
}

impl Operation<Survey> for Survey {
    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.focused = Some(self.total);
        }
        self.total += 1;
    }

    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Survey>)) {
        operate(self);
    }

    fn finish(&self) -> Outcome<Survey> {
        Outcome::Some(self.clone())
    }
}

/// The field that is wanted.
#[derive(Debug, Clone)]
enum Target {
    Place(usize),
    Id(Id),
}

/// Something that scrolls: where it stands, what it holds, how far it is scrolled.
#[derive(Debug, Clone)]
struct Shelf {
    id: Id,
    bounds: Rectangle,
    content: Rectangle,
    scrolled: Vector,
}

/// Focuses one field and brings it into sight.
#[derive(Debug, Clone)]
struct Move {
    target: Target,
    place: usize,
    found: Option<Rectangle>,
    shelves: Vec<Shelf>,
}

impl Move {
    fn to(target: Target) -> Self {
        Self { target, place: 0, found: None, shelves: Vec::new() }
    }

    /// The shelf that must be scrolled, and how far, for the field to be seen.
    fn scroll(&self) -> Option<(Id, f32)> {
        let field = self.found?;
        let holds = |shelf: &&Shelf| {
            let middle = field.center();
            let Rectangle { x, y, width, height } = shelf.content;
            (x..=x + width).contains(&middle.x) && (y..=y + height).contains(&middle.y)
        };
        let shelf = self.shelves.iter().rev().find(holds)?;
        let top = field.y - shelf.bounds.y;
        let bottom = top + field.height;
        let seen = shelf.scrolled.y..shelf.scrolled.y + shelf.bounds.height;
        let most = (shelf.content.height - shelf.bounds.height).max(0.0);
        let offset = if top - MARGIN < seen.start {
            top - MARGIN
        } else if bottom + MARGIN > seen.end {
            bottom + MARGIN - shelf.bounds.height
        } else {
            return None;
        };
        Some((shelf.id.clone(), offset.clamp(0.0, most)))
    }
}

impl<T: Send + 'static> Operation<T> for Move {
    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let wanted = match &self.target {
            Target::Place(place) => *place == self.place,
            Target::Id(wanted) => id == Some(wanted),
        };
        if wanted {
            state.focus();
            self.found = Some(bounds);
        } else {
            state.unfocus();
        }
        self.place += 1;
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        scrolled: Vector,
        _state: &mut dyn Scrollable,
    ) {
        if let Some(id) = id {
            self.shelves.push(Shelf { id: id.clone(), bounds, content, scrolled });
        }
    }

    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn finish(&self) -> Outcome<T> {
        match self.scroll() {
            Some((id, y)) => {
                let offset = AbsoluteOffset { x: None, y: Some(y) };
                Outcome::Chain(Box::new(scroll_to(id, offset)))
            }
            None => Outcome::None,
        }
    }
}
