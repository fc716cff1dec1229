//! The words of `calendar`.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use clap::{Args, Subcommand};

use super::date;
use crate::desk::catalogue::session_of;
use crate::domain::calendar::{DayKind, Origin, SpecialDay};
use crate::domain::time::parse_date;
use crate::text::help_calendar as help;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Calendar {
    #[command(about = help::IMPORT)]
    Import {
        #[arg(value_name = "FILE", help = help::FILE)]
        file: PathBuf,
    },
    #[command(about = help::SHOW)]
    Show {
        #[arg(long, value_name = "YEAR", value_parser = year, help = help::SHOW_YEAR)]
        year: Option<i32>,
    },
    #[command(about = help::WHAT_IF)]
    WhatIf(Edit),
    #[command(about = help::CHANGE)]
    Change(Box<Change>),
    #[command(about = help::EXPORT)]
    Export(Export),
}

/// What is to change.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Edit {
    #[arg(long, value_name = "DATE=NAME", value_parser = off, help = help::OFF)]
    pub(in crate::cli) off: Vec<SpecialDay>,
    #[arg(long, value_name = "DATE=NAME", value_parser = work, help = help::WORK)]
    pub(in crate::cli) work: Vec<SpecialDay>,
    #[arg(long, value_name = "DATE=HOURS=NAME", value_parser = closed, help = help::CLOSED)]
    pub(in crate::cli) closed: Vec<SpecialDay>,
    #[arg(long, value_name = "DATE", value_parser = date, help = help::REMOVE)]
    pub(in crate::cli) remove: Vec<NaiveDate>,
    #[arg(long, value_name = "YEAR=NOTICE", value_parser = official, help = help::OFFICIAL)]
    pub(in crate::cli) official: Vec<(i32, String)>,
    #[arg(long, value_name = "FILE", help = help::EDIT_FILE)]
    pub(in crate::cli) file: Option<PathBuf>,
    #[arg(long, value_name = "TEXT", help = help::SOURCE)]
    pub(in crate::cli) source: Option<String>,
    #[arg(long, help = help::RECOUNT)]
    pub(in crate::cli) recount: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Change {
    #[command(flatten)]
    pub(in crate::cli) edit: Edit,
    #[arg(long = "move", value_name = "CODE", num_args = 1.., help = help::MOVE)]
    pub(in crate::cli) moving: Vec<String>,
    #[arg(long, value_name = "TEXT", help = help::REASON)]
    pub(in crate::cli) reason: String,
    #[arg(long, value_name = "FILE", help = help::SLIPS)]
    pub(in crate::cli) slips: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = help::CALLS)]
    pub(in crate::cli) calls: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Export {
    #[arg(value_name = "FILE", help = help::EXPORT_FILE)]
    pub(in crate::cli) file: PathBuf,
    #[arg(long, value_name = "YEAR", value_parser = year, help = help::EXPORT_YEAR)]
    pub(in crate::cli) year: Vec<i32>,
    #[arg(long, help = help::ALL)]
    pub(in crate::cli) all: bool,
}

impl Edit {
    /// The days to be written: they rest on `source` where that is given, and are the office's own
    /// otherwise.
    pub(in crate::cli) fn days(&self) -> Vec<SpecialDay> {
        let mut days = [&self.off[..], &self.work, &self.closed].concat();
        if let Some(source) = &self.source {
            for day in &mut days {
                day.origin = Origin::Notice;
                day.source.clone_from(source);
            }
        }
        days
    }
}

fn off(text: &str) -> Result<SpecialDay, &'static str> {
    day(text, DayKind::Off)
}

fn work(text: &str) -> Result<SpecialDay, &'static str> {
    day(text, DayKind::Work)
}

fn day(text: &str, kind: DayKind) -> Result<SpecialDay, &'static str> {
    let (date, name) = text.split_once('=').ok_or(help::NOT_A_DAY)?;
    Ok(SpecialDay {
        date: parse_date(date).ok_or(help::NOT_A_DAY)?,
        kind,
        name: name.trim().to_owned(),
        origin: Origin::Office,
        source: String::new(),
    })
}

fn closed(text: &str) -> Result<SpecialDay, &'static str> {
    let mut parts = text.splitn(3, '=');
    let (Some(date), Some(hours), Some(name)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(help::NOT_A_CLOSURE);
    };
    let session = session_of(hours).ok_or(help::NOT_A_CLOSURE)?;
    day(&format!("{date}={name}"), DayKind::Closed(session)).map_err(|_| help::NOT_A_CLOSURE)
}

fn official(text: &str) -> Result<(i32, String), &'static str> {
    let (written, notice) = text.split_once('=').ok_or(help::NOT_A_NOTICE)?;
    let year = year(written).map_err(|_| help::NOT_A_NOTICE)?;
    Ok((year, notice.trim().to_owned()))
}

/// A year that a date could lie in.
fn year(text: &str) -> Result<i32, &'static str> {
    let date = parse_date(&format!("01/01/{}", text.trim())).ok_or(help::NOT_A_YEAR)?;
    Ok(date.year())
}
