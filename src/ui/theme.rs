//! How the window looks: named colours in light and dark, spacing, text roles, styles of widgets.

use iced::border::{Border, Radius};
use iced::theme::Palette;
use iced::widget::{
    button as press, container, overlay, pick_list, progress_bar, scrollable, text, text_editor,
    text_input,
};
use iced::{Background, Color, Font, Theme, color};

use super::font;

/// Steps of white space, in logical pixels.
pub(crate) mod space {
    /// Between things that belong together.
    pub(crate) const TINY: f32 = 4.0;
    /// Between a label and its field.
    pub(crate) const SMALL: f32 = 6.0;
    /// Between fields.
    pub(crate) const MEDIUM: f32 = 10.0;
    /// Inside and between cards.
    pub(crate) const LARGE: f32 = 12.0;
    /// Around a page.
    pub(crate) const PAGE: f32 = 16.0;
}

/// White space inside things, above and below, left and right, in logical pixels.
pub(crate) mod pad {
    /// A row of a list.
    pub(crate) const ROW: [f32; 2] = [6.0, 8.0];
    /// Inside the ring around what holds the keyboard.
    pub(crate) const RING: f32 = 2.0;
    /// A row of a list whose height is given.
    pub(crate) const LINE: [f32; 2] = [0.0, 8.0];
    /// A cell of the checklist.
    pub(crate) const CELL: [f32; 2] = [5.0, 4.0];
    /// A mark beside two lines of text.
    pub(crate) const MARK: [f32; 2] = [5.0, 0.0];
    /// A field or a menu.
    pub(crate) const FIELD: [f32; 2] = [7.0, 10.0];
    /// A step's dot beside its name.
    pub(crate) const STEP: [f32; 2] = [3.0, 0.0];
    /// A tab.
    pub(crate) const TAB: [f32; 2] = [4.0, 10.0];
    /// A small act inside a text.
    pub(crate) const LINK: [f32; 2] = [3.0, 6.0];
    /// A soft box inside a card.
    pub(crate) const INSET: [f32; 2] = [8.0, 10.0];
    /// A card that holds one number.
    pub(crate) const FIGURE: [f32; 2] = [10.0, 14.0];
    /// A panel that stands alone on the screen, and the page around it.
    pub(crate) const PANEL: f32 = 26.0;
    pub(crate) const PAGE: f32 = 20.0;
}

/// Sizes of type, in logical pixels.
pub(crate) mod size {
    /// Shortcuts and footnotes.
    pub(crate) const SMALL: f32 = 12.0;
    /// Labels of fields and secondary lines.
    pub(crate) const LABEL: f32 = 12.5;
    /// Ordinary text.
    pub(crate) const BODY: f32 = 13.5;
    /// Headings of cards.
    pub(crate) const HEADING: f32 = 14.5;
    /// What a page is about.
    pub(crate) const TITLE: f32 = 19.0;
    /// Figures on cards.
    pub(crate) const FIGURE: f32 = 27.0;
}

/// The colours of one theme, by what they are for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Colors {
    pub(crate) sidebar: Color,
    pub(crate) sidebar_text: Color,
    pub(crate) sidebar_faint: Color,
    pub(crate) page: Color,
    pub(crate) card: Color,
    pub(crate) line: Color,
    pub(crate) field_line: Color,
    pub(crate) text: Color,
    pub(crate) faint: Color,
    pub(crate) accent: Color,
    /// The accent as text: readable on its own soft ground.
    pub(crate) accent_ink: Color,
    pub(crate) on_accent: Color,
    pub(crate) accent_soft: Color,
    pub(crate) good: Color,
    pub(crate) good_soft: Color,
    pub(crate) warn: Color,
    pub(crate) warn_soft: Color,
    pub(crate) bad: Color,
    pub(crate) bad_soft: Color,
    pub(crate) neutral_soft: Color,
    pub(crate) hover: Color,
    pub(crate) veil: Color,
}

const LIGHT: Colors = Colors {
    sidebar: color!(0x12314f),
    sidebar_text: color!(0xffffff),
    sidebar_faint: color!(0xb6c6d8),
    page: color!(0xf3f5f7),
    card: color!(0xffffff),
    line: color!(0xdfe4ea),
    field_line: color!(0xb4bfca),
    text: color!(0x1b2430),
    faint: color!(0x5a6775),
    accent: color!(0x1f5ca8),
    accent_ink: color!(0x1f5ca8),
    on_accent: color!(0xffffff),
    accent_soft: color!(0xe0eaf7),
    good: color!(0x1a7a45),
    good_soft: color!(0xdff1e5),
    warn: color!(0x8a5700),
    warn_soft: color!(0xfdf0d3),
    bad: color!(0xc0242b),
    bad_soft: color!(0xfce2e2),
    neutral_soft: color!(0xe9edf1),
    hover: color!(0xeef3f9),
    veil: color!(0x0b1825, 0.45),
};

const DARK: Colors = Colors {
    sidebar: color!(0x0c1b2b),
    sidebar_text: color!(0xeef3f8),
    sidebar_faint: color!(0x92a5b9),
    page: color!(0x141a21),
    card: color!(0x1c242d),
    line: color!(0x303b47),
    field_line: color!(0x4c5a69),
    text: color!(0xe8edf2),
    faint: color!(0xa0aebd),
    accent: color!(0x3f83d6),
    accent_ink: color!(0xa3c9f5),
    on_accent: color!(0xffffff),
    accent_soft: color!(0x203a59),
    good: color!(0x58c98a),
    good_soft: color!(0x18392a),
    warn: color!(0xecb552),
    warn_soft: color!(0x42320f),
    bad: color!(0xf47c7c),
    bad_soft: color!(0x4a2023),
    neutral_soft: color!(0x29333e),
    hover: color!(0x25303c),
    veil: color!(0x000000, 0.55),
};

/// The light theme, the usual one of an office.
#[must_use]
pub fn light() -> Theme {
    Theme::custom("light", palette(&LIGHT))
}

/// The dark theme.
#[must_use]
pub fn dark() -> Theme {
    Theme::custom("dark", palette(&DARK))
}

fn palette(colors: &Colors) -> Palette {
    Palette {
        background: colors.page,
        text: colors.text,
        primary: colors.accent,
        success: colors.good,
        warning: colors.warn,
        danger: colors.bad,
    }
}

/// The named colours of `theme`.
pub(crate) fn colors(theme: &Theme) -> &'static Colors {
    if theme.extended_palette().is_dark { &DARK } else { &LIGHT }
}

/// What something means; never told by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Nothing particular.
    Plain,
    /// Under way, chosen.
    Accent,
    /// In time, done.
    Good,
    /// Soon, doubtful.
    Warn,
    /// Late, wrong.
    Bad,
}

impl Tone {
    /// The colour of its text.
    pub(crate) fn ink(self, theme: &Theme) -> Color {
        let colors = colors(theme);
        match self {
            Self::Plain => colors.faint,
            Self::Accent => colors.accent_ink,
            Self::Good => colors.good,
            Self::Warn => colors.warn,
            Self::Bad => colors.bad,
        }
    }

    /// The colour behind its text.
    pub(crate) fn ground(self, theme: &Theme) -> Color {
        let colors = colors(theme);
        match self {
            Self::Plain => colors.neutral_soft,
            Self::Accent => colors.accent_soft,
            Self::Good => colors.good_soft,
            Self::Warn => colors.warn_soft,
            Self::Bad => colors.bad_soft,
        }
    }
}

/// A text in a role: `words(text, size::LABEL, font::REGULAR)`.
pub(crate) fn words<'a>(
    content: impl text::IntoFragment<'a>,
    size: f32,
    font: Font,
) -> text::Text<'a, Theme> {
    text(content).size(size).font(font)
}

/// Ordinary text.
pub(crate) fn body<'a>(content: impl text::IntoFragment<'a>) -> text::Text<'a, Theme> {
    words(content, size::BODY, font::REGULAR)
}

/// A name or value that stands out.
pub(crate) fn strong<'a>(content: impl text::IntoFragment<'a>) -> text::Text<'a, Theme> {
    words(content, size::BODY, font::SEMIBOLD)
}

/// A secondary line.
pub(crate) fn faint<'a>(content: impl text::IntoFragment<'a>) -> text::Text<'a, Theme> {
    words(content, size::LABEL, font::REGULAR)
        .style(|theme| text::Style { color: Some(colors(theme).faint) })
}

/// The heading of a card.
pub(crate) fn heading<'a>(content: impl text::IntoFragment<'a>) -> text::Text<'a, Theme> {
    words(content, size::HEADING, font::SEMIBOLD)
}

/// What a page is about.
pub(crate) fn title<'a>(content: impl text::IntoFragment<'a>) -> text::Text<'a, Theme> {
    words(content, size::TITLE, font::BOLD)
}

/// A text in a tone's colour.
pub(crate) fn toned(tone: Tone) -> impl Fn(&Theme) -> text::Style {
    move |theme| text::Style { color: Some(tone.ink(theme)) }
}

/// Rounding of cards and fields.
pub(crate) const ROUND: f32 = 6.0;

fn line(color: Color) -> Border {
    Border { color, width: 1.0, radius: Radius::new(ROUND) }
}

fn plain_border(radius: f32) -> Border {
    Border { color: Color::TRANSPARENT, width: 0.0, radius: Radius::new(radius) }
}

/// A container's style: `ground` behind it and `border` around it.
fn ground(background: Color, border: Border) -> container::Style {
    container::Style {
        background: Some(Background::Color(background)),
        border,
        ..container::Style::default()
    }
}

/// The window's own ground. The two leaves look the same, but the renderer takes a turned leaf for
/// another ground and paints the window once, as a whole: much faster than the many small places
/// it would otherwise find changed.
pub(crate) fn base(theme: &Theme, turned: bool) -> iced::theme::Style {
    let colors = colors(theme);
    let unseen = if turned { f32::EPSILON } else { 0.0 };
    let background_color = Color { r: colors.page.r - unseen, ..colors.page };
    iced::theme::Style { background_color, text_color: colors.text }
}

/// A card.
pub(crate) fn card(theme: &Theme) -> container::Style {
    ground(colors(theme).card, line(colors(theme).line))
}

/// The bar at the top.
pub(crate) fn top_bar(theme: &Theme) -> container::Style {
    ground(colors(theme).card, plain_border(0.0))
}

/// The sidebar.
pub(crate) fn sidebar(theme: &Theme) -> container::Style {
    container::Style {
        text_color: Some(colors(theme).sidebar_text),
        ..ground(colors(theme).sidebar, plain_border(0.0))
    }
}

/// A hairline.
pub(crate) fn hairline(theme: &Theme) -> container::Style {
    ground(colors(theme).line, plain_border(0.0))
}

/// What lies behind an open dialog.
pub(crate) fn veil(theme: &Theme) -> container::Style {
    ground(colors(theme).veil, plain_border(0.0))
}

/// What hides the screen behind the search.
pub(crate) fn curtain(theme: &Theme) -> container::Style {
    ground(colors(theme).page, plain_border(0.0))
}

/// A sheet of paper on the screen: white in either theme.
pub(crate) fn paper(theme: &Theme) -> container::Style {
    ground(Color::WHITE, Border { radius: Radius::new(0.0), ..line(colors(theme).field_line) })
}

/// The red band of a practice office.
pub(crate) fn practice_band(_theme: &Theme) -> container::Style {
    container::Style { text_color: Some(Color::WHITE), ..ground(LIGHT.bad, plain_border(0.0)) }
}

/// A small coloured label.
pub(crate) fn pill(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    move |theme| container::Style {
        text_color: Some(tone.ink(theme)),
        ..ground(tone.ground(theme), plain_border(10.0))
    }
}

/// A box in a tone's soft colour: notices, warnings.
pub(crate) fn notice(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    move |theme| container::Style {
        text_color: Some(colors(theme).text),
        ..ground(tone.ground(theme), plain_border(ROUND))
    }
}

/// The box of a check mark.
pub(crate) fn tick_box(checked: bool) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let colors = colors(theme);
        let (ground_color, edge) =
            if checked { (colors.accent, colors.accent) } else { (colors.card, colors.field_line) };
        ground(ground_color, Border { radius: Radius::new(3.0), ..line(edge) })
    }
}

/// A message in the corner.
pub(crate) fn toast(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    move |theme| container::Style {
        text_color: Some(colors(theme).text),
        ..ground(colors(theme).card, Border { width: 2.0, ..line(tone.ink(theme)) })
    }
}

/// A bar of a gauge.
pub(crate) fn bar(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    move |theme| ground(tone.ink(theme), plain_border(4.0))
}

/// The rest of a gauge.
pub(crate) fn bar_rest(theme: &Theme) -> container::Style {
    ground(colors(theme).neutral_soft, plain_border(4.0))
}

/// The bar of a long act under way.
pub(crate) fn progress(theme: &Theme) -> progress_bar::Style {
    let colors = colors(theme);
    progress_bar::Style {
        background: Background::Color(colors.neutral_soft),
        bar: Background::Color(colors.accent),
        border: plain_border(4.0),
    }
}

/// The ring around what holds the keyboard.
pub(crate) fn focus_ring(theme: &Theme) -> Border {
    Border { color: colors(theme).accent, width: 2.0, radius: Radius::new(ROUND) }
}

/// A text field; `wrong` when its content cannot be accepted.
pub(crate) fn field(wrong: bool) -> impl Fn(&Theme, text_input::Status) -> text_input::Style {
    move |theme, status| {
        let colors = colors(theme);
        let focused = matches!(status, text_input::Status::Focused { .. });
        let color = match (wrong, focused) {
            (true, _) => colors.bad,
            (false, true) => colors.accent,
            (false, false) => colors.field_line,
        };
        let width = if focused || wrong { 2.0 } else { 1.0 };
        text_input::Style {
            background: Background::Color(colors.card),
            border: Border { color, width, radius: Radius::new(ROUND) },
            icon: colors.faint,
            placeholder: colors.faint,
            value: colors.text,
            selection: colors.accent_soft,
        }
    }
}

/// A text area; `wrong` when what stands in it cannot be accepted.
pub(crate) fn area(wrong: bool) -> impl Fn(&Theme, text_editor::Status) -> text_editor::Style {
    move |theme, status| {
        let focused = matches!(status, text_editor::Status::Focused { .. });
        let state = match focused {
            true => text_input::Status::Focused { is_hovered: false },
            false => text_input::Status::Active,
        };
        let like = field(wrong)(theme, state);
        text_editor::Style {
            background: like.background,
            border: like.border,
            placeholder: like.placeholder,
            value: like.value,
            selection: like.selection,
        }
    }
}

/// The dot of a step.
pub(crate) fn dot(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let color = match tone {
            Tone::Plain => colors(theme).field_line,
            tone => tone.ink(theme),
        };
        ground(color, plain_border(ROUND))
    }
}

/// What a button is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The main act of the screen.
    Main,
    /// Another act.
    Other,
    /// A link, an icon.
    Quiet,
    /// A place in the sidebar.
    Place {
        /// Whether it is the one shown.
        shown: bool,
    },
    /// One of several choices.
    Choice {
        /// Whether it is the one chosen.
        chosen: bool,
    },
    /// A row of a list.
    Row {
        /// Whether it is the one the keyboard is on.
        selected: bool,
    },
}

/// A button.
pub(crate) fn button(kind: Kind) -> impl Fn(&Theme, press::Status) -> press::Style {
    move |theme, status| {
        let colors = colors(theme);
        let hovered = matches!(status, press::Status::Hovered | press::Status::Pressed);
        let disabled = matches!(status, press::Status::Disabled);
        let clear = Color::TRANSPARENT;
        let soft = if hovered { colors.hover } else { colors.card };
        let (background, text_color, border) = match kind {
            Kind::Main => (colors.accent, colors.on_accent, line(colors.accent)),
            Kind::Other => (soft, colors.text, line(colors.field_line)),
            Kind::Quiet => {
                (if hovered { colors.hover } else { clear }, colors.accent_ink, plain_border(ROUND))
            }
            Kind::Place { shown: true } => (LIGHT.accent, colors.sidebar_text, plain_border(ROUND)),
            Kind::Place { shown: false } => {
                let over = Color { a: 0.08, ..Color::WHITE };
                (if hovered { over } else { clear }, colors.sidebar_faint, plain_border(ROUND))
            }
            Kind::Choice { chosen: true } => {
                (colors.accent_soft, colors.accent_ink, line(colors.accent))
            }
            Kind::Choice { chosen: false } => (soft, colors.text, line(colors.field_line)),
            Kind::Row { selected: true } => (colors.accent_soft, colors.text, plain_border(4.0)),
            Kind::Row { selected: false } => {
                (if hovered { colors.hover } else { clear }, colors.text, plain_border(4.0))
            }
        };
        let fade = |color: Color| if disabled { color.scale_alpha(0.5) } else { color };
        press::Style {
            // What cannot be seen would be painted all the same.
            background: (background.a > 0.0).then(|| Background::Color(fade(background))),
            text_color: fade(text_color),
            border,
            ..press::Style::default()
        }
    }
}

/// A scrollable with a bar that does not shout.
pub(crate) fn scroll(theme: &Theme, status: scrollable::Status) -> scrollable::Style {
    let mut style = scrollable::default(theme, status);
    style.vertical_rail.background = None;
    style.vertical_rail.scroller.background = Background::Color(colors(theme).field_line);
    style
}

/// A closed menu.
pub(crate) fn menu(theme: &Theme, status: pick_list::Status) -> pick_list::Style {
    let colors = colors(theme);
    let edge = match status {
        pick_list::Status::Opened { .. } => colors.accent,
        pick_list::Status::Active | pick_list::Status::Hovered => colors.field_line,
    };
    pick_list::Style {
        text_color: colors.text,
        placeholder_color: colors.faint,
        handle_color: colors.faint,
        background: Background::Color(colors.card),
        border: line(edge),
    }
}

/// An open menu.
pub(crate) fn menu_list(theme: &Theme) -> overlay::menu::Style {
    let colors = colors(theme);
    overlay::menu::Style {
        background: Background::Color(colors.card),
        border: line(colors.field_line),
        text_color: colors.text,
        selected_text_color: colors.text,
        selected_background: Background::Color(colors.accent_soft),
        shadow: iced::Shadow::default(),
    }
}
