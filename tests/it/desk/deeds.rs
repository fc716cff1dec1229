//! Everything that may be done to a dossier, as values: what the tests of undoing and of roles go through.

use motcua::desk::DeskError;
use motcua::desk::end::{refuse, stop, withdraw};
use motcua::desk::extend::extend;
use motcua::desk::finish::finish;
use motcua::desk::give_back::{Collection, give_back};
use motcua::desk::hand_over::{hand_over, take_back};
use motcua::desk::handover_list::{NewList, Scan, make_list};
use motcua::desk::next_step::{Move, next_step};
use motcua::desk::process::{ProcessForm, set_process};
use motcua::desk::sign::{Signed, sign_result};
use motcua::desk::tray::put_in_tray;
use motcua::desk::undo::undo;
use motcua::desk::void::void;
use motcua::desk::waiting::{Demand, ask_for_papers, demand_payment, paid, papers_came};
use motcua::domain::handover::HandoverKind;
use motcua::domain::hands::Hands;
use motcua::domain::time::OfficeTime;
use motcua::store::{Book, Db};

use crate::support::{Office, PROCEDURE, date, now};

/// Who does it, where it does not matter who.
pub(crate) const OFFICER: &str = "Cán bộ Mẫu";

/// What the steps of the samples' process are.
pub(crate) const STEPS: &str = "Tiếp nhận; Bộ phận Một cửa; 4
Thẩm tra; Tư pháp – hộ tịch; 28
Ký duyệt; Lãnh đạo UBND; 8
Trả kết quả; Bộ phận Một cửa; không tính thời gian";

/// Something that is done to one dossier.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Deed {
    HandOver(Hands),
    TakeBack,
    Next(&'static str),
    AskPapers,
    PapersCame,
    AskPayment,
    Paid,
    Extend(OfficeTime),
    Stop,
    Withdraw,
    Refuse,
    Void,
    Sign,
    Finish,
    GiveBack,
    Tray(&'static str),
    OutList(Hands),
    BackList { result: bool },
    PostOut,
    PostIn,
    Undo,
}

impl Deed {
    /// Does it by `officer` at `at`.
    pub(crate) fn done(
        &self,
        db: &mut Db,
        code: &str,
        officer: &str,
        at: OfficeTime,
    ) -> Result<(), DeskError> {
        let list = |db: &mut Db, kind, other: &Hands, result| {
            let (code, bill) = (code.to_owned(), "EA123456789VN".to_owned());
            let scans = vec![Scan { code, result, bill }];
            let new = NewList { kind, other: other.clone(), scans, note: String::new() };
            make_list(db, &new, officer, at).map(drop)
        };
        match self {
            Self::HandOver(to) => hand_over(db, code, to, officer, at).map(drop),
            Self::TakeBack => take_back(db, code, officer, at).map(drop),
            Self::Next(to) => {
                let (to, reason) = ((*to).to_owned(), "Cần thẩm tra lại".to_owned());
                next_step(db, code, &Move { to, holder: String::new(), reason }, officer, at)
                    .map(drop)
            }
            Self::AskPapers => {
                let demand =
                    Demand { items: "Tờ khai\nBản sao căn cước", reason: "Còn thiếu" };
                ask_for_papers(db, code, demand, officer, at).map(drop)
            }
            Self::PapersCame => papers_came(db, code, None, officer, at).map(drop),
            Self::AskPayment => demand_payment(db, code, "TB 12/TB-CT", officer, at).map(drop),
            Self::Paid => paid(db, code, officer, at).map(drop),
            Self::Extend(until) => extend(db, code, *until, "Chờ xác minh", officer, at).map(drop),
            Self::Stop => stop(db, code, "Quá hạn bổ sung", officer, at).map(drop),
            Self::Withdraw => withdraw(db, code, "Đổi ý", officer, at).map(drop),
            Self::Refuse => refuse(db, code, "Không đủ điều kiện", officer, at).map(drop),
            Self::Void => void(db, code, "Nhận trùng", officer, at).map(drop),
            Self::Sign => {
                let signer = "Trần Văn Mẫu";
                let signed = Signed { number: "15/2026/GKS", on: at.date(), signer };
                sign_result(db, code, signed, officer, at).map(drop)
            }
            Self::Finish => finish(db, code, officer, at).map(drop),
            Self::GiveBack => give_back(db, code, &Collection::default(), officer, at).map(drop),
            Self::Tray(tray) => put_in_tray(db, code, tray, officer, at).map(drop),
            Self::OutList(to) => list(db, HandoverKind::Out, to, false),
            Self::BackList { result } => list(db, HandoverKind::Back, &Hands::DESK, *result),
            Self::PostOut => list(db, HandoverKind::PostOut, &postman(), true),
            Self::PostIn => list(db, HandoverKind::PostIn, &postman(), false),
            Self::Undo => undo(db, code, "Bấm nhầm", officer, at).map(drop),
        }
    }
}

fn postman() -> Hands {
    hands("Bưu điện xã", "Phạm Văn Thử")
}

pub(crate) fn hands(unit: &str, officer: &str) -> Hands {
    Hands { unit: unit.to_owned(), officer: officer.to_owned() }
}

/// The division that handles the samples, and its officer.
pub(crate) fn division() -> Hands {
    hands("Tư pháp – hộ tịch", "Lê Văn An")
}

/// Does a deed to a dossier of `book`.
pub(crate) fn done(
    book: &Book,
    code: &str,
    deed: &Deed,
    officer: &str,
    at: OfficeTime,
) -> Result<(), DeskError> {
    let (code, deed, officer) = (code.to_owned(), deed.clone(), officer.to_owned());
    book.run(move |db| deed.done(db, &code, &officer, at)).unwrap()
}

/// Gives the samples' procedure its process.
pub(crate) fn with_process(book: &Book) {
    let form = ProcessForm {
        procedure: PROCEDURE.to_owned(),
        name: "QT-HT-07".to_owned(),
        steps: STEPS.to_owned(),
        in_force_from: date(2026, 1, 1),
    };
    let set = book.run(move |db| set_process(db, &form, OFFICER, now())).unwrap().unwrap();
    assert!(set.added);
}

/// Everything the book holds of the dossiers as they stand, a line a row: what an undo must put back.
/// What is kept of undone acts is left out, and so are the journal and the counters.
pub(crate) fn dump(office: &Office) -> Vec<String> {
    let raw = office.raw();
    let mut lines = Vec::new();
    for (table, which) in [
        ("dossier", ""),
        ("dossier_paper", ""),
        ("wait", ""),
        ("past_promise", ""),
        ("dossier_step", ""),
        ("transfer", ""),
        ("result", ""),
        ("hand_back", ""),
        ("correction", ""),
        ("printed_form", ""),
        ("notice", "WHERE undone = 0"),
        ("handover_line", "WHERE undone = 0"),
    ] {
        let mut statement =
            raw.prepare(&format!("SELECT * FROM {table} {which} ORDER BY 1, 2")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<String> = (0..columns)
                .map(|column| {
                    format!("{:?}", row.get::<_, rusqlite::types::Value>(column).unwrap())
                })
                .collect();
            lines.push(format!("{table}: {}", values.join(" ")));
        }
    }
    lines
}
