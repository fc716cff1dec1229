//! Office hours on one line, as calendar files take them: "T2-T6 07:30-11:30 13:30-17:00; T7 nhận
//! 07:30-11:30".

use crate::domain::calendar::{MonthDay, OfficeHours, Season, Session, Week};

const DAYS: [&str; 7] = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];

/// "13:30-17:00".
#[must_use]
pub fn session(session: Session) -> String {
    format!("{}-{}", session.opens.format("%H:%M"), session.closes.format("%H:%M"))
}

/// The ordinary week with the reception besides.
#[must_use]
pub fn hours(hours: &OfficeHours) -> String {
    [week(&hours.week, ""), week(&hours.reception, "nhận ")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("; ")
}

/// "16/04-15/10 T2-T6 07:00-11:30 13:30-17:00", without the season's name.
#[must_use]
pub fn season(season: &Season) -> String {
    let day = |day: MonthDay| format!("{:02}/{:02}", day.day, day.month);
    format!("{}-{} {}", day(season.from), day(season.until), week(&season.week, ""))
}

/// Days in a row with the same sessions are one part.
fn week(week: &Week, word: &str) -> String {
    let mut parts: Vec<(usize, usize, &[Session])> = Vec::new();
    for (day, sessions) in week.iter().enumerate().filter(|(_, sessions)| !sessions.is_empty()) {
        match parts.last_mut() {
            Some((_, last, same)) if *last + 1 == day && same == sessions => *last = day,
            _ => parts.push((day, day, sessions)),
        }
    }
    let name = |day: usize| DAYS.get(day).copied().unwrap_or_default();
    let parts = parts.into_iter().map(|(first, last, sessions)| {
        let to = if first == last { String::new() } else { format!("-{}", name(last)) };
        let sessions: Vec<String> = sessions.iter().copied().map(session).collect();
        format!("{}{to} {word}{}", name(first), sessions.join(" "))
    });
    parts.collect::<Vec<_>>().join("; ")
}
