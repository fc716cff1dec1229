//! The conditions of a list's filter.

use rusqlite::types::Value;

use super::error::StoreError;
use super::list::{DossierFilter, ListState};
use super::row::{iso, word};
use crate::domain::time::OfficeTime;

/// A named value of a statement.
pub(super) type Named = (&'static str, Value);

pub(super) const OPEN: &str = "finished_at IS NULL AND ended_at IS NULL";
pub(super) const READY: &str = "status = 9";
const ENDED: &str = "ended_at IS NOT NULL";

/// One condition of a filter.
#[derive(Debug, Clone)]
pub(super) struct Condition {
    /// As an index answers it.
    pub(super) indexed: String,
    /// As no index does: which one is read is not left to chance.
    pub(super) plain: String,
    pub(super) values: Vec<Named>,
    /// What its index is good for.
    pub(super) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Its index holds due dates, in the order of [`super::ListOrder::BurningFirst`].
    Burning,
    /// Its index has its dossiers in the order of receipt.
    Newest,
    /// Its index has neither order.
    Neither,
}

/// Where the dossiers stand and when they are due, as one condition.
fn standing(filter: &DossierFilter, state: ListState, now: OfficeTime) -> Option<Condition> {
    let (indexed, plain) = match state {
        ListState::Open => (OPEN, "status + 0 IN (1, 2, 4, 5, 6)"),
        ListState::Ready => (READY, "status + 0 = 9"),
        ListState::Ended => (ENDED, "status + 0 IN (3, 7, 8, 10)"),
        ListState::Any => return None,
    };
    let mut condition = Condition {
        indexed: indexed.to_owned(),
        plain: plain.to_owned(),
        values: Vec::new(),
        kind: if state == ListState::Ended { Kind::Neither } else { Kind::Burning },
    };
    if let Some(due) = filter.due {
        let (from, to) = due.bounds(now);
        condition.indexed.push_str(" AND due_at >= :due_from AND due_at < :due_to");
        condition.plain.push_str(" AND due_at + 0 >= :due_from AND due_at + 0 < :due_to");
        condition.values = vec![(":due_from", from.into()), (":due_to", to.into())];
    }
    Some(condition)
}

/// A column that holds exactly one value.
fn equal_to(column: &str, name: &'static str, value: Option<&str>) -> Option<Condition> {
    Some(Condition {
        indexed: format!("{column} = {name}"),
        plain: format!("{column} || '' = {name}"),
        values: vec![(name, value?.to_owned().into())],
        kind: Kind::Newest,
    })
}

/// What `filter` asks of dossiers that stand as `state` says, but for its text.
pub(super) fn conditions(
    filter: &DossierFilter,
    state: ListState,
    now: OfficeTime,
) -> Result<Vec<Condition>, StoreError> {
    let mut conditions: Vec<Condition> = standing(filter, state, now).into_iter().collect();
    conditions.extend(equal_to("field", ":field", filter.field.as_deref()));
    let channel = filter.channel.as_ref().map(word).transpose()?;
    conditions.extend(equal_to("channel", ":channel", channel.as_deref()));
    conditions.extend(equal_to("received_by", ":officer", filter.officer.as_deref()));
    conditions.extend(filter.received.map(|(from, to)| Condition {
        indexed: "received_on BETWEEN :from AND :to".to_owned(),
        plain: "received_on || '' BETWEEN :from AND :to".to_owned(),
        values: vec![(":from", iso(from).into()), (":to", iso(to).into())],
        kind: Kind::Neither,
    }));
    Ok(conditions)
}
