//! How a list is found without looking at every dossier.
//!
//! Every condition of a filter is written twice: so that an index answers it, and so that none can.
//! If one of them lets few dossiers through, these are gathered, held against the rest, and sorted
//! here. Otherwise the list is read in its own order along an index, and the rest is looked at row
//! by row: when every condition lets many through, a page is soon full.

use rusqlite::types::Value;
use rusqlite::{Statement, ToSql};

use super::error::StoreError;
use super::list::{COUNT_CAP, DossierFilter, ListKey, ListOrder, ListState, Page, midnight};
use super::list_condition::{Condition, Kind, Named, OPEN, READY, conditions};
use super::search_text::{self, Reading, TEXT_COLUMNS, TextPlaces, TextQuery};
use super::transact::View;
use crate::domain::time::OfficeTime;

/// How many dossiers are few: so many are looked at row by row.
const FEW: usize = 3_000;

/// How many are few where an index alone tells everything.
const FEW_IN_INDEX: usize = 50_000;

/// So many that agree with a text are sorted by their due dates when more are too many.
const SORTED: usize = 1_000;

/// So many are told apart when one of several indexes is chosen.
const MANY: usize = 20_000;

const COUNT_ENDED: &str = "SELECT coalesce(max(id), 0)
         - (SELECT count(*) FROM dossier WHERE finished_at IS NULL AND ended_at IS NULL)
         - (SELECT count(*) FROM dossier WHERE status = 9)
     FROM dossier";

/// A filter made ready for a book.
pub(super) struct Plan<'c> {
    view: View<'c>,
    conditions: Vec<Condition>,
    text: Option<TextQuery>,
    state: ListState,
    /// The first moment of receipt: nothing is due before it was received.
    floor: Option<i64>,
    /// The condition that lets the fewest through, by its place, if there is one that lets few.
    few: Option<usize>,
}

impl<'c> Plan<'c> {
    pub(super) fn of(
        view: View<'c>,
        filter: &DossierFilter,
        now: OfficeTime,
    ) -> Result<Self, StoreError> {
        let state = match (filter.state, filter.due) {
            (ListState::Any, Some(_)) => ListState::Open,
            (state, _) => state,
        };
        let conditions = conditions(filter, state, now)?;
        let text = TextQuery::of(&filter.text);
        let floor = filter.received.map(|(from, _)| midnight(from));
        let mut plan = Self { view, conditions, text, state, floor, few: None };
        plan.few = plan.fewest()?;
        Ok(plan)
    }

    /// The condition that lets the fewest dossiers through, when they are few.
    fn fewest(&self) -> Result<Option<usize>, StoreError> {
        let mut fewest = None;
        for (place, condition) in self.conditions.iter().enumerate() {
            let alone = self.conditions.len() == 1 && self.text.is_none();
            let cap = if alone && condition.kind == Kind::Burning { FEW_IN_INDEX } else { FEW };
            let count = self.count_up_to(condition, cap + 1)?;
            if count <= cap && fewest.is_none_or(|(least, _)| count < least) {
                fewest = Some((count, place));
            }
        }
        Ok(fewest.map(|(_, place)| place))
    }

    fn count_up_to(&self, condition: &Condition, cap: usize) -> Result<usize, StoreError> {
        let mut statement = self.view.0.prepare_cached(&format!(
            "SELECT count(*) FROM (SELECT 1 AS one FROM dossier WHERE {} LIMIT :cap) AS counted",
            condition.indexed
        ))?;
        let mut values = condition.values.clone();
        values.push((":cap", limit(cap)));
        let count: i64 = statement.query_row(&*refs(&values), |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// A page of the list.
    pub(super) fn page(
        &self,
        order: ListOrder,
        page: Page,
        most: usize,
    ) -> Result<Vec<ListKey>, StoreError> {
        if let Some(place) = self.few {
            return Ok(cut(self.gather(place)?, order, page, most));
        }
        let (from, back) = match page {
            Page::First => (None, false),
            Page::After(key) => (Some(key), false),
            Page::Before(key) => (Some(key), true),
            Page::Last => (None, true),
        };
        let mut keys = match (&self.text, order) {
            (Some(text), ListOrder::BurningFirst) => {
                let newest = self.read_text(text, None, false, SORTED)?;
                return Ok(cut(newest, order, page, most));
            }
            (Some(text), ListOrder::NewestFirst) => self.read_text(text, from, back, most)?,
            (None, ListOrder::NewestFirst) => self.read_newest(from, back, most)?,
            (None, ListOrder::BurningFirst) => self.read_burning(from, back, most)?,
        };
        if back {
            keys.reverse();
        }
        Ok(keys)
    }

    /// How many dossiers there are, see [`super::count_dossiers`].
    pub(super) fn count(&self) -> Result<i64, StoreError> {
        let ended = self.state == ListState::Ended;
        match (&self.text, &self.conditions[..]) {
            // Numbers are given without gap, and no dossier ever goes.
            (None, []) => self.number("SELECT coalesce(max(id), 0) FROM dossier", &[]),
            // Nearly all of a book: the others are sooner counted.
            (None, [one]) if ended && one.values.is_empty() => self.number(COUNT_ENDED, &[]),
            (None, [one]) if !ended => {
                let sql = format!("SELECT count(*) FROM dossier WHERE {}", one.indexed);
                self.number(&sql, &one.values)
            }
            _ => self.count_to_cap(),
        }
    }

    fn number(&self, sql: &str, values: &[Named]) -> Result<i64, StoreError> {
        Ok(self.view.0.prepare_cached(sql)?.query_row(&*refs(values), |row| row.get(0))?)
    }

    fn count_to_cap(&self) -> Result<i64, StoreError> {
        let cap = usize::try_from(COUNT_CAP).unwrap_or(usize::MAX);
        let keys = match (self.few, &self.text) {
            (Some(place), _) => self.gather(place)?,
            (None, Some(text)) => self.read_text(text, None, false, cap)?,
            (None, None) => self.read_newest(None, false, cap)?,
        };
        Ok(i64::try_from(keys.len().min(cap)).unwrap_or(COUNT_CAP))
    }

    /// Every dossier that the condition at `place` and all others let through, in no order.
    fn gather(&self, place: usize) -> Result<Vec<ListKey>, StoreError> {
        let Some(few) = self.conditions.get(place) else { return Ok(Vec::new()) };
        let mut values = few.values.clone();
        let (others, more) = self.plain_but(Some(place));
        values.extend(more);
        if others.is_empty() && self.text.is_none() {
            let sql = format!("SELECT id, due_at FROM dossier WHERE {}", few.indexed);
            return keys(&mut *self.view.0.prepare_cached(&sql)?, &values, None, usize::MAX);
        }
        let sql = format!(
            "SELECT id, due_at{} FROM dossier
             WHERE id IN (SELECT id FROM dossier WHERE {}){others}",
            if self.text.is_some() { TEXT_COLUMNS } else { "" },
            few.indexed
        );
        keys(&mut *self.view.0.prepare_cached(&sql)?, &values, self.text.as_ref(), usize::MAX)
    }

    /// Of the conditions whose index has the order of receipt, the one that lets the fewest through.
    fn driver(&self) -> Result<Option<usize>, StoreError> {
        let all = self.conditions.iter().enumerate();
        let newest: Vec<_> = all.filter(|(_, one)| one.kind == Kind::Newest).collect();
        if let [(place, _)] = newest[..] {
            return Ok(Some(place));
        }
        let mut fewest = None;
        for (place, condition) in newest {
            let count = self.count_up_to(condition, MANY)?;
            if fewest.is_none_or(|(least, _)| count < least) {
                fewest = Some((count, place));
            }
        }
        Ok(fewest.map(|(_, place)| place))
    }

    /// The list from the newest to the oldest, or `back`, from a line on.
    fn read_newest(
        &self,
        from: Option<ListKey>,
        back: bool,
        most: usize,
    ) -> Result<Vec<ListKey>, StoreError> {
        let driver = self.driver()?;
        let (others, mut values) = self.plain_but(driver);
        let mut sql = "SELECT id, due_at FROM dossier WHERE id >= :low AND id <= :high".to_owned();
        let (low, high) = self.ids_between(from, back)?;
        values.extend([(":low", low.into()), (":high", high.into()), (":most", limit(most))]);
        if let Some(driver) = driver.and_then(|place| self.conditions.get(place)) {
            sql = format!("{sql} AND {}", driver.indexed);
            values.extend(driver.values.clone());
        }
        let direction = if back { "ASC" } else { "DESC" };
        let sql = format!("{sql}{others} ORDER BY id {direction} LIMIT :most");
        keys(&mut *self.view.0.prepare_cached(&sql)?, &values, None, usize::MAX)
    }

    /// The list in the order of due dates, or `back`, from a line on.
    fn read_burning(
        &self,
        from: Option<ListKey>,
        back: bool,
        most: usize,
    ) -> Result<Vec<ListKey>, StoreError> {
        // What has no due date stands behind everything else.
        let mut keys = Vec::new();
        for undated in [back, !back] {
            let from = match from {
                Some(key) if key.due_at.is_none() == undated => Some(key),
                // The line is in the other half: this one comes wholly after it or wholly before.
                Some(_) if undated == back => continue,
                _ => None,
            };
            let room = most.saturating_sub(keys.len());
            if room > 0 {
                keys.extend(self.read_half(undated, from, back, room)?);
            }
        }
        Ok(keys)
    }

    fn read_half(
        &self,
        undated: bool,
        from: Option<ListKey>,
        back: bool,
        most: usize,
    ) -> Result<Vec<ListKey>, StoreError> {
        let (others, mut values) = self.plain_but(None);
        let state = match self.state {
            ListState::Open => format!(" AND {OPEN}"),
            ListState::Ready => format!(" AND {READY}"),
            ListState::Ended | ListState::Any => String::new(),
        };
        let (after, direction) = if back { ("<", "DESC") } else { (">", "ASC") };
        let mut floor = "";
        if let (false, true, Some(moment)) = (undated, from.is_none() || back, self.floor) {
            floor = " AND due_at >= :floor";
            values.push((":floor", moment.into()));
        }
        let half = match (undated, from) {
            (true, None) => "due_at IS NULL".to_owned(),
            (true, Some(_)) => format!("due_at IS NULL AND id {after} :id"),
            (false, None) => "due_at IS NOT NULL".to_owned(),
            (false, Some(_)) => format!("(due_at, id) {after} (:due, :id)"),
        };
        if let Some(key) = from {
            values.push((":id", key.id.into()));
            values.extend(key.due_at.map(|due| (":due", due.into())));
        }
        values.push((":most", limit(most)));
        let order = if undated { "id" } else { "due_at" };
        let sql = format!(
            "SELECT id, due_at FROM dossier WHERE {half}{floor}{state}{others}
             ORDER BY {order} {direction}, id {direction} LIMIT :most"
        );
        keys(&mut *self.view.0.prepare_cached(&sql)?, &values, None, usize::MAX)
    }

    /// Those whose text agrees, newest first or `back`, from a line on.
    fn read_text(
        &self,
        text: &TextQuery,
        from: Option<ListKey>,
        back: bool,
        most: usize,
    ) -> Result<Vec<ListKey>, StoreError> {
        let (others, values) = self.plain_but(None);
        let bounds = self.ids_between(from, back)?;
        let reading = Reading { others: &others, values: &values, bounds, back, most };
        search_text::read(self.view, text, &reading)
    }

    /// The lowest and the highest number that the line a page starts from, and the days of receipt,
    /// leave.
    fn ids_between(&self, from: Option<ListKey>, back: bool) -> Result<(i64, i64), StoreError> {
        let (mut low, mut high) = match from {
            None => (0, i64::MAX),
            Some(key) if back => (key.id.saturating_add(1), i64::MAX),
            Some(key) => (0, key.id.saturating_sub(1)),
        };
        let days = self.conditions.iter().flat_map(|condition| &condition.values);
        let day = |wanted: &str| {
            days.clone().find_map(|(name, value)| match value {
                Value::Text(text) if *name == wanted => Some(text.clone()),
                _ => None,
            })
        };
        if let (Some(first), Some(last)) = (day(":from"), day(":to"))
            && let Some((lowest, highest)) = self.ids_of_days(&first, &last)?
        {
            low = low.max(lowest);
            high = high.min(highest);
        }
        Ok((low, high))
    }

    /// The lowest and the highest number of the dossiers received from one day to another: two steps
    /// down the index for each day.
    fn ids_of_days(&self, first: &str, last: &str) -> Result<Option<(i64, i64)>, StoreError> {
        let connection = self.view.0;
        let mut next = connection
            .prepare_cached("SELECT min(received_on) FROM dossier WHERE received_on >= ?1")?;
        let mut low =
            connection.prepare_cached("SELECT min(id) FROM dossier WHERE received_on = ?1")?;
        let mut high =
            connection.prepare_cached("SELECT max(id) FROM dossier WHERE received_on = ?1")?;
        let mut bounds: Option<(i64, i64)> = None;
        let mut from = first.to_owned();
        while let Some(day) = next.query_row([&from], |row| row.get::<_, Option<String>>(0))? {
            if day.as_str() > last {
                break;
            }
            let lowest: i64 = low.query_row([&day], |row| row.get(0))?;
            let highest: i64 = high.query_row([&day], |row| row.get(0))?;
            bounds = Some(match bounds {
                None => (lowest, highest),
                Some((least, most)) => (least.min(lowest), most.max(highest)),
            });
            // The first text after this day.
            from = format!("{day} ");
        }
        Ok(bounds)
    }

    /// Every condition but the one at a place, so that no index answers them, each behind `AND`.
    fn plain_but(&self, place: Option<usize>) -> (String, Vec<Named>) {
        let mut sql = String::new();
        let mut values = Vec::new();
        for (own, condition) in self.conditions.iter().enumerate() {
            if Some(own) != place {
                sql.push_str(" AND ");
                sql.push_str(&condition.plain);
                values.extend(condition.values.clone());
            }
        }
        (sql, values)
    }
}

/// A length as SQL takes it.
pub(super) fn limit(most: usize) -> Value {
    i64::try_from(most).unwrap_or(i64::MAX).into()
}

/// Named values as a statement takes them.
pub(super) fn refs(values: &[Named]) -> Vec<(&str, &dyn ToSql)> {
    values.iter().map(|(name, value)| (*name, value as &dyn ToSql)).collect()
}

/// The places of the first `most` rows that a statement answers and whose text agrees.
pub(super) fn keys(
    statement: &mut Statement<'_>,
    values: &[Named],
    text: Option<&TextQuery>,
    most: usize,
) -> Result<Vec<ListKey>, StoreError> {
    let text =
        text.map(|text| Ok::<_, StoreError>((text, TextPlaces::of(statement)?))).transpose()?;
    let mut rows = statement.query(&*refs(values))?;
    let mut keys = Vec::new();
    while keys.len() < most {
        let Some(row) = rows.next()? else { break };
        if text.as_ref().is_none_or(|(text, places)| text.agrees(row, places)) {
            keys.push(ListKey { id: row.get(0)?, due_at: row.get(1)? });
        }
    }
    Ok(keys)
}

/// A page of gathered places.
fn cut(mut keys: Vec<ListKey>, order: ListOrder, page: Page, most: usize) -> Vec<ListKey> {
    let place = |key: &ListKey| match order {
        ListOrder::BurningFirst => (key.due_at.is_none(), key.due_at.unwrap_or_default(), key.id),
        ListOrder::NewestFirst => (false, 0, key.id.saturating_neg()),
    };
    keys.sort_unstable_by_key(place);
    let until = |wanted: &ListKey| keys.partition_point(|key| place(key) < place(wanted));
    let (first, last) = match page {
        Page::First => (0, most),
        Page::After(key) => {
            let first = keys.partition_point(|own| place(own) <= place(&key));
            (first, first.saturating_add(most))
        }
        Page::Before(key) => (until(&key).saturating_sub(most), until(&key)),
        Page::Last => (keys.len().saturating_sub(most), keys.len()),
    };
    keys.get(first..last.min(keys.len())).unwrap_or_default().to_vec()
}
