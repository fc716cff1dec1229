//! Promises that gave way to another one, and why.

use serde::{Deserialize, Serialize};

use super::deadline::Due;
use super::limit::Limit;
use super::time::OfficeTime;
use super::waiting::{Asked, Basis, Running, Wait};

/// Why a promise gave way to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// A mistake of intake was set right.
    Correction,
    /// Another branch of the limit runs: a verification is needed.
    Branch,
    /// The papers asked for came in.
    Papers,
    /// A financial duty was paid.
    Payment,
    /// It was put off, with an apology.
    Extension,
    /// The calendar changed.
    Calendar,
    /// A step was undone.
    Undone,
}

/// A promise that gave way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PastPromise {
    /// When it gave way.
    pub at: OfficeTime,
    /// By whom.
    pub actor: String,
    /// Why.
    pub cause: Cause,
    /// Why, in words.
    pub reason: String,
    /// From when its time counted.
    pub clock_from: OfficeTime,
    /// The limit it was counted with.
    pub limit: Limit,
    /// The promise.
    pub due: Due,
}

/// Each wait with the promise that was under way when it began.
#[must_use]
pub fn asked<'a>(waits: &'a [Wait], past: &'a [PastPromise]) -> Vec<Asked<'a>> {
    let stopped = past.iter().filter(|past| matches!(past.cause, Cause::Papers | Cause::Payment));
    let running = stopped.map(|past| {
        let basis = Basis { from: past.clock_from, limit: past.limit };
        Running { basis, due: &past.due }
    });
    waits.iter().zip(running).map(|(wait, running)| Asked { wait, running }).collect()
}
