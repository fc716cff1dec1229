//! Folders from hand to hand: one by one, on lists, through a process, in trays, and who has what.

use std::collections::BTreeSet;

use motcua::desk::DeskError;
use motcua::desk::control_sheet::control_lines;
use motcua::desk::generate::generate;
use motcua::desk::hand_over::{hand_over, usual_holder};
use motcua::desk::handover_list::{ListMade, NewList, Scan, look_at, make_list};
use motcua::desk::progress::progress;
use motcua::desk::receive::show;
use motcua::domain::dossier::{Channel, Dossier, NewDossier, ReturnBy};
use motcua::domain::handover::{Handover, HandoverKind};
use motcua::domain::hands::{Hands, TransferAct};
use motcua::domain::invalid::{Field, Problem};
use motcua::domain::status::Status;
use motcua::domain::verdict::Verdict;
use motcua::store::{self, Book};

use super::deeds::{Deed, OFFICER, division, done, hands, with_process};
use crate::store::{dossier, person, receive_at, received};
use crate::support::{Office, date, moment, now};

fn shown(book: &Book, code: &str) -> Dossier {
    let code = code.to_owned();
    book.run(move |db| show(db.view(), &code)).unwrap().unwrap()
}

fn codes(book: &Book, count: usize) -> Vec<String> {
    (0..count).map(|_| receive_at(book, now()).dossier.code).collect()
}

fn by_post(book: &Book) -> String {
    let new = dossier(person("Hồ Thị Mẫu", "045188000000"));
    let new = NewDossier { channel: Channel::Post, return_by: ReturnBy::Post, ..new };
    received(book, new, now()).dossier.code
}

fn list(
    book: &Book,
    kind: HandoverKind,
    other: &Hands,
    scans: &[(&str, bool)],
) -> Result<Handover, DeskError> {
    let scan = |(code, result): &(&str, bool)| Scan {
        code: (*code).to_owned(),
        result: *result,
        bill: String::new(),
    };
    let scans = scans.iter().map(scan).collect();
    let new = NewList { kind, other: other.clone(), scans, note: String::new() };
    let made = book.run(move |db| make_list(db, &new, OFFICER, moment(2026, 11, 25, 9, 0)));
    made.unwrap().map(|ListMade { list, .. }| list)
}

fn invalid(error: &DeskError) -> Vec<(Field, Problem)> {
    match error {
        DeskError::Invalid(list) => {
            list.iter().map(|wrong| (wrong.field, wrong.problem.clone())).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_folder_goes_from_hand_to_hand_and_comes_back() {
    let office = Office::new();
    let book = office.open();
    let code = receive_at(&book, now()).dossier.code;
    let go = |deed: &Deed, hour| done(&book, &code, deed, OFFICER, moment(2026, 11, 25, hour, 0));
    let nobody = go(&Deed::HandOver(Hands::DESK), 8).unwrap_err();
    assert_eq!(invalid(&nobody), [(Field::Holder, Problem::Empty)]);
    go(&Deed::HandOver(division()), 9).unwrap();
    let held = shown(&book, &code);
    assert_eq!((held.status, &held.holder), (Status::InProgress, &division()));
    assert_eq!(held.held_since, Some(moment(2026, 11, 25, 9, 0)));
    let again = go(&Deed::HandOver(division()), 10).unwrap_err();
    assert!(matches!(again, DeskError::AlreadyThere { .. }), "{again:?}");
    go(&Deed::HandOver(hands("Địa chính", "")), 10).unwrap();
    go(&Deed::TakeBack, 11).unwrap();
    let twice = go(&Deed::TakeBack, 11).unwrap_err();
    assert!(matches!(twice, DeskError::AtTheDesk(_)), "{twice:?}");
    // Nobody is named the second time: whoever had the last one of this field.
    go(&Deed::HandOver(Hands::DESK), 14).unwrap();
    assert_eq!(shown(&book, &code).holder, hands("Địa chính", ""));
    go(&Deed::Finish, 15).unwrap();
    let finished = shown(&book, &code);
    assert!(finished.holder.is_desk() && finished.held_since.is_none());
    let wanted = finished.id;
    let moves = book.run(move |db| store::transfers_of(db.view(), wanted)).unwrap().unwrap();
    let told: Vec<_> =
        moves.iter().map(|moved| (moved.act, moved.from.told(), moved.to.told())).collect();
    let (desk, law, land) =
        (String::new(), "Tư pháp – hộ tịch · Lê Văn An".to_owned(), "Địa chính".to_owned());
    assert_eq!(
        told,
        [
            (TransferAct::HandOver, desk.clone(), law.clone()),
            (TransferAct::HandOver, law, land.clone()),
            (TransferAct::TakeBack, land.clone(), desk.clone()),
            (TransferAct::HandOver, desk.clone(), land.clone()),
            (TransferAct::Finish, land, desk),
        ]
    );
    drop(book);
    office.is_sound();
}

#[test]
fn what_waits_ends_or_is_voided_is_not_handed_over() {
    let office = Office::new();
    let book = office.open();
    for (deed, voided) in [
        (Deed::AskPapers, false),
        (Deed::Withdraw, false),
        (Deed::Finish, false),
        (Deed::Void, true),
    ] {
        let code = receive_at(&book, now()).dossier.code;
        done(&book, &code, &deed, OFFICER, now()).unwrap();
        let error = done(&book, &code, &Deed::HandOver(division()), OFFICER, now()).unwrap_err();
        match voided {
            true => assert!(matches!(error, DeskError::Voided { .. }), "{deed:?}: {error:?}"),
            false => assert!(matches!(error, DeskError::NotLawful { .. }), "{deed:?}: {error:?}"),
        }
    }
}

#[test]
fn a_withdrawn_folder_comes_back_for_its_papers() {
    let office = Office::new();
    let book = office.open();
    let code = receive_at(&book, now()).dossier.code;
    done(&book, &code, &Deed::HandOver(division()), OFFICER, now()).unwrap();
    done(&book, &code, &Deed::Withdraw, OFFICER, now()).unwrap();
    assert_eq!(shown(&book, &code).holder, division());
    done(&book, &code, &Deed::TakeBack, OFFICER, now()).unwrap();
    let back = shown(&book, &code);
    assert_eq!((back.status, back.holder), (Status::Withdrawn, Hands::DESK));
    drop(book);
    office.is_sound();
}

#[test]
fn a_clock_set_back_lets_nothing_come_before_what_it_follows() {
    let office = Office::new();
    let book = office.open();
    let code = receive_at(&book, now()).dossier.code;
    let late = moment(2026, 11, 26, 15, 0);
    let early = moment(2026, 11, 25, 8, 0);
    done(&book, &code, &Deed::HandOver(division()), OFFICER, late).unwrap();
    done(&book, &code, &Deed::TakeBack, OFFICER, early).unwrap();
    done(&book, &code, &Deed::AskPapers, OFFICER, early).unwrap();
    done(&book, &code, &Deed::PapersCame, OFFICER, early).unwrap();
    done(&book, &code, &Deed::HandOver(division()), OFFICER, early).unwrap();
    done(&book, &code, &Deed::Finish, OFFICER, early).unwrap();
    done(&book, &code, &Deed::GiveBack, OFFICER, early).unwrap();
    let ended = shown(&book, &code);
    assert_eq!((ended.finished_at, ended.ended_at), (Some(late), Some(late)));
    let (id, wanted) = (ended.id, code.clone());
    let (moves, waits) = book
        .run(move |db| {
            let moves = store::transfers_of(db.view(), id).unwrap();
            (moves, store::waits_of(db.view(), id).unwrap())
        })
        .unwrap();
    assert!(moves.iter().all(|moved| moved.at == late), "{moves:?}");
    assert_eq!((waits[0].from, waits[0].until), (late, Some(late)));
    // What ended after a wait ends no sooner either.
    let code = receive_at(&book, now()).dossier.code;
    done(&book, &code, &Deed::AskPapers, OFFICER, late).unwrap();
    done(&book, &code, &Deed::Withdraw, OFFICER, early).unwrap();
    assert_eq!(shown(&book, &code).ended_at, Some(late));
    drop((book, wanted));
    office.is_sound();
}

#[test]
fn a_process_says_who_and_the_folder_comes_to_the_step() {
    let office = Office::new();
    let book = office.open();
    with_process(&book);
    let code = receive_at(&book, now()).dossier.code;
    let at = |hour| moment(2026, 11, 25, hour, 0);
    let way = |code: &str| {
        let code = code.to_owned();
        let work = move |db: &mut store::Db| {
            let dossier = show(db.view(), &code)?;
            let way = progress(db.view(), &dossier, at(17))?.unwrap();
            let usual = usual_holder(db.view(), &dossier, at(17))?;
            let here = way.steps.into_iter().find(|step| step.running);
            Ok::<_, DeskError>((here.map(|step| (step.step, step.holder)), usual.told()))
        };
        book.run(work).unwrap().unwrap()
    };
    assert_eq!(way(&code), (Some((1, OFFICER.to_owned())), "Tư pháp – hộ tịch".to_owned()));
    done(&book, &code, &Deed::HandOver(Hands::DESK), OFFICER, at(8)).unwrap();
    let (law, leader) = ("Tư pháp – hộ tịch".to_owned(), "Lãnh đạo UBND".to_owned());
    assert_eq!(way(&code), (Some((2, law.clone())), leader.clone()));
    // To a colleague of the same division: the step stays, who has it does not.
    done(&book, &code, &Deed::HandOver(division()), OFFICER, at(9)).unwrap();
    assert_eq!(way(&code), (Some((2, "Lê Văn An".to_owned())), leader.clone()));
    // Back at the desk it goes to where it stood.
    done(&book, &code, &Deed::TakeBack, OFFICER, at(10)).unwrap();
    assert_eq!(way(&code).1, law);
    done(&book, &code, &Deed::HandOver(Hands::DESK), OFFICER, at(11)).unwrap();
    assert_eq!(way(&code), (Some((2, law.clone())), leader.clone()));
    // To a division that is no step's: it stays at its own.
    done(&book, &code, &Deed::HandOver(hands("Địa chính", "")), OFFICER, at(13)).unwrap();
    assert_eq!(way(&code).0, Some((2, "Địa chính".to_owned())));
    // To the division of the next step: it comes there.
    done(&book, &code, &Deed::HandOver(hands("Lãnh đạo UBND", "")), OFFICER, at(14)).unwrap();
    assert_eq!(way(&code).0, Some((3, leader)));
    drop(book);
    office.is_sound();
}

#[test]
fn steps_of_whoever_has_the_first_one_are_at_the_desk() {
    let office = Office::new();
    let steps = ["--step", "Tiếp nhận; Bộ phận một cửa; 1", "--step", "Số hóa; BỘ PHẬN MỘT CỬA; 1"];
    let more = ["--step", "Thẩm tra; Tư pháp; 8", "--step", "Đóng dấu; Bộ phận một cửa; 1"];
    let set = ["procedures", "set-steps", "1.004884", "--name", "QT", "--effective", "2026-01-01"];
    let _ = office.run(set.into_iter().chain(steps).chain(more)).fine();
    let book = office.open();
    let [first, second] = <[String; 2]>::try_from(codes(&book, 2)).unwrap();
    done(&book, &first, &Deed::Next(""), OFFICER, now()).unwrap();
    assert!(shown(&book, &first).holder.is_desk(), "scanning is the desk's own work");
    done(&book, &first, &Deed::Next(""), OFFICER, now()).unwrap();
    assert_eq!(shown(&book, &first).holder, hands("Tư pháp", ""));
    done(&book, &first, &Deed::Next(""), OFFICER, now()).unwrap();
    assert!(shown(&book, &first).holder.is_desk(), "so is the stamp");
    // Handed over from the first step, it comes to the first that is not the desk's.
    done(&book, &second, &Deed::HandOver(Hands::DESK), OFFICER, now()).unwrap();
    assert_eq!(shown(&book, &second).holder, hands("Tư pháp", ""));
    drop(book);
    office.is_sound();
}

#[test]
fn a_control_sheet_tells_each_change_and_how_its_deadline_was_kept() {
    let office = Office::new();
    let book = office.open();
    with_process(&book);
    let code = receive_at(&book, now()).dossier.code;
    let at = |day, hour| moment(2026, 11, day, hour, 0);
    let go = |deed: &Deed, at| done(&book, &code, deed, OFFICER, at).unwrap();
    go(&Deed::Next(""), at(25, 8));
    go(&Deed::HandOver(division()), at(25, 9));
    go(&Deed::Next(""), at(26, 9));
    go(&Deed::Next("2"), at(27, 9));
    go(&Deed::Next("3"), moment(2026, 12, 1, 9, 0));
    go(&Deed::Finish, moment(2026, 12, 2, 9, 0));
    let wanted = code.clone();
    let lines = book
        .run(move |db| control_lines(db.view(), &show(db.view(), &wanted)?, at(30, 9)))
        .unwrap()
        .unwrap();
    let desk = "Trung tâm Phục vụ hành chính công";
    let told: Vec<_> = lines
        .iter()
        .map(|line| {
            (
                line.from_unit.as_str(),
                &*line.from_name,
                &*line.to_unit,
                &*line.to_name,
                line.verdict,
            )
        })
        .collect();
    let (law, leader) = ("Tư pháp – hộ tịch", "Lãnh đạo UBND");
    assert_eq!(
        told,
        [
            (desk, OFFICER, law, "", Some(Verdict::OnTime)),
            // From one colleague to the other: no step was left.
            (law, "", law, "Lê Văn An", None),
            (law, "Lê Văn An", leader, "", Some(Verdict::Early)),
            (leader, "", law, "", Some(Verdict::Early)),
            (law, "", leader, "", Some(Verdict::Late)),
            (leader, "", desk, OFFICER, Some(Verdict::Late)),
        ]
    );
    assert_eq!(lines[3].note, "Cần thẩm tra lại");
}

#[test]
fn a_list_moves_every_folder_or_none() {
    let office = Office::new();
    let book = office.open();
    let codes = codes(&book, 3);
    let [a, b, c] = [&*codes[0], &*codes[1], &*codes[2]];
    let out = |scans: &[(&str, bool)]| list(&book, HandoverKind::Out, &division(), scans);
    assert_eq!(invalid(&out(&[]).unwrap_err()), [(Field::DossierCode, Problem::Empty)]);
    let twice = out(&[(a, false), (b, false), (&a.to_lowercase(), false)]).unwrap_err();
    assert!(matches!(&twice, DeskError::ScannedTwice(code) if code == a), "{twice:?}");
    let unknown = out(&[(a, false), ("H50.031-261123-9999", false)]).unwrap_err();
    assert!(matches!(unknown, DeskError::NoDossier(_)), "{unknown:?}");
    let nowhere = list(&book, HandoverKind::Out, &Hands::DESK, &[(a, false)]).unwrap_err();
    assert_eq!(invalid(&nowhere), [(Field::Holder, Problem::Empty)]);
    assert!(codes.iter().all(|code| shown(&book, code).holder.is_desk()));

    let first = out(&[(a, false), (b, false)]).unwrap();
    assert_eq!((first.id, first.number, first.year, first.lines.len()), (1, 1, 2026, 2));
    assert_eq!((&first.other, first.lines[1].code.as_str()), (&division(), b));
    let wrong = out(&[(c, false), (a, false)]).unwrap_err();
    assert!(matches!(wrong, DeskError::AlreadyThere { .. }), "{wrong:?}");
    assert!(shown(&book, c).holder.is_desk(), "one wrong scan moves nothing");
    assert_eq!(out(&[(c, false)]).unwrap().number, 2, "the refused lists took no number");

    let back =
        |other: &Hands, scans: &[(&str, bool)]| list(&book, HandoverKind::Back, other, scans);
    let elsewhere = back(&hands("Địa chính", ""), &[(a, true)]).unwrap_err();
    assert!(
        matches!(&elsewhere, DeskError::WithOthers { holder, .. } if *holder == division()),
        "{elsewhere:?}"
    );
    let colleague = hands("Tư pháp – hộ tịch", "Người Mang");
    let came = back(&colleague, &[(a, true), (b, false)]).unwrap();
    assert_eq!((came.kind, came.number), (HandoverKind::Back, 3), "both ways in one run");
    assert_eq!(came.lines.iter().map(|line| line.result).collect::<Vec<_>>(), [true, false]);
    assert_eq!(shown(&book, a).status, Status::Finished);
    assert_eq!(shown(&book, b).status, Status::InProgress);
    let gone = back(&colleague, &[(b, false)]).unwrap_err();
    assert!(matches!(gone, DeskError::AtTheDesk(_)), "{gone:?}");
    drop(book);
    office.is_sound();
}

#[test]
fn the_post_takes_what_is_ready_for_it_and_brings_what_came_by_it() {
    let office = Office::new();
    let book = office.open();
    let (counter, posted) = (receive_at(&book, now()).dossier.code, by_post(&book));
    let post = hands("Bưu điện xã", "Phạm Văn Thử");
    let out = |code: &str| list(&book, HandoverKind::PostOut, &post, &[(code, false)]);
    let early = out(&posted).unwrap_err();
    assert!(matches!(early, DeskError::NotLawful { .. }), "{early:?}");
    for code in [&counter, &posted] {
        done(&book, code, &Deed::Finish, OFFICER, now()).unwrap();
    }
    let record = list(&book, HandoverKind::PostIn, &post, &[(&posted, false)]).unwrap();
    assert_eq!((record.kind, record.number), (HandoverKind::PostIn, 1));
    let twice = list(&book, HandoverKind::PostIn, &post, &[(&posted, false)]).unwrap_err();
    assert!(matches!(twice, DeskError::OnAnotherList { number: 1, .. }), "{twice:?}");
    let not = out(&counter).unwrap_err();
    assert!(matches!(not, DeskError::NotByPost(_)), "{not:?}");
    let not = list(&book, HandoverKind::PostIn, &post, &[(&counter, false)]).unwrap_err();
    assert!(matches!(not, DeskError::NotByPost(_)), "{not:?}");
    let scans = vec![Scan { code: posted.clone(), result: false, bill: " EA1VN ".to_owned() }];
    let new =
        NewList { kind: HandoverKind::PostOut, other: post.clone(), scans, note: String::new() };
    let made = book.run(move |db| make_list(db, &new, OFFICER, now())).unwrap().unwrap();
    assert_eq!((made.list.lines[0].bill.as_str(), made.list.lines[0].result), ("EA1VN", true));
    let (id, wanted) = (shown(&book, &posted).id, posted.clone());
    let given = book.run(move |db| store::hand_back_of(db.view(), id)).unwrap().unwrap().unwrap();
    assert_eq!(given.note, "EA1VN");
    assert_eq!(shown(&book, &wanted).status, Status::Returned);
    let late = list(&book, HandoverKind::PostIn, &post, &[(&posted, false)]).unwrap_err();
    assert!(matches!(late, DeskError::OnAnotherList { .. }), "{late:?}");
    let days = date(2026, 11, 23)..=date(2026, 11, 25);
    let (from, to) = days.into_inner();
    let lists = book.run(move |db| store::handovers_between(db.view(), from, to)).unwrap().unwrap();
    let mut ids: Vec<_> = lists.iter().map(|list| list.id).collect();
    ids.sort_unstable();
    assert_eq!(ids, [1, 2]);
    drop(book);
    office.is_sound();
}

#[test]
fn a_scan_is_looked_at_before_it_is_listed() {
    let office = Office::new();
    let book = office.open();
    let code = receive_at(&book, now()).dossier.code;
    let look = |kind, other: &Hands| {
        let (code, other) = (code.to_lowercase(), other.clone());
        book.run(move |db| look_at(db.view(), kind, &other, &code)).unwrap()
    };
    assert_eq!(look(HandoverKind::Out, &division()).unwrap().code, code);
    assert!(matches!(look(HandoverKind::Back, &division()), Err(DeskError::AtTheDesk(_))));
    done(&book, &code, &Deed::HandOver(division()), OFFICER, now()).unwrap();
    assert!(matches!(look(HandoverKind::Out, &division()), Err(DeskError::AlreadyThere { .. })));
    assert!(look(HandoverKind::Out, &hands("Địa chính", "")).is_ok());
    assert!(look(HandoverKind::Back, &Hands::DESK).is_ok());
    done(&book, &code, &Deed::Void, OFFICER, now()).unwrap();
    assert!(matches!(look(HandoverKind::Out, &division()), Err(DeskError::Voided { .. })));
    assert!(look(HandoverKind::Back, &division()).is_ok(), "its folder comes back all the same");
}

#[test]
fn trays_hold_what_is_at_the_desk() {
    let office = Office::new();
    let book = office.open();
    let [code, other] = <[String; 2]>::try_from(codes(&book, 2)).unwrap();
    let put = |tray: &str| {
        let (code, tray) = (code.clone(), tray.to_owned());
        book.run(move |db| motcua::desk::tray::put_in_tray(db, &code, &tray, OFFICER, now()))
            .unwrap()
    };
    assert_eq!(put(" khay-b2 ").unwrap().dossier.tray, "B2");
    assert_eq!(put("").unwrap().dossier.tray, "");
    for wrong in ["Khay số 1", "A_1", "ABCDEFGHIJKLMNOPQRSTU", "KHAY-", other.as_str()] {
        let error = put(wrong).unwrap_err();
        assert_eq!(invalid(&error), [(Field::Tray, Problem::NotUnderstood)], "{wrong}");
    }
    let _ = put("A1").unwrap();
    done(&book, &code, &Deed::HandOver(division()), OFFICER, now()).unwrap();
    assert_eq!(shown(&book, &code).tray, "", "it was taken from the shelf");
    let away = put("A1").unwrap_err();
    assert!(matches!(away, DeskError::WithOthers { .. }), "{away:?}");
    done(&book, &code, &Deed::Finish, OFFICER, now()).unwrap();
    let _ = put("A1").unwrap();
    done(&book, &code, &Deed::GiveBack, OFFICER, now()).unwrap();
    assert_eq!(shown(&book, &code).tray, "");
    let ended = put("A1").unwrap_err();
    assert!(matches!(ended, DeskError::Ended { .. }), "{ended:?}");
    done(&book, &other, &Deed::Tray("A1"), OFFICER, now()).unwrap();
    done(&book, &other, &Deed::Void, OFFICER, now()).unwrap();
    assert_eq!(shown(&book, &other).tray, "");
    drop(book);
    office.is_sound();
}

#[test]
fn the_board_counts_what_every_holder_has() {
    let office = Office::new();
    let book = office.open();
    let codes = codes(&book, 6);
    let at = moment(2026, 11, 25, 9, 0);
    let go = |place: usize, deed: &Deed| done(&book, &codes[place], deed, OFFICER, at).unwrap();
    for place in 0..3 {
        go(place, &Deed::HandOver(division()));
    }
    go(1, &Deed::AskPapers);
    go(3, &Deed::HandOver(hands("Địa chính", "")));
    go(4, &Deed::Finish);
    go(4, &Deed::Tray("B1"));
    let due = moment(2026, 12, 1, 14, 20);
    let board = |now| {
        let rows = book.run(move |db| store::board(db.view(), now)).unwrap().unwrap();
        let told = rows.into_iter().map(|row| {
            let counts = [row.dossiers, row.waiting, row.today, row.late, row.not_back];
            (row.holder.told(), counts)
        });
        told.collect::<Vec<_>>()
    };
    let (law, land) = (division().told(), "Địa chính".to_owned());
    let counts = |desk, law_counts, land_counts| {
        [(String::new(), desk), (law.clone(), law_counts), (land.clone(), land_counts)]
    };
    let mut expected = counts([1, 0, 0, 0, 0], [3, 1, 0, 0, 0], [1, 0, 0, 0, 0]);
    expected[1..].sort();
    assert_eq!(board(at), expected);
    let mut expected = counts([1, 0, 1, 0, 0], [3, 1, 2, 0, 3], [1, 0, 1, 0, 1]);
    expected[1..].sort();
    assert_eq!(board(moment(2026, 12, 1, 8, 0)), expected);
    let late = moment(2026, 12, 1, 14, 21);
    let mut expected = counts([1, 0, 0, 1, 0], [3, 1, 0, 2, 3], [1, 0, 0, 1, 1]);
    expected[1..].sort();
    assert_eq!(board(late), expected);

    let codes_of =
        |rows: Vec<store::HeldRow>| rows.into_iter().map(|row| row.code).collect::<Vec<_>>();
    let held = book.run(|db| store::held_by(db.view(), &division(), 9)).unwrap().unwrap();
    assert_eq!(codes_of(held), [&*codes[0], &codes[2], &codes[1]], "what waits stands last");
    let desk = book.run(|db| store::held_by(db.view(), &Hands::DESK, 9)).unwrap().unwrap();
    assert_eq!(codes_of(desk), [&*codes[5]], "results are no work any more");
    let today = |day| book.run(move |db| store::not_back(db.view(), day, 9)).unwrap().unwrap();
    assert_eq!(today(at.date()), []);
    assert_eq!(codes_of(today(date(2026, 11, 26))).len(), 4);
    let fetch = |day| {
        let both = move |db: &mut store::Db| {
            let rows = store::to_fetch(db.view(), day, 9)?;
            Ok::<_, store::StoreError>((rows, store::count_to_fetch(db.view(), day)?))
        };
        let (rows, count) = book.run(both).unwrap().unwrap();
        assert_eq!(i64::try_from(rows.len()).unwrap(), count);
        codes_of(rows)
    };
    assert!(fetch(date(2026, 11, 30)).is_empty(), "they lie there in their time");
    assert_eq!(fetch(due.date()), [&*codes[0], &codes[2], &codes[3]], "what waits is not due");
    go(2, &Deed::Withdraw);
    assert_eq!(fetch(date(2026, 11, 26)), [&*codes[2]], "its papers are the applicant's");
    let pick = |day| book.run(move |db| store::to_pick(db.view(), day)).unwrap().unwrap();
    assert_eq!(pick(date(2026, 11, 30)), []);
    let ready = pick(due.date());
    assert_eq!((ready.len(), ready[0].tray.as_str()), (1, "B1"));
    let known = book.run(|db| store::known_holders(db.view())).unwrap().unwrap();
    assert!(known.contains(&division()) && known.contains(&hands("Địa chính", "")), "{known:?}");
}

#[test]
fn nobody_is_offered_where_nobody_had_one() {
    let office = Office::new();
    let book = office.open();
    let code = receive_at(&book, now()).dossier.code;
    let usual = book
        .run(move |db| usual_holder(db.view(), &show(db.view(), &code)?, now()))
        .unwrap()
        .unwrap();
    assert!(usual.is_desk());
    let error = book
        .run(|db| hand_over(db, "H50.031-261123-0001", &Hands::DESK, OFFICER, now()).map(drop))
        .unwrap()
        .unwrap_err();
    assert_eq!(invalid(&error), [(Field::Holder, Problem::Empty)]);
}

#[test]
fn an_invented_office_has_its_folders_in_real_hands() {
    let office = Office::in_memory();
    let book = office.open();
    book.run(|db| generate(db, 3_000, 7, now())).unwrap().unwrap();
    let (board, away, ready) = book
        .run(|db| {
            let board = store::board(db.view(), now()).unwrap();
            let away = store::not_back(db.view(), now().date(), 5_000).unwrap();
            (board, away, store::to_pick(db.view(), date(2027, 6, 1)).unwrap())
        })
        .unwrap();
    let units: BTreeSet<&str> = board.iter().map(|row| row.holder.unit.as_str()).collect();
    let known = ["", "Phòng Kinh tế", "Phòng Văn hóa – Xã hội", "Văn phòng HĐND và UBND"];
    assert_eq!(units, BTreeSet::from(known));
    let desk = board.iter().find(|row| row.holder.is_desk()).unwrap();
    let all: i64 = board.iter().map(|row| row.dossiers).sum();
    assert!(desk.dossiers * 4 < all, "{} of {all} lie at the desk", desk.dossiers);
    assert!(board.iter().any(|row| row.late > 0) && board.iter().any(|row| row.waiting > 0));
    assert!(board.iter().any(|row| !row.holder.officer.is_empty()));
    assert!(!away.is_empty());
    let trays = ready.iter().filter(|row| !row.tray.is_empty()).count();
    assert!(trays > 0 && trays < ready.len(), "{trays} of {}", ready.len());
    let code = away[0].code.clone();
    let lines = book
        .run(move |db| control_lines(db.view(), &show(db.view(), &code)?, now()))
        .unwrap()
        .unwrap();
    assert_eq!(lines.len(), 1);
    assert!(!lines[0].from_name.is_empty(), "somebody handed it over");
    drop(book);
    office.is_sound();
}
