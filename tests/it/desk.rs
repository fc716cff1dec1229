//! The desk's acts without the command line: doubts, promises, prints.

mod calendar_change;
mod calendar_forms;
mod clock;
mod correct;
mod deeds;
mod drafts;
mod hands;
mod life_model;
mod papers;
pub(crate) mod prints;
mod process;
mod promises;
mod results;
mod roles;
mod steps;
mod undoing;

use motcua::desk::receive::{Received, Rules, offered, receive};
use motcua::desk::{DeskError, Warning};
use motcua::domain::applicant::{ApplicantKind, BirthDate, Principal, Sex};
use motcua::domain::dossier::{Channel, LimitChoice, NewDossier};
use motcua::domain::identity::{IdWarning, Identity};
use motcua::domain::invalid::{Field, Invalid, Problem};
use motcua::domain::limit::Limit;
use motcua::domain::paper::{Paper, PaperWay};
use motcua::domain::phone::PhoneWarning;
use motcua::domain::time::OfficeTime;
use motcua::store;

use crate::store::{dossier, person};
use crate::support::{Office, date, moment, now};

fn taken(office: &Office, new: NewDossier, at: OfficeTime) -> Result<Received, DeskError> {
    office.open().run(move |db| receive(db, &new, None, "Cán bộ Mẫu", at)).unwrap()
}

/// The warnings about a dossier received at `at`.
fn warnings(new: NewDossier, at: OfficeTime) -> Vec<Warning> {
    taken(&Office::new(), new, at).unwrap().warnings
}

fn sample() -> NewDossier {
    dossier(person("Hồ Thị Mẫu", "045188000000"))
}

#[test]
fn an_ordinary_dossier_raises_no_doubt() {
    assert_eq!(warnings(sample(), now()), []);
}

#[test]
fn a_paper_that_data_replaces_is_doubted_only_when_it_is_kept() {
    let brought = |way, at| {
        let mut new = sample();
        let name = "Bản sao Thẻ căn cước của người yêu cầu".to_owned();
        new.papers.push(Paper { name, way, originals: 0, copies: 1 });
        warnings(new, at)
    };
    let doubt = Warning::NoLongerAskedFor {
        paper: "Bản sao Thẻ căn cước của người yêu cầu".to_owned(),
        database: "Cơ sở dữ liệu quốc gia về dân cư".to_owned(),
    };
    assert_eq!(brought(PaperWay::Submitted, now()), [doubt]);
    assert_eq!(brought(PaperWay::Shown, now()), []);
    assert_eq!(brought(PaperWay::FromDatabase, now()), []);
    // The resolution holds from 2026 to February 2027.
    assert_eq!(brought(PaperWay::Submitted, moment(2025, 12, 31, 9, 0)), []);
    let beyond = Warning::BeyondCalendar { known_until: date(2026, 12, 31) };
    assert_eq!(brought(PaperWay::Submitted, moment(2027, 3, 1, 9, 0)), [beyond]);
}

#[test]
fn a_number_that_tells_another_story_is_doubted() {
    let mut new = sample();
    new.applicant.phone = "0530000000".to_owned();
    new.applicant.kind = ApplicantKind::Person {
        identity: Some(Identity::Citizen("099188000000".to_owned())),
        birth: Some(BirthDate::Year(1978)),
        sex: Some(Sex::Male),
    };
    let doubt = |doubt| Warning::Identity { doubt };
    assert_eq!(
        warnings(new, now()),
        [
            doubt(IdWarning::UnknownPlace { code: 99 }),
            doubt(IdWarning::SexDiffers { number: Sex::Female, given: Sex::Male }),
            doubt(IdWarning::BirthYearDiffers { number: 1988, given: 1978 }),
            Warning::Phone { doubt: PhoneWarning::UnknownPrefix { prefix: "053".to_owned() } },
        ]
    );
}

#[test]
fn receiving_outside_hours_is_doubted_to_the_minute() {
    for (hour, minute, outside) in [
        (7, 29, true),
        (7, 30, false),
        (11, 30, false),
        (11, 31, true),
        (13, 29, true),
        (17, 0, false),
        (17, 1, true),
    ] {
        let expected = if outside { vec![Warning::OutsideHours] } else { Vec::new() };
        let at = moment(2026, 11, 23, hour, minute);
        assert_eq!(warnings(sample(), at), expected, "{hour}:{minute:02}");
    }
    assert_eq!(warnings(sample(), moment(2026, 11, 22, 9, 0)), [Warning::OutsideHours]);
    assert_eq!(warnings(sample(), moment(2026, 11, 24, 9, 0)), [Warning::OutsideHours]);
}

#[test]
fn a_promise_on_uncertain_days_is_doubted() {
    let over_tet = warnings(sample(), moment(2027, 2, 3, 9, 0));
    let dates = (4..=10).map(|day| date(2027, 2, day)).collect();
    assert_eq!(over_tet, [Warning::EstimatedDaysOff { dates }]);
    let beyond = warnings(sample(), moment(2027, 3, 1, 9, 0));
    assert_eq!(beyond, [Warning::BeyondCalendar { known_until: date(2026, 12, 31) }]);
}

#[test]
fn a_second_dossier_of_the_same_person_names_the_first() {
    let office = Office::new();
    let first = taken(&office, sample(), now()).unwrap();
    let second = taken(&office, sample(), moment(2026, 11, 25, 9, 0)).unwrap();
    let twin = Warning::OpenTwin { code: first.dossier.code, received_at: now() };
    assert_eq!(second.warnings, [twin]);
}

#[test]
fn who_hands_in_for_several_people_is_no_twin_of_himself() {
    let office = Office::new();
    let on_behalf_of = |name: &str| {
        let principal =
            Principal { party: person(name, ""), authorisation: "Giấy ủy quyền".to_owned() };
        let new = NewDossier { principal: Some(principal), ..sample() };
        taken(&office, new, now()).unwrap()
    };
    let first = on_behalf_of("Hồ Văn Một");
    assert_eq!(on_behalf_of("Hồ Văn Hai").warnings, []);
    assert_eq!(taken(&office, sample(), now()).unwrap().warnings, []);
    let twin = Warning::OpenTwin { code: first.dossier.code, received_at: now() };
    assert_eq!(on_behalf_of("HỒ VĂN MỘT").warnings, [twin]);
}

#[test]
fn the_promise_counts_from_the_full_minute() {
    let office = Office::new();
    let at = OfficeTime::parse("2026-11-23T14:20:59").unwrap();
    let dossier = taken(&office, sample(), at).unwrap().dossier;
    assert_eq!((dossier.received_at, dossier.due.at), (now(), Some(moment(2026, 12, 1, 14, 20))));
}

#[test]
fn what_cannot_be_promised_is_not_received() {
    let problem = |change: fn(&mut NewDossier)| {
        let office = Office::new();
        let mut new = sample();
        change(&mut new);
        let error = taken(&office, new, now()).unwrap_err();
        let book = office.open();
        assert_eq!(book.run(|db| store::check(db.view())).unwrap().unwrap().dossiers, 0);
        match error {
            DeskError::Invalid(mut list) => list.remove(0),
            other => panic!("{other:?}"),
        }
    };
    let wrong = |field: Field, problem| -> Invalid { field.wrong(problem) };
    assert_eq!(
        problem(|new| new.limit = LimitChoice::Branch(2)),
        wrong(Field::Branch, Problem::OutOfRange { min: 1, max: 2 })
    );
    assert_eq!(
        problem(|new| new.limit = LimitChoice::Given(Limit::WorkingDays(1000))),
        wrong(Field::Limit, Problem::OutOfRange { min: 1, max: 999 })
    );
    assert_eq!(
        problem(|new| "2.001009".clone_into(&mut new.procedure)),
        wrong(Field::Procedure, Problem::AbolishedProcedure)
    );
    assert_eq!(
        problem(|new| "9.999999".clone_into(&mut new.procedure)),
        wrong(Field::Procedure, Problem::UnknownProcedure)
    );
}

#[test]
fn a_limit_may_depend_on_the_way_in() {
    let office = Office::new();
    let list = office.written(
        "list.csv",
        "code,name,time_limit_text\n8.000001,Thử,Trực tuyến: 02 Giờ; Trực tiếp: 1 Ngày làm việc\n",
    );
    let _ = office.run(["procedures", "import", &list]).fine();
    let limit = |channel| {
        let mut new = sample();
        "8.000001".clone_into(&mut new.procedure);
        new.channel = channel;
        taken(&office, new, now()).map(|received| received.dossier.limit)
    };
    assert_eq!(limit(Channel::Counter).unwrap(), Limit::WorkingDays(1));
    assert_eq!(limit(Channel::Online).unwrap(), Limit::WorkingHours(2));
    // Nobody said how long it takes by post: the officer must choose.
    let error = limit(Channel::Post).unwrap_err();
    assert!(
        matches!(&error, DeskError::Invalid(list)
        if *list == [Field::Branch.wrong(Problem::Missing)]),
        "{error:?}"
    );
}

#[test]
fn an_office_without_a_code_receives_nothing() {
    let office = Office::without_book();
    store::create(&office.book()).unwrap();
    let error = taken(&office, sample(), now()).unwrap_err();
    assert!(matches!(error, DeskError::NoOffice), "{error:?}");
    assert!(matches!(
        office.open().run(|db| Rules::load(db.view()).map(drop)).unwrap(),
        Err(DeskError::NoOffice)
    ));
}

#[test]
fn a_procedure_is_known_with_and_without_a_provinces_suffix() {
    let office = Office::new();
    let book = office.open();
    for code in ["1.004884", " 1.004884 ", "1004884", "1,004884", "1.004884.H50"] {
        let found = book.run(move |db| offered(db.view(), code, now().date())).unwrap().unwrap();
        assert_eq!(found.procedure.code, "1.004884", "{code}");
    }
}

#[test]
fn office_hours_told_for_later_change_no_day_before() {
    let office = Office::new();
    let promise = |at: OfficeTime| {
        let promise = move |db: &mut store::Db| Rules::load(db.view())?.promise(at, Limit::SameDay);
        office.open().run(promise).unwrap().unwrap().at.unwrap()
    };
    let hours = "date,kind,name\n2026-12-01,hours,T2-T6 08:00-11:00\n";
    let _ = office.run(["calendar", "import", &office.written("hours.csv", hours)]).fine();
    assert_eq!(promise(now()), moment(2026, 11, 23, 17, 0));
    assert_eq!(promise(moment(2026, 11, 30, 8, 0)), moment(2026, 11, 30, 17, 0));
    assert_eq!(promise(moment(2026, 12, 1, 8, 0)), moment(2026, 12, 1, 11, 0));
}

#[test]
fn a_dossier_without_its_code_is_not_looked_for() {
    let office = Office::new();
    for verb in ["show", "slip"] {
        office.run([verb, " "]).refused(1, "Mã hồ sơ: chưa nhập");
    }
}
