//! Finding dossiers by any key: code, folded name, identity number, telephone, parts of each.

use rusqlite::{Row, named_params};
use serde::Serialize;

use super::dossier::status_of_row;
use super::error::StoreError;
use super::row::{moment, optional_moment};
use super::transact::{Tx, View};
use crate::domain::applicant::{Applicant, Principal};
use crate::domain::fold::{fold, has_marks, marked_words};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;

/// The most words of a query that are looked at; nobody has a longer name.
const MOST_WORDS: usize = 10;

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

/// Writes a dossier's search keys.
pub(super) fn index(
    tx: &Tx<'_>,
    id: i64,
    code: &str,
    applicant: &Applicant,
    principal: Option<&Principal>,
) -> Result<(), StoreError> {
    let mut names = fold(&applicant.name);
    let mut parts = format!("{code} {} {}", applicant.identity_number(), applicant.phone);
    if let Some(Principal { party, .. }) = principal {
        names = format!("{names} {}", fold(&party.name));
        parts = format!("{parts} {} {}", party.identity_number(), party.phone);
    }
    let _ = tx
        .inner
        .prepare_cached("INSERT INTO dossier_name_search (rowid, name) VALUES (?1, ?2)")?
        .execute((id, names))?;
    let _ = tx
        .inner
        .prepare_cached("INSERT INTO dossier_part_search (rowid, parts) VALUES (?1, ?2)")?
        .execute((id, parts))?;
    Ok(())
}

/// Finds at most `most` dossiers by `text`: a code or any part of it, a name in any word order, with
/// or without marks and with words cut short, an identity number, tax code or telephone number or
/// any part of three or more characters; of a shorter number, the register's running number.
///
/// Exact answers stand first, then the newest; names whose marks agree stand before those that agree
/// only without marks.
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
    for fragment in &fragments {
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
fn fragments(text: &str) -> Vec<String> {
    let whole: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let whole = whole.to_uppercase();
    if !whole.chars().any(|c| c.is_ascii_digit()) || whole.chars().count() > LONGEST_FRAGMENT {
        return Vec::new();
    }
    let mut fragments = Vec::new();
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
    fragments.insert(0, whole);
    fragments
}

const SELECT: &str = "SELECT dossier.id AS dossier_id, dossier.code AS dossier_code,
         applicant_name, identity_number, phone, version.name AS procedure_name, received_at,
         due_at, status
     FROM dossier
     JOIN procedure_version AS version ON version.id = dossier.procedure_version_id";

fn found_of_row(row: &Row<'_>) -> Result<Found, StoreError> {
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
/// The index knows runs of three characters; that they stand together is looked up in the row.
fn containing(view: View<'_>, fragment: &str, most: usize) -> Result<Vec<Found>, StoreError> {
    let letters: Vec<char> = fragment.chars().collect();
    if letters.len() < 3 || most == 0 {
        return Ok(Vec::new());
    }
    let runs: Vec<String> =
        letters.windows(3).map(|run| quoted(&run.iter().collect::<String>())).collect();
    view.0
        .prepare_cached(&format!(
            "{SELECT} JOIN dossier_part_search AS part ON part.rowid = dossier.id
             WHERE dossier_part_search MATCH :runs
               AND (instr(dossier.code, :fragment) OR instr(identity_number, :fragment)
                    OR instr(phone, :fragment) OR instr(coalesce(principal, ''), :fragment))
             ORDER BY part.rowid DESC LIMIT :most"
        ))?
        .query_and_then(
            named_params! {
                ":runs": runs.join(" AND "),
                ":fragment": fragment,
                ":most": limit(most),
            },
            found_of_row,
        )?
        .collect()
}

/// Dossiers whose names hold every word of `text` or a word that begins with it, newest first.
fn named(view: View<'_>, text: &str, most: usize) -> Result<Vec<Found>, StoreError> {
    let key = fold(text);
    let words: Vec<String> = key
        .split(' ')
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .map(|word| format!("{}*", quoted(word)))
        .collect();
    if words.is_empty() || most == 0 {
        return Ok(Vec::new());
    }
    let marked = has_marks(text);
    // More than asked for, so that those with the typed marks can step forward.
    let fetched = if marked { most.saturating_mul(4) } else { most };
    let mut list = view
        .0
        .prepare_cached(&format!(
            "{SELECT} JOIN dossier_name_search AS name ON name.rowid = dossier.id
             WHERE dossier_name_search MATCH ?1 ORDER BY name.rowid DESC LIMIT ?2"
        ))?
        .query_and_then((words.join(" "), limit(fetched)), found_of_row)?
        .collect::<Result<Vec<_>, _>>()?;
    if marked {
        let typed = marked_words(text);
        // Stable: within each half the newest stays first.
        list.sort_by_key(|found| {
            let own = marked_words(&found.applicant);
            !typed.split(' ').all(|word| own.split(' ').any(|name| name.starts_with(word)))
        });
    }
    list.truncate(most);
    Ok(list)
}

/// A string in the index's query language.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
