//! Undoing: every act that can be undone puts everything back, in turn, by whom it may.

use motcua::desk::DeskError;
use motcua::desk::correct::correct;
use motcua::desk::receive::show;
use motcua::desk::undo::{last_step, undo};
use motcua::domain::dossier::{Channel, NewDossier, ReturnBy};
use motcua::domain::intake::Intake;
use motcua::domain::invalid::{Field, Problem};
use motcua::domain::status::Status;
use motcua::domain::time::OfficeTime;
use motcua::store::{self, Book, UndoneAct};

use super::deeds::{Deed, OFFICER, division, done, dump, hands, with_process};
use crate::store::{dossier, person, received};
use crate::support::{Office, moment, now};

/// A dossier that the post brought and takes away.
fn sample() -> NewDossier {
    let new = dossier(person("Hồ Thị Mẫu", "045188000000"));
    NewDossier { channel: Channel::Post, return_by: ReturnBy::Post, ..new }
}

/// The minute of the deed with this place in a story, each an hour after the one before.
fn at(place: usize) -> OfficeTime {
    let hours = [9, 10, 11, 14, 15, 16];
    let day = u32::try_from(place / hours.len()).unwrap();
    moment(2026, 11, 25 + day, hours[place % hours.len()], 0)
}

/// An office in which a dossier was received, and the deeds `before` were done to it.
fn office(process: bool, before: &[Deed]) -> (Office, String) {
    let office = Office::new();
    let book = office.open();
    if process {
        with_process(&book);
    }
    let code = received(&book, sample(), now()).dossier.code;
    for (place, deed) in before.iter().enumerate() {
        done(&book, &code, deed, OFFICER, at(place)).unwrap_or_else(|e| panic!("{deed:?}: {e:?}"));
    }
    drop(book);
    (office, code)
}

/// Does a deed with the book opened for it alone.
fn alone(office: &Office, code: &str, deed: &Deed, at: OfficeTime) {
    done(&office.open(), code, deed, OFFICER, at).unwrap_or_else(|e| panic!("{deed:?}: {e:?}"));
}

#[test]
fn every_act_is_undone_to_the_last_row() {
    use Deed::{
        AskPapers, AskPayment, BackList, Extend, Finish, GiveBack, HandOver, Next, OutList, Paid,
        PapersCame, PostOut, Refuse, Sign, Stop, TakeBack, Tray, Void, Withdraw,
    };
    let over = || HandOver(division());
    let elsewhere = || HandOver(hands("Địa chính", ""));
    let until = moment(2026, 12, 9, 9, 0);
    let stories: Vec<(bool, Vec<Deed>, Deed)> = vec![
        (false, vec![], over()),
        (false, vec![Tray("A1")], over()),
        (false, vec![over()], elsewhere()),
        (true, vec![], over()),
        (true, vec![over()], HandOver(hands("Lãnh đạo UBND", ""))),
        (true, vec![over()], elsewhere()),
        (false, vec![over()], TakeBack),
        (false, vec![over(), Withdraw], TakeBack),
        (false, vec![over(), Void], TakeBack),
        (true, vec![], Next("")),
        (true, vec![Next("")], Next("")),
        (true, vec![Next(""), Next("")], Next("2")),
        (true, vec![Next("")], Next("1")),
        (true, vec![Next(""), Next("")], Next("")),
        (false, vec![], AskPapers),
        (false, vec![over()], AskPapers),
        (false, vec![AskPapers, PapersCame], AskPapers),
        (false, vec![AskPapers], PapersCame),
        (false, vec![over(), AskPapers], PapersCame),
        (false, vec![over(), Extend(until), AskPapers], PapersCame),
        (false, vec![over()], AskPayment),
        (false, vec![over(), AskPayment], Paid),
        (false, vec![], Extend(until)),
        (false, vec![AskPapers, PapersCame], Extend(until)),
        (false, vec![over()], Stop),
        (false, vec![AskPapers], Stop),
        (false, vec![], Withdraw),
        (false, vec![Tray("A1")], Withdraw),
        (false, vec![over(), AskPayment], Withdraw),
        (false, vec![over()], Refuse),
        (false, vec![AskPapers], Refuse),
        (false, vec![], Void),
        (false, vec![Tray("A1")], Void),
        (false, vec![over(), AskPapers], Void),
        (false, vec![], Sign),
        (false, vec![over()], Sign),
        (false, vec![over(), Finish], Sign),
        (false, vec![], Finish),
        (false, vec![over(), Sign], Finish),
        (false, vec![Finish], GiveBack),
        (false, vec![Finish, Tray("A1")], GiveBack),
        (false, vec![over()], GiveBack),
        (true, vec![Next("")], GiveBack),
        (false, vec![], OutList(division())),
        (true, vec![], OutList(division())),
        (false, vec![OutList(division())], BackList { result: false }),
        (false, vec![OutList(division())], BackList { result: true }),
        (false, vec![Finish], PostOut),
        (false, vec![Finish, Tray("B2")], PostOut),
    ];
    for (process, before, deed) in stories {
        let (office, code) = office(process, &before);
        let (stood, place) = (dump(&office), before.len());
        alone(&office, &code, &deed, at(place));
        assert_ne!(dump(&office), stood, "{before:?}, {deed:?}: it did nothing");
        office.is_sound();
        alone(&office, &code, &Deed::Undo, at(place + 1));
        assert_eq!(dump(&office), stood, "{before:?}, {deed:?}");
        office.is_sound();
        // It is done again as if nothing had been, but for the numbers that were given.
        alone(&office, &code, &deed, at(place + 2));
        office.is_sound();
    }
}

#[test]
fn one_act_after_the_other_is_undone_and_no_more_than_four() {
    let deeds = [
        Deed::HandOver(division()),
        Deed::AskPapers,
        Deed::PapersCame,
        Deed::Sign,
        Deed::BackList { result: true },
        Deed::PostOut,
    ];
    let (office, code) = office(false, &[]);
    let mut stood = Vec::new();
    for (place, deed) in deeds.iter().enumerate() {
        stood.push(dump(&office));
        alone(&office, &code, deed, at(place));
    }
    for before in stood.iter().rev().take(4) {
        alone(&office, &code, &Deed::Undo, at(6));
        assert_eq!(dump(&office), *before);
        office.is_sound();
    }
    let error = done(&office.open(), &code, &Deed::Undo, OFFICER, at(7)).unwrap_err();
    assert!(matches!(error, DeskError::NothingToUndo(_)), "{error:?}");
}

fn story(book: &Book, code: &str) -> Vec<UndoneAct> {
    let code = code.to_owned();
    book.run(move |db| {
        let dossier = show(db.view(), &code).unwrap();
        store::undone_of(db.view(), dossier.id).unwrap()
    })
    .unwrap()
}

#[test]
fn an_undone_act_stays_known_with_all_that_went() {
    let (office, code) = office(false, &[Deed::HandOver(division()), Deed::AskPapers]);
    alone(&office, &code, &Deed::Undo, at(3));
    let undone = story(&office.open(), &code);
    let told = UndoneAct {
        act: "ask_papers".to_owned(),
        acted_at: at(1),
        acted_by: OFFICER.to_owned(),
        at: at(3),
        actor: OFFICER.to_owned(),
        reason: "Bấm nhầm".to_owned(),
    };
    assert_eq!(undone, [told]);
    let raw = office.raw();
    let text = |sql| raw.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
    let removed: serde_json::Value =
        serde_json::from_str(&text("SELECT removed FROM undone")).unwrap();
    assert_eq!(removed["waits"][0]["reason"], "Tờ khai; Bản sao căn cước");
    assert_eq!(removed["promises"][0]["cause"], "papers");
    assert_eq!(removed["life"]["status"], 5);
    // The notice keeps its number, and the next one takes the next.
    let number = |sql| raw.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(number("SELECT undone FROM notice WHERE number = 1"), 1);
    drop(raw);
    alone(&office, &code, &Deed::AskPapers, at(4));
    let raw = office.raw();
    let number = |sql| raw.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(number("SELECT number FROM notice WHERE undone = 0"), 2);
}

#[test]
fn what_lies_in_a_tray_since_stays_there() {
    let tray = |office: &Office, code: &str| {
        let code = code.to_owned();
        office.open().run(move |db| show(db.view(), &code)).unwrap().unwrap().tray
    };
    // Put there after the act: signing is undone, the folder does not move.
    let (signed, code) = office(false, &[Deed::Finish, Deed::Sign, Deed::Tray("C3")]);
    alone(&signed, &code, &Deed::Undo, at(4));
    assert_eq!(tray(&signed, &code), "C3");
    // It was put elsewhere between the two: the newest place holds.
    let (moved, code) =
        office(false, &[Deed::Tray("A1"), Deed::Finish, Deed::Tray("B2"), Deed::Sign]);
    alone(&moved, &code, &Deed::Undo, at(5));
    alone(&moved, &code, &Deed::Undo, at(6));
    assert_eq!(tray(&moved, &code), "B2");
    // Its result came back and was put away; undone, the folder is with the division again.
    let (away, code) = office(false, &[Deed::HandOver(division()), Deed::Finish, Deed::Tray("D4")]);
    alone(&away, &code, &Deed::Undo, at(4));
    assert_eq!(tray(&away, &code), "");
    away.is_sound();
}

#[test]
fn a_post_record_is_no_step_of_the_dossier() {
    let (office, code) = office(false, &[Deed::HandOver(division()), Deed::PostIn]);
    alone(&office, &code, &Deed::Undo, at(3));
    let raw = office.raw();
    let undone: Vec<(String, i64)> = raw
        .prepare(
            "SELECT kind, undone FROM handover_line JOIN handover ON handover.id = handover_id",
        )
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(undone, [("post_in".to_owned(), 0)]);
}

#[test]
fn what_rests_on_the_form_is_not_undone_behind_it() {
    let (office, code) = office(false, &[Deed::HandOver(division())]);
    let book = office.open();
    let wanted = code.clone();
    let form = book.run(move |db| show(db.view(), &wanted).map(|it| Intake::of(&it))).unwrap();
    let form = Intake { limit: "8d".to_owned(), branch: String::new(), ..form.unwrap() };
    let wanted = code.clone();
    let _ = book
        .run(move |db| correct(db, &wanted, &form, "Nhầm thời hạn", OFFICER, at(2)))
        .unwrap()
        .unwrap();
    let error = done(&book, &code, &Deed::Undo, OFFICER, at(3)).unwrap_err();
    assert!(matches!(error, DeskError::NothingToUndo(_)), "{error:?}");
}

/// What the papers of the dossier are called.
fn papers(office: &Office, code: &str) -> Vec<String> {
    let code = code.to_owned();
    let dossier = office.open().run(move |db| show(db.view(), &code)).unwrap().unwrap();
    dossier.papers.into_iter().map(|paper| paper.name).collect()
}

#[test]
fn papers_that_came_go_with_their_coming() {
    let (office, code) = office(false, &[Deed::AskPapers, Deed::PapersCame, Deed::Finish]);
    let came = ["Tờ khai", "Bản sao căn cước"];
    assert_eq!(papers(&office, &code), came, "what is there already is not there twice");
    alone(&office, &code, &Deed::Undo, at(4));
    assert_eq!(papers(&office, &code), came);
    alone(&office, &code, &Deed::Undo, at(5));
    assert_eq!(papers(&office, &code), ["Tờ khai"]);
    let removed = "SELECT removed FROM undone ORDER BY id DESC LIMIT 1";
    let removed: String = office.raw().query_row(removed, [], |row| row.get(0)).unwrap();
    let removed: serde_json::Value = serde_json::from_str(&removed).unwrap();
    assert_eq!(removed["papers"], serde_json::json!(["Bản sao căn cước"]));
    office.is_sound();
}

#[test]
fn papers_written_anew_stay_whatever_is_undone() {
    let (office, code) = office(false, &[Deed::AskPapers, Deed::PapersCame, Deed::Finish]);
    let book = office.open();
    let wanted = code.clone();
    let form = book.run(move |db| show(db.view(), &wanted).map(|it| Intake::of(&it))).unwrap();
    let mut form = form.unwrap();
    let _ = form.papers.remove(0);
    form.papers.extend(form.papers.clone());
    form.papers[1].name = "Trích lục".to_owned();
    let wanted = code.clone();
    let _ = book
        .run(move |db| correct(db, &wanted, &form, "Ghi nhầm giấy tờ", OFFICER, at(4)))
        .unwrap()
        .unwrap();
    drop(book);
    // The step after the papers is undone, their coming is not any more.
    alone(&office, &code, &Deed::Undo, at(5));
    assert_eq!(papers(&office, &code), ["Bản sao căn cước", "Trích lục"]);
    let error = done(&office.open(), &code, &Deed::Undo, OFFICER, at(6)).unwrap_err();
    assert!(matches!(error, DeskError::NothingToUndo(_)), "{error:?}");
    office.is_sound();
}

#[test]
fn what_is_older_than_a_month_stands() {
    let (office, code) = office(false, &[Deed::HandOver(division())]);
    let book = office.open();
    let wanted = code.clone();
    let last = move |day: OfficeTime| {
        let wanted = wanted.clone();
        book.run(move |db| last_step(db.view(), &show(db.view(), &wanted).unwrap(), day))
            .unwrap()
            .unwrap()
            .map(|step| (step.act, step.actor))
    };
    let step = Some(("hand_over".to_owned(), OFFICER.to_owned()));
    assert_eq!(last(moment(2026, 12, 25, 16, 0)), step);
    assert_eq!(last(moment(2026, 12, 26, 8, 0)), None);
    drop(last);
    let error =
        done(&office.open(), &code, &Deed::Undo, OFFICER, moment(2026, 12, 26, 8, 0)).unwrap_err();
    assert!(matches!(error, DeskError::NothingToUndo(_)), "{error:?}");
}

#[test]
fn an_undo_says_why() {
    let (office, code) = office(false, &[Deed::Finish]);
    let book = office.open();
    let wanted = code.clone();
    let error = book.run(move |db| undo(db, &wanted, " ", OFFICER, at(2))).unwrap().unwrap_err();
    assert!(
        matches!(&error, DeskError::Invalid(list)
            if *list == [Field::Reason.wrong(Problem::Empty)]),
        "{error:?}"
    );
    let dossier = book.run(move |db| show(db.view(), &code)).unwrap().unwrap();
    assert_eq!(dossier.status, Status::Finished);
}
