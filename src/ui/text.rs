//! Every sentence of the window that is not the command line's as well.

pub(crate) mod calendar;
mod deed;
mod differences;
mod field;
pub(crate) mod forms;
mod guide;
mod label;
pub(crate) mod moves;
mod process;
mod promise;
pub(crate) mod roster;
mod story;
mod told;
mod when;
mod whereabouts;

pub(crate) use deed::*;
pub(crate) use differences::differences;
pub(crate) use field::{input, placeholder};
pub(crate) use guide::*;
pub(crate) use label::*;
pub(crate) use process::*;
pub(crate) use promise::*;
pub(crate) use story::story;
pub(crate) use told::*;
pub(crate) use when::*;
pub(crate) use whereabouts::*;
