//! The words of `list`.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::{ChannelArg, date, most};
use crate::store::{DueWindow, ListState};
use crate::text::help;

#[derive(Debug, Args)]
pub(in crate::cli) struct List {
    #[arg(value_name = "TEXT", default_value = "", hide_default_value = true,
        help = help::FIND_TEXT)]
    pub(in crate::cli) text: String,
    #[arg(long, value_enum, default_value = "open", help = help::STATE)]
    pub(in crate::cli) state: StateArg,
    #[arg(long, value_enum, help = help::DUE_WINDOW)]
    pub(in crate::cli) due: Option<DueArg>,
    #[arg(long, value_name = "TEXT", help = help::FIELD)]
    pub(in crate::cli) field: Option<String>,
    #[arg(long, value_enum, help = help::CHANNEL)]
    pub(in crate::cli) channel: Option<ChannelArg>,
    // Not named as the option of every verb that says who acts: one would take the other's place.
    #[arg(long = "officer", value_name = "NAME", help = help::OFFICER)]
    pub(in crate::cli) received_by: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date, help = help::FROM_DATE)]
    pub(in crate::cli) from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = date, help = help::TO_DATE)]
    pub(in crate::cli) to: Option<NaiveDate>,
    #[arg(long, help = help::NEWEST)]
    pub(in crate::cli) newest: bool,
    #[arg(long, value_name = "NUMBER", default_value_t = 20, help = help::MAX,
        value_parser = most)]
    pub(in crate::cli) max: u16,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(in crate::cli) enum StateArg {
    Open,
    Ready,
    Ended,
    Any,
}

impl From<StateArg> for ListState {
    fn from(state: StateArg) -> Self {
        match state {
            StateArg::Open => Self::Open,
            StateArg::Ready => Self::Ready,
            StateArg::Ended => Self::Ended,
            StateArg::Any => Self::Any,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(in crate::cli) enum DueArg {
    Overdue,
    Today,
    #[value(name = "3-days")]
    Next3Days,
}

impl From<DueArg> for DueWindow {
    fn from(due: DueArg) -> Self {
        match due {
            DueArg::Overdue => Self::Overdue,
            DueArg::Today => Self::Today,
            DueArg::Next3Days => Self::Next3Days,
        }
    }
}
