//! What becomes of a finished paper: opened, printed, or left in its folder, as the office wishes.

use iced::Task;

use super::Message;
use crate::counter::{AfterReceipt, Counter, FormPrinter};
use crate::desk::DeskError;
use crate::desk::form_style::style_on;
use crate::domain::form_style::FormKind;
use crate::domain::office::PaperSize;
use crate::forms::notice::form_of;
use crate::printing::queue::{Job, NewJob};
use crate::printing::{self, PrintError};
use crate::store;
use crate::text as sentences;
use crate::ui::session::{Answer, Session};
use crate::ui::step::{Form, Paper};
use crate::ui::text;

/// Shows or prints `paper` on a thread of its own; what the printer does not take waits in the queue.
pub(super) fn deliver(session: &Session, counter: &Counter, paper: Paper) -> Task<Message> {
    let after = counter.after_receipt;
    let printer = match paper.form {
        Form::Slip | Form::Explanation | Form::Notice(_) | Form::ControlSheet => {
            &counter.slip_printer
        }
        Form::Receipt => &counter.receipt_printer,
        Form::List | Form::Handover | Form::Labels => &counter.list_printer,
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
        Ok((said, session.queue().jobs().len()))
    });
    done.map(|answer| match answer {
        Ok((said, waiting)) => Message::Delivered(said, waiting),
        Err(refusal) => Message::Delivered(Err(refusal), 0),
    })
}

/// Who asks to print again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The officer, who has looked.
    Officer,
    /// The window, from minute to minute.
    Itself,
}

/// Tries again what waits for a printer. By itself the window leaves alone what may have been printed
/// all the same, and what only a person can mend.
pub(super) fn retry(session: &Session, by: By) -> Task<Message> {
    let done = session.work(move |session| {
        let useless = |trouble: &PrintError| {
            matches!(trouble, PrintError::TimedOut | PrintError::NoFile | PrintError::NoPdfProgram)
        };
        let wanted = |job: &Job| by == By::Officer || !job.trouble.as_ref().is_some_and(useless);
        let _ = session.queue().retry(session.now(), wanted);
        Ok(session.queue().jobs().len())
    });
    done.map(|waiting| Message::Delivered(Ok(String::new()), waiting.unwrap_or(0)))
}

fn print(session: &Session, paper: Paper, printer: FormPrinter) -> Answer<String> {
    let failed = |error: crate::files::FileError| vec![sentences::file(&error)];
    let size = paper_of(session, paper.form);
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
    let id = session.queue().add(job, now).map_err(failed)?;
    let tried = session.queue().retry(now, |job| job.id == id);
    match tried.into_iter().next().map(|one| one.outcome) {
        Some(Err(error)) => Err(said(&error)),
        Some(Ok(())) => Ok(text::sent_to_printer(&name)),
        None => Ok(String::new()),
    }
}

/// On what a form is printed these days, as the office decided.
fn paper_of(session: &Session, form: Form) -> PaperSize {
    let kind = match form {
        Form::Slip => Some(FormKind::AppointmentSlip),
        Form::Receipt => Some(FormKind::ReturnReceipt),
        Form::Explanation => Some(FormKind::DueExplanation),
        Form::Notice(kind) => Some(form_of(kind)),
        Form::ControlSheet => Some(FormKind::ControlSheet),
        // These are A4 whatever the office says.
        Form::Handover | Form::Labels => return PaperSize::A4,
        Form::List => None,
    };
    let day = session.now().date();
    let paper = session.book().run(move |db| {
        let office = store::load_office(db.view())?;
        let style = kind.map(|kind| style_on(db.view(), kind, &office, day)).transpose()?;
        Ok::<_, DeskError>(style.map_or(office.slip.paper, |style| style.paper))
    });
    paper.ok().and_then(Result::ok).unwrap_or(PaperSize::A5)
}

fn said(error: &PrintError) -> Vec<String> {
    tracing::warn!(%error, "not printed");
    vec![sentences::print_trouble(error)]
}
