//! The book: one SQLite file, owned by one thread.
//!
//! [`Book`] is the handle everybody else holds. It sends closures to the thread that owns the
//! connection, so writes are serialised and nobody who waits for an answer blocks anybody else.
//! Every write goes through [`Db::transact`]: an immediate transaction with its journal row,
//! committed whole or not at all.

mod backup;
mod book;
mod calendar;
mod check;
mod counter;
mod create;
mod dossier;
mod error;
mod open;
mod procedure;
mod promise;
mod register;
mod row;
mod search;
mod search_index;
mod setting;
mod transact;
mod upgrade;

pub use backup::{BackupReport, back_up};
pub use book::Book;
pub use calendar::{load_calendar, put_office_hours, put_special_day};
pub use check::{CheckReport, Disagreement, check};
pub use create::{create, create_with};
pub use dossier::{
    Numbered, OpenTwin, Reception, dossier_by_code, insert_dossier, open_twins, print_count,
    record_print,
};
pub use error::StoreError;
pub use open::Db;
pub use procedure::{
    StoredProcedure, current_procedures, knows_procedure, put_procedure, put_replaced_papers,
    replaced_papers, version_in_force,
};
pub use register::{RegisterRow, register_rows};
pub use search::{Found, find};
pub use setting::{load_office, save_office};
pub use transact::{Act, Changed, Stamp, Tx, View};
