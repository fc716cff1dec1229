//! The words of the verbs about processes and their steps.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use super::date;
use crate::text::help;

#[derive(Debug, Args)]
pub(in crate::cli) struct ImportSteps {
    #[arg(value_name = "FILE", help = help::STEPS_FILE)]
    pub(in crate::cli) file: PathBuf,
    #[arg(long, value_name = "DATE", value_parser = date, help = help::STEPS_EFFECTIVE)]
    pub(in crate::cli) effective: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SetSteps {
    #[arg(value_name = "CODE", help = help::PROCEDURE)]
    pub(in crate::cli) code: String,
    #[arg(long, value_name = "TEXT", help = help::PROCESS_NAME)]
    pub(in crate::cli) name: String,
    #[arg(long = "step", value_name = "STEP", required = true, help = help::STEP)]
    pub(in crate::cli) steps: Vec<String>,
    #[arg(long, value_name = "DATE", value_parser = date, help = help::SET_STEPS_EFFECTIVE)]
    pub(in crate::cli) effective: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Steps {
    #[arg(value_name = "CODE", help = help::PROCEDURE)]
    pub(in crate::cli) code: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Next {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(long, value_name = "STEP", default_value = "", hide_default_value = true,
        help = help::NEXT_TO)]
    pub(in crate::cli) to: String,
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true,
        help = help::NEXT_HOLDER)]
    pub(in crate::cli) holder: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true,
        help = help::NEXT_REASON)]
    pub(in crate::cli) reason: String,
}
