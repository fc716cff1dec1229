//! What stands on the screen: its words, its fields, and where the keyboard is.

use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{Focusable, Operation, Scrollable, TextInput};
use iced::{Rectangle, Vector};

/// What was seen; what lies under an open dialog is not.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Every text, and where it stands.
    pub(super) words: Vec<(String, Rectangle)>,
    /// Every field with what it holds, or its placeholder.
    pub(super) fields: Vec<(Id, String)>,
    /// What scrolls, and how far it is scrolled.
    pub(super) scrolled: Vec<(Id, f32)>,
    /// Where the keyboard is.
    pub(super) focused: Option<Id>,
}

impl Operation for Survey {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn text(&mut self, _id: Option<&Id>, bounds: Rectangle, text: &str) {
        self.words.push((text.to_owned(), bounds));
    }

    fn text_input(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn TextInput) {
        if let Some(id) = id {
            self.fields.push((id.clone(), state.text().to_owned()));
        }
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        _bounds: Rectangle,
        _content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        if let Some(id) = id {
            self.scrolled.push((id.clone(), translation.y));
        }
    }

    fn focusable(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            assert!(self.focused.is_none(), "the keyboard is in two places");
            self.focused = id.cloned();
        }
    }
}

impl Survey {
    /// What the field holds; an empty one is `None`-like: its placeholder.
    pub(super) fn field(&self, id: &'static str) -> Option<&str> {
        let id = Id::new(id);
        self.fields.iter().find(|(other, _)| *other == id).map(|(_, text)| text.as_str())
    }

    /// How far down it is scrolled.
    pub(super) fn scroll_of(&self, id: &'static str) -> f32 {
        let id = Id::new(id);
        self.scrolled.iter().find(|(other, _)| *other == id).map_or(0.0, |(_, y)| *y)
    }

    /// Everything that can be read, a line a text.
    pub(super) fn told(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|(text, _)| text.as_str()).collect();
        format!("{}\nfields: {:?}\nkeyboard: {:?}", words.join("\n"), self.fields, self.focused)
    }
}
