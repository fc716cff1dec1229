//! What stops a dossier's clock, starts it again or ends it.

use std::path::Path;

use serde_json::Value;

use super::args::{Apologise, Ask, AskPapers, Came, End, Paid};
use super::output::{self, Output, to_value};
use super::print::{ActForm, require_form};
use super::receive::{require_pdf, slip_file};
use super::{Failure, Setting};
use crate::desk::print::print_slip;
use crate::desk::waiting::{Demand, Moved};
use crate::desk::{DeskError, extend, waiting};
use crate::domain::notice::Notice;
use crate::domain::time::OfficeTime;
use crate::store::{self, Book, Db};
use crate::text;

/// What a verb does to a dossier, by whom and when.
pub(super) type Act = fn(&mut Db, &str, &str, &str, OfficeTime) -> Result<Moved, DeskError>;

/// Asks for papers: every item on its own, and those of `--demand`, one a line, before them.
pub(super) fn ask_for_papers(
    args: &AskPapers,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let (code, reason, form) = (args.code.clone(), args.reason.clone(), args.form.as_deref());
    let items = args.demand.iter().chain(&args.items).cloned().collect::<Vec<_>>().join("\n");
    act_with(form, setting, output, move |db, officer, now| {
        let demand = Demand { items: &items, reason: &reason };
        waiting::ask_for_papers(db, &code, demand, officer, now)
    })
}

pub(super) fn demand_payment(
    args: &Ask,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let (code, demand) = (args.code.clone(), args.demand.clone());
    act_on(setting, output, move |db, officer, now| {
        waiting::demand_payment(db, &code, demand.as_str(), officer, now)
    })
}

/// Ends a dossier without a result in the way `how` does, with the notice that tells of it.
pub(super) fn end(
    how: Act,
    args: &End,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let (code, reason) = (args.code.clone(), args.reason.clone());
    act_with(args.form.as_deref(), setting, output, move |db, officer, now| {
        how(db, &code, &reason, officer, now)
    })
}

pub(super) fn papers_came(
    args: &Came,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    require_pdf(args.slip.as_deref())?;
    let book = setting.book()?;
    let (code, agreed) = (args.code.clone(), args.agreed);
    let (officer, now) = (setting.officer.clone(), setting.now);
    let moved = book.run(move |db| waiting::papers_came(db, &code, agreed, &officer, now))??;
    let papers = (args.slip.as_deref(), None);
    promised(&book, &moved, text::PAPERS_CAME, papers, setting, output)
}

pub(super) fn paid(args: &Paid, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    require_pdf(args.slip.as_deref())?;
    let book = setting.book()?;
    let (code, officer, now) = (args.code.clone(), setting.officer.clone(), setting.now);
    let moved = book.run(move |db| waiting::paid(db, &code, &officer, now))??;
    promised(&book, &moved, text::PAID, (args.slip.as_deref(), None), setting, output)
}

pub(super) fn apologise(
    args: &Apologise,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    require_pdf(args.slip.as_deref())?;
    require_form(args.form.as_deref())?;
    let book = setting.book()?;
    let (code, until, reason) = (args.code.clone(), args.until, args.reason.clone());
    let (officer, now) = (setting.officer.clone(), setting.now);
    let moved = book.run(move |db| extend::extend(db, &code, until, &reason, &officer, now))??;
    let papers = (args.slip.as_deref(), args.form.as_deref());
    promised(&book, &moved, text::PUT_OFF, papers, setting, output)
}

/// Does something to a dossier and tells where it stands now, with the notice that tells its applicant.
pub(super) fn act_on(
    setting: &Setting,
    output: &mut Output<'_>,
    act: impl FnOnce(&mut Db, &str, OfficeTime) -> Result<Moved, DeskError> + Send + 'static,
) -> Result<(), Failure> {
    act_with(None, setting, output, act)
}

/// Acts as [`act_on`], and prints the notice to `form` where that is given.
pub(super) fn act_with(
    form: Option<&Path>,
    setting: &Setting,
    output: &mut Output<'_>,
    act: impl FnOnce(&mut Db, &str, OfficeTime) -> Result<Moved, DeskError> + Send + 'static,
) -> Result<(), Failure> {
    require_form(form)?;
    let (officer, now) = (setting.officer.clone(), setting.now);
    let book = setting.book()?;
    let moved = book.run(move |db| act(db, &officer, now))??;
    tell(&book, &moved, form, None, setting, output)
}

/// Tells where a dossier stands after an act, with what whoever did it should know besides.
pub(super) fn tell(
    book: &Book,
    moved: &Moved,
    form: Option<&Path>,
    warning: Option<&str>,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let notice = notice_of(book, moved)?;
    let form = ActForm::notice(book, moved.notice, form, setting);
    output.say(
        || {
            let mut value = answer(moved, notice.as_ref(), None, &form);
            if let Some(warning) = warning {
                output::insert(&mut value, "warning", to_value(&warning));
            }
            value
        },
        || {
            let mut lines = text::moved_with(moved, notice.as_ref());
            lines.extend(warning.map(str::to_owned));
            lines.extend(form.told());
            lines
        },
    );
    form.end()
}

/// The notice that an act wrote.
fn notice_of(book: &Book, moved: &Moved) -> Result<Option<Notice>, Failure> {
    let Some(id) = moved.notice else { return Ok(None) };
    Ok(book.run(move |db| store::notice(db.view(), id))??)
}

/// Answers with a new promise, and prints the slip that says it, and its notice where that is wanted.
fn promised(
    book: &Book,
    moved: &Moved,
    reason: &str,
    (slip, form): (Option<&Path>, Option<&Path>),
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let dossier = &moved.dossier;
    let file = slip.map_or_else(|| slip_file(setting, &dossier.code), Path::to_owned);
    let (officer, now) = (&setting.officer, setting.now);
    let printed = print_slip(book, dossier, &file, None, Some(reason), officer, now);
    let slip = printed.is_ok().then_some(file.as_path());
    let notice = notice_of(book, moved)?;
    let form = ActForm::notice(book, moved.notice, form, setting);
    output.say(
        || answer(moved, notice.as_ref(), slip, &form),
        || {
            let mut lines = text::promised_again_with(moved, notice.as_ref(), slip);
            lines.extend(form.told());
            lines
        },
    );
    match printed {
        Ok(_) => form.end(),
        Err(error) => Err(Failure::NotPrinted { code: dossier.code.clone(), error }),
    }
}

fn answer(
    moved: &Moved,
    notice: Option<&Notice>,
    slip: Option<&Path>,
    form: &ActForm<'_>,
) -> Value {
    let mut value = output::dossier(&moved.dossier);
    if let Value::Object(fields) = &mut value {
        let _ = fields.insert("before".to_owned(), to_value(&moved.before));
        let _ = fields.insert("warning".to_owned(), to_value(&text::asked_again(moved)));
        let _ = fields.insert("notice".to_owned(), to_value(&notice));
        let _ = fields.insert("slip".to_owned(), to_value(&slip.map(output::path)));
    }
    form.add_to(&mut value);
    value
}
