//! Signed results, voided numbers, guidance before a dossier, a year's register that is closed.

use motcua::desk::DeskError;
use motcua::desk::close_year::close_year;
use motcua::desk::guide::{Told, guide, refuse_unreceived};
use motcua::desk::print::print_slip;
use motcua::desk::receive::{receive, show};
use motcua::desk::sign::{Signed, sign_result};
use motcua::desk::waiting::Demand;
use motcua::domain::intake::{Intake, Party};
use motcua::domain::invalid::{Field, Problem};
use motcua::domain::notice::{Notice, NoticeKind};
use motcua::domain::status::Status;
use motcua::domain::time::OfficeTime;
use motcua::store::{self, Book};

use super::deeds::{Deed, OFFICER, division, done};
use crate::store::{dossier, person, receive_at};
use crate::support::{Office, PROCEDURE, date, moment, now};

fn invalid(error: &DeskError) -> Vec<(Field, Problem)> {
    match error {
        DeskError::Invalid(list) => {
            list.iter().map(|wrong| (wrong.field, wrong.problem.clone())).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_result_is_signed_once_and_ends_every_other_way() {
    let office = Office::new();
    let book = office.open();
    let code = receive_at(&book, now()).dossier.code;
    let at = moment(2026, 11, 25, 9, 0);
    let sign = |number: &'static str, on, signer: &'static str| {
        let code = code.clone();
        let signed = Signed { number, on, signer };
        book.run(move |db| sign_result(db, &code, signed, OFFICER, at).map(drop)).unwrap()
    };
    let wrong = sign(" ", date(2026, 11, 26), "1").unwrap_err();
    assert_eq!(
        invalid(&wrong),
        [
            (Field::ResultNumber, Problem::Empty),
            (Field::SignedOn, Problem::InFuture),
            (Field::Signer, Problem::NotAName),
        ]
    );
    let before = sign("1", date(2026, 11, 22), "Trần Văn Mẫu").unwrap_err();
    assert_eq!(invalid(&before), [(Field::SignedOn, Problem::TooLongAgo)]);
    done(&book, &code, &Deed::HandOver(division()), OFFICER, at).unwrap();
    sign("15/2026/GKS", date(2026, 11, 24), " Trần  Văn Mẫu ").unwrap();
    let again = sign("16", date(2026, 11, 24), "Trần Văn Mẫu").unwrap_err();
    assert!(
        matches!(&again, DeskError::AlreadySigned { number, .. } if number == "15/2026/GKS"),
        "{again:?}"
    );
    for deed in
        [Deed::Withdraw, Deed::Stop, Deed::Refuse, Deed::Void, Deed::AskPapers, Deed::AskPayment]
    {
        let error = done(&book, &code, &deed, OFFICER, at).unwrap_err();
        assert!(matches!(error, DeskError::HasResult { .. }), "{deed:?}: {error:?}");
    }
    for deed in [Deed::Finish, Deed::GiveBack] {
        done(&book, &code, &deed, OFFICER, at).unwrap();
    }
    let result = book
        .run(move |db| store::result_of(db.view(), show(db.view(), &code).unwrap().id))
        .unwrap()
        .unwrap()
        .unwrap();
    assert_eq!((result.signer.as_str(), result.signed_on), ("Trần Văn Mẫu", date(2026, 11, 24)));
    drop(book);
    office.is_sound();
}

#[test]
fn what_cannot_have_a_result_is_not_signed() {
    let office = Office::new();
    let book = office.open();
    for deed in [Deed::AskPapers, Deed::Withdraw, Deed::Void, Deed::GiveBack] {
        let code = receive_at(&book, now()).dossier.code;
        done(&book, &code, &deed, OFFICER, now()).unwrap();
        let error = done(&book, &code, &Deed::Sign, OFFICER, now()).unwrap_err();
        assert!(
            matches!(error, DeskError::NotLawful { .. } | DeskError::Voided { .. }),
            "{deed:?}: {error:?}"
        );
    }
}

#[test]
fn a_voided_number_stays_and_is_done_with() {
    let office = Office::new();
    let book = office.open();
    let first = receive_at(&book, now()).dossier;
    done(&book, &first.code, &Deed::Void, OFFICER, now()).unwrap();
    let second = receive_at(&book, now()).dossier;
    assert_eq!((first.number, second.number), (1, 2), "no number is given twice");
    let wanted = first.code.clone();
    let voided = book.run(move |db| show(db.view(), &wanted)).unwrap().unwrap();
    assert_eq!(
        (voided.status, voided.voided_because.as_deref()),
        (Status::Stopped, Some("Nhận trùng"))
    );
    let until = moment(2026, 12, 9, 9, 0);
    for deed in [
        Deed::HandOver(division()),
        Deed::Next(""),
        Deed::AskPapers,
        Deed::PapersCame,
        Deed::AskPayment,
        Deed::Paid,
        Deed::Extend(until),
        Deed::Stop,
        Deed::Withdraw,
        Deed::Refuse,
        Deed::Void,
        Deed::Sign,
        Deed::Finish,
        Deed::GiveBack,
        Deed::Tray("A1"),
        Deed::OutList(division()),
        Deed::PostOut,
        Deed::PostIn,
    ] {
        let error = done(&book, &first.code, &deed, OFFICER, now()).unwrap_err();
        assert!(matches!(error, DeskError::Voided { .. }), "{deed:?}: {error:?}");
    }
    let file = office.file("slip.pdf");
    let slip = print_slip(&book, &voided, &file, None, None, OFFICER, now()).unwrap_err();
    assert!(matches!(slip, DeskError::Voided { .. }), "{slip:?}");
    assert!(!file.exists());
    done(&book, &first.code, &Deed::Undo, OFFICER, now()).unwrap();
    let wanted = first.code.clone();
    assert_eq!(book.run(move |db| show(db.view(), &wanted)).unwrap().unwrap(), first);
    // What is ready or gone has a number that counts.
    for deed in [Deed::Finish, Deed::GiveBack, Deed::Withdraw] {
        let code = receive_at(&book, now()).dossier.code;
        done(&book, &code, &deed, OFFICER, now()).unwrap();
        let error = done(&book, &code, &Deed::Void, OFFICER, now()).unwrap_err();
        assert!(matches!(error, DeskError::MayNotVoid { .. }), "{deed:?}: {error:?}");
    }
    drop(book);
    office.is_sound();
}

fn form(procedure: &str, name: &str) -> Intake {
    Intake {
        procedure: procedure.to_owned(),
        applicant: Party {
            name: name.to_owned(),
            // Not right yet, and no hindrance.
            identity: "04518".to_owned(),
            phone: "12".to_owned(),
            ..Party::default()
        },
        ..Intake::default()
    }
}

fn guided(book: &Book, form: Intake, items: &'static str) -> Result<Notice, DeskError> {
    let demand = Demand { items, reason: "Chưa đủ" };
    let told = book.run(move |db| guide(db, &form, demand, OFFICER, now())).unwrap();
    told.map(|Told { notice, changed }| {
        assert!(changed.dossiers);
        notice
    })
}

#[test]
fn who_has_no_dossier_is_guided_and_refused_on_numbered_papers() {
    let office = Office::new();
    let book = office.open();
    let first = guided(&book, form(PROCEDURE, "Lê Văn Thiếu"), "Tờ khai\n\nẢnh 4x6").unwrap();
    assert_eq!(
        (first.kind, first.number, first.code.as_deref()),
        (NoticeKind::Supplement, 1, None)
    );
    assert_eq!(first.content.items, ["Tờ khai", "Ảnh 4x6"]);
    let told = first.content.addressee.unwrap();
    assert_eq!((told.name.as_str(), told.identity.as_str()), ("Lê Văn Thiếu", "04518"));
    assert_eq!(
        (&*told.procedure, &*told.subject),
        ("Đăng ký lại khai sinh", "Đăng ký lại khai sinh")
    );
    // A dossier's own demand goes on with the same numbers.
    let code = receive_at(&book, now()).dossier.code;
    done(&book, &code, &Deed::AskPapers, OFFICER, now()).unwrap();
    assert_eq!(guided(&book, form(PROCEDURE, "Lê Văn Ba"), "Ảnh").unwrap().number, 3);
    let refused = |reason: &'static str, at: OfficeTime| {
        let form = form(PROCEDURE, "Lê Văn Sai");
        book.run(move |db| refuse_unreceived(db, &form, reason, OFFICER, at)).unwrap()
    };
    assert_eq!(invalid(&refused(" ", now()).unwrap_err()), [(Field::Reason, Problem::Empty)]);
    assert_eq!(refused("Sai nơi nộp", now()).unwrap().notice.number, 1);
    let next_year = refused("Sai nơi nộp", moment(2027, 1, 4, 9, 0)).unwrap().notice;
    assert_eq!((next_year.year, next_year.number), (2027, 1), "each year begins anew");
    for (wrong, field) in [
        (guided(&book, form("9.999999", "Lê Văn Tư"), "Ảnh"), Field::Procedure),
        (guided(&book, form(PROCEDURE, " "), "Ảnh"), Field::Name),
        (guided(&book, form(PROCEDURE, "Lê Văn Tư"), " \n "), Field::Demand),
    ] {
        assert_eq!(invalid(&wrong.unwrap_err())[0].0, field);
    }
    let listed = book.run(|db| store::notices_without_dossier(db.view(), 2)).unwrap().unwrap();
    let kinds: Vec<_> = listed.iter().map(|notice| (notice.kind, notice.year)).collect();
    assert_eq!(kinds, [(NoticeKind::Refusal, 2027), (NoticeKind::Refusal, 2026)]);
    drop(book);
    office.is_sound();
}

#[test]
fn a_closed_register_takes_nothing_more() {
    let office = Office::new();
    let book = office.open();
    let _ = receive_at(&book, now());
    let close =
        |year, at| book.run(move |db| close_year(db, year, OFFICER, at).map(|it| it.0)).unwrap();
    let early = close(2026, moment(2026, 12, 30, 16, 0)).unwrap_err();
    assert!(matches!(early, DeskError::YearNotOver(2026)), "{early:?}");
    let closed = close(2026, moment(2026, 12, 31, 17, 0)).unwrap();
    assert_eq!((closed.year, closed.dossiers), (2026, 1));
    let twice = close(2026, moment(2027, 1, 4, 9, 0)).unwrap_err();
    assert!(matches!(twice, DeskError::RegisterClosed(2026)), "{twice:?}");
    let late = book
        .run(|db| {
            let new = dossier(person("Hồ Thị Mẫu", ""));
            receive(db, &new, None, OFFICER, moment(2026, 12, 31, 16, 30)).map(drop)
        })
        .unwrap()
        .unwrap_err();
    assert!(matches!(late, DeskError::RegisterClosed(2026)), "{late:?}");
    let next = receive_at(&book, moment(2027, 1, 4, 9, 0)).dossier;
    assert_eq!(next.number, 1);
    // What was received before goes on to its end.
    done(&book, "H50.031-261123-0001", &Deed::GiveBack, OFFICER, moment(2027, 1, 4, 9, 0)).unwrap();
    drop(book);
    office.is_sound();
}
