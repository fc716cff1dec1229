//! Where the folders are: by division and officer, not back in the morning, in which tray.

use serde_json::{Value, json};

use super::args::{HeldBy, NotBack, Pick};
use super::output::{Output, to_value};
use super::{Failure, Setting};
use crate::desk::DeskError;
use crate::desk::hands::as_known;
use crate::domain::hands::Hands;
use crate::domain::invalid::Field;
use crate::store::{self, HeldRow};
use crate::text;

pub(super) fn board(setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let now = setting.now;
    let rows = setting.book()?.run(move |db| store::board(db.view(), now))??;
    output.say(|| to_value(&rows), || text::board(&rows));
    Ok(())
}

/// What a division or an officer has; the desk where none is named.
pub(super) fn held_by(
    args: &HeldBy,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let holder = Hands::parse(args.unit.as_deref().unwrap_or_default(), &args.by_name)
        .map_err(|problem| DeskError::from(Field::Holder.wrong(problem)))?;
    let (wanted, most) = (holder.clone(), usize::from(args.max));
    let rows = setting.book()?.run(move |db| {
        let wanted = as_known(db.view(), wanted)?;
        // A division's name alone means all its officers as well.
        let rows = match wanted.officer.is_empty() && !wanted.is_desk() {
            true => store::held_in(db.view(), &wanted.unit, most)?,
            false => store::held_by(db.view(), &wanted, most)?,
        };
        Ok::<_, DeskError>(rows)
    })??;
    say(&rows, output, || text::held(&rows, &holder, setting.now));
    Ok(())
}

pub(super) fn not_back(
    args: &NotBack,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let (today, most) = (setting.now.date(), usize::from(args.max));
    let rows = setting.book()?.run(move |db| store::not_back(db.view(), today, most))??;
    say(&rows, output, || text::not_back(&rows, setting.now));
    Ok(())
}

/// What to take from the shelves for the results that are promised until the end of a day.
pub(super) fn pick(args: &Pick, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let day = args.day.unwrap_or(setting.now.date());
    let rows = setting.book()?.run(move |db| store::to_pick(db.view(), day))??;
    say(&rows, output, || text::to_pick(&rows, day));
    Ok(())
}

fn say(rows: &[HeldRow], output: &mut Output<'_>, lines: impl FnOnce() -> Vec<String>) {
    output.say(|| Value::Array(rows.iter().map(|row| json!(row)).collect()), lines);
}
