//! When the book cannot be opened: what is the matter, and the choices there are.

use std::path::{Path, PathBuf};

use iced::keyboard::key::Named;
use iced::widget::{column, container, text};
use iced::{Element, Length, Task};

use crate::office;
use crate::paths::Paths;
use crate::store::StoreError;
use crate::text as sentences;
use crate::ui::app::Start;
use crate::ui::key::Press;
use crate::ui::session::aside;
use crate::ui::text as said;
use crate::ui::theme::{Kind, Tone, body, faint, pad, space, title};
use crate::ui::widget::parts::{act, notice, plain_card};

/// The screen.
#[derive(Debug)]
pub(crate) struct Trouble {
    error: StoreError,
    place: String,
    /// The newest backup, where one could take the book's place.
    backup: Option<PathBuf>,
    busy: bool,
    failed: Option<String>,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Retry,
    Restore,
    Restored(Result<(), StoreError>),
    Quit,
}

/// What follows.
pub(crate) enum Next {
    Stay(Task<Message>),
    Retry,
    Quit,
}

impl Trouble {
    pub(crate) fn new(error: StoreError, paths: &Paths, backups: Option<&Path>) -> Self {
        let damaged = matches!(error, StoreError::Damaged(_) | StoreError::Foreign);
        let backup = damaged.then(|| office::newest_backup(paths, backups)).flatten();
        let place = paths.book().display().to_string();
        Self { error, place, backup, busy: false, failed: None }
    }

    /// Follows a message.
    pub(crate) fn update(&mut self, message: Message, start: &Start) -> Next {
        match message {
            Message::Retry => Next::Retry,
            Message::Quit => Next::Quit,
            Message::Restore => {
                let (Some(backup), false) = (self.backup.clone(), self.busy) else {
                    return Next::Stay(Task::none());
                };
                self.busy = true;
                let (paths, now) = (start.paths.clone(), start.clock.now());
                let restored = aside(move || office::restore(&paths, &backup, now));
                Next::Stay(restored.map(Message::Restored))
            }
            Message::Restored(Ok(())) => Next::Retry,
            Message::Restored(Err(error)) => {
                self.busy = false;
                self.failed = Some(sentences::store(&error));
                Next::Stay(Task::none())
            }
        }
    }

    /// A key that no widget wanted.
    pub(crate) fn key(&self, press: &Press) -> Option<Message> {
        if self.busy || press.repeat {
            return None;
        }
        if press.is(Named::Enter) {
            return Some(Message::Retry);
        }
        if press.is(Named::Escape) {
            return Some(Message::Quit);
        }
        (press.is_ctrl(Named::Enter) && self.backup.is_some()).then_some(Message::Restore)
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let told = body(sentences::store(&self.error)).wrapping(text::Wrapping::Word);
        let mut parts = column![
            title(said::TROUBLE),
            notice(Tone::Bad, told),
            faint(self.place.as_str()).wrapping(text::Wrapping::Word),
        ]
        .spacing(space::LARGE);
        if let Some(failed) = &self.failed {
            parts = parts.push(notice(Tone::Bad, body(failed.as_str())));
        }
        let ready = !self.busy;
        let mut acts =
            column![act(Kind::Main, said::RETRY, "Enter", ready.then_some(Message::Retry))]
                .spacing(space::SMALL);
        if let Some(backup) = &self.backup {
            let name = backup.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let restore = ready.then_some(Message::Restore);
            acts = acts
                .push(act(Kind::Other, said::RESTORE, "Ctrl Enter", restore))
                .push(faint(said::restore_explained(&name)).wrapping(text::Wrapping::Word));
        }
        acts = acts.push(act(Kind::Other, said::QUIT, "Esc", ready.then_some(Message::Quit)));
        let panel = plain_card(parts.push(acts)).padding(pad::PANEL).width(600);
        container(panel).center(Length::Fill).into()
    }
}
