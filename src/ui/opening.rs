//! Opening the office without keeping the window waiting.

use std::path::PathBuf;
use std::sync::Arc;

use iced::Task;

use super::session::{Session, aside};
use crate::clock::Clock;
use crate::domain::office::Office;
use crate::office;
use crate::paths::Paths;
use crate::printing::queue::Queue;
use crate::store::{self, StoreError};

/// An open office and what the frame shows of it.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    pub(crate) session: Session,
    pub(crate) office: Office,
    /// When the book was last backed up, short.
    pub(crate) backup: Option<String>,
}

/// Opens the book on a thread of its own.
pub(crate) fn open(
    paths: Paths,
    backups: Option<PathBuf>,
    clock: Arc<dyn Clock>,
) -> Task<Result<Opened, StoreError>> {
    aside(move || {
        let book = office::open(&paths)?;
        let (office, written) = book.run(|db| {
            let view = db.view();
            Ok::<_, StoreError>((store::load_office(view)?, store::journal_length(view)?))
        })??;
        let newest = office::newest_backup(&paths, backups.as_deref());
        let backup = newest.and_then(|file| office::backup_time(&file));
        let queue = Queue::open(&paths.queue()).map_err(|error| StoreError::from(error.source))?;
        Ok(Opened { session: Session::new(book, paths, clock, queue, written), office, backup })
    })
}
