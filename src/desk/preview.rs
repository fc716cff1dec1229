//! The dossier that a half-filled form would become, for the slip that is drawn beside it.

use super::error::DeskError;
use super::rules::Rules;
use crate::domain::applicant::{Applicant, ApplicantKind, BirthDate, Principal, Sex};
use crate::domain::clock_start::ClockStart;
use crate::domain::deadline::Due;
use crate::domain::dossier::Dossier;
use crate::domain::hands::Hands;
use crate::domain::identity::Identity;
use crate::domain::intake::{Intake, Party};
use crate::domain::invalid::{Field, Invalid, Problem};
use crate::domain::limit::Limit;
use crate::domain::line::shown_line;
use crate::domain::paper::Paper;
use crate::domain::phone;
use crate::domain::procedure::Procedure;
use crate::domain::status::Status;
use crate::domain::time::{OfficeTime, parse_moment};

/// The dossier that `form` would become if it were received at `now`. Nothing is refused: what cannot
/// be used is shown as typed, what is missing stays empty, and there is no promise before procedure
/// and limit are known. Nothing is read from the book, so that it can follow every key.
#[must_use]
pub fn preview(
    rules: &Rules,
    procedure: Option<&Procedure>,
    form: &Intake,
    officer: &str,
    now: OfficeTime,
) -> Dossier {
    let received_at = now.to_minute();
    let limit = procedure.and_then(|procedure| with_agreed(procedure, form));
    let start = rules.start(received_at, start(form)).unwrap_or_default();
    let from = start.map_or(received_at, |start| start.at);
    let due = limit.and_then(|limit| rules.promise(from, limit).ok());
    let procedure = procedure.cloned().unwrap_or_else(|| none(&form.procedure, now));
    let subject = shown_line(&form.subject);
    Dossier {
        id: 0,
        code: rules.pattern().open_code(&rules.office().agency_code, now.date()),
        number: 0,
        subject: if subject.is_empty() { procedure.name.clone() } else { subject },
        procedure,
        applicant: applicant(&form.applicant),
        principal: form.principal.as_ref().map(|party| Principal {
            party: applicant(party),
            authorisation: shown_line(&form.authorisation),
        }),
        papers: form
            .papers
            .iter()
            .map(|paper| Paper { name: shown_line(&paper.name), ..paper.clone() })
            .collect(),
        sets: form.sets.trim().parse().unwrap_or(1),
        limit: limit.unwrap_or(Limit::None),
        received_at,
        start,
        promise_limit: None,
        second_limit: form.second_limit.parse().ok(),
        due: due.unwrap_or(Due { at: None, days: Vec::new(), beyond_calendar: None }),
        status: Status::Received,
        channel: form.channel,
        return_by: form.return_by,
        note: shown_line(&form.note),
        received_by: officer.to_owned(),
        finished_at: None,
        ended_at: None,
        ended_because: None,
        holder: Hands::DESK,
        held_since: None,
        tray: String::new(),
        voided_because: None,
    }
}

/// From when the time would count.
fn start(form: &Intake) -> Option<ClockStart> {
    let at = parse_moment(&form.clock_from)?.to_minute();
    Some(ClockStart { at, reason: form.clock_reason? })
}

/// What stands in the way of a promise for `form` at `now`: a start that cannot belong to the receipt, a
/// moment that was not agreed on, or lies outside office hours.
#[must_use]
pub fn promise_problems(
    rules: &Rules,
    procedure: Option<&Procedure>,
    form: &Intake,
    now: OfficeTime,
) -> Vec<Invalid> {
    let received = now.to_minute();
    let problems = |error| match error {
        DeskError::Invalid(problems) => problems,
        _ => Vec::new(),
    };
    let start = match rules.start(received, start(form)) {
        Ok(start) => start,
        Err(error) => return problems(error),
    };
    let limit = procedure.and_then(|procedure| with_agreed(procedure, form));
    let from = start.map_or(received, |start| start.at);
    match limit.map(|limit| rules.promise(from, limit)) {
        Some(Ok(due)) if due.at.is_some_and(|at| at < received) => {
            vec![Field::ClockFrom.wrong(Problem::TooLongAgo)]
        }
        Some(Err(error)) => problems(error),
        Some(Ok(_)) | None => Vec::new(),
    }
}

/// The limit that would run, with the moment that was agreed on.
fn with_agreed(procedure: &Procedure, form: &Intake) -> Option<Limit> {
    match limit_so_far(procedure, form)? {
        Limit::Agreed(None) => {
            Some(Limit::Agreed(parse_moment(&form.agreed).map(OfficeTime::to_minute)))
        }
        limit => Some(limit),
    }
}

/// The limit that would run, as far as the form can be understood.
#[must_use]
pub fn limit_so_far(procedure: &Procedure, form: &Intake) -> Option<Limit> {
    if let Ok(limit) = form.limit.parse() {
        return Some(limit);
    }
    match form.branch.trim() {
        "" => procedure.ordinary_limit(form.channel),
        branch => {
            let place = branch.parse::<usize>().ok()?.checked_sub(1)?;
            procedure.limits.get(place).map(|branch| branch.limit)
        }
    }
}

/// A procedure that is not chosen yet.
fn none(code: &str, now: OfficeTime) -> Procedure {
    Procedure {
        code: shown_line(code),
        name: String::new(),
        field: String::new(),
        level: String::new(),
        papers: Vec::new(),
        limit_text: String::new(),
        limits: Vec::new(),
        fee_text: String::new(),
        fees: Vec::new(),
        legal_basis: String::new(),
        decision: String::new(),
        in_force_from: now.date(),
        abolished: false,
    }
}

fn applicant(party: &Party) -> Applicant {
    let kind = if party.organisation {
        ApplicantKind::Organisation { tax_code: shown_line(&party.tax_code) }
    } else {
        ApplicantKind::Person {
            identity: identity(party),
            birth: BirthDate::recorded(&party.birth).ok(),
            sex: Sex::parse(&party.sex).ok(),
        }
    };
    Applicant {
        kind,
        name: shown_line(&party.name),
        address: shown_line(&party.address),
        phone: phone::parse(&party.phone).unwrap_or_else(|_| shown_line(&party.phone)),
        email: shown_line(&party.email),
    }
}

/// The number as the slip will show it, or as typed so far.
fn identity(party: &Party) -> Option<Identity> {
    let (number, passport) = (shown_line(&party.identity), shown_line(&party.passport));
    match (number.is_empty(), passport.is_empty()) {
        (true, true) => None,
        (true, false) => {
            Some(Identity::parse_passport(&passport).unwrap_or(Identity::Passport(passport)))
        }
        (false, _) => Some(Identity::parse(&number).unwrap_or(Identity::Citizen(number))),
    }
}
