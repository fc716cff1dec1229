//! The papers of a dossier on their way to the printer.

use std::path::PathBuf;

use iced::Task;

use super::dialog::{Dialog, Reprint};
use super::{Context, Dossier, Message};
use crate::desk::DeskError;
use crate::desk::print::{print_control_sheet, print_explanation, print_slip};
use crate::domain::dossier::Dossier as Record;
use crate::domain::form_style::FormKind;
use crate::domain::invalid::Field as Place;
use crate::domain::notice::NoticeKind;
use crate::ui::refusal::Refusal;
use crate::ui::screen::notice;
use crate::ui::session::{Answer, Session, refused};
use crate::ui::step::{self, Event, Form, Step};
use crate::ui::text as said;

impl Dossier {
    /// Prints the slip again: the same number, with its reason on it. The dialog stays until it is on
    /// disk.
    pub(super) fn reprint(&mut self, context: &Context<'_>) -> Step<Message> {
        let (Some(story), Some(Dialog::Reprint(Reprint { reason, .. }))) =
            (&self.story, &self.dialog)
        else {
            return Step::none();
        };
        let (record, reason, officer) = (story.record.clone(), reason.clone(), context.officer());
        if self.drawing > 0 {
            return Step::none();
        }
        self.drawing += 1;
        let printed = context.session.work(move |session| {
            Ok(slip(session, &record, &reason, &officer).map_err(|error| Refusal::of(&error)))
        });
        let code = self.code.clone();
        Step::task(printed.map(move |answer| {
            let answer = answer.unwrap_or_else(|told| Err(Refusal::besides(told)));
            Message::Reprinted(code.clone(), answer)
        }))
    }

    pub(super) fn reprinted(
        &mut self,
        code: String,
        answer: Result<PathBuf, Refusal>,
        context: &Context<'_>,
    ) -> Step<Message> {
        let open = matches!(self.dialog, Some(Dialog::Reprint(_)));
        match (answer, &mut self.dialog) {
            (Err(refusal), Some(Dialog::Reprint(reprint)))
                if refusal.names(Place::ReprintReason) =>
            {
                self.drawing = self.drawing.saturating_sub(1);
                reprint.refusal = refusal;
                Step::none()
            }
            (answer, _) => {
                if open {
                    self.dialog = None;
                }
                self.printed(code, Form::Slip, answer.map_err(Refusal::sentences), context)
            }
        }
    }

    /// A paper is on disk: it goes the way of the others.
    pub(super) fn printed(
        &mut self,
        code: String,
        form: Form,
        answer: Answer<PathBuf>,
        context: &Context<'_>,
    ) -> Step<Message> {
        self.drawing = self.drawing.saturating_sub(1);
        match answer {
            Ok(file) => {
                let paper = step::Paper { file, form, code };
                Step::task(self.load(context)).and(Event::Deliver(paper))
            }
            Err(refusal) => Step::refused(refusal),
        }
    }

    /// The slip with a promise that is new, as a task.
    pub(super) fn slip_task(
        &mut self,
        record: Record,
        reason: String,
        context: &Context<'_>,
    ) -> Task<Message> {
        let officer = context.officer();
        self.drawn(Form::Slip, context, move |session| slip(session, &record, &reason, &officer))
    }

    /// The notice that was just written, as a task.
    pub(super) fn notice_task(
        &mut self,
        id: i64,
        kind: NoticeKind,
        context: &Context<'_>,
    ) -> Task<Message> {
        self.drawing += 1;
        self.of_notice(notice::print(id, None, context), kind)
    }

    /// Prints a notice again.
    pub(super) fn print_notice(
        &mut self,
        id: i64,
        kind: NoticeKind,
        context: &Context<'_>,
    ) -> Step<Message> {
        if self.drawing > 0 {
            return Step::none();
        }
        self.drawing += 1;
        let again = notice::print(id, Some(said::REPRINT_USUAL), context);
        Step::task(self.of_notice(again, kind))
    }

    fn of_notice(&self, printed: Task<Answer<PathBuf>>, kind: NoticeKind) -> Task<Message> {
        let code = self.code.clone();
        printed.map(move |file| Message::Printed(code.clone(), Form::Notice(kind), file))
    }

    /// Prints the control sheet as it stands now.
    pub(super) fn print_control_sheet(&mut self, context: &Context<'_>) -> Step<Message> {
        if self.drawing > 0 {
            return Step::none();
        }
        let (code, officer) = (self.code.clone(), context.officer());
        let again = self.again(FormKind::ControlSheet);
        let task = self.drawn(Form::ControlSheet, context, move |session| {
            let file = session.paths().slips().join(format!("{code}-kiem-soat.pdf"));
            let (book, now) = (session.book(), session.now());
            let _ = print_control_sheet(book, &code, &file, again, &officer, now)?;
            Ok(file)
        });
        Step::task(task)
    }

    /// Prints the paper that explains the promise.
    pub(super) fn print_explanation(&mut self, context: &Context<'_>) -> Step<Message> {
        let told = self.story.as_ref().and_then(|story| story.told.clone());
        let Some(told) = told.filter(|_| self.drawing == 0) else { return Step::none() };
        let (officer, again) = (context.officer(), self.again(FormKind::DueExplanation));
        let task = self.drawn(Form::Explanation, context, move |session| {
            let code = &told.dossier.code;
            let file = session.paths().slips().join(format!("{code}-giai-trinh.pdf"));
            let (book, now) = (session.book(), session.now());
            let _ = print_explanation(book, &told, &file, None, again, &officer, now)?;
            Ok(file)
        });
        Step::task(task)
    }

    /// Why a form is printed, where that is not for the first time.
    fn again(&self, form: FormKind) -> Option<&'static str> {
        let prints = self.story.as_ref().map_or(&[][..], |story| story.prints.as_slice());
        prints.iter().any(|print| print.form == form.word()).then_some(said::REPRINT_USUAL)
    }

    /// A paper drawn on a thread of its own.
    fn drawn(
        &mut self,
        form: Form,
        context: &Context<'_>,
        draw: impl FnOnce(&Session) -> Result<PathBuf, DeskError> + Send + 'static,
    ) -> Task<Message> {
        self.drawing += 1;
        let printed =
            context.session.work(move |session| draw(session).map_err(|error| refused(&error)));
        let code = self.code.clone();
        printed.map(move |file| Message::Printed(code.clone(), form, file))
    }
}

fn slip(
    session: &Session,
    record: &Record,
    reason: &str,
    officer: &str,
) -> Result<PathBuf, DeskError> {
    let file = session.slip_file(&record.code);
    let (book, now) = (session.book(), session.now());
    let _ = print_slip(book, record, &file, None, Some(reason), officer, now)?;
    Ok(file)
}
