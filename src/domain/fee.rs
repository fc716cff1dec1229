//! What a procedure costs, in whole đồng.

use serde::{Deserialize, Serialize};

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
