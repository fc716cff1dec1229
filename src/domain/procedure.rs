//! Procedures as the catalogue knows them, each in the version of one decision.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fee::FeeAmount;
use super::limit::LimitBranch;
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
