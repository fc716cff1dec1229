//! Every integration test, in one binary: one module a boundary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod calendar;
mod catalogue;
mod cli;
mod counter;
mod crowd;
mod deadline;
mod desk;
mod explanation;
mod forms;
mod kill;
mod month;
mod people;
mod printing;
mod rules;
mod search;
mod slip;
mod store;
mod support;
mod tidy;
mod ui;
