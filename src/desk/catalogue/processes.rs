//! Processes of procedures out of rows, a row a step.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;

use super::CatalogueError;
use super::procedures::national_code;
use super::table::{self, Cell, Column, Row};
use crate::domain::invalid::Problem;
use crate::domain::line::required_line;
use crate::domain::process::{
    LONGEST_NAME, LONGEST_STEP, MOST_STEPS, Process, ProcessStep, parse_minutes,
};
use crate::domain::time::parse_date;

const COLUMNS: &[Column] = &[
    Column {
        name: "code",
        heads: &[
            "procedure code",
            "procedure",
            "ma",
            "ma so",
            "ma thu tuc",
            "ma so thu tuc",
            "ma tthc",
            "ma thu tuc hanh chinh",
        ],
        needed: true,
    },
    Column {
        name: "process",
        heads: &[
            "process name",
            "quy trinh",
            "ten quy trinh",
            "ma quy trinh",
            "so quy trinh",
            "so hieu quy trinh",
            "ky hieu quy trinh",
        ],
        needed: true,
    },
    Column {
        name: "step",
        heads: &["buoc", "ten buoc", "cong viec", "noi dung cong viec", "noi dung buoc"],
        needed: true,
    },
    Column {
        name: "who",
        heads: &[
            "nguoi lam",
            "nguoi thuc hien",
            "don vi thuc hien",
            "bo phan thuc hien",
            "trach nhiem",
            "trach nhiem thuc hien",
        ],
        needed: true,
    },
    Column {
        name: "hours",
        heads: &["gio", "so gio", "so gio lam viec", "thoi gian", "thoi gian gio", "thoi han gio"],
        needed: true,
    },
    Column {
        name: "in_force_from",
        heads: &["effective", "hieu luc", "hieu luc tu", "ngay hieu luc", "ap dung tu"],
        needed: false,
    },
];

/// Reads processes: CSV in UTF-8, XLSX or JSON with the columns `code`, `process`, `step`, `who`,
/// `hours` and, where known, `in_force_from`, with English or Vietnamese heads. A row is a step; the
/// steps of a process stand in its order. Where code, process or day are left empty, as under merged
/// cells, those of the row before hold. Without a day a process is in force from `effective`.
///
/// # Errors
///
/// Any [`CatalogueError`]; nothing is answered from a file with a single bad row.
pub fn read_processes(path: &Path, effective: NaiveDate) -> Result<Vec<Process>, CatalogueError> {
    processes(&table::read(path, COLUMNS)?, effective)
}

fn processes(rows: &[Row], effective: NaiveDate) -> Result<Vec<Process>, CatalogueError> {
    let mut processes: Vec<Process> = Vec::new();
    // The row that began each process, and where it stands in the list.
    let mut first_rows: Vec<&Row> = Vec::new();
    let mut places: HashMap<(String, NaiveDate), usize> = HashMap::new();
    let mut before: Option<(String, NaiveDate)> = None;
    for row in rows {
        let base_code = match (row.cell("code").is_empty(), &before) {
            (true, Some((code, _))) => code.clone(),
            _ => national_code(row)?,
        };
        let own = before.as_ref().filter(|(code, _)| *code == base_code);
        let in_force_from = match (row.cell("in_force_from").is_empty(), own) {
            (true, Some((_, day))) => *day,
            (true, None) => effective,
            (false, _) => day(row)?,
        };
        let key = (base_code, in_force_from);
        let name = row.line("process");
        let place = if let Some(place) = places.get(&key) {
            *place
        } else {
            let name = required_line(&name, LONGEST_NAME)
                .map_err(|problem| row.wrong("process", problem))?;
            processes.push(Process {
                name,
                base_code: key.0.clone(),
                steps: Vec::new(),
                in_force_from,
            });
            first_rows.push(row);
            let place = first_rows.len() - 1;
            let _ = places.insert(key.clone(), place);
            place
        };
        if let Some(process) = processes.get_mut(place) {
            if !name.is_empty() && name != process.name {
                return Err(row.wrong("process", Problem::Conflict));
            }
            if process.steps.len() == MOST_STEPS {
                return Err(CatalogueError::TooManySteps { row: row.number, max: MOST_STEPS });
            }
            process.steps.push(step(row)?);
        }
        before = Some(key);
    }
    let timeless = |process: &Process| process.steps.iter().all(|step| step.minutes.is_none());
    let mut begun = first_rows.iter().zip(&processes);
    match begun.find(|(_, process)| timeless(process)) {
        Some((row, _)) => Err(row.wrong("hours", Problem::Missing)),
        None => Ok(processes),
    }
}

fn step(row: &Row) -> Result<ProcessStep, CatalogueError> {
    let named = |column: &'static str| {
        required_line(&row.line(column), LONGEST_STEP).map_err(|problem| row.wrong(column, problem))
    };
    let hours = match row.cell("hours") {
        // A tenth of an hour is no round number for a spreadsheet.
        Cell::Number(number) => format!("{number:.6}"),
        cell => cell.text().into_owned(),
    };
    Ok(ProcessStep {
        name: named("step")?,
        who: named("who")?,
        minutes: parse_minutes(&hours).map_err(|problem| row.wrong("hours", problem))?,
    })
}

fn day(row: &Row) -> Result<NaiveDate, CatalogueError> {
    parse_date(&row.text("in_force_from"))
        .ok_or_else(|| row.wrong("in_force_from", Problem::ImpossibleDate))
}
