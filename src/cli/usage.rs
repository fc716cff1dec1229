//! What is said when the words of a command are wrong, or when help is asked for.

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::output::complain;
use crate::text;

/// Explains `error` in Vietnamese; exit code 2, or success when help was asked for.
pub(super) fn explain(
    error: &clap::Error,
    out: &mut dyn Write,
    errors: &mut dyn Write,
) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let _ = write!(out, "{}", text::help::page(&error.to_string()));
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
        ErrorKind::InvalidValue => {
            text::usage_choice(&argument, &value, &word(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => {
            // Why it was refused, in the words of the option's own parser.
            let reason = error.source().map(ToString::to_string).unwrap_or_default();
            text::usage_value(&argument, &value, &reason)
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            text::NO_VERB.to_owned()
        }
        ErrorKind::ArgumentConflict => match word(ContextKind::PriorArg) {
            other if other.is_empty() || other == argument => text::usage_repeated(&argument),
            other => text::usage_conflict(&argument, &other),
        },
        _ => text::USAGE.to_owned(),
    };
    complain(errors, &sentence);
    ExitCode::from(2)
}
