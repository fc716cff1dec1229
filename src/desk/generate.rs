//! A synthetic office: as many invented dossiers as asked for, the same ones for the same seed, and
//! handled as a busy desk would have.

mod hands;
mod life;

use chrono::{Days, NaiveTime, TimeDelta};
use fastrand::Rng;
use serde_json::json;

use self::hands::Folder;
use self::life::standing;
use super::error::DeskError;
use super::receive::{Receipt, Rules, enter, promised};
use crate::domain::applicant::{Applicant, ApplicantKind, BirthDate, Sex};
use crate::domain::collection::{Collection, SlipState};
use crate::domain::dossier::{Channel, LimitChoice, NewDossier, ReturnBy, Terms};
use crate::domain::identity::Identity;
use crate::domain::limit::Limit;
use crate::domain::paper::RequiredPaper;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::domain::waiting::{Wait, WaitKind};
use crate::store::{self, Act, Cause, Db, Stamp, StoredProcedure, Tx};

/// Dossiers a busy commune receives on a working day.
const A_DAY: u32 = 120;

/// Dossiers written in one transaction.
const BATCH: usize = 40_000;

const SURNAMES: [&str; 16] = [
    "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Lê", "Phạm", "Hồ", "Hồ", "Hoàng", "Phan", "Vũ", "Đặng",
    "Bùi", "Đỗ", "Dương", "Lý",
];
const MIDDLE_FEMALE: [&str; 8] = ["Thị", "Thị", "Thị", "Ngọc", "Thuỳ", "Kim", "Bảo", "Diệu"];
const MIDDLE_MALE: [&str; 8] = ["Văn", "Văn", "Văn", "Đức", "Quang", "Hữu", "Minh", "Công"];
const GIVEN_FEMALE: [&str; 24] = [
    "Hương",
    "Lan",
    "Hoa",
    "Mai",
    "Đượm",
    "Thuý",
    "Hằng",
    "Nga",
    "Phượng",
    "Yến",
    "Liễu",
    "Nguyệt",
    "Oanh",
    "Quyên",
    "Sương",
    "Trang",
    "Tuyết",
    "Uyên",
    "Vân",
    "Xuân",
    "Ánh",
    "Bích",
    "Cúc",
    "Điệp",
];
const GIVEN_MALE: [&str; 24] = [
    "Hùng",
    "Dũng",
    "Tuấn",
    "Sơn",
    "Hải",
    "Lâm",
    "Đạt",
    "Phúc",
    "Quý",
    "Thắng",
    "Trường",
    "Vinh",
    "An",
    "Bình",
    "Chiến",
    "Định",
    "Giang",
    "Hiếu",
    "Khánh",
    "Lợi",
    "Nghĩa",
    "Phong",
    "Sáng",
    "Tiến",
];
const HAMLETS: [&str; 8] =
    ["Ruộng", "Phú An", "Xa Rúc", "Khe Hiên", "Kreng", "Pa Loang", "Hà Bạc", "Ra Lu"];
const PREFIXES: [&str; 12] =
    ["032", "035", "038", "070", "077", "081", "086", "090", "091", "094", "097", "098"];

/// Writes `count` invented dossiers, received on the working days up to `now`.
///
/// # Errors
/// [`DeskError::NoOffice`], [`DeskError::Store`]. Whole batches written before stay in the book.
pub fn generate(db: &mut Db, count: u32, seed: u64, now: OfficeTime) -> Result<(), DeskError> {
    let rules = Rules::load(db.view())?;
    let procedures: Vec<StoredProcedure> = store::current_procedures(db.view(), now.date())?
        .into_iter()
        .filter(|version| !version.procedure.abolished)
        .collect();
    if procedures.is_empty() {
        return Err(DeskError::NoOffice);
    }
    let moments = moments(count, now, &rules);
    let maker = Maker { rng: Rng::with_seed(seed), procedures: &procedures };
    // A die of its own, so that the same seed gives the same people whatever becomes of their folders.
    let hands = Rng::with_seed(seed ^ 0x0068_616E_6473);
    let mut office = Lived { maker, hands, rules: &rules, now };
    for batch in moments.chunks(BATCH) {
        let stamp = Stamp { act: Act::Receive, actor: OFFICERS[0].to_owned(), at: now };
        let ((), _) = db.transact(stamp, |tx| {
            batch.iter().try_for_each(|received_at| office.live(tx, *received_at))
        })?;
    }
    Ok(store::tidy_search_wholly(db)?)
}

/// Who works at the invented desk.
const OFFICERS: [&str; 4] = ["Cán bộ Mẫu", "Trần Thị Mẫu", "Lê Văn Mẫu", "Hồ Thị Mẫu"];

/// The invented office's divisions, with words of the fields each handles and who works there; the last
/// one handles what is left.
const DIVISIONS: [(&str, &[&str], &[&str]); 3] = [
    (
        "Văn phòng HĐND và UBND",
        &["Hộ tịch", "Chứng thực", "Nuôi con nuôi", "khiếu nại", "tố cáo", "đơn thư", "công dân"],
        &["Phan Văn Mẫu", "Võ Thị Mẫu", "Lý Thị Mẫu"],
    ),
    (
        "Phòng Kinh tế",
        &["Hợp tác xã", "ây dựng", "Tài nguyên", "Công sản", "kinh doanh", "Phí"],
        &["Đặng Văn Mẫu", "Bùi Thị Mẫu"],
    ),
    ("Phòng Văn hóa – Xã hội", &[], &["Ngô Văn Mẫu", "Đỗ Thị Mẫu"]),
];

/// What the invented desk asks for.
const MISSING: &str = "Bổ sung bản sao giấy tờ còn thiếu";

/// Why invented citizens withdraw.
const WITHDRAWN_BECAUSE: &str = "Công dân rút hồ sơ theo nguyện vọng";

/// An office with a past.
struct Lived<'a> {
    maker: Maker<'a>,
    /// Decides where folders go.
    hands: Rng,
    rules: &'a Rules,
    now: OfficeTime,
}

impl Lived<'_> {
    /// Receives a dossier and does with it what was done until now, each step with its journal row.
    fn live(&mut self, tx: &Tx<'_>, received_at: OfficeTime) -> Result<(), DeskError> {
        let (version, new) = self.maker.dossier(received_at);
        let promised = promised(self.rules, &version.procedure, &new, received_at)?;
        let due = &promised.due;
        let standing = standing(&mut self.maker.rng, self.rules, received_at, due, self.now);
        let officer = self.maker.word(&OFFICERS);
        let receipt = Receipt { officer, at: received_at, promised: &promised, standing };
        let numbered = enter(tx, self.rules, version, &new, &receipt)?;
        let note = |act, at, detail| {
            let stamp = Stamp { act, actor: officer.to_owned(), at };
            tx.record_stamped(&stamp, &numbered.code, &detail)
        };
        note(Act::Receive, received_at, receipt.detail(version))?;
        if let Some(at) = standing.finished_at {
            note(Act::Finish, at, json!({ "on_time": due.at.map(|due| at <= due) }))?;
        }
        let field = &version.procedure.field;
        let folder =
            Folder { id: numbered.id, code: &numbered.code, field, received: received_at, officer };
        let asked = match (standing.status, standing.finished_at) {
            (Status::InProgress | Status::AwaitingPapers, _) => {
                folder.hand_over(tx, &mut self.hands, self.rules, self.now.to_minute())?.0
            }
            (Status::Finished, Some(ready)) => {
                let (_, to) = folder.hand_over(tx, &mut self.hands, self.rules, ready)?;
                folder.bring_back(tx, &mut self.hands, to, ready)?;
                ready
            }
            _ => received_at,
        };
        match (standing.status, standing.ended_at) {
            (Status::Withdrawn, Some(at)) => {
                store::set_end_reason(tx, numbered.id, WITHDRAWN_BECAUSE)?;
                note(Act::Withdraw, at, json!({}))?;
            }
            (Status::AwaitingPapers, _) => {
                let (kind, back_to) = (WaitKind::Papers, Status::InProgress);
                let reason = MISSING.to_owned();
                let wait = Wait { kind, from: asked, until: None, reason, back_to };
                store::begin_wait(tx, numbered.id, &wait)?;
                store::suspend_promise(tx, numbered.id, Cause::Papers, MISSING)?;
                note(Act::AskPapers, asked, json!({ "asked_before": 0, "due_at": due.at }))?;
            }
            _ => {}
        }
        if let (Status::Returned, Some(at)) = (standing.status, standing.ended_at) {
            store::put_hand_back(tx, numbered.id, &Collection::default(), officer, at)?;
            let slip = SlipState::Returned;
            note(Act::Return, at, json!({ "authorised": false, "slip": slip }))?;
        }
        Ok(())
    }
}

/// The moments of receipt, oldest first: from early today back over as many working days as it takes.
fn moments(count: u32, now: OfficeTime, rules: &Rules) -> Vec<OfficeTime> {
    let mut moments = Vec::new();
    let mut day = now.date();
    while moments.len() < count as usize {
        if rules.is_working(day) {
            let hours = (0..A_DAY).rev().map(|place| OfficeTime::new(day, hour(place)));
            moments.extend(hours.filter(|moment| *moment <= now));
        }
        day = day - Days::new(1);
    }
    moments.truncate(count as usize);
    moments.reverse();
    moments
}

/// The hour of a day's dossier: half of them in the morning, half in the afternoon.
fn hour(place: u32) -> NaiveTime {
    let half = A_DAY / 2;
    let (hour, minute) = if place < half { (7, 30) } else { (13, 30) };
    let opening = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    opening + TimeDelta::minutes(i64::from(place % half * 3))
}

/// Makes up dossiers.
struct Maker<'a> {
    rng: Rng,
    procedures: &'a [StoredProcedure],
}

impl<'a> Maker<'a> {
    fn pick<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        self.rng.choice(list.iter()).copied()
    }

    fn word(&mut self, list: &[&'static str]) -> &'static str {
        self.pick(list).unwrap_or_default()
    }

    fn dossier(&mut self, received_at: OfficeTime) -> (&'a StoredProcedure, NewDossier) {
        // A few procedures make most of the work of a real desk.
        let index = self.rng.usize(..self.procedures.len());
        let index = if self.rng.u8(..10) < 8 { index % 12 } else { index };
        let version = &self.procedures[index.min(self.procedures.len() - 1)];
        let procedure = &version.procedure;
        let limit = if procedure.limits.is_empty() {
            LimitChoice::Given(Limit::WorkingDays(self.rng.u32(1..=15)))
        } else {
            LimitChoice::Branch(0)
        };
        let new = NewDossier {
            procedure: procedure.code.clone(),
            subject: String::new(),
            applicant: self.applicant(received_at),
            principal: None,
            papers: procedure
                .papers
                .iter()
                .filter(|paper| !paper.is_heading())
                .take(4)
                .map(RequiredPaper::brought)
                .collect(),
            sets: 1,
            limit,
            terms: Terms::default(),
            channel: self
                .pick(&[Channel::Counter, Channel::Counter, Channel::Online, Channel::Post])
                .unwrap_or_default(),
            return_by: self.pick(&[ReturnBy::Counter, ReturnBy::Post]).unwrap_or_default(),
            note: String::new(),
        };
        (version, new)
    }

    fn applicant(&mut self, received_at: OfficeTime) -> Applicant {
        let female = self.rng.bool();
        let (middle, given) =
            if female { (MIDDLE_FEMALE, GIVEN_FEMALE) } else { (MIDDLE_MALE, GIVEN_MALE) };
        let surname = self.word(&SURNAMES);
        let mut name = format!("{surname} {}", self.word(&middle));
        if self.rng.u8(..4) == 0 {
            name = format!("{name} {}", self.word(&given));
        }
        name = format!("{name} {}", self.word(&given));
        let age = Days::new(self.rng.u64(18 * 365..80 * 365));
        let birth = received_at.date() - age;
        let year = chrono::Datelike::year(&birth);
        let century = u32::from(year >= 2000) * 2 + u32::from(female);
        let number =
            format!("045{century}{:02}{:06}", year.rem_euclid(100), self.rng.u32(..1_000_000));
        let hamlet = self.word(&HAMLETS);
        Applicant {
            kind: ApplicantKind::Person {
                identity: Some(Identity::Citizen(number)),
                birth: Some(BirthDate::Day(birth)),
                sex: Some(if female { Sex::Female } else { Sex::Male }),
            },
            name,
            address: format!("Thôn {hamlet}, xã Hướng Hiệp, tỉnh Quảng Trị"),
            phone: format!("{}{:07}", self.word(&PREFIXES), self.rng.u32(..10_000_000)),
            email: String::new(),
        }
    }
}
