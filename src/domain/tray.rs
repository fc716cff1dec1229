//! Codes of trays and shelves, as they stand on their labels and are scanned.

/// What a tray's label begins with when it is scanned, so that nobody takes it for a dossier's code.
pub const TRAY_PREFIX: &str = "KHAY-";

/// The most characters of a tray's name.
const LONGEST_TRAY: usize = 20;

/// The name of a tray as typed (`a1`) or scanned (`KHAY-A1`): capitals, digits, points and hyphens.
/// `None` for anything else.
#[must_use]
pub fn parse_tray(text: &str) -> Option<String> {
    let text = text.trim().to_uppercase();
    let name = text.strip_prefix(TRAY_PREFIX).unwrap_or(&text);
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let length = name.chars().count();
    ((1..=LONGEST_TRAY).contains(&length) && name.chars().all(fits)).then(|| name.to_owned())
}

/// The name of the tray whose label was scanned; `None` where it was no tray's label.
#[must_use]
pub fn scanned_tray(text: &str) -> Option<String> {
    let is_tray = text.trim().to_uppercase().starts_with(TRAY_PREFIX);
    is_tray.then(|| parse_tray(text)).flatten()
}
