//! Who may do what: the whole table, and that every verb asks it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use motcua::desk::DeskError;
use motcua::desk::close_year::close_year;
use motcua::desk::guide::{guide, refuse_unreceived};
use motcua::desk::handover_list::{NewList, Scan, make_list};
use motcua::desk::role::may;
use motcua::desk::roster::set_officer;
use motcua::desk::waiting::Demand;
use motcua::domain::dossier::{Channel, NewDossier, ReturnBy};
use motcua::domain::handover::HandoverKind;
use motcua::domain::intake::{Intake, Party};
use motcua::domain::invalid::{Field, Problem};
use motcua::domain::officer::{Officer, Role};
use motcua::store::{self, Act, Book};

use super::deeds::{Deed, division, done};
use crate::store::{dossier, person, received};
use crate::support::{Office, PROCEDURE, moment, now};

/// Everybody on the roster of the samples, by name: one of each role, and one who left.
const ROSTER: [(&str, Role); 4] = [
    ("Hồ Thị Phụ Trách", Role::Head),
    ("Cán bộ Mẫu", Role::Reception),
    ("Lê Văn Thụ Lý", Role::Specialist),
    ("Trần Văn Lãnh Đạo", Role::Leader),
];

const HEAD: &str = ROSTER[0].0;

fn put(book: &Book, name: &str, role: Role, active: bool, by: &str) -> Result<(), DeskError> {
    let new = Officer { name: name.to_owned(), unit: String::new(), role, active };
    let by = by.to_owned();
    book.run(move |db| set_officer(db, &new, &by, now()).map(drop)).unwrap()
}

fn with_roster(book: &Book) {
    for (name, role) in ROSTER {
        put(book, name, role, true, HEAD).unwrap();
    }
    put(book, "Hồ Văn Nghỉ", Role::Reception, false, HEAD).unwrap();
}

/// What each role may do, written down a second time, act by act: head, reception, specialist, leader.
#[rustfmt::skip]
const TABLE: [(Act, [bool; 4]); 37] = [
    (Act::Receive,          [true, true, false, false]),
    (Act::Correct,          [true, true, false, false]),
    (Act::Guide,            [true, true, false, false]),
    (Act::RefuseUnreceived, [true, true, false, false]),
    (Act::Return,           [true, true, false, false]),
    (Act::SetTray,          [true, true, false, false]),
    (Act::Stop,             [true, true, false, true]),
    (Act::Withdraw,         [true, true, false, true]),
    (Act::Extend,           [true, true, false, true]),
    (Act::HandOver,         [true, true, true, true]),
    (Act::TakeBack,         [true, true, true, true]),
    (Act::KeepList,         [true, true, true, true]),
    (Act::NextStep,         [true, true, true, true]),
    (Act::AskPapers,        [true, true, true, true]),
    (Act::PapersCame,       [true, true, true, true]),
    (Act::DemandPayment,    [true, true, true, true]),
    (Act::Paid,             [true, true, true, true]),
    (Act::ChooseBranch,     [true, true, true, true]),
    (Act::Refuse,           [true, true, true, true]),
    (Act::SignResult,       [true, true, true, true]),
    (Act::Finish,           [true, true, true, true]),
    (Act::Print,            [true, true, true, true]),
    (Act::Undo,             [true, true, true, true]),
    (Act::SetFavourite,     [true, true, true, true]),
    (Act::MovePromise,      [true, true, false, false]),
    (Act::RestorePromise,   [true, true, false, false]),
    (Act::Void,             [true, false, false, false]),
    (Act::SetOffice,        [true, false, false, false]),
    (Act::SetOfficer,       [true, false, false, false]),
    (Act::SetForm,          [true, false, false, false]),
    (Act::CloseRegister,    [true, false, false, false]),
    (Act::ImportProcedures, [true, false, false, false]),
    (Act::ImportProcesses,  [true, false, false, false]),
    (Act::SetProcess,       [true, false, false, false]),
    (Act::ImportCalendar,   [true, false, false, false]),
    (Act::ChangeCalendar,   [true, false, false, false]),
    (Act::UndoCalendar,     [true, false, false, false]),
];

#[test]
fn the_table_of_roles_is_the_one_written_down_here() {
    let acts: BTreeSet<&str> = TABLE.iter().map(|(act, _)| act.word()).collect();
    assert_eq!(acts.len(), TABLE.len(), "an act twice");
    for (act, allowed) in TABLE {
        for (role, allowed) in Role::ALL.into_iter().zip(allowed) {
            assert_eq!(may(role, act), allowed, "{role:?} {act:?}");
        }
    }
}

/// What of the whole life each officer tries, with the deeds before it, done by the head.
#[test]
fn every_deed_asks_the_table() {
    let until = moment(2026, 12, 9, 9, 0);
    let over = || Deed::HandOver(division());
    let stories: Vec<(Act, Vec<Deed>, Deed)> = vec![
        (Act::HandOver, vec![], over()),
        (Act::TakeBack, vec![over()], Deed::TakeBack),
        (Act::AskPapers, vec![], Deed::AskPapers),
        (Act::PapersCame, vec![Deed::AskPapers], Deed::PapersCame),
        (Act::DemandPayment, vec![over()], Deed::AskPayment),
        (Act::Paid, vec![over(), Deed::AskPayment], Deed::Paid),
        (Act::Extend, vec![], Deed::Extend(until)),
        (Act::Stop, vec![over()], Deed::Stop),
        (Act::Withdraw, vec![], Deed::Withdraw),
        (Act::Refuse, vec![over()], Deed::Refuse),
        (Act::Void, vec![], Deed::Void),
        (Act::SignResult, vec![], Deed::Sign),
        (Act::Finish, vec![], Deed::Finish),
        (Act::Return, vec![Deed::Finish], Deed::GiveBack),
        (Act::SetTray, vec![], Deed::Tray("A1")),
        (Act::HandOver, vec![], Deed::OutList(division())),
        (Act::TakeBack, vec![over()], Deed::BackList { result: false }),
        (Act::Finish, vec![over()], Deed::BackList { result: true }),
        (Act::Return, vec![Deed::Finish], Deed::PostOut),
        (Act::Receive, vec![], Deed::PostIn),
    ];
    let office = Office::new();
    let book = office.open();
    with_roster(&book);
    let new = dossier(person("Hồ Thị Mẫu", "045188000000"));
    let new = NewDossier { channel: Channel::Post, return_by: ReturnBy::Post, ..new };
    for (act, before, deed) in stories {
        for (name, role) in ROSTER {
            let code = received(&book, new.clone(), now()).dossier.code;
            for deed in &before {
                done(&book, &code, deed, HEAD, now()).unwrap();
            }
            let rows = length(&book);
            match done(&book, &code, &deed, name, now()) {
                Ok(()) => assert!(may(role, act), "{role:?} did {deed:?}"),
                Err(DeskError::NotYours { officer, role: held, .. }) => {
                    assert!(!may(role, act), "{role:?} was kept from {deed:?}");
                    assert_eq!((officer.as_str(), held), (name, role));
                    assert_eq!(length(&book), rows, "{deed:?}");
                }
                Err(error) => panic!("{role:?}, {deed:?}: {error:?}"),
            }
        }
        for stranger in ["", "Hồ Văn Nghỉ", "Người Lạ"] {
            let code = received(&book, new.clone(), now()).dossier.code;
            let error = done(&book, &code, &deed, stranger, now()).unwrap_err();
            assert!(
                matches!(&error, DeskError::UnknownOfficer(name) if name == stranger),
                "{error:?}"
            );
        }
    }
    drop(book);
    office.is_sound();
}

fn length(book: &Book) -> i64 {
    book.run(|db| store::journal_length(db.view())).unwrap().unwrap()
}

#[test]
fn acts_without_a_dossier_ask_the_table_too() {
    let office = Office::new();
    let book = office.open();
    with_roster(&book);
    for (name, role) in ROSTER {
        let form = Intake {
            procedure: PROCEDURE.to_owned(),
            applicant: Party { name: "Hồ Thị Mẫu".to_owned(), ..Party::default() },
            ..Intake::default()
        };
        let (one, other) = (form.clone(), form);
        let told = book
            .run(move |db| guide(db, &one, Demand::from("Tờ khai"), name, now()).map(drop))
            .unwrap();
        assert_eq!(told.is_ok(), may(role, Act::Guide), "{role:?}");
        let refused = book
            .run(move |db| refuse_unreceived(db, &other, "Sai nơi nộp", name, now()).map(drop))
            .unwrap();
        assert_eq!(refused.is_ok(), may(role, Act::RefuseUnreceived), "{role:?}");
        let closed = book.run(move |db| close_year(db, 2020, name, now()).map(drop)).unwrap();
        let asked = !matches!(closed, Err(DeskError::NotYours { .. }));
        assert_eq!(asked, may(role, Act::CloseRegister), "{role:?}");
        let set = put(&book, "Người Mới", Role::Specialist, true, name);
        assert_eq!(set.is_ok(), may(role, Act::SetOfficer), "{role:?}");
    }
    let empty = NewList {
        kind: HandoverKind::Out,
        other: division(),
        scans: vec![Scan::default()],
        note: String::new(),
    };
    let error = book.run(move |db| make_list(db, &empty, "Người Lạ", now())).unwrap().unwrap_err();
    assert!(matches!(error, DeskError::UnknownOfficer(_)), "{error:?}");
}

/// Whatever writes into the book goes through the one door that asks for the role; but for the making of
/// an office and of an invented one.
#[test]
fn no_verb_has_a_door_of_its_own() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/desk")];
    let mut doors = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if fs::read_to_string(&path).unwrap().contains(".transact(") {
                let _ = doors.insert(path.file_name().unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    assert_eq!(doors.into_iter().collect::<Vec<_>>(), ["generate.rs", "role.rs", "set_up.rs"]);
}

#[test]
fn an_office_without_a_roster_trusts_everybody() {
    let office = Office::new();
    let book = office.open();
    let code = received(&book, dossier(person("Hồ Thị Mẫu", "")), now()).dossier.code;
    for deed in [Deed::HandOver(division()), Deed::Undo, Deed::Void, Deed::Undo] {
        done(&book, &code, &deed, "", now()).unwrap();
    }
}

#[test]
fn the_roster_always_has_somebody_who_can_change_it() {
    let office = Office::new();
    let book = office.open();
    let missing = |error: DeskError| {
        assert!(
            matches!(&error, DeskError::Invalid(list)
                if *list == [Field::Officer.wrong(Problem::Missing)]),
            "{error:?}"
        );
    };
    missing(put(&book, "Cán bộ Mẫu", Role::Reception, true, "").unwrap_err());
    put(&book, HEAD, Role::Head, true, "").unwrap();
    missing(put(&book, HEAD, Role::Head, false, HEAD).unwrap_err());
    missing(put(&book, HEAD, Role::Leader, true, HEAD).unwrap_err());
    put(&book, "Hồ Văn Kế", Role::Head, true, HEAD).unwrap();
    put(&book, HEAD, Role::Head, false, "Hồ Văn Kế").unwrap();
    let error = put(&book, "Hồ Văn Ba", Role::Head, true, HEAD).unwrap_err();
    assert!(matches!(error, DeskError::UnknownOfficer(_)), "{error:?}");
    let names = book.run(|db| store::officers(db.view())).unwrap().unwrap();
    assert_eq!(names.iter().filter(|officer| officer.active).count(), 1);
}

#[test]
fn nobody_at_work_is_on_the_roster_in_two_spellings() {
    let office = Office::new();
    let book = office.open();
    put(&book, HEAD, Role::Head, true, "").unwrap();
    put(&book, "Lê Văn An", Role::Specialist, true, HEAD).unwrap();
    for other in ["lê văn an", "LÊ VĂN AN", "Le Van An", "Lê Văn Ân"] {
        let error = put(&book, other, Role::Specialist, true, HEAD).unwrap_err();
        assert!(
            matches!(&error, DeskError::SpelledAlike(known) if known == "Lê Văn An"),
            "{other}: {error:?}"
        );
    }
    // The same spelling changes the one who is there; another name is another officer.
    put(&book, "Lê Văn An", Role::Leader, true, HEAD).unwrap();
    put(&book, "Lê Văn Ân B", Role::Specialist, true, HEAD).unwrap();
    // A name that was written wrongly gives way to the right one.
    put(&book, "Lê Văn An", Role::Leader, false, HEAD).unwrap();
    put(&book, "Lê Văn Ân", Role::Leader, true, HEAD).unwrap();
    let names = book.run(|db| store::officers(db.view())).unwrap().unwrap();
    assert_eq!(names.len(), 4);
}

#[test]
fn somebody_elses_step_is_undone_by_the_head_alone() {
    let office = Office::new();
    let book = office.open();
    with_roster(&book);
    let new = dossier(person("Hồ Thị Mẫu", ""));
    let code = received(&book, new, now()).dossier.code;
    let [_, (reception, _), (specialist, _), (leader, _)] = ROSTER;
    done(&book, &code, &Deed::HandOver(division()), reception, now()).unwrap();
    for other in [specialist, leader] {
        let error = done(&book, &code, &Deed::Undo, other, now()).unwrap_err();
        assert!(
            matches!(&error, DeskError::OthersStep { actor, .. } if actor == reception),
            "{error:?}"
        );
    }
    done(&book, &code, &Deed::Undo, reception, now()).unwrap();
    done(&book, &code, &Deed::HandOver(division()), specialist, now()).unwrap();
    done(&book, &code, &Deed::Undo, HEAD, now()).unwrap();
}
