//! What is offered while a name is typed: the known ones that answer it, the best under the keyboard.

use iced::Element;
use iced::widget::{button, column, text};

use super::parts::plain_card;
use crate::domain::fold::fold;
use crate::ui::key::Press;
use crate::ui::text as said;
use crate::ui::theme::{self, Kind, body, faint, pad, space};

/// How many are shown.
const MOST: usize = 5;

/// The height of one of them.
pub(crate) const ROW: f32 = 30.0;

/// The known names, and those that answer what is being typed.
#[derive(Debug)]
pub(crate) struct Offers<T> {
    known: Vec<(String, T)>,
    found: Vec<usize>,
    at: usize,
}

impl<T> Default for Offers<T> {
    fn default() -> Self {
        Self { known: Vec::new(), found: Vec::new(), at: 0 }
    }
}

impl<T> Offers<T> {
    /// Takes what is known, each with the words it is found by.
    pub(crate) fn know(&mut self, known: impl IntoIterator<Item = (String, T)>) {
        self.known = known.into_iter().map(|(words, known)| (fold(&words), known)).collect();
        let _ = self.close();
    }

    /// Offers what answers `typed`: every word of it begins a word there.
    pub(crate) fn look(&mut self, typed: &str) {
        let wanted = fold(typed);
        let answers = |(words, _): &(String, T)| {
            wanted.split(' ').all(|word| words.split(' ').any(|own| own.starts_with(word)))
        };
        self.at = 0;
        self.found = match wanted.trim() {
            "" => Vec::new(),
            _ => {
                let known = self.known.iter().enumerate();
                known.filter(|(_, known)| answers(known)).map(|(at, _)| at).take(MOST).collect()
            }
        };
    }

    /// Offers nothing any more; answers whether anything was.
    pub(crate) fn close(&mut self) -> bool {
        let open = self.is_open();
        self.found.clear();
        self.at = 0;
        open
    }

    pub(crate) fn is_open(&self) -> bool {
        !self.found.is_empty()
    }

    /// The height of what is shown.
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    pub(crate) fn height(&self) -> f32 {
        match self.found.len() {
            0 => 0.0,
            found => (found + 1) as f32 * ROW + 2.0 * space::SMALL,
        }
    }

    /// How far a key moves among what is offered.
    pub(crate) fn moved(&self, press: &Press) -> Option<i64> {
        press.rows(1).filter(|_| self.is_open())
    }

    /// Moves; the row behind the last offer keeps what was typed.
    pub(crate) fn step(&mut self, rows: i64) {
        self.at = match rows {
            ..0 => self.at.saturating_sub(1),
            _ => (self.at + 1).min(self.found.len()),
        };
    }

    /// The one under the keyboard.
    pub(crate) fn chosen(&self) -> Option<&T> {
        self.offer(self.at)
    }

    /// The offer in this place; `None` for what was typed.
    pub(crate) fn offer(&self, place: usize) -> Option<&T> {
        let known = self.known.get(*self.found.get(place)?)?;
        Some(&known.1)
    }

    /// What is offered, a row each.
    pub(crate) fn view<'a, Message: Clone + 'a>(
        &'a self,
        told: impl Fn(&'a T) -> String,
        on_press: impl Fn(usize) -> Message,
    ) -> Element<'a, Message> {
        let line = |place: usize, content: text::Text<'a>| {
            let kind = Kind::Row { selected: place == self.at };
            button(content.wrapping(text::Wrapping::None))
                .width(iced::Length::Fill)
                .height(ROW)
                .padding(pad::ROW)
                .style(theme::button(kind))
                .on_press(on_press(place))
                .into()
        };
        let offers = self.found.iter().enumerate().filter_map(|(place, known)| {
            let (_, known) = self.known.get(*known)?;
            Some(line(place, body(told(known))))
        });
        let typed = line(self.found.len(), faint(said::AS_TYPED));
        plain_card(column(offers).push(typed)).padding(space::SMALL).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_marks_find_a_name_and_the_last_row_keeps_what_was_typed() {
        let mut offers = Offers::default();
        offers.know(
            ["Tư pháp – hộ tịch", "Địa chính", "Tài chính"].map(|name| (name.to_owned(), name)),
        );
        offers.look("");
        assert!(!offers.is_open());
        offers.look("chinh");
        assert_eq!((offers.offer(0), offers.offer(1)), (Some(&"Địa chính"), Some(&"Tài chính")));
        offers.look("dia c");
        assert_eq!(offers.chosen(), Some(&"Địa chính"));
        offers.step(1);
        assert_eq!(offers.chosen(), None, "as typed");
        offers.step(1);
        offers.step(-1);
        assert_eq!(offers.chosen(), Some(&"Địa chính"));
        offers.look("kinh te");
        assert!(!offers.is_open());
    }
}
