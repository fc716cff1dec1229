//! Printing the register: a month after the other to be bound, and the close of a year's book.

use std::path::Path;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use serde_json::json;

use super::close_year::{close_year, require_over};
use super::error::DeskError;
use super::form_style::style_on;
use super::register_parts::{Days, before};
use super::role::{acting, require_role};
use crate::domain::form_style::FormKind;
use crate::domain::invalid::{Field, Problem};
use crate::domain::officer::{Officer, Role};
use crate::domain::time::OfficeTime;
use crate::files;
use crate::forms::mark::SlipMark;
use crate::forms::pdf::to_pdf;
use crate::forms::register_book::{Closing, RegisterPart, register_book};
use crate::store::{self, Act, Book, Stamp, View};

/// Which pages of the register are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegisterWanted {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, in the same year.
    pub to: NaiveDate,
    /// The volume within the year, from 1.
    pub volume: u32,
    /// The number of the first page; without one the pages go on where those printed for earlier days
    /// ended.
    pub first_page: Option<usize>,
    /// Whether the title page stands before them.
    pub title_page: bool,
    /// Whether the year's book is closed on its last page.
    pub year_close: bool,
}

/// Pages of the register that were printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegisterPrinted {
    /// How many dossiers stand on them.
    pub dossiers: usize,
    /// The number of the first page.
    pub first_page: usize,
    /// The number of the last page.
    pub last_page: usize,
    /// Whether the year's book is closed.
    pub closed: bool,
    /// Earlier days of the year that were never printed, though dossiers were received on them.
    pub gap: Option<Days>,
    /// Other printed pages on which some of these days stand already.
    pub overlap: Option<Days>,
}

/// Draws pages of the register and writes them to `file`. With [`RegisterWanted::year_close`] the book
/// of the year is closed when its closing page is on disk, unless it was closed before. That page tells
/// of the whole year: its days must end with it, and all before them must have been printed, or the
/// number of the first page be told.
///
/// # Errors
/// [`Field::Period`] for days of two years or backwards; [`DeskError::NotYearEnd`],
/// [`DeskError::EmptyRegister`], [`DeskError::NotPrinted`] and as [`close_year`], before anything is
/// written; [`DeskError::Form`], [`DeskError::File`].
pub fn print_register(
    book: &Book,
    wanted: RegisterWanted,
    file: &Path,
    officer: &str,
    now: OfficeTime,
) -> Result<RegisterPrinted, DeskError> {
    let year = wanted.from.year();
    if wanted.to < wanted.from {
        return Err(Field::Period.wrong(Problem::Conflict).into());
    }
    if wanted.to.year() != year {
        return Err(Field::Period.wrong(Problem::NotUnderstood).into());
    }
    if wanted.year_close && (wanted.to.month(), wanted.to.day()) != (12, 31) {
        return Err(DeskError::NotYearEnd(year));
    }
    let actor = officer.to_owned();
    let days = Days { from: wanted.from, to: wanted.to };
    let (office, style, lines, printed, closing, open) = book.run(move |db| {
        let view = db.view();
        let _ = require_role(view, &actor, Act::Print)?;
        let office = store::load_office(view)?;
        let style = style_on(view, FormKind::Register, &office, wanted.to)?;
        let lines = store::register_rows(view, wanted.from, wanted.to)?;
        let printed = before(view, days)?;
        let closed = store::register_close(view, year)?;
        if wanted.year_close && closed.is_none() {
            let _ = require_role(view, &actor, Act::CloseRegister)?;
            require_over(view, year, now)?;
        }
        if let Some(gap) = printed.gap.filter(|_| wanted.year_close && wanted.first_page.is_none())
        {
            return Err(DeskError::NotPrinted(gap));
        }
        let closing = wanted.year_close.then(|| closing(view, year, now)).transpose()?;
        Ok::<_, DeskError>((office, style, lines, printed, closing, closed.is_none()))
    })??;
    let first_page = wanted.first_page.unwrap_or(printed.next_page);
    let part = RegisterPart {
        year,
        volume: wanted.volume,
        from: wanted.from,
        to: wanted.to,
        lines: &lines,
        first_page,
        title_page: wanted.title_page,
        closing,
    };
    let sheet = register_book(&part, &office, &style, &SlipMark::default());
    let copies = style.copies.len().max(1);
    let numbered = sheet.pages.len() / copies - usize::from(wanted.title_page);
    files::write_beside(file, &to_pdf(&sheet, now)?)?;
    let printed = RegisterPrinted {
        dossiers: lines.len(),
        first_page,
        last_page: (first_page + numbered).saturating_sub(1),
        closed: wanted.year_close || !open,
        gap: printed.gap,
        overlap: printed.overlap,
    };
    note(book, wanted, &printed, officer, now)?;
    if wanted.year_close && open {
        let actor = officer.to_owned();
        let _ = book.run(move |db| close_year(db, year, &actor, now))??;
    }
    Ok(printed)
}

/// Notes in the journal which pages were printed, so that the next ones can go on behind them.
fn note(
    book: &Book,
    wanted: RegisterWanted,
    printed: &RegisterPrinted,
    officer: &str,
    now: OfficeTime,
) -> Result<(), DeskError> {
    let stamp = Stamp { act: Act::Print, actor: officer.to_owned(), at: now };
    let detail = json!({
        "form": FormKind::Register.word(),
        "from": wanted.from,
        "to": wanted.to,
        "first_page": printed.first_page,
        "last_page": printed.last_page,
    });
    let _ = book.run(move |db| {
        acting(db, stamp, |tx| Ok(tx.record(&wanted.from.year().to_string(), &detail)?))
    })??;
    Ok(())
}

/// What the closing page says: of the closed book, or of one that is closed now.
fn closing(view: View<'_>, year: i32, now: OfficeTime) -> Result<Closing, DeskError> {
    let closed = store::register_close(view, year)?;
    let last_number = match &closed {
        Some(closed) => closed.dossiers,
        None => store::last_in_register(view, year)?,
    };
    if last_number == 0 {
        return Err(DeskError::EmptyRegister(year));
    }
    let heads = |officer: &Officer| officer.role == Role::Head && officer.active;
    let head = store::officers(view)?.into_iter().find(heads).map(|officer| officer.name);
    Ok(Closing {
        first_number: store::first_in_register(view, year)?,
        last_number,
        voided: store::voided_in_register(view, year)?,
        day: closed.map_or(now, |closed| closed.at).date(),
        head: head.unwrap_or_default(),
    })
}
