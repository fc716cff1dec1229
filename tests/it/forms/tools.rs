//! Checks of every form by other people's programs, and of what leaves the page.

use std::path::Path;

use motcua::domain::office::PaperSize;
use motcua::forms::pdf::to_pdf;
use motcua::forms::sheet::{Item, Sheet};
use unicode_normalization::is_nfc;

use super::samples;
use crate::slip::slips::{lines, texts};
use crate::slip::tools::{have, run};

/// Writes every form in both sizes and calls `check` with its name and sheet.
fn with_each_form(check: impl Fn(&Path, &str, &Sheet)) {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    let kept = std::env::var_os("MOTCUA_KEEP_SLIPS").map(std::path::PathBuf::from);
    for (suffix, paper) in [("a5", PaperSize::A5), ("a4", PaperSize::A4)] {
        for (name, sheet) in samples::all(paper) {
            let file = format!("{name}-{suffix}.pdf");
            std::fs::write(folder.join(&file), to_pdf(&sheet, samples::received()).unwrap())
                .unwrap();
            if let Some(kept) = &kept {
                let _ = std::fs::copy(folder.join(&file), kept.join(&file)).unwrap();
            }
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

#[test]
fn pdftotext_reads_every_letter_of_every_form() {
    if !have(&["pdftotext"]) {
        return;
    }
    with_each_form(|folder, file, sheet| {
        let read = run("pdftotext", &["-raw", "-enc", "UTF-8", file, "-"], folder);
        assert!(is_nfc(&read), "{file} does not give composed letters");
        for line in sheet.pages.iter().flat_map(lines) {
            let words: Vec<&str> = line.split_whitespace().collect();
            assert!(read.contains(&words.join(" ")), "{file} lacks {line:?} in\n{read}");
        }
        let letters = |text: &str| {
            let mut letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
            letters.sort_unstable();
            letters
        };
        let drawn: String = sheet.pages.iter().flat_map(texts).collect();
        assert_eq!(letters(&read), letters(&drawn), "{file}");
    });
}

/// The forms whose whole text is kept: what a person can read over.
const READ_OVER: [&str; 10] = [
    "supplement",
    "refusal",
    "apology",
    "stop",
    "control-plain",
    "list-3",
    "results-3",
    "post-3",
    "post-out-3",
    "poster-3",
];

#[test]
fn forms_read_letter_for_letter_as_they_were_read_over() {
    if !have(&["pdftotext"]) {
        return;
    }
    with_each_form(|folder, file, _| {
        let name = file.trim_end_matches("-a4.pdf");
        let Some(name) = READ_OVER.iter().find(|wanted| **wanted == name) else { return };
        let read = run("pdftotext", &["-raw", "-enc", "UTF-8", file, "-"], folder);
        let kept = format!("{}/tests/fixtures/forms/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let kept = std::fs::read_to_string(kept).unwrap();
        assert_eq!(read.replace('\u{c}', "").trim_end(), kept.trim_end(), "{file}");
    });
}

#[test]
fn nothing_of_any_form_leaves_the_page() {
    for paper in [PaperSize::A5, PaperSize::A4] {
        for (name, sheet) in samples::all(paper) {
            // Office printers leave about 4 mm at the edge unprinted; bars bring their own white.
            for item in sheet.pages.iter().flat_map(|page| &page.items) {
                let area = item.bounds();
                let margin = if matches!(item, Item::Symbol(_)) { 3.6 } else { 4.0 };
                let (right, bottom) = (sheet.size.width - margin, sheet.size.height - margin);
                assert!(area.x >= margin && area.right() <= right, "{name} {paper:?}: {item:?}");
                assert!(area.y >= margin && area.bottom() <= bottom, "{name} {paper:?}: {item:?}");
            }
        }
    }
}

#[test]
fn no_text_of_any_form_stands_on_another() {
    for paper in [PaperSize::A5, PaperSize::A4] {
        for (name, sheet) in samples::all(paper) {
            for page in &sheet.pages {
                let boxes: Vec<_> = page
                    .items
                    .iter()
                    .filter(|item| !matches!(item, Item::Rule(_)))
                    .map(|item| (item, item.bounds()))
                    .collect();
                for (index, (one, a)) in boxes.iter().enumerate() {
                    for (other, b) in &boxes[index + 1..] {
                        let apart = a.right() <= b.x + 0.05
                            || b.right() <= a.x + 0.05
                            || a.bottom() <= b.y + 0.3
                            || b.bottom() <= a.y + 0.3;
                        assert!(apart, "{name} {paper:?}: {one:?} meets {other:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_code_on_labels_and_notices_scans() {
    if !have(&["pdftoppm", "zbarimg"]) {
        return;
    }
    with_each_form(|folder, file, sheet| {
        let name = file.trim_end_matches(".pdf");
        if !["labels-a4", "supplement-a5", "stop-a4", "control-plain-a5"].contains(&name) {
            return;
        }
        let options = ["-r", "300", "-gray", "-l", "1", "-png", "-singlefile", file, name];
        let _ = run("pdftoppm", &options, folder);
        let scanned = run("zbarimg", &["-q", &format!("{name}.png")], folder);
        for item in &sheet.pages[0].items {
            let Item::Symbol(symbol) = item else { continue };
            assert!(scanned.lines().any(|line| line.ends_with(&symbol.content)), "{scanned}");
        }
    });
}
