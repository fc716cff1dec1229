//! What looks odd about a dossier: said before it is received and after.

use chrono::NaiveDate;

use super::error::DeskError;
use super::receive::{no_longer_asked_for, offered, promised};
use super::rules::Rules;
use super::warning::Warning;
use crate::domain::deadline::{DayReason, DayStep, Due};
use crate::domain::dossier::NewDossier;
use crate::domain::paper::PaperWay;
use crate::domain::phone;
use crate::domain::time::OfficeTime;
use crate::store::{self, View};

/// What the officer should know before `new` is received at `now`: the same as receiving would say.
///
/// # Errors
/// As [`super::receive::receive`] for a procedure or limit that cannot be received.
pub fn doubts_before(
    view: View<'_>,
    new: &NewDossier,
    now: OfficeTime,
) -> Result<Vec<Warning>, DeskError> {
    let rules = Rules::load(view)?;
    let version = offered(view, &new.procedure, now.date())?;
    let received_at = now.to_minute();
    let promised = promised(&rules, &version.procedure, new, received_at)?;
    let mut warnings = doubts(view, &rules, new, received_at, &promised.due)?;
    warnings.extend(open_twins(view, new)?);
    Ok(warnings)
}

/// Unfinished dossiers of the same people for the same procedure.
pub(super) fn open_twins(view: View<'_>, new: &NewDossier) -> Result<Vec<Warning>, DeskError> {
    let principal = new.principal.as_ref().map(|principal| &principal.party);
    let twins = store::open_twins(view, &new.applicant, principal, &new.procedure)?;
    let warning = |twin: store::OpenTwin| Warning::OpenTwin {
        code: twin.code,
        received_at: twin.received_at,
    };
    Ok(twins.into_iter().map(warning).collect())
}

/// What looks odd about a dossier received at `received_at` with the promise `due`.
pub(super) fn doubts(
    view: View<'_>,
    rules: &Rules,
    new: &NewDossier,
    received_at: OfficeTime,
    due: &Due,
) -> Result<Vec<Warning>, DeskError> {
    let mut warnings = Vec::new();
    let applicant = &new.applicant;
    let today = received_at.date();
    let replaced = no_longer_asked_for(view, &new.procedure, today)?;
    let doubts = applicant.identity_warnings(today);
    warnings.extend(doubts.into_iter().map(|doubt| Warning::Identity { doubt }));
    warnings.extend(phone::warning(&applicant.phone).map(|doubt| Warning::Phone { doubt }));
    // A paper that was only shown was not asked for to keep.
    for paper in new.papers.iter().filter(|paper| paper.way == PaperWay::Submitted) {
        if let Some(data) = replaced.iter().find(|data| data.replaces(&paper.name)) {
            warnings.push(Warning::NoLongerAskedFor {
                paper: paper.name.clone(),
                database: data.database.clone(),
            });
        }
    }
    if !rules.calendar().is_open(today, received_at.time()) {
        warnings.push(Warning::OutsideHours);
    }
    let estimated =
        |day: &&DayStep| matches!(day.reason, DayReason::DayOff { official: false, .. });
    let dates: Vec<NaiveDate> = due.days.iter().filter(estimated).map(|day| day.date).collect();
    if dates.is_empty() {
        let beyond = due.beyond_calendar;
        warnings.extend(beyond.map(|known_until| Warning::BeyondCalendar { known_until }));
    } else {
        warnings.push(Warning::EstimatedDaysOff { dates });
    }
    Ok(warnings)
}
