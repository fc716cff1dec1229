//! `backup` and `check`.

use serde_json::json;

use super::args::Backup;
use super::output::{Output, path, to_value};
use super::{Failure, Setting};
use crate::desk::DeskError;
use crate::store;
use crate::text;

pub(super) fn backup(
    args: &Backup,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let folder = args.to.clone().unwrap_or_else(|| setting.paths.backups());
    let now = setting.now;
    let report = setting.book()?.run(move |db| store::back_up(db, &folder, now))??;
    output.say(
        || {
            let (bytes, dossiers) = (report.bytes, report.dossiers);
            json!({ "file": path(&report.file), "bytes": bytes, "dossiers": dossiers })
        },
        || text::backed_up(&report),
    );
    Ok(())
}

/// Says what it found; a book that disagrees with itself is refused with exit code 1.
pub(super) fn check(setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let report = setting.book()?.run(|db| store::check(db.view()))??;
    output.say(|| to_value(&report), || text::checked(&report));
    if report.disagreements.is_empty() {
        Ok(())
    } else {
        Err(DeskError::Disagreements(report.disagreements.len()).into())
    }
}
