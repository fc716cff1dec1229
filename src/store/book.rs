//! The handle of the book: closures go to the one thread that owns the connection.

use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use super::error::StoreError;
use super::open::Db;

type Job = Box<dyn FnOnce(&mut Db) + Send>;

/// An open book. Dropping it finishes the work already sent and closes the file.
#[derive(Debug)]
pub struct Book {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Book {
    /// Opens the book at `path` on a thread of its own.
    ///
    /// # Errors
    /// Whatever [`Db::open`] finds; [`StoreError::Io`] when no thread can be started.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let path = path.to_owned();
        let (opened, answer) = mpsc::channel();
        let (jobs, work) = mpsc::channel::<Job>();
        let thread = thread::Builder::new().name("book".to_owned()).spawn(move || {
            let mut db = match Db::open(&path) {
                Ok(db) => db,
                Err(error) => {
                    let _ = opened.send(Err(error));
                    return;
                }
            };
            let _ = opened.send(Ok(()));
            for job in work {
                job(&mut db);
            }
        })?;
        answer.recv().map_err(|_| StoreError::Closed)??;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Sends `job` to the book and returns at once; `reply` gets the answer on the book's thread.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when the book's thread has ended.
    pub fn send<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Db) -> T + Send + 'static,
        reply: impl FnOnce(T) + Send + 'static,
    ) -> Result<(), StoreError> {
        let jobs = self.jobs.as_ref().ok_or(StoreError::Closed)?;
        jobs.send(Box::new(move |db| reply(job(db)))).map_err(|_| StoreError::Closed)
    }

    /// Runs `job` on the book's thread and waits for its answer.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when the book's thread has ended.
    pub fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Db) -> T + Send + 'static,
    ) -> Result<T, StoreError> {
        let (sender, answer) = mpsc::channel();
        self.send(job, move |value| {
            let _ = sender.send(value);
        })?;
        answer.recv().map_err(|_| StoreError::Closed)
    }
}

impl Drop for Book {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
