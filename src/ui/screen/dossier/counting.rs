//! How the date was counted: in words, and as a paper for whoever asks.

use iced::widget::{column, container, row, text};
use iced::{Alignment, Element};

use super::{Context, Dossier, Message};
use crate::desk::explain::Explained;
use crate::desk::print::print_explanation;
use crate::ui::font;
use crate::ui::session::{Answer, refused};
use crate::ui::step::{self, Event, Step};
use crate::ui::text as said;
use crate::ui::theme::{Kind, body, size, space, words};
use crate::ui::widget::parts::{act, card, scrolled};

/// The width of the dialog.
const WIDTH: f32 = 680.0;
/// How much of the explanation is seen before it scrolls.
const HEIGHT: f32 = 420.0;

impl Dossier {
    /// Prints the paper that explains the promise.
    pub(super) fn print_explanation(&mut self, context: &Context<'_>) -> Step<Message> {
        let told = self.story.as_ref().and_then(|story| story.told.clone());
        let Some(told) = told.filter(|_| !self.busy) else { return Step::none() };
        self.busy = true;
        let officer = context.officer();
        let printed = context.session.work(move |session| {
            let code = &told.dossier.code;
            let file = session.paths().slips().join(format!("{code}-giai-trinh.pdf"));
            let (book, reason) = (session.book(), Some(said::REPRINT_USUAL));
            let now = session.now();
            let _ = print_explanation(book, &told, &file, None, reason, &officer, now)
                .map_err(|error| refused(&error))?;
            Ok(file)
        });
        let code = self.code.clone();
        Step::task(printed.map(move |file| Message::ExplanationPrinted(code.clone(), file)))
    }

    /// The paper is on disk: it goes the way of the others.
    pub(super) fn explanation_printed(
        &mut self,
        code: String,
        answer: Answer<std::path::PathBuf>,
        context: &Context<'_>,
    ) -> Step<Message> {
        self.busy = false;
        match answer {
            Ok(file) => {
                let paper = step::Paper { file, form: step::Form::Explanation, code };
                Step::task(self.load(context)).and(Event::Deliver(paper))
            }
            Err(refusal) => Step::refused(refusal),
        }
    }
}

/// The explanation with its acts.
pub(super) fn dialog(told: &Explained, busy: bool) -> Element<'_, Message> {
    let parts = told.explanation.parts().into_iter().map(|(heading, lines)| {
        let lines = lines.into_iter().map(|line| {
            let line = if heading.is_empty() { line } else { format!("– {line}") };
            body(line).wrapping(text::Wrapping::Word).into()
        });
        let lines = column(lines).spacing(space::TINY);
        if heading.is_empty() {
            lines.into()
        } else {
            column![words(heading, size::LABEL, font::SEMIBOLD), lines].spacing(space::TINY).into()
        }
    });
    let list = scrolled("dossier-days", column(parts).spacing(space::SMALL));
    let print = (!busy).then_some(Message::PrintExplanation);
    let acts = row![
        act(Kind::Main, said::PRINT_EXPLANATION, "Ctrl P", print),
        act(Kind::Other, said::CLOSE, "Esc", Some(Message::Close)),
    ]
    .spacing(space::MEDIUM)
    .align_y(Alignment::Center);
    // The acts stand above what may not fit: in a low window the list gives way, not they.
    card(said::HOW_COUNTED, acts, container(list).max_height(HEIGHT)).width(WIDTH).into()
}
