//! Setting a dossier right: what was entered changes, what was given with the receipt never does.

use rusqlite::named_params;

use super::applicant::Columns;
use super::dossier::{Numbered, insert_papers};
use super::error::StoreError;
use super::procedure::StoredProcedure;
use super::promise::explanation;
use super::row::{to_json, word};
use super::search_index::{self, Keys};
use super::transact::Tx;
use crate::domain::dossier::{NewDossier, Promised};
use crate::domain::time::OfficeTime;

/// What takes the place of what was entered.
#[derive(Debug)]
pub struct CorrectedForm<'a> {
    /// The form.
    pub new: &'a NewDossier,
    /// The version of the procedure.
    pub version: &'a StoredProcedure,
    /// What is promised.
    pub promised: &'a Promised,
}

/// Puts a form in the place of the one a dossier was received with, its papers and its search
/// entries too. Code, numbers, the moment of receipt and who received it stay.
///
/// # Errors
/// When the book refuses.
pub fn correct_dossier(
    tx: &Tx<'_>,
    numbered: &Numbered,
    form: &CorrectedForm<'_>,
) -> Result<(), StoreError> {
    let new = form.new;
    let applicant = Columns::of(&new.applicant)?;
    let keys = Keys::of(new);
    let _ = tx.inner.prepare_cached(UPDATE)?.execute(named_params! {
        ":id": numbered.id,
        ":version": form.version.id,
        ":field": form.version.procedure.field,
        ":subject": new.subject,
        ":applicant_kind": applicant.kind,
        ":applicant_name": new.applicant.name,
        ":applicant_key": keys.applicant,
        ":principal_key": keys.principal,
        ":identity_kind": applicant.identity_kind,
        ":identity_number": new.applicant.identity_number(),
        ":birth": applicant.birth,
        ":sex": applicant.sex,
        ":address": new.applicant.address,
        ":phone": new.applicant.phone,
        ":email": new.applicant.email,
        ":principal": new.principal.as_ref().map(to_json).transpose()?,
        ":sets": new.sets,
        ":time_limit": form.promised.limit.to_string(),
        ":due_at": form.promised.due.at.map(OfficeTime::millis),
        ":due_days": explanation(&form.promised.due)?,
        ":clock_from": form.promised.start.map(|start| start.at.millis()),
        ":clock_reason": form.promised.start.map(|start| word(&start.reason)).transpose()?,
        ":second_limit": form.promised.second_limit.map(|limit| limit.to_string()),
        ":channel": word(&new.channel)?,
        ":return_by": word(&new.return_by)?,
        ":note": new.note,
    })?;
    let _ = tx.inner.execute("DELETE FROM dossier_paper WHERE dossier_id = ?1", [numbered.id])?;
    insert_papers(tx, (numbered.id, 0), &new.papers, &form.version.procedure.papers)?;
    search_index::index_again(tx, numbered, new, &keys)?;
    tx.touch(|changed| changed.dossiers = true);
    Ok(())
}

const UPDATE: &str = "UPDATE dossier SET
         procedure_version_id = :version, field = :field, subject = :subject,
         applicant_kind = :applicant_kind, applicant_name = :applicant_name,
         applicant_key = :applicant_key, principal_key = :principal_key,
         identity_kind = :identity_kind, identity_number = :identity_number, birth = :birth,
         sex = :sex, address = :address, phone = :phone, email = :email, principal = :principal,
         sets = :sets, time_limit = :time_limit, due_at = :due_at, due_days = :due_days,
         clock_from = :clock_from, clock_reason = :clock_reason, second_limit = :second_limit,
         channel = :channel, return_by = :return_by, note = :note
     WHERE id = :id";
