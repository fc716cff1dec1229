//! The log beside the book: it tells what went wrong and names nobody.

use std::fs;

use crate::support::{CARD, Office, PEOPLE, PROCEDURE};

#[test]
fn the_log_holds_no_name_number_or_address() {
    let office = Office::new();
    for person in &PEOPLE {
        let _ = office.receive(person);
    }
    let receive = ["receive", "--procedure", PROCEDURE];
    let refused = |options: &[&str]| {
        let said = office.run(receive.iter().chain(options));
        assert_eq!(said.code, Some(1), "{options:?}: {said:?}");
    };
    refused(&["--name", "Lò Thị Bí Mật\u{202e}", "--id", "045188777777"]);
    refused(&["--name", "Lò Thị Bí Mật", "--id", "0451887777777", "--address", "Thôn Kín"]);
    refused(&["--name", "Lò Thị Bí Mật", "--phone", "0912777777x", "--birth", "31/02/1977"]);
    refused(&["--citizen-qr", &CARD.replace("12031988", "32131988")]);
    refused(&["--name", "Lò Thị Bí Mật", "--email", "bimat"]);
    refused(&["--name", "Lò Thị Bí Mật", "--paper", "Giấy của Lò Thị Bí Mật=x"]);
    // Slips are named after people.
    let folder = office.file("Lò Thị Bí Mật.pdf");
    fs::create_dir(&folder).unwrap();
    refused(&["--name", "Lò Thị Bí Mật", "--slip", folder.to_str().unwrap()]);
    for verb in [["show", "Lò Thị Bí Mật"], ["procedures", "Lò Thị Bí Mật"]] {
        assert_ne!(office.run(verb).code, Some(0));
    }
    let _ = office.run(["find", "Lò Thị Bí Mật"]).fine();

    let log = fs::read_to_string(office.file("motcua.log")).unwrap();
    assert!(log.lines().count() >= 8, "nothing was logged: {log}");
    let people = PEOPLE.iter().flat_map(|one| [one.name, one.id, one.address, one.phone]);
    let others = ["Bí Mật", "777777", "Kín", "Hồ Thị Mẫu", "045188", "Ruộng", "bimat", "1977"];
    for personal in people.chain(others) {
        assert!(!log.contains(personal), "{personal} is in the log: {log}");
    }
}

#[test]
fn what_a_power_cut_left_unfinished_is_swept_away() {
    let office = Office::new();
    let _ = office.receive(&PEOPLE[0]);
    let slips = office.file("slips");
    let left = [slips.join(".unfinished-Ab12cd"), office.file(".unfinished-Xy34zw")];
    let kept = [slips.join("unfinished-thesis.pdf"), office.file("notes.txt")];
    for file in left.iter().chain(&kept) {
        fs::write(file, "Lò Thị Bí Mật").unwrap();
    }
    assert_eq!(office.run(["check"]).code, Some(0));
    assert!(left.iter().all(|file| !file.exists()));
    assert!(kept.iter().all(|file| file.exists()));
}
