//! The words of the command line.

mod calendar;
mod clock;
mod dossier;
mod life;
mod list;
mod print;
mod process;
mod promise;

use std::ffi::OsString;
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use clap::{
    Arg, ArgAction, Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum,
};

pub(super) use self::calendar::{
    Calendar, Change as CalendarChange, Edit as CalendarEdit, Export as CalendarExport,
};
pub(super) use self::clock::{Apologise, Ask, Came, End, Paid};
pub(super) use self::dossier::{Correct, Fields, Finish, Receive, Return};
pub(super) use self::life::{
    AskPapers, Because, CloseYear, Guide, HandOver, HeldBy, Lists, NotBack, Notices, Officers,
    Pick, Post, Refuse, Sign, TakeBack, Tray, Whom,
};
pub(super) use self::list::List;
pub(super) use self::print::{Forms, Parts, Print};
pub(super) use self::process::{ImportSteps, Next, SetSteps, Steps};
pub(super) use self::promise::{Branch, Due, Explain};
use crate::domain::deadline::ReturnHour;
use crate::domain::dossier::{Channel, ReturnBy};
use crate::domain::office::PaperSize;
use crate::domain::time::{OfficeTime, parse_date, parse_moment};
use crate::text::{help, help_calendar, help_life, help_print, help_promise};

#[derive(Debug, Parser)]
#[command(name = "motcua", version, about = help::ABOUT)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[arg(long, help = help::TRAINING)]
    pub(super) training: bool,
    #[command(subcommand)]
    pub(super) verb: Option<Verb>,
}

impl Cli {
    /// Reads a command's words.
    pub(super) fn parse_words(words: &[OsString]) -> Result<Self, clap::Error> {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
        let command = Self::command()
            .disable_version_flag(true)
            .arg(version.help(help::VERSION).help_heading(help::OPTIONS));
        let mut matches = in_vietnamese(command).try_get_matches_from(words)?;
        Self::from_arg_matches_mut(&mut matches)
    }
}

/// Puts every word of help that the library would say in English into Vietnamese.
fn in_vietnamese(command: Command) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    command
        .help_template(help::TEMPLATE)
        .subcommand_help_heading(help::VERBS)
        .subcommand_value_name(help::VERB)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(help.help(help::HELP))
        .mut_args(|arg| {
            let heading = match (arg.is_positional(), arg.is_global_set()) {
                (true, _) => help::GIVEN,
                (false, true) => help::COMMON_OPTIONS,
                (false, false) => help::OPTIONS,
            };
            let valued = arg.get_action().takes_values();
            arg.help_heading(heading).hide_default_value(valued).hide_possible_values(valued)
        })
        .mut_subcommands(in_vietnamese)
}

#[derive(Debug, Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "DIR", env = "MOTCUA_DATA", hide_env = true,
        help = help::DATA)]
    pub(super) data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "TIME", value_parser = moment, help = help::AT)]
    pub(super) at: Option<OfficeTime>,
    #[arg(long = "as", global = true, value_name = "NAME", help = help::AS)]
    pub(super) officer: Option<String>,
    #[arg(long, global = true, help = help::JSON)]
    pub(super) json: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    #[command(about = help::DEMO)]
    Demo(Demo),
    #[command(about = help::INIT)]
    Init(Init),
    #[command(about = help::PROCEDURES)]
    Procedures {
        #[command(subcommand)]
        action: Procedures,
    },
    #[command(about = help_calendar::CALENDAR)]
    Calendar {
        #[command(subcommand)]
        action: Calendar,
    },
    #[command(about = help::DUE)]
    Due(Due),
    #[command(about = help::RECEIVE)]
    Receive(Box<Receive>),
    #[command(about = help::SLIP)]
    Slip(Slip),
    #[command(about = help::CORRECT)]
    Correct(Box<Correct>),
    #[command(about = help_promise::BRANCH_VERB)]
    Branch(Branch),
    #[command(about = help_promise::EXPLAIN_VERB)]
    Explain(Explain),
    #[command(about = help::NEXT)]
    Next(Next),
    #[command(about = help_life::GUIDE)]
    Guide(Guide),
    #[command(about = help_life::REFUSE)]
    Refuse(Refuse),
    #[command(about = help_life::NOTICES)]
    Notices(Notices),
    #[command(about = help::HAND_OVER)]
    HandOver(HandOver),
    #[command(about = help_life::TAKE_BACK)]
    TakeBack(TakeBack),
    #[command(about = help_life::LISTS)]
    Lists(Lists),
    #[command(about = help_life::POST_OUT)]
    PostOut(Post),
    #[command(about = help_life::POST_IN)]
    PostIn(Post),
    #[command(about = help::ASK_PAPERS)]
    AskPapers(AskPapers),
    #[command(about = help::PAPERS_CAME)]
    PapersCame(Came),
    #[command(about = help::ASK_PAYMENT)]
    AskPayment(Ask),
    #[command(about = help::PAID)]
    Paid(Paid),
    #[command(about = help::APOLOGISE)]
    Apologise(Apologise),
    #[command(about = help::STOP)]
    Stop(End),
    #[command(about = help::WITHDRAW)]
    Withdraw(End),
    #[command(about = help_life::VOID)]
    Void(Because),
    #[command(about = help_life::UNDO)]
    Undo(Because),
    #[command(about = help_life::SIGN)]
    Sign(Sign),
    #[command(about = help::FINISH)]
    Finish(Finish),
    #[command(about = help_life::TRAY)]
    Tray(Tray),
    #[command(about = help_life::PICK)]
    Pick(Pick),
    #[command(about = help::RETURN)]
    Return(Return),
    #[command(about = help_life::BOARD)]
    Board,
    #[command(about = help_life::HELD_BY)]
    HeldBy(HeldBy),
    #[command(about = help_life::NOT_BACK)]
    NotBack(NotBack),
    #[command(about = help_life::OFFICERS)]
    Officers {
        #[command(subcommand)]
        action: Officers,
    },
    #[command(about = help::LIST)]
    List(List),
    #[command(about = help::FIND)]
    Find(Find),
    #[command(about = help::SHOW)]
    Show(Show),
    #[command(about = help_print::PRINT)]
    Print {
        #[command(subcommand)]
        what: Print,
    },
    #[command(about = help_print::FORMS)]
    Forms {
        #[command(subcommand)]
        action: Forms,
    },
    #[command(about = help::REGISTER)]
    Register(Register),
    #[command(about = help::REPORT)]
    Report {
        #[command(subcommand)]
        name: Report,
    },
    #[command(about = help_life::CLOSE_YEAR)]
    CloseYear(CloseYear),
    #[command(about = help::BACKUP)]
    Backup(Backup),
    #[command(about = help::CHECK)]
    Check,
    #[command(about = help::GENERATE)]
    Generate(Generate),
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    #[arg(long, value_name = "DIR", help = help::DEMO_OUT)]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    #[arg(long, value_name = "TEXT", help = help::AGENCY_NAME)]
    pub(super) agency_name: String,
    #[arg(long, value_name = "CODE", help = help::AGENCY_CODE)]
    pub(super) agency_code: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true,
        help = help::PROVINCE)]
    pub(super) province: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true,
        help = help::DESK_PHONE)]
    pub(super) phone: String,
    #[arg(long, value_name = "PATTERN", default_value = "", hide_default_value = true,
        help = help::CODE_PATTERN)]
    pub(super) code_pattern: String,
    #[arg(long, value_enum, default_value = "same-hour", help = help::RETURN_HOUR)]
    pub(super) return_hour: ReturnHourArg,
    #[arg(long, value_enum, default_value = "a5", help = help::OFFICE_PAPER_SIZE)]
    pub(super) paper_size: PaperSizeArg,
    #[arg(long = "copy", value_name = "LABEL", help = help::COPY)]
    pub(super) copies: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Procedures {
    #[command(about = help::PROCEDURES_IMPORT)]
    Import {
        #[arg(value_name = "FILE", help = help::CATALOGUE_FILE)]
        file: PathBuf,
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true,
            help = help::DECISION)]
        decision: String,
        #[arg(long, value_name = "DATE", value_parser = date, help = help::EFFECTIVE)]
        effective: Option<NaiveDate>,
    },
    #[command(about = help::IMPORT_STEPS)]
    ImportSteps(ImportSteps),
    #[command(about = help::SET_STEPS)]
    SetSteps(SetSteps),
    #[command(about = help::STEPS)]
    Steps(Steps),
    #[command(about = help::PROCEDURES_FIND)]
    Find {
        #[arg(value_name = "TEXT", help = help::PROCEDURE_TEXT)]
        text: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct Slip {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(super) code: String,
    #[arg(short = 'o', long = "out", value_name = "FILE", help = help::SLIP_FILE)]
    pub(super) out: Option<PathBuf>,
    #[arg(long, value_enum, help = help::PAPER_SIZE)]
    pub(super) paper_size: Option<PaperSizeArg>,
    #[arg(long, value_name = "TEXT", default_value = help::REPRINT_REASON, help = help::REASON)]
    pub(super) reason: String,
}

#[derive(Debug, Args)]
pub(super) struct Find {
    #[arg(value_name = "TEXT", help = help::FIND_TEXT)]
    pub(super) text: String,
    #[arg(long, value_name = "NUMBER", default_value_t = 20, help = help::MAX,
        value_parser = most)]
    pub(super) max: u16,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    #[arg(value_name = "CODE", help = help::CODE)]
    pub(super) code: String,
    #[arg(long, help = help_promise::EXPLAIN_SHOW)]
    pub(super) explain: bool,
}

#[derive(Debug, Args)]
pub(super) struct Register {
    #[arg(long, value_name = "DATE", value_parser = date, help = help::FROM_DATE)]
    pub(super) from: NaiveDate,
    #[arg(long, value_name = "DATE", value_parser = date, help = help::TO_DATE)]
    pub(super) to: NaiveDate,
    #[arg(short = 'o', long = "out", value_name = "FILE", help = help::REGISTER_FILE)]
    pub(super) out: PathBuf,
    #[arg(long, help = help_print::TITLE_PAGE)]
    pub(super) title_page: bool,
    #[arg(long, help = help_print::YEAR_CLOSE)]
    pub(super) year_close: bool,
    #[arg(long, value_name = "NUMBER", help = help_print::VOLUME, value_parser = volume)]
    pub(super) volume: Option<u32>,
    #[arg(long, value_name = "NUMBER", help = help_print::FIRST_PAGE, value_parser = page)]
    pub(super) first_page: Option<usize>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Report {
    #[command(about = help::TIMELINESS)]
    Timeliness {
        #[arg(long, value_name = "DATE", value_parser = date, help = help::FROM_FINISHED)]
        from: NaiveDate,
        #[arg(long, value_name = "DATE", value_parser = date, help = help::TO_FINISHED)]
        to: NaiveDate,
    },
}

#[derive(Debug, Args)]
pub(super) struct Backup {
    #[arg(long, value_name = "DIR", help = help::BACKUP_TO)]
    pub(super) to: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Generate {
    #[arg(long, value_name = "NUMBER", help = help::DOSSIERS,
        value_parser = dossiers)]
    pub(super) dossiers: u32,
    #[arg(long, value_name = "NUMBER", default_value_t = 1, help = help::SEED, value_parser = seed)]
    pub(super) seed: u64,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum ChannelArg {
    Counter,
    Online,
    Post,
}

impl From<ChannelArg> for Channel {
    fn from(channel: ChannelArg) -> Self {
        match channel {
            ChannelArg::Counter => Self::Counter,
            ChannelArg::Online => Self::Online,
            ChannelArg::Post => Self::Post,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum ReturnByArg {
    Counter,
    Post,
}

impl From<ReturnByArg> for ReturnBy {
    fn from(return_by: ReturnByArg) -> Self {
        match return_by {
            ReturnByArg::Counter => Self::Counter,
            ReturnByArg::Post => Self::Post,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum ReturnHourArg {
    SameHour,
    EndOfSession,
    EndOfDay,
}

impl From<ReturnHourArg> for ReturnHour {
    fn from(hour: ReturnHourArg) -> Self {
        match hour {
            ReturnHourArg::SameHour => Self::SameHour,
            ReturnHourArg::EndOfSession => Self::EndOfSession,
            ReturnHourArg::EndOfDay => Self::EndOfDay,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum PaperSizeArg {
    A5,
    A4,
}

impl From<PaperSizeArg> for PaperSize {
    fn from(size: PaperSizeArg) -> Self {
        match size {
            PaperSizeArg::A5 => Self::A5,
            PaperSizeArg::A4 => Self::A4,
        }
    }
}

fn moment(text: &str) -> Result<OfficeTime, &'static str> {
    parse_moment(text)
        .filter(|moment| (1900..=2200).contains(&moment.date().year()))
        .ok_or(help::NOT_A_MOMENT)
}

fn most(text: &str) -> Result<u16, String> {
    within(text, &(1..=1000))
}

fn volume(text: &str) -> Result<u32, String> {
    within(text, &(1..=999))
}

fn page(text: &str) -> Result<usize, String> {
    within(text, &(1..=99_999))
}

fn dossiers(text: &str) -> Result<u32, String> {
    within(text, &(1..=5_000_000))
}

fn seed(text: &str) -> Result<u64, String> {
    within(text, &(0..=u64::MAX))
}

fn within<N>(text: &str, range: &RangeInclusive<N>) -> Result<N, String>
where
    N: FromStr + PartialOrd + Display,
{
    match text.parse() {
        Ok(number) if range.contains(&number) => Ok(number),
        _ => Err(help::not_within(range.start(), range.end())),
    }
}

fn date(text: &str) -> Result<NaiveDate, &'static str> {
    parse_date(text).ok_or(help::NOT_A_DATE)
}
