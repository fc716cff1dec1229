//! A year of the calendar: taken in as a file, made official, chosen otherwise, handed on, warned of.

use chrono::{Datelike, NaiveDate};
use motcua::desk::calendar_change::{
    CalendarEdit, CalendarWarning, calendar_pack, calendar_warning, year_edit,
};
use motcua::desk::catalogue::{CatalogueError, calendar_rows, read_calendar};
use motcua::desk::import::{calendar_edit, import_calendar};
use motcua::domain::calendar::{
    DayKind, MonthDay, OfficeHours, Origin, Season, Session, SpecialDay,
};
use motcua::domain::calendar_fault::CalendarFault;
use motcua::domain::invalid::Problem;
use motcua::domain::law_days::{SecondDay, YearChoices};
use motcua::reports::calendar::write;
use motcua::reports::register::Kind;
use motcua::store::{self, Book};

use super::{asked, changed, fault_of, moves, rows, sound, storm};
use crate::store::{dossier, person, received};
use crate::support::{Office, date, moment, now};
use motcua::domain::dossier::LimitChoice;
use motcua::domain::limit::Limit;

const PACK: &str = "\
Ngày;Loại;Tên;Trạng thái;Căn cứ
01/01/2027;nghỉ;Tết Dương lịch;chính thức;Thông báo số 7/TB-BNV
05/02/2027;nghỉ;Tết Nguyên đán;chính thức;Thông báo số 7/TB-BNV
08/02/2027;nghỉ;Tết Nguyên đán;chính thức;Thông báo số 7/TB-BNV
09/02/2027;nghỉ;Tết Nguyên đán;chính thức;Thông báo số 7/TB-BNV
10/02/2027;nghỉ;Tết Nguyên đán;chính thức;Thông báo số 7/TB-BNV
11/02/2027;nghỉ;Tết Nguyên đán;chính thức;Thông báo số 7/TB-BNV
13/02/2027;làm bù;Làm bù cho ngày 05/02/2027;;Thông báo số 7/TB-BNV
02/09/2027;nghỉ;Quốc khánh;chính thức;Thông báo số 7/TB-BNV
";

fn of_year(book: &Book, year: i32) -> Vec<SpecialDay> {
    let calendar = book.run(|db| store::load_calendar(db.view())).unwrap().unwrap();
    calendar.days_of(year).to_vec()
}

fn import(office: &Office, book: &Book, name: &str, text: &str) -> usize {
    let file = office.written(name, text);
    let done =
        book.run(move |db| import_calendar(db, file.as_ref(), "Cán bộ", now())).unwrap().unwrap();
    done.would_move
}

#[test]
fn a_file_of_a_whole_year_is_that_years_calendar() {
    let office = Office::new();
    let book = office.open();
    let mut new = dossier(person("Hồ Thị Mẫu", "045188000000"));
    new.limit = LimitChoice::Given(Limit::WorkingDays(60));
    let before = received(&book, new, now()).dossier;
    // What the office itself closed stays, what was estimated or told before goes.
    let _ = changed(&book, &storm(date(2027, 6, 1)), &[]).unwrap();
    let rows_of_file = calendar_rows(PACK).unwrap();
    let edit = book.run(move |db| calendar_edit(db.view(), &rows_of_file)).unwrap().unwrap();
    let asked = asked(&book, &edit);
    assert_eq!(moves(&asked.moved)[0].0, before.code);
    assert_eq!(import(&office, &book, "2027.csv", PACK), 1);
    let days = of_year(&book, 2027);
    let own: Vec<&SpecialDay> = days.iter().filter(|day| day.origin == Origin::Office).collect();
    assert_eq!(own.iter().map(|day| day.date).collect::<Vec<_>>(), [date(2027, 6, 1)]);
    assert_eq!(days.len(), 9, "{days:#?}");
    let national = days.iter().filter(|day| day.is_national());
    assert!(national.clone().all(|day| day.source == "Thông báo số 7/TB-BNV" && day.is_official()));
    let work = national.clone().find(|day| day.kind == DayKind::Work).unwrap();
    assert_eq!((work.date, work.origin), (date(2027, 2, 13), Origin::Notice));
    let calendar = book.run(|db| store::load_calendar(db.view())).unwrap().unwrap();
    assert!(calendar.is_official(2027));
    assert_eq!(calendar.official_until(), Some(date(2027, 12, 31)));
    // No promise moved, and the book knows which would.
    let code = before.code.clone();
    assert_eq!(super::shown(&book, &code), before);
    let recount = CalendarEdit { recount: true, ..CalendarEdit::default() };
    assert_eq!(super::asked(&book, &recount).moved, asked.moved);
    // Taken in again, it says the same.
    assert_eq!(import(&office, &book, "again.csv", PACK), 0);
    assert_eq!(of_year(&book, 2027), days);
    sound(&book);
}

#[test]
fn a_few_days_of_a_year_replace_nothing_else() {
    let office = Office::new();
    let book = office.open();
    let before = of_year(&book, 2027);
    let some = "date,kind,name,status\n2027-01-01,off,Tết Dương lịch,official\n\
                2027-05-04,off,Nghỉ hoán đổi,official\n";
    let _ = import(&office, &book, "some.csv", some);
    let after = of_year(&book, 2027);
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!(after.iter().filter(|day| day.is_official()).count(), 2);
    // Its estimates are in the book now: the rest of the year stays when one more day is told.
    let _ = import(&office, &book, "more.csv", "date,kind,name\n2027-09-02,off,Quốc khánh\n");
    assert_eq!(of_year(&book, 2027).len(), after.len());
}

#[test]
fn a_year_becomes_official_by_its_notice() {
    let office = Office::new();
    let book = office.open();
    let mut edit = storm(date(2027, 6, 1));
    edit.official.push((2027, "Thông báo số 9/TB-BNV".to_owned()));
    let before = of_year(&book, 2027);
    let _ = changed(&book, &edit, &[]).unwrap();
    let after = of_year(&book, 2027);
    let own = after.iter().find(|day| day.date == date(2027, 6, 1)).unwrap();
    assert_eq!((own.origin, own.source.as_str()), (Origin::Office, ""));
    let national: Vec<&SpecialDay> = after.iter().filter(|day| day.is_national()).collect();
    assert_eq!(national.len(), before.len());
    for day in national {
        assert_eq!((day.origin, day.source.as_str()), (Origin::Notice, "Thông báo số 9/TB-BNV"));
    }
}

#[test]
fn other_choices_within_the_law_replace_the_estimates() {
    let office = Office::new();
    let book = office.open();
    let september = |days: &[SpecialDay]| -> Vec<NaiveDate> {
        days.iter().map(|day| day.date).filter(|date| date.month() == 9).collect()
    };
    let tet = |days: &[SpecialDay]| -> Vec<NaiveDate> {
        let named = days.iter().filter(|day| day.name.starts_with("Tết Nguyên đán"));
        named.map(|day| day.date).collect()
    };
    let usual = of_year(&book, 2031);
    let take = |choices| {
        let edit = book.run(move |db| year_edit(db.view(), 2031, choices)).unwrap().unwrap();
        let _ = changed(&book, &edit, &[]).unwrap();
        of_year(&book, 2031)
    };
    // Tết of 2031 is Thursday 23 January.
    let other = take(YearChoices { tet_days_before: 3, second_day: SecondDay::After });
    assert_eq!(tet(&usual)[0], date(2031, 1, 21));
    assert_eq!(tet(&other), (20..25).map(|day| date(2031, 1, day)).collect::<Vec<_>>());
    assert_eq!(september(&other), [date(2031, 9, 2), date(2031, 9, 3)]);
    // Back again, with a swap that was told meanwhile and a storm.
    let mut edit = storm(date(2031, 6, 3));
    let swap = SpecialDay { origin: Origin::Notice, date: date(2031, 6, 4), ..edit.put[0].clone() };
    edit.put.push(swap);
    let _ = changed(&book, &edit, &[]).unwrap();
    let back = take(YearChoices { tet_days_before: 2, second_day: SecondDay::Before });
    assert_eq!(september(&back), [date(2031, 9, 1), date(2031, 9, 2)]);
    assert_eq!(tet(&back)[0], date(2031, 1, 21));
    assert!([3, 4].iter().all(|day| back.iter().any(|other| other.date == date(2031, 6, *day))));

    for (year, fault) in
        [(2026, CalendarFault::Official(2026)), (3000, CalendarFault::YearOutOfYears(3000))]
    {
        let choices = YearChoices::usual(2026);
        let refused = book.run(move |db| year_edit(db.view(), year, choices)).unwrap();
        if year == 2026 {
            assert_eq!(fault_of(refused.unwrap_err()), fault);
        } else {
            let edit = refused.unwrap();
            let out = changed(&book, &edit, &[]).unwrap_err();
            assert!(matches!(fault_of(out), CalendarFault::OutOfYears(_)));
        }
    }
}

#[test]
fn from_october_on_the_next_year_is_asked_for() {
    let office = Office::new();
    let book = office.open();
    let warned = |day| book.run(move |db| calendar_warning(db.view(), day)).unwrap().unwrap();
    assert_eq!(warned(date(2026, 9, 30)), None);
    for day in [date(2026, 10, 1), date(2026, 12, 31), date(2027, 1, 1)] {
        assert_eq!(warned(day), Some(CalendarWarning { year: 2027 }), "{day}");
    }
    let _ = import(&office, &book, "2027.csv", PACK);
    assert_eq!(warned(date(2026, 12, 31)), None);
    assert_eq!(warned(date(2027, 9, 30)), None);
    assert_eq!(warned(date(2027, 10, 1)), Some(CalendarWarning { year: 2028 }));
}

#[test]
fn closures_seasons_and_reception_are_read() {
    let rows = calendar_rows(
        "date,kind,name,hours,status,source\n\
         2026-12-01,closed,Mất điện,13:30-17:00,,\n\
         2026-12-02,đóng cửa một phần,Họp dân 7h30-9h00,,,\n\
         2026-12-03,closed,Bão số 6,07:30 – 11:30,official,Công điện số 1\n\
         2026-12-04,nghỉ,Bão số 6,,nội bộ,Công điện số 1\n\
         2026-07-01,season,Giờ mùa hè,16/04-15/10 T2-T6 07:00-11:30 13:30-17:00,,\n\
         2026-07-01,hours,T2-T6 07:30-11:30 13:30-17:00; T7 nhận 07:30-11:30,,,\n\
         2026-07-01,mùa,Tháng Chạp: 20/12-10/01 T2-T5 8h00-11h00; T6 8h00-10h00,,,\n",
    )
    .unwrap();
    let session = |opens, closes| Session::between(opens, closes).unwrap();
    let days: Vec<_> = rows
        .days
        .iter()
        .map(|day| (day.date.day(), day.kind, day.name.as_str(), day.origin, day.source.as_str()))
        .collect();
    let closed = |opens, closes| DayKind::Closed(session(opens, closes));
    assert_eq!(
        days,
        [
            (1, closed((13, 30), (17, 0)), "Mất điện", Origin::Office, ""),
            (2, closed((7, 30), (9, 0)), "Họp dân", Origin::Office, ""),
            (3, closed((7, 30), (11, 30)), "Bão số 6", Origin::Notice, "Công điện số 1"),
            (4, DayKind::Off, "Bão số 6", Origin::Office, "Công điện số 1"),
        ]
    );
    let [hours] = &rows.hours[..] else { panic!("{:?}", rows.hours) };
    assert_eq!(hours.reception[5], [session((7, 30), (11, 30))]);
    assert!(hours.week[5].is_empty());
    let names: Vec<_> = hours
        .seasons
        .iter()
        .map(|season| (season.name.as_str(), season.from, season.until))
        .collect();
    let day = |day, month| MonthDay { month, day };
    assert_eq!(
        names,
        [("Giờ mùa hè", day(16, 4), day(15, 10)), ("Tháng Chạp", day(20, 12), day(10, 1))]
    );
    assert_eq!(hours.seasons[1].week[4], [session((8, 0), (10, 0))]);
}

#[test]
fn rows_that_cannot_be_meant_are_refused() {
    let cell = |rows: &str| match calendar_rows(&format!("date,kind,name,hours,status\n{rows}")) {
        Err(CatalogueError::Cell { row, column, problem }) => (row, column, problem),
        other => panic!("{rows}: {other:?}"),
    };
    let not_understood = |row, column| (row, column, Problem::NotUnderstood);
    assert_eq!(cell("2026-12-01,closed,Mất điện,,\n"), (2, "hours", Problem::Missing));
    assert_eq!(cell("2026-12-01,closed,Mất điện,17:00-13:30,\n"), not_understood(2, "hours"));
    assert_eq!(cell("2026-12-01,closed,A 7:30-8:00 9:00-10:00,,\n"), not_understood(2, "hours"));
    assert_eq!(cell("2026-12-01,closed,13:30-17:00,,\n"), (2, "name", Problem::Empty));
    assert_eq!(cell("2026-12-01,off,Bão,13:30-17:00,\n"), (2, "hours", Problem::Conflict));
    assert_eq!(cell("2026-12-01,off,Bão,,tự nghỉ\n"), not_understood(2, "status"));
    let hours = |text: &str| cell(&format!("2026-12-01,hours,\"{text}\",,\n"));
    for text in [
        "T7 nhận 07:30-11:30",
        "T2-T6 07:30-11:30; T2 nhận 13:30-17:00",
        "T2-T6 07:30-11:30; T7 nhận",
        "T2-T6 nghỉ 07:30-11:30",
    ] {
        assert_eq!(hours(text), not_understood(2, "name"), "{text}");
    }
    for text in ["T2-T6 07:30-11:30", "31/02-15/10 T2 07:30-11:30", "16/04-15/10 T7 nhận 7:30-8:00"]
    {
        let season = cell(&format!("2026-12-01,season,\"{text}\",,\n"));
        assert_eq!(season, not_understood(2, "name"), "{text}");
    }
    let alone = calendar_rows("date,kind,name\n2026-12-01,season,16/04-15/10 T2 07:30-11:30\n")
        .unwrap_err();
    assert!(matches!(alone, CatalogueError::SeasonAlone { row: 2, .. }), "{alone:?}");
}

/// An office with a storm, an afternoon closed, seasons and reception.
fn rich(book: &Book) {
    let session = |opens, closes| Session::between(opens, closes).unwrap();
    let mut edit = storm(date(2027, 6, 1));
    edit.put.push(SpecialDay {
        date: date(2027, 6, 2),
        kind: DayKind::Closed(session((13, 30), (17, 0))),
        name: "=1+2, \"mất điện\"; cả xã".to_owned(),
        origin: Origin::Office,
        source: "-Công văn số 3".to_owned(),
    });
    let mut hours = OfficeHours::standard();
    hours.in_force_from = date(2026, 7, 1);
    hours.week[2].truncate(1);
    hours.reception[5] = vec![session((7, 30), (11, 30))];
    for (name, from, until) in [("Giờ mùa hè", (16, 4), (15, 10)), ("", (20, 12), (10, 1))] {
        let day = |(day, month)| MonthDay { month, day };
        let week = OfficeHours::standard().week;
        let season = Season { name: name.to_owned(), from: day(from), until: day(until), week };
        hours.seasons.push(season);
    }
    edit.hours.push(hours);
    edit.official.push((2027, "Thông báo số 9/TB-BNV".to_owned()));
    let _ = changed(book, &edit, &[]).unwrap();
}

#[test]
fn what_is_handed_on_comes_back_the_same() {
    let (first, second) = (Office::new(), Office::new());
    let (from, to) = (first.open(), second.open());
    rich(&from);
    let pack = |years: Vec<i32>, all| {
        from.run(move |db| calendar_pack(db.view(), &years, all)).unwrap().unwrap()
    };
    let own = pack(vec![2027], true);
    assert_eq!((own.days.iter().filter(|day| !day.is_national()).count(), own.hours.len()), (2, 1));
    let national = pack(vec![2027], false);
    assert!(national.days.iter().all(SpecialDay::is_national) && national.hours.is_empty());
    assert_eq!(pack(Vec::new(), true).days, rows(&from).0, "all that the book holds");
    let computed = pack(vec![2032, 2031, 2031], false).days;
    assert_eq!(computed, [of_year(&from, 2031), of_year(&from, 2032)].concat());
    for (name, kind) in [("lich.csv", Kind::Csv), ("lich.xlsx", Kind::Xlsx)] {
        for pack in [&own, &national] {
            let bytes = write(kind, &pack.days, &pack.hours).unwrap();
            let file = second.written(name, bytes);
            let read = read_calendar(file.as_ref()).unwrap();
            assert_eq!((&read.days, &read.hours), (&pack.days, &pack.hours), "{name}");
        }
        let file = second.file(name);
        let _ = to.run(move |db| import_calendar(db, &file, "Cán bộ", now())).unwrap().unwrap();
        assert_eq!(of_year(&to, 2027), national.days, "{name}");
    }
    let nothing = from.run(|db| calendar_pack(db.view(), &[2090], false)).unwrap().unwrap_err();
    assert_eq!(fault_of(nothing), CalendarFault::YearOutOfYears(2090));
    let _ = moment(2026, 1, 1, 0, 0);
}
