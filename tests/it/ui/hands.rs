//! The officer at the window: hands that press keys, eyes that wait for what must come.

use std::thread;
use std::time::{Duration, Instant};

use iced::advanced::widget::Id;
use iced::{Event, window};

use super::keys;
use super::sandbox::Sandbox;

/// How long something that must come is waited for, also on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long it takes at least to read what the next Ctrl+Enter would do.
const READING: Duration = Duration::from_millis(550);

impl Sandbox {
    /// Presses a key; Ctrl+Enter as somebody does who reads first what it would do.
    pub(super) fn press(&mut self, key: &str) {
        if key == "Ctrl+Enter" {
            let since = self.confirmed.map_or(READING, |before| before.elapsed());
            thread::sleep(READING.saturating_sub(since));
            self.confirmed = Some(Instant::now());
        }
        self.feed(&keys::tap(key));
        self.settle();
    }

    /// Presses keys one after the other.
    pub(super) fn press_all<'a>(&mut self, keys: impl IntoIterator<Item = &'a str>) {
        keys.into_iter().for_each(|key| self.press(key));
    }

    /// Presses keys faster than the window follows.
    pub(super) fn press_at_once(&mut self, keys: &[&str]) {
        let events: Vec<Event> = keys.iter().flat_map(|key| keys::tap(key)).collect();
        self.feed(&events);
        self.settle();
    }

    /// Moves the keyboard to a field, by Tab alone.
    #[track_caller]
    pub(super) fn tab_to(&mut self, id: &'static str) {
        let wanted = Some(Id::new(id));
        for _ in 0..60 {
            if self.survey().focused == wanted {
                return;
            }
            self.press("Tab");
        }
        panic!("Tab does not reach {id} on a screen of:\n{}", self.survey().told());
    }

    /// Types a text, the window following every letter.
    pub(super) fn enter(&mut self, text: &str) {
        for key in keys::typing(text) {
            self.feed(&key);
            let _ = self.turn();
        }
        self.settle();
    }

    /// Types a text and Enter without any pause, as a scanner does, before the window looks up.
    pub(super) fn scan(&mut self, text: &str) {
        let events: Vec<Event> = keys::typing(text).flatten().chain(keys::tap("Enter")).collect();
        self.feed(&events);
        self.settle();
    }

    /// A hand's pause: what follows is no part of what was typed before.
    pub(super) fn pause(&mut self) {
        thread::sleep(Duration::from_millis(700));
    }

    /// Asks the window to close.
    pub(super) fn close(&mut self) {
        self.feed(&[Event::Window(window::Event::CloseRequested)]);
        self.settle();
    }

    /// Whether some text on the screen, or in a field, holds `words`.
    pub(super) fn sees(&mut self, words: &str) -> bool {
        let seen = self.survey();
        let texts = seen.words.iter().map(|(text, _)| text);
        texts.chain(seen.fields.iter().map(|(_, text)| text)).any(|text| text.contains(words))
    }

    /// Waits until `is_so`; what does not come fails the test with what is there instead.
    #[track_caller]
    pub(super) fn until(&mut self, what: &str, is_so: impl Fn(&mut Self) -> bool) {
        let begun = Instant::now();
        while !is_so(self) {
            if begun.elapsed() > PATIENCE {
                panic!("no {what} on a screen of:\n{}", self.survey().told());
            }
            let _ = self.turn();
            thread::sleep(Duration::from_millis(2));
        }
        self.settle();
    }

    /// Waits for words on the screen.
    #[track_caller]
    pub(super) fn expect(&mut self, words: &str) {
        self.until(words, |ui| ui.sees(words));
    }

    /// Waits for words to leave the screen.
    #[track_caller]
    pub(super) fn expect_gone(&mut self, words: &str) {
        self.until(&format!("end of {words}"), |ui| !ui.sees(words));
    }

    /// Waits for the keyboard to stand on this field.
    #[track_caller]
    pub(super) fn expect_focus(&mut self, id: &'static str) {
        let wanted = Some(Id::new(id));
        self.until(&format!("keyboard on {id}"), |ui| ui.survey().focused == wanted);
    }

    /// Waits for a field to hold exactly this.
    #[track_caller]
    pub(super) fn expect_field(&mut self, id: &'static str, text: &str) {
        self.until(&format!("{id} = {text}"), |ui| ui.survey().field(id) == Some(text));
    }
}
