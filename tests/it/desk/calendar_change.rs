//! "What if the calendar changes?": what is listed, what moves, what stays, and the way back.

mod edits;
mod papers;
mod property;
mod years;

use chrono::NaiveDate;
use motcua::desk::DeskError;
use motcua::desk::calendar_change::{
    CalendarChanged, CalendarEdit, CalendarUndone, Moved, MovedKind, WhatIf, change, undo, what_if,
};
use motcua::desk::extend::extend;
use motcua::desk::finish::finish;
use motcua::desk::receive::show;
use motcua::desk::waiting::ask_for_papers;
use motcua::domain::calendar::{DayKind, OfficeHours, Origin, Session, SpecialDay};
use motcua::domain::calendar_fault::CalendarFault;
use motcua::domain::dossier::{Dossier, LimitChoice, Terms};
use motcua::domain::invalid::{Field, Invalid, Problem};
use motcua::domain::limit::Limit;
use motcua::domain::time::OfficeTime;
use motcua::store::{self, Book, Cause, JournalRow};
use serde_json::json;

use crate::store::{dossier, person, receive_at, received};
use crate::support::{Office, date, moment, now};

const OFFICER: &str = "Cán bộ Mẫu";
const REASON: &str = "Nghỉ bão số 5";

fn day(date: NaiveDate, kind: DayKind, origin: Origin) -> SpecialDay {
    SpecialDay { date, kind, name: "Nghỉ bão số 5".to_owned(), origin, source: String::new() }
}

/// The office closes for a whole day.
fn storm(date: NaiveDate) -> CalendarEdit {
    let put = vec![day(date, DayKind::Off, Origin::Office)];
    CalendarEdit { put, ..CalendarEdit::default() }
}

fn asked(book: &Book, edit: &CalendarEdit) -> WhatIf {
    let edit = edit.clone();
    book.run(move |db| what_if(db.view(), &edit, &mut |_, _| true)).unwrap().unwrap().unwrap()
}

fn changed(book: &Book, edit: &CalendarEdit, chosen: &[i64]) -> Result<CalendarChanged, DeskError> {
    let (edit, chosen) = (edit.clone(), chosen.to_vec());
    book.run(move |db| change(db, &edit, &chosen, REASON, OFFICER, now())).unwrap()
}

fn undone(book: &Book, done: &CalendarChanged) -> Result<CalendarUndone, DeskError> {
    let change = done.change.clone();
    book.run(move |db| undo(db, &change, OFFICER, moment(2026, 11, 23, 14, 30))).unwrap()
}

fn fault_of(error: DeskError) -> CalendarFault {
    match error {
        DeskError::Invalid(mut list) => match list.remove(0) {
            Invalid { problem: Problem::Calendar(fault), .. } => fault,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn shown(book: &Book, code: &str) -> Dossier {
    let code = code.to_owned();
    book.run(move |db| show(db.view(), &code)).unwrap().unwrap()
}

fn acts(book: &Book, subject: &str) -> Vec<(String, serde_json::Value)> {
    let subject = subject.to_owned();
    let rows = book.run(move |db| store::journal_of(db.view(), &subject)).unwrap().unwrap();
    rows.into_iter().map(|JournalRow { act, detail, .. }| (act, detail)).collect()
}

/// Every row of the calendar.
fn rows(book: &Book) -> (Vec<SpecialDay>, Vec<OfficeHours>) {
    book.run(|db| {
        (store::special_days(db.view()).unwrap(), store::office_hours(db.view()).unwrap())
    })
    .unwrap()
}

fn moves(moved: &[Moved]) -> Vec<(&str, OfficeTime, OfficeTime, MovedKind)> {
    moved.iter().map(|moved| (moved.code.as_str(), moved.old, moved.new, moved.kind)).collect()
}

fn sound(book: &Book) {
    assert_eq!(book.run(|db| store::check(db.view())).unwrap().unwrap().disagreements, []);
}

#[test]
fn a_storm_moves_what_was_counted_over_it() {
    let office = Office::new();
    let book = office.open();
    // Promised for Tuesday 1 December, and for Thursday 26 November, before the storm.
    let over = receive_at(&book, now()).dossier;
    let mut short = dossier(person("Đặng Văn Ví Dụ", "045085222222"));
    short.limit = LimitChoice::Given(Limit::WorkingDays(2));
    let before = received(&book, short, now()).dossier;
    assert_eq!(before.due.at, Some(moment(2026, 11, 26, 14, 20)));
    let edit = storm(date(2026, 11, 30));
    let answer = asked(&book, &edit);
    assert_eq!(answer.looked_at, 2);
    let expected = (
        over.code.as_str(),
        moment(2026, 12, 1, 14, 20),
        moment(2026, 12, 2, 14, 20),
        MovedKind::Later,
    );
    assert_eq!(moves(&answer.moved), [expected]);
    let Moved { id, applicant, procedure, .. } = &answer.moved[0];
    assert_eq!((*id, applicant.as_str()), (over.id, "Hồ Thị Mẫu"));
    assert_eq!(procedure, "Đăng ký lại khai sinh");
    // Asking writes nothing.
    assert_eq!(shown(&book, &over.code), over);
    assert_eq!(acts(&book, "calendar"), []);

    let done = changed(&book, &edit, &[over.id]).unwrap();
    assert_eq!(done.moved, answer.moved);
    assert!(done.changed.calendar && done.changed.dossiers);
    let after = shown(&book, &over.code);
    assert_eq!(after.due.at, Some(moment(2026, 12, 2, 14, 20)));
    assert!(after.due.days.iter().any(|step| step.date == date(2026, 11, 30)));
    assert_eq!(Dossier { due: over.due.clone(), ..after }, over, "only the promise moved");
    assert_eq!(shown(&book, &before.code), before);
    let past = book.run(move |db| store::past_promises(db.view(), over.id)).unwrap().unwrap();
    assert_eq!(past.len(), 1);
    assert_eq!((past[0].cause, past[0].reason.as_str()), (Cause::Calendar, REASON));
    assert_eq!(past[0].due, over.due);
    assert_eq!(
        acts(&book, "calendar"),
        [(
            "change_calendar".to_owned(),
            json!({ "days": ["2026-11-30"], "office_hours": [], "moved": 1 })
        )]
    );
    let (act, detail) = acts(&book, &over.code).pop().unwrap();
    assert_eq!(act, "move_promise");
    let (old, new) = ("2026-12-01T14:20:00+07:00", "2026-12-02T14:20:00+07:00");
    assert_eq!(detail, json!({ "from": old, "to": new }));
    sound(&book);
}

#[test]
fn a_storm_closing_an_afternoon_moves_what_was_promised_for_it() {
    let office = Office::new();
    let book = office.open();
    let afternoon = receive_at(&book, now()).dossier;
    let morning = receive_at(&book, moment(2026, 11, 23, 9, 0)).dossier;
    let mut hours = dossier(person("Đặng Văn Ví Dụ", "045085222222"));
    hours.limit = LimitChoice::Given(Limit::WorkingHours(34));
    let hours = received(&book, hours, moment(2026, 11, 23, 9, 0)).dossier;
    assert_eq!(hours.due.at, Some(moment(2026, 11, 30, 15, 0)));
    let closed = Session::between((13, 30), (17, 0)).unwrap();
    let on = |date| CalendarEdit {
        put: vec![day(date, DayKind::Closed(closed), Origin::Office)],
        ..CalendarEdit::default()
    };
    // What is left of the day is a working day: its hour moves, the day does not; hours move on.
    let answer = asked(&book, &on(date(2026, 12, 1)));
    assert_eq!(answer.looked_at, 3);
    assert_eq!(
        moves(&answer.moved),
        [(
            afternoon.code.as_str(),
            moment(2026, 12, 1, 14, 20),
            moment(2026, 12, 1, 11, 30),
            MovedKind::Earlier
        )]
    );
    let answer = asked(&book, &on(date(2026, 11, 27)));
    assert_eq!(
        moves(&answer.moved),
        [(
            hours.code.as_str(),
            moment(2026, 11, 30, 15, 0),
            moment(2026, 12, 1, 9, 0),
            MovedKind::Later
        )]
    );
    let done = changed(&book, &on(date(2026, 12, 1)), &[afternoon.id, morning.id]).unwrap();
    assert_eq!(done.moved.len(), 1, "what the change does not touch stays");
    assert_eq!(shown(&book, &morning.code), morning);
    sound(&book);
}

#[test]
fn nothing_moves_by_itself_and_what_was_left_does_not_come_up_again() {
    let office = Office::new();
    let book = office.open();
    let one = receive_at(&book, now()).dossier;
    let two = receive_at(&book, moment(2026, 11, 23, 9, 0)).dossier;
    let edit = storm(date(2026, 11, 30));
    assert_eq!(asked(&book, &edit).moved.len(), 2);
    let done = changed(&book, &edit, &[two.id]).unwrap();
    assert_eq!(moves(&done.moved)[0].0, two.code);
    assert_eq!(shown(&book, &one.code), one);
    let journal: Vec<String> = acts(&book, &one.code).into_iter().map(|(act, _)| act).collect();
    assert_eq!(journal, ["receive"]);

    // Another day far from it, or before it: the one that was left has its peace.
    for other in [date(2026, 12, 8), date(2026, 12, 4)] {
        assert_eq!(asked(&book, &storm(other)).moved, [], "{other}");
    }
    // A day that both calendars count over: both move, from where they stand.
    let again = asked(&book, &storm(date(2026, 11, 25)));
    assert_eq!(
        moves(&again.moved).iter().map(|row| (row.0, row.2)).collect::<Vec<_>>(),
        [
            (one.code.as_str(), moment(2026, 12, 3, 14, 20)),
            (two.code.as_str(), moment(2026, 12, 3, 9, 0))
        ]
    );
    // Its promised day itself is closed: it must be told, although counting gives the same.
    let closed = asked(&book, &storm(date(2026, 12, 1)));
    assert!(moves(&closed.moved).iter().any(|row| row.0 == one.code), "{closed:?}");
    // Whoever wants to come back to it asks for every promise that differs.
    let recount = CalendarEdit { recount: true, ..CalendarEdit::default() };
    let differing = asked(&book, &recount);
    assert_eq!(moves(&differing.moved).iter().map(|row| row.0).collect::<Vec<_>>(), [&one.code]);
    let done = changed(&book, &recount, &[one.id]).unwrap();
    assert_eq!(done.moved.len(), 1);
    assert_eq!(asked(&book, &recount).moved, []);
    sound(&book);
}

#[test]
fn a_change_is_written_whole_or_not_at_all() {
    let office = Office::new();
    let (one, two, before) = {
        let book = office.open();
        let one = receive_at(&book, now()).dossier;
        let two = receive_at(&book, moment(2026, 11, 23, 9, 0)).dossier;
        (one, two, rows(&book))
    };
    let refuse = format!(
        "CREATE TRIGGER refuse BEFORE INSERT ON past_promise WHEN NEW.dossier_id = {}
         BEGIN SELECT RAISE(ABORT, 'refused'); END",
        one.id
    );
    office.raw().execute_batch(&refuse).unwrap();
    let book = office.open();
    // The later one is written first, then the book refuses the other.
    let edit = storm(date(2026, 11, 30));
    assert_eq!(moves(&asked(&book, &edit).moved)[0].0, two.code);
    let refused = changed(&book, &edit, &[one.id, two.id]);
    assert!(matches!(refused, Err(DeskError::Store(_))), "{refused:?}");
    assert_eq!(rows(&book), before);
    assert_eq!((shown(&book, &one.code), shown(&book, &two.code)), (one, two));
    assert_eq!(acts(&book, "calendar"), []);
    sound(&book);
}

#[test]
fn undoing_puts_rows_and_promises_back() {
    let office = Office::new();
    let book = office.open();
    let one = receive_at(&book, now()).dossier;
    let two = receive_at(&book, moment(2026, 11, 23, 9, 0)).dossier;
    let three = receive_at(&book, moment(2026, 11, 23, 8, 0)).dossier;
    let agreed = agreed_for(&book, moment(2026, 11, 30, 10, 0));
    let before = rows(&book);
    let mut edit = storm(date(2026, 11, 30));
    edit.remove.push(date(2026, 11, 24));
    edit.hours.push(OfficeHours { in_force_from: date(2026, 12, 1), ..OfficeHours::standard() });
    let all: Vec<i64> = [&one, &two, &three, &agreed].map(|dossier| dossier.id).to_vec();
    let done = changed(&book, &edit, &all).unwrap();
    // 24 November is worked again, 30 November is not: the three stand where they stood.
    assert_eq!(moves(&done.moved).iter().map(|row| row.0).collect::<Vec<_>>(), [&agreed.code]);
    assert_ne!(rows(&book), before);
    let back = undone(&book, &done).unwrap();
    assert_eq!(rows(&book), before);
    assert_eq!((back.moved.len(), back.left.len()), (1, 0));
    assert_eq!(shown(&book, &agreed.code), agreed);

    let edit = storm(date(2026, 11, 30));
    let done = changed(&book, &edit, &all).unwrap();
    assert_eq!(done.moved.len(), 4);
    let code = two.code.clone();
    let _ = book.run(move |db| finish(db, &code, OFFICER, now())).unwrap().unwrap();
    let code = three.code.clone();
    let _ =
        book.run(move |db| ask_for_papers(db, &code, "Bản sao", OFFICER, now())).unwrap().unwrap();
    let back = undone(&book, &done).unwrap();
    assert_eq!(rows(&book), before);
    let left: Vec<&str> = back.left.iter().map(|left| left.code.as_str()).collect();
    assert_eq!(left, [&three.code, &two.code]);
    assert_eq!(shown(&book, &one.code), one);
    assert_eq!(shown(&book, &agreed.code), agreed);
    assert_eq!(shown(&book, &two.code).due.at, Some(moment(2026, 12, 2, 9, 0)));
    let id = one.id;
    let past = book.run(move |db| store::past_promises(db.view(), id)).unwrap().unwrap();
    let causes: Vec<Cause> = past.iter().map(|past| past.cause).collect();
    assert_eq!(causes, [Cause::Calendar, Cause::Undone], "the way there and back is kept");
    let (act, detail) = acts(&book, "calendar").pop().unwrap();
    assert_eq!(act, "undo_calendar");
    assert!(detail["undoes"].is_i64(), "{detail}");
    assert_eq!(acts(&book, &one.code).pop().unwrap().0, "restore_promise");
    sound(&book);
}

#[test]
fn a_day_that_was_changed_again_is_not_undone() {
    let office = Office::new();
    let book = office.open();
    let done = changed(&book, &storm(date(2026, 11, 30)), &[]).unwrap();
    let edit = CalendarEdit { remove: vec![date(2026, 11, 30)], ..CalendarEdit::default() };
    let _ = changed(&book, &edit, &[]).unwrap();
    let before = rows(&book);
    let refused = undone(&book, &done).unwrap_err();
    assert_eq!(fault_of(refused), CalendarFault::ChangedSince(date(2026, 11, 30)));
    assert_eq!(rows(&book), before);
}

/// A dossier whose date was agreed on.
fn agreed_for(book: &Book, at: OfficeTime) -> Dossier {
    let mut new = dossier(person("Nguyễn Văn Mau", ""));
    new.limit = LimitChoice::Given(Limit::Agreed(None));
    new.terms = Terms { agreed: Some(at), ..Terms::default() };
    received(book, new, now()).dossier
}

#[test]
fn an_agreed_date_that_is_closed_is_proposed_for_the_next_time_the_office_works() {
    let office = Office::new();
    let book = office.open();
    let agreed = agreed_for(&book, moment(2026, 12, 3, 15, 0));
    let ordinary = receive_at(&book, now()).dossier;
    let code = ordinary.code.clone();
    let put_off = moment(2026, 12, 3, 8, 15);
    let _ = book
        .run(move |db| extend(db, &code, put_off, "chờ xác minh", OFFICER, now()))
        .unwrap()
        .unwrap();
    // Days before it do not matter.
    assert_eq!(asked(&book, &storm(date(2026, 12, 2))).moved, []);
    let edit = storm(date(2026, 12, 3));
    let answer = asked(&book, &edit);
    let closed = MovedKind::ClosedOnDue;
    assert_eq!(
        moves(&answer.moved),
        [
            (ordinary.code.as_str(), put_off, moment(2026, 12, 4, 8, 15), closed),
            (agreed.code.as_str(), moment(2026, 12, 3, 15, 0), moment(2026, 12, 4, 15, 0), closed),
        ]
    );
    // A morning closed leaves the afternoon, an afternoon closed the next day.
    let part = |opens, closes| CalendarEdit {
        put: vec![day(
            date(2026, 12, 3),
            DayKind::Closed(Session::between(opens, closes).unwrap()),
            Origin::Office,
        )],
        ..CalendarEdit::default()
    };
    let new = |edit| asked(&book, &edit).moved.iter().map(|moved| moved.new).collect::<Vec<_>>();
    assert_eq!(new(part((7, 30), (11, 30))), [moment(2026, 12, 3, 13, 30)]);
    assert_eq!(new(part((13, 30), (17, 0))), [moment(2026, 12, 4, 15, 0)]);

    let done = changed(&book, &edit, &[agreed.id, ordinary.id]).unwrap();
    assert_eq!(done.moved, answer.moved);
    let after = shown(&book, &agreed.code);
    assert_eq!(after.counted_limit(), Limit::Agreed(Some(moment(2026, 12, 4, 15, 0))));
    assert_eq!(after.limit, agreed.limit, "what was agreed at intake is remembered");
    assert_eq!(shown(&book, &ordinary.code).due.at, Some(moment(2026, 12, 4, 8, 15)));
    assert_eq!(asked(&book, &CalendarEdit { recount: true, ..Default::default() }).moved, []);
    sound(&book);
}

#[test]
fn a_dossier_that_waits_or_is_done_is_left_alone() {
    let office = Office::new();
    let book = office.open();
    let dossiers: Vec<Dossier> =
        (8..11).map(|hour| receive_at(&book, moment(2026, 11, 23, hour, 0)).dossier).collect();
    let mut none = dossier(person("Nguyễn Văn Mau", ""));
    none.limit = LimitChoice::Given(Limit::None);
    let none = received(&book, none, now()).dossier;
    let code = dossiers[0].code.clone();
    let _ =
        book.run(move |db| ask_for_papers(db, &code, "Bản sao", OFFICER, now())).unwrap().unwrap();
    let code = dossiers[1].code.clone();
    let _ = book.run(move |db| finish(db, &code, OFFICER, now())).unwrap().unwrap();
    let edit = storm(date(2026, 11, 30));
    let answer = asked(&book, &edit);
    assert_eq!(answer.looked_at, 1);
    assert_eq!(moves(&answer.moved)[0].0, dossiers[2].code);
    let all: Vec<i64> = dossiers.iter().map(|dossier| dossier.id).chain([none.id]).collect();
    assert_eq!(changed(&book, &edit, &all).unwrap().moved.len(), 1);
    sound(&book);
}

#[test]
fn a_cancelled_question_answers_nothing_and_tells_its_way() {
    let office = Office::new();
    let book = office.open();
    let _ = receive_at(&book, now());
    let (told, answer) = book
        .run(|db| {
            let mut told = Vec::new();
            let answer = what_if(db.view(), &storm(date(2026, 11, 30)), &mut |done, of| {
                told.push((done, of));
                false
            });
            (told, answer)
        })
        .unwrap();
    assert_eq!(answer.unwrap(), None);
    assert_eq!(told, [(0, 1)]);
}

#[test]
fn a_reason_is_asked_for() {
    let office = Office::new();
    let book = office.open();
    for reason in ["", "   ", &"x".repeat(121)] {
        let reason = reason.to_owned();
        let refused = book
            .run(move |db| {
                change(db, &storm(date(2026, 11, 30)), &[], &reason, OFFICER, now()).unwrap_err()
            })
            .unwrap();
        let DeskError::Invalid(list) = refused else { panic!("{refused:?}") };
        assert_eq!(list[0].field, Field::Reason);
    }
}
