//! Keys by their names, as events of a keyboard.

use iced::Event;
use iced::keyboard::key::{Named, NativeCode, Physical};
use iced::keyboard::{Event as KeyEvent, Key, Location, Modifiers};
use iced_test::core::SmolStr;

/// The press and release of a key with what is held down beside it: "F2", "Ctrl+Enter", "Shift+Tab", "a".
pub(super) fn tap(name: &str) -> Vec<Event> {
    let (modifiers, name) = match name.split_once('+') {
        Some(("Ctrl", name)) => (Modifiers::CTRL, name),
        Some(("Shift", name)) => (Modifiers::SHIFT, name),
        _ => (Modifiers::empty(), name),
    };
    let key: Key = match name {
        "Enter" => Key::Named(Named::Enter),
        "Tab" => Key::Named(Named::Tab),
        "Esc" => Key::Named(Named::Escape),
        "Space" => Key::Named(Named::Space),
        "Backspace" => Key::Named(Named::Backspace),
        "Down" => Key::Named(Named::ArrowDown),
        "Up" => Key::Named(Named::ArrowUp),
        "Left" => Key::Named(Named::ArrowLeft),
        "Right" => Key::Named(Named::ArrowRight),
        "Home" => Key::Named(Named::Home),
        "End" => Key::Named(Named::End),
        "PageDown" => Key::Named(Named::PageDown),
        "PageUp" => Key::Named(Named::PageUp),
        "F1" => Key::Named(Named::F1),
        "F2" => Key::Named(Named::F2),
        "F3" => Key::Named(Named::F3),
        "F4" => Key::Named(Named::F4),
        "F5" => Key::Named(Named::F5),
        "F10" => Key::Named(Named::F10),
        "F11" => Key::Named(Named::F11),
        "Delete" => Key::Named(Named::Delete),
        sign if sign.chars().count() == 1 => Key::Character(sign.into()),
        other => panic!("no key is called {other}"),
    };
    let text = match &key {
        Key::Named(Named::Space) => Some(" ".into()),
        Key::Named(Named::Enter) => Some("\r".into()),
        Key::Character(sign) if modifiers.is_empty() => Some(sign.clone()),
        _ => None,
    };
    both(&key, modifiers, text)
}

/// The keys that type `text`, one after the other.
pub(super) fn typing(text: &str) -> impl Iterator<Item = Vec<Event>> + '_ {
    text.chars().map(|sign| match sign {
        ' ' => tap("Space"),
        sign => tap(sign.encode_utf8(&mut [0; 4])),
    })
}

fn both(key: &Key, modifiers: Modifiers, text: Option<SmolStr>) -> Vec<Event> {
    let physical_key = Physical::Unidentified(NativeCode::Unidentified);
    let pressed = KeyEvent::KeyPressed {
        key: key.clone(),
        modified_key: key.clone(),
        physical_key,
        location: Location::Standard,
        modifiers,
        text,
        repeat: false,
    };
    let released = KeyEvent::KeyReleased {
        key: key.clone(),
        modified_key: key.clone(),
        physical_key,
        location: Location::Standard,
        modifiers,
    };
    let held = KeyEvent::ModifiersChanged(modifiers);
    let let_go = KeyEvent::ModifiersChanged(Modifiers::empty());
    [held, pressed, released, let_go].map(Event::Keyboard).into()
}
