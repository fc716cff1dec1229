//! Before a dossier is received: guiding the applicant, or refusing, on paper and in the book.

use chrono::NaiveDate;
use serde_json::json;

use super::error::DeskError;
use super::receive::offered;
use super::role::acting;
use super::waiting::Demand;
use crate::domain::intake::Intake;
use crate::domain::invalid::Field;
use crate::domain::line::{LONGEST_REASON, clean_line, required_line};
use crate::domain::notice::{Addressee, Notice, NoticeContent, NoticeKind};
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Changed, Db, Stamp, View};

/// The most characters of a line about somebody who has no dossier yet.
const LONGEST_LINE: usize = 300;

/// A notice that was written for somebody without a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The notice.
    pub notice: Notice,
    /// What the write changed.
    pub changed: Changed,
}

/// Guides an applicant whose papers are not complete: everything that is missing at once, with the
/// reason (Decree 61/2018/NĐ-CP art. 17.1.a). No dossier is received and no code is given. Of the form
/// only what names the applicant and the procedure counts; nothing but the name must be there.
///
/// # Errors
/// [`DeskError::Invalid`] without a name, for an unknown procedure, and without an item.
pub fn guide(
    db: &mut Db,
    form: &Intake,
    demand: Demand<'_>,
    officer: &str,
    now: OfficeTime,
) -> Result<Told, DeskError> {
    let stamp = Stamp { act: Act::Guide, actor: officer.to_owned(), at: now };
    tell(db, stamp, NoticeKind::Supplement, form, |_| demand.check())
}

/// Refuses to receive a dossier, with the reason in writing (the same, art. 17.1.b).
///
/// # Errors
/// As [`guide`], and [`Field::Reason`].
pub fn refuse_unreceived(
    db: &mut Db,
    form: &Intake,
    reason: &str,
    officer: &str,
    now: OfficeTime,
) -> Result<Told, DeskError> {
    let stamp = Stamp { act: Act::RefuseUnreceived, actor: officer.to_owned(), at: now };
    tell(db, stamp, NoticeKind::Refusal, form, |_| {
        let reason = required_line(reason, LONGEST_REASON)
            .map_err(|problem| Field::Reason.wrong(problem))?;
        Ok(NoticeContent { reason, ..NoticeContent::default() })
    })
}

fn tell(
    db: &mut Db,
    stamp: Stamp,
    kind: NoticeKind,
    form: &Intake,
    content: impl FnOnce(&Addressee) -> Result<NoticeContent, DeskError>,
) -> Result<Told, DeskError> {
    let day = stamp.at.date();
    let (notice, changed) = acting(db, stamp, |tx| {
        let addressee = addressee(tx.view(), form, day)?;
        let mut content = content(&addressee)?;
        let procedure = addressee.procedure_code.clone();
        content.addressee = Some(addressee);
        let id = store::put_notice(tx, kind, None, &content)?;
        let notice = store::notice(tx.view(), id)?;
        let notice = notice.ok_or_else(|| DeskError::NoNotice(id.to_string()))?;
        let number = format!("{}/{}", notice.number, notice.year);
        tx.record(&number, &json!({ "notice": id, "procedure": procedure }))?;
        Ok(notice)
    })?;
    Ok(Told { notice, changed })
}

/// Whom a notice is for, as far as the form says. A number or a telephone that is not right yet hinders
/// nobody from being guided.
fn addressee(view: View<'_>, form: &Intake, day: NaiveDate) -> Result<Addressee, DeskError> {
    let procedure = offered(view, &form.procedure, day)?.procedure;
    let applicant = &form.applicant;
    let name = required_line(&applicant.name, LONGEST_LINE)
        .map_err(|problem| Field::Name.wrong(problem))?;
    let line = |field: Field, text: &str| {
        clean_line(text, LONGEST_LINE).map_err(|problem| field.wrong(problem))
    };
    let identity = [&applicant.identity, &applicant.passport, &applicant.tax_code];
    let identity = identity.into_iter().find(|number| !number.trim().is_empty());
    let subject = line(Field::Subject, &form.subject)?;
    Ok(Addressee {
        name,
        identity: line(Field::IdentityNumber, identity.map_or("", String::as_str))?,
        address: line(Field::Address, &applicant.address)?,
        phone: line(Field::Phone, &applicant.phone)?,
        email: line(Field::Email, &applicant.email)?,
        subject: if subject.is_empty() { procedure.name.clone() } else { subject },
        procedure_code: procedure.code,
        procedure: procedure.name,
    })
}
