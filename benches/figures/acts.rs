//! Every act of a dossier's life on a large book, beside the machine's own fsync; and who has what.

use std::time::{Duration, Instant};

use motcua::desk::DeskError;
use motcua::desk::end::{refuse, stop, withdraw};
use motcua::desk::extend::extend;
use motcua::desk::finish::finish;
use motcua::desk::give_back::{Collection, give_back};
use motcua::desk::guide::guide;
use motcua::desk::hand_over::{hand_over, take_back, usual_holder};
use motcua::desk::handover_list::{NewList, Scan, look_at, make_list};
use motcua::desk::receive::{receive, show};
use motcua::desk::sign::{Signed, sign_result};
use motcua::desk::tray::put_in_tray;
use motcua::desk::undo::undo;
use motcua::desk::void::void;
use motcua::desk::waiting::{Demand, ask_for_papers, demand_payment, paid, papers_came};
use motcua::domain::handover::HandoverKind;
use motcua::domain::hands::Hands;
use motcua::domain::intake::{Intake, Party};
use motcua::domain::time::OfficeTime;
use motcua::store::{self, Db};

use super::{Office, fsync, line, median, ms, now, p95, row, timed};

const OFFICER: &str = "Cán bộ Mẫu";

/// How many dossiers each act is done to.
const TIMES: usize = 60;

fn division() -> Hands {
    Hands { unit: "Phòng Kinh tế".to_owned(), officer: "Đặng Văn Mẫu".to_owned() }
}

/// Does `act` to each of the dossiers, each in a transaction that is on disk before it answers.
fn acted(
    office: &Office,
    codes: &[String],
    act: impl Fn(&mut Db, &str) -> Result<(), DeskError> + Clone + Send + 'static,
) -> Vec<Duration> {
    let times = codes.iter().map(|code| {
        let (act, code) = (act.clone(), code.clone());
        let start = Instant::now();
        office.book.run(move |db| act(db, &code)).unwrap().unwrap();
        start.elapsed()
    });
    times.collect()
}

fn received(office: &Office, count: usize) -> Vec<String> {
    let new = office.sample();
    let receive = || {
        let new = new.clone();
        let done = office.book.run(move |db| receive(db, &new, None, OFFICER, now())).unwrap();
        done.unwrap().dossier.code
    };
    (0..count).map(|_| receive()).collect()
}

/// One act of every kind after the other, beside an fsync that is measured in the same breath.
pub(super) fn acts(office: &Office) {
    let at = OfficeTime::parse("2026-11-25T09:00").unwrap();
    let until = OfficeTime::parse("2026-12-09T09:00").unwrap();
    let codes = received(office, 6 * TIMES);
    let parts: Vec<&[String]> = codes.chunks(TIMES).collect();
    let mut worst = 0.0_f64;
    let mut told = |name: &str, times: &[Duration]| {
        let disk = fsync(office.folder.path());
        let above = ms(p95(times)) - ms(median(&disk));
        worst = worst.max(above);
        row(&format!("{name}, ms"), &format!("{:.3}", ms(median(times))), Some(ms(p95(times))), "");
    };
    told(
        "hand over",
        &acted(office, parts[0], move |db, code| {
            hand_over(db, code, &division(), OFFICER, at).map(drop)
        }),
    );
    told(
        "ask for papers",
        &acted(office, parts[0], move |db, code| {
            let demand = Demand { items: "Tờ khai\nẢnh", reason: "Còn thiếu" };
            ask_for_papers(db, code, demand, OFFICER, at).map(drop)
        }),
    );
    told(
        "undo",
        &acted(office, parts[0], move |db, code| undo(db, code, "Bấm nhầm", OFFICER, at).map(drop)),
    );
    let _ = acted(office, parts[0], move |db, code| {
        ask_for_papers(db, code, "Tờ khai", OFFICER, at).map(drop)
    });
    told(
        "papers came",
        &acted(office, parts[0], move |db, code| {
            papers_came(db, code, None, OFFICER, at).map(drop)
        }),
    );
    told(
        "ask for a payment",
        &acted(office, parts[0], move |db, code| {
            demand_payment(db, code, "TB 12", OFFICER, at).map(drop)
        }),
    );
    told("paid", &acted(office, parts[0], move |db, code| paid(db, code, OFFICER, at).map(drop)));
    told(
        "put off with an apology",
        &acted(office, parts[0], move |db, code| {
            extend(db, code, until, "Chờ xác minh", OFFICER, at).map(drop)
        }),
    );
    told(
        "sign a result",
        &acted(office, parts[0], move |db, code| {
            let signed = Signed { number: "15/2026", on: at.date(), signer: "Trần Văn Mẫu" };
            sign_result(db, code, signed, OFFICER, at).map(drop)
        }),
    );
    told(
        "finish",
        &acted(office, parts[0], move |db, code| finish(db, code, OFFICER, at).map(drop)),
    );
    told(
        "put in a tray",
        &acted(office, parts[0], move |db, code| {
            put_in_tray(db, code, "A1", OFFICER, at).map(drop)
        }),
    );
    told(
        "give back",
        &acted(office, parts[0], move |db, code| {
            give_back(db, code, &Collection::default(), OFFICER, at).map(drop)
        }),
    );
    told(
        "withdraw",
        &acted(office, parts[1], move |db, code| {
            withdraw(db, code, "Đổi ý", OFFICER, at).map(drop)
        }),
    );
    told(
        "void",
        &acted(office, parts[2], move |db, code| {
            void(db, code, "Nhận trùng", OFFICER, at).map(drop)
        }),
    );
    let _ = acted(office, parts[3], move |db, code| {
        hand_over(db, code, &division(), OFFICER, at).map(drop)
    });
    told(
        "take back",
        &acted(office, parts[3], move |db, code| take_back(db, code, OFFICER, at).map(drop)),
    );
    told(
        "refuse",
        &acted(office, &parts[3][..TIMES / 2], move |db, code| {
            refuse(db, code, "Không đủ điều kiện", OFFICER, at).map(drop)
        }),
    );
    told(
        "stop",
        &acted(office, &parts[3][TIMES / 2..], move |db, code| {
            stop(db, code, "Quá hạn bổ sung", OFFICER, at).map(drop)
        }),
    );
    told(
        "guide",
        &acted(office, parts[4], move |db, _| {
            let form = Intake {
                procedure: "1.004884".to_owned(),
                applicant: Party { name: "Lê Văn Mẫu".to_owned(), ..Party::default() },
                ..Intake::default()
            };
            guide(db, &form, Demand::from("Tờ khai"), OFFICER, at).map(drop)
        }),
    );
    row("any act above fsync, at most (p95), ms", &format!("{worst:.2}"), None, "<= 20");
    let lists: Vec<String> = parts[4].chunks(20).map(|codes| codes.join(" ")).collect();
    line(
        "a list of 20 folders, ms",
        &acted(office, &lists, move |db, codes| {
            let scan = |code: &str| Scan { code: code.to_owned(), ..Scan::default() };
            let scans = codes.split(' ').map(scan).collect();
            let kind = HandoverKind::Out;
            let new = NewList { kind, other: division(), scans, note: String::new() };
            make_list(db, &new, OFFICER, at).map(drop)
        }),
        "",
    );
    hands(office, &parts[5][0]);
}

/// Who has what, and what a dossier's own page asks for.
fn hands(office: &Office, code: &str) {
    let code = code.to_owned();
    let read = |name: &str, work: &dyn Fn() -> Vec<Duration>| line(name, &work(), "<= 10");
    read("the board, ms", &|| timed(office, |db| drop(store::board(db.view(), now()).unwrap())));
    read("what a division has, ms", &|| {
        timed(office, |db| drop(store::held_by(db.view(), &division(), 200).unwrap()))
    });
    read("what the desk has, ms", &|| {
        timed(office, |db| drop(store::held_by(db.view(), &Hands::DESK, 200).unwrap()))
    });
    read("what has not come back, ms", &|| {
        timed(office, |db| drop(store::not_back(db.view(), now().date(), 200).unwrap()))
    });
    read("what to pick from the shelves, ms", &|| {
        timed(office, |db| drop(store::to_pick(db.view(), now().date()).unwrap()))
    });
    read("who is offered, ms", &|| {
        timed(office, |db| drop(store::known_holders(db.view()).unwrap()))
    });
    let wanted = code.clone();
    read("who a dossier usually goes to, ms", &|| {
        let wanted = wanted.clone();
        timed(office, move |db| {
            let dossier = show(db.view(), &wanted).unwrap();
            drop(usual_holder(db.view(), &dossier, now()).unwrap());
        })
    });
    read("a scan looked at, ms", &|| {
        let code = code.clone();
        timed(office, move |db| {
            drop(look_at(db.view(), HandoverKind::Out, &division(), &code).unwrap());
        })
    });
    read("what can be undone, ms", &|| {
        timed(office, |db| drop(store::undo_point(db.view(), 199_999, now()).unwrap()))
    });
}
