//! The heading every form shares: agency and desk at the left, state and motto at the right.

use chrono::NaiveDate;

use super::flow::{Flow, Style};
use super::font::{self, Face};
use super::house_style::HouseStyle;
use super::paragraph::{bold, italic, regular};
use super::words::{capitals, long_date, or_dots};
use crate::domain::office::Office;

/// The name of the state.
const STATE: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

/// The motto of the state.
const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// The rule below the desk's name is this part of its column wide (Decree 30/2020/NĐ-CP, annex I:
/// a third to a half of the line above it).
const AGENCY_RULE: f32 = 0.36;

/// White space above a rule of the heading, in millimetres for each point of its type.
const RULE_GAP: f32 = 0.09;

/// Adds the heading of forms 01 to 05 (Circular 03/2025/TT-VPCP, annex I), set as Decree
/// 30/2020/NĐ-CP annex I wants it: the higher agency upright, the issuing desk bold with a short
/// rule, the motto underlined by a rule of its own length; then `number` with the place and `date`.
/// `lines` take the place of agency and desk, the last one bold; without lines these stand there.
pub fn add(
    flow: &mut Flow,
    style: &HouseStyle,
    office: &Office,
    lines: &[String],
    number: &str,
    date: NaiveDate,
) {
    let gap = 3.0;
    let left = (flow.width() - gap) * style.left_column;
    let right = flow.width() - gap - left;
    let issuer = agency(left, style, &issuer(office, lines));
    flow.columns(gap, vec![issuer, state(right, style)]);
    flow.space(style.gap * 2.0);

    let mut number_line = Flow::new(left);
    number_line.paragraph(&[regular(number)], &Style::new(style.body).centred());
    let mut place_line = Flow::new(right);
    let place = format!("{}, {}", or_dots(&office.place), long_date(date));
    place_line.paragraph(&[italic(place)], &Style::new(style.body).centred());
    flow.columns(gap, vec![number_line, place_line]);
}

/// The lines of the left column: those of the form, or agency and desk.
pub(super) fn issuer(office: &Office, lines: &[String]) -> Vec<String> {
    let given = lines.iter().filter(|line| !line.trim().is_empty());
    let given: Vec<String> = given.map(|line| capitals(line)).collect();
    if given.is_empty() {
        vec![capitals(&office.agency_name), capitals(&office.desk_name)]
    } else {
        given
    }
}

fn agency(width: f32, style: &HouseStyle, lines: &[String]) -> Flow {
    let line = Style::new(style.heading).centred();
    let mut column = Flow::new(width);
    for (place, text) in (1..).zip(lines) {
        let last = place == lines.len();
        column.paragraph(&[if last { bold(text) } else { regular(text) }], &line);
    }
    column.space(style.heading * RULE_GAP);
    column.centred_rule(width * AGENCY_RULE, style.rule);
    column
}

fn state(width: f32, style: &HouseStyle) -> Flow {
    let mut column = Flow::new(width);
    column.paragraph(&[bold(STATE)], &Style::new(style.heading).centred());
    column.paragraph(&[bold(MOTTO)], &Style::new(style.motto).centred());
    column.space(style.heading * RULE_GAP);
    column.centred_rule(font::width(MOTTO, Face::Bold, style.motto).min(width), style.rule);
    column
}
