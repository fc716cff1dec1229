//! What a day is, as the year shows it: a kind with its colour and its sign.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::{Calendar, DayKind, Origin, Session, SpecialDay};
use crate::domain::fold::fold;
use crate::ui::theme::Tone;

/// What kind of day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Mark {
    /// An ordinary working day.
    #[default]
    Working,
    /// Weekly rest.
    Rest,
    /// Weekly rest on which dossiers are received.
    Reception,
    /// Off by law.
    Holiday,
    /// Off because a holiday fell on weekly rest.
    Compensation,
    /// Off because another day is worked.
    SwapOff,
    /// Worked instead of another day.
    SwapWorked,
    /// The office is closed.
    Closed,
    /// The office is closed for a part of the day.
    PartlyClosed,
}

impl Mark {
    /// Every kind that stands in the legend.
    pub(super) const TOLD: [Self; 8] = [
        Self::Holiday,
        Self::Compensation,
        Self::SwapOff,
        Self::SwapWorked,
        Self::Closed,
        Self::PartlyClosed,
        Self::Reception,
        Self::Rest,
    ];

    /// What `date` is in `calendar`.
    pub(super) fn of(calendar: &Calendar, date: NaiveDate) -> Self {
        let Some(day) = calendar.special_day(date) else {
            return match () {
                () if calendar.is_working(date) => Self::Working,
                () if !calendar.reception(date).is_empty() => Self::Reception,
                () => Self::Rest,
            };
        };
        match day.kind {
            DayKind::Work => Self::SwapWorked,
            DayKind::Closed(_) if calendar.is_working(date) => Self::PartlyClosed,
            DayKind::Closed(_) => Self::Closed,
            DayKind::Off => Self::off(day),
        }
    }

    /// What kind of day off it is: the notices tell compensated and swapped days by their names alone.
    fn off(day: &SpecialDay) -> Self {
        let name = fold(&day.name);
        match () {
            () if day.origin == Origin::Office => Self::Closed,
            () if name.contains("nghi bu") => Self::Compensation,
            () if name.contains("hoan doi") => Self::SwapOff,
            () => Self::Holiday,
        }
    }

    /// The colours it is told in.
    pub(super) fn tone(self) -> Tone {
        match self {
            Self::Working | Self::Rest | Self::Closed | Self::PartlyClosed => Tone::Plain,
            Self::Reception => Tone::Accent,
            Self::Holiday => Tone::Bad,
            Self::Compensation | Self::SwapOff => Tone::Warn,
            Self::SwapWorked => Tone::Good,
        }
    }
}

/// A day as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Cell {
    pub(super) mark: Mark,
    /// Whether only the afternoon is closed, where a part of the day is.
    pub(super) afternoon: bool,
    /// Whether no notice says so yet.
    pub(super) estimate: bool,
    /// Whether it is changed but not written.
    pub(super) pending: bool,
    /// Whether the form that is being filled in tells of it.
    pub(super) meant: bool,
    pub(super) chosen: bool,
    pub(super) today: bool,
}

impl Cell {
    /// How `date` looks in `calendar`, whoever stands on it.
    pub(super) fn of(calendar: &Calendar, date: NaiveDate) -> Self {
        let day = calendar.special_day(date);
        let closed: Option<Session> = day.and_then(|day| match day.kind {
            DayKind::Closed(session) => Some(session),
            DayKind::Off | DayKind::Work => None,
        });
        let first = calendar.sessions(date).first();
        Self {
            mark: Mark::of(calendar, date),
            afternoon: closed.zip(first).is_some_and(|(closed, first)| first.opens < closed.opens),
            estimate: day.is_some_and(|day| !day.is_official()),
            ..Self::default()
        }
    }
}

/// The days of a month.
pub(super) fn days_of_month(year: i32, month: u32) -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1);
    first
        .into_iter()
        .flat_map(|first| first.iter_days())
        .take_while(move |day| day.month() == month)
}
