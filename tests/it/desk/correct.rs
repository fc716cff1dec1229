//! Correcting an intake: what was entered changes, what was given with the receipt never does.

use motcua::desk::DeskError;
use motcua::desk::correct::{Corrected, correct};
use motcua::desk::give_back::{Collection, give_back};
use motcua::desk::import::import_calendar;
use motcua::desk::receive::show;
use motcua::domain::dossier::{Channel, Dossier, NewDossier};
use motcua::domain::intake::{Intake, Party};
use motcua::domain::invalid::{Field, Problem};
use motcua::domain::limit::Limit;
use motcua::domain::paper::{Paper, PaperWay};
use motcua::store::{self, Book, Changed};
use serde_json::json;

use crate::store::{dossier, person, received};
use crate::support::{Office, moment, now};

const REASON: &str = "Gõ nhầm khi tiếp nhận";

fn taken(book: &Book) -> Dossier {
    received(book, dossier(person("Hồ Thị Mẫu", "045188000000")), now()).dossier
}

/// Corrects the dossier a day later, with its own form after `change`.
fn corrected(
    book: &Book,
    dossier: &Dossier,
    reason: &str,
    change: impl FnOnce(&mut Intake),
) -> Result<Corrected, DeskError> {
    let mut form = Intake::of(dossier);
    change(&mut form);
    let (code, reason) = (dossier.code.clone(), reason.to_owned());
    let at = moment(2026, 11, 25, 8, 0);
    book.run(move |db| correct(db, &code, &form, &reason, "Lê Văn Mẫu", at)).unwrap()
}

fn codes(book: &Book, text: &str) -> usize {
    let text = text.to_owned();
    book.run(move |db| store::find(db.view(), &text, 10)).unwrap().unwrap().len()
}

#[test]
fn a_mistyped_name_and_number_are_set_right_and_found() {
    let office = Office::new();
    let book = office.open();
    let before = taken(&book);
    let done = corrected(&book, &before, REASON, |form| {
        form.applicant.name = "Đặng Thị Đúng".to_owned();
        form.applicant.identity = "045190123456".to_owned();
        form.applicant.phone = "0900 111 222".to_owned();
    })
    .unwrap();
    assert_eq!(done.before, before);
    assert_eq!(done.fields, [Field::Name, Field::IdentityNumber, Field::Phone]);
    assert_eq!(done.changed, Changed { dossiers: true, ..Changed::default() });
    let after = done.after;
    assert_eq!(after.applicant.name, "Đặng Thị Đúng");
    assert_eq!(Dossier { applicant: before.applicant.clone(), ..after.clone() }, before);
    let code = after.code.clone();
    assert_eq!(book.run(move |db| show(db.view(), &code)).unwrap().unwrap(), after);
    for text in ["dang thi dung", "045190123456", "9012", "0900111222", "1122", &after.code] {
        assert_eq!(codes(&book, text), 1, "{text}");
    }
    for text in ["ho thi mau", "mau", "045188000000", "1880"] {
        assert_eq!(codes(&book, text), 0, "{text}");
    }
    drop(book);
    office.is_sound();
}

#[test]
fn before_and_after_are_kept_and_the_journal_names_fields_only() {
    let office = Office::new();
    let book = office.open();
    let first = taken(&book);
    let second = corrected(&book, &first, REASON, |form| form.note = "Hồ Bí Mật".to_owned());
    let second = second.unwrap().after;
    let third = corrected(&book, &second, "Sửa nữa", |form| form.sets = "2".to_owned()).unwrap();
    let id = first.id;
    let kept = book.run(move |db| store::corrections_of(db.view(), id)).unwrap().unwrap();
    let states = [&first, &second, &third.after].map(store::Entered::from);
    assert_eq!(kept.len(), 2);
    for (correction, (states, reason)) in
        kept.iter().zip([(&states[..2], REASON), (&states[1..], "Sửa nữa")])
    {
        assert_eq!([&correction.before, &correction.after], [&states[0], &states[1]]);
        assert_eq!((correction.reason.as_str(), correction.actor.as_str()), (reason, "Lê Văn Mẫu"));
    }
    let code = first.code.clone();
    let rows = book.run(move |db| store::journal_of(db.view(), &code)).unwrap().unwrap();
    let details: Vec<_> = rows.iter().skip(1).map(|row| (row.act.as_str(), &row.detail)).collect();
    assert_eq!(
        details,
        [("correct", &json!({ "fields": ["note"] })), ("correct", &json!({ "fields": ["sets"] }))]
    );
}

#[test]
fn a_promise_stays_as_made_unless_what_it_stands_on_changes() {
    let office = Office::new();
    let storm = office.written("days.csv", "date,kind,name\n2026-11-26,off,Nghỉ bão\n");
    let book = office.open();
    let before = taken(&book);
    let _ =
        book.run(move |db| import_calendar(db, storm.as_ref(), "Cán bộ", now())).unwrap().unwrap();
    let kept = corrected(&book, &before, REASON, |form| form.sets = "2".to_owned()).unwrap().after;
    assert_eq!(kept.due, before.due);
    // Counted anew from the moment of receipt, over the day off that is known now.
    let longer = corrected(&book, &kept, REASON, |form| form.limit = "6d".to_owned()).unwrap();
    assert_eq!(longer.after.limit, Limit::WorkingDays(6));
    assert_eq!(longer.after.due.at, Some(moment(2026, 12, 3, 14, 20)));
    assert_eq!(longer.after.received_at, before.received_at);
    assert_eq!(longer.fields, [Field::Limit]);
    let online = corrected(&book, &kept, REASON, |form| form.channel = Channel::Online).unwrap();
    assert_eq!(online.fields, [Field::Limit, Field::Channel]);
    assert_eq!(online.after.due.at, Some(moment(2026, 12, 2, 14, 20)));
    drop(book);
    office.is_sound();
}

#[test]
fn another_procedure_brings_its_own_limit_and_field() {
    let office = Office::new();
    let book = office.open();
    let before = taken(&book);
    let change = |form: &mut Intake| "2.000815".clone_into(&mut form.procedure);
    let after = corrected(&book, &before, REASON, change).unwrap().after;
    assert_eq!(after.procedure.code, "2.000815");
    assert_eq!(after.subject, after.procedure.name);
    assert_eq!(after.limit, Limit::SameDay);
    assert_eq!(after.due.at, Some(moment(2026, 11, 23, 17, 0)));
    assert_eq!(
        (&after.code, after.number, &after.papers),
        (&before.code, before.number, &before.papers)
    );
    drop(book);
    office.is_sound();
}

#[test]
fn a_version_that_came_later_is_not_the_one_a_dossier_stands_on() {
    let office = Office::new();
    let code = crate::support::PROCEDURE;
    let list = format!("code,name,time_limit_text\n{code},Tên mới,9 ngày làm việc\n");
    let list = office.written("new.csv", list);
    let book = office.open();
    let before = taken(&book);
    drop(book);
    let _ = office.run(["procedures", "import", &list, "--effective", "2026-11-23"]).fine();
    let book = office.open();
    let after = corrected(&book, &before, REASON, |form| form.note = "Sửa".to_owned()).unwrap();
    assert_eq!(after.after.procedure, before.procedure);
    assert_eq!(after.after.due, before.due);
}

#[test]
fn a_correction_needs_a_reason_something_to_correct_and_a_dossier_that_has_not_ended() {
    let office = Office::new();
    let book = office.open();
    let before = taken(&book);
    let problem = |error: DeskError| match error {
        DeskError::Invalid(list) => list.into_iter().map(|one| (one.field, one.problem)).collect(),
        other => panic!("{other:?}"),
    };
    let none = corrected(&book, &before, "  ", |form| form.sets = "2".to_owned()).unwrap_err();
    let wrong: Vec<_> = problem(none);
    assert_eq!(wrong, [(Field::Reason, Problem::Empty)]);
    let wrong: Vec<_> =
        problem(corrected(&book, &before, "", |form| form.applicant.name.clear()).unwrap_err());
    assert_eq!(wrong, [(Field::Name, Problem::Empty), (Field::Reason, Problem::Empty)]);
    let same = corrected(&book, &before, REASON, |_| ()).unwrap_err();
    assert!(matches!(same, DeskError::NothingToCorrect(_)), "{same:?}");
    let unknown = |form: &mut Intake| "9.999999".clone_into(&mut form.procedure);
    let wrong: Vec<_> = problem(corrected(&book, &before, REASON, unknown).unwrap_err());
    assert_eq!(wrong, [(Field::Procedure, Problem::UnknownProcedure)]);
    let code = before.code.clone();
    let _ = book
        .run(move |db| give_back(db, &code, &Collection::default(), "Cán bộ", now()))
        .unwrap()
        .unwrap();
    let late = corrected(&book, &before, REASON, |form| form.sets = "2".to_owned()).unwrap_err();
    assert!(matches!(late, DeskError::Ended { .. }), "{late:?}");
    let code = before.code.clone();
    let now = book.run(move |db| show(db.view(), &code)).unwrap().unwrap();
    assert_eq!((now.sets, now.applicant), (before.sets, before.applicant));
}

#[test]
fn a_form_taken_from_a_dossier_leads_to_the_same_dossier() {
    let office = Office::new();
    let book = office.open();
    let mut full: NewDossier = Intake {
        procedure: crate::support::PROCEDURE.to_owned(),
        subject: "Xin cấp lại".to_owned(),
        applicant: Party {
            name: "Nguyễn Văn Mẫu".to_owned(),
            passport: "C1234567".to_owned(),
            birth: "1990".to_owned(),
            sex: "Nam".to_owned(),
            address: "Thôn Ruộng".to_owned(),
            phone: "0900000000".to_owned(),
            email: "a@example.vn".to_owned(),
            ..Party::default()
        },
        principal: Some(Party {
            organisation: true,
            name: "Công ty Thử".to_owned(),
            tax_code: "0100047516".to_owned(),
            ..Party::default()
        }),
        authorisation: "Giấy giới thiệu".to_owned(),
        papers: vec![Paper {
            name: "Hộ chiếu".to_owned(),
            way: PaperWay::Shown,
            originals: 1,
            copies: 2,
        }],
        sets: "3".to_owned(),
        branch: "2".to_owned(),
        note: "Ghi chú".to_owned(),
        ..Intake::default()
    }
    .check(now().date())
    .unwrap();
    for limit in [None, Some("4h"), Some("none"), Some("25cd"), Some("5d")] {
        if let Some(limit) = limit {
            full.limit = motcua::domain::dossier::LimitChoice::Given(limit.parse().unwrap());
        }
        let before = received(&book, full.clone(), now()).dossier;
        let again = Intake::of(&before).check(now().date()).unwrap();
        let after = received(&book, again, now()).dossier;
        let (id, code, number) = (before.id, before.code.clone(), before.number);
        assert_eq!(Dossier { id, code, number, ..after }, before);
    }
}
