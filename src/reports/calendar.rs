//! The calendar as a file that another office takes in: a spreadsheet or csv.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook};

use super::ReportError;
use super::register::Kind;
use crate::domain::calendar::{DayKind, OfficeHours, Origin, SpecialDay};
use crate::forms::hours_words;

/// The columns, with their widths in the spreadsheet in characters. An import knows these heads.
const COLUMNS: [(&str, u8); 6] =
    [("Ngày", 12), ("Loại", 18), ("Tên", 40), ("Giờ", 44), ("Trạng thái", 13), ("Căn cứ", 44)];

const TITLE: &str = "LỊCH NGHỈ, LÀM BÙ VÀ GIỜ LÀM VIỆC";
const SHEET: &str = "Lịch";

/// The line of the head; the title stands above.
const HEAD: u32 = 2;

/// A row of the file: its date and the other cells.
type Line = (NaiveDate, [String; 5]);

/// Writes `days` and `hours` so that an import gives the same ones again.
///
/// # Errors
/// [`ReportError`] when the library refuses.
pub fn write(
    kind: Kind,
    days: &[SpecialDay],
    hours: &[OfficeHours],
) -> Result<Vec<u8>, ReportError> {
    let lines: Vec<Line> = days.iter().map(day).chain(hours.iter().flat_map(set)).collect();
    match kind {
        Kind::Xlsx => xlsx(&lines),
        Kind::Csv => csv(&lines),
    }
}

fn day(day: &SpecialDay) -> Line {
    let (kind, times) = match day.kind {
        DayKind::Off => ("nghỉ", String::new()),
        DayKind::Work => ("làm bù", String::new()),
        DayKind::Closed(session) => ("đóng cửa một phần", hours_words::session(session)),
    };
    let status = match day.origin {
        Origin::Estimate => "dự kiến",
        Origin::Notice => "chính thức",
        Origin::Office => "nội bộ",
    };
    (day.date, [kind.to_owned(), day.name.clone(), times, status.to_owned(), day.source.clone()])
}

/// A set of office hours, and a row for each of its seasons.
fn set(set: &OfficeHours) -> Vec<Line> {
    let line = |kind: &str, name: &str, times: String| {
        let cells = [kind.to_owned(), name.to_owned(), times, String::new(), String::new()];
        (set.in_force_from, cells)
    };
    let mut lines = vec![line("giờ làm việc", "Giờ làm việc", hours_words::hours(set))];
    lines.extend(
        set.seasons.iter().map(|season| line("mùa", &season.name, hours_words::season(season))),
    );
    lines
}

fn xlsx(lines: &[Line]) -> Result<Vec<u8>, ReportError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let _ = sheet.set_name(SHEET)?.set_landscape().set_print_fit_to_pages(1, 0);
    let _ = sheet.set_freeze_panes(HEAD + 1, 1)?;
    let font = || Format::new().set_font_name("Times New Roman").set_font_size(11);
    let title = font().set_bold().set_font_size(14);
    let cell = font().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
    let text = cell.clone().set_text_wrap().set_num_format("@");
    let head = cell.clone().set_bold().set_align(FormatAlign::Center);
    let date = cell.set_align(FormatAlign::Center).set_num_format("dd/mm/yyyy");
    let _ = sheet.write_with_format(0, 0, TITLE, &title)?;
    for (column, (name, width)) in (0_u16..).zip(COLUMNS) {
        let _ = sheet.set_column_width(column, f64::from(width))?;
        let _ = sheet.write_with_format(HEAD, column, name, &head)?;
    }
    for (line, (day, cells)) in (HEAD + 1..).zip(lines) {
        let byte = |number: u32| u8::try_from(number).unwrap_or_default();
        let year = u16::try_from(day.year()).unwrap_or_default();
        let moment = ExcelDateTime::from_ymd(year, byte(day.month()), byte(day.day()))?;
        let _ = sheet.write_with_format(line, 0, &moment, &date)?;
        for (column, cell) in (1_u16..).zip(cells) {
            let _ = sheet.write_with_format(line, column, cell, &text)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

fn csv(lines: &[Line]) -> Result<Vec<u8>, ReportError> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(COLUMNS.map(|(head, _)| head))?;
    for (day, cells) in lines {
        let date = day.format("%d/%m/%Y").to_string();
        let cells = cells.iter().map(|cell| super::register::plain(cell));
        writer.write_record(std::iter::once(date).chain(cells))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()).into())
}
