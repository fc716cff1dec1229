//! CUPS, by its commands `lpstat` and `lp`.

use std::path::Path;

use super::{PrintError, PrintOptions, PrintSystem, Printer};
use crate::domain::office::PaperSize;

/// The longest answer of the system that is passed on, in characters.
const LONGEST: usize = 160;

pub(super) fn printers(system: &PrintSystem) -> Result<Vec<Printer>, PrintError> {
    if !is_running(system)? {
        return Err(PrintError::NoSystem);
    }
    let mut ask = system.command("lpstat");
    let _ = ask.arg("-d");
    let default = system.run(ask)?.out;
    let default = default.trim().rsplit_once(": ").map(|(_, name)| name.to_owned());
    let mut ask = system.command("lpstat");
    let _ = ask.arg("-e");
    let names = system.run(ask)?.out;
    let printer = |name: &str| Printer {
        name: name.to_owned(),
        is_default: default.as_deref() == Some(name),
    };
    Ok(names.lines().map(str::trim).filter(|name| !name.is_empty()).map(printer).collect())
}

/// The size is never fitted to the printer's margins, or bars would become too narrow to scan; the
/// copies of a slip go to different people, so they never share a sheet.
pub(super) fn print(
    system: &PrintSystem,
    file: &Path,
    options: &PrintOptions,
) -> Result<(), PrintError> {
    let media = match options.paper {
        PaperSize::A5 => "media=A5",
        PaperSize::A4 => "media=A4",
    };
    let mut lp = system.command("lp");
    if let Some(printer) = &options.printer {
        let _ = lp.args(["-d", printer]);
    }
    let _ = lp.args(["-n", &options.copies.to_string()]);
    let _ = lp.args(["-o", media, "-o", "print-scaling=none", "-o", "sides=one-sided", "--"]);
    let _ = lp.arg(file);
    let answer = system.run(lp)?;
    if answer.code == Some(0) {
        return Ok(());
    }
    // Without its scheduler CUPS knows no printers, and that is all it says.
    if !is_running(system)? {
        return Err(PrintError::NoSystem);
    }
    Err(refusal(&answer.errors, options))
}

fn is_running(system: &PrintSystem) -> Result<bool, PrintError> {
    let mut ask = system.command("lpstat");
    let _ = ask.arg("-r");
    Ok(system.run(ask)?.out.trim() == "scheduler is running")
}

/// What `lp` means by its complaint.
fn refusal(errors: &str, options: &PrintOptions) -> PrintError {
    let said = errors.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    match &options.printer {
        None if has(&["no default destination"]) => PrintError::NoPrinter,
        Some(name) if has(&["does not exist", "unknown destination"]) => {
            PrintError::UnknownPrinter(name.clone())
        }
        _ => {
            let line = errors.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            let line = line.trim().trim_start_matches("lp: ");
            PrintError::Refused(line.chars().take(LONGEST).collect())
        }
    }
}
