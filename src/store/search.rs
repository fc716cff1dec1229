//! Finding dossiers by any key: code, folded name, identity number, telephone, parts of each.

use rusqlite::types::ValueRef;
use rusqlite::{Row, named_params};
use serde::Serialize;

use super::dossier::status_of_row;
use super::error::StoreError;
use super::row::{moment, optional_moment};
use super::search_index::{query_of, query_of_pairs, quoted};
use super::transact::View;
use crate::domain::fold::{fold, has_marks, marked_words};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;

/// The most words of a query that are looked at; nobody has a longer name.
const MOST_WORDS: usize = 8;

/// How many times more names are looked at when those with the typed marks are sought.
const MARKS_DEPTH: usize = 3;

/// The longest fragment of a code or number that is looked for.
const LONGEST_FRAGMENT: usize = 48;

/// A dossier in a list of answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The book's own number.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// The applicant's name.
    pub applicant: String,
    /// The applicant's identity number, passport or tax code; may be empty.
    pub identity_number: String,
    /// The applicant's telephone number; may be empty.
    pub phone: String,
    /// The procedure's name.
    pub procedure: String,
    /// When it was received.
    pub received_at: OfficeTime,
    /// When the result is promised.
    pub due_at: Option<OfficeTime>,
    /// Where it stands.
    pub status: Status,
}

/// Finds at most `most` dossiers by `text`: a code or any part of it, a name in any word order, with
/// or without marks and with words cut short, an identity number, tax code or telephone number or
/// any part of three or more characters; of a shorter number, the register's running number.
///
/// A whole code, identity number or telephone number is answered by its dossiers alone. Otherwise
/// names that begin as `text` does stand before those that hold its words elsewhere, names whose
/// marks agree before those that agree only without marks, and then the newest first.
///
/// # Errors
/// When the book cannot be read.
pub fn find(view: View<'_>, text: &str, most: usize) -> Result<Vec<Found>, StoreError> {
    let mut answers = Answers { list: Vec::new(), most };
    let fragments = fragments(text);
    for fragment in &fragments {
        for column in ["code", "identity_number", "phone"] {
            answers.add(equal(view, column, fragment, answers.room())?);
        }
    }
    if !answers.list.is_empty() {
        return Ok(answers.list);
    }
    // What was typed goes before what it would be without its dots and hyphens.
    for fragment in &fragments {
        if !answers.list.is_empty() {
            break;
        }
        if let (1..=5, Ok(number)) = (fragment.len(), fragment.parse::<i64>()) {
            answers.add(by_number(view, number, answers.room())?);
        }
        answers.add(containing(view, fragment, answers.room())?);
    }
    answers.add(named(view, text, answers.room())?);
    Ok(answers.list)
}

/// Answers gathered so far, each dossier once.
struct Answers {
    list: Vec<Found>,
    most: usize,
}

impl Answers {
    fn room(&self) -> usize {
        self.most.saturating_sub(self.list.len())
    }

    fn add(&mut self, more: Vec<Found>) {
        for found in more {
            if self.room() > 0 && self.list.iter().all(|known| known.id != found.id) {
                self.list.push(found);
            }
        }
    }
}

/// What `text` can mean as a part of a code or number: itself without spaces in capitals and, when
/// it holds nothing but a number as people write it, its digits; none when it holds no digit.
pub(super) fn fragments(text: &str) -> Vec<String> {
    let whole: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let whole = whole.to_uppercase();
    if !whole.chars().any(|c| c.is_ascii_digit()) || whole.chars().count() > LONGEST_FRAGMENT {
        return Vec::new();
    }
    let mut fragments = Vec::new();
    // What codes and numbers are made of; the index has words of nothing else.
    if whole.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c)) {
        fragments.push(whole.clone());
    }
    if whole.chars().all(|c| c.is_ascii_digit() || "+.-()".contains(c)) {
        let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
        let digits = match digits.strip_prefix("84") {
            Some(rest) if whole.starts_with('+') => format!("0{rest}"),
            _ => digits,
        };
        if digits != whole {
            fragments.push(digits);
        }
    }
    fragments
}

pub(super) const SELECT: &str = "SELECT dossier.id AS dossier_id, dossier.code AS dossier_code,
         applicant_name, applicant_key, principal_key, principal, identity_number, phone, address,
         register_number, version.name AS procedure_name, received_at, due_at, status
     FROM dossier
     JOIN procedure_version AS version ON version.id = dossier.procedure_version_id";

pub(super) fn found_of_row(row: &Row<'_>) -> Result<Found, StoreError> {
    Ok(Found {
        id: row.get("dossier_id")?,
        code: row.get("dossier_code")?,
        applicant: row.get("applicant_name")?,
        identity_number: row.get("identity_number")?,
        phone: row.get("phone")?,
        procedure: row.get("procedure_name")?,
        received_at: moment(row, "received_at")?,
        due_at: optional_moment(row, "due_at")?,
        status: status_of_row(row)?,
    })
}

/// A list's length as SQL takes it.
fn limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// Dossiers whose `column` is exactly `value`, newest first.
fn equal(view: View<'_>, column: &str, value: &str, most: usize) -> Result<Vec<Found>, StoreError> {
    view.0
        .prepare_cached(&format!(
            "{SELECT} WHERE dossier.{column} = ?1 AND dossier.{column} <> ''
             ORDER BY dossier.id DESC LIMIT ?2"
        ))?
        .query_and_then((value, limit(most)), found_of_row)?
        .collect()
}

/// Dossiers with this running number in the register, newest year first.
fn by_number(view: View<'_>, number: i64, most: usize) -> Result<Vec<Found>, StoreError> {
    view.0
        .prepare_cached(&format!(
            "{SELECT} WHERE register_number = ?1 AND register_year IN
                 (SELECT CAST(substr(scope, 10) AS INTEGER) FROM counter
                  WHERE scope BETWEEN 'register:' AND 'register:9999')
             ORDER BY register_year DESC LIMIT ?2"
        ))?
        .query_and_then((number, limit(most)), found_of_row)?
        .collect()
}

/// Dossiers with `fragment` somewhere in code, identity number or telephone number, newest first.
///
/// The index knows pieces; that they stand together is looked up in the row.
fn containing(view: View<'_>, fragment: &str, most: usize) -> Result<Vec<Found>, StoreError> {
    let Some(query) = query_of(fragment).filter(|_| most > 0) else { return Ok(Vec::new()) };
    view.0
        .prepare_cached(&format!(
            "{SELECT} JOIN dossier_part_search AS part ON part.rowid = dossier.id
             WHERE dossier_part_search MATCH :query
               AND (instr(dossier.code, :fragment) OR instr(identity_number, :fragment)
                    OR instr(phone, :fragment) OR instr(coalesce(principal, ''), :fragment))
             ORDER BY part.rowid DESC LIMIT :most"
        ))?
        .query_and_then(
            named_params! { ":query": query, ":fragment": fragment, ":most": limit(most) },
            found_of_row,
        )?
        .collect()
}

/// Dossiers whose applicant's name begins with the folded `key`, newest first.
fn named_from_the_start(view: View<'_>, key: &str, most: usize) -> Result<Vec<Found>, StoreError> {
    view.0
        .prepare_cached(&format!(
            "{SELECT} WHERE dossier.id IN
                 (SELECT id FROM dossier WHERE applicant_key >= ?1 AND applicant_key < ?2
                  ORDER BY id DESC LIMIT ?3)
             ORDER BY dossier.id DESC"
        ))?
        .query_and_then((key, format!("{key}\u{10FFFF}"), limit(most)), found_of_row)?
        .collect()
}

/// The words of a folded text, each once.
pub(super) fn words_of(key: &str) -> Vec<&str> {
    let mut words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    words.truncate(MOST_WORDS);
    words.sort_unstable();
    words.dedup();
    words
}

/// The index that answers names with all of these words, and what it is asked.
pub(super) fn index_of_words(words: &[&str]) -> Option<(&'static str, String)> {
    match words {
        [] => None,
        [word] => Some(("dossier_name_search", format!("{}*", quoted(word)))),
        // Of two words of a name, few names hold both: pairs leave little to be looked at.
        _ => Some(("dossier_part_search", query_of_pairs(words))),
    }
}

/// Dossiers whose names hold every word of `key` or a word that begins with it, newest first.
fn named_by_words(view: View<'_>, key: &str, most: usize) -> Result<Vec<Found>, StoreError> {
    let words = words_of(key);
    let Some((index, query)) = index_of_words(&words) else { return Ok(Vec::new()) };
    let mut statement = view.0.prepare_cached(&format!(
        "{SELECT} JOIN {index} AS name ON name.rowid = dossier.id
         WHERE {index} MATCH ?1 ORDER BY name.rowid DESC"
    ))?;
    let mut rows = statement.query([query])?;
    let mut list = Vec::new();
    while list.len() < most {
        let Some(row) = rows.next()? else { break };
        let keys = [row.get_ref("applicant_key")?, row.get_ref("principal_key")?];
        if words.iter().all(|word| keys.iter().any(|key| begins_a_word(*key, word))) {
            list.push(found_of_row(row)?);
        }
    }
    Ok(list)
}

/// Whether some word of a folded name begins with `word`.
pub(super) fn begins_a_word(key: ValueRef<'_>, word: &str) -> bool {
    key.as_str().is_ok_and(|key| key.split(' ').any(|own| own.starts_with(word)))
}

/// Dossiers by folded name: those that begin as `key` does, then those that hold its words.
fn by_key(view: View<'_>, key: &str, most: usize) -> Result<Vec<Found>, StoreError> {
    let mut answers = Answers { list: Vec::new(), most };
    // One word alone begins far too many names to be sorted: the index streams them newest first.
    if key.contains(' ') {
        answers.add(named_from_the_start(view, key, most)?);
    }
    if answers.room() > 0 {
        answers.add(named_by_words(view, key, most)?);
    }
    Ok(answers.list)
}

/// Dossiers by name; among them those with the marks of `text` first.
fn named(view: View<'_>, text: &str, most: usize) -> Result<Vec<Found>, StoreError> {
    let key = fold(text);
    if key.is_empty() || most == 0 {
        return Ok(Vec::new());
    }
    let list = by_key(view, &key, most)?;
    if !has_marks(text) {
        return Ok(list);
    }
    let typed = marked_words(text);
    let agrees = |found: &Found| {
        let own = marked_words(&found.applicant);
        typed.split(' ').all(|word| own.split(' ').any(|name| name.starts_with(word)))
    };
    // Those with the typed marks may stand further back.
    let mut list = if list.len() < most || list.iter().all(agrees) {
        list
    } else {
        by_key(view, &key, most.saturating_mul(MARKS_DEPTH))?
    };
    // Stable: within each half the order stays.
    list.sort_by_cached_key(|found| !agrees(found));
    list.truncate(most);
    Ok(list)
}
