//! A synthetic office: as many invented dossiers as asked for, the same ones for the same seed.

use chrono::{Days, NaiveTime, TimeDelta};
use fastrand::Rng;

use super::error::DeskError;
use super::receive::{Rules, enter};
use crate::domain::applicant::{Applicant, ApplicantKind, BirthDate, Sex};
use crate::domain::dossier::{Channel, LimitChoice, NewDossier, ReturnBy};
use crate::domain::identity::Identity;
use crate::domain::limit::Limit;
use crate::domain::paper::RequiredPaper;
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Db, Stamp, StoredProcedure};

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
    let mut maker = Maker { rng: Rng::with_seed(seed), procedures: &procedures };
    for batch in moments.chunks(BATCH) {
        let stamp = Stamp { act: Act::Receive, actor: OFFICER.to_owned(), at: now };
        let ((), _) = db.transact(stamp, |tx| {
            for received_at in batch {
                let (version, new) = maker.dossier(*received_at);
                let _ = enter(tx, &rules, version, &new, *received_at)?;
            }
            Ok::<_, DeskError>(())
        })?;
    }
    Ok(())
}

/// Who receives the invented dossiers.
const OFFICER: &str = "Cán bộ Mẫu";

/// The moments of receipt, oldest first: spread over the working days before `now`.
fn moments(count: u32, now: OfficeTime, rules: &Rules) -> Vec<OfficeTime> {
    let mut days = Vec::new();
    let mut day = now.date();
    while (days.len() as u64) < u64::from(count.div_ceil(A_DAY)) {
        day = day - Days::new(1);
        if rules.is_working(day) {
            days.push(day);
        }
    }
    days.reverse();
    let opening = NaiveTime::from_hms_opt(7, 30, 0).unwrap_or_default();
    (0..count)
        .map(|index| {
            let day = days.get((index / A_DAY) as usize).copied().unwrap_or(now.date());
            let minute = TimeDelta::minutes(i64::from(index % A_DAY * 2));
            OfficeTime::new(day, opening + minute)
        })
        .collect()
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
