//! Search inside a list: whether a dossier's row agrees with a text, and reading those that do.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use super::error::StoreError;
use super::list::ListKey;
use super::list_plan::{Named, limit, refs};
use super::search::{begins_a_word, fragments, index_of_words, words_of};
use super::search_index::query_of;
use super::transact::View;
use crate::domain::fold::fold;

/// The columns that tell whether a row agrees, behind others.
pub(super) const TEXT_COLUMNS: &str = ", dossier.code AS dossier_code, register_number,
     identity_number, phone, principal, applicant_key, principal_key";

/// The fewest characters of a fragment that is looked for inside codes and numbers.
const SHORTEST: usize = 3;

/// The most digits of a running number in the register.
const LONGEST_NUMBER: usize = 5;

/// What is looked for.
#[derive(Debug, Clone)]
pub(super) struct TextQuery {
    /// What it can mean as a part of a code or number.
    fragments: Vec<String>,
    /// The running numbers it can mean.
    numbers: Vec<i64>,
    /// What it means as words of a name.
    words: Vec<String>,
}

impl TextQuery {
    /// What `text` asks for; `None` when it is empty.
    pub(super) fn of(text: &str) -> Option<Self> {
        if text.trim().is_empty() {
            return None;
        }
        let fragments = fragments(text);
        let short = fragments.iter().filter(|fragment| fragment.len() <= LONGEST_NUMBER);
        Some(Self {
            numbers: short.filter_map(|fragment| fragment.parse().ok()).collect(),
            words: words_of(&fold(text)).into_iter().map(str::to_owned).collect(),
            fragments,
        })
    }

    /// Whether a row with [`TEXT_COLUMNS`] agrees.
    pub(super) fn agrees(&self, row: &Row<'_>) -> bool {
        let text = |column: &str| row.get_ref(column).unwrap_or(ValueRef::Null);
        let holds = |column: &str, fragment: &str| {
            text(column).as_str().is_ok_and(|text| text.contains(fragment))
        };
        let long = self.fragments.iter().filter(|fragment| fragment.len() >= SHORTEST);
        let parts = ["dossier_code", "identity_number", "phone", "principal"];
        let number = text("register_number").as_i64().unwrap_or_default();
        let names = [text("applicant_key"), text("principal_key")];
        let named = |word: &String| names.iter().any(|key| begins_a_word(*key, word));
        (!self.words.is_empty() && self.words.iter().all(named))
            || long.into_iter().any(|part| parts.iter().any(|column| holds(column, part)))
            || self.numbers.contains(&number)
    }

    /// The queries that together answer every dossier that may agree, each with its index.
    fn queries(&self) -> Vec<(&'static str, String)> {
        let parts = self.fragments.iter().filter_map(|fragment| query_of(fragment));
        let mut queries: Vec<_> = parts.map(|query| ("dossier_part_search", query)).collect();
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        queries.extend(index_of_words(&words));
        queries
    }
}

/// The newest of those with numbers within `bounds` that agree with the text and the other
/// conditions, or the oldest when going `back`; every index is read in the order it is kept in.
pub(super) fn read(
    view: View<'_>,
    text: &TextQuery,
    others: &str,
    values: &[Named],
    bounds: (i64, i64),
    back: bool,
    most: usize,
) -> Result<Vec<ListKey>, StoreError> {
    let direction = if back { "ASC" } else { "DESC" };
    let mut keys: Vec<ListKey> = Vec::new();
    let bounded = [(":low", bounds.0.into()), (":high", bounds.1.into())];
    for (index, query) in text.queries() {
        let mut values = values.to_vec();
        values.extend(bounded.clone());
        values.push((":query", query.into()));
        let mut statement = view.0.prepare_cached(&format!(
            "SELECT dossier.id AS id, due_at{TEXT_COLUMNS}
             FROM {index} AS found JOIN dossier ON dossier.id = found.rowid
             WHERE {index} MATCH :query AND found.rowid >= :low AND found.rowid <= :high{others}
             ORDER BY found.rowid {direction}"
        ))?;
        let mut rows = statement.query(&*refs(&values))?;
        let mut taken = 0;
        while taken < most {
            let Some(row) = rows.next()? else { break };
            if text.agrees(row) {
                keys.push(ListKey { id: row.get("id")?, due_at: row.get("due_at")? });
                taken += 1;
            }
        }
    }
    for number in &text.numbers {
        let mut values = values.to_vec();
        values.extend(bounded.clone());
        values.extend([(":number", (*number).into()), (":most", limit(most))]);
        let mut statement = view.0.prepare_cached(&format!(
            "SELECT id, due_at FROM dossier
             WHERE register_number = :number AND register_year IN
                 (SELECT CAST(substr(scope, 10) AS INTEGER) FROM counter
                  WHERE scope BETWEEN 'register:' AND 'register:9999')
               AND id + 0 >= :low AND id + 0 <= :high{others}
             ORDER BY id + 0 {direction} LIMIT :most"
        ))?;
        let mut rows = statement.query(&*refs(&values))?;
        while let Some(row) = rows.next()? {
            keys.push(ListKey { id: row.get("id")?, due_at: row.get("due_at")? });
        }
    }
    keys.sort_unstable_by_key(|key| if back { key.id } else { key.id.saturating_neg() });
    keys.dedup_by_key(|key| key.id);
    keys.truncate(most);
    Ok(keys)
}
