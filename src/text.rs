//! Every sentence a person reads outside the printed forms.
//!
//! A refusal names the field, says what is wrong and what to do next, in one sentence.

mod answer;
mod calendar;
mod calendar_told;
mod clock;
mod explanation;
mod field;
pub(crate) mod help;
pub(crate) mod help_calendar;
pub(crate) mod help_life;
pub(crate) mod help_print;
pub(crate) mod help_promise;
mod life_told;
mod printed;
mod printing;
mod process;
mod refusal;
mod step;
mod usage;
mod whole_life;
mod words;

pub(crate) use answer::*;
pub(crate) use calendar_told::*;
pub(crate) use clock::{PAID, PAPERS_CAME, PUT_OFF, asked_again, clock_story, timeliness, verdict};
pub(crate) use explanation::{branch_chosen, crowd_line, explanation, explanation_printed};
pub(crate) use field::invalid;
pub(crate) use life_told::*;
pub(crate) use printed::*;
pub use printing::print_trouble;
pub(crate) use process::{late, passed_on, process, process_set, processes_imported, progress};
pub(crate) use refusal::{file, no_extension, not_printed, refusal, store};
pub(crate) use step::{corrected, dossiers_listed, finished, given_back, history};
pub(crate) use usage::*;
#[allow(unused_imports)]
pub(crate) use whole_life::{act, holder, role};
pub(crate) use words::{date, day, moment, status};
