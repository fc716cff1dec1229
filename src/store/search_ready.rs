//! Search at the window where results are handed over: what lies ready stands first.

use rusqlite::Row;

use super::error::StoreError;
use super::search::{Found, SELECT, find, found_of_row};
use super::search_text::{TextPlaces, TextQuery};
use super::transact::View;
use crate::domain::fold::fold;

/// The most ready dossiers that are looked at; a desk that has more has not handed over for months.
const MOST_READY: i64 = 20_000;

/// The fewest digits at the end of a number that are looked for.
const SHORTEST_END: usize = 2;

/// Finds at most `most` dossiers for whoever stands at the counter to collect: those whose result
/// lies ready first, the one that lay there last before the others, then every other as
/// [`find`] answers it. Ready ones are also found by a word of the address, such as the hamlet, and by
/// the last digits of a telephone or identity number. Without `text`, all that lie ready.
///
/// # Errors
/// When the book cannot be read.
pub fn find_ready(view: View<'_>, text: &str, most: usize) -> Result<Vec<Found>, StoreError> {
    let wanted = Wanted::of(text);
    let mut list = Vec::new();
    let mut statement = view.0.prepare_cached(&format!(
        "{SELECT} WHERE status = 9
         ORDER BY finished_at DESC, dossier.id DESC LIMIT ?1"
    ))?;
    let places = TextPlaces::of(&statement)?;
    let mut rows = statement.query([MOST_READY])?;
    while list.len() < most {
        let Some(row) = rows.next()? else { break };
        if wanted.as_ref().is_none_or(|wanted| wanted.agrees(row, &places)) {
            list.push(found_of_row(row)?);
        }
    }
    if wanted.is_some() && list.len() < most {
        let more = find(view, text, most)?;
        let known: Vec<i64> = list.iter().map(|found| found.id).collect();
        list.extend(more.into_iter().filter(|found| !known.contains(&found.id)));
        list.truncate(most);
    }
    Ok(list)
}

/// What somebody at the counter says of their dossier.
struct Wanted {
    text: TextQuery,
    /// The text as words of an address.
    words: String,
    /// The digits, when it is nothing else.
    end: Option<String>,
}

impl Wanted {
    fn of(text: &str) -> Option<Self> {
        let query = TextQuery::of(text)?;
        let trimmed = text.trim();
        let digits = trimmed.len() >= SHORTEST_END && trimmed.bytes().all(|c| c.is_ascii_digit());
        Some(Self { text: query, words: fold(text), end: digits.then(|| trimmed.to_owned()) })
    }

    fn agrees(&self, row: &Row<'_>, places: &TextPlaces) -> bool {
        let column = |name: &str| row.get_ref(name).ok().and_then(|value| value.as_str().ok());
        let ends = |name: &str, end: &str| column(name).is_some_and(|text| text.ends_with(end));
        self.text.agrees(row, places)
            || self
                .end
                .as_ref()
                .is_some_and(|end| ends("phone", end) || ends("identity_number", end))
            || (!self.words.is_empty()
                && column("address").is_some_and(|address| {
                    format!(" {}", fold(address)).contains(&format!(" {}", self.words))
                }))
    }
}
