//! Tables of named columns, filled row by row from CSV, XLSX or JSON, within fixed bounds.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use csv::{ErrorKind, ReaderBuilder, StringRecord};
use serde::de::{DeserializeSeed, Deserializer as _, Error as _, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::{CatalogueError, MAX_BYTES, MAX_CELL, MAX_ROWS, sheet};
use crate::domain::fold::{fold, nfc};
use crate::domain::invalid::Problem;

/// A column of a kind of file.
#[derive(Debug)]
pub(super) struct Column {
    /// Its English head, which names it in errors.
    pub(super) name: &'static str,
    /// Other heads that mean it, folded: small letters without marks, one space between words.
    pub(super) heads: &'static [&'static str],
    /// Whether a file without it is refused.
    pub(super) needed: bool,
}

/// The value of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Text, composed and trimmed; a date cell as `2026-11-23`.
    Text(String),
    /// A number cell of a spreadsheet or of JSON.
    Number(f64),
}

impl Cell {
    pub(super) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }
}

/// One row, its cells in the order of the columns; an absent column is empty text.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) number: usize,
    columns: &'static [Column],
    cells: Vec<Cell>,
}

impl Row {
    /// The cell of the column `name`; empty text for an absent column.
    pub(super) fn cell(&self, name: &str) -> &Cell {
        const NOTHING: &Cell = &Cell::Text(String::new());
        let mut cells = self.columns.iter().zip(&self.cells);
        cells.find(|(column, _)| column.name == name).map_or(NOTHING, |(_, cell)| cell)
    }

    /// The text of the column `name`.
    pub(super) fn text(&self, name: &str) -> String {
        self.cell(name).text().into_owned()
    }

    /// The text of the column `name` on one line.
    pub(super) fn line(&self, name: &str) -> String {
        self.cell(name).text().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// This row's cell in the column `name` is the place of `problem`.
    pub(super) fn wrong(&self, column: &'static str, problem: Problem) -> CatalogueError {
        CatalogueError::Cell { row: self.number, column, problem }
    }
}

/// Rows under construction: every cell passes here, whatever file it came from.
#[derive(Debug)]
pub(super) struct Table {
    columns: &'static [Column],
    pub(super) rows: Vec<Row>,
}

impl Table {
    pub(super) fn new(columns: &'static [Column]) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Takes a row; `find` answers the cell of a column. Rows without any value are passed over.
    pub(super) fn push(
        &mut self,
        number: usize,
        mut find: impl FnMut(usize, &Column) -> Option<Cell>,
    ) -> Result<(), CatalogueError> {
        let mut cells = Vec::with_capacity(self.columns.len());
        for (place, column) in self.columns.iter().enumerate() {
            let cell = find(place, column).unwrap_or(Cell::Text(String::new()));
            let wrong =
                |problem| CatalogueError::Cell { row: number, column: column.name, problem };
            cells.push(clean(cell).map_err(wrong)?);
        }
        if cells.iter().all(Cell::is_empty) {
            return Ok(());
        }
        if self.rows.len() == MAX_ROWS {
            return Err(CatalogueError::TooManyRows { max: MAX_ROWS });
        }
        self.rows.push(Row { number, columns: self.columns, cells });
        Ok(())
    }

    fn finish(self) -> Result<Vec<Row>, CatalogueError> {
        if self.rows.is_empty() { Err(CatalogueError::Empty) } else { Ok(self.rows) }
    }
}

/// Composes and trims a text, drops what copying from web pages leaves behind unseen; refuses long
/// texts and characters that no decision prints: controls, and those that turn the direction.
fn clean(cell: Cell) -> Result<Cell, Problem> {
    let Cell::Text(text) = cell else { return Ok(cell) };
    if text.chars().count() > MAX_CELL {
        return Err(Problem::TooLong { max: MAX_CELL });
    }
    let text = text.replace("\r\n", "\n").replace(['\r', '\t', '\u{a0}'], " ");
    let text = text.replace(['\u{200b}', '\u{feff}', '\u{ad}'], "");
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let forbidden = |c: &char| (c.is_control() && *c != '\n') || turns(*c);
    match text.chars().find(forbidden) {
        Some(sign) => Err(Problem::ForbiddenCharacter(sign)),
        None => Ok(Cell::Text(nfc(text.trim()))),
    }
}

/// Where each column stands in a head row, by column; `None` for one that is absent.
pub(super) type Places = Vec<Option<usize>>;

/// Finds the columns in a head row.
pub(super) fn places(
    columns: &[Column],
    head: &[impl AsRef<str>],
) -> Result<Places, CatalogueError> {
    let head: Vec<String> = head.iter().map(|cell| fold(cell.as_ref())).collect();
    let mut places = Vec::with_capacity(columns.len());
    for column in columns {
        let mut found = head.iter().enumerate().filter(|(_, cell)| is_head(column, cell));
        let place = found.next().map(|(place, _)| place);
        if found.next().is_some() {
            return Err(CatalogueError::DuplicateColumn { column: column.name });
        }
        places.push(place);
    }
    let absent = columns.iter().zip(&places).filter(|(column, at)| column.needed && at.is_none());
    let missing: Vec<_> = absent.map(|(column, _)| column.name).collect();
    if missing.is_empty() { Ok(places) } else { Err(CatalogueError::MissingColumns { missing }) }
}

fn is_head(column: &Column, folded: &str) -> bool {
    fold(column.name) == folded || column.heads.contains(&folded)
}

/// Reads the table in the file at `path`; its kind is known by its content, not by its name.
pub(super) fn read(path: &Path, columns: &'static [Column]) -> Result<Vec<Row>, CatalogueError> {
    let failed = |source| CatalogueError::Io { path: path.to_owned(), source };
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.len() > MAX_BYTES {
        return Err(CatalogueError::TooLarge { max: MAX_BYTES });
    }
    let mut reader = BufReader::with_capacity(64 * 1024, file);
    let start = reader.fill_buf().map_err(failed)?;
    if start.starts_with(b"PK\x03\x04") {
        return sheet::read(reader, columns);
    }
    if start.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(CatalogueError::OldOrLockedWorkbook);
    }
    read_text(reader, columns).map_err(|error| match error {
        CatalogueError::Io { source, .. } => failed(source),
        other => other,
    })
}

/// Reads CSV or JSON; a byte order mark is passed over.
pub(super) fn read_text(
    mut reader: impl BufRead,
    columns: &'static [Column],
) -> Result<Vec<Row>, CatalogueError> {
    let failed = |source| CatalogueError::Io { path: "".into(), source };
    let start = reader.fill_buf().map_err(failed)?;
    if start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]) {
        return Err(CatalogueError::NotUtf8 { row: 1 });
    }
    let mark = if start.starts_with(&[0xef, 0xbb, 0xbf]) { 3 } else { 0 };
    reader.consume(mark);
    let start = reader.fill_buf().map_err(failed)?;
    if start.contains(&0) {
        return Err(CatalogueError::NotUtf8 { row: 1 });
    }
    let json = start.iter().find(|byte| !byte.is_ascii_whitespace());
    if json.is_some_and(|byte| b"[{".contains(byte)) {
        return read_json(reader.take(MAX_BYTES), columns);
    }
    let separator = separator(start);
    read_csv(reader.take(MAX_BYTES), separator, columns)
}

/// The separator that stands most often in the head line, outside quotes.
fn separator(start: &[u8]) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in start.iter().take_while(|byte| **byte != b'\n') {
        if *byte == b'"' {
            quoted = !quoted;
        }
        let sign = counts.iter_mut().find(|(sign, _)| sign == byte && !quoted);
        if let Some((_, count)) = sign {
            *count += 1;
        }
    }
    let [comma, others @ ..] = counts;
    others.iter().fold(comma, |best, other| if other.1 > best.1 { *other } else { best }).0
}

fn read_csv(
    reader: impl Read,
    separator: u8,
    columns: &'static [Column],
) -> Result<Vec<Row>, CatalogueError> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(reader);
    let mut record = StringRecord::new();
    let mut next = |record: &mut StringRecord, row| {
        reader.read_record(record).map_err(|error| match error.into_kind() {
            ErrorKind::Io(source) => CatalogueError::Io { path: "".into(), source },
            _ => CatalogueError::NotUtf8 { row },
        })
    };
    if !next(&mut record, 1)? {
        return Err(CatalogueError::Empty);
    }
    let expected = record.len();
    let places = places(columns, &record.iter().collect::<Vec<_>>())?;
    let mut table = Table::new(columns);
    let mut number = 2;
    while next(&mut record, number)? {
        if record.len() != expected {
            let found = record.len();
            return Err(CatalogueError::Ragged { row: number, found, expected });
        }
        table.push(number, |column, _| {
            let place = places.get(column).copied().flatten()?;
            record.get(place).map(|text| Cell::Text(text.to_owned()))
        })?;
        number += 1;
    }
    table.finish()
}

/// Takes the objects of a JSON array one by one, so that a long array is refused in time.
struct Objects<'a> {
    table: &'a mut Table,
    refused: &'a mut Option<CatalogueError>,
}

impl<'de> DeserializeSeed<'de> for Objects<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Objects<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an array of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut objects: A) -> Result<(), A::Error> {
        let mut number = 1;
        while let Some(object) = objects.next_element::<Map<String, Value>>()? {
            if let Err(error) = push_object(self.table, number, object) {
                *self.refused = Some(error);
                return Err(A::Error::custom("refused"));
            }
            number += 1;
        }
        Ok(())
    }
}

fn read_json(reader: impl Read, columns: &'static [Column]) -> Result<Vec<Row>, CatalogueError> {
    let mut table = Table::new(columns);
    let mut refused = None;
    let mut json = serde_json::Deserializer::from_reader(io::BufReader::new(reader));
    let seed = Objects { table: &mut table, refused: &mut refused };
    let read = json.deserialize_seq(seed).and_then(|()| json.end());
    match (refused, read) {
        (Some(error), _) => Err(error),
        (None, Ok(())) => table.finish(),
        (None, Err(error)) => {
            Err(CatalogueError::Json { line: error.line(), reason: error.to_string() })
        }
    }
}

fn push_object(
    table: &mut Table,
    number: usize,
    object: Map<String, Value>,
) -> Result<(), CatalogueError> {
    let (heads, values): (Vec<String>, Vec<Value>) = object.into_iter().unzip();
    // Objects may leave out what is empty: only the first shows whether a column is there at all.
    let places = match places(table.columns, &heads) {
        Err(CatalogueError::MissingColumns { .. }) if number > 1 => {
            let loose =
                |column: &Column| heads.iter().position(|head| is_head(column, &fold(head)));
            table.columns.iter().map(loose).collect()
        }
        places => places?,
    };
    let mut values: Vec<Option<Value>> = values.into_iter().map(Some).collect();
    let mut wrong = None;
    table.push(number, |place, column| {
        let value = values.get_mut(places.get(place).copied().flatten()?)?.take()?;
        json_cell(value).or_else(|| {
            wrong = wrong.or(Some(column.name));
            None
        })
    })?;
    match wrong {
        None => Ok(()),
        Some(column) => {
            Err(CatalogueError::Cell { row: number, column, problem: Problem::NotUnderstood })
        }
    }
}

/// A flat value; a list of texts, as papers may come, is joined as in CSV.
fn json_cell(value: Value) -> Option<Cell> {
    match value {
        Value::Null => Some(Cell::Text(String::new())),
        Value::Bool(yes) => Some(Cell::Text(if yes { "1" } else { "0" }.to_owned())),
        Value::Number(number) => number.as_f64().map(Cell::Number),
        Value::String(text) => Some(Cell::Text(text)),
        Value::Array(items) => {
            let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            Some(Cell::Text(texts?.join(" | ")))
        }
        Value::Object(_) => None,
    }
}
