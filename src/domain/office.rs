//! What is peculiar to one office: names for the heading, code pattern, policies, slip.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::deadline::ReturnHour;

/// The settings of the office that owns the book. Every field has a default, so that a settings
/// text written by an older program still reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Office {
    /// The agency above the desk, as in the left heading: "UBND xã Hướng Hiệp".
    pub agency_name: String,
    /// The agency's identification code (Decision 20/2020/QĐ-TTg art. 4): "H50.031".
    pub agency_code: String,
    /// The province, for addresses: "tỉnh Quảng Trị"; may be empty.
    pub province: String,
    /// The desk's own name, second heading line.
    pub desk_name: String,
    /// Where slips say they were written: "Hướng Hiệp".
    pub place: String,
    /// The desk's telephone number; may be empty.
    pub phone: String,
    /// Pattern of dossier codes, see [`super::code::CodePattern`].
    pub code_pattern: String,
    /// At what hour of the due day the result is promised.
    pub return_hour: ReturnHour,
    /// Dossiers received after this hour, or outside office hours, count from the opening of the next
    /// working day. No general rule of the law knows such an hour: none unless the office has one.
    pub count_next_day_after: Option<NaiveTime>,
    /// A practice office: only here may invented dossiers be made.
    pub practice: bool,
    /// How slips are printed.
    pub slip: SlipSettings,
}

/// How the appointment slip is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlipSettings {
    /// Paper size.
    pub paper: PaperSize,
    /// The label of each copy, in printing order; one copy a label. An empty label prints nothing.
    pub copies: Vec<String>,
    /// What follows the number on the number line: "TTPVHCC" or "BPTNTKQ".
    pub number_suffix: String,
}

/// Paper sizes slips are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum PaperSize {
    /// 148 × 210 mm, the size of forms 01–05 (Circular 01/2018/TT-VPCP art. 9).
    #[default]
    A5,
    /// 210 × 297 mm.
    A4,
}

impl Default for Office {
    fn default() -> Self {
        Self {
            agency_name: String::new(),
            agency_code: String::new(),
            province: String::new(),
            desk_name: "Trung tâm Phục vụ hành chính công".to_owned(),
            place: String::new(),
            phone: String::new(),
            code_pattern: super::code::DEFAULT_PATTERN.to_owned(),
            return_hour: ReturnHour::default(),
            count_next_day_after: None,
            practice: false,
            slip: SlipSettings::default(),
        }
    }
}

impl Default for SlipSettings {
    fn default() -> Self {
        Self {
            paper: PaperSize::A5,
            copies: vec![
                "Liên 1: Lưu tại bộ phận tiếp nhận".to_owned(),
                "Liên 2: Giao cho người nộp hồ sơ".to_owned(),
            ],
            number_suffix: "TTPVHCC".to_owned(),
        }
    }
}

/// What follows `words` at the beginning of an agency's name, whatever their case: the place in
/// *UBND xã Hướng Hiệp*. `None` when the name begins otherwise or ends there.
pub(crate) fn after_words<'a>(name: &'a str, words: &str) -> Option<&'a str> {
    let end = name.char_indices().nth(words.chars().count())?.0;
    let (head, rest) = name.split_at_checked(end)?;
    let place = rest.strip_prefix(' ')?.trim_start();
    (head.to_lowercase() == words.to_lowercase()).then_some(place)
}
