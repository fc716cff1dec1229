//! Search inside a list: whether a dossier's row agrees with a text, and reading those that do.

use rusqlite::types::ValueRef;
use rusqlite::{Row, Statement};

use super::error::StoreError;
use super::list::ListKey;
use super::list_condition::Named;
use super::list_plan::keys;
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

/// Where [`TEXT_COLUMNS`] stand in a statement's rows: names are not compared for every row.
pub(super) struct TextPlaces {
    parts: [usize; 4],
    names: [usize; 2],
    number: usize,
}

impl TextPlaces {
    pub(super) fn of(statement: &Statement<'_>) -> Result<Self, StoreError> {
        let place = |name| statement.column_index(name);
        Ok(Self {
            parts: [
                place("dossier_code")?,
                place("identity_number")?,
                place("phone")?,
                place("principal")?,
            ],
            names: [place("applicant_key")?, place("principal_key")?],
            number: place("register_number")?,
        })
    }
}

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
    pub(super) fn agrees(&self, row: &Row<'_>, places: &TextPlaces) -> bool {
        let value = |place: usize| row.get_ref(place).unwrap_or(ValueRef::Null);
        let holds = |place: &usize, fragment: &str| {
            value(*place).as_str().is_ok_and(|text| text.contains(fragment))
        };
        let mut long = self.fragments.iter().filter(|fragment| fragment.len() >= SHORTEST);
        let named =
            |word: &String| places.names.iter().any(|place| begins_a_word(value(*place), word));
        (!self.words.is_empty() && self.words.iter().all(named))
            || long.any(|part| places.parts.iter().any(|place| holds(place, part)))
            || (!self.numbers.is_empty()
                && value(places.number).as_i64().is_ok_and(|own| self.numbers.contains(&own)))
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

/// The most of the newest dossiers that are looked at one by one before an index is asked for three
/// characters: what nearly everybody has, such as the province's digits, is sooner met than gathered.
const NEWEST: i64 = 4_000;

/// What is read besides the text: further conditions with their values, the lowest and the highest
/// number, the way, and how much.
pub(super) struct Reading<'a> {
    pub(super) others: &'a str,
    pub(super) values: &'a [Named],
    pub(super) bounds: (i64, i64),
    pub(super) back: bool,
    pub(super) most: usize,
}

/// The newest that agree with the text and everything else, or the oldest when going back.
pub(super) fn read(
    view: View<'_>,
    text: &TextQuery,
    reading: &Reading<'_>,
) -> Result<Vec<ListKey>, StoreError> {
    let Reading { others, back, most, .. } = *reading;
    let direction = if back { "ASC" } else { "DESC" };
    let select = format!("SELECT dossier.id AS id, due_at{TEXT_COLUMNS}");
    if text.fragments.iter().any(|fragment| fragment.len() == SHORTEST) {
        let sql = format!(
            "{select} FROM dossier WHERE id IN
                 (SELECT id FROM dossier WHERE id >= :low AND id <= :high
                  ORDER BY id {direction} LIMIT :newest){others}
             ORDER BY id {direction}"
        );
        let near = reading.run(view, text, &sql, &[(":newest", NEWEST.into())])?;
        if near.len() >= most || reading.is_short(view)? {
            return Ok(near);
        }
    }
    let mut keys = Vec::new();
    for (index, query) in text.queries() {
        let sql = format!(
            "{select} FROM {index} AS found JOIN dossier ON dossier.id = found.rowid
             WHERE {index} MATCH :query AND found.rowid >= :low AND found.rowid <= :high{others}
             ORDER BY found.rowid {direction}"
        );
        keys.extend(reading.run(view, text, &sql, &[(":query", query.into())])?);
    }
    for number in &text.numbers {
        let sql = format!(
            "{select} FROM dossier
             WHERE register_number = :number AND register_year IN
                 (SELECT CAST(substr(scope, 10) AS INTEGER) FROM counter
                  WHERE scope BETWEEN 'register:' AND 'register:9999')
               AND id + 0 >= :low AND id + 0 <= :high{others}
             ORDER BY id + 0 {direction}"
        );
        keys.extend(reading.run(view, text, &sql, &[(":number", (*number).into())])?);
    }
    keys.sort_unstable_by_key(|key| if back { key.id } else { key.id.saturating_neg() });
    keys.dedup_by_key(|key| key.id);
    keys.truncate(most);
    Ok(keys)
}

impl Reading<'_> {
    /// Whether no more dossiers are within the bounds than are looked at one by one.
    fn is_short(&self, view: View<'_>) -> Result<bool, StoreError> {
        let mut newest = view.0.prepare_cached("SELECT coalesce(max(id), 0) FROM dossier")?;
        let newest: i64 = newest.query_row([], |row| row.get(0))?;
        let (low, high) = self.bounds;
        Ok(high.min(newest).saturating_sub(low) < NEWEST)
    }

    /// The first places that a statement with these bounds and `more` values answers.
    fn run(
        &self,
        view: View<'_>,
        text: &TextQuery,
        sql: &str,
        more: &[Named],
    ) -> Result<Vec<ListKey>, StoreError> {
        let mut values = self.values.to_vec();
        values.extend_from_slice(more);
        values.extend([(":low", self.bounds.0.into()), (":high", self.bounds.1.into())]);
        let mut statement = view.0.prepare_cached(sql)?;
        keys(&mut statement, &values, Some(text), self.most)
    }
}
