//! `calendar what-if` and `calendar change`.

use std::path::Path;

use serde_json::json;

use super::args::{CalendarChange as Change, CalendarEdit as Edit};
use super::output::{Output, path, to_value};
use super::print::require_pdf;
use super::{Failure, Setting};
use crate::desk::DeskError;
use crate::desk::calendar_change::{
    self, CalendarEdit, Moved, WhatIf, print_calls, print_moved_slips,
};
use crate::desk::catalogue::{CalendarRows, read_calendar};
use crate::desk::import::calendar_edit;
use crate::domain::calendar_fault::CalendarFault;
use crate::domain::invalid::{Field, Problem};
use crate::store::View;
use crate::text;

pub(super) fn what_if(
    args: &Edit,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let wish = Wish::read(args)?;
    let answer = setting.book()?.run(move |db| wish.what_if(db.view()))??;
    output.say(
        || json!({ "looked_at": answer.looked_at, "moved": to_value(&answer.moved) }),
        || text::what_if(&answer),
    );
    Ok(())
}

pub(super) fn change(
    args: &Change,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let wish = Wish::read(&args.edit)?;
    let moving = Moving::read(&args.moving)?;
    for file in [&args.slips, &args.calls].into_iter().flatten() {
        require_pdf(file)?;
    }
    let (reason, officer, now) = (args.reason.clone(), setting.officer.clone(), setting.now);
    let book = setting.book()?;
    let (listed, done) = book.run(move |db| {
        let listed = wish.what_if(db.view())?.moved;
        let chosen = moving.choose(&listed)?;
        let edit = wish.edit(db.view())?;
        let done = calendar_change::change(db, &edit, &chosen, &reason, &officer, now)?;
        Ok::<_, DeskError>((listed.len(), done))
    })??;
    let (moved, reason) = (&done.moved, done.change.reason());
    let officer = &setting.officer;
    let wanted = |file: &Option<_>| file.clone().filter(|_| !moved.is_empty());
    let (slips, calls) = (wanted(&args.slips), wanted(&args.calls));
    let printed =
        print(&slips, |file| print_moved_slips(&book, moved, reason, file, officer, now).map(drop))
            .and_then(|()| {
                print(&calls, |file| print_calls(&book, moved, reason, file, officer, now))
            });
    let made = printed.is_ok();
    let told =
        |file: &'_ Option<std::path::PathBuf>| file.clone().filter(|file| made && file.exists());
    let (slips, calls) = (told(&slips), told(&calls));
    let dates = done.change.dates();
    let stayed = listed - moved.len();
    output.say(
        || {
            json!({
                "days": dates, "moved": to_value(moved), "stayed": stayed,
                "slips": slips.as_deref().map(path), "calls": calls.as_deref().map(path),
            })
        },
        || {
            text::calendar_changed(&text::Changed {
                days: dates.len(),
                moved,
                stayed,
                slips: slips.as_deref(),
                calls: calls.as_deref(),
            })
        },
    );
    printed.map_err(Failure::PapersNotPrinted)
}

/// Makes a paper where one is wanted.
fn print(
    file: &Option<std::path::PathBuf>,
    make: impl FnOnce(&Path) -> Result<(), DeskError>,
) -> Result<(), DeskError> {
    file.as_deref().map_or(Ok(()), make)
}

/// What the options ask for, and the file among them.
struct Wish {
    edit: CalendarEdit,
    rows: Option<CalendarRows>,
}

impl Wish {
    fn read(args: &Edit) -> Result<Self, Failure> {
        let rows = args.file.as_deref().map(read_calendar).transpose().map_err(DeskError::from)?;
        let edit = CalendarEdit {
            put: args.days(),
            remove: args.remove.clone(),
            official: args.official.clone(),
            recount: args.recount,
            ..CalendarEdit::default()
        };
        if rows.is_none() && edit == CalendarEdit::default() {
            return Err(Failure::Usage(text::NO_CHANGE.to_owned()));
        }
        Ok(Self { edit, rows })
    }

    fn edit(&self, view: View<'_>) -> Result<CalendarEdit, DeskError> {
        let mut edit = self.edit.clone();
        if let Some(rows) = &self.rows {
            let file = calendar_edit(view, rows)?;
            edit.put.extend(file.put);
            edit.remove.extend(file.remove);
            edit.hours.extend(file.hours);
        }
        Ok(edit)
    }

    fn what_if(&self, view: View<'_>) -> Result<WhatIf, DeskError> {
        let edit = self.edit(view)?;
        let answer = calendar_change::what_if(view, &edit, &mut |_, _| true)?;
        Ok(answer.unwrap_or_default())
    }
}

/// Which of the listed dossiers move.
enum Moving {
    All,
    Nothing,
    Codes(Vec<String>),
}

impl Moving {
    fn read(words: &[String]) -> Result<Self, Failure> {
        let is = |word: &str, other: &str| word.eq_ignore_ascii_case(other);
        match words {
            [] => Ok(Self::Nothing),
            [word] if is(word, "none") => Ok(Self::Nothing),
            [word] if is(word, "all") => Ok(Self::All),
            words if words.iter().any(|word| is(word, "all") || is(word, "none")) => {
                Err(Failure::Usage(text::MOVE_ALONE.to_owned()))
            }
            codes => Ok(Self::Codes(codes.iter().map(|code| code.trim().to_uppercase()).collect())),
        }
    }

    fn choose(&self, listed: &[Moved]) -> Result<Vec<i64>, DeskError> {
        let codes = match self {
            Self::Nothing => return Ok(Vec::new()),
            Self::All => return Ok(listed.iter().map(|moved| moved.id).collect()),
            Self::Codes(codes) => codes,
        };
        let number = |code: &String| {
            let found = listed.iter().find(|moved| moved.code == *code).map(|moved| moved.id);
            found.ok_or_else(|| {
                let fault = CalendarFault::Unaffected(code.clone());
                Field::DossierCode.wrong(Problem::Calendar(fault)).into()
            })
        };
        codes.iter().map(number).collect()
    }
}
