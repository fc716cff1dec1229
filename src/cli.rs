//! The command line: the window's honest twin for scripts, tests and recovery.

mod args;
mod board;
mod calendar;
mod calendar_change;
mod clock;
mod demo;
mod find;
mod form;
mod forms;
mod generate;
mod hands;
mod init;
mod life;
mod list;
mod officers;
mod output;
mod print;
mod procedures;
mod process;
mod promise;
mod receive;
mod register;
mod report;
mod step;
mod upkeep;
mod usage;
mod window;

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use thiserror::Error;

use self::args::{Cli, Verb};
use self::output::Output;
use crate::clock::{Clock, FixedClock, SystemClock};
use crate::desk::{DeskError, end};
use crate::domain::handover::HandoverKind;
use crate::domain::time::OfficeTime;
use crate::office;
use crate::paths::Paths;
use crate::reports::ReportError;
use crate::store::{Book, StoreError};
use crate::text;

/// Why a command failed: each with the exit code of its own.
#[derive(Debug, Error)]
enum Failure {
    /// Refused by a rule, or bad input: exit code 1.
    #[error(transparent)]
    Refused(#[from] DeskError),
    /// The dossier is received, its slip is not printed: exit code 1.
    #[error("received, but not printed: {error}")]
    NotPrinted {
        /// The dossier's code.
        code: String,
        /// What stood in the way.
        error: DeskError,
    },
    /// The act is in the book, its paper is not printed: exit code 1.
    #[error("done, but not printed: {error}")]
    FormNotPrinted {
        /// What prints it: `notice 7`.
        again: String,
        /// What stood in the way.
        error: DeskError,
    },
    /// The calendar is changed, its papers are not printed: exit code 1.
    #[error("calendar changed, but not printed: {0}")]
    PapersNotPrinted(DeskError),
    /// The words of the command are wrong: exit code 2.
    #[error("usage: {0}")]
    Usage(String),
    /// A report that could not be made: exit code 1.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// The book cannot be opened: exit code 3.
    #[error(transparent)]
    Book(StoreError),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}

/// What every verb may ask for. The officer's name is empty when none was given.
struct Setting {
    paths: Paths,
    now: OfficeTime,
    officer: String,
    program: String,
}

impl Setting {
    /// Opens the office's book.
    fn book(&self) -> Result<Book, Failure> {
        open_book(&self.paths)
    }
}

fn open_book(paths: &Paths) -> Result<Book, Failure> {
    office::open(paths).map_err(Failure::Book)
}

/// Runs one command. What it says goes to `out`, what went wrong to `errors`.
pub fn run(arguments: &[OsString], out: &mut dyn Write, errors: &mut dyn Write) -> ExitCode {
    let cli = match Cli::parse_words(arguments) {
        Ok(cli) => cli,
        Err(error) => return usage::explain(&error, out, errors),
    };
    let mut output = Output::new(out, cli.global.json);
    let program = arguments.first().map_or("motcua".into(), |word| word.to_string_lossy());
    match verb(&cli, &program, &mut output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            tracing::warn!(error = %failure, "refused");
            let (sentences, code) = match &failure {
                Failure::Refused(error) => (text::refusal(error), 1),
                Failure::NotPrinted { code, error } => (text::not_printed(code, error), 1),
                Failure::FormNotPrinted { again, error } => {
                    (text::form_not_printed(again, error), 1)
                }
                Failure::PapersNotPrinted(error) => (text::papers_not_printed(error), 1),
                Failure::Report(_) => (vec![text::NO_REPORT.to_owned()], 1),
                Failure::Usage(sentence) => (vec![sentence.clone()], 2),
                Failure::Book(error) => (vec![text::store(error)], 3),
            };
            for sentence in sentences {
                output::complain(errors, &sentence);
            }
            ExitCode::from(code)
        }
    }
}

fn verb(cli: &Cli, program: &str, output: &mut Output<'_>) -> Result<(), Failure> {
    let Some(verb) = &cli.verb else { return window::window(cli, program) };
    if cli.training {
        return Err(Failure::Usage(text::TRAINING_ALONE.to_owned()));
    }
    let setting = setting(cli, program)?;
    match verb {
        Verb::Demo(args) => {
            let folder = args.out.as_deref().or(cli.global.data.as_deref());
            demo::demo(folder, &setting, output)
        }
        Verb::Init(args) => init::init(args, &setting, output),
        Verb::Procedures { action } => procedures::procedures(action, &setting, output),
        Verb::Calendar { action } => calendar::calendar(action, &setting, output),
        Verb::Due(args) => promise::due(args, &setting, output),
        Verb::Receive(args) => receive::receive(args, &setting, output),
        Verb::Slip(args) => receive::slip(args, &setting, output),
        Verb::Correct(args) => step::correct(args, &setting, output),
        Verb::Branch(args) => promise::branch(args, &setting, output),
        Verb::Explain(args) => promise::explain(args, &setting, output),
        Verb::Next(args) => process::next(args, &setting, output),
        Verb::Guide(args) => life::guide(args, &setting, output),
        Verb::Refuse(args) => life::refuse(args, &setting, output),
        Verb::Notices(args) => life::notices(args, &setting, output),
        Verb::HandOver(args) => hands::hand_over(args, &setting, output),
        Verb::TakeBack(args) => hands::take_back(args, &setting, output),
        Verb::Lists(args) => hands::lists(args, &setting, output),
        Verb::PostOut(args) => hands::post(HandoverKind::PostOut, args, &setting, output),
        Verb::PostIn(args) => hands::post(HandoverKind::PostIn, args, &setting, output),
        Verb::AskPapers(args) => clock::ask_for_papers(args, &setting, output),
        Verb::PapersCame(args) => clock::papers_came(args, &setting, output),
        Verb::AskPayment(args) => clock::demand_payment(args, &setting, output),
        Verb::Paid(args) => clock::paid(args, &setting, output),
        Verb::Apologise(args) => clock::apologise(args, &setting, output),
        Verb::Stop(args) => clock::end(end::stop, args, &setting, output),
        Verb::Withdraw(args) => clock::end(end::withdraw, args, &setting, output),
        Verb::Void(args) => life::void(args, &setting, output),
        Verb::Undo(args) => life::undo(args, &setting, output),
        Verb::Sign(args) => life::sign(args, &setting, output),
        Verb::Tray(args) => life::tray(args, &setting, output),
        Verb::Pick(args) => board::pick(args, &setting, output),
        Verb::Board => board::board(&setting, output),
        Verb::HeldBy(args) => board::held_by(args, &setting, output),
        Verb::NotBack(args) => board::not_back(args, &setting, output),
        Verb::Officers { action } => officers::officers(action, &setting, output),
        Verb::Finish(args) => step::finish(args, &setting, output),
        Verb::Return(args) => step::give_back(args, &setting, output),
        Verb::List(args) => list::list(args, &setting, output),
        Verb::Find(args) => find::find(args, &setting, output),
        Verb::Show(args) => find::show(args, &setting, output),
        Verb::Report { name } => report::report(name, &setting, output),
        Verb::Print { what } => print::print(what, &setting, output),
        Verb::Forms { action } => forms::forms(action, &setting, output),
        Verb::Register(args) => register::register(args, &setting, output),
        Verb::CloseYear(args) => officers::close_year(args, &setting, output),
        Verb::Backup(args) => upkeep::backup(args, &setting, output),
        Verb::Check => upkeep::check(&setting, output),
        Verb::Generate(args) => generate::generate(args, &setting, output),
    }
}

fn setting(cli: &Cli, program: &str) -> Result<Setting, Failure> {
    let paths = match &cli.global.data {
        Some(folder) => Paths::new(Path::new(folder)),
        None => Paths::of_user().ok_or_else(|| Failure::Usage(text::NO_HOME.to_owned()))?,
    };
    let clock: Box<dyn Clock> = match &cli.global.at {
        Some(at) => Box::new(FixedClock(*at)),
        None => Box::new(SystemClock),
    };
    let officer = match &cli.global.officer {
        Some(name) => crate::domain::applicant::parse_name(name).map_err(|problem| {
            let invalid = crate::domain::invalid::Field::Officer.wrong(problem);
            DeskError::from(invalid)
        })?,
        None => String::new(),
    };
    Ok(Setting { paths, now: clock.now(), officer, program: program.to_owned() })
}
