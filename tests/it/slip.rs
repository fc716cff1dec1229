//! The printed papers and what they are made of: measuring, wrapping, pages, symbols, PDF.
//!
//! Checks that need poppler, qpdf or zbar run where these are installed. With
//! `MOTCUA_REQUIRE_TOOLS=1` a missing tool is a failure. `MOTCUA_KEEP_SLIPS=DIR` leaves the sample
//! papers in `DIR`, to be looked at.

mod explained;
mod layout;
pub(crate) mod marks;
mod papers;
pub(crate) mod samples;
pub(crate) mod slips;
pub(crate) mod tools;
