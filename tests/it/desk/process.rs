//! Processes taken in and typed, and dossiers passed on from step to step.

use motcua::desk::DeskError;
use motcua::desk::catalogue::CatalogueError;
use motcua::desk::finish::finish;
use motcua::desk::next_step::{Move, PassedOn, StepError, next_step};
use motcua::desk::process::{
    ProcessForm, ProcessSet, ProcessesImported, import_processes, process_on, set_process,
};
use motcua::desk::progress::{Progress, progress};
use motcua::desk::receive::show;
use motcua::desk::waiting::{ask_for_papers, papers_came};
use motcua::domain::invalid::{Field, Problem};
use motcua::domain::process::StepsFault;
use motcua::domain::status::Status;
use motcua::domain::time::OfficeTime;
use motcua::store::{self, Book};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::json;

use crate::store::receive_at;
use crate::support::{Office, PROCEDURE, date, moment, now};

const STEPS: &str = "Tiếp nhận; Bộ phận Một cửa; 4
Thẩm tra; Công chức Tư pháp; 28
Ký duyệt; Lãnh đạo UBND; 8
Trả kết quả; Bộ phận Một cửa; không tính thời gian";

fn set(
    book: &Book,
    name: &str,
    steps: &str,
    from: (i32, u32, u32),
) -> Result<ProcessSet, DeskError> {
    let form = ProcessForm {
        procedure: PROCEDURE.to_owned(),
        name: name.to_owned(),
        steps: steps.to_owned(),
        in_force_from: date(from.0, from.1, from.2),
    };
    book.run(move |db| set_process(db, &form, "Cán bộ Mẫu", now())).unwrap()
}

/// An office with the process, and a dossier received at the moment of the tests.
fn on_the_way() -> (Office, Book, String) {
    let office = Office::new();
    let book = office.open();
    assert!(set(&book, "QT-HT-07", STEPS, (2026, 1, 1)).unwrap().added);
    let code = receive_at(&book, now()).dossier.code;
    (office, book, code)
}

fn pass(book: &Book, code: &str, to: &Move, at: OfficeTime) -> Result<PassedOn, DeskError> {
    let (code, to) = (code.to_owned(), to.clone());
    book.run(move |db| next_step(db, &code, &to, "Cán bộ Mẫu", at)).unwrap()
}

fn way(book: &Book, code: &str, at: OfficeTime) -> Option<Progress> {
    let code = code.to_owned();
    book.run(move |db| progress(db.view(), &show(db.view(), &code)?, at)).unwrap().unwrap()
}

fn to(step: &str) -> Move {
    Move { to: step.to_owned(), ..Move::default() }
}

fn running(progress: &Progress) -> Vec<&str> {
    progress.steps.iter().filter(|step| step.running).map(|step| step.name.as_str()).collect()
}

#[test]
fn a_dossier_goes_from_the_desk_through_every_step_to_its_result() {
    let (office, book, code) = on_the_way();
    let start = way(&book, &code, now()).unwrap();
    assert_eq!((running(&start), start.next), (vec!["Tiếp nhận"], Some(1)));
    assert_eq!(start.steps[0].holder, "Cán bộ Mẫu");
    assert_eq!(start.steps[0].began_at, Some(now()));

    let first = pass(&book, &code, &Move::default(), moment(2026, 11, 23, 15, 20)).unwrap();
    assert!(first.changed.dossiers);
    assert_eq!(first.dossier.status, Status::InProgress);
    assert_eq!(running(&first.progress), ["Thẩm tra"]);
    assert_eq!(first.progress.steps[0].minutes, 60);
    assert_eq!(first.progress.steps[1].holder, "Công chức Tư pháp");

    let holder = Move { holder: " Lê Văn  An ".to_owned(), ..Move::default() };
    let second = pass(&book, &code, &holder, moment(2026, 11, 26, 9, 0)).unwrap();
    assert_eq!((second.dossier.status, second.progress.next), (Status::InProgress, Some(3)));
    assert_eq!(second.progress.steps[2].holder, "Lê Văn An");

    let last = pass(&book, &code, &Move::default(), moment(2026, 11, 27, 10, 0)).unwrap();
    assert_eq!(last.dossier.status, Status::Finished);
    assert_eq!(last.dossier.finished_at, Some(moment(2026, 11, 27, 10, 0)));
    assert_eq!((running(&last.progress), last.progress.next), (vec!["Trả kết quả"], None));

    let wanted = code.clone();
    let rows = book.run(move |db| store::journal_of(db.view(), &wanted)).unwrap().unwrap();
    let acts: Vec<_> = rows.iter().map(|row| (row.act.as_str(), &row.detail)).skip(1).collect();
    assert_eq!(
        acts,
        [
            ("next_step", &json!({ "step": 2, "name": "Thẩm tra", "back": false })),
            ("next_step", &json!({ "step": 3, "name": "Ký duyệt", "back": false })),
            ("finish", &json!({ "on_time": true })),
        ]
    );
    drop(book);
    office.is_sound();
}

#[test]
fn the_deadlines_share_out_the_promise() {
    let (_office, book, code) = on_the_way();
    let way = way(&book, &code, now()).unwrap();
    // 2250 minutes from Monday 14:20, Tuesday off: a tenth, seven tenths, two tenths.
    let deadlines: Vec<_> = way.steps.iter().map(|step| step.deadline.unwrap()).collect();
    assert_eq!(
        deadlines,
        [
            moment(2026, 11, 25, 8, 35),
            moment(2026, 11, 30, 14, 20),
            moment(2026, 12, 1, 14, 20),
            moment(2026, 12, 1, 14, 20)
        ]
    );
}

#[test]
fn going_back_needs_a_reason_and_leaps_do_not() {
    let (office, book, code) = on_the_way();
    let leap = pass(&book, &code, &to("ky duyet"), moment(2026, 11, 25, 8, 0)).unwrap();
    assert_eq!(running(&leap.progress), ["Ký duyệt"]);
    let back = to("2");
    let error = pass(&book, &code, &back, moment(2026, 11, 25, 9, 0)).unwrap_err();
    assert!(
        matches!(&error, DeskError::Invalid(list) if *list == [Field::Reason.wrong(Problem::Empty)]),
        "{error:?}"
    );
    let back = Move { reason: "Thiếu chữ ký nháy".to_owned(), ..back };
    let done = pass(&book, &code, &back, moment(2026, 11, 25, 9, 0)).unwrap();
    assert_eq!(running(&done.progress), ["Thẩm tra"]);
    assert_eq!(done.progress.moves.last().unwrap().reason, "Thiếu chữ ký nháy");
    // Back at the desk it is in progress all the same.
    let home = Move { to: "1".to_owned(), reason: "Ghi nhầm".to_owned(), ..Move::default() };
    let done = pass(&book, &code, &home, moment(2026, 11, 25, 9, 5)).unwrap();
    assert_eq!(done.dossier.status, Status::InProgress);
    drop(book);
    office.is_sound();
}

#[test]
fn the_same_step_changes_hands_only() {
    let (office, book, code) = on_the_way();
    let hands = |step: &str, holder: &str| Move {
        to: step.to_owned(),
        holder: holder.to_owned(),
        reason: String::new(),
    };
    let done = pass(&book, &code, &hands("1", "Trần Thị Bình"), now()).unwrap();
    // It has not left the desk.
    assert_eq!(done.dossier.status, Status::Received);
    assert_eq!(done.progress.steps[0].holder, "Trần Thị Bình");
    let _ = pass(&book, &code, &to("2"), now()).unwrap();
    let error = pass(&book, &code, &to("2"), now()).unwrap_err();
    assert!(matches!(&error, DeskError::Step(StepError::Already { .. })), "{error:?}");
    let _ = pass(&book, &code, &hands("2", "Lê Văn An"), now()).unwrap();
    drop(book);
    office.is_sound();
}

#[test]
fn what_cannot_move_stays_where_it_is() {
    let (office, book, code) = on_the_way();
    let refused = |book: &Book, code: &str, to: &Move| match pass(book, code, to, now()) {
        Err(DeskError::Step(error)) => error,
        other => panic!("{other:?}"),
    };
    assert!(matches!(refused(&book, &code, &to("9")), StepError::Unknown { .. }));
    let error = pass(&book, &code, &Move { holder: "A".into(), ..to("4") }, now()).unwrap_err();
    assert!(
        matches!(&error, DeskError::Invalid(list)
            if *list == [Field::StepHolder.wrong(Problem::Conflict)]),
        "{error:?}"
    );
    // Waiting for papers, then again under way, then finished.
    let _ = pass(&book, &code, &Move::default(), now()).unwrap();
    let wanted = code.clone();
    let _ = book
        .run(move |db| ask_for_papers(db, &wanted, "Bản sao", "Cán bộ Mẫu", now()))
        .unwrap()
        .unwrap();
    let waiting = StepError::NotMoving { code: code.clone(), status: Status::AwaitingPapers };
    assert_eq!(refused(&book, &code, &Move::default()), waiting);
    let waits = way(&book, &code, moment(2026, 12, 20, 9, 0)).unwrap();
    assert_eq!((waits.next, running(&waits)), (None, vec!["Thẩm tra"]));
    assert!(!waits.steps[1].late && waits.steps[1].deadline.is_some(), "{waits:?}");
    let wanted = code.clone();
    let came = moment(2026, 11, 27, 9, 0);
    let _ =
        book.run(move |db| papers_came(db, &wanted, None, "Cán bộ Mẫu", came)).unwrap().unwrap();
    let again = way(&book, &code, came).unwrap();
    assert_eq!((again.next, again.steps[1].minutes), (Some(2), 0));
    // 28 of 36 hours of a new promise of five days: 1750 minutes from Friday 09:00.
    assert_eq!(again.steps[1].deadline, Some(moment(2026, 12, 3, 8, 10)));
    let wanted = code.clone();
    let _ = book.run(move |db| finish(db, &wanted, "Cán bộ Mẫu", came)).unwrap().unwrap();
    let over = StepError::NotMoving { code: code.clone(), status: Status::Finished };
    assert_eq!(refused(&book, &code, &Move::default()), over);
    drop(book);
    office.is_sound();
}

#[test]
fn a_process_without_a_return_ends_at_its_last_step() {
    let (_office, book, _) = on_the_way();
    let _ = set(&book, "QT-HT-08", "A; B; 1\nC; D; 2", (2026, 1, 1)).unwrap();
    let code = receive_at(&book, now()).dossier.code;
    let _ = pass(&book, &code, &Move::default(), now()).unwrap();
    let error = pass(&book, &code, &Move::default(), now()).unwrap_err();
    assert!(matches!(&error, DeskError::Step(StepError::NoneLeft { .. })), "{error:?}");
}

#[test]
fn a_dossier_without_a_process_has_no_steps() {
    let office = Office::new();
    let book = office.open();
    let code = receive_at(&book, now()).dossier.code;
    assert_eq!(way(&book, &code, now()), None);
    let error = pass(&book, &code, &Move::default(), now()).unwrap_err();
    assert!(matches!(&error, DeskError::Step(StepError::NoProcess { .. })), "{error:?}");
}

#[test]
fn a_dossier_keeps_the_process_of_its_day_of_receipt() {
    let (office, book, old) = on_the_way();
    assert!(set(&book, "QT-HT-07a", "A; B; 1\nC; D; 2\nE; F; -", (2026, 11, 24)).unwrap().added);
    let new = receive_at(&book, moment(2026, 11, 25, 8, 0)).dossier.code;
    let names = |code: &str| way(&book, code, now()).unwrap().process.name;
    assert_eq!((names(&old), names(&new)), ("QT-HT-07".to_owned(), "QT-HT-07a".to_owned()));
    // A version written afterwards for an earlier day does not move who is on the way.
    let _ = pass(&book, &old, &Move::default(), now()).unwrap();
    assert!(set(&book, "QT-HT-07b", "A; B; 1\nC; D; 2", (2026, 1, 1)).unwrap().added);
    assert_eq!(names(&old), "QT-HT-07");
    let other = receive_at(&book, now()).dossier.code;
    assert_eq!(names(&other), "QT-HT-07b");
    drop(book);
    office.is_sound();
}

#[test]
fn a_version_that_says_the_same_is_not_written_again() {
    let office = Office::new();
    let book = office.open();
    let added = |name, steps, from| set(&book, name, steps, from).unwrap().added;
    assert!(added("QT-1", STEPS, (2026, 1, 1)));
    assert!(!added("QT-1", STEPS, (2026, 1, 1)));
    assert!(!added(" QT-1 ", STEPS, (2026, 6, 1)));
    assert!(added("QT-1", STEPS, (2025, 1, 1)));
    assert!(added("QT-2", STEPS, (2026, 6, 1)));
    assert!(added("QT-2", &STEPS.replace("28", "27"), (2026, 6, 1)));
    let on = |day| {
        let found = book.run(move |db| process_on(db.view(), "1.004884.H50", day)).unwrap();
        found.unwrap().map(|process| process.name)
    };
    assert_eq!(on(date(2024, 12, 31)), None);
    assert_eq!(on(date(2026, 5, 31)).as_deref(), Some("QT-1"));
    assert_eq!(on(date(2026, 6, 1)).as_deref(), Some("QT-2"));
}

#[test]
fn what_is_typed_wrong_leaves_no_trace() {
    let office = Office::new();
    let before = office.bytes();
    let book = office.open();
    let error = set(&book, "QT-1", "Tiếp nhận; Một cửa; x\nThẩm tra", (2026, 1, 1)).unwrap_err();
    assert!(
        matches!(&error, DeskError::Steps(faults) if faults.len() == 2
            && faults[1] == StepsFault::Parts { line: 2, found: 1 }),
        "{error:?}"
    );
    assert!(matches!(set(&book, " ", STEPS, (2026, 1, 1)), Err(DeskError::Invalid(_))));
    let form = ProcessForm {
        procedure: "9.999999".to_owned(),
        name: "QT".to_owned(),
        steps: STEPS.to_owned(),
        in_force_from: date(2026, 1, 1),
    };
    let unknown = book.run(move |db| set_process(db, &form, "Cán bộ Mẫu", now())).unwrap();
    assert!(
        matches!(&unknown, Err(DeskError::Invalid(list))
            if *list == [Field::Procedure.wrong(Problem::UnknownProcedure)]),
        "{unknown:?}"
    );
    drop(book);
    assert!(office.bytes() == before);
}

fn import(office: &Office, name: &str, content: &str) -> Result<ProcessesImported, DeskError> {
    let file = office.written(name, content);
    let work = move |db: &mut store::Db| {
        import_processes(db, file.as_ref(), now().date(), "Cán bộ Mẫu", now())
    };
    office.open().run(work).unwrap()
}

#[test]
fn a_file_brings_processes_with_english_or_vietnamese_heads() {
    let office = Office::new();
    // As under merged cells: code, process and day stand once.
    let done = import(
        &office,
        "quy-trinh.csv",
        "Mã thủ tục;Tên quy trình;Bước;Người thực hiện;Số giờ;Áp dụng từ\n\
         1.004884;QT-HT-07;Tiếp nhận;Một cửa;0,5;01/10/2026\n\
         ;;Thẩm tra;Công chức;20;\n\
         ;;Trả kết quả;Một cửa;Không tính thời gian;\n\
         9.999999;QT-X;Tất cả;Ai đó;1.5;\n",
    )
    .unwrap();
    assert_eq!((done.processes.len(), done.added), (2, 2));
    assert_eq!(done.unknown, ["9.999999"]);
    let [first, other] = &done.processes[..] else { panic!("{done:?}") };
    assert_eq!((first.name.as_str(), first.base_code.as_str()), ("QT-HT-07", "1.004884"));
    assert_eq!(first.in_force_from, date(2026, 10, 1));
    let minutes: Vec<_> = first.steps.iter().map(|step| step.minutes).collect();
    assert_eq!(minutes, [Some(30), Some(1200), None]);
    assert_eq!((other.in_force_from, other.steps[0].minutes), (now().date(), Some(90)));

    let json = r#"[{"code":"1.004884","process":"QT-HT-07","step":"Tiếp nhận","who":"Một cửa","hours":0.5,
        "in_force_from":"2026-10-01"},
        {"code":1.004884,"process":"QT-HT-07","step":"Ký","who":"Lãnh đạo","hours":4,
        "in_force_from":"2026-11-01"}]"#;
    let done = import(&office, "steps.json", json).unwrap();
    // Two days are two versions.
    assert_eq!((done.processes.len(), done.added), (2, 2));
    let again = import(&office, "steps.json", json).unwrap();
    assert_eq!((again.processes.len(), again.added), (2, 0));
    office.is_sound();
}

#[test]
fn a_file_with_one_bad_row_brings_nothing() {
    let office = Office::new();
    let before = office.bytes();
    let head = "code,process,step,who,hours,in_force_from\n";
    let long = "1.004884,QT,A,B,1,\n".repeat(61);
    for (rows, row, column) in [
        ("1.004884,QT,A,B,1,\n1.004884,QT,A,B,x,\n", 3, "hours"),
        ("1.004884,QT,A,B,1,\n1.004884,QT,,B,1,\n", 3, "step"),
        ("1.004884,QT,A,B,1,\n1.004884,QT,A,,1,\n", 3, "who"),
        ("1.004884,QT,A,B,1,\n1.004884,QT-2,C,B,1,\n", 3, "process"),
        ("1.004884,,A,B,1,\n", 2, "process"),
        (",QT,A,B,1,\n", 2, "code"),
        ("1.004884,QT,A,B,1,31/02/2026\n", 2, "in_force_from"),
        ("2.000815,QA,A,B,1,\n1.004884,QT,A,B,-,\n", 3, "hours"),
        (&long, 62, "steps"),
    ] {
        let error = import(&office, "bad.csv", &format!("{head}{rows}")).unwrap_err();
        let found = match &error {
            DeskError::Catalogue(CatalogueError::Cell { row, column, .. }) => (*row, *column),
            DeskError::Catalogue(CatalogueError::TooManySteps { row, max: 60 }) => (*row, "steps"),
            other => panic!("{rows}: {other:?}"),
        };
        assert_eq!(found, (row, column), "{rows}");
    }
    assert!(office.bytes() == before);
}

#[test]
fn another_procedure_has_its_own_steps() {
    let (office, book, code) = on_the_way();
    let _ = pass(&book, &code, &Move::default(), now()).unwrap();
    drop(book);
    let _ = office
        .run(["correct", &code, "--reason", "Nhầm thủ tục", "--procedure", "2.000815"])
        .fine();
    let book = office.open();
    assert_eq!(way(&book, &code, now()), None);
    let steps = "A; B; 1\nC; D; 2";
    let form = ProcessForm {
        procedure: "2.000815".to_owned(),
        name: "QT-CT".to_owned(),
        steps: steps.to_owned(),
        in_force_from: date(2026, 1, 1),
    };
    let _ = book.run(move |db| set_process(db, &form, "Cán bộ Mẫu", now())).unwrap().unwrap();
    let way = way(&book, &code, now()).unwrap();
    assert_eq!((running(&way), way.moves.len()), (vec!["A"], 0));
    let done = pass(&book, &code, &Move::default(), now()).unwrap();
    assert_eq!(running(&done.progress), ["C"]);
    drop(book);
    office.is_sound();
}

#[test]
fn a_workbook_brings_numbers_and_dates_as_it_holds_them() {
    let office = Office::new();
    let path = office.file("steps.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let heads = ["Mã TTHC", "Quy trình", "Bước", "Trách nhiệm", "Giờ", "Hiệu lực từ"];
    let _ = sheet.write_row(0, 0, heads).unwrap();
    let rows = [("Tiếp nhận", 0.25), ("Thẩm tra", 1.1), ("Trả kết quả", 0.0)];
    for (row, (step, hours)) in (1..).zip(rows) {
        // The code as a number, as spreadsheets take it, and once alone.
        if row == 1 {
            let _ = sheet.write(row, 0, 1.004884).unwrap().write(row, 1, "QT-HT-07").unwrap();
            let day = ExcelDateTime::from_ymd(2026, 10, 1).unwrap();
            let format = Format::new().set_num_format("dd/mm/yyyy");
            let _ = sheet.write_with_format(row, 5, &day, &format).unwrap();
        }
        let _ = sheet.write(row, 2, step).unwrap().write(row, 3, "Một cửa").unwrap();
        let _ = sheet.write(row, 4, hours).unwrap();
    }
    book.save(&path).unwrap();
    let work =
        move |db: &mut store::Db| import_processes(db, &path, now().date(), "Cán bộ Mẫu", now());
    let done = office.open().run(work).unwrap().unwrap();
    let [process] = &done.processes[..] else { panic!("{done:?}") };
    assert_eq!((process.base_code.as_str(), process.in_force_from), (PROCEDURE, date(2026, 10, 1)));
    let minutes: Vec<_> = process.steps.iter().map(|step| step.minutes).collect();
    assert_eq!(minutes, [Some(15), Some(66), None]);
}
