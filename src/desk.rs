//! What an officer does, one file a verb: each is one transaction with its journal row.

pub mod catalogue;
mod error;
pub mod generate;
pub mod import;
pub mod practice;
pub mod print;
pub mod receive;
pub mod set_up;
mod warning;

pub use error::DeskError;
pub use warning::Warning;
