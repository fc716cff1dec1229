//! Checking a book: every planted disagreement is found, and a sound book has none.

use motcua::store::{self, CheckReport, Disagreement, StoreError};

use super::receive_at;
use crate::support::{Office, moment, now};

/// An office with three dossiers of one day and one of the next year.
fn office() -> Office {
    let office = Office::new();
    let book = office.open();
    for _ in 0..3 {
        let _ = receive_at(&book, now());
    }
    let _ = receive_at(&book, moment(2027, 1, 4, 9, 0));
    drop(book);
    office
}

fn check(office: &Office) -> Result<CheckReport, StoreError> {
    office.open().run(|db| store::check(db.view())).unwrap()
}

/// The disagreements after `sql` was done behind the program's back.
fn after(sql: &str) -> Vec<Disagreement> {
    let office = office();
    let raw = office.raw();
    raw.execute_batch(sql).unwrap();
    raw.close().unwrap();
    let said = office.run(["check"]);
    assert_eq!(said.code, Some(1), "{sql}: {said:?}");
    let report = check(&office).unwrap();
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&said.out).unwrap(),
        serde_json::to_value(&report).unwrap()
    );
    report.disagreements
}

#[test]
fn a_sound_book_has_no_disagreement() {
    let office = office();
    let report = check(&office).unwrap();
    assert_eq!(report, CheckReport { dossiers: 4, disagreements: Vec::new() });
    let said = office.run(["check"]).fine();
    assert_eq!(said.out, "{\"disagreements\":[],\"dossiers\":4}\n");
}

#[test]
fn a_fresh_book_is_sound() {
    assert_eq!(check(&Office::new()).unwrap().disagreements, []);
}

#[test]
fn a_lost_dossier_is_found_by_every_trace_it_left() {
    let found =
        after("DELETE FROM dossier_paper WHERE dossier_id = 2; DELETE FROM dossier WHERE id = 2;");
    let series = "H50.031-261123-XXXX".to_owned();
    for expected in [
        Disagreement::Series { series, dossiers: 2, highest: 3, given: 3 },
        Disagreement::Register { year: 2026, dossiers: 2, highest: 3, given: 3 },
        Disagreement::Journal { dossiers: 1 },
    ] {
        assert!(found.contains(&expected), "{expected:?} is not among {found:?}");
    }
    assert!(found.iter().any(|one| matches!(one, Disagreement::Search { dossiers: 1.. })));
}

#[test]
fn the_only_dossier_of_its_series_is_missed_too() {
    let found =
        after("DELETE FROM dossier_paper WHERE dossier_id = 4; DELETE FROM dossier WHERE id = 4;");
    assert!(found.contains(&Disagreement::Journal { dossiers: 1 }), "{found:?}");
}

#[test]
fn a_dossier_lost_without_its_papers_breaks_a_reference() {
    let office = office();
    let raw = office.raw();
    raw.execute_batch("DELETE FROM dossier WHERE id = 2").unwrap();
    raw.close().unwrap();
    assert!(matches!(check(&office), Err(StoreError::Damaged(_))));
    office.run(["check"]).refused(1, "bị hỏng");
}

#[test]
fn each_planted_disagreement_is_the_one_that_is_found() {
    let series = "H50.031-261123-XXXX";
    let of_series = |dossiers, highest, given| Disagreement::Series {
        series: series.to_owned(),
        dossiers,
        highest,
        given,
    };
    let of_year =
        |year, dossiers, highest, given| Disagreement::Register { year, dossiers, highest, given };
    for (sql, expected) in [
        (
            format!("UPDATE counter SET next = 9 WHERE scope = '{series}'"),
            vec![of_series(3, 3, 8)],
        ),
        (format!("UPDATE counter SET next = 2 WHERE scope = '{series}'"), vec![of_series(3, 3, 1)]),
        ("DELETE FROM counter WHERE scope = 'register:2027'".to_owned(), vec![of_year(2027, 1, 1, 0)]),
        ("UPDATE dossier SET sequence = 7 WHERE id = 2".to_owned(), vec![of_series(3, 7, 3)]),
        ("UPDATE dossier SET register_number = 2 WHERE id = 4".to_owned(), vec![of_year(2027, 1, 2, 1)]),
        (
            "UPDATE dossier SET due_at = due_at + 86400000 WHERE id IN (1, 3)".to_owned(),
            vec![Disagreement::DueDate { dossiers: 2 }],
        ),
        (
            "UPDATE dossier SET due_at = NULL WHERE id = 1".to_owned(),
            vec![Disagreement::DueDate { dossiers: 1 }],
        ),
        (
            "UPDATE dossier SET due_days = 'rách' WHERE id = 1".to_owned(),
            vec![Disagreement::DueDate { dossiers: 1 }],
        ),
        (
            // The last row, so that only the dossier misses it; its number goes with it.
            "DELETE FROM journal WHERE seq = 5; UPDATE counter SET next = 5 WHERE scope = 'journal'"
                .to_owned(),
            vec![Disagreement::Journal { dossiers: 1 }],
        ),
        (
            "DELETE FROM journal WHERE act = 'set_office'".to_owned(),
            vec![Disagreement::JournalRows { rows: 4, given: 5 }],
        ),
        (
            "UPDATE journal SET subject = 'H50.031-261123-0009' WHERE seq = 3".to_owned(),
            vec![Disagreement::Journal { dossiers: 2 }],
        ),
        (
            // Finished, and nobody says when; returned, and to nobody.
            "UPDATE dossier SET status = 9 WHERE id = 1".to_owned(),
            vec![Disagreement::Standing { dossiers: 1 }],
        ),
        (
            "UPDATE dossier SET ended_at = 1 WHERE id = 1".to_owned(),
            vec![Disagreement::Standing { dossiers: 1 }],
        ),
        (
            "UPDATE dossier SET status = 10, finished_at = 1, ended_at = 1 WHERE id = 1".to_owned(),
            vec![
                Disagreement::Acts { act: "finish", dossiers: 1, rows: 0 },
                Disagreement::HandBack { dossiers: 1 },
            ],
        ),
        (
            "INSERT INTO hand_back VALUES (2, 1, '', '{}', 'lost', '')".to_owned(),
            vec![
                Disagreement::Acts { act: "return", dossiers: 1, rows: 0 },
                Disagreement::HandBack { dossiers: 1 },
            ],
        ),
        (
            "INSERT INTO correction VALUES (1, 2, 1, '', 'Lý do', '{}', '{}')".to_owned(),
            vec![Disagreement::Acts { act: "correct", dossiers: 1, rows: 0 }],
        ),
        (
            // A step that nobody passed the dossier on to.
            "INSERT INTO process VALUES (1, '1.004884', 'QT', '[]', '2026-01-01');
             INSERT INTO dossier_step VALUES (2, 1, 1, 2, 1, '', '', '')"
                .to_owned(),
            vec![
                Disagreement::Acts { act: "next_step", dossiers: 1, rows: 0 },
                Disagreement::Steps { steps: 1 },
            ],
        ),
        (
            "UPDATE dossier SET field = 'Khác' WHERE id < 3".to_owned(),
            vec![Disagreement::Field { dossiers: 2 }],
        ),
        (
            "DELETE FROM dossier_name_search WHERE rowid = 2".to_owned(),
            vec![Disagreement::Search { dossiers: 1 }],
        ),
        (
            "DELETE FROM dossier_part_search WHERE rowid = 2".to_owned(),
            vec![Disagreement::Search { dossiers: 1 }],
        ),
    ] {
        assert_eq!(after(&sql), expected, "{sql}");
    }
}

/// Every act of a dossier's life after the receipt, and what a hand behind the program's back could do to
/// its traces.
#[test]
fn traces_of_the_whole_life_are_checked_too() {
    let office = office();
    let code = |number| format!("H50.031-261123-000{number}");
    let run = |words: &[&str]| drop(office.run(words.iter().copied()).fine());
    run(&["hand-over", &code(1), &code(2), "--to", "Tư pháp"]);
    run(&["take-back", &code(1)]);
    run(&["tray", &code(1), "A1"]);
    run(&["sign", &code(2), "--number", "1", "--signer", "Trần Văn Mẫu"]);
    run(&["void", &code(3), "--reason", "Nhận trùng"]);
    run(&["guide", "--procedure", "1.004884", "--name", "Lê Văn Thiếu", "--item", "Ảnh"]);
    run(&["hand-over", &code(1), "--to", "Địa chính"]);
    run(&["undo", &code(1), "--reason", "Nhầm"]);
    office.is_sound();
    let hands = |dossiers| vec![Disagreement::Hands { dossiers }];
    let acts = |act, dossiers, rows| Disagreement::Acts { act, dossiers, rows };
    let numbers = |scope: &str, papers, given| {
        vec![Disagreement::PaperNumbers { scope: scope.to_owned(), papers, given }]
    };
    for (sql, expected) in [
        ("UPDATE dossier SET holder_unit = 'Khác' WHERE id = 2", hands(1)),
        ("UPDATE dossier SET held_since = NULL WHERE id = 2", hands(1)),
        ("UPDATE dossier SET held_since = held_since + 1 WHERE id = 2", hands(1)),
        ("UPDATE transfer SET unit_from = 'Khác' WHERE dossier_id = 2", hands(1)),
        ("UPDATE transfer SET at = 1 WHERE act = 'take_back'", hands(1)),
        (
            "DELETE FROM transfer WHERE act = 'take_back'",
            vec![acts("take_back", 0, 1), Disagreement::Hands { dossiers: 1 }],
        ),
        (
            "UPDATE dossier SET tray = 'B1' WHERE id IN (2, 3)",
            vec![Disagreement::Tray { dossiers: 2 }],
        ),
        ("UPDATE result SET dossier_id = 3", vec![Disagreement::SignedResult { dossiers: 1 }]),
        ("DELETE FROM result", vec![acts("sign_result", 0, 1)]),
        (
            "UPDATE dossier SET voided_because = NULL WHERE id = 3",
            vec![acts("stop", 1, 0), acts("void", 0, 1)],
        ),
        (
            "UPDATE dossier SET voided_because = 'x' WHERE id = 1",
            vec![acts("void", 2, 1), Disagreement::Voided { dossiers: 1 }],
        ),
        (
            "UPDATE counter SET next = 9 WHERE scope = 'notice:supplement:2026'",
            numbers("notice:supplement:2026", 1, 8),
        ),
        ("UPDATE counter SET next = 3 WHERE scope = 'handover'", numbers("handover", 1, 2)),
        ("DELETE FROM notice", [numbers("notice", 0, 1), vec![acts("guide", 0, 1)]].concat()),
        (
            "DELETE FROM undone",
            [numbers("undone", 0, 1), vec![acts("hand_over", 2, 3), acts("undo", 0, 1)]].concat(),
        ),
    ] {
        let (before, raw) = (office.bytes(), office.raw());
        raw.execute_batch(sql).unwrap();
        raw.close().unwrap();
        assert_eq!(check(&office).unwrap().disagreements, expected, "{sql}");
        let told = crate::support::motcua(["check", "--data", office.path().to_str().unwrap()]);
        assert_eq!((told.code, told.out.lines().count()), (Some(1), expected.len()), "{sql}");
        std::fs::write(office.book(), before).unwrap();
    }
    office.is_sound();
}

#[test]
fn a_step_agrees_with_the_journal_in_officer_and_minute() {
    let office = office();
    let set = ["procedures", "set-steps", "1.004884", "--name", "QT", "--effective", "2026-01-01"];
    let steps = ["--step", "A; B; 1", "--step", "C; D; 1", "--step", "E; F; 1"];
    let _ = office.run(set.into_iter().chain(steps)).fine();
    let code = "H50.031-261123-0002";
    let _ = office.run(["next", code, "--as", "Lê Văn An"]).fine();
    let _ = office.run(["next", code]).fine();
    office.is_sound();
    for (sql, wrong) in [
        ("UPDATE dossier_step SET began_at = began_at + 60000 WHERE position = 1", 1),
        ("UPDATE dossier_step SET actor = 'Người Khác' WHERE position = 2", 1),
        ("UPDATE dossier_step SET dossier_id = 1", 2),
        ("UPDATE dossier_step SET position = 5 WHERE position = 2", 1),
    ] {
        let (before, raw) = (office.bytes(), office.raw());
        raw.execute_batch(sql).unwrap();
        raw.close().unwrap();
        let found = check(&office).unwrap().disagreements;
        assert_eq!(found, [Disagreement::Steps { steps: wrong }], "{sql}");
        std::fs::write(office.book(), before).unwrap();
    }
    office.is_sound();
}

#[test]
fn a_disagreement_is_told_in_words_and_the_book_is_left_alone() {
    let office = office();
    let raw = office.raw();
    let sql = "UPDATE counter SET next = 9 WHERE scope = 'H50.031-261123-XXXX'";
    assert_eq!(raw.execute(sql, []).unwrap(), 1);
    raw.close().unwrap();
    let before = office.bytes();
    let said =
        crate::support::motcua(["check".as_ref(), "--data".as_ref(), office.path().as_os_str()]);
    assert_eq!(said.code, Some(1));
    assert_eq!(said.out, "Dãy mã H50.031-261123-XXXX: có 3 hồ sơ, số cao nhất 3, số đã cấp 8.\n");
    assert_eq!(
        said.errors,
        "Sổ có 1 chỗ không khớp; hãy sao lưu ngay, không tự sửa tệp và báo người phụ trách.\n"
    );
    assert!(office.bytes() == before);
}
