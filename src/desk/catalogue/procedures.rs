//! Procedures out of catalogue rows, and the catalogue that comes with the program.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;

use super::CatalogueError;
use super::table::{self, Cell, Column, Row};
use crate::domain::fee::FeeAmount;
use crate::domain::fold::fold;
use crate::domain::invalid::Problem;
use crate::domain::limit_prose;
use crate::domain::paper::required_papers;
use crate::domain::procedure::{Procedure, base_code, normal_code};

/// The columns of a catalogue of procedures.
const COLUMNS: &[Column] = &[
    Column {
        name: "code",
        heads: &["ma", "ma so", "ma thu tuc", "ma so thu tuc", "ma tthc", "ma thu tuc hanh chinh"],
        needed: true,
    },
    Column {
        name: "name",
        heads: &["ten thu tuc", "ten tthc", "ten thu tuc hanh chinh", "thu tuc hanh chinh"],
        needed: true,
    },
    Column { name: "field", heads: &["linh vuc", "ten linh vuc"], needed: false },
    Column { name: "level", heads: &["cap thuc hien", "cap giai quyet"], needed: false },
    Column {
        name: "time_limit_text",
        heads: &["time limit", "thoi han giai quyet", "thoi gian giai quyet", "thoi han"],
        needed: true,
    },
    Column {
        name: "fee_text",
        heads: &["fee", "phi le phi", "phi va le phi", "le phi", "phi"],
        needed: false,
    },
    Column {
        name: "required_papers",
        heads: &["papers", "thanh phan ho so", "giay to phai nop"],
        needed: false,
    },
    Column { name: "legal_basis", heads: &["can cu phap ly"], needed: false },
    Column { name: "abolished", heads: &["bai bo", "da bai bo"], needed: false },
    Column { name: "source", heads: &["nguon"], needed: false },
];

/// The catalogue that comes with the program.
const SHIPPED: &str = include_str!("../../../assets/catalogue/procedures.csv");

/// First day of the shipped versions: the one-stop decree in force (Decree 118/2025/NĐ-CP) and the
/// communes of today both begin there.
fn shipped_from() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 7, 1).unwrap_or_default()
}

/// What an office says about a catalogue file it takes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportTerms {
    /// The decision that published the list.
    pub decision: String,
    /// First day in force.
    pub effective: NaiveDate,
}

/// A catalogue read from a file, and what is left to the officers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueImport {
    /// The procedures, in the order of the file.
    pub procedures: Vec<Procedure>,
    /// How many limits were understood.
    pub understood: usize,
    /// Code and wording of each limit that was not: the officer gives the limit at receipt.
    pub not_understood: Vec<(String, String)>,
    /// Codes of the procedures that the file gives no limit for.
    pub without_limit: Vec<String>,
}

impl CatalogueImport {
    /// Counts what is understood of the procedures' limits.
    #[must_use]
    pub fn of(procedures: Vec<Procedure>) -> Self {
        let mut import = Self {
            procedures: Vec::new(),
            understood: 0,
            not_understood: Vec::new(),
            without_limit: Vec::new(),
        };
        for procedure in &procedures {
            if procedure.limit_text.is_empty() {
                import.without_limit.push(procedure.code.clone());
            } else if procedure.limits.is_empty() {
                import.not_understood.push((procedure.code.clone(), procedure.limit_text.clone()));
            } else {
                import.understood += 1;
            }
        }
        Self { procedures, ..import }
    }
}

/// Reads an office's catalogue: CSV in UTF-8, XLSX or JSON, with English or Vietnamese heads.
///
/// Needed columns are `code`, `name` and `time_limit_text`; `field`, `level`, `fee_text`,
/// `required_papers`, `legal_basis` and `abolished` (`1`, `x`, *có*) may be absent, others are
/// passed over. Codes are brought to their normal form.
///
/// # Errors
///
/// Any [`CatalogueError`]; nothing is answered from a file with a single bad row.
pub fn read_procedures(
    path: &Path,
    terms: &ImportTerms,
) -> Result<CatalogueImport, CatalogueError> {
    import(&table::read(path, COLUMNS)?, terms.effective, |_| terms.decision.clone())
}

/// The catalogue that comes with the program: 222 real procedures gathered from decisions of several
/// provinces, each naming its own, to start from until the office takes in its province's list.
///
/// # Errors
///
/// A [`CatalogueError`] would mean a damaged build.
pub fn shipped_procedures() -> Result<CatalogueImport, CatalogueError> {
    let rows = table::read_text(SHIPPED.as_bytes(), COLUMNS)?;
    import(&rows, shipped_from(), |row| row.line("source"))
}

fn import(
    rows: &[Row],
    effective: NaiveDate,
    decision: impl Fn(&Row) -> String,
) -> Result<CatalogueImport, CatalogueError> {
    let mut procedures = Vec::with_capacity(rows.len());
    let mut seen: HashMap<String, usize> = HashMap::with_capacity(rows.len());
    for row in rows {
        let procedure = procedure(row, effective, decision(row))?;
        let base = procedure.base().to_owned();
        if let Some(first) = seen.insert(base.clone(), row.number) {
            return Err(CatalogueError::DuplicateCode { code: base, first, second: row.number });
        }
        procedures.push(procedure);
    }
    Ok(CatalogueImport::of(procedures))
}

fn procedure(
    row: &Row,
    in_force_from: NaiveDate,
    decision: String,
) -> Result<Procedure, CatalogueError> {
    let code = code(row)?;
    let name = row.line("name");
    if name.is_empty() {
        return Err(row.wrong("name", Problem::Empty));
    }
    let limit_text = row.text("time_limit_text");
    let fee_text = row.text("fee_text");
    Ok(Procedure {
        code,
        name,
        field: row.line("field"),
        level: row.line("level"),
        papers: required_papers(&row.text("required_papers")),
        limits: limit_prose::parse(&limit_text),
        limit_text,
        fees: FeeAmount::in_text(&fee_text),
        fee_text,
        legal_basis: row.text("legal_basis"),
        decision,
        in_force_from,
        abolished: abolished(row)?,
    })
}

/// The code of a row in its normal form. A spreadsheet that took the code for a number dropped its
/// last noughts: `2.00076` was `2.000760`.
pub(super) fn code(row: &Row) -> Result<String, CatalogueError> {
    let text = match row.cell("code") {
        Cell::Number(number) if (1.0..10.0).contains(number) => padded(*number),
        cell => cell.text().into_owned(),
    };
    normal_code(&text).map_err(|problem| row.wrong("code", problem))
}

/// Six decimals; more than six stay, to be refused.
fn padded(number: f64) -> String {
    let shortest = number.to_string();
    let padded = format!("{number:.6}");
    if padded.starts_with(&shortest) { padded } else { shortest }
}

/// The national part of the code of a row.
pub(super) fn national_code(row: &Row) -> Result<String, CatalogueError> {
    code(row).map(|code| base_code(&code).to_owned())
}

fn abolished(row: &Row) -> Result<bool, CatalogueError> {
    match fold(&row.text("abolished")).as_str() {
        "" | "0" | "no" | "false" | "khong" | "con hieu luc" => Ok(false),
        "1" | "x" | "yes" | "true" | "co" | "bai bo" | "da bai bo" => Ok(true),
        _ => Err(row.wrong("abolished", Problem::NotUnderstood)),
    }
}
