//! What a dossier remembers: the procedure and the promise as they were, the people as given.

use std::path::Path;

use motcua::desk::catalogue::ImportTerms;
use motcua::desk::import::{import_calendar, import_procedures};
use motcua::desk::receive::{offered, show};
use motcua::domain::applicant::{ApplicantKind, BirthDate, Principal, Sex};
use motcua::domain::deadline::DayReason;
use motcua::domain::dossier::{Channel, Dossier, LimitChoice, NewDossier, ReturnBy};
use motcua::domain::identity::Identity;
use motcua::domain::limit::Limit;
use motcua::domain::paper::{Paper, PaperWay};
use motcua::domain::time::OfficeTime;
use motcua::store::{self, Book};

use super::{dossier, person, receive_at, received};
use crate::support::{Office, PROCEDURE, date, moment, now};

fn import(book: &Book, file: &Path, effective: chrono::NaiveDate) {
    let file = file.to_owned();
    let terms = ImportTerms { decision: "Quyết định 9/QĐ-UBND".to_owned(), effective };
    let done = book.run(move |db| import_procedures(db, &file, &terms, "Cán bộ", now()));
    assert_eq!(done.unwrap().unwrap().added, 1);
}

fn shown(book: &Book, code: &str) -> Dossier {
    let code = code.to_owned();
    book.run(move |db| show(db.view(), &code)).unwrap().unwrap()
}

#[test]
fn a_dossier_keeps_the_version_it_was_received_under() {
    let office = Office::new();
    let list = office.written(
        "new.csv",
        format!("code,name,time_limit_text\n{PROCEDURE},Tên mới,9 ngày làm việc\n"),
    );
    let book = office.open();
    let old = receive_at(&book, now()).dossier;
    import(&book, list.as_ref(), date(2026, 11, 24));

    assert_eq!(shown(&book, &old.code), old);
    assert_eq!(
        (old.procedure.name.as_str(), old.limit),
        ("Đăng ký lại khai sinh", Limit::WorkingDays(5))
    );
    // The day before the new version comes into force, the old one is still offered.
    assert_eq!(receive_at(&book, now()).dossier.procedure, old.procedure);
    let new = receive_at(&book, moment(2026, 11, 25, 9, 0)).dossier;
    assert_eq!((new.procedure.name.as_str(), new.limit), ("Tên mới", Limit::WorkingDays(9)));
    assert_eq!(shown(&book, &new.code), new);
    assert_eq!(shown(&book, &old.code), old);
}

#[test]
fn the_newest_import_of_a_day_counts_and_abolishing_ends_a_procedure() {
    let office = Office::new();
    let book = office.open();
    let head = "code,name,time_limit_text,abolished\n";
    for (name, abolished) in [("Một", ""), ("Hai", ""), ("Hai", "x")] {
        let row = format!("{head}{PROCEDURE},{name},9 ngày làm việc,{abolished}\n");
        import(&book, office.written("list.csv", row).as_ref(), date(2026, 11, 20));
        let version = book.run(|db| store::version_in_force(db.view(), PROCEDURE, now().date()));
        let procedure = version.unwrap().unwrap().unwrap().procedure;
        assert_eq!((procedure.name.as_str(), procedure.abolished), (name, !abolished.is_empty()));
    }
    let offered = book.run(|db| offered(db.view(), PROCEDURE, now().date()).map(drop)).unwrap();
    assert!(offered.is_err());
}

#[test]
fn importing_the_same_list_again_adds_nothing() {
    let office = Office::new();
    let book = office.open();
    let row = format!("code,name,time_limit_text\n{PROCEDURE},Một,9 ngày làm việc\n");
    let list = std::path::PathBuf::from(office.written("list.csv", row));
    import(&book, &list, date(2026, 11, 20));
    let terms = ImportTerms { decision: "Khác".to_owned(), effective: date(2026, 11, 22) };
    let again = book.run(move |db| import_procedures(db, &list, &terms, "Cán bộ", now()));
    assert_eq!(again.unwrap().unwrap().added, 0);
}

#[test]
fn a_new_day_off_moves_new_promises_only() {
    let office = Office::new();
    let days = office.written("days.csv", "date,kind,name\n2026-11-26,off,Nghỉ bão\n");
    let book = office.open();
    let old = receive_at(&book, now()).dossier;
    let days = std::path::PathBuf::from(days);
    let _ = book.run(move |db| import_calendar(db, &days, "Cán bộ", now())).unwrap().unwrap();
    let new = receive_at(&book, now()).dossier;

    assert_eq!(old.due.at, Some(moment(2026, 12, 1, 14, 20)));
    assert_eq!(new.due.at, Some(moment(2026, 12, 2, 14, 20)));
    assert_eq!(shown(&book, &old.code), old);
    let storm = DayReason::DayOff { name: "Nghỉ bão".to_owned(), official: true };
    assert!(new.due.days.iter().any(|day| day.reason == storm));
    assert!(old.due.days.iter().all(|day| day.reason != storm));
    drop(book);
    office.is_sound();
}

/// Every field filled with something of its own.
fn full() -> NewDossier {
    let mut deputy = person("Đặng Văn Ví Dụ", "045085222222");
    deputy.kind = ApplicantKind::Person {
        identity: Some(Identity::Passport("X1234567".to_owned())),
        birth: Some(BirthDate::Day(date(1897, 1, 2))),
        sex: Some(Sex::Male),
    };
    deputy.address = "Thôn Ruộng".to_owned();
    deputy.phone = "0900000000".to_owned();
    deputy.email = "thu@example.vn".to_owned();
    let mut company = person("Công ty Thử", "");
    company.kind = ApplicantKind::Organisation { tax_code: "0100047516".to_owned() };
    let paper = |name: &str, way, originals, copies| Paper {
        name: name.to_owned(),
        way,
        originals,
        copies,
    };
    NewDossier {
        subject: "Xin cấp lại \"bản chính\", dấu ' và %".to_owned(),
        principal: Some(Principal {
            party: company, authorisation: "Giấy ủy quyền 1".to_owned()
        }),
        papers: vec![
            paper("Tờ khai", PaperWay::Submitted, 2, 3),
            paper("Hộ chiếu", PaperWay::Shown, 1, 0),
            paper("Căn cước", PaperWay::FromDatabase, 0, 0),
        ],
        sets: 7,
        limit: LimitChoice::Given(Limit::WorkingHours(4)),
        channel: Channel::Online,
        return_by: ReturnBy::Post,
        note: "Ghi chú".to_owned(),
        ..dossier(deputy)
    }
}

#[test]
fn every_field_reads_back_as_it_was_given() {
    let office = Office::new();
    let book = office.open();
    let mut births = vec![None, Some(BirthDate::Year(1925)), Some(BirthDate::Day(now().date()))];
    births.extend([date(1896, 11, 23), date(2000, 2, 29)].map(|day| Some(BirthDate::Day(day))));
    for given in births {
        let mut new = full();
        let ApplicantKind::Person { birth, .. } = &mut new.applicant.kind else { unreachable!() };
        *birth = given;
        let dossier = received(&book, new, now()).dossier;
        assert_eq!(shown(&book, &dossier.code), dossier);
    }
    let mut company = full();
    company.applicant = company.principal.take().unwrap().party;
    for limit in [Limit::None, Limit::SameDay, Limit::CalendarDays(10), Limit::WorkingDays(999)] {
        company.limit = LimitChoice::Given(limit);
        let dossier = received(&book, company.clone(), now()).dossier;
        assert_eq!((shown(&book, &dossier.code), dossier.limit), (dossier.clone(), limit));
    }
    drop(book);
    office.is_sound();
}

/// The codes of the twins of somebody, newest first.
fn twins(book: &Book, name: &str, number: &str, procedure: &str) -> Vec<(String, OfficeTime)> {
    let (who, procedure) = (person(name, number), procedure.to_owned());
    let twins = book.run(move |db| store::open_twins(db.view(), &who, None, &procedure));
    twins.unwrap().unwrap().into_iter().map(|twin| (twin.code, twin.received_at)).collect()
}

#[test]
fn unfinished_dossiers_of_the_same_person_for_the_same_procedure_are_found() {
    let office = Office::new();
    let book = office.open();
    let take = |name: &str, number: &str| {
        let dossier = received(&book, dossier(person(name, number)), now()).dossier;
        (dossier.code, dossier.received_at)
    };
    let first = take("Hồ Thị Mẫu", "045188000000");
    let other = take("Hồ Thị Mẫu", "045188999999");
    let nameless = take("Hồ Thị Mẫu", "");
    let second = take("Người Khác Tên", "045188000000");

    // A number tells who it is, whatever the name.
    let of_number = twins(&book, "Ai Đó", "045188000000", PROCEDURE);
    assert_eq!(of_number, [second.clone(), first.clone()]);
    assert_eq!(twins(&book, "Hồ Thị Mẫu", "045188999999", PROCEDURE), [other]);
    // Without a number the name does, and only among those without one.
    assert_eq!(twins(&book, "HỒ THỊ MẪU", "", PROCEDURE), [nameless]);
    // A province's suffix makes no other procedure.
    assert_eq!(twins(&book, "", "045188000000", "1.004884.H50").len(), 2);
    assert_eq!(twins(&book, "", "045188000000", "1.001193"), []);
    drop(book);

    let raw = office.raw();
    let set = raw.execute("UPDATE dossier SET status = 10 WHERE code = ?1", [&second.0]).unwrap();
    assert_eq!(set, 1);
    raw.close().unwrap();
    let book = office.open();
    assert_eq!(twins(&book, "", "045188000000", PROCEDURE), [first]);
}
