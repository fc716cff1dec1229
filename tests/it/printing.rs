//! The system's printers and the queue before them, with stand-ins for the system's commands.
#![cfg(unix)]

mod queue;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use motcua::domain::office::PaperSize;
use motcua::printing::{Kind, PrintError, PrintOptions, PrintSystem, Printer};
use motcua::text::print_trouble;
use tempfile::TempDir;

/// A folder of commands that stand in for a print system, and a PDF.
pub(super) struct Stand {
    folder: TempDir,
}

impl Stand {
    /// Nothing is installed.
    pub(super) fn empty() -> Self {
        let stand = Self { folder: tempfile::tempdir().unwrap() };
        fs::write(stand.pdf(), "%PDF-1.7").unwrap();
        stand
    }

    /// CUPS with two printers, of which `Quay1` is there; what is printed is written to `printed`.
    pub(super) fn cups() -> Self {
        let stand = Self::empty();
        stand.install(
            "lpstat",
            "case $1 in
            -r) echo 'scheduler is running' ;;
            -d) echo 'system default destination: Quay1' ;;
            -e) echo Kho; echo Quay1 ;;
            esac",
        );
        stand.install(
            "lp",
            "case \"$*\" in
            *'-d Vang '*) echo 'lp: Error - The printer or class does not exist.' >&2; exit 1 ;;
            *'-d Dong '*) echo 'lp: Destination \"Dong\" is not accepting jobs.' >&2; exit 1 ;;
            esac
            echo \"$*\" >>\"$(dirname \"$0\")/printed\"; echo 'request id is Quay1-1 (1 file(s))'",
        );
        stand
    }

    pub(super) fn install(&self, program: &str, script: &str) {
        let file = self.path().join(program);
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }

    pub(super) fn remove(&self, program: &str) {
        fs::remove_file(self.path().join(program)).unwrap();
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn pdf(&self) -> PathBuf {
        self.path().join("-giấy hẹn.pdf")
    }

    pub(super) fn system(&self) -> PrintSystem {
        let folder = Some(self.path().to_owned());
        PrintSystem { kind: Kind::Cups, folder, limit: Duration::from_secs(20) }
    }

    /// What was printed, a line a print.
    pub(super) fn printed(&self) -> Vec<String> {
        let printed = fs::read_to_string(self.path().join("printed")).unwrap_or_default();
        printed.lines().map(str::to_owned).collect()
    }
}

fn on(printer: Option<&str>) -> PrintOptions {
    PrintOptions { printer: printer.map(str::to_owned), copies: 2, paper: PaperSize::A5 }
}

#[test]
fn the_printers_are_named_the_default_one_first() {
    let stand = Stand::cups();
    let printer = |name: &str, is_default| Printer { name: name.to_owned(), is_default };
    let expected = [printer("Quay1", true), printer("Kho", false)];
    assert_eq!(stand.system().printers().unwrap(), expected);
    stand.install("lpstat", "[ $1 = -r ] && echo 'scheduler is running'");
    assert_eq!(stand.system().printers().unwrap(), []);
    stand.install("lpstat", "echo 'scheduler is not running'");
    assert_eq!(stand.system().printers(), Err(PrintError::NoSystem));
    assert_eq!(Stand::empty().system().printers(), Err(PrintError::NoSystem));
}

#[test]
fn a_print_names_printer_copies_and_paper_and_is_never_scaled_or_two_sided() {
    let stand = Stand::cups();
    stand.system().print(&stand.pdf(), &on(Some("Kho"))).unwrap();
    let a4 = PrintOptions { paper: PaperSize::A4, copies: 0, printer: None };
    stand.system().print(&stand.pdf(), &a4).unwrap();
    let file = stand.pdf();
    let file = file.display();
    assert_eq!(
        stand.printed(),
        [
            format!("-d Kho -n 2 -o media=A5 -o print-scaling=none -o sides=one-sided -- {file}"),
            format!("-n 1 -o media=A4 -o print-scaling=none -o sides=one-sided -- {file}"),
        ]
    );
}

#[test]
fn what_the_system_complains_of_is_understood() {
    let stand = Stand::cups();
    let print = |printer| stand.system().print(&stand.pdf(), &on(printer)).unwrap_err();
    assert_eq!(print(Some("Vang")), PrintError::UnknownPrinter("Vang".to_owned()));
    let said = "Destination \"Dong\" is not accepting jobs.".to_owned();
    assert_eq!(print(Some("Dong")), PrintError::Refused(said));
    let gone = stand.path().join("gone.pdf");
    assert_eq!(stand.system().print(&gone, &on(None)), Err(PrintError::NoFile));
    stand.install("lp", "echo 'lp: Error - No default destination.' >&2; exit 1");
    assert_eq!(print(None), PrintError::NoPrinter);
    stand.install("lpstat", "echo 'scheduler is not running'");
    assert_eq!(print(None), PrintError::NoSystem);
    stand.remove("lp");
    assert_eq!(print(None), PrintError::NoSystem);
    assert_eq!(stand.printed(), [""; 0]);
}

#[test]
fn a_system_that_does_not_answer_is_given_up() {
    let stand = Stand::cups();
    let hasty = PrintSystem { limit: Duration::from_millis(200), ..stand.system() };
    let start = Instant::now();
    // What it leaves behind holds nobody up either, and much talk does not fill a pipe.
    stand.install("lp", "sleep 60 & exec sleep 60");
    assert_eq!(hasty.print(&stand.pdf(), &on(None)), Err(PrintError::TimedOut));
    stand.install("lpstat", "sleep 60");
    assert_eq!(hasty.printers(), Err(PrintError::TimedOut));
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    stand.install("lpstat", "echo 'scheduler is running'");
    stand.install("lp", "head -c 300000 /dev/zero | tr '\\0' x >&2; exit 1");
    let error = stand.system().print(&stand.pdf(), &on(None)).unwrap_err();
    assert!(matches!(&error, PrintError::Refused(said) if said.len() == 160), "{error:?}");
}

#[test]
fn the_shell_of_windows_is_asked_without_a_name_in_its_words() {
    let stand = Stand::empty();
    let windows = PrintSystem { kind: Kind::Windows, ..stand.system() };
    let print = |printer| windows.print(&stand.pdf(), &on(printer));
    assert_eq!(windows.printers(), Err(PrintError::NoSystem));
    stand.install("powershell.exe", "printf -- '-Canon LBP 2900\\r\\n*Máy in quầy 1\\r\\n'");
    let names: Vec<String> =
        windows.printers().unwrap().into_iter().map(|printer| printer.name).collect();
    assert_eq!(names, ["Máy in quầy 1", "Canon LBP 2900"]);
    stand.install(
        "powershell.exe",
        "case \"$*\" in *Canon*|*giấy*) exit 9 ;; esac
        echo \"$MOTCUA_PRINT_PRINTER|$MOTCUA_PRINT_FILE\" >>\"$(dirname \"$0\")/printed\"",
    );
    print(Some("Canon LBP 2900")).unwrap();
    let line = format!("Canon LBP 2900|{}", stand.pdf().display());
    assert_eq!(stand.printed(), [line.clone(), line]);
    for (code, expected) in [
        (2, PrintError::NoPrinter),
        (3, PrintError::UnknownPrinter("Kho".to_owned())),
        (4, PrintError::NoPdfProgram),
    ] {
        stand.install("powershell.exe", &format!("exit {code}"));
        assert_eq!(print(Some("Kho")), Err(expected));
    }
}

#[test]
fn a_paper_is_opened_by_the_desktops_own_command() {
    let stand = Stand::empty();
    let open = || stand.system().open(&stand.pdf());
    assert_eq!(open(), Err(PrintError::NoViewer));
    stand.install("xdg-open", "exit 3");
    assert_eq!(open(), Err(PrintError::NoViewer));
    stand.install("gio", "echo \"$*\" >>\"$(dirname \"$0\")/printed\"");
    open().unwrap();
    assert!(stand.printed()[0].contains("giấy hẹn.pdf"), "{:?}", stand.printed());
    // A viewer that stays open is not waited for.
    stand.install("xdg-open", "sleep 5");
    let hasty = PrintSystem { limit: Duration::from_millis(100), ..stand.system() };
    let start = Instant::now();
    hasty.open(&stand.pdf()).unwrap();
    assert!(start.elapsed() < Duration::from_secs(4));
    assert_eq!(hasty.open(&stand.path().join("gone.pdf")), Err(PrintError::NoFile));
}

#[test]
fn every_trouble_is_one_sentence_with_a_way_out() {
    for trouble in [
        PrintError::NoSystem,
        PrintError::NoPrinter,
        PrintError::UnknownPrinter("Kho\n1".to_owned()),
        PrintError::NoFile,
        PrintError::TimedOut,
        PrintError::Refused("not accepting\njobs.".to_owned()),
        PrintError::Refused(String::new()),
        PrintError::NoPdfProgram,
        PrintError::NoViewer,
    ] {
        let sentence = print_trouble(&trouble);
        assert!(sentence.ends_with('.') && sentence.contains("hãy"), "{sentence}");
        assert!(!sentence.chars().any(char::is_control), "{sentence:?}");
    }
    assert!(print_trouble(&PrintError::UnknownPrinter("Kho".to_owned())).contains("\"Kho\""));
}
