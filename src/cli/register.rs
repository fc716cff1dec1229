//! `register`: the *Sổ theo dõi hồ sơ* as a file.

use serde_json::json;

use super::args::Register;
use super::output::{Output, path};
use super::print::require_pdf;
use super::{Failure, Setting};
use crate::desk::DeskError;
use crate::desk::print_register::{RegisterWanted, print_register};
use crate::files;
use crate::reports::register::{self, Kind};
use crate::store;
use crate::text;

pub(super) fn register(
    args: &Register,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    if args.from > args.to {
        return Err(Failure::Usage(text::PERIOD_BACKWARDS.to_owned()));
    }
    if require_pdf(&args.out).is_ok() {
        return printed(args, setting, output);
    }
    let kind =
        Kind::of_file(&args.out).ok_or_else(|| Failure::Usage(text::register_kind(&args.out)))?;
    if args.title_page || args.year_close || args.volume.is_some() || args.first_page.is_some() {
        return Err(Failure::Usage(text::ONLY_PDF.to_owned()));
    }
    let (from, to) = (args.from, args.to);
    let (office, rows) = setting.book()?.run(move |db| {
        let office = store::load_office(db.view())?;
        Ok::<_, store::StoreError>((office, store::register_rows(db.view(), from, to)?))
    })??;
    let bytes = register::write(kind, &rows, &office, from, to)?;
    files::write_whole(&args.out, &bytes).map_err(DeskError::from)?;
    output.say(
        || json!({ "file": path(&args.out), "dossiers": rows.len(), "from": from, "to": to }),
        || text::register_written(&args.out, rows.len()),
    );
    Ok(())
}

/// The register as pages to be bound.
fn printed(args: &Register, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let wanted = RegisterWanted {
        from: args.from,
        to: args.to,
        volume: args.volume.unwrap_or(1),
        first_page: args.first_page,
        title_page: args.title_page,
        year_close: args.year_close,
    };
    let book = setting.book()?;
    let done = print_register(&book, wanted, &args.out, &setting.officer, setting.now)?;
    output.say(
        || {
            json!({
                "file": path(&args.out), "dossiers": done.dossiers, "from": args.from,
                "to": args.to, "first_page": done.first_page, "last_page": done.last_page,
                "closed": done.closed,
            })
        },
        || text::register_printed(&args.out, &done),
    );
    Ok(())
}
