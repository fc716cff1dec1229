//! The words of the verbs that stop a dossier's clock, start it again or end it.

use std::path::PathBuf;

use clap::Args;

use super::moment;
use crate::domain::time::OfficeTime;
use crate::text::{help, help_print};

#[derive(Debug, Args)]
pub(in crate::cli) struct Ask {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(long, value_name = "TEXT", help = help::DEMAND)]
    pub(in crate::cli) demand: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Came {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(long, value_name = "TIME", value_parser = moment, help = help::AGREED_AGAIN)]
    pub(in crate::cli) agreed: Option<OfficeTime>,
    #[arg(long, value_name = "FILE", help = help::SLIP_FILE)]
    pub(in crate::cli) slip: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Paid {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(long, value_name = "FILE", help = help::SLIP_FILE)]
    pub(in crate::cli) slip: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Apologise {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(long, value_name = "TIME", value_parser = moment, help = help::UNTIL)]
    pub(in crate::cli) until: OfficeTime,
    #[arg(long, value_name = "TEXT", help = help::APOLOGY_REASON)]
    pub(in crate::cli) reason: String,
    #[arg(long, value_name = "FILE", help = help::SLIP_FILE)]
    pub(in crate::cli) slip: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = help_print::NOTICE_FILE)]
    pub(in crate::cli) form: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct End {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(long, value_name = "TEXT", help = help::END_REASON)]
    pub(in crate::cli) reason: String,
    #[arg(long, value_name = "FILE", help = help_print::NOTICE_FILE)]
    pub(in crate::cli) form: Option<PathBuf>,
}
