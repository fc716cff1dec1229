//! Where the keyboard goes: Tab through the fields of what is on top, around and around.

use iced::Task;
use iced::advanced::widget::operation::{self, Focusable, Outcome};
use iced::advanced::widget::{Id, Operation};
use iced::{Rectangle, advanced};

/// Moves the keyboard to the next field in reading order, or the one before, and after the last to
/// the first. What lies under an open dialog is not seen: it is inert.
pub(crate) fn cycle<Message: Send + 'static>(backward: bool) -> Task<Message> {
    let survey = Survey { backward, ..Survey::default() };
    advanced::widget::operate(operation::then(survey, |seen| Move { target: seen.target(), place: 0 }))
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
            (Some(0), true) | (None, true) => last,
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

struct Move {
    target: usize,
    place: usize,
}

impl<T> Operation<T> for Move {
    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if self.place == self.target {
            state.focus();
        } else {
            state.unfocus();
        }
        self.place += 1;
    }

    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }
}
