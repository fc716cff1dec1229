//! Keys as the window understands them, whatever the keyboard's layout.

use iced::keyboard::key::Named;
use iced::keyboard::{self, Key, Modifiers};

/// A key that was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Press {
    /// The key.
    pub(crate) key: Key,
    /// Its Latin letter, digit or sign, in small letters.
    pub(crate) latin: Option<char>,
    /// Ctrl.
    pub(crate) ctrl: bool,
    /// Shift.
    pub(crate) shift: bool,
    /// Whether the key is being held down.
    pub(crate) repeat: bool,
}

impl Press {
    /// The press in a keyboard event, if it is one. Keys with Alt or AltGr belong to the system.
    pub(crate) fn of(event: &keyboard::Event) -> Option<Self> {
        let keyboard::Event::KeyPressed { key, physical_key, modifiers, repeat, .. } = event else {
            return None;
        };
        if modifiers.contains(Modifiers::ALT) {
            return None;
        }
        Some(Self {
            key: key.clone(),
            latin: key.to_latin(*physical_key).map(|c| c.to_ascii_lowercase()),
            ctrl: modifiers.command(),
            shift: modifiers.shift(),
            repeat: *repeat,
        })
    }

    /// Whether it is this named key, without Ctrl.
    pub(crate) fn is(&self, named: Named) -> bool {
        !self.ctrl && self.key == Key::Named(named)
    }

    /// Whether it is this named key with Ctrl.
    pub(crate) fn is_ctrl(&self, named: Named) -> bool {
        self.ctrl && self.key == Key::Named(named)
    }

    /// Whether it is Ctrl with this letter or sign.
    pub(crate) fn is_ctrl_letter(&self, letter: char) -> bool {
        self.ctrl && self.latin == Some(letter)
    }

    /// Whether it is this letter or sign alone.
    pub(crate) fn is_letter(&self, letter: char) -> bool {
        !self.ctrl && self.latin == Some(letter)
    }

    /// How far a list moves by this key, in rows; `page` is what a screenful holds.
    pub(crate) fn rows(&self, page: i64) -> Option<i64> {
        let Key::Named(named) = self.key else { return None };
        match named {
            Named::ArrowDown => Some(1),
            Named::ArrowUp => Some(-1),
            Named::PageDown => Some(page),
            Named::PageUp => Some(-page),
            _ => None,
        }
    }
}
