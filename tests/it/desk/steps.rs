//! A dossier's way to its end: finished, given back, each step lawful and with its journal row.

use motcua::desk::DeskError;
use motcua::desk::finish::finish;
use motcua::desk::give_back::{Collection, CollectionForm, Collector, SlipState, give_back};
use motcua::desk::receive::show;
use motcua::domain::dossier::Dossier;
use motcua::domain::invalid::{Field, Problem};
use motcua::domain::status::Status;
use motcua::domain::time::OfficeTime;
use motcua::store::{self, Book, Changed, JournalRow};
use serde_json::json;

use crate::store::receive_at;
use crate::support::{Office, moment, now};

/// After the promise of the samples.
fn late() -> OfficeTime {
    moment(2026, 12, 1, 14, 21)
}

fn shown(book: &Book, code: &str) -> Dossier {
    let code = code.to_owned();
    book.run(move |db| show(db.view(), &code)).unwrap().unwrap()
}

fn finished(book: &Book, code: &str, at: OfficeTime) -> Result<Dossier, DeskError> {
    let code = code.to_owned();
    let done = book.run(move |db| finish(db, &code, "Cán bộ Mẫu", at)).unwrap()?;
    assert_eq!(done.changed, Changed { dossiers: true, ..Changed::default() });
    Ok(done.dossier)
}

fn given_back(book: &Book, code: &str, at: OfficeTime) -> Result<(Dossier, bool), DeskError> {
    let code = code.to_owned();
    let work =
        move |db: &mut store::Db| give_back(db, &code, &Collection::default(), "Cán bộ Mẫu", at);
    let done = book.run(work).unwrap()?;
    assert_eq!(done.changed, Changed { dossiers: true, ..Changed::default() });
    Ok((done.dossier, done.finished_now))
}

fn journal(book: &Book, code: &str) -> Vec<(String, serde_json::Value)> {
    let code = code.to_owned();
    let rows = book.run(move |db| store::journal_of(db.view(), &code)).unwrap().unwrap();
    rows.into_iter().map(|JournalRow { act, detail, .. }| (act, detail)).skip(1).collect()
}

#[test]
fn a_result_lies_ready_and_is_handed_over() {
    let office = Office::new();
    let book = office.open();
    let code = receive_at(&book, now()).dossier.code;
    let ready = finished(&book, &code, moment(2026, 11, 30, 9, 15)).unwrap();
    assert_eq!((ready.status, ready.ended_at), (Status::Finished, None));
    assert_eq!(ready.finished_at, Some(moment(2026, 11, 30, 9, 15)));
    assert_eq!(shown(&book, &code), ready);
    let (returned, finished_now) = given_back(&book, &code, late()).unwrap();
    assert_eq!((returned.status, finished_now), (Status::Returned, false));
    assert_eq!((returned.finished_at, returned.ended_at), (ready.finished_at, Some(late())));
    assert_eq!(shown(&book, &code), returned);
    assert_eq!(
        journal(&book, &code),
        [
            ("finish".to_owned(), json!({ "on_time": true })),
            ("return".to_owned(), json!({ "authorised": false, "slip": "returned" })),
        ]
    );
    drop(book);
    office.is_sound();
}

#[test]
fn what_nobody_noted_as_finished_is_finished_when_it_is_given_back() {
    let office = Office::new();
    let book = office.open();
    let code = receive_at(&book, now()).dossier.code;
    let (returned, finished_now) = given_back(&book, &code, late()).unwrap();
    assert!(finished_now);
    assert_eq!((returned.finished_at, returned.ended_at), (Some(late()), Some(late())));
    let acts: Vec<String> = journal(&book, &code).into_iter().map(|(act, _)| act).collect();
    assert_eq!(acts, ["finish", "return"]);
    assert_eq!(journal(&book, &code)[0].1, json!({ "on_time": false }));
    drop(book);
    office.is_sound();
}

#[test]
fn a_step_that_the_law_does_not_know_changes_nothing() {
    for status in Status::ALL {
        let office = Office::new();
        let code = receive_at(&office.open(), now()).dossier.code;
        let raw = office.raw();
        let set = raw.execute("UPDATE dossier SET status = ?1", [status.number()]).unwrap();
        assert_eq!(set, 1);
        raw.close().unwrap();
        let book = office.open();
        let before = shown(&book, &code);
        if !status.may_become(Status::Finished) {
            let error = finished(&book, &code, late()).unwrap_err();
            let expected = Status::Finished;
            assert!(
                matches!(&error, DeskError::NotLawful { from, to, .. }
                    if (*from, *to) == (status, expected)),
                "{status:?}: {error:?}"
            );
        }
        if !status.may_become(Status::Finished) && status != Status::Finished {
            let error = given_back(&book, &code, late()).unwrap_err();
            let to_returned = matches!(&error, DeskError::NotLawful { to: Status::Returned, .. });
            assert!(to_returned, "{status:?}: {error:?}");
        }
        if !status.may_become(Status::Finished) {
            assert_eq!(shown(&book, &code), before);
            assert_eq!(journal(&book, &code), []);
        }
    }
}

#[test]
fn a_result_is_handed_over_once() {
    let office = Office::new();
    let book = office.open();
    let code = receive_at(&book, now()).dossier.code;
    let _ = given_back(&book, &code, late()).unwrap();
    assert!(matches!(given_back(&book, &code, late()), Err(DeskError::NotLawful { .. })));
    assert!(matches!(finished(&book, &code, late()), Err(DeskError::NotLawful { .. })));
    assert!(matches!(finished(&book, "H50.031-0", late()), Err(DeskError::NoDossier(_))));
}

#[test]
fn whoever_collects_on_authority_is_named_in_the_book_and_not_in_the_journal() {
    let office = Office::new();
    let book = office.open();
    let dossier = receive_at(&book, now()).dossier;
    let form = CollectionForm {
        authorised: true,
        name: " Lê Văn  Thử ".to_owned(),
        identity: "045 088 000 000".to_owned(),
        paper: "Giấy ủy quyền ngày 30/11/2026".to_owned(),
        slip: SlipState::Lost,
        note: "Đã ký sổ".to_owned(),
    };
    let collection = form.check().unwrap();
    let by = Collector::Authorised {
        name: "Lê Văn Thử".to_owned(),
        identity: "045088000000".to_owned(),
        paper: "Giấy ủy quyền ngày 30/11/2026".to_owned(),
    };
    assert_eq!(collection.by, by);
    let code = dossier.code.clone();
    let give = move |db: &mut store::Db| give_back(db, &code, &collection, "Cán bộ Mẫu", late());
    let _ = book.run(give).unwrap().unwrap();
    let kept = book.run(move |db| store::hand_back_of(db.view(), dossier.id)).unwrap().unwrap();
    let kept = kept.unwrap();
    assert_eq!((kept.at, kept.by, kept.slip), (late(), by, SlipState::Lost));
    assert_eq!((kept.actor.as_str(), kept.note.as_str()), ("Cán bộ Mẫu", "Đã ký sổ"));
    let told = format!("{:?}", journal(&book, &dossier.code));
    assert!(!told.contains("Thử") && !told.contains("045088"), "{told}");
}

#[test]
fn a_collector_on_authority_needs_name_number_and_paper() {
    let form = CollectionForm { authorised: true, ..CollectionForm::default() };
    let wrong = form.check().unwrap_err();
    let fields: Vec<Field> = wrong.iter().map(|invalid| invalid.field).collect();
    assert_eq!(fields, [Field::CollectorName, Field::CollectorIdentity, Field::CollectorPaper]);
    assert!(wrong.iter().all(|invalid| invalid.problem == Problem::Empty), "{wrong:?}");
    let identity = |text: &str| {
        let form = CollectionForm {
            name: "Lê Văn Thử".to_owned(),
            identity: text.to_owned(),
            paper: "Giấy".to_owned(),
            ..form.clone()
        };
        form.check().is_ok()
    };
    assert!(identity("045088000000") && identity("045088000") && identity("C1234567"));
    assert!(!identity("0450") && !identity("C 12 3*"));
    // Without authority nothing else is asked for.
    assert_eq!(CollectionForm::default().check().unwrap(), Collection::default());
}
