//! The window's own widgets.

pub(crate) mod cursor;
pub(crate) mod day_strip;
pub(crate) mod dossier_list;
mod fill;
pub(crate) mod gate;
pub(crate) mod grid;
pub(crate) mod ground;
pub(crate) mod hot;
pub(crate) mod inert;
pub(crate) mod leaf;
pub(crate) mod offers;
pub(crate) mod paper;
pub(crate) mod parts;
mod pass_on;
