//! Waiting for the applicant: papers or a payment asked for, and what came.

use serde_json::json;

use super::error::DeskError;
use super::finish::{ready_at, require_lawful, require_standing, require_unsigned, standing};
use super::receive::show;
use super::role::acting;
use super::rules::Rules;
use crate::domain::dossier::Dossier;
use crate::domain::invalid::{Field, Problem};
use crate::domain::limit::Limit;
use crate::domain::line::{LONGEST_REASON, clean_line, required_line};
use crate::domain::notice::{Addressee, Notice, NoticeContent, NoticeKind};
use crate::domain::paper::{Paper, RequiredPaper};
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::domain::waiting::{Basis, Running, Wait, WaitKind, left_of, start_after};
use crate::store::{self, Act, Cause, Changed, Db, NewPromise, PastPromise, Stamp, Tx, View};

/// The most characters of what is asked for.
const LONGEST_DEMAND: usize = 2000;

/// A dossier whose clock was stopped, started anew or ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The dossier as the book now remembers it.
    pub dossier: Dossier,
    /// How often the same had been asked for before.
    pub before: usize,
    /// The book's number of the notice that tells the applicant.
    pub notice: Option<i64>,
    /// What the write changed.
    pub changed: Changed,
}

/// What is asked of an applicant, as typed.
#[derive(Debug, Clone, Copy)]
pub struct Demand<'a> {
    /// What is missing, an item a line.
    pub items: &'a str,
    /// Why; may be empty.
    pub reason: &'a str,
}

impl<'a> From<&'a str> for Demand<'a> {
    fn from(items: &'a str) -> Self {
        Self { items, reason: "" }
    }
}

impl Demand<'_> {
    /// The items and the reason, checked.
    ///
    /// # Errors
    /// [`Field::Demand`] without an item, with too many or too long ones; [`Field::Reason`].
    pub(super) fn check(&self) -> Result<NoticeContent, DeskError> {
        let lines = self.items.lines().filter(|line| !line.trim().is_empty());
        let items: Vec<String> = lines
            .map(|line| required_line(line, LONGEST_DEMAND))
            .collect::<Result<_, _>>()
            .map_err(|problem| Field::Demand.wrong(problem))?;
        let whole: usize = items.iter().map(|item| item.chars().count() + 2).sum();
        if items.is_empty() {
            return Err(Field::Demand.wrong(Problem::Empty).into());
        }
        if whole > LONGEST_DEMAND {
            return Err(Field::Demand.wrong(Problem::TooLong { max: LONGEST_DEMAND }).into());
        }
        let reason = clean_line(self.reason, LONGEST_REASON)
            .map_err(|problem| Field::Reason.wrong(problem))?;
        Ok(NoticeContent { items, reason, ..NoticeContent::default() })
    }
}

/// Asks for further papers, all that are missing at once (Decree 61/2018/NĐ-CP art. 17.1.a): the clock
/// stands still until they come, and nothing is promised meanwhile.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::NotLawful`]; [`DeskError::HasResult`]; [`Field::Demand`]
/// without saying what is asked.
pub fn ask_for_papers<'a>(
    db: &mut Db,
    code: &str,
    demand: impl Into<Demand<'a>>,
    officer: &str,
    now: OfficeTime,
) -> Result<Moved, DeskError> {
    ask(db, code, WaitKind::Papers, demand.into(), (officer, now))
}

/// Asks for a financial duty: the first appointment, where there are two, is kept by this notice.
///
/// # Errors
/// As [`ask_for_papers`].
pub fn demand_payment<'a>(
    db: &mut Db,
    code: &str,
    demand: impl Into<Demand<'a>>,
    officer: &str,
    now: OfficeTime,
) -> Result<Moved, DeskError> {
    ask(db, code, WaitKind::Payment, demand.into(), (officer, now))
}

/// What came of what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Came {
    /// The moment that is agreed now, where the limit is by agreement and the agreed one is over.
    pub agreed: Option<OfficeTime>,
    /// Items of the demand that are not among the papers that came: a signature, a form filled in anew.
    pub no_papers: Vec<String>,
}

impl From<Option<OfficeTime>> for Came {
    fn from(agreed: Option<OfficeTime>) -> Self {
        Self { agreed, no_papers: Vec::new() }
    }
}

/// The papers that were asked for came in, complete: the whole time is counted again from now (Decree
/// 61/2018/NĐ-CP art. 19.4), and they are among the dossier's papers.
///
/// # Errors
/// [`DeskError::NoDossier`]; [`DeskError::NotLawful`]; [`Field::AgreedAt`]; [`DeskError::NoWorkingDay`].
pub fn papers_came(
    db: &mut Db,
    code: &str,
    came_in: impl Into<Came>,
    officer: &str,
    now: OfficeTime,
) -> Result<Moved, DeskError> {
    came(db, code, WaitKind::Papers, &came_in.into(), (officer, now))
}

/// The financial duty was paid: the second appointment's time is counted from now, or, where there is
/// one appointment, what was left when the duty was asked for.
///
/// # Errors
/// As [`papers_came`].
pub fn paid(db: &mut Db, code: &str, officer: &str, now: OfficeTime) -> Result<Moved, DeskError> {
    came(db, code, WaitKind::Payment, &Came::default(), (officer, now))
}

fn ask(
    db: &mut Db,
    code: &str,
    kind: WaitKind,
    demand: Demand<'_>,
    (officer, now): (&str, OfficeTime),
) -> Result<Moved, DeskError> {
    let (act, status, cause) = match kind {
        WaitKind::Papers => (Act::AskPapers, Status::AwaitingPapers, Cause::Papers),
        WaitKind::Payment => (Act::DemandPayment, Status::AwaitingPayment, Cause::Payment),
    };
    let stamp = Stamp { act, actor: officer.to_owned(), at: now };
    let ((dossier, before, notice), changed) = acting(db, stamp, |tx| {
        let mut dossier = show(tx.view(), code)?;
        require_lawful(&dossier, status)?;
        require_unsigned(tx.view(), &dossier)?;
        let mut content = demand.check()?;
        store::remember(tx, dossier.id, act, None)?;
        let waits = store::waits_of(tx.view(), dossier.id)?;
        let before = waits.iter().filter(|wait| wait.kind == kind).count();
        let from = ready_at(tx.view(), &dossier, now)?;
        let reason = content.items.join("; ");
        let wait = Wait { kind, from, until: None, reason, back_to: dossier.status };
        store::begin_wait(tx, dossier.id, &wait)?;
        store::suspend_promise(tx, dossier.id, cause, &wait.reason)?;
        dossier.status = status;
        store::set_standing(tx, dossier.id, &standing(&dossier))?;
        // A financial duty is told by the tax office's own notice.
        let notice = match kind {
            WaitKind::Papers => {
                content.addressee = Some(Addressee::of(&dossier));
                Some(store::put_notice(tx, NoticeKind::Supplement, Some(dossier.id), &content)?)
            }
            WaitKind::Payment => None,
        };
        tx.record(&dossier.code, &json!({ "asked_before": before, "due_at": dossier.due.at }))?;
        Ok((show(tx.view(), code)?, before, notice))
    })?;
    Ok(Moved { dossier, before, notice, changed })
}

fn came(
    db: &mut Db,
    code: &str,
    kind: WaitKind,
    came_in: &Came,
    (officer, now): (&str, OfficeTime),
) -> Result<Moved, DeskError> {
    let (act, status, cause) = match kind {
        WaitKind::Papers => (Act::PapersCame, Status::AwaitingPapers, Cause::Papers),
        WaitKind::Payment => (Act::Paid, Status::AwaitingPayment, Cause::Payment),
    };
    let stamp = Stamp { act, actor: officer.to_owned(), at: now };
    let ((dossier, before), changed) = acting(db, stamp, |tx| {
        let mut dossier = show(tx.view(), code)?;
        require_standing(&dossier)?;
        let waits = store::waits_of(tx.view(), dossier.id)?;
        let back_to = waits.last().map_or(Status::InProgress, |wait| wait.back_to);
        if dossier.status != status {
            return Err(DeskError::NotLawful {
                code: dossier.code,
                from: dossier.status,
                to: back_to,
            });
        }
        store::remember(tx, dossier.id, act, None)?;
        let Some(wait) = waits.last() else { return Err(DeskError::NoDossier(code.to_owned())) };
        let at = ready_at(tx.view(), &dossier, now)?;
        store::end_wait(tx, dossier.id, at)?;
        promise_again(tx, &dossier, wait, at, came_in.agreed, cause)?;
        if kind == WaitKind::Papers {
            let items = items_of(tx.view(), dossier.id, wait)?;
            let came = items.into_iter().filter(|item| !came_in.no_papers.contains(item));
            store::add_papers(tx, &dossier, &new_papers(&dossier, came))?;
        }
        dossier.status = back_to;
        store::set_standing(tx, dossier.id, &standing(&dossier))?;
        let dossier = show(tx.view(), code)?;
        let waited = Rules::load(tx.view())?.calendar().working_minutes(wait.from, at);
        tx.record(&dossier.code, &json!({ "due_at": dossier.due.at, "waited_minutes": waited }))?;
        let before = waits.iter().filter(|other| other.kind == kind).count() - 1;
        Ok((dossier, before))
    })?;
    Ok(Moved { dossier, before, notice: None, changed })
}

/// What the dossier's applicant is asked for now, an item each.
///
/// # Errors
/// When the book cannot be read.
pub(super) fn asked_items(view: View<'_>, dossier: &Dossier) -> Result<Vec<String>, DeskError> {
    if dossier.status != Status::AwaitingPapers {
        return Ok(Vec::new());
    }
    let waits = store::waits_of(view, dossier.id)?;
    waits.last().map_or_else(|| Ok(Vec::new()), |wait| items_of(view, dossier.id, wait))
}

/// The items of a wait for papers, as the notice has them; a book of an older version has one line.
fn items_of(view: View<'_>, dossier: i64, wait: &Wait) -> Result<Vec<String>, DeskError> {
    let notices = store::notices_of(view, dossier)?;
    let asked = |notice: &&Notice| notice.kind == NoticeKind::Supplement && !notice.undone;
    let notice = notices.iter().rfind(asked);
    let items = notice.map(|notice| notice.content.items.clone());
    let told = items.filter(|items| items.join("; ") == wait.reason);
    Ok(told.unwrap_or_else(|| vec![wait.reason.clone()]))
}

/// The papers among `items` that `dossier` does not have yet; those the procedure lists as it has them.
fn new_papers(dossier: &Dossier, items: impl Iterator<Item = String>) -> Vec<Paper> {
    let squeezed = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut papers: Vec<Paper> = Vec::new();
    for item in items {
        let listed = dossier.procedure.papers.iter().find(|paper| squeezed(&paper.name) == item);
        let came = listed.cloned().or_else(|| RequiredPaper::parse(&item));
        let Some(paper) = came.map(|paper| paper.brought()) else { continue };
        if !dossier.papers.iter().chain(&papers).any(|other| other.name == paper.name) {
            papers.push(paper);
        }
    }
    papers
}

/// The promise that follows a wait.
fn promise_again(
    tx: &Tx<'_>,
    dossier: &Dossier,
    wait: &Wait,
    at: OfficeTime,
    agreed: Option<OfficeTime>,
    cause: Cause,
) -> Result<(), DeskError> {
    let rules = Rules::load(tx.view())?;
    let past = store::past_promises(tx.view(), dossier.id)?;
    let limit = match (wait.kind, dossier.second_limit, past.last()) {
        (WaitKind::Payment, Some(second), _) => second,
        (WaitKind::Payment, None, Some(PastPromise { clock_from, limit, due, .. })) => {
            let running = Running { basis: Basis { from: *clock_from, limit: *limit }, due };
            left_of(rules.calendar(), running, (wait.from, at))
        }
        (WaitKind::Papers, ..) | (WaitKind::Payment, None, None) => dossier.limit,
    };
    let limit = match (limit, agreed) {
        (Limit::Agreed(then), _) => Limit::Agreed(agreed.or(then.filter(|then| *then > at))),
        (_, Some(_)) => return Err(Field::AgreedAt.wrong(Problem::Conflict).into()),
        (limit, None) => limit,
    };
    // What has not begun yet, because another office has to receive it first, does not begin sooner.
    let start = match dossier.start {
        Some(start) if start.at > at => start,
        _ => start_after(wait.kind, at),
    };
    let due = rules.promise(start.at, limit)?;
    let new = NewPromise {
        cause,
        reason: &wait.reason,
        start: Some(start),
        limit: (limit != dossier.limit).then_some(limit),
        due: &due,
    };
    Ok(store::set_promise(tx, dossier.id, &new)?)
}

/// Refuses what a dossier that waits cannot have.
pub(super) fn require_running(dossier: &Dossier) -> Result<OfficeTime, DeskError> {
    require_standing(dossier)?;
    if dossier.ended_at.is_some() {
        let (code, status) = (dossier.code.clone(), dossier.status);
        return Err(DeskError::Ended { code, status });
    }
    if dossier.is_waiting() || dossier.finished_at.is_some() {
        return Err(DeskError::NoPromise { code: dossier.code.clone(), status: dossier.status });
    }
    dossier.due.at.ok_or_else(|| Field::NewDate.wrong(Problem::Missing).into())
}
