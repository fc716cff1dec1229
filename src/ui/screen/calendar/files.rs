//! A calendar out of a file, and into one.

use std::path::{Path, PathBuf};

use iced::widget::{column, text};
use iced::{Element, Length};

use super::pending::Pending;
use crate::desk::DeskError;
use crate::desk::calendar_change::{CalendarEdit, calendar_pack};
use crate::desk::catalogue::read_calendar;
use crate::desk::import::calendar_edit;
use crate::domain::calendar::Calendar;
use crate::files;
use crate::reports::calendar as report;
use crate::reports::register::Kind as FileKind;
use crate::text as sentences;
use crate::ui::focus;
use crate::ui::screen::Context;
use crate::ui::session::{Answer, Session, refused};
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
    Came(Answer<Box<CalendarEdit>>),
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
                let came = context.session.work(move |session| {
                    read(&path, session).map(Box::new).map_err(|error| refused(&error))
                });
                return Step::task(came.map(Message::Came));
            }
            Message::Came(Ok(edit)) => {
                self.busy = false;
                let before = pending.count();
                for day in edit.put {
                    pending.put(day, base);
                }
                for date in edit.remove {
                    let _ = pending.make_ordinary(date, base);
                }
                for hours in edit.hours {
                    pending.put_hours(hours, base);
                }
                let new = pending.count().saturating_sub(before);
                return Step::event(Event::Say(Tone::Good, said::read_from_file(new)));
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
                let written =
                    context.session.work(move |session| write(&path, year, session).map(|()| path));
                return Step::task(written.map(Message::Written));
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

/// What a file asks for.
fn read(path: &Path, session: &Session) -> Result<CalendarEdit, DeskError> {
    let rows = read_calendar(path)?;
    session.book().run(move |db| calendar_edit(db.view(), &rows))?
}

/// Writes the calendar of `year`, and the office's hours, into a file.
fn write(path: &Path, year: i32, session: &Session) -> Answer<()> {
    let kind = match path.extension().and_then(std::ffi::OsStr::to_str) {
        Some(ending) if ending.eq_ignore_ascii_case("xlsx") => FileKind::Xlsx,
        Some(ending) if ending.eq_ignore_ascii_case("csv") => FileKind::Csv,
        _ => return Err(vec![said::EXPORT_KIND.to_owned()]),
    };
    let packed = session.book().run(move |db| calendar_pack(db.view(), &[year], true));
    let pack = packed.map_err(DeskError::from).and_then(|pack| pack);
    let pack = pack.map_err(|error| refused(&error))?;
    let bytes = report::write(kind, &pack.days, &pack.hours).map_err(|error| {
        tracing::warn!(%error, "the calendar was not written");
        vec![said::EXPORT_FAILED.to_owned()]
    })?;
    files::write_beside(path, &bytes).map_err(|error| vec![sentences::file(&error)])
}
