//! The words of the verbs of a dossier's whole life, from guidance before it to an undone step.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};

use super::{date, most, within};
use crate::domain::card::Card;
use crate::domain::intake::Intake;
use crate::domain::invalid::Invalid;
use crate::domain::officer::Role;
use crate::text::{help, help_life, help_print};

/// Whom a notice is for before there is a dossier, and what they asked for.
#[derive(Debug, Args)]
pub(in crate::cli) struct Whom {
    #[arg(long, value_name = "CODE", help = help::PROCEDURE)]
    pub(in crate::cli) procedure: Option<String>,
    #[arg(long, value_name = "TEXT", help = help::CITIZEN_QR)]
    pub(in crate::cli) citizen_qr: Option<String>,
    #[arg(long, value_name = "TEXT", help = help::NAME)]
    pub(in crate::cli) name: Option<String>,
    #[arg(long, value_name = "NUMBER", help = help::ID)]
    pub(in crate::cli) id: Option<String>,
    #[arg(long, value_name = "NUMBER", help = help::PASSPORT)]
    pub(in crate::cli) passport: Option<String>,
    #[arg(long, conflicts_with_all = ["citizen_qr", "id", "passport"], help = help::ORGANISATION)]
    pub(in crate::cli) organisation: bool,
    #[arg(long, value_name = "NUMBER", requires = "organisation", help = help::TAX_CODE)]
    pub(in crate::cli) tax_code: Option<String>,
    #[arg(long, value_name = "TEXT", help = help::ADDRESS)]
    pub(in crate::cli) address: Option<String>,
    #[arg(long, value_name = "NUMBER", help = help::PHONE)]
    pub(in crate::cli) phone: Option<String>,
    #[arg(long, value_name = "TEXT", help = help::EMAIL)]
    pub(in crate::cli) email: Option<String>,
    #[arg(long, value_name = "TEXT", help = help::SUBJECT)]
    pub(in crate::cli) subject: Option<String>,
}

impl Whom {
    /// The form of somebody without a dossier, filled with what is given on `today`.
    pub(in crate::cli) fn form(&self, today: NaiveDate) -> Result<Intake, Invalid> {
        let mut form = Intake::default();
        let applicant = &mut form.applicant;
        if let Some(qr) = &self.citizen_qr {
            applicant.take_card(&Card::parse(qr, today)?);
        }
        applicant.organisation = self.organisation;
        let given = [
            (&mut applicant.name, &self.name),
            (&mut applicant.identity, &self.id),
            (&mut applicant.passport, &self.passport),
            (&mut applicant.tax_code, &self.tax_code),
            (&mut applicant.address, &self.address),
            (&mut applicant.phone, &self.phone),
            (&mut applicant.email, &self.email),
            (&mut form.subject, &self.subject),
            (&mut form.procedure, &self.procedure),
        ];
        for (field, given) in given {
            if let Some(given) = given {
                field.clone_from(given);
            }
        }
        Ok(form)
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Guide {
    #[command(flatten)]
    pub(in crate::cli) whom: Whom,
    #[arg(long = "item", value_name = "TEXT", required = true, help = help_life::ITEM)]
    pub(in crate::cli) items: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "", help = help_life::DEMAND_REASON)]
    pub(in crate::cli) reason: String,
    #[arg(long, value_name = "FILE", help = help_print::NOTICE_FILE)]
    pub(in crate::cli) form: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Refuse {
    #[arg(value_name = "CODE", help = help_life::REFUSED_CODE,
        conflicts_with_all = ["procedure", "citizen_qr", "name", "id", "passport", "organisation",
            "address", "phone", "email", "subject"])]
    pub(in crate::cli) code: Option<String>,
    #[arg(long, value_name = "TEXT", help = help_life::REFUSAL_REASON)]
    pub(in crate::cli) reason: String,
    #[command(flatten)]
    pub(in crate::cli) whom: Whom,
    #[arg(long, value_name = "FILE", help = help_print::NOTICE_FILE)]
    pub(in crate::cli) form: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct AskPapers {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(long = "item", value_name = "TEXT", required_unless_present = "demand",
        help = help_life::ITEM)]
    pub(in crate::cli) items: Vec<String>,
    #[arg(long, value_name = "TEXT", help = help::DEMAND)]
    pub(in crate::cli) demand: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "", help = help_life::DEMAND_REASON)]
    pub(in crate::cli) reason: String,
    #[arg(long, value_name = "FILE", help = help_print::NOTICE_FILE)]
    pub(in crate::cli) form: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct HandOver {
    #[arg(value_name = "CODE", required = true, help = help_life::CODES)]
    pub(in crate::cli) codes: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "", help = help_life::TO_UNIT)]
    pub(in crate::cli) to: String,
    // Not named as the option of every verb that says who acts: one would take the other's place.
    #[arg(long = "officer", value_name = "NAME", default_value = "",
        help = help_life::TO_OFFICER)]
    pub(in crate::cli) by_name: String,
    #[arg(long, help = help_life::MAKE_LIST)]
    pub(in crate::cli) list: bool,
    #[arg(long, value_name = "TEXT", default_value = "", help = help::NOTE)]
    pub(in crate::cli) note: String,
    #[arg(long, value_name = "FILE", help = help_print::LIST_FILE)]
    pub(in crate::cli) form: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct TakeBack {
    #[arg(value_name = "CODE", required_unless_present = "results", help = help_life::CODES_BACK)]
    pub(in crate::cli) codes: Vec<String>,
    #[arg(long = "result", value_name = "CODE", help = help_life::RESULTS_BACK)]
    pub(in crate::cli) results: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "", help = help_life::FROM_UNIT)]
    pub(in crate::cli) from: String,
    #[arg(long = "officer", value_name = "NAME", default_value = "",
        help = help_life::FROM_OFFICER)]
    pub(in crate::cli) by_name: String,
    #[arg(long, help = help_life::MAKE_LIST)]
    pub(in crate::cli) list: bool,
    #[arg(long, value_name = "TEXT", default_value = "", help = help::NOTE)]
    pub(in crate::cli) note: String,
    #[arg(long, value_name = "FILE", help = help_print::LIST_FILE)]
    pub(in crate::cli) form: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Post {
    #[arg(value_name = "CODE=BILL", required = true, help = help_life::BILLS)]
    pub(in crate::cli) folders: Vec<String>,
    #[arg(long, value_name = "NAME", default_value = "", help = help_life::POSTMAN)]
    pub(in crate::cli) postman: String,
    #[arg(long, value_name = "TEXT", default_value = "", help = help_life::POST_OFFICE)]
    pub(in crate::cli) post_office: String,
    #[arg(long, value_name = "TEXT", default_value = "", help = help::NOTE)]
    pub(in crate::cli) note: String,
    #[arg(long, value_name = "FILE", help = help_print::LIST_FILE)]
    pub(in crate::cli) form: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Lists {
    #[arg(value_name = "ID", value_parser = number, conflicts_with_all = ["from", "to"], help = help_life::LIST_ID)]
    pub(in crate::cli) id: Option<i64>,
    #[arg(long, value_name = "DATE", value_parser = date, help = help_life::LISTS_FROM)]
    pub(in crate::cli) from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = date, help = help_life::LISTS_TO)]
    pub(in crate::cli) to: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Sign {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(long, value_name = "TEXT", help = help_life::RESULT_NUMBER)]
    pub(in crate::cli) number: String,
    #[arg(long, value_name = "DATE", value_parser = date, help = help_life::SIGNED_ON)]
    pub(in crate::cli) date: Option<NaiveDate>,
    #[arg(long, value_name = "NAME", help = help_life::SIGNER)]
    pub(in crate::cli) signer: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Because {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(long, value_name = "TEXT", help = help_life::BECAUSE)]
    pub(in crate::cli) reason: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Tray {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(in crate::cli) code: String,
    #[arg(value_name = "TRAY", required_unless_present = "none", conflicts_with = "none",
        help = help_life::TRAY_NAME)]
    pub(in crate::cli) tray: Option<String>,
    #[arg(long, help = help_life::NO_TRAY)]
    pub(in crate::cli) none: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct HeldBy {
    #[arg(value_name = "UNIT", help = help_life::HELD_UNIT)]
    pub(in crate::cli) unit: Option<String>,
    #[arg(long = "officer", value_name = "NAME", default_value = "",
        help = help_life::HELD_OFFICER)]
    pub(in crate::cli) by_name: String,
    #[arg(long, value_name = "NUMBER", default_value_t = 100, help = help_life::MOST,
        value_parser = most)]
    pub(in crate::cli) max: u16,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct NotBack {
    #[arg(long, value_name = "NUMBER", default_value_t = 100, help = help_life::MOST,
        value_parser = most)]
    pub(in crate::cli) max: u16,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Pick {
    #[arg(long, value_name = "DATE", value_parser = date, help = help_life::PICK_DAY)]
    pub(in crate::cli) day: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Notices {
    #[arg(long, value_name = "NUMBER", default_value_t = 20, help = help_life::MOST_NOTICES,
        value_parser = most)]
    pub(in crate::cli) max: u16,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Officers {
    #[command(about = help_life::OFFICERS_LIST)]
    List,
    #[command(about = help_life::OFFICERS_SET)]
    Set {
        #[arg(value_name = "NAME", help = help_life::OFFICER_NAME)]
        name: String,
        #[arg(long, value_enum, help = help_life::OFFICER_ROLE)]
        role: RoleArg,
        #[arg(long, value_name = "TEXT", default_value = "", help = help_life::OFFICER_UNIT)]
        unit: String,
        #[arg(long, help = help_life::OFFICER_LEFT)]
        left: bool,
    },
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CloseYear {
    #[arg(value_name = "YEAR", value_parser = year, help = help_life::YEAR)]
    pub(in crate::cli) year: i32,
}

fn number(text: &str) -> Result<i64, String> {
    within(text, &(1..=i64::MAX))
}

fn year(text: &str) -> Result<i32, String> {
    within(text, &(2000..=2200))
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(in crate::cli) enum RoleArg {
    Head,
    Reception,
    Specialist,
    Leader,
}

impl From<RoleArg> for Role {
    fn from(role: RoleArg) -> Self {
        match role {
            RoleArg::Head => Self::Head,
            RoleArg::Reception => Self::Reception,
            RoleArg::Specialist => Self::Specialist,
            RoleArg::Leader => Self::Leader,
        }
    }
}
