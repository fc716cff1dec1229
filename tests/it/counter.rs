//! What a counter's computer remembers: kept whole, and never a reason not to start.

use std::fs;
use std::path::PathBuf;

use motcua::counter::{AfterReceipt, Counter, FormPrinter, Holder, Theme, WindowPlace};
use motcua::paths::Paths;

use crate::support::names;

fn chosen() -> Counter {
    let place = WindowPlace { x: -8.0, y: 20.5, width: 1366.0, height: 728.0, maximised: true };
    Counter {
        officer: "Trần Thị Mẫu".to_owned(),
        counter: "Quầy số 1".to_owned(),
        theme: Theme::Dark,
        text_percent: 150,
        window: Some(place),
        after_receipt: AfterReceipt::Print,
        slip_printer: FormPrinter { printer: Some("Quay1".to_owned()), copies: 2 },
        receipt_printer: FormPrinter::default(),
        list_printer: FormPrinter { printer: None, copies: 3 },
        handed_over_to: Holder {
            unit: "Tư pháp – hộ tịch".to_owned(),
            officer: "Lê Văn Mẫu".to_owned(),
        },
        post: Holder::default(),
        backup_folder: Some(PathBuf::from("sao-luu")),
    }
}

#[test]
fn what_was_chosen_is_there_the_next_morning() {
    let folder = tempfile::tempdir().unwrap();
    let file = Paths::new(&folder.path().join("office")).counter_settings();
    assert_eq!(Counter::load(&file), Counter::default());
    chosen().save(&file).unwrap();
    assert_eq!(Counter::load(&file), chosen());
    assert_eq!(names(file.parent().unwrap()).len(), 1, "nothing but the file itself");
}

#[test]
fn a_file_of_an_older_or_newer_program_still_reads() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("counter.json");
    fs::write(&file, r#"{ "officer": "Lê Văn Mẫu", "slip_printer": {}, "of_tomorrow": 1 }"#)
        .unwrap();
    let expected = Counter { officer: "Lê Văn Mẫu".to_owned(), ..Counter::default() };
    assert_eq!(Counter::load(&file), expected);
    assert_eq!(expected.slip_printer.copies, 1);
}

#[test]
fn a_damaged_file_is_put_aside_and_the_defaults_serve() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("counter.json");
    for (number, damage) in (1..).zip(["", "{ \"officer\": ", "[1]", "{ \"theme\": \"pink\" }"]) {
        fs::write(&file, damage).unwrap();
        assert_eq!(Counter::load(&file), Counter::default(), "{damage}");
        assert!(!file.exists());
        let aside = folder.path().join(format!("counter.json-{number}.unreadable"));
        assert_eq!(fs::read_to_string(aside).unwrap(), damage);
        assert_eq!(Counter::load(&file), Counter::default());
    }
    // What cannot be read at all stays where it is.
    fs::create_dir(&file).unwrap();
    assert_eq!(Counter::load(&file), Counter::default());
    assert!(file.is_dir() && chosen().save(&file).is_err());
}

#[test]
fn what_no_window_can_follow_is_brought_within_reason() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("counter.json");
    let place = WindowPlace { width: f32::NAN, ..chosen().window.unwrap() };
    let mut odd = Counter { text_percent: 9, window: Some(place), ..chosen() };
    odd.slip_printer.copies = 0;
    odd.list_printer.copies = 60_000;
    odd.save(&file).unwrap();
    let read = Counter::load(&file);
    assert_eq!((read.text_percent, read.window), (100, None));
    assert_eq!((read.slip_printer.copies, read.list_printer.copies), (1, 20));
    fs::write(&file, r#"{ "text_percent": 900 }"#).unwrap();
    assert_eq!(Counter::load(&file).text_percent, 175);
}
