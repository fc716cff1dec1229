//! Papers that data replaces, out of the rows of Resolution 66.7/2025/NQ-CP.

use std::path::Path;

use super::CatalogueError;
use super::procedures::national_code;
use super::table::{self, Column, Row};
use crate::domain::invalid::Problem;
use crate::domain::paper::ReplacedPaper;

const COLUMNS: &[Column] = &[
    Column { name: "code", heads: &["ma thu tuc", "ma tthc", "ma so tthc"], needed: true },
    Column { name: "paper_replaced", heads: &["paper", "giay to", "ten giay to"], needed: true },
    Column { name: "database", heads: &["co so du lieu", "csdl"], needed: true },
    Column { name: "owner_ministry", heads: &["owner", "co quan chu quan"], needed: false },
    Column { name: "legal_document", heads: &["van ban", "van ban quy dinh"], needed: false },
    Column { name: "article", heads: &["dieu khoan", "dieu khoan diem"], needed: false },
];

/// Annex I of the resolution, which is in force from 01/01/2026 to 28/02/2027.
const SHIPPED: &str = include_str!("../../../assets/catalogue/papers-replaced-by-data.csv");

/// Reads a list of replaced papers: columns `code`, `paper_replaced`, `database`, and where known
/// `owner_ministry`, `legal_document`, `article`.
///
/// # Errors
///
/// Any [`CatalogueError`].
pub fn replaced_papers(path: &Path) -> Result<Vec<ReplacedPaper>, CatalogueError> {
    table::read(path, COLUMNS)?.iter().map(replaced_paper).collect()
}

/// The 761 papers of Resolution 66.7/2025/NQ-CP, annex I.
///
/// # Errors
///
/// A [`CatalogueError`] would mean a damaged build.
pub fn shipped_replaced_papers() -> Result<Vec<ReplacedPaper>, CatalogueError> {
    table::read_text(SHIPPED.as_bytes(), COLUMNS)?.iter().map(replaced_paper).collect()
}

fn replaced_paper(row: &Row) -> Result<ReplacedPaper, CatalogueError> {
    let named = |column: &'static str| match row.line(column) {
        text if text.is_empty() => Err(row.wrong(column, Problem::Empty)),
        text => Ok(text),
    };
    Ok(ReplacedPaper {
        procedure: national_code(row)?,
        paper: named("paper_replaced")?,
        database: named("database")?,
        owner: row.line("owner_ministry"),
        legal_document: row.line("legal_document"),
        article: row.line("article"),
    })
}
