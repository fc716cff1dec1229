//! `register`: the *Sổ theo dõi hồ sơ* as a file.

use chrono::Datelike;
use serde_json::json;

use super::args::Register;
use super::output::{Output, path};
use super::print::require_pdf;
use super::{Failure, Setting};
use crate::desk::export_register::export_register;
use crate::desk::print_register::{RegisterWanted, print_register};
use crate::reports::register::{self, Kind};
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
    let dossiers = export_register(
        &setting.book()?,
        (from, to),
        &args.out,
        &setting.officer,
        setting.now,
        |rows, office| register::write(kind, rows, office, from, to).map_err(Failure::from),
    )?;
    output.say(
        || json!({ "file": path(&args.out), "dossiers": dossiers, "from": from, "to": to }),
        || text::register_written(&args.out, dossiers),
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
                "closed": done.closed, "gap": done.gap, "overlap": done.overlap,
            })
        },
        || text::register_printed(&args.out, &done, args.year_close.then(|| args.to.year())),
    );
    Ok(())
}
