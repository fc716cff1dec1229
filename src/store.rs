//! The book: one SQLite file, owned by one thread.
//!
//! [`Book`] is the handle everybody else holds. It sends closures to the thread that owns the
//! connection, so writes are serialised and nobody who waits for an answer blocks anybody else.
//! Every write goes through [`Db::transact`]: an immediate transaction with its journal row,
//! committed whole or not at all.

mod applicant;
mod backup;
mod board;
mod book;
mod branch;
mod calendar;
mod check;
mod correct;
mod counter;
mod create;
mod crowd;
mod dossier;
mod draft;
mod error;
mod favourite;
mod finished;
mod form_style;
mod handover;
mod history;
mod list;
mod list_condition;
mod list_plan;
mod notice;
mod officer;
mod open;
mod open_promise;
mod past_promise;
mod person;
mod print;
mod procedure;
mod process;
mod promise;
mod register;
mod register_close;
mod replace;
mod result;
mod row;
mod search;
mod search_index;
mod search_ready;
mod search_text;
mod setting;
mod tidy;
mod today;
mod transact;
mod transfer;
mod undo;
mod upgrade;
mod wait;

pub use backup::{BackupReport, back_up};
pub use board::{
    BoardRow, HeldRow, board, count_to_fetch, held_by, held_in, known_holders,
    last_holder_of_field, not_back, to_fetch, to_pick,
};
pub use book::Book;
pub use branch::put_limit;
pub use calendar::{
    load_calendar, office_hours, put_office_hours, put_special_day, remove_office_hours,
    remove_special_day, special_days,
};
pub use check::{CheckReport, Disagreement, check};
pub use correct::{CorrectedForm, correct_dossier};
pub use create::{create, create_with};
pub use crowd::promised_between;
pub use dossier::{
    Numbered, Reception, Standing, add_papers, dossier_by_code, insert_dossier, set_end_reason,
    set_standing, set_tray, set_voided,
};
pub use draft::{Draft, drafts, drop_draft, keep_draft, take_draft};
pub use error::StoreError;
pub use favourite::{favourites, put_favourite, recent_procedures};
pub use finished::{FinishedRow, finished_between};
pub use form_style::{form_style_on, form_styles, put_form_style};
pub use handover::{
    NewLine, handover, handovers_between, post_bill_of, put_handover, standing_list,
};
pub use history::{
    Correction, Entered, HandBack, JournalRow, corrections_of, hand_back_of, journal_length,
    journal_of, put_correction, put_hand_back,
};
pub use list::{
    COUNT_CAP, DossierFilter, DueWindow, ListKey, ListOrder, ListRow, ListState, Page,
    count_dossiers, fields_in_use, list_dossiers, officers_in_use,
};
pub use notice::{notice, notices_of, notices_without_dossier, put_notice};
pub use officer::{has_roster, officer, officers, put_officer};
pub use open::Db;
pub use open_promise::{
    KeptPromise, OpenPromise, PromiseLine, kept_promise, open_dossiers, open_promise_of,
    open_promises, promise_lines,
};
pub use past_promise::{
    Cause, NewPromise, PastPromise, keep_promise, past_promises, repromise, set_promise,
    suspend_promise,
};
pub use person::{KnownPerson, OpenTwin, SamePerson, known_person, open_twins};
pub use print::{
    PaperKind, PrintRow, paper_print_count, print_count, print_count_since_undone, prints_of,
    record_paper_print, record_print,
};
pub use procedure::{
    StoredProcedure, current_procedures, knows_procedure, put_procedure, put_replaced_papers,
    replaced_papers, version_in_force, version_of,
};
pub use process::{
    NewStep, StepRow, StoredProcess, process_in_force, process_of, put_process, record_step,
    steps_of,
};
pub use register::{
    first_in_register, last_in_register, received_between, register_rows, voided_in_register,
};
pub use register_close::{RegisterClose, close_register, register_close};
pub use replace::replace;
pub use result::{SignedResult, last_signer, put_result, result_of};
pub use search::{Found, find};
pub use search_ready::find_ready;
pub use setting::{load_office, save_office};
pub use tidy::{tidy_search, tidy_search_wholly};
pub use today::{DayCount, Today, today};
pub use transact::{Act, Changed, Stamp, Tx, View};
pub use transfer::{last_transfer_at, record_transfer, transfers_of};
pub use undo::{
    UNDO_DAYS, UndoPoint, UndoneAct, forget_papers_came, forget_undo, put_back, remember,
    undo_point, undone_of,
};
pub use wait::{begin_wait, end_wait, waits_of};
