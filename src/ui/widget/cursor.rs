//! The row under the keyboard, and which rows of a long list are on the screen.

use std::ops::Range;

/// A place in a list of which a screenful is shown.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cursor {
    at: usize,
    top: usize,
}

impl Cursor {
    /// The row under the keyboard.
    pub(crate) fn at(self) -> usize {
        self.at
    }

    /// Moves by so many rows in a list of `count`, of which `fit` are shown.
    pub(crate) fn step(&mut self, rows: i64, count: usize, fit: usize) {
        let by = usize::try_from(rows.unsigned_abs()).unwrap_or(usize::MAX);
        let to = match rows {
            ..0 => self.at.saturating_sub(by),
            _ => self.at.saturating_add(by),
        };
        self.go(to, count);
        self.top = self.shown(count, fit).start;
    }

    /// Goes to a row; to the last one where the list is shorter.
    pub(crate) fn go(&mut self, at: usize, count: usize) {
        self.at = at.min(count.saturating_sub(1));
    }

    /// The rows on the screen.
    pub(crate) fn shown(self, count: usize, fit: usize) -> Range<usize> {
        let fit = fit.max(1);
        let lowest = (self.at + 1).saturating_sub(fit);
        let top = self.top.clamp(lowest, self.at.max(lowest)).min(count.saturating_sub(fit));
        top..(top + fit).min(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_row_under_the_keyboard_is_always_on_the_screen() {
        let mut cursor = Cursor::default();
        for step in [1, 5, 30, -3, 100, -40, 7, i64::MIN, i64::MAX] {
            cursor.step(step, 60, 10);
            let shown = cursor.shown(60, 10);
            assert!(shown.contains(&cursor.at()), "{cursor:?} {shown:?}");
            assert_eq!(shown.len(), 10);
        }
        assert_eq!(cursor.at(), 59);
        assert_eq!(cursor.shown(4, 10), 0..4, "a list that became short");
        assert_eq!(Cursor::default().shown(0, 10), 0..0);
    }
}
