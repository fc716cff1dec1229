//! What became of a change: what was done, the papers that follow from it, and the way back.

use std::path::PathBuf;

use iced::widget::{column, text};
use iced::{Element, Length, Task};

use crate::desk::calendar_change::{
    CalendarChange, CalendarChanged, CalendarUndone, Moved, print_calls, print_moved_slips, undo,
};
use crate::ui::screen::Context;
use crate::ui::session::{Answer, refused};
use crate::ui::step::{Event, Form, Paper, Step};
use crate::ui::text::calendar as said;
use crate::ui::theme::{Kind, Tone, body, faint, space};
use crate::ui::widget::parts::{card, wide_act};

/// What was written since the window opened.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// The way back, the last change at the end.
    changes: Vec<CalendarChange>,
    last: Option<Done>,
    busy: bool,
}

/// What was done last.
#[derive(Debug)]
struct Done {
    told: String,
    reason: String,
    moved: Vec<Moved>,
}

/// What happens to it.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Slips,
    Calls,
    Drawn(Form, Answer<PathBuf>),
    Undo,
    Undone(Answer<Box<CalendarUndone>>),
    Hide,
}

impl Written {
    /// Notes a change, of the calendar too or of promises alone, and says what it did.
    pub(super) fn add(&mut self, written: CalendarChanged, calendar: bool) -> Step<Message> {
        let told = said::written(calendar, written.moved.len());
        let reason = written.change.reason().to_owned();
        self.last = Some(Done { told: told.clone(), reason, moved: written.moved });
        self.changes.push(written.change);
        Step::event(Event::Say(Tone::Good, told)).and(Event::Changed(written.changed))
    }

    /// Follows a message.
    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        match message {
            Message::Slips if !self.busy => return self.draw(Form::Slip, context),
            Message::Calls if !self.busy => return self.draw(Form::List, context),
            Message::Slips | Message::Calls => {}
            Message::Drawn(form, answer) => {
                self.busy = false;
                return match answer {
                    Ok(file) => {
                        Step::event(Event::Deliver(Paper { file, form, code: String::new() }))
                    }
                    Err(refusal) => Step::refused(refusal),
                };
            }
            Message::Undo => {
                if let Some(change) = self.changes.last().cloned()
                    && !std::mem::replace(&mut self.busy, true)
                {
                    let (officer, now) = (context.officer(), context.session.now());
                    let undone = context
                        .session
                        .ask(move |db| undo(db, &change, &officer, now).map(Box::new));
                    return Step::task(undone.map(Message::Undone));
                }
            }
            Message::Undone(Ok(undone)) => {
                self.busy = false;
                let reason = said::UNDONE_REASON.to_owned();
                let _ = self.changes.pop();
                let left: Vec<&str> = undone.left.iter().map(|one| one.code.as_str()).collect();
                let told = said::undone(undone.moved.len(), &left);
                self.last = Some(Done { told: told.clone(), reason, moved: undone.moved });
                return Step::event(Event::Say(Tone::Good, told))
                    .and(Event::Changed(undone.changed));
            }
            Message::Undone(Err(refusal)) => {
                self.busy = false;
                return Step::refused(refusal);
            }
            Message::Hide => self.last = None,
        }
        Step::none()
    }

    /// Draws the new slips, or the list of whom to call, into one file.
    fn draw(&mut self, form: Form, context: &Context<'_>) -> Step<Message> {
        let Some(done) = self.last.as_ref().filter(|done| !done.moved.is_empty()) else {
            return Step::none();
        };
        self.busy = true;
        Step::task(paper(form, done, context).map(move |file| Message::Drawn(form, file)))
    }

    /// Whether there is a way back.
    pub(super) fn can_undo(&self) -> bool {
        !self.changes.is_empty()
    }

    /// Whether dossiers were moved whose papers can be printed.
    pub(super) fn has_papers(&self) -> bool {
        self.last.as_ref().is_some_and(|done| !done.moved.is_empty())
    }

    pub(super) fn view(&self) -> Option<Element<'_, Message>> {
        let last = self.last.as_ref()?;
        let free = |message| (!self.busy).then_some(message);
        let mut content =
            column![body(last.told.as_str()).wrapping(text::Wrapping::Word)].spacing(space::MEDIUM);
        if self.has_papers() {
            content = content
                .push(wide_act(Kind::Other, said::PRINT_SLIPS, "Ctrl P", free(Message::Slips)))
                .push(wide_act(Kind::Other, said::PRINT_CALLS, "Ctrl L", free(Message::Calls)));
        }
        if self.can_undo() {
            content =
                content.push(wide_act(Kind::Other, said::UNDO, "Ctrl Z", free(Message::Undo)));
        }
        content = content.push(wide_act(Kind::Quiet, said::HIDE, "", Some(Message::Hide)));
        Some(card(said::DONE, faint(""), content).width(Length::Fill).into())
    }
}

/// Draws the new slips of all `moved`, or the list of whom to call, into one file.
fn paper(form: Form, done: &Done, context: &Context<'_>) -> Task<Answer<PathBuf>> {
    let (moved, officer) = (done.moved.clone(), context.officer());
    let reason =
        if form == Form::List { done.reason.clone() } else { said::slip_reason(&done.reason) };
    context.session.work(move |session| {
        let (book, now) = (session.book(), session.now());
        let stamp = format!("{}-{}", now.date(), now.time().format("%H%M%S"));
        let file = |name| session.paths().slips().join(format!("{name}-{stamp}.pdf"));
        let (file, printed) = if form == Form::List {
            let file = file("calls");
            let printed = print_calls(book, &moved, &reason, &file, &officer, now);
            (file, printed)
        } else {
            let file = file("slips");
            let printed = print_moved_slips(book, &moved, &reason, &file, &officer, now);
            (file, printed.map(drop))
        };
        printed.map(|()| file).map_err(|error| refused(&error))
    })
}
