//! No verb: the window itself, on the office or on a practice one.

use std::env;
use std::sync::Arc;

use tempfile::TempDir;

use super::args::Cli;
use super::demo::practice_book;
use super::{Failure, Setting, setting};
use crate::clock::{Clock, MovedClock, SystemClock};
use crate::desk::DeskError;
use crate::desk::generate::generate;
use crate::files::FileError;
use crate::paths::Paths;
use crate::text;
use crate::ui;

/// How many dossiers a practice office begins with.
const PRACTICE: u32 = 240;

/// Opens the window and stays until it is closed.
pub(super) fn window(cli: &Cli, program: &str) -> Result<(), Failure> {
    if !has_display() {
        return Err(Failure::Usage(text::NO_DISPLAY.to_owned()));
    }
    let mut setting = setting(cli, program)?;
    // The practice office goes with the window.
    let folder = if cli.training { Some(practice(&mut setting)?) } else { None };
    let clock: Arc<dyn Clock> = match cli.global.at {
        Some(at) => Arc::new(MovedClock::starting_at(at)),
        None => Arc::new(SystemClock),
    };
    let officer = (!setting.officer.is_empty()).then(|| setting.officer.clone());
    let shown = ui::run(ui::Start { paths: setting.paths, clock, officer });
    drop(folder);
    shown.map_err(|error| {
        tracing::warn!(%error, "no window");
        Failure::Usage(text::NO_DISPLAY.to_owned())
    })
}

/// A practice office with invented dossiers in a folder of its own.
fn practice(setting: &mut Setting) -> Result<TempDir, Failure> {
    let folder = tempfile::Builder::new()
        .prefix("motcua-ban-tap-")
        .tempdir()
        .map_err(|source| DeskError::from(FileError { path: env::temp_dir(), source }))?;
    setting.paths = Paths::new(folder.path());
    if setting.officer.is_empty() {
        crate::desk::practice::SAMPLE_OFFICER.clone_into(&mut setting.officer);
    }
    let book = practice_book(&setting.paths, setting)?;
    let now = setting.now;
    book.run(move |db| generate(db, PRACTICE, 1, now))??;
    Ok(folder)
}

/// Whether there is a screen to open a window on; Windows always has one.
fn has_display() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(not(all(unix, not(target_os = "macos"))))
        || ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(set)
}
