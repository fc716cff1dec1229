//! `report`: figures of a time.

use super::args::Report;
use super::output::{Output, to_value};
use super::{Failure, Setting};
use crate::desk::timeliness::timeliness;
use crate::text;

pub(super) fn report(
    args: &Report,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let Report::Timeliness { from, to } = *args;
    let found = setting.book()?.run(move |db| timeliness(db.view(), from, to))??;
    output.say(|| to_value(&found), || text::timeliness(&found, from, to));
    Ok(())
}
