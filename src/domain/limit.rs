//! Time limits of procedures and their branches.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveTime;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::invalid::Problem;
use super::time::{OfficeTime, parse_moment};

/// The longest limit the desk accepts, in days of its own kind or in working hours.
pub const LONGEST: u32 = 999;

const AGREED: &str = "agreed";

/// How long the office may take. Its short form, `5d`, is used in files, JSON and commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Working days; the day of receipt is not counted. Short form `5d`.
    WorkingDays(u32),
    /// Half working days, an odd number: `5` is two days and a half. The whole days are counted as
    /// working days, the half is the next session that opens. Short form `2.5d`.
    HalfDays(u32),
    /// Calendar days; an end on a day off moves to the next working day (Civil Code, art. 148).
    /// Short form `10cd`.
    CalendarDays(u32),
    /// Working hours, counted from the moment of receipt. Short form `4h`.
    WorkingHours(u32),
    /// The day of receipt, or the next working day when received after 15:00
    /// (Decree 23/2015/NĐ-CP art. 7; Law on Civil Status art. 5.3). Short form `0d`.
    SameDay,
    /// As the office and the applicant agree: the moment, once it is agreed. Short form `agreed`, or
    /// `agreed:2026-12-05T10:00`.
    Agreed(Option<OfficeTime>),
    /// No limit is set: nothing is promised. Short form `none`.
    None,
}

impl Limit {
    /// A same-day dossier received after this hour is due on the next working day.
    #[must_use]
    pub fn same_day_until() -> NaiveTime {
        NaiveTime::from_hms_opt(15, 0, 0).unwrap_or_default()
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WorkingDays(days) => write!(f, "{days}d"),
            Self::HalfDays(halves) => {
                write!(f, "{}{}d", halves / 2, if halves % 2 == 0 { "" } else { ".5" })
            }
            Self::CalendarDays(days) => write!(f, "{days}cd"),
            Self::WorkingHours(hours) => write!(f, "{hours}h"),
            Self::SameDay => f.write_str("0d"),
            Self::Agreed(None) => f.write_str(AGREED),
            Self::Agreed(Some(at)) => {
                write!(f, "{AGREED}:{}T{}", at.date(), at.time().format("%H:%M"))
            }
            Self::None => f.write_str("none"),
        }
    }
}

impl FromStr for Limit {
    type Err = Problem;

    /// Reads the short form: `5d`, `2.5d`, `10cd`, `4h`, `0d`, `agreed`, `none`.
    fn from_str(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if let Some(moment) = text.strip_prefix(AGREED).and_then(|rest| rest.strip_prefix(':')) {
            let at = parse_moment(moment).ok_or(Problem::NotUnderstood)?;
            return Ok(Self::Agreed(Some(at.to_minute())));
        }
        let text = text.to_ascii_lowercase();
        match text.as_str() {
            "none" => return Ok(Self::None),
            AGREED => return Ok(Self::Agreed(None)),
            _ => {}
        }
        if let Some(days) = text.strip_suffix(".5d").or_else(|| text.strip_suffix(",5d")) {
            let out_of_range = Problem::OutOfRange { min: 1, max: LONGEST };
            let days: u32 = days.parse().map_err(|_| Problem::NotUnderstood)?;
            return if days < LONGEST {
                Ok(Self::HalfDays(days * 2 + 1))
            } else {
                Err(out_of_range)
            };
        }
        let digits = text.chars().take_while(char::is_ascii_digit).count();
        let (number, unit) = text.split_at(digits);
        if number.is_empty() {
            return Err(if text.is_empty() { Problem::Empty } else { Problem::NotUnderstood });
        }
        let out_of_range = Problem::OutOfRange { min: 1, max: LONGEST };
        let count: u32 = number.parse().map_err(|_| out_of_range.clone())?;
        if count > LONGEST || (count == 0 && unit != "d") {
            return Err(out_of_range);
        }
        match unit {
            "d" if count == 0 => Ok(Self::SameDay),
            "d" => Ok(Self::WorkingDays(count)),
            "cd" => Ok(Self::CalendarDays(count)),
            "h" => Ok(Self::WorkingHours(count)),
            _ => Err(Problem::NotUnderstood),
        }
    }
}

impl Serialize for Limit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| de::Error::custom("not a time limit"))
    }
}

/// One way a procedure's limit can run, for instance "25 days if verification is needed".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitBranch {
    /// When this branch applies, in the words of the procedure; empty for the ordinary case.
    pub when: String,
    /// How long the office then has.
    pub limit: Limit,
}
