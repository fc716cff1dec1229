//! The window's own widgets.

pub(crate) mod day_strip;
pub(crate) mod dossier_list;
pub(crate) mod gate;
pub(crate) mod hot;
pub(crate) mod inert;
pub(crate) mod paper;
pub(crate) mod parts;
