//! The few icons of the window, from the Lucide set, drawn in the colour of what they stand beside.

use std::sync::LazyLock;

use iced::widget::svg::Handle;

macro_rules! icon {
    ($name:ident, $file:literal, $what:literal) => {
        #[doc = $what]
        pub(crate) static $name: LazyLock<Handle> = LazyLock::new(|| {
            Handle::from_memory(include_bytes!(concat!("../../assets/icons/", $file, ".svg")))
        });
    };
}

icon!(CHECK, "check", "Done, ticked.");
icon!(WARNING, "triangle-alert", "A doubt.");
icon!(ALERT, "circle-alert", "Something wrong.");
icon!(INFO, "info", "Something to know.");
icon!(SEARCH, "search", "Looking for something.");
icon!(CLOSE, "x", "Away with it.");
icon!(STAR, "star", "A favourite.");
