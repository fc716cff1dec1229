//! `list`: the desk's dossiers by where they stand and when they are due.

use chrono::NaiveDate;

use super::args::List;
use super::output::{Output, to_value};
use super::{Failure, Setting};
use crate::store::{self, DossierFilter, ListOrder, Page};
use crate::text;

pub(super) fn list(args: &List, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let received = (args.from.is_some() || args.to.is_some()).then(|| {
        let (first, last) =
            (NaiveDate::from_ymd_opt(1, 1, 1), NaiveDate::from_ymd_opt(9999, 12, 31));
        (args.from.or(first).unwrap_or_default(), args.to.or(last).unwrap_or_default())
    });
    if received.is_some_and(|(from, to)| from > to) {
        return Err(Failure::Usage(text::PERIOD_BACKWARDS.to_owned()));
    }
    let filter = DossierFilter {
        state: args.state.into(),
        due: args.due.map(Into::into),
        field: args.field.clone(),
        channel: args.channel.map(Into::into),
        officer: args.received_by.clone(),
        received,
        text: args.text.clone(),
    };
    let order = if args.newest { ListOrder::NewestFirst } else { ListOrder::BurningFirst };
    let (most, now) = (usize::from(args.max), setting.now);
    let rows = setting
        .book()?
        .run(move |db| store::list_dossiers(db.view(), &filter, order, Page::First, most, now))??;
    output.say(|| to_value(&rows), || text::dossiers_listed(&rows, now));
    Ok(())
}
