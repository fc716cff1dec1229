//! How papers come out: a printer for each kind of paper, and what waits for them.

use iced::widget::{column, row, text};
use iced::{Alignment, Element, Length, Task};

use super::{Message, Settings};
use crate::counter::{AfterReceipt, Counter, FormPrinter};
use crate::text as sentences;
use crate::ui::screen::Context;
use crate::ui::step::Form;
use crate::ui::text as said;
use crate::ui::theme::{Kind, body, faint, space, strong};
use crate::ui::widget::parts::{act, card, choice};

/// The printer of one kind of paper.
pub(super) fn of_mut(counter: &mut Counter, form: Form) -> &mut FormPrinter {
    match form {
        Form::Slip | Form::Explanation | Form::Notice(_) | Form::ControlSheet => {
            &mut counter.slip_printer
        }
        Form::Receipt => &mut counter.receipt_printer,
        Form::List | Form::Handover | Form::Labels => &mut counter.list_printer,
    }
}

/// Reads what waits for a printer, after taking one of it away.
pub(super) fn queue(context: &Context<'_>, gone: Option<u64>) -> Task<Message> {
    let read = context.session.work(move |session| {
        let queue = session.queue();
        if let Some(id) = gone {
            let _ = queue.drop(id).map_err(|error| vec![sentences::file(&error)])?;
        }
        Ok(queue.jobs())
    });
    read.map(|jobs| Message::Queue(jobs.unwrap_or_default()))
}

impl Settings {
    pub(super) fn papers<'a>(&'a self, counter: &'a Counter) -> Element<'a, Message> {
        let after = [
            (AfterReceipt::Open, said::AFTER_OPEN),
            (AfterReceipt::Print, said::AFTER_PRINT),
            (AfterReceipt::Nothing, said::AFTER_NOTHING),
        ];
        let mut content = column![choice(
            said::AFTER,
            "settings-after",
            &after,
            counter.after_receipt,
            Message::After
        )]
        .spacing(space::MEDIUM);
        match &self.printers {
            None => content = content.push(faint(said::LOOKING_FOR_PRINTERS)),
            Some(printers) if printers.is_empty() => {
                content = content.push(faint(said::NO_PRINTER).wrapping(text::Wrapping::Word));
            }
            Some(_) => {
                for (form, printer, ids) in [
                    (Form::Slip, &counter.slip_printer, ["settings-slip", "settings-slip-copies"]),
                    (
                        Form::Receipt,
                        &counter.receipt_printer,
                        ["settings-receipt", "settings-receipt-copies"],
                    ),
                    (Form::List, &counter.list_printer, ["settings-list", "settings-list-copies"]),
                ] {
                    content = content.push(self.printer(form, printer, ids));
                }
            }
        }
        let test = (!self.busy).then_some(Message::TestPage);
        let content = content.push(
            row![
                act(Kind::Other, said::TEST_PAGE, "Ctrl P", test),
                faint(said::TEST_PAGE_HINT).wrapping(text::Wrapping::Word),
            ]
            .spacing(space::MEDIUM)
            .align_y(Alignment::Center),
        );
        let content = content.push(
            row![
                act(Kind::Other, said::forms::OPEN, "Ctrl M", Some(Message::OpenForms)),
                faint(said::forms::OPEN_HINT).wrapping(text::Wrapping::Word),
            ]
            .spacing(space::MEDIUM)
            .align_y(Alignment::Center),
        );
        card(said::PRINTING, faint(""), content).width(Length::Fill).into()
    }

    /// The printer of one kind of paper, and how many times it prints.
    fn printer<'a>(
        &'a self,
        form: Form,
        printer: &'a FormPrinter,
        [id, copies_id]: [&'static str; 2],
    ) -> Element<'a, Message> {
        let printers = self.printers.as_deref().unwrap_or_default();
        let mut options = vec![(None, said::SYSTEM_PRINTER)];
        options.extend(printers.iter().enumerate().map(|(at, printer)| (Some(at), &*printer.name)));
        let chosen = printer.printer.as_ref();
        let at = printers.iter().position(|printer| Some(&printer.name) == chosen);
        // One that is switched off now is still the one that was chosen.
        let gone = usize::MAX;
        let at = match (chosen, at) {
            (Some(name), None) => {
                options.push((Some(gone), name));
                Some(gone)
            }
            (_, at) => at,
        };
        let times = [(1, "1"), (2, "2"), (3, "3")];
        row![
            choice(said::form(form), id, &options, at, move |at| Message::Printer(form, at)),
            choice(said::TIMES, copies_id, &times, printer.copies, move |times| Message::Copies(
                form, times
            )),
        ]
        .spacing(space::LARGE)
        .into()
    }

    /// What waits for a printer, and why.
    pub(super) fn queue(&self) -> Element<'_, Message> {
        if self.jobs.is_empty() {
            let nothing = faint(said::QUEUE_EMPTY);
            return card(said::QUEUE, faint(""), nothing).width(Length::Fill).into();
        }
        let jobs = self.jobs.iter().map(|job| {
            let trouble = job.trouble.as_ref().map(sentences::print_trouble).unwrap_or_default();
            let told = column![
                strong(said::job(&job.what.form, &job.what.code)).wrapping(text::Wrapping::Word),
                body(trouble).wrapping(text::Wrapping::Word),
            ]
            .width(Length::Fill);
            let away = act(Kind::Other, said::QUEUE_DROP, "", Some(Message::DropJob(job.id)));
            row![told, away].spacing(space::MEDIUM).align_y(Alignment::Center).into()
        });
        let retry = act(Kind::Other, said::QUEUE_RETRY, "", Some(Message::Retry));
        let content = column(jobs).spacing(space::MEDIUM).push(retry);
        let count = faint(said::waiting_papers(self.jobs.len()));
        card(said::QUEUE, count, content).width(Length::Fill).into()
    }
}
