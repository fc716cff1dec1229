//! *Sổ theo dõi hồ sơ*, form 07 of Circular 03/2025/TT-VPCP, as a spreadsheet or as csv.

use std::ffi::OsStr;
use std::path::Path;

use chrono::{Datelike, NaiveDate, Timelike};
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

use super::ReportError;
use crate::domain::dossier::ReturnBy;
use crate::domain::office::Office;
use crate::domain::register_line::RegisterLine;
use crate::domain::time::OfficeTime;
use crate::forms::register_book::without_result;

/// The kind of file a register is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A spreadsheet laid out as the paper form.
    Xlsx,
    /// One head line and one line a dossier, UTF-8 with a byte order mark so that Excel reads it.
    Csv,
}

impl Kind {
    /// The kind that a file's ending asks for.
    #[must_use]
    pub fn of_file(file: &Path) -> Option<Self> {
        let ending = file.extension().and_then(OsStr::to_str)?;
        match ending.to_ascii_lowercase().as_str() {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// A column: its head and its width in the spreadsheet, in characters.
const COLUMNS: [(&str, u8); 11] = [
    ("STT", 5),
    ("Mã hồ sơ", 20),
    ("Tên thủ tục hành chính", 28),
    ("Tên tổ chức, cá nhân", 20),
    ("Địa chỉ, số điện thoại", 24),
    ("Cơ quan chủ trì giải quyết", 16),
    ("Nhận hồ sơ", 16),
    ("Hẹn trả kết quả", 16),
    ("Trả kết quả", 16),
    ("Phương thức nhận kết quả", 12),
    ("Ký nhận", 9),
];

/// The first and last column under the common head.
const COMMON: (u16, u16) = (6, 10);

const TITLE: &str = "SỔ THEO DÕI HỒ SƠ";
const COMMON_HEAD: &str = "Nhận và trả kết quả";
/// The spreadsheet's number for A4 paper.
const A4: u8 = 9;

/// The height of one line of a cell, in points.
const LINE: f64 = 15.0;

const MOMENT: &str = "dd/mm/yyyy hh:mm";

/// The first of the two head lines.
const HEAD: u32 = 4;

/// Writes the register of the dossiers received from `from` to `to`.
///
/// # Errors
/// [`ReportError`] when the library refuses.
pub fn write(
    kind: Kind,
    rows: &[RegisterLine],
    office: &Office,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<u8>, ReportError> {
    match kind {
        Kind::Xlsx => xlsx(rows, office, from, to),
        Kind::Csv => csv(rows, office),
    }
}

/// The procedure; of a voided number that it counts for nothing, and why.
fn procedure(row: &RegisterLine) -> String {
    match &row.void {
        Some(reason) => format!("Đã hủy: {reason} ({})", row.procedure),
        None => row.procedure.clone(),
    }
}

/// Who handles it: the office's own agency where nobody else is named.
fn handled_by<'a>(row: &'a RegisterLine, office: &'a Office) -> &'a str {
    if row.handled_by.is_empty() { &office.agency_name } else { &row.handled_by }
}

fn way(return_by: ReturnBy) -> &'static str {
    match return_by {
        ReturnBy::Counter => "Trực tiếp",
        ReturnBy::Post => "Bưu chính",
    }
}

fn xlsx(
    rows: &[RegisterLine],
    office: &Office,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<u8>, ReportError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let _ = sheet.set_name("Sổ theo dõi hồ sơ")?.set_landscape().set_paper_size(A4);
    let _ = sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    let _ = sheet.set_print_fit_to_pages(1, 0).set_repeat_rows(HEAD, HEAD + 1)?;
    let _ = sheet.set_freeze_panes(HEAD + 2, 2)?;
    let _ = sheet.set_footer("&C&\"Times New Roman\"Trang &P/&N");
    for (column, (_, width)) in (0_u16..).zip(COLUMNS) {
        let _ = sheet.set_column_width(column, f64::from(width))?;
    }
    write_heads(sheet, office, from, to)?;
    let text = cell();
    let centre = cell().set_align(FormatAlign::Center);
    let moment = cell().set_align(FormatAlign::Center).set_num_format(MOMENT);
    for (line, row) in (HEAD + 2..).zip(rows) {
        let (procedure, address) = (procedure(row), row.address_and_phone());
        let texts = [(2, &procedure), (3, &row.applicant), (4, &address), (10, &row.collector)];
        let lines = texts.into_iter().map(|(column, text)| lines_of(text, column)).max();
        let _ = sheet.set_row_height(line, f64::from(lines.unwrap_or(1)) * LINE)?;
        let number = i32::try_from(row.number).unwrap_or(i32::MAX);
        let _ = sheet
            .write_with_format(line, 0, number, &centre)?
            .write_with_format(line, 1, &row.code, &text)?
            .write_with_format(line, 2, &procedure, &text)?
            .write_with_format(line, 3, &row.applicant, &text)?
            .write_with_format(line, 4, &address, &text)?
            .write_with_format(line, 5, handled_by(row, office), &text)?
            .write_with_format(line, 6, &excel(row.received_at)?, &moment)?
            .write_blank(line, 7, &moment)?
            .write_blank(line, 8, &moment)?
            .write_with_format(line, 9, way(row.return_by), &centre)?
            .write_with_format(line, 10, &row.collector, &text)?;
        for (column, at) in [(7, row.promised()), (8, row.returned_at)] {
            if let Some(at) = at {
                let _ = sheet.write_with_format(line, column, &excel(at)?, &moment)?;
            }
        }
        if let Some(ended) = row.ended.filter(|_| row.returned_at.is_none()) {
            let _ = sheet.write_with_format(line, 8, without_result(&ended), &centre)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

fn write_heads(
    sheet: &mut Worksheet,
    office: &Office,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<(), ReportError> {
    let (first, last) = COMMON;
    let name = font().set_bold();
    let title = font().set_bold().set_font_size(15).set_align(FormatAlign::Center);
    let period = font().set_italic().set_align(FormatAlign::Center);
    let days = format!("Từ ngày {} đến ngày {}", from.format("%d/%m/%Y"), to.format("%d/%m/%Y"));
    let _ = sheet
        .write_with_format(0, 0, office.agency_name.to_uppercase(), &name)?
        .write_with_format(1, 0, office.desk_name.to_uppercase(), &name)?
        .merge_range(2, 0, 2, last, TITLE, &title)?
        .merge_range(3, 0, 3, last, &days, &period)?;
    let head = cell().set_bold().set_align(FormatAlign::Center);
    let _ = sheet.merge_range(HEAD, first, HEAD, last, COMMON_HEAD, &head)?;
    let _ = sheet.set_row_height(HEAD + 1, 2.0 * LINE)?;
    for (column, (text, _)) in (0_u16..).zip(COLUMNS) {
        let _ = if (first..=last).contains(&column) {
            sheet.write_with_format(HEAD + 1, column, text, &head)?
        } else {
            sheet.merge_range(HEAD, column, HEAD + 1, column, text, &head)?
        };
    }
    Ok(())
}

/// How many lines a text takes in a column, rounded up: spreadsheets do not measure by themselves.
/// A column holds a quarter more letters than its width counts digits.
fn lines_of(text: &str, column: usize) -> u32 {
    let width = COLUMNS.get(column).map_or(1, |(_, width)| usize::from(*width) * 5 / 4);
    u32::try_from(text.chars().count().div_ceil(width).max(1)).unwrap_or(u32::MAX).min(25)
}

fn font() -> Format {
    Format::new().set_font_name("Times New Roman").set_font_size(12)
}

fn cell() -> Format {
    font()
        .set_font_size(11)
        .set_border(FormatBorder::Thin)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
}

fn excel(moment: OfficeTime) -> Result<ExcelDateTime, ReportError> {
    let (date, time) = (moment.date(), moment.time());
    let byte = |number: u32| u8::try_from(number).unwrap_or_default();
    let year = u16::try_from(date.year()).unwrap_or_default();
    Ok(ExcelDateTime::from_ymd(year, byte(date.month()), byte(date.day()))?.and_hms(
        u16::try_from(time.hour()).unwrap_or_default(),
        byte(time.minute()),
        f64::from(time.second()),
    )?)
}

fn csv(rows: &[RegisterLine], office: &Office) -> Result<Vec<u8>, ReportError> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(COLUMNS.map(|(head, _)| head))?;
    for row in rows {
        let when = |at: Option<OfficeTime>| at.map(written).unwrap_or_default();
        writer.write_record([
            row.number.to_string().as_str(),
            &row.code,
            &plain(&procedure(row)),
            &plain(&row.applicant),
            &plain(&row.address_and_phone()),
            &plain(handled_by(row, office)),
            &written(row.received_at),
            &when(row.promised()),
            &match (row.ended, row.returned_at) {
                (Some(ended), None) => without_result(&ended),
                (_, at) => when(at),
            },
            way(row.return_by),
            &plain(&row.collector),
        ])?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()).into())
}

fn written(moment: OfficeTime) -> String {
    format!("{} {}", moment.date().format("%d/%m/%Y"), moment.time().format("%H:%M"))
}

/// A text that no spreadsheet takes for a formula.
pub(super) fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
