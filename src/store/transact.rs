//! The one way to write: an immediate transaction with its journal rows.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use rusqlite::{Connection, Transaction, TransactionBehavior, named_params};
use serde::Deserialize;
use serde_json::Value;

use super::counter;
use super::error::StoreError;
use super::open::Db;
use crate::domain::time::OfficeTime;

/// What was done, as the journal names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// The office's settings were written.
    SetOffice,
    /// Procedures came into the catalogue.
    ImportProcedures,
    /// Days off, swapped days or office hours came into the calendar.
    ImportCalendar,
    /// A dossier was received.
    Receive,
    /// A form's PDF was made.
    Print,
    /// The result of a dossier lies at the desk.
    Finish,
    /// The result was handed over.
    Return,
    /// A mistake of intake was set right.
    Correct,
    /// Another branch of a dossier's limit runs.
    ChooseBranch,
    /// A procedure was put at hand, or taken away from there.
    SetFavourite,
    /// Days or office hours were changed, each dossier that moves with them in a row of its own.
    ChangeCalendar,
    /// A dossier's promise was moved because the calendar changed.
    MovePromise,
    /// A change of the calendar was undone.
    UndoCalendar,
    /// A dossier's promise was put back because a change of the calendar was undone.
    RestorePromise,
    /// Processes of procedures came in from a file.
    ImportProcesses,
    /// The process of a procedure was typed.
    SetProcess,
    /// A dossier went on to another step of its process, or back to one.
    NextStep,
    /// A dossier went from the desk to those who handle it.
    HandOver,
    /// Further papers were asked for: the clock stands still.
    AskPapers,
    /// The papers came in: the clock begins anew.
    PapersCame,
    /// A financial duty was asked for: the clock stands still.
    DemandPayment,
    /// The financial duty was paid: the clock goes on.
    Paid,
    /// The promise was put off, with an apology.
    Extend,
    /// The dossier was stopped.
    Stop,
    /// The applicant withdrew the dossier.
    Withdraw,
    /// Somebody was guided before a dossier was received.
    Guide,
    /// Somebody was refused before a dossier was received.
    RefuseUnreceived,
    /// The dossier was refused.
    Refuse,
    /// A dossier came back to the desk without a result.
    TakeBack,
    /// A list of folders that changed hands was made.
    KeepList,
    /// The result was signed.
    SignResult,
    /// The number of a dossier counts for nothing.
    Void,
    /// A wrong step was undone.
    Undo,
    /// A folder or result was put into a tray, or taken out.
    SetTray,
    /// An officer came on the roster, or changed there.
    SetOfficer,
    /// The office decided how a form is printed.
    SetForm,
    /// A year's register was closed.
    CloseRegister,
}

impl Act {
    /// The act of a word of the journal; `None` for a word this program does not know.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        serde_json::from_value(Value::from(word)).ok()
    }

    /// The word kept in the journal.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::SetOffice => "set_office",
            Self::ImportProcedures => "import_procedures",
            Self::ImportCalendar => "import_calendar",
            Self::Receive => "receive",
            Self::Print => "print",
            Self::Finish => "finish",
            Self::Return => "return",
            Self::Correct => "correct",
            Self::ChooseBranch => "choose_branch",
            Self::SetFavourite => "set_favourite",
            Self::ChangeCalendar => "change_calendar",
            Self::MovePromise => "move_promise",
            Self::UndoCalendar => "undo_calendar",
            Self::RestorePromise => "restore_promise",
            Self::ImportProcesses => "import_processes",
            Self::SetProcess => "set_process",
            Self::NextStep => "next_step",
            Self::HandOver => "hand_over",
            Self::AskPapers => "ask_papers",
            Self::PapersCame => "papers_came",
            Self::DemandPayment => "demand_payment",
            Self::Paid => "paid",
            Self::Extend => "extend",
            Self::Stop => "stop",
            Self::Withdraw => "withdraw",
            Self::Guide => "guide",
            Self::RefuseUnreceived => "refuse_unreceived",
            Self::Refuse => "refuse",
            Self::TakeBack => "take_back",
            Self::KeepList => "keep_list",
            Self::SignResult => "sign_result",
            Self::Void => "void",
            Self::Undo => "undo",
            Self::SetTray => "set_tray",
            Self::SetOfficer => "set_officer",
            Self::SetForm => "set_form",
            Self::CloseRegister => "close_register",
        }
    }
}

/// Who does something, what, and when.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// What is done.
    pub act: Act,
    /// The officer's name.
    pub actor: String,
    /// Now.
    pub at: OfficeTime,
}

/// What a write changed: screens reload just that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changed {
    /// The office's settings.
    pub office: bool,
    /// The catalogue of procedures.
    pub procedures: bool,
    /// The calendar.
    pub calendar: bool,
    /// Dossiers.
    pub dossiers: bool,
}

/// A transaction under way.
#[derive(Debug)]
pub struct Tx<'c> {
    pub(super) inner: Transaction<'c>,
    stamp: Stamp,
    changed: RefCell<Changed>,
    recorded: Cell<bool>,
    pub(super) counters: RefCell<HashMap<String, i64>>,
}

/// The book as it can be read now, inside a transaction or outside: what queries take.
#[derive(Debug, Clone, Copy)]
pub struct View<'c>(pub(super) &'c Connection);

impl Db {
    /// The book, for reading.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View(&self.connection)
    }

    /// Runs `work` in one immediate transaction: all of it is on disk when this returns `Ok`, and
    /// nothing of it is in the book otherwise. A write without a journal row is refused.
    ///
    /// # Errors
    /// Whatever `work` answers, and [`StoreError`] when the book refuses to begin or to commit.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        stamp: Stamp,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Changed), E> {
        let inner = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let tx = Tx {
            inner,
            stamp,
            changed: RefCell::default(),
            recorded: Cell::new(false),
            counters: RefCell::default(),
        };
        let value = work(&tx)?;
        if !tx.recorded.get() {
            return Err(StoreError::Unreadable("journal").into());
        }
        counter::keep(&tx)?;
        let changed = *tx.changed.borrow();
        tx.inner.commit().map_err(StoreError::from)?;
        Ok((value, changed))
    }
}

impl Tx<'_> {
    /// The book as this transaction sees it, for reading.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View(&self.inner)
    }

    /// When this is done.
    #[must_use]
    pub fn now(&self) -> OfficeTime {
        self.stamp.at
    }

    /// Who does it.
    #[must_use]
    pub fn actor(&self) -> &str {
        &self.stamp.actor
    }

    /// Writes a journal row: `subject` says of what (a dossier's code, a file's name), `detail`
    /// is JSON and names no person.
    ///
    /// # Errors
    /// When the book refuses the row.
    pub fn record(&self, subject: &str, detail: &Value) -> Result<(), StoreError> {
        self.record_stamped(&self.stamp, subject, detail)
    }

    /// Writes the journal row of another act that the same transaction does, by the same officer.
    ///
    /// # Errors
    /// When the book refuses the row.
    pub fn record_also(&self, act: Act, subject: &str, detail: &Value) -> Result<(), StoreError> {
        self.record_stamped(&Stamp { act, ..self.stamp.clone() }, subject, detail)
    }

    /// Writes a journal row under a stamp of its own: what an invented office did long ago.
    ///
    /// # Errors
    /// When the book refuses the row.
    pub fn record_stamped(
        &self,
        stamp: &Stamp,
        subject: &str,
        detail: &Value,
    ) -> Result<(), StoreError> {
        let seq = counter::take(self, "journal")?;
        let _ = self
            .inner
            .prepare_cached(
                "INSERT INTO journal (seq, at, actor, act, subject, detail)
                 VALUES (:seq, :at, :actor, :act, :subject, :detail)",
            )?
            .execute(named_params! {
                ":seq": seq,
                ":at": stamp.at.millis(),
                ":actor": stamp.actor,
                ":act": stamp.act.word(),
                ":subject": subject,
                ":detail": detail.to_string(),
            })?;
        self.recorded.set(true);
        Ok(())
    }

    /// Notes what this transaction changes.
    pub fn touch(&self, note: impl FnOnce(&mut Changed)) {
        note(&mut self.changed.borrow_mut());
    }
}
