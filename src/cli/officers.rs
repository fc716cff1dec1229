//! The roster of officers, and the closing of a year's register.

use serde_json::{Value, json};

use super::args::{CloseYear, Officers};
use super::output::{Output, to_value};
use super::{Failure, Setting};
use crate::desk::{close_year as closing, roster};
use crate::domain::officer::Officer;
use crate::store;
use crate::text;

pub(super) fn officers(
    action: &Officers,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let book = setting.book()?;
    match action {
        Officers::List => {
            let found = book.run(|db| store::officers(db.view()))??;
            output.say(
                || Value::Array(found.iter().map(|officer| json!(officer)).collect()),
                || text::officers(&found),
            );
        }
        Officers::Set { name, role, unit, left } => {
            let role = (*role).into();
            let new = Officer { name: name.clone(), unit: unit.clone(), role, active: !*left };
            let (officer, now) = (setting.officer.clone(), setting.now);
            let (set, _) = book.run(move |db| roster::set_officer(db, &new, &officer, now))??;
            output.say(|| to_value(&set), || text::officers(std::slice::from_ref(&set)));
        }
    }
    Ok(())
}

pub(super) fn close_year(
    args: &CloseYear,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let (year, officer, now) = (args.year, setting.officer.clone(), setting.now);
    let (closed, _) =
        setting.book()?.run(move |db| closing::close_year(db, year, &officer, now))??;
    output.say(|| to_value(&closed), || text::year_closed(&closed));
    Ok(())
}
