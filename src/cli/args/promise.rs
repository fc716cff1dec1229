//! The words of the verbs that count, explain and change a promise.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{PaperSizeArg, moment};
use crate::domain::clock_start::StartReason;
use crate::domain::invalid::{Field, Invalid};
use crate::domain::limit::Limit;
use crate::domain::time::OfficeTime;
use crate::text::{help, help_promise};

/// Why the time counts from another moment than the receipt.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(in crate::cli) enum ClockReasonArg {
    OutOfArea,
    Post,
    OutsideHours,
}

impl From<ClockReasonArg> for StartReason {
    fn from(reason: ClockReasonArg) -> Self {
        match reason {
            ClockReasonArg::OutOfArea => Self::OutOfArea,
            ClockReasonArg::Post => Self::Post,
            ClockReasonArg::OutsideHours => Self::OutsideHours,
        }
    }
}

/// What the time of a dossier runs by, besides its limit.
#[derive(Debug, Args)]
pub(in crate::cli) struct TermFields {
    #[arg(long, value_name = "TIME", help = help_promise::AGREED)]
    pub(in crate::cli) agreed: Option<String>,
    #[arg(long, value_name = "TIME", help = help_promise::CLOCK_FROM)]
    pub(in crate::cli) clock_from: Option<String>,
    #[arg(long, value_name = "REASON", value_enum, help = help_promise::CLOCK_REASON)]
    pub(in crate::cli) clock_reason: Option<ClockReasonArg>,
    #[arg(long, value_name = "LIMIT", help = help_promise::SECOND_LIMIT)]
    pub(in crate::cli) second_limit: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Due {
    #[arg(long, value_name = "TIME", value_parser = moment, help = help::FROM)]
    pub(in crate::cli) from: Option<OfficeTime>,
    #[arg(long, value_name = "LIMIT", help = help::LIMIT)]
    pub(in crate::cli) limit: String,
    #[command(flatten)]
    pub(in crate::cli) terms: TermFields,
    #[arg(long, help = help::EXPLAIN)]
    pub(in crate::cli) explain: bool,
}

impl Due {
    /// The limit, checked.
    pub(in crate::cli) fn limit(&self) -> Result<Limit, Invalid> {
        self.limit.parse().map_err(|problem| Field::Limit.wrong(problem))
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Branch {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(long, value_name = "NUMBER", required_unless_present = "limit",
        conflicts_with = "limit", help = help_promise::BRANCH_NUMBER)]
    pub(in crate::cli) branch: Option<String>,
    #[arg(long, value_name = "LIMIT", help = help::LIMIT)]
    pub(in crate::cli) limit: Option<String>,
    #[arg(long, value_name = "TIME", help = help_promise::AGREED)]
    pub(in crate::cli) agreed: Option<String>,
    #[arg(long, value_name = "TEXT", help = help_promise::BRANCH_REASON)]
    pub(in crate::cli) reason: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Explain {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(long, value_name = "FILE", help = help_promise::EXPLAIN_FILE)]
    pub(in crate::cli) form: PathBuf,
    #[arg(long, value_enum, help = help::PAPER_SIZE)]
    pub(in crate::cli) paper_size: Option<PaperSizeArg>,
    #[arg(long, value_name = "TEXT", default_value = help::REPRINT_REASON, help = help::REASON)]
    pub(in crate::cli) reason: String,
}
