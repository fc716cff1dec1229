//! Một Cửa, the reception desk of a Vietnamese commune's one-stop office.
//!
//! The way of the data is a straight line: plain text fields ([`domain::intake`]) become a checked
//! [`domain::dossier::NewDossier`], one transaction in the [`store`] gives it a number and a due
//! date, [`forms`] draws the slip from what was stored, and [`printing`] brings it to paper.
//! Arrows point down only: `ui, cli → desk, reports → store, forms → domain`.

pub mod cli;
pub mod clock;
pub mod counter;
pub mod desk;
pub mod domain;
pub mod files;
pub mod forms;
mod log;
pub mod office;
pub mod paths;
pub mod printing;
pub mod reports;
pub mod store;
pub mod text;
pub mod ui;
