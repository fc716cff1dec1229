//! `print`: the papers of a dossier's life, labels, and the notice of a procedure.

use std::path::Path;

use serde_json::{Value, json};

use super::args::Print;
use super::output::{Output, insert, path, to_value};
use super::{Failure, Setting};
use crate::desk::DeskError;
use crate::desk::print::{print_control_sheet, print_returned};
use crate::desk::print_labels::{print_labels, print_poster, print_tray_labels};
use crate::desk::print_paper::{print_handover_list, print_notice};
use crate::store::Book;
use crate::text;

pub(super) fn print(
    what: &Print,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let (officer, now) = (setting.officer.as_str(), setting.now);
    match what {
        Print::Notice { number, to } => {
            require_pdf(&to.out)?;
            let (book, reason) = (setting.book()?, Some(to.reason.as_str()));
            let copy = print_notice(&book, *number, &to.out, reason, officer, now)?;
            printed(output, text::A_NOTICE, ("id", json!(number)), (&to.out, copy));
        }
        Print::List { number, to } => {
            require_pdf(&to.out)?;
            let (book, reason) = (setting.book()?, Some(to.reason.as_str()));
            let copy = print_handover_list(&book, *number, &to.out, reason, officer, now)?;
            printed(output, text::A_LIST, ("id", json!(number)), (&to.out, copy));
        }
        Print::Control { code, to } => {
            require_pdf(&to.out)?;
            let (book, reason) = (setting.book()?, Some(to.reason.as_str()));
            let copy = print_control_sheet(&book, code, &to.out, reason, officer, now)?;
            printed(output, text::A_CONTROL_SHEET, ("code", json!(code)), (&to.out, copy));
        }
        Print::Receipt { code, to } => {
            require_pdf(&to.out)?;
            let (book, reason) = (setting.book()?, Some(to.reason.as_str()));
            let copy = print_returned(&book, code, &to.out, reason, officer, now)?;
            printed(output, text::A_RECEIPT, ("code", json!(code)), (&to.out, copy));
        }
        Print::Labels { codes, to } => {
            require_pdf(&to.out)?;
            let book = setting.book()?;
            let labels = print_labels(&book, codes, to.first_cell, &to.out, officer, now)?;
            labelled(output, labels, &to.out);
        }
        Print::Trays { trays, to } => {
            require_pdf(&to.out)?;
            let book = setting.book()?;
            let labels = print_tray_labels(&book, trays, to.first_cell, &to.out, officer, now)?;
            labelled(output, labels, &to.out);
        }
        Print::Poster { procedure, out } => {
            require_pdf(out)?;
            let of = print_poster(&setting.book()?, procedure, out, officer, now)?;
            output.say(
                || json!({ "procedure": of.code, "form": path(out) }),
                || text::poster_printed(&of.name, out),
            );
        }
    }
    Ok(())
}

fn printed(
    output: &mut Output<'_>,
    what: &str,
    (field, of): (&str, Value),
    (file, copy): (&Path, i64),
) {
    output.say(
        || json!({ field: of, "form": path(file), "print": copy }),
        || text::paper_printed(what, file, copy),
    );
}

fn labelled(output: &mut Output<'_>, labels: usize, file: &Path) {
    output.say(
        || json!({ "labels": to_value(&labels), "form": path(file) }),
        || text::labels_printed(file, labels),
    );
}

/// The paper of an act that is in the book already: where it is, or why it could not be printed.
#[derive(Default)]
pub(super) struct ActForm<'a> {
    /// The file, where one was wanted and is there.
    pub(super) file: Option<&'a Path>,
    failure: Option<Failure>,
}

impl<'a> ActForm<'a> {
    /// Prints the notice with this number in the book, where there is one and a file is wanted.
    pub(super) fn notice(
        book: &Book,
        id: Option<i64>,
        file: Option<&'a Path>,
        setting: &Setting,
    ) -> Self {
        let Some((id, file)) = id.zip(file) else { return Self::default() };
        let (officer, now) = (&setting.officer, setting.now);
        Self::of(print_notice(book, id, file, None, officer, now), file, format!("notice {id}"))
    }

    /// Prints the list with this number in the book, where a file is wanted.
    pub(super) fn list(book: &Book, id: i64, file: Option<&'a Path>, setting: &Setting) -> Self {
        let Some(file) = file else { return Self::default() };
        let (officer, now) = (&setting.officer, setting.now);
        Self::of(
            print_handover_list(book, id, file, None, officer, now),
            file,
            format!("list {id}"),
        )
    }

    fn of(printed: Result<i64, DeskError>, file: &'a Path, again: String) -> Self {
        match printed {
            Ok(_) => Self { file: Some(file), failure: None },
            Err(error) => {
                Self { file: None, failure: Some(Failure::FormNotPrinted { again, error }) }
            }
        }
    }

    /// Puts the file into the answer of the act.
    pub(super) fn add_to(&self, value: &mut Value) {
        insert(value, "form", to_value(&self.file.map(path)));
    }

    /// Tells of the file below the answer of the act.
    pub(super) fn told(&self) -> Vec<String> {
        self.file.map_or_else(Vec::new, |file| text::paper_printed(text::A_FORM, file, 1))
    }

    /// What stood in the way, once the act is told.
    pub(super) fn end(self) -> Result<(), Failure> {
        self.failure.map_or(Ok(()), Err)
    }
}

/// Refuses a wanted file that is no PDF by its name.
pub(super) fn require_form(file: Option<&Path>) -> Result<(), Failure> {
    file.map_or(Ok(()), require_pdf)
}

/// Refuses a file that is no PDF by its name.
pub(super) fn require_pdf(file: &Path) -> Result<(), Failure> {
    let ending = file.extension();
    match ending.is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) {
        true => Ok(()),
        false => Err(Failure::Usage(text::pdf_kind(file))),
    }
}
