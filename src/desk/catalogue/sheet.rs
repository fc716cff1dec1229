//! Rows of XLSX workbooks: the first sheet whose head has the columns, read cell by cell.

use std::io::{self, BufRead, Read, Seek};

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};
use zip::ZipArchive;

use super::table::{Cell, Column, Places, Row, Table, places};
use super::{CatalogueError, MAX_BYTES};

/// Rows from the top of a sheet among which its head is looked for: titles stand above it.
const HEAD_WITHIN: usize = 10;

/// How much of each packed part is looked at for the number of texts in it.
const HEAD_BYTES: u64 = 64 * 1024;

/// The most texts a workbook may promise: more than its rows could show.
const MAX_TEXTS: u64 = 4_000_000;

/// Cells right of this column are not looked at.
const MAX_COLUMNS: u32 = 256;

pub(super) fn read(
    mut reader: impl BufRead + Seek,
    columns: &'static [Column],
) -> Result<Vec<Row>, CatalogueError> {
    measure(&mut reader)?;
    let mut book = Xlsx::new(reader).map_err(broken)?;
    let mut trouble = CatalogueError::Empty;
    for name in book.sheet_names() {
        match read_sheet(&mut book, &name, columns)? {
            Ok(rows) => return Ok(rows),
            // What is wrong with the first filled sheet tells the officer most.
            Err(error) if matches!(trouble, CatalogueError::Empty) => trouble = error,
            Err(_) => {}
        }
    }
    Err(trouble)
}

#[expect(clippy::needless_pass_by_value, reason = "stands in map_err, which hands errors over")]
fn broken(error: impl ToString) -> CatalogueError {
    CatalogueError::Workbook { reason: error.to_string() }
}

/// Unpacks into nothing and counts, because the sizes a packed file declares may be false.
fn measure(reader: &mut (impl BufRead + Seek)) -> Result<(), CatalogueError> {
    let mut archive = ZipArchive::new(&mut *reader).map_err(broken)?;
    let mut left = MAX_BYTES + 1;
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).map_err(broken)?.take(left);
        let mut head = Vec::new();
        let _ = file.by_ref().take(HEAD_BYTES).read_to_end(&mut head).map_err(broken)?;
        if promises_too_many_texts(&head) {
            return Err(broken("more texts promised than the file can hold"));
        }
        let _ = io::copy(&mut file, &mut io::sink()).map_err(broken)?;
        left = file.limit();
        if left == 0 {
            return Err(CatalogueError::TooLarge { max: MAX_BYTES });
        }
    }
    drop(archive);
    reader.rewind().map_err(broken)
}

/// The table of texts says how many follow, and the reader makes room for them all beforehand: a
/// false number would end the program.
fn promises_too_many_texts(head: &[u8]) -> bool {
    const COUNT: &[u8] = b"uniqueCount=";
    let places = head.windows(COUNT.len()).enumerate().filter(|(_, bytes)| *bytes == COUNT);
    places.map(|(place, _)| place).any(|place| {
        let digits = head.iter().skip(place + COUNT.len() + 1).take_while(|b| b.is_ascii_digit());
        let count =
            digits.fold(0_u64, |sum, b| sum.saturating_mul(10).saturating_add(u64::from(b - b'0')));
        count > MAX_TEXTS
    })
}

/// The rows of one sheet; the inner error says that this sheet is not the one looked for.
fn read_sheet(
    book: &mut Xlsx<impl Read + Seek>,
    name: &str,
    columns: &'static [Column],
) -> Result<Result<Vec<Row>, CatalogueError>, CatalogueError> {
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Err(CatalogueError::Empty)),
        Err(error) => return Err(broken(error)),
    };
    let mut sheet = Sheet { columns, places: None, trouble: None, looked_at: 0, table: None };
    let mut row: Vec<(u32, Cell)> = Vec::new();
    let mut number = 0;
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let (at, column) = cell.get_position();
        if at != number {
            sheet.take(number, &mut row)?;
            number = at;
        }
        if column < MAX_COLUMNS
            && let Some(value) = value(cell.get_value())
        {
            row.push((column, value));
        }
        if sheet.gave_up() {
            break;
        }
    }
    sheet.take(number, &mut row)?;
    Ok(sheet.finish())
}

/// A sheet being read: first its head is looked for, then rows are kept.
struct Sheet {
    columns: &'static [Column],
    places: Option<Places>,
    trouble: Option<CatalogueError>,
    looked_at: usize,
    table: Option<Table>,
}

impl Sheet {
    /// Takes the cells of the row `number`, counted from nought, and empties the list.
    fn take(&mut self, number: u32, row: &mut Vec<(u32, Cell)>) -> Result<(), CatalogueError> {
        let cells = std::mem::take(row);
        if cells.is_empty() {
            return Ok(());
        }
        let number = usize::try_from(number).unwrap_or(usize::MAX).saturating_add(1);
        let Some(places) = &self.places else {
            self.look_for_head(&cells);
            return Ok(());
        };
        let table = self.table.get_or_insert_with(|| Table::new(self.columns));
        table.push(number, |column, _| {
            let place = places.get(column).copied().flatten()?;
            let same = |(at, _): &&(u32, Cell)| usize::try_from(*at) == Ok(place);
            cells.iter().find(same).map(|(_, cell)| cell.clone())
        })
    }

    fn look_for_head(&mut self, cells: &[(u32, Cell)]) {
        self.looked_at += 1;
        let last = cells.iter().map(|(column, _)| *column).max().unwrap_or_default();
        let head: Vec<String> = (0..=last)
            .map(|column| cells.iter().find(|(at, _)| *at == column))
            .map(|cell| cell.map(|(_, cell)| cell.text().into_owned()).unwrap_or_default())
            .collect();
        match places(self.columns, &head) {
            Ok(places) => self.places = Some(places),
            Err(error) => {
                if missing(&error) < self.trouble.as_ref().map_or(usize::MAX, missing) {
                    self.trouble = Some(error);
                }
            }
        }
    }

    fn gave_up(&self) -> bool {
        self.places.is_none() && self.looked_at >= HEAD_WITHIN
    }

    fn finish(self) -> Result<Vec<Row>, CatalogueError> {
        match (self.table, self.places, self.trouble) {
            (Some(table), ..) if !table.rows.is_empty() => Ok(table.rows),
            (_, None, Some(trouble)) => Err(trouble),
            _ => Err(CatalogueError::Empty),
        }
    }
}

/// How far a row is from being the head; a doubled column is a head with one fault.
fn missing(error: &CatalogueError) -> usize {
    match error {
        CatalogueError::MissingColumns { missing } => missing.len(),
        _ => 0,
    }
}

/// The value of a cell; `None` for empty cells and for errors of formulas.
fn value(data: &DataRef<'_>) -> Option<Cell> {
    match data {
        DataRef::Int(number) => Some(Cell::Text(number.to_string())),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::String(text) => Some(Cell::Text(text.clone())),
        DataRef::SharedString(text) => Some(Cell::Text((*text).to_owned())),
        DataRef::Bool(yes) => Some(Cell::Text(if *yes { "1" } else { "0" }.to_owned())),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            Some(Cell::Text(format!("{year:04}-{month:02}-{day:02}")))
        }
        DataRef::DateTimeIso(text) => {
            Some(Cell::Text(text.split('T').next().unwrap_or_default().to_owned()))
        }
        DataRef::DurationIso(text) => Some(Cell::Text(text.clone())),
        DataRef::Error(_) | DataRef::Empty => None,
    }
}
