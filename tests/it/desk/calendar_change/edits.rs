//! Edits of the calendar: what is taken in, what is refused, what an edit of a computed year writes.

use chrono::Datelike;
use motcua::desk::calendar_change::{CalendarEdit, edited};
use motcua::domain::calendar::{
    Calendar, CalendarError, DayKind, OfficeHours, Origin, Session, SpecialDay,
};
use motcua::domain::calendar_fault::CalendarFault;
use motcua::domain::invalid::{Field, Problem};
use motcua::domain::time::OfficeTime;
use motcua::store::{self, Book};

use super::{asked, changed, day, fault_of, moves, rows, sound, storm};
use crate::store::received;
use crate::store::{dossier, person};
use crate::support::{Office, date, moment};
use motcua::desk::DeskError;
use motcua::desk::calendar_change::MovedKind;
use motcua::domain::dossier::LimitChoice;
use motcua::domain::limit::Limit;

fn calendar(book: &Book) -> Calendar {
    book.run(|db| store::load_calendar(db.view())).unwrap().unwrap()
}

fn would_be(book: &Book, edit: CalendarEdit) -> Result<Calendar, DeskError> {
    book.run(move |db| edited(db.view(), &edit)).unwrap()
}

fn put(days: Vec<SpecialDay>) -> CalendarEdit {
    CalendarEdit { put: days, ..CalendarEdit::default() }
}

fn remove(year: i32, month: u32, of_month: u32) -> CalendarEdit {
    CalendarEdit { remove: vec![date(year, month, of_month)], ..CalendarEdit::default() }
}

fn refused(edit: &CalendarEdit) -> CalendarFault {
    let office = Office::new();
    let book = office.open();
    let before = rows(&book);
    let asked = fault_of(would_be(&book, edit.clone()).map(drop).unwrap_err());
    assert_eq!(fault_of(changed(&book, edit, &[]).unwrap_err()), asked);
    assert_eq!(rows(&book), before);
    asked
}

#[test]
fn a_swap_told_after_slips_were_printed_moves_those_over_it() {
    let office = Office::new();
    let book = office.open();
    // As the book was before the notice: both days ordinary ones.
    let mut edit = remove(2026, 1, 2);
    edit.remove.push(date(2026, 1, 10));
    let _ = changed(&book, &edit, &[]).unwrap();
    let take = |days, at: OfficeTime| {
        let mut new = dossier(person("Hồ Thị Mẫu", "045188000000"));
        new.limit = LimitChoice::Given(Limit::WorkingDays(days));
        received(&book, new, at).dossier
    };
    let friday = take(1, moment(2025, 12, 31, 10, 0));
    let later = take(2, moment(2025, 12, 31, 10, 0));
    let earlier = take(2, moment(2026, 1, 8, 9, 0));
    let over_both = take(10, moment(2025, 12, 31, 10, 0));
    assert_eq!(friday.due.at, Some(moment(2026, 1, 2, 10, 0)));
    let swap = |year, month, of_month, kind, name: &str| SpecialDay {
        date: date(year, month, of_month),
        kind,
        name: name.to_owned(),
        origin: Origin::Notice,
        source: "Thông báo số 1/TB-BNV".to_owned(),
    };
    let edit = put(vec![
        swap(2026, 1, 2, DayKind::Off, "Nghỉ hoán đổi với ngày 10/01/2026"),
        swap(2026, 1, 10, DayKind::Work, "Làm bù cho ngày 02/01/2026"),
    ]);
    let answer = asked(&book, &edit);
    assert_eq!(answer.looked_at, 4);
    assert_eq!(
        moves(&answer.moved),
        [
            (
                friday.code.as_str(),
                moment(2026, 1, 2, 10, 0),
                moment(2026, 1, 5, 10, 0),
                MovedKind::Later
            ),
            (
                later.code.as_str(),
                moment(2026, 1, 5, 10, 0),
                moment(2026, 1, 6, 10, 0),
                MovedKind::Later
            ),
            (
                earlier.code.as_str(),
                moment(2026, 1, 12, 9, 0),
                moment(2026, 1, 10, 9, 0),
                MovedKind::Earlier
            ),
        ]
    );
    assert!(!answer.moved.iter().any(|moved| moved.code == over_both.code), "one off, one worked");
    let chosen: Vec<i64> = answer.moved.iter().map(|moved| moved.id).collect();
    assert_eq!(changed(&book, &edit, &chosen).unwrap().moved, answer.moved);
    assert_eq!(calendar(&book).special_day(date(2026, 1, 2)).unwrap().source, edit.put[0].source);
    sound(&book);
}

#[test]
fn new_years_day_and_the_national_day_stay() {
    for (month, of_month) in [(1, 1), (9, 2)] {
        // In an official year, and in one that is only computed.
        for year in [2026, 2031] {
            let law = CalendarFault::LawDay(date(year, month, of_month));
            assert_eq!(refused(&remove(year, month, of_month)), law);
            for (kind, origin) in [(DayKind::Work, Origin::Notice), (DayKind::Off, Origin::Office)]
            {
                let edit = put(vec![day(date(year, month, of_month), kind, origin)]);
                assert_eq!(refused(&edit), law);
            }
        }
    }
}

#[test]
fn what_was_removed_from_a_computed_year_does_not_come_back() {
    let office = Office::new();
    let book = office.open();
    let before = calendar(&book);
    let year: Vec<SpecialDay> = before.days_of(2031).to_vec();
    assert!(rows(&book).0.iter().all(|day| day.date.year() != 2031), "only computed");
    let gone = date(2031, 4, 30);
    let asked = would_be(&book, remove(2031, 4, 30)).unwrap();
    let _ = changed(&book, &remove(2031, 4, 30), &[]).unwrap();
    let after = calendar(&book);
    assert_eq!(after, asked, "it is as it was shown");
    let mut expected = year;
    expected.retain(|day| day.date != gone);
    assert_eq!(after.days_of(2031), expected);
    assert!(expected.iter().all(|day| day.origin == Origin::Estimate));
    assert!(after.is_working(gone));
    assert_eq!(after.days_of(2030), before.days_of(2030), "other years are still computed");
    assert!(rows(&book).0.iter().all(|day| day.date.year() != 2030));
}

#[test]
fn a_closure_of_the_office_leaves_the_year_to_be_computed() {
    let office = Office::new();
    let book = office.open();
    let before = calendar(&book).days_of(2031).len();
    let _ = changed(&book, &storm(date(2031, 6, 3)), &[]).unwrap();
    assert_eq!(rows(&book).0.iter().filter(|day| day.date.year() == 2031).count(), 1);
    assert_eq!(calendar(&book).days_of(2031).len(), before + 1);
    let _ = changed(&book, &remove(2031, 6, 3), &[]).unwrap();
    assert_eq!(calendar(&book).days_of(2031).len(), before);
    // A closure on a day off closes nothing, and would hide whose day it is.
    let off = date(2031, 4, 30);
    assert_eq!(refused(&storm(off)), CalendarFault::AlreadyOff(off));
    // A storm on a Saturday that is worked by swap closes it.
    let _ = changed(&book, &storm(date(2026, 8, 22)), &[]).unwrap();
    assert!(!calendar(&book).is_working(date(2026, 8, 22)));
}

#[test]
fn impossible_edits_are_refused_by_name() {
    let a_day = date(2026, 12, 1);
    let closed = |opens, closes| {
        let session = Session {
            opens: chrono::NaiveTime::from_hms_opt(opens, 30, 0).unwrap(),
            closes: chrono::NaiveTime::from_hms_opt(closes, 0, 0).unwrap(),
        };
        put(vec![day(a_day, DayKind::Closed(session), Origin::Office)])
    };
    assert_eq!(
        refused(&closed(17, 13)),
        CalendarFault::Impossible(CalendarError::BadClosure(a_day))
    );
    // 1:30 to 5:00 written for the afternoon, and a closure on a Sunday.
    assert_eq!(refused(&closed(1, 5)), CalendarFault::ClosesNothing(a_day));
    let mut sunday = closed(13, 17);
    sunday.put[0].date = date(2026, 12, 6);
    assert_eq!(refused(&sunday), CalendarFault::ClosesNothing(date(2026, 12, 6)));
    assert_eq!(refused(&remove(2026, 12, 1)), CalendarFault::NotSpecial(a_day));
    let twice = [storm(a_day).put, storm(a_day).put].concat();
    assert_eq!(refused(&put(twice)), CalendarFault::Twice(a_day));
    let mut both = storm(date(2026, 11, 24));
    both.remove.push(date(2026, 11, 24));
    assert_eq!(refused(&both), CalendarFault::Twice(date(2026, 11, 24)));
    let far = date(2150, 1, 5);
    assert_eq!(refused(&storm(far)), CalendarFault::OutOfYears(far));
    let official = |year| CalendarEdit {
        official: vec![(year, "Thông báo số 1".to_owned())],
        ..CalendarEdit::default()
    };
    assert_eq!(refused(&official(2090)), CalendarFault::YearOutOfYears(2090));

    let mut hours = OfficeHours::standard();
    hours.week = Default::default();
    let from = hours.in_force_from;
    let edit = CalendarEdit { hours: vec![hours], ..CalendarEdit::default() };
    let closed_week = CalendarFault::Impossible(CalendarError::NoOpenWeekday(from));
    assert_eq!(refused(&edit), closed_week);
    let edit = CalendarEdit { drop_hours: vec![a_day], ..CalendarEdit::default() };
    assert_eq!(refused(&edit), CalendarFault::NoHoursFrom(a_day));
    let twice = vec![OfficeHours::standard(); 2];
    let edit = CalendarEdit { hours: twice, ..CalendarEdit::default() };
    assert_eq!(refused(&edit), CalendarFault::Impossible(CalendarError::HoursTwice(from)));

    let office = Office::new();
    let book = office.open();
    let nothing = changed(&book, &CalendarEdit::default(), &[]).map(drop).unwrap_err();
    assert_eq!(fault_of(nothing), CalendarFault::Nothing);
    let mut nameless = storm(a_day);
    nameless.put[0].name = "  ".to_owned();
    let Err(DeskError::Invalid(list)) = would_be(&book, nameless) else { panic!() };
    assert_eq!(list, [Field::CalendarDay.wrong(Problem::Empty)]);
    let no_notice = CalendarEdit { official: vec![(2027, String::new())], ..Default::default() };
    let Err(DeskError::Invalid(list)) = would_be(&book, no_notice) else { panic!() };
    assert_eq!(list, [Field::Decision.wrong(Problem::Empty)]);
}

#[test]
fn other_hours_move_what_is_promised_outside_them() {
    let office = Office::new();
    let book = office.open();
    let mut new = dossier(person("Hồ Thị Mẫu", "045188000000"));
    new.limit = LimitChoice::Given(Limit::WorkingDays(8));
    let late = received(&book, new, moment(2026, 11, 23, 16, 45)).dossier;
    let mut hours = OfficeHours::standard();
    hours.in_force_from = date(2026, 12, 1);
    for day in hours.week.iter_mut().take(5) {
        *day = vec![
            Session::between((7, 0), (11, 30)).unwrap(),
            Session::between((13, 0), (16, 30)).unwrap(),
        ];
    }
    let edit = CalendarEdit { hours: vec![hours], ..CalendarEdit::default() };
    let answer = asked(&book, &edit);
    let at = |hour, minute| moment(2026, 12, 4, hour, minute);
    let expected = (late.code.as_str(), at(16, 45), at(16, 30), MovedKind::Earlier);
    assert_eq!(moves(&answer.moved), [expected]);
    let done = changed(&book, &edit, &[late.id]).unwrap();
    assert_eq!(done.moved, answer.moved);
    let drop_hours = vec![date(2026, 12, 1)];
    let back = CalendarEdit { drop_hours, ..CalendarEdit::default() };
    assert_eq!(moves(&asked(&book, &back).moved)[0].2, at(16, 45));
    sound(&book);
}
