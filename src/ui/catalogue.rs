//! The procedures as the picker needs them: in memory, folded, favourites and often used ones first.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::desk::DeskError;
use crate::domain::fold::fold;
use crate::domain::procedure::Procedure;
use crate::store::{self, View};

/// What is offered at the counter today.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    entries: Vec<Entry>,
    favourites: HashSet<String>,
    /// Place among the procedures used lately, 0 for the most used.
    recent: HashMap<String, usize>,
}

#[derive(Debug)]
struct Entry {
    procedure: Arc<Procedure>,
    /// The folded name.
    key: String,
    /// The first letters of its words: `dklks` of *Đăng ký lại khai sinh*.
    initials: String,
}

/// How many of the procedures used lately are remembered.
const RECENT: usize = 30;

impl Catalogue {
    /// Reads what is in force on `day`; abolished procedures are not offered.
    pub(crate) fn load(view: View<'_>, day: NaiveDate) -> Result<Self, DeskError> {
        let entries = store::current_procedures(view, day)?
            .into_iter()
            .filter(|stored| !stored.procedure.abolished)
            .map(|stored| Entry::new(stored.procedure))
            .collect();
        let recent = store::recent_procedures(view, RECENT)?;
        Ok(Self {
            entries,
            favourites: store::favourites(view)?.into_iter().collect(),
            recent: recent.into_iter().enumerate().map(|(place, code)| (code, place)).collect(),
        })
    }

    /// The procedure with this code, with or without a province's suffix.
    pub(crate) fn by_code(&self, code: &str) -> Option<Arc<Procedure>> {
        let same = |entry: &&Entry| entry.procedure.code == code || entry.procedure.base() == code;
        self.entries.iter().find(same).map(|entry| Arc::clone(&entry.procedure))
    }

    /// Whether the office has marked this procedure as a favourite.
    pub(crate) fn is_favourite(&self, procedure: &Procedure) -> bool {
        self.favourites.contains(procedure.base())
    }

    /// At most `most` procedures that answer `text`: every word begins a word of the name, or it is
    /// part of the code, or the first letters of words in a row. Favourites and those used lately
    /// come first; without text they are all there is, before the rest.
    pub(crate) fn search(&self, text: &str, most: usize) -> Vec<Arc<Procedure>> {
        let wanted = fold(text);
        let code: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let mut ranked: Vec<(Rank, &Entry)> = self
            .entries
            .iter()
            .filter_map(|entry| Some((self.rank(entry, &wanted, &code)?, entry)))
            .collect();
        ranked.sort_by(|(one, a), (other, b)| one.cmp(other).then_with(|| a.key.cmp(&b.key)));
        ranked.into_iter().take(most).map(|(_, entry)| Arc::clone(&entry.procedure)).collect()
    }

    fn rank(&self, entry: &Entry, wanted: &str, code: &str) -> Option<Rank> {
        let base = entry.procedure.base();
        let kind: u8 = if wanted.is_empty() {
            0
        } else if entry.key.starts_with(wanted) {
            1
        } else if entry.key.contains(wanted) {
            2
        } else if wanted.split(' ').all(|word| entry.begins_a_word(word)) {
            3
        } else if code.len() >= 3 && entry.procedure.code.contains(code) {
            1
        } else if wanted.len() >= 3 && entry.initials.contains(wanted) {
            4
        } else {
            return None;
        };
        let favourite = !self.favourites.contains(base);
        let recent = self.recent.get(base).copied().unwrap_or(usize::MAX);
        // A clearly better match goes before habit; between matches of a kind habit decides.
        let step = kind.saturating_sub(2);
        Some(Rank { step, favourite, recent, kind, length: entry.key.len() })
    }
}

/// The order of answers: smaller is better.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// How the text stands in the name, in broad steps: a phrase, scattered words, first letters.
    step: u8,
    favourite: bool,
    recent: usize,
    kind: u8,
    length: usize,
}

impl Entry {
    fn new(procedure: Procedure) -> Self {
        let key = fold(&procedure.name);
        let initials = key.split(' ').filter_map(|word| word.chars().next()).collect();
        Self { procedure: Arc::new(procedure), key, initials }
    }

    fn begins_a_word(&self, word: &str) -> bool {
        self.key.split(' ').any(|own| own.starts_with(word))
    }
}
