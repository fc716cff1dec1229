//! Procedures and the papers that data replaces.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, named_params};

use super::counter;
use super::error::StoreError;
use super::row::{date, from_json, iso, to_json};
use super::transact::{Tx, View};
use crate::domain::paper::ReplacedPaper;
use crate::domain::procedure::{Procedure, base_code};

/// A version of a procedure and the book's number of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredProcedure {
    /// The book's number of this version.
    pub id: i64,
    /// The version.
    pub procedure: Procedure,
}

const COLUMNS: &str = "id, code, name, field, level, papers, limit_text, limits, fee_text, fees,
     legal_basis, decision, in_force_from, abolished";

pub(super) fn procedure_of_row(row: &Row<'_>) -> Result<Procedure, StoreError> {
    Ok(Procedure {
        code: row.get("code")?,
        name: row.get("name")?,
        field: row.get("field")?,
        level: row.get("level")?,
        papers: from_json(row, "papers")?,
        limit_text: row.get("limit_text")?,
        limits: from_json(row, "limits")?,
        fee_text: row.get("fee_text")?,
        fees: from_json(row, "fees")?,
        legal_basis: row.get("legal_basis")?,
        decision: row.get("decision")?,
        in_force_from: date(row, "in_force_from")?,
        abolished: row.get("abolished")?,
    })
}

fn stored_of_row(row: &Row<'_>) -> Result<StoredProcedure, StoreError> {
    Ok(StoredProcedure { id: row.get("id")?, procedure: procedure_of_row(row)? })
}

/// The version of `code`, with or without a province's suffix, in force on `day`: the one that came
/// into force last, and of two on the same day the one imported last. An abolished version is
/// answered too: the caller must look.
///
/// # Errors
/// When the book cannot be read.
pub fn version_in_force(
    view: View<'_>,
    code: &str,
    day: NaiveDate,
) -> Result<Option<StoredProcedure>, StoreError> {
    view.0
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM procedure_version
             WHERE base_code = ?1 AND in_force_from <= ?2
             ORDER BY in_force_from DESC, id DESC LIMIT 1"
        ))?
        .query_row([base_code(code), &iso(day)], |row| Ok(stored_of_row(row)))
        .optional()?
        .transpose()
}

/// The version that a dossier stands on.
///
/// # Errors
/// When the book cannot be read.
pub fn version_of(view: View<'_>, dossier: i64) -> Result<StoredProcedure, StoreError> {
    view.0
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM procedure_version
             WHERE id = (SELECT procedure_version_id FROM dossier WHERE dossier.id = ?1)"
        ))?
        .query_row([dossier], |row| Ok(stored_of_row(row)))?
}

/// Every procedure in the version in force on `day`, abolished ones too, by field and name.
///
/// # Errors
/// When the book cannot be read.
pub fn current_procedures(
    view: View<'_>,
    day: NaiveDate,
) -> Result<Vec<StoredProcedure>, StoreError> {
    let mut statement = view.0.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM procedure_version AS version
         WHERE in_force_from <= ?1 AND NOT EXISTS (
             SELECT 1 FROM procedure_version AS later
             WHERE later.base_code = version.base_code AND later.in_force_from <= ?1
               AND (later.in_force_from, later.id) > (version.in_force_from, version.id))
         ORDER BY field, name, code"
    ))?;
    let rows = statement.query_and_then([iso(day)], stored_of_row)?;
    rows.collect()
}

/// Whether the catalogue knows `code` at all, on whatever day.
///
/// # Errors
/// When the book cannot be read.
pub fn knows_procedure(view: View<'_>, code: &str) -> Result<bool, StoreError> {
    Ok(view
        .0
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM procedure_version WHERE base_code = ?1)")?
        .query_row([base_code(code)], |row| row.get(0))?)
}

/// Adds a version, unless the newest of the same code says the same. Answers whether it was added.
///
/// # Errors
/// When the book refuses.
pub fn put_procedure(tx: &Tx<'_>, procedure: &Procedure) -> Result<bool, StoreError> {
    let newest = version_in_force(tx.view(), &procedure.code, procedure.in_force_from)?;
    let unchanged = newest.is_some_and(|old| {
        // A later decision that changes nothing is no new version.
        let mut old = old.procedure;
        old.decision.clone_from(&procedure.decision);
        old.in_force_from = procedure.in_force_from;
        old == *procedure
    });
    if unchanged {
        return Ok(false);
    }
    let _ = tx
        .inner
        .prepare_cached(
            "INSERT INTO procedure_version (id, code, base_code, name, field, level, papers, limit_text,
                 limits, fee_text, fees, legal_basis, decision, in_force_from, abolished)
             VALUES (:id, :code, :base_code, :name, :field, :level, :papers, :limit_text,
                 :limits, :fee_text, :fees, :legal_basis, :decision, :in_force_from, :abolished)",
        )?
        .execute(named_params! {
            ":id": counter::take(tx, "procedure_version")?,
            ":code": procedure.code,
            ":base_code": procedure.base(),
            ":name": procedure.name,
            ":field": procedure.field,
            ":level": procedure.level,
            ":papers": to_json(&procedure.papers)?,
            ":limit_text": procedure.limit_text,
            ":limits": to_json(&procedure.limits)?,
            ":fee_text": procedure.fee_text,
            ":fees": to_json(&procedure.fees)?,
            ":legal_basis": procedure.legal_basis,
            ":decision": procedure.decision,
            ":in_force_from": iso(procedure.in_force_from),
            ":abolished": procedure.abolished,
        })?;
    tx.touch(|changed| changed.procedures = true);
    Ok(true)
}

/// Puts the list of replaced papers in place of the old one.
///
/// # Errors
/// When the book refuses.
pub fn put_replaced_papers(tx: &Tx<'_>, papers: &[ReplacedPaper]) -> Result<(), StoreError> {
    let _ = tx.inner.execute("DELETE FROM replaced_paper", [])?;
    let mut statement = tx.inner.prepare_cached(
        "INSERT INTO replaced_paper (id, procedure_code, paper, source, owner, legal_document,
             article)
         VALUES (:id, :procedure_code, :paper, :source, :owner, :legal_document, :article)",
    )?;
    for paper in papers {
        let _ = statement.execute(named_params! {
            ":id": counter::take(tx, "replaced_paper")?,
            ":procedure_code": paper.procedure,
            ":paper": paper.paper,
            ":source": paper.database,
            ":owner": paper.owner,
            ":legal_document": paper.legal_document,
            ":article": paper.article,
        })?;
    }
    tx.touch(|changed| changed.procedures = true);
    Ok(())
}

/// The papers of a procedure that must no longer be asked for.
///
/// # Errors
/// When the book cannot be read.
pub fn replaced_papers(view: View<'_>, code: &str) -> Result<Vec<ReplacedPaper>, StoreError> {
    let mut statement = view.0.prepare_cached(
        "SELECT procedure_code, paper, source, owner, legal_document, article
         FROM replaced_paper WHERE procedure_code = ?1 ORDER BY id",
    )?;
    let rows = statement.query_and_then([base_code(code)], |row| {
        Ok(ReplacedPaper {
            procedure: row.get("procedure_code")?,
            paper: row.get("paper")?,
            database: row.get("source")?,
            owner: row.get("owner")?,
            legal_document: row.get("legal_document")?,
            article: row.get("article")?,
        })
    })?;
    rows.collect()
}
