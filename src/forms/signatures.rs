//! The block of signatures at the end of a form.

use super::flow::{Flow, Style};
use super::house_style::HouseStyle;
use super::paragraph::{bold, italic, regular};

/// What a signer is asked to do.
const HOW: &str = "(Ký và ghi rõ họ tên)";

/// What the head who closes a book is asked to do.
const SEALED: &str = "(Ký, ghi rõ họ tên, đóng dấu)";

/// Somebody who signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signer<'a> {
    /// As what, in capitals.
    pub role: &'a str,
    /// The printed name; empty leaves it to be written by hand.
    pub name: &'a str,
}

/// Adds the signatures as one unbreakable strip: `left` may be missing, `right` always signs.
pub fn add(flow: &mut Flow, style: &HouseStyle, left: Option<Signer<'_>>, right: Signer<'_>) {
    set(flow, style, left, right, HOW);
}

/// Adds the signature of one who also sets the seal.
pub fn add_sealed(flow: &mut Flow, style: &HouseStyle, signer: Signer<'_>) {
    set(flow, style, None, signer, SEALED);
}

fn set(
    flow: &mut Flow,
    style: &HouseStyle,
    left: Option<Signer<'_>>,
    right: Signer<'_>,
    how: &str,
) {
    let gap = 4.0;
    let width = (flow.width() - gap) / 2.0;
    let column = |signer: Option<Signer<'_>>| {
        let mut column = Flow::new(width);
        let Some(signer) = signer else { return column };
        let line = Style::new(style.body).centred();
        column.paragraph(&[bold(signer.role)], &line);
        column.paragraph(&[italic(how)], &line);
        column.space(style.signature);
        column.paragraph(&[regular(signer.name)], &line);
        column
    };
    flow.columns(gap, vec![column(left), column(Some(right))]);
}
