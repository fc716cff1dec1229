//! Office hours as an officer types them: a week, seasons, reception besides, and what they become.

use chrono::{Datelike, NaiveDate, Weekday};

use super::day_form::{hour, read_hour};
use crate::domain::calendar::{
    Calendar, CalendarError, MonthDay, OfficeHours, Season, Session, Week,
};
use crate::domain::line::required_line;
use crate::domain::time::parse_date;

/// The longest name of a season, in characters.
const LONGEST_NAME: usize = 40;

/// A week as typed: the sessions of each weekday, Monday first, `07:30-11:30, 13:30-17:00`.
pub type WeekForm = [String; 7];

/// Which week of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The week outside every season.
    Week,
    /// The week of a season, by its place.
    Season(usize),
    /// When dossiers are only received.
    Reception,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HoursField {
    /// The first day of these hours.
    From,
    /// The sessions of a weekday.
    Day(Part, Weekday),
    /// A season's name.
    SeasonName(usize),
    /// A season's first day.
    SeasonFrom(usize),
    /// A season's last day.
    SeasonUntil(usize),
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HoursProblem {
    /// Not a day that exists.
    NotADay,
    /// Not sessions as they are written.
    NotSessions,
    /// Sessions that overlap or do not follow each other.
    Order,
    /// A whole week without one session.
    NoOpenDay,
    /// A name that is missing or too long.
    NotAName,
    /// A day the office works anyhow: nothing is received "besides" on it.
    WorksAnyhow,
}

/// A season, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SeasonForm {
    /// Its name.
    pub name: String,
    /// Its first day: `15/04`.
    pub from: String,
    /// Its last day: `15/10`.
    pub until: String,
    /// Its week.
    pub week: WeekForm,
}

/// The form, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HoursForm {
    /// The first day of these hours: `01/01/2027`.
    pub from: String,
    /// The week outside every season.
    pub week: WeekForm,
    /// Seasons.
    pub seasons: Vec<SeasonForm>,
    /// When dossiers are only received, on weekdays that are weekly rest.
    pub reception: WeekForm,
}

impl HoursForm {
    /// The form as it stands for known hours.
    #[must_use]
    pub fn of(hours: &OfficeHours) -> Self {
        let season = |season: &Season| SeasonForm {
            name: season.name.clone(),
            from: month_day(season.from),
            until: month_day(season.until),
            week: typed_week(&season.week),
        };
        Self {
            from: hours.in_force_from.format("%d/%m/%Y").to_string(),
            week: typed_week(&hours.week),
            seasons: hours.seasons.iter().map(season).collect(),
            reception: typed_week(&hours.reception),
        }
    }

    /// The week of a part, for reading.
    #[must_use]
    pub fn week(&self, part: Part) -> Option<&WeekForm> {
        match part {
            Part::Week => Some(&self.week),
            Part::Season(place) => self.seasons.get(place).map(|season| &season.week),
            Part::Reception => Some(&self.reception),
        }
    }

    /// The week of a part, for writing.
    #[must_use]
    pub fn week_mut(&mut self, part: Part) -> Option<&mut WeekForm> {
        match part {
            Part::Week => Some(&mut self.week),
            Part::Season(place) => self.seasons.get_mut(place).map(|season| &mut season.week),
            Part::Reception => Some(&mut self.reception),
        }
    }

    /// The hours it tells of.
    ///
    /// # Errors
    /// Every field that cannot be accepted, with what is wrong with it.
    pub fn check(&self) -> Result<OfficeHours, Vec<(HoursField, HoursProblem)>> {
        let mut wrong = Vec::new();
        let from = parse_date(&self.from);
        if from.is_none() {
            wrong.push((HoursField::From, HoursProblem::NotADay));
        }
        let week = read_week(&self.week, Part::Week, &mut wrong);
        let seasons = (0..)
            .zip(&self.seasons)
            .map(|(place, season)| read_season(season, place, &mut wrong))
            .collect();
        let reception = read_week(&self.reception, Part::Reception, &mut wrong);
        let hours =
            OfficeHours { in_force_from: from.unwrap_or_default(), week, seasons, reception };
        for (weekday, both) in weekdays().zip(hours.reception.iter().zip(&hours.week)) {
            if !both.0.is_empty() && !both.1.is_empty() {
                let field = HoursField::Day(Part::Reception, weekday);
                wrong.push((field, HoursProblem::WorksAnyhow));
            }
        }
        if wrong.is_empty()
            && let Err(error) = Calendar::new(vec![hours.clone()], Vec::new())
        {
            wrong.push(fault(&error));
        }
        if wrong.is_empty() { Ok(hours) } else { Err(wrong) }
    }
}

/// Where a fault shows that only the calendar finds.
fn fault(error: &CalendarError) -> (HoursField, HoursProblem) {
    match error {
        CalendarError::SessionOrder { weekday, .. } => {
            (HoursField::Day(Part::Week, *weekday), HoursProblem::Order)
        }
        CalendarError::BadSession { weekday, .. } => {
            (HoursField::Day(Part::Week, *weekday), HoursProblem::NotSessions)
        }
        CalendarError::BadSeason(_) => (HoursField::SeasonFrom(0), HoursProblem::NotADay),
        _ => (HoursField::From, HoursProblem::NoOpenDay),
    }
}

fn read_season(
    typed: &SeasonForm,
    place: usize,
    wrong: &mut Vec<(HoursField, HoursProblem)>,
) -> Season {
    let name = required_line(&typed.name, LONGEST_NAME).unwrap_or_default();
    if name.is_empty() {
        wrong.push((HoursField::SeasonName(place), HoursProblem::NotAName));
    }
    let mut day = |field, typed: &str| {
        let day = read_month_day(typed);
        if day.is_none() {
            wrong.push((field, HoursProblem::NotADay));
        }
        day.unwrap_or(MonthDay { month: 1, day: 1 })
    };
    let from = day(HoursField::SeasonFrom(place), &typed.from);
    let until = day(HoursField::SeasonUntil(place), &typed.until);
    Season { name, from, until, week: read_week(&typed.week, Part::Season(place), wrong) }
}

fn read_week(typed: &WeekForm, part: Part, wrong: &mut Vec<(HoursField, HoursProblem)>) -> Week {
    let before = wrong.len();
    let mut week = Week::default();
    for (weekday, (typed, sessions)) in weekdays().zip(typed.iter().zip(&mut week)) {
        match read_sessions(typed) {
            Ok(read) => *sessions = read,
            Err(problem) => wrong.push((HoursField::Day(part, weekday), problem)),
        }
    }
    let closed = week.iter().all(Vec::is_empty);
    if closed && part != Part::Reception && wrong.len() == before {
        wrong.push((HoursField::Day(part, Weekday::Mon), HoursProblem::NoOpenDay));
    }
    week
}

/// Sessions as typed: `07:30-11:30, 13:30-17:00`; nothing typed is no session.
fn read_sessions(typed: &str) -> Result<Vec<Session>, HoursProblem> {
    let plain = typed.replace(['–', '—'], "-").replace(" -", "-").replace("- ", "-");
    let parts = plain.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty());
    let mut sessions: Vec<Session> = Vec::new();
    for part in parts {
        let (opens, closes) = part.split_once('-').ok_or(HoursProblem::NotSessions)?;
        let read = |text| read_hour(text).ok_or(HoursProblem::NotSessions);
        let session = Session { opens: read(opens)?, closes: read(closes)? };
        let after = sessions.last().is_none_or(|last| last.closes <= session.opens);
        if session.opens >= session.closes || !after {
            return Err(HoursProblem::Order);
        }
        sessions.push(session);
    }
    Ok(sessions)
}

/// `15/04`, the day of any year.
fn read_month_day(typed: &str) -> Option<MonthDay> {
    let (day, month) = typed.trim().split_once(['/', '-', '.'])?;
    let read = MonthDay { month: month.trim().parse().ok()?, day: day.trim().parse().ok()? };
    read.exists().then_some(read)
}

fn typed_week(week: &Week) -> WeekForm {
    std::array::from_fn(|weekday| {
        let sessions = week.get(weekday).map_or(&[][..], Vec::as_slice);
        let one = |session: &Session| format!("{}-{}", hour(session.opens), hour(session.closes));
        sessions.iter().map(one).collect::<Vec<_>>().join(", ")
    })
}

fn month_day(day: MonthDay) -> String {
    format!("{:02}/{:02}", day.day, day.month)
}

/// The weekdays, Monday first.
fn weekdays() -> impl Iterator<Item = Weekday> {
    let monday = NaiveDate::default().week(Weekday::Mon).first_day();
    monday.iter_days().take(7).map(|date| date.weekday())
}
