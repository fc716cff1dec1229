//! The window's frame: its keys, size, place and minutes.

use std::thread;
use std::time::Duration;

use iced::futures::channel::mpsc;
use iced::futures::{SinkExt, Stream};
use iced::keyboard::key::Named;
use iced::{Event, Size, Subscription, event, window as frame};

use super::Inner;
use crate::counter::Counter;
use crate::ui::key::Press;
use crate::ui::place::Place;

/// The size of a window that was never moved: it fits the usual screen of an office.
pub(super) const USUAL: Size = Size::new(1366.0, 720.0);

/// The smallest window.
const SMALLEST: Size = Size::new(640.0, 480.0);

/// Letters and signs that mean something with Ctrl everywhere; the rest belong to text fields.
const WITH_CTRL: &str = "kndmlperfigbth=+-_01234567";

/// A key with a meaning everywhere, before any widget sees it.
pub(super) fn claimed(press: &Press) -> Option<Inner> {
    let place = Place::ALL.iter().any(|place| press.is(place.key().0));
    let letter = press.ctrl && press.latin.is_some_and(|letter| WITH_CTRL.contains(letter));
    let always = press.key == Named::Tab.into() || press.is(Named::Escape);
    let main = press.is_ctrl(Named::Enter);
    let form = press.is_ctrl(Named::PageUp) || press.is_ctrl(Named::PageDown);
    (place || letter || always || main || form).then(|| Inner::Claimed(press.clone()))
}

/// A key that no widget wanted.
#[expect(clippy::unnecessary_wraps, reason = "the gate takes a function that may let a key pass")]
pub(super) fn loose(press: &Press) -> Option<Inner> {
    Some(Inner::Loose(press.clone()))
}

/// Size, place, closing, and the minutes of the clock.
pub(super) fn subscription() -> Subscription<Inner> {
    let window = event::listen_with(|event, _status, id| match event {
        Event::Window(frame::Event::Resized(size)) => Some(Inner::Resized(size)),
        Event::Window(frame::Event::Moved(place)) => Some(Inner::Moved(place)),
        Event::Window(frame::Event::CloseRequested) => Some(Inner::Close(id)),
        _ => None,
    });
    Subscription::batch([window, Subscription::run(minutes)])
}

/// A message a minute, from a thread that sleeps in between.
fn minutes() -> impl Stream<Item = Inner> {
    let (mut sender, receiver) = mpsc::channel(1);
    let _ = thread::spawn(move || {
        loop {
            thread::sleep(Duration::from_secs(60));
            if iced::futures::executor::block_on(sender.send(Inner::Minute)).is_err() {
                return;
            }
        }
    });
    receiver
}

/// The size the window opens with, as it counts with this size of text.
pub(super) fn size_of(counter: &Counter) -> Size {
    let size = counter.window.map_or(USUAL, |place| {
        Size::new(place.width.max(SMALLEST.width), place.height.max(SMALLEST.height))
    });
    size * (100.0 / f32::from(counter.text_percent))
}

/// How the window opens: where it last stood.
pub(in crate::ui) fn settings(counter: &Counter) -> frame::Settings {
    let mut settings = frame::Settings {
        min_size: Some(SMALLEST),
        exit_on_close_request: false,
        ..frame::Settings::default()
    };
    settings.size = size_of(counter);
    if let Some(place) = counter.window {
        settings.maximized = place.maximised;
        // A screen that is no longer there must not hide the window.
        if (0.0..=10_000.0).contains(&place.x) && (0.0..=10_000.0).contains(&place.y) {
            settings.position = frame::Position::Specific(iced::Point::new(place.x, place.y));
        }
    }
    #[cfg(target_os = "linux")]
    {
        "vn.motcua".clone_into(&mut settings.platform_specific.application_id);
    }
    settings
}
