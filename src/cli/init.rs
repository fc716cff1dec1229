//! `init`: a new office.

use serde_json::json;

use super::args::Init;
use super::output::{Output, path, to_value};
use super::{Failure, Setting};
use crate::desk::DeskError;
use crate::desk::catalogue::CatalogueImport;
use crate::desk::set_up::OfficeForm;
use crate::domain::office::Office;
use crate::domain::time::OfficeTime;
use crate::paths::Paths;
use crate::store::{self, Book};
use crate::text;

pub(super) fn init(args: &Init, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let form = OfficeForm {
        agency_name: args.agency_name.clone(),
        agency_code: args.agency_code.clone(),
        province: args.province.clone(),
        phone: args.phone.clone(),
        code_pattern: args.code_pattern.clone(),
        return_hour: args.return_hour.into(),
        paper: args.paper_size.into(),
        copies: args.copies.clone(),
    };
    let office = form.check().map_err(DeskError::Invalid)?;
    let book = new_office(&setting.paths, &office, &setting.officer, setting.now)?;
    let today = setting.now.date();
    let (catalogue, known_until) = book.run(move |db| {
        let stored = store::current_procedures(db.view(), today)?;
        let procedures = stored.into_iter().map(|version| version.procedure).collect();
        let known_until = store::load_calendar(db.view())?.official_until();
        Ok::<_, DeskError>((CatalogueImport::of(procedures), known_until))
    })??;
    output.say(
        || {
            json!({
                "book": path(&setting.paths.book()), "office": to_value(&office),
                "procedures": catalogue.procedures.len(),
                "limits_understood": catalogue.understood,
                "limits_not_understood": catalogue.not_understood,
                "without_limit": catalogue.without_limit,
                "calendar_known_until": known_until,
            })
        },
        || text::office_ready(&office, &setting.paths.book(), &catalogue, known_until),
    );
    Ok(())
}

/// Makes the book of a new office with all that belongs into it, and opens it.
pub(super) fn new_office(
    paths: &Paths,
    office: &Office,
    officer: &str,
    now: OfficeTime,
) -> Result<Book, Failure> {
    crate::office::make(paths, office, officer, now).map_err(|error| match error {
        DeskError::Store(error) => Failure::Book(error),
        other => other.into(),
    })
}
