//! Opening, setting up, trouble: how the window comes to work, and how it closes.

use iced::widget::container;
use iced::{Element, Length, Point, Task, window as frame};

use super::desk::Desk;
use super::window::USUAL;
use super::{App, Inner, Stage, opening};
use crate::counter::{self, Counter, WindowPlace};
use crate::store::{self, StoreError};
use crate::ui::key::Press;
use crate::ui::screen::settings;
use crate::ui::screen::trouble::{self, Trouble};
use crate::ui::screen::wizard::{self, Wizard};
use crate::ui::step::{Event, Step};
use crate::ui::theme::{Tone, faint};
use crate::ui::{focus, text};

/// A window whose place is not known yet.
const UNMOVED: WindowPlace =
    WindowPlace { x: -1.0, y: -1.0, width: USUAL.width, height: USUAL.height, maximised: false };

impl App {
    pub(super) fn follow(&mut self, inner: Inner) -> Task<Inner> {
        match inner {
            Inner::Opened(opened) => self.opened(opened.map(|opened| *opened)),
            Inner::Claimed(press) => self.claimed(&press),
            Inner::Loose(press) => self.loose(&press),
            Inner::ToastOver(id) => {
                self.toasts.close(id);
                Task::none()
            }
            Inner::Resized(size) => {
                self.window = size;
                frame::latest().and_then(frame::is_maximized).map(Inner::Maximised)
            }
            Inner::Maximised(maximised) => {
                self.maximised = maximised;
                if !maximised {
                    let place = self.counter.window.get_or_insert(UNMOVED);
                    // The size is kept as the system counts it, whatever the size of the text.
                    (place.width, place.height) = (
                        self.window.width * f32::from(self.counter.text_percent) / 100.0,
                        self.window.height * f32::from(self.counter.text_percent) / 100.0,
                    );
                }
                Task::none()
            }
            Inner::Moved(Point { x, y }) => {
                let scale = f32::from(self.counter.text_percent) / 100.0;
                let place = self.counter.window.get_or_insert(UNMOVED);
                // Like its size, the window's place is kept as the system counts it.
                (place.x, place.y) = (x * scale, y * scale);
                Task::none()
            }
            Inner::Close(id) => self.close(id),
            Inner::Closed(id, Ok(())) => frame::close(id),
            // Said before the window goes; closing it once more goes without.
            Inner::Closed(_, Err(mut refusal)) => {
                refusal.push(text::NOT_BACKED_UP.to_owned());
                self.toasts.say(Tone::Bad, refusal.join(" ")).map(Inner::ToastOver)
            }
            Inner::First | Inner::Scan(_) | Inner::Minute | Inner::Desk(_) => self.at_desk(inner),
            Inner::Wizard(message) => self.in_wizard(message),
            Inner::Trouble(message) => self.in_trouble(message),
        }
    }

    fn opened(&mut self, opened: Result<opening::Opened, StoreError>) -> Task<Inner> {
        match opened {
            Ok(opened) => {
                let (desk, task) = Desk::new(opened, &self.counter, self.window);
                self.stage = Stage::Desk(Box::new(desk));
                let test = if std::mem::take(&mut self.test_page) {
                    let print = settings::Message::TestPage;
                    self.at_desk(Inner::desk(super::desk::Message::Settings(print)))
                } else {
                    Task::none()
                };
                Task::batch([task.map(Inner::desk), test])
            }
            Err(StoreError::NoBook(_)) => {
                let (wizard, task) = Wizard::new();
                self.stage = Stage::Wizard(Box::new(wizard));
                task.map(Inner::Wizard)
            }
            Err(error) => {
                tracing::warn!(%error, "the book cannot be opened");
                let backups = self.counter.backup_folder.as_deref();
                let trouble = Trouble::new(error, &self.start.paths, backups);
                self.stage = Stage::Trouble(Box::new(trouble));
                Task::none()
            }
        }
    }

    fn reopen(&mut self) -> Task<Inner> {
        self.stage = Stage::Opening;
        let clock = std::sync::Arc::clone(&self.start.clock);
        opening::open(self.start.paths.clone(), self.counter.backup_folder.clone(), clock)
            .map(|opened| Inner::Opened(opened.map(Box::new)))
    }

    fn claimed(&mut self, press: &Press) -> Task<Inner> {
        if press.key == iced::keyboard::key::Named::Tab.into() {
            let moved = focus::cycle(press.shift);
            // The field that was left is checked.
            return Task::batch([self.at_desk(Inner::Loose(press.clone())), moved]);
        }
        let zoom = match press.latin.filter(|_| press.ctrl) {
            Some('+' | '=') => Some(self.counter.text_percent.saturating_add(10)),
            Some('-' | '_') => Some(self.counter.text_percent.saturating_sub(10)),
            Some('0') => Some(100),
            _ => None,
        };
        if let Some(percent) = zoom {
            return self.zoom(percent);
        }
        match &self.stage {
            Stage::Desk(_) => self.at_desk(Inner::Claimed(press.clone())),
            Stage::Opening | Stage::Wizard(_) | Stage::Trouble(_) => self.loose(press),
        }
    }

    fn loose(&mut self, press: &Press) -> Task<Inner> {
        match &self.stage {
            Stage::Desk(_) => self.at_desk(Inner::Loose(press.clone())),
            Stage::Wizard(wizard) => match wizard.key(press) {
                Some(message) => self.in_wizard(message),
                None => Task::none(),
            },
            Stage::Trouble(trouble) => match trouble.key(press) {
                Some(message) => self.in_trouble(message),
                None => Task::none(),
            },
            Stage::Opening => Task::none(),
        }
    }

    /// Larger or smaller text, in steps a reader notices.
    pub(super) fn zoom(&mut self, percent: u16) -> Task<Inner> {
        let before = f32::from(self.counter.text_percent);
        self.counter.text_percent = percent.clamp(counter::TEXT_PERCENT.0, counter::TEXT_PERCENT.1);
        // The same window holds less of larger text; the system reports no new size.
        self.window = self.window * (before / f32::from(self.counter.text_percent));
        self.save_counter();
        let said = text::text_size(self.counter.text_percent);
        self.toasts.say(Tone::Plain, said).map(Inner::ToastOver)
    }

    pub(super) fn save_counter(&self) {
        // Another window may be at work on this office, and with the same file.
        if matches!(self.stage, Stage::Trouble(_) | Stage::Opening) {
            return;
        }
        let mut counter = self.counter.clone();
        // Who is named on the command line is here for this time only.
        if self.start.officer.as_ref() == Some(&counter.officer) {
            counter.officer.clone_from(&self.own_officer);
        }
        // Comfort only: a folder that cannot be written has been said elsewhere.
        let _ = counter.save(&self.start.paths.counter_settings());
    }

    fn at_desk(&mut self, inner: Inner) -> Task<Inner> {
        let Stage::Desk(desk) = &mut self.stage else { return Task::none() };
        let step = desk.hear(inner, &self.counter, self.window);
        self.take(step)
    }

    /// Does what a screen asked of the window around it.
    fn take(&mut self, step: Step<super::desk::Message>) -> Task<Inner> {
        let mut tasks = vec![step.task.map(Inner::desk)];
        for event in step.events {
            let task = match event {
                Event::Say(tone, said) => self.toasts.say(tone, said).map(Inner::ToastOver),
                Event::Counter(counter) => {
                    let place = self.counter.window;
                    let before = f32::from(self.counter.text_percent);
                    self.window = self.window * (before / f32::from(counter.text_percent.max(1)));
                    self.counter = Counter { window: place, ..*counter };
                    self.save_counter();
                    Task::none()
                }
                other => {
                    let Stage::Desk(desk) = &mut self.stage else { continue };
                    let step = desk.news(other, &self.counter, self.window);
                    self.take(step)
                }
            };
            tasks.push(task);
        }
        Task::batch(tasks)
    }

    fn in_wizard(&mut self, message: wizard::Message) -> Task<Inner> {
        let Stage::Wizard(wizard) = &mut self.stage else { return Task::none() };
        let (task, done) = wizard.update(message, &self.start, &mut self.counter);
        let task = task.map(Inner::Wizard);
        if done {
            self.test_page = wizard.wants_test_page();
            self.save_counter();
            return Task::batch([task, self.reopen()]);
        }
        task
    }

    fn in_trouble(&mut self, message: trouble::Message) -> Task<Inner> {
        let Stage::Trouble(trouble) = &mut self.stage else { return Task::none() };
        match trouble.update(message, &self.start) {
            trouble::Next::Stay(task) => task.map(Inner::Trouble),
            trouble::Next::Retry => {
                // The window that had the book may have changed it meanwhile.
                self.load_counter();
                self.reopen()
            }
            trouble::Next::Quit => frame::latest().and_then(frame::close),
        }
    }

    /// Keeps what is half-filled, remembers the window, backs the book up, and then closes.
    fn close(&mut self, id: frame::Id) -> Task<Inner> {
        if std::mem::replace(&mut self.closing, true) {
            return frame::close(id);
        }
        if let Some(place) = &mut self.counter.window {
            place.maximised = self.maximised;
        }
        self.save_counter();
        let Stage::Desk(desk) = &mut self.stage else { return frame::close(id) };
        desk.keep_drafts(&self.counter, self.window);
        let folder = desk.backup_folder(&self.counter);
        let (now, written) = (desk.session().now(), desk.session().written());
        let backup = desk.session().ask(move |db| {
            // Nothing was written since the window opened: nothing new to keep.
            if store::journal_length(db.view())? == written {
                return Ok(());
            }
            store::back_up(db, &folder, now).map(drop)
        });
        let said = self.toasts.say(Tone::Plain, text::BACKING_UP.to_owned()).map(Inner::ToastOver);
        Task::batch([said, backup.map(move |done| Inner::Closed(id, done))])
    }

    /// The screen and what is open on top of it.
    pub(super) fn layers(&self) -> (Element<'_, Inner>, Option<Element<'_, Inner>>) {
        match &self.stage {
            Stage::Opening => (middle(faint(text::OPENING)), None),
            Stage::Wizard(wizard) => (wizard.view(self.window).map(Inner::Wizard), None),
            Stage::Trouble(trouble) => (trouble.view().map(Inner::Trouble), None),
            Stage::Desk(desk) => {
                let (base, dialog) = desk.layers(&self.counter, self.window);
                (base.map(Inner::desk), dialog.map(|dialog| dialog.map(Inner::desk)))
            }
        }
    }
}

fn middle<'a>(content: impl Into<Element<'a, Inner>>) -> Element<'a, Inner> {
    container(content).center(Length::Fill).into()
}
