//! What a procedure costs, in whole đồng.

use serde::{Deserialize, Serialize};

use super::words::{Cursor, Words};

/// *Phí* pays for a service, *lệ phí* is a charge of the state: two accounts that are never added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeeKind {
    /// *Phí*.
    Fee,
    /// *Lệ phí*.
    Charge,
}

/// One amount named by a procedure's fee text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeAmount {
    /// Which account it belongs to.
    pub kind: FeeKind,
    /// The amount in đồng.
    pub amount: u64,
    /// What one amount is for ("trang", "bản", "trường hợp"), empty when the text does not say.
    pub per: String,
}

/// How the đồng is written after a number.
const CURRENCY: [&str; 4] = ["đồng", "đ", "vnđ", "vnd"];

impl FeeAmount {
    /// The amounts a fee text names clearly, in its order; the text itself is always kept beside.
    ///
    /// A sentence counts when it says nothing but one amount of one kind
    /// (`Phí: 50.000 đồng/di chúc`). Tiers, alternatives and lists of amounts "depending on" answer
    /// nothing, and they also void plain amounts that they may modify; an amount with a subject of
    /// its own (`Phí cấp bản sao: 8.000đ/bản`) stands, with the subject in [`FeeAmount::per`].
    #[must_use]
    pub fn in_text(text: &str) -> Vec<Self> {
        let words = Words::new(text);
        let mut found: Vec<(Self, bool)> = Vec::new();
        let mut unclear = false;
        for sentence in words.cursor().split(&["."]) {
            let clauses = sentence.split(&[";"]);
            let money = |clause: &&Cursor<'_>| clause.has_amount(&CURRENCY);
            let read: Option<Vec<_>> =
                clauses.iter().filter(money).map(|clause| one_amount(*clause)).collect();
            match read {
                Some(amounts) => found.extend(amounts),
                None => unclear = true,
            }
        }
        if unclear {
            found.retain(|(_, has_subject)| *has_subject);
        }
        let amounts: Vec<Self> = found.into_iter().map(|(amount, _)| amount).collect();
        // The same thing at two prices is an alternative that the text does not explain.
        let rivals = |one: &Self| {
            amounts.iter().any(|other| {
                other.kind == one.kind && other.per == one.per && other.amount != one.amount
            })
        };
        amounts.iter().filter(|amount| !rivals(amount)).cloned().collect()
    }
}

/// `Phí [subject]: 8.000 đồng/bản [(remark)]`, and whether a subject was named.
fn one_amount(clause: Cursor<'_>) -> Option<(FeeAmount, bool)> {
    let mut rest = clause;
    let kind = if rest.eat("lệ phí") {
        FeeKind::Charge
    } else if rest.eat("phí") {
        FeeKind::Fee
    } else {
        return None;
    };
    let (subject, mut rest) = match rest.split_once(&[":"]).or_else(|| rest.split_once(&["là"])) {
        Some((subject, _)) if subject.has_number() => return None,
        Some((subject, value)) => (subject.source(), value),
        None => ("", rest),
    };
    let amount = rest.number()?;
    if !rest.eat_any(&CURRENCY) {
        return None;
    }
    let (unit, remark) = match rest.split_once(&["("]) {
        Some((unit, remark)) => (unit, Some(remark)),
        None => (rest, None),
    };
    if remark.is_some_and(|remark| remark.has_number() || remark.split_once(&[")"]).is_none()) {
        return None;
    }
    let unit = what_for(unit)?;
    let per = match (unit, subject) {
        ("", subject) => subject.to_owned(),
        (unit, "") => unit.to_owned(),
        (unit, subject) => format!("{unit}, {subject}"),
    };
    Some((FeeAmount { kind, amount, per }, !subject.is_empty()))
}

/// `/trường hợp`, or nothing; longer wordings hide a condition.
fn what_for(mut words: Cursor<'_>) -> Option<&str> {
    if words.done() {
        return Some("");
    }
    let plain = words.eat("/")
        && (1..=4).contains(&words.count())
        && !words.has_number()
        && ![",", "hoặc", "tùy", "từ"].iter().any(|word| words.has(word));
    plain.then(|| words.source())
}
