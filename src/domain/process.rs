//! A procedure's own process (ISO 9001): its steps, who does each, and how long each may take.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::fold::fold;
use super::invalid::Problem;
use super::line::required_line;

/// The most steps a process may have.
pub const MOST_STEPS: usize = 60;

/// The most characters of a step's name, and of who does it.
pub const LONGEST_STEP: usize = 200;

/// The most characters of a process's own number.
pub const LONGEST_NAME: usize = 100;

/// The longest step, in hours.
pub const LONGEST_HOURS: u32 = 8_000;

/// Decimals that are read of a number of hours.
const DECIMALS: usize = 6;

/// A step of a process.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProcessStep {
    /// What is done: *Thẩm tra hồ sơ*.
    pub name: String,
    /// Who does it, as the process says: *Công chức Tư pháp – hộ tịch*.
    pub who: String,
    /// How long it may take, in minutes of the process. `None` where no time is counted, as for the
    /// return of the result.
    pub minutes: Option<u32>,
}

/// One version of a procedure's process. A dossier keeps the version in force on its day of receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Process {
    /// Its own number in the office's quality system: `QT-HT-07`.
    pub name: String,
    /// The procedure's national code, without a province's suffix.
    pub base_code: String,
    /// Its steps, in order; never empty, and at least one of them has a time.
    pub steps: Vec<ProcessStep>,
    /// First day in force.
    pub in_force_from: NaiveDate,
}

/// The place, from 0, of the step that hands the result over: the last one, where no time is counted
/// for it. A dossier that stands there is finished.
#[must_use]
pub fn return_step(steps: &[ProcessStep]) -> Option<usize> {
    let (last, before) = steps.split_last()?;
    (last.minutes.is_none() && !before.is_empty()).then_some(before.len())
}

/// The step that `wanted` names, from 0: by its number from 1, by its name, or by the beginning of
/// its name where that fits one step alone; marks and capitals do not matter.
#[must_use]
pub fn named_step(steps: &[ProcessStep], wanted: &str) -> Option<usize> {
    if let Ok(number) = wanted.trim().parse::<usize>() {
        return number.checked_sub(1).filter(|place| *place < steps.len());
    }
    let wanted = fold(wanted);
    if wanted.is_empty() {
        return None;
    }
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut found = steps.iter().enumerate().filter(|(_, step)| fits(&fold(&step.name)));
        let place = found.next().map(|(place, _)| place)?;
        found.next().is_none().then_some(place)
    };
    only(&|name| name == wanted).or_else(|| only(&|name| name.starts_with(&wanted)))
}

/// A part of a step as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepPart {
    /// Its name.
    Name,
    /// Who does it.
    Who,
    /// How long it may take.
    Hours,
}

/// What is wrong with the steps of a process.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StepsFault {
    /// A part of a line that cannot be accepted.
    #[error("line {line}, {part:?}: {problem:?}")]
    Part {
        /// The line, from 1.
        line: usize,
        /// The part.
        part: StepPart,
        /// Why.
        problem: Problem,
    },
    /// A line that has not three parts.
    #[error("line {line}: {found} parts")]
    Parts {
        /// The line, from 1.
        line: usize,
        /// How many parts it has.
        found: usize,
    },
    /// No step at all.
    #[error("no steps")]
    Empty,
    /// More than [`MOST_STEPS`].
    #[error("too many steps")]
    TooMany,
    /// No step with a time: there is nothing to split a promise by.
    #[error("no step has a time")]
    NoTime,
}

/// Reads steps as an officer types them: a line a step, `name; who; hours`, blank lines passed over.
/// A line pasted from a spreadsheet has tabs for the semicolons. The hours are read by
/// [`parse_minutes`].
///
/// # Errors
/// Every fault there is, each with its line.
pub fn parse_steps(text: &str) -> Result<Vec<ProcessStep>, Vec<StepsFault>> {
    let (mut steps, mut faults) = (Vec::new(), Vec::new());
    for (line, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
        match parse_line(line, text) {
            Ok(step) => steps.push(step),
            Err(of_line) => faults.extend(of_line),
        }
    }
    if faults.is_empty() {
        faults.extend(fault_of(&steps));
    }
    if faults.is_empty() { Ok(steps) } else { Err(faults) }
}

/// What is wrong with well-formed steps as a whole.
#[must_use]
pub fn fault_of(steps: &[ProcessStep]) -> Option<StepsFault> {
    if steps.is_empty() {
        Some(StepsFault::Empty)
    } else if steps.len() > MOST_STEPS {
        Some(StepsFault::TooMany)
    } else if steps.iter().all(|step| step.minutes.is_none()) {
        Some(StepsFault::NoTime)
    } else {
        None
    }
}

fn parse_line(line: usize, text: &str) -> Result<ProcessStep, Vec<StepsFault>> {
    let sign = if text.contains(';') { ';' } else { '\t' };
    let mut parts: Vec<&str> = text.split(sign).collect();
    // A semicolon at the end closes the line.
    if parts.len() > 3 && parts.last().is_some_and(|part| part.trim().is_empty()) {
        let _ = parts.pop();
    }
    let [name, who, hours] = parts.as_slice() else {
        return Err(vec![StepsFault::Parts { line, found: parts.len() }]);
    };
    let wrong = |part| move |problem| StepsFault::Part { line, part, problem };
    let name = required_line(name, LONGEST_STEP).map_err(wrong(StepPart::Name));
    let who = required_line(who, LONGEST_STEP).map_err(wrong(StepPart::Who));
    let minutes = if hours.trim().is_empty() { Err(Problem::Empty) } else { parse_minutes(hours) };
    match (name, who, minutes.map_err(wrong(StepPart::Hours))) {
        (Ok(name), Ok(who), Ok(minutes)) => Ok(ProcessStep { name, who, minutes }),
        (name, who, minutes) => {
            Err([name.err(), who.err(), minutes.err()].into_iter().flatten().collect())
        }
    }
}

/// Reads the time of a step: hours, with a comma or a point before the decimals (`0,5`, `20`), or with
/// its unit (`4 giờ`, `30 phút`, `0,25 ngày`; a day is eight hours, as processes count: 40 hours are
/// five days). Nothing, a dash, nought and *không tính thời gian* mean that no time is counted.
///
/// # Errors
/// [`Problem::NotUnderstood`]; [`Problem::OutOfRange`] for less than a minute and for more than
/// [`LONGEST_HOURS`].
pub fn parse_minutes(text: &str) -> Result<Option<u32>, Problem> {
    let text = text.trim();
    let no_time = ["khong", "khong tinh", "khong tinh thoi gian"].contains(&fold(text).as_str());
    if no_time || matches!(text, "" | "-" | "–" | "—") {
        return Ok(None);
    }
    let end = text.find(|sign: char| !sign.is_ascii_digit() && sign != ',' && sign != '.');
    let (number, unit) = text.split_at(end.unwrap_or(text.len()));
    let unit: u64 = match fold(unit).as_str() {
        "" if unit.trim().is_empty() => 60,
        "h" | "g" | "gio" | "gio lam viec" => 60,
        "ngay" | "ngay lam viec" => 480,
        "p" | "ph" | "phut" => 1,
        _ => return Err(Problem::NotUnderstood),
    };
    let (whole, decimals) = number.split_once([',', '.']).unwrap_or((number, ""));
    if whole.is_empty() || decimals.contains([',', '.']) {
        return Err(Problem::NotUnderstood);
    }
    let range = Problem::OutOfRange { min: 1, max: LONGEST_HOURS };
    let decimals = decimals.get(..DECIMALS).unwrap_or(decimals);
    let scale = 10_u64.pow(u32::try_from(decimals.len()).unwrap_or_default());
    let (Ok(amount), 0..=9) = (format!("{whole}{decimals}").parse::<u64>(), whole.len()) else {
        return Err(range);
    };
    if amount == 0 {
        return Ok(None);
    }
    let minutes = (amount * unit * 2 + scale) / (scale * 2);
    let most = u64::from(LONGEST_HOURS) * 60;
    match u32::try_from(minutes) {
        Ok(minutes) if (1..=most).contains(&u64::from(minutes)) => Ok(Some(minutes)),
        _ => Err(range),
    }
}
