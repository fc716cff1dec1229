//! The forms of a dossier's whole life, with short and with extreme content.
//!
//! `MOTCUA_KEEP_SLIPS=DIR` leaves them as PDF files in `DIR`, to be looked at.

mod labels;
mod lists;
mod notices;
mod poster;
mod register;
pub(crate) mod samples;
mod styles;
mod tools;
