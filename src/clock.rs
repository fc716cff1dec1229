//! The clock: the only place that asks for the time.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use chrono::Utc;

use crate::domain::time::OfficeTime;

/// Tells the time at the office.
pub trait Clock: Send + Sync {
    /// Now, as the office clock shows it.
    fn now(&self) -> OfficeTime;
}

/// The machine's own clock, read in UTC so that its time zone does not matter.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods)] // the one place
    fn now(&self) -> OfficeTime {
        let milliseconds = Utc::now().timestamp_millis();
        OfficeTime::from_millis(milliseconds).unwrap_or(OfficeTime::EARLIEST)
    }
}

/// A clock that stands still, for tests and for `--at`.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub OfficeTime);

impl Clock for FixedClock {
    fn now(&self) -> OfficeTime {
        self.0
    }
}

/// A clock that starts at a moment of its own and runs on from there, for a window under `--at`.
#[derive(Debug, Clone, Copy)]
pub struct MovedClock {
    start: OfficeTime,
    began: Duration,
}

impl MovedClock {
    /// The clock that shows `start` now.
    #[must_use]
    pub fn starting_at(start: OfficeTime) -> Self {
        Self { start, began: elapsed() }
    }
}

impl Clock for MovedClock {
    fn now(&self) -> OfficeTime {
        let since = elapsed().saturating_sub(self.began).as_millis();
        let millis = self.start.millis().saturating_add(i64::try_from(since).unwrap_or(i64::MAX));
        OfficeTime::from_millis(millis).unwrap_or(self.start)
    }
}

/// How long this program has been looking at a clock that only runs forward: to tell a scanner's
/// burst of keys from typing.
#[must_use]
pub fn elapsed() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}
