//! What an officer does, one file a verb: each is one transaction with its journal row.

pub mod calendar_change;
pub mod catalogue;
pub mod clock_story;
pub mod correct;
pub mod count_from;
pub mod day_form;
mod doubts;
pub mod draft;
pub mod end;
mod error;
pub mod extend;
pub mod favourite;
pub mod finish;
pub mod generate;
pub mod give_back;
pub mod hours;
pub mod hours_form;
pub mod import;
pub mod known;
pub mod next_step;
pub mod practice;
mod preview;
pub mod print;
pub mod process;
pub mod progress;
pub mod receive;
mod rules;
pub mod set_up;
pub mod test_page;
pub mod timeliness;
pub mod waiting;
mod warning;

pub use error::DeskError;
pub use warning::Warning;
