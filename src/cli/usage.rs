//! What is said when the words of a command are wrong, or when help is asked for.

use std::io::Write;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::text;

/// Explains `error` in Vietnamese; exit code 2, or success when help was asked for.
pub(super) fn explain(
    error: &clap::Error,
    out: &mut dyn Write,
    errors: &mut dyn Write,
) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let _ = write!(out, "{}", text::help::in_vietnamese(&error.to_string()));
        return ExitCode::SUCCESS;
    }
    let word = |kind| match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        _ => String::new(),
    };
    let argument = word(ContextKind::InvalidArg);
    let value = word(ContextKind::InvalidValue);
    let sentence = match error.kind() {
        ErrorKind::MissingRequiredArgument => text::usage_missing(&argument),
        ErrorKind::UnknownArgument => text::usage_unknown(&argument),
        ErrorKind::InvalidSubcommand => text::usage_unknown(&word(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            text::usage_no_value(&argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            text::usage_value(&argument, &value, &word(ContextKind::ValidValue))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            text::NO_VERB.to_owned()
        }
        ErrorKind::ArgumentConflict => text::usage_repeated(&argument),
        _ => text::USAGE.to_owned(),
    };
    let _ = writeln!(errors, "{sentence}");
    ExitCode::from(2)
}
