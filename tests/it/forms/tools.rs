//! Checks of every form by other people's programs, and of what leaves the page.

use std::path::Path;

use motcua::domain::office::PaperSize;
use motcua::forms::pdf::to_pdf;
use motcua::forms::sheet::Sheet;
use unicode_normalization::is_nfc;

use super::samples;
use crate::slip::slips::{lines, texts};
use crate::slip::tools::{have, run};

/// Writes every form in both sizes and calls `check` with its name and sheet.
fn with_each_form(check: impl Fn(&Path, &str, &Sheet)) {
    let temporary = tempfile::tempdir().unwrap();
    let kept = std::env::var_os("MOTCUA_KEEP_SLIPS").map(std::path::PathBuf::from);
    let folder = kept.as_deref().unwrap_or(temporary.path());
    for (suffix, paper) in [("a5", PaperSize::A5), ("a4", PaperSize::A4)] {
        for (name, sheet) in samples::all(paper) {
            let file = format!("{name}-{suffix}.pdf");
            std::fs::write(folder.join(&file), to_pdf(&sheet, samples::received()).unwrap())
                .unwrap();
            check(folder, &file, &sheet);
        }
    }
}

#[test]
fn qpdf_finds_nothing_wrong_with_any_form() {
    if have(&["qpdf"]) {
        with_each_form(|folder, file, _| {
            let said = run("qpdf", &["--check", file], folder);
            assert!(said.contains("No syntax or stream encoding errors found"), "{file}: {said}");
        });
    }
}
