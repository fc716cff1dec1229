//! The window: the counter officer's day in iced.
//!
//! `app` is the whole, `screen` holds one file a screen, `widget` what they are made of, `theme` how
//! it looks and `text` every sentence. A screen follows a message and answers a `step::Step`: work,
//! and news for the window around it. The window adds no rule of its own: it asks the desk.

mod app;
mod catalogue;
mod finder;
mod focus;
mod font;
mod icon;
mod key;
mod opening;
mod place;
mod refusal;
mod scan;
mod screen;
mod session;
mod shell;
mod step;
mod text;
mod theme;
mod toast;
mod widget;

pub use app::{App, Message, Start};
pub use font::files as font_files;
pub use theme::{dark, light};

/// The font everything is shown in.
pub const FONT: iced::Font = font::REGULAR;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When the system shows no window.
pub fn run(start: Start) -> iced::Result {
    let counter = crate::counter::Counter::load(&start.paths.counter_settings());
    let settings = iced::Settings {
        id: Some("vn.motcua".to_owned()),
        fonts: font::files(),
        default_font: font::REGULAR,
        default_text_size: iced::Pixels(theme::size::BODY),
        ..iced::Settings::default()
    };
    iced::application(move || App::new(start.clone()), App::update, App::view)
        .title(App::title)
        .theme(App::theme)
        .style(App::style)
        .scale_factor(App::scale)
        .subscription(App::subscription)
        .settings(settings)
        .window(app::frame_settings(&counter))
        .exit_on_close_request(false)
        .run()
}
