//! The window of rows around the one under the keyboard.

use crate::store::{ListKey, ListRow, Page};

/// Rows asked for at a time.
pub(super) const PAGE: usize = 120;
/// The most rows in memory; beyond that the far end is let go.
const MOST: usize = 480;
/// How near to an end the next page is asked for.
const NEAR: usize = 40;

/// What is asked of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    /// The first rows, from the top.
    Beginning,
    /// So many rows from the top again, because the book changed.
    Again(usize),
    /// The rows behind this one.
    After(ListKey),
    /// The rows before this one.
    Before(ListKey),
    /// The last rows.
    End,
}

impl Ask {
    /// The page of the list, and how many rows it may have.
    pub(super) fn page(self) -> (Page, usize) {
        match self {
            Self::Beginning => (Page::First, PAGE),
            Self::Again(count) => (Page::First, count),
            Self::After(key) => (Page::After(key), PAGE),
            Self::Before(key) => (Page::Before(key), PAGE),
            Self::End => (Page::Last, PAGE),
        }
    }
}

/// The rows in memory.
#[derive(Debug, Default)]
pub(super) struct Pages {
    rows: Vec<ListRow>,
    at: usize,
    top: usize,
    more_before: bool,
    more_after: bool,
    /// Whether a page is on its way.
    pub(super) asked: bool,
}

impl Pages {
    /// The row under the keyboard.
    pub(super) fn selected(&self) -> Option<&ListRow> {
        self.rows.get(self.at)
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// How many rows to read again so that the list stays where it is; `None` once its beginning was
    /// let go: then it is read again when the officer goes on.
    pub(super) fn again(&self) -> Option<usize> {
        (!self.more_before && !self.asked).then(|| self.rows.len().max(PAGE))
    }

    /// Takes the answer to a question.
    pub(super) fn take(&mut self, ask: Ask, rows: Vec<ListRow>) {
        self.asked = false;
        let full = rows.len() >= PAGE;
        match ask {
            Ask::Beginning => *self = Self { rows, more_after: full, ..Self::default() },
            Ask::Again(count) => {
                let known = self.selected().map(|row| row.id);
                let place = rows.iter().position(|row| Some(row.id) == known);
                let last = rows.len().saturating_sub(1);
                self.at = place.unwrap_or(self.at.min(last));
                self.more_after = rows.len() >= count;
                self.rows = rows;
            }
            Ask::End => {
                let at = rows.len().saturating_sub(1);
                *self = Self { rows, at, top: at, more_before: full, ..Self::default() };
            }
            // The list was read anew while this was on its way.
            Ask::After(after) if self.rows.last().map(ListRow::key) != Some(after) => {}
            Ask::Before(before) if self.rows.first().map(ListRow::key) != Some(before) => {}
            Ask::After(_) => {
                self.more_after = full;
                self.rows.extend(rows);
                if self.rows.len() > MOST {
                    let gone = self.rows.len() - MOST;
                    let _ = self.rows.drain(..gone);
                    self.at = self.at.saturating_sub(gone);
                    self.top = self.top.saturating_sub(gone);
                    self.more_before = true;
                }
            }
            Ask::Before(_) => {
                self.more_before = full;
                let came = rows.len();
                let _ = self.rows.splice(0..0, rows);
                self.at += came;
                self.top += came;
                if self.rows.len() > MOST {
                    self.rows.truncate(MOST);
                    self.more_after = true;
                }
            }
        }
    }

    /// Moves by so many rows; answers what should be asked for.
    pub(super) fn step(&mut self, rows: i64, fit: usize) -> Option<Ask> {
        let by = usize::try_from(rows.unsigned_abs()).unwrap_or(usize::MAX);
        let last = self.rows.len().saturating_sub(1);
        self.at = match rows {
            ..0 => self.at.saturating_sub(by),
            _ => self.at.saturating_add(by).min(last),
        };
        self.keep_in_sight(fit);
        if self.asked {
            return None;
        }
        if rows > 0 && self.more_after && self.at + NEAR > last {
            return self.rows.last().map(|row| Ask::After(row.key()));
        }
        if rows < 0 && self.more_before && self.at < NEAR {
            return self.rows.first().map(|row| Ask::Before(row.key()));
        }
        None
    }

    pub(super) fn go_to(&mut self, place: usize) {
        self.at = place.min(self.rows.len().saturating_sub(1));
    }

    fn keep_in_sight(&mut self, fit: usize) {
        if self.at < self.top {
            self.top = self.at;
        } else if self.at >= self.top + fit {
            self.top = self.at + 1 - fit;
        }
    }

    /// The rows that fit on the screen, and the place of the first of them.
    pub(super) fn shown(&self, fit: usize) -> (&[ListRow], usize) {
        let most = self.rows.len().saturating_sub(fit);
        let lowest = (self.at + 1).saturating_sub(fit);
        let top = self.top.clamp(lowest, self.at.max(lowest)).min(most);
        let end = (top + fit).min(self.rows.len());
        (self.rows.get(top..end).unwrap_or_default(), top)
    }
}
