//! What an officer does, one file a verb: each is one transaction with its journal row.

pub mod calendar_change;
pub mod catalogue;
pub mod correct;
mod doubts;
pub mod draft;
mod error;
pub mod favourite;
pub mod finish;
pub mod generate;
pub mod give_back;
pub mod hours;
pub mod import;
pub mod known;
pub mod practice;
mod preview;
pub mod print;
pub mod receive;
mod rules;
pub mod set_up;
pub mod test_page;
mod warning;

pub use error::DeskError;
pub use warning::Warning;
