//! What becomes of a finished paper: opened, printed, or left in its folder, as the office wishes.

use iced::Task;

use super::Message;
use crate::counter::{AfterReceipt, Counter, FormPrinter};
use crate::domain::office::PaperSize;
use crate::printing::queue::{NewJob, Queue};
use crate::printing::{self, PrintError};
use crate::text as sentences;
use crate::ui::session::{Answer, Session};
use crate::ui::step::{Form, Paper};
use crate::ui::text;

/// Shows or prints `paper` on a thread of its own; what the printer does not take waits in the queue.
pub(super) fn deliver(session: &Session, counter: &Counter, paper: Paper) -> Task<Message> {
    let after = counter.after_receipt;
    let printer = match paper.form {
        Form::Slip => &counter.slip_printer,
        Form::Receipt => &counter.receipt_printer,
        Form::List => &counter.list_printer,
    }
    .clone();
    let done = session.work(move |session| {
        let said = match after {
            AfterReceipt::Nothing => Ok(String::new()),
            AfterReceipt::Open => {
                printing::open(&paper.file).map(|()| String::new()).map_err(|error| said(&error))
            }
            AfterReceipt::Print => print(session, paper, printer),
        };
        Ok((said, waiting(session)))
    });
    done.map(|answer| match answer {
        Ok((said, waiting)) => Message::Delivered(said, waiting),
        Err(refusal) => Message::Delivered(Err(refusal), 0),
    })
}

/// Tries again what waits for a printer.
pub(super) fn retry(session: &Session) -> Task<Message> {
    let done = session.work(|session| {
        let now = session.now();
        if let Ok(queue) = Queue::open(&session.paths().queue()) {
            let _ = queue.retry_all(now);
        }
        Ok(waiting(session))
    });
    done.map(|waiting| Message::Delivered(Ok(String::new()), waiting.unwrap_or(0)))
}

/// How many papers wait for a printer.
pub(super) fn waiting(session: &Session) -> usize {
    Queue::open(&session.paths().queue()).map_or(0, |queue| queue.jobs().len())
}

fn print(session: &Session, paper: Paper, printer: FormPrinter) -> Answer<String> {
    let failed = |error: crate::files::FileError| vec![sentences::file(&error)];
    let queue = Queue::open(&session.paths().queue()).map_err(failed)?;
    let office = session.book().run(|db| crate::store::load_office(db.view()));
    let size = office.ok().and_then(Result::ok).map_or(PaperSize::A5, |office| office.slip.paper);
    let name = printer.printer.clone().unwrap_or_default();
    let job = NewJob {
        file: paper.file,
        form: text::form(paper.form).to_owned(),
        code: paper.code,
        printer: printer.printer,
        copies: printer.copies,
        paper: size,
    };
    let now = session.now();
    let id = queue.add(job, now).map_err(failed)?;
    // Oldest first, so that papers come out in the order of the citizens.
    while let Some(tried) = queue.run_next(now) {
        let ours = tried.job.id == id;
        match tried.outcome {
            Ok(()) if ours => return Ok(text::sent_to_printer(&name)),
            Ok(()) => {}
            Err(error) => return Err(said(&error)),
        }
    }
    Ok(String::new())
}

fn said(error: &PrintError) -> Vec<String> {
    tracing::warn!(%error, "not printed");
    vec![sentences::print_trouble(error)]
}
