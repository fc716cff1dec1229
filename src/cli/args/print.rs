//! The words of the verbs that print papers and decide how they look.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{PaperSizeArg, date, within};
use crate::domain::form_style::FormKind;
use crate::forms::labels::CELLS;
use crate::text::{help, help_print};

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Print {
    #[command(about = help_print::NOTICE)]
    Notice {
        #[arg(value_name = "NUMBER", value_parser = number, help = help_print::NOTICE_NUMBER)]
        number: i64,
        #[command(flatten)]
        to: Again,
    },
    #[command(about = help_print::CONTROL)]
    Control {
        #[arg(value_name = "CODE", help = help::CODE)]
        code: String,
        #[command(flatten)]
        to: Again,
    },
    #[command(about = help_print::RECEIPT)]
    Receipt {
        #[arg(value_name = "CODE", help = help::CODE)]
        code: String,
        #[command(flatten)]
        to: Again,
    },
    #[command(about = help_print::LIST)]
    List {
        #[arg(value_name = "NUMBER", value_parser = number, help = help_print::LIST_NUMBER)]
        number: i64,
        #[command(flatten)]
        to: Again,
    },
    #[command(about = help_print::LABELS)]
    Labels {
        #[arg(value_name = "CODE", required = true, help = help_print::FOLDERS)]
        codes: Vec<String>,
        #[command(flatten)]
        to: OnLabels,
    },
    #[command(about = help_print::TRAYS)]
    Trays {
        #[arg(value_name = "TRAY", required = true, help = help_print::TRAY_NAMES)]
        trays: Vec<String>,
        #[command(flatten)]
        to: OnLabels,
    },
    #[command(about = help_print::POSTER)]
    Poster {
        #[arg(value_name = "PROCEDURE", help = help_print::POSTER_PROCEDURE)]
        procedure: String,
        #[arg(short = 'o', long = "out", value_name = "FILE", help = help_print::OUT)]
        out: PathBuf,
    },
}

/// Where a paper goes that is marked when it was printed before.
#[derive(Debug, Args)]
pub(in crate::cli) struct Again {
    #[arg(short = 'o', long = "out", value_name = "FILE", help = help_print::OUT)]
    pub(in crate::cli) out: PathBuf,
    #[arg(long, value_name = "TEXT", default_value = help::REPRINT_REASON, help = help::REASON)]
    pub(in crate::cli) reason: String,
}

/// Where labels go.
#[derive(Debug, Args)]
pub(in crate::cli) struct OnLabels {
    #[arg(short = 'o', long = "out", value_name = "FILE", help = help_print::OUT)]
    pub(in crate::cli) out: PathBuf,
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = cell,
        help = help_print::FIRST_CELL)]
    pub(in crate::cli) first_cell: usize,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Forms {
    #[command(about = help_print::FORMS_LIST)]
    List {
        #[arg(long, value_name = "DATE", value_parser = date, help = help_print::ON)]
        on: Option<NaiveDate>,
    },
    #[command(about = help_print::FORMS_SHOW)]
    Show {
        #[arg(value_name = "FORM", value_parser = form, help = help_print::FORM)]
        form: FormKind,
        #[arg(long, value_name = "DATE", value_parser = date, help = help_print::ON)]
        on: Option<NaiveDate>,
    },
    #[command(about = help_print::FORMS_SET)]
    Set {
        #[arg(value_name = "FORM", value_parser = form, help = help_print::FORM)]
        form: FormKind,
        #[arg(long, value_name = "DATE", value_parser = date, help = help_print::EFFECTIVE)]
        effective: Option<NaiveDate>,
        #[arg(long, help = help_print::USUAL)]
        usual: bool,
        #[command(flatten)]
        parts: Box<Parts>,
    },
    #[command(about = help_print::FORMS_PREVIEW)]
    Preview {
        #[arg(value_name = "FORM", value_parser = form, help = help_print::FORM)]
        form: FormKind,
        #[arg(short = 'o', long = "out", value_name = "FILE", help = help_print::OUT)]
        out: PathBuf,
        #[arg(long, value_name = "DATE", value_parser = date, help = help_print::ON)]
        on: Option<NaiveDate>,
        #[command(flatten)]
        parts: Box<Parts>,
    },
}

/// The parts of a form that an office decides; what is not given stays as it is.
#[derive(Debug, Args)]
pub(in crate::cli) struct Parts {
    #[arg(long, value_name = "TEXT", help = help_print::TITLE)]
    pub(in crate::cli) title: Option<String>,
    #[arg(long, value_name = "TEXT", help = help_print::NUMBER)]
    pub(in crate::cli) number: Option<String>,
    #[arg(long = "heading", value_name = "TEXT", help = help_print::HEADING)]
    pub(in crate::cli) heading: Vec<String>,
    #[arg(long, value_name = "TEXT", help = help_print::SIGNER)]
    pub(in crate::cli) signer: Option<String>,
    #[arg(long, value_name = "TEXT", help = help_print::SIGNER_NAME)]
    pub(in crate::cli) signer_name: Option<String>,
    #[arg(long = "copy", value_name = "TEXT", help = help_print::COPY)]
    pub(in crate::cli) copies: Vec<String>,
    #[arg(long, value_enum, help = help_print::PAPER_SIZE)]
    pub(in crate::cli) paper_size: Option<PaperSizeArg>,
    #[arg(long, value_name = "TEXT", help = help_print::FOOTER)]
    pub(in crate::cli) footer: Option<String>,
}

impl Parts {
    /// Whether nothing is given.
    pub(in crate::cli) fn is_empty(&self) -> bool {
        let texts = [&self.title, &self.number, &self.signer, &self.signer_name, &self.footer];
        texts.iter().all(|text| text.is_none())
            && self.heading.is_empty()
            && self.copies.is_empty()
            && self.paper_size.is_none()
    }
}

fn form(text: &str) -> Result<FormKind, String> {
    let word = text.trim().to_lowercase().replace('-', "_");
    FormKind::from_word(&word).ok_or_else(help_print::no_form)
}

fn number(text: &str) -> Result<i64, String> {
    within(text, &(1..=999_999_999))
}

fn cell(text: &str) -> Result<usize, String> {
    within(text, &(1..=CELLS))
}
