//! The papers of lists, and labels: drawn by the desk on a thread of their own, then delivered.

use std::path::PathBuf;

use iced::Task;

use crate::desk::DeskError;
use crate::desk::print_labels::{print_labels, print_tray_labels};
use crate::desk::print_paper::print_handover_list;
use crate::store::{self, PaperKind};
use crate::ui::screen::Context;
use crate::ui::session::{Answer, refused};
use crate::ui::step::{self, Event, Step};

/// A paper that is on disk.
#[derive(Debug, Clone)]
pub(crate) struct Printed {
    file: PathBuf,
    form: step::Form,
    /// What it is of, beside a printer.
    subject: String,
}

/// What is to be labelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// Folders, by the codes of their dossiers.
    Folders(Vec<String>),
    /// Trays, by their names.
    Trays(Vec<String>),
}

/// How many times the paper of a list was printed.
pub(super) fn times_printed(list: i64, context: &Context<'_>) -> Task<Answer<i64>> {
    context.session.ask(move |db| {
        store::paper_print_count(db.view(), PaperKind::Handover, list).map_err(DeskError::from)
    })
}

/// Draws the paper of a list, with a reason where it was printed before.
pub(super) fn list(
    list: i64,
    reason: Option<String>,
    context: &Context<'_>,
) -> Task<Answer<Printed>> {
    let officer = context.officer();
    context.session.work(move |session| {
        let (now, name) = (session.now(), format!("danh-sach-{list}.pdf"));
        let file = session.paths().slips().join(name);
        let reason = reason.as_deref();
        let copy = print_handover_list(session.book(), list, &file, reason, &officer, now);
        let _ = copy.map_err(|error| refused(&error))?;
        Ok(Printed { file, form: step::Form::Handover, subject: String::new() })
    })
}

/// Draws labels, the first one in this cell of its sheet.
pub(super) fn labels(what: What, first: usize, context: &Context<'_>) -> Task<Answer<Printed>> {
    let officer = context.officer();
    context.session.work(move |session| {
        let (now, book) = (session.now(), session.book());
        let stamp = format!("{}-{}", now.date(), now.time().format("%H%M%S"));
        let file = session.paths().slips().join(format!("nhan-{stamp}.pdf"));
        let printed = match &what {
            What::Folders(codes) => print_labels(book, codes, first, &file, &officer, now),
            What::Trays(names) => print_tray_labels(book, names, first, &file, &officer, now),
        };
        let _ = printed.map_err(|error| refused(&error))?;
        Ok(Printed { file, form: step::Form::Labels, subject: String::new() })
    })
}

/// Hands a paper over to whatever the office does with papers.
pub(super) fn deliver<M: Send + 'static>(printed: Answer<Printed>) -> Step<M> {
    match printed {
        Ok(Printed { file, form, subject: code }) => {
            Step::event(Event::Deliver(step::Paper { file, form, code }))
        }
        Err(refusal) => Step::refused(refusal),
    }
}
