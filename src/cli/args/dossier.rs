//! The words of the verbs that receive a dossier and move it on.

use std::path::PathBuf;

use clap::Args;

use super::promise::TermFields;
use super::{ChannelArg, PaperSizeArg, ReturnByArg};
use crate::text::help;

/// What a form says, but for its procedure.
#[derive(Debug, Args)]
pub(in crate::cli) struct Fields {
    #[arg(long, value_name = "TEXT", help = help::CITIZEN_QR)]
    pub(in crate::cli) citizen_qr: Option<String>,
    #[arg(long, value_name = "TEXT", help = help::NAME)]
    pub(in crate::cli) name: Option<String>,
    #[arg(long, value_name = "NUMBER", help = help::ID)]
    pub(in crate::cli) id: Option<String>,
    #[arg(long, value_name = "NUMBER", help = help::PASSPORT)]
    pub(in crate::cli) passport: Option<String>,
    #[arg(long, value_name = "DATE", help = help::BIRTH)]
    pub(in crate::cli) birth: Option<String>,
    #[arg(long, value_name = "SEX", help = help::SEX)]
    pub(in crate::cli) sex: Option<String>,
    #[arg(long, value_name = "TEXT", help = help::ADDRESS)]
    pub(in crate::cli) address: Option<String>,
    #[arg(long, value_name = "NUMBER", help = help::PHONE)]
    pub(in crate::cli) phone: Option<String>,
    #[arg(long, value_name = "TEXT", help = help::EMAIL)]
    pub(in crate::cli) email: Option<String>,
    // What only a person has, and what only an organisation has, is never dropped in silence.
    #[arg(long, conflicts_with_all = ["citizen_qr", "id", "passport", "birth", "sex"],
        help = help::ORGANISATION)]
    pub(in crate::cli) organisation: bool,
    #[arg(long, value_name = "NUMBER", requires = "organisation", help = help::TAX_CODE)]
    pub(in crate::cli) tax_code: Option<String>,
    #[arg(long, value_name = "TEXT", help = help::FOR_NAME)]
    pub(in crate::cli) for_name: Option<String>,
    #[arg(long, value_name = "NUMBER", requires = "for_name",
        conflicts_with = "for_organisation", help = help::FOR_ID)]
    pub(in crate::cli) for_id: Option<String>,
    #[arg(long, value_name = "NUMBER", requires = "for_name", help = help::FOR_PHONE)]
    pub(in crate::cli) for_phone: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "for_name", help = help::FOR_ADDRESS)]
    pub(in crate::cli) for_address: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "for_name", help = help::FOR_EMAIL)]
    pub(in crate::cli) for_email: Option<String>,
    #[arg(long, requires = "for_name", help = help::FOR_ORGANISATION)]
    pub(in crate::cli) for_organisation: bool,
    #[arg(long, value_name = "NUMBER", requires = "for_organisation",
        help = help::FOR_TAX_CODE)]
    pub(in crate::cli) for_tax_code: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "for_name", help = help::AUTHORISATION)]
    pub(in crate::cli) authorisation: Option<String>,
    #[arg(long = "paper", value_name = "PAPER", help = help::PAPER)]
    pub(in crate::cli) papers: Vec<String>,
    #[arg(long, value_name = "TEXT", help = help::SUBJECT)]
    pub(in crate::cli) subject: Option<String>,
    #[arg(long, value_name = "NUMBER", help = help::SETS)]
    pub(in crate::cli) sets: Option<String>,
    #[arg(long, value_name = "LIMIT", help = help::LIMIT)]
    pub(in crate::cli) limit: Option<String>,
    #[arg(long, value_name = "NUMBER", help = help::BRANCH)]
    pub(in crate::cli) branch: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) terms: TermFields,
    #[arg(long, value_enum, help = help::CHANNEL)]
    pub(in crate::cli) channel: Option<ChannelArg>,
    #[arg(long, value_enum, help = help::RETURN_BY)]
    pub(in crate::cli) return_by: Option<ReturnByArg>,
    #[arg(long, value_name = "TEXT", help = help::NOTE)]
    pub(in crate::cli) note: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Receive {
    #[arg(long, value_name = "CODE", help = help::PROCEDURE)]
    pub(in crate::cli) procedure: String,
    #[command(flatten)]
    pub(in crate::cli) fields: Fields,
    #[arg(long, value_name = "FILE", help = help::SLIP_FILE)]
    pub(in crate::cli) slip: Option<PathBuf>,
    #[arg(long, value_enum, help = help::PAPER_SIZE)]
    pub(in crate::cli) paper_size: Option<PaperSizeArg>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Correct {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(long, value_name = "TEXT", help = help::CORRECT_REASON)]
    pub(in crate::cli) reason: String,
    #[arg(long, value_name = "CODE", help = help::PROCEDURE)]
    pub(in crate::cli) procedure: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) fields: Fields,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Finish {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Return {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(long, value_name = "TEXT", help = help::COLLECTOR)]
    pub(in crate::cli) collector: Option<String>,
    #[arg(long, value_name = "NUMBER", requires = "collector", help = help::COLLECTOR_ID)]
    pub(in crate::cli) collector_id: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "collector",
        help = help::COLLECTOR_AUTHORISATION)]
    pub(in crate::cli) authorisation: Option<String>,
    #[arg(long, conflicts_with = "no_slip", help = help::LOST_SLIP)]
    pub(in crate::cli) lost_slip: bool,
    #[arg(long, help = help::NO_SLIP)]
    pub(in crate::cli) no_slip: bool,
    #[arg(long, value_name = "TEXT", help = help::NOTE)]
    pub(in crate::cli) note: Option<String>,
}
