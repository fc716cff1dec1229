//! An open office: its book, folders and clock, and the two ways of asking for work.
//!
//! What touches the book runs on the book's own thread, what draws papers or talks to a printer on
//! a thread of its own: the window never waits for either.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use iced::Task;
use iced::futures::channel::oneshot;

use crate::clock::Clock;
use crate::desk::DeskError;
use crate::domain::time::OfficeTime;
use crate::paths::Paths;
use crate::printing::queue::Queue;
use crate::store::{Book, Db, StoreError};
use crate::text;

/// An answer of the desk, or the sentences that say why there is none.
pub(crate) type Answer<T> = Result<T, Vec<String>>;

/// The office this window works for.
#[derive(Clone)]
pub(crate) struct Session(Arc<Inner>);

struct Inner {
    book: Book,
    paths: Paths,
    clock: Arc<dyn Clock>,
    queue: Queue,
    /// How much the journal held when the book was opened.
    written: i64,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").finish_non_exhaustive()
    }
}

impl Session {
    pub(crate) fn new(
        book: Book,
        paths: Paths,
        clock: Arc<dyn Clock>,
        queue: Queue,
        written: i64,
    ) -> Self {
        Self(Arc::new(Inner { book, paths, clock, queue, written }))
    }

    /// What waits for a printer; one queue for the whole window, so that nothing is printed twice.
    pub(crate) fn queue(&self) -> &Queue {
        &self.0.queue
    }

    /// How much the journal held when the book was opened.
    pub(crate) fn written(&self) -> i64 {
        self.0.written
    }

    pub(crate) fn now(&self) -> OfficeTime {
        self.0.clock.now()
    }

    pub(crate) fn book(&self) -> &Book {
        &self.0.book
    }

    pub(crate) fn paths(&self) -> &Paths {
        &self.0.paths
    }

    /// Runs `job` on the book's thread.
    pub(crate) fn ask<T, E>(
        &self,
        job: impl FnOnce(&mut Db) -> Result<T, E> + Send + 'static,
    ) -> Task<Answer<T>>
    where
        T: Send + 'static,
        E: Into<DeskError> + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel();
        let sent = self.0.book.send(
            move |db| job(db).map_err(|error| refused(&error.into())),
            move |answer| {
                let _ = sender.send(answer);
            },
        );
        let closed = || Err(refused(&StoreError::Closed.into()));
        match sent {
            Ok(()) => Task::perform(receiver, move |answer| answer.unwrap_or_else(|_| closed())),
            Err(_) => Task::done(closed()),
        }
    }

    /// Runs `job` on a thread of its own; it may use the book.
    pub(crate) fn work<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Self) -> Answer<T> + Send + 'static,
    ) -> Task<Answer<T>> {
        let (session, (sender, receiver)) = (self.clone(), oneshot::channel());
        let _ = thread::spawn(move || {
            let _ = sender.send(job(&session));
        });
        // A job that ends without an answer has failed: somebody may be waiting for its paper.
        Task::perform(receiver, |answer| {
            answer.unwrap_or_else(|_| Err(refused(&StoreError::Closed.into())))
        })
    }

    /// Where the PDF of a form goes.
    pub(crate) fn slip_file(&self, code: &str) -> PathBuf {
        self.0.paths.slips().join(format!("{code}.pdf"))
    }
}

/// Runs `job` on a thread of its own.
pub(crate) fn aside<T: Send + 'static>(job: impl FnOnce() -> T + Send + 'static) -> Task<T> {
    let (sender, receiver) = oneshot::channel();
    let _ = thread::spawn(move || {
        let _ = sender.send(job());
    });
    // A job that panics answers nothing: there is no more to say than the log does.
    Task::future(receiver).then(|answer| answer.map_or_else(|_| Task::none(), Task::done))
}

/// The sentences of a refusal. The log holds the error itself, which names nobody.
pub(crate) fn refused(error: &DeskError) -> Vec<String> {
    tracing::warn!(%error, "refused");
    text::refusal(error)
}
