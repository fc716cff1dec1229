//! Running a command of the system: never longer than its time, never without its answer.

use std::io::{self, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use super::{PrintError, PrintSystem};

/// How often a running command is looked at.
const GLANCE: Duration = Duration::from_millis(10);

/// How long the rest of an answer may take once its command has ended.
const REST: Duration = Duration::from_millis(500);

/// What a command answered.
#[derive(Debug)]
pub(super) struct Answer {
    /// Its exit code; `None` when something killed it.
    pub(super) code: Option<i32>,
    /// What it said.
    pub(super) out: String,
    /// What it complained of.
    pub(super) errors: String,
}

impl PrintSystem {
    /// The command `program`, speaking plain English so that its answer can be told apart.
    pub(super) fn command(&self, program: &str) -> Command {
        let mut command = match &self.folder {
            Some(folder) => Command::new(folder.join(program)),
            None => Command::new(program),
        };
        let _ = command.env("LC_ALL", "C").stdin(Stdio::null());
        without_window(&mut command);
        command
    }

    /// Runs `command` to its end, or kills it when its time is over.
    pub(super) fn run(&self, mut command: Command) -> Result<Answer, PrintError> {
        let _ = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| not_started(&error))?;
        let out = reader(child.stdout.take());
        let errors = reader(child.stderr.take());
        let Some(status) = wait(&mut child, self.limit).map_err(|error| not_started(&error))?
        else {
            let _ = child.kill();
            let _ = child.wait();
            return Err(PrintError::TimedOut);
        };
        let text = |reader: Receiver<Vec<u8>>| {
            let bytes = reader.recv_timeout(REST).unwrap_or_default();
            String::from_utf8_lossy(&bytes).into_owned()
        };
        Ok(Answer { code: status.code(), out: text(out), errors: text(errors) })
    }
}

/// Waits for `child`; `None` when `limit` is over and it still runs.
pub(super) fn wait(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let mut waited = Duration::ZERO;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if waited >= limit {
            return Ok(None);
        }
        thread::sleep(GLANCE);
        waited += GLANCE;
    }
}

/// Reads a pipe on a thread of its own: a full pipe must not hold the command up, and what a
/// command leaves running behind it must not hold us up.
fn reader(pipe: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    let _ = thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.read_to_end(&mut bytes);
        }
        let _ = sender.send(bytes);
    });
    receiver
}

fn not_started(error: &io::Error) -> PrintError {
    match error.kind() {
        io::ErrorKind::NotFound => PrintError::NoSystem,
        _ => PrintError::Refused(error.to_string()),
    }
}

/// Makes `command` outlive us and what is typed into our terminal.
#[cfg(unix)]
pub(super) fn detached(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    let _ = command.process_group(0);
}

#[cfg(not(unix))]
pub(super) fn detached(command: &mut Command) {
    without_window(command);
}

/// A window's program has no console; Windows would open one for every command.
#[cfg(windows)]
fn without_window(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    let _ = command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_window(_command: &mut Command) {}
