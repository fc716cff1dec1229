//! Setting an office up: its settings, the starting catalogue, the days off.

use serde_json::json;

use super::catalogue::{shipped_calendar, shipped_procedures, shipped_replaced_papers};
use super::error::DeskError;
use super::import::{put_calendar, put_catalogue};
use super::receive::Rules;
use crate::domain::calendar::Calendar;
use crate::domain::code::{CodePattern, parse_unit};
use crate::domain::deadline::ReturnHour;
use crate::domain::invalid::{Field, Invalid, Problem};
use crate::domain::line::{clean_line, required_line};
use crate::domain::office::{Office, PaperSize, after_words};
use crate::domain::phone;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Db, Stamp};

/// What a new office says about itself, as typed.
#[derive(Debug, Clone, Default)]
pub struct OfficeForm {
    /// The agency's name: "UBND xã Hướng Hiệp".
    pub agency_name: String,
    /// The agency's code: "H50.031".
    pub agency_code: String,
    /// The province; may be empty.
    pub province: String,
    /// The desk's telephone number; may be empty.
    pub phone: String,
    /// Pattern of dossier codes; the default when empty.
    pub code_pattern: String,
    /// At what hour of the due day results are promised.
    pub return_hour: ReturnHour,
    /// The paper slips are printed on.
    pub paper: PaperSize,
    /// The label of each copy of a slip, in printing order; the usual two when there are none.
    pub copies: Vec<String>,
}

/// The most copies of one slip.
const MOST_COPIES: u32 = 5;

impl OfficeForm {
    /// Checks every field.
    ///
    /// # Errors
    /// Every field that cannot be accepted.
    pub fn check(&self) -> Result<Office, Vec<Invalid>> {
        let mut office = Office { return_hour: self.return_hour, ..Office::default() };
        office.slip.paper = self.paper;
        let mut wrong = Vec::new();
        let mut take = |field: Field, value: Result<String, _>, place: &mut String| match value {
            Ok(value) => *place = value,
            Err(problem) => wrong.push(field.wrong(problem)),
        };
        take(Field::AgencyName, required_line(&self.agency_name, 120), &mut office.agency_name);
        take(Field::AgencyCode, parse_unit(&self.agency_code), &mut office.agency_code);
        if !self.province.trim().is_empty() {
            take(Field::Address, clean_line(&self.province, 60), &mut office.province);
        }
        if !self.phone.trim().is_empty() {
            take(Field::Phone, phone::parse(&self.phone), &mut office.phone);
        }
        if !self.code_pattern.trim().is_empty() {
            let pattern = self.code_pattern.trim().to_owned();
            let checked = CodePattern::parse(&pattern).map(|_| pattern);
            take(Field::CodePattern, checked, &mut office.code_pattern);
        }
        let labels: Result<Vec<_>, _> =
            self.copies.iter().map(|label| clean_line(label, 80)).collect();
        match labels {
            Ok(labels) if labels.is_empty() => {}
            Ok(labels) if labels.len() <= MOST_COPIES as usize => office.slip.copies = labels,
            Ok(_) => {
                let problem = Problem::OutOfRange { min: 1, max: MOST_COPIES };
                wrong.push(Field::SlipCopies.wrong(problem));
            }
            Err(problem) => wrong.push(Field::SlipCopies.wrong(problem)),
        }
        office.place = place_of(&office.agency_name);
        if wrong.is_empty() { Ok(office) } else { Err(wrong) }
    }
}

/// What slips call the place: the agency's name without its kind, "Hướng Hiệp".
fn place_of(agency: &str) -> String {
    const KINDS: [&str; 8] = [
        "Uỷ ban nhân dân",
        "Ủy ban nhân dân",
        "UBND",
        "xã",
        "phường",
        "đặc khu",
        "thị trấn",
        "Trung tâm Phục vụ hành chính công",
    ];
    let mut place = agency.trim();
    while let Some(rest) = KINDS.iter().find_map(|kind| after_words(place, kind)) {
        place = rest;
    }
    place.to_owned()
}

/// The rules of an office that has only the shipped calendar.
///
/// # Errors
/// [`DeskError::Catalogue`] when the shipped file cannot be read.
pub fn shipped_rules() -> Result<Rules, DeskError> {
    let rows = shipped_calendar()?;
    let calendar =
        Calendar::of_office(rows.hours, rows.days).map_err(|_| DeskError::NoWorkingDay)?;
    Rules::new(Office::default(), calendar)
}

/// Writes the office's settings, the starting catalogue and the known days off into a fresh book.
///
/// # Errors
/// [`DeskError::Store`] when the book refuses.
pub fn set_up(
    db: &mut Db,
    office: &Office,
    officer: &str,
    now: OfficeTime,
) -> Result<(), DeskError> {
    let stamp = |act| Stamp { act, actor: officer.to_owned(), at: now };
    let procedures = shipped_procedures()?;
    let replaced = shipped_replaced_papers()?;
    let days = shipped_calendar()?;
    let ((), _) = db.transact(stamp(Act::SetOffice), |tx| {
        store::save_office(tx, office)?;
        let _ = put_catalogue(tx, &procedures.procedures)?;
        store::put_replaced_papers(tx, &replaced)?;
        put_calendar(tx, &days)?;
        tx.record(&office.agency_code, &json!({ "procedures": procedures.procedures.len() }))?;
        Ok::<_, DeskError>(())
    })?;
    Ok(())
}
