//! What waits for a printer: it survives an absent printer, and a restart.
//!
//! One small file a job, written whole. It holds where the PDF lies and the dossier's code, and
//! nothing else about anybody. A job leaves the queue when the system has taken it, or when the
//! officer drops it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use super::{PrintError, PrintOptions, PrintSystem};
use crate::domain::office::PaperSize;
use crate::domain::time::OfficeTime;
use crate::files::{self, FileError};

/// What a job's file ends in.
const ENDING: &str = "json";

/// Something to be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewJob {
    /// The PDF.
    pub file: PathBuf,
    /// The form's title, for the officer.
    pub form: String,
    /// The dossier's code; empty for a list or a test page.
    pub code: String,
    /// The printer's name; `None` for the system's own choice.
    pub printer: Option<String>,
    /// How many times.
    pub copies: u16,
    /// The size of the paper.
    pub paper: PaperSize,
}

/// Something that waits to be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Its number in the queue.
    #[serde(skip)]
    pub id: u64,
    /// What is to be printed.
    #[serde(flatten)]
    pub what: NewJob,
    /// Since when it waits.
    pub added: OfficeTime,
    /// How often it was tried.
    pub tries: u32,
    /// When it was last tried.
    pub last_try: Option<OfficeTime>,
    /// Why the last try failed.
    pub trouble: Option<PrintError>,
}

/// A job that was tried, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// The job, as it stands now; with `Ok` it has left the queue.
    pub job: Job,
    /// Whether the system has taken it.
    pub outcome: Result<(), PrintError>,
}

/// The jobs that wait. A clone is another hand on the same queue: one may print while another
/// looks. Two programs must not have the same queue; the lock of the office's book sees to that.
#[derive(Debug, Clone)]
pub struct Queue {
    folder: PathBuf,
    system: PrintSystem,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    jobs: BTreeMap<u64, Job>,
    /// Those that are being printed at this moment.
    running: BTreeSet<u64>,
    /// The highest number ever seen: none is given twice while the program runs.
    highest: u64,
}

impl Queue {
    /// The queue in `folder`, which need not be there yet. A job nobody can read is put aside.
    ///
    /// # Errors
    /// [`FileError`] when the folder cannot be read.
    pub fn open(folder: &Path) -> Result<Self, FileError> {
        Self::open_with(folder, PrintSystem::default())
    }

    /// The same, printing by `system`.
    ///
    /// # Errors
    /// As [`Queue::open`].
    pub fn open_with(folder: &Path, system: PrintSystem) -> Result<Self, FileError> {
        let state = read(folder).map_err(|source| FileError { path: folder.to_owned(), source })?;
        let state = Arc::new(Mutex::new(state));
        Ok(Self { folder: folder.to_owned(), system, state })
    }

    /// The jobs in the order they came.
    #[must_use]
    pub fn jobs(&self) -> Vec<Job> {
        self.state().jobs.values().cloned().collect()
    }

    /// Puts `new` at the end; on `Ok` it is on disk. Answers its number.
    ///
    /// # Errors
    /// [`FileError`] when it cannot be written: it does not wait then.
    pub fn add(&self, new: NewJob, now: OfficeTime) -> Result<u64, FileError> {
        let mut state = self.state();
        let id = state.highest + 1;
        let job = Job { id, what: new, added: now, tries: 0, last_try: None, trouble: None };
        self.write(&job)?;
        state.highest = id;
        let _ = state.jobs.insert(id, job);
        Ok(id)
    }

    /// Tries the job whose turn it is: one never tried, else the one whose last try is longest ago.
    /// `None` when nothing waits. Waits for the system: not for the thread that draws the window.
    pub fn run_next(&self, now: OfficeTime) -> Option<Tried> {
        let next = {
            let mut state = self.state();
            let waiting = state.jobs.values().filter(|job| !state.running.contains(&job.id));
            let next = waiting.min_by_key(|job| (job.last_try, job.id)).cloned()?;
            let _ = state.running.insert(next.id);
            next
        };
        Some(self.run(next, now))
    }

    /// Tries every job once, in the order they came, but stops where the print system itself does
    /// not answer: the others would only wait for the same.
    pub fn retry_all(&self, now: OfficeTime) -> Vec<Tried> {
        self.retry(now, |_| true)
    }

    /// The same with the jobs that are `wanted` alone.
    pub fn retry(&self, now: OfficeTime, wanted: impl Fn(&Job) -> bool) -> Vec<Tried> {
        let ids: Vec<u64> =
            self.state().jobs.values().filter(|job| wanted(job)).map(|job| job.id).collect();
        let mut tried = Vec::new();
        for id in ids {
            let Some(job) = self.take(id) else { continue };
            let one = self.run(job, now);
            let no_use = matches!(one.outcome, Err(PrintError::NoSystem | PrintError::TimedOut));
            tried.push(one);
            if no_use {
                break;
            }
        }
        tried
    }

    /// Takes the job `id` out unprinted. Answers whether it was there.
    ///
    /// # Errors
    /// [`FileError`] when its file cannot be taken away: it still waits then.
    pub fn drop(&self, id: u64) -> Result<bool, FileError> {
        let mut state = self.state();
        if !state.jobs.contains_key(&id) {
            return Ok(false);
        }
        let path = self.file(id);
        match fs::remove_file(&path) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                Err(FileError { path, source })
            }
            _ => Ok(state.jobs.remove(&id).is_some()),
        }
    }

    /// Marks a waiting job as being printed.
    fn take(&self, id: u64) -> Option<Job> {
        let mut state = self.state();
        let job = state.jobs.get(&id)?.clone();
        state.running.insert(id).then_some(job)
    }

    /// Prints `job` with nothing locked, then notes what came of it.
    fn run(&self, mut job: Job, now: OfficeTime) -> Tried {
        let NewJob { file, printer, copies, paper, .. } = &job.what;
        let options = PrintOptions { printer: printer.clone(), copies: *copies, paper: *paper };
        let outcome = self.system.print(file, &options);
        job.tries = job.tries.saturating_add(1);
        job.last_try = Some(now);
        job.trouble = outcome.clone().err();
        let mut state = self.state();
        let _ = state.running.remove(&job.id);
        if outcome.is_ok() {
            let _ = state.jobs.remove(&job.id);
            if let Err(error) = fs::remove_file(self.file(job.id)) {
                tracing::warn!(%error, "a printed job could not be taken from the queue");
            }
        } else if let Some(waiting) = state.jobs.get_mut(&job.id) {
            // Gone when the officer dropped it meanwhile. The count of tries is worth no refusal.
            waiting.clone_from(&job);
            if let Err(error) = self.write(&job) {
                tracing::warn!(%error, "a job's failure was not noted");
            }
        }
        Tried { job, outcome }
    }

    fn write(&self, job: &Job) -> Result<(), FileError> {
        let path = self.file(job.id);
        let mut text = serde_json::to_vec_pretty(job)
            .map_err(|error| FileError { path: path.clone(), source: error.into() })?;
        text.push(b'\n');
        files::write_whole(&path, &text)
    }

    fn file(&self, id: u64) -> PathBuf {
        self.folder.join(format!("{id:06}.{ENDING}"))
    }

    /// A thread that died while it held the queue left nothing half done: each change is one step.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads every job in `folder`.
fn read(folder: &Path) -> io::Result<State> {
    let mut state = State::default();
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(state),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let path = entry?.path();
        let named = path.extension().is_some_and(|ending| ending == ENDING);
        let number = path.file_stem().and_then(|stem| stem.to_str()?.parse::<u64>().ok());
        let Some(id) = number.filter(|_| named) else { continue };
        state.highest = state.highest.max(id);
        match serde_json::from_slice::<Job>(&fs::read(&path)?) {
            Ok(job) => {
                let _ = state.jobs.insert(id, Job { id, ..job });
            }
            Err(_) => {
                tracing::warn!(id, "a job in the queue makes no sense, put aside");
                files::put_aside(&path)?;
            }
        }
    }
    Ok(state)
}
