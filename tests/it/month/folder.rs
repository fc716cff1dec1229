//! A dossier of the month: what is to happen to it, day by day, and what its officers remember of it.

use std::collections::VecDeque;

use chrono::NaiveDate;
use fastrand::Rng;
use motcua::domain::time::OfficeTime;
use serde_json::Value;

/// Something that is to be done with a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Job {
    /// Goes on the next list to its division.
    HandOver,
    /// To its next step, or to its result.
    Next,
    Ask,
    Came,
    AskPayment,
    Paid,
    Branch,
    Correct,
    Apologise,
    Sign,
    /// Comes back on the next list, with its result.
    TakeBack,
    /// Comes back by itself, without one.
    TakeBackPlain,
    Finish,
    Tray,
    /// The citizen collects it, or the post takes it.
    Collect,
    Withdraw,
    Refuse,
    Stop,
    Void,
    /// Something done by mistake, and undone.
    WrongFinish,
    WrongAsk,
    WrongReturn,
    WrongHands,
}

/// Where a folder is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    Desk,
    /// A division, its officer, and the day since when.
    With(String, String, NaiveDate),
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Open,
    Ready,
    Returned,
    /// Withdrawn, refused, stopped or voided.
    Ended,
}

#[derive(Debug, Clone)]
pub(super) struct Folder {
    pub(super) code: String,
    pub(super) number: i64,
    pub(super) procedure: String,
    pub(super) applicant: String,
    pub(super) address: String,
    pub(super) phone: String,
    pub(super) received: OfficeTime,
    pub(super) due: Option<OfficeTime>,
    pub(super) returned: Option<OfficeTime>,
    /// What its register line says in place of a return, where it ended without a result.
    pub(super) ended: Option<String>,
    pub(super) collector: String,
    pub(super) by_post: bool,
    pub(super) came_by_post: bool,
    pub(super) void: Option<String>,
    pub(super) unit: usize,
    pub(super) place: Place,
    pub(super) state: State,
    pub(super) tray: String,
    pub(super) asked: usize,
    /// What is still to be done, each so many working days after the one before.
    pub(super) jobs: VecDeque<(u32, Job)>,
    /// From which day on the first of them is.
    pub(super) from: NaiveDate,
}

impl Folder {
    /// The moment of the promise in an answer.
    pub(super) fn due_of(answer: &Value) -> Option<OfficeTime> {
        answer["due_at"].as_str().map(|text| OfficeTime::parse(&text[..19]).unwrap())
    }

    /// Its line of the register.
    pub(super) fn line(&self, agency: &str) -> Vec<String> {
        let written = |at: OfficeTime| {
            format!("{} {}", at.date().format("%d/%m/%Y"), at.time().format("%H:%M"))
        };
        let procedure = match &self.void {
            Some(reason) => format!("Đã hủy: {reason} ({})", self.procedure),
            None => self.procedure.clone(),
        };
        vec![
            self.number.to_string(),
            self.code.clone(),
            procedure,
            self.applicant.clone(),
            format!("{}; {}", self.address, self.phone),
            agency.to_owned(),
            written(self.received),
            self.due.filter(|_| self.void.is_none()).map(written).unwrap_or_default(),
            self.ended.clone().or(self.returned.map(written)).unwrap_or_default(),
            if self.by_post { "Bưu chính" } else { "Trực tiếp" }.to_owned(),
            self.collector.clone(),
        ]
    }
}

/// What is to happen to a dossier that is promised for the same day.
pub(super) fn at_once(rng: &mut Rng) -> Vec<(u32, Job)> {
    match rng.u32(..100) {
        0..2 => vec![(0, Job::Void)],
        2..60 => vec![(0, Job::Collect)],
        60..64 => vec![(0, Job::WrongFinish), (0, Job::Finish), (0, Job::Collect)],
        _ => vec![(0, Job::Finish), (0, Job::Tray), (rng.u32(..2), Job::Collect)],
    }
}

/// What is to happen to a dossier that a division handles: mostly the plain way, sometimes another.
pub(super) fn handled(rng: &mut Rng, process: bool, branches: bool) -> Vec<(u32, Job)> {
    let result = |rng: &mut Rng| match process {
        true => vec![(0, Job::Next), (rng.u32(..2), Job::Sign), (0, Job::Next), (0, Job::Tray)],
        false => vec![(0, Job::Sign), (rng.u32(..2), Job::TakeBack), (0, Job::Tray)],
    };
    let mut jobs = vec![(0, Job::HandOver)];
    let plain = (rng.u32(..3), Job::WrongAsk);
    match rng.u32(..100) {
        0..2 => return vec![(0, Job::Void)],
        2..5 => {
            jobs = vec![(0, Job::Ask), (1 + rng.u32(..3), Job::Came), (0, Job::HandOver)];
        }
        5..14 => jobs.extend([(1, Job::Ask), (1 + rng.u32(..5), Job::Came), (1, Job::Correct)]),
        14..17 => jobs.extend([
            (1, Job::Ask),
            (2, Job::Came),
            (1, Job::Ask),
            (1 + rng.u32(..2), Job::Came),
        ]),
        17..19 => {
            return [jobs, vec![(1, Job::Ask), (15, Job::Stop), (0, Job::TakeBackPlain)]].concat();
        }
        19..24 => jobs.extend([(1, Job::AskPayment), (1 + rng.u32(..4), Job::Paid)]),
        24..27 => return [jobs, vec![(1, Job::Withdraw), (1, Job::TakeBackPlain)]].concat(),
        27..30 => return [jobs, vec![(1, Job::Refuse), (1, Job::TakeBackPlain)]].concat(),
        30..36 => jobs.extend([(0, Job::Apologise), (6 + rng.u32(..3), Job::Correct)]),
        36..39 => jobs.push((9, Job::Correct)),
        39..50 if branches => jobs.push((1, Job::Branch)),
        42..46 => jobs.extend([(0, Job::WrongHands), plain]),
        46..48 => jobs.extend([plain, (1, Job::TakeBackPlain), (0, Job::HandOver)]),
        _ => jobs.push((rng.u32(..2), Job::Correct)),
    }
    jobs.extend(result(rng));
    match rng.u32(..30) {
        0 => jobs.push((0, Job::WrongReturn)),
        // Nobody comes for it.
        1 => return jobs,
        _ => {}
    }
    jobs.push((rng.u32(..4), Job::Collect));
    jobs
}
