//! What happens to a dossier beside its clock: guidance and refusal, signing, voiding, undoing, trays.

use std::path::Path;

use serde_json::{Value, json};

use super::args::{Because, Guide, Notices, Refuse, Sign, Tray, Whom};
use super::clock::{act_on, act_with};
use super::output::{self, Output, insert, to_value};
use super::print::{ActForm, require_form};
use super::{Failure, Setting};
use crate::desk::guide::{self, Told};
use crate::desk::sign::{Signed, sign_result};
use crate::desk::waiting::Demand;
use crate::desk::{DeskError, end, tray as trays, undo as undoing, void as voiding};
use crate::domain::intake::Intake;
use crate::store::{self, Book};
use crate::text;

/// Guides somebody whose papers are not complete: no dossier is received.
pub(super) fn guide(
    args: &Guide,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    require_form(args.form.as_deref())?;
    let form = form_of(&args.whom, setting)?;
    let (items, reason) = (args.items.join("\n"), args.reason.clone());
    let (officer, now) = (setting.officer.clone(), setting.now);
    let book = setting.book()?;
    let told = book.run(move |db| {
        let demand = Demand { items: &items, reason: &reason };
        guide::guide(db, &form, demand, &officer, now)
    })??;
    say_told(&book, &told, args.form.as_deref(), setting, output)
}

/// Refuses: a dossier after its appraisal, or somebody before a dossier is received.
pub(super) fn refuse(
    args: &Refuse,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let reason = args.reason.clone();
    if let Some(code) = args.code.clone() {
        return act_with(args.form.as_deref(), setting, output, move |db, officer, now| {
            end::refuse(db, &code, &reason, officer, now)
        });
    }
    require_form(args.form.as_deref())?;
    let form = form_of(&args.whom, setting)?;
    let (officer, now) = (setting.officer.clone(), setting.now);
    let book = setting.book()?;
    let told =
        book.run(move |db| guide::refuse_unreceived(db, &form, &reason, &officer, now))??;
    say_told(&book, &told, args.form.as_deref(), setting, output)
}

/// The form of somebody without a dossier; the procedure must be named.
fn form_of(whom: &Whom, setting: &Setting) -> Result<Intake, Failure> {
    if whom.procedure.is_none() {
        return Err(Failure::Usage(text::usage_missing("--procedure")));
    }
    Ok(whom.form(setting.now.date()).map_err(DeskError::from)?)
}

fn say_told(
    book: &Book,
    told: &Told,
    form: Option<&Path>,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let form = ActForm::notice(book, Some(told.notice.id), form, setting);
    output.say(
        || {
            let mut value = to_value(&told.notice);
            form.add_to(&mut value);
            value
        },
        || {
            let mut lines = text::told_without_dossier(&told.notice);
            lines.extend(form.told());
            lines
        },
    );
    form.end()
}

/// What was told to people who had no dossier, newest first.
pub(super) fn notices(
    args: &Notices,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let most = usize::from(args.max);
    let found =
        setting.book()?.run(move |db| store::notices_without_dossier(db.view(), most))??;
    output.say(|| to_value(&found), || text::notices_listed(&found));
    Ok(())
}

pub(super) fn sign(args: &Sign, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let (code, number, signer) = (args.code.clone(), args.number.clone(), args.signer.clone());
    let on = args.date.unwrap_or(setting.now.date());
    let (officer, now) = (setting.officer.clone(), setting.now);
    let (moved, result) = setting.book()?.run(move |db| {
        let signed = Signed { number: &number, on, signer: &signer };
        let moved = sign_result(db, &code, signed, &officer, now)?;
        let result = store::result_of(db.view(), moved.dossier.id)?;
        Ok::<_, DeskError>((moved, result))
    })??;
    output.say(
        || {
            let mut value = output::dossier(&moved.dossier);
            insert(&mut value, "result", to_value(&result));
            value
        },
        || text::signed(&moved.dossier, result.as_ref()),
    );
    Ok(())
}

pub(super) fn void(
    args: &Because,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let (code, reason) = (args.code.clone(), args.reason.clone());
    act_on(setting, output, move |db, officer, now| voiding::void(db, &code, &reason, officer, now))
}

pub(super) fn undo(
    args: &Because,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let (code, reason) = (args.code.clone(), args.reason.clone());
    let (officer, now) = (setting.officer.clone(), setting.now);
    let done =
        setting.book()?.run(move |db| undoing::undo(db, &code, &reason, &officer, now))??;
    output.say(
        || {
            let mut value = output::dossier(&done.dossier);
            insert(&mut value, "undone_act", Value::from(done.act.as_str()));
            value
        },
        || text::undone(&done),
    );
    Ok(())
}

pub(super) fn tray(args: &Tray, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let (code, tray) = (args.code.clone(), args.tray.clone().unwrap_or_default());
    if tray.trim().is_empty() && !args.none {
        return Err(Failure::Usage(text::usage_missing("TRAY")));
    }
    let (officer, now) = (setting.officer.clone(), setting.now);
    let moved =
        setting.book()?.run(move |db| trays::put_in_tray(db, &code, &tray, &officer, now))??;
    let dossier = &moved.dossier;
    output.say(
        || json!({ "code": dossier.code, "tray": dossier.tray, "status": dossier.status }),
        || text::in_tray(dossier),
    );
    Ok(())
}
