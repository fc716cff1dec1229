//! `demo`: the first thing a newcomer runs, from a sample card to a printed slip.

use std::path::Path;

use super::init::new_office;
use super::output::Output;
use super::receive::{answer, slip_file, take_in};
use super::{Failure, Setting, open_book};
use crate::desk::DeskError;
use crate::desk::practice::{
    SAMPLE_CARD, SAMPLE_OFFICER, SAMPLE_PAPERS, SAMPLE_PHONE, SAMPLE_PROCEDURE, practice_office,
};
use crate::desk::print::print_slip;
use crate::desk::receive::offered;
use crate::domain::card::Card;
use crate::domain::intake::{Intake, Party};
use crate::domain::paper::RequiredPaper;
use crate::files::FileError;
use crate::paths::Paths;
use crate::store::{self, Book};
use crate::text;

/// Makes or opens the practice office in `folder`, or in a temporary one.
pub(super) fn demo(
    folder: Option<&Path>,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let folder = match folder {
        Some(folder) => folder.to_owned(),
        None => temporary_folder()?,
    };
    let officer = if setting.officer.is_empty() { SAMPLE_OFFICER } else { &setting.officer };
    let setting = &Setting {
        paths: Paths::new(&folder),
        now: setting.now,
        officer: officer.to_owned(),
        program: setting.program.clone(),
    };
    let book = practice_book(&setting.paths, setting)?;
    let today = setting.now.date();
    let version = book.run(move |db| offered(db.view(), SAMPLE_PROCEDURE, today))??;
    let required = &version.procedure.papers;
    let papers = SAMPLE_PAPERS.iter().filter_map(|number| required.get(number - 1));
    let mut applicant = Party { phone: SAMPLE_PHONE.to_owned(), ..Party::default() };
    applicant.take_card(&Card::parse(SAMPLE_CARD, today).map_err(DeskError::from)?);
    let intake = Intake {
        procedure: SAMPLE_PROCEDURE.to_owned(),
        applicant,
        papers: papers.map(RequiredPaper::brought).collect(),
        ..Intake::default()
    };
    let new = intake.check(today).map_err(DeskError::Invalid)?;
    let received = take_in(&book, new, setting)?;
    let slip = slip_file(setting, &received.dossier.code);
    let _ = print_slip(&book, &received.dossier, &slip, None, None, &setting.officer, setting.now)?;
    output.say(
        || answer(&received, Some(&slip)),
        || text::demo(&received, &setting.program, setting.paths.data(), &slip),
    );
    Ok(())
}

/// A folder that stays after the program has ended.
fn temporary_folder() -> Result<std::path::PathBuf, Failure> {
    let folder = tempfile::Builder::new()
        .prefix("motcua-demo-")
        .tempdir()
        .map_err(|source| DeskError::from(FileError { path: std::env::temp_dir(), source }))?;
    Ok(folder.keep())
}

/// The practice office in a folder: made where there is none, refused where there is a real one.
pub(super) fn practice_book(paths: &Paths, setting: &Setting) -> Result<Book, Failure> {
    if !paths.book().exists() {
        return new_office(paths, &practice_office(), &setting.officer, setting.now);
    }
    let book = open_book(paths)?;
    let office = book.run(|db| store::load_office(db.view()))??;
    if office.practice { Ok(book) } else { Err(DeskError::NotPractice.into()) }
}
