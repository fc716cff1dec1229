//! Opening a PDF in the program the desktop has for it.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use super::command::{detached, wait};
use super::{PrintError, PrintSystem};

/// A viewer that has not failed by then has opened.
const OPENED: Duration = Duration::from_secs(3);

/// Asks each of the desktop's commands in turn, until one opens `file`.
pub(super) fn open(system: &PrintSystem, file: &Path) -> Result<(), PrintError> {
    for proposed in open::commands(file) {
        let mut command = Command::new(match &system.folder {
            Some(folder) => folder.join(proposed.get_program()),
            None => proposed.get_program().into(),
        });
        let _ = command.args(proposed.get_args());
        let given = proposed.get_envs().filter_map(|(key, value)| Some((key, value?)));
        let _ = command.envs(given);
        let _ = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        detached(&mut command);
        let Ok(mut child) = command.spawn() else { continue };
        match wait(&mut child, OPENED.min(system.limit)) {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(None) => {
                // Some desktops stay until the viewer is closed; somebody has to see it end.
                let _ = thread::spawn(move || child.wait());
                return Ok(());
            }
            _ => {}
        }
    }
    Err(PrintError::NoViewer)
}
