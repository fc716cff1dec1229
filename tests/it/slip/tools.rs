//! Checks by other people's programs: poppler, qpdf and zbar.

use std::path::Path;
use std::process::Command;

use motcua::domain::form_style::FormStyle;
use motcua::domain::office::{Office, PaperSize};
use motcua::forms::appointment_slip::{self, appointment_slip};
use motcua::forms::due_explanation::{self, due_explanation};
use motcua::forms::mark::SlipMark;
use motcua::forms::pdf::to_pdf;
use motcua::forms::sheet::{Item, Sheet};
use motcua::forms::test_page::test_page;
use unicode_normalization::is_nfc;

use super::explained;
use super::marks::reprint;
use super::papers::{collected, collected_for_another, receipt};
use super::samples;
use super::slips::{lines, texts};

/// Whether all `tools` can be run. Where tools are required, a missing one is a failure.
#[expect(clippy::print_stderr, reason = "whoever runs the tests must see what was not checked")]
pub(crate) fn have(tools: &[&str]) -> bool {
    let required = std::env::var_os("MOTCUA_REQUIRE_TOOLS").is_some_and(|value| value == "1");
    tools.iter().all(|tool| {
        let found = Command::new(tool).arg("--version").output().is_ok();
        assert!(found || !required, "{tool} is required and not installed");
        if !found {
            eprintln!("not checked: {tool} is not installed");
        }
        found
    })
}

pub(crate) fn run(program: &str, arguments: &[&str], folder: &Path) -> String {
    let output = Command::new(program).args(arguments).current_dir(folder).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// Every kind of paper in every shape, with its name.
fn papers(paper: PaperSize) -> Vec<(String, Sheet)> {
    let office = samples::office();
    let practice = Office { practice: true, ..samples::office() };
    let mut papers = Vec::new();
    for (name, dossier) in samples::all() {
        let slip = FormStyle { paper, ..appointment_slip::usual(&office) };
        let plain = appointment_slip(&dossier, &office, &slip, &SlipMark::default());
        papers.push((name.to_owned(), plain));
        let mark = reprint(&"sửa tên và địa chỉ theo căn cước mới ".repeat(3));
        let marked = appointment_slip(&dossier, &practice, &slip, &mark);
        papers.push((format!("{name}-marked"), marked));
    }
    for (name, (dossier, told)) in explained::all() {
        let signed = ("Trần Thị Bình", samples::received().date());
        let mark = SlipMark::default();
        let form = FormStyle { paper, ..due_explanation::usual(&office) };
        let sheet = due_explanation(&dossier, &told, &office, signed, &form, &mark);
        papers.push((format!("explained-{name}"), sheet));
    }
    papers.push(("receipt".to_owned(), receipt(&collected(), &office, paper)));
    papers.push(("receipt-long".to_owned(), receipt(&collected_for_another(), &practice, paper)));
    papers.push(("test-page".to_owned(), test_page(&office, "", paper, samples::received())));
    papers
}

/// Writes every paper in both sizes and calls `check` with its name and sheet.
fn with_each_paper(check: impl Fn(&Path, &str, &Sheet)) {
    let temporary = tempfile::tempdir().unwrap();
    let kept = std::env::var_os("MOTCUA_KEEP_SLIPS").map(std::path::PathBuf::from);
    let folder = kept.as_deref().unwrap_or(temporary.path());
    for (suffix, paper) in [("a5", PaperSize::A5), ("a4", PaperSize::A4)] {
        for (name, sheet) in papers(paper) {
            let file = format!("{name}-{suffix}.pdf");
            let bytes = to_pdf(&sheet, samples::received()).unwrap();
            std::fs::write(folder.join(&file), bytes).unwrap();
            check(folder, &file, &sheet);
        }
    }
}

#[test]
fn qpdf_finds_nothing_wrong() {
    if have(&["qpdf"]) {
        with_each_paper(|folder, file, _| {
            let said = run("qpdf", &["--check", file], folder);
            assert!(said.contains("No syntax or stream encoding errors found"), "{file}: {said}");
        });
    }
}

#[test]
fn pdftotext_reads_every_letter() {
    if !have(&["pdftotext"]) {
        return;
    }
    with_each_paper(|folder, file, sheet| {
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

#[test]
fn fonts_are_embedded_subsets() {
    if !have(&["pdffonts"]) {
        return;
    }
    with_each_paper(|folder, file, _| {
        let said = run("pdffonts", &[file], folder);
        let fonts: Vec<&str> = said.lines().skip(2).collect();
        assert_eq!(fonts.len(), 3, "{said}");
        for font in fonts {
            assert!(font.contains("yes yes yes"), "embedded, subset, Unicode: {said}");
        }
    });
}

#[test]
fn both_symbols_scan_as_the_code() {
    if !have(&["pdftoppm", "zbarimg"]) {
        return;
    }
    with_each_paper(|folder, file, sheet| {
        let name = file.trim_end_matches(".pdf");
        let _ = run(
            "pdftoppm",
            &["-r", "200", "-gray", "-l", "1", "-png", "-singlefile", file, name],
            folder,
        );
        let scanned = run("zbarimg", &["-q", &format!("{name}.png")], folder);
        let mut found: Vec<&str> = scanned.lines().collect();
        found.sort_unstable();
        let symbol = |item: &Item| match item {
            Item::Symbol(symbol) => Some(symbol.content.clone()),
            _ => None,
        };
        let code = sheet.pages[0].items.iter().find_map(symbol).unwrap();
        assert_eq!(found, [format!("CODE-128:{code}"), format!("QR-Code:{code}")], "{file}");
    });
}
