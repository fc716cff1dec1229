//! `finish`, `return` and `correct`: a dossier moves on, or is set right.

use serde_json::Value;

use super::args::{Correct, Finish, Return};
use super::form::{fill, make_way};
use super::output::{self, Output, insert, to_value};
use super::{Failure, Setting};
use crate::desk::DeskError;
use crate::desk::correct;
use crate::desk::finish;
use crate::desk::give_back::{self, CollectionForm, SlipState};
use crate::desk::receive::{offered, show};
use crate::domain::intake::Intake;
use crate::store;
use crate::text;

pub(super) fn finish(
    args: &Finish,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let (code, officer, now) = (args.code.clone(), setting.officer.clone(), setting.now);
    let done = setting.book()?.run(move |db| finish::finish(db, &code, &officer, now))??;
    output.say(|| output::dossier(&done.dossier), || text::finished(&done.dossier));
    Ok(())
}

pub(super) fn give_back(
    args: &Return,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let text = |option: &Option<String>| option.clone().unwrap_or_default();
    let form = CollectionForm {
        authorised: args.collector.is_some(),
        name: text(&args.collector),
        identity: text(&args.collector_id),
        paper: text(&args.authorisation),
        slip: match (args.lost_slip, args.no_slip) {
            (true, _) => SlipState::Lost,
            (_, true) => SlipState::None,
            _ => SlipState::Returned,
        },
        note: text(&args.note),
    };
    let collection = form.check().map_err(DeskError::Invalid)?;
    let (code, officer, now) = (args.code.clone(), setting.officer.clone(), setting.now);
    let done = setting
        .book()?
        .run(move |db| give_back::give_back(db, &code, &collection, &officer, now))??;
    output.say(
        || {
            let mut value = output::dossier(&done.dossier);
            insert(&mut value, "finished_now", Value::Bool(done.finished_now));
            value
        },
        || text::given_back(&done),
    );
    Ok(())
}

pub(super) fn correct(
    args: &Correct,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let book = setting.book()?;
    let code = args.code.clone();
    let dossier = book.run(move |db| show(db.view(), &code))??;
    let mut form = Intake::of(&dossier);
    let mut procedure = dossier.procedure.clone();
    if let Some(code) = args.procedure.clone() {
        let day = dossier.received_at.date();
        procedure = book.run(move |db| offered(db.view(), &code, day))??.procedure;
        if procedure.base() != dossier.procedure.base() {
            // What was chosen for the other procedure means nothing here.
            form.limit.clear();
            form.branch.clear();
            form.agreed.clear();
            form.second_limit.clear();
            form.procedure.clone_from(&procedure.code);
        }
    }
    make_way(&mut form, &args.fields);
    fill(&mut form, &args.fields, &procedure, setting.now.date())?;
    let (code, reason) = (dossier.code, args.reason.clone());
    let (officer, now) = (setting.officer.clone(), setting.now);
    let done = book.run(move |db| correct::correct(db, &code, &form, &reason, &officer, now))??;
    let _ = book.run(store::tidy_search);
    output.say(
        || {
            let mut value = output::dossier(&done.after);
            insert(&mut value, "corrected", to_value(&done.fields));
            value
        },
        || text::corrected(&done),
    );
    Ok(())
}
