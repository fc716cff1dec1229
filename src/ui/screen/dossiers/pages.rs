//! The window of rows around the one under the keyboard.

use crate::store::{ListRow, Page};

/// Rows asked for at a time.
pub(super) const PAGE: usize = 120;
/// The most rows in memory; beyond that the far end is let go.
const MOST: usize = 480;
/// How near to an end the next page is asked for.
const NEAR: usize = 40;

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
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row under the keyboard.
    pub(super) fn selected(&self) -> Option<&ListRow> {
        self.rows.get(self.at)
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The page that shows the same place again: the list may have changed under it.
    pub(super) fn again(&self) -> Page {
        match self.rows.first() {
            Some(first) if self.more_before => Page::After(first.key()),
            _ => Page::First,
        }
    }

    /// Takes the rows of a page.
    pub(super) fn take(&mut self, page: Page, rows: Vec<ListRow>) {
        self.asked = false;
        let full = rows.len() >= PAGE;
        match page {
            Page::First => {
                let fresh = self.rows.is_empty();
                let known = self.selected().map(|row| row.id);
                *self = Self { rows, more_after: full, ..Self::default() };
                let same = |row: &ListRow| Some(row.id) == known;
                // A list read again keeps its place; one asked for by Home begins at the top.
                if !fresh && let Some(at) = self.rows.iter().position(same) {
                    self.at = at;
                    self.top = at;
                }
            }
            Page::Last => {
                let at = rows.len().saturating_sub(1);
                *self = Self { rows, at, top: at, more_before: full, ..Self::default() };
            }
            Page::After(after) => {
                self.more_after = full;
                let last = self.rows.last().map(ListRow::key);
                if last == Some(after) {
                    self.rows.extend(rows);
                } else {
                    // Read again from the middle.
                    let known = self.selected().map(|row| row.id);
                    self.rows = rows;
                    let place = self.rows.iter().position(|row| Some(row.id) == known);
                    self.at = place.unwrap_or(0);
                    self.top = self.at;
                }
                if self.rows.len() > MOST {
                    let gone = self.rows.len() - MOST;
                    let _ = self.rows.drain(..gone);
                    self.at = self.at.saturating_sub(gone);
                    self.top = self.top.saturating_sub(gone);
                    self.more_before = true;
                }
            }
            Page::Before(_) => {
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

    /// Moves by so many rows; answers the page that should be asked for.
    pub(super) fn step(&mut self, rows: i64, fit: usize) -> Option<Page> {
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
            return self.rows.last().map(|row| Page::After(row.key()));
        }
        if rows < 0 && self.more_before && self.at < NEAR {
            return self.rows.first().map(|row| Page::Before(row.key()));
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
