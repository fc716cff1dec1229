//! Opening the office without keeping the window waiting.

use std::sync::Arc;

use iced::Task;

use super::session::{Session, aside};
use crate::clock::Clock;
use crate::domain::office::Office;
use crate::office;
use crate::paths::Paths;
use crate::store::{self, StoreError};

/// An open office and what the frame shows of it.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    pub(crate) session: Session,
    pub(crate) office: Office,
}

/// Opens the book on a thread of its own.
pub(crate) fn open(paths: Paths, clock: Arc<dyn Clock>) -> Task<Result<Opened, StoreError>> {
    aside(move || {
        let book = office::open(&paths)?;
        let office = book.run(|db| store::load_office(db.view()))??;
        Ok(Opened { session: Session::new(book, paths, clock), office })
    })
}
