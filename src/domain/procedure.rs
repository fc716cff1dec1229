//! Procedures as the catalogue knows them, each in the version of one decision.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::dossier::Channel;
use super::fee::FeeAmount;
use super::fold::fold;
use super::invalid::Problem;
use super::limit::{Limit, LimitBranch};
use super::paper::RequiredPaper;

/// One version of a procedure. A dossier keeps the version it was received under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Procedure {
    /// National code, `n.nnnnnn`, with a province's suffix where the office uses one.
    pub code: String,
    /// Official name.
    pub name: String,
    /// Field, for instance *Hộ tịch*.
    pub field: String,
    /// Level or levels that handle it.
    pub level: String,
    /// What it asks for, in order.
    pub papers: Vec<RequiredPaper>,
    /// The limit as the decision words it, always kept.
    pub limit_text: String,
    /// The limit as understood; the first branch is the ordinary case. Empty when the prose is not
    /// clear: the officer then gives the limit.
    pub limits: Vec<LimitBranch>,
    /// The fee as the decision words it, exemptions and all.
    pub fee_text: String,
    /// Amounts found in the fee text, in đồng.
    pub fees: Vec<FeeAmount>,
    /// The law it stands on.
    pub legal_basis: String,
    /// The decision that published this version.
    pub decision: String,
    /// First day in force.
    pub in_force_from: NaiveDate,
    /// Whether the procedure was abolished: known for old dossiers, no longer offered.
    pub abolished: bool,
}

/// Digits of a national procedure code.
const DIGITS: usize = 7;

/// Signs that stand for the dot of a code.
const DOTS: [char; 2] = ['.', ','];

/// The longest unit code behind a procedure code (Decision 20/2020/QĐ-TTg art. 4).
const LONGEST_SUFFIX: usize = 35;

impl Procedure {
    /// The national code without a province's suffix.
    #[must_use]
    pub fn base(&self) -> &str {
        base_code(&self.code)
    }

    /// The limit that runs when nobody chooses a branch: the one for dossiers that come in through
    /// `channel`, or else the branch without a condition. `None` when every branch depends on
    /// something that only the officer knows.
    #[must_use]
    pub fn ordinary_limit(&self, channel: Channel) -> Option<Limit> {
        let named = match channel {
            Channel::Counter => "truc tiep",
            Channel::Online => "truc tuyen",
            Channel::Post => "dich vu buu chinh",
        };
        let of = |wanted: &str| self.limits.iter().find(|branch| fold(&branch.when) == wanted);
        of(named).or_else(|| of("")).map(|branch| branch.limit)
    }
}

/// Brings a procedure code to the form `n.nnnnnn`, followed by a province's suffix where it has one
/// (`1.013792.H42`, `2.000908.000.00.00.H61`).
///
/// Misprints of published decisions are set right: the missing dot of `3000410`, the extra dot of
/// `1.013.792.H42`, a comma for the dot, blanks, small letters of the suffix.
///
/// # Errors
///
/// [`Problem::Empty`] without any sign, [`Problem::WrongLength`] when the code has not seven digits,
/// [`Problem::NotUnderstood`] for any other text.
pub fn normal_code(text: &str) -> Result<String, Problem> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Err(Problem::Empty);
    }
    // The first dot belongs behind the first digit, else a digit was lost or swapped.
    let dotted = text.chars().nth(1).is_some_and(|sign| DOTS.contains(&sign));
    let mut digits = String::with_capacity(DIGITS);
    let mut rest = text.as_str();
    while digits.len() < DIGITS
        && let Some(sign) = rest.chars().next()
    {
        match sign {
            '0'..='9' => digits.push(sign),
            _ if DOTS.contains(&sign) && dotted => {}
            _ => return Err(Problem::NotUnderstood),
        }
        rest = rest.get(sign.len_utf8()..).unwrap_or_default();
    }
    if digits.len() != DIGITS {
        return Err(Problem::WrongLength { found: digits.len(), expected: "7" });
    }
    let (kind, number) = digits.split_at(1);
    Ok(format!("{kind}.{number}{}", normal_suffix(rest)?))
}

/// A unit code behind the dot: groups of two or three signs, one of them a province's code (a letter
/// and two digits).
fn normal_suffix(text: &str) -> Result<String, Problem> {
    let text = text.trim_end_matches(DOTS).to_ascii_uppercase();
    if text.is_empty() {
        return Ok(text);
    }
    let groups: Vec<&str> = text.strip_prefix('.').unwrap_or_default().split('.').collect();
    let fits = |group: &&str| {
        (2..=3).contains(&group.len())
            && group.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit())
    };
    let province = |group: &&str| {
        matches!(group.as_bytes(), [b'A'..=b'Y', first, second]
            if first.is_ascii_digit() && second.is_ascii_digit())
    };
    if text.len() > LONGEST_SUFFIX || !groups.iter().all(fits) || !groups.iter().any(province) {
        return Err(Problem::NotUnderstood);
    }
    Ok(text)
}

/// The national part of a code in its normal form, `1.013792` of `1.013792.H42`.
#[must_use]
pub fn base_code(code: &str) -> &str {
    code.get(..=DIGITS).unwrap_or(code)
}
