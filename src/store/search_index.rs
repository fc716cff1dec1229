//! What search keeps of a dossier, and what it asks its indexes for.
//!
//! Codes and numbers are kept in overlapping pieces, names word by word and in pairs of words: of
//! the many dossiers that hold one frequent word, few hold two, so that little is left to look at
//! however many dossiers the book has.

use super::dossier::Numbered;
use super::error::StoreError;
use super::transact::Tx;
use crate::domain::applicant::Principal;
use crate::domain::dossier::NewDossier;
use crate::domain::fold::fold;

/// The most letters of each word in a pair.
const LONGEST_CUT: usize = 3;

/// The most pairs of words that are looked for together.
const MOST_PAIRS: usize = 3;

/// The folded names of a dossier's people.
pub(super) struct Keys {
    /// The applicant's.
    pub(super) applicant: String,
    /// The principal's, empty when there is none.
    pub(super) principal: String,
}

impl Keys {
    pub(super) fn of(new: &NewDossier) -> Self {
        let principal = new.principal.as_ref();
        Self {
            applicant: fold(&new.applicant.name),
            principal: principal.map(|of| fold(&of.party.name)).unwrap_or_default(),
        }
    }
}

/// Writes a dossier's search entries.
pub(super) fn index(
    tx: &Tx<'_>,
    numbered: &Numbered,
    new: &NewDossier,
    keys: &Keys,
) -> Result<(), StoreError> {
    let mut parts = vec![&*numbered.code, new.applicant.identity_number(), &new.applicant.phone];
    if let Some(Principal { party, .. }) = &new.principal {
        parts.extend([party.identity_number(), &party.phone]);
    }
    let mut words = String::with_capacity(512);
    for piece in parts.into_iter().flat_map(pieces) {
        words.push_str(piece);
        words.push(' ');
    }
    for pair in [&keys.applicant, &keys.principal].into_iter().flat_map(|name| pairs(name)) {
        for letters in 1..=LONGEST_CUT {
            pair.write(letters, &mut words);
        }
    }
    let _ = tx
        .inner
        .prepare_cached("INSERT INTO dossier_name_search (rowid, name) VALUES (?1, ?2)")?
        .execute((numbered.id, format!("{} {}", keys.applicant, keys.principal)))?;
    let _ = tx
        .inner
        .prepare_cached("INSERT INTO dossier_part_search (rowid, pieces) VALUES (?1, ?2)")?
        .execute((numbered.id, words))?;
    Ok(())
}

/// Writes a dossier's search entries anew.
pub(super) fn index_again(
    tx: &Tx<'_>,
    numbered: &Numbered,
    new: &NewDossier,
    keys: &Keys,
) -> Result<(), StoreError> {
    for table in ["dossier_name_search", "dossier_part_search"] {
        let sql = format!("DELETE FROM {table} WHERE rowid = ?1");
        let _ = tx.inner.execute(&sql, [numbered.id])?;
    }
    index(tx, numbered, new, keys)
}

/// Two words of a name in the order of the alphabet.
struct Pair<'a>(&'a str, &'a str);

impl Pair<'_> {
    /// Writes the pair's word of the index, each of the two cut to `letters`, and a space.
    fn write(&self, letters: usize, words: &mut String) {
        let (one, other) = (cut(self.0, letters), cut(self.1, letters));
        let (first, second) = if one <= other { (one, other) } else { (other, one) };
        for part in [first, "~", second, " "] {
            words.push_str(part);
        }
    }
}

/// The first letters of a word.
fn cut(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(end, _)| &word[..end])
}

/// Every two words of a folded name, of its first few words.
fn pairs(name: &str) -> Vec<Pair<'_>> {
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).take(8).collect();
    let mut pairs = Vec::new();
    for (place, first) in words.iter().enumerate() {
        pairs.extend(words.iter().skip(place + 1).map(|second| Pair(first, second)));
    }
    pairs
}

/// The length of a piece.
const PIECE: usize = 4;

/// The shortest piece, and the shortest fragment that is looked for inside a code or number.
const SHORTEST_PIECE: usize = 3;

/// Every four characters in a row of `part`, then its last three. A part that is not
/// plain ASCII has none: codes and numbers are.
fn pieces(part: &str) -> impl Iterator<Item = &str> {
    let last = (part.len() + 1).saturating_sub(SHORTEST_PIECE);
    (0..last).filter_map(move |start| part.get(start..part.len().min(start + PIECE)))
}

/// The index's query for the fragment: a word that begins with a short one; of a longer one its
/// first, middle and last piece, all of them.
pub(super) fn query_of(fragment: &str) -> Option<String> {
    if fragment.len() < SHORTEST_PIECE || !fragment.is_ascii() {
        return None;
    }
    if fragment.len() < PIECE {
        return Some(format!("{}*", quoted(fragment)));
    }
    let last = fragment.len() - PIECE;
    let mut starts = vec![0, last / 2, last];
    starts.dedup();
    let wanted: Vec<String> = starts
        .into_iter()
        .filter_map(|start| fragment.get(start..start + PIECE))
        .map(quoted)
        .collect();
    Some(wanted.join(" "))
}

/// The index's query for a few words: each with the next, cut to what the two have. Every word is in
/// some pair; more pairs would cost more to read than they leave out.
pub(super) fn query_of_pairs(words: &[&str]) -> String {
    let letters = |word: &str| word.chars().count().min(LONGEST_CUT);
    let mut query = String::new();
    for (one, other) in words.iter().zip(words.iter().skip(1)).take(MOST_PAIRS) {
        let mut word = String::new();
        Pair(one, other).write(letters(one).min(letters(other)), &mut word);
        query.push_str(&quoted(word.trim_end()));
        query.push(' ');
    }
    query
}

/// A string in the index's query language.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
