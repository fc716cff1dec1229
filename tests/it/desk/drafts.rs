//! Before a dossier is received: drafts, the preview, doubts, known people, favourites.

use motcua::desk::receive::{Rules, doubts_before, preview, receive};
use motcua::desk::{DeskError, Warning, draft, favourite, known};
use motcua::domain::intake::{Intake, Party};
use motcua::domain::invalid::{Field, Problem};
use motcua::domain::paper::RequiredPaper;
use motcua::domain::procedure::Procedure;
use motcua::forms::appointment_slip::appointment_slip;
use motcua::store::{self, Book, Db};

use crate::store::{dossier, person, receive_at, received};
use crate::support::{Office, PROCEDURE, SERIES, moment, now};

fn keep(book: &Book, id: Option<i64>, content: &str) -> Result<i64, DeskError> {
    let content = content.to_owned();
    book.run(move |db| draft::keep(db, id, &content, "Cán bộ Mẫu", now())).unwrap()
}

fn contents(book: &Book) -> Vec<String> {
    let drafts = book.run(|db| draft::list(db.view())).unwrap().unwrap();
    drafts.into_iter().map(|draft| draft.content).collect()
}

#[test]
fn what_is_typed_survives_the_program_and_goes_when_it_is_told_to() {
    let office = Office::new();
    let book = office.open();
    let one = keep(&book, None, "{\"name\":\"H\"}").unwrap();
    let other = keep(&book, None, "khác").unwrap();
    assert_eq!(keep(&book, Some(one), "{\"name\":\"Hồ\"}").unwrap(), one);
    drop(book);
    let book = office.open();
    assert_eq!(contents(&book), ["khác", "{\"name\":\"Hồ\"}"]);
    for _ in 0..2 {
        book.run(move |db| draft::drop(db, other)).unwrap().unwrap();
    }
    assert_eq!(contents(&book), ["{\"name\":\"Hồ\"}"]);
    // What was thrown away does not come back, and its number is nobody else's.
    assert!(matches!(keep(&book, Some(other), "khác"), Err(DeskError::AlreadyReceived)));
    assert!(keep(&book, None, "").unwrap() > other);
    drop(book);
    office.is_sound();
}

#[test]
fn a_draft_is_received_once_however_often_it_is_asked_for() {
    let office = Office::new();
    let book = office.open();
    let id = keep(&book, None, "{}").unwrap();
    let new = dossier(person("Hồ Thị Mẫu", ""));
    let take = |id| {
        let new = new.clone();
        book.run(move |db| receive(db, &new, Some(id), "Cán bộ Mẫu", now())).unwrap()
    };
    // A refused receipt leaves the draft where it was.
    let mut unknown = new.clone();
    "9.999999".clone_into(&mut unknown.procedure);
    let refused = book.run(move |db| receive(db, &unknown, Some(id), "Cán bộ Mẫu", now()));
    assert!(matches!(refused.unwrap(), Err(DeskError::Invalid(_))));
    assert_eq!(contents(&book).len(), 1);
    assert_eq!(take(id).unwrap().dossier.code, format!("{SERIES}0001"));
    assert!(matches!(take(id), Err(DeskError::AlreadyReceived)));
    assert!(matches!(keep(&book, Some(id), "{}"), Err(DeskError::AlreadyReceived)));
    assert_eq!(contents(&book), [""; 0]);
    assert_eq!(receive_at(&book, now()).dossier.code, format!("{SERIES}0002"));
    drop(book);
    office.is_sound();
}

/// The rules and the sample procedure, as a window holds them.
fn rules(book: &Book) -> (Rules, Procedure) {
    let read = |db: &mut Db| {
        let version = store::version_in_force(db.view(), PROCEDURE, now().date())?;
        Ok::<_, DeskError>((Rules::load(db.view())?, version.unwrap().procedure))
    };
    book.run(read).unwrap().unwrap()
}

#[test]
fn a_preview_shows_what_receiving_will_store() {
    let office = Office::new();
    let book = office.open();
    let (rules, procedure) = rules(&book);
    let form = Intake {
        procedure: PROCEDURE.to_owned(),
        applicant: Party {
            name: " Hồ  Thị Mẫu".to_owned(),
            identity: "045 188 000 000".to_owned(),
            birth: "12/03/1988".to_owned(),
            sex: "nữ".to_owned(),
            phone: "+84 900 000 000".to_owned(),
            ..Party::default()
        },
        papers: procedure.papers.iter().take(2).map(RequiredPaper::brought).collect(),
        branch: "2".to_owned(),
        ..Intake::default()
    };
    let shown = preview(&rules, Some(&procedure), &form, "Cán bộ Mẫu", now());
    let stored = received(&book, form.check(now().date()).unwrap(), now()).dossier;
    assert_eq!((shown.code.as_str(), shown.number), ("H50.031-261123-····", 0));
    let mut shown = shown;
    (shown.id, shown.number) = (stored.id, stored.number);
    shown.code.clone_from(&stored.code);
    shown.applicant.name.clone_from(&stored.applicant.name);
    assert_eq!(shown, stored);
}

#[test]
fn a_preview_refuses_nothing_and_promises_nothing_it_does_not_know() {
    let office = Office::new();
    let book = office.open();
    let (rules, procedure) = rules(&book);
    let empty = preview(&rules, None, &Intake::default(), "", now());
    assert_eq!((empty.due.at, empty.procedure.name.as_str()), (None, ""));
    let typed = Intake {
        procedure: "1.0".to_owned(),
        applicant: Party {
            name: "H\u{7}ồ 7".to_owned(),
            identity: "0451".to_owned(),
            birth: "31/02".to_owned(),
            phone: "09".to_owned(),
            ..Party::default()
        },
        principal: Some(Party { passport: "*".to_owned(), ..Party::default() }),
        sets: "nhiều".to_owned(),
        limit: "5".to_owned(),
        branch: "99".to_owned(),
        ..Intake::default()
    };
    for procedure in [None, Some(&procedure)] {
        let shown = preview(&rules, procedure, &typed, "", now());
        assert_eq!(shown.applicant.name, "Hồ 7");
        assert_eq!((shown.applicant.identity_number(), &*shown.applicant.phone), ("0451", "09"));
        assert_eq!((shown.due.at, shown.sets), (None, 1));
        let sheet = appointment_slip(
            &shown,
            rules.office(),
            &motcua::forms::appointment_slip::usual(rules.office()),
            &motcua::forms::mark::SlipMark::default(),
        );
        assert!(!sheet.pages.is_empty());
    }
}

#[test]
fn a_twin_is_told_of_before_it_is_received() {
    let office = Office::new();
    let book = office.open();
    let doubts = |at| {
        let new = dossier(person("Hồ Thị Mẫu", "045188000000"));
        book.run(move |db| doubts_before(db.view(), &new, at)).unwrap().unwrap()
    };
    assert_eq!(doubts(now()), []);
    let first = receive_at(&book, now()).dossier;
    let twin = Warning::OpenTwin { code: first.code, received_at: first.received_at };
    assert_eq!(doubts(now()), std::slice::from_ref(&twin));
    assert_eq!(receive_at(&book, now()).warnings, [twin]);
    assert!(doubts(moment(2026, 11, 23, 18, 0)).contains(&Warning::OutsideHours));
}

#[test]
fn who_has_been_here_is_known_by_number_or_by_name_and_birth() {
    let office = Office::new();
    let book = office.open();
    let known =
        |party: Party| book.run(move |db| known::known(db.view(), &party)).unwrap().unwrap();
    let of_number =
        |identity: &str| known(Party { identity: identity.to_owned(), ..Party::default() });
    let of_name = |name: &str, birth: &str| {
        known(Party { name: name.to_owned(), birth: birth.to_owned(), ..Party::default() })
    };
    let take = |name: &str, address: &str| {
        let form = Intake {
            procedure: PROCEDURE.to_owned(),
            applicant: Party {
                name: name.to_owned(),
                identity: "045188000000".to_owned(),
                birth: "12/03/1988".to_owned(),
                address: address.to_owned(),
                ..Party::default()
            },
            ..Intake::default()
        };
        received(&book, form.check(now().date()).unwrap(), now()).dossier.code
    };
    assert_eq!(of_number("045188000000"), None);
    let codes: Vec<String> = ["Thôn Một", "Thôn Hai", "Thôn Ba", "Thôn Bốn"]
        .into_iter()
        .map(|address| take("Hồ Thị Mẫu", address))
        .collect();
    let found = of_number("045 188 000 000").unwrap();
    assert_eq!((found.dossiers, found.party.address.as_str()), (4, "Thôn Bốn"));
    assert_eq!(found.party.birth, "1988-03-12");
    let last: Vec<&String> = found.last.iter().map(|found| &found.code).collect();
    assert_eq!(last, [&codes[3], &codes[2], &codes[1]]);
    assert_eq!(of_name("ho thi mau", "12031988"), Some(found));
    assert_eq!(of_name("Hồ Thị Mẫu", "13/03/1988"), None);
    assert_eq!(of_name("Hồ Thị Mẫu", ""), None);
    // A number half typed is nobody's, and the name does not stand in for another number.
    assert_eq!(of_number("04518800"), None);
    let other = Party {
        name: "Hồ Thị Mẫu".to_owned(),
        birth: "12/03/1988".to_owned(),
        identity: "045188999999".to_owned(),
        ..Party::default()
    };
    assert_eq!(known(other), None);
    assert_eq!(known(Party { organisation: true, ..Party::default() }), None);
}

#[test]
fn a_favourite_is_marked_and_unmarked() {
    let office = Office::new();
    let book = office.open();
    let mark = |code: &str, on| {
        let code = code.to_owned();
        book.run(move |db| favourite::set_favourite(db, &code, on, "Cán bộ Mẫu", now())).unwrap()
    };
    let marked = || book.run(|db| store::favourites(db.view())).unwrap().unwrap();
    assert!(mark("2.000815", true).unwrap().procedures);
    assert!(mark("1.004884.H50", true).unwrap().procedures);
    assert!(!mark("1.004884", true).unwrap().procedures);
    assert_eq!(marked(), ["1.004884", "2.000815"]);
    let _ = mark("2.000815", false).unwrap();
    assert_eq!(marked(), ["1.004884"]);
    let error = mark("9.999999", true).unwrap_err();
    let unknown = Field::Procedure.wrong(Problem::UnknownProcedure);
    assert!(matches!(&error, DeskError::Invalid(list) if *list == [unknown]), "{error:?}");
    drop(book);
    office.is_sound();
}
